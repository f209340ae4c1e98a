"""Lines that the user types below a derivation: read with differentials, judged, and the rule named."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from gradviz import api
from gradviz.gui.answer.line_reading import check_line
from gradviz.gui.derivation.panel import DerivationPanel
from gradviz.gui.gallery.entries import entries
from gradviz.gui.practice.progress import Task, tasks
from gradviz.gui.worker.engine import Engine
from gradviz.language.diagnostics import LanguageError
from gradviz.typeset.text import text

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

FORM = "A in R^(n,n)\nx in R^n\nx' A x"
SQUARES = "X in R^(m,n)\ny in R^m\nw in R^n\n||y - X w||^2"
NAMED = "X in R^(m,n)\ny in R^m\nw in R^n\nu = y - X w\nu' u"
PRODUCT = "A in R^(m,n)\nB in R^(n,m)\ntr(A B)"


@pytest.mark.parametrize(
    ("source", "wrt", "line", "rules"),
    [
        (FORM, "x", "d(x' A x)", ["differential.take"]),
        (FORM, "x", "d(x') A x + x' d(A) x + x' A dx", ["differential.take", "product"]),
        (FORM, "x", "x' A dx + dx' A x", ["differential.take", "product", "linear.constant", "linear.transpose"]),
        (FORM, "x", "d(x') A x + x' d(A x)", ["product"]),  # two factors at a time: no line of the derivation
        (FORM, "x", r"\mathrm{d}(x^\top A x)", ["differential.take"]),
        (SQUARES, "w", "df = 2 (y - X w)' d(y - X w)", ["differential.take", "power.norm-squared"]),
        (PRODUCT, "A", "d tr(A B)", ["differential.take"]),
        (PRODUCT, "A", "tr(B dA)", ["differential.take", "linear", "canonical.cyclic-trace"]),
    ],
)
def test_the_rules_that_lead_to_a_line_are_named(source: str, wrt: str, line: str, rules: list[str]) -> None:
    above = 0 if rules == ["product"] else -1
    found = check_line(api.derive(source, wrt=wrt), line, above)
    assert found.judged.judgement.verdict == "equal"
    assert [rule.id for rule in found.line.rules] == rules


@pytest.mark.parametrize(
    ("source", "wrt", "line", "verdict"),
    [
        (FORM, "x", "d x' A x + x' A d x", "equal"),
        (FORM, "x", "(A' x)' dx + x' A' dx", "equal"),  # equal, by no one rule
        (FORM, "x", "x' A' x", "equal"),  # the function, written otherwise
        (FORM, "x", "x' (A + A')", "layout"),
        (FORM, "x", "dx' A x", "missing term"),
        (FORM, "x", "dx' A x + x' A dx + dx' x", "extra term"),
        (FORM, "x", "dx' A x - x' A dx", "term"),
        (FORM, "x", "2 x' A dx", "only symmetric"),
        (FORM, "x", "2 (A + A') x", "factor"),
        (FORM, "x", "A dx", "shape"),
        (FORM, "x", "sin(x' dx)", "wrong"),
        (SQUARES, "w", "2 (y - X w)' X dw", "sign"),
        (SQUARES, "w", "-2 (Xdw)'(y-Xw)", "equal"),  # no space before dw
        (SQUARES, "w", "0", "wrong"),
        (NAMED, "w", "du' u + u' du", "equal"),
        (NAMED, "w", "du = -X dw", "equal"),
        (NAMED, "w", "du = X dw", "sign"),
        ("log(1 + exp(-beta))", "beta", r"-e^{-\beta} d\beta / (1 + e^{-\beta})", "equal"),
        ("A in R^(n,n) invertible\nA^-1", "A", "-A^-1 dA A^-1", "equal"),
        ("d, x in R^n\nd' x", "x", "d' dx", "equal"),  # a d of the problem's own stays what it is
    ],
)
def test_a_line_is_judged_by_numbers(source: str, wrt: str, line: str, verdict: str) -> None:
    assert check_line(api.derive(source, wrt=wrt), line).judged.judgement.verdict == verdict


def test_a_second_derivative_has_lines_of_its_own() -> None:
    derivation = api.derive(FORM, wrt="x", order=2)
    found = check_line(derivation, "A dx + A' dx")
    assert found.judged.judgement.verdict == "equal"
    assert found.line.subject.kind == "gradient differential"


def test_by_definition_the_increment_is_known() -> None:
    found = check_line(api.derive(FORM, wrt="x", method="definition"), "x' A u + u' A x + u' A u", 0)
    assert found.judged.judgement.verdict == "equal"
    assert found.line.rules


@pytest.mark.parametrize(
    ("source", "wrt", "line", "corrected"),
    [
        (SQUARES, "w", "-2 X'(y - X w) dw", "(-2 X'(y - X w))' dw"),
        ("tr(A X B)", "X", "tr(A B dX)", "tr(A dX B)"),
    ],
)
def test_a_line_that_one_slip_makes_unreadable_is_put_right(source: str, wrt: str, line: str, corrected: str) -> None:
    assert check_line(api.derive(source, wrt=wrt), line, 1).judged.corrected == corrected


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("2 X' X w = 2 X' y", "equal"),
        ("X' X w = X' y", "equal"),
        ("X'(y - X w) = 0", "equal"),
        ("X' y = X' X w", "equal"),
        ("w = (X' X)^-1 X' y", "equal"),
        ("w* = (X' X)^-1 X' y", "equal"),
        ("X' X w = 2 X' y", "term"),
        ("X' X w = -X' y", "wrong"),
        ("w = 2 (X' X)^-1 X' y", "factor"),
        ("g = 2 X'(X w - y)", "equal"),  # no equation: a name for the gradient
    ],
)
def test_the_normal_equations_and_their_solution_are_judged(line: str, verdict: str) -> None:
    assert check_line(api.derive(SQUARES, wrt="w"), line).judged.judgement.verdict == verdict


def test_a_line_that_stands_above_goes_no_further() -> None:
    found = check_line(api.derive(FORM, wrt="x"), "x' A dx + dx' A x", 3)
    assert found.line.repeats
    assert found.line.step == 3


def test_a_transpose_that_makes_a_line_readable_is_found() -> None:
    found = check_line(api.derive(FORM, wrt="x"), "dx A x + x' A dx")
    assert found.judged.corrected == "dx' A x + x' A dx"


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("x' A dz", 6, "z does not occur"),
        ("x' A d(x", 7, "never closed"),
        ("x' A d(x + A)", 12, "one shape"),
        ("  ", 1, "no line yet"),
    ],
)
def test_errors_point_at_the_column_that_was_typed(line: str, column: int, message: str) -> None:
    with pytest.raises(LanguageError) as caught:
        check_line(api.derive(FORM, wrt="x"), line)
    assert message in caught.value.diagnostics[0].message
    assert caught.value.diagnostics[0].column == column


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _reply(engine: Engine, line: str, above: int = -1) -> dict[str, Any]:
    return engine.handle({"kind": "check", "what": "line", "text": FORM, "wrt": ["x"], "answer": line, "above": above})


@pytest.mark.parametrize(
    ("line", "above", "tone", "title", "part"),
    [
        ("d(x' A x)", -1, "ok", "Correct: Take the differential", "8 random instances"),
        ("dx' A x + x' A dx", 0, "ok", "Correct: 3 steps at once", "Product rule → Constants → Transpose rule"),
        ("dx' A x + x' A dx", 3, "warning", "Correct, but not further", ""),
        ("(A' x)' dx + x' A' dx", 3, "ok", "Correct", "another way"),
        ("dx' A x", 0, "error", "A term is missing", "x' A dx"),
        ("A dx", 0, "error", "The shape is wrong", "n×1"),
        ("sin(x' dx)", 0, "error", "Not correct", "should be"),
    ],
)
def test_the_verdict_on_a_line_in_words(
    engine: Engine, line: str, above: int, tone: str, title: str, part: str
) -> None:
    reply = _reply(engine, line, above)
    assert (reply["tone"], reply["title"]) == (tone, title)
    assert part in reply["sentence"]


def test_the_counterexample_names_the_increment(engine: Engine) -> None:
    rows = {row["name"]: row["value"] for row in _reply(engine, "sin(x' dx)")["numbers"]}
    assert {"n", "x", "dx"} <= set(rows)
    assert rows["dx"].count(";") + 1 == int(rows["n"])


@pytest.fixture
def panel(qtbot: Any, engine: Engine) -> DerivationPanel:
    made = DerivationPanel()
    qtbot.addWidget(made)
    made.resize(560, 640)
    made.show_derivation(engine.handle({"kind": "derive", "text": FORM, "wrt": ["x"]}))
    made.line_asked.connect(lambda line, above: made.show_verdict(_reply(engine, line, above)))
    made.show()
    qtbot.waitExposed(made)
    made.set_checking(True, line=True)
    return made


def _type(qtbot: Any, panel: DerivationPanel, line: str) -> None:
    panel.check_bar.field.setText(line)
    qtbot.keyClick(panel.check_bar.field, Qt.Key.Key_Return)


def test_after_a_right_line_the_next_one_goes_below_it(qtbot: Any, panel: DerivationPanel) -> None:
    assert "x' A x" in panel.check_bar._above.text()
    _type(qtbot, panel, "dx' A x + x' A dx")
    assert panel.check_bar.text().startswith("✓ Correct")
    assert panel.check_bar.field.text() == ""
    assert panel.step_above == 3
    assert "dx' A x + x' A dx" in panel.check_bar._above.text()


def test_the_line_that_is_clicked_is_the_one_above(qtbot: Any, panel: DerivationPanel) -> None:
    qtbot.mouseClick(panel.lines_view.lines[2], Qt.MouseButton.LeftButton)
    assert panel.step_above == 1


def test_hidden_steps_appear_as_they_are_reached(qtbot: Any, panel: DerivationPanel) -> None:
    panel.check_bar.hide_box.setChecked(True)
    assert [w.isVisible() for w in panel.lines_view.lines[:3]] == [True, False, False]
    assert not panel.answer.isVisible()
    _type(qtbot, panel, "d(x') A x + x' d(A) x + x' A dx")
    assert [w.isVisible() for w in panel.lines_view.lines[:4]] == [True, True, True, False]
    panel.set_checking(False)
    assert all(w.isVisible() for w in panel.lines_view.lines)
    assert panel.answer.isVisible()


def test_a_wrong_line_stays_in_the_field(qtbot: Any, panel: DerivationPanel) -> None:
    _type(qtbot, panel, "dx' A x")
    assert panel.check_bar.field.text() == "dx' A x"
    assert "x' A dx" in panel.check_bar.text()
    assert panel.step_above == -1


@pytest.mark.parametrize("task", [*tasks(1), *tasks(2)], ids=lambda task: task.entry.id)
def test_every_line_of_the_problems_is_recognised_when_it_is_typed(task: Task) -> None:
    document = task.entry.document
    options = {"order": document.order, "method": document.method, "layout": document.layout}
    derivation = api.derive(document.text, wrt=document.wrt or None, **options)
    for number, step in enumerate(derivation.core.steps):
        found = check_line(derivation, text(step.after), number - 1)
        assert found.judged.judgement.verdict == "equal", text(step.after)
        assert found.line.step is not None, text(step.after)


def test_names_that_the_derivation_gives_are_known() -> None:
    document = next(task for task in tasks(3) if task.entry.id == "network").entry.document
    derivation = api.derive(document.text, wrt=document.wrt)
    assert derivation.core.signals
    for number, step in enumerate(derivation.core.steps[:20]):
        assert check_line(derivation, text(step.after), number - 1).line.step is not None, text(step.after)


@pytest.mark.parametrize("id_", ["cross-entropy", "logistic-regression", "layer-weights"])
def test_every_line_as_it_is_shown_is_the_next_one(engine: Engine, id_: str) -> None:
    """Typed letter by letter each line, and each answer, is recognised, so that practice goes on below it."""
    document = next(entry.document for entry in entries() if entry.id == id_)
    asked = {"text": document.text, "wrt": list(document.wrt), "method": document.method, "order": document.order}
    reply = engine.handle({"kind": "derive", **asked})
    above = -1
    for line in reply["lines"]:
        if line["rule"] and line["kind"] != "stationary":
            found = engine.handle({"kind": "check", "what": "line", **asked, "answer": line["text"], "above": above})
            assert (found.get("right"), found.get("step")) == (True, line["path"][0]), line["text"]
            above = line["path"][0]
    for which, answer in enumerate(reply["answers"]):
        found = engine.handle({"kind": "check", **asked, "answer": answer["text"], "which": which})
        assert found["verdict"] == "equal"


def test_the_signals_of_an_answer_are_known(engine: Engine) -> None:
    document = next(entry.document for entry in entries() if entry.id == "network")
    asked = {"text": document.text, "wrt": list(document.wrt), "method": document.method}
    answers = engine.handle({"kind": "derive", **asked})["answers"]
    at = next(n for n, answer in enumerate(answers) if "delta" in answer["text"])
    reply = engine.handle({"kind": "check", **asked, "answer": answers[at]["text"], "which": at})
    assert reply["verdict"] == "equal"
