"""Functions of matrices such as the matrix exponential, where their differential is no integral.

In general ``d(expm(U))`` is the integral of ``expm(s U) d(U) expm((1 - s) U)`` over s from 0 to 1. It can be written
down where U and ``d(U)`` commute, and in a trace, which rotates the factors together. So it is for every power series,
and for the principal root and logarithm.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, plus, times
from gradviz.algebra.nodes import Differential, Expr, Number
from gradviz.algebra.walk import preorder
from gradviz.calculus.rules.products import matrix_power_of
from gradviz.calculus.rules.registry import Registry, Varies

__all__ = ["register"]

SOURCE = "Higham, Functions of Matrices, sect. 10.2"
SERIES = "Higham, Functions of Matrices, sect. 3.2"
PRINCIPAL = "Higham, Functions of Matrices, th. 1.29 and 1.31"
CUT = ("sqrtm", "logm")
"""Functions that need a matrix without eigenvalues from zero down."""
NO_CUT = "no eigenvalue of U is zero or negative"
NO_CUT_INSIDE = "no eigenvalue is zero or negative"
_SLOPES: dict[str, tuple[int, str]] = {"expm": (1, "expm"), "sinm": (1, "cosm"), "cosm": (-1, "sinm")}
"""The derivative of the scalar function: its sign and name; for roots and logarithms see `_slope`."""


def register(rules: Registry) -> None:
    """Add the rules of this family."""

    @rules.add(n.Trace, id="exponential.trace", source=SOURCE)
    def trace_of_exponential(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(expm(U))) = tr(expm(U) d(U))"""
        return _trace(e, lambda name: name == "expm")

    @rules.add(n.Trace, id="matrix-function.trace", source=SERIES)
    def trace_of_function(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(f(U))) = tr(f'(U) d(U))"""
        return _trace(e, lambda name: name in ("sinm", "cosm"))

    @rules.add(n.Trace, id="matrix-function.principal", source=PRINCIPAL, parts="U", within=_inside, condition=NO_CUT)
    def trace_of_principal(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(f(U))) = tr(f'(U) d(U))"""
        return _trace(e, lambda name: name in CUT)

    @rules.add(n.Trace, id="matrix-function.sum", source=SERIES)
    def trace_of_sum(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(U + f(V))) = d(tr(U)) + d(tr(f(V)))"""
        inner = e.children[0]
        if not isinstance(inner, n.Add) or not any(isinstance(p, n.MatrixFunction) and varies(p) for p in preorder(e)):
            return None
        found = []
        for term in filter(varies, inner.children):
            split = factors(term)
            traced = Differential(n.Trace(times(*split.chain))) if not any(map(varies, split.scalars)) else None
            found.append(
                Differential(n.Trace(term)) if traced is None else times(Number(split.number), *split.scalars, traced)
            )
        return plus(*found)

    @rules.add(n.Trace, id="matrix-function.commuting", source=SERIES)
    def trace_of_commuting(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(g(U) f(U))) = tr(f(U) g'(U) d(U)) + tr(g(U) f'(U) d(U))"""
        return _commuting(e, varies) if not _is_cut(e) else None

    @rules.add(n.Trace, id="matrix-function.principal-commuting", source=PRINCIPAL, condition=NO_CUT_INSIDE)
    def trace_of_principal_commuting(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(g(U) f(U))) = tr(f(U) g'(U) d(U)) + tr(g(U) f'(U) d(U))"""
        return _commuting(e, varies)

    @rules.add(n.MatrixFunction, id="exponential.multiple", source=SOURCE)
    def exponential_of_multiple(e: Expr, varies: Varies) -> Expr | None:
        """d(expm(t C)) = d(t C) expm(t C)"""
        return _multiple(e, varies) if e.data == ("expm",) else None

    @rules.add(n.MatrixFunction, id="matrix-function.multiple", source=SERIES)
    def function_of_multiple(e: Expr, varies: Varies) -> Expr | None:
        """d(f(t C)) = d(t C) f'(t C)"""
        return _multiple(e, varies)

    @rules.add(n.MatrixFunction, id="matrix-function.change", source="Higham, Functions of Matrices, sect. 3.1")
    def change_of_function(e: Expr, varies: Varies) -> Expr | None:
        """d(f(U)) = L_f(U, d(U))"""
        assert isinstance(e, n.MatrixFunction)
        inner = e.children[0]
        return n.FunctionChange(inner, Differential(inner), e.function) if e.function not in CUT else None

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


def _slope(function: Expr) -> tuple[Fraction, Expr]:
    """The number in front of ``f'(U)``, and ``f'(U)`` without it."""
    u, name = function.children[0], function.data[0]
    if name == "sqrtm":
        return Fraction(1, 2), n.Inverse(function)
    if name == "logm":
        return Fraction(1), n.Inverse(u)
    sign, slope = _SLOPES[name]
    return Fraction(sign), n.MatrixFunction(u, slope)


def _trace(e: Expr, wanted: Callable[[str], bool]) -> Expr | None:
    inner = e.children[0]
    if not isinstance(inner, n.MatrixFunction) or not wanted(inner.function):
        return None
    number, slope = _slope(inner)
    return times(Number(number), n.Trace(n.Mul(slope, Differential(inner.children[0]))))


def _multiple(e: Expr, varies: Varies) -> Expr | None:
    exponent = e.children[0]
    if any(varies(c) for c in factors(exponent).chain):
        return None
    number, slope = _slope(e)
    return times(Number(number), Differential(exponent), slope)


def _inside(e: Expr) -> tuple[Expr, ...]:
    """The U of ``tr(f(U))``."""
    return e.children[0].children


def _is_cut(e: Expr) -> bool:
    return any(isinstance(p, n.MatrixFunction) and p.function in CUT for p in preorder(e))


def _argument(e: Expr) -> Expr | None:
    """The U of a function of a matrix, of its power or its inverse."""
    while isinstance(e, n.MatrixPower | n.Inverse):
        e = e.children[0]
    return e.children[0] if isinstance(e, n.MatrixFunction) else None


def _change(e: Expr, u: Expr) -> tuple[Fraction, list[Expr]] | None:
    """The number and the factors of ``g'(U)``, of a function ``e = g(U)`` of one matrix; None for anything else."""
    exponent = 1
    base = e
    while isinstance(base, n.MatrixPower | n.Inverse) and base is not u:
        exponent *= base.exponent if isinstance(base, n.MatrixPower) else -1
        base = base.children[0]
    if base is u:
        number, slope = Fraction(1), []
    elif isinstance(base, n.MatrixFunction) and base.children[0] is u:
        number, inner = _slope(base)
        if isinstance(inner, n.Inverse) and inner.children[0] is base:  # of a root: one power less
            return number * exponent, _power(base, exponent - 2)
        slope = [inner]
    else:
        return None
    return number * exponent, _power(base, exponent - 1) + slope


def _power(base: Expr, exponent: int) -> list[Expr]:
    """``base^exponent``, nothing for the identity."""
    if exponent == 0:
        return []
    raised = matrix_power_of(base, abs(exponent))
    return [n.Inverse(raised) if exponent < 0 else raised]


def _commuting(e: Expr, varies: Varies) -> Expr | None:
    split = factors(e.children[0])
    u = next((found for c in split.chain if (found := _argument(c)) is not None), None)
    if u is None or any(varies(s) for s in split.scalars) or not varies(u):
        return None
    traces: list[Expr] = []
    for i, factor in enumerate(split.chain):
        change = _change(factor, u)
        if change is None:
            return None
        number, slope = change
        rest = [*split.chain[:i], *split.chain[i + 1 :], *slope]
        traces.append(times(Number(number), n.Trace(times(*rest, Differential(u)))))
    return times(Number(split.number), *split.scalars, plus(*traces))


def _exponent(e: Expr) -> Expr | None:
    """The U of ``expm(U)`` in a determinant."""
    inner = e.children[0]
    return inner.children[0] if isinstance(inner, n.MatrixFunction) and inner.function == "expm" else None
