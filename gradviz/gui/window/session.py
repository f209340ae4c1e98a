"""Between the document and the worker: what to ask when, and what an answer means for the views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from gradviz.gui.derivation.line import INDENT, MATH_SCALE
from gradviz.gui.documents.commands import DocumentModel
from gradviz.gui.documents.document import Document
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import spoken_language
from gradviz.gui.turns import Turns
from gradviz.gui.worker.client import WorkerClient

__all__ = ["PREVIEW_AT_LATEST", "TEXT_SIZE", "Session", "request_for"]

PREVIEW_AT_LATEST = 40
"""Milliseconds that a preview leaves to the derivation, so that both do not compete for the same processors; a
derivation that takes longer is overtaken."""

_DERIVED_FROM = frozenset({"text", "wrt", "order", "method", "layout", "structure", "level", "shapes"})
"""The attributes of the document on which the derivation depends."""

_STEPS_FROM = _DERIVED_FROM - {"shapes"}

TEXT_SIZE = 13.0
"""Points of a formula's letters."""


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
        "colours": _colours(theme),
    }


def _colours(theme: Theme) -> dict[str, str]:
    return {
        "text": theme.text,
        "muted": theme.muted,
        "accent": theme.accent,
        "changed": theme.accent,
        "changed too": theme.syntax_number,
        "error": theme.error,
    }


class Session(QObject):
    """Keeps the derivation up to date with the document.

    Attributes
    ----------
    reply : the last answer that holds a derivation ("done" or "cannot"), or None.
    current : whether `reply` belongs to the text as it is now.
    place : asks how wide a line may be, in points; None for no limit.
    preparing : gives what is to be done, in parts, before a reply with a derivation is told.
    size : of the letters, in points.
    opened : paths of the steps whose substeps stand in their place.

    Signals
    -------
    derived : a reply with a derivation.
    refused : a reply that says what is wrong with the text.
    empty : there is no text.
    broke : a reply without a derivation, for a reason that is not the text.
    exported : an export's or a copy's reply.
    understood : the reply to a preview of the text as it is now: "done", or what is wrong.
    faced : the pictures of the palette's templates.
    pictured : the pictures of the gallery's functions.
    ruled : the rules.
    explained : the page on the engine.
    valued : the reply with the numbers of lines and of their parts, by the lines' numbers.
    parted : the reply that tells where the parts of a line stand.
    renamed : the reply to a request to rename.
    judged : the verdict on the answer that was given last, for the text as it is now.
    """

    derived = Signal(dict)
    refused = Signal(dict)
    empty = Signal()
    broke = Signal(dict)
    exported = Signal(dict)
    understood = Signal(dict)
    faced = Signal(dict)
    pictured = Signal(dict)
    ruled = Signal(dict)
    explained = Signal(dict)
    valued = Signal(dict)
    parted = Signal(dict)
    renamed = Signal(dict)
    judged = Signal(dict)

    def __init__(self, model: DocumentModel, client: WorkerClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model, self.client = model, client
        self.reply: dict[str, Any] | None = None
        self.current = False
        self.place: Callable[[], float] | None = None
        self.size = TEXT_SIZE
        self.opened: frozenset[tuple[int, ...]] = frozenset()
        self.preparing: Callable[[dict[str, Any]], Sequence[Callable[[], object]]] = lambda _reply: ()
        self._told = Turns(self, urgent=True)
        self._wanted = 0
        self._previewed = 0
        self._previewed_text: str | None = None
        self._renaming: tuple[int, str] = (0, "")
        self._judging = self._valuing = self._parting = 0
        self._preview_timer = QTimer(self)
        self._preview_timer.setSingleShot(True)
        self._preview_timer.setInterval(PREVIEW_AT_LATEST)
        self._preview_timer.timeout.connect(self._preview)
        client.answered.connect(self._answered)
        model.changed.connect(self._document_changed)

    def depends_on(self, changed: frozenset[str]) -> bool:
        """Whether the derivation depends on one of these attributes."""
        return bool(changed & _DERIVED_FROM)

    def derive(self) -> None:
        """Ask for the derivation of the document as it is now."""
        self.current = False
        if not self.model.document.text.strip():
            self._wanted = self._previewed = 0
            self._previewed_text = None
            self._preview_timer.stop()
            self.client.cancel()
            self.reply = None
            self.empty.emit()
            return
        if self.model.document.text != self._previewed_text:
            self._previewed = 0  # an older one is stale
            self._preview_timer.start()
        self._wanted = self.client.request({"kind": "derive", **self._request(), **self._typeset()})

    def open_steps(self, path: tuple[int, ...], opened: bool) -> None:
        """Have a step's substeps shown in its place, or the step in theirs."""
        self.opened = self.opened | {path} if opened else frozenset(p for p in self.opened if p[: len(path)] != path)
        self.derive()

    def _request(self) -> dict[str, Any]:
        return request_for(self.model.document, current_theme())

    def _typeset(self) -> dict[str, Any]:
        """How the lines are to be typeset."""
        place = self.place() if self.place is not None else None
        opened, language = sorted(self.opened), self._language()
        return {
            "width": place, "size": self.size, "indent": INDENT / MATH_SCALE, "opened": opened, "language": language
        }  # fmt: skip

    def ask_for_faces(self) -> None:
        """Ask how the palette's templates look."""
        self.client.request({"kind": "faces", "colours": _colours(current_theme())})

    def ask_for_pictures(self, texts: dict[str, str]) -> None:
        """Ask how the functions of these texts look."""
        self.client.request({"kind": "gallery", "texts": texts, "colours": _colours(current_theme())})

    def ask_for_rules(self) -> None:
        """Ask for every rule and its example."""
        self.client.request({"kind": "rules"})

    def ask_for_engine_page(self) -> None:
        """Ask what the code says of itself."""
        self.client.request({"kind": "engine page"})

    def forget_preview(self) -> None:
        """The pictures are of no use any more: the colours have changed."""
        self._previewed_text = None

    def rename(self, old: str, new: str) -> None:
        """Ask for the text with another name for a symbol."""
        text = self.model.document.text
        self._renaming = (self.client.request({"kind": "rename", "text": text, "old": old, "new": new}), text)

    def check_answer(self, answer: str, which: int = 0) -> None:
        """Have an answer judged; `which` of several, where there is one for each variable."""
        self._judging = self.client.request({**self._request(), "kind": "check", "answer": answer, "which": which})

    def check_line(self, line: str, above: int) -> None:
        """Have a line judged that stands below that of the step `above`; -1 for the function."""
        asked = {"kind": "check", "what": "line", "answer": line, "above": above}
        self._judging = self.client.request({**self._request(), **asked})

    def ask_for_values(self, lines: list[int], numbers: dict[str, Any], picked: dict[str, list[int]]) -> None:
        """Ask which numbers lines, and the parts that are picked in them, stand for, with these for the symbols."""
        asked = {"kind": "values", "lines": lines, "numbers": numbers, "opened": sorted(self.opened), "picked": picked}
        self._valuing = self.client.request({**self._request(), **asked})

    def ask_for_parts(self, line: int) -> None:
        """Ask where the parts of a line stand in its picture."""
        self._parting = self.client.request({**self._request(), **self._typeset(), "kind": "parts", "line": line})

    def _preview(self) -> None:
        """Ask for the text as mathematics; for each text once."""
        text = self.model.document.text
        if text.strip() and text != self._previewed_text:
            self._previewed_text = text
            request = {"kind": "preview", "text": text, "colours": _colours(current_theme())}
            self._previewed = self.client.request(request)

    def export(self, path: Path, form: str) -> None:
        """Have the derivation written to a file; `form` is "tex" or "pdf"."""
        asked = {"kind": "export", "path": str(path), "form": form, "language": self._language()}
        self.client.request({**self._request(), **asked})

    def copy(self, form: str, what: object = "answer") -> None:
        """Ask for source: `form` is one of `derivation_copy.FORMS`; `what` is "answer", "all" or the numbers of
        lines.
        """
        opened = sorted(self.opened)
        asked = {"kind": "copy", "form": form, "what": what, "opened": opened, "language": self._language()}
        self.client.request({**self._request(), **asked})

    def _language(self) -> str:
        return spoken_language(QCoreApplication.instance())

    def _document_changed(self, changed: frozenset[str]) -> None:
        if self.depends_on(changed):
            self.current = False
        if changed & _STEPS_FROM:
            self.opened = frozenset()  # other steps have those places now

    def _answered(self, reply: dict[str, Any]) -> None:
        if reply["kind"] in ("export", "copy"):
            self.exported.emit(reply)
            return
        if reply["kind"] == "faces" and reply["status"] == "done":
            self.faced.emit(reply)
        if reply["kind"] == "gallery" and reply["status"] == "done":
            self.pictured.emit(reply)
        if reply["kind"] == "rules":
            self.ruled.emit(reply)
        if reply["kind"] == "engine page":
            self.explained.emit(reply)
        if reply["kind"] == "preview" and reply["id"] == self._previewed:
            self.understood.emit(reply)
        if reply["kind"] == "rename" and self._renaming == (reply["id"], self.model.document.text):
            self.renamed.emit(reply)
        if reply["kind"] == "values" and reply["id"] == self._valuing and reply["status"] == "done":
            self.valued.emit(reply)
        asked = reply["kind"] == "parts" and reply["id"] == self._parting
        if asked and reply["status"] == "done" and self.current:
            self.parted.emit(reply)
        if reply["kind"] == "check" and reply["id"] == self._judging:
            self.judged.emit(reply)
        if reply["kind"] != "derive" or reply["id"] != self._wanted:
            return
        if self._preview_timer.isActive():
            self._preview_timer.start(0)
        self._told.cancel()
        if reply["status"] in ("done", "cannot"):
            self._told.start([*self.preparing(reply), partial(self._tell, reply)])
        elif reply["status"] == "input":
            self.refused.emit(reply)
        else:
            self.broke.emit(reply)

    def _tell(self, reply: dict[str, Any]) -> None:
        if reply["id"] == self._wanted:  # or the text has changed meanwhile
            self.reply, self.current = reply, True
            self.derived.emit(reply)
