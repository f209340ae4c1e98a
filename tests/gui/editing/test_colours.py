"""Colours, brackets and messages in the editor."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip

from gradviz.gui.editing.colours import LINE_LIMIT, bracket_pairs, spans
from gradviz.gui.editing.editor import SourceEditor
from gradviz.gui.theme import DARK, LIGHT
from tests.bounds import bounded

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def editor(qtbot: Any) -> SourceEditor:
    made = SourceEditor()
    qtbot.addWidget(made)
    made.resize(480, 160)
    made.show()
    qtbot.waitUntil(lambda: bool(made._colours))
    return made


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("A in R^(n,n) symmetric", [("in", "declared"), ("symmetric", "declared")]),
        ("A ∈ R^(n,n) positive definite", [("∈", "declared"), ("positive", "declared"), ("definite", "declared")]),
        ("log det X", [("log", "function"), ("det", "function")]),
        ("\\frac{1}{2} \\log x # half", [("\\frac", "command"), ("\\log", "function"), ("# half", "comment")]),
        ("in x", []),
        ("λ + \\beta", []),
        ("sum_{i=1}^n x_i", [("sum_{i=1}^n", "function")]),
    ],
)
def test_the_parts_of_a_line_have_their_class(line: str, parts: list[tuple[str, str]]) -> None:
    found = [(line[a:b], kind) for a, b, kind in spans(line)]
    assert {part for part in found if part[1] not in ("operator", "number")} == set(parts)


@pytest.mark.parametrize("line", ["x (", ")))", "|| |", "\\frac{1}", "\\", "𝐱 in R", "§", "{" * 200])
def test_no_text_is_too_broken_to_colour(line: str, editor: SourceEditor) -> None:
    editor.set_text(line)
    assert all(0 <= a < b <= len(line) for a, b, _ in spans(line))


@pytest.mark.parametrize(
    ("text", "opening", "closing"),
    [
        ("x' (A (B) x)", (3, 4), (11, 12)),
        ("||y - |t| x||^2", (0, 2), (11, 13)),
        ("<a, b>", (0, 1), (5, 6)),
        ("[1, 2;\n3, 4]", (0, 1), (11, 12)),
        ("\\frac{a}{b}", (8, 9), (10, 11)),
        ("‖x‖", (0, 1), (2, 3)),
    ],
)
def test_brackets_find_each_other(text: str, opening: tuple[int, int], closing: tuple[int, int]) -> None:
    pairs = bracket_pairs(text)
    assert pairs[opening[0]] == (opening, closing) == pairs[closing[0]]


def test_the_bracket_at_the_cursor_and_its_mate_are_marked(editor: SourceEditor, qtbot: Any) -> None:
    editor.set_text("𝐱' (A x)")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert [s.cursor.selectedText() for s in editor.extraSelections()] == ["(", ")"]
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    assert editor.extraSelections() == []


def test_replacing_a_marked_text_by_a_shorter_one_is_calm(editor: SourceEditor, qtbot: Any) -> None:
    """Qt warned of positions beyond the end."""
    editor.set_text("x' (A) (x")
    editor.set_diagnostics([{"message": "never closed", "start": 7, "end": 8}])
    editor.selectAll()
    qtbot.keyClicks(editor, "(y)")
    editor.set_text("")
    assert editor.extraSelections() == []


def _colour(editor: SourceEditor, position: int) -> QColor:
    formats = editor.document().firstBlock().layout().formats()
    return next((f.format.foreground().color() for f in formats if f.start <= position < f.start + f.length), QColor())


def test_colours_follow_the_theme(editor: SourceEditor) -> None:
    editor.set_text("log x")
    editor.set_theme(LIGHT)
    assert _colour(editor, 0) == QColor(LIGHT.syntax_function)
    editor.set_theme(DARK)
    assert _colour(editor, 0) == QColor(DARK.syntax_function)


def test_hovering_says_what_is_wrong_there_and_only_there(editor: SourceEditor, qtbot: Any) -> None:
    editor.set_text("x' (A x")
    editor.set_diagnostics([{"message": "never closed", "suggestion": "add )", "start": 3, "end": 4}])
    cursor = editor.textCursor()
    cursor.setPosition(3)
    place = editor.viewport().mapTo(editor, editor.cursorRect(cursor).center())
    place.setX(place.x() + 3)
    QApplication.sendEvent(editor, QHelpEvent(QEvent.Type.ToolTip, place, editor.mapToGlobal(place)))
    assert QToolTip.text() == "never closed\nadd )"
    assert editor.message_at(4) == ""
    place.setX(place.x() + 200)
    assert editor._message_under(editor.viewport().mapFrom(editor, place)) == ""
    QToolTip.hideText()


def test_the_longest_coloured_line_takes_little_time() -> None:
    line = ("||y - X w||^2 + lambda w' w + " * 40)[:LINE_LIMIT]
    list(spans(line))
    with bounded(0.5):
        list(spans(line))
