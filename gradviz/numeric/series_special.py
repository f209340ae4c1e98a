"""Power series of the error function, the normal distribution, the gamma function's logarithm and other logarithms."""

from __future__ import annotations

import numpy as np

from gradviz.numeric import special
from gradviz.numeric.series_scalar import (
    Rule,
    Series,
    add,
    exp,
    log,
    multiply,
    one_minus_square,
    reciprocal,
    square,
    with_slope,
)

__all__ = ["arctanh", "digamma", "erf", "lgamma", "logarithm_to", "normcdf", "normpdf", "trigamma"]


def logarithm_to(base: int) -> Rule:
    """The logarithm to a base."""
    return lambda order, a: [c / np.log(base) for c in log(order, a)]


def normpdf(order: int, a: Series) -> Series:
    """``exp(-a^2/2)/sqrt(2 pi)``."""
    return [c / np.sqrt(2 * np.pi) for c in exp(order, [-0.5 * c for c in square(order, a)])]


def trigamma(order: int, a: Series) -> Series:
    """``sum_k (-1)^k (k + 1) zeta(k + 2, a_0) (a - a_0)^k``, by Horner's rule."""
    if len(a) == 1:
        return [special.trigamma(a[0])]
    increment = [np.zeros((1, 1, 1)), *a[1:]]
    found: Series = [np.zeros((1, 1, 1))]
    for k in range(order, -1, -1):
        slope = (-1) ** k * (k + 1) * special.zeta(k + 2, a[0])
        found = add(order, multiply(order, found, increment), [slope])
    return found


arctanh = with_slope(np.arctanh, lambda k, a: reciprocal(k, one_minus_square(k, a)))
erf = with_slope(
    special.erf, lambda k, a: [2 / np.sqrt(np.pi) * c for c in exp(k, [np.negative(c) for c in square(k, a)])]
)
normcdf = with_slope(special.normcdf, normpdf)
digamma = with_slope(special.digamma, trigamma)
lgamma = with_slope(special.lgamma, digamma)
