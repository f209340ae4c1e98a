"""What is drawn over the plane: the values of the contours, the stationary points, and the Hessian and the Taylor
model at the point."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gradviz.gui.plot.backdrop import Backdrop
from gradviz.gui.plot.inks import KINDS, kind_colour
from gradviz.gui.plot.overlay import Onto, Overlay, Part
from gradviz.gui.plot.picture import Label
from gradviz.gui.plot.stroke import draw_pieces, pieces, stroke_pen
from gradviz.gui.plot.tag import Tag
from gradviz.gui.theme import Theme
from gradviz.numeric.binding import Array
from gradviz.numeric.contours import contour_points, joined
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


ASIDE = 11.0
"""Pixels from the end of an eigenvector to the middle of its name."""


class Labels(Part):
    """Short texts in the plane: the contours' values, written along them, and the names of regions."""

    def __init__(self, overlay: Overlay, pixels: int = 10) -> None:
        self._pixels = pixels
        self._labels: list[Label] = []
        self._tags: list[Tag] = []
        self._ink, self._paper = QColor(), QColor()
        self._before: Labels | None = None
        super().__init__(overlay)

    def give_way_to(self, others: Labels) -> None:
        """Leave out what would be written over one of these, while they are shown."""
        self._before = others

    def set_theme(self, theme: Theme) -> None:
        self._ink, self._paper = QColor(theme.text), QColor(theme.plot_point)
        self._paper.setAlpha(205)
        for tag in self._tags:
            tag.set_colours(self._ink, self._paper)
        self.changed()

    def show_labels(self, labels: Sequence[Label]) -> None:
        self._labels = list(labels)
        while len(self._tags) < len(labels):
            tag = Tag("", self._pixels, margin=1)
            tag.set_colours(self._ink, self._paper)
            self._tags.append(tag)
        for tag, label in zip(self._tags, labels, strict=False):
            tag.set_text(label.text)
        self.visible = True
        self.changed()

    def texts(self) -> list[str]:
        return [label.text for label in self._labels] if self.visible else []

    def draw(self, painter: QPainter, onto: Onto) -> None:
        for tag, label in self.free(onto):
            middle = onto.place(label.x, label.y)
            tag.draw(painter, middle.x(), middle.y(), label.angle)

    def free(self, onto: Onto) -> list[tuple[Tag, Label]]:
        """Those that are not over others that they give way to."""
        taken = self._before.boxes(onto) if self._before is not None and self._before.visible else []
        own = zip(self._tags, self._labels, self.boxes(onto), strict=False)
        return [(tag, label) for tag, label, box in own if not any(box.intersects(other) for other in taken)]

    def boxes(self, onto: Onto) -> list[QRectF]:
        """What they cover, in pixels."""
        labels = zip(self._tags, self._labels, strict=False)
        return [tag.box(onto.place(label.x, label.y), label.angle) for tag, label in labels]


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

    def __init__(self, backdrop: Backdrop, above: Backdrop) -> None:
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
        above.add(self.chosen, 0)

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


class ModelContours(Part):
    """Contours of the Taylor model at the point, dashed, at the levels of the function's own contours.

    Attributes
    ----------
    pieces : (n, 4), the dashes' straight pieces in the plane, each (x1, y1, x2, y2).
    """

    def __init__(self, overlay: Overlay) -> None:
        self.pieces: Array = np.empty((0, 4))
        self._pen = QPen()
        super().__init__(overlay)

    def set_theme(self, theme: Theme) -> None:
        self._pen = stroke_pen(theme.trajectory, 1)
        self.changed()

    def show_model(self, model: PlaneModel, order: int, levels: Array, view: View) -> None:
        self.changed()
        self.pieces = np.empty((0, 4))
        if model.order < min(order, 1) or not len(levels):
            return
        xs, ys = view.axes(MODEL_NODES, MODEL_NODES)
        values = model(xs[None], ys[:, None], min(order, model.order))
        points = contour_points(xs, ys, values, levels)
        linked = np.isfinite(points[1:, 0] + points[:-1, 0])
        linked[DASH[0] :: sum(DASH)] = False
        self.pieces = np.hstack([points[:-1], points[1:]])[linked]

    def covered(self, pixel: tuple[float, float]) -> QRectF | None:
        return None if len(self.pieces) else QRectF()

    def draw(self, painter: QPainter, onto: Onto) -> None:
        painter.setPen(self._pen)
        draw_pieces(painter, self.pieces * _twice(onto.x_scale, onto.y_scale) + _twice(onto.x_shift, onto.y_shift))


def _twice(x: float, y: float) -> Array:
    return np.array([x, y, x, y])


class HessianMark(Part):
    """At the point: the conic of the quadratic form and the eigenvectors, each as long as its curvature is large;
    dashed where the function curves downwards.

    Attributes
    ----------
    conic : x and y of its points in the plane, NaN between its pieces; empty where there is no Hessian.
    vectors : (2, 4), the eigenvectors to both sides of the point, each (x1, y1, x2, y2); empty without a conic.
    """

    def __init__(self, overlay: Overlay, z: float = 0.0) -> None:
        self.labels = (Tag("λ₁"), Tag("λ₂"))
        self._clear()
        self._halo, self._pen = QPen(), QPen()
        self._vector_pens: dict[bool, QPen] = {}
        super().__init__(overlay, z)

    def set_theme(self, theme: Theme) -> None:
        self._paper = QColor(theme.plot_point)
        self._paper.setAlpha(190)
        # A round end of each piece takes five times as long as the piece.
        self._halo = stroke_pen(self._paper, 4.5)
        self._halo.setCapStyle(Qt.PenCapStyle.SquareCap)
        self._pen = stroke_pen(theme.trajectories[3], 2)
        styles = {False: ("minimum", Qt.PenStyle.SolidLine), True: ("maximum", Qt.PenStyle.DashLine)}
        self._vector_pens = {
            down: stroke_pen(kind_colour(kind, theme), 2.5, style=style) for down, (kind, style) in styles.items()
        }
        self.changed()

    def show_hessian(self, x: float, y: float, hessian: Array, pixel: tuple[float, float]) -> None:
        """Draw for a (2, 2) Hessian at a point; nothing for one that is not finite."""
        self.changed()
        found = spectrum(hessian)
        sizes = np.abs(found.eigenvalues)
        if not np.isfinite(sizes).all():
            self._clear()
            return
        scale = math.sqrt(pixel[0] * pixel[1])
        cx, cy = conic(found, CONIC * scale, SAMPLES)
        self.conic = x + cx, y + cy
        largest = float(sizes.max())
        lengths = np.maximum(CONIC * (sizes / largest if largest > 0 else sizes), SHORTEST) * scale
        ways = np.where(found.vectors.sum(axis=0) < 0, -found.vectors, found.vectors)
        point, reach = np.array([x, y]), (ways * lengths).T
        self.vectors = np.hstack([point - reach, point + reach])
        self._names_at = point - (ways * (lengths + ASIDE * scale)).T
        self._downwards = (found.eigenvalues < 0).tolist()
        self._around = (x, y, scale)

    def _clear(self) -> None:
        self.conic = np.empty(0), np.empty(0)
        self.vectors = np.empty((0, 4))
        self._names_at = np.empty((0, 2))
        self._downwards: list[bool] = []
        self._around = (0.0, 0.0, 0.0)

    def covered(self, pixel: tuple[float, float]) -> QRectF:
        if not len(self.vectors):
            return QRectF()
        x, y, scale = self._around
        reach = (CONIC + ASIDE) * scale
        dx, dy = (reach + self.labels[0].reach * side for side in pixel)
        return QRectF(x - dx, y - dy, 2 * dx, 2 * dy)

    def draw(self, painter: QPainter, onto: Onto) -> None:
        if not len(self.vectors):
            return
        around = pieces(*onto.lines(*self.conic))
        x, y = onto.lines(self.vectors[:, ::2], self.vectors[:, 1::2])
        vectors = np.stack([x[:, 0], y[:, 0], x[:, 1], y[:, 1]], axis=1)
        painter.setPen(self._halo)
        draw_pieces(painter, np.concatenate([around, vectors]))
        painter.setPen(self._pen)
        draw_pieces(painter, around)
        for i, downwards in enumerate(self._downwards):
            painter.setPen(self._vector_pens[downwards])
            draw_pieces(painter, vectors[i : i + 1])
        for tag, downwards, (x, y) in zip(self.labels, self._downwards, self._names_at.tolist(), strict=True):
            middle = onto.place(x, y)
            tag.set_colours(self._vector_pens[downwards].color(), self._paper)
            tag.draw(painter, middle.x(), middle.y())
