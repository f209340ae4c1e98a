"""What stands around a plot in a file: a title above it, and below it the legend that is a label beside it on the
screen."""

from __future__ import annotations

import html

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette, QTextDocument, QTextOption
from PySide6.QtWidgets import QApplication, QWidget

from gradviz.gui.theme import Theme

__all__ = ["height_of", "legend_of", "paint_words", "title_of"]

SIDE = 8.0
"""Pixels to the left and right of the words."""
GAP = 3.0
"""Pixels above and below them."""


def title_of(drawing: QWidget) -> str:
    """Rich text: what a plot is called, where it does not say so itself."""
    if not isinstance(drawing, pg.PlotWidget) or drawing.getPlotItem().titleLabel.text:
        return ""
    return html.escape(drawing.accessibleName())


def legend_of(drawing: QWidget) -> str:
    """Rich text: what the curves of a plot are, where a label beside it says so."""
    label = getattr(drawing, "legend", None)
    return str(label.text()) if label is not None else ""


def height_of(words: str, width: float) -> float:
    """Pixels that rich text takes in a picture of a width; 0 without words."""
    return _document(words, width).size().height() + 2 * GAP if words else 0.0


def paint_words(painter: QPainter, words: str, width: float, theme: Theme) -> None:
    """Rich text in the middle of a line, or of several, from the painter's origin."""
    if not words:
        return
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
    painter.save()
    painter.translate(SIDE, GAP)
    document = _document(words, width)  # it owns its layout
    document.documentLayout().draw(painter, context)
    painter.restore()


def _document(words: str, width: float) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(QApplication.font())
    document.setDocumentMargin(0)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    document.setDefaultTextOption(option)
    document.setHtml(words)
    document.setTextWidth(max(width - 2 * SIDE, 1.0))
    return document
