"""Where the search for the stationary points of a view begins.

Seeds are the cells of grids over which both derivatives change sign, and the nodes where the gradient is smaller than
around. Where it changes abruptly from node to node, as beside a well that is narrower than a cell, a finer grid is
laid around the node.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.planes import View

__all__ = ["MOST_SEEDS", "NUMBERS", "Seeds", "search_seeds"]

GRIDS = (97, 150)
"""Nodes along a side; no multiple of one another, so that what falls between the nodes of one does not in the other."""
FINER = 289
"""Nodes along a side where that many cost little."""
NUMBERS = 20_000_000
"""In all arrays of the widest kind on those grids; of a sum over many data the grids are coarser, down to a share."""
COARSEST = 0.4
MOST_SEEDS = 6_000
ABRUPT = 0.15
"""How far a gradient is from the mean of its neighbours, beside the largest of them, where a closer look is taken."""
MOST_LOOKS = 400
LOOK = np.linspace(-1.0, 1.0, 9)
"""The nodes of a closer look, in steps of the grid."""


class Seeds(NamedTuple):
    """Where to start.

    Attributes
    ----------
    points : (2, k), of the unit square that stands for the view.
    defined : whether f is defined anywhere.
    flat : whether it is constant somewhere.
    step : of the finest grid, in sides of the view.
    """

    points: Array
    defined: bool
    flat: bool
    step: float


def search_seeds(landscape: Landscape, view: View, cancelled: Callable[[], bool]) -> Seeds:
    """Search a view; never raises."""
    found = [np.empty((2, 0))]
    defined = flat = False
    affordable = NUMBERS / landscape.widest
    share = min(1.0, max(COARSEST, (affordable / sum(n * n for n in GRIDS)) ** 0.5))
    sizes = [int(share * n) for n in GRIDS]
    if affordable >= sum(n * n for n in (*GRIDS, FINER)):
        sizes.append(FINER)
    step = float("nan")
    for nodes in sizes:
        if cancelled() or (nodes == FINER and sum(p.shape[1] for p in found) > MOST_SEEDS / 2):
            break
        pad = 1 / (nodes - 3)
        s = np.linspace(-pad, 1 + pad, nodes)
        step = float(s[1] - s[0])
        value, gx, gy = _gradient(landscape, view, s[None], s[:, None])
        defined = defined or bool(np.isfinite(value).any())
        flat = flat or _constant(gx, gy)
        nought = (gx == 0) & (gy == 0)
        rows, cols = np.nonzero(_changes(gx) & _changes(gy) & ~(nought[1:, 1:] & nought[:-1, :-1]))
        found.append(np.stack([s[cols], s[rows]]) + step / 2)
        size = np.hypot(gx, gy)
        rows, cols = np.nonzero(_smallest(size) | _dips(size) | _dips(size.T).T)
        found.append(np.stack([s[cols], s[rows]]))
        if nodes == sizes[-1] and not landscape.has_kinks:  # beside a kink every gradient changes abruptly
            most = min(MOST_LOOKS, int(affordable / LOOK.size**2 / 2))
            found.append(_closer(landscape, view, s, gx, gy, most))
    return Seeds(np.concatenate(found, axis=1), defined, flat, step)


def _gradient(landscape: Landscape, view: View, s: Array, t: Array) -> tuple[Array, Array, Array]:
    """f and its derivatives at places of the unit square."""
    with np.errstate(all="ignore"):
        value, gx, gy = landscape.gradient_anywhere(view.x0 + view.width * s, view.y0 + view.height * t)
        return value, view.width * gx, view.height * gy


def _closer(landscape: Landscape, view: View, s: Array, gx: Array, gy: Array, most: int) -> Array:
    """Seeds (2, k) from finer grids around the nodes at which the gradient changes most abruptly."""
    with np.errstate(all="ignore"):
        off = np.hypot(
            *(g[1:-1, 1:-1] - (g[:-2, 1:-1] + g[2:, 1:-1] + g[1:-1, :-2] + g[1:-1, 2:]) / 4 for g in (gx, gy))
        )
        size = np.hypot(gx, gy)
        around = np.maximum.reduce([size[:-2, 1:-1], size[2:, 1:-1], size[1:-1, :-2], size[1:-1, 2:], size[1:-1, 1:-1]])
        share = np.where((around > 0) & np.isfinite(off), off / around, 0.0)
    nodes = np.flatnonzero(share > ABRUPT)
    nodes = nodes[np.argsort(-(off.ravel()[nodes]), kind="stable")[:most]]
    if not nodes.size:
        return np.empty((2, 0))
    rows, cols = np.unravel_index(nodes, share.shape)
    step = s[1] - s[0]
    x = (s[cols + 1][:, None, None] + step * LOOK[None, None, :]) + 0 * LOOK[None, :, None]
    y = (s[rows + 1][:, None, None] + step * LOOK[None, :, None]) + 0 * LOOK[None, None, :]
    _, u, v = (g.reshape(x.shape) for g in _gradient(landscape, view, x.ravel(), y.ravel()))
    which = _changes(u) & _changes(v)
    half = step * (LOOK[1] - LOOK[0]) / 2
    return np.stack([x[:, :-1, :-1][which] + half, y[:, :-1, :-1][which] + half])[:, : MOST_SEEDS // 4]


def _changes(values: Array) -> NDArray[np.bool_]:
    """Cells over which the values reach or pass nought."""
    v = values
    corners = np.stack([v[..., :-1, :-1], v[..., 1:, :-1], v[..., :-1, 1:], v[..., 1:, 1:]])
    with np.errstate(all="ignore"):
        return np.asarray((corners.min(axis=0) <= 0) & (corners.max(axis=0) >= 0))


def _smallest(size: Array) -> NDArray[np.bool_]:
    """Nodes with no neighbour that is smaller and one that is larger: a slope that is the same all over has none."""
    known = np.where(np.isfinite(size), size, np.inf)
    padded = np.pad(known, 1, constant_values=np.inf)
    rows, cols = known.shape
    least, above = np.isfinite(size), np.zeros(size.shape, dtype=bool)
    for i in range(3):
        for j in range(3):
            other = padded[i : i + rows, j : j + cols]
            least &= known <= other
            above |= other > known * (1 + 1e-9)
    return least & above


def _dips(size: Array) -> NDArray[np.bool_]:
    """Nodes at which the gradient dips, seen along their row, as it does beside a curve of zeros: beside a simple zero
    half a cell away it is at most a third of what it is two nodes further.
    """
    found = np.zeros(size.shape, dtype=bool)
    left, right = size[:, :-4], size[:, 4:]
    here, before, after = size[:, 2:-2], size[:, 1:-3], size[:, 3:-1]
    with np.errstate(all="ignore"):
        found[:, 2:-2] = (here <= before) & (here <= after) & (here < 0.4 * np.minimum(left, right))
    return found


def _constant(gx: Array, gy: Array) -> bool:
    """Whether the gradient is exactly nought on some block of three by three nodes."""
    zero = (gx == 0) & (gy == 0)
    rows, cols = zero.shape
    block = np.ones((rows - 2, cols - 2), dtype=bool)
    for i in range(3):
        for j in range(3):
            block &= zero[i : i + rows - 2, j : j + cols - 2]
    return bool(block.any())
