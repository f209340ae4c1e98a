"""Where the user types: the text, with what is wrong underlined and what helps while typing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from gradviz.gui.editing.positions import characters, difference, utf16
from gradviz.gui.pacing import worked
from gradviz.gui.resources import fixed_font
from gradviz.gui.theme import Theme, current_theme
from gradviz.language.templates import PLACEHOLDER

__all__ = ["DEBOUNCE", "SourceEditor"]

DEBOUNCE = 20
"""Milliseconds: keys that come closer together than this make one request. A key that comes alone does not wait."""
_BRACKETS = frozenset("()[]{}<>|‖⟨⟩")


class SourceEditor(QPlainTextEdit):
    """The text. It has no undo of its own: the document's undo stack covers it.

    Signals
    -------
    edited : the text, at once, after the user changed it.
    settled : the text, after a key, or after the last one of a burst (see `DEBOUNCE`).
    replaced : what was done (for the undo menu) and the text, after a completion, a template or a shortcut: one step.
    """

    edited = Signal(str)
    settled = Signal(str)
    replaced = Signal(object, str)  # a `Sentence` would lose what it is made of

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_editor")
        self.setAccessibleName(self.tr("Function"))
        self.setAccessibleDescription(self.tr("Declarations, definitions and one function to differentiate"))
        self.setPlaceholderText(self.tr("A function, such as  x' A x  or  ||y - X w||^2"))
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # LaTeX may have no blank for long
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(fixed_font(15))
        self.document().setDocumentMargin(8)
        self._highlighter: Any = None  # made after the first paint: what it imports would delay it
        self._colours: Any = None
        self._aids: Any = None  # so are these
        self._diagnostics: list[dict[str, Any]] = []
        self._setting = False
        self._replaced = ("", 0)
        """The text and the cursor before the last completion, template or shortcut."""
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._last_key = QElapsedTimer()
        self._timer.timeout.connect(lambda: self.settled.emit(self._text))
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.set_theme(current_theme())

    def set_text(self, text: str) -> None:
        """Show this text; the cursor goes to the end of what differs. Emits nothing."""
        before = self.toPlainText()
        if text == before:
            return
        start, end = difference(before, text)
        self._setting = True
        self._text = text
        cursor = self.textCursor()
        cursor.setPosition(utf16(before, start))
        cursor.setPosition(utf16(before, len(before) - end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[start : len(text) - end])
        if text == self._replaced[0]:  # undone: typing goes on where it was
            cursor.setPosition(self._replaced[1])
        self.setTextCursor(cursor)
        self._setting = False
        if self._aids is not None:
            self._aids.reset()
        self.mark()

    def replace(self, start: int, end: int, content: str, label: str) -> None:
        """Put other characters in the place of some, as one step to undo; the cursor goes behind them.

        Parameters
        ----------
        start, end : offsets into the text; `end` is exclusive.
        label : what the undo menu says, a sentence.
        """
        before = self.toPlainText()
        cursor = self.textCursor()
        self._replaced = (before, cursor.position())
        self._setting = True
        cursor.setPosition(utf16(before, start))
        cursor.setPosition(utf16(before, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(content)
        self.setTextCursor(cursor)
        self._setting = False
        text = self.toPlainText()
        if text != before:
            self._text = text
            self._diagnostics = []
            self.replaced.emit(label, text)
            self._settle()
        self.mark()

    def insert(self, template: Any) -> None:
        """Put a template of `gradviz.language.templates` at the cursor, the selection in its first place."""
        self._start_aids()
        self._aids.insert(template)

    def complete(self) -> None:
        """Show what can be typed at the cursor."""
        self._start_aids()
        self._aids.offer(asked=True)

    def select(self, start: int, end: int) -> None:
        """Select characters of the text and show them."""
        cursor = self.textCursor()
        cursor.setPosition(utf16(self._text, start))
        cursor.setPosition(utf16(self._text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def wanted_height(self) -> int:
        """The height in which the whole text is seen, its long lines wrapped at the present width."""
        rows = self.document().documentLayout().documentSize().height()  # which counts rows here, not pixels
        return int(rows * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()) + 4

    def set_diagnostics(self, diagnostics: Sequence[dict[str, Any]]) -> None:
        """Underline what is wrong; offsets count characters of the text."""
        self._diagnostics = list(diagnostics)
        self.mark()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self._highlighter, self._aids):
            if part is not None:
                part.set_theme(theme)
        self.mark()

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
            if event.matches(keys.Undo) or event.matches(keys.Redo) or _is_ctrl_y(event):
                event.ignore()
                return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_alt_letter(event):
            event.ignore()  # meant for a menu whose key is another one
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._aids is not None:
            # Here, and not in keyPressEvent: Tab would have moved the focus before.
            self._aids.before(event) or self._take_key(event)
            self._aids.done()
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
        self._mark_wrapped()
        if self._colours is None:
            self._colours = False
            QTimer.singleShot(0, self, self._start_colours)

    def _mark_wrapped(self) -> None:
        """A small hook before each row that goes on with the line above: lines mean something here."""
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(self._theme.border_strong), 1.2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(offset)
            if box.top() > self.viewport().height():
                break
            for number in range(1, block.layout().lineCount()):
                row = block.layout().lineAt(number)
                middle = box.top() + row.y() + row.height() / 2
                painter.drawPolyline([QPointF(1.5, middle - 4), QPointF(1.5, middle + 1), QPointF(5.5, middle + 1)])
            block = block.next()
        painter.end()

    def insertFromMimeData(self, source: QMimeData) -> None:
        super().insertFromMimeData(source)
        if self._aids is not None:
            self._aids.reset()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._aids is not None:
            self._aids.hide()
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._aids is not None:
            self._aids.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._aids is not None:
            self._aids.list.place()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self._aids is not None:
            self._aids.list.place()

    def _take_key(self, event: QKeyEvent) -> None:
        super().event(event)
        self._aids.after(event)

    def _cursor_moved(self) -> None:
        if self._aids is not None and not self._setting:
            self._aids.cursor_moved()
        self.mark()

    def _start_aids(self) -> None:
        if self._aids is None:
            from gradviz.gui.editing.typing_aids import TypingAids

            self._aids = TypingAids(self)
            self._aids.set_theme(self._theme)

    def _start_colours(self) -> None:
        from gradviz.gui.editing import colours

        self._colours = colours
        self._highlighter = colours.Highlighter(self.document())
        self._highlighter.set_theme(self._theme)
        self._start_aids()
        self.mark()

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
            end = right.left() if right.top() == left.top() else self.viewport().width()  # the last one of its row
            if left.left() <= place.x() < end and left.top() <= place.y() <= left.bottom():
                return self.message_at(characters(self._text, position))
        return ""

    def mark(self) -> None:
        """Underline, show the brackets that belong together, and the places to fill."""
        text = self.toPlainText()  # the cursor moves before the text is known to have changed
        self.setExtraSelections([*self._underlines(text), *self._brackets(text), *self._places(text)])

    def _places(self, text: str) -> list[QTextEdit.ExtraSelection]:
        """The places of a template that wait to be filled."""
        ranges = self._aids.places.ranges() if self._aids is not None else ()
        form = QTextCharFormat()
        form.setBackground(QColor(self._theme.accent_soft))
        form.setForeground(QColor(self._theme.accent))
        return [self._selection(text, characters(text, a), characters(text, b), form) for a, b in ranges if a < b]

    def _brackets(self, text: str) -> list[QTextEdit.ExtraSelection]:
        """The bracket at the cursor and its mate."""
        if not self._colours or not text or len(text) > self._colours.TEXT_LIMIT:
            return []
        at = characters(text, self.textCursor().position())
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
        selection.cursor.setPosition(utf16(text, start))
        selection.cursor.setPosition(utf16(text, end), QTextCursor.MoveMode.KeepAnchor)
        return selection

    def _underlines(self, text: str) -> list[QTextEdit.ExtraSelection]:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(self._theme.error))
        form.setBackground(QColor(self._theme.error_soft))
        selections = []
        for diagnostic in self._diagnostics[:20]:
            start, end = _visible_range(text, int(diagnostic["start"]), int(diagnostic["end"]))
            if start == end or text[start:end] == PLACEHOLDER:  # an empty place is marked otherwise
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
        self._settle()
        worked()

    def _settle(self) -> None:
        alone = not self._last_key.isValid() or self._last_key.hasExpired(DEBOUNCE)
        self._last_key.start()
        self._timer.start(0 if alone else DEBOUNCE)


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


def _is_alt_letter(event: QKeyEvent) -> bool:
    """A letter with Alt alone; on a Mac it types signs."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return (
        sys.platform != "darwin"
        and modifiers == Qt.KeyboardModifier.AltModifier
        and event.text().isprintable()
        and (event.text() != "")
    )


def _is_ctrl_y(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
