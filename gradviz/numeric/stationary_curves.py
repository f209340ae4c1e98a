"""Curves of stationary points, such as the circle of minima of ``(x'x - 1)^2``: followed step by step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
BESIDES = (STEP / 8, STEP)
"""How far beside a curve it is asked whether f is higher there."""
TURN, RETRACED = 6, 4
"""Points that are no way back yet; points in a row on a way that has been gone already."""
FIRST = 0.012
"""How far from the first point a second is sought."""
BESIDE = 0.006
"""How far from a curve a point may lie that belongs to it: less than half of what is between two curves that are told
apart."""
NOUGHT = 1e-5
"""The gradient on the curve beside that one step off it."""
LEVEL = 1e-3
"""How far f differs along a curve, beside what it does one step off it."""
ARRIVED = 1e-10
"""How short the last step to the curve is: it is drawn, and no digits beyond are told."""


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
        return np.asarray(self.distance(points) <= BESIDE)

    def distance(self, points: Array) -> Array:
        """How far some points (2, k) are from it, (k,); in the units of its own coordinates."""
        return _distance(np.stack([self.x, self.y]), points)

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


def _distance(path: Array, points: Array) -> Array:
    """How far points (2, k) are from a polyline (2, m), (k,)."""
    start, end = path[:, :-1], path[:, 1:]
    along = (end - start)[:, :, None]
    offset = points[:, None, :] - start[:, :, None]
    share = np.clip((offset * along).sum(axis=0) / np.maximum((along**2).sum(axis=0), 1e-300), 0.0, 1.0)
    return np.asarray(np.hypot(*(offset - share * along)).min(axis=0))


def trace_curve(
    field: Field,
    start: Array,
    known: Sequence[StationaryCurve] = (),
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[StationaryCurve | None, bool]:
    """The curve of stationary points through a degenerate one in the unit square, or None, and whether the point is
    alone: one with others beside it is not, though the curve be too short or too near to another to be followed.

    Parameters
    ----------
    known : curves that were found before: where it runs into one, it ends.
    """
    directions = _directions(field, start)
    if not directions:
        return None, True
    tangent = directions[0]
    forward, closed = _follow(field, [start], tangent, known, cancelled)
    points = [start, *forward]
    if not closed:
        backward, _ = _follow(field, points[::-1], -tangent, known, cancelled)
        points = [*backward[::-1], *points]
    path = np.clip(np.array(points).T, 0.0, 1.0)
    at_border = bool((np.abs(path[:, [0, -1]] - 0.5) >= 0.5 - 1e-9).any())
    if path.shape[1] < (3 if at_border else 4):
        return None, False
    if closed:
        path = np.concatenate([path, path[:, :1]], axis=1)
    if not _level(field, path):  # it went from one to the next of many
        return None, False
    value, curvature, rises = _across(field, path)
    kind = "valley" if rises > 0 else "ridge" if rises < 0 else "terrace"
    return StationaryCurve(path[0], path[1], value, curvature, kind, closed), False


def _level(field: Field, path: Array) -> bool:
    """Whether f is the same all along, as it is on a curve of stationary points."""
    along, _, _ = field(path[:, 1:-1])
    tangent = path[:, 2:] - path[:, :-2]
    beside, _, _ = field(path[:, 1:-1] + STEP * np.stack([-tangent[1], tangent[0]]) / np.hypot(*tangent))
    rise = np.abs(beside - along)
    return bool(np.ptp(along) <= LEVEL * float(np.max(rise[np.isfinite(rise)], initial=0.0)))


def _across(field: Field, path: Array) -> tuple[float, float, int]:
    """The value on a curve, the middling second derivative across it, and whether f rises (1) or falls (-1) to both
    sides all along; else 0.
    """
    at = np.unique(np.linspace(1, path.shape[1] - 2, 15).astype(int))
    tangent = path[:, at + 1] - path[:, at - 1]
    normal = np.stack([-tangent[1], tangent[0]]) / np.hypot(*tangent)
    value, _, (a, b, c) = field(path[:, at])
    curvature = a * normal[0] ** 2 + 2 * b * normal[0] * normal[1] + c * normal[1] ** 2
    # As near as floating-point numbers tell a difference: two curves may lie close together.
    up, down = np.zeros(at.size, dtype=bool), np.zeros(at.size, dtype=bool)
    undecided = np.ones(at.size, dtype=bool)
    for aside in BESIDES:
        left, right = (field(path[:, at] + aside * side * normal)[0] - value for side in (1, -1))
        up, down = up | (undecided & (left > 0) & (right > 0)), down | (undecided & (left < 0) & (right < 0))
        undecided &= (left == 0) | (right == 0)
    most = at.size - 1  # where it is crossed by another, it may be anything
    rises = 1 if up.sum() >= most else -1 if down.sum() >= most else 0
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


def _follow(
    field: Field,
    before: Sequence[Array],
    tangent: Array,
    known: Sequence[StationaryCurve],
    cancelled: Callable[[], bool],
) -> tuple[list[Array], bool]:
    """Points from the last of some on, as far as the curve goes in the view, and whether it came back to the start."""
    points: list[Array] = []
    start = here = before[-1]
    last, again = np.inf, 0
    for k in range(MOST_STEPS):
        if cancelled():
            break
        guess = here + STEP * tangent
        found = refine(field, guess[:, None], iterations=60, longest=STEP / 2, tolerance=ARRIVED)
        there = found.points[:, 0]
        move = there - here
        length = float(np.hypot(*move))
        side = STEP * np.array([-tangent[1], tangent[0]])
        _, g, _ = field(np.stack([guess + side, guess - side], axis=1))
        beside = float(np.nan_to_num(np.hypot(*g)).max())  # to one side there may be another curve
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
        # A crossing lasts for a point or two; more of them in a row are a way that has been gone already.
        again = again + 1 if _trodden([*before, *points[:-TURN]], known, here) else 0
        if again == RETRACED:
            return points[:-RETRACED], False
    return points, False


def _trodden(path: Sequence[Array], known: Sequence[StationaryCurve], here: Array) -> bool:
    """Whether a point lies on a curve that is known, or on what has been walked of its own."""
    if any(bool(curve.covers(here[:, None])[0]) for curve in known):
        return True
    return len(path) > 1 and float(_distance(np.array(path).T, here[:, None])[0]) <= BESIDE
