"""The symbol table, alone and in the window around the real engine."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from gradviz.algebra.properties import DECLARABLE
from gradviz.gui.editing.symbol_rows import PROPERTIES
from gradviz.gui.editing.symbol_table import KIND, NAME, PROPERTY, SHAPE, SOURCE, VALUE, SymbolTable
from gradviz.gui.worker.engine import Engine

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
    table.set_problem(_problem(text))


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


def test_one_click_begins_to_change_a_shape_and_only_selects_a_name(table: SymbolTable, qtbot: Any) -> None:
    _show(table, "x' A x")
    for column, opens in ((NAME, False), (SHAPE, True)):
        place = table.table.visualItemRect(table.table.item(1, column)).center()
        qtbot.mouseClick(table.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert (table.table.state() == table.table.State.EditingState) is opens


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
        if message["kind"] == "derive":
            made.session._wanted = reply["id"]
        if message["kind"] == "preview":
            made.session._previewed = reply["id"]
        if message["kind"] == "rename":
            made.session._renaming = (reply["id"], message["text"])
        client.answered.emit(reply)
        made.session._told.finish()
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
    _click(qtbot, window.symbols, 1, SOURCE)["back to inferred"].trigger()
    assert window.editor.toPlainText() == "x' A x"


def test_an_override_that_cannot_fit_is_said_at_the_row_and_in_the_text(qtbot: Any, window: Any) -> None:
    _click(qtbot, window.symbols, 1, KIND)["matrix"].trigger()
    assert window.editor.toPlainText() == "A in R^(n,m)\nx' A x"
    expected = window.editor_panel.message.text()
    assert "A" in window.symbols.note.text()
    assert _texts(window.symbols, 1)[5] == "does not fit"
    assert window.symbols.table.item(1, SOURCE).toolTip().partition(" (")[0] in expected
    assert window.editor.extraSelections()
    window.undo()
    assert _texts(window.symbols, 1)[5] == "assumed"
    assert "does not" not in window.symbols.note.text()


# --- definitions and unspecified functions


def test_definitions_and_functions_have_rows(table: SymbolTable) -> None:
    _show(table, "L: R^n -> R\nu = y - X w\nL(u) + g(w' w)")
    rows = {_texts(table, row)[0]: _texts(table, row)[1:] for row in range(table.table.rowCount())}
    assert rows["u"] == ["vector", "n×1", "", "= y - X w", "definition"]
    assert rows["L"] == ["function", "R^n → R", "", "", "declared"]
    assert rows["g"] == ["function", "R → R", "", "", "assumed"]
    assert rows["w"][4] == "assumed"


def test_the_reason_is_told_where_the_keyboard_is(table: SymbolTable, qtbot: Any) -> None:
    _show(table, "lambda x' A x")
    for row in range(table.table.rowCount()):
        table.table.setCurrentCell(row, KIND)
        name = _texts(table, row)[0]
        assert table.note.text().startswith(f"{name}: ")
        assert "convention" in table.note.text()


def _edit(qtbot: Any, table: SymbolTable, row: int, column: int, typed: str) -> None:
    table.table.setCurrentCell(row, column)
    table.table.editItem(table.table.item(row, column))
    field = next(f for f in table.table.findChildren(QLineEdit) if f.isVisible())
    field.selectAll()
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.wait(20)  # what was typed is taken over by a queued call


def _row(window: Any, name: str) -> int:
    names = [_texts(window.symbols, row)[0] for row in range(window.symbols.table.rowCount())]
    return names.index(name)


def _set_text(window: Any, text: str) -> None:
    window.model.change("Test", text=text)


def test_a_name_is_changed_everywhere_in_one_step(qtbot: Any, window: Any) -> None:
    _set_text(window, "X in R^(n,m)  # the data\nu = y - Xw\nu'u + 2 w'w")
    window.model.change("Test", wrt=("w",), values={"w": [1.0, 2.0]})
    steps = window.model.undo_stack.index()
    _edit(qtbot, window.symbols, _row(window, "w"), NAME, "v")
    document = window.model.document
    assert document.text == "X in R^(n,m)  # the data\nu = y - Xv\nu'u + 2 v'v"
    assert (document.wrt, document.values) == (("v",), {"v": [1.0, 2.0]})
    assert window.model.undo_stack.index() == steps + 1
    window.undo()
    assert window.editor.toPlainText() == "X in R^(n,m)  # the data\nu = y - Xw\nu'u + 2 w'w"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("A", "already the name"), ("tr", "is a function"), ("2x", "is no name"), ("pi", "meaning of its own")],
)
def test_a_name_that_clashes_is_refused_at_the_row(qtbot: Any, window: Any, typed: str, said: str) -> None:
    _edit(qtbot, window.symbols, 0, NAME, typed)
    assert window.editor.toPlainText() == "x' A x"
    assert said in window.symbols.note.text()
    assert said in window.symbols.table.item(0, NAME).toolTip()
    assert _texts(window.symbols, 0)[0] == "x"
    assert _texts(window.symbols, 0)[5] == "assumed"


def test_a_scalars_number_is_typed_in_place(qtbot: Any, window: Any) -> None:
    _set_text(window, "lambda x' x")
    window.symbols.set_values({"lambda": 2.0, "x": [1.0, 2.0]})
    row = _row(window, "λ")
    _edit(qtbot, window.symbols, row, VALUE, "1/4")
    assert window.model.document.values == {"lambda": 0.25}
    window.undo()
    assert window.model.document.values == {}
    _edit(qtbot, window.symbols, row, VALUE, "much")
    assert "not a number" in window.symbols.note.text()
    assert window.model.document.values == {}


def test_the_numbers_of_a_vector_are_edited_in_values(qtbot: Any, window: Any) -> None:
    window.symbols.set_values({"x": [1.0, 2.0]})
    with qtbot.waitSignal(window.symbols.values_asked) as told:
        _click(qtbot, window.symbols, 0, VALUE)["edit the numbers in Values"].trigger()
    assert told.args == ["x"]


def test_what_is_assumed_can_be_written_down_as_it_is(qtbot: Any, window: Any) -> None:
    _click(qtbot, window.symbols, 1, SOURCE)["declare it as it is"].trigger()
    assert window.editor.toPlainText() == "A in R^(n,n)\nx' A x"
    window.symbols.table.setCurrentCell(1, KIND)
    qtbot.keyClick(window.symbols.table, Qt.Key.Key_Delete)
    assert window.editor.toPlainText() == "x' A x"


def test_a_function_is_declared_changed_and_taken_back(qtbot: Any, window: Any) -> None:
    _set_text(window, "L(A x)")
    row = _row(window, "L")
    _click(qtbot, window.symbols, row, SOURCE)["declare it as it is"].trigger()
    assert window.editor.toPlainText().splitlines()[0].startswith("L: R^")
    _edit(qtbot, window.symbols, _row(window, "L"), SHAPE, "R^p -> R^q")
    assert window.editor.toPlainText() == "L: R^p -> R^q\nL(A x)"
    _edit(qtbot, window.symbols, _row(window, "L"), SHAPE, "R^p")
    assert "is no signature" in window.symbols.note.text()
    _click(qtbot, window.symbols, _row(window, "L"), SOURCE)["back to inferred"].trigger()
    assert window.editor.toPlainText() == "L(A x)"


def test_a_definition_leads_to_its_line(qtbot: Any, window: Any) -> None:
    _set_text(window, "u = A x\nu' u")
    _click(qtbot, window.symbols, _row(window, "u"), SOURCE)["show its line in the text"].trigger()
    assert window.editor.textCursor().selectedText() == "u = A x"
    _edit(qtbot, window.symbols, _row(window, "u"), NAME, "r")
    assert window.editor.toPlainText() == "r = A x\nr' r"


def test_the_keyboard_opens_every_choice(qtbot: Any, window: Any) -> None:
    table = window.symbols.table
    window.activateWindow()
    window.show_symbols()
    for column, choice in ((KIND, "vector"), (PROPERTY, "symmetric"), (SOURCE, "declare it as it is")):
        table.setCurrentCell(1, column)
        qtbot.keyClick(table, Qt.Key.Key_Return)
        assert choice in [action.text() for action in window.symbols.menu.actions()], column
        window.symbols.menu.hide()
    table.setCurrentCell(1, SHAPE)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    assert table.findChild(QLineEdit) is not None
