"""Operations on a square matrix that go by its eigenvalues, for arrays of shape (n, n, batch); see `kernels`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.eigen import extreme_eigenpair
from gradviz.numeric.exponential import MATRIX_FUNCTIONS, change

__all__ = ["MATRIX", "whole"]

Array = NDArray[np.float64]
Stack = NDArray[Any]


def _everywhere(*stacks: Stack) -> NDArray[np.bool_]:
    return np.ones(len(stacks[0]), dtype=bool)


def _has_root(stack: Stack) -> NDArray[np.bool_]:
    """Whether no eigenvalue is zero or negative: else there is no principal root, and no logarithm."""
    values = np.linalg.eigvals(stack)
    return np.asarray(~((values.imag == 0) & (values.real <= 0)).any(axis=1))


def _of_stacks(
    run: Callable[..., Stack], defined: Callable[..., NDArray[np.bool_]] = _everywhere
) -> Callable[..., Array]:
    """A function of stacks (batch, n, n) as one of arrays (n, n, batch); NaN where an entry is not finite, or where it
    is not defined.
    """

    def kernel(*parts: Array) -> Array:
        batch = max(part.shape[2] for part in parts)
        stacks = [np.broadcast_to(np.moveaxis(part, 2, 0), (batch, *part.shape[:2])) for part in parts]
        good = np.logical_and.reduce([np.isfinite(stack).all(axis=(1, 2)) for stack in stacks])
        with np.errstate(all="ignore"):
            good[good] = defined(*[stack[good] for stack in stacks])
            if good.all():
                return np.moveaxis(run(*stacks), 0, 2)
            size = stacks[0].shape[1]
            some = [stack[good] if good.any() else np.eye(size)[None] for stack in stacks]
            known = run(*some)
            found = np.full((batch, *known.shape[1:]), np.nan)
            found[good] = known[: np.count_nonzero(good)]
        return np.moveaxis(found, 0, 2)

    return kernel


def whole(a: Array, e: Array) -> Array:
    """``[A, E; 0, A]``."""
    batch = max(a.shape[2], e.shape[2])
    size = a.shape[0]
    found = np.zeros((2 * size, 2 * size, batch))
    found[:size, :size] = found[size:, size:] = a
    found[:size, size:] = e
    return found


def _pair(place: int, kind: str) -> Callable[[Stack], Stack]:
    return lambda stack: extreme_eigenpair(stack, kind)[place]


MATRIX: dict[str, Callable[..., Array]] = {
    **{f"eigenvalue_{kind}": _of_stacks(_pair(0, kind)) for kind in ("max", "min")},
    **{f"eigenvector_{kind}": _of_stacks(_pair(1, kind)) for kind in ("max", "min")},
    **{
        name: _of_stacks(run, _has_root if name in ("sqrtm", "logm") else _everywhere)
        for name, run in MATRIX_FUNCTIONS.items()
    },
    **{f"{name}_change": _of_stacks(partial(change, name)) for name in ("expm", "sinm", "cosm")},
}
"""Eigenvalues and eigenvectors of symmetric matrices, matrix functions, and their derivatives in a direction."""
