"""How descents are told apart: by colour, by dashes and by symbol, so that one of them is enough on grey paper."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from gradviz.gui.theme import Theme

__all__ = ["DASHES", "SYMBOLS", "Mark", "mark_icon", "mark_of"]

SYMBOLS = ("o", "s", "t1", "d", "t", "p", "star")
"""pyqtgraph's symbols."""
DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (2, 2.5), (8, 3, 2, 3), (8, 3, 2, 3, 2, 3))
"""Lengths of dashes and gaps in widths of the line; () for a line without gaps."""
_SIGNS = {"o": "●", "s": "■", "t1": "▲", "d": "◆", "t": "▼", "p": "⬟", "star": "★"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What a descent looks like.

    Attributes
    ----------
    colour : of the theme's `trajectories`.
    dashes : of its line.
    symbol : of its iterates.
    """

    colour: str
    dashes: tuple[float, ...]
    symbol: str

    @property
    def sign(self) -> str:
        """The symbol in text."""
        return _SIGNS[self.symbol]


def mark_of(index: int, theme: Theme) -> Mark:
    """The look of the descent with an index: colours, dashes and symbols repeat only after 6, 5 and 7, together after
    210."""
    colours = theme.trajectories
    return Mark(colours[index % len(colours)], DASHES[index % len(DASHES)], SYMBOLS[index % len(SYMBOLS)])


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
