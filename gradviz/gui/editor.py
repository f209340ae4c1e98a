"""Where the user types, and the message below it: what is wrong and where, or what was understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
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
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.theme import Theme, current_theme

__all__ = ["DEBOUNCE", "EditorPanel", "MessageArea", "SourceEditor", "fixed_font"]

DEBOUNCE = 20
"""Milliseconds: keys that come closer together than this make one request. A key that comes alone does not wait."""
SNIPPET = 60
_BRACKETS = frozenset("()[]{}<>|‖⟨⟩")


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
        self._highlighter: Any = None  # made after the first paint: what it imports would delay it
        self._colours: Any = None
        self._diagnostics: list[dict[str, Any]] = []
        self._setting = False
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._last_key = QElapsedTimer()
        self._timer.timeout.connect(lambda: self.settled.emit(self._text))
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self._mark)
        self.set_theme(current_theme())

    def set_text(self, text: str) -> None:
        """Show this text; the cursor goes to the end of what differs. Emits nothing."""
        before = self.toPlainText()
        if text == before:
            return
        start, end = _difference(before, text)
        self._setting = True
        self._text = text
        cursor = self.textCursor()
        cursor.setPosition(_utf16(before, start))
        cursor.setPosition(_utf16(before, len(before) - end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        self.setTextCursor(cursor)
        self._setting = False
        self._mark()

    def set_diagnostics(self, diagnostics: Sequence[dict[str, Any]]) -> None:
        """Underline what is wrong; offsets count characters of the text."""
        self._diagnostics = list(diagnostics)
        self._mark()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._highlighter is not None:
            self._highlighter.set_theme(theme)
        self._mark()

    def message_at(self, offset: int) -> str:
        """What is wrong with the character at an offset of the text, and what to try; "" when nothing is."""
        text = self._text
        for diagnostic in self._diagnostics:
            start, end = _visible_range(text, int(diagnostic["start"]), int(diagnostic["end"]))
            if start <= offset < end:
                return "\n".join(part for part in (diagnostic["message"], diagnostic.get("suggestion")) if part)
        return ""

    def event(self, event: QEvent) -> bool:
        # Undo and redo are the window's: this widget has none of its own, but would swallow their keys.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            message = self._message_under(self.viewport().mapFrom(self, event.pos()))
            if message:
                QToolTip.showText(event.globalPos(), message, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._colours is None:
            self._colours = False
            QTimer.singleShot(0, self, self._start_colours)

    def _start_colours(self) -> None:
        from gradviz.gui.editing import colours

        self._colours = colours
        self._highlighter = colours.Highlighter(self.document())
        self._highlighter.set_theme(self._theme)
        self._mark()

    def _message_under(self, place: QPoint) -> str:
        """The message for the character that is under the mouse, not merely near it."""
        cursor = self.cursorForPosition(place)
        for position in (cursor.position() - 1, cursor.position()):
            here, after = self.textCursor(), self.textCursor()
            if not 0 <= position < self.document().characterCount() - 1:
                continue
            here.setPosition(position)
            after.setPosition(position + 1)
            left, right = self.cursorRect(here), self.cursorRect(after)
            if left.left() <= place.x() < right.left() and left.top() <= place.y() <= left.bottom():
                return self.message_at(_characters(self._text, position))
        return ""

    def _mark(self) -> None:
        text = self.toPlainText()  # the cursor moves before the text is known to have changed
        self.setExtraSelections([*self._underlines(text), *self._brackets(text)])

    def _brackets(self, text: str) -> list[QTextEdit.ExtraSelection]:
        """The bracket at the cursor and its mate."""
        if not self._colours or not text or len(text) > self._colours.TEXT_LIMIT:
            return []
        at = _characters(text, self.textCursor().position())
        if not any(c in _BRACKETS for c in text[max(0, at - 2) : at + 2]):
            return []
        pairs = self._colours.bracket_pairs(text)
        ends = {closing[1]: (opening, closing) for opening, closing in pairs.values()}
        ends |= {opening[1]: (opening, closing) for opening, closing in pairs.values()}
        found = pairs.get(at) or ends.get(at)
        form = QTextCharFormat()
        form.setBackground(QColor(self._theme.selection))
        return [self._selection(text, start, end, form) for start, end in found or ()]

    def _selection(self, text: str, start: int, end: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.format = form
        selection.cursor = self.textCursor()
        selection.cursor.setPosition(_utf16(text, start))
        selection.cursor.setPosition(_utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
        return selection

    def _underlines(self, text: str) -> list[QTextEdit.ExtraSelection]:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(self._theme.error))
        form.setBackground(QColor(self._theme.error_soft))
        selections = []
        for diagnostic in self._diagnostics[:20]:
            start, end = _visible_range(text, int(diagnostic["start"]), int(diagnostic["end"]))
            if start == end:
                continue
            selections.append(self._selection(text, start, end, form))
        return selections

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


def _characters(text: str, position: int) -> int:
    """The reverse of `_utf16`."""
    return (
        len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore")) if not text.isascii() else position
    )


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
