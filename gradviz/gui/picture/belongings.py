"""What of the document belongs to the function that is drawn: its descent and its point."""

from __future__ import annotations

import dataclasses
from typing import Any

from gradviz.gui.documents.commands import DocumentModel

__all__ = ["Belongings"]


class Belongings:
    """A text is derived and then drawn, and the document may have gone on to another one meanwhile: then its descent
    and its point are that text's. Those of a document that was loaded, or that came back by undo, are other objects
    than the ones that were drawn, and stay.
    """

    def __init__(self, model: DocumentModel) -> None:
        self._model = model
        self._texts = self._derived = self._drawn = 0  # how many there were, and of which of them these are
        self._descent: Any = None
        self._point: Any = None
        self._over: Any = None

    def text_changed(self) -> None:
        self._texts += 1

    def derived(self) -> None:
        """The last text is derived."""
        self._derived = self._texts

    def drawn(self) -> None:
        """What was derived last is drawn."""
        self._drawn = self._derived

    def note(self) -> None:
        """The document's descent and point are those of what is drawn, unless the document has gone on."""
        if self._drawn == self._texts:
            self.take()

    def take(self) -> None:
        """The document's descent and point are those of what is drawn."""
        self._descent, self._point = self._model.document.descent, self._model.document.point

    def outlived(self, over: Any, *, other_function: bool) -> dict[str, Any]:
        """What is to change in the document, now that something else is drawn.

        A run and its step size belong to their function. A point belongs to its variables: of others it would be any
        place, and on a curve its second number a step.

        Parameters
        ----------
        over : the kind of picture and the variables.
        other_function : whether another function was drawn before.
        """
        document, changes = self._model.document, dict[str, Any]()
        descent = document.descent
        if other_function and descent is self._descent and (descent.start or descent.step_size or descent.state):
            changes["descent"] = dataclasses.replace(descent, start=None, step_size=None, state=None)
        if self._over not in (None, over) and document.point is not None and document.point is self._point:
            changes["point"] = None
        self._over = over
        return changes
