"""What was understood, as mathematics: the definitions and the function below the text, while it is being typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gradviz.gui.derivation.lines import DIMMED, Formula
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["Preview"]

HEIGHTS = (44, 76, 108, 140)
"""The heights that it takes: a few, so that the text above does not move with every key."""
ROOMY = 720
"""Pixels of height of the window below which it takes no more than two lines, and scrolls."""
SHRINK_AFTER = 1500
"""Milliseconds of rest before it gives height back."""
SMALLEST_SCALE = 0.7
MARGIN = 12
GAP = 2
_EMPTY = say("What you type appears here as mathematics.")
_STALE = say("as last understood")


class Preview(QFrame):
    """The typeset text. It never holds up typing: pictures come from the worker, and the last good ones stay.

    Attributes
    ----------
    state : "empty", "current", or "stale" while the text as it is now is not understood.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName(self.tr("What was understood"))
        self.state = "empty"
        self.canvas = _Canvas(self)
        self.scroll = QScrollArea(self)
        self.scroll.setObjectName("preview_scroll")
        self.scroll.setAccessibleName(self.tr("What was understood"))
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setWidget(self.canvas)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 1, 0, 0)
        layout.addWidget(self.scroll)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._shrink = QTimer(self)
        self._shrink.setSingleShot(True)
        self._shrink.setInterval(SHRINK_AFTER)
        self._shrink.timeout.connect(lambda: self.setFixedHeight(self._wanted()))
        self.setFixedHeight(HEIGHTS[0])
        self.set_theme(current_theme())
        self._say()

    @property
    def lines(self) -> list[dict[str, Any]]:
        return self.canvas.lines

    def show_understood(self, reply: dict[str, Any]) -> None:
        """The answer to a preview: pictures, or that the text is not understood."""
        if reply["status"] == "done":
            self.state = "current"
            self.canvas.set_lines(reply["lines"])
        elif self.canvas.lines:
            self.state = "stale"
        self._facts = reply.get("facts", "")
        self._fit()
        self._say()

    def show_empty(self) -> None:
        """There is no text."""
        self.state = "empty"
        self.canvas.set_lines(())
        self._fit()
        self._say()

    def set_theme(self, theme: Theme) -> None:
        self.canvas.set_theme(theme)
        self.setStyleSheet(
            f"#preview {{ background: {theme.surface}; border: none; border-top: 1px solid {theme.border}; }}"
            "#preview_scroll, #preview_canvas { background: transparent; }"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """More height at once; less only when typing rests."""
        self.canvas.lay_out(self.width())
        policy = Qt.ScrollBarPolicy
        wide, tall = self.canvas.width() > self.width(), self.canvas.height() >= self._wanted()
        self.scroll.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if wide else policy.ScrollBarAlwaysOff)
        self.scroll.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if tall else policy.ScrollBarAlwaysOff)
        wanted = self._wanted()
        if wanted > self.height():
            self._shrink.stop()
            self.setFixedHeight(wanted)
        elif wanted < self.height():
            self._shrink.start()
        else:
            self._shrink.stop()

    def _wanted(self) -> int:
        needed = self.canvas.height() + 1
        if self.canvas.width() > self.width():
            needed += 12  # the scroll bar
        allowed = HEIGHTS if self.window().height() >= ROOMY else HEIGHTS[:2]
        return next((height for height in allowed if height >= needed), allowed[-1])

    def _say(self) -> None:
        words = [line["text"] for line in self.canvas.lines]
        said = "; ".join([*words, *([self._facts] if self.state == "current" and self._facts else [])])
        stale = self.tr("The text is not understood; as last understood: {formulas}").format(formulas=said)
        text = {"empty": told(_EMPTY), "current": said, "stale": stale}[self.state]
        for part in (self, self.scroll, self.canvas):
            part.setAccessibleDescription(text)
        self.canvas.note = {"empty": told(_EMPTY), "stale": told(_STALE)}.get(self.state, "")
        self.canvas.update()

    _facts = ""


class _Canvas(QWidget):
    """Paints the lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview_canvas")
        self.setAccessibleName(self.tr("What was understood"))
        self.lines: list[dict[str, Any]] = []
        self.note = ""
        self._formulas: list[Formula] = []
        self._scale = 1.0
        self._theme = current_theme()

    def set_lines(self, lines: Sequence[dict[str, Any]]) -> None:
        kept = {line["svg"]: formula for line, formula in zip(self.lines, self._formulas, strict=True)}
        self.lines = list(lines)
        self._formulas = [kept.get(line["svg"]) or Formula(line["svg"]) for line in lines]

    def lay_out(self, width: int) -> None:
        """Shrink what is too wide a little; what then is too wide still is scrolled."""
        widest = max((formula.width for formula in self._formulas), default=1.0)
        self._scale = min(1.0, max(SMALLEST_SCALE, (width - 2 * MARGIN) / widest))
        heights = [formula.height * self._scale for formula in self._formulas]
        height = sum(heights) + GAP * max(0, len(heights) - 1) + 6
        full = max(width, int(widest * self._scale + 2 * MARGIN + 0.999))
        self.setFixedSize(full, max(int(height + 0.999), HEIGHTS[0] - 1))

    def set_theme(self, theme: Theme) -> None:
        for formula in self._formulas:
            formula.recolour(self._theme, theme)
        self.lines = [{**line, "svg": ""} for line in self.lines]  # what comes next is typeset in the new ink
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stale = bool(self.note) and bool(self._formulas)
        content = sum(f.height * self._scale for f in self._formulas) + GAP * max(0, len(self._formulas) - 1)
        y = max(3.0, (self.height() - content) / 2)
        painter.setOpacity(DIMMED if stale else 1.0)
        for formula in self._formulas:
            formula.paint(painter, MARGIN, y, self._scale)
            y += formula.height * self._scale + GAP
        painter.setOpacity(1.0)
        if self.note:
            font = QFont(self.font())
            font.setPixelSize(self._theme.size_small)
            painter.setFont(font)
            painter.setPen(QColor(self._theme.muted))
            seen = self.visibleRegion().boundingRect()
            box = QRectF(seen).adjusted(MARGIN, 0, -MARGIN, -3)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            painter.drawText(box, int(side if stale else Qt.AlignmentFlag.AlignVCenter), self.note)
        painter.end()
