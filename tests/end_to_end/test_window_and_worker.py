"""The window with its own worker: examples, bad input, a worker that dies or hangs."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gradviz.gui.documents.document import Document
from gradviz.gui.gallery.entries import Entry, entries
from tests.bounds import bounded

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


FEATURED = [entry for entry in entries() if entry.featured and entry.id not in ("network",)]
"""What the menu of the examples holds; of the network nothing can be drawn."""


@pytest.fixture
def make_window(qtbot: Any) -> Iterator[Callable[..., Any]]:
    from gradviz.gui import theme
    from gradviz.gui.app import make_application
    from gradviz.gui.window.main_window import MainWindow

    make_application()
    made = []

    def make(text: str = "x' A x") -> MainWindow:
        window = MainWindow(Document(text=text))
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: window.session.current)
        return window

    yield make
    for window in made:
        window.model.undo_stack.setClean()
        window.close()
        window.deleteLater()
    theme.set_override("")


def _type(qtbot: Any, window: Any, text: str) -> None:
    window.editor.selectAll()
    qtbot.keyClick(window.editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(window.editor, text)


def _paste(window: Any, text: str) -> None:
    window.editor.selectAll()
    QGuiApplication.clipboard().setText(text)
    window.editor.paste()


def _answer(window: Any) -> str:
    return "; ".join(line["text"] for line in window.derivation.answer.lines)


def _derives(qtbot: Any, window: Any, text: str) -> None:
    """The window still works: it derives this text."""
    _type(qtbot, window, text)
    qtbot.waitUntil(lambda: window.session.current and window.derivation.state == "done")
    assert window.model.document.text == text
    assert window.derivation.badge.text().startswith("✓ Verified")


@pytest.mark.parametrize("some", [FEATURED[i::3] for i in range(3)], ids=lambda some: " ".join(e.id for e in some))
def test_examples_are_derived_drawn_and_descended(qtbot: Any, make_window: Any, some: list[Entry]) -> None:
    """One after the other in one window, as the menu opens them."""
    window = make_window("y' y")
    for entry in some:
        assert window.show_document(entry.document) is window
        qtbot.waitUntil(lambda: window.session.current)
        assert window.model.document.text == entry.document.text
        assert window.derivation.badge.text().startswith("✓ Verified"), entry.id
        _descends(qtbot, window.picture)
        window.model.undo_stack.setClean()


def _descends(qtbot: Any, picture: Any) -> None:
    qtbot.waitUntil(lambda: picture.scene is not None and not (picture._soon.isActive() or picture.stages.busy))
    view, panel = picture.plane_view, picture.descent_panel
    qtbot.waitUntil(lambda: not view.busy)
    assert picture.scene.reason == ""
    view.startPicked.emit(0.4, 0.3)
    qtbot.waitUntil(lambda: panel.run is not None)
    qtbot.waitUntil(lambda: panel.run.steps > 0)
    panel.step_forwards()
    assert panel.step == 1
    panel.step_back()
    assert panel.step == 0


def test_a_derivation_follows_the_typing(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    assert _answer(window) == "∇_x f = (A + A') x"
    _derives(qtbot, window, "a' x")
    assert "= a" in _answer(window)


BAD_INPUT = [
    "x' (A x",
    "x' A x)",
    "x' A + A x",
    "x § y",
    "9^9^9^9",
    "x" * 100_000,
    "(" * 10_000,
    "(" * 10_000 + "x" + ")" * 10_000,
    "\n" * 5_000 + ")",
    "((" + "a+" * 40_000,
]


def test_bad_input_is_answered_and_the_window_works_on(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    for text in BAD_INPUT:
        before = _answer(window)
        _paste(window, text)
        qtbot.waitUntil(lambda: window.derivation.state == "error")
        message = window.editor_panel.message
        assert message.isVisible()
        assert "olumn" in message.text()
        assert window.editor.extraSelections()
        assert _answer(window) == before
        with bounded(5):
            window.grab()
            qtbot.keyClick(window.editor, "z")
            qtbot.wait(1)
        _derives(qtbot, window, "x' x")


def test_an_empty_text_is_no_error(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    _paste(window, "   ")
    qtbot.waitUntil(lambda: window.derivation.state == "empty")
    _derives(qtbot, window, "x' x")


def test_typing_quickly_ends_with_the_last_text(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    shown = []
    window.session.derived.connect(lambda reply: shown.append(reply["id"]))
    for text in ("x' x", "tr(A X)", "log det X", "x' B x"):
        _type(qtbot, window, text)
    qtbot.waitUntil(lambda: window.session.current)
    qtbot.wait(300)
    assert _answer(window) == "∇_x f = (B + B') x"
    assert shown == sorted(shown)


def test_a_killed_worker_is_replaced(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    worker = window.client.process_ids()[0]
    os.kill(worker, signal.SIGSTOP)  # so that it is killed while it is working
    _type(qtbot, window, "x' x")
    qtbot.waitUntil(lambda: window.client.busy)
    os.kill(worker, signal.SIGKILL)
    qtbot.waitUntil(lambda: window.derivation.state == "failed")
    assert "stopped unexpectedly" in window.derivation.notice.text()
    qtbot.mouseClick(window.derivation.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.derivation.state == "done")
    assert _answer(window) == "∇_x f = 2 x"
    assert worker not in window.client.process_ids()


def test_a_hanging_worker_is_stopped_by_the_user(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    worker = window.client.process_ids()[0]
    os.kill(worker, signal.SIGSTOP)
    _type(qtbot, window, "x' x")
    qtbot.waitUntil(window.derivation._stop.isVisible)
    qtbot.mouseClick(window.derivation._stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.derivation.state == "cancelled")
    _derives(qtbot, window, "a' x")
    assert worker not in window.client.process_ids()


def test_a_hanging_worker_gives_way_to_newer_text(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    worker = window.client.process_ids()[0]
    os.kill(worker, signal.SIGSTOP)
    _type(qtbot, window, "x' x")
    qtbot.waitUntil(lambda: window.client.busy)
    _derives(qtbot, window, "a' x")
    assert worker not in window.client.process_ids()


@pytest.mark.parametrize(("form", "begins"), [("tex", b"\\documentclass"), ("pdf", b"%PDF")])
def test_the_derivation_is_exported(
    qtbot: Any, make_window: Any, tmp_path: Path, form: str, begins: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    window = make_window("x' A x")
    path = tmp_path / f"mine.{form}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(path.with_suffix("")), ""))
    window.actions_by_id[f"export_{form}"].trigger()
    qtbot.waitUntil(path.is_file)
    assert begins in path.read_bytes()[:400]
    qtbot.waitUntil(lambda: "Wrote" in window.statusBar().currentMessage())


def test_the_method_is_chosen_and_undone(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    by_differentials = [line["text"] for line in window.session.reply["lines"]]
    window.actions_by_id["by_definition"].trigger()
    qtbot.waitUntil(lambda: window.session.current)
    lines = [line["text"] for line in window.session.reply["lines"]]
    assert lines != by_differentials
    assert any("f(x + u)" in line for line in lines)
    assert window.derivation.badge.text().startswith("✓ Verified")
    window.undo()
    assert window.actions_by_id["by_differentials"].isChecked()
    qtbot.waitUntil(lambda: window.session.current)
    assert [line["text"] for line in window.session.reply["lines"]] == by_differentials


def test_the_method_is_chosen_above_the_text(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    choice = window.options.method
    for method, action, said in (("components", "by_components", "δ_ki"), ("chain", "by_chain_rule", "∇_u f")):
        choice.setCurrentIndex(choice.findData(method))
        choice.activated.emit(choice.currentIndex())
        qtbot.waitUntil(lambda: window.session.current)
        assert any(said in line["text"] for line in window.session.reply["lines"])
        assert window.derivation.badge.text().startswith("✓ Verified")
        assert window.actions_by_id[action].isChecked()
        window.undo()
        assert choice.currentData() == "differential"
        qtbot.waitUntil(lambda: window.session.current)


def test_undo_brings_the_derivation_back(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    before = _answer(window)
    _derives(qtbot, window, "a' x")
    while window.actions_by_id["undo"].isEnabled():
        window.undo()
    qtbot.waitUntil(lambda: window.session.current and _answer(window) == before)
