"""The places of an inserted template: Tab walks them, typing fills them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from gradviz.language.templates import PLACEHOLDER

__all__ = ["Places"]


@dataclass(slots=True)
class _Range:
    """Characters that move and grow with the text."""

    start: QTextCursor
    end: QTextCursor

    @classmethod
    def at(cls, editor: QPlainTextEdit, start: int, end: int) -> _Range:
        first, last = QTextCursor(editor.document()), QTextCursor(editor.document())
        first.setPosition(start)
        first.setKeepPositionOnInsert(True)
        last.setPosition(end)
        return cls(first, last)

    def positions(self) -> tuple[int, int]:
        return self.start.position(), self.end.position()

    def text(self) -> str:
        whole = QTextCursor(self.start)
        whole.setPosition(self.end.position(), QTextCursor.MoveMode.KeepAnchor)
        return whole.selectedText()

    def holds(self, position: int) -> bool:
        return self.start.position() <= position <= self.end.position()


class Places:
    """Where the text waits to be filled. Positions are Qt's.

    Attributes
    ----------
    active : whether Tab walks.
    """

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self._places: list[_Range] = []
        self._spans: list[_Range] = []
        self._leaving = False

    @property
    def active(self) -> bool:
        return bool(self._spans)

    def begin(self, span: tuple[int, int], places: Sequence[tuple[int, int]]) -> None:
        """Walk these places of what was just inserted; inside another template its places come first, then the
        others'."""
        position = span[0]
        if not any(outer.holds(position) for outer in self._spans):
            self.end()
        # The place in which this was inserted is filled now.
        self._places = [p for p in self._places if not (p.holds(span[0]) and p.holds(span[1]))]
        self._places += [_Range.at(self._editor, *place) for place in places]
        self._places.sort(key=lambda p: p.positions())
        self._spans.append(_Range.at(self._editor, *span))
        self._select(next(p for p in self._places if p.positions() == tuple(places[0])))

    def end(self) -> None:
        """Walk no more; what is empty stays as it is."""
        self._places, self._spans = [], []

    def next(self) -> None:
        """Go to the next place; behind the last one, to the end of the template."""
        here = self._editor.textCursor()
        at = here.selectionEnd()
        after = [p for p in self._places if p.start.position() >= at and not p.holds(here.position())]
        if after:
            self._select(after[0])
            return
        end = max(span.end.position() for span in self._spans)
        self.end()
        here.setPosition(end)
        self._editor.setTextCursor(here)

    def previous(self) -> None:
        """Go to the place before; the first one stays."""
        at = self._editor.textCursor().selectionStart()
        before = [p for p in self._places if p.end.position() <= at and not p.holds(at)]
        before = before or [p for p in self._places if p.holds(at)] or self._places
        if before:
            self._select(before[-1])

    def follow(self) -> None:
        """The cursor moved: outside the template there is nothing to walk."""
        position = self._editor.textCursor().position()
        if not self._spans or self._leaving or any(place.holds(position) for place in self._places):
            return
        if not any(span.start.position() <= position < span.end.position() for span in self._spans):
            self.end()

    def ranges(self) -> list[tuple[int, int]]:
        """The places that are still empty, to be marked."""
        return [p.positions() for p in self._places if p.text() == PLACEHOLDER]

    def closes_with(self, bracket: str) -> bool:
        """Whether the cursor is at the end of a place that this bracket would close, and the bracket is there."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return False
        here = next((p for p in self._places if p.end.position() == cursor.position()), None)
        if here is None or self._editor.document().characterAt(cursor.position()) != bracket:
            return False
        inside = here.text()
        return inside.count("(") <= inside.count(")")

    def _select(self, place: _Range) -> None:
        start, end = place.positions()
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._leaving = True
        self._editor.setTextCursor(cursor)
        self._leaving = False
