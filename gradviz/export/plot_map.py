"""Figures of maps of the plane: a grid and its image, and at a point the Jacobian's parallelogram beside the true image
of a square."""

from __future__ import annotations

import numpy as np

from gradviz.export.plot_figure import BOTTOM, LEFT, LONGEST_TITLE, RIGHT, TOP, draw_axes, name_of_axis
from gradviz.export.plot_look import PlotLook
from gradviz.export.plot_sheet import Box, Sheet
from gradviz.numeric.plane_map import PlaneMap, determinant_and_rank, extent_of
from gradviz.numeric.planes import View
from gradviz.typeset.typst import typst_symbol

__all__ = ["map_figure"]

INNER = 260.0
"""Points: the width of each of the two plots."""
NOTE = 34.0
LINES, SAMPLES = 21, 161
ROOM = 0.06
"""Of the image's extent, left free around it."""


def map_figure(
    map_: PlaneMap,
    view: View,
    point: tuple[float, float],
    look: PlotLook,
    *,
    side: float | None = None,
    title: str = "",
    words: str = "",
    name: str = "f",
) -> Sheet:
    """The domain on the left, the image on the right.

    Parameters
    ----------
    view : of the domain.
    point : the lower left corner of the square.
    side : of the square; by default a tenth of the view's width.
    title, words : of the figure, as Typst mathematics and in words.
    """
    side = view.width / 10 if side is None else side
    base = look.base
    height = INNER * min(max(view.height / view.width, 0.4), 1.6)
    sheet = Sheet(2 * (LEFT + INNER + RIGHT), TOP + height + BOTTOM + NOTE, base.paper, base.ink, words)
    with np.errstate(all="ignore"):
        grid, image = map_.grid_and_image(view, LINES, SAMPLES)
        square = map_.square(*point, side)
        true_image, linear = map_.image(square), map_.parallelogram(*point, side)
        det, _ = determinant_and_rank(map_.jacobian_at(*point))
        area = map_.area_of_image(*point, side)
    x, y = (name_of_axis(label) for label in map_.axis_labels())
    f = typst_symbol(name)
    left = Box(LEFT, TOP, INNER, height, view.x0, view.x1, view.y0, view.y1)
    extent = (
        _roomy(*extent_of(np.concatenate([p[0] for p in image]))),
        _roomy(*extent_of(np.concatenate([p[1] for p in image]))),
    )
    right = Box(2 * LEFT + INNER + RIGHT, TOP, INNER, height, *_same_scale(*extent, height / INNER))
    for box, lines, names in ((left, grid, (x, y)), (right, image, (f"{f}_1", f"{f}_2"))):
        sheet.clip(box)
        for line, colour in zip(lines, (look.kinds[0][1], look.kinds[2][1]), strict=True):
            sheet.line(box.place(*line), colour, 0.6, opacity=0.75)
        if box is left:
            sheet.line(box.place(*square), look.gradient, 1.8)
        else:
            sheet.line(box.place(*true_image), look.gradient, 1.8)
            sheet.line(box.place(*linear), look.model, 1.4, dash="4 2.5")
        sheet.clip(None)
        sheet.frame(box, base.frame)
        draw_axes(sheet, box, *names, base.muted, base.frame, across=5, down=5)
    ((px, py),) = left.place(np.array([point[0]]), np.array([point[1]])).tolist()
    sheet.disc(px, py, 3.5, base.paper, base.ink, 1.4)
    if np.isfinite(det):
        below = TOP + height + BOTTOM + NOTE / 2
        told = f"det J_{f} = {det:.4g} #h(2em) det J_{f} dot h^2 = {det * side**2:.4g}"
        if np.isfinite(area):  # of a square that reaches to where the map is undefined there is no image
            told += f' #h(2em) "area" = {area:.4g}'
        sheet.mathematics(LEFT, below, told, "left", 10, most=2 * INNER)
    if title and len(words) <= LONGEST_TITLE:
        sheet.mathematics(LEFT, TOP / 2, title, "left", 11, most=2 * INNER)
    sheet.description = f"{words or name}: the grid of the plane and its image. At ({point[0]:.6g}, {point[1]:.6g}) "
    if np.isfinite(det):
        sheet.description += f"the Jacobian's determinant is {det:.6g}"
        if np.isfinite(area):
            sheet.description += f"; the image of a square of side {side:.6g} has the area {area:.6g}"
        sheet.description += "."
    else:
        sheet.description += "the map is undefined."
    return sheet


def _roomy(low: float, high: float) -> tuple[float, float]:
    room = ROOM * (high - low)
    return low - room, high + room


def _same_scale(x: tuple[float, float], y: tuple[float, float], ratio: float) -> tuple[float, float, float, float]:
    """Wider in one direction, so that a square is drawn as a square."""
    width, height = x[1] - x[0], y[1] - y[0]
    more_x = max(height / ratio - width, 0.0) / 2
    more_y = max(width * ratio - height, 0.0) / 2
    return x[0] - more_x, x[1] + more_x, y[0] - more_y, y[1] + more_y
