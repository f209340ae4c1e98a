"""Answers that the user types: read in the problem's names, judged, told in words, pointed at where they are wrong."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from gradviz import api
from gradviz.gui.answer.reading import check_answer
from gradviz.gui.derivation.panel import DerivationPanel
from gradviz.gui.worker.engine import Engine
from gradviz.language.diagnostics import LanguageError

# The offscreen platform says so of every window whose smallest size changes.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

LEAST_SQUARES = "X in R^(m,n)\ny in R^m\nw in R^n\n||y - X w||^2"
LOGISTIC = "X in R^(m,n)\ny in R^m\nw in R^n\nsum(log(1 + exp(-y .* (X w))))"
RIDGE = "X in R^(m,n)\nw in R^n\nlambda in R\n1/2 ||X w||^2 + lambda w' w"
GAUSSIAN = "S in R^(d,d) symmetric, positive definite\nx, mu in R^d\n-1/2 logdet(S) - 1/2 (x - mu)' S^-1 (x - mu)"
NETWORK = "x in R^n\nW in R^(m,n)\nb in R^m\nu = W x + b\nL(u)"


@pytest.mark.parametrize(
    ("source", "options", "answer", "verdict"),
    [
        (LEAST_SQUARES, {}, "2X'(Xw − y)", "equal"),
        (LEAST_SQUARES, {}, r"2 X^\top (X w - y)", "equal"),
        (LEAST_SQUARES, {}, "g = 2 X'(X w - y)", "equal"),
        (LEAST_SQUARES, {}, "r = X w - y\n2 X' r", "equal"),
        (NETWORK, {"wrt": "x"}, "W' ∇L(u)", "equal"),
        (NETWORK, {"wrt": "x"}, "W' ∇L(W x + b)", "equal"),
        (NETWORK, {"wrt": "W"}, "∇L(u) x'", "equal"),
        (NETWORK, {"wrt": "W"}, "x ∇L(u)'", "layout"),
        ("tr A", {"wrt": "A"}, "I", "equal"),
        ("tr A", {"wrt": "A"}, "I_n", "equal"),
        ("tr A", {"wrt": "A"}, "2 I", "factor"),
        ("(x-1)^2 + y^2", {}, "[2 (x-1); 2 y]", "equal"),
        ("(x-1)^2 + y^2", {}, "[2 x - 2, 2 y]", "layout"),
        ("A in R^(n,n) symmetric\nx in R^n\nx' A x", {"wrt": "x"}, "2 A x", "equal"),
        (LEAST_SQUARES, {}, "∇f = 2 X^⊤(X w − y)", "equal"),
        (LEAST_SQUARES, {}, r"\nabla f = \sum_{i=1}^m 2 X_{ij} (\sum_{k=1}^n X_{ik} w_k - y_i)", "equal"),
        (LEAST_SQUARES, {}, r"\frac{\partial f}{\partial w} = 2 X^T (X w - y)", "equal"),
        (LEAST_SQUARES, {}, "2 X' X w - 2 X' y = 0", "equal"),
        ("x' A x", {"wrt": "x"}, "sum_j (A_ij + A_ji) x_j", "equal"),
        ("x' A x", {"wrt": "x"}, "sum_j A_ij x_j", "missing term"),
        ("A x", {"wrt": "x"}, "A_ij", "equal"),
        ("tr(A X B)", {"wrt": "X"}, "sum_k A_ki B_jk", "equal"),
        ("x' A x", {"wrt": "x"}, "sum_k (a_ik + a_{ki}) x_k", "equal"),
        (LEAST_SQUARES, {}, "2 * X.T @ (X @ w - y)", "equal"),
        (LEAST_SQUARES, {}, "r = X.dot(w) - y\n2 * np.dot(X.transpose(), r)", "equal"),
        (LEAST_SQUARES, {}, "2 * (X @ w - y) @ X", "equal"),
        (LEAST_SQUARES, {}, "2 * X.T @ (X @ w - y) / len(y)", "factor"),
        (LEAST_SQUARES, {}, "2 * (X * (X @ w - y)[:, None]).T @ np.ones(X.shape[0])", "equal"),
        (RIDGE, {"wrt": "w"}, "X.T @ X @ w + 2 * lam * w", "equal"),
        (RIDGE, {"wrt": "w"}, "X' X w + 2 lam w", "equal"),
        (RIDGE, {"wrt": "w"}, "X' X w + 2 lambda", "equal"),
        (LOGISTIC, {"wrt": "w"}, "-X.T @ (y / (1 + np.exp(y * (X @ w))))", "equal"),
        (LOGISTIC, {"wrt": "w"}, "X.T @ (y / (1 + np.exp(y * (X @ w))))", "sign"),
        ("A, B in R^(n,n)\ntr(A' B B)", {"wrt": "A"}, "B * B", "equal"),
        ("A, B in R^(n,n)\ntr(A' B B)", {"wrt": "A"}, "np.multiply(B, B)", "wrong"),
        ("S in R^(n,n) invertible\nx' S^-1 a", {"wrt": "x"}, "np.linalg.solve(S, a)", "equal"),
        (GAUSSIAN, {"wrt": "mu"}, "S (x - mu)", "inverse"),
        ("||A x - b||", {"wrt": "x"}, r"\frac{A^\top (A x - b)}{\lVert A x - b \rVert_2}", "equal"),
        ("X in R^(m,n)\nsum(X)^2", {"wrt": "X"}, r"2 \operatorname{sum}(X) \mathbf{1}_{m \times n}", "equal"),
        ("X in R^(m,n)\nX", {"wrt": "X"}, "I", "equal"),
        ("X in R^(m,n)\nX", {"wrt": "X"}, "2 I", "factor"),
        (GAUSSIAN, {"wrt": "S"}, "-1/2 S^-1 + 1/2 (x - mu) (x - mu)'", "wrong term"),
        ("x' A y", {"wrt": "A"}, "np.outer(x, y)", "equal"),
    ],
)
def test_the_answer_is_read_in_the_names_of_the_problem(
    source: str, options: dict[str, Any], answer: str, verdict: str
) -> None:
    assert check_answer(api.derive(source, **options), answer).judgement.verdict == verdict


@pytest.mark.parametrize(
    ("source", "wrt", "answer", "corrected", "slip"),
    [
        (LEAST_SQUARES, "w", "2 X (X w - y)", "2 X' (X w - y)", "transpose"),
        (LEAST_SQUARES, "w", "2 (X w - y) X", "2 (X w - y)' X", "transpose"),
        ("tr(A X B)", "X", "A B", "A' B'", "transpose"),
        ("tr(A X B)", "X", "B' A'", "A' B'", "order"),
        (LEAST_SQUARES, "w", "2 (X w - y) X'", "2 X' (X w - y)", "order"),
        (LEAST_SQUARES, "w", "X (y - X w)", "X' (y - X w)", "transpose"),  # and then a factor
        (RIDGE, "w", "(X'X + 2 lambda) w", "(X'X + 2 lambda I) w", "missing factor"),
    ],
)
def test_one_slip_that_makes_it_unreadable_is_found(
    source: str, wrt: str, answer: str, corrected: str, slip: str
) -> None:
    found = check_answer(api.derive(source, wrt=wrt), answer)
    assert (found.corrected, found.slip) == (corrected, slip)
    assert found.error is not None
    assert found.error.start >= 0


def test_an_answer_by_an_entry_is_told_as_a_matrix() -> None:
    assert check_answer(api.derive("x' A x", wrt="x"), "sum_j (A_ij + A_ji) x_j").reads == "(A + A') x"


@pytest.mark.parametrize(
    ("answer", "column", "message"),
    [
        ("2 X'(X w - y", 5, "never closed"),
        ("2 X'(X b - y)", 8, "b does not occur in the problem"),
        ("2 x'(X w - y)", 3, "x does not occur in the problem"),
        ("cos'(w)", 1, "the derivative of cos"),
        ("sum_k X_ki y_k X_ij", 1, "an entry of this is no entry"),
        ("", 1, "no answer yet"),
        ("y + w", 5, "one shape"),
        ("2 sum_i (x_i' w - y_i) x_i", 10, "X is a matrix"),
    ],
)
def test_errors_point_at_the_place(answer: str, column: int, message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        check_answer(api.derive(LEAST_SQUARES), answer)
    first = caught.value.diagnostics[0]
    assert message in first.message
    assert first.column == column


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _reply(engine: Engine, answer: str, text: str = LEAST_SQUARES, **more: Any) -> dict[str, Any]:
    return engine.handle({"kind": "check", "text": text, "answer": answer, **more})


@pytest.mark.parametrize(
    ("answer", "tone", "title", "part"),
    [
        ("2 X'(X w - y)", "ok", "Correct", "8 random instances"),
        ("2 (X w - y)' X", "ok", "Correct, in another layout", "numerator layout"),
        ("vec(2 X'(X w - y))", "ok", "Correct", ""),
        ("X'(X w - y)", "error", "A factor is wrong", "1/2 times"),
        ("2 X'(y - X w)", "error", "The sign is wrong", ""),
        ("2 X (X w - y)", "error", "A transpose is missing or too much", "2 X' (X w - y) would be right"),
        ("2 X' X w", "error", "A term is missing", "-2 X' y"),
        ("X (X w - y)", "error", "A transpose is missing or too much", "A factor is wrong. Your answer is 1/2 times"),
        ("y", "error", "The shape is wrong", "m×1, the derivative is n×1"),
        ("sin(w)", "error", "Not correct", "should be"),
        ("2 (X w - y)", "error", "A factor is missing", "2 X' (X w - y) would be right"),
    ],
)
def test_the_verdict_in_words(engine: Engine, answer: str, tone: str, title: str, part: str) -> None:
    reply = _reply(engine, answer)
    assert (reply["tone"], reply["title"]) == (tone, title)
    assert part in reply["sentence"]


def test_a_wrong_answer_comes_with_numbers(engine: Engine) -> None:
    rows = {row["name"]: row["value"] for row in _reply(engine, "sin(w)")["numbers"]}
    assert {"m", "n", "X", "w", "y"} <= set(rows)
    assert rows["X"].count(";") + 1 == int(rows["m"])
    right, given = (rows[name] for name in rows if "answer" in name)
    assert float(right) != float(given)


def test_each_variable_has_an_answer_of_its_own(engine: Engine) -> None:
    asked = {"wrt": ["X", "w"], "text": "X in R^(m,n)\nw in R^n\n||X w||^2", "kind": "check"}
    assert engine.handle({**asked, "answer": "2 X w w'", "which": 0})["verdict"] == "equal"
    assert engine.handle({**asked, "answer": "2 X' X w", "which": 1})["verdict"] == "equal"
    assert engine.handle({**asked, "answer": "2 X' X w", "which": 0})["verdict"] == "other"


@pytest.fixture
def panel(qtbot: Any, engine: Engine) -> DerivationPanel:
    """A panel whose answers are judged at once."""
    made = DerivationPanel()
    qtbot.addWidget(made)
    made.resize(520, 640)
    made.show_derivation(engine.handle({"kind": "derive", "text": LEAST_SQUARES}))
    made.check_bar.asked.connect(lambda answer, which: made.check_bar.show_verdict(_reply(engine, answer, which=which)))
    made.set_checking(True)
    made.show()
    qtbot.waitExposed(made)
    return made


def _answer(qtbot: Any, panel: DerivationPanel, text: str) -> None:
    panel.check_bar.field.setText(text)
    qtbot.keyClick(panel.check_bar.field, Qt.Key.Key_Return)


def test_enter_checks(qtbot: Any, panel: DerivationPanel) -> None:
    _answer(qtbot, panel, "2 X'(X w - y)")
    assert panel.check_bar.verdict == "equal"
    assert panel.check_bar.text().startswith("✓ Correct")
    assert panel.check_bar.subject.currentText() == "∇_w f"


def test_typing_on_takes_the_verdict_back(qtbot: Any, panel: DerivationPanel) -> None:
    _answer(qtbot, panel, "2 X'(X w - y)")
    qtbot.keyClicks(panel.check_bar.field, " + w")
    assert panel.check_bar.text() == ""


def test_the_correction_is_taken_over(qtbot: Any, panel: DerivationPanel) -> None:
    _answer(qtbot, panel, "2 X(X w - y)")
    qtbot.mouseClick(panel.check_bar._take, Qt.MouseButton.LeftButton)
    assert panel.check_bar.field.text() == "2 X'(X w - y)"
    assert panel.check_bar.verdict == "equal"


def test_what_the_judge_knows_to_be_right_can_be_taken_over(qtbot: Any, panel: DerivationPanel) -> None:
    _answer(qtbot, panel, "2 (X w - y)")
    qtbot.mouseClick(panel.check_bar._take, Qt.MouseButton.LeftButton)
    assert panel.check_bar.verdict == "equal"


def test_a_wrong_place_is_selected(qtbot: Any, panel: DerivationPanel) -> None:
    _answer(qtbot, panel, "2 X'(X b - y)")
    assert panel.check_bar.field.selectedText() == "b"
    assert panel.check_bar.text().startswith("Column 8")
    assert panel.check_bar._place.text().splitlines()[1].index("^") == 7


def test_the_numbers_open(qtbot: Any, panel: DerivationPanel) -> None:
    _answer(qtbot, panel, "sin(w)")
    assert not panel.check_bar._numbers_area.isVisible()
    qtbot.mouseClick(panel.check_bar._more, Qt.MouseButton.LeftButton)
    assert panel.check_bar._numbers_area.isVisible()
    assert "your answer" in panel.check_bar._numbers.text()


def test_the_derivation_can_be_hidden(qtbot: Any, panel: DerivationPanel) -> None:
    assert panel.lines_view.isVisible()
    panel.check_bar.hide_box.setChecked(True)
    assert not panel.lines_view.isVisible()
    assert not panel.answer.isVisible()
    with qtbot.waitSignal(panel.check_toggled):
        qtbot.keyClick(panel.check_bar.field, Qt.Key.Key_Escape)
    panel.set_checking(False)
    assert panel.lines_view.isVisible()
    assert panel.answer.isVisible()


def test_another_problem_takes_the_verdict_back(qtbot: Any, panel: DerivationPanel, engine: Engine) -> None:
    _answer(qtbot, panel, "2 X'(X w - y)")
    panel.show_derivation(engine.handle({"kind": "derive", "text": "x' x"}))
    assert panel.check_bar.text() == ""
    assert panel.check_bar.subject.currentText() == "∇_x f"
