"""The looks of compared descents in the theme's colours, and their piece of a legend."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from gradviz.export.marks import Mark, mark_in
from gradviz.gui.plot.legend import SAMPLE, paint_sample
from gradviz.gui.theme import Theme

__all__ = ["mark_icon", "mark_of"]


def mark_of(index: int, theme: Theme) -> Mark:
    """The look of the descent with an index."""
    return mark_in(theme.trajectories, index)


def mark_icon(mark: Mark, paper: str) -> QIcon:
    """A piece of the line with its symbol, for the legend."""
    icon = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(*(int(side) * scale for side in SAMPLE))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sample(painter, mark.colour, mark.dashes, mark.symbol, paper)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
