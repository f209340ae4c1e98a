"""The descent as a person drives it: buttons, keys, scrubber, step size; and the arithmetic that it shows."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from gradviz.gui import theme
from gradviz.gui.descent.arithmetic import step_html, vector_html
from gradviz.gui.descent.panel import DescentPanel
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.numeric.descent import GradientDescent, Limits, StopReason, descend
from tests.bounds import bounded
from tests.gui.plot import landscapes
from tests.numeric.descent.problems import written

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def plain(html: str) -> str:
    return re.sub("<[^>]*>", "", html.replace("<br>", " ").replace("&nbsp;", " "))


@pytest.fixture
def panel(qtbot: Any) -> Iterator[DescentPanel]:
    made = DescentPanel()
    qtbot.addWidget(made)
    made.set_theme(theme.LIGHT)
    made.set_landscape(landscapes.bowl())
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.shutdown()


def done(qtbot: Any, panel: DescentPanel) -> Any:
    """The run, once it is computed."""
    qtbot.waitUntil(lambda: not panel.computing, timeout=20_000)
    return panel.run


@pytest.fixture
def started(qtbot: Any, panel: DescentPanel) -> DescentPanel:
    panel.set_step_size(0.1)
    panel.set_start(1.0, 1.0)
    done(qtbot, panel)
    return panel


def press(qtbot: Any, panel: DescentPanel, name: str) -> None:
    qtbot.mouseClick(panel.transport.buttons[name], Qt.MouseButton.LeftButton)


def type_step_size(qtbot: Any, panel: DescentPanel, text: str) -> None:
    panel.step_size_field.selectAll()
    qtbot.keyClicks(panel.step_size_field, text)


def test_before_a_start_it_invites_one(panel: DescentPanel) -> None:
    assert "Click on the plot" in panel.formula.text()
    assert not panel.transport.buttons["play"].isEnabled()
    assert not panel.reset_button.isEnabled()


def test_a_step_is_shown_with_its_numbers(qtbot: Any, started: DescentPanel) -> None:
    """``(x, y)_1 = (1, 1) - 0.1 (2, 8) = (0.8, 0.2)``."""
    with qtbot.waitSignal(started.stepShown) as shown:
        press(qtbot, started, "forward")
    assert shown.args == [1]
    text = plain(started.formula.text())
    assert "(x, y)1 = (x, y)0 − γ ∇f((x, y)0)" in text
    assert "= (1, 1) − 0.1 · (2, 8)" in text
    assert "= (0.8, 0.2)" in text
    assert "f1 = 0.8" in plain(started.values.text())
    assert "lower by 4.2" in plain(started.values.text())
    assert started.counter.text().startswith("1 /")


def test_where_the_run_ends_the_reason_comes_first(qtbot: Any, started: DescentPanel) -> None:
    """In a low window what comes last is not seen."""
    press(qtbot, started, "end")
    qtbot.waitUntil(lambda: started.reason.y() < started.formula.y())
    assert "Converged" in started.reason.text()
    press(qtbot, started, "back")
    qtbot.waitUntil(lambda: started.reason.y() > started.values.y() > started.formula.y())


def test_a_vector_has_its_own_name() -> None:
    made = landscapes.least_squares()
    run = descend(made, made.origin, GradientDescent(0.01), Limits(steps=3))
    update, state = step_html(run, 3, ["w"], "f", "#888888")
    assert plain(update).startswith("w3 = w2 − γ ∇f(w2)")
    assert "<i>w</i><sub>3</sub>" in update
    assert plain(state).startswith("f(w3) =")


def test_a_single_negative_gradient_has_brackets_behind_the_dot() -> None:
    made = written("x^2 + 1")
    run = descend(made, [-2.0], GradientDescent(0.1), Limits(steps=1))
    update, _ = step_html(run, 1, ["x"], "f", "#888888")
    assert "= −2 − 0.1 · (−4)" in plain(update).replace("\u00a0", " ")


def test_long_vectors_are_cut_and_numbers_stand_alone() -> None:
    assert vector_html(np.arange(9.0)) == "(0, 1, 2, 3, …)"
    assert vector_html(np.array([2.5])) == "2.5"


def test_the_buttons_walk_the_run(qtbot: Any, started: DescentPanel) -> None:
    last = started.run.steps
    press(qtbot, started, "end")
    assert started.step == last
    assert not started.transport.buttons["forward"].isEnabled()
    press(qtbot, started, "back")
    assert started.step == last - 1
    press(qtbot, started, "start")
    assert started.step == 0
    assert not started.transport.buttons["back"].isEnabled()
    started.step_back()
    assert started.step == 0


def test_the_keys_walk_the_run(qtbot: Any, started: DescentPanel) -> None:
    started.activateWindow()
    started.setFocus()
    qtbot.waitUntil(started.hasFocus)
    for key, step in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, started.run.steps),
        (Qt.Key.Key_Home, 0),
    ):
        qtbot.keyClick(started, key)
        assert started.step == step
    qtbot.keyClick(started, Qt.Key.Key_Space)
    assert started.is_playing()
    qtbot.keyClick(started, Qt.Key.Key_Space)
    assert not started.is_playing()


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagate)")
def test_a_list_that_is_dropped_down_has_its_keys_to_itself(qtbot: Any, started: DescentPanel) -> None:
    started.activateWindow()
    before, chosen = started.speed.currentIndex(), started.form.method_field.currentIndex()
    started.form.method_field.showPopup()
    items = started.form.method_field.view()
    qtbot.waitUntil(items.hasFocus)
    for pressed in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(items, pressed)
    assert (started.speed.currentIndex(), started.step) == (before, 0)
    assert started.form.method_field.currentIndex() > chosen
    qtbot.keyClick(started, Qt.Key.Key_Up)
    assert started.speed.currentIndex() == before + 1


def test_the_step_size_field_keeps_its_own_keys(qtbot: Any, started: DescentPanel) -> None:
    started.activateWindow()
    started.step_size_field.setFocus()
    qtbot.waitUntil(started.step_size_field.hasFocus)
    qtbot.keyClick(started.step_size_field, Qt.Key.Key_Home)
    qtbot.keyClick(started.step_size_field, Qt.Key.Key_Right)
    assert started.step == 0
    assert started.step_size_field.cursorPosition() == 1


def test_a_press_on_the_scrubber_goes_there(qtbot: Any, started: DescentPanel) -> None:
    for share in (0.8, 0.3):
        place = QPoint(round(share * started.scrubber.width()), started.scrubber.height() // 2)
        qtbot.mouseClick(started.scrubber, Qt.MouseButton.LeftButton, pos=place)
        assert started.step == pytest.approx(share * started.run.steps, abs=0.1 * started.run.steps + 1)


def test_the_scrubber_goes_to_any_step(qtbot: Any, started: DescentPanel) -> None:
    with qtbot.waitSignal(started.stepShown) as shown:
        started.scrubber.setValue(5)
    assert shown.args == [5]
    assert started.step == 5


def test_play_goes_to_the_end_and_stops(qtbot: Any, started: DescentPanel) -> None:
    started.speed.setCurrentIndex(started.speed.count() - 1)
    seen = []
    started.stepShown.connect(seen.append)
    press(qtbot, started, "play")
    assert started.is_playing()
    assert started.transport.buttons["play"].accessibleName() == "Pause"
    qtbot.waitUntil(lambda: not started.is_playing())
    assert started.step == started.run.steps
    assert seen == sorted(set(seen))
    press(qtbot, started, "play")  # again from the start
    assert started.step < started.run.steps
    started.pause()


def test_any_other_control_pauses(qtbot: Any, started: DescentPanel) -> None:
    for act in (started.step_forwards, started.go_to_start, lambda: started.set_start(0.5, 0.5), started.hide):
        if started.is_playing():
            started.pause()
        started.toggle_play()
        assert started.is_playing()
        act()
        assert not started.is_playing()


@pytest.mark.parametrize(
    ("text", "words"),
    [("0", "nothing moves"), ("-1", "climbs"), ("nan", "NaN"), ("x", "not a number"), ("1e999", "finite")],
)
def test_a_bad_step_size_is_told_at_the_field_and_the_run_stays(
    qtbot: Any, started: DescentPanel, text: str, words: str
) -> None:
    type_step_size(qtbot, started, "0.05")
    run = started.run
    with qtbot.assertNotEmitted(started.stepSizeChanged):
        started.step_size_field.setText(text)
        started.step_size_field.textEdited.emit(text)
    assert started.step_size_message.isVisible()
    assert words in started.step_size_message.text()
    assert started.step_size_field.property("invalid")
    assert started.run is run
    assert started.step_size() == 0.05
    type_step_size(qtbot, started, "0.2")
    assert not started.step_size_message.isVisible()


def test_another_method_searches_for_its_step_size(qtbot: Any, started: DescentPanel) -> None:
    started.form.method_field.setCurrentIndex(started.form.method_field.findData("heavy-ball"))
    with qtbot.waitSignal(started.choicesChanged) as told:
        qtbot.mouseClick(started.suggest_button, Qt.MouseButton.LeftButton)
    size = told.args[0]["parameters"]["step_size"]
    assert "11" in started.step_size_note.text()
    started.set_start(1.0, 0.001)  # where another one would suit gradient descent
    assert float(started.step_size_field.text()) == size == started.run.method.step_size
    assert not started.step_size_note.isVisible()
    type_step_size(qtbot, started, "0.01")  # the default; typed, it is kept
    assert started.form.given["step_size"] == 0.01


def test_another_step_size_is_another_run_from_the_same_start(qtbot: Any, started: DescentPanel) -> None:
    with qtbot.waitSignal(started.runChanged) as changed:
        started.set_step_size(0.2)
    run = changed.args[0]
    np.testing.assert_array_equal(run.states[0], [1, 1])
    np.testing.assert_allclose(run.states[1], [0.6, -0.6])


def test_a_step_size_is_suggested_until_one_is_typed(qtbot: Any, panel: DescentPanel) -> None:
    panel.set_start(1.0, 1.0)
    assert panel.step_size() == 0.1  # one over eight, rounded down
    assert panel.run.reason is StopReason.CONVERGED
    type_step_size(qtbot, panel, "0.03")
    panel.set_start(2.0, 1.0)
    assert panel.step_size() == 0.03
    qtbot.mouseClick(panel.suggest_button, Qt.MouseButton.LeftButton)
    assert panel.step_size() == 0.1
    panel.set_landscape(written("x^2 + 40 y^2"), keep_start=True)  # other numbers: what is suggested goes with them
    assert panel.step_size() == 0.01
    type_step_size(qtbot, panel, "0.03")
    panel.set_landscape(written("x^2 + 20 y^2"), keep_start=True)
    assert panel.step_size() == 0.03


def test_whether_the_step_size_goes_with_the_start_is_told_beside_it(qtbot: Any, panel: DescentPanel) -> None:
    panel.set_landscape(landscapes.rosenbrock())
    panel.set_start(-1.0, 1.0)
    before = panel.step_size()
    panel.set_start(2.9, -2.9)
    assert panel.step_size() < before
    assert (panel.suggest_button.text(), panel.suggest_button.isEnabled()) == ("suggested", False)
    type_step_size(qtbot, panel, "0.0003")
    assert (panel.suggest_button.text(), panel.suggest_button.isEnabled()) == ("Suggest", True)
    panel.set_start(0.0, 0.0)
    assert panel.step_size() == 0.0003
    with qtbot.waitSignal(panel.stepSizeSuggested):
        panel.suggest_button.click()
    assert not panel.suggest_button.isEnabled()


@pytest.mark.parametrize("page", ["step_view", "method_view", "convergence", "compare"])
def test_the_transport_stays_where_it_is_in_a_low_window(qtbot: Any, started: DescentPanel, page: str) -> None:
    """The half of the smallest window that is supported, 1024 by 640."""
    started.resize(516, 210)
    started.pages.show_page(getattr(started, page))
    qtbot.waitUntil(lambda: started.height() == 210)
    for part in (started.transport, started.tabs, started.room):
        assert part.visibleRegion().boundingRect().height() >= min(part.height(), 48)
        assert part.mapTo(started, part.rect().bottomRight()).y() < 210
    if page == "convergence":  # its axis too
        chart = started.convergence.plot
        qtbot.waitUntil(lambda: chart.mapTo(started.room, chart.rect().bottomRight()).y() <= started.room.height())


class Plot(QWidget):
    """Keeps what it is pressed, as the plots do."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field, self.button = QLineEdit("1", self), QPushButton("B", self)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)

    def keyPressEvent(self, event: Any) -> None:
        self.pressed.append(event.key())


def test_the_keys_work_in_a_plot_while_a_descent_is_shown_there(qtbot: Any, panel: DescentPanel) -> None:
    plot, key = Plot(), Qt.Key
    qtbot.addWidget(plot)
    panel.play_from(plot)
    plot.show()
    plot.activateWindow()
    plot.setFocus()
    qtbot.waitUntil(plot.hasFocus)
    qtbot.keyClick(plot, key.Key_Right)
    assert plot.pressed == [key.Key_Right]  # no descent: the plot's own
    panel.set_start(1.0, 1.0)
    done(qtbot, panel)
    qtbot.keyClick(plot, key.Key_Right)
    qtbot.keyClick(plot, key.Key_Right)
    assert panel.step == 2
    qtbot.keyClick(plot, key.Key_Space)
    assert panel.is_playing()
    qtbot.keyClick(plot, key.Key_Space)
    qtbot.keyClick(plot, key.Key_Home)
    qtbot.keyClick(plot, key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert panel.step == 0
    assert plot.pressed == [key.Key_Right, key.Key_Control, key.Key_Right]
    for widget, own in ((plot.field, key.Key_Up), (plot.field, key.Key_End), (plot.button, key.Key_Space)):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        with qtbot.assertNotEmitted(panel.transport.speed.currentIndexChanged):
            qtbot.keyClick(widget, own)
        assert panel.step == 0
        assert not panel.is_playing()


@pytest.mark.parametrize("width", [380, 420, 500, 700])
def test_no_setting_is_cut_off(qtbot: Any, started: DescentPanel, width: int) -> None:
    assert started.minimumSizeHint().width() <= 500  # its half of the smallest supported window, in the app's look
    started.resize(max(width, started.minimumSizeHint().width()), 300)
    qtbot.wait(50)
    started.set_step_size(0.000025)
    for field in (started.step_size_field, started.limit_field, started.speed, started.reset_button):
        assert field.width() >= field.minimumSizeHint().width()
        assert field.geometry().right() <= started.width()
    text = started.step_size_field.fontMetrics().horizontalAdvance(started.step_size_field.text())
    assert started.step_size_field.width() >= text + 8


@pytest.mark.parametrize(
    ("size", "reason", "words"),
    [
        (0.1, StopReason.CONVERGED, "Converged"),
        (0.3, StopReason.DIVERGED, "overshoots"),
        (1e-5, StopReason.BUDGET, "Not yet"),
    ],
)
def test_the_reason_for_stopping_is_told(
    qtbot: Any, started: DescentPanel, size: float, reason: StopReason, words: str
) -> None:
    started.set_step_size(size)
    qtbot.waitUntil(lambda: not started.computing)
    assert started.run.reason is reason
    assert words not in started.reason.text()
    assert "The whole run" in started.reason.text()
    started.go_to_end()
    assert words in started.reason.text()
    assert "The whole run" not in started.reason.text()


def test_leaving_the_domain_is_told(panel: DescentPanel) -> None:
    panel.set_landscape(landscapes.barrier())
    panel.set_step_size(5.0)
    panel.set_start(2.0, 2.0)
    panel.go_to_end()
    assert "undefined" in panel.reason.text()
    panel.set_start(-1.0, -1.0)
    assert "undefined at the start" in panel.reason.text()


def test_oscillation_asks_for_a_smaller_step(started: DescentPanel) -> None:
    started.set_landscape(landscapes.barrier())
    started.set_step_size(3.0)
    started.set_start(0.7, 1.2)
    assert started.run.reason is StopReason.BUDGET
    started.go_to_end()
    assert "smaller" in started.reason.text()


def test_reset_removes_the_run(qtbot: Any, started: DescentPanel) -> None:
    with qtbot.waitSignal(started.runChanged) as changed:
        qtbot.mouseClick(started.reset_button, Qt.MouseButton.LeftButton)
    assert changed.args == [None]
    assert "Click on the plot" in started.formula.text()


def test_the_number_of_steps_can_be_raised(started: DescentPanel) -> None:
    started.set_step_size(1e-5)
    started.limit_field.setCurrentIndex(0)
    assert started.run.steps == 100


def test_changed_constants_keep_the_start(started: DescentPanel) -> None:
    started.set_landscape(landscapes.bowl(), keep_start=True)
    np.testing.assert_array_equal(started.run.states[0], [1, 1])
    started.set_landscape(landscapes.bowl())
    assert started.run is None


def test_without_a_landscape_it_says_what_is_missing(panel: DescentPanel) -> None:
    panel.set_landscape(None)
    assert "scalar function" in panel.formula.text()
    panel.set_start(1.0, 1.0)
    assert panel.run is None


class Slow:
    """A landscape whose gradient takes 10 ms."""

    def __init__(self) -> None:
        self._inner = landscapes.bowl()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def gradient_at(self, state: np.ndarray) -> tuple[float, np.ndarray]:
        time.sleep(0.01)
        return self._inner.gradient_at(state)


def test_a_slow_function_does_not_hold_the_window(qtbot: Any, panel: DescentPanel) -> None:
    panel.set_landscape(Slow())
    panel.set_step_size(1e-4)
    panel.limit_field.setCurrentIndex(0)
    begin = time.monotonic()
    panel.set_start(1.0, 1.0)
    assert time.monotonic() - begin < 0.7  # its hundred steps take a second at least
    assert panel.run.reason is StopReason.UNFINISHED
    qtbot.waitUntil(lambda: panel.run.reason is StopReason.BUDGET, timeout=20_000)
    assert panel.run.steps == 100
    assert panel.scrubber.maximum() == 100


@pytest.mark.parametrize("make", [landscapes.rosenbrock, landscapes.least_squares])
def test_a_thousand_steps_are_instant(panel: DescentPanel, make: Any) -> None:
    panel.set_landscape(make())
    panel.set_step_size(1e-6)
    with bounded(2):
        panel.set_start(-0.5, 1.2)


def test_together_with_the_plot(qtbot: Any, panel: DescentPanel) -> None:
    view = PlaneView()
    qtbot.addWidget(view)
    view.resize(400, 400)
    view.show()
    view.set_landscape(landscapes.bowl())
    panel.connect_to(view)
    view.startPicked.emit(1.0, 0.5)
    assert view.run() is panel.run
    panel.step_forwards()
    np.testing.assert_allclose(view.canvas.trajectory.current.place, panel.run.states[1])
    panel.reset()
    assert view.run() is None


def test_what_is_touched_has_a_name(panel: DescentPanel) -> None:
    widgets = [
        panel,
        panel.scrubber,
        panel.step_size_field,
        panel.limit_field,
        panel.speed,
        panel.reset_button,
        panel.suggest_button,
        panel.formula,
        panel.reason,
        *panel.transport.buttons.values(),
    ]
    for widget in widgets:
        assert widget.objectName()
        assert widget.accessibleName()


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_it_draws_in_either_scheme(started: DescentPanel, scheme: theme.Theme) -> None:
    started.set_theme(scheme)
    started.step_forwards()
    assert not started.grab().isNull()
