"""Functions of matrices such as the matrix exponential, where their differential is no integral.

In general ``d(expm(U))`` is the integral of ``expm(s U) d(U) expm((1 - s) U)`` over s from 0 to 1. It can be written
down where U and ``d(U)`` commute, and in a trace, which rotates the factors together. So it is for every power series.
"""

from __future__ import annotations

from collections.abc import Callable

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors
from gradviz.algebra.nodes import Differential, Expr
from gradviz.calculus.rules.registry import Registry, Varies

__all__ = ["register"]

SOURCE = "Higham, Functions of Matrices, sect. 10.2"
SERIES = "Higham, Functions of Matrices, sect. 3.2"
_SLOPES: dict[str, tuple[int, str]] = {"expm": (1, "expm"), "sinm": (1, "cosm"), "cosm": (-1, "sinm")}
"""The derivative of the scalar function: its sign and name."""


def register(rules: Registry) -> None:
    """Add the rules of this family."""

    @rules.add(n.Trace, id="exponential.trace", source=SOURCE)
    def trace_of_exponential(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(expm(U))) = tr(expm(U) d(U))"""
        return _trace(e, lambda name: name == "expm")

    @rules.add(n.Trace, id="matrix-function.trace", source=SERIES)
    def trace_of_function(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(f(U))) = tr(f'(U) d(U))"""
        return _trace(e, lambda name: name != "expm")

    @rules.add(n.MatrixFunction, id="exponential.multiple", source=SOURCE)
    def exponential_of_multiple(e: Expr, varies: Varies) -> Expr | None:
        """d(expm(t C)) = d(t C) expm(t C)"""
        return _multiple(e, varies) if e.data == ("expm",) else None

    @rules.add(n.MatrixFunction, id="matrix-function.multiple", source=SERIES)
    def function_of_multiple(e: Expr, varies: Varies) -> Expr | None:
        """d(f(t C)) = d(t C) f'(t C)"""
        return _multiple(e, varies)

    @rules.add(n.Determinant, id="exponential.determinant", source="Magnus & Neudecker, ch. 1, sec. 22")
    def determinant_of_exponential(e: Expr, varies: Varies) -> Expr | None:
        """det(expm(U)) = exp(tr(U))"""
        inner = _exponent(e)
        return None if inner is None else Differential(n.Apply(n.Trace(inner), "exp"))

    @rules.add(n.LogDet, id="exponential.logdet", source="Magnus & Neudecker, ch. 1, sec. 22")
    def log_determinant_of_exponential(e: Expr, varies: Varies) -> Expr | None:
        """logdet(expm(U)) = tr(U)"""
        inner = _exponent(e)
        return None if inner is None else Differential(n.Trace(inner))


def _slope(function: Expr) -> tuple[int, Expr]:
    """The sign of ``f'(U)``, and ``f'(U)`` without it."""
    sign, name = _SLOPES[function.data[0]]
    return sign, n.MatrixFunction(function.children[0], name)


def _trace(e: Expr, wanted: Callable[[str], bool]) -> Expr | None:
    inner = e.children[0]
    if not isinstance(inner, n.MatrixFunction) or not wanted(inner.function):
        return None
    sign, slope = _slope(inner)
    found = n.Trace(n.Mul(slope, Differential(inner.children[0])))
    return found if sign > 0 else n.Mul(n.MINUS_ONE, found)


def _multiple(e: Expr, varies: Varies) -> Expr | None:
    exponent = e.children[0]
    if any(varies(c) for c in factors(exponent).chain):
        return None
    sign, slope = _slope(e)
    found = n.Mul(Differential(exponent), slope)
    return found if sign > 0 else n.Mul(n.MINUS_ONE, *found.children)


def _exponent(e: Expr) -> Expr | None:
    """The U of ``expm(U)`` in a determinant."""
    inner = e.children[0]
    return inner.children[0] if isinstance(inner, n.MatrixFunction) and inner.function == "expm" else None
