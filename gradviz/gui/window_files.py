"""The window's dealings with files: new, open, save, export, and the questions that go with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from gradviz.gui import files
from gradviz.gui.document import Document

__all__ = ["WindowFiles"]


class WindowFiles:
    """The part of `MainWindow` that opens, saves and exports; it uses the window's `path`, `model` and `session`."""

    def new_document(self) -> None:
        if self._may_discard():
            self._take(Document(text=""), None)

    def open_document(self) -> None:
        if not self._may_discard():
            return
        name, _ = QFileDialog.getOpenFileName(self, "Open", self._folder(), f"gradviz documents (*{files.SUFFIX})")
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a document; a message says why when that fails."""
        try:
            self._take(files.read_document(path), path)
        except files.FileError as error:
            self._complain("The document was not opened.", str(error))

    def save_document(self) -> bool:
        return self._write(self.path) if self.path else self.save_document_as()

    def save_document_as(self) -> bool:
        path = self._ask_where("Save As", "derivation", files.SUFFIX, "gradviz documents")
        return bool(path) and self._write(path)

    def export_tex(self) -> None:
        self._export("tex", "LaTeX documents")

    def export_pdf(self) -> None:
        self._export("pdf", "PDF documents")

    def _write(self, path: Path) -> bool:
        try:
            files.write_document(path, self.model.document)
        except files.FileError as error:
            self._complain("The document was not saved.", str(error))
            return False
        self.path = path
        self.model.undo_stack.setClean()
        self._update_title()
        self.statusBar().showMessage(f"Saved {path.name}.", 4000)
        return True

    def _export(self, form: str, kind: str) -> None:
        if self.session.reply is None or not self.session.current:
            self.statusBar().showMessage("There is no derivation to export yet.", 4000)
            return
        path = self._ask_where("Export", "derivation", f".{form}", kind)
        if path:
            self.statusBar().showMessage(f"Writing {path.name}…")
            self.session.export(path, form)

    def _show_export(self, reply: dict[str, Any]) -> None:
        if reply["status"] != "done":
            self.statusBar().clearMessage()
            self._complain("Nothing was written.", reply.get("message", ""))
        elif reply["kind"] == "copy":
            QGuiApplication.clipboard().setText(reply["source"])
            self.statusBar().showMessage("Copied.", 4000)
        else:
            self.statusBar().showMessage(f"Wrote {reply['path']}.", 8000)

    def _take(self, document: Document, path: Path | None) -> None:
        self.path = path
        self.model.load(document)
        self.model.undo_stack.setClean()
        self._update_title()
        self.focus_editor()

    def _may_discard(self) -> bool:
        """Ask what to do with unsaved changes; whether to go on."""
        if self.model.undo_stack.isClean():
            return True
        box = QMessageBox(self)
        box.setObjectName("unsaved_question")
        box.setText("Save the changes to this document?")
        box.setInformativeText("They are lost otherwise.")
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        return answer == buttons.Discard or (answer == buttons.Save and self.save_document())

    def _ask_where(self, title: str, default: str, suffix: str, kind: str) -> Path | None:
        stem = self.path.stem if self.path else default
        start = str(Path(self._folder()) / f"{stem}{suffix}")
        name, _ = QFileDialog.getSaveFileName(self, title, start, f"{kind} (*{suffix})")
        return files.with_suffix(name, suffix) if name else None

    def _folder(self) -> str:
        return str(self.path.parent if self.path else Path.home())

    def _complain(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "gradviz", title, QMessageBox.StandardButton.Ok, self)
        box.setObjectName("complaint")
        box.setInformativeText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
