"""Where to look: the rectangle of the plane that shows what is interesting about a function."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array
from gradviz.numeric.landscape import Landscape, View

__all__ = ["suggested_start", "suggested_view"]

HALF = 3.0
"""Half the side of the square around the origin that is shown when nothing better is known."""
WIDER = (30.0, 300.0, 3_000.0, 30_000.0)
"""Half the sides of the squares in which one looks for the function where it is undefined on that one."""
COARSE, COARSEST = 49, 9
"""Points a side of the grid on which one looks for a minimiser: of a cheap function, and of one over much data."""
NUMBERS = 400_000
"""In the widest array of that grid: a few milliseconds of work."""
STEPS, HALVINGS = 60, 30
LOWS = 6
"""From how many low places of the grid a minimiser is sought, at most."""
APART = 0.5
"""Minimisers that are no further apart are one to look at."""
FLAT = 1e-6
"""Of the curvature that a bowl over the usual square would have: less is no minimum but a plain."""


def suggested_view(landscape: Landscape) -> View:
    """A view with the minimiser and the origin in it when there is a minimiser nearby, with all of them when there are
    several; else the usual square.

    A function that is undefined on most of the square is looked at where it is defined.
    """
    view = View(-HALF, HALF, -HALF, HALF)
    side = min(max(math.isqrt(NUMBERS // landscape.widest), COARSEST), COARSE)
    xs, ys = view.axes(side, side)
    values = landscape.value(xs, ys)
    defined = np.isfinite(values)
    for half in () if defined.any() else WIDER:
        view = View(-half, half, -half, half)
        xs, ys = view.axes(side, side)
        values = landscape.value(xs, ys)
        defined = np.isfinite(values)
        if defined.any():
            if half > WIDER[0]:  # at its edge that is nearest to the origin: all of it would hide what is small there
                return _edge(landscape, xs, ys, defined)
            break
    if not defined.any():
        return View(-HALF, HALF, -HALF, HALF)
    if defined.mean() < 0.6:
        view = _around(xs[defined.any(axis=0)], ys[defined.any(axis=1)])
    lowest, *others = _lows(values) if side == COARSE else [int(np.argmin(np.where(defined, values, np.inf)))]
    minimiser = _minimiser(landscape, xs, ys, values, lowest)
    if minimiser is None:
        return view
    x, y = minimiser
    if defined.mean() < 0.6:
        return _hull(view, x, y)
    found = [minimiser, *(m for at in others if (m := _minimiser(landscape, xs, ys, values, at)) is not None)]
    found = [m for m in found if max(map(abs, m)) <= 2 * HALF]
    if len(found) > 1 and float(np.ptp(found, axis=0).max()) > APART:
        return _over(np.array([*found, (0.0, 0.0), landscape.project(landscape.origin)]))
    # Origin and minimiser both in view, the minimiser well off the edge.
    half = max(2.5, 1.5 * max(abs(x), abs(y)))
    start = landscape.project(landscape.origin)
    away = float(np.abs(start - [x / 2, y / 2]).max())
    if away < 3 * half:
        half = max(half, 1.5 * away)
    return View(x / 2 - half, x / 2 + half, y / 2 - half, y / 2 + half)


def _lows(values: Array) -> list[int]:
    """The places in the grid, counted row by row, where a value is below all around it, the lowest first; it alone
    where there are more than `LOWS`, as of a wave.
    """
    rows, columns = values.shape
    padded = np.full((rows + 2, columns + 2), np.inf)
    padded[1:-1, 1:-1] = np.where(np.isfinite(values), values, np.inf)
    around = [padded[1 + i : rows + 1 + i, 1 + j : columns + 1 + j] for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    middle = padded[1:-1, 1:-1]
    places = np.flatnonzero((middle < np.min(around, axis=0)).ravel())
    lowest = int(np.argmin(middle))
    return [lowest, *(at for at in places.tolist() if at != lowest)] if places.size <= LOWS else [lowest]


def _over(points: Array) -> View:
    """The square around some points, none of them near its edge."""
    low, high = points.min(axis=0), points.max(axis=0)
    (x, y), half = (low + high) / 2, max(2.5, 0.65 * float((high - low).max()))
    return View(float(x - half), float(x + half), float(y - half), float(y + half))


def suggested_start(landscape: Landscape, view: View) -> Array:
    """The landscape's own state if it is in view and f has a value and a gradient there; else a point where that holds,
    or at least one with a value."""
    x, y = landscape.project(landscape.origin)
    inside = view.x0 <= x <= view.x1 and view.y0 <= y <= view.y1
    if inside and _smooth(landscape, np.array([x]), np.array([y]))[0]:
        return landscape.origin
    xs, ys = view.axes(9, 9)
    wanted = xs[1], ys[6]  # up on the left, off the edge
    values = landscape.value(xs[1:-1], ys[1:-1])
    X, Y = np.meshgrid(xs[1:-1], ys[1:-1])
    good = _smooth(landscape, X.ravel(), Y.ravel())
    if not good.any():
        good = np.isfinite(values).ravel()
        if not good.any() or (inside and np.isfinite(landscape.value_at(landscape.origin))):
            return landscape.origin
    distance = np.where(good, ((X - wanted[0]) ** 2 + (Y - wanted[1]) ** 2).ravel(), np.inf)
    at = int(np.argmin(distance))
    return landscape.state(float(X.flat[at]), float(Y.flat[at]))


def _smooth(landscape: Landscape, x: Array, y: Array) -> NDArray[np.bool_]:
    """Whether f has a value and a gradient at points (k,): not where a domain ends as that of a root does."""
    with np.errstate(all="ignore"):
        return np.asarray(np.all(np.isfinite(landscape.gradient_anywhere(x, y)), axis=0))


def _edge(landscape: Landscape, xs: Array, ys: Array, defined: NDArray[np.bool_]) -> View:
    """The usual square, where a ray from the origin to the nearest place with a value comes into the domain."""
    X, Y = np.meshgrid(xs, ys)
    nearest = int(np.argmin(np.where(defined, X**2 + Y**2, np.inf)))
    place = np.array([X.flat[nearest], Y.flat[nearest]])
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        inside = bool(np.isfinite(_at(landscape, middle * place[None])[0]))
        low, high = (low, middle) if inside else (middle, high)
    x, y = (high * place + 0.6 * HALF * place / float(np.hypot(*place))).tolist()
    return View(x - HALF, x + HALF, y - HALF, y + HALF)


def _around(xs: Array, ys: Array) -> View:
    margin = 0.06 * max(np.ptp(xs), np.ptp(ys), 1e-3)
    side = max(float(np.ptp(xs)), float(np.ptp(ys)), 0.5) / 2 + float(margin)
    x, y = float(xs.min() + xs.max()) / 2, float(ys.min() + ys.max()) / 2
    return View(x - side, x + side, y - side, y + side)


def _hull(view: View, x: float, y: float) -> View:
    """The view widened until a point is well inside."""
    grow = 1.3
    x0, x1 = min(view.x0, view.x1 - grow * (view.x1 - x)), max(view.x1, view.x0 + grow * (x - view.x0))
    y0, y1 = min(view.y0, view.y1 - grow * (view.y1 - y)), max(view.y1, view.y0 + grow * (y - view.y0))
    return View(x0, x1, y0, y1)


def _minimiser(landscape: Landscape, xs: Array, ys: Array, values: Array, at: int) -> tuple[float, float] | None:
    """A strict local minimiser in the plane, by damped Newton steps on differences from a place of the grid; None
    without one.
    """
    row, col = np.unravel_index(at, values.shape)
    point = np.array([xs[col], ys[row]])
    step = 1e-4
    shares = 0.5 ** np.arange(HALVINGS)[:, None]
    with np.errstate(all="ignore"):
        best = float(_at(landscape, point[None])[0])
        least = FLAT * float(np.nanmedian(np.where(np.isfinite(values), values - best, np.nan))) / HALF**2
        for _ in range(STEPS):
            offsets = np.array([[i, j] for i in (-1, 0, 1) for j in (-1, 0, 1)]) * step * (1 + np.abs(point))
            around = _at(landscape, point + offsets).tolist()
            if not np.all(np.isfinite(around)):
                return None
            (mm, m0, mp, zm, zz, zp, pm, p0, pp) = around
            h = step * (1 + np.abs(point))
            gradient = np.array([(p0 - m0) / (2 * h[0]), (zp - zm) / (2 * h[1])])
            cross = (pp - pm - mp + mm) / (4 * h[0] * h[1])
            hessian = np.array([[(p0 - 2 * zz + m0) / h[0] ** 2, cross], [cross, (zp - 2 * zz + zm) / h[1] ** 2]])
            eigenvalues, vectors = np.linalg.eigh(hessian)
            size = max(float(np.abs(eigenvalues).max()), 1e-12)
            if size < least:  # it only levels out, as e^-x does: what is there to see is where it does not
                return None
            if float(np.linalg.norm(gradient)) <= 1e-5 * size * (1 + float(np.abs(point).max())):
                flat = eigenvalues[0] <= 1e-7 * size
                return None if flat else (float(point[0]), float(point[1]))
            move = -vectors @ ((vectors.T @ gradient) / np.maximum(np.abs(eigenvalues), 1e-6 * size))
            trials = _at(landscape, point + move * shares)
            better = np.flatnonzero(np.isfinite(trials) & (trials < best))
            if not better.size:
                return None
            first = int(better[0])
            point, best = point + move * shares[first], float(trials[first])
            if float(np.abs(point).max()) > 1e3:
                return None
    return None


def _at(landscape: Landscape, points: Array) -> Array:
    """The values at points (k, 2)."""
    return landscape.values_at_points(points[:, 0], points[:, 1])
