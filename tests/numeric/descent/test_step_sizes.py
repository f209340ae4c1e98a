"""Step sizes found by trial, against trials made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.numeric.descent import Limits, StopReason, descend, make_method, searched_step_size, suggested_step_size
from tests.numeric.descent.problems import Quadratic, rosenbrock, written

REACH = [m * 10.0**k for k in range(-7, 1) for m in (1, 2, 5)]


def test_on_a_quadratic_it_is_the_size_that_arrives_soonest() -> None:
    """``x_i`` shrinks by ``|1 - γ λ_i|`` a step, so the slowest of both says when ``‖∇f‖ <= 1e-6``."""
    scales, start = np.array([2.0, 20.0]), np.array([3.0, 1.0])

    def steps(size: float) -> float:
        gradient, k = scales * start, 0
        while np.linalg.norm(gradient) > 1e-6:
            gradient, k = gradient * (1 - size * scales), k + 1
            if k > 1000 or np.abs(gradient).max() > 1e9:
                return np.inf
        return k

    found = searched_step_size(Quadratic(np.diag(scales)), start, make_method("gradient-descent"))
    assert found is not None
    assert found.size == min(REACH, key=steps) == 0.05
    assert found.size < 2 / 20


@pytest.mark.parametrize("method", ["heavy-ball", "nesterov", "adam", "rmsprop", "adagrad"])
def test_on_rosenbrock_no_size_by_a_power_of_ten_gets_lower(method: str) -> None:
    landscape, start = rosenbrock(), np.array([-1.2, 1.0])
    found = searched_step_size(landscape, start, make_method(method), 300)
    assert found is not None
    assert (found.tried, found.steps) == (11, 300)

    def end(size: float) -> float:
        run = descend(landscape, start, make_method(method, step_size=size), Limits(300))
        lost = run.reason in (StopReason.DIVERGED, StopReason.NONFINITE)
        return np.inf if lost else float(run.values[-30:].mean())

    assert end(found.size) <= min(end(10.0**k) for k in range(-6, 1)) * (1 + 1e-6)


def test_where_every_step_runs_away_there_is_none() -> None:
    """``-10^30 x²`` has no lower bound, and every step leads far down it."""
    steep = Quadratic(np.diag([-1e30, -1e30]))
    assert searched_step_size(steep, np.array([1.0, 1.0]), make_method("gradient-descent")) is None


def test_a_method_without_a_step_size_has_none() -> None:
    assert searched_step_size(rosenbrock(), np.array([-1.2, 1.0]), make_method("bfgs")) is None


@pytest.mark.parametrize("text", ["|x| + |y|", "sqrt(x^2 + y^2)", "|x| + 10 |y|", "max(|x|, |y|)", "|x - y| + 0.1 x^2"])
@pytest.mark.parametrize("start", [(-1.5, 1.0), (0.3, -0.2), (8.0, 5.0)])
def test_at_a_kink_a_suggested_size_still_descends(text: str, start: tuple[float, float]) -> None:
    """Every size overshoots a kink sooner or later; one that never did would stand still."""
    landscape, state = written(text), np.array(start)
    size = suggested_step_size(landscape, state)
    run = descend(landscape, state, make_method("gradient-descent", step_size=size), Limits(60))
    assert run.values[-8:].mean() < 0.5 * run.values[0]
