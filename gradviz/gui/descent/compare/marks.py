"""The looks of compared descents in the theme's colours, and their piece of a legend."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from gradviz.export.marks import Mark, mark_in
from gradviz.gui.theme import Theme

__all__ = ["mark_icon", "mark_of"]


def mark_of(index: int, theme: Theme) -> Mark:
    """The look of the descent with an index."""
    return mark_in(theme.trajectories, index)


def mark_icon(mark: Mark, paper: str) -> QIcon:
    """A piece of the line with its symbol, for the legend."""
    icon = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(36 * scale, 14 * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(mark.colour), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if mark.dashes:
            pen.setDashPattern(list(mark.dashes))
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 7), QPointF(36, 7))
        painter.setPen(QPen(QColor(mark.colour), 1.2))
        painter.setBrush(QColor(paper))
        painter.drawPath(_symbol_path(mark.symbol))
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _symbol_path(symbol: str) -> QPainterPath:
    from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols

    transform = QTransform()
    transform.translate(18, 7)
    transform.scale(8.5, 8.5)
    return transform.map(Symbols[symbol])
