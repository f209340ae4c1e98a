"""Where the gradient vanishes, solved for where the gradient is affine in the variable: from a loss to its minimum."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import inverse, negative, rebuilt, times, zero
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.properties import facts
from gradviz.algebra.rewriting import rewrite
from gradviz.algebra.simplify import COMPACT
from gradviz.algebra.walk import contains, fold
from gradviz.calculus.canonical import read_off
from gradviz.calculus.derivation import Derivation, Kind, StationaryPoint, Subject
from gradviz.calculus.expansion import expand
from gradviz.calculus.polynomial import split_by_degree
from gradviz.calculus.trail import CannotError, Trail

__all__ = ["stationary_point"]


def stationary_point(derivation: Derivation) -> StationaryPoint | None:
    """The stationary point of a function of one vector whose gradient is affine in it, and no mere multiple."""
    if derivation.order != 1 or len(derivation.results) != 1 or len(derivation.variables) != 1:
        return None
    result = derivation.results[0]
    (x,) = derivation.variables
    gradient = result.expression
    if result.subject.kind is not Kind.GRADIENT or result.subject.transposed or not x.shape.is_column:
        return None
    try:
        degrees = split_by_degree(gradient, x, n.Differential(x))
        if set(degrees) != {0, 1}:
            return None
        trail = Trail(Subject(Kind.GRADIENT_DIFFERENTIAL, (x,)), n.Differential(gradient))
        expand(trail, (x,))
        (second,) = read_off(trail, (x,), "mixed", second=True)
    except CannotError:
        return None
    hessian = second.expression
    if contains(hessian, x):
        return None
    right_side = rewrite(negative(_at_zero(gradient, x)), COMPACT)
    if isinstance(right_side, n.Zero):
        return None  # H x = 0: the origin, which nobody needs solved
    point = rewrite(times(inverse(hessian), right_side), COMPACT)
    return StationaryPoint(x, hessian, right_side, point, _kind(hessian))


def _at_zero(e: Expr, x: Symbol) -> Expr:
    """The expression with zero put for x, what vanishes left out."""

    def visit(node: Expr, children: list[Expr]) -> Expr:
        return zero(x.shape) if node is x else rebuilt(node, children)

    return fold(e, visit)


def _kind(hessian: Expr) -> str:
    if "positive semidefinite" in facts(hessian):
        return "minimum"
    return "maximum" if "positive semidefinite" in facts(negative(hessian)) else "stationary point"
