"""Lines that move with every frame of a drag: a curve that costs no more than its painting."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem

from gradviz.gui.plot.line_widths import at_ratio
from gradviz.numeric.binding import Array

__all__ = ["Stroke"]

MARGIN = 3.0
"""Pixels around the line's own width that its painting may touch."""
MANY = 300
"""Points of a line that is taken to cover the whole view: to look at them all would take longer."""
_NOWHERE = np.empty(0)


class Stroke(QGraphicsItem):
    """A line in the coordinates of a plot, with a pen in pixels.

    pyqtgraph's curve works out what it covers four times a frame, from all of its data and for any transform; a dozen
    of them take longer so than their painting. This one does so once for new data and once for a new view.

    Parameters
    ----------
    plot : the plot that it is drawn in; axes do not adapt to it.
    z : its place among the plot's items.
    connect : "all", "pairs" or "finite", or an array, of which points are linked with the next.
    segments : whether a wide line is drawn piece by piece, which is five times faster than as one path; where pieces
        meet, ink that is seen through is laid on twice.
    """

    def __init__(self, plot: pg.PlotItem, z: float, connect: str = "all", segments: bool = True) -> None:
        super().__init__()
        self._box = plot.getViewBox()
        self._connect: str | Array = connect
        self._segments = segments
        self._pen = QPen(Qt.PenStyle.NoPen)
        self._x = self._y = _NOWHERE
        self._path: QPainterPath | None = None
        self._lines: list[QLineF] | None = None
        self._rect = QRectF()
        self.setZValue(z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setParentItem(self._box.childGroup)
        self._on_view()
        self._box.sigRangeChanged.connect(self._on_view)
        self._box.sigResized.connect(self._on_view)

    def setData(self, x: Any, y: Any, connect: str | Array | None = None) -> None:
        """Another line, as pyqtgraph's curves are given it."""
        self._x, self._y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        if connect is not None:
            self._connect = connect
        self._path = self._lines = None
        self._fit()
        self.update()

    def getData(self) -> tuple[Array, Array]:
        return self._x, self._y

    def setPen(self, pen: QPen) -> None:
        """A cosmetic pen, its width in pixels."""
        if pen != self._pen:
            self._pen = pen
            self._fit()
            self.update()

    def _on_view(self, *_args: Any) -> None:
        (left, right), (low, high) = self._box.viewRange()
        dx, dy = (right - left) / max(self._box.width(), 1.0), (high - low) / max(self._box.height(), 1.0)
        self._seen = (left, right, low, high, dx, dy)
        self._fit()

    def _fit(self) -> None:
        """What the line covers, as far as it is seen."""
        covered = QRectF()
        x, y = self._x, self._y
        if x.size:
            left, right, low, high, dx, dy = self._seen
            around = self._pen.widthF() + MARGIN
            if x.size < MANY:
                left, right = max(left, float(np.fmin.reduce(x))), min(right, float(np.fmax.reduce(x)))
                low, high = max(low, float(np.fmin.reduce(y))), min(high, float(np.fmax.reduce(y)))
            if left <= right and low <= high:
                dx, dy = around * dx, around * dy
                covered = QRectF(left - dx, low - dy, right - left + 2 * dx, high - low + 2 * dy)
        if covered != self._rect:
            self.prepareGeometryChange()
            self._rect = covered

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, *_args: Any) -> None:
        if not self._x.size:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(at_ratio(self._pen, painter.device().devicePixelRatioF()))
        if self._segments and self._pen.widthF() > 1:
            if self._lines is None:
                self._lines = self._pieces()
            painter.drawLines(self._lines)
            return
        if self._path is None:
            self._path = pg.arrayToQPath(self._x, self._y, self._connect, finiteCheck=False)
        painter.drawPath(self._path)

    def _pieces(self) -> list[QLineF]:
        linked = np.isfinite(self._x) & np.isfinite(self._y)
        linked = linked[:-1] & linked[1:]
        if isinstance(self._connect, np.ndarray):
            linked &= self._connect[:-1].astype(bool)
        elif self._connect == "pairs":
            linked[1::2] = False
        starts = np.flatnonzero(linked)
        ends = starts + 1
        x, y = self._x, self._y
        places = zip(x[starts].tolist(), y[starts].tolist(), x[ends].tolist(), y[ends].tolist(), strict=True)
        return [QLineF(*place) for place in places]
