"""Streamlines of a gradient field, evenly spaced, and the hatching of where a function is undefined."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.planes import View

__all__ = ["arrow_heads", "field_streamlines", "hatching", "streamlines", "undefined"]

Line = tuple[Array, Array]
NODES = 161
"""Of the grid on which the field is sampled; between its nodes it is interpolated."""
STEP = 0.005
"""Of the integration, in sides of the view."""
STEPS = 125
SHORTEST = 12
"""Steps that a line must have to be drawn."""
STILL = 1e-9
"""Where the gradient is this many times smaller than elsewhere a line ends."""


def streamlines(landscape: Landscape, view: View, density: float = 1.0, uphill: bool = True) -> Line:
    """Curves that follow the gradient, about evenly spaced, as one polyline with NaN between them.

    Parameters
    ----------
    density : 1 for about twenty lines across the view.
    uphill : the direction in which points follow one another; downhill is the way of descent.

    Returns
    -------
    tuple of arrays
        Horizontal and vertical coordinates. Empty where there is no gradient. Nothing raises.
    """
    xs, ys = view.axes(NODES, NODES)
    with np.errstate(all="ignore"):
        _, gx, gy = landscape.gradient_anywhere(xs[None], ys[:, None])
    sign = 1.0 if uphill else -1.0
    return field_streamlines(view, sign * gx, sign * gy, density)


def field_streamlines(view: View, u: Array, v: Array, density: float = 1.0) -> Line:
    """Streamlines of a field (u, v) sampled on a grid that spans the view, (rows, columns), NaN where undefined.

    Notes
    -----
    All candidates are integrated together (RK4 of the field's direction, so that steps have one length on the
    screen); then they are taken in turn, each as far as it keeps its distance from those before it (after Jobard &
    Lefer 1997).
    """
    # In the unit square that stands for the view, where both its sides are one long.
    with np.errstate(all="ignore"):
        direction = np.stack([u / view.width, v / view.height])
        length = np.hypot(direction[0], direction[1])
        known = np.isfinite(length)
        if not known.any() or not length[known].any():
            return np.empty(0), np.empty(0)
        direction = np.where(known & (length > STILL * length[known].max()), direction / length, np.nan)
    cells = max(4, round(20 * density))
    seeds = _seed_points(cells)
    count = seeds.shape[1]
    both = _integrate(direction, np.hstack([seeds, seeds]), np.repeat([STEP, -STEP], count))
    paths = np.concatenate([both[:0:-1, :, count:], both[:, :, :count]])  # (steps, 2, seeds)
    x, y = _spaced(paths, STEPS, cells)
    return view.x0 + view.width * x, view.y0 + view.height * y


def _seed_points(cells: int) -> Array:
    """The middles of the cells in an order that fills the square evenly, (2, cells²)."""
    middle = (np.arange(cells) + 0.5) / cells
    seeds = np.stack(np.meshgrid(middle, middle)).reshape(2, -1)
    return np.asarray(np.random.default_rng(0).permutation(seeds, axis=1))


def _integrate(direction: Array, seeds: Array, step: Array) -> Array:
    """RK4 from every seed with its own (signed) step, (STEPS + 1, 2, seeds); NaN from where a path ends."""
    path = np.full((STEPS + 1, *seeds.shape), np.nan)
    path[0] = here = seeds
    with np.errstate(all="ignore"):
        for k in range(1, STEPS + 1):
            a = _sampled(direction, here)
            b = _sampled(direction, here + step / 2 * a)
            c = _sampled(direction, here + step / 2 * b)
            d = _sampled(direction, here + step * c)
            move = (a + 2 * b + 2 * c + d) / 6
            size = np.hypot(move[0], move[1])
            here = here + step * np.where(size > 0.7, move / size, np.nan)  # it turns back at a summit: it ends there
            path[k] = here
            if not np.isfinite(here).any():
                break
    return path


def _sampled(direction: Array, points: Array) -> Array:
    """The direction at points (2, k) of the unit square, interpolated between nodes; NaN outside and beside NaN."""
    _, rows, cols = direction.shape
    x, y = points[0] * (cols - 1), points[1] * (rows - 1)
    outside = ~((x >= 0) & (x <= cols - 1) & (y >= 0) & (y <= rows - 1))
    x, y = np.where(outside, 0.0, x), np.where(outside, 0.0, y)
    i = np.minimum(x.astype(np.intp), cols - 2)
    j = np.minimum(y.astype(np.intp), rows - 2)
    s, t = x - i, y - j
    low = direction[:, j, i] * (1 - s) + direction[:, j, i + 1] * s
    high = direction[:, j + 1, i] * (1 - s) + direction[:, j + 1, i + 1] * s
    found = low * (1 - t) + high * t
    found[:, outside] = np.nan
    return np.asarray(found)


def _spaced(paths: Array, middle: int, cells: int) -> Line:
    """Path after path, cut where it comes into a cell through which another goes."""
    taken = np.zeros((cells * 2, cells * 2), dtype=bool)
    finite = np.isfinite(paths[:, 0])
    with np.errstate(all="ignore"):
        cell = np.where(finite[:, None], np.clip(paths * (cells * 2), 0, cells * 2 - 1), 0).astype(np.intp)
    xs: list[Array] = []
    ys: list[Array] = []
    gap = np.array([np.nan])
    for k in range(paths.shape[2]):
        free = finite[:, k] & ~taken[cell[:, 1, k], cell[:, 0, k]]
        if not free[middle]:
            continue
        after = np.flatnonzero(~free[middle:])
        before = np.flatnonzero(~free[middle::-1])
        stop = middle + int(after[0]) if after.size else len(paths)
        start = middle - int(before[0]) + 1 if before.size else 0
        if stop - start < SHORTEST:
            continue
        taken[cell[start:stop, 1, k], cell[start:stop, 0, k]] = True
        xs += [paths[start:stop, 0, k], gap]
        ys += [paths[start:stop, 1, k], gap]
    if not xs:
        return np.empty(0), np.empty(0)
    return np.concatenate(xs[:-1]), np.concatenate(ys[:-1])


def arrow_heads(line: Line, view: View, size: float = 0.012) -> Line:
    """One small open arrow head in the middle of each piece of a polyline, as a polyline with NaN between them.

    Parameters
    ----------
    size : in sides of the view.
    """
    x, y = (line[0] - view.x0) / view.width, (line[1] - view.y0) / view.height
    ends = np.append(np.flatnonzero(np.isnan(x)), x.size)
    starts = np.append(0, ends[:-1] + 1)
    middle = (starts + ends) // 2
    middle = middle[(ends - starts) >= 3]
    if middle.size == 0:
        return np.empty(0), np.empty(0)
    ux, uy = x[middle] - x[middle - 1], y[middle] - y[middle - 1]
    norm = np.hypot(ux, uy)
    ux, uy = ux / norm * size, uy / norm * size
    nan = np.full(middle.size, np.nan)
    px = np.stack([x[middle] - ux - uy / 2, x[middle], x[middle] - ux + uy / 2, nan], axis=1).ravel()
    py = np.stack([y[middle] - uy + ux / 2, y[middle], y[middle] - uy - ux / 2, nan], axis=1).ravel()
    return view.x0 + view.width * px[:-1], view.y0 + view.height * py[:-1]


# --- undefined regions --------------------


def undefined(values: Array) -> NDArray[np.bool_]:
    """Where a grid of values has none: NaN or infinite."""
    return np.asarray(~np.isfinite(values))


def hatching(xs: Array, ys: Array, mask: NDArray[np.bool_], lines: int = 40) -> Line:
    """Diagonal lines over the part of a grid that a mask covers, as one polyline with NaN between the strokes.

    Parameters
    ----------
    xs, ys : the grid's coordinates, increasing and evenly spaced.
    mask : (len(ys), len(xs)).
    lines : diagonals across the whole grid.
    """
    if not mask.any():
        return np.empty(0), np.empty(0)
    samples = 4 * max(mask.shape)
    offset = (2 * np.arange(lines) + 1) / lines - 1  # diagonals v - u = offset of the unit square
    u = np.linspace(0, 1, samples)
    v = u[None] + offset[:, None]
    inside = (v >= 0) & (v <= 1)
    col = np.rint(u * (len(xs) - 1)).astype(np.intp)
    row = np.rint(np.clip(v, 0, 1) * (len(ys) - 1)).astype(np.intp)
    drawn = inside & mask[row, col[None]]
    edges = np.diff(np.pad(drawn, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    which, first = np.nonzero(edges == 1)
    _, last = np.nonzero(edges == -1)
    last = last - 1
    nan = np.full(first.size, np.nan)
    px = np.stack([u[first], u[last], nan], axis=1).ravel()[:-1]
    py = np.stack([u[first] + offset[which], u[last] + offset[which], nan], axis=1).ravel()[:-1]
    return xs[0] + (xs[-1] - xs[0]) * px, ys[0] + (ys[-1] - ys[0]) * py
