"""The command palette finds what can be called, and calls it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from gradviz.gui.window.command_palette import CommandPalette
from gradviz.gui.window.fuzzy import best, score

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

NAMES = ["Export LaTeX…", "Export PDF…", "Copy the Answer as LaTeX", "Open…", "Every Rule", "Shapes under the Factors"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("pdf", "Export PDF…"),
        ("cal", "Copy the Answer as LaTeX"),
        ("latex copy", "Copy the Answer as LaTeX"),
        ("er", "Every Rule"),
        ("OPEN", "Open…"),
        ("shp", "Shapes under the Factors"),
    ],
)
def test_the_best_name_comes_first(query: str, first: str) -> None:
    assert best(query, NAMES, str)[0] == first


def test_letters_out_of_order_do_not_fit() -> None:
    assert score("fdp", "Export PDF…") is None
    assert best("zzz", NAMES, str) == []


def test_without_letters_all_stay_in_their_order() -> None:
    assert best("", NAMES, str) == NAMES


@pytest.fixture
def palette(qtbot: Any, make_window: Any) -> Any:
    window = make_window("x' A x")
    qtbot.waitUntil(lambda: window.session.current, timeout=20_000)
    window.actions_by_id["command_palette"].trigger()
    found = window.findChild(CommandPalette)
    yield found, window
    window.activateWindow()


def test_every_action_that_can_be_called_is_there(palette: Any) -> None:
    dialog, window = palette
    names = {command.name for command in dialog.shown()}
    for id_, action in window.actions_by_id.items():
        plain = action.text().replace("&", "")
        assert (plain in names or f"{plain} (on)" in names) == action.isEnabled(), id_
    dialog.close()


def test_keys_are_shown(palette: Any) -> None:
    dialog, _ = palette
    by_name = {command.name: command for command in dialog.shown()}
    assert by_name["Command Palette…"].keys == "Ctrl+Shift+P"
    assert by_name["Open…"].group == "File"
    dialog.close()


def test_enter_calls_the_chosen_one(qtbot: Any, palette: Any) -> None:
    dialog, window = palette
    qtbot.keyClicks(dialog.field, "every rule")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.model.document.level == "every rule"


def test_the_arrows_walk_the_list_and_wrap(qtbot: Any, palette: Any) -> None:
    dialog, _ = palette
    qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    assert dialog.list.currentRow() == dialog.list.count() - 1
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 0
    qtbot.keyClick(dialog.field, Qt.Key.Key_Escape)


def test_an_example_is_called_by_its_name(qtbot: Any, palette: Any) -> None:
    dialog, window = palette
    qtbot.keyClicks(dialog.field, "himmelblau")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.model.document.text.startswith("(x^2 + y - 11)^2")


def test_letters_that_no_command_has_are_answered(qtbot: Any, palette: Any) -> None:
    palette, _ = palette
    palette.field.setText("zzzqqq")
    assert palette.shown() == []
    assert not palette._none.isHidden()
    assert palette.list.isHidden()
    palette.field.clear()
    assert not palette.list.isHidden()
