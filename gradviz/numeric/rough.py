"""Stationary points at which a function has a gradient and no second derivatives, such as that of ``|x|^(3/2) + y^2``.

Newton's steps do not arrive there: the Hessian grows without bound, or jumps. The gradient's size is sought smallest on
ever finer grids instead, and a point is kept when the gradient vanishes towards it, as it does not at a corner.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array
from gradviz.numeric.refine import Field
from gradviz.numeric.stationary_curves import StationaryCurve

__all__ = ["rough_points"]

MOST = 1_000
"""Starts that are looked at."""
NEAR = 0.01
"""Starts nearer than this, in sides of the view, to what is known already are left out."""
ASIDE = 0.02
"""Points nearer than this to a curve belong to it or end it."""
NODES = 5
REACH, FINEST, SHRINK = 0.012, 1e-15, 0.6
"""Half the side of the first grid around a start, that of the last, and each beside the one before."""
HOPELESS, SOON, LEFT = 0.7, 8, 200
"""A start is given up when after so many grids the gradient has not fallen to this share; of the others so many are
followed to the end."""
SAME = 1e-3
RINGS = 1e-3 * 0.1 ** np.arange(6)
FALLS = 0.85
"""The gradient on a circle beside that on one ten times as large, at most: even the sixth root falls faster."""
NOUGHT = 0.05
"""The gradient at a point beside that on the smallest circle."""
BENT = 0.05
"""How far the Hessian differs around a point, beside its size, where the function has none."""
BESIDE = 0.03
"""Points nearer than this to two others are some of a whole curve."""


def rough_points(
    field: Field,
    starts: Array,
    known: Array,
    curves: Sequence[StationaryCurve],
    cancelled: Callable[[], bool] = lambda: False,
    budget: int = 10**7,
) -> tuple[Array, bool]:
    """Isolated points (2, k) of the unit square at which the gradient vanishes and the Hessian is not defined, and
    whether these are all that were met.

    Parameters
    ----------
    starts : (2, n), where to look.
    known : (2, m), the points that were found already.
    curves : curves that were found already.
    budget : how often the field may be evaluated, about; of a costly one only some of the starts are followed.
    """
    new = _away(starts, known, NEAR) & ((starts >= 0) & (starts <= 1)).all(axis=0)
    points = starts[:, new]
    most = max(1, min(MOST, budget // (NODES**2 * SOON)))
    points = points[:, :: -(-points.shape[1] // most) or 1]
    points = _lowest(field, points, cancelled)
    points = points[:, _vanishes(field, points) & ((points >= 0) & (points <= 1)).all(axis=0)]
    points = _distinct(field, points)
    for curve in curves:
        points = points[:, curve.distance(points) > ASIDE]
    points = points[:, _away(points, known, SAME)]
    apart = np.hypot(points[0][:, None] - points[0], points[1][:, None] - points[1])
    in_line = (apart < BESIDE).sum(axis=1) > 2
    return points[:, ~in_line], not in_line.any()


def _size(field: Field, points: Array) -> Array:
    _, g, _ = field(points.reshape(2, -1))
    size = np.hypot(g[0], g[1]).reshape(points.shape[1:])
    return np.asarray(np.where(np.isfinite(size), size, np.inf))


def _lowest(field: Field, points: Array, cancelled: Callable[[], bool]) -> Array:
    """Where the gradient is smallest, on ever finer grids around each point."""
    if not points.size:
        return points
    offsets = np.stack(np.meshgrid(*[np.linspace(-1, 1, NODES)] * 2)).reshape(2, -1)
    reach, first = REACH, np.empty(0)
    for k in range(int(np.log(FINEST / REACH) / np.log(SHRINK))):
        if cancelled() or not points.size:
            break
        around = points[:, :, None] + reach * offsets[:, None, :]
        size = _size(field, around)
        first = np.where(np.isfinite(size), size, 0.0).max(axis=1) if k == 0 else first
        best = np.argmin(size, axis=1)
        points = np.take_along_axis(around, best[None, :, None], axis=2)[:, :, 0]
        if k == SOON:
            share = size.min(axis=1) / np.where(first > 0, first, 1.0)
            best = np.argsort(share, kind="stable")[:LEFT]
            points = points[:, best[share[best] <= HOPELESS]]
        reach *= SHRINK
    return points


def _vanishes(field: Field, points: Array) -> NDArray[np.bool_]:
    """Whether the gradient tends to nought towards a point, from all sides, and Newton's steps would not have found
    it.
    """
    if not points.size:
        return np.zeros(points.shape[1], dtype=bool)
    angle = 2 * np.pi * (np.arange(24) + 0.3) / 24
    ring = np.stack([np.cos(angle), np.sin(angle)])
    around = points[:, :, None, None] + RINGS[:, None] * ring[:, None, None, :]
    largest = _size(field, around).max(axis=2)  # (k, rings)
    falls = (largest[:, 1:] <= FALLS * largest[:, :-1]).all(axis=1) & np.isfinite(largest).all(axis=1)
    _, _, H = field((points[:, :, None] + RINGS[3] * ring[:, None, :]).reshape(2, -1))
    H = H.reshape(3, points.shape[1], -1)
    with np.errstate(all="ignore"):
        bent = np.ptp(H, axis=2).max(axis=0) > BENT * np.abs(H).max(axis=(0, 2))
    return np.asarray(falls & bent & (_size(field, points) <= NOUGHT * largest[:, -1]) & (largest[:, -1] > 0))


def _distinct(field: Field, points: Array) -> Array:
    """One of each cluster, the one with the smallest gradient."""
    kept: list[int] = []
    for i in np.argsort(_size(field, points), kind="stable") if points.size else ():
        if all(float(np.hypot(*(points[:, i] - points[:, j]))) > SAME for j in kept):
            kept.append(i)
    return points[:, kept]


def _away(points: Array, others: Array, distance: float) -> NDArray[np.bool_]:
    """Which points (k,) are farther than a distance from all others."""
    if not others.size:
        return np.ones(points.shape[1], dtype=bool)
    away = np.hypot(points[0][:, None] - others[0], points[1][:, None] - others[1])
    return np.asarray(away.min(axis=1) > distance)
