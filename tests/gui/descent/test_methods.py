"""The studio as a person drives it: methods, their parameters, opened steps, runs in threads, convergence."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit

from gradviz.gui import theme
from gradviz.gui.descent.analysed import analysed, thinned
from gradviz.gui.descent.arithmetic import outlook_text, quantity_html, reason_text
from gradviz.gui.descent.panel import DescentPanel
from gradviz.gui.descent.transport import SPEEDS
from gradviz.gui.documents.document import MAX_STEPS, Descent, Document, DocumentError
from gradviz.gui.plot import drawn_path
from gradviz.numeric.descent import (
    METHODS,
    MOST_STEPS,
    GradientDescent,
    Limits,
    StopReason,
    descend,
    make_method,
    open_step,
)
from tests.bounds import bounded
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def plain(rich: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", rich.replace("<br>", " ").replace("&nbsp;", " ")))


@pytest.fixture
def panel(qtbot: Any) -> Iterator[DescentPanel]:
    made = DescentPanel()
    qtbot.addWidget(made)
    made.set_theme(theme.LIGHT)
    made.set_landscape(landscapes.rosenbrock())
    made.resize(700, 400)
    made.show()
    qtbot.waitExposed(made)
    made.set_start(-1.2, 1.0)
    yield made
    made.shutdown()


def choose(qtbot: Any, panel: DescentPanel, method: str) -> Any:
    panel.form.method_field.setCurrentIndex(panel.form.method_field.findData(method))
    return done(qtbot, panel)


def done(qtbot: Any, panel: DescentPanel) -> Any:
    qtbot.waitUntil(lambda: not panel.computing and not panel.step_view.busy, timeout=20_000)
    return panel.run


def type_into(qtbot: Any, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_every_method_can_be_chosen_under_its_family(panel: DescentPanel) -> None:
    field = panel.form.method_field
    assert [field.itemData(i) for i in range(field.count()) if field.itemData(i)] == list(METHODS)
    model = field.model()
    headings = [model.item(i) for i in range(model.rowCount()) if not field.itemData(i)]
    assert [h.text().lower() for h in headings] == list(dict.fromkeys(e.family for e in METHODS.values()))
    assert not any(h.isEnabled() for h in headings)


def test_what_the_function_does_not_offer_is_greyed_out_with_the_reason(panel: DescentPanel) -> None:
    panel.set_landscape(landscapes.barrier())
    model, field = panel.form.method_field.model(), panel.form.method_field
    item = model.item(field.findData("gauss-newton"))
    assert not item.isEnabled()
    assert "sum of squares" in item.toolTip()
    panel.set_landscape(landscapes.least_squares())
    assert model.item(field.findData("gauss-newton")).isEnabled()
    assert model.item(field.findData("sgd")).isEnabled()


@pytest.mark.parametrize("method", [m for m in METHODS if m not in ("sgd", "mini-batch")])
def test_each_method_runs_and_opens_its_steps(qtbot: Any, panel: DescentPanel, method: str) -> None:
    run = choose(qtbot, panel, method)
    assert type(run.method) is METHODS[method].method
    np.testing.assert_array_equal(run.states[0], [-1.2, 1.0])
    assert run.steps > 0
    panel.step_forwards()
    done(qtbot, panel)
    if method == "gradient-descent":
        assert "γ ∇f" in plain(panel.formula.text())
        return
    shown = plain(panel.formula.text())
    opened = open_step(landscapes.rosenbrock(), run, 1).substeps
    places = [shown.index(f"{i}. {s.sentence}") for i, s in enumerate(opened, 1)]
    assert places == sorted(places)
    qtbot.waitUntil(lambda: not panel.method_view.busy, timeout=20_000)
    assert panel.method_view.formulas._formulas  # typeset
    assert run.method.source in html.unescape(panel.method_view.letters.text())


def test_a_parameter_changes_the_run_and_is_remembered_for_its_method(qtbot: Any, panel: DescentPanel) -> None:
    choose(qtbot, panel, "heavy-ball")
    with qtbot.waitSignal(panel.choicesChanged) as told:
        type_into(qtbot, panel.form.field("momentum"), "0.5")
    assert told.args[0]["method"] == "heavy-ball"
    assert done(qtbot, panel).method.momentum == 0.5
    choose(qtbot, panel, "adam")
    assert choose(qtbot, panel, "heavy-ball").method.momentum == 0.5
    assert panel.form.field("momentum").text() == "0.5"


@pytest.mark.parametrize("entry", METHODS.values(), ids=lambda e: e.id)
def test_the_fields_say_what_they_mean(qtbot: Any, panel: DescentPanel, entry: Any) -> None:
    panel.form.set_choices(entry.id, {})
    for name, parameter in panel.form._parameters():
        field = panel.form.field(name)
        assert field.objectName()
        assert field.accessibleName()
        assert parameter.meaning in field.toolTip()


@pytest.mark.parametrize(
    ("method", "name", "text", "words"),
    [
        ("adam", "beta1", "1", "below 1"),
        ("adam", "epsilon", "x", "no number"),
        ("lbfgs", "pairs", "2.5", "whole number"),
        ("heavy-ball", "momentum", "", "Enter a number"),
        ("wolfe", "c1", "0.9", ""),
        ("adam", "step_size", "-1", "climbs"),
    ],
)
def test_a_bad_parameter_is_told_at_its_field_and_the_run_stays(
    qtbot: Any, panel: DescentPanel, method: str, name: str, text: str, words: str
) -> None:
    run = choose(qtbot, panel, method)
    field = panel.form.field(name)
    field.setText(text)
    field.textEdited.emit(text)
    assert field.property("invalid")
    assert panel.form.message.isVisible()
    assert words in panel.form.message.text()
    assert field.accessibleDescription() == panel.form.message.text()
    assert panel.run is run


def test_a_schedule_has_fields_of_its_own(qtbot: Any, panel: DescentPanel) -> None:
    field = panel.form.field("schedule")
    assert isinstance(field, QComboBox)
    field.setCurrentIndex(field.findData("step-decay"))
    type_into(qtbot, panel.form.field("schedule.every"), "10")
    run = done(qtbot, panel)
    sizes = run.quantities["step size"]
    np.testing.assert_allclose(sizes[:20] / sizes[0], [1.0] * 10 + [0.5] * 10)
    assert panel.form.given == {"schedule": "step-decay", "schedule.every": 10}


def test_a_documents_choices_are_shown_without_telling_them_back(qtbot: Any, panel: DescentPanel) -> None:
    with qtbot.assertNotEmitted(panel.choicesChanged):
        panel.set_choices("adam", {"beta1": 0.8, "beta2": 7.0, "nonsense": 1, "schedule": "cosine"}, 100)
    run = done(qtbot, panel)
    assert (run.method.beta1, run.method.beta2) == (0.8, 0.999)
    assert type(run.method.schedule).__name__ == "Cosine"
    assert run.limits.steps == 100
    panel.set_choices("no such method", {}, None)
    assert isinstance(done(qtbot, panel).method, GradientDescent)


def test_a_document_keeps_the_method() -> None:
    descent = Descent((1.0, 2.0), None, 100, "adam", {"beta1": 0.8, "schedule": "cosine"})
    assert Document.from_json(Document(descent=descent).to_json()).descent == descent
    old = '{"format": "gradviz", "version": 1, "descent": {"start": [1, 2], "step_size": 0.1, "steps": null}}'
    assert Document.from_json(old).descent == Descent((1.0, 2.0), 0.1)
    assert MAX_STEPS == MOST_STEPS
    for wrong in ('{"method": 3}', '{"parameters": [1]}', '{"parameters": {"a": null}}', '{"steps": 1000000}'):
        with pytest.raises(DocumentError, match="descent"):
            Document.from_json('{"format": "gradviz", "version": 1, "descent": ' + wrong + "}")


# --- runs in threads


class Slow:
    """A landscape whose gradient takes two milliseconds."""

    def __init__(self) -> None:
        self._inner = landscapes.bowl()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def gradient_at(self, state: np.ndarray) -> tuple[float, np.ndarray]:
        time.sleep(0.002)
        return self._inner.gradient_at(state)


def test_a_slow_run_shows_its_progress_and_can_be_cancelled(qtbot: Any, panel: DescentPanel) -> None:
    panel.set_landscape(Slow())
    panel.set_step_size(1e-5)
    panel.set_start(1.0, 1.0)
    qtbot.waitUntil(lambda: panel.cancel_button.isVisible())
    assert panel.progress_bar.maximum() == 1_000
    qtbot.mouseClick(panel.cancel_button, Qt.MouseButton.LeftButton)
    run = done(qtbot, panel)
    assert run.reason is StopReason.CANCELLED
    assert 0 < run.steps < 1_000
    assert not panel.progress.isVisible()
    panel.go_to_end()
    assert "Cancelled after" in panel.reason.text()


def test_a_new_start_drops_the_run_that_goes_on(qtbot: Any, panel: DescentPanel) -> None:
    panel.set_landscape(Slow())
    panel.set_step_size(1e-5)
    panel.limit_field.setCurrentIndex(0)
    panel.set_start(1.0, 1.0)
    panel.set_start(0.5, 0.5)
    run = done(qtbot, panel)
    np.testing.assert_array_equal(run.states[0], [0.5, 0.5])
    assert run.reason is StopReason.BUDGET
    qtbot.wait(100)
    assert panel.run is run


def test_a_hundred_thousand_steps_leave_the_event_loop_running(qtbot: Any, panel: DescentPanel) -> None:
    ticks: list[float] = []
    timer = QTimer(panel)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(5)
    panel.set_choices("heavy-ball", {"step_size": 1e-7}, 100_000)
    run = done(qtbot, panel)
    assert run.steps == 100_000
    assert max(np.diff(ticks), default=0) < 0.25
    with bounded(1):
        panel.show_step(77_777)
    assert panel.counter.text() == "77777 / 100000"


def _ended(reason: StopReason) -> Any:
    limits = Limits(steps=30)
    match reason:
        case StopReason.OUTSIDE:
            return descend(landscapes.barrier(), [2.0, 2.0], GradientDescent(5.0), limits)
        case StopReason.STALLED:
            return descend(landscapes.barrier(), [2.0, 2.0], make_method("gauss-newton"), limits)
        case StopReason.CANCELLED:
            return descend(landscapes.bowl(), [1.0, 1.0], GradientDescent(1e-4), limits, cancelled=lambda: True)
        case StopReason.CONVERGED:
            return descend(landscapes.bowl(), [1.0, 1.0], make_method("newton"), limits)
        case StopReason.DIVERGED:
            return descend(landscapes.bowl(), [1.0, 1.0], GradientDescent(10.0), limits)
    return descend(landscapes.bowl(), [1.0, 1.0], GradientDescent(1e-4), limits)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (StopReason.OUTSIDE, "undefined"),
        (StopReason.STALLED, "sum of squares"),
        (StopReason.CANCELLED, "Cancelled"),
        (StopReason.CONVERGED, "Converged"),
        (StopReason.DIVERGED, "Diverged"),
        (StopReason.BUDGET, "Not yet"),
    ],
)
def test_every_reason_has_its_sentence(reason: StopReason, words: str) -> None:
    run = _ended(reason)
    assert run.reason is reason
    text, kind = reason_text(run)
    assert words in text
    assert kind in ("ok", "warning", "error")
    assert "Computing" not in text + outlook_text(run)


# --- keys, speeds, convergence


def test_up_and_down_change_the_speed(qtbot: Any, panel: DescentPanel) -> None:
    assert (SPEEDS[0], SPEEDS[-1]) == (0.1, 100.0)
    panel.activateWindow()
    panel.setFocus()
    qtbot.waitUntil(panel.hasFocus)
    before = panel.speed.currentIndex()
    qtbot.keyClick(panel, Qt.Key.Key_Up)
    assert panel.speed.currentIndex() == before + 1
    for _ in range(20):
        qtbot.keyClick(panel, Qt.Key.Key_Down)
    assert panel.speed.currentData() == 0.1
    panel.limit_field.setFocus()  # a list keeps its own keys
    panel.tabs.setCurrentIndex(1)
    panel.limit_field.setFocus()
    qtbot.waitUntil(panel.limit_field.hasFocus)
    qtbot.keyClick(panel.limit_field, Qt.Key.Key_Down)
    assert panel.limit_field.currentData() == 10_000
    assert panel.speed.currentData() == 0.1


def test_the_convergence_follows_the_run_and_moves_the_step(qtbot: Any, panel: DescentPanel) -> None:
    panel.set_landscape(landscapes.bowl())
    panel.set_step_size(0.2)
    panel.set_start(1.0, 1.0)
    done(qtbot, panel)
    panel.tabs.setCurrentIndex(2)
    view = panel.convergence
    qtbot.waitUntil(lambda: view.analysis is not None and not view.busy, timeout=20_000)
    steps, values = view.curves["excess"].getOriginalDataset()
    k = np.asarray(steps)
    np.testing.assert_allclose(values[:10], (0.36**k + 4 * 0.36**k)[:10], rtol=1e-6)
    assert "0.25" in plain(view.words.text())  # 2/8
    assert "zigzag" in view.words.text()
    view.stepAsked.emit(3)
    assert panel.step == 3
    panel.show_step(5)
    assert view.line.value() == 5


def test_beyond_the_bound_it_is_said_what_happens() -> None:
    run = descend(landscapes.bowl(), [1.0, 1.0], GradientDescent(0.3), Limits(steps=200))
    found = analysed(landscapes.bowl(), run)
    assert found.least == pytest.approx(0.0, abs=1e-12)
    assert found.bounds is not None
    assert found.bounds.bound == pytest.approx(0.25)
    assert "run away" in found.bounds.sentence(0.3)


def test_thinning_keeps_the_peaks() -> None:
    values = np.ones(100_000)
    values[54_321], values[12_345] = 9.0, -9.0
    steps, kept = thinned(np.arange(100_000.0), values)
    assert len(steps) < 3_200
    assert {9.0, -9.0} <= set(kept.tolist())
    assert (steps[0], steps[-1]) == (0, 99_999)


@pytest.mark.parametrize("scale", [0.01, 0.7, 30.0])
def test_a_path_is_thinned_as_by_looking_at_every_point(scale: float) -> None:
    path = np.random.default_rng(1).normal(scale=scale, size=(3_000, 2)).cumsum(axis=0)
    expected, last = [0], path[0]
    for i, p in enumerate(path):
        if np.abs(p - last).sum() >= 2.0:
            expected.append(i)
            last = p
    expected = expected if expected[-1] == 2_999 else [*expected, 2_999]
    assert drawn_path.thinned(path, 2.0).tolist() == expected


def test_quantities_are_written_out() -> None:
    assert plain(quantity_html(np.array([[1.0, 2.0], [3.0, 4.0]]))) == "[1, 2; 3, 4]"
    assert plain(quantity_html(0.5)) == "0.5"
