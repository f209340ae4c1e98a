"""The matrix exponential, which NumPy lacks."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["matrix_exponential"]

Array = npt.NDArray[Any]


def matrix_exponential(a: Array) -> Array:
    """``expm`` of a stack of square matrices (instances, n, n); NaN where an entry is not finite.

    Scaling and squaring with 18 terms of the series (Higham, Functions of Matrices, sect. 10.3), right for complex
    entries too.
    """
    norm = np.abs(a).sum(axis=1).max(initial=0.0)
    if not np.isfinite(norm):
        return np.full_like(a, np.nan)
    halvings = max(0, int(np.ceil(np.log2(max(norm, 1e-300)))) + 4)
    b = a / 2.0**halvings
    term = total = np.broadcast_to(np.eye(a.shape[1], dtype=a.dtype), a.shape)
    for k in range(1, 19):
        term = term @ b / k
        total = total + term
    for _ in range(halvings):
        total = total @ total
    return total
