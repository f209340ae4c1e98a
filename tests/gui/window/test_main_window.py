"""The window around the fake worker: typing, undo, files, themes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
)

from gradviz.gui import theme
from gradviz.gui.actions import ACTIONS
from gradviz.gui.documents.document import Document
from gradviz.gui.translation import LANGUAGES, install_language
from gradviz.gui.window.menus import MENUS, TOOLBAR

# The offscreen platform says so of every window whose smallest size changes, message boxes for one.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def _derived(qtbot: Any, window: Any, text: str | None = None) -> None:
    """Wait until the derivation of the text is shown."""
    wanted = window.model.document.text if text is None else text
    shown = lambda: window.session.current and f"f = {wanted}" in window.derivation.answer.accessibleDescription()  # noqa: E731
    qtbot.waitUntil(shown, timeout=20_000)


def _type(qtbot: Any, window: Any, text: str) -> None:
    window.editor.selectAll()
    qtbot.keyClick(window.editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(window.editor, text)


def test_the_window_derives_what_it_opens_with(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    _derived(qtbot, window)
    assert window.derivation.badge.text().startswith("✓ Verified")
    assert window.editor_panel.message.text() == "x: n×1 · A: n×n"


def test_typing_updates_the_derivation(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    _derived(qtbot, window)
    _type(qtbot, window, "y' y")
    _derived(qtbot, window, "y' y")
    assert window.model.document.text == "y' y"


def test_typing_quickly_shows_only_the_last(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    _derived(qtbot, window)
    shown = []
    window.session.derived.connect(lambda reply: shown.append(reply["answers"][0]["text"]))
    for i in range(30):
        _type(qtbot, window, f"x{i} slow"[: 8 + i % 3])
    _type(qtbot, window, "final")
    _derived(qtbot, window, "final")
    qtbot.wait(400)
    assert shown[-1] == "grad f = final"
    assert window.derivation.answer.accessibleDescription() == "grad f = final"


def test_an_error_points_and_the_last_good_derivation_stays(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    _derived(qtbot, window)
    _type(qtbot, window, "x' (A x")
    qtbot.waitUntil(lambda: window.derivation.state == "error")
    assert window.editor_panel.message.text().startswith("Column 4")
    assert [s.cursor.selectedText() for s in window.editor.extraSelections()] == ["("]
    assert window.derivation.answer.accessibleDescription() == "grad f = x' A x"
    assert window.derivation.badge.text() == "Last good derivation"
    qtbot.keyClicks(window.editor, ")")
    _derived(qtbot, window, "x' (A x)")
    assert window.derivation.badge.text().startswith("✓ Verified")
    assert window.editor.message_at(3) == ""
    assert [s.cursor.selectedText() for s in window.editor.extraSelections()] == ["(", ")"]  # they belong together


def test_an_empty_text_is_invited(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    _derived(qtbot, window)
    _type(qtbot, window, "")
    qtbot.waitUntil(lambda: window.derivation.state == "empty")
    assert window.editor_panel.message.text() == ""


def test_a_killed_worker_is_told_and_the_program_goes_on(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    _derived(qtbot, window)
    _type(qtbot, window, "hang")
    qtbot.waitUntil(lambda: window.client.busy)
    os.kill(window.client.process_ids()[0], signal.SIGKILL)
    qtbot.waitUntil(lambda: window.derivation.state == "failed")
    assert "stopped unexpectedly" in window.derivation.notice.text()
    _type(qtbot, window, "x' x")
    _derived(qtbot, window, "x' x")


def test_a_hanging_computation_is_stopped_by_the_user(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    _derived(qtbot, window)
    _type(qtbot, window, "hang")
    stop = window.findChild(QPushButton, "stop_button")
    qtbot.waitUntil(stop.isVisible)
    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.derivation.state == "cancelled")
    assert not window.client.busy
    _type(qtbot, window, "x' x")
    _derived(qtbot, window, "x' x")


def test_the_keys_of_undo_work_while_typing(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    _derived(qtbot, window)
    editor = window.editor
    window.activateWindow()
    editor.setFocus()
    before = editor.toPlainText()
    editor.selectAll()
    qtbot.keyClicks(editor, "a' x")
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == before
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert editor.toPlainText() == "a' x"


def test_undo_and_redo_follow_the_text(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' A x")
    _derived(qtbot, window)
    window.editor.selectAll()
    qtbot.keyClicks(window.editor, "y")
    qtbot.keyClicks(window.editor, "' y")
    assert window.isWindowModified()
    while window.actions_by_id["undo"].isEnabled():
        window.actions_by_id["undo"].trigger()
    assert window.editor.toPlainText() == "x' A x"
    assert not window.isWindowModified()
    _derived(qtbot, window, "x' A x")
    while window.actions_by_id["redo"].isEnabled():
        window.actions_by_id["redo"].trigger()
    _derived(qtbot, window, "y' y")


@pytest.mark.parametrize(
    ("name", "attribute", "value"),
    [("shapes_toggle", "shapes", True), ("every_rule_toggle", "level", "every rule")],
)
def test_the_toggles_are_part_of_the_document(
    qtbot: Any, make_window: Any, name: str, attribute: str, value: Any
) -> None:
    window = make_window()
    _derived(qtbot, window)
    button = window.findChild(QToolButton, name)
    with qtbot.waitSignal(window.session.derived):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert getattr(window.model.document, attribute) == value
    window.undo()
    assert getattr(window.model.document, attribute) == getattr(Document(), attribute)
    assert not button.isChecked()


def test_the_variable_is_chosen_from_the_symbols(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    _derived(qtbot, window)
    combo = window.findChild(QComboBox, "wrt_choice")
    assert [combo.itemText(i) for i in range(combo.count())] == ["x", "A", "x, A"]
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    combo.activated.emit(combo.currentIndex())
    assert window.model.document.wrt == ("A",)


def test_saved_and_opened_again(qtbot: Any, make_window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make_window("x' A x")
    qtbot.keyClicks(window.editor, " ")
    assert window.windowTitle().startswith("Untitled[*]")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(tmp_path / "mine"), ""))
    assert window.save_document()
    saved = tmp_path / "mine.gradviz"
    assert json.loads(saved.read_text(encoding="utf-8"))["text"] == window.model.document.text
    assert window.windowTitle().startswith("mine.gradviz")
    assert not window.isWindowModified()
    text = window.model.document.text
    window.close()  # a file is in one window at a time
    other = make_window("y")
    other.open_path(saved)
    assert other.editor.toPlainText() == text
    assert not other.model.undo_stack.canUndo()
    _derived(qtbot, other)


@pytest.mark.parametrize("content", ["", "{}", '{"format": "gradviz", "version": 99}', None])
def test_a_file_that_is_no_document_is_refused_with_a_message(
    qtbot: Any, make_window: Any, tmp_path: Path, content: str | None
) -> None:
    window = make_window("x")
    path = tmp_path / "bad.gradviz"
    if content is not None:
        path.write_text(content)
    window.open_path(path)
    box = window.findChild(QMessageBox, "complaint")
    assert box.isVisible()
    assert "bad.gradviz cannot be opened" in box.informativeText()
    box.close()
    assert window.editor.toPlainText() == "x"


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: Any, make_window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window("x")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(tmp_path / "no" / "mine"), ""))
    assert not window.save_document()
    box = window.findChild(QMessageBox, "complaint")
    assert "mine.gradviz cannot be written" in box.informativeText()
    box.close()


@pytest.mark.parametrize(
    ("answer", "closed"),
    [(QMessageBox.StandardButton.Cancel, False), (QMessageBox.StandardButton.Discard, True)],
)
def test_closing_asks_about_unsaved_changes(
    qtbot: Any, make_window: Any, monkeypatch: pytest.MonkeyPatch, answer: Any, closed: bool
) -> None:
    window = make_window("x")
    qtbot.keyClicks(window.editor, "y")
    monkeypatch.setattr(QMessageBox, "exec", lambda self: answer)
    assert window.close() is closed


def test_dark_and_light_recolour_the_window(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    _derived(qtbot, window)
    window.use_light()
    light = window.grab().toImage().pixelColor(4, 300).lightness()
    window.use_dark()
    dark = window.grab().toImage().pixelColor(4, 300).lightness()
    assert light > 200 > 60 > dark
    assert window.actions_by_id["theme_dark"].isChecked()
    other = make_window()
    assert other.actions_by_id["theme_dark"].isChecked()


def test_the_program_is_painted_once_for_all_windows(make_window: Any, monkeypatch: Any) -> None:
    """Qt gives widgets their earlier palettes back at each new style sheet: a second one would undo the first window."""
    window, _other = make_window(), make_window()
    window.use_light()
    painted: list[object] = []
    palette = theme.palette
    monkeypatch.setattr(theme, "palette", lambda chosen: painted.append(chosen) or palette(chosen))
    window.use_dark()
    assert len(painted) == 1


def test_an_example_replaces_the_text_and_can_be_undone(qtbot: Any, make_window: Any) -> None:
    window = make_window("y' y")
    window.examples_menu.aboutToShow.emit()
    window.findChild(object, "action_example_1").trigger()
    assert window.editor.toPlainText() == "x' A x"
    _derived(qtbot, window, "x' A x")
    window.undo()
    assert window.editor.toPlainText() == "y' y"


def test_geometry_comes_back(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    window.resize(800, 560)
    _derived(qtbot, window)
    docks = list(window.docks.panels.values())
    window.docks.settle()
    window.docks.resizeDocks([docks[0], docks[2]], [425, 351], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: docks[0].width() == 425)
    places = [dock.geometry() for dock in docks]
    window.model.undo_stack.setClean()
    window.close()
    again = make_window()
    assert (again.width(), again.height()) == (800, 560)
    qtbot.waitUntil(lambda: [dock.geometry() for dock in again.docks.panels.values()] == places)


def test_every_action_is_reachable_and_named(make_window: Any) -> None:
    window = make_window()
    listed = {id_ for ids in MENUS.values() for id_ in ids if id_}
    assert listed == {row.id for row in ACTIONS}
    assert set(TOOLBAR) - {""} <= listed
    shortcuts = [a.shortcut().toString() for a in window.actions_by_id.values() if not a.shortcut().isEmpty()]
    assert len(shortcuts) == len(set(shortcuts))


def test_every_control_has_a_name(make_window: Any) -> None:
    window = make_window()
    for kind in (QToolButton, QPushButton, QComboBox, QPlainTextEdit):
        for widget in window.findChildren(kind):
            if widget.objectName().startswith("qt_"):
                continue
            assert widget.objectName(), widget
            assert widget.accessibleName() or widget.text(), widget.objectName()


def test_the_smallest_supported_screen_clips_nothing(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    window.resize(1024, 640)
    _derived(qtbot, window)
    assert (window.width(), window.height()) == (1024, 640)
    for name in ("options_bar", "derivation_panel", "verified_badge", "shapes_toggle", "derivation_answer"):
        widget = window.findChild(object, name)
        corner = widget.mapTo(window, widget.rect().bottomRight())
        assert window.rect().contains(corner), name
        parent = widget.parentWidget()
        assert parent.rect().contains(widget.geometry()), name


def test_copying_asks_the_worker(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    _derived(qtbot, window)
    window.session.exported.emit({"kind": "copy", "status": "done", "source": "2 A x"})
    assert QGuiApplication.clipboard().text() == "2 A x"


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_letters_of_menus_are_their_own_in_every_language(make_window: Any, language: str) -> None:
    install_language(QApplication.instance(), language)
    try:
        window = make_window()
    finally:
        install_language(QApplication.instance(), "en")
    menus = [action.menu() for action in window.menuBar().actions()]
    for menu in (window.menuBar(), *(m for m in menus if m.objectName() != "menu_examples")):
        titles = [action.text() for action in menu.actions() if action.text()]
        letters = [title.partition("&")[2][:1].lower() for title in titles if "&" in title]
        assert len(set(letters)) == len(letters), titles


def test_no_two_actions_have_the_same_keys(make_window: Any) -> None:
    window = make_window()
    keys = [key.toString() for action in window.actions_by_id.values() for key in action.shortcuts()]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("keys", ["Ctrl+Y", "Ctrl+Shift+Z"])
def test_both_keys_of_redo_work_while_typing(qtbot: Any, make_window: Any, keys: str) -> None:
    window = make_window("x")
    _derived(qtbot, window)
    window.activateWindow()
    window.editor.setFocus()
    window.editor.selectAll()
    qtbot.keyClicks(window.editor, "y' y")
    qtbot.keyClick(window.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.model.document.text == "x"
    pressed = QKeySequence(keys)[0]
    qtbot.keyClick(window.editor, pressed.key(), pressed.keyboardModifiers())
    assert window.model.document.text == "y' y"


def test_the_menu_names_what_is_undone_and_redone(make_window: Any) -> None:
    window = make_window("x' x")
    undo, redo = window.actions_by_id["undo"], window.actions_by_id["redo"]
    assert undo.text() == "&Undo"
    window.set_shapes(True)
    assert undo.text() == "&Undo Show Shapes"
    window.undo()
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo Show Shapes")


def test_the_window_fits_a_small_screen(make_window: Any) -> None:
    window = make_window()
    room = window.screen().availableGeometry()  # offscreen 800 × 800
    assert window.width() <= room.width()
    assert window.height() <= room.height()


def test_the_method_is_one_click_away(make_window: Any) -> None:
    window = make_window("x' x")
    combo = window.options.method
    combo.setCurrentIndex(combo.findData("definition"))
    combo.activated.emit(combo.currentIndex())
    assert window.model.document.method == "definition"
    assert window.actions_by_id["by_definition"].isChecked()
    window.undo()
    assert combo.currentData() == "differential"


def test_the_window_is_painted_before_numpy_is_imported() -> None:
    """Start-up time: what computes and draws comes after the first paint."""
    program = (
        "import sys; import gradviz.gui.app, gradviz.gui.window.main_window; "
        "print([m for m in ('numpy', 'pyqtgraph', 'sympy', 'OpenGL') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
