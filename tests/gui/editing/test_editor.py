"""The editor and the message below it."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel

from gradviz.gui.editing.editor import SourceEditor
from gradviz.gui.editing.editor_panel import EditorPanel
from gradviz.gui.editing.message_area import MessageArea

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def panel(qtbot: Any) -> EditorPanel:
    made = EditorPanel()
    qtbot.addWidget(made)
    made.resize(480, 220)
    made.show()
    return made


def _diagnostic(start: int, end: int, line: int = 1, column: int = 1, **more: Any) -> dict[str, Any]:
    return {
        "message": "A bracket is open",
        "start": start,
        "end": end,
        "line": line,
        "column": column,
        "suggestion": "",
    } | more


def _underlined(editor: SourceEditor) -> list[str]:
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return [s.cursor.selectedText() for s in editor.extraSelections() if s.format.underlineStyle() == wave]


def test_vectors_that_may_have_been_meant_as_numbers_are_declared_by_a_click(panel: EditorPanel, qtbot: Any) -> None:
    message = panel.message
    message.show_note("x: n", "", ["x"])
    assert message.text() == "x: n\nx is read as a vector, each of whose entries is mapped."
    assert message.as_numbers.text() == "Declare x in R"
    with qtbot.waitSignal(message.numbers_asked) as asked:
        qtbot.mouseClick(message.as_numbers, Qt.MouseButton.LeftButton)
    assert list(asked.args[0]) == ["x"]
    message.show_note("x: n · y: n", "", ["x", "y"])
    assert "x and y are read as vectors" in message.text()
    message.show_note("x: scalar")
    assert not message.as_numbers.isVisible()
    assert message.text() == "x: scalar"


def test_typing_is_told_at_once_and_again_when_it_settles(panel: EditorPanel, qtbot: Any) -> None:
    edited, settled = [], []
    panel.editor.edited.connect(edited.append)
    panel.editor.settled.connect(settled.append)
    qtbot.keyClicks(panel.editor, "x' A x")
    assert edited[-1] == "x' A x"
    assert len(edited) == 6
    qtbot.waitUntil(lambda: settled == ["x' A x"])


def test_setting_the_text_emits_nothing_and_keeps_the_rest(panel: EditorPanel, qtbot: Any) -> None:
    panel.editor.set_text("x' A x")
    with qtbot.assertNotEmitted(panel.editor.edited, wait=50):
        panel.editor.set_text("x' A A x")
    assert panel.editor.toPlainText() == "x' A A x"
    assert panel.editor.textCursor().position() == 7


@pytest.mark.parametrize("before", ["", "a", "aa", "ab\ncd", "𝐱 + y", "x + 𝐲"])
@pytest.mark.parametrize("after", ["", "a", "aaa", "abd\ncd", "𝐱 + 𝐱y", "𝐱𝐱"])
def test_any_text_can_follow_any_other(panel: EditorPanel, before: str, after: str) -> None:
    panel.editor.set_text(before)
    panel.editor.set_text(after)
    assert panel.editor.toPlainText() == after


def test_the_underlined_part_is_the_one_that_is_named(panel: EditorPanel) -> None:
    panel.editor.set_text("X in R^2\nx' (A x")
    panel.editor.set_diagnostics([_diagnostic(12, 13, 2, 4)])
    assert _underlined(panel.editor) == ["("]


def test_characters_beyond_the_basic_plane_do_not_shift_the_underline(panel: EditorPanel) -> None:
    panel.editor.set_text("𝐱 + 𝐲 $ z")
    panel.editor.set_diagnostics([_diagnostic(6, 7)])
    assert _underlined(panel.editor) == ["$"]


@pytest.mark.parametrize(("start", "end", "shown"), [(4, 4, "+"), (99, 120, "+"), (0, 0, "x"), (-5, 0, "x")])
def test_a_place_without_width_still_shows(panel: EditorPanel, start: int, end: int, shown: str) -> None:
    panel.editor.set_text("x  +")
    panel.editor.set_diagnostics([_diagnostic(start, end)])
    assert _underlined(panel.editor) == [shown]


def test_an_empty_text_has_nothing_to_underline(panel: EditorPanel) -> None:
    panel.editor.set_diagnostics([_diagnostic(0, 0)])
    assert _underlined(panel.editor) == []


def test_typing_on_takes_the_underline_away(panel: EditorPanel, qtbot: Any) -> None:
    panel.editor.set_text("x (")
    panel.editor.set_diagnostics([_diagnostic(2, 3)])
    panel.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(panel.editor, "y")
    assert _underlined(panel.editor) == []


def test_the_caret_stands_under_the_column(panel: EditorPanel) -> None:
    text = "X in R^2\nx' (A x"
    panel.message.show_error(text, [_diagnostic(12, 13, 2, 4, suggestion="Close it with )")])
    title, line, caret, hint = panel.message.text().split("\n")
    assert title == "Line 2, column 4: A bracket is open"
    assert line[caret.index("^")] == "("
    assert caret.strip() == "^"
    assert hint == "Close it with )"
    assert panel.message.accessibleDescription().startswith("Line 2, column 4")


def test_a_single_line_is_not_counted(panel: EditorPanel) -> None:
    panel.message.show_error("x (", [_diagnostic(2, 3, 1, 3), _diagnostic(0, 1)])
    assert panel.message.text().startswith("Column 3: A bracket is open (and 1 more)")


@pytest.mark.parametrize("column", [1, 40, 5_000, 99_999])
def test_a_long_line_is_cut_around_the_place(panel: EditorPanel, column: int) -> None:
    text = "x" * (column - 1) + "(" + "y" * (100_000 - column)
    panel.message.show_error(text, [_diagnostic(column - 1, column, 1, column)])
    _, line, caret = panel.message.text().split("\n")
    assert len(line) <= 60
    assert line[caret.index("^")] == "("


def test_a_tab_moves_to_the_next_widget(panel: EditorPanel, qtbot: Any) -> None:
    assert panel.editor.tabChangesFocus()
    assert panel.editor.accessibleName()


def test_the_reasons_are_shown_on_asking(qtbot):
    area = MessageArea()
    qtbot.addWidget(area)
    area.resize(500, 200)
    area.show()
    area.show_note("A: n×n", "A: n×n matrix; n×n because x is n×1 in x' A x.")
    details = area.findChild(QLabel, "message_details")
    assert not details.isVisible()
    qtbot.mouseClick(area.why, Qt.MouseButton.LeftButton)
    assert details.isVisible()
    assert "because x is n×1" in details.text()
    area.show_error("x)", [{"message": "`)` closes nothing", "start": 1, "end": 2, "line": 1, "column": 2}])
    assert not details.isVisible()
    assert not area.why.isVisible()
    assert "“)” closes nothing" in area.text()
    area.show_note("A: n×n", "A: n×n matrix.")
    assert details.isVisible()  # what was asked for once stays


def test_a_long_line_is_wrapped_and_each_of_its_characters_keeps_its_message(panel: EditorPanel, qtbot: Any) -> None:
    """LaTeX that is pasted may be one long line, even without a blank."""
    editor, wanted = panel.editor, []
    panel.room_wanted.connect(wanted.append)
    text = "x' x + " * 20 + r"\frac{" + "1" * 200 + "}{2}"
    editor.set_text(text)
    qtbot.waitUntil(lambda: bool(wanted))
    assert editor.horizontalScrollBar().maximum() == 0
    assert wanted[-1] > panel.height()
    ends = [i for i in range(len(text) - 1) if _row(editor, i) != _row(editor, i + 1)]
    assert len(ends) > 3
    for at in ends:
        editor.set_diagnostics([{"start": at, "end": at + 1, "message": "here"}])
        cursor = editor.textCursor()
        cursor.setPosition(at)
        place = editor.cursorRect(cursor).center() + QPoint(3, 0)
        assert editor._message_under(place) == "here"
        assert editor.extraSelections()[0].cursor.selectedText() == text[at]


def _row(editor: Any, at: int) -> int:
    cursor = editor.textCursor()
    cursor.setPosition(at)
    return int(editor.cursorRect(cursor).top())


def test_a_letter_with_alt_is_not_typed(panel: EditorPanel, qtbot: Any) -> None:
    """A menu of a Russian window has no key of the Latin keyboard on which formulas are typed."""
    qtbot.keyClicks(panel.editor, "x")
    qtbot.keyClick(panel.editor, "f", Qt.KeyboardModifier.AltModifier)
    assert panel.editor.toPlainText() == "x"
    if sys.platform != "darwin":
        qtbot.keyClick(panel.editor, "+", Qt.KeyboardModifier.ShiftModifier)
        assert panel.editor.toPlainText() == "x+"
