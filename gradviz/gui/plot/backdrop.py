"""What stays as it is while the point moves, kept as a picture: a frame of a drag paints it in one go."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsEffect, QGraphicsItem, QGraphicsView, QWidget

__all__ = ["Backdrop", "Hatching"]


class _Kept(QGraphicsEffect):
    """Paints its items from a picture of what of them is seen, which is made anew when one of them or the view changes.

    Qt's own copy (`sourcePixmap`) is as large as the items, which after a zoom is larger than memory.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self._place = QRect()
        self._made_for: Any = None

    def sourceChanged(self, flags: QGraphicsEffect.ChangeFlag) -> None:
        self._made_for = None

    def made_for(self, transform: QTransform, viewport: QWidget) -> bool:
        """Whether the picture is one for a viewport and this transform."""
        return bool(self._made_for == (transform, viewport.width(), viewport.height(), viewport.devicePixelRatioF()))

    def draw(self, painter: QPainter) -> None:
        device = painter.device()
        transform, ratio = painter.worldTransform(), device.devicePixelRatioF()
        pixels = 1.0 if isinstance(device, QWidget) else ratio  # a picture counts its own, a widget the screen's
        seen = QRect(0, 0, round(device.width() / pixels), round(device.height() / pixels))
        wanted = (transform, seen.width(), seen.height(), ratio)
        if self._made_for != wanted:
            self._made_for = wanted
            covered = self.sourceBoundingRect(Qt.CoordinateSystem.DeviceCoordinates)
            self._place = covered.intersected(QRectF(seen)).toAlignedRect().intersected(seen)
            self._pixmap = QPixmap() if self._place.isEmpty() else self._painted(painter, seen, ratio)
        if not self._place.isEmpty():
            painter.setWorldTransform(QTransform())
            painter.drawPixmap(QRectF(self._place), self._pixmap, _scaled(self._place, ratio))
            painter.setWorldTransform(transform)

    def _painted(self, painter: QPainter, seen: QRect, ratio: float) -> QPixmap:
        """The items as they are seen. Qt notes where it painted them, so that nothing may be moved to a corner."""
        made = self._pixmap if self._pixmap.size() == seen.size() * ratio else QPixmap(seen.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        own = QPainter(made)
        own.setRenderHints(painter.renderHints())
        own.setWorldTransform(painter.worldTransform())
        self.drawSource(own)
        own.end()
        return made


def _scaled(place: QRect, ratio: float) -> QRectF:
    return QRectF(place.x() * ratio, place.y() * ratio, place.width() * ratio, place.height() * ratio)


class Hatching(QGraphicsItem):
    """Lies under a picture, to show where nothing is painted in it; what is not computed yet is left empty."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__()
        self._box = plot.getViewBox()
        self._brush = QBrush()
        self._covered = QRectF()
        self._on_view()
        self._box.sigRangeChanged.connect(self._on_view)

    def set_brush(self, brush: QBrush) -> None:
        self._brush = brush
        self.update()

    def brush(self) -> QBrush:
        return self._brush

    def cover(self, rect: QRectF) -> None:
        """The rectangle of the picture, in the plot's coordinates; an empty one for none."""
        self._covered = rect
        self._on_view()

    def _on_view(self, *_args: Any) -> None:
        self.prepareGeometryChange()
        self._rect = self._box.viewRect().intersected(self._covered)

    def boundingRect(self) -> QRectF:
        return self._rect

    def paint(self, painter: QPainter, *_args: Any) -> None:
        seen = painter.worldTransform().mapRect(self._rect)
        painter.setWorldTransform(QTransform())  # a pattern grows with the plane
        painter.setBrushOrigin(seen.topLeft())
        painter.fillRect(seen, self._brush)


class Backdrop(QGraphicsItem):
    """A group of items of a plot that seldom change.

    Each item of its own, even cached, costs a frame half a millisecond: they are blended one over the other. They must
    not be cached by themselves as well: below an effect Qt does not cut such a cache to the view, and after a zoom it
    may be larger than memory.

    Parameters
    ----------
    z : the group's place among the plot's items, or among those of the group that it belongs to.
    within : a group that it belongs to, of which it is a part that is long to paint: the others may change without it.
    """

    def __init__(self, plot: pg.PlotItem, z: float, within: Backdrop | None = None) -> None:
        super().__init__()
        self._plot = plot
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self._effect = _Kept()
        self.setGraphicsEffect(self._effect)
        self.setZValue(z)
        self.setParentItem(within or plot.getViewBox().childGroup)

    def add(self, item: Any, z: float) -> None:
        """Put an item into it; among the others it stands by `z`."""
        item.setZValue(z)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._plot.addItem(item, ignoreBounds=True)
        item.setParentItem(self)

    def is_kept(self, view: QGraphicsView) -> bool:
        """Whether a view paints it from the picture as it is."""
        return self._effect.made_for(self.deviceTransform(view.viewportTransform()), view.viewport())

    def boundingRect(self) -> QRectF:
        return QRectF()

    def paint(self, *_args: Any) -> None:
        """Its items paint themselves."""


def painted_whole(
    event: QPaintEvent, view: QGraphicsView, box: pg.ViewBox, groups: tuple[Backdrop, ...]
) -> QPaintEvent:
    """The event with which a view paints: one for all of the plot's box when the picture of a group must be made anew.

    Qt paints of a group what lies in the part that changed; from that alone the picture would lack the rest.
    """
    if all(group.is_kept(view) for group in groups):
        return event
    whole = view.mapFromScene(box.sceneBoundingRect()).boundingRect()
    return QPaintEvent(event.region().united(whole.adjusted(-1, -1, 1, 1)))
