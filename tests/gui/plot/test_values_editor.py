"""Typing, pasting and drawing values: good ones are taken at once, bad ones are told where they stand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.gui import theme
from gradviz.gui.plot.names import html_name, html_number, plain_name, plain_number
from gradviz.gui.plot.values import BadValueError, check_properties, parse_number, parse_table
from gradviz.gui.plot.values_editor import ValuesEditor
from gradviz.numeric.binding import Binding, default_binding

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

w = Symbol("w", ("n", 1))
X = Symbol("X", ("m", "n"))
y = Symbol("y", ("m", 1))
lam = Symbol("lambda", SCALAR, frozenset({"positive"}))
P = Symbol("P", ("n", "n"), frozenset({"positive definite"}))
SYMBOLS = (w, X, y, lam, P)


@pytest.fixture
def editor(qtbot: Any) -> ValuesEditor:
    made = ValuesEditor()
    qtbot.addWidget(made)
    made.set_problem(SYMBOLS, default_binding(SYMBOLS, variables=[w]), [w])
    made.resize(360, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def retype(qtbot: Any, editor: ValuesEditor, text: str) -> None:
    field = editor.fields["lambda"].edit
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_there_is_an_editor_for_each_constant_and_none_for_the_variable(editor: ValuesEditor) -> None:
    assert set(editor.fields) == {"X", "y", "lambda", "P"}
    for field in editor.fields.values():
        inner = getattr(field, "edit", None) or field.table
        assert inner.objectName()
        assert inner.accessibleName()


def test_a_typed_number_is_taken_at_once(qtbot: Any, editor: ValuesEditor) -> None:
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        retype(qtbot, editor, "3")
    assert changed.args[0].values["lambda"] == 3
    assert editor.binding() is changed.args[0]


@pytest.mark.parametrize(
    ("text", "words"), [("abc", "not a number"), ("-", "not a number"), ("-2", "positive"), ("0", "positive")]
)
def test_a_bad_number_is_told_at_the_field_and_the_last_good_one_stays(
    qtbot: Any, editor: ValuesEditor, text: str, words: str
) -> None:
    before = editor.binding().values["lambda"]
    retype(qtbot, editor, text)
    message = editor.fields["lambda"].message
    assert message.isVisible()
    assert words in message.text()
    assert editor.binding().values["lambda"] == before
    retype(qtbot, editor, "1")
    assert not message.isVisible()


def test_a_cell_of_a_matrix_is_edited(qtbot: Any, editor: ValuesEditor) -> None:
    table = editor.fields["X"].table
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        table.item(3, 1).setText("7,5")
    assert changed.args[0].values["X"][3, 1] == 7.5


def test_a_bad_cell_is_told_and_nothing_changes_until_it_is_mended(qtbot: Any, editor: ValuesEditor) -> None:
    table = editor.fields["X"].table
    with qtbot.assertNotEmitted(editor.bindingChanged):
        table.item(0, 0).setText("abc")
        table.item(1, 0).setText("5")
    assert "abc" in editor.fields["X"].message.text()
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        table.item(0, 0).setText("4")
    np.testing.assert_array_equal(changed.args[0].values["X"][:2, 0], [4, 5])
    assert not editor.fields["X"].message.isVisible()


def test_escape_brings_the_last_good_numbers_back(qtbot: Any, editor: ValuesEditor) -> None:
    field = editor.fields["X"]
    before = field.table.item(0, 0).text()
    for text in ("abc", "1e400"):
        field.table.item(0, 0).setText(text)
        assert field.message.isVisible()
        assert field.table.item(0, 0).foreground().color().name() == field.theme.error
        with qtbot.assertNotEmitted(editor.bindingChanged):
            qtbot.keyClick(field.table, Qt.Key.Key_Escape)
        assert field.table.item(0, 0).text() == before
        assert not field.message.isVisible()


def test_a_symmetric_matrix_stays_symmetric_and_must_be_definite(qtbot: Any, editor: ValuesEditor) -> None:
    table = editor.fields["P"].table
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        table.item(0, 1).setText("0.25")
    np.testing.assert_array_equal(changed.args[0].values["P"], changed.args[0].values["P"].T)
    with qtbot.assertNotEmitted(editor.bindingChanged):
        table.item(0, 1).setText("100")
    assert "positive definite" in editor.fields["P"].message.text()


def test_a_vector_lies_down_and_stands_up_again_in_the_binding(qtbot: Any, editor: ValuesEditor) -> None:
    table = editor.fields["y"].table
    assert (table.rowCount(), table.columnCount()) == (1, 10)
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        table.item(0, 4).setText("2")
    assert changed.args[0].values["y"].shape == (10,)
    assert changed.args[0].values["y"][4] == 2


def test_a_table_is_pasted(qtbot: Any, editor: ValuesEditor) -> None:
    table = editor.fields["X"].table
    table.setCurrentCell(1, 0)
    QApplication.clipboard().setText("1\t2\n3\t4\n")
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(changed.args[0].values["X"][1:3], [[1, 2], [3, 4]])
    assert table.item(2, 1).text() == "4"


def test_a_column_is_pasted_into_a_vector(editor: ValuesEditor) -> None:
    editor.fields["y"].table.setCurrentCell(0, 0)
    editor.fields["y"].paste("\n".join(map(str, range(10))))
    np.testing.assert_array_equal(editor.binding().values["y"], np.arange(10.0))


def test_new_random_values_respect_properties_and_leave_the_variable_alone(qtbot: Any, editor: ValuesEditor) -> None:
    before = editor.binding()
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        qtbot.mouseClick(editor.draw_button, Qt.MouseButton.LeftButton)
    after = changed.args[0]
    np.testing.assert_array_equal(after.values["w"], before.values["w"])
    assert not np.array_equal(after.values["X"], before.values["X"])
    assert np.linalg.eigvalsh(after.values["P"])[0] > 0


def test_without_constants_it_says_so(editor: ValuesEditor) -> None:
    editor.set_problem([w], default_binding([w]), [w])
    assert editor.empty.isVisible()
    assert not editor.draw_button.isVisible()


def test_a_large_matrix_is_described_instead_of_shown(editor: ValuesEditor) -> None:
    binding = default_binding([X], dims={"m": 2_000, "n": 2})
    editor.set_problem([X], binding)
    assert editor.fields["X"].table is None


def test_setting_a_binding_is_silent(qtbot: Any, editor: ValuesEditor) -> None:
    other = default_binding(SYMBOLS, 5, variables=[w])
    with qtbot.assertNotEmitted(editor.bindingChanged):
        editor.set_binding(other)
    assert editor.fields["lambda"].edit.text() == f"{other.values['lambda']:g}"


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_it_draws_in_either_scheme(editor: ValuesEditor, scheme: theme.Theme) -> None:
    editor.set_theme(scheme)
    editor.fields["X"].table.item(0, 0).setText("?")
    assert not editor.grab().isNull()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1 2\n3 4", [[1, 2], [3, 4]]),
        ("1\t2,5\n", [[1, 2.5]]),
        ("[[1, 2],\n [3, 4]]", [[1, 2], [3, 4]]),
        ("1.5,2.5", [[1.5, 2.5]]),
        ("1;2;3", [[1, 2, 3]]),
        ("-1 −2 1/2", [[-1, -2, 0.5]]),
        ("", []),
    ],
)
def test_tables_are_read_as_they_are_copied(text: str, rows: list[list[float]]) -> None:
    assert parse_table(text) == rows


@pytest.mark.parametrize("text", ["", "x", "nan", "inf", "1/0", "1e999"])
def test_what_is_not_a_finite_number_is_refused(text: str) -> None:
    with pytest.raises(BadValueError):
        parse_number(text)


@pytest.mark.parametrize(
    ("what", "good", "bad"),
    [
        ("diagonal", [[1, 0], [0, 2]], [[1, 1], [0, 2]]),
        ("orthogonal", [[0, 1], [1, 0]], [[1, 1], [0, 1]]),
        ("invertible", [[1, 2], [0, 1]], [[1, 2], [2, 4]]),
        ("positive semidefinite", [[1, 1], [1, 1]], [[1, 2], [2, 1]]),
        ("full rank", [[1, 2], [0, 1]], [[1, 2], [2, 4]]),
        ("positive", [[1, 2], [3, 1]], [[1, 2], [0, 1]]),
    ],
)
def test_declared_properties_are_demanded(what: str, good: Any, bad: Any) -> None:
    symbol = Symbol("Q", (2, 2), frozenset({what}))
    check_properties(symbol, np.array(good, dtype=float))
    with pytest.raises(BadValueError, match="Q was declared"):
        check_properties(symbol, np.array(bad, dtype=float))


@pytest.mark.parametrize(
    ("value", "plain", "rich"),
    [
        (0.5, "0.5", "0.5"),
        (-2.0, "−2", "−2"),
        (1e-6, "10⁻⁶", "10<sup>−6</sup>"),
        (-1.5e12, "−1.5·10¹²", "−1.5·10<sup>12</sup>"),
        (12345.0, "12345", "12345"),
        (float("nan"), "undefined", "undefined"),
        (float("-inf"), "−∞", "−∞"),
        (-0.0, "0", "0"),
    ],
)
def test_numbers_read_well(value: float, plain: str, rich: str) -> None:
    assert plain_number(value) == plain
    assert html_number(value) == rich


def test_names_are_typeset_and_escaped() -> None:
    assert html_name("w_1") == "<i>w</i><sub>1</sub>"
    assert html_name("beta") == "<i>β</i>"
    assert html_name("x1", "3") == "<i>x</i><sub>1,3</sub>"
    assert plain_name("w_12") == "w₁₂"
    assert "<" not in html_name("<b>").replace("<i>", "").replace("</i>", "")
    assert Binding().dims == {}
