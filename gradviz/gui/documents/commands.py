"""Edits as commands on an undo stack, and the model that they change.

Typing, dragging the point and dragging a value each become one undo step: commands of one kind that follow each
other closely
merge (`QUndoCommand.id` and `mergeWith`).
"""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from gradviz.gui.documents.document import Document
from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["ChangeDocument", "DocumentModel", "EditText"]

MERGE_WITHIN = 1.2
"""Seconds between two edits that still are one."""

_TYPING = 1
_IDS = {"point": 2, "values": 3, "descent": 4}
"""The attributes whose changes come as a stream; the others each are a step of their own."""


class DocumentModel(QObject):
    """The one place where the document's state lives.

    Attributes
    ----------
    document : the present state; replaced, never changed in place.
    undo_stack : the edits so far.

    Signals
    -------
    changed : the names of the attributes that changed (a frozenset), after an edit, undo, redo or load.
    """

    changed = Signal(object)

    def __init__(self, document: Document | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document or Document()
        self.undo_stack = QUndoStack(self)

    def edit_text(self, text: str) -> None:
        """The text changed by typing."""
        if text != self.document.text:
            self.undo_stack.push(EditText(self, text))

    def change(self, label: str, **changes: Any) -> None:
        """Change attributes as one undo step; nothing happens where nothing differs.

        Parameters
        ----------
        label : what the undo menu says of it, as a sentence (`say`): it follows the language of the window.
        """
        after = self.document.with_(**changes)
        if after != self.document:
            self.undo_stack.push(ChangeDocument(self, label, after))

    def amend(self, **changes: Any) -> None:
        """A consequence of the last edit: no step of its own, and undoing that edit takes it back."""
        self._apply(self.document.with_(**changes))

    def retell(self) -> None:
        """Name the steps in the language that is spoken now."""
        for index in range(self.undo_stack.count()):
            command = self.undo_stack.command(index)
            if isinstance(command, ChangeDocument):
                command.retell()

    def load(self, document: Document) -> None:
        """Take another document, with nothing to undo."""
        self.undo_stack.clear()
        self._apply(document)

    def _apply(self, document: Document) -> None:
        changed = self.document.changed(document)
        self.document = document
        if changed:
            self.changed.emit(changed)


class ChangeDocument(QUndoCommand):
    """From one document to another; merges with its follower when both change the same streaming attribute."""

    def __init__(self, model: DocumentModel, label: str, after: Document) -> None:
        super().__init__(told(label))
        self._label = label
        self._model = model
        self._before = model.document
        self._after = after
        self._when = time.monotonic()
        self._changed = frozenset(self._before.changed(after))

    def retell(self) -> None:
        """Be named in the language that is spoken now."""
        self.setText(told(self._label))

    def id(self) -> int:
        return _IDS.get(next(iter(self._changed)), -1) if len(self._changed) == 1 else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeDocument) or not self._continues(other):
            return False
        self._after, self._when = other._after, other._when
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        self._model._apply(self._after)

    def undo(self) -> None:
        self._model._apply(self._before)

    def _continues(self, other: ChangeDocument) -> bool:
        return other._changed == self._changed and other._when - self._when <= MERGE_WITHIN


class EditText(ChangeDocument):
    """Typing. A run of single characters typed or deleted is one step; a paste, or a pause, begins another."""

    def __init__(self, model: DocumentModel, text: str) -> None:
        super().__init__(model, say("Typing"), model.document.with_(text=text))
        self._growth = len(text) - len(self._before.text)
        self._replaces = self._growth <= 0 and _inserted(self._before.text, text) == 1

    def id(self) -> int:
        return _TYPING

    def _continues(self, other: ChangeDocument) -> bool:
        """A letter typed over a selection and the letters after it are one step."""
        if not isinstance(other, EditText) or abs(other._growth) != 1:
            return False
        typed_on = self._replaces and other._growth > 0
        alike = abs(self._growth) == 1 and (other._growth > 0) == (self._growth > 0)
        return (typed_on or alike) and super()._continues(other)


def _inserted(before: str, after: str) -> int:
    """How many characters of `after` are new, between the common beginning and the common end."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return len(after) - start - end
