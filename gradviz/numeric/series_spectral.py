"""Truncated power series of eigenvalues, eigenvectors and matrix functions; see `series_scalar`."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric import kernels
from gradviz.numeric.kernels import Array
from gradviz.numeric.matrix_kernels import MATRIX, whole
from gradviz.numeric.series_scalar import Rule, Series

__all__ = ["SPECTRAL", "is_simple"]

SAME = 1e-12
"""The share of the largest eigenvalue by which two differ at most that are one."""


def _function(name: str) -> Rule:
    """The twin of a matrix function: that of the block Toeplitz matrix of the coefficients, whose first row of blocks
    are those of the function (Higham, Functions of Matrices, th. 3.6, for more than two blocks).
    """

    def run(order: int, a: Series) -> Series:
        if len(a) == 1:
            return [MATRIX[name](a[0])]
        size, batch = a[0].shape[0], max(c.shape[2] for c in a)
        # In steps of a length in which no coefficient outgrows the first, or the scaling of the whole would drown it.
        sizes = [float(np.nan_to_num(np.abs(c).max(initial=0.0), posinf=0.0)) for c in a[1:]]
        length = max(1.0, *[s ** (1 / (k + 1)) for k, s in enumerate(sizes)])
        blocks = np.zeros(((order + 1) * size, (order + 1) * size, batch))
        for k, c in enumerate(a[: order + 1]):
            for i in range(order + 1 - k):
                blocks[i * size : (i + 1) * size, (i + k) * size : (i + k + 1) * size] = c / length**k
        found = MATRIX[name](blocks)
        return [found[:size, k * size : (k + 1) * size] * length**k for k in range(order + 1)]

    return run


def _change(name: str) -> Rule:
    """The twin of the derivative of a matrix function in a direction."""
    run_whole = _function(name)

    def run(order: int, a: Series, e: Series) -> Series:
        size, zero = a[0].shape[0], np.zeros((*a[0].shape[:2], 1))
        longest = max(len(a), len(e))
        parts = [whole(a[k] if k < len(a) else zero, e[k] if k < len(e) else zero) for k in range(longest)]
        return [c[:size, size:] for c in run_whole(order, parts)]

    return run


def _eigenpair(kind: str, vector: bool) -> Rule:
    """The twin of an eigenvalue or of its eigenvector: the coefficients of ``A v = λ v`` and ``v' v = 1``, one after
    the other; NaN where the eigenvalue is not simple.
    """

    def run(order: int, a: Series) -> Series:
        values, vectors = [MATRIX[f"eigenvalue_{kind}"](a[0])], [MATRIX[f"eigenvector_{kind}"](a[0])]
        if len(a) == 1:
            return vectors if vector else values
        parts = [(c + c.swapaxes(0, 1)) / 2 for c in a]
        solved = kernels.inverse(_bordered(parts[0], values[0], vectors[0]))
        solved = np.where(is_simple(parts[0], kind), solved, np.nan)
        for k in range(1, order + 1):
            top = sum(
                (kernels.matmul(parts[j], vectors[k - j]) for j in range(1, min(k, len(parts) - 1) + 1)),
                np.zeros_like(vectors[0]),
            )
            top = top - sum((values[j] * vectors[k - j] for j in range(1, k)), np.zeros_like(vectors[0]))
            length = sum((kernels.inner(vectors[j], vectors[k - j]) for j in range(1, k)), np.zeros_like(values[0]))
            batch = max(top.shape[2], length.shape[2])
            ends = [np.broadcast_to(part, (*part.shape[:2], batch)) for part in (top, length)]
            found = kernels.matmul(solved, -np.concatenate(ends))
            vectors.append(found[:-1])
            values.append(found[-1:])
        return vectors if vector else values

    return run


def _bordered(a: Array, value: Array, vector: Array) -> Array:
    """``[A - λ I, -v; 2 v', 0]``."""
    size = a.shape[0]
    found = np.zeros((size + 1, size + 1, a.shape[2]))
    found[:size, :size] = a - value * np.eye(size)[:, :, None]
    found[:size, size:] = -vector
    found[size:, :size] = 2 * vector.swapaxes(0, 1)
    return found


def is_simple(a: Array, kind: str) -> NDArray[np.bool_]:
    """Whether no other eigenvalue is as large (or as small), for each of the batch."""
    if a.shape[0] == 1:
        return np.full((1, 1, a.shape[2]), True)
    stack = np.moveaxis(a, 2, 0)
    finite = np.isfinite(stack).all(axis=(1, 2), keepdims=True)
    values = np.linalg.eigvalsh(np.where(finite, stack, 0.0))
    gap = values[:, -1] - values[:, -2] if kind == "max" else values[:, 1] - values[:, 0]
    return np.asarray(gap > SAME * np.abs(values).max(axis=1))[None, None]


SPECTRAL: dict[str, Rule] = {
    **{f"eigenvalue_{kind}": _eigenpair(kind, vector=False) for kind in ("max", "min")},
    **{f"eigenvector_{kind}": _eigenpair(kind, vector=True) for kind in ("max", "min")},
    **{name: _function(name) for name in ("expm", "sinm", "cosm", "sqrtm", "logm")},
    **{f"{name}_change": _change(name) for name in ("expm", "sinm", "cosm")},
}
"""The twins of `matrix_kernels.MATRIX`."""
