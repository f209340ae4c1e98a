"""Zeros of a gradient near given points: many Levenberg-Marquardt iterations side by side.

Each point minimises ``½‖g‖²`` by steps ``-(H² + μI)^-1 H g``: Newton's near a zero where H is invertible, and short
where it is not, so that zeros at which the Hessian is singular (linear convergence) and whole curves of zeros are
reached too. A point never takes a step that makes ``‖g‖`` larger.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array

__all__ = ["Field", "Refined", "refine"]

Field = Callable[[Array], tuple[Array, Array, Array]]
"""From points (2, k) to f (k,), the gradient (2, k) and ``H_11, H_12, H_22`` (3, k)."""
LONGEST = 0.05
"""The longest step, in the unit of the points: the side of the view."""
LEAST = 1e-26
"""The least damping: what is nearly singular is stepped over in full, what is singular to rounding is not."""
POLISH = 50
STRAY = 0.25
"""How far outside the unit square a point may wander before it is given up."""


@dataclass(frozen=True)
class Refined:
    """Where the points went.

    Attributes
    ----------
    points : (2, k).
    value, gradient, hessian : of the field there.
    step : (k,), the length of the last Newton step: how far away a zero is at most, roughly. Infinite for points that
        were given up.
    """

    points: Array
    value: Array
    gradient: Array
    hessian: Array
    step: Array

    def take(self, which: NDArray[np.bool_] | NDArray[np.intp]) -> Refined:
        """Some of the points."""
        return Refined(
            self.points[:, which],
            self.value[which],
            self.gradient[:, which],
            self.hessian[:, which],
            self.step[which],
        )


def refine(
    field: Field,
    starts: Array,
    iterations: int = 120,
    longest: float = LONGEST,
    cancelled: Callable[[], bool] = lambda: False,
    tolerance: float = 1e-16,
) -> Refined:
    """Refine starting points (2, k) in the unit square, each until its step is shorter than a tolerance."""
    points = starts.copy()
    with np.errstate(all="ignore"):
        value, g, H = (np.array(part) for part in field(points))
        size = np.hypot(g[0], g[1])
        damping = np.full(size.shape, 1e-3)
        step = np.full(size.shape, np.inf)
        active = np.isfinite(size) & np.isfinite(H).all(axis=0)
        size[~active] = np.inf
        for _ in range(iterations):
            at = np.flatnonzero(active)
            if at.size == 0 or cancelled():
                break
            move = _step(g[:, at], H[:, at], damping[at])
            length = np.hypot(move[0], move[1])
            step[at] = length
            move *= np.minimum(1.0, longest / np.maximum(length, 1e-300))
            trial = points[:, at] + move
            f1, g1, H1 = field(trial)
            size1 = np.hypot(g1[0], g1[1])
            better = (size1 < size[at]) & np.isfinite(H1).all(axis=0)
            kept = at[better]
            points[:, kept], value[kept] = trial[:, better], f1[better]
            g[:, kept], H[:, kept], size[kept] = g1[:, better], H1[:, better], size1[better]
            damping[kept] = np.maximum(damping[kept] / 10, LEAST)
            worse = at[~better]
            damping[worse] = np.minimum(damping[worse] * 8, 1e8)
            active[at[(size[at] == 0) | (step[at] < tolerance) | (~better & (damping[at] > 1e6))]] = False
            strayed = at[((points[:, at] < -STRAY) | (points[:, at] > 1 + STRAY)).any(axis=0)]
            active[strayed], step[strayed] = False, np.inf
        left = (step > max(1e-9, tolerance)) & (step < longest) & (size > 0)
        _polish(field, points, value, g, H, size, np.flatnonzero(left))
        # The undamped step says how far a zero is; points that were given up stay so.
        reach = np.hypot(*_step(g, H, LEAST))
        step = np.where(np.isfinite(step) | (size == 0), np.where(np.isfinite(reach), reach, np.inf), np.inf)
        step[~np.isfinite(size)] = np.inf
    return Refined(points, value, g, H, step)


def _polish(
    field: Field, points: Array, value: Array, g: Array, H: Array, size: Array, which: NDArray[np.intp]
) -> None:
    """Newton's own steps for the points that have not arrived, in place: along a bent valley of ``‖g‖`` they come
    nearer although the norm grows at first. Only where it is smaller in the end a point is moved.
    """
    here, g1, H1 = points[:, which], g[:, which], H[:, which]
    for _ in range(POLISH if which.size else 0):
        move = _step(g1, H1, LEAST)
        length = np.hypot(move[0], move[1])
        here = here + move * np.minimum(1.0, 0.01 / np.maximum(length, 1e-300))
        f1, g1, H1 = field(here)
        size1 = np.hypot(g1[0], g1[1])
        better = (size1 < size[which]) & np.isfinite(H1).all(axis=0)
        at = which[better]
        points[:, at], value[at], size[at] = here[:, better], f1[better], size1[better]
        g[:, at], H[:, at] = g1[:, better], H1[:, better]


def _step(g: Array, H: Array, damping: Array | float) -> Array:
    """``-(H² + μI)^-1 H g`` with ``μ = damping ‖H‖²``, for symmetric 2×2 matrices."""
    a, b, c = H
    mu = damping * (a * a + 2 * b * b + c * c)
    p, q, r = a * a + b * b + mu, b * (a + c), b * b + c * c + mu
    u, v = a * g[0] + b * g[1], b * g[0] + c * g[1]
    det = mu * (p + r - mu) + (a * c - b * b) ** 2  # p r - q², without its cancellation
    det = np.where(det > 0, det, np.inf)
    return np.asarray(np.stack([-(r * u - q * v) / det, -(p * v - q * u) / det]))
