"""The dial in the plane: a circle around the point, the contour's tangent, and a step that can be turned."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from gradviz.gui.plot.arrow import GradientArrow
from gradviz.gui.plot.handle import Handle
from gradviz.gui.plot.overlay import Onto, Overlay, Part
from gradviz.gui.plot.stroke import draw_pieces, pieces, stroke_pen
from gradviz.gui.theme import Theme

__all__ = ["DialMark"]

_COS, _SIN = (f(np.linspace(0, 2 * np.pi, 73)) for f in (np.cos, np.sin))


class _Circle(Part):
    """The circle, and the step from its centre.

    Attributes
    ----------
    x, y, length, angle : the step's foot, its length in the plane, and its direction in radians.
    """

    x = y = angle = 0.0
    length = 1.0
    _pens = (QPen(), QPen())

    def set_theme(self, theme: Theme) -> None:
        self._pens = stroke_pen(theme.accent, 2), stroke_pen(theme.accent, 3)
        self.changed()

    def show_step(self, x: float, y: float, length: float, angle: float) -> None:
        self.x, self.y, self.length, self.angle = x, y, length, angle
        self.changed()

    def end(self) -> tuple[float, float]:
        return self.x + self.length * math.cos(self.angle), self.y + self.length * math.sin(self.angle)

    def covered(self, pixel: tuple[float, float]) -> QRectF:
        dx, dy = (self.length + 4 * side for side in pixel)
        return QRectF(self.x - dx, self.y - dy, 2 * dx, 2 * dy)

    def draw(self, painter: QPainter, onto: Onto) -> None:
        around, along = self._pens
        painter.setPen(around)
        draw_pieces(painter, pieces(*onto.lines(self.x + self.length * _COS, self.y + self.length * _SIN)))
        painter.setPen(along)
        painter.drawLine(onto.place(self.x, self.y), onto.place(*self.end()))


class DialMark(QObject):
    """The dial, and the handle at the end of its step, which an arrow's name keeps off.

    Signals
    -------
    turned(angle) : the end of the step was dragged.
    """

    turned = Signal(float)

    def __init__(self, plot: pg.PlotItem, overlay: Overlay, z: float, arrow: GradientArrow, parent: QObject) -> None:
        super().__init__(parent)
        self._arrow = arrow
        self.circle = _Circle(overlay, z)
        self.end = Handle(plot, 39, size=14)
        self.end.setCursor(Qt.CursorShape.SizeAllCursor)
        self.end.dragged.connect(self._on_dragged)
        self.set_visible(False)

    def set_theme(self, theme: Theme) -> None:
        self.circle.set_theme(theme)
        pens = stroke_pen(theme.plot_point, 1.5), stroke_pen(theme.plot_point_border, 2)
        self.end.set_look(*pens, pg.mkBrush(theme.accent))

    def show_step(self, x: float, y: float, length: float, angle: float) -> None:
        """Draw a step of a length at an angle from a point."""
        self.circle.show_step(x, y, length, angle)
        self.end.setPos(*self.circle.end())
        self._arrow.keep_off(self.circle.end() if self.circle.visible else None)

    def set_visible(self, visible: bool) -> None:
        self.circle.set_visible(visible)
        self.end.setVisible(visible)
        self._arrow.keep_off(self.circle.end() if visible else None)

    def _on_dragged(self, x: float, y: float) -> None:
        self.turned.emit(math.atan2(y - self.circle.y, x - self.circle.x))
