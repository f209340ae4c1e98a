"""What is computed for a view beside its picture: streamlines, regions of definiteness, the error of the Taylor
model, and the stationary points. All of it off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gradviz.gui.plot.inks import REGION_SIGNS
from gradviz.gui.plot.picture import UNDEFINED, Label, Picture, covering, grid, pixels_of
from gradviz.numeric.contours import Scale, scale_for
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.plane_model import model_error, plane_model
from gradviz.numeric.planes import View
from gradviz.numeric.spectrum import Definiteness, regions
from gradviz.numeric.streamlines import arrow_heads, streamlines

__all__ = ["Surface", "definiteness_surface", "error_surface", "stream_line"]

NODES, FEWEST = 241, 49
NUMBERS = 30_000_000
"""In the widest array of all nodes: of a sum over many data the grid of the Hessian's signs is coarser."""
SMALLEST_SHARE = 0.006
"""Of the view that a region must cover to be named."""


@dataclass(frozen=True)
class Surface:
    """What colours the plane in place of the heat map.

    Attributes
    ----------
    view : the rectangle that the pixels cover.
    pixels : uint8; `UNDEFINED` is transparent.
    scale : from values to shades; None for regions.
    labels : the names of the regions.
    kinds : the regions in view and the share of it that they cover, largest first.
    """

    view: View
    pixels: np.ndarray
    scale: Scale | None = None
    labels: tuple[Label, ...] = ()
    kinds: tuple[tuple[Definiteness, float], ...] = ()


def definiteness_surface(
    landscape: Landscape, view: View, width: float, height: float, cancelled: Callable[[], bool]
) -> Surface:
    """The regions where the Hessian of the function drawn is positive definite, and so on."""
    affordable = int((NUMBERS / landscape.widest) ** 0.5)
    xs, ys = grid(view, width, height, min(NODES, max(FEWEST, affordable)))
    found = regions(landscape, xs, ys, cancelled)
    pixels = np.where(found < 0, UNDEFINED, found).astype(np.uint8)
    inside = np.ix_((ys >= view.y0) & (ys <= view.y1), (xs >= view.x0) & (xs <= view.x1))
    seen = found[inside]
    labels, kinds = [], []
    for kind, sign in REGION_SIGNS.items():
        mask = seen == int(kind)
        share = float(mask.mean()) if mask.size else 0.0
        if share < SMALLEST_SHARE:
            continue
        kinds.append((kind, share))
        row, col = _heart(mask)
        labels.append(Label(float(xs[(xs >= view.x0)][col]), float(ys[(ys >= view.y0)][row]), 0.0, sign))
    kinds.sort(key=lambda k: -k[1])
    return Surface(covering(xs, ys), pixels, None, tuple(labels), tuple(kinds))


def _heart(mask: np.ndarray) -> tuple[int, int]:
    """The cell of a mask that is farthest from what it does not cover (by taking its rim away, again and again)."""
    left = np.pad(mask, 1)
    while True:
        core = left.copy()
        core[1:-1, 1:-1] &= left[:-2, 1:-1] & left[2:, 1:-1] & left[1:-1, :-2] & left[1:-1, 2:]
        if not core.any():
            rows, cols = np.nonzero(left)
            middle = len(rows) // 2
            return int(rows[middle]) - 1, int(cols[middle]) - 1
        left = core


def error_surface(
    landscape: Landscape, picture: Picture, x: float, y: float, cancelled: Callable[[], bool]
) -> Surface | None:
    """``|f - T_2|`` on the grid of a picture; None where there is no model at the point."""
    model = plane_model(landscape, x, y)
    if model.order < 1:
        return None
    error = model_error(landscape, model, picture.xs, picture.ys, model.order, picture.values, cancelled)
    scale = scale_for(error)
    return Surface(covering(picture.xs, picture.ys), pixels_of(error, scale), scale)


def stream_line(landscape: Landscape, view: View, width: float, height: float) -> tuple[np.ndarray, np.ndarray]:
    """Streamlines with arrow heads, as one polyline."""
    density = min(max(max(width, height) / 560, 0.5), 1.4)
    x, y = streamlines(landscape, view, density)
    if not x.size:
        return x, y
    heads = arrow_heads((x, y), view)
    gap = np.array([np.nan])
    return np.concatenate([x, gap, heads[0]]), np.concatenate([y, gap, heads[1]])
