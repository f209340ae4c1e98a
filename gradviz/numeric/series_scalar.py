"""Truncated power series arithmetic: the exact derivatives of a compiled expression, to any order.

A *series* is the list ``[a_0, a_1, ...]`` of the coefficients of ``a(s) = Σ a_k s^k``, each an array of shape
(rows, cols, batch); coefficients that are missing at the end are nought, so a constant is a list of one. Each
operation of `gradviz.numeric.kernels` has its twin here, by the recurrences of Griewank & Walther, *Evaluating
Derivatives* (2nd ed., sec. 13.2); nothing is differenced, so nothing is lost to rounding.

Where an operation has no derivative (``|a|`` at nought) the coefficients from the first on are NaN.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gradviz.numeric import kernels
from gradviz.numeric.kernels import Array

__all__ = [
    "Rule",
    "Series",
    "add",
    "arccos",
    "arcsin",
    "arcsinh",
    "arctan",
    "bilinear",
    "cos",
    "cosh",
    "cube",
    "divide",
    "exp",
    "fourth",
    "inner",
    "kinked",
    "level",
    "linear",
    "log",
    "matmul",
    "multiply",
    "one_minus_square",
    "power",
    "product_coefficient",
    "real_power",
    "reciprocal",
    "sigmoid",
    "sin",
    "sinh",
    "softplus",
    "sqrt",
    "square",
    "stacked",
    "subtract",
    "tan",
    "tanh",
    "with_slope",
]

Series = list[Array]
Rule = Callable[..., Series]
"""A function of the order and the operands' series."""


# --- linear and bilinear operations --------------------


def linear(kernel: Callable[..., Array]) -> Rule:
    """The twin of an operation that acts on each coefficient by itself."""
    return lambda order, a: [kernel(c) for c in a]


def stacked(kernel: Callable[..., Array]) -> Rule:
    """The twin of ``stack``: coefficient by coefficient, with noughts for those that have ended."""

    def run(order: int, *parts: Series) -> Series:
        length = max(len(p) for p in parts)
        nought = np.zeros((1, 1, 1))
        return [kernel(*[p[k] if k < len(p) else nought for p in parts]) for k in range(length)]

    return run


def add(order: int, a: Series, b: Series) -> Series:
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    return [np.add(x, y) for x, y in zip(long, short, strict=False)] + long[len(short) :]


def subtract(order: int, a: Series, b: Series) -> Series:
    both = [np.subtract(x, y) for x, y in zip(a, b, strict=False)]
    return both + (a[len(b) :] if len(a) >= len(b) else [np.negative(y) for y in b[len(a) :]])


def bilinear(kernel: Callable[[Array, Array], Array]) -> Rule:
    """The twin of a product: ``c_k = Σ_j a_j b_{k-j}``."""

    def run(order: int, a: Series, b: Series) -> Series:
        result = []
        for k in range(min(len(a) + len(b) - 2, order) + 1):
            total: Array | None = None
            for j in range(max(0, k - len(b) + 1), min(k, len(a) - 1) + 1):
                term = kernel(a[j], b[k - j])
                total = term if total is None else np.add(total, term)
            assert total is not None
            result.append(total)
        return result

    return run


multiply = bilinear(np.multiply)
matmul = bilinear(kernels.matmul)
inner = bilinear(kernels.inner)


def square(order: int, a: Series) -> Series:
    return multiply(order, a, a)


def cube(order: int, a: Series) -> Series:
    return multiply(order, square(order, a), a)


def fourth(order: int, a: Series) -> Series:
    return square(order, square(order, a))


# --- quotients and powers --------------------


def divide(order: int, a: Series, b: Series) -> Series:
    """``c_k = (a_k - Σ_{j≥1} b_j c_{k-j}) / b_0``."""
    result: Series = []
    last = order if len(b) > 1 else len(a) - 1
    for k in range(last + 1):
        top = a[k] if k < len(a) else np.zeros((1, 1, 1))
        for j in range(1, min(k, len(b) - 1) + 1):
            top = top - b[j] * result[k - j]
        result.append(np.asarray(top / b[0]))
    return result


def reciprocal(order: int, a: Series) -> Series:
    return divide(order, [np.ones((1, 1, 1))], a)


def real_power(order: int, a: Series, p: float) -> Series:
    """``c_k = 1/(k a_0) Σ_{j=1}^k ((p+1) j - k) a_j c_{k-j}``; `a_0` must not be nought."""
    result = [np.asarray(np.power(a[0], p))]
    if len(a) == 1:
        return result
    for k in range(1, order + 1):
        total: Array = np.zeros((1, 1, 1))
        for j in range(1, min(k, len(a) - 1) + 1):
            total = total + ((p + 1) * j - k) * (a[j] * result[k - j])
        result.append(np.asarray(total / (k * a[0])))
    return result


def sqrt(order: int, a: Series) -> Series:
    return [np.sqrt(a[0]), *real_power(order, a, 0.5)[1:]]


def whole_power(order: int, a: Series, p: int) -> Series:
    """By repeated squaring: it knows no division and holds at nought."""
    if p < 0:
        return reciprocal(order, whole_power(order, a, -p))
    result: Series = [np.ones((1, 1, 1))]
    while p:
        if p & 1:
            result = multiply(order, result, a)
        p >>= 1
        if p:
            a = square(order, a)
    return result


def power(order: int, a: Series, p: Series) -> Series:
    """A whole or real constant exponent, or ``e^(p log a)``."""
    if len(a) == len(p) == 1:
        return [kernels.power(a[0], p[0])]
    if len(p) == 1 and p[0].size == 1:
        exponent = float(p[0].item())
        if exponent == round(exponent) and abs(exponent) <= 1024:
            return whole_power(order, a, int(exponent))
        return real_power(order, a, exponent)
    return [kernels.power(a[0], p[0]), *exp(order, multiply(order, p, log(order, a)))[1:]]


# --- functions with a differential equation --------------------


def _integrated(order: int, a: Series, start: Array, slope: Callable[[int], Array], steps: Series) -> Series:
    """``c`` with ``c' = d(s) a'``, of which `slope` gives the coefficient ``d_k`` once ``c_0 .. c_k`` are known."""
    steps.append(start)
    if len(a) == 1:
        return steps
    slopes: Series = []
    for k in range(1, order + 1):
        slopes.append(slope(k - 1))
        total: Array = np.zeros((1, 1, 1))
        for j in range(1, min(k, len(a) - 1) + 1):
            total = total + j * (a[j] * slopes[k - j])
        steps.append(np.asarray(total / k))
    return steps


def product_coefficient(a: Series, b: Series, k: int) -> Array:
    """The k-th coefficient of a product."""
    total: Array = np.zeros((1, 1, 1))
    for j in range(max(0, k - len(b) + 1), min(k, len(a) - 1) + 1):
        total = total + a[j] * b[k - j]
    return total


def exp(order: int, a: Series) -> Series:
    c: Series = []
    return _integrated(order, a, np.exp(a[0]), lambda k: c[k], c)


def tan(order: int, a: Series) -> Series:
    """``c' = (1 + c²) a'``."""
    c: Series = []
    return _integrated(order, a, np.tan(a[0]), lambda k: (k == 0) + product_coefficient(c, c, k), c)


def tanh(order: int, a: Series) -> Series:
    """``c' = (1 - c²) a'``."""
    c: Series = []
    return _integrated(order, a, np.tanh(a[0]), lambda k: (k == 0) - product_coefficient(c, c, k), c)


def sigmoid(order: int, a: Series) -> Series:
    """``c' = c (1 - c) a'``."""
    c: Series = []
    rest = kernels.sigmoid(-a[0])  # 1 - c_0, which would be lost to rounding for large arguments

    def slope(k: int) -> Array:
        if k == 0:
            return np.asarray(c[0] * rest)
        total = c[k] * (rest - c[0])
        for j in range(1, k):
            total = total - c[j] * c[k - j]
        return np.asarray(total)

    return _integrated(order, a, kernels.sigmoid(a[0]), slope, c)


def with_slope(value: Callable[[Array], Array], derivative: Callable[[int, Series], Series]) -> Rule:
    """A function whose derivative is a simpler one: ``c_k = 1/k Σ j a_j d_{k-j}``."""

    def run(order: int, a: Series) -> Series:
        if len(a) == 1:
            return [value(a[0])]
        d = derivative(max(order - 1, 0), a)
        slope: Callable[[int], Array] = lambda k: d[k] if k < len(d) else np.zeros((1, 1, 1))  # noqa: E731
        return _integrated(order, a, value(a[0]), slope, [])

    return run


def one_minus_square(order: int, a: Series) -> Series:
    """``1 - a^2``."""
    return subtract(order, [np.ones((1, 1, 1))], square(order, a))


def _one_plus_square(order: int, a: Series) -> Series:
    return add(order, [np.ones((1, 1, 1))], square(order, a))


log = with_slope(np.log, reciprocal)
softplus = with_slope(kernels.softplus, sigmoid)
arcsin = with_slope(np.arcsin, lambda k, a: real_power(k, one_minus_square(k, a), -0.5))
arccos = with_slope(np.arccos, lambda k, a: [-c for c in real_power(k, one_minus_square(k, a), -0.5)])
arctan = with_slope(np.arctan, lambda k, a: reciprocal(k, _one_plus_square(k, a)))
arcsinh = with_slope(np.arcsinh, lambda k, a: real_power(k, _one_plus_square(k, a), -0.5))


def _pair(value: Callable[[Array], Array], other: Callable[[Array], Array], sign: float) -> Rule:
    """Sine and cosine, or their hyperbolic kin: ``c' = d a'`` and ``d' = sign c a'``."""

    def run(order: int, a: Series) -> Series:
        c, d = [value(a[0])], [other(a[0])]
        if len(a) == 1:
            return c
        for k in range(1, order + 1):
            first: Array = np.zeros((1, 1, 1))
            second: Array = np.zeros((1, 1, 1))
            for j in range(1, min(k, len(a) - 1) + 1):
                first = first + j * (a[j] * d[k - j])
                second = second + j * (a[j] * c[k - j])
            c.append(np.asarray(first / k))
            d.append(np.asarray(sign * second / k))
        return c

    return run


# cos' = -sin: with c = cos and d = -sin the same recurrence serves, and its sign is that of c'' = -c.
sin = _pair(np.sin, np.cos, -1.0)
cos = _pair(np.cos, lambda z: -np.sin(z), -1.0)
sinh = _pair(np.sinh, np.cosh, 1.0)
cosh = _pair(np.cosh, np.sinh, 1.0)


# --- functions with a kink --------------------


def kinked(kernel: Callable[[Array], Array], slope: Callable[[Array], Array]) -> Rule:
    """A function that is a multiple `slope` of its argument on either side of nought, and has no derivative there."""

    def run(order: int, a: Series) -> Series:
        if len(a) == 1:
            return [kernel(a[0])]
        factor = np.where(a[0] == 0, np.nan, slope(a[0]))
        return [kernel(a[0]), *[factor * c for c in a[1:]]]

    return run


def level(kernel: Callable[[Array], Array]) -> Rule:
    """A function that is constant on either side of nought."""
    return kinked(kernel, np.zeros_like)
