"""What is drawn over the plane: the values of the contours, the stationary points, and the Hessian and the Taylor
model at the point."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor

from gradviz.gui.plot.backdrop import Backdrop, BackdropText
from gradviz.gui.plot.inks import KINDS, kind_colour
from gradviz.gui.plot.picture import Label
from gradviz.gui.plot.stroke import Stroke
from gradviz.gui.theme import Theme
from gradviz.numeric.binding import Array
from gradviz.numeric.contours import contour_lines, joined
from gradviz.numeric.plane_model import PlaneModel
from gradviz.numeric.planes import View
from gradviz.numeric.spectrum import conic, spectrum

__all__ = ["HessianMark", "Labels", "ModelContours", "StationaryMarks", "StreamLines"]

MODEL_NODES = 65
CONIC = 62.0
"""Pixels: the radius of the circle that the conic touches, and the length of the longest eigenvector."""
SAMPLES = 61
SHORTEST = 10.0
"""Pixels of an eigenvector whose curvature is next to nought."""
DASH = (2, 1)
"""Segments of a model's contour that are drawn, and that are left out."""


def _add(plot: pg.PlotItem, item: Any, z: float) -> None:
    item.setZValue(z)
    item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
    plot.addItem(item, ignoreBounds=True)


class Labels:
    """Short texts in the plane: the contours' values, written along them, and the names of regions."""

    def __init__(self, backdrop: Backdrop, pixels: int = 10) -> None:
        self._backdrop = backdrop
        self._pixels = pixels
        self._items: list[BackdropText] = []
        self._ink, self._paper = QColor(), QColor()
        self._used = 0

    def set_theme(self, theme: Theme) -> None:
        self._ink, self._paper = QColor(theme.text), QColor(theme.plot_point)
        self._paper.setAlpha(205)
        for item in self._items:
            self._colour(item)

    def show_labels(self, labels: Sequence[Label]) -> None:
        while len(self._items) < len(labels):
            item = BackdropText("", anchor=(0.5, 0.5))
            font = item.textItem.font()
            font.setPixelSize(self._pixels)
            item.setFont(font)
            item.textItem.document().setDocumentMargin(1)
            self._backdrop.add(item, -8)
            self._items.append(item)
        for item, label in zip(self._items, labels, strict=False):
            if item.toPlainText() != label.text:
                item.setText(label.text)
                self._colour(item)
            item.setAngle(label.angle)
            item.setPos(label.x, label.y)
        self._used = len(labels)
        self.set_visible(True)

    def set_visible(self, visible: bool) -> None:
        for i, item in enumerate(self._items):
            item.setVisible(visible and i < self._used)

    def texts(self) -> list[str]:
        return [item.toPlainText() for item in self._items[: self._used] if item.isVisible()]

    def _colour(self, item: BackdropText) -> None:
        item.setColor(self._ink)
        item.fill = QBrush(self._paper)


class StreamLines:
    """The gradient field as streamlines, with arrow heads uphill."""

    def __init__(self, backdrop: Backdrop) -> None:
        self.halo = pg.PlotCurveItem(connect="finite", antialias=True)
        self.curve = pg.PlotCurveItem(connect="finite", antialias=True)
        backdrop.add(self.halo, -10)
        backdrop.add(self.curve, -10)
        self.halo.setSegmentedLineMode("on")

    def set_theme(self, theme: Theme) -> None:
        halo = QColor(theme.plot_point)
        halo.setAlpha(110)
        self.halo.setPen(pg.mkPen(halo, width=2.4))
        self.curve.setPen(pg.mkPen(theme.plot_field, width=1))

    def show_lines(self, x: Array, y: Array) -> None:
        self.halo.setData(x, y)
        self.curve.setData(x, y)

    def set_visible(self, visible: bool) -> None:
        self.halo.setVisible(visible)
        self.curve.setVisible(visible)


class StationaryMarks:
    """Stationary points by kind, each with a symbol and a colour of its own, and curves of them.

    They are drawn where that was chosen, and also while they are listed.
    """

    def __init__(self, plot: pg.PlotItem, backdrop: Backdrop) -> None:
        self._chosen = self._listed = False
        self.curves = pg.PlotCurveItem(connect="finite", antialias=True)
        self.curves_core = pg.PlotCurveItem(connect="finite", antialias=True)
        self.curves.setSegmentedLineMode("on")
        self.curves_core.setSegmentedLineMode("on")
        backdrop.add(self.curves, 5)
        backdrop.add(self.curves_core, 5.5)
        self.points = {}
        for kind, (symbol, size) in KINDS.items():
            item = pg.ScatterPlotItem(symbol=symbol, size=size, pxMode=True, antialias=True)
            backdrop.add(item, 6)
            self.points[kind] = item
        self.chosen = pg.ScatterPlotItem(symbol="o", size=24, pxMode=True, antialias=True)
        self.chosen.setBrush(None)
        _add(plot, self.chosen, 6.5)

    def set_theme(self, theme: Theme) -> None:
        self.curves.setPen(pg.mkPen(theme.plot_point, width=5))
        self.curves_core.setPen(pg.mkPen(kind_colour("degenerate", theme), width=2.5))
        for kind, item in self.points.items():
            item.setPen(pg.mkPen(theme.plot_point, width=1.4))
            item.setBrush(pg.mkBrush(kind_colour(kind, theme)))
        self.chosen.setPen(pg.mkPen(theme.accent, width=2))

    def show_set(self, found: Any) -> None:
        """A `StationarySet`, or None."""
        for kind, item in self.points.items():
            here = [p for p in found.points if p.kind == kind] if found is not None else []
            item.setData([p.x for p in here], [p.y for p in here])
        lines = [(c.x, c.y) for c in found.curves] if found is not None else []
        for curve in (self.curves, self.curves_core):
            curve.setData(*joined(lines))

    def choose(self, x: float | None, y: float | None) -> None:
        """Ring one of them."""
        self.chosen.setData([] if x is None else [x], [] if y is None else [y])
        self._show()

    def set_visible(self, visible: bool) -> None:
        self._chosen = visible
        self._show()

    def set_listed(self, listed: bool) -> None:
        self._listed = listed
        self._show()

    def _show(self) -> None:
        shown = self._chosen or self._listed
        for item in (self.curves, self.curves_core, *self.points.values()):
            item.setVisible(shown)
        self.chosen.setVisible(shown and bool(len(self.chosen.data)))  # without points it would be painted all the same


class ModelContours:
    """Contours of the Taylor model at the point, dashed, at the levels of the function's own contours."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.curve = Stroke(plot, 2)

    def set_theme(self, theme: Theme) -> None:
        self.curve.setPen(pg.mkPen(theme.trajectory, width=1))

    def show_model(self, model: PlaneModel, order: int, levels: Array, view: View) -> None:
        if model.order < min(order, 1) or not len(levels):
            self.curve.setData([], [])
            return
        xs, ys = view.axes(MODEL_NODES, MODEL_NODES)
        values = model(xs[None], ys[:, None], min(order, model.order))
        x, y = joined(contour_lines(xs, ys, values, levels))
        if not x.size:
            self.curve.setData([], [])
            return
        known = np.isfinite(x)
        linked = known & np.append(known[1:], False)
        linked[DASH[0] :: sum(DASH)] = False
        self.curve.setData(np.where(known, x, 0.0), np.where(known, y, 0.0), connect=linked)

    def set_visible(self, visible: bool) -> None:
        self.curve.setVisible(visible)


class HessianMark:
    """At the point: the conic of the quadratic form and the eigenvectors, each as long as its curvature is large;
    dashed where the function curves downwards."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.halo = Stroke(plot, 20, connect="finite")
        self.conic = Stroke(plot, 21, connect="finite")
        self.vectors = [Stroke(plot, 22, connect="finite") for _ in range(2)]
        self.labels = [pg.TextItem(anchor=(0.5, 0.5)) for _ in range(2)]
        for label in self.labels:
            _add(plot, label, 23)
        self._theme: Theme | None = None
        self._downwards: list[bool | None] = [None, None]

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._downwards = [None, None]
        halo = QColor(theme.plot_point)
        halo.setAlpha(190)
        pen = pg.mkPen(halo, width=4.5)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)  # a round end of each piece takes five times as long as the piece
        self.halo.setPen(pen)
        self.conic.setPen(pg.mkPen(theme.trajectories[3], width=2))
        for label in self.labels:
            label.fill = QBrush(halo)

    def show_hessian(self, x: float, y: float, hessian: Array, pixel: tuple[float, float]) -> None:
        """Draw for a (2, 2) Hessian at a point; nothing for one that is not finite."""
        found = spectrum(hessian)
        sizes = np.abs(found.eigenvalues)
        if not np.isfinite(sizes).all() or self._theme is None:
            self._clear()
            return
        scale = math.sqrt(pixel[0] * pixel[1])
        cx, cy = conic(found, CONIC * scale, SAMPLES)
        self.conic.setData(x + cx, y + cy)
        largest = float(sizes.max())
        halo_x, halo_y = [x + cx], [y + cy]
        for i, (curve, label) in enumerate(zip(self.vectors, self.labels, strict=True)):
            share = float(sizes[i]) / largest if largest > 0 else 0.0
            length = max(CONIC * share, SHORTEST) * scale
            vx, vy = (float(v) for v in found.vectors[:, i])
            if vx + vy < 0:
                vx, vy = -vx, -vy
            xs = np.array([x - length * vx, x + length * vx])
            ys = np.array([y - length * vy, y + length * vy])
            downwards = found.eigenvalues[i] < 0
            style = Qt.PenStyle.DashLine if downwards else Qt.PenStyle.SolidLine
            colour = kind_colour("maximum" if downwards else "minimum", self._theme)
            curve.setData(xs, ys)
            halo_x += [np.array([np.nan]), xs]
            halo_y += [np.array([np.nan]), ys]
            if downwards != self._downwards[i]:  # a text is laid out anew for its colour
                self._downwards[i] = downwards
                label.setText("λ₁" if i == 0 else "λ₂")
                label.setColor(colour)
                curve.setPen(pg.mkPen(colour, width=2.5, style=style))
            label.setPos(x - (length + 11 * scale) * vx, y - (length + 11 * scale) * vy)
        self.halo.setData(np.concatenate(halo_x), np.concatenate(halo_y))

    def _clear(self) -> None:
        for item in (self.halo, self.conic, *self.vectors):
            item.setData([], [])
        self._downwards = [None, None]
        for label in self.labels:
            label.setText("")

    def set_visible(self, visible: bool) -> None:
        for item in (self.halo, self.conic, *self.vectors, *self.labels):
            item.setVisible(visible)
