"""The points that a plane was laid through, numbered as they were typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from gradviz.gui.plot.overlay import Onto, Overlay, Part
from gradviz.gui.plot.stroke import stroke_pen
from gradviz.gui.plot.tag import Tag
from gradviz.gui.theme import Theme

__all__ = ["PointMarks"]

RADIUS = 8.5
"""Pixels of a mark, which are those of its number and a little room."""


class PointMarks(Part):
    """A disc with a number at each of some points of the plane."""

    def __init__(self, overlay: Overlay, z: float = 0.0) -> None:
        self.points: list[tuple[float, float]] = []
        self._tags: list[Tag] = []
        self._ink, self._disc, self._pen = QColor(), QColor(), QPen()
        super().__init__(overlay, z)

    def set_theme(self, theme: Theme) -> None:
        self._ink, self._disc = QColor(theme.plot_point), QColor(theme.plot_point_border)
        self._pen = stroke_pen(theme.plot_point, 1.5)
        self._colour()

    def show_points(self, points: Sequence[tuple[float, float]]) -> None:
        """Number these from 1; none for no marks."""
        if list(points) == self.points:
            return
        self.points = list(points)
        self._tags = [Tag(str(number), 11, margin=0) for number in range(1, len(points) + 1)]
        self._colour()

    def _colour(self) -> None:
        for tag in self._tags:
            tag.set_colours(self._ink, QColor(0, 0, 0, 0))
        self.changed()

    def covered(self, pixel: tuple[float, float]) -> QRectF:
        found = QRectF()
        dx, dy = ((RADIUS + 1) * side for side in pixel)
        for x, y in self.points:
            found = found.united(QRectF(x - dx, y - dy, 2 * dx, 2 * dy))
        return found

    def draw(self, painter: QPainter, onto: Onto) -> None:
        for (x, y), tag in zip(self.points, self._tags, strict=True):
            middle: QPointF = onto.place(x, y)
            painter.setPen(self._pen)
            painter.setBrush(self._disc)
            painter.drawEllipse(middle, RADIUS, RADIUS)
            tag.draw(painter, middle.x(), middle.y())
