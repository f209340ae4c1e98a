"""Where the user types, and the message below it: what is wrong and where, or what was understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.theme import Theme, current_theme

__all__ = ["DEBOUNCE", "EditorPanel", "MessageArea", "SourceEditor", "fixed_font"]

DEBOUNCE = 20
"""Milliseconds: keys that come closer together than this make one request. A key that comes alone does not wait."""
HIGHLIGHT_LIMIT = 2_000
"""Characters in a line beyond which it is not coloured."""
SNIPPET = 60


def fixed_font(size: int) -> QFont:
    """The desktop's fixed-pitch font."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(size)
    return font


class SourceEditor(QPlainTextEdit):
    """The text. It has no undo of its own: the document's undo stack covers it.

    Signals
    -------
    edited : the text, at once, after the user changed it.
    settled : the text, after a key, or after the last one of a burst (see `DEBOUNCE`).
    """

    edited = Signal(str)
    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_editor")
        self.setAccessibleName("Function")
        self.setAccessibleDescription("Declarations, definitions and one function to differentiate")
        self.setPlaceholderText("A function, such as  x' A x  or  ||y - X w||^2")
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(fixed_font(15))
        self.document().setDocumentMargin(8)
        self._highlighter = _Highlighter(self.document())
        self._diagnostics: list[dict[str, Any]] = []
        self._setting = False
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._last_key = QElapsedTimer()
        self._timer.timeout.connect(lambda: self.settled.emit(self._text))
        self.textChanged.connect(self._text_changed)
        self.set_theme(current_theme())

    def set_text(self, text: str) -> None:
        """Show this text; the cursor goes to the end of what differs. Emits nothing."""
        before = self.toPlainText()
        if text == before:
            return
        start, end = _difference(before, text)
        self._setting = True
        cursor = self.textCursor()
        cursor.setPosition(_utf16(before, start))
        cursor.setPosition(_utf16(before, len(before) - end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        self.setTextCursor(cursor)
        self._setting = False
        self._text = text

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: this widget has none of its own, but would swallow their keys."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        return super().event(event)

    def set_diagnostics(self, diagnostics: Sequence[dict[str, Any]]) -> None:
        """Underline what is wrong; offsets count characters of the text."""
        self._diagnostics = list(diagnostics)
        self._underline()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._highlighter.set_theme(theme)
        self._underline()

    def _underline(self) -> None:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(self._theme.error))
        form.setBackground(QColor(self._theme.error_soft))
        selections = []
        text = self.toPlainText() if self._diagnostics else ""
        for diagnostic in self._diagnostics[:20]:
            start, end = _visible_range(text, int(diagnostic["start"]), int(diagnostic["end"]))
            if start == end:
                continue
            selection = QTextEdit.ExtraSelection()
            selection.format = form
            selection.cursor = self.textCursor()
            selection.cursor.setPosition(_utf16(text, start))
            selection.cursor.setPosition(_utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _text_changed(self) -> None:
        text = self.toPlainText()
        if self._setting or text == self._text:  # a change of colours also says "text changed"
            return
        self._text = text
        if self._diagnostics:
            self.set_diagnostics(())
        self.edited.emit(text)
        alone = not self._last_key.isValid() or self._last_key.hasExpired(DEBOUNCE)
        self._last_key.start()
        self._timer.start(0 if alone else DEBOUNCE)


class _Highlighter(QSyntaxHighlighter):
    """Comments step back, declarations stand out a little."""

    _COMMENT = re.compile(r"#.*")
    _DECLARED = re.compile(
        r"\b(?:in|symmetric|diagonal|orthogonal|invertible|positive|definite|semidefinite|full rank)\b|∈"
    )

    def set_theme(self, theme: Theme) -> None:
        self._comment, self._declared = QTextCharFormat(), QTextCharFormat()
        self._comment.setForeground(QColor(theme.faint))
        self._declared.setForeground(QColor(theme.accent))
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if len(text) > HIGHLIGHT_LIMIT:
            return
        body = text.partition("#")[0]
        if re.search(r"\bin\b|∈", body):
            for match in self._DECLARED.finditer(body):
                self.setFormat(match.start(), match.end() - match.start(), self._declared)
        if match := self._COMMENT.search(text):
            self.setFormat(match.start(), match.end() - match.start(), self._comment)


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
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        for label in (self._title, self._place, self._hint):
            layout.addWidget(label)
        self._tone = "muted"
        self.set_theme(current_theme())
        self.show_note("")

    def show_error(self, text: str, diagnostics: Sequence[dict[str, Any]]) -> None:
        """The first error: where, what, and what to try. More of them are counted."""
        first = diagnostics[0]
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
            label.setVisible(bool(content))
        self._title.setToolTip("")
        self.setAccessibleDescription(". ".join(part for part in (title, hint) if part))
        self.setVisible(bool(title))
        if tone != self._tone:
            self._tone = tone
            self.set_theme(self._theme)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(name != "message_place")
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label


class EditorPanel(QFrame):
    """The editor, what stands above it, and the message below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor_panel")
        self.setProperty("class", "card")
        self.editor = SourceEditor(self)
        self.message = MessageArea(self)
        self.header = QHBoxLayout()
        self.header.setContentsMargins(12, 8, 8, 4)
        self.header.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(self.header)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.message)
        self.set_theme(current_theme())

    def set_theme(self, theme: Theme) -> None:
        self.editor.set_theme(theme)
        self.message.set_theme(theme)
        self.editor.setStyleSheet(
            f"#source_editor {{ background: {theme.surface}; color: {theme.text}; border: none;"
            f" font-size: 15px; selection-background-color: {theme.selection}; selection-color: {theme.text}; }}"
        )

    def sizeHint(self) -> QSize:
        lines = QFontMetricsF(self.editor.font()).lineSpacing() * 5
        return QSize(440, int(lines) + 128)


def _difference(before: str, after: str) -> tuple[int, int]:
    """How many characters two texts share at the start and, beyond those, at the end."""
    limit = min(len(before), len(after))
    start = 0
    while start < limit and before[start] == after[start]:
        start += 1
    end = 0
    while end < limit - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, end


def _utf16(text: str, offset: int) -> int:
    """A count of characters as Qt counts them: those beyond U+FFFF are two."""
    return offset + sum(1 for c in text[:offset] if ord(c) > 0xFFFF)


def _visible_range(text: str, start: int, end: int) -> tuple[int, int]:
    """At least one character that can be underlined, and no line break on its own."""
    start, end = max(0, min(start, len(text))), max(0, min(end, len(text)))
    if end > start:
        return start, end
    if start < len(text) and text[start] != "\n":
        return start, start + 1
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return max(0, start - 1), start


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
