"""Sums over families as products of matrices: ``Σ_i log(1 + exp(-y_i x_i'w))`` is ``1' softplus(-y ⊙ X w)``.

The members of a family stand under one another in a matrix of numbers, one row a member: ``x_i`` of R^n, i = 1, ..., l,
is an l × n matrix, a number ``y_i`` a column of l numbers, a matrix ``A_i`` of m rows a block of m rows. A sum over i
becomes operations on these matrices, one for all members; a sum of which that is not known is written out, term by
term. In both forms a sum over rows of data is seen as such (`gradviz.numeric.descent.rows`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import SCALAR, Dim, dim_product
from gradviz.algebra.walk import fold, node_count, postorder, substitute
from gradviz.numeric.binding import Binding
from gradviz.numeric.family_rows import summed
from gradviz.sentences import say

__all__ = ["FamilyError", "stacked_symbols", "without_sums"]

LONGEST = 20_000
"""Nodes of a sum that is written out term by term."""
_ENTRYWISE = frozenset({"positive", "nonnegative"})
"""What holds of a stack because it holds of each member."""


class FamilyError(ValueError):
    """A family that has no numbers; the message says which and why."""


def stacked_symbols(*roots: Expr) -> dict[Symbol, Symbol]:
    """The members of families that are summed over, each with the symbol of all members' numbers.

    ``x_i`` and ``x_j`` are members of one family, and its symbol has the name of the first of them in the alphabet.

    Raises
    ------
    FamilyError
        For a member with two indices, and for matrices of a kind that a stack of them does not keep.
    """
    sums = [node for node in postorder(*roots) if isinstance(node, n.IndexedSum)]
    members = [node for node in postorder(*sums) if isinstance(node, Symbol)]
    indices = {node.index: node.upper for node in sums}
    found: dict[Symbol, tuple[tuple[str, str], Dim]] = {}
    for symbol in members:
        own = [index for index in indices if n.is_member(symbol, index)]
        if len(own) > 1:
            raise FamilyError(
                say("{name} has two indices, and sums over such families have no numbers yet", name=symbol.name)
            )
        if own:
            base, _, subscript = symbol.name.partition("_")
            found[symbol] = ((base, subscript.replace(own[0], "*")), indices[own[0]])
    names: dict[tuple[str, str], str] = {}
    for symbol, (family, _) in sorted(found.items(), key=lambda item: item[0].name):
        names.setdefault(family, symbol.name)
    return {s: _stack(s, names[family], upper) for s, (family, upper) in found.items()}


def _stack(symbol: Symbol, name: str, upper: Dim) -> Symbol:
    kinds = symbol.properties - _ENTRYWISE
    if symbol.shape.is_matrix and kinds:
        raise FamilyError(
            say(
                "numbers for matrices {name} that are {properties} are not made yet",
                name=symbol.name,
                properties=" and ".join(sorted(kinds)),
            )
        )
    rows, cols = symbol.shape
    if symbol.shape.is_matrix:
        return Symbol(name, (dim_product(upper, rows), cols), symbol.properties & _ENTRYWISE)
    width = rows if cols == 1 else cols  # vectors lie down, so that a row is a member
    return Symbol(name, (upper, width), symbol.properties & _ENTRYWISE)


def without_sums(roots: Sequence[Expr], binding: Binding, variables: Sequence[Symbol] = ()) -> list[Expr]:
    """Expressions of the same values without sums over families.

    Parameters
    ----------
    roots : what to rewrite; together, so that families have one name in all of them.
    binding : sizes, for sums that are written out.
    variables : what the expressions are functions of.

    Raises
    ------
    FamilyError
        See `stacked_symbols`; for a variable that is a family; and for a sum that has to be written out and is too
        long, or has no size.
    """
    if not any(isinstance(node, n.IndexedSum) for node in postorder(*roots)):
        return list(roots)
    stacks = stacked_symbols(*roots)
    for variable in variables:
        if variable in stacks:
            raise FamilyError(
                say("{name} stands for every member of a family, and the variable has to be one", name=variable.name)
            )
    memo: dict[Expr, Expr] = {}

    def visit(node: Expr, children: list[Expr]) -> Expr:
        rebuilt = node.with_children(children)
        if not isinstance(rebuilt, n.IndexedSum):
            return rebuilt
        own = {s: stack for s, stack in stacks.items() if n.is_member(s, rebuilt.index)}
        counts = any(isinstance(e, n.DimNumber) and n.is_member(e, rebuilt.index) for e in postorder(rebuilt))
        return (None if counts else summed(rebuilt, own)) or _written_out(rebuilt, own, binding)

    return [fold(root, visit, memo) for root in roots]


def _written_out(node: n.IndexedSum, stacks: Mapping[Symbol, Symbol], binding: Binding) -> Expr:
    """The sum as its terms, one after the other."""
    body, index, upper = node.children[0], node.index, node.upper
    try:
        count = binding.size(upper)
    except KeyError as missing:
        raise FamilyError(say("the dimension {name} has no size", name=missing.args[0])) from missing
    if count * node_count(body) > LONGEST:
        raise FamilyError(
            say(
                "the sum over {index} has {n} terms that cannot be computed together, which is too many",
                index=index,
                n=count,
            )
        )
    units = [e for e in postorder(body) if isinstance(e, n.Unit) and e.data[0] == index]
    places = [e for e in postorder(body) if isinstance(e, n.DimNumber) and n.is_member(e, index)]
    terms = []
    for k in range(1, count + 1):
        given: dict[Expr, Expr] = {s: _member(s, stack, k, upper) for s, stack in stacks.items()}
        given.update({e: n.Unit(k, e.shape.rows) for e in units})
        given.update({e: n.Number(k) for e in places})
        terms.append(substitute(body, given))
    return terms[0] if len(terms) == 1 else n.Add(*terms)


def _member(symbol: Symbol, stack: Symbol, k: int, upper: Dim) -> Expr:
    """The k-th member, out of the stack of all."""
    if symbol.shape == SCALAR:
        return n.Entry(stack, k, 1)
    unit = n.Transpose(n.Unit(k, upper))
    if symbol.shape.is_column:
        return n.Transpose(n.Mul(unit, stack))
    if symbol.shape.rows == 1:
        return n.Mul(unit, stack)
    return n.Mul(n.Kronecker(unit, n.Identity(symbol.shape.rows)), stack)
