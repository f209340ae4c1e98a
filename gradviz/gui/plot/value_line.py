"""A line of values that changes with every frame of a drag."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

__all__ = ["ValueLine", "runs"]

_TAG = re.compile(r"<(/?)(i|sub|sup)>")


class ValueLine(QLabel):
    """A line of rich text with letters in italics, indices and powers, which can be selected by the mouse.

    Qt lays out rich text for a third of a millisecond, a tenth of a frame. So that is done when the mouse comes; for
    the eye the line is drawn straight from its parts.
    """

    def __init__(self, parent: QWidget, name: str, accessible: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._text = ""
        self._laid_out = False
        self._use_font()

    def setText(self, text: str) -> None:
        """Show other values; what is said of them to a screen reader is the owner's to set."""
        if text == self._text:
            return
        self._text = text
        self._laid_out = False
        if self.underMouse():
            self._lay_out()
        else:
            self.update()

    def text(self) -> str:
        return self._text

    def _lay_out(self) -> None:
        self._laid_out = True
        super().setText(self._text)

    def _use_font(self) -> None:
        """By italics or not, and small or not, the font and its metrics."""
        self._fonts = {}
        for italic in (False, True):
            for small in (False, True):
                font = QFont(self.font())
                font.setItalic(italic)
                if small and font.pointSize() > 0:
                    font.setPointSize(font.pointSize() * 2 // 3)  # as Qt's rich text has indices and powers
                elif small:
                    font.setPixelSize(font.pixelSize() * 2 // 3)
                self._fonts[italic, small] = (font, QFontMetricsF(font))

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(0, math.ceil(self._fonts[False, False][1].height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._use_font()
            self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        if not self._laid_out:
            self._lay_out()
        super().enterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._laid_out:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        x, baseline = 0.0, (self.height() - self.sizeHint().height()) // 2 + self._fonts[False, False][1].ascent()
        for text, italic, level in runs(self._text):
            font, metrics = self._fonts[italic, level != 0]
            raised = metrics.height() * (0.5 if level > 0 else -1 / 6 if level < 0 else 0.0)
            painter.setFont(font)
            painter.drawText(QPointF(x, baseline - raised), text)
            x += metrics.horizontalAdvance(text)


def runs(text: str) -> Iterator[tuple[str, bool, int]]:
    """The parts of a rich text: each with whether it is in italics, and 1 for a power, -1 for an index."""
    italic, level = False, 0
    plain, *rest = _TAG.split(text)
    if plain:
        yield html.unescape(plain), italic, level
    for closing, tag, plain in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        if tag == "i":
            italic = not closing
        else:
            level = 0 if closing else 1 if tag == "sup" else -1
        if plain:
            yield html.unescape(plain), italic, level
