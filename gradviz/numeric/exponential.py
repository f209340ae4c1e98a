"""The matrix exponential, sine and cosine, which NumPy lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["MATRIX_FUNCTIONS", "matrix_cosine", "matrix_exponential", "matrix_sine"]

Array = npt.NDArray[Any]
TERMS = 18


def matrix_exponential(a: Array) -> Array:
    """``expm`` of a stack of square matrices (instances, n, n); NaN where an entry is not finite.

    Scaling and squaring with 18 terms of the series (Higham, Functions of Matrices, sect. 10.3), right for complex
    entries too.
    """
    scaled = _scaled(a)
    if scaled is None:
        return np.full_like(a, np.nan)
    b, halvings = scaled
    term = total = np.broadcast_to(np.eye(a.shape[1], dtype=a.dtype), a.shape)
    for k in range(1, TERMS + 1):
        term = term @ b / k
        total = total + term
    for _ in range(halvings):
        total = total @ total
    return total


def matrix_sine(a: Array) -> Array:
    """``sinm = A - A^3/3! + ...`` of a stack of square matrices, as `matrix_exponential`."""
    return _sine_and_cosine(a)[0]


def matrix_cosine(a: Array) -> Array:
    """``cosm = I - A^2/2! + ...`` of a stack of square matrices, as `matrix_exponential`."""
    return _sine_and_cosine(a)[1]


def _sine_and_cosine(a: Array) -> tuple[Array, Array]:
    """Both by their series and the formulas of the double angle (Higham, sect. 12.4).

    Not by ``expm(i A)``: the difference of two exponentials would lose a complex step.
    """
    scaled = _scaled(a)
    if scaled is None:
        return np.full_like(a, np.nan), np.full_like(a, np.nan)
    b, halvings = scaled
    square = -b @ b
    sine = odd = b
    even = np.broadcast_to(np.eye(a.shape[1], dtype=a.dtype), a.shape)
    less = np.zeros_like(a)  # the cosine less the identity, of which doubling keeps all digits
    for k in range(1, TERMS // 2 + 1):
        even = even @ square / ((2 * k - 1) * (2 * k))
        odd = odd @ square / (2 * k * (2 * k + 1))
        less = less + even
        sine = sine + odd
    for _ in range(halvings):
        sine = 2 * (sine + sine @ less)
        less = 2 * (2 * less + less @ less)
    return sine, less + np.eye(a.shape[1])


def _scaled(a: Array) -> tuple[Array, int] | None:
    """A stack divided by ``2^k`` until it is small, and k; None where an entry is not finite."""
    norm = np.abs(a).sum(axis=1).max(initial=0.0)
    if not np.isfinite(norm):
        return None
    halvings = max(0, int(np.ceil(np.log2(max(norm, 1e-300)))) + 4)
    return a / 2.0**halvings, halvings


MATRIX_FUNCTIONS: Mapping[str, Callable[[Array], Array]] = {
    "expm": matrix_exponential,
    "sinm": matrix_sine,
    "cosm": matrix_cosine,
}
"""By the names of the nodes."""
