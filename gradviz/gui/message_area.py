"""One message below the text: what is wrong and where, or what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gradviz.gui.resources import fixed_font
from gradviz.gui.theme import Theme, current_theme
from gradviz.language.templates import PLACEHOLDER

__all__ = ["MessageArea"]

SNIPPET = 60
MINIMUM = 44
"""Pixels: a note of one line takes as much as most errors, so that the text above does not move."""
ROOMY = 400
"""Pixels of height of the card from which the line with its carets is repeated below the text that is underlined."""


class MessageArea(QFrame):
    """One message: an error with its place and what to try, or what was understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_area")
        self.setAccessibleName("Message")
        self._title = self._label("message_title")
        self._place = self._label("message_place")
        self._place.setFont(fixed_font(13))
        self._hint = self._label("message_hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(2)
        self.setMinimumHeight(MINIMUM)
        for label in (self._title, self._place, self._hint):
            layout.addWidget(label)
        self._tone = "muted"
        self.set_theme(current_theme())
        self.show_note("")

    def show_error(self, text: str, diagnostics: Sequence[dict[str, Any]]) -> None:
        """The first error: where, what, and what to try. More of them are counted."""
        first = _plainly(text, diagnostics[0])
        more = len(diagnostics) - 1
        where = f"Line {first['line']}, column {first['column']}: " if "\n" in text else f"Column {first['column']}: "
        others = "" if not more else f" (and {more} more)"
        self._show("error", f"{where}{first['message']}{others}", _caret(text, first), first.get("suggestion", ""))

    def show_failure(self, message: str) -> None:
        """Something went wrong that has no place in the text."""
        self._show("error", message, "", "")

    def show_note(self, note: str, details: str = "") -> None:
        """What was understood, and on hovering why."""
        self._show("muted", note, "", "")
        self._title.setToolTip(details)

    def text(self) -> str:
        """All that is shown."""
        labels = (self._title, self._place, self._hint)
        return "\n".join(label.text() for label in labels if label.text())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        colour = {"error": theme.error, "muted": theme.muted}[self._tone]
        background = {"error": theme.error_soft, "muted": theme.sunken}[self._tone]
        self.setStyleSheet(
            f"#message_area {{ background: {background}; border: none; border-top: 1px solid {theme.border};"
            f" border-bottom-left-radius: {theme.radius - 1}px; border-bottom-right-radius: {theme.radius - 1}px; }}"
            f"#message_title {{ color: {colour}; font-size: {theme.size_small}px; }}"
            f"#message_place {{ color: {theme.text}; font-size: 14px; }}"
            f"#message_hint {{ color: {theme.text}; font-size: {theme.size_small}px; }}"
        )

    def _show(self, tone: str, title: str, place: str, hint: str) -> None:
        for label, content in ((self._title, title), (self._place, place), (self._hint, hint)):
            if label.text() != content:
                label.setText(content)
            label.setVisible(bool(content) and (label is not self._place or self._is_roomy()))
        self._title.setToolTip("")
        self.setAccessibleDescription(". ".join(part for part in (title, hint) if part))
        self.setVisible(bool(title))
        if tone != self._tone:
            self._tone = tone
            self.set_theme(self._theme)

    def _is_roomy(self) -> bool:
        return self.parentWidget() is None or self.parentWidget().height() >= ROOMY

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(name != "message_place")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label


def _plainly(text: str, diagnostic: dict[str, Any]) -> dict[str, Any]:
    """An empty place of a template is no mistake of the user's, and is said otherwise."""
    if PLACEHOLDER not in text[int(diagnostic["start"]) : int(diagnostic["end"])]:
        return diagnostic
    return {**diagnostic, "message": "this place is still empty", "suggestion": "Type over it; Tab goes to the next."}


def _caret(text: str, diagnostic: dict[str, Any]) -> str:
    """The line with carets below the place; a long line is cut around it."""
    lines = text.split("\n")
    number, column = int(diagnostic["line"]), int(diagnostic["column"])
    line = lines[number - 1].replace("\t", " ") if number <= len(lines) else ""
    left = max(0, column - 1 - SNIPPET // 2) if len(line) > SNIPPET else 0
    shown = line[left : left + SNIPPET]
    at = column - 1 - left
    width = max(1, min(int(diagnostic["end"]) - int(diagnostic["start"]), len(shown) - at))
    return f"{shown}\n{' ' * at}{'^' * width}"
