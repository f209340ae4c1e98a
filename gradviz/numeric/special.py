"""The error function, the normal distribution and the logarithm of the gamma function with its derivatives.

NumPy lacks them. All take real or complex arrays and are analytic near the real axis, so that a complex step through
them keeps its digits; ``lgamma`` and its derivatives hold for positive real parts.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["digamma", "erf", "erfc", "lgamma", "normcdf", "normpdf", "trigamma", "zeta"]

Array = npt.NDArray[Any]

_FAR = 2.5
"""From here on the continued fraction of the complementary error function is good to all digits."""
_SHIFT = 12
"""The asymptotic series of the gamma function is used from here on."""
_BERNOULLI = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6, -3617 / 510, 43867 / 798, -174611 / 330)


def erf(z: Array) -> Array:
    """``2/sqrt(pi)`` times the integral of ``exp(-t^2)`` from 0 to z (Abramowitz & Stegun, 7.1.6)."""
    near = np.abs(z.real) < _FAR
    inside = _erf_near(np.where(near, z, 0))
    right = z.real > 0
    outside = _erfc_far(np.where(near, _FAR, np.where(right, z, -z)))
    return np.asarray(np.where(near, inside, np.where(right, 1 - outside, outside - 1)))


def erfc(z: Array) -> Array:
    """``1 - erf(z)``, without loss of digits on the far right (Abramowitz & Stegun, 7.1.14)."""
    near = np.abs(z.real) < _FAR
    right = z.real > 0
    outside = _erfc_far(np.where(near, _FAR, np.where(right, z, -z)))
    return np.asarray(np.where(near, 1 - _erf_near(np.where(near, z, 0)), np.where(right, outside, 2 - outside)))


def _erf_near(z: Array) -> Array:
    square = 2 * z * z
    term = total = z
    for k in range(1, 60):
        term = term * square / (2 * k + 1)
        total = total + term
    return np.asarray(2 / np.sqrt(np.pi) * np.exp(-z * z) * total)


def _erfc_far(z: Array) -> Array:
    fraction = z
    for k in range(80, 0, -1):
        fraction = z + 0.5 * k / fraction
    return np.asarray(np.exp(-z * z) / (np.sqrt(np.pi) * fraction))


def normcdf(z: Array) -> Array:
    """The distribution function of the standard normal distribution."""
    return np.asarray(0.5 * erfc(-z / np.sqrt(2)))


def normpdf(z: Array) -> Array:
    """The density of the standard normal distribution."""
    return np.asarray(np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi))


def _shifted(z: Array) -> tuple[Array, list[Array], Array]:
    """An argument moved to where the series is good, the places it passes, and whether it was moved."""
    z = np.where(z.real > 0, z, np.nan)
    near = z.real < _SHIFT
    return np.where(near, z + _SHIFT, z), [np.where(near, z + k, 1) for k in range(_SHIFT)], near


def lgamma(z: Array) -> Array:
    """``log(Gamma(z))`` for z > 0 (Abramowitz & Stegun, 6.1.41)."""
    w, places, _ = _shifted(z)
    total = (w - 0.5) * np.log(w) - w + 0.5 * np.log(2 * np.pi)
    for k, b in enumerate(_BERNOULLI, 1):
        total = total + b / (2 * k * (2 * k - 1)) * (1 / w) ** (2 * k - 1)
    return np.asarray(total - sum(np.log(p) for p in places))


def digamma(z: Array) -> Array:
    """The derivative of ``lgamma`` (Abramowitz & Stegun, 6.3.18)."""
    w, places, near = _shifted(z)
    total = np.log(w) - 0.5 / w
    for k, b in enumerate(_BERNOULLI, 1):
        total = total - b / (2 * k) * (1 / w) ** (2 * k)
    return np.asarray(total - np.where(near, sum(1 / p for p in places), 0))


def trigamma(z: Array) -> Array:
    """The derivative of ``digamma`` (Abramowitz & Stegun, 6.4.12)."""
    return zeta(2, z)


def zeta(s: int, z: Array) -> Array:
    """Hurwitz' sum of ``(z + k)^-s`` over k = 0, 1, ... for z > 0 and s > 1, by Euler and Maclaurin."""
    w, places, near = _shifted(z)
    below = 1 / w
    total = below ** (s - 1) / (s - 1) + 0.5 * below**s
    rising = 1.0  # s (s + 1) ... (s + 2k - 2) / (2k)!
    for k, b in enumerate(_BERNOULLI, 1):
        rising *= s / 2 if k == 1 else (s + 2 * k - 3) * (s + 2 * k - 2) / ((2 * k - 1) * (2 * k))
        total = total + b * rising * below ** (s + 2 * k - 1)
    return np.asarray(total + np.where(near, sum((1 / p) ** s for p in places), 0))
