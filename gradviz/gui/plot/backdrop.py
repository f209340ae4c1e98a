"""What stays as it is while the point moves, kept as one picture: a frame of a drag paints it in one go."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsEffect, QGraphicsItem, QGraphicsView, QWidget

__all__ = ["Backdrop", "BackdropText"]

Z = -50.0


class _Kept(QGraphicsEffect):
    """Paints its items from a picture of the viewport's size, which is made anew when one of them or the view changes.

    Qt's own copy (`sourcePixmap`) is as large as the items, which after a zoom is larger than memory.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self._made_for: Any = None

    def sourceChanged(self, flags: QGraphicsEffect.ChangeFlag) -> None:
        self._made_for = None

    def made_for(self, transform: QTransform, viewport: QWidget) -> bool:
        """Whether the picture is one for a viewport and this transform."""
        return bool(self._made_for == (transform, viewport.width(), viewport.height(), viewport.devicePixelRatioF()))

    def draw(self, painter: QPainter) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF()
        wanted = (painter.worldTransform(), device.width(), device.height(), ratio)
        if self._made_for != wanted:
            self._made_for = wanted
            self._pixmap = QPixmap(round(device.width() * ratio), round(device.height() * ratio))
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            own = QPainter(self._pixmap)
            own.setRenderHints(painter.renderHints())
            own.setWorldTransform(painter.worldTransform())
            self.drawSource(own)
            own.end()
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.drawPixmap(0, 0, self._pixmap)
        painter.restore()


class BackdropText(pg.TextItem):
    """A text that trusts the painter it is given: pyqtgraph's sets the scene's transform on its first painting, which
    in a kept picture puts the paper beside the letters.
    """

    def paint(self, painter: QPainter, *_args: Any) -> None:
        painter.setPen(self.border)
        painter.setBrush(self.fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon(self.textItem.mapToParent(self.textItem.boundingRect()))


class Backdrop(QGraphicsItem):
    """A group of items of a plot, below all others.

    Each item of its own, even cached, costs a frame half a millisecond: they are blended one over the other. They must
    not be cached by themselves as well: below an effect Qt does not cut such a cache to the view, and after a zoom it
    may be larger than memory.
    """

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__()
        self._plot = plot
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self._effect = _Kept()
        self.setGraphicsEffect(self._effect)
        self.setZValue(Z)
        self.setParentItem(plot.getViewBox().childGroup)

    def add(self, item: Any, z: float) -> None:
        """Put an item into it; among the others it stands by `z`."""
        item.setZValue(z)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._plot.addItem(item, ignoreBounds=True)
        item.setParentItem(self)
        if isinstance(item, BackdropText):
            self._plot.scene().sigPrepareForPaint.connect(item.updateTransform)

    def painted_whole(self, event: QPaintEvent, view: QGraphicsView) -> QPaintEvent:
        """The event with which a view paints: one for all of it when the picture must be made anew.

        Qt paints of a group what lies in the part that changed; from that alone the picture would lack the rest.
        """
        if self._effect.made_for(self.deviceTransform(view.viewportTransform()), view.viewport()):
            return event
        return QPaintEvent(view.viewport().rect())

    def boundingRect(self) -> QRectF:
        return QRectF()

    def paint(self, *_args: Any) -> None:
        """Its items paint themselves."""
