"""The stationary points of a view: found all over it, refined, merged, and told apart.

The search begins where grids over the view tell that a zero may be near (`gradviz.numeric.stationary_seeds`); each
start is refined (`gradviz.numeric.refine`). A point is kept when its gradient is nought beside that on a
small circle around it, which a flat tail or a narrow miss does not pass. Where the Hessian is singular it is asked
whether a curve of stationary points goes through (`gradviz.numeric.stationary_curves`); if not, what the function
does nearby is looked at (`gradviz.numeric.degenerate`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array
from gradviz.numeric.corners import corner_note
from gradviz.numeric.degenerate import Look, look_around
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.planes import View
from gradviz.numeric.refine import Field, Refined, refine
from gradviz.numeric.rough import rough_points
from gradviz.numeric.spectrum import spectrum
from gradviz.numeric.stationary_curves import StationaryCurve, trace_curve
from gradviz.numeric.stationary_seeds import MOST_SEEDS, NUMBERS, search_seeds
from gradviz.sentences import say

__all__ = ["Kind", "StationaryPoint", "StationarySet", "stationary_points"]

MOST_POINTS = 1_000
MOST_CURVES = 24
CLOSE = 1e-6
"""Points nearer than this, in sides of the view, are one."""
FARTHEST = 1e-3 + CLOSE
"""So are points up to this far apart when they are known to so few digits."""
RING = 0.002
"""The radius of the circle beside whose gradient that of a stationary point is nought."""
NOUGHT = 1e-7
ROUGH = 1e-4
"""How far a zero may still be: at a degenerate one the gradient is lost to rounding long before it is reached."""
BLUR = 3e-8
"""How well a double zero is known: the root of what rounding leaves."""
MOST_ATTEMPTS = 30
"""Degenerate points that are tried for a curve."""
MOST_WALKED = 3_000
"""Points of all curves together, each of which takes a millisecond."""
EDGE = 1e-9
CROWD, NEARBY = 4, 0.1
"""So many points without a difference around them, so near to one another in sides of the view, are a plateau."""
LEVEL = 1e-17
"""A difference this many times smaller than those of the view is none."""
EDGE_RING = 1e-7
"""The radius of a circle on which f is defined around a point that is not at the edge of its domain."""
FALLS = 0.5
"""The gradient on that circle beside that on the large one, at most."""
HOLE = 1e-4
"""The radius of a circle around a point, in sides of the view, on which the Hessian is about the same."""
UNDERFLOW = 1e-250
"""Gradients around a point that are smaller are what is left of a tail that vanishes in floating-point numbers."""
ROUNDING = 1e-13
"""Of the values and curvatures of the view: less is what rounding leaves of nought."""
NEXT_TO_NOUGHT = 1e-12
"""Coordinates, in sides of the view, that are told as nought."""


class Kind(StrEnum):
    """What the second-order test says."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    SADDLE = "saddle"
    DEGENERATE = "degenerate"
    """The Hessian is singular, or there is none: the test does not decide."""


@dataclass(frozen=True)
class StationaryPoint:
    """A point of the plane at which both derivatives along its axes vanish.

    Attributes
    ----------
    x, y : where.
    value : f.
    eigenvalues : (2,), of the plane's Hessian, increasing; NaN where there is none.
    vectors : (2, 2), their unit eigenvectors as columns.
    kind : what the second-order test says.
    look : for a degenerate point, what a higher-order look says; else None.
    gradient_norm : of the gradient by the whole state: nought when the point is stationary in all coordinates and
        not only in the plane. NaN without a gradient.
    """

    x: float
    y: float
    value: float
    eigenvalues: Array
    vectors: Array
    kind: Kind
    look: Look | None = None
    gradient_norm: float = float("nan")


@dataclass(frozen=True)
class StationarySet:
    """What was found in a view.

    Attributes
    ----------
    points : isolated points, by value of f, then x, then y.
    curves : curves of stationary points.
    flat : whether there is a region in which f is constant.
    complete : False when the search was cancelled or stopped at its limits.
    message : a sentence on what the lists do not say; "" when there is nothing to say.
    note : a sentence on what is not looked for: extrema at corners; "" for smooth functions.
    step : between the nodes of the finest grid, in sides of the view: what is narrower can be missed. NaN when nothing
        was searched.
    """

    points: tuple[StationaryPoint, ...] = ()
    curves: tuple[StationaryCurve, ...] = ()
    flat: bool = False
    complete: bool = True
    message: str = ""
    note: str = ""
    step: float = float("nan")


def stationary_points(landscape: Landscape, view: View, cancelled: Callable[[], bool] = lambda: False) -> StationarySet:
    """All stationary points of the function drawn, in a view and on its border; never raises.

    Notes
    -----
    Points nearer than a millionth of the view's side count as one, and details narrower than the `step`
    of the set can be missed; zoom in to find them.
    """
    scaled = _field(landscape, view)
    begun = search_seeds(landscape, view, cancelled)
    seeds, flat = begun.points, begun.flat
    if cancelled():
        return StationarySet(complete=False)
    if not begun.defined:
        return StationarySet(message=say("The function is not defined anywhere in the view."))
    complete = seeds.shape[1] <= MOST_SEEDS
    if not complete:
        seeds = np.random.default_rng(0).permuted(seeds, axis=1)[:, :MOST_SEEDS]
    found = refine(scaled, seeds, cancelled=cancelled)
    found = _merged(_verified(scaled, found))
    plateau = _on_a_plateau(scaled, found)
    found, flat = found.take(~plateau), flat or bool(plateau.any())
    singular = _singular(scaled, found)
    curves: list[StationaryCurve] = []
    alone = np.ones(found.value.size, dtype=bool)
    attempts = 0
    for i in np.flatnonzero(singular):
        if not alone[i]:
            continue
        walked = sum(c.x.size for c in curves)
        if cancelled() or len(curves) >= MOST_CURVES or attempts >= MOST_ATTEMPTS or walked >= MOST_WALKED:
            complete = False
            alone[i] = False  # whether a curve goes through was not looked at: it is not told as a point
            continue
        attempts += 1
        curve, alone[i] = trace_curve(scaled, found.points[:, i], curves, cancelled)
        if curve is not None:
            curves.append(curve)
            alone &= ~(singular & curve.covers(found.points))
    kept = found.take(alone)
    if kept.value.size > MOST_POINTS:
        complete = False
        kept = kept.take(np.arange(kept.value.size) < MOST_POINTS)
    singular = singular[alone][: kept.value.size]
    points = [_point(landscape, view, scaled, kept, i, bool(singular[i])) for i in range(kept.value.size)]
    rough, isolated = (
        rough_points(scaled, seeds, kept.points, curves, cancelled, NUMBERS // landscape.widest)
        if landscape.has_kinks
        else (np.empty((2, 0)), True)
    )
    complete = complete and isolated
    points += [_rough(landscape, view, rough[:, i]) for i in range(rough.shape[1])]
    spread = _spread(scaled)
    points = [_tidy(p, spread, spread / max(view.width, view.height) ** 2) for p in points]
    curves = [replace(c, value=_nought(c.value, spread)) for c in curves]
    points.sort(key=lambda p: (p.value, p.x, p.y))
    complete = complete and not cancelled()
    message, note = _message(complete, flat, len(points)), corner_note(landscape.function)
    shown = tuple(c.in_view(view) for c in curves)
    return StationarySet(tuple(points), shown, flat, complete, message, note, begun.step)


def _message(complete: bool, flat: bool, count: int) -> str:
    if not complete and count:
        return say("The view holds more stationary points than are listed ({n}); zoom in to see the rest.", n=count)
    if not complete:
        return say("The view holds more stationary points than are listed; zoom in to see them.")
    return (
        say(
            "In a part of the view the function is constant, as far as floating-point numbers tell: every point there"
            " is stationary."
        )
        if flat
        else ""
    )


# --- the search --------------------


def _field(landscape: Landscape, view: View) -> Field:
    """f and its derivatives over the unit square, which stands for the view."""
    w, h = view.width, view.height

    def evaluate(points: Array) -> tuple[Array, Array, Array]:
        with np.errstate(all="ignore"):
            f, gx, gy, a, b, c = landscape.second_order(view.x0 + w * points[0], view.y0 + h * points[1])
            return f, np.stack([w * gx, h * gy]), np.stack([w * w * a, w * h * b, h * h * c])

    return evaluate


# --- what is kept --------------------


def _ring(points: Array, radius: float, count: int = 16) -> Array:
    """Points on circles around points (2, k), (2, count, k)."""
    angle = 2 * np.pi * (np.arange(count) + 0.3) / count
    around = radius * np.stack([np.cos(angle), np.sin(angle)])
    return np.asarray(points[:, None, :] + around[:, :, None])


def _verified(scaled: Field, found: Refined) -> Refined:
    """The points in the view that are stationary."""
    inside = ((found.points >= -EDGE) & (found.points <= 1 + EDGE)).all(axis=0)
    found = found.take(inside & (found.step <= ROUGH) & np.isfinite(found.value))
    if found.value.size == 0:
        return found
    value, g, _ = scaled(_ring(found.points, RING).reshape(2, -1))
    near, slope, _ = scaled(_ring(found.points, EDGE_RING).reshape(2, -1))
    at_edge = ~(np.isfinite(near) | np.isfinite(value)).reshape(-1, found.value.size).all(axis=0)
    size = np.hypot(g[0], g[1]).reshape(-1, found.value.size)
    around = np.where(np.isfinite(size), size, 0.0).max(axis=0)
    # At a corner the gradient does not fall towards the point from all sides.
    closely = np.hypot(slope[0], slope[1]).reshape(-1, found.value.size)
    corner = np.where(np.isfinite(closely), closely, 0.0).max(axis=0) > FALLS * around
    level = size == 0
    # Three neighbours of the ring without a slope: the edge of a region where f is constant.
    edge = (level & np.roll(level, 1, axis=0) & np.roll(level, 2, axis=0)).any(axis=0)
    return found.take(
        (np.hypot(*found.gradient) <= NOUGHT * around) & (around > UNDERFLOW) & ~edge & ~at_edge & ~corner
    )


def _merged(found: Refined) -> Refined:
    """One point of each cluster, the one with the smallest gradient."""
    order = np.argsort(np.hypot(*found.gradient), kind="stable")
    left = found.take(order)
    kept: list[int] = []
    free = np.ones(order.size, dtype=bool)
    across = np.argsort(left.points[0], kind="stable")
    sorted_x = left.points[0][across]
    for i in range(order.size):
        if free[i]:
            kept.append(i)
            x = left.points[0, i]
            near = across[np.searchsorted(sorted_x, x - FARTHEST) : np.searchsorted(sorted_x, x + FARTHEST, "right")]
            away = np.hypot(*(left.points[:, near] - left.points[:, [i]]))
            free[near] &= away > CLOSE + np.minimum(20 * (left.step[near] + left.step[i]), FARTHEST - CLOSE)
    return left.take(np.array(kept, dtype=np.intp))


def _singular(scaled: Field, found: Refined) -> NDArray[np.bool_]:
    """Where the Hessian has an eigenvalue that is nought: beside its size, or beside how much it changes nearby (a
    degenerate zero is known to fewer digits, and so is its Hessian).
    """
    count = found.value.size
    if count == 0:
        return np.zeros(0, dtype=bool)
    changes = []
    for share in (1.0, 0.1):  # of a kink near by only the larger circle knows
        _, _, H = scaled(_ring(found.points, share * RING).reshape(2, -1))
        differs = np.abs(H.reshape(3, -1, count) - found.hessian[:, None, :]) / share
        changes.append(np.where(np.isfinite(differs), differs, 0.0).max(axis=(0, 1)))
    change = np.minimum(*changes)
    a, b, c = found.hessian
    half, gap = (a + c) / 2, np.hypot((a - c) / 2, b)
    far = np.abs(half) + gap
    near = np.where(far > 0, np.abs(a * c - b * b) / np.where(far > 0, far, 1.0), 0.0)
    uncertain = np.maximum(BLUR, 10 * found.step)
    return np.asarray(near <= np.maximum(1e-12 * far, change * np.minimum(uncertain / RING, 1e-2)))


def _on_a_plateau(scaled: Field, found: Refined) -> NDArray[np.bool_]:
    """Which points (k,) are a few of many, with nothing around them that is higher or lower: near the minimum of
    ``exp(-1/(x² + y²))`` no derivative can be told from nought.
    """
    count = found.value.size
    if count < CROWD:
        return np.zeros(count, dtype=bool)
    value, _, _ = scaled(_ring(found.points, RING).reshape(2, -1))
    with np.errstate(all="ignore"):
        higher = np.abs(value.reshape(-1, count) - found.value)
    level = np.asarray(np.where(np.isfinite(higher), higher, 0.0).max(axis=0) <= LEVEL * _spread(scaled))
    at = found.points[:, level]
    away = np.hypot(at[0][:, None] - at[0], at[1][:, None] - at[1])
    level[level] = (away < NEARBY).sum(axis=1) >= CROWD
    return level


def _spread(scaled: Field) -> float:
    """From the least to the greatest value on a few points of the view."""
    s = np.linspace(0.02, 0.98, 12)
    value, _, _ = scaled(np.stack([np.tile(s, s.size), np.repeat(s, s.size)]))
    known = value[np.isfinite(value)]
    return float(np.ptp(known)) if known.size else 0.0


def _point(landscape: Landscape, view: View, scaled: Field, found: Refined, i: int, singular: bool) -> StationaryPoint:
    own = float(np.hypot(*found.gradient[:, i]))
    reach = max(1e-5, 20 * float(found.step[i])) if singular else 1e-9
    x, y = _rounded(landscape, view, found.points[:, i], own, reach)
    return _described(landscape, view, x, y, singular)


def _described(landscape: Landscape, view: View, x: float, y: float, singular: bool) -> StationaryPoint:
    hessian = spectrum(_hessian(landscape, view, x, y))
    value = float(landscape.values_at_points(np.array([x]), np.array([y]))[0])
    eigenvalues, vectors = hessian.eigenvalues, hessian.vectors
    singular = singular or not np.isfinite(eigenvalues).all()
    x, y = (0.0 if abs(v) <= NEXT_TO_NOUGHT * side else v for v, side in ((x, view.width), (y, view.height)))
    made = StationaryPoint(x, y, value, eigenvalues, vectors, _kind(eigenvalues, singular))
    if landscape.has_gradient and landscape.dimension > 2:
        _, gradient = landscape.gradient_at(landscape.state(x, y))
        made = replace(made, gradient_norm=float(np.linalg.norm(gradient)))
    elif landscape.dimension == 2:
        made = replace(made, gradient_norm=0.0)
    if singular:
        made = replace(made, look=look_around(landscape, x, y, view.width, view.height))
    return made


def _hessian(landscape: Landscape, view: View, x: float, y: float) -> Array:
    """The plane's Hessian at a point; next to a hole that could be filled, as that of ``sin(r)/r``, where the formula
    loses all its digits, that of the points around.
    """
    ring = _ring(np.zeros((2, 1)), HOLE, 8)[:, :, 0]
    px, py = x + view.width * np.append(0.0, ring[0]), y + view.height * np.append(0.0, ring[1])
    with np.errstate(all="ignore"):
        H = np.stack(landscape.second_order(px, py)[3:])
        own, around = H[:, 0], H[:, 1:]
        size = np.abs(around).max()
        smooth = np.ptp(around, axis=1).max() <= 0.01 * size
        a, b, c = around.mean(axis=1) if smooth and np.abs(own - around.mean(axis=1)).max() > 0.05 * size else own
    return np.array([[a, b], [b, c]])


def _rough(landscape: Landscape, view: View, at: Array) -> StationaryPoint:
    """A point that is stationary and where there are no second derivatives."""
    x, y = _rounded(landscape, view, at, 0.0, 1e-7)
    return _described(landscape, view, x, y, True)


def _nought(value: float, size: float) -> float:
    """A number, or 0 where it is what rounding leaves of it beside others of some size."""
    return 0.0 if abs(value) <= ROUNDING * size else value


def _tidy(point: StationaryPoint, values: float, curvatures: float) -> StationaryPoint:
    """A point whose numbers are nought where they are so but for rounding, beside those of the view."""
    size = max(curvatures, float(np.abs(point.eigenvalues).max()))
    eigenvalues = np.array([_nought(float(v), size) for v in point.eigenvalues])
    return replace(point, value=_nought(point.value, values), eigenvalues=eigenvalues)


def _kind(eigenvalues: Array, singular: bool) -> Kind:
    if eigenvalues[0] < 0 < eigenvalues[1] and not singular:
        return Kind.SADDLE
    if singular:
        return Kind.DEGENERATE
    return Kind.MINIMUM if eigenvalues[0] > 0 else Kind.MAXIMUM


def _rounded(landscape: Landscape, view: View, point: Array, own: float, reach: float) -> tuple[float, float]:
    """The point's coordinates with as few digits as leave it stationary: 3 rather than 2.9999999999999996."""
    found = [float(view.x0 + view.width * point[0]), float(view.y0 + view.height * point[1])]
    sides = (view.width, view.height)
    short = [_short(float(v), float(reach * side)) for v, side in zip(found, sides, strict=True)]
    tried = [(short[0], short[1]), (short[0], found[1]), (found[0], short[1])]
    _, gx, gy = landscape.gradient_anywhere(np.array([p for p, _ in tried]), np.array([q for _, q in tried]))
    size = np.hypot(view.width * gx, view.height * gy)
    # Its own rounding is worth little more than the last bits of the coordinates.
    _, _, _, a, b, c = (float(v[0]) for v in landscape.second_order(np.array([found[0]]), np.array([found[1]])))
    slack = 1e-15 * (abs(a) + 2 * abs(b) + abs(c)) * max(sides) * (max(map(abs, found)) + max(sides))
    for pair, rest in zip(tried, size, strict=True):
        if rest <= own + slack:
            return pair
    return found[0], found[1]


def _short(value: float, reach: float) -> float:
    for digits in range(-3, 16):
        short = round(value, digits)
        if abs(short - value) <= reach:
            return short + 0.0
    return value
