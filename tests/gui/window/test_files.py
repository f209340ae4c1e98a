"""Recent documents, several windows, dropped files."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from gradviz.gui.documents import files, recent
from gradviz.gui.documents.document import Document
from gradviz.gui.window.windows import main_windows

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support (propagateSizeHints|raise|grabbing)")


def _saved(path: Path, text: str) -> Path:
    files.write_document(path, Document(text=text))
    return path


def _titles(window: Any) -> list[str]:
    window.recent_menu.aboutToShow.emit()
    return [action.statusTip() for action in window.recent_menu.actions() if action.statusTip()]


def _close_others(window: Any) -> None:
    for other in main_windows():
        if other is not window:
            other.model.undo_stack.setClean()
            other.close()


def test_the_last_document_is_the_first_of_the_recent(make_window: Any, tmp_path: Path) -> None:
    window = make_window("y' y")
    one, two = _saved(tmp_path / "one.gradviz", "x' x"), _saved(tmp_path / "two.gradviz", "a' x")
    for path in (one, two, one):
        window.open_path(path)
    assert _titles(window) == [str(one), str(two)]
    two.unlink()
    assert _titles(window) == [str(one)]
    window.findChild(object, "action_recent_clear").trigger()
    assert _titles(window) == []


def test_recent_documents_are_few(tmp_path: Path, qapp: Any) -> None:
    for number in range(recent.MOST + 5):
        recent.remember(_saved(tmp_path / f"{number}.gradviz", "x"))
    assert len(recent.paths()) == recent.MOST
    assert recent.paths()[0].name == f"{recent.MOST + 4}.gradviz"


def test_dialogs_start_where_the_last_document_was(
    make_window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    started: list[str] = []

    def ask(*arguments: Any) -> tuple[str, str]:
        started.append(arguments[2])
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
    window = make_window("y' y")
    window.open_document()
    window.open_path(_saved(folder / "one.gradviz", "x' x"))
    window.open_document()
    window.new_document()
    window.open_document()
    assert started == [str(Path.home()), str(folder), str(folder)]


def test_another_window_has_its_own_document(qtbot: Any, make_window: Any) -> None:
    window = make_window("y' y")
    window.actions_by_id["new_window"].trigger()
    (other,) = [w for w in main_windows() if w is not window]
    other.model.edit_text("a' x")
    qtbot.waitUntil(lambda: "a' x" in other.derivation.answer.accessibleDescription(), timeout=20_000)
    assert window.model.document.text == "y' y"
    assert other.client.process_ids()[0] not in window.client.process_ids()
    other.use_dark()
    assert window.actions_by_id["theme_dark"].isChecked()
    _close_others(window)


def _drop(window: Any, *paths: Path) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, no = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(20, 20), action, mime, button, no)
    QApplication.sendEvent(window.editor.viewport(), over)
    if not over.isAccepted():
        return False
    event = QDropEvent(QPointF(20, 20), action, mime, button, no)
    QApplication.sendEvent(window.editor.viewport(), event)
    return event.isAccepted()


def test_a_dropped_document_opens_and_writes_nothing_into_the_text(make_window: Any, tmp_path: Path) -> None:
    window = make_window("y' y")
    assert _drop(window, _saved(tmp_path / "one.gradviz", "x' x"))
    assert window.model.document.text == "x' x"
    assert window.path == tmp_path / "one.gradviz"
    assert not _drop(window, tmp_path / "photo.png")
    assert window.model.document.text == "x' x"


def test_a_dropped_table_becomes_the_constant_of_its_name_or_the_one_that_is_chosen(
    qtbot: Any, make_window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window("||y - X w||^2")
    read: list[tuple[str, str]] = []
    values = SimpleNamespace(tables=lambda: ["y", "X"], read=lambda name, path: read.append((name, path.name)))
    monkeypatch.setattr(window, "show_values", lambda name: None)
    monkeypatch.setattr(window.picture, "values_editor", values)
    assert _drop(window, tmp_path / "X.csv")
    qtbot.waitUntil(lambda: read == [("X", "X.csv")])
    assert _drop(window, tmp_path / "data.csv")
    qtbot.waitUntil(lambda: window.findChild(QMenu, "table_menu") is not None)
    menu = window.findChild(QMenu, "table_menu")
    next(action for action in menu.actions() if action.text() == "y").trigger()
    menu.close()
    assert read[1:] == [("y", "data.csv")]
    values.tables = list
    window.read_table(tmp_path / "data.csv")
    assert "data.csv" in window.statusBar().currentMessage()
    monkeypatch.undo()


def test_a_file_has_one_window(make_window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = _saved(tmp_path / "one.gradviz", "x' x"), _saved(tmp_path / "two.gradviz", "a' x")
    window = make_window("y' y")
    window.open_path(one)
    window.model.edit_text("x' x + 1")
    window.open_beside(one)  # what was typed stays, and there is no other window for it
    assert (window.model.document.text, main_windows()) == ("x' x + 1", [window])
    window.open_beside(two)
    (other,) = [w for w in main_windows() if w is not window]
    for again in (other.open_path, other.open_beside):
        again(one)
    assert (other.path, len(main_windows())) == (two, 2)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(one), ""))
    assert not other.save_document_as()
    box = other.findChild(QMessageBox, "complaint")
    assert "one.gradviz is open in another window" in box.informativeText()
    box.close()
    assert (other.path, files.read_document(one).text) == (two, "x' x")
    assert window.save_document_as()  # onto its own file it may
    _close_others(window)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """The system writes what has room and says how much that was."""
    resource = pytest.importorskip("resource")  # a limit on the size of files does as a full disk does
    path = _saved(tmp_path / "one.gradviz", "x' x")
    before, limits = path.read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(files.FileError, match="full"):
            files.write_document(path, Document(text="x + " * 10_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (before, [path])


def test_dropped_over_unsaved_changes_it_opens_beside(make_window: Any, tmp_path: Path) -> None:
    window = make_window("y' y")
    window.model.edit_text("y' y + 1")
    assert _drop(window, _saved(tmp_path / "one.gradviz", "x' x"))
    assert window.model.document.text == "y' y + 1"
    assert [w.model.document.text for w in main_windows() if w is not window] == ["x' x"]
    _close_others(window)


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "damaged"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a gradviz document"),
        (b'{"format": "gradviz", "version": 1, "text": 7}', "must be text"),
        (b'{"format": "gradviz", "version": 1, "text": "x", "dims": {"n": 1e999}}', "whole number"),
        (b'{"format": "gradviz", "version": 1, "values": {"x": [NaN]}}', "finite"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_damaged_or_malicious_file_changes_nothing(
    make_window: Any, tmp_path: Path, content: bytes, part: str
) -> None:
    window = make_window("y' y")
    before = window.model.document
    path = tmp_path / "bad.gradviz"
    path.write_bytes(content)
    _drop(window, path)
    box = window.findChild(QMessageBox, "complaint")
    assert part in box.informativeText()
    assert window.model.document == before
    assert recent.paths() == []
    box.close()
