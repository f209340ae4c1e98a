"""Runs: every reason to stop, limits, cancelling, what is recorded, and opening a step of a long run."""

from __future__ import annotations

import csv
import io
import math
import threading
from typing import Any

import numpy as np
import pytest

from gradviz.numeric.descent import (
    BFGS,
    METHODS,
    MOST_STEPS,
    Adam,
    GradientDescent,
    HeavyBall,
    Limits,
    Method,
    Newton,
    Oracle,
    ParameterError,
    StartError,
    StopReason,
    TrustRegion,
    descend,
    extend,
    make_method,
    open_step,
)
from gradviz.numeric.descent.recorder import CHECKPOINT, MOST_NUMBERS, NEAR, Recorder
from gradviz.numeric.descent.state import State
from tests.bounds import bounded
from tests.numeric.descent import problems
from tests.numeric.descent.problems import Log, Quadratic

START = np.array([-1.2, 1.0])


@pytest.mark.parametrize(
    ("place", "start", "method", "limits", "reason", "words"),
    [
        (problems.rosenbrock, [-1.2, 1.0], BFGS(), Limits(), StopReason.CONVERGED, "Converged after"),
        (problems.rosenbrock, [1.0, 1.0], GradientDescent(0.1), Limits(), StopReason.CONVERGED, "nothing to descend"),
        (problems.rosenbrock, [-1.2, 1.0], GradientDescent(1e-4), Limits(steps=9), StopReason.BUDGET, "9 steps"),
        (problems.rosenbrock, [-1.2, 1.0], GradientDescent(1.0), Limits(), StopReason.DIVERGED, "run away"),
        (problems.rosenbrock, [-1.2, 1.0], HeavyBall(0.5), Limits(), StopReason.DIVERGED, "run away"),
        (problems.log_well, [2.0, 0.0], GradientDescent(10.0), Limits(), StopReason.OUTSIDE, "left the domain"),
        (problems.log_well, [-2.0, 0.0], GradientDescent(0.1), Limits(), StopReason.OUTSIDE, "choose another"),
        (problems.log_well, [0.0, 0.0], GradientDescent(0.1), Limits(), StopReason.NONFINITE, "not finite"),
        (problems.barrier, [3.0, 3.0], Newton(), Limits(), StopReason.OUTSIDE, "left the domain"),
        (problems.least_squares, [3.0, 1.0], BFGS(), Limits(tolerance=0.0), StopReason.STALLED, "rounding"),
    ],
)
def test_every_reason_to_stop(
    place: Any, start: list[float], method: Any, limits: Limits, reason: StopReason, words: str
) -> None:
    run = descend(place(), start, method, limits)
    assert run.reason is reason, run.sentence
    assert words in run.sentence
    assert len(run.states) == len(run.values) == len(run.gradients) == len(run.evaluations) == run.steps + 1


@pytest.mark.parametrize("id", [i for i, entry in METHODS.items() if not entry.needs & {"squares", "rows"}])
def test_no_method_raises_outside_the_domain(id: str) -> None:
    for start in ([0.01, 0.5], [5.0, -3.0], [-1.0, 0.0], [0.0, 0.0]):
        run = descend(problems.log_well(), start, METHODS[id].make(), Limits(steps=300))
        assert run.reason is not StopReason.UNFINISHED
        assert run.sentence.endswith(".")
        if start[0] > 0 and METHODS[id].family in ("line search", "second order") and id != "newton":
            assert run.reason is StopReason.CONVERGED, run.sentence
            np.testing.assert_allclose(run.states[-1], [math.sqrt(0.5), 0], atol=1e-5)


def test_line_searches_end_on_a_function_without_a_lower_bound() -> None:
    slope = Quadratic(np.diag([1.0, -1.0]))
    for id in ("exact", "wolfe", "armijo", "bfgs", "cg-pr"):
        run = descend(slope, np.array([1.0, 0.1]), METHODS[id].make(), Limits(steps=500))
        assert run.reason in (StopReason.STALLED, StopReason.DIVERGED), id


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ([math.nan, 1.0], "Coordinate 1 of the start is not a number"),
        ([0.0, math.inf], "Coordinate 2 of the start is infinite"),
        ([1.0], "has 1 number; the function has 2 coordinates"),
        ([], "has 0 numbers"),
        ("here", "a list of numbers"),
        (None, "number"),
    ],
)
def test_a_start_that_is_none(start: Any, words: str) -> None:
    with pytest.raises(StartError, match=words) as caught:
        descend(problems.rosenbrock(), start, GradientDescent(0.1))
    assert caught.value.parameter == "start"


@pytest.mark.parametrize(
    ("parameters", "name", "words"),
    [
        ({"steps": 1_000_000}, "steps", "At most 100,000"),
        ({"steps": -1}, "steps", "negative"),
        ({"steps": 1.5}, "steps", "whole number"),
        ({"tolerance": -1e-3}, "tolerance", "from 0 upwards"),
        ({"tolerance": math.nan}, "tolerance", "from 0 upwards"),
        ({"runaway": 0.5}, "runaway", "above 1"),
    ],
)
def test_limits_that_are_none(parameters: dict[str, Any], name: str, words: str) -> None:
    with pytest.raises(ParameterError, match=words) as caught:
        Limits(**parameters)
    assert caught.value.parameter == name


def test_evaluations_are_counted() -> None:
    calls = {"f": 0, "g": 0, "h": 0}

    class Counted(Quadratic):
        def value_at(self, x: np.ndarray) -> float:
            calls["f"] += 1
            return super().value_at(x)

        def gradient_at(self, x: np.ndarray) -> tuple[float, np.ndarray]:
            calls["g"] += 1
            return 0.5 * x @ self.matrix @ x, self.matrix @ x

        def hessian_at(self, x: np.ndarray) -> np.ndarray:
            calls["h"] += 1
            return super().hessian_at(x)

    bowl = Counted(np.diag([1.0, 10.0]))
    calls.update(f=0, g=0, h=0)
    for id in ("armijo", "wolfe", "exact", "bfgs", "trust-region", "damped-newton", "adam"):
        before = dict(calls)
        run = descend(bowl, np.array([3.0, 1.0]), METHODS[id].make(), Limits(steps=15))
        made = {name: calls[name] - before[name] for name in calls}
        assert run.counts.values == made["f"] + made["g"], id
        assert run.counts.gradients == made["g"], id
        assert run.counts.hessians == made["h"], id
        assert run.evaluations[-1] == run.counts.total
        assert (np.diff(run.evaluations) > 0).all()


def test_evaluations_of_the_fast_loop_are_counted() -> None:
    run = descend(problems.rosenbrock(), START, GradientDescent(1e-4), Limits(steps=1500))
    assert (run.counts.values, run.counts.gradients, run.counts.hessians) == (1501, 1501, 0)
    np.testing.assert_array_equal(run.evaluations, 2.0 * np.arange(1, 1502))


@pytest.mark.parametrize(
    ("place", "method"),
    [
        (problems.rosenbrock(), Adam(1e-6)),
        (Quadratic(np.diag([1.0, 1e9])), Adam(1e-6)),
        (Quadratic(np.diag([1.0, 1e9])), make_method("armijo")),
    ],
    ids=["floats", "arrays", "a line search"],
)
def test_a_run_is_cancelled_from_another_thread(place: Any, method: Any) -> None:
    stop, started = threading.Event(), threading.Event()
    found: list[Any] = []

    def work() -> None:
        limits = Limits(steps=MOST_STEPS, tolerance=0.0)
        found.append(
            descend(place, START, method, limits, cancelled=stop.is_set, progress=lambda _steps: started.set())
        )

    thread = threading.Thread(target=work)
    thread.start()
    assert started.wait(10)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()
    (run,) = found
    assert run.reason is StopReason.CANCELLED
    assert "Cancelled after" in run.sentence
    assert 0 < run.steps < MOST_STEPS


def test_progress_is_told_the_steps_made() -> None:
    told: list[int] = []
    run = descend(problems.rosenbrock(), START, Adam(), Limits(steps=2000, tolerance=0.0), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == run.steps == 2000
    assert len(told) >= 3


@pytest.mark.parametrize("id", ["adam", "bfgs", "levenberg-marquardt", "nadam"])
def test_a_run_in_slices_is_the_run_at_once(id: str) -> None:
    place = problems.rosenbrock()
    limits = Limits(steps=700)
    whole = descend(place, START, METHODS[id].make(), limits)
    run = descend(place, START, METHODS[id].make(), limits, seconds=0)
    assert (run.reason, run.steps) == (StopReason.UNFINISHED, 0)
    first = run
    while run.reason is StopReason.UNFINISHED:
        run = extend(place, run, 0.0)
        if run.reason is StopReason.UNFINISHED:
            run = extend(place, run, 1e-5)
    np.testing.assert_array_equal(run.states, whole.states)
    np.testing.assert_array_equal(run.evaluations, whole.evaluations)
    assert run.counts == whole.counts
    assert run.reason is whole.reason
    if run.steps:
        with pytest.raises(StartError, match="carried on already"):
            extend(place, first)


def test_a_run_that_goes_on_leaves_the_one_before_as_it_was() -> None:
    place = problems.rosenbrock()
    run = descend(place, START, GradientDescent(1e-4), Limits(steps=5000, tolerance=0.0), seconds=0)
    run = extend(place, run, 1e-4)
    states = run.states.copy()
    extend(place, run)
    np.testing.assert_array_equal(run.states, states)
    with pytest.raises(ValueError, match="read-only"):
        run.states[0, 0] = 5.0


@pytest.mark.parametrize(
    ("method", "steps", "quantities"),
    [(TrustRegion(), 4, ["trust radius", "trials"]), (Adam(), 1100, ["step size"])],
    ids=["a few", "several pieces"],
)
def test_the_record_as_csv(method: Method, steps: int, quantities: list[str]) -> None:
    place = problems.rosenbrock()
    run = descend(place, START, method, Limits(steps=steps, tolerance=0.0))
    rows = list(csv.reader(io.StringIO(run.to_csv(["x", "a,b"]))))
    assert rows[0] == ["step", "x", "a,b", "f", "df/dx", "df/da,b", "norm of gradient", *quantities]
    assert len(rows) == steps + 2
    table = np.array([[float(v or "nan") for v in row] for row in rows[1:]])
    np.testing.assert_array_equal(table[:, 0], np.arange(run.steps + 1))
    np.testing.assert_array_equal(table[:, 1:3], run.states)  # every digit
    np.testing.assert_array_equal(table[:, 3], run.values)
    np.testing.assert_array_equal(table[:, 4:6], run.gradients)
    np.testing.assert_array_equal(table[1:, 7], run.quantities[quantities[0]])
    assert rows[1][7] == ""
    assert run.to_csv().startswith("step,x1,x2,f,")


@pytest.mark.parametrize("id", ["adam", "nadam", "heavy-ball"])
def test_any_step_of_a_long_run_opens_within_a_frame(id: str) -> None:
    place = problems.rosenbrock()
    method = make_method(id, step_size=1e-5)
    with bounded(5):
        run = descend(place, START, method, Limits(steps=MOST_STEPS, tolerance=0.0))
    assert run.steps == MOST_STEPS
    for k in (1, CHECKPOINT, CHECKPOINT + 1, 50_000, 77_823, MOST_STEPS):
        with bounded(0.3):  # from the checkpoint before it, not from the start
            step = open_step(place, run, k)
        # What the step would make of the state worked out anew is what was recorded.
        made = method.step(step.before, Oracle(place))
        np.testing.assert_allclose(made.x, run.states[k], rtol=1e-10)


def test_opening_a_step_that_is_not_there() -> None:
    run = descend(problems.rosenbrock(), START, GradientDescent(1e-4), Limits(steps=5))
    for k in (0, 6, -1):
        with pytest.raises(IndexError, match="steps 1 to 5"):
            open_step(problems.rosenbrock(), run, k)


def test_checkpoints_take_bounded_memory() -> None:
    size = 600
    memory = (np.zeros((size, size)),)
    first = State(0, np.zeros(size), 0.0, np.zeros(size), memory)
    recorder = Recorder(first, 0)
    for k in range(1, 60 * CHECKPOINT, CHECKPOINT // 4):
        recorder.last = first._replace(k=(k // CHECKPOINT + 1) * CHECKPOINT)
        recorder.keep_if_due()
    held = len(recorder.checkpoints)
    assert held * size * size <= 2 * MOST_NUMBERS
    assert recorder.checkpoints[0].k == 0
    assert sorted({s.k for s in recorder.checkpoints})[-1] > 10 * CHECKPOINT


def test_a_run_of_many_coordinates_is_recorded_as_far_as_memory_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gradviz.numeric.descent.recorder.MOST_RECORDED", 7 * 50)
    for place in (problems.rosenbrock(), Quadratic(np.diag([1.0, 2.0]))):
        run = descend(place, START, GradientDescent(1e-6), Limits(steps=1000))
        assert (run.reason, run.steps) == (StopReason.BUDGET, 50)
        assert "No more than 50 steps are recorded" in run.sentence


def test_the_steps_of_a_slow_method_open_from_a_near_checkpoint() -> None:
    bowl = Quadratic(np.diag([1.0, 1e6]))
    run = descend(bowl, START, make_method("armijo"), Limits(steps=300, tolerance=0.0))
    distances = np.diff([s.k for s in run.checkpoints])
    assert len(distances) > 5
    assert distances.max() <= NEAR


def test_many_coordinates() -> None:
    size = 200
    bowl = Quadratic(np.diag(np.linspace(1.0, 50.0, size)))
    for id in ("adam", "lbfgs", "cg-pr", "trust-steihaug"):
        run = descend(bowl, np.ones(size), METHODS[id].make(), Limits(steps=3000, tolerance=1e-5))
        assert run.reason is StopReason.CONVERGED, id
        assert open_step(bowl, run, run.steps).after.k == run.steps


def test_numbers_of_any_size_are_measured_with_many_coordinates() -> None:
    size = 40
    tiny = descend(Quadratic(np.eye(size)), np.full(size, 1e-170), GradientDescent(0.5), Limits(tolerance=1e-175))
    assert tiny.reason is StopReason.CONVERGED
    assert tiny.steps > 10
    huge = descend(Quadratic(np.eye(size)), np.full(size, 1e160), GradientDescent(2.5), Limits(steps=10))
    assert huge.reason in (StopReason.NONFINITE, StopReason.DIVERGED)


def test_a_landscape_that_is_infinite_at_the_start() -> None:
    run = descend(Log(), [0.0], GradientDescent(0.1))
    assert (run.reason, run.steps) == (StopReason.NONFINITE, 0)


def test_without_a_hessian_newton_uses_differences_of_gradients() -> None:
    run = descend(Log(), [0.5], Newton(), Limits(tolerance=1e-9))
    assert run.reason is StopReason.CONVERGED
    assert run.states[-1] == pytest.approx(1.0)
    assert run.counts.gradients > 2 * run.steps
