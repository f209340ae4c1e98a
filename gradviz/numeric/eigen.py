"""The largest and smallest eigenvalue of symmetric matrices, and their eigenvectors."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = ["extreme_eigenpair"]

Array = npt.NDArray[Any]
NEWTON_STEPS = 2


def extreme_eigenpair(a: Array, kind: str) -> tuple[Array, Array]:
    """The largest (``"max"``) or smallest eigenvalue of a stack of symmetric matrices (instances, n, n), and its
    eigenvector of length one whose entry of largest absolute value is positive, as (instances, 1, 1) and (instances,
    n, 1).

    Of complex matrices those of the real part go through Newton's iteration on ``A v = w v``, ``v' v = 1``, which knows
    no derivative of an eigenvalue and keeps a complex step. NaN where an entry is not finite, and in the complex case
    where the eigenvalue is not simple.
    """
    symmetric = (a + a.swapaxes(1, 2)) / 2
    if not np.isfinite(symmetric).all():
        return np.full_like(a[:, :1, :1], np.nan), np.full_like(a[:, :, :1], np.nan)
    values, vectors = np.linalg.eigh(symmetric.real)
    place = -1 if kind == "max" else 0
    value, vector = values[:, place, None, None], vectors[:, :, place, None]
    top = np.abs(vector).argmax(axis=1, keepdims=True)
    vector = vector * np.sign(np.take_along_axis(vector, top, axis=1))
    if not np.iscomplexobj(a):
        return value, vector
    for _ in range(NEWTON_STEPS):
        value, vector = _newton_step(symmetric, value, vector)
    return value, vector


def _newton_step(a: Array, value: Array, vector: Array) -> tuple[Array, Array]:
    """One step of Newton's iteration on ``A v - w v = 0``, ``v' v - 1 = 0``."""
    count, size, _ = a.shape
    system = np.zeros((count, size + 1, size + 1), dtype=complex)
    system[:, :size, :size] = a - value * np.eye(size)
    system[:, :size, size:] = -vector
    system[:, size:, :size] = 2 * vector.swapaxes(1, 2)
    wrong = np.concatenate([a @ vector - value * vector, vector.swapaxes(1, 2) @ vector - 1], axis=1)
    try:
        step = np.linalg.solve(system, wrong)
    except np.linalg.LinAlgError:
        return np.full_like(wrong[:, :1], np.nan), np.full_like(wrong[:, :size], np.nan)
    return value - step[:, size:], vector - step[:, :size]
