"""Landscapes for the widgets, built by hand."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import MINUS_ONE, ONE, Add, Apply, Expr, Mul, Number, Power, Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.algebra.walk import symbols
from gradviz.numeric.binding import default_binding
from gradviz.numeric.landscape import Landscape, default_plane

x, y = Symbol("x", SCALAR), Symbol("y", SCALAR)
w, X, b = Symbol("w", ("n", 1)), Symbol("X", ("m", "n")), Symbol("b", ("m", 1))
TWO = Number(2)


def minus(a: Expr, b: Expr) -> Expr:
    return Add(a, Mul(MINUS_ONE, b))


def landscape(function: Expr, gradients: dict[Symbol, Expr]) -> Landscape:
    variables = list(gradients)
    binding = default_binding(list(dict.fromkeys([*symbols(function), *variables])), variables=variables)
    return Landscape(function, gradients, None, binding, default_plane(variables, binding))


def bowl() -> Landscape:
    """``x² + 4 y²``."""
    function = Add(Power(x, TWO), Mul(Number(4), Power(y, TWO)))
    return landscape(function, {x: Mul(TWO, x), y: Mul(Number(8), y)})


def rosenbrock() -> Landscape:
    residual = minus(y, Power(x, TWO))
    function = Add(Power(minus(ONE, x), TWO), Mul(Number(100), Power(residual, TWO)))
    gx = Add(Mul(Number(-2), minus(ONE, x)), Mul(Number(-400), x, residual))
    return landscape(function, {x: gx, y: Mul(Number(200), residual)})


def least_squares() -> Landscape:
    residual = minus(b, Mul(X, w))
    return landscape(Power(n.Norm(residual, "2"), TWO), {w: Mul(Number(-2), n.Transpose(X), residual)})


def barrier() -> Landscape:
    """``x + y - log x - log y``: undefined on three quarters of the plane."""
    function = minus(Add(x, y), Add(Apply(x, "log"), Apply(y, "log")))
    return landscape(function, {x: minus(ONE, n.Quotient(ONE, x)), y: minus(ONE, n.Quotient(ONE, y))})


def hill() -> Landscape:
    """``3 exp(-x² - y²)``."""
    bell = Mul(Number(3), Apply(minus(Mul(MINUS_ONE, Power(x, TWO)), Power(y, TWO)), "exp"))
    return landscape(bell, {x: Mul(Number(-2), x, bell), y: Mul(Number(-2), y, bell)})


def constant() -> Landscape:
    return landscape(Add(ONE, Mul(Number(0), x, y)), {x: n.ZERO, y: n.ZERO})
