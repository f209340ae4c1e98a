"""The figure of a function of one number, drawn without a window."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from gradviz.export.marks import Mark
from gradviz.export.plot_figure import BOTTOM, INNER, LEFT, LONGEST_TITLE, MARKS, RIGHT, TOP, draw_axes, name_of_axis
from gradviz.export.plot_look import PlotLook
from gradviz.export.plot_path import draw_marked, draw_path
from gradviz.export.plot_sheet import Box, Sheet
from gradviz.numeric.binding import Array
from gradviz.numeric.curve import Curve
from gradviz.numeric.curve_views import unbroken
from gradviz.numeric.taylor import expansion
from gradviz.typeset.typst import typst_symbol

__all__ = ["curve_figure"]


def curve_figure(
    curve: Curve,
    start: float,
    end: float,
    point: float | None,
    look: PlotLook,
    *,
    order: int = 1,
    title: str = "",
    words: str = "",
    name: str = "f",
    stationary: Sequence[Any] = (),
    heights: tuple[float, float] | None = None,
    path: Array | None = None,
    marked: Sequence[tuple[Array, Mark]] = (),
) -> Sheet:
    """A function of one number.

    Parameters
    ----------
    start, end : the interval.
    point : where the point lies with its Taylor polynomial of an order (1: the tangent; 0: none); None for none.
    heights : the lowest and the highest value that is shown; by default all of them, without the peaks of poles.
    path : (k, 2), a descent on it: places and values.
    marked : several of them, each with its look.
    """
    base = look.base
    ts = np.linspace(start, end, 1201)
    with np.errstate(all="ignore"):
        values = curve.value(ts)
    low, high = heights or _range(values)
    sheet = Sheet(LEFT + INNER + RIGHT, TOP + 260 + BOTTOM, base.paper, base.ink, words)
    box = Box(LEFT, TOP, INNER, 260, start, end, low, high)
    sheet.description = f"{words or name} over {curve.label()} from {start:.6g} to {end:.6g}."
    sheet.clip(box)
    if low < 0 < high:
        sheet.line(box.place(np.array([start, end]), np.zeros(2)), base.frame, 0.6)
    sheet.line(
        box.place(ts, unbroken(curve, ts, values, high - low)),
        base.heat[1 if look.base.paper == "#ffffff" else -1],
        1.8,
    )
    value = math.nan if point is None else curve.value_at(point)
    if point is not None and order > 0 and math.isfinite(value):
        found = expansion(curve, point, order)
        if found.order >= 1:
            sheet.line(box.place(ts, found(ts, min(order, found.order))), look.model, 1.1, dash="4 2.5")
    kinds = dict(look.kinds)
    for p in stationary:
        ((x, y),) = box.place(np.array([p.t]), np.array([p.value])).tolist()
        kind = "degenerate" if p.degenerate else str(p.kind)
        sheet.line(np.array(MARKS[kind]) * 5 + [x, y], kinds[kind], 1.0, fill=kinds[kind])
    if path is not None:
        draw_path(sheet, box, path, base)
    draw_marked(sheet, box, marked, base)
    if point is not None and math.isfinite(value):
        ((x, y),) = box.place(np.array([point]), np.array([value])).tolist()
        sheet.disc(x, y, 4.0, base.paper, base.ink, 1.6)
    sheet.clip(None)
    sheet.frame(box, base.frame)
    draw_axes(sheet, box, name_of_axis(curve.label()), typst_symbol(name), base.muted, base.frame)
    if title and len(words) <= LONGEST_TITLE:
        sheet.mathematics(LEFT, TOP / 2, title, "left", 11, most=INNER)
    return sheet


def _range(values: Array) -> tuple[float, float]:
    """The heights to show: all of them, without the peaks of poles."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return -1.0, 1.0
    low, q5, q95, high = (float(q) for q in np.quantile(finite, [0, 0.05, 0.95, 1]))
    bulk = q95 - q5 or high - low or 1.0
    low, high = max(low, q5 - 2 * bulk), min(high, q95 + 2 * bulk)
    room = 0.06 * (high - low) or 0.5
    return low - room, high + room
