"""Line searches where lines are awkward: kinks, poles, several minima, and a factor that hardly shortens."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.numeric.descent import Limits, Step, StopReason, descend, make_method, open_step
from gradviz.numeric.descent.state import SubStepKind
from tests.numeric.descent import problems


def first_step(text: str, start: list[float], id: str, **parameters: float) -> Step:
    place = problems.written(text)
    run = descend(place, start, make_method(id, **parameters), Limits(steps=1, tolerance=0.0))
    assert run.steps == 1, run.sentence
    return open_step(place, run, 1)


def test_the_exact_search_says_when_the_slope_jumps_over_nought() -> None:
    """``|x| + 2 |y| + x²/10`` along its gradient: the least point is where the line meets the kink, not where a slope
    is nought."""
    step = first_step("abs(x) + 2 abs(y) + x^2/10", [1.0, 0.73], "exact")
    (*_, last) = (s for s in step.substeps if s.kind is SubStepKind.TRIAL)
    assert abs(last.numbers["slope"]) > 0.1
    assert "changes its sign" in last.sentence
    assert step.after.x[1] == pytest.approx(0.0, abs=1e-12)
    smooth = first_step("x^2 + 3 y^4", [1.0, 0.7], "exact")
    (*_, last) = (s for s in smooth.substeps if s.kind is SubStepKind.TRIAL)
    assert abs(last.numbers["slope"]) < 1e-8
    assert "is zero" in last.sentence


@pytest.mark.parametrize(
    ("text", "start"), [("1/x", -1.0), ("1/(x - 2) + x/10", 0.0), ("log(abs(x))", 1.0), ("x/(x^2 - 1)", 0.5)]
)
def test_the_exact_search_does_not_jump_over_a_pole(text: str, start: float) -> None:
    """f falls without bound on this side of the pole; what lies beyond is higher, and no minimum along the line."""
    run = descend(problems.written(text), [start], make_method("exact"), Limits(steps=20))
    assert run.reason is not StopReason.CONVERGED, run.sentence
    assert (np.diff(run.values) < 0).all()


def test_the_exact_search_finds_a_minimum_before_a_rise() -> None:
    """``x² - 8 cos(2x)``: the first trial lies beyond a maximum, where f is higher and falls again."""
    step = first_step("(x/10)^2 - 8 cos(2x)", [0.99], "exact")
    assert step.after.value < step.before.value
    (slope,) = step.after.gradient
    assert abs(slope) < 1e-6


def test_the_exact_search_through_a_point_without_a_slope_takes_the_lowest_met() -> None:
    """The line from (1, 1) along the gradient of ``‖(x, y)‖`` meets its tip, where the slope is not a number."""
    for start in ([1.0, 1.0], [3.0, -4.0], [1.0, 0.0]):
        step = first_step("sqrt(x^2 + y^2)", start, "exact")
        assert step.after.value < 1e-6


@pytest.mark.parametrize("shrink", [0.9, 0.99, 0.9999999])
def test_a_factor_that_hardly_shortens_is_told_for_what_it_is(shrink: float) -> None:
    """From here Rosenbrock's function asks for steps of a thousandth: with ρ = 0.99 that takes 700 trials."""
    run = descend(problems.rosenbrock(), [-1.2, 1.0], make_method("armijo", shrink=shrink), Limits(steps=3))
    if shrink == 0.9:
        assert run.steps == 3
        return
    assert (run.reason, run.steps) == (StopReason.STALLED, 0)
    assert "200 trials" in run.sentence
    assert f"{shrink**199:.3g}" in run.sentence
    assert "kink" not in run.sentence
