"""Unsaved changes outlive kill -9; what is saved or closed leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from gradviz.gui.documents import recovery
from gradviz.gui.documents.commands import DocumentModel
from gradviz.gui.documents.document import Document

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LOST = 2.0
"""Seconds of typing that may be lost."""

_TYPIST = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
app = QCoreApplication(sys.argv)
app.setOrganizationName("gradviz"); app.setApplicationName("gradviz")
from gradviz.gui.documents.commands import DocumentModel
from gradviz.gui.documents.document import Document
from gradviz.gui.documents.recovery import Autosave
from pathlib import Path
model = DocumentModel(Document(text=""))
keeper = Autosave(model)
keeper.path = Path("/somewhere/mine.gradviz")
count = 0
def key():
    global count
    count += 1
    model.edit_text(f"x' x + {count}")
    print(count, flush=True)
timer = QTimer(); timer.timeout.connect(key); timer.start(50)
app.exec()
"""


def _written(folder: Path) -> list[Path]:
    return list(folder.glob("*.recovery"))


def test_what_was_typed_outlives_kill_9(qapp: Any) -> None:
    """The keys never pause, so the copy must be written while they go on."""
    process = subprocess.Popen([sys.executable, "-c", _TYPIST], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        typed: list[tuple[float, int]] = []
        end = time.monotonic() + 30
        while time.monotonic() < end and (not typed or typed[-1][0] - typed[0][0] < 2 * LOST):
            typed.append((0.0, int(process.stdout.readline())))
            typed[-1] = (time.monotonic(), typed[-1][1])
        assert recovery.leftovers() == []  # its window is still open
        os.kill(process.pid, signal.SIGKILL)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    (left,) = recovery.leftovers()
    assert left.path == Path("/somewhere/mine.gradviz")
    kept = int(left.document.text.rpartition(" ")[2])
    before = max((count for when, count in typed if when <= typed[-1][0] - LOST), default=0)
    assert kept >= before
    left.forget()
    assert recovery.leftovers() == []


def test_a_saved_document_leaves_no_copy(qtbot: Any) -> None:
    model = DocumentModel(Document(text=""))
    keeper = recovery.Autosave(model)
    model.edit_text("x")
    keeper.write()
    assert len(_written(recovery.folder())) == 1
    model.undo_stack.setClean()
    keeper.write()
    assert _written(recovery.folder()) == []
    model.edit_text("x + y")
    keeper.write()
    keeper.close()
    assert _written(recovery.folder()) == []


def test_a_damaged_copy_is_set_aside(qapp: Any) -> None:
    folder = recovery.folder()
    folder.mkdir(parents=True)
    (folder / "a.recovery").write_text("{")
    (folder / "b.recovery").write_text('{"document": "{}"}')
    assert recovery.leftovers() == []
    assert {path.name for path in folder.glob("*.unreadable")} == {"a.unreadable", "b.unreadable"}


def _leave(text: str) -> None:
    """What a killed program leaves: a copy, and nobody who holds its lock."""
    model = DocumentModel(Document(text=""))
    keeper = recovery.Autosave(model)
    model.edit_text(text)
    keeper.write()
    keeper._lock.unlock()
    keeper._timer.stop()


def _press(monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    """Answer the question with the button of this name; returns what was asked."""
    asked: list[str] = []

    def exec_(box: QMessageBox) -> int:
        asked.append(f"{box.text()} {box.informativeText()}")
        button = next(b for b in box.buttons() if b.text().replace("&", "") == name)
        button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    return asked


def test_brought_back_as_a_changed_document(qtbot: Any, make_window: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _leave("x' B x")
    asked = _press(monkeypatch, "Bring Back")
    window = make_window("y' y")
    window.offer_leftovers()
    assert "Untitled" in asked[0]
    assert window.model.document.text == "x' B x"
    assert window.isWindowModified()
    assert len(_written(recovery.folder())) == 1  # its own again, until it is saved


def test_thrown_away(make_window: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _leave("x' B x")
    _press(monkeypatch, "Throw Away")
    window = make_window("y' y")
    window.offer_leftovers()
    assert window.model.document.text == "y' y"
    assert _written(recovery.folder()) == []


def test_later_asks_again(make_window: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _leave("x' B x")
    asked = _press(monkeypatch, "Later")
    window = make_window("y' y")
    window.offer_leftovers()
    window.offer_leftovers()
    assert len(asked) == 2


def test_nothing_is_asked_where_nothing_was_left(make_window: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _press(monkeypatch, "Later")
    make_window().offer_leftovers()
    assert asked == []


def test_blind_typing_does_not_answer_the_question(qtbot: Any, make_window: Any) -> None:
    """Whoever types while the window opens must not bring back, or throw away, what they have not read about."""
    _leave("x' B x")
    window = make_window("y' y")
    seen: list[bool] = []

    def type_on() -> None:
        box = window.findChild(QMessageBox, "recovery_question")
        if box is None or not box.isVisible():
            QTimer.singleShot(10, type_on)
            return
        for key in (Qt.Key.Key_X, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            QTest.keyClick(box.focusWidget() or box, key)
        seen.append(box.isVisible())
        QTest.keyClick(box.focusWidget() or box, Qt.Key.Key_Tab)  # a deliberate act
        seen.append(box.focusWidget() in box.buttons())
        QTest.keyClick(box.focusWidget(), Qt.Key.Key_Return)  # presses it, like Space
        seen.append(not box.isVisible())

    QTimer.singleShot(0, type_on)
    window.offer_leftovers()
    assert seen == [True, True, True]
    assert window.model.document.text == "x' B x"
    assert len(_written(recovery.folder())) == 1
