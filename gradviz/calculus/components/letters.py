"""Index letters: which are free to use, which stand in an expression, and one put for another."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from gradviz.algebra import nodes as n
from gradviz.algebra.build import is_zero, rebuilt, times
from gradviz.algebra.nodes import Expr, Index
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.algebra.walk import fold, preorder

__all__ = ["Letters", "all_letters", "delta", "letters_in", "over", "put_index"]

SUMMED = "kmlpqrst"
"""Letters over which sums run, in the order in which they are taken."""
FREE = "ijgh"
"""Letters of the entry of the function and of the variable."""


class Letters:
    """The index letters that a problem leaves free: no name of a symbol, no size, no index of its own sums."""

    def __init__(self, function: Expr, others: Iterable[Expr]) -> None:
        taken: set[str] = {"d", "e"}
        for node in preorder(function, *others):
            if isinstance(node, n.Symbol):
                name, _, subscript = node.name.partition("_")
                taken |= {name, *subscript}
            if isinstance(node, n.Unspecified):
                taken.add(node.name)
            if isinstance(node, n.IndexedSum):
                taken |= {node.index, *_names(node.upper)}
            for dim in node.shape:
                taken |= _names(dim)
        spare = [c for c in "uvwabcfxyz" if c not in taken]
        many = [f"k{i}" for i in range(1, 60)]
        self.free = tuple(c for c in FREE if c not in taken) or tuple(spare[:2])
        self.summed = tuple([c for c in SUMMED if c not in taken and c not in self.free[:2]] + many)

    def new(self, used: Collection[str]) -> str:
        """The first letter for a sum that is not used."""
        return next(c for c in self.summed if c not in used)

    def entry(self, count: int, used: Collection[str] = ()) -> list[str]:
        """Letters for the places of an entry."""
        found = [c for c in (*self.free, *self.summed) if c not in used]
        return found[:count]


def _names(dim: Dim) -> set[str]:
    if isinstance(dim, DimProduct):
        return set(dim.names)
    return {dim} if isinstance(dim, str) else set()


def delta(left: Index, right: Index) -> Expr:
    """``δ_ij``; of equal indices it is one, of different numbers nought."""
    if left == right:
        return n.ONE
    return n.ZERO if isinstance(left, int) and isinstance(right, int) else n.Delta(left, right)


def _own(node: Expr) -> frozenset[str]:
    if isinstance(node, n.Entry | n.Delta):
        return frozenset(i for i in node.data if isinstance(i, str))
    if isinstance(node, n.Unit) and isinstance(node.data[0], str):
        return frozenset(node.data[:1])
    return frozenset()


def letters_in(e: Expr, memo: dict[Expr, frozenset[str]] | None = None) -> frozenset[str]:
    """The letters that no sum inside binds."""

    def visit(node: Expr, below: list[frozenset[str]]) -> frozenset[str]:
        found = _own(node).union(*below)
        return found - {node.index} if isinstance(node, n.IndexedSum) else found

    return fold(e, visit, memo)


def all_letters(e: Expr) -> set[str]:
    """Every letter that stands anywhere, those of sums too."""
    found: set[str] = set()
    for node in preorder(e):
        found |= _own(node)
        if isinstance(node, n.IndexedSum):
            found.add(node.index)
    return found


def over(body: Expr, letter: str, size: Dim) -> Expr:
    """``Σ_k c U_k = c Σ_k U_k`` of a number c; of nought it is nought."""
    if is_zero(body):
        return n.ZERO
    if not (isinstance(body, n.Mul) and isinstance(body.children[0], n.Number)):
        return n.IndexedSum(body, letter, size)
    rest = body.children[1:]
    inner = rest[0] if len(rest) == 1 else n.Mul(*rest)
    return times(body.children[0], n.IndexedSum(inner, letter, size))


def put_index(e: Expr, old: str, new: Index) -> Expr:
    """The expression with another index in the place of a letter that is free in it.

    Sums whose letter the new index would take get another letter first.
    """
    memo: dict[Expr, frozenset[str]] = {}
    letters_in(e, memo)

    def exchange(index: Index) -> Index:
        return new if index == old else index

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if old not in memo.get(node, ()):
            return node
        match node:
            case n.Entry():
                return n.Entry(children[0], exchange(node.row), exchange(node.col))
            case n.Delta():
                return delta(exchange(node.data[0]), exchange(node.data[1]))
            case n.Unit():
                return n.Unit(exchange(node.data[0]), node.shape.rows)
            case n.IndexedSum() if node.index == new:
                other = next(c for c in (*SUMMED, *(f"k{i}" for i in range(1, 99))) if c not in all_letters(e))
                return n.IndexedSum(
                    put_index(put_index(node.children[0], node.index, other), old, new), other, node.upper
                )
        return rebuilt(node, children)

    return fold(e, visit, {})
