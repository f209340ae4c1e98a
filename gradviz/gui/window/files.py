"""The window's dealings with files: new, open, save, export, and the questions that go with them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCursor, QDropEvent, QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from gradviz.gui.derivation.copy import source_mime
from gradviz.gui.documents import files, recent, recovery
from gradviz.gui.documents.document import Document
from gradviz.gui.plot.names import plain_name
from gradviz.gui.preferences import new_document
from gradviz.gui.translation import told
from gradviz.gui.window import windows
from gradviz.sentences import say

__all__ = ["WindowFiles"]

DOCUMENTS = say("gradviz documents")
"""What a file dialog calls them."""
TABLES = (".csv", ".tsv", ".dat")
"""Suffixes of dropped files that hold numbers."""
MAX_DROPPED = 12
"""Windows that one drop may open."""
SHOWN = 50
"""Characters of a function by which unsaved changes are known."""


class WindowFiles:
    """The part of `MainWindow` that opens, saves and exports; it uses the window's `path`, `model` and `session`."""

    def new_document(self) -> None:
        if self._may_discard():
            self._take(new_document(), None)

    def new_window(self) -> None:
        """Another window, with an empty document."""
        windows.new_window(self, new_document())

    def quit(self) -> None:
        """Close all windows; each may ask, and one that stays keeps those after it open."""
        QApplication.closeAllWindows()

    def show_document(self, document: Document, path: Path | None = None) -> Any:
        """Show a document here, or in a window of its own where this one has unsaved changes; returns the window."""
        if not self.model.undo_stack.isClean():
            return windows.new_window(self, document, path)
        self._take(document, path)
        return self

    def adopt(self, document: Document, path: Path | None, *, modified: bool = False) -> None:
        """Take a document over; `modified` says that it is not on disk as it is."""
        self._take(document, path)
        if modified:
            self.model.undo_stack.resetClean()
        self._update_title()

    def open_document(self) -> None:
        if not self._may_discard():
            return
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open"), self._folder(), f"{told(DOCUMENTS)} (*{files.SUFFIX})"
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a document, or bring the window that has it to the front; a message says why when that fails."""
        if self._shown_elsewhere(path):
            return
        document = self._read(path)
        if document is not None:
            self._take(document, path)

    def open_beside(self, path: Path) -> None:
        """Open a document here, or in a window of its own where this one has unsaved changes; one that is open
        already is brought to the front.
        """
        changed = not self.model.undo_stack.isClean()
        if self._shown_elsewhere(path) or (changed and self._has(path)):
            return
        document = self._read(path)
        if document is not None:
            self.show_document(document, path)

    def _shown_elsewhere(self, path: Path) -> bool:
        """Bring another window with this file to the front, if there is one: two would overwrite each other's work."""
        other = self._other_with(path)
        if other is None:
            return False
        other.setWindowState(other.windowState() & ~Qt.WindowState.WindowMinimized)
        other.raise_()
        other.activateWindow()
        return True

    def _other_with(self, path: Path) -> Any:
        """Another window with this file, or None; there it is said."""
        return next((w for w in windows.main_windows() if w is not self and w._has(path)), None)

    def _has(self, path: Path) -> bool:
        """Whether this window's document belongs to a file; if so, it is said."""
        if self.path is None or self.path.resolve() != path.resolve():
            return False
        self.statusBar().showMessage(self.tr("{name} is open in this window.").format(name=path.name), 8000)
        return True

    def _read(self, path: Path) -> Document | None:
        """The document of a file; where there is none, a message says why, and nothing else happens."""
        try:
            document = files.read_document(path)
        except files.FileError as error:
            recent.forget(path)
            self._complain(self.tr("The document was not opened."), str(error))
            return None
        recent.remember(path)
        return document

    def fill_recent(self) -> None:
        """The menu of the documents that were opened or saved last."""
        menu = self.recent_menu
        menu.clear()
        paths = recent.paths()
        for number, path in enumerate(paths):
            action = menu.addAction(f"&{number + 1}  {path.name}" if number < 9 else path.name)
            action.setObjectName(f"action_recent_{number}")
            action.setStatusTip(str(path))
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, p=path: self.open_beside(p))
        if not paths:
            none = menu.addAction(self.tr("Nothing Yet"))
            none.setObjectName("action_recent_none")
            none.setEnabled(False)
            return
        menu.addSeparator()
        clear = menu.addAction(self.tr("&Clear This List"))
        clear.setObjectName("action_recent_clear")
        clear.triggered.connect(recent.clear)

    def save_document(self) -> bool:
        return self._write(self.path) if self.path else self.save_document_as()

    def save_document_as(self) -> bool:
        path = self._ask_where(self.tr("Save As"), "derivation", files.SUFFIX, told(DOCUMENTS))
        if path and self._other_with(path) is not None:  # the two would overwrite each other's work
            self._complain(
                self.tr("The document was not saved."),
                self.tr(
                    "{name} is open in another window. Choose another name here, or close that window first."
                ).format(name=path.name),
            )
            return False
        return bool(path) and self._write(path)

    def export_tex(self) -> None:
        self._export("tex", self.tr("LaTeX documents"))

    def export_pdf(self) -> None:
        self._export("pdf", self.tr("PDF documents"))

    def _write(self, path: Path) -> bool:
        try:
            files.write_document(path, self.model.document)
        except files.FileError as error:
            self._complain(self.tr("The document was not saved."), str(error))
            return False
        self.path = self.autosave.path = path
        recent.remember(path)
        self.model.undo_stack.setClean()
        self._update_title()
        self.statusBar().showMessage(self.tr("Saved {name}.").format(name=path.name), 4000)
        return True

    def _export(self, form: str, kind: str) -> None:
        if self.session.reply is None or not self.session.current:
            self.statusBar().showMessage(self.tr("There is no derivation to export yet."), 4000)
            return
        path = self._ask_where(self.tr("Export"), "derivation", f".{form}", kind)
        if path:
            self.statusBar().showMessage(self.tr("Writing {name}…").format(name=path.name))
            self.session.export(path, form)

    def _show_export(self, reply: dict[str, Any]) -> None:
        if reply["status"] != "done":
            self.statusBar().clearMessage()
            title = self.tr("Nothing was copied.") if reply["kind"] == "copy" else self.tr("Nothing was written.")
            self._complain(title, _whole(reply.get("message", "")))
        elif reply["kind"] == "copy":
            QGuiApplication.clipboard().setMimeData(source_mime(reply.get("form", ""), reply["source"]))
            self._say_copied()
        else:
            self.statusBar().showMessage(self.tr("Wrote {name}.").format(name=reply["path"]), 8000)

    def _say_copied(self) -> None:
        self.statusBar().showMessage(self.tr("Copied."), 4000)

    def _take(self, document: Document, path: Path | None) -> None:
        self.path = self.autosave.path = path
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
        box.setText(self.tr("Save the changes to this document?"))
        box.setInformativeText(self.tr("They are lost otherwise."))
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
        return str(self.path.parent if self.path else recent.folder())

    # --- dropped files

    def take_drop(self, event: QDropEvent, *, dropped: bool) -> bool:
        """Files that are dragged over the window: accept documents, and a table of numbers, and open them when they are
        dropped. Whether there are files: the name of another one is not to be written into the text either.
        """
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        wanted = [path for path in paths if path.suffix.lower() == files.SUFFIX]
        tables = [path for path in paths if path.suffix.lower() in TABLES]
        if wanted or len(tables) == 1:
            event.acceptProposedAction()
        elif paths:
            event.ignore()
        if dropped and wanted:
            for path in wanted[:MAX_DROPPED]:
                self.open_beside(path)
        elif dropped and len(tables) == 1:
            # In the next turn of the event loop: whoever gave the file waits until the drop is over.
            QTimer.singleShot(0, self, lambda: self.read_table(tables[0]))
        return bool(paths)

    def read_table(self, path: Path) -> None:
        """Read a constant's numbers from a file: of the one that it is named after, of the only one, or of the one that
        is chosen from a menu under the mouse.
        """
        values = self.picture.values_editor
        names = values.tables() if values is not None else []
        named = [name for name in names if path.stem in (name, plain_name(name))] or names
        if not named:
            self.statusBar().showMessage(
                self.tr("The function has no constant that takes the numbers of {name}.").format(name=path.name), 8000
            )
        elif len(named) == 1:
            self._read_table(named[0], path)
        else:
            menu = QMenu(self)
            menu.setObjectName("table_menu")
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addSection(self.tr("Read {name} as").format(name=path.name))
            for name in named:
                action = menu.addAction(plain_name(name), lambda n=name: self._read_table(n, path))
                action.setObjectName(f"table_menu_{name}")
            menu.popup(QCursor.pos())

    def _read_table(self, name: str, path: Path) -> None:
        self.show_values(name)
        self.picture.values_editor.read(name, path)

    # --- after a crash

    def offer_leftovers(self) -> None:
        """Ask about unsaved changes that an earlier run left behind."""
        found = recovery.leftovers()
        if not found:
            return
        names = ", ".join(self._leftover_name(item) for item in found)
        box = _Question(self)
        box.setObjectName("recovery_question")
        box.setText(self.tr("gradviz ended unexpectedly. Bring the unsaved changes back?"))
        box.setInformativeText(
            self.tr("Unsaved: {names}. They open as changed documents; the files stay as they are.").format(names=names)
        )
        bring = box.addButton(self.tr("Bring Back"), QMessageBox.ButtonRole.AcceptRole)
        throw = box.addButton(self.tr("Throw Away"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        clicked = box.clickedButton()
        for item in found:
            if clicked is bring:
                self._bring_back(item)
            elif clicked is throw:
                item.forget()
            else:
                item.release()

    def _leftover_name(self, item: recovery.Leftover) -> str:
        """A leftover's file; one without a file is known by its function."""
        if item.path:
            return item.path.name
        lines = [line.strip() for line in item.document.text.splitlines() if line.strip()]
        name = self.tr("Untitled")
        if not lines:
            return name
        function = lines[-1] if len(lines[-1]) <= SHOWN else f"{lines[-1][:SHOWN]}…"
        return self.tr("{name} ({function})").format(name=name, function=function)

    def _bring_back(self, item: recovery.Leftover) -> None:
        if self.model.undo_stack.isClean() and self.path is None:
            self.adopt(item.document, item.path, modified=True)
            window = self
        else:
            window = windows.new_window(self, item.document, item.path, modified=True)
        window.autosave.write()
        if window.autosave.copy.exists():
            item.forget()
        else:
            item.release()  # the disk is full: what was left behind is still the only copy

    def _complain(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "gradviz", title, QMessageBox.StandardButton.Ok, self)
        box.setObjectName("complaint")
        box.setInformativeText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _whole(message: str) -> str:
    """What went wrong, as a sentence of its own."""
    whole = message[:1].upper() + message[1:]
    return whole if whole.endswith((".", "。")) or not whole else f"{whole}."


class _Question(QMessageBox):
    """A question that comes while somebody may be typing: no key answers it before a button has been walked to."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for button in self.buttons():
            button.setAutoDefault(False)
            button.setDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, like Space, presses the button that was walked to."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and button in self.buttons():
            button.click()
        else:
            super().keyPressEvent(event)
