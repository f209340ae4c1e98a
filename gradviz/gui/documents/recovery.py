"""Unsaved changes on disk, so that they outlive a crash.

Each window with unsaved changes keeps a copy of its document in the user's data folder, and a lock on it. A copy whose
lock nobody holds was left behind by a program that ended without closing.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QTimer, Signal

from gradviz.gui.documents.commands import DocumentModel
from gradviz.gui.documents.document import MAX_FILE, Document, DocumentError

__all__ = ["AUTOSAVE", "Autosave", "Leftover", "folder", "leftovers"]

AUTOSAVE = 1000
"""Milliseconds after the first change that is not on disk."""
SUFFIX = ".recovery"


def folder() -> Path:
    """Where the copies are."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(place) / "recovery"


@dataclass(slots=True)
class Leftover:
    """A copy that a program left behind; nobody else can take it until `forget` or `release`.

    Attributes
    ----------
    document : what was unsaved.
    path : the file it belongs to, or None.
    saved : when the copy was written, in seconds since 1970.
    """

    document: Document
    path: Path | None
    saved: float
    copy: Path
    lock: QLockFile

    def forget(self) -> None:
        """Remove the copy."""
        self.copy.unlink(missing_ok=True)
        self.lock.unlock()

    def release(self) -> None:
        """Keep it for the next start."""
        self.lock.unlock()


def leftovers() -> list[Leftover]:
    """The copies that programs left behind, the oldest first. Those that cannot be read are set aside, not removed."""
    found = []
    for copy in sorted(folder().glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime):
        lock = _lock(copy)
        if not lock.tryLock(0):
            continue  # its window is open
        try:
            if copy.stat().st_size > 2 * MAX_FILE:
                raise ValueError("too large")
            body = json.loads(copy.read_text(encoding="utf-8"))
            document = Document.from_json(body["document"])
            path = Path(body["path"]) if body.get("path") else None
        except (OSError, ValueError, KeyError, TypeError, DocumentError):
            copy.replace(copy.with_suffix(".unreadable"))
            lock.unlock()
            continue
        found.append(Leftover(document, path, copy.stat().st_mtime, copy, lock))
    return found


class Autosave(QObject):
    """Keeps a copy of a model's document while it has unsaved changes.

    Signals
    -------
    failed : the copy could not be written; told once.
    """

    failed = Signal(str)

    def __init__(self, model: DocumentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._told = False
        self._lock: QLockFile | None = None
        self.copy = folder() / f"{uuid.uuid4().hex}{SUFFIX}"
        self.path: Path | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AUTOSAVE)
        self._timer.timeout.connect(self.write)
        model.changed.connect(self._changed)
        model.undo_stack.cleanChanged.connect(self._changed)

    def close(self) -> None:
        """The window closes and its document is saved or given up."""
        self._timer.stop()
        self.copy.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _changed(self, *_: object) -> None:
        # Not started anew by every key: two seconds of typing are not to be lost.
        if not self._timer.isActive():
            self._timer.start()

    def write(self) -> None:
        """Write the copy now, or remove it where everything is saved."""
        if self._model.undo_stack.isClean():
            self.copy.unlink(missing_ok=True)
            return
        try:
            self.copy.parent.mkdir(parents=True, exist_ok=True)
            if self._lock is None:
                self._lock = _lock(self.copy)
                self._lock.tryLock(0)
            body = {"path": str(self.path) if self.path else "", "document": self._model.document.to_json()}
            # No waiting for the disk: the copy is for a program that dies, and typing must not stop for it.
            fresh = self.copy.with_suffix(".new")
            fresh.write_text(json.dumps(body), encoding="utf-8")
            fresh.replace(self.copy)
        except OSError as error:
            if not self._told:
                self._told = True
                self.failed.emit(str(error))


def _lock(copy: Path) -> QLockFile:
    lock = QLockFile(str(copy.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # only a program that has ended makes it stale
    return lock
