"""The dial in the plane: a circle around the point, the contour's tangent, and a step that can be turned."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, Qt, Signal

from gradviz.gui.plot.stroke import Stroke
from gradviz.gui.theme import Theme

__all__ = ["DialMark"]

_ANGLES = np.linspace(0, 2 * np.pi, 73)


class DialMark(QObject):
    """Items of a plot.

    Signals
    -------
    turned(angle) : the end of the step was dragged.
    """

    turned = Signal(float)

    def __init__(self, plot: pg.PlotItem, parent: QObject) -> None:
        super().__init__(parent)
        self.circle = Stroke(plot, 25)
        self.step = Stroke(plot, 26)
        self.end = pg.TargetItem(size=14, symbol="o", movable=True)
        self.end.setZValue(39)
        self.end.setCursor(Qt.CursorShape.SizeAllCursor)
        self.end.sigPositionChanged.connect(self._on_moved)
        plot.addItem(self.end, ignoreBounds=True)
        self._centre = (0.0, 0.0, 1.0)
        self._quiet = False
        self.set_visible(False)

    def set_theme(self, theme: Theme) -> None:
        self.circle.setPen(pg.mkPen(theme.accent, width=2))
        self.step.setPen(pg.mkPen(theme.accent, width=3))
        self.end.setPen(pg.mkPen(theme.plot_point, width=1.5))
        self.end.setBrush(pg.mkBrush(theme.accent))
        self.end.setHoverPen(pg.mkPen(theme.plot_point_border, width=2))
        self.end.setHoverBrush(pg.mkBrush(theme.accent))

    def show_step(self, x: float, y: float, length: float, angle: float) -> None:
        """Draw a step of a length at an angle from a point."""
        if self._centre != (x, y, length):
            self._centre = (x, y, length)
            self.circle.setData(x + length * np.cos(_ANGLES), y + length * np.sin(_ANGLES))
        end = x + length * math.cos(angle), y + length * math.sin(angle)
        self.step.setData([x, end[0]], [y, end[1]])
        self._quiet = True
        try:
            self.end.setPos(*end)
        finally:
            self._quiet = False

    def set_visible(self, visible: bool) -> None:
        for item in (self.circle, self.step, self.end):
            item.setVisible(visible)

    def _on_moved(self, *_args) -> None:
        if not self._quiet:
            x, y, _ = self._centre
            self.turned.emit(math.atan2(float(self.end.pos().y()) - y, float(self.end.pos().x()) - x))
