"""The symbol table, alone and in the window around the real engine."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gradviz.algebra.properties import DECLARABLE
from gradviz.gui.symbol_table import KIND, PROPERTIES, PROPERTY, SHAPE, SOURCE, VALUE, SymbolTable
from gradviz.gui.worker_engine import Engine

# The offscreen platform says so of windows and menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _problem(text: str) -> dict[str, Any]:
    return Engine().handle({"kind": "derive", "text": text})["problem"]


@pytest.fixture
def table(qtbot: Any) -> SymbolTable:
    made = SymbolTable()
    qtbot.addWidget(made)
    made.resize(620, 220)
    made.show()
    return made


def _show(table: SymbolTable, text: str) -> None:
    problem = _problem(text)
    table.set_symbols(problem["symbols"], problem["unused"])


def _texts(table: SymbolTable, row: int) -> list[str]:
    return [table.table.item(row, column).text() for column in range(table.table.columnCount())]


def _click(qtbot: Any, table: SymbolTable, row: int, column: int) -> dict[str, Any]:
    rect = table.table.visualItemRect(table.table.item(row, column))
    qtbot.mouseClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    return {action.text(): action for action in table.menu.actions() if action.text()}


def test_a_row_says_what_a_symbol_was_taken_for_and_why(table: SymbolTable) -> None:
    _show(table, "A in R^(n,n) symmetric\nt in R\nx' A x")
    assert _texts(table, 0) == ["x", "vector", "n×1", "none", "–", "assumed"]
    assert _texts(table, 1) == ["A", "square matrix", "n×n", "symmetric", "–", "declared"]
    assert _texts(table, 2)[5] == "declared, not used"
    assert "convention" in table.table.item(0, SOURCE).toolTip()


def test_the_properties_are_those_of_the_language() -> None:
    assert PROPERTIES == DECLARABLE


def test_values_are_summed_up(table: SymbolTable) -> None:
    _show(table, "x' A x")
    table.set_values({"x": [1.5, -2.0], "A": [[1.0, 0.0], [0.0, 1.0]]})
    assert table.table.item(0, VALUE).text() == "(1.5, −2)"
    assert table.table.item(1, VALUE).text() == "2×2 numbers"


def test_choosing_a_property_tells_the_whole_declaration(table: SymbolTable, qtbot: Any) -> None:
    _show(table, "x' A x")
    chosen = []
    table.declared.connect(lambda *a: chosen.append(a))
    _click(qtbot, table, 1, PROPERTY)["symmetric"].trigger()
    assert chosen == [("A", ["n", "n"], ["symmetric"])]


@pytest.mark.parametrize(
    ("kind", "sizes"),
    [("scalar", []), ("row vector", ["1", "n"]), ("matrix", ["n", "m"]), ("square matrix", ["n", "n"])],
)
def test_choosing_a_kind_tells_sizes(table: SymbolTable, qtbot: Any, kind: str, sizes: list[str]) -> None:
    _show(table, "x' x")
    chosen = []
    table.declared.connect(lambda *a: chosen.append(a))
    _click(qtbot, table, 0, KIND)[kind].trigger()
    assert chosen == [("x", sizes, [])]


@pytest.mark.parametrize(
    ("typed", "sizes"), [("3×3", ["3", "3"]), ("3, 2", ["3", "2"]), ("R^(p,q)", ["p", "q"]), ("5", ["5"]), ("1", [])]
)
def test_a_shape_is_typed(table: SymbolTable, qtbot: Any, typed: str, sizes: list[str]) -> None:
    _show(table, "x' A x")
    chosen = []
    table.declared.connect(lambda *a: chosen.append(a))
    table.table.setCurrentCell(1, SHAPE)
    table.table.editItem(table.table.item(1, SHAPE))
    field = table.table.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen == [("A", sizes, [])]


def test_no_shape_is_said_and_not_told(table: SymbolTable, qtbot: Any) -> None:
    _show(table, "x' A x")
    with qtbot.assertNotEmitted(table.declared):
        table.table.item(1, SHAPE).setText("n×+")
        table.table.item(1, SHAPE).setText("n×n×n")
    assert "is no shape" in table.note.text()
    assert table.table.item(1, SHAPE).text() == "n×n"


def test_a_hidden_table_is_filled_when_it_is_shown(qtbot: Any) -> None:
    table = SymbolTable()
    qtbot.addWidget(table)
    _show(table, "x' A x")
    assert table.table.rowCount() == 0
    table.show()
    assert table.table.rowCount() == 2


# --- in the window, with the engine that really runs


@pytest.fixture
def window(qtbot: Any, make_window: Any) -> Any:
    """A window whose worker is the engine itself, called at once."""
    made = make_window("x' A x")
    engine = Engine()
    client = made.client

    def request(message: dict[str, Any]) -> int:
        made._request_number = getattr(made, "_request_number", 10_000) + 1
        reply = {"id": made._request_number, "kind": message["kind"], **engine.handle(message)}
        made.session._wanted = reply["id"]
        client.answered.emit(reply)
        return made._request_number

    client.request = request
    made.picture.tabs.setCurrentWidget(made.symbols)
    made.session.derive()
    return made


def test_a_click_becomes_a_line_of_the_text_in_one_undo_step(qtbot: Any, window: Any) -> None:
    steps = window.model.undo_stack.count()
    _click(qtbot, window.symbols, 1, PROPERTY)["symmetric"].trigger()
    assert window.editor.toPlainText() == "A in R^(n,n) symmetric\nx' A x"
    assert _texts(window.symbols, 1)[3:] == ["symmetric", "–", "declared"]
    _click(qtbot, window.symbols, 1, PROPERTY)["positive definite"].trigger()
    assert window.editor.toPlainText() == "A in R^(n,n) symmetric, positive definite\nx' A x"
    assert window.model.undo_stack.count() == steps + 2
    window.undo()
    window.undo()
    assert window.editor.toPlainText() == "x' A x"
    assert _texts(window.symbols, 1)[5] == "assumed"


def test_a_declaration_is_taken_back(qtbot: Any, window: Any) -> None:
    window.declare("A", ["3", "3"], [])
    assert _texts(window.symbols, 0)[2] == "3×1"
    _click(qtbot, window.symbols, 1, SOURCE)["take back the declaration"].trigger()
    assert window.editor.toPlainText() == "x' A x"


def test_an_override_that_cannot_fit_is_said_at_the_row_and_in_the_text(qtbot: Any, window: Any) -> None:
    _click(qtbot, window.symbols, 1, KIND)["matrix"].trigger()
    assert window.editor.toPlainText() == "A in R^(n,m)\nx' A x"
    expected = window.editor_panel.message.text()
    assert "A" in window.symbols.note.text()
    assert _texts(window.symbols, 1)[5] == "does not fit"
    assert window.symbols.table.item(1, SOURCE).toolTip() in expected
    assert window.editor.extraSelections()
    window.undo()
    assert _texts(window.symbols, 1)[5] == "assumed"
    assert "written into the text" in window.symbols.note.text()
