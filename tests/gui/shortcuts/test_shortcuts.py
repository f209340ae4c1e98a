"""Shortcuts as the user sets them: kept, in force at once, conflicts named, and back to the table's."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence

from gradviz.gui.actions import ACTIONS, Action
from gradviz.gui.shortcuts import keys
from gradviz.gui.shortcuts.dialog import ShortcutsDialog

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def _row(id_: str) -> Action:
    return next(row for row in ACTIONS if row.id == id_)


@pytest.fixture
def dialog(qtbot: Any) -> ShortcutsDialog:
    made = ShortcutsDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def _set(qtbot: Any, dialog: ShortcutsDialog, id_: str, key: str) -> None:
    dialog.choose(id_)
    dialog.field.setKeySequence(QKeySequence(key))
    qtbot.mouseClick(dialog.set_button, Qt.MouseButton.LeftButton)


def test_no_two_actions_have_one_key_in_the_table() -> None:
    clashes = {(row.id, other.id) for row in ACTIONS for k in keys.keys_of(row) if (other := keys.conflict(row, k))}
    assert clashes == set()


def test_the_table_has_no_key_that_edits_text() -> None:
    for row in ACTIONS:
        for key in keys.default_keys(row):
            assert keys.refusal(key) == "", row.id


def test_the_platforms_standard_key_comes_first() -> None:
    assert keys.keys_of(_row("save"))[0] == QKeySequence(QKeySequence.StandardKey.Save)


def test_a_new_key_is_kept_and_in_force_at_once(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    window.show_shortcuts()
    dialog = window.findChild(ShortcutsDialog)
    _set(qtbot, dialog, "gallery", "Ctrl+Shift+G")
    assert window.actions_by_id["gallery"].shortcut() == QKeySequence("Ctrl+Shift+G")
    assert "Ctrl+Shift+G" in window.actions_by_id["gallery"].toolTip()
    dialog.close()
    other = make_window()
    assert other.actions_by_id["gallery"].shortcut() == QKeySequence("Ctrl+Shift+G")
    assert QSettings().value("shortcuts/gallery") == "Ctrl+Shift+G"


def test_a_conflict_is_named_and_the_key_taken_from_there(qtbot: Any, dialog: ShortcutsDialog) -> None:
    dialog.choose("gallery")
    dialog.field.setKeySequence(QKeySequence("Ctrl+K"))
    assert "Check My Answer" in dialog.message.text()
    qtbot.mouseClick(dialog.set_button, Qt.MouseButton.LeftButton)
    assert keys.keys_of(_row("gallery")) == [QKeySequence("Ctrl+K")]
    assert keys.keys_of(_row("check_answer")) == []


@pytest.mark.parametrize(("key", "part"), [("x", "typing"), ("Shift+A", "typing"), ("Ctrl+C", "edits the text")])
def test_keys_that_are_needed_elsewhere_are_refused(dialog: ShortcutsDialog, key: str, part: str) -> None:
    dialog.choose("gallery")
    dialog.field.setKeySequence(QKeySequence(key))
    assert part in dialog.message.text()
    assert not dialog.set_button.isEnabled()


def test_one_is_reset_and_all_are(qtbot: Any, dialog: ShortcutsDialog) -> None:
    _set(qtbot, dialog, "gallery", "Ctrl+K")
    _set(qtbot, dialog, "rules", "F7")
    dialog.choose("gallery")
    qtbot.mouseClick(dialog.reset_button, Qt.MouseButton.LeftButton)
    assert keys.keys_of(_row("gallery")) == keys.default_keys(_row("gallery"))
    assert keys.keys_of(_row("rules")) == [QKeySequence("F7")]
    qtbot.mouseClick(dialog.all_button, Qt.MouseButton.LeftButton)
    assert all(keys.keys_of(row) == keys.default_keys(row) for row in ACTIONS)


def test_a_key_is_taken_away(qtbot: Any, dialog: ShortcutsDialog) -> None:
    _set(qtbot, dialog, "quit", "")
    assert keys.keys_of(_row("quit")) == []


def test_the_search_finds_commands_and_keys(dialog: ShortcutsDialog) -> None:
    dialog.search.setText("ctrl+shift+p")
    assert dialog.list.topLevelItemCount() == 1
    assert dialog.current is not None
    assert dialog.current.id == "command_palette"
    dialog.search.setText("nothing like that")
    assert dialog.current is None
    assert not dialog.set_button.isEnabled()


def test_a_damaged_setting_gives_no_key() -> None:
    QSettings().setValue("shortcuts/gallery", "x")
    assert keys.keys_of(_row("gallery")) == []


def test_the_empty_panel_names_the_keys_as_they_are_set(make_window: Any) -> None:
    keys.set_key(_row("gallery"), QKeySequence("F7"))
    keys.set_key(_row("practise"), QKeySequence())
    window = make_window("")
    window.session.derive()
    said = window.derivation.placeholder.text()
    assert "F7 opens the gallery" in said
    assert "practise" not in said


@pytest.mark.parametrize("standard", [QKeySequence.StandardKey.FullScreen, QKeySequence.StandardKey.Preferences])
def test_where_a_desktop_has_no_standard_key_there_is_a_written_one(standard: QKeySequence.StandardKey) -> None:
    """Under X11 without GNOME or KDE Qt knows none for these."""
    (row,) = (row for row in ACTIONS if row.shortcut == standard)
    assert row.also
