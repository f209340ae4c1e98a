"""Between the document and the worker: what to ask when, and what an answer means for the views."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from gradviz.gui.commands import DocumentModel
from gradviz.gui.document import Document
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.worker_client import WorkerClient

__all__ = ["Session", "request_for"]

_DERIVED_FROM = frozenset({"text", "wrt", "order", "method", "layout", "structure", "level", "shapes"})
"""The attributes of the document on which the derivation depends."""


def request_for(document: Document, theme: Theme) -> dict[str, Any]:
    """What the worker needs to know of a document."""
    return {
        "text": document.text,
        "wrt": list(document.wrt),
        "declare": [],
        "order": document.order,
        "method": document.method,
        "layout": document.layout,
        "structure": document.structure,
        "level": document.level,
        "shapes": document.shapes,
        "colours": {
            "text": theme.text,
            "muted": theme.muted,
            "accent": theme.accent,
            "changed": theme.accent,
            "error": theme.error,
        },
    }


class Session(QObject):
    """Keeps the derivation up to date with the document.

    Attributes
    ----------
    reply : the last answer that holds a derivation ("done" or "cannot"), or None.
    current : whether `reply` belongs to the text as it is now.

    Signals
    -------
    derived : a reply with a derivation.
    refused : a reply that says what is wrong with the text.
    empty : there is no text.
    broke : a reply without a derivation, for a reason that is not the text.
    exported : an export's or a copy's reply.
    """

    derived = Signal(dict)
    refused = Signal(dict)
    empty = Signal()
    broke = Signal(dict)
    exported = Signal(dict)

    def __init__(self, model: DocumentModel, client: WorkerClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model, self.client = model, client
        self.reply: dict[str, Any] | None = None
        self.current = False
        self._wanted = 0
        client.answered.connect(self._answered)
        model.changed.connect(self._document_changed)

    def depends_on(self, changed: frozenset[str]) -> bool:
        """Whether the derivation depends on one of these attributes."""
        return bool(changed & _DERIVED_FROM)

    def derive(self) -> None:
        """Ask for the derivation of the document as it is now."""
        self.current = False
        if not self.model.document.text.strip():
            self._wanted = 0
            self.client.cancel()
            self.reply = None
            self.empty.emit()
            return
        self._wanted = self.client.request({"kind": "derive", **request_for(self.model.document, current_theme())})

    def export(self, path: Path, form: str) -> None:
        """Have the derivation written to a file; `form` is "tex" or "pdf"."""
        request = request_for(self.model.document, current_theme())
        self.client.request({**request, "kind": "export", "path": str(path), "form": form})

    def copy(self, form: str) -> None:
        """Ask for the answer as source; `form` is "latex" or "python"."""
        request = request_for(self.model.document, current_theme())
        self.client.request({**request, "kind": "copy", "form": form})

    def _document_changed(self, changed: frozenset[str]) -> None:
        if self.depends_on(changed):
            self.current = False

    def _answered(self, reply: dict[str, Any]) -> None:
        if reply["kind"] in ("export", "copy"):
            self.exported.emit(reply)
            return
        if reply["kind"] != "derive" or reply["id"] != self._wanted:
            return
        if reply["status"] in ("done", "cannot"):
            self.reply, self.current = reply, True
            self.derived.emit(reply)
        elif reply["status"] == "input":
            self.refused.emit(reply)
        else:
            self.broke.emit(reply)
