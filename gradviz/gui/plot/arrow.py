"""The gradient at the point as an arrow."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gradviz.gui.plot.overlay import Onto, Overlay, Part
from gradviz.gui.plot.stroke import path_of, stroke_pen
from gradviz.gui.plot.tag import Tag
from gradviz.gui.theme import Theme
from gradviz.numeric.planes import View

__all__ = ["GradientArrow", "round_pen"]

LENGTH = (32.0, 46.0)
"""In pixels: the least, and what is added as the gradient grows."""


EDGE = 16.0
"""Pixels between the arrow's tip and the middle of its name, and between that and the border."""


class GradientArrow(Part):
    """A shaft with a head, a halo under it, and its name beside it.

    Attributes
    ----------
    x, y : its three strokes, two points each, from the shaft's foot on; empty while there is no arrow.
    label : its name.
    label_at : where in the plane the name stands.
    """

    def __init__(self, overlay: Overlay, z: float = 0.0) -> None:
        self._pens: tuple[QPen, ...] = ()
        self.label = Tag("∇f")
        self.label_at = (0.0, 0.0)
        self._clear()
        super().__init__(overlay, z)

    def _clear(self) -> None:
        self.x = self.y = np.empty(0)

    def set_theme(self, theme: Theme) -> None:
        halo = QColor(theme.plot_point)
        halo.setAlpha(190)
        self._pens = (round_pen(halo, 5.5), round_pen(QColor(theme.plot_gradient), 2.5))
        self.label.set_colours(QColor(theme.plot_gradient), halo)
        self.changed()

    def set_name(self, function: str) -> None:
        """The function whose gradient it is, in plain Unicode."""
        self.label.set_text(f"∇{function}")
        self.changed()

    def show_gradient(
        self,
        place: tuple[float, float] | None,
        gradient: tuple[float, float],
        typical: float,
        pixel: tuple[float, float],
        view: View,
    ) -> None:
        """Draw it from a place; nothing for a gradient that is nought or not finite.

        On axes of different scales the arrow keeps the gradient's direction in the plane's own coordinates.
        """
        gx, gy = gradient
        norm = math.hypot(gx, gy)
        self.changed()
        if place is None or not (math.isfinite(norm) and norm > 0):
            self._clear()
            return
        # Directions on the screen, in pixels.
        sx, sy = gx / norm / pixel[0], gy / norm / pixel[1]
        size = math.hypot(sx, sy)
        sx, sy = sx / size, sy / size
        ux, uy = sx * pixel[0], sy * pixel[1]
        length = LENGTH[0] + LENGTH[1] * norm / (norm + typical)
        x0, y0 = place[0] + 9 * ux, place[1] + 9 * uy
        x1, y1 = place[0] + length * ux, place[1] + length * uy
        xs, ys = [x0, x1], [y0, y1]
        for angle in (152, -152):
            c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            xs += [x1, x1 + 10 * (c * sx - s * sy) * pixel[0]]
            ys += [y1, y1 + 10 * (s * sx + c * sy) * pixel[1]]
        self.x, self.y = np.array(xs), np.array(ys)
        self.label_at = _beside(place, (x1, y1), (sx, sy), pixel, view)

    def covered(self, pixel: tuple[float, float]) -> QRectF:
        if not self.x.size:
            return QRectF()
        dx, dy = ((sum(LENGTH) + 2 * EDGE + self.label.reach) * side for side in pixel)
        return QRectF(self.x[0] - dx, self.y[0] - dy, 2 * dx, 2 * dy)

    def draw(self, painter: QPainter, onto: Onto) -> None:
        if not self.x.size:
            return
        x, y = onto.lines(self.x, self.y)
        path = path_of(np.stack([x[::2], y[::2], x[1::2], y[1::2]], axis=1))
        for pen in self._pens:
            painter.strokePath(path, pen)
        middle = onto.place(*self.label_at)
        self.label.draw(painter, middle.x(), middle.y())


def _beside(
    place: tuple[float, float],
    tip: tuple[float, float],
    along: tuple[float, float],
    pixel: tuple[float, float],
    view: View,
) -> tuple[float, float]:
    """Where the name stands: beyond the tip; near the border it turns inwards, beside the arrow."""
    (x1, y1), (sx, sy) = tip, along
    edge_x, edge_y = EDGE * pixel[0], EDGE * pixel[1]
    x2, y2 = x1 + edge_x * sx, y1 + 13 * pixel[1] * sy
    if not (view.x0 <= place[0] <= view.x1 and view.y0 <= place[1] <= view.y1):
        return x2, y2
    x3 = min(max(x2, view.x0 + edge_x), view.x1 - edge_x)
    y3 = min(max(y2, view.y0 + edge_y), view.y1 - edge_y)
    if (x3, y3) != (x2, y2):
        towards_x, towards_y = (view.x0 + view.x1 - 2 * x1) / pixel[0], (view.y0 + view.y1 - 2 * y1) / pixel[1]
        side = 1.0 if sy * towards_x - sx * towards_y > 0 else -1.0
        x3 = min(max(x3 + side * sy * edge_x, view.x0 + edge_x), view.x1 - edge_x)
        y3 = min(max(y3 - side * sx * edge_y, view.y0 + edge_y), view.y1 - edge_y)
    return x3, y3


def round_pen(colour: QColor, width: float) -> QPen:
    pen = stroke_pen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
