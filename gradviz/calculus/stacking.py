"""Derivatives by several scalars, put together: the gradient of a scalar, the Jacobian of anything else."""

from __future__ import annotations

from collections.abc import Sequence

from gradviz.algebra import nodes as n
from gradviz.algebra.build import plus, times, transposed, vec
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.calculus.answer import simplify_line
from gradviz.calculus.canonical import in_layout
from gradviz.calculus.derivation import Kind, Result, Subject
from gradviz.calculus.trail import Trail

__all__ = ["STACK", "stacked"]

STACK = Rule("read-off.stack", "∂f/∂s = a, ∂f/∂t = b => ∇f = [a; b]")


def stacked(trail: Trail, results: Sequence[Result], variables: Sequence[Symbol], layout: str) -> list[Result]:
    """One answer for all variables where they are scalars, with the step that makes it; otherwise the answers as they
    are.
    """
    if len(variables) == 1 or not all(v.is_scalar for v in variables):
        return list(results)
    values = [transposed(r.expression) if r.subject.transposed else r.expression for r in results]
    rows, cols = values[0].shape
    whole: Expr
    if values[0].is_scalar:
        kind = Kind.GRADIENT
        whole = n.Matrix(*values, len(values), 1)
    elif cols == 1 and isinstance(rows, int) and all(isinstance(v, n.Matrix) for v in values):
        kind = Kind.JACOBIAN
        whole = n.Matrix(*[v.children[i] for i in range(rows) for v in values], rows, len(values))
    else:
        kind = Kind.JACOBIAN
        whole = plus(*[times(vec(c), transposed(n.Unit(k + 1, len(values)))) for k, c in enumerate(values)])
    shown, turned = in_layout(whole, kind, layout)
    trail.step(STACK, shown, Subject(kind, tuple(variables), turned))
    simplify_line(trail)
    return [Result(trail.subject, trail.expression)]
