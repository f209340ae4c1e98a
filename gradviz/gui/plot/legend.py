"""The legend of compared descents: a piece of each line with its symbol, and its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import QApplication

from gradviz.gui.theme import Theme

__all__ = ["SAMPLE", "Entry", "legend_height", "paint_legend", "paint_sample"]

SAMPLE = (36.0, 14.0)
"""Pixels of a piece of a line."""
GAP, BETWEEN, SIDE = 6.0, 18.0, 14.0
"""Pixels from the line to its name, from one entry to the next, and to the left and right of all."""


class Entry(Protocol):
    """A line's name and look.

    Attributes
    ----------
    name : in words.
    colour, dashes, symbol : of the line and of its points.
    """

    @property
    def name(self) -> str: ...
    @property
    def colour(self) -> str: ...
    @property
    def dashes(self) -> tuple[float, ...]: ...
    @property
    def symbol(self) -> str: ...


def paint_sample(painter: QPainter, colour: str, dashes: tuple[float, ...], symbol: str, paper: str) -> None:
    """A piece of a line with its symbol, from the painter's origin."""
    width, height = SAMPLE
    pen = QPen(QColor(colour), 2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        pen.setDashPattern(list(dashes))
    painter.setPen(pen)
    painter.drawLine(QPointF(0, height / 2), QPointF(width, height / 2))
    painter.setPen(QPen(QColor(colour), 1.2))
    painter.setBrush(QColor(paper))
    painter.drawPath(_symbol_path(symbol))


def _symbol_path(symbol: str) -> QPainterPath:
    from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols

    transform = QTransform()
    transform.translate(SAMPLE[0] / 2, SAMPLE[1] / 2)
    transform.scale(8.5, 8.5)
    return transform.map(Symbols[symbol])


def legend_height(entries: Sequence[Entry], width: float) -> float:
    """Pixels that the legend takes below a plot of this width; 0 without entries."""
    places = _places(entries, width)
    return places[-1].bottom() + GAP if places else 0.0


def paint_legend(painter: QPainter, entries: Sequence[Entry], width: float, theme: Theme) -> None:
    """All entries, in rows, from the painter's origin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(QApplication.font())
    for entry, place in zip(entries, _places(entries, width), strict=True):
        painter.save()
        painter.translate(place.left(), place.center().y() - SAMPLE[1] / 2)
        paint_sample(painter, entry.colour, entry.dashes, entry.symbol, theme.plot_point)
        painter.restore()
        painter.setPen(QColor(theme.text))
        words = place.adjusted(SAMPLE[0] + GAP, 0, 2, 0)  # or rounding would break the last word
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), entry.name)


def _places(entries: Sequence[Entry], width: float) -> list[QRectF]:
    """Where each entry stands: beside the last one, or at the beginning of the next row."""
    metrics = QFontMetricsF(QFont(QApplication.font()))
    height, x, y = max(metrics.height(), SAMPLE[1]) + 2, SIDE, GAP / 2
    found = []
    for entry in entries:
        size = SAMPLE[0] + GAP + metrics.horizontalAdvance(entry.name)
        if x > SIDE and x + size > width - SIDE:
            x, y = SIDE, y + height
        found.append(QRectF(x, y, size, height))
        x += size + BETWEEN
    return found
