"""Truncated power series of vectors and matrices: norms, extremes, inverses and determinants; see `series_scalar`."""

from __future__ import annotations

import numpy as np

from gradviz.numeric import kernels
from gradviz.numeric.kernels import Array
from gradviz.numeric.series_scalar import (
    Rule,
    Series,
    divide,
    exp,
    inner,
    kinked,
    matmul,
    product_coefficient,
    sqrt,
    subtract,
)

__all__ = [
    "determinant",
    "extreme",
    "extreme_unit",
    "inverse",
    "logdet",
    "norm1",
    "norm2",
    "row_softmax",
    "shifted_exp",
    "top",
]

DIVISION_FREE = 6
"""Determinants up to this size are found without dividing, so that a singular matrix has its derivatives too."""


# --- vectors --------------------


def top(order: int, a: Series) -> Series:
    """The shift of an exponential, of which the whole does not depend: a constant."""
    return [kernels.top(a[0])]


def shifted_exp(order: int, a: Series, shift: Series) -> Series:
    return exp(order, subtract(order, a, shift))


def row_softmax(order: int, a: Series) -> Series:
    """The exponentials of each row, less its largest entry, over their sum."""
    top = a[0].max(axis=1, keepdims=True)
    powers = exp(order, [a[0] - np.where(np.isfinite(top), top, 0.0), *a[1:]])
    return divide(order, powers, [c.sum(axis=1, keepdims=True) for c in powers])


def norm2(order: int, a: Series) -> Series:
    """The root of the sum of squares, of entries scaled to about one."""
    largest = np.abs(a[0]).max(axis=(0, 1), keepdims=True)
    scale = np.where((largest > 0) & np.isfinite(largest), largest, 1.0)
    scaled = [c / scale for c in a]
    return [kernels.norm2(a[0]), *[c * scale for c in sqrt(order, inner(order, scaled, scaled))[1:]]]


def norm1(order: int, a: Series) -> Series:
    return [kernels.total(c) for c in kinked(np.abs, np.sign)(order, a)]


def extreme(sign: float) -> Rule:
    """The twin of the largest (sign 1) or smallest (-1) entry: that entry's series, if no other is as large."""

    def run(order: int, a: Series) -> Series:
        unit = kernels.largest_unit(sign * a[0])
        value = kernels.total(np.where(unit > 0, a[0], 0.0))
        if len(a) == 1:
            return [value]
        ties = np.count_nonzero(a[0] == value, axis=(0, 1), keepdims=True) > 1
        return [value, *[np.where(ties, np.nan, kernels.total(unit * c)) for c in a[1:]]]

    return run


def extreme_unit(sign: float) -> Rule:
    """The twin of the unit vector of the largest (smallest) entry: constant, if no other is as large."""

    def run(order: int, a: Series) -> Series:
        unit = kernels.largest_unit(sign * a[0])
        if len(a) == 1:
            return [unit]
        value = kernels.total(np.where(unit > 0, a[0], 0.0))
        ties = np.count_nonzero(a[0] == value, axis=(0, 1), keepdims=True) > 1
        return [unit, np.where(ties, np.nan, np.zeros(a[0].shape))]

    return run


# --- matrices --------------------


def inverse(order: int, a: Series) -> Series:
    """``B_k = -B_0 Σ_{j≥1} A_j B_{k-j}``."""
    result = [kernels.inverse(a[0])]
    if len(a) == 1:
        return result
    for k in range(1, order + 1):
        total: Array | None = None
        for j in range(1, min(k, len(a) - 1) + 1):
            term = kernels.matmul(a[j], result[k - j])
            total = term if total is None else total + term
        assert total is not None
        result.append(-kernels.matmul(result[0], total))
    return result


def _trace_slope(order: int, a: Series) -> Series:
    """``tr(A^-1 A')``, the derivative of ``log |det A|``."""
    derivative = [(k + 1) * c for k, c in enumerate(a[1:])]
    return [kernels.trace(c) for c in matmul(order, inverse(order, a), derivative)]


def logdet(order: int, a: Series) -> Series:
    result = [kernels.logdet(a[0])]
    if len(a) == 1:
        return result
    return result + [c / (k + 1) for k, c in enumerate(_trace_slope(order - 1, a)[:order])]


def determinant(order: int, a: Series) -> Series:
    """Division-free for small matrices (R. S. Bird, Inf. Process. Lett. 111, 2011); else by ``c' = c tr(A^-1 A')``."""
    if len(a) == 1:
        return [kernels.determinant(a[0])]
    size = a[0].shape[0]
    if size <= DIVISION_FREE:
        product = a
        for _ in range(size - 1):
            product = matmul(order, [_bird(c) for c in product], a)
        sign = 1.0 if size % 2 else -1.0
        return [sign * c[:1, :1] for c in product]
    slopes = _trace_slope(order - 1, a)
    result = [kernels.determinant(a[0])]
    for k in range(1, order + 1):
        result.append(np.asarray(product_coefficient(result, slopes, k - 1) / k))
    return result


def _bird(a: Array) -> Array:
    """The strict upper triangle, and on the diagonal minus the sum of the diagonal entries below."""
    size = a.shape[0]
    result = np.where(np.triu(np.ones((size, size), bool), 1)[:, :, None], a, 0.0)
    index = np.arange(size)
    entries = a[index, index]
    below = np.cumsum(entries[::-1], axis=0)[::-1]
    result[index[:-1], index[:-1]] = -below[1:]
    return result
