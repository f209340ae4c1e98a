"""Formulas written with Python's operators, for tests that need many of them."""

from __future__ import annotations

from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.numeric.binding import Binding, default_binding
from gradviz.numeric.curve import Curve
from gradviz.numeric.landscape import Landscape, Plane
from gradviz.numeric.planes import Coordinate


class F:
    """A scalar formula; ``.expr`` is its expression."""

    def __init__(self, expr: Expr) -> None:
        self.expr = expr

    def __add__(self, other: F | float) -> F:
        return F(n.Add(self.expr, of(other)))

    def __sub__(self, other: F | float) -> F:
        return F(n.Add(self.expr, n.Mul(n.MINUS_ONE, of(other))))

    def __mul__(self, other: F | float) -> F:
        return F(n.Mul(self.expr, of(other)))

    def __truediv__(self, other: F | float) -> F:
        return F(n.Quotient(self.expr, of(other)))

    def __pow__(self, other: F | float) -> F:
        return F(n.Power(self.expr, of(other)))

    def __radd__(self, other: float) -> F:
        return F(n.Add(of(other), self.expr))

    def __rsub__(self, other: float) -> F:
        return F(of(other)) - self

    def __rmul__(self, other: float) -> F:
        return F(n.Mul(of(other), self.expr))

    def __rtruediv__(self, other: float) -> F:
        return F(n.Quotient(of(other), self.expr))

    def __neg__(self) -> F:
        return F(n.Mul(n.MINUS_ONE, self.expr))


def of(value: F | float) -> Expr:
    return value.expr if isinstance(value, F) else n.Number(Fraction(value))


def apply(name: str, argument: F) -> F:
    return F(n.Apply(argument.expr, name))


def sin(a: F) -> F:
    return apply("sin", a)


def cos(a: F) -> F:
    return apply("cos", a)


def exp(a: F) -> F:
    return apply("exp", a)


def log(a: F) -> F:
    return apply("log", a)


X, Y, Z = (Symbol(name, SCALAR) for name in "xyz")
x, y, z = F(X), F(Y), F(Z)
HIMMELBLAU = (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2
ROSENBROCK = (1 - x) ** 2 + 100 * (y - x**2) ** 2
MONKEY = x**3 - 3 * x * y**2


def scene(
    formula: F, gradient: tuple[F, ...] | None = None, hessian: tuple[F, ...] | None = None, **values: float
) -> Landscape:
    """A landscape over x and y (and z when there is a third derivative or a value for it)."""
    symbols = [X, Y, Z][: max(len(gradient or ()), 3 if "z" in values else 2)]
    binding = Binding({}, {**default_binding(symbols, variables=symbols).values, **values})
    gradients = dict(zip(symbols, [g.expr for g in gradient], strict=True)) if gradient else {}
    matrix = n.Matrix(*[h.expr for h in hessian], len(symbols), len(symbols)) if hessian else None
    return Landscape(formula.expr, gradients, matrix, binding, Plane(Coordinate(X), Coordinate(Y)))


def curve(formula: F, **values: float) -> Curve:
    binding = Binding({}, {**default_binding([X, Y, Z]).values, **values})
    return Curve(formula.expr, [X], binding, Coordinate(X))
