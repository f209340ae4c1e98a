"""Curves of stationary points, such as the circle of minima of ``(x'x - 1)^2``: followed step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array
from gradviz.numeric.planes import View
from gradviz.numeric.refine import Field, refine

__all__ = ["StationaryCurve", "trace_curve"]

STEP = 0.016
"""Between two points of a curve, in sides of the view."""
MOST_STEPS = 1_500
FIRST = 0.012
"""How far from the first point a second is sought."""
BESIDE = 0.006
"""How far from a curve a point may lie that belongs to it: less than half of what is between two curves that are told
apart."""
NOUGHT = 1e-5
"""The gradient on the curve beside that one step off it."""


@dataclass(frozen=True)
class StationaryCurve:
    """A curve at every point of which both derivatives vanish.

    Attributes
    ----------
    x, y : its points, in order; within the view.
    value : f, which is constant along it.
    curvature : the second derivative across it, the median along it.
    kind : "valley" where f is higher on both sides, "ridge" where it is lower, else "terrace".
    closed : whether the last point meets the first.
    """

    x: Array
    y: Array
    value: float
    curvature: float
    kind: str
    closed: bool

    def covers(self, points: Array) -> NDArray[np.bool_]:
        """Which of some points (2, k) lie on it, (k,); in the units of its own coordinates."""
        start, end = np.stack([self.x[:-1], self.y[:-1]]), np.stack([self.x[1:], self.y[1:]])
        along = (end - start)[:, :, None]
        offset = points[:, None, :] - start[:, :, None]
        share = np.clip((offset * along).sum(axis=0) / np.maximum((along**2).sum(axis=0), 1e-300), 0.0, 1.0)
        away = np.hypot(*(offset - share * along))
        return np.asarray(away.min(axis=0) <= BESIDE)

    def in_view(self, view: View) -> StationaryCurve:
        """From the unit square to a view."""
        mid = len(self.x) // 2
        before, after = max(mid - 1, 0), min(mid + 1, len(self.x) - 1)
        tx = view.width * (self.x[after] - self.x[before])
        ty = view.height * (self.y[after] - self.y[before])
        # A unit normal of the view, seen in the unit square, and how long that is.
        size = float(np.hypot(tx, ty)) or 1.0
        normal = np.array([-ty / size / view.width, tx / size / view.height])
        return replace(
            self,
            x=view.x0 + view.width * self.x,
            y=view.y0 + view.height * self.y,
            curvature=self.curvature * self._across(normal, mid) ** 2,
        )

    def _across(self, normal: Array, mid: int) -> float:
        before, after = max(mid - 1, 0), min(mid + 1, len(self.x) - 1)
        t = np.array([self.x[after] - self.x[before], self.y[after] - self.y[before]])
        t = t / (float(np.hypot(*t)) or 1.0)
        return float(normal @ np.array([-t[1], t[0]]))


def trace_curve(field: Field, start: Array) -> StationaryCurve | None:
    """The curve of stationary points through a degenerate one in the unit square; None when it is alone."""
    directions = _directions(field, start)
    if not directions:
        return None
    tangent = directions[0]
    forward, closed = _follow(field, start, tangent)
    points = [start, *forward]
    if not closed:
        backward, _ = _follow(field, start, -tangent)
        points = [*backward[::-1], *points]
    path = np.clip(np.array(points).T, 0.0, 1.0)
    if path.shape[1] < 4:
        return None
    if closed:
        path = np.concatenate([path, path[:, :1]], axis=1)
    value, curvature, rises = _across(field, path)
    kind = "valley" if rises > 0 else "ridge" if rises < 0 else "terrace"
    return StationaryCurve(path[0], path[1], value, curvature, kind, closed)


def _across(field: Field, path: Array) -> tuple[float, float, int]:
    """The value on a curve, the middling second derivative across it, and whether f rises (1) or falls (-1) to both
    sides nearly all along; else 0.
    """
    at = np.unique(np.linspace(1, path.shape[1] - 2, 15).astype(int))
    tangent = path[:, at + 1] - path[:, at - 1]
    normal = np.stack([-tangent[1], tangent[0]]) / np.hypot(*tangent)
    value, _, (a, b, c) = field(path[:, at])
    curvature = a * normal[0] ** 2 + 2 * b * normal[0] * normal[1] + c * normal[1] ** 2
    left, _, _ = field(path[:, at] + STEP * normal)
    right, _, _ = field(path[:, at] - STEP * normal)
    up, down = (left > value) & (right > value), (left < value) & (right < value)
    rises = 1 if up.mean() > 0.8 else -1 if down.mean() > 0.8 else 0
    return float(np.median(value)), float(np.median(curvature)), rises


def _directions(field: Field, start: Array) -> list[Array]:
    """Unit vectors along which there are more stationary points next to a point."""
    angle = np.pi * np.arange(48) / 24
    ring = start[:, None] + FIRST * np.stack([np.cos(angle), np.sin(angle)])
    _, g, _ = field(ring)
    size = np.hypot(*g)
    size = np.where(np.isfinite(size), size, np.inf)
    low = (size <= np.roll(size, 1)) & (size <= np.roll(size, -1)) & np.isfinite(size)
    if not low.any():
        return []
    found = refine(field, ring[:, low], longest=FIRST / 2)
    moved = np.hypot(*(found.points - ring[:, low]))
    away = np.hypot(*(found.points - start[:, None]))
    finite = size[np.isfinite(size)].max()
    good = (
        (found.step <= 1e-4)
        & (moved <= FIRST / 2)
        & (away >= FIRST / 2)
        & (np.hypot(*found.gradient) <= NOUGHT * finite)
    )
    good &= _inside(found.points)
    return [(found.points[:, i] - start) / away[i] for i in np.flatnonzero(good)]


def _inside(points: Array, margin: float = 1e-9) -> Array:
    return np.asarray(((points >= -margin) & (points <= 1 + margin)).all(axis=0))


def _follow(field: Field, start: Array, tangent: Array) -> tuple[list[Array], bool]:
    """Points from a start on, as far as the curve goes in the view, and whether it came back to the start."""
    points: list[Array] = []
    here, last = start, np.inf
    for k in range(MOST_STEPS):
        guess = here + STEP * tangent
        found = refine(field, guess[:, None], iterations=60, longest=STEP / 2)
        there = found.points[:, 0]
        move = there - here
        length = float(np.hypot(*move))
        side = guess + np.array([-tangent[1], tangent[0]]) * STEP
        _, g, _ = field(side[:, None])
        beside = float(np.hypot(*g[:, 0]))
        own = float(np.hypot(*found.gradient[:, 0]))
        if not (found.step[0] <= 1e-4 and 0.3 * STEP <= length <= 2 * STEP and own <= NOUGHT * beside):
            break
        if not _inside(there[:, None])[0]:
            # One more point, on the border.
            share = 1.0
            for i in (0, 1):
                if there[i] < 0 and here[i] > 0:
                    share = min(share, here[i] / (here[i] - there[i]))
                elif there[i] > 1 and here[i] < 1:
                    share = min(share, (1 - here[i]) / (there[i] - here[i]))
            points.append(here + share * move)
            break
        points.append(there)
        tangent, here = move / length, there
        away = float(np.hypot(*(here - start)))
        if k > 4 and away < 0.75 * STEP and away < last:
            return points, True
        last = away if k > 4 else np.inf
    return points, False
