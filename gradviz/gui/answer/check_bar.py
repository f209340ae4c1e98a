"""The row in which the user gives an answer of their own, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.resources import fixed_font
from gradviz.gui.small_parts import bar_button
from gradviz.gui.theme import Theme, current_theme

__all__ = ["CheckBar"]

NUMBERS_HEIGHT = 112
"""Pixels; more numbers scroll."""


class CheckBar(QFrame):
    """An answer, a button, and the verdict.

    Signals
    -------
    asked : the answer, and by which of the variables it is.
    line_asked : a line below the one that `set_above` told.
    line_chosen : the user gives a next line, or an answer again.
    hiding : the derivation is to be hidden, or shown again.
    closed : the user is done.
    """

    asked = Signal(str, int)
    line_asked = Signal(str)
    line_chosen = Signal(bool)
    hiding = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("check_bar")
        self.setAccessibleName(self.tr("Check my answer"))
        self.verdict = ""
        self._practising = False
        self.subject = QComboBox(self)
        self.subject.setObjectName("answer_subject")
        self.subject.setAccessibleName(self.tr("What your answer is"))
        self.subject.setProperty("class", "compact")
        self.subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.field = QLineEdit(self)
        self.field.setObjectName("answer_field")
        self.field.setAccessibleName(self.tr("Your answer"))
        self.field.setFont(fixed_font(14))
        self.field.setMaxLength(20_000)
        self.button = bar_button(
            self, "answer_check", self.tr("Check"), "primary", self.tr("Check the answer with numbers")
        )
        self.button.setEnabled(False)
        close = self._close = bar_button(self, "answer_close", self.tr("Done"), "quiet", self.tr("Close this row"))
        self.hide_box = QCheckBox(self.tr("Hide the derivation"), self)
        self.hide_box.setObjectName("answer_hide")
        self.hide_box.setAccessibleName(self.tr("Hide the derivation while answering"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget, stretch in ((self.subject, 0), (self.field, 1), (self.button, 0), (close, 0)):
            row.addWidget(widget, stretch)
        self._above = self._label("answer_above", word_wrap=False)
        self._above.setProperty("class", "muted")
        self._above.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title = self._label("answer_title")
        self._place = self._label("answer_place", word_wrap=False)
        self._place.setFont(fixed_font(13))
        self._text = self._label("answer_text")
        self._numbers = self._label("answer_numbers_text")
        self._numbers.setAccessibleName(self.tr("An instance where the answers differ"))
        self._numbers.setMargin(4)
        self._numbers_area = QScrollArea(self)
        self._numbers_area.setObjectName("answer_numbers")
        self._numbers_area.setAccessibleName(self.tr("An instance where the answers differ"))
        self._numbers_area.setFrameShape(QFrame.Shape.NoFrame)
        self._numbers_area.setWidgetResizable(True)
        self._numbers_area.setFixedHeight(NUMBERS_HEIGHT)
        self._numbers_area.setWidget(self._numbers)
        self._more = bar_button(
            self, "answer_more", self.tr("Show the numbers"), "quiet", self.tr("Show where the answers differ")
        )
        self._more.setCheckable(True)
        self._more.toggled.connect(self._numbers_area.setVisible)
        self._take = bar_button(
            self, "answer_take", self.tr("Put it right"), "quiet", self.tr("Put the corrected answer into the field")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self._above)
        layout.addLayout(row)
        layout.addWidget(self.hide_box)
        for widget in (self._title, self._place, self._text, self._numbers_area):
            layout.addWidget(widget)
        offers = QHBoxLayout()
        offers.setSpacing(8)
        offers.addWidget(self._take)
        offers.addWidget(self._more)
        offers.addStretch(1)
        layout.addLayout(offers)
        self._corrected = ""
        self.subject.currentIndexChanged.connect(self._subject_changed)
        self.field.textChanged.connect(self._edited)
        self.field.returnPressed.connect(self._ask)
        self.button.clicked.connect(self._ask)
        self.hide_box.toggled.connect(self.hiding)
        self._take.clicked.connect(self._correct)
        close.clicked.connect(self.closed)
        self._tone = "muted"
        self.set_theme(current_theme())
        self._show("muted", "", "")
        self.set_answers([])

    def set_answers(self, answers: list[dict[str, Any]]) -> None:
        """What there is to answer: a left side for each variable."""
        lefts = [str(answer.get("text", "")).partition(" = ")[0] for answer in answers] or [self.tr("answer")]
        wanted = [*lefts, self.tr("next line")]
        if wanted != [self.subject.itemText(i) for i in range(self.subject.count())]:
            chosen, line = self.subject.currentIndex(), self.for_line
            self.subject.blockSignals(True)
            self.subject.clear()
            self.subject.addItems(wanted)
            self.subject.setCurrentIndex(len(lefts) if line else chosen if 0 <= chosen < len(lefts) else 0)
            self.subject.blockSignals(False)
        self._word_the_field()

    @property
    def for_line(self) -> bool:
        """Whether the user gives a next line, and not an answer."""
        return self.subject.count() > 1 and self.subject.currentIndex() == self.subject.count() - 1

    def choose_line(self, line: bool) -> None:
        """Ask for a next line, or for an answer."""
        if line != self.for_line:
            self.subject.setCurrentIndex(self.subject.count() - 1 if line else 0)

    def set_above(self, text: str) -> None:
        """The line below which the user's stands."""
        self._above.setText(self.tr("Below:  {line}").format(line=text) if text else "")
        self._word_the_field()

    def set_practising(self, practising: bool) -> None:
        """In practice the steps are hidden anyway, and the row stays until the practice ends."""
        self._practising = practising
        self.hide_box.setVisible(not practising)
        self._close.setVisible(not practising)

    def next_line(self) -> None:
        """The line was right: there is room for the one after it."""
        verdict = self._shown
        self.field.clear()
        self._show(*verdict)

    def _subject_changed(self, _index: int) -> None:
        self._word_the_field()
        self.forget()
        self.line_chosen.emit(self.for_line)

    def _word_the_field(self) -> None:
        line = self.for_line
        example = (
            self.tr("your next line, for example dx' A x + x' A dx")
            if line
            else self.tr("your answer, for example 2 X'(X w - y)")
        )
        self.field.setPlaceholderText(example)
        self.field.setAccessibleName(self.tr("Your next line") if line else self.tr("Your answer"))
        # In practice nothing is shown below that line anyway.
        self._above.setVisible(line and bool(self._above.text()) and not self._practising)

    def forget(self) -> None:
        """The problem is another one: an earlier verdict no longer holds."""
        self._show("muted", "", "")

    def start(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_verdict(self, reply: dict[str, Any]) -> None:
        """The reply to a check."""
        self.button.setEnabled(bool(self.field.text().strip()))
        if reply["status"] == "done":
            sign = {"ok": "✓ ", "error": "✗ ", "warning": "! "}[reply["tone"]]
            title, sentence, corrected = sign + reply["title"], reply["sentence"], reply["corrected"]
            if self._practising and reply.get("hint"):  # who practises is not told the answer
                sentence, corrected = reply["hint"], ""
            self._show(reply["tone"], title, sentence, reply["numbers"], corrected)
        elif reply["status"] == "input" and reply.get("diagnostics"):
            found = reply["diagnostics"][0]
            hint = str(found.get("suggestion", ""))
            place = self.tr("Column {column}: {message}").format(column=found["column"], message=found["message"])
            self._show("error", place, self.tr("Try: {hint}").format(hint=hint) if hint else "")
            if self._is_own(found):
                self._point(int(found["start"]), int(found["end"]))
        else:
            self._show("error", self.tr("Not checked"), reply.get("message", ""))
        self.verdict = reply.get("verdict", "" if reply["status"] == "done" else reply["status"])

    def text(self) -> str:
        """All that is said."""
        return "\n".join(label.text() for label in (self._title, self._text) if label.text())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        colour, background = {
            "muted": (theme.text, theme.sunken),
            "ok": (theme.ok, theme.ok_soft),
            "warning": (theme.warning, theme.warning_soft),
            "error": (theme.error, theme.error_soft),
        }[self._tone]
        self.setStyleSheet(
            f"#check_bar {{ background: {background}; border: none; border-top: 1px solid {theme.border};"
            f" border-bottom: 1px solid {theme.border}; }}"
            f"#answer_title {{ color: {colour}; font-weight: 600; }}"
            f"#answer_text, #answer_numbers_text {{ color: {theme.text}; font-size: {theme.size_small}px; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _is_own(self, diagnostic: dict[str, Any]) -> bool:
        return 0 <= int(diagnostic["start"]) <= len(self.field.text())

    def _point(self, start: int, end: int) -> None:
        """Show the place: select it, and set carets below a copy of the line."""
        self.field.setSelection(start, max(1, end - start))
        text = self.field.text()
        left = max(0, start - 30) if len(text) > 60 else 0
        carets = " " * (start - left) + "^" * max(1, min(end, left + 60) - start)
        self._place.setText(f"{text[left : left + 60]}\n{carets}")
        self._place.show()

    def _ask(self) -> None:
        if self.field.text().strip():
            self.button.setEnabled(False)
            if self.for_line:
                self.line_asked.emit(self.field.text())
            else:
                self.asked.emit(self.field.text(), max(0, self.subject.currentIndex()))

    def _edited(self) -> None:
        self.button.setEnabled(bool(self.field.text().strip()))
        self._show("muted", "", "")

    def _correct(self) -> None:
        self.field.setText(self._corrected)
        self._ask()

    def _show(
        self, tone: str, title: str, sentence: str, numbers: Sequence[dict[str, str]] = (), corrected: str = ""
    ) -> None:
        self._shown = (tone, title, sentence, numbers, corrected)
        if not title:
            self.verdict = ""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(sentence)
        self._text.setVisible(bool(sentence))
        self._place.hide()
        self._corrected = corrected
        self._take.setVisible(bool(corrected))
        self._fill(numbers)
        self.setAccessibleDescription(f"{title} {sentence}".strip())
        if tone != self._tone:
            self._tone = tone
            self.set_theme(self._theme)

    def _fill(self, rows: Sequence[dict[str, str]]) -> None:
        self._numbers.setText("\n".join(f"{row['name']} = {row['value']}" for row in rows))
        self._more.setVisible(bool(rows))
        self._numbers_area.setVisible(bool(rows) and self._more.isChecked())

    def _label(self, name: str, *, word_wrap: bool = True) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(word_wrap)
        return label
