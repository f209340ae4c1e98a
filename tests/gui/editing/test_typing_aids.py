"""Typing as a user does: completion, shortcuts, templates; in the real window around the fake worker."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextCursor

from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.language.templates import TEMPLATES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BY_ID = {template.id: template for template in TEMPLATES}
TAB, ENTER, ESCAPE, UP, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down
KEYS = {"⇥": TAB, "⏎": ENTER, "⎋": ESCAPE, "↑": UP, "↓": DOWN, "⌫": Qt.Key.Key_Backspace, "←": Qt.Key.Key_Left,
        "→": Qt.Key.Key_Right, "⇤": Qt.Key.Key_Backtab}  # fmt: skip


@pytest.fixture
def window(qtbot: Any, make_window: Any) -> Any:
    made = make_window("")
    qtbot.waitUntil(lambda: made.editor._aids is not None)
    made.editor.setFocus()
    return made


def _type(qtbot: Any, window: Any, keys: str) -> str:
    """Type; ⇥ is Tab and so on, ␣ Ctrl+Space. Returns the text with the cursor as ‸, a selection in «»."""
    for key in keys:
        if key in KEYS:
            qtbot.keyClick(window.editor, KEYS[key])
        elif key == "␣":
            qtbot.keyClick(window.editor, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
        else:
            qtbot.keyClick(window.editor, key)
    return _shown(window)


def _shown(window: Any) -> str:
    cursor, text = window.editor.textCursor(), window.editor.toPlainText()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    assert window.model.document.text == text  # the document knows, whatever happened
    if start == end:
        return f"{text[:start]}‸{text[start:]}"
    return f"{text[:start]}«{text[start:end]}»{text[end:]}"


def _set(window: Any, marked: str) -> None:
    """Put a text into the document; the cursor is at ‸, a selection in «»."""
    window.model.change("Test", text=marked.translate(str.maketrans("", "", "‸«»")))
    cursor = window.editor.textCursor()
    start = min(i for i in (marked.find("‸"), marked.find("«")) if i >= 0)
    cursor.setPosition(start)
    if "»" in marked:
        cursor.setPosition(marked.index("»") - 1, QTextCursor.MoveMode.KeepAnchor)
    window.editor.setTextCursor(cursor)


def _list(window: Any) -> Any:
    return window.editor._aids.list


COMPLETED = [
    ("tra⏎", "trace(‸)"),
    ("tra⇥A", "trace(A‸)"),
    ("tra⇥A)", "trace(A)‸"),
    ("tra⇥(A B))", "trace((A B))‸"),
    ("2 lo↓↓⏎t", "2 logdet(t‸)"),
    ("2 lo↑⏎", "2 log_sigmoid(‸)"),
    ("kro⇥", "kron(«▢», ▢)"),
    ("kro⇥A⇥B⇥ x", "kron(A, B) x‸"),
    ("la⏎", "λ‸"),
    ("l␣⎋x", "lx‸"),
    ("A in R^(n,n) sy⏎", "A in R^(n,n) symmetric‸"),
    # what gets in nobody's way
    ("X w⏎", "X w\n‸"),
    ("log⏎", "log\n‸"),  # a whole word
    ("log⇥x", "log(x‸)"),
    ("lo x", "lo x‸"),
    ("lo⎋⏎", "lo\n‸"),
    ("tra⎋ce", "trace‸"),  # closed for this word
    ("xq⏎y", "xq\ny‸"),
    ("mu⏎", "mu\n‸"),
]


def test_completing(qtbot: Any, window: Any) -> None:
    for keys, expected in COMPLETED:
        _set(window, "‸")
        assert _type(qtbot, window, keys) == expected, keys


def test_a_bracket_that_is_there_is_not_doubled(qtbot: Any, window: Any) -> None:
    _set(window, "tr‸(A)")
    assert _type(qtbot, window, "a⏎") == "trace(‸A)"


def test_the_documents_own_names_come_first_and_are_told_apart(qtbot: Any, window: Any) -> None:
    _set(window, "weights in R^n\nwobble = 2 weights\n‸")
    _type(qtbot, window, "we")
    offered = _list(window).offered
    assert (offered[0].label, offered[0].kind, offered[0].detail) == ("weights", "symbol", "n×1")


def test_the_list_is_beside_the_word_and_never_on_it(qtbot: Any, window: Any) -> None:
    for lines in (0, 20):
        _set(window, "\n" * lines + "‸")
        _type(qtbot, window, "x + lo")
        shown = _list(window)
        assert shown.isVisible()
        editor = window.editor
        corner = editor.viewport().mapTo(window, editor.cursorRect().topLeft())
        word = shown.geometry()
        assert not word.contains(corner)
        assert not word.contains(corner + QPoint(-5, editor.cursorRect().height() - 1))
        assert window.rect().contains(word)
        _type(qtbot, window, "⎋")


def test_the_list_follows_the_typing_and_the_mouse(qtbot: Any, window: Any) -> None:
    _type(qtbot, window, "s")
    assert not _list(window).isVisible()
    _type(qtbot, window, "i")
    assert "sin" in [c.label for c in _list(window).offered]
    _type(qtbot, window, "n")
    assert {c.label[:3] for c in _list(window).offered if c.kind == "function"} == {"sin"}
    _type(qtbot, window, "⌫⌫")
    assert not _list(window).isVisible()
    _type(qtbot, window, "of")
    item = _list(window).item(0)
    qtbot.mouseClick(
        _list(window).viewport(), Qt.MouseButton.LeftButton, pos=_list(window).visualItemRect(item).center()
    )
    assert _shown(window).startswith("soft")
    assert "(‸)" in _shown(window)


@pytest.mark.parametrize("how", ["arrow", "click", "focus", "undo"])
def test_leaving_closes_the_list(qtbot: Any, window: Any, how: str) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.editor.hasFocus)
    _type(qtbot, window, "lo")
    assert _list(window).isVisible()
    if how == "arrow":
        _type(qtbot, window, "←")
    elif how == "click":
        qtbot.mouseClick(window.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    elif how == "focus":
        window.options.wrt.setFocus()
    else:
        window.undo()
    assert not _list(window).isVisible()


def test_the_list_stays_with_its_word_when_the_editor_changes_its_height(qtbot: Any, window: Any) -> None:
    _type(qtbot, window, "lo")
    window.editor_panel.preview.setFixedHeight(76)

    def below_the_word() -> bool:
        corner = window.editor.viewport().mapTo(window, window.editor.cursorRect().bottomLeft())
        return bool(0 < _list(window).y() - corner.y() < 10)

    qtbot.waitUntil(below_the_word)
    assert _list(window).isVisible()


def test_tab_without_a_list_leaves_the_text(qtbot: Any, window: Any) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.editor.hasFocus)
    _type(qtbot, window, "x' x⇥")
    assert not window.editor.hasFocus()


def test_undo_takes_a_completion_back_in_one_step(qtbot: Any, window: Any) -> None:
    _type(qtbot, window, "2 tra⏎A")
    window.undo()
    assert _shown(window).replace("‸", "") == "2 trace()"
    window.undo()
    assert _shown(window) == "2 tra‸"
    window.redo()
    assert _shown(window).replace("‸", "") == "2 trace()"


# --- shortcuts


COMMANDS = [
    (r"\alpha ", "α ‸"),
    (r"\alpha⇥", "α‸"),
    (r"\alpha⏎", "α‸"),
    (r"\alpha⎋⇥", "α‸"),
    (r"\alpha⎋⏎", "α\n‸"),
    (r"\beta_1", "β_1‸"),
    (r"2\lambda+", "2λ+‸"),
    (r"\alpha\beta ", "αβ ‸"),
    (r"A \otimes B", "A ⊗ B‸"),
    (r"x^\top y", "xᵀ y‸"),
    (r"x\T A", "xᵀ A‸"),
    (r"A\inv x", "A⁻¹ x‸"),
    (r"A \in \R^n", "A ∈ ℝ^n‸"),
    (r"\sum_{i=1}", "∑_{i=1}‸"),
    (r"\norm x⇥^2", "‖x‖^2‸"),
    (r"\norm⇥x", "‖x‸‖"),
    (r"\inner⇥a⇥b⇥ c", "⟨a, b⟩ c‸"),
    (r"\al⌫⌫be⏎", "β‸"),
    # LaTeX that goes on as LaTeX
    (r"\frac{1}{2}", r"\frac{1}{2}‸"),
    (r"\frac⎋ ", r"\frac ‸"),
    (r"x^{\top} x", r"x^{\top} x‸"),
    (r"\sqrt{s}", r"\sqrt{s}‸"),
    (r"\mathbf{x}", r"\mathbf{x}‸"),
    (r"\sum\limits_i", r"\sum\limits_i‸"),
    (r"\al x", r"\al x‸"),
    (r"\fr⏎1⇥2⇥ x", r"\frac{1}{2} x‸"),
]


def test_a_command_turns_into_its_sign(qtbot: Any, window: Any) -> None:
    for keys, expected in COMMANDS:
        _set(window, "‸")
        assert _type(qtbot, window, keys) == expected, keys


def test_undo_right_after_gives_back_what_was_typed(qtbot: Any, window: Any) -> None:
    _type(qtbot, window, r"2 \alpha ")
    assert _shown(window) == "2 α ‸"
    window.undo()
    assert _shown(window) == r"2 \alpha ‸"
    _type(qtbot, window, "x")
    assert _shown(window) == r"2 \alpha x‸"  # and it stays so


def test_what_is_pasted_is_left_alone(qtbot: Any, window: Any) -> None:
    pasted = r"\alpha x^\top \sqrt{2} \otimes"
    mime = QMimeData()
    mime.setText(pasted)
    window.editor.insertFromMimeData(mime)
    assert _type(qtbot, window, " y") == f"{pasted} y‸"


def test_what_is_half_pasted_is_left_alone(qtbot: Any, window: Any) -> None:
    _type(qtbot, window, "\\")
    mime = QMimeData()
    mime.setText("alpha")
    window.editor.insertFromMimeData(mime)
    assert _type(qtbot, window, " ") == "\\alpha ‸"


def test_the_backslash_shows_the_signs(qtbot: Any, window: Any) -> None:
    _type(qtbot, window, r"\ot")
    assert [(c.label, c.detail) for c in _list(window).offered] == [(r"\otimes", "⊗")]
    _type(qtbot, window, "⎋⌫⌫⌫\\f")
    assert [c.text for c in _list(window).offered] == [r"\frac{▢}{▢}", "(▢)/(▢)"]


# --- templates


PLACED = [
    ("‸", "fraction", "(«▢»)/(▢)"),
    ("«x + y»", "transpose", "(x + y)ᵀ‸"),
    ("2 «A x» + b", "norm_squared", "2 ‖A x‖^2‸ + b"),
    ("«A x» b", "inner", "⟨A x, «▢»⟩ b"),
    ("x‸", "transpose", "xᵀ‸"),
    ("x ‸", "transpose", "x «▢»ᵀ"),
    ("x‸y", "trace", "x tr(«▢»)y"),
    ("‸", "identity", "I‸"),
    ("x' x‸", "declare_matrix", "«▢» in R^(▢,▢)\nx' x"),
    ("a\nA‸ x", "declare_scalar", "a\n«▢» in R\nA x"),
    ("«A» x", "declare_symmetric", "A in R^(n,n) symmetric\n‸A x"),
    ("||«y - X w»||", "definition", "«▢» = y - X w\n||y - X w||"),
    ("\n‸", "declare_scalar", "\n«▢» in R"),
]


def test_a_template_goes_where_it_belongs(window: Any) -> None:
    for before, template, expected in PLACED:
        _set(window, before)
        window.insert(BY_ID[template])
        assert _shown(window) == expected, (before, template)


def test_tab_walks_the_places_and_escape_ends(qtbot: Any, window: Any) -> None:
    window.insert(BY_ID["sum_over"])
    assert _shown(window) == "∑_{«▢»=1}^{▢} ▢"
    marked = [s.cursor.selectedText() for s in window.editor.extraSelections() if s.cursor.selectedText() == "▢"]
    assert len(marked) == 3
    assert _type(qtbot, window, "i⇥") == "∑_{i=1}^{«▢»} ▢"
    assert _type(qtbot, window, "m⇥") == "∑_{i=1}^{m} «▢»"
    assert _type(qtbot, window, "⇤") == "∑_{i=1}^{«m»} ▢"
    assert _type(qtbot, window, "⇤l⇥⇥") == "∑_{l=1}^{m} «▢»"
    assert _type(qtbot, window, "x_l⇥ + 1") == "∑_{l=1}^{m} x_l + 1‸"
    window.insert(BY_ID["inner"])
    _type(qtbot, window, "⎋")
    assert not window.editor._aids.places.active


def test_templates_nest(qtbot: Any, window: Any) -> None:
    window.insert(BY_ID["fraction"])
    window.insert(BY_ID["inner"])
    assert _shown(window) == "(⟨«▢», ▢⟩)/(▢)"
    assert _type(qtbot, window, "a⇥b⇥tra⏎A⇥ c") == "(⟨a, b⟩)/(trace(A)) c‸"


def test_a_click_elsewhere_ends_the_walk(qtbot: Any, window: Any) -> None:
    _set(window, "x' x + ‸")
    window.insert(BY_ID["inner"])
    cursor = window.editor.textCursor()
    cursor.setPosition(0)
    window.editor.setTextCursor(cursor)
    assert not window.editor._aids.places.active


def test_a_template_and_each_place_are_steps_to_undo(qtbot: Any, window: Any) -> None:
    _set(window, "x‸ ")
    steps = window.model.undo_stack.index()
    window.insert(BY_ID["hadamard"])
    assert window.model.undo_stack.index() == steps + 1
    assert window.model.undo_stack.undoText() == "Insert Entrywise (Hadamard) product"
    _type(qtbot, window, "ab")
    assert window.model.undo_stack.index() == steps + 2  # a letter over a place, and the next, are one
    window.undo()
    window.undo()
    assert window.editor.toPlainText() == "x "


def test_an_empty_place_is_said_as_such(qtbot: Any, window: Any) -> None:
    text = "tr(▢)"
    found = {"message": "the character '▢' is not understood", "start": 3, "end": 4, "line": 1, "column": 4}
    window.editor_panel.message.show_error(text, [found])
    assert "still empty" in window.editor_panel.message.text()


MEANT = [
    "x' A x",
    "X in R^(n,m)\ny in R^n\nw in R^m\n||y - X w||^2",
    "A in R^(n,n) symmetric, positive definite\nlog det A + tr(A B)",
    "u = W x + b\nsum(log(1 + exp(-u)))",
    "sum_{i=1}^{l} log(1 + exp(-y_i <w, x_i>))",
    "norm(x)^2 + mu\nmax(0, x)' a",
    "alpha x' x + ab",
    "sin x cos x + tan(x)/x",
    r"\frac{1}{2} \|y - X\beta\|_2^2 + \lambda \|\beta\|_1",
    r"\mathbf{x}^{\top} A \mathbf{x} + \operatorname{tr}(A^{-1} B)",
    r"x^\top A x - \log\det X",
    r"\sum_{i=1}^{n} (y_i - w^\top x_i)^2",
    r"\left\langle a, x \right\rangle \cdot \sigma(t)",
    r"\begin{bmatrix} t & 1 \\ 0 & s \end{bmatrix} x",
    r"\sqrt{x^\top x} + \exp(-\lVert x \rVert^2)",
    r"A \otimes B + C \odot D",
    r"x^{\odot2} + x^{\odot 2} + \exp_{\odot}(x)",
]


def test_what_is_typed_means_what_was_meant(qtbot: Any, window: Any) -> None:
    """Key by key, without a look at the list: a line ends with Enter."""
    for text in MEANT:
        _set(window, "‸")
        _type(qtbot, window, text.replace("\n", "⏎"))
        assert _meaning(window.editor.toPlainText()) == _meaning(text), text


def _meaning(text: str) -> Any:
    try:
        return parse(text).function
    except LanguageError as error:  # then both are refused alike
        return [d.message for d in error.diagnostics]
