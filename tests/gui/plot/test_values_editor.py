"""Typing, pasting and drawing values: good ones are taken at once, bad ones are told where they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QScrollArea

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.gui import theme
from gradviz.gui.plot.data_dialog import DataDialog
from gradviz.gui.plot.names import html_name, html_number, plain_name, plain_number
from gradviz.gui.plot.value_fields import range_for
from gradviz.gui.plot.values import BadValueError, check_properties, parse_number, parse_table
from gradviz.gui.plot.values_editor import ValuesEditor
from gradviz.numeric.binding import Binding, default_binding
from gradviz.numeric.labels import SIGNS

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
    assert message.text()
    assert words in message.text()
    assert editor.binding().values["lambda"] == before
    retype(qtbot, editor, "1")
    assert not message.text()


def test_a_cell_of_a_matrix_is_edited(qtbot: Any, editor: ValuesEditor) -> None:
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        editor.fields["X"].type_in(3, 1, "7,5")
    assert changed.args[0].values["X"][3, 1] == 7.5


def test_a_cell_is_typed_into_by_the_keyboard(qtbot: Any, editor: ValuesEditor) -> None:
    assert editor.focus_symbol("X")
    table = editor.fields["X"].table
    table.setCurrentIndex(editor.fields["X"].model.index(1, 1))
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        qtbot.keyClicks(table, "9")
        qtbot.keyClicks(table.findChild(QLineEdit), "1")
        qtbot.keyClick(table.findChild(QLineEdit), Qt.Key.Key_Return)
    assert changed.args[0].values["X"][1, 1] == 91


def test_a_bad_cell_is_told_and_nothing_changes_until_it_is_mended(qtbot: Any, editor: ValuesEditor) -> None:
    field = editor.fields["X"]
    with qtbot.assertNotEmitted(editor.bindingChanged):
        field.type_in(0, 0, "abc")
        field.type_in(1, 0, "5")
    assert "abc" in field.message.text()
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        field.type_in(0, 0, "4")
    np.testing.assert_array_equal(changed.args[0].values["X"][:2, 0], [4, 5])
    assert not field.message.text()


def test_escape_brings_the_last_good_numbers_back(qtbot: Any, editor: ValuesEditor) -> None:
    editor.focus_symbol("X")
    field = editor.fields["X"]
    first = field.model.index(0, 0)
    before = first.data()
    for text in ("abc", "1e400"):
        field.type_in(0, 0, text)
        assert field.message.isVisible()
        assert first.data() == text
        assert first.data(Qt.ItemDataRole.ForegroundRole).name() == field.theme.error
        with qtbot.assertNotEmitted(editor.bindingChanged):
            qtbot.keyClick(field.table, Qt.Key.Key_Escape)
        assert first.data() == before
        assert not field.message.isVisible()


def test_a_symmetric_matrix_stays_symmetric_and_must_be_definite(qtbot: Any, editor: ValuesEditor) -> None:
    field = editor.fields["P"]
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        field.type_in(0, 1, "0.25")
    np.testing.assert_array_equal(changed.args[0].values["P"], changed.args[0].values["P"].T)
    with qtbot.assertNotEmitted(editor.bindingChanged):
        field.type_in(0, 1, "100")
    assert "positive definite" in field.message.text()


def test_a_column_is_shown_as_a_column_and_typed_downwards(qtbot: Any, editor: ValuesEditor) -> None:
    editor.focus_symbol("y")
    field = editor.fields["y"]
    assert (field.model.rowCount(), field.model.columnCount()) == (10, 1)
    assert field.table.horizontalHeader().isHidden()
    field.table.setCurrentIndex(field.model.index(4, 0))
    for typed in ("2", "3"):
        field.table.edit(field.table.currentIndex())
        cell = field.table.findChild(QLineEdit)
        cell.setText(typed)
        with qtbot.waitSignal(editor.bindingChanged) as changed:
            qtbot.keyClick(cell, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: field.table.findChild(QLineEdit) is None)
    assert changed.args[0].values["y"].shape == (10,)
    assert changed.args[0].values["y"][4:6].tolist() == [2, 3]
    assert field.table.currentIndex().row() == 6


def test_labels_are_said_and_drawn_again_to_fit_the_data_that_is_read(
    qtbot: Any, editor: ValuesEditor, tmp_path: Path
) -> None:
    w, X, y = Symbol("w", ("n", 1)), Symbol("X", ("m", "n")), Symbol("y", ("m", 1))
    binding = default_binding([w, X, y], variables=[w], labels={"y": SIGNS})
    editor.set_problem([w, X, y], binding, [w])
    assert "−1 and 1" in editor.fields["y"].note.text()
    assert editor.names.item(1).text() == "y   10×1   ±1"
    editor.draw_again()
    assert set(editor.binding().values["y"].tolist()) == {-1.0, 1.0}
    data = np.random.default_rng(4).normal(size=(40, 2))
    np.savetxt(tmp_path / "data.csv", data, delimiter=",")
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        editor.read("X", tmp_path / "data.csv")
    found = changed.args[0]
    np.testing.assert_allclose(found.values["X"], data)
    assert set(found.values["y"].tolist()) == {-1.0, 1.0}
    assert (np.sign(data @ [1.0, -0.5]) == found.values["y"]).mean() > 0.8  # labels of these rows, not of others


def test_a_table_is_pasted_and_copied(qtbot: Any, editor: ValuesEditor) -> None:
    editor.focus_symbol("X")
    field = editor.fields["X"]
    field.table.setCurrentIndex(field.model.index(1, 0))
    QApplication.clipboard().setText("1\t2\n3\t4\n")
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        qtbot.keyClick(field.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_array_equal(changed.args[0].values["X"][1:3], [[1, 2], [3, 4]])
    assert field.model.index(2, 1).data() == "4"
    field.table.clearSelection()
    field.table.selectRow(2)
    qtbot.keyClick(field.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "3.0\t4.0"


def test_what_is_pasted_over_the_edge_is_told(editor: ValuesEditor) -> None:
    field = editor.fields["X"]
    field.table.setCurrentIndex(field.model.index(9, 1))
    field.paste("1 2\n3 4")
    assert editor.binding().values["X"][9, 1] == 1
    assert "1×1" in field.message.text()


@pytest.mark.parametrize("text", ["1\tx", "1\tnan", ""])
def test_a_bad_paste_is_told_and_changes_nothing(qtbot: Any, editor: ValuesEditor, text: str) -> None:
    with qtbot.assertNotEmitted(editor.bindingChanged):
        editor.fields["X"].paste(text)
    assert editor.fields["X"].message.text()


@pytest.mark.parametrize("between", ["\n", "\t", ", "])
def test_a_column_or_a_line_is_pasted_into_a_vector(editor: ValuesEditor, between: str) -> None:
    editor.fields["y"].table.setCurrentIndex(editor.fields["y"].model.index(0, 0))
    editor.fields["y"].paste(between.join(map(str, range(10))))
    np.testing.assert_array_equal(editor.binding().values["y"], np.arange(10.0))


# --- sliders


def test_a_slider_changes_its_number(qtbot: Any, editor: ValuesEditor) -> None:
    field = editor.fields["lambda"]
    low, high = field.ends
    assert low > 0  # it was declared positive
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        field.slider.setValue(500)
    assert changed.args[0].values["lambda"] == pytest.approx((low + high) / 2, rel=0.01)
    assert field.edit.text() == f"{changed.args[0].values['lambda']:.12g}"


def test_a_moving_slider_gives_its_last_place_and_not_every_one(qtbot: Any, editor: ValuesEditor) -> None:
    given: list[float] = []
    editor.bindingChanged.connect(lambda binding: given.append(binding.values["lambda"]))
    field = editor.fields["lambda"]
    for position in range(100, 200):
        field.slider.setValue(position)
    shown = float(field.edit.text())
    qtbot.waitUntil(lambda: bool(given) and given[-1] == shown)
    assert len(given) < 50


def test_a_typed_number_moves_the_slider_and_its_ends(qtbot: Any, editor: ValuesEditor) -> None:
    retype(qtbot, editor, "1000")
    field = editor.fields["lambda"]
    assert field.ends[1] == 1000
    assert field.slider.value() == field.slider.maximum()


def test_the_ends_of_a_slider_are_typed_and_outlive_the_formula(qtbot: Any, editor: ValuesEditor) -> None:
    field = editor.fields["lambda"]
    field.high.setText("50")
    field.high.editingFinished.emit()
    assert field.ends[1] == 50
    field.low.setText("70")
    field.low.editingFinished.emit()
    assert "below" in field.message.text()
    editor.set_problem(SYMBOLS, editor.binding(), [w])
    assert editor.fields["lambda"].ends[1] == 50


@pytest.mark.parametrize("value", [0.0, 1.4, -3.0, 1e-9, 2e7])
def test_a_sliders_first_range_holds_the_value(value: float) -> None:
    low, high = range_for(value, positive=False)
    assert low < value < high
    assert low == -high


# --- files and generated data


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "data.csv"
    path.write_text(text)
    return path


def test_a_constant_is_read_from_a_file(qtbot: Any, editor: ValuesEditor, tmp_path: Path) -> None:
    data = np.arange(20.0).reshape(10, 2)
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        editor.read("X", write(tmp_path, "a,b\n" + "\n".join(f"{a},{b}" for a, b in data)))
    np.testing.assert_array_equal(changed.args[0].values["X"], data)
    assert "10×2" in editor.note.text()


def test_the_dialog_asks_for_the_chosen_constant_in_the_documents_folder(
    qtbot: Any, editor: ValuesEditor, tmp_path: Path, monkeypatch: Any
) -> None:
    asked: list[Any] = []
    path = write(tmp_path, "1;2\n" * 10)

    def answer(*arguments: Any) -> tuple[str, str]:
        asked.append(arguments)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    editor.folder = lambda: str(tmp_path)
    editor.focus_symbol("X")
    with qtbot.waitSignal(editor.bindingChanged):
        qtbot.mouseClick(editor.read_button, Qt.MouseButton.LeftButton)
    assert asked[0][1].endswith("X")
    assert asked[0][2] == str(tmp_path)


def test_named_sizes_take_those_of_the_data(qtbot: Any, editor: ValuesEditor, tmp_path: Path) -> None:
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        editor.read("X", write(tmp_path, "1,2\n3,4\n5,6\n"))
    binding = changed.args[0]
    assert binding.dims["m"] == 3
    np.testing.assert_array_equal(binding.values["X"], [[1, 2], [3, 4], [5, 6]])
    assert binding.values["y"].shape == (3,)
    qtbot.waitUntil(lambda: not editor.busy)  # the editors of the new sizes are there, and so is the sentence
    assert "m = 3" in editor.note.text()
    assert "y was drawn again" in editor.note.text()
    assert editor.fields["X"].model.rowCount() == 3


def test_data_that_somebody_gave_are_not_drawn_over_by_data_of_another_size(
    qtbot: Any, editor: ValuesEditor, tmp_path: Path
) -> None:
    for name, text in (("X", "1,2\n3,4\n5,6\n"), ("y", "1\n2\n")):
        editor.read(name, write(tmp_path, text))
        qtbot.waitUntil(lambda: not editor.busy)
    assert "X holds values of your own" in editor.fields["y"].message.text()
    assert (editor.binding().dims["m"], editor.binding().values["X"][2, 1]) == (3, 6)
    editor.draw_again()
    editor.read("y", write(tmp_path, "1\n2\n"))
    qtbot.waitUntil(lambda: not editor.busy)
    assert editor.binding().values["X"].shape == (2, 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,2\n3,x\n", "Line 2, column 2"),
        ("1,2\n3,nan\n", "Line 2, column 2"),
        ("1,2\n3,4,5\n", "Line 2"),
        ("", "no numbers"),
        ("\0", "not a text file"),
    ],
)
def test_a_bad_file_is_told_at_the_constant_and_its_numbers_stay(
    qtbot: Any, editor: ValuesEditor, tmp_path: Path, text: str, words: str
) -> None:
    before = editor.binding()
    with qtbot.assertNotEmitted(editor.bindingChanged):
        editor.read("X", write(tmp_path, text))
        qtbot.waitUntil(lambda: not editor.busy)
    assert words in editor.fields["X"].message.text()
    assert editor.fields["X"].message.text().count("data.csv") == 1
    assert editor.binding() is before


def test_sizes_that_cannot_match_are_explained(qtbot: Any, editor: ValuesEditor, tmp_path: Path) -> None:
    symbols = [w, Symbol("B", (2, 3)), P, y]
    editor.set_problem(symbols, default_binding(symbols, variables=[w]), [w])
    for name, words in (
        ("B", ("3×2", "2×3", "declared")),
        ("P", ("3×2", "square")),
        ("y", ("3×2", "one column", "write a point")),
    ):
        editor.read(name, write(tmp_path, "1,2\n3,4\n5,6\n"))
        qtbot.waitUntil(lambda: not editor.busy)
        assert all(word in editor.fields[name].message.text() for word in words), editor.fields[name].message.text()


def test_data_that_is_not_what_was_declared_is_refused(qtbot: Any, editor: ValuesEditor, tmp_path: Path) -> None:
    editor.read("P", write(tmp_path, "1,2\n2,1\n"))
    qtbot.waitUntil(lambda: not editor.busy)
    assert "positive definite" in editor.fields["P"].message.text()


def generate(qtbot: Any, editor: ValuesEditor, form: str, **settings: Any) -> DataDialog:
    qtbot.mouseClick(editor.generate_button, Qt.MouseButton.LeftButton)
    dialog = editor.findChild(DataDialog)
    dialog.form.setCurrentIndex(dialog.form.findData(form))
    for name, value in settings.items():
        getattr(dialog, name).setValue(value)
    dialog.accept()
    return dialog


@pytest.mark.parametrize(
    ("form", "wanted"),
    [("zeros", np.zeros((10, 2))), ("ones", 2 * np.ones((10, 2))), ("identity", 2 * np.eye(10, 2))],
)
def test_a_matrix_is_generated(qtbot: Any, editor: ValuesEditor, form: str, wanted: np.ndarray) -> None:
    editor.focus_symbol("X")
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        generate(qtbot, editor, form, scale=2.0)
    np.testing.assert_array_equal(changed.args[0].values["X"], wanted)


def test_random_numbers_come_from_their_seed(qtbot: Any, editor: ValuesEditor) -> None:
    editor.focus_symbol("X")
    drawn = []
    for seed in (1, 2, 1):
        generate(qtbot, editor, "random", seed=seed)
        drawn.append(editor.binding().values["X"])
        qtbot.waitUntil(lambda: editor.findChild(DataDialog) is None)
    np.testing.assert_array_equal(drawn[0], drawn[2])
    assert not np.array_equal(drawn[0], drawn[1])


def test_regression_data_fits_a_line_but_for_its_noise(qtbot: Any, editor: ValuesEditor) -> None:
    generate(qtbot, editor, "regression", rows=200, noise=0.1, seed=3)
    values = editor.binding().values
    assert values["X"].shape == (200, 2)
    _, (residual,), *_ = np.linalg.lstsq(values["X"], values["y"], rcond=None)
    assert residual / 200 == pytest.approx(0.1**2, rel=0.3)
    assert editor.binding().dims["m"] == 200


def test_classification_data_has_two_labels(qtbot: Any, editor: ValuesEditor) -> None:
    generate(qtbot, editor, "classification", rows=50)
    assert set(editor.binding().values["y"].tolist()) == {-1.0, 1.0}


def test_generating_what_was_not_declared_is_told_and_the_dialog_stays(qtbot: Any, editor: ValuesEditor) -> None:
    editor.focus_symbol("P")
    with qtbot.assertNotEmitted(editor.bindingChanged):
        dialog = generate(qtbot, editor, "zeros")
    assert dialog.isVisible()
    assert "positive definite" in dialog.message.text()
    dialog.reject()


# --- choosing


def test_a_symbol_is_chosen_and_its_editor_gets_the_cursor(qtbot: Any, editor: ValuesEditor) -> None:
    assert editor.focus_symbol("y")
    assert editor.chosen() == "y"
    assert editor.fields["y"].table.isVisible()
    assert not editor.fields["X"].table.isVisible()
    assert editor.focus_symbol("lambda")
    assert editor.fields["lambda"].edit.isVisible()
    assert editor.fields["lambda"].edit.selectedText()
    assert not editor.focus_symbol("w")


def test_the_chosen_symbol_stays_chosen_when_the_formula_changes(editor: ValuesEditor) -> None:
    editor.focus_symbol("P")
    editor.set_problem([w, P], default_binding([w, P], variables=[w]), [w])
    assert editor.chosen() == "P"


def test_the_editors_of_another_formula_take_the_old_ones_places_in_one_go(qtbot: Any, editor: ValuesEditor) -> None:
    before = dict(editor.fields)
    shown = [(editor.names.count(), editor.names.isVisible())]
    A, B = Symbol("A", ("n", "n")), Symbol("B", ("n", "n"))
    binding = default_binding([w, P, A, B], variables=[w])
    editor.set_problem([w, y], default_binding([w, y], variables=[w]), [w])  # superseded before a turn was over
    editor.set_problem([w, P, A, B], binding, [w])
    while editor.busy:
        QApplication.processEvents()
        shown.append((editor.names.count(), editor.names.isVisible()))
    assert set(shown) == {(4, True), (3, True)}
    assert list(editor.fields) == ["P", "A", "B"]
    assert editor.fields["P"] is before["P"]
    for name, field in editor.fields.items():
        assert np.array_equal(field.value, binding.matrix(field.symbol)), name


def test_there_is_one_scroll_bar_at_most_where_the_numbers_are(editor: ValuesEditor) -> None:
    editor.resize(420, 200)
    for name in ("X", "y", "P"):
        editor.focus_symbol(name)
        table = editor.fields[name].table
        assert table.height() >= 72
        parent = table.parentWidget()
        while parent is not editor:
            assert not isinstance(parent, QScrollArea)
            parent = parent.parentWidget()


def test_new_random_values_respect_properties_and_leave_the_variable_alone(qtbot: Any, editor: ValuesEditor) -> None:
    before = editor.binding()
    with qtbot.waitSignal(editor.bindingChanged) as changed:
        qtbot.mouseClick(editor.draw_button, Qt.MouseButton.LeftButton)
    after = changed.args[0]
    np.testing.assert_array_equal(after.values["w"], before.values["w"])
    assert not np.array_equal(after.values["X"], before.values["X"])
    assert np.linalg.eigvalsh(after.values["P"])[0] > 0


def test_without_constants_it_says_so(qtbot: Any, editor: ValuesEditor) -> None:
    editor.set_problem([w], default_binding([w]), [w])
    qtbot.waitUntil(lambda: not editor.busy)
    assert editor.empty.isVisible()
    assert "no constants" in editor.empty.text()
    assert not editor.draw_button.isVisible()
    editor.set_problem(None, default_binding([]))
    assert "no function yet" in editor.empty.text()


def test_a_large_matrix_is_shown_too(editor: ValuesEditor) -> None:
    binding = default_binding([X], dims={"m": 200_000, "n": 2})
    editor.set_problem([X], binding)
    editor.fields["X"].type_in(199_999, 1, "5")
    assert editor.binding().values["X"][199_999, 1] == 5


def test_setting_a_binding_is_silent(qtbot: Any, editor: ValuesEditor) -> None:
    other = default_binding(SYMBOLS, 5, variables=[w])
    with qtbot.assertNotEmitted(editor.bindingChanged):
        editor.set_binding(other)
    assert editor.fields["lambda"].edit.text() == f"{other.values['lambda']:g}"


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_it_draws_in_either_scheme(editor: ValuesEditor, scheme: theme.Theme) -> None:
    editor.set_theme(scheme)
    editor.fields["X"].type_in(0, 0, "?")
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
