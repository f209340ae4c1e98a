"""The step size's scale with its bound, the cosines of the convergence view, and the loop."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from gradviz.gui import theme
from gradviz.gui.descent.analysed import analysed, stability_near
from gradviz.gui.descent.panel import DescentPanel
from gradviz.gui.descent.transport import SPEEDS, Transport
from gradviz.numeric.descent import Limits, StopReason, descend, make_method
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def panel(qtbot: Any) -> Iterator[DescentPanel]:
    made = DescentPanel()
    qtbot.addWidget(made)
    made.set_theme(theme.LIGHT)
    made.set_landscape(landscapes.bowl())
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.set_step_size(0.1)
    made.set_start(1.0, 1.0)
    qtbot.waitUntil(lambda: not made.computing)
    yield made
    made.shutdown()


def test_steps_by_powers_of_ten(qtbot: Any, panel: DescentPanel) -> None:
    view = panel.convergence
    panel.pages.show_page(view)
    qtbot.waitUntil(lambda: view.analysis is not None and not view.busy)
    last = panel.run.steps
    (low, high), _ = view.plot.getPlotItem().getViewBox().viewRange()
    assert low < 0 < last < high
    view.log_steps.click()
    (low, high), _ = view.plot.getPlotItem().getViewBox().viewRange()
    assert low < 0 < np.log10(last) < high < 1.2 * np.log10(last)
    steps, norms = view.curves["norm"].getOriginalDataset()
    assert steps[0] == 1  # step 0 has no logarithm
    np.testing.assert_allclose(norms, panel.run.norms[1:])
    for step in (0, 1, 10, last):
        panel.show_step(step)
        assert view.line.value() == pytest.approx(np.log10(max(step, 1)))
    with qtbot.waitSignal(view.stepAsked) as asked:
        view._ask(np.log10(7.2))
    assert asked.args == [7]


def test_the_least_value_is_known_of_a_fit_and_found_elsewhere(qtbot: Any, panel: DescentPanel) -> None:
    view = panel.convergence
    panel.pages.show_page(view)
    qtbot.waitUntil(lambda: view.analysis is not None and not view.busy)
    assert "found" in view.legend.text()
    fit = landscapes.least_squares()
    panel.set_landscape(fit)
    panel.set_start_state(np.zeros(fit.dimension))
    qtbot.waitUntil(lambda: not panel.computing and not view.busy and view.analysis is not None)
    X, b = (fit.binding.values[name] for name in "Xb")
    least = np.linalg.lstsq(X, b, rcond=None)[1].sum()
    assert view.analysis.least == pytest.approx(least)
    assert "known" in view.legend.text()


def test_the_bound_stands_on_the_scale_and_beyond_it_the_iterates_run_away(qtbot: Any, panel: DescentPanel) -> None:
    panel.pages.show_page(panel.method_view)
    qtbot.waitUntil(lambda: panel.slider.stability is not None)
    assert panel.slider.stability.bound == pytest.approx(2 / 8)  # the Hessian of x² + 4y² is diag(2, 8)
    slider = panel.slider.slider
    at_bound = slider.share * slider.maximum()
    slider.setValue(int(at_bound) - 20)
    qtbot.waitUntil(lambda: not panel.computing)
    assert panel.step_size() < 0.25
    assert panel.run.reason is StopReason.CONVERGED
    assert "zigzag" in panel.slider.words.text()
    slider.setValue(int(at_bound) + 20)
    qtbot.waitUntil(lambda: not panel.computing)
    assert panel.step_size() > 0.25
    assert panel.run.reason is StopReason.DIVERGED
    assert "run away" in panel.slider.words.text()
    assert theme.LIGHT.error in panel.slider.words.text()
    assert float(panel.step_size_field.text()) == panel.step_size()


def test_a_typed_step_size_moves_the_scale(qtbot: Any, panel: DescentPanel) -> None:
    panel.pages.show_page(panel.method_view)
    qtbot.waitUntil(lambda: panel.slider.stability is not None)
    panel.step_size_field.selectAll()
    qtbot.keyClicks(panel.step_size_field, "0.25")
    slider = panel.slider.slider
    assert slider.value() == pytest.approx(slider.share * slider.maximum(), abs=1)


def test_other_methods_have_no_such_bound(panel: DescentPanel) -> None:
    panel.pages.show_page(panel.method_view)
    assert panel.slider.isVisible()
    panel.form.method_field.setCurrentIndex(panel.form.method_field.findData("newton"))
    assert not panel.slider.isVisible()


def test_cosines_to_newtons_direction_are_those_of_the_steps() -> None:
    landscape = landscapes.bowl()
    run = descend(landscape, np.array([1.0, 1.0]), make_method("gradient-descent", step_size=0.05), Limits(30))
    steps, cosines = analysed(landscape, run).curves["cosine"]
    np.testing.assert_array_equal(steps, np.arange(1, run.steps + 1))
    newton = -run.states[:-1]  # of a quadratic function it points to the minimum, which is 0
    moves = np.diff(run.states, axis=0)
    expected = (newton * moves).sum(axis=1) / np.linalg.norm(newton, axis=1) / np.linalg.norm(moves, axis=1)
    np.testing.assert_allclose(cosines, expected, rtol=1e-9)
    newton_run = descend(landscape, np.array([1.0, 1.0]), make_method("newton"), Limits(5))
    np.testing.assert_allclose(analysed(landscape, newton_run).curves["cosine"][1], 1.0)


def test_the_cosines_are_drawn_on_an_axis_of_their_own(qtbot: Any, panel: DescentPanel) -> None:
    panel.pages.show_page(panel.convergence)
    qtbot.waitUntil(lambda: panel.convergence.analysis is not None and not panel.convergence.busy)
    x, y = panel.convergence.cosine.getData()
    assert len(x) == len(panel.convergence.analysis.curves["cosine"][0])
    assert np.nanmax(np.abs(y)) <= 1
    assert panel.convergence.plot.getPlotItem().getAxis("right").isVisible()


@pytest.mark.parametrize("speed", [20.0, 100.0])
def test_a_loop_begins_again_at_the_end(qtbot: Any, speed: float) -> None:
    transport = Transport()
    qtbot.addWidget(transport)
    seen: list[int] = []

    def move(step: int) -> None:
        seen.append(step)
        transport.set_state(step, 6)

    transport.moved.connect(move)
    transport.set_state(0, 6)
    transport.loop.setChecked(True)
    transport.speed.setCurrentIndex(SPEEDS.index(speed))
    transport.toggle_play()
    qtbot.waitUntil(lambda: seen.count(0) >= 2)
    assert transport.is_playing()
    assert 6 in seen  # the end was shown before
    transport.loop.setChecked(False)
    qtbot.waitUntil(lambda: not transport.is_playing())
    assert seen[-1] == 6


def test_steps_that_are_played_are_opened_where_it_stops(qtbot: Any, panel: DescentPanel) -> None:
    panel.step_view.open_button.click()
    panel.toggle_play()
    panel.transport.moved.emit(3)
    assert panel.step_view.passing
    assert not panel.step_view.part.isVisible()
    panel.pause()
    qtbot.waitUntil(lambda: panel.step_view.part.isVisible() and not panel.step_view.busy)
    assert panel.step_view._opened.k == panel.step


def test_a_minimum_without_a_hessian_has_no_bound() -> None:
    """``(2/3) (|x|^(3/2) + |y|^(3/2))`` has its minimum where the second derivative is infinite."""

    class Root:
        def gradient_at(self, x: np.ndarray) -> tuple[float, np.ndarray]:
            return float((np.abs(x) ** 1.5).sum() / 1.5), np.sign(x) * np.sqrt(np.abs(x))

        def hessian_at(self, x: np.ndarray) -> np.ndarray:
            return np.diag(0.5 / np.sqrt(np.abs(x)))

    run = descend(Root(), np.zeros(2), make_method("bfgs"), Limits(steps=5))
    with np.errstate(all="ignore"):
        assert stability_near(Root(), run) is None
