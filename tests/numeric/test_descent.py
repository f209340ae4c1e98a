"""Descent: known iterates, every reason to stop, and what may be typed for a step size."""

from __future__ import annotations

import math
from dataclasses import FrozenInstanceError
from typing import Any

import numpy as np
import pytest

from gradviz.numeric.descent import (
    GradientDescent,
    Limits,
    StepSizeError,
    StopReason,
    descend,
    extend,
    parse_step_size,
    suggested_step_size,
)
from tests.bounds import bounded

Array = np.ndarray


class Quadratic:
    """``f(x) = 1/2 sum λ_i x_i²``, on which the iterates are known: ``x_k = (1 - γ λ)^k x_0``."""

    def __init__(self, *curvatures: float) -> None:
        self.curvatures = np.array(curvatures)

    def gradient_at(self, state: Array) -> tuple[float, Array]:
        return float(0.5 * self.curvatures @ state**2), self.curvatures * state


class Log:
    """``f(x) = x - log x``, undefined for x <= 0."""

    def gradient_at(self, state: Array) -> tuple[float, Array]:
        x = float(state[0])
        return (x - math.log(x), 1 - 1 / state) if x > 0 else (math.nan, np.array([math.nan]))


def test_iterates_are_those_of_the_formula() -> None:
    bowl = Quadratic(1.0, 3.0)
    run = descend(bowl, np.array([2.0, -1.0]), GradientDescent(0.1), Limits(steps=20))
    powers = (1 - 0.1 * bowl.curvatures) ** np.arange(21)[:, None]
    np.testing.assert_allclose(run.states, powers * [2.0, -1.0], rtol=1e-13)
    np.testing.assert_allclose(run.gradients, run.states * bowl.curvatures)
    np.testing.assert_allclose(run.values, 0.5 * (run.states**2) @ bowl.curvatures)
    assert run.reason is StopReason.BUDGET
    assert run.steps == 20
    assert run.norm(0) == pytest.approx(math.hypot(2.0, 3.0))


@pytest.mark.parametrize(
    ("size", "reason"),
    [(0.1, StopReason.CONVERGED), (0.7, StopReason.DIVERGED), (2 / 3, StopReason.BUDGET)],
)
def test_the_reason_follows_from_the_step_size_and_the_curvature(size: float, reason: StopReason) -> None:
    """It converges for γ < 2/λ, runs away above, and goes to and fro at 2/λ."""
    run = descend(Quadratic(1.0, 3.0), np.array([2.0, -1.0]), GradientDescent(size))
    assert run.reason is reason
    if reason is StopReason.CONVERGED:
        assert run.norm(run.steps) <= 1e-6 < run.norm(run.steps - 1)


def test_leaving_the_domain_stops_with_the_offending_iterate() -> None:
    run = descend(Log(), np.array([0.2]), GradientDescent(10.0))
    good = descend(Log(), np.array([0.2]), GradientDescent(0.1))
    assert good.reason is StopReason.CONVERGED
    far = descend(Log(), np.array([2.0]), GradientDescent(10.0))
    assert far.reason is StopReason.OUTSIDE
    assert far.steps == 1
    assert math.isnan(far.values[-1])
    assert run.steps >= 1
    at_start = descend(Log(), np.array([-1.0]), GradientDescent(0.1))
    assert (at_start.reason, at_start.steps) == (StopReason.OUTSIDE, 0)


def test_a_stationary_start_needs_no_step() -> None:
    run = descend(Quadratic(1.0), np.array([0.0]), GradientDescent(0.1))
    assert (run.reason, run.steps) == (StopReason.CONVERGED, 0)


def test_overflow_is_divergence_and_raises_nothing() -> None:
    run = descend(Quadratic(1e200, 1e200), np.array([1.0, 1.0]), GradientDescent(1e150))
    assert run.reason is StopReason.DIVERGED


def test_a_run_in_slices_is_the_run_at_once() -> None:
    bowl = Quadratic(1.0, 30.0)
    whole = descend(bowl, np.array([2.0, -1.0]), GradientDescent(0.01))
    run = descend(bowl, np.array([2.0, -1.0]), GradientDescent(0.01), seconds=0)
    assert (run.reason, run.steps) == (StopReason.UNFINISHED, 0)
    slices = 0
    while run.reason is StopReason.UNFINISHED:
        run = extend(bowl, run, 0.0005)
        slices += 1
    assert slices > 1
    np.testing.assert_array_equal(run.states, whole.states)
    assert run.reason is whole.reason
    assert extend(bowl, run) is run


def test_a_run_is_data() -> None:
    run = descend(Quadratic(1.0), np.array([1.0]), GradientDescent(0.5), Limits(steps=3))
    with pytest.raises(FrozenInstanceError):
        run.reason = StopReason.CONVERGED  # type: ignore[misc]


def test_a_thousand_steps_take_no_noticeable_time() -> None:
    with bounded(2):
        descend(Quadratic(1.0, 3.0), np.array([2.0, -1.0]), GradientDescent(1e-6))


@pytest.mark.parametrize(
    ("text", "size"), [("0.1", 0.1), (" 1e-3 ", 1e-3), ("1/8", 0.125), ("0,5", 0.5), ("3", 3.0), (".2", 0.2)]
)
def test_step_sizes_that_are_understood(text: str, size: float) -> None:
    assert parse_step_size(text) == size


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Enter"),
        ("0", "nothing moves"),
        ("-0.1", "climbs"),
        ("−0.1", "climbs"),
        ("nan", "NaN"),
        ("inf", "finite"),
        ("1e999", "finite"),
        ("abc", "not a number"),
        ("1/0", "divides by zero"),
    ],
)
def test_step_sizes_that_are_refused(text: str, words: str) -> None:
    with pytest.raises(StepSizeError, match=words):
        parse_step_size(text)


@pytest.mark.parametrize("size", [0.0, -1.0, math.nan, math.inf])
def test_a_method_with_a_useless_step_size_cannot_be_made(size: float) -> None:
    with pytest.raises(StepSizeError):
        GradientDescent(size)


def test_the_suggested_step_size_is_less_where_the_start_says_nothing_of_what_comes() -> None:
    """A logistic loss is straight far out: one over the curvature there leaps from side to side for ever."""

    class Logistic:
        dimension = 2
        X = np.random.default_rng(1).normal(size=(20, 2)) * 2 + 1
        y = (X @ [1.0, -0.5] + np.random.default_rng(2).normal(size=20) > 0).astype(float)

        def gradient_at(self, w: Any) -> tuple[float, Any]:
            z = self.X @ w
            return float(np.sum(np.logaddexp(0, z) - self.y * z)), self.X.T @ (1 / (1 + np.exp(-z)) - self.y)

    for start in ([-6.0, -4.0], [8.0, 8.0], [-5.0, 6.0]):
        size = suggested_step_size(Logistic(), np.array(start))
        run = descend(Logistic(), np.array(start), GradientDescent(size), Limits(1000, tolerance=1e-4))
        assert run.reason is StopReason.CONVERGED, (start, size, run.sentence)


def test_the_suggested_step_size_is_one_over_the_curvature_rounded_down() -> None:
    assert suggested_step_size(Quadratic(1.0, 30.0), np.array([2.0, -1.0])) == 0.02
    assert suggested_step_size(Quadratic(4.0), np.array([0.0])) == 0.2
    assert suggested_step_size(Quadratic(0.0, 0.0), np.array([1.0, 1.0])) == 0.1
    assert suggested_step_size(Log(), np.array([-1.0])) == 0.1
