"""Like terms in entries: they differ in the names of summed letters and in the order of their factors only.

``Σ_k A_ki (y_k - x_k) + Σ_l (y_l - x_l) A_li = 2 Σ_k A_ki (y_k - x_k)``; of a symmetric matrix ``S_ik = S_ki``.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from itertools import permutations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import plus, rebuilt, times
from gradviz.algebra.nodes import Expr, Index, Number, Symbol
from gradviz.algebra.properties import is_symmetric
from gradviz.algebra.simplify import collect
from gradviz.algebra.walk import fold, preorder, symbols
from gradviz.calculus.components.letters import letters_in, over
from gradviz.calculus.symmetry import SYMMETRIC, declared_symmetric
from gradviz.calculus.trail import Trail

__all__ = ["collect_entries"]

MAX_REORDERED = 4
"""Of more sums one inside the other the order is taken as it is."""


def collect_entries(trail: Trail) -> None:
    """Add the like terms of the line."""
    line = trail.expression
    found = _collected(line, ())
    if found is line:
        return
    needed = [s.name for s in declared_symmetric(line) if _collected(line, (s,)) is not found]
    trail.step(collect.like_terms, found, conditions=[SYMMETRIC + name for name in needed])


def _collected(line: Expr, general: Collection[Symbol]) -> Expr:
    """The line with its like terms added; of some symbols it is not used that they are symmetric."""
    keys = _Keys(general)

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if isinstance(node, n.Add) and node.is_scalar:
            return _added(node, children, keys)
        if all(a is b for a, b in zip(children, node.children, strict=True)):
            return node
        if isinstance(node, n.IndexedSum) and node.is_scalar:
            return over(children[0], *node.data)
        return times(*children) if isinstance(node, n.Mul) else rebuilt(node, children)

    return fold(line, visit)


def _added(node: Expr, terms: list[Expr], keys: _Keys) -> Expr:
    numbers: dict[str, Fraction] = {}
    first: dict[str, Expr] = {}
    for term in terms:
        number, rest = _split(term)
        key = keys.of(rest, {})
        first.setdefault(key, rest)
        numbers[key] = numbers.get(key, Fraction(0)) + number
    if len(first) == len(terms):
        return node if all(a is b for a, b in zip(terms, node.children, strict=True)) else plus(*terms)
    found = [times(Number(numbers[key]), rest) for key, rest in first.items() if numbers[key]]
    return plus(*found) if found else n.ZERO


def _split(term: Expr) -> tuple[Fraction, Expr]:
    """The number in front, and the rest."""
    if isinstance(term, n.Mul) and isinstance(term.children[0], Number):
        rest = term.children[1:]
        return term.children[0].value, rest[0] if len(rest) == 1 else n.Mul(*rest)
    return Fraction(1), term


class _Keys:
    """A name for every expression in entries, the same for those that are equal but for letters and order."""

    def __init__(self, general: Collection[Symbol]) -> None:
        self._general = set(general)
        self._atoms: dict[Expr, int] = {}

    def of(self, e: Expr, bound: Mapping[str, str]) -> str:
        def place(index: Index) -> str:
            return bound.get(index, index) if isinstance(index, str) else str(index)

        match e:
            case n.Entry():
                places = [place(e.row), place(e.col)]
                if is_symmetric(e.children[0]) and not self._general.intersection(symbols(e.children[0])):
                    places.sort()
                return f"{self._atom(e.children[0])}[{','.join(places)}]"
            case n.Delta():
                return f"d[{','.join(sorted(map(place, e.data)))}]"
            case n.Mul() if e.is_scalar:
                return f"({'*'.join(sorted(self.of(c, bound) for c in e.children))})"
            case n.Add() if e.is_scalar:
                return f"({'+'.join(sorted(self.of(c, bound) for c in e.children))})"
            case n.IndexedSum() if e.is_scalar and not _is_family(e):
                return self._sum(e, bound)
            case n.Apply() | n.Power() | n.Quotient() if e.is_scalar:
                inner = ";".join(self.of(c, bound) for c in e.children)
                return f"{type(e).__name__}{e.data}({inner})"
        letters = ",".join(f"{i}={bound[i]}" for i in sorted(letters_in(e)) if i in bound)
        return f"{self._atom(e)}<{letters}>"

    def _sum(self, e: n.IndexedSum, bound: Mapping[str, str]) -> str:
        sums: list[n.IndexedSum] = []
        body: Expr = e
        while isinstance(body, n.IndexedSum) and not _is_family(body):
            sums.append(body)
            body = body.children[0]
        orders = permutations(sums) if len(sums) <= MAX_REORDERED else [tuple(sums)]
        found = []
        for order in orders:
            names = {s.index: f"#{len(bound) + k}" for k, s in enumerate(order)}
            found.append(f"S{[str(s.upper) for s in order]}{self.of(body, {**bound, **names})}")
        return min(found)

    def _atom(self, e: Expr) -> str:
        return f"@{self._atoms.setdefault(e, len(self._atoms))}"


def _is_family(e: n.IndexedSum) -> bool:
    """A sum of the author's own, over the members of a family."""
    return any(n.is_member(part, e.index) for part in preorder(e))
