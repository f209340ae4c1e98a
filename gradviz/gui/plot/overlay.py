"""Drawings that move with every frame of a drag, all of them painted by one graphics item, in pixels.

A graphics item of its own costs a frame more than the painting of what it shows: Qt asks each for what it covers, sets
its transform and saves the painter's state around it.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem

from gradviz.gui.plot.pixels import pixel_size
from gradviz.numeric.binding import Array

__all__ = ["Onto", "Overlay", "Part"]


class Onto(NamedTuple):
    """How the plane lies on what is painted on: pixels are ``scale · coordinate + shift``, the axes upright."""

    x_scale: float
    x_shift: float
    y_scale: float
    y_shift: float

    @classmethod
    def by(cls, transform: QTransform) -> Onto:
        """From the plane's coordinates by a painter's transform."""
        return cls(transform.m11(), transform.dx(), transform.m22(), transform.dy())

    def place(self, x: float, y: float) -> QPointF:
        return QPointF(self.x_scale * x + self.x_shift, self.y_scale * y + self.y_shift)

    def lines(self, x: Array, y: Array) -> tuple[Array, Array]:
        return self.x_scale * x + self.x_shift, self.y_scale * y + self.y_shift


class Part:
    """One of the drawings of an overlay; it tells of each of its changes.

    Parameters
    ----------
    z : its place among the drawings of the same overlay.
    """

    def __init__(self, overlay: Overlay, z: float = 0.0) -> None:
        self.z = z
        self.visible = True
        self._overlay = overlay
        overlay.add(self)

    def set_visible(self, visible: bool) -> None:
        if visible != self.visible:
            self.visible = visible
            self.changed()

    def changed(self) -> None:
        """It is to be painted anew."""
        self._overlay.part_changed()

    def covered(self, pixel: tuple[float, float]) -> QRectF | None:
        """The rectangle of the plane that it is painted in, at a size of a pixel; None for all that is seen, an empty
        one while there is nothing to draw.
        """
        return None

    def draw(self, painter: QPainter, onto: Onto) -> None:
        """Paint it. The painter counts pixels of the screen, whatever the device, and lines are smoothed."""
        raise NotImplementedError


class Overlay(QGraphicsItem):
    """The item that paints its parts, of which none takes the mouse.

    Parameters
    ----------
    plot : the plot that is drawn over; axes do not adapt to it.
    z : its place among the plot's items.
    """

    def __init__(self, plot: pg.PlotItem, z: float) -> None:
        super().__init__()
        self._parts: list[Part] = []
        self._covered: QRectF | None = QRectF()
        self._box = plot.getViewBox()
        self.setZValue(z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setParentItem(self._box.childGroup)
        self._on_view()
        self._box.sigRangeChanged.connect(self._on_view)
        self._box.sigResized.connect(self._on_view)

    def add(self, part: Part) -> None:
        """Have a part painted; `Part` itself sees to that."""
        self._parts.append(part)
        self._parts.sort(key=lambda p: p.z)

    def part_changed(self) -> None:
        """What is covered is worked out when Qt asks for it: once for all the changes of a frame."""
        if self._covered is not None:
            self.prepareGeometryChange()
            self._covered = None
            self.update()

    def _on_view(self, *_args: Any) -> None:
        (left, right), (low, high) = self._box.viewRange()
        self._seen = QRectF(left, low, right - left, high - low)
        self._pixel = pixel_size(self._box)
        self.part_changed()

    # --- Qt

    def boundingRect(self) -> QRectF:
        if self._covered is None:
            covered = QRectF()
            for part in self._parts:
                if part.visible:
                    its = part.covered(self._pixel)
                    covered = covered.united(self._seen if its is None else its)
            self._covered = covered.intersected(self._seen)
        return self._covered

    def paint(self, painter: QPainter, *_args: Any) -> None:
        onto = Onto.by(painter.worldTransform())
        painter.setWorldTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in self._parts:
            if part.visible:
                part.draw(painter, onto)
