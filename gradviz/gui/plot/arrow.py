"""The gradient at the point as an arrow."""

from __future__ import annotations

import math

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen

from gradviz.gui.plot.stroke import Stroke
from gradviz.gui.theme import Theme
from gradviz.numeric.planes import View

__all__ = ["GradientArrow", "round_pen"]

LENGTH = (32.0, 46.0)
"""In pixels: the least, and what is added as the gradient grows."""


class GradientArrow:
    """A shaft with a head, a halo under it, and its name beside it."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.halo = Stroke(plot, 30, connect="pairs", segments=False)
        self.line = Stroke(plot, 31, connect="pairs", segments=False)
        self._name = "f"
        self.label = pg.TextItem("∇f", anchor=(0.5, 0.5))
        self.label.setZValue(32)
        self.label.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        plot.addItem(self.label, ignoreBounds=True)

    def set_theme(self, theme: Theme) -> None:
        halo = QColor(theme.plot_point)
        halo.setAlpha(190)
        self.halo.setPen(round_pen(halo, 5.5))
        self.line.setPen(round_pen(QColor(theme.plot_gradient), 2.5))
        self.label.setColor(theme.plot_gradient)
        self.label.fill = QBrush(halo)

    def set_name(self, function: str) -> None:
        """The function whose gradient it is, in plain Unicode."""
        if function != self._name:
            self._name = function
            self.label.setPlainText(f"∇{function}")

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
        shown = place is not None and math.isfinite(norm) and norm > 0
        for item in (self.halo, self.line, self.label):
            item.setVisible(shown)
        if not shown or place is None:
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
        self.halo.setData(xs, ys)
        self.line.setData(xs, ys)
        self.label.setPos(*_beside(place, (x1, y1), (sx, sy), pixel, view))


def _beside(
    place: tuple[float, float],
    tip: tuple[float, float],
    along: tuple[float, float],
    pixel: tuple[float, float],
    view: View,
) -> tuple[float, float]:
    """Where the name stands: beyond the tip; near the border it turns inwards, beside the arrow."""
    (x1, y1), (sx, sy) = tip, along
    edge_x, edge_y = 16 * pixel[0], 16 * pixel[1]
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
    pen = pg.mkPen(colour, width=width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
