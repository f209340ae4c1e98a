"""Derivatives of matrix functions, ``L(U, E)``, which are linear in the direction E."""

from __future__ import annotations

from itertools import combinations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, plus, times, transposed
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.rewriting import rule
from gradviz.algebra.simplify.collect import bracket

__all__ = ["RULES"]


@rule("change.scalar")
def scalar_out(e: Expr) -> Expr | None:
    """L(U, s A) = s L(U, A)"""
    if not isinstance(e, n.FunctionChange):
        return None
    split = factors(e.children[1])
    if not split.chain or (split.number == 1 and not split.scalars):
        return None
    return times(Number(split.number), *split.scalars, e.with_children([e.children[0], times(*split.chain)]))


@rule("change.transpose")
def transpose_of_change(e: Expr) -> Expr | None:
    """L(U, A)' = L(U', A')"""
    if not isinstance(e, n.Transpose) or not isinstance(e.children[0], n.FunctionChange):
        return None
    return e.children[0].with_children([transposed(c) for c in e.children[0].children])


@rule("change.sum")
def sum_of_changes(e: Expr) -> Expr | None:
    """L(U, A) + L(U, B) = L(U, A + B)"""
    if not isinstance(e, n.Add):
        return None
    found = [(split, split.chain[0]) for split in map(factors, e.children) if len(split.chain) == 1]
    if len(found) != len(e.children):
        return None
    for (i, (one, a)), (j, (other, b)) in combinations(enumerate(found), 2):
        if not (isinstance(a, n.FunctionChange) and isinstance(b, n.FunctionChange)):
            continue
        if a.children[0] is not b.children[0] or a.function != b.function or one.scalars != other.scalars:
            continue
        direction = bracket(times(Number(one.number), a.children[1]), times(Number(other.number), b.children[1]))
        joined = times(*one.scalars, n.FunctionChange(a.children[0], direction, a.function))
        return plus(*[joined if k == i else t for k, t in enumerate(e.children) if k != j])
    return None


RULES = (scalar_out, transpose_of_change, sum_of_changes)
