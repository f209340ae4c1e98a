"""The derivative of a matrix by a vector as a stack of slices: one matrix for each entry of the vector."""

from __future__ import annotations

from collections.abc import Sequence

from gradviz.algebra import nodes as n
from gradviz.algebra.build import put_differentials, zero
from gradviz.algebra.nodes import Differential, Expr, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.walk import preorder, symbols
from gradviz.calculus.answer import simplify_line
from gradviz.calculus.derivation import Kind, Result, Subject
from gradviz.calculus.trail import Trail

__all__ = ["SLICE", "read_slices"]

SLICE = Rule(
    "read-off.slice", "d(F)(dx) => d(F)(e_k)", "Magnus & Neudecker, Matrix Differential Calculus, ch. 9, sec. 2"
)


def read_slices(trail: Trail, variables: Sequence[Symbol]) -> list[Result]:
    """Put the unit vector ``e_k`` for the increment of each vector: what is left is the slice ``dF / d x_k``."""
    linear, subject = trail.expression, trail.subject
    index = _free_letter(linear)
    results = []
    for variable in variables:
        trail.expression, trail.subject = linear, subject
        values: dict[Expr, Expr] = {Differential(v): zero(v.shape) for v in variables}
        values[Differential(variable)] = n.Unit(index, variable.shape.rows)
        trail.step(
            SLICE,
            put_differentials(linear, values),
            Subject(Kind.SLICE, (variable,)),
            (("e_k", values[Differential(variable)]),),
        )
        simplify_line(trail)
        results.append(Result(trail.subject, trail.expression))
    return results


def _free_letter(e: Expr) -> str:
    """A letter for the index that is no symbol, no size and no index of the expression."""
    taken = {s.name for s in symbols(e)}
    for node in preorder(e):
        taken |= {d for d in node.shape if isinstance(d, str)}
        taken |= {node.index} if isinstance(node, n.IndexedSum) else set()
    return next(letter for letter in ("k", "j", "i", "l", "k_0") if letter not in taken)
