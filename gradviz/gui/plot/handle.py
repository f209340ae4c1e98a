"""A disc over a plot that is dragged."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QGraphicsObject

from gradviz.gui.plot.pixels import pixel_size

__all__ = ["Handle"]

MARGIN = 3.0
"""Pixels of its border outside the disc."""


class Handle(QGraphicsObject):
    """A disc of a size in pixels at a place of the plane.

    pyqtgraph's `TargetItem` maps its shape to the plane and back at each move, and tells its owner of moves that its
    owner made; a frame of a drag moves two of them.

    Parameters
    ----------
    plot : the plot that it is drawn in; axes do not adapt to it.
    z : its place among the plot's items.
    size : pixels across.

    Signals
    -------
    dragged(x, y) : the user drags it to a place, where it is already.
    """

    dragged = Signal(float, float)

    def __init__(self, plot: pg.PlotItem, z: float, size: float) -> None:
        super().__init__()
        self._radius = size / 2
        self._looks = {hovered: (QPen(), QBrush()) for hovered in (False, True)}
        self._hovered = False
        self._grip: QPointF | None = None
        self._box = plot.getViewBox()
        self.setZValue(z)
        self.setParentItem(self._box.childGroup)
        self._on_view()
        self._box.sigRangeChanged.connect(self._on_view)
        self._box.sigResized.connect(self._on_view)

    def set_look(self, pen: QPen, hover_pen: QPen, brush: QBrush) -> None:
        """How it is painted, also while the mouse is over it; the pens' widths are those at 100 %."""
        self._looks = {False: (pen, brush), True: (hover_pen, brush)}
        self.update()

    def place(self) -> tuple[float, float]:
        """Where it is in the plane."""
        position = self.pos()
        return position.x(), position.y()

    def _on_view(self, *_args: Any) -> None:
        self._pixel = pixel_size(self._box)
        self.prepareGeometryChange()
        self._rect = self._around(self._radius + MARGIN)

    def _around(self, pixels: float) -> QRectF:
        dx, dy = pixels * self._pixel[0], pixels * self._pixel[1]
        return QRectF(-dx, -dy, 2 * dx, 2 * dy)

    # --- pyqtgraph's mouse

    def mouseDragEvent(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        event.accept()
        if event.isStart():
            self._grip = self.pos() - self.mapToParent(event.buttonDownPos())
        if self._grip is not None:
            self.setPos(self._grip + self.mapToParent(event.pos()))
            if event.isFinish():
                self._grip = None
            self.dragged.emit(*self.place())

    def hoverEvent(self, event: Any) -> None:
        hovered = not event.isExit() and event.acceptDrags(Qt.MouseButton.LeftButton)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    # --- Qt

    def boundingRect(self) -> QRectF:
        return self._rect

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addEllipse(self._around(self._radius))
        return path

    def paint(self, painter: QPainter, *_args: Any) -> None:
        transform = painter.worldTransform()
        painter.setWorldTransform(QTransform.fromTranslate(transform.dx(), transform.dy()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen, brush = self._looks[self._hovered]
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawEllipse(QPointF(0.0, 0.0), self._radius, self._radius)
