"""The parts of the derivation panel around its lines: the verdict, the answer, and a notice."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gradviz.gui.derivation.line import read_aloud
from gradviz.gui.derivation.lines import DIMMED, Formula
from gradviz.gui.theme import Theme, current_theme

__all__ = ["Answer", "Badge", "Notice"]

ANSWER_MARGIN, TIGHT_MARGIN = 12, 5
"""Pixels around the answer, and above and below it where the height is scarce."""
PADDING = 26
ROUNDING = 10.0
LEAST_BADGE = 112
"""Pixels of width that the verdict keeps beside the buttons, also while there is none: each change of what the panel
needs at least has the whole window laid out, and the picture painted anew."""


class Badge(QLabel):
    """The verdict in a word, in its colour.

    Attributes
    ----------
    said : what `say` was told last.

    Signals
    -------
    clicked : the user wants to know more; only where there is more.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verified_badge")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.setFixedHeight(20)
        self._least = LEAST_BADGE
        self.said: tuple[str, str, str, bool] | None = None
        self._tone = "muted"
        self._whole = ""
        self.has_more = False
        self.set_theme(current_theme())
        self.say("muted", "")

    def say(self, tone: str, text: str, tip: str = "", *, more: bool = False) -> None:
        """Show a verdict: `tone` is "ok", "error", "warning" or "muted"; with `more` it can be clicked."""
        if self.said == (tone, text, tip, more):
            return
        self.said = (tone, text, tip, more)
        self.has_more = more
        self.setCursor(Qt.CursorShape.PointingHandCursor if more else Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if more else Qt.FocusPolicy.NoFocus)
        self._whole = text
        self._fit()
        self.updateGeometry()
        self.setToolTip(tip or text)
        self.setAccessibleName(text or self.tr("No verdict"))
        self.setVisible(bool(text))
        if tone != self._tone:
            self._tone = tone
            self.set_theme(self._theme)

    def text(self) -> str:
        """The whole verdict, also where only its beginning is shown."""
        return self._whole

    def sizeHint(self) -> QSize:
        return self._size_of(self._whole)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, 20)

    def share_with(self, width: int) -> None:
        """Leave so many pixels of what is kept for the verdict to what stands beside it."""
        self._least = LEAST_BADGE - width
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the room is scarce, the figure stays away; long words are cut short, the tool tip has them all."""
        for text in (self._whole, self._whole.partition(" · ")[0]):
            if self.width() >= self._size_of(text).width():
                self.setText(text)
                return
        room = max(self.width(), self._least) - PADDING
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))

    @property
    def pill(self) -> QRectF:
        """What is coloured: as wide as the words that are shown, whatever room the row has left over."""
        return QRectF(0, 0, min(self.width(), self._size_of(QLabel.text(self)).width()), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._background))
        edge = 0.5 if self.hasFocus() else 0.0
        painter.drawRoundedRect(self.pill.adjusted(edge, edge, -edge, -edge), ROUNDING, ROUNDING)
        painter.end()
        super().paintEvent(event)

    def _size_of(self, text: str) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(text) + PADDING, 20)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.has_more and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.has_more and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        text, self._background = {
            "ok": (theme.ok, theme.ok_soft),
            "error": (theme.error, theme.error_soft),
            "warning": (theme.warning, theme.warning_soft),
            "muted": (theme.muted, theme.chip),
        }[self._tone]
        self.setStyleSheet(
            f"QLabel {{ color: {text}; background: transparent; padding: 0 10px;"
            f" font-size: {theme.size_small}px; font-weight: 600; }}"
        )


class Answer(QWidget):
    """The answer, set apart.

    Signals
    -------
    menu_asked : the menu is to open at this point of the screen.
    """

    menu_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivation_answer")
        self.setAccessibleName(self.tr("Answer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._formulas: list[Formula] = []
        self.lines: list[dict[str, Any]] = []
        self.dimmed = False
        self._margin = ANSWER_MARGIN
        self.theme = current_theme()

    def show_answer(self, answers: list[dict[str, Any]]) -> None:
        """One line for each variable."""
        self.lines = answers
        self._formulas = [Formula(answer["svg"]) for answer in answers]
        self.setAccessibleDescription(
            "; ".join(str(read_aloud(answer) or answer.get("text", "")) for answer in answers)
        )
        self._fit()
        self.update()

    def set_tight(self, tight: bool) -> None:
        """Whether the height is scarce."""
        self._margin = TIGHT_MARGIN if tight else ANSWER_MARGIN
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        for formula in self._formulas:
            formula.recolour(self.theme, theme)
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(DIMMED if self.dimmed else 1.0)
        painter.setPen(QColor(self.theme.answer_border))
        painter.setBrush(QColor(self.theme.answer))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.theme.radius, self.theme.radius
        )
        y, scale = float(self._margin), self._scale()
        for formula in self._formulas:
            formula.paint(painter, ANSWER_MARGIN, y, scale)
            y += formula.height * scale + 8
        painter.end()

    def _scale(self) -> float:
        widest = max((formula.width for formula in self._formulas), default=1.0)
        return float(min(1.15, max(0.4, (self.width() - 2 * ANSWER_MARGIN) / widest)))

    def _fit(self) -> None:
        heights = [formula.height * self._scale() for formula in self._formulas]
        self.setFixedHeight(int(sum(heights) + 8 * max(0, len(heights) - 1) + 2 * self._margin + 0.999))


class Notice(QFrame):
    """What to say instead of, or beside, a derivation; with a button where something can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivation_notice")
        self._title = QLabel(self)
        self._title.setObjectName("notice_title")
        self._text = QLabel(self)
        self._text.setObjectName("notice_text")
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.setObjectName("notice_button")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addSpacing(4)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._tone = "muted"
        self.set_theme(current_theme())
        self.say("muted", "", "")

    def say(self, tone: str, title: str, text: str, button: str = "") -> None:
        """Show a notice: `tone` is "muted", "warning" or "error"."""
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.setText(button)
        self.button.setAccessibleName(button or self.tr("Nothing to do"))
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{title} {text}".strip())
        if tone != self._tone:
            self._tone = tone
            self.set_theme(self._theme)

    def text(self) -> str:
        return f"{self._title.text()}\n{self._text.text()}".strip()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        colour, background = {
            "muted": (theme.text, theme.sunken),
            "warning": (theme.warning, theme.warning_soft),
            "error": (theme.error, theme.error_soft),
        }[self._tone]
        self.setStyleSheet(
            f"#derivation_notice {{ background: {background}; border: 1px solid {theme.border};"
            f" border-radius: {theme.radius}px; }}"
            f"#notice_title {{ color: {colour}; font-weight: 600; }} #notice_text {{ color: {theme.text}; }}"
        )
