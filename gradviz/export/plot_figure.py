"""Figures of functions over a plane, drawn without a window."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gradviz.export.marks import Mark
from gradviz.export.plot_axes import numbered
from gradviz.export.plot_look import PlotLook
from gradviz.export.plot_path import draw_marked, draw_path
from gradviz.export.plot_sheet import Box, Sheet
from gradviz.numeric.binding import Array
from gradviz.numeric.contours import Scale, contour_lines, joined, levels_for, scale_for, ticks_above
from gradviz.numeric.landscape import Landscape, View
from gradviz.numeric.plane_model import model_error, plane_model
from gradviz.numeric.spectrum import conic, regions, spectrum
from gradviz.numeric.stationary import StationarySet
from gradviz.numeric.streamlines import arrow_heads, hatching, streamlines
from gradviz.numeric.tick_texts import tick_texts
from gradviz.typeset.typst import typst_symbol

__all__ = ["LAYERS", "MARKS", "PlaneFigure", "draw_axes", "name_of_axis"]

LAYERS = (
    *("heat", "regions", "error", "contours", "field", "streamlines", "stationary", "hessian"),
    *("taylor1", "taylor2", "point"),
)
"""What can be drawn over a plane. "heat", "regions" and "error" colour it: the first of them that is wanted does."""

LEFT, RIGHT, TOP, BOTTOM, BAR = 52.0, 14.0, 30.0, 40.0, 66.0
INNER = 380.0
"""Points: the plot's width."""
NODES = 301
ARROWS = 17
CONIC = 42.0
SMALLEST_REGION = 0.004
"""Of the plot: smaller ones have no entry in the key."""
LONGEST_TITLE = 240


@dataclass(frozen=True)
class PlaneFigure:
    """A function over a plane.

    Attributes
    ----------
    landscape, view : what is drawn, and where.
    layers : some of `LAYERS`.
    point : a point of the plane.
    title : Typst mathematics above the plot.
    words : the same in words.
    name : the function's.
    stationary : its stationary points, where they are to be drawn.
    path : (k, 2), a descent on it.
    marked : several of them, each with its look.
    """

    landscape: Landscape
    view: View
    layers: Sequence[str]
    point: tuple[float, float]
    look: PlotLook
    title: str = ""
    words: str = ""
    name: str = "f"
    stationary: StationarySet | None = None
    path: Array | None = None
    marked: Sequence[tuple[Array, Mark]] = ()

    def sheet(self) -> Sheet:
        """Draw it."""
        ratio = self.view.height / self.view.width
        inner = INNER * (ratio if 0.4 <= ratio <= 1.6 else min(max(ratio, 0.4), 1.6))
        base = self.look.base
        sheet = Sheet(LEFT + INNER + RIGHT + BAR, TOP + inner + BOTTOM, base.paper, base.ink, self.words)
        view = self.view
        box = Box(LEFT, TOP, INNER, inner, view.x0, view.x1, view.y0, view.y1)
        sheet.description = self._description()
        xs, ys = view.axes(NODES, max(int(NODES * inner / INNER), 61))
        with np.errstate(all="ignore"):
            values = self.landscape.value(xs, ys)
            self._draw(sheet, box, xs, ys, values)
        sheet.frame(box, base.frame)
        x_name, y_name = self.landscape.axis_labels()
        draw_axes(sheet, box, name_of_axis(x_name), name_of_axis(y_name), base.muted, base.frame)
        if self.title and len(self.words) <= LONGEST_TITLE:
            sheet.mathematics(LEFT, TOP / 2, self.title, "left", 11, most=INNER + BAR)
        return sheet

    def _draw(self, sheet: Sheet, box: Box, xs: Array, ys: Array, values: Array) -> None:
        look, base, layers = self.look, self.look.base, set(self.layers)
        scale = scale_for(values)
        levels = levels_for(scale)
        sheet.clip(box)
        if "heat" in layers:
            sheet.picture(box, _shaded(values, scale, base.heat))
            self._bar(sheet, box, scale, levels, typst_symbol(self.name))
        elif "regions" in layers:
            self._draw_regions(sheet, box, xs, ys)
        elif "error" in layers:
            errors = model_error(self.landscape, plane_model(self.landscape, *self.point), xs, ys, 2, values)
            error_scale = scale_for(errors)
            sheet.picture(box, _shaded(errors, error_scale, base.heat))
            self._bar(sheet, box, error_scale, levels_for(error_scale), f"abs({typst_symbol(self.name)} - T_2)")
        mask = ~np.isfinite(values)
        if mask.any():
            sheet.line(box.place(*hatching(xs, ys, mask)), base.frame, 0.7)
        if "contours" in layers:
            self._draw_contours(sheet, box, contour_lines(xs, ys, values, levels), levels)
        if "field" in layers:
            self._draw_field(sheet, box)
        if "streamlines" in layers:
            flow = streamlines(self.landscape, self.view)
            sheet.line(box.place(*flow), look.field, 0.7, opacity=0.85)
            sheet.line(box.place(*arrow_heads(flow, self.view)), look.field, 0.9)
        for order, name in ((1, "taylor1"), (2, "taylor2")):
            model = plane_model(self.landscape, *self.point) if name in layers else None
            if model is not None and model.order >= order:
                there = model(xs[None], ys[:, None], order)
                lines = joined(contour_lines(xs, ys, there, levels))
                sheet.line(box.place(*lines), look.model, 0.9, dash="3 2")
        if "hessian" in layers:
            self._draw_hessian(sheet, box)
        if self.stationary is not None:
            self._draw_stationary(sheet, box, self.stationary)
        if self.path is not None and len(self.path):
            draw_path(sheet, box, self.path, self.look.base)
        draw_marked(sheet, box, self.marked, self.look.base)
        if "point" in layers:
            self._draw_point(sheet, box)
        sheet.clip(None)

    def _draw_contours(self, sheet: Sheet, box: Box, lines: list[tuple[Array, Array]], levels: Array) -> None:
        base = self.look.base
        taken: list[Array] = []
        labels = []
        for text, line in zip(tick_texts(levels.tolist()), lines, strict=True):
            placed = box.place(*line) if line[0].size else np.empty((0, 2))
            sheet.line(placed, base.contour, 0.7)
            found = _room_for_label(placed, box, taken)
            if found is not None:
                taken.append(found)
                labels.append((found, text))
        for (x, y), text in labels:
            sheet.words(x, y, text, size=6.5, paper=base.paper)

    def _draw_field(self, sheet: Sheet, box: Box) -> None:
        spacing = box.width / ARROWS
        x, y = np.meshgrid(
            np.arange(box.left + spacing / 2, box.left + box.width, spacing),
            np.arange(box.top + spacing / 2, box.top + box.height, spacing),
        )
        x, y = x.ravel(), y.ravel()
        view = self.view
        _, gx, gy = self.landscape.gradient_anywhere(
            view.x0 + (x - box.left) / box.width * view.width, view.y1 - (y - box.top) / box.height * view.height
        )
        # On the sheet: an axis that is drawn longer stretches the arrow too, as it does the contours.
        dx, dy = gx * box.width / view.width, -gy * box.height / view.height
        norm, drawn = np.hypot(gx, gy), np.hypot(dx, dy)
        known = np.isfinite(norm) & (drawn > 0)
        if not known.any():
            return
        typical = float(np.quantile(norm[known], 0.9)) or 1.0
        known &= norm > 1e-6 * typical
        x, y, dx, dy, norm, drawn = (a[known] for a in (x, y, dx, dy, norm, drawn))
        length = 0.8 * spacing * np.clip((norm / typical) ** 0.4, 0.22, 1.0)
        ux, uy = dx / drawn, dy / drawn
        x0, y0, x1, y1 = x - ux * length / 2, y - uy * length / 2, x + ux * length / 2, y + uy * length / 2
        head, gap = 0.32 * length, np.full_like(x, np.nan)
        c, s = math.cos(math.radians(152)), math.sin(math.radians(152))
        columns_x = [x0, x1, gap, x1 + head * (c * ux - s * uy), x1, x1 + head * (c * ux + s * uy), gap]
        columns_y = [y0, y1, gap, y1 + head * (s * ux + c * uy), y1, y1 + head * (-s * ux + c * uy), gap]
        points = np.column_stack([np.column_stack(columns_x).ravel(), np.column_stack(columns_y).ravel()])
        sheet.line(points, self.look.field, 0.8, opacity=0.9)

    def _draw_regions(self, sheet: Sheet, box: Box, xs: Array, ys: Array) -> None:
        found = regions(self.landscape, xs[::2], ys[::2])
        table = np.array([[*_rgb(c), 255] for c in self.look.regions] + [[0, 0, 0, 0]], dtype=np.uint8)
        sheet.picture(box, table[found.astype(int)][::-1])
        y = box.top + 8
        for kind in range(len(self.look.regions)):
            if np.mean(found == kind) < SMALLEST_REGION:
                continue
            colour = self.look.regions[kind]
            x = box.left + box.width + 12
            swatch = np.array([[x, y - 4], [x + 8, y - 4], [x + 8, y + 4], [x, y + 4], [x, y - 4]])
            sheet.clip(None)
            sheet.line(swatch, self.look.base.frame, 0.6, fill=colour)
            sheet.mathematics(x + 13, y, _REGION_SIGNS[kind], "left", 9)
            y += 15
        sheet.clip(box)

    def _draw_hessian(self, sheet: Sheet, box: Box) -> None:
        hessian = self.landscape.plane_hessian_at(self.landscape.state(*self.point))
        found = spectrum(hessian)
        sizes = np.abs(found.eigenvalues)
        if not np.isfinite(sizes).all():
            return
        x, y = self.point
        radius = CONIC * self.view.width / box.width
        cx, cy = conic(hessian, radius)
        sheet.line(box.place(x + cx, y + cy), self.look.model, 1.4)
        kinds = dict(self.look.kinds)
        for value, (vx, vy), size in zip(found.eigenvalues, found.vectors.T, sizes, strict=True):
            reach = radius * max(float(size) / (float(sizes.max()) or 1.0), 0.15)
            ends = box.place(np.array([x - reach * vx, x + reach * vx]), np.array([y - reach * vy, y + reach * vy]))
            downwards = bool(value < 0)
            sheet.line(ends, kinds["maximum" if downwards else "minimum"], 1.8, dash="4 3" if downwards else "")

    def _draw_stationary(self, sheet: Sheet, box: Box, found: StationarySet) -> None:
        kinds, paper = dict(self.look.kinds), self.look.base.paper
        for curve in found.curves:
            sheet.line(box.place(curve.x, curve.y), kinds["degenerate"], 2.0)
        for p in found.points:
            ((x, y),) = box.place(np.array([p.x]), np.array([p.y])).tolist()
            shape = np.array(MARKS[str(p.kind)]) * 5.5 + [x, y]
            sheet.line(shape, paper, 2.6, fill=kinds[str(p.kind)])
            sheet.line(shape, kinds[str(p.kind)], 0.9, fill=kinds[str(p.kind)])

    def _draw_point(self, sheet: Sheet, box: Box) -> None:
        ((x, y),) = box.place(np.array([self.point[0]]), np.array([self.point[1]])).tolist()
        reading = self.landscape.read(*self.point)
        dx = float(reading.gradient[0]) * box.width / self.view.width
        dy = -float(reading.gradient[1]) * box.height / self.view.height
        norm = math.hypot(dx, dy)
        if math.isfinite(norm) and norm > 0:
            ux, uy = dx / norm, dy / norm
            tip = np.array([x + 46 * ux, y + 46 * uy])
            sheet.line(np.array([[x, y], tip]), self.look.gradient, 2.2)
            head = [tip + 7 * np.array([-ux - s * 0.5 * uy, -uy + s * 0.5 * ux]) for s in (1, -1)]
            sheet.line(np.array([head[0], tip, head[1]]), self.look.gradient, 2.2)
        sheet.disc(x, y, 4.5, self.look.base.paper, self.look.base.ink, 1.6)

    def _bar(self, sheet: Sheet, box: Box, scale: Scale, levels: Array, name: str) -> None:
        sheet.clip(None)
        base = self.look.base
        bar = Box(box.left + box.width + 14, box.top, 10, box.height, 0.0, 1.0, 0.0, 1.0)
        steps = np.repeat(np.linspace(1, 0, 200)[:, None], 2, axis=1)
        sheet.picture(bar, _coloured(steps, base.heat))
        sheet.frame(bar, base.frame)
        shared, ticks = ticks_above(scale, levels, most=box.height / 11)
        for at, text in ticks:
            y = bar.top + (1 - at) * bar.height
            sheet.line(np.array([[bar.left + 10, y], [bar.left + 13, y]]), base.frame)
            sheet.words(bar.left + 16, y, text, "left", size=7.5, colour=base.muted)
        if shared:
            name += f' + "{shared[1:]}"' if shared.startswith("−") else f' - "{shared}"'
        sheet.mathematics(bar.left + 5, bar.top + bar.height + 12, name, size=7 if shared else 10)
        sheet.clip(box)

    def _description(self) -> str:
        x, y = self.landscape.axis_labels()
        view = self.view
        text = (
            f"{self.words or self.name} over the plane of {x} from {view.x0:.6g} to {view.x1:.6g} and {y} from "
            f"{view.y0:.6g} to {view.y1:.6g}; drawn: {', '.join(self.layers)}."
        )
        if self.stationary is not None:
            points = [f"{p.kind} at ({p.x:.6g}, {p.y:.6g})" for p in self.stationary.points]
            text += f" Stationary points: {'; '.join(points) or 'none in view'}."
        return text


def name_of_axis(label: str) -> str:
    """An axis' name as Typst mathematics; a direction's is words."""
    if label.replace("_", "").replace(",", "").isalnum() and label[:1].isalpha():
        return typst_symbol(label)
    return '"' + label.replace("\\", "").replace('"', "") + '"'


_REGION_SIGNS = ("H = 0", "H succ 0", "H prec 0", "H gt.lt 0", "H succ.eq 0", "H prec.eq 0")
_SQUARE = ((-0.8, 0.0), (0.0, -0.8), (0.8, 0.0), (0.0, 0.8), (-0.8, 0.0))
_CROSS = (
    *((-0.9, -0.6), (-0.6, -0.9), (0.0, -0.3), (0.6, -0.9), (0.9, -0.6), (0.3, 0.0), (0.9, 0.6)),
    *((0.6, 0.9), (0.0, 0.3), (-0.6, 0.9), (-0.9, 0.6), (-0.3, 0.0), (-0.9, -0.6)),
)
MARKS = {
    "minimum": ((-0.8, -0.6), (0.8, -0.6), (0.0, 0.8), (-0.8, -0.6)),
    "maximum": ((-0.8, 0.6), (0.8, 0.6), (0.0, -0.8), (-0.8, 0.6)),
    "saddle": _CROSS,
    "degenerate": _SQUARE,
    "inflection": _SQUARE,
    "undecided": _SQUARE,
}


def draw_axes(
    sheet: Sheet, box: Box, x_name: str, y_name: str, ink: str, frame: str, *, across: int = 8, down: int = 7
) -> None:
    """Ticks, their values and the axes' names (Typst mathematics) around a box; about so many ticks."""
    bottom = box.top + box.height
    for value, text in numbered(box.x0, box.x1, across):
        x = box.left + (value - box.x0) / (box.x1 - box.x0) * box.width
        sheet.line(np.array([[x, bottom], [x, bottom + 3]]), frame)
        sheet.words(x, bottom + 5, text, "top", size=8, colour=ink)
    for value, text in numbered(box.y0, box.y1, down):
        y = box.top + (box.y1 - value) / (box.y1 - box.y0) * box.height
        sheet.line(np.array([[box.left - 3, y], [box.left, y]]), frame)
        sheet.words(box.left - 5, y, text, "right", size=8, colour=ink)
    sheet.mathematics(box.left + box.width / 2, bottom + 27, x_name)
    # A direction's name is words, too long to lie beside the axis.
    sheet.mathematics(box.left - 39, box.top + box.height / 2, y_name, upwards=y_name.startswith('"'))


def _shaded(values: Array, scale: Scale, stops: Sequence[str]) -> np.ndarray:
    return _coloured(scale(values)[::-1], stops)


def _coloured(shades: Array, stops: Sequence[str]) -> np.ndarray:
    table = np.array([_rgb(c) for c in stops], dtype=float)
    place = np.linspace(0, 1, len(table))
    known = np.nan_to_num(shades)
    rgb = np.stack([np.interp(known, place, table[:, i]) for i in range(3)], axis=-1)
    alpha = np.where(np.isfinite(shades), 255, 0)[..., None]
    return np.concatenate([rgb.round(), alpha], axis=-1).astype(np.uint8)


def _rgb(text: str) -> tuple[int, int, int]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def _room_for_label(placed: Array, box: Box, taken: list[Array]) -> Array | None:
    """The middle of the longest piece of a contour that lies off the border and away from other labels."""
    inside = (placed[:, 0] > box.left + 16) & (placed[:, 0] < box.left + box.width - 16)
    inside &= (placed[:, 1] > box.top + 10) & (placed[:, 1] < box.top + box.height - 10)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(np.int8), [0]])))
    for start, end in sorted(zip(edges[::2], edges[1::2], strict=True), key=lambda p: p[0] - p[1])[:2]:
        if end - start < 12:
            break
        for share in (0.5, 0.3, 0.7):
            at = placed[start + int(share * (end - start - 1))]
            if all(math.hypot(*(at - other)) > 34 for other in taken):
                return np.asarray(at)
    return None
