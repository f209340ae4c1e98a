"""One message below the text: what is wrong and where, or what was understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gradviz.gui.plot.names import plain_name
from gradviz.gui.resources import fixed_font
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.language.templates import PLACEHOLDER
from gradviz.sentences import listed, say

__all__ = ["MessageArea", "quoted"]

SNIPPET = 60
MINIMUM = 44
"""Pixels: a note of one line takes as much as most errors, so that the text above does not move."""
ROOMY = 400
"""Pixels of height of the card from which the line with its carets is repeated below the text that is underlined."""


MAX_DETAILS = 132
"""Pixels of height that the reasons take before they scroll."""


_UNFILLED = say("this place is still empty")
_FILL_IT = say("Type over it; Tab goes to the next.")


class MessageArea(QFrame):
    """One message: an error with its place and what to try, or what was understood and, on asking, why.

    Signals
    -------
    numbers_asked(names) : what was taken for vectors shall be numbers.
    """

    numbers_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_area")
        self.setAccessibleName(self.tr("Message"))
        self._title = self._label("message_title")
        self._place = self._label("message_place")
        self._place.setFont(fixed_font(13))
        self._hint = self._label("message_hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 5, 12, 5)
        layout.setSpacing(2)
        self.setMinimumHeight(MINIMUM)
        self.why = QToolButton(self)
        self.why.setObjectName("why_button")
        self.why.setText(self.tr("Why?"))
        self.why.setCheckable(True)
        self.why.setAccessibleName(self.tr("Why it was understood so"))
        self.why.setToolTip(self.tr("Every assumption with its reason"))
        self.why.toggled.connect(self._show_details)
        first = QHBoxLayout()
        first.addWidget(self._title, 1)
        first.addWidget(self.why)
        layout.addLayout(first)
        layout.addWidget(self._place)
        self._numbers: tuple[str, ...] = ()
        self.as_numbers = QToolButton(self)
        self.as_numbers.setObjectName("as_numbers_button")
        self.as_numbers.setAccessibleName(self.tr("Declare {declared}").format(declared="…"))
        self.as_numbers.clicked.connect(lambda: self.numbers_asked.emit(self._numbers))
        second = QHBoxLayout()
        second.addWidget(self._hint, 1)
        second.addWidget(self.as_numbers)
        layout.addLayout(second)
        self._details = self._label("message_details")
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("message_details_area")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._details)
        self._scroll.setMaximumHeight(MAX_DETAILS)
        layout.addWidget(self._scroll)
        self._tone = "muted"
        self.set_theme(current_theme())
        self.show_note("")

    def show_error(self, text: str, diagnostics: Sequence[dict[str, Any]]) -> None:
        """The first error: where, what, and what to try. More of them are counted."""
        first = _plainly(text, diagnostics[0])
        more = len(diagnostics) - 1
        message = self._placed(first, with_line="\n" in text)
        if more:
            message = self.tr("{message} (and %n more)", "", more).format(message=message)
        self._show("error", message, _caret(text, first), first.get("suggestion", ""))

    def _placed(self, diagnostic: dict[str, Any], *, with_line: bool) -> str:
        """The message behind its place: ``Column 5: ...``, ``Line 2, columns 5–7: ...``."""
        column = int(diagnostic["column"])
        last = column + int(diagnostic["end"]) - int(diagnostic["start"]) - 1
        if with_line and last > column:
            where = self.tr("Line {line}, columns {column}–{last}: {message}")
        elif with_line:
            where = self.tr("Line {line}, column {column}: {message}")
        elif last > column:
            where = self.tr("Columns {column}–{last}: {message}")
        else:
            where = self.tr("Column {column}: {message}")
        return where.format(line=diagnostic["line"], column=column, last=last, message=told(diagnostic["message"]))

    def show_failure(self, message: str) -> None:
        """Something went wrong that has no place in the text."""
        self._show("error", message, "", "")

    def show_note(self, note: str, details: str = "", numbers: Sequence[str] = ()) -> None:
        """What was understood; why, on hovering and on asking. `numbers` are vectors that may have been meant as
        numbers: that is offered.
        """
        self._numbers = tuple(numbers)
        self._show("muted", note, "", self._offer(), details)

    def _offer(self) -> str:
        """What is said beside the button, which is named here, too."""
        if not self._numbers:
            return ""
        names = told(listed([plain_name(name) for name in self._numbers]))
        declared = ", ".join(f"{plain_name(name)} in R" for name in self._numbers)
        said = self.tr("{name} is read as a vector, each of whose entries is mapped.").format(name=names)
        if len(self._numbers) > 1:
            said = self.tr("{names} are read as vectors, whose entries are mapped.").format(names=names)
        self.as_numbers.setText(self.tr("Declare {declared}").format(declared=declared))
        self.as_numbers.setToolTip(self.tr("Write this into the text: the picture is then a curve or a surface"))
        self.as_numbers.setAccessibleName(self.as_numbers.text())
        self.as_numbers.setAccessibleDescription(self.as_numbers.toolTip())
        return said

    def text(self) -> str:
        """All that is shown."""
        labels = (self._title, self._place, self._hint)
        return "\n".join(label.text() for label in labels if label.text())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(
            f"#message_area {{ background: {theme.sunken}; border: none; border-top: 1px solid {theme.border};"
            f" border-bottom-left-radius: {theme.radius - 1}px; border-bottom-right-radius: {theme.radius - 1}px; }}"
            f'#message_area[tone="error"] {{ background: {theme.error_soft}; }}'
            f"#message_title {{ color: {theme.muted}; font-size: {theme.size_small}px; }}"
            f'#message_title[tone="error"] {{ color: {theme.error}; }}'
            f"#message_place {{ color: {theme.text}; font-size: 14px; }}"
            f"#message_hint, #message_details {{ color: {theme.text}; font-size: {theme.size_small}px; }}"
            f"#message_details_area, #message_details {{ background: transparent; }}"
            f"#why_button, #as_numbers_button {{ color: {theme.accent}; border: none; padding: 2px 6px;"
            f" font-size: {theme.size_small}px; }}"
            f"#why_button:hover, #why_button:focus, #as_numbers_button:hover, #as_numbers_button:focus"
            f" {{ text-decoration: underline; }}"
        )

    def _show(self, tone: str, title: str, place: str, hint: str, details: str = "") -> None:
        """Show one message; an error offers no numbers. Each part is shown or hidden once: what comes and goes has all
        around it laid out anew.
        """
        for label, content in (
            (self._title, title),
            (self._place, place),
            (self._hint, hint),
            (self._details, details),
        ):
            content = quoted(content) if label is not self._details else content
            if label.text() != content:
                label.setText(content)
        self._place.setVisible(bool(place) and self._is_roomy())
        self._hint.setVisible(bool(hint))
        self._title.setVisible(bool(title))
        self._title.setToolTip(details)
        self.as_numbers.setVisible(tone == "muted" and bool(self._numbers))
        self.setAccessibleDescription(". ".join(part for part in (title, hint) if part))
        self._set_tone(tone)
        self.why.setVisible(bool(details))
        self._show_details()
        self.setVisible(bool(title))

    def _set_tone(self, tone: str) -> None:
        """The colours of an error or of a note; the style sheet knows both, and only what has them is styled anew."""
        if tone != self._tone:
            self._tone = tone
            for part in (self, self._title):
                part.setProperty("tone", tone)
                part.style().unpolish(part)
                part.style().polish(part)

    def _show_details(self) -> None:
        asked = self.why.isChecked() and self._tone == "muted" and bool(self._details.text())
        self._scroll.setVisible(asked)
        if asked:
            self._scroll.setMinimumHeight(min(MAX_DETAILS, self._details.heightForWidth(self.width() - 40) + 4))

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
    return {**diagnostic, "message": told(_UNFILLED), "suggestion": told(_FILL_IT)}


def quoted(message: str) -> str:
    """A message with quotation marks around what it repeats of the text."""
    return re.sub("`([^`]*)`", "“\\1”", message)


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
