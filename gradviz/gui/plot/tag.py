"""Short texts over a plot, each on a piece of paper of its own."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStaticText, QTransform
from PySide6.QtWidgets import QApplication

__all__ = ["Tag"]


class Tag:
    """A text that is laid out once, and drawn wherever it is wanted.

    Parameters
    ----------
    pixels : the height of the letters; None for that of the window's texts.
    margin : pixels of paper around the text.
    """

    def __init__(self, text: str = "", pixels: int | None = None, margin: float = 4.0) -> None:
        self._pixels = pixels
        self._margin = margin
        self._ink, self._paper = QColor(), QColor(Qt.GlobalColor.transparent)
        self._laid_out = QStaticText()
        self._laid_out.setTextFormat(Qt.TextFormat.PlainText)
        self._font = QFont()
        self._size = QRectF()
        self.text = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        if text == self.text:
            return
        self.text = text
        self._font = QApplication.font()
        if self._pixels is not None:
            self._font.setPixelSize(self._pixels)
        self._laid_out.setText(text)
        self._laid_out.prepare(QTransform(), self._font)
        size, margin = self._laid_out.size(), self._margin
        width, height = size.width() + 2 * margin, size.height() + 2 * margin
        self._size = QRectF(-width / 2, -height / 2, width, height)

    def set_colours(self, ink: QColor, paper: QColor) -> None:
        self._ink, self._paper = ink, paper

    @property
    def reach(self) -> float:
        """Pixels from its middle that it covers at most, however it is turned."""
        return (self._size.width() + self._size.height()) / 2

    @property
    def half(self) -> tuple[float, float]:
        """Half its width and height in pixels, as long as it is not turned."""
        return self._size.width() / 2, self._size.height() / 2

    def box(self, middle: QPointF, angle: float = 0.0) -> QRectF:
        """The upright rectangle that it covers around a place in pixels, turned by an angle in degrees."""
        return QTransform().rotate(-angle).mapRect(self._size).translated(middle)

    def draw(self, painter: QPainter, x: float, y: float, angle: float = 0.0) -> None:
        """Draw it around a place in pixels, turned anticlockwise by an angle in degrees."""
        if not self.text:
            return
        painter.setFont(self._font)
        painter.setPen(self._ink)
        if angle:
            painter.save()
            painter.translate(x, y)
            painter.rotate(-angle)
            x = y = 0.0
        paper = self._size.translated(x, y)
        painter.fillRect(paper, self._paper)
        painter.drawStaticText(paper.topLeft() + QPointF(self._margin, self._margin), self._laid_out)
        if angle:
            painter.restore()
