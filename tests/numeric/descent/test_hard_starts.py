"""Where methods are tempted to divide by nought: starts at the minimum, singular Hessians, steps out of the domain."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradviz.numeric.descent import (
    METHODS,
    GradientDescent,
    Limits,
    Oracle,
    StopReason,
    descend,
    make_method,
    open_step,
)
from gradviz.numeric.descent.state import Notes, State, SubStepKind
from gradviz.numeric.descent.stochastic import StochasticGradientDescent
from gradviz.numeric.descent.trust_region import dogleg
from tests.numeric.descent import problems
from tests.numeric.descent.problems import Quadratic

SUMS = {"gauss-newton", "levenberg-marquardt", "sgd", "mini-batch"}


class Valley:
    """``x^4/4 + 0 y``: its Hessian ``diag(3x², 0)`` is singular everywhere."""

    def value_at(self, x: Any) -> float:
        return float(x[0] ** 4 / 4)

    def gradient_at(self, x: Any) -> tuple[float, Any]:
        return self.value_at(x), np.array([x[0] ** 3, 0.0])

    def hessian_at(self, x: Any) -> Any:
        return np.diag([3 * x[0] ** 2, 0.0])


@pytest.mark.parametrize("id", sorted(set(METHODS) - SUMS))
def test_at_the_minimum_nothing_moves(id: str) -> None:
    run = descend(Quadratic(np.diag([1.0, 9.0])), np.zeros(2), make_method(id))
    assert (run.reason, run.steps) == (StopReason.CONVERGED, 0)


@pytest.mark.parametrize("id", ["damped-newton", "trust-region", "trust-steihaug"])
def test_a_singular_hessian_leaves_what_is_flat_alone(id: str) -> None:
    run = descend(Valley(), np.array([1.0, 2.0]), make_method(id), Limits(steps=300, tolerance=1e-6))
    assert run.reason is StopReason.CONVERGED
    assert abs(run.states[-1, 0]) <= 1e-2  # |x³| <= 1e-6
    np.testing.assert_allclose(run.states[:, 1], 2.0)


@pytest.mark.parametrize("id", ["newton", "damped-newton"])
def test_newton_says_that_the_hessian_is_singular(id: str) -> None:
    place = Valley() if id == "newton" else problems.written("abs(x) + abs(y)")
    run = descend(place, np.array([1.0, 2.0]), make_method(id))
    assert (run.reason, run.steps) == (StopReason.STALLED, 0)
    assert "singular" in run.sentence


@pytest.mark.parametrize("id", ["exact", "armijo", "wolfe", "bfgs", "lbfgs", "cg-pr", "damped-newton", "trust-region"])
def test_a_step_out_of_the_domain_is_taken_back(id: str) -> None:
    """``x² - log x + y²`` is not a number for x < 0, where the first trial from here lies; least at ``1/√2``."""
    run = descend(problems.log_well(), np.array([3.0, 4.0]), make_method(id), Limits(steps=2000, tolerance=1e-6))
    assert run.reason is StopReason.CONVERGED
    np.testing.assert_allclose(run.states[-1], [2**-0.5, 0.0], atol=1e-5)


def test_a_batch_of_more_rows_than_there_are_is_all_of_them() -> None:
    place, start, limits = problems.least_squares(), np.array([0.5, 0.5]), Limits(steps=20, tolerance=0.0)
    found = descend(place, start, StochasticGradientDescent(0.005, batch=10_000), limits)
    np.testing.assert_allclose(found.states, descend(place, start, GradientDescent(0.005), limits).states, rtol=1e-10)


@pytest.mark.parametrize("id", ["trust-region", "trust-steihaug"])
def test_a_trust_region_leaves_the_neighbourhood_of_a_saddle(id: str) -> None:
    """``(x² - y²)/2`` from the ridge, a little beside it: no model minimum inside the region."""
    run = descend(Quadratic(np.diag([1.0, -1.0])), np.array([1.0, 1e-6]), make_method(id), Limits(steps=40))
    assert run.reason is not StopReason.CONVERGED
    assert run.values[-1] < -1
    assert (np.diff(run.values) <= 0).all()


@pytest.mark.parametrize("id", ["gradient-descent", "heavy-ball", "bfgs", "cg-pr", "newton", "armijo"])
def test_a_minimum_far_from_the_start_is_not_running_away(id: str) -> None:
    """``(x - 10^7)² + (y - 3)²`` from the origin: ten times further than a run may go that does not lower f."""
    size = {"step_size": 0.1} if id in ("gradient-descent", "heavy-ball") else {}
    far = 10.0**14  # further than any run may go whose gradient grows
    for place, at in (
        (problems.written("(x - 10^7)^2 + (y - 3)^2"), [1e7, 3.0]),
        (problems.written("(x - 10^14)^2 + (y + 10^13)^2"), [1e14, -1e13]),
        (Quadratic(2 * np.eye(2), np.array([2e7, 6.0])), [1e7, 3.0]),
        (Quadratic(2 * np.eye(2), np.array([2 * far, far / 5])), [1e14, 1e13]),
    ):
        run = descend(place, np.zeros(2), make_method(id, **size), Limits(steps=2000, tolerance=1e-5))
        arrived = run.reason is StopReason.CONVERGED
        assert arrived or (at[0] > 1e12 and run.reason is not StopReason.DIVERGED), run.sentence
        np.testing.assert_allclose(run.states[-1], at, rtol=1e-9)


def test_what_has_no_minimum_runs_away_however_low_it_gets() -> None:
    run = descend(Quadratic(-np.eye(2)), np.array([1.0, 0.0]), GradientDescent(0.5), Limits(steps=2000))
    assert run.reason is StopReason.DIVERGED
    assert (np.diff(run.values) < 0).all()


def test_a_plateau_far_out_and_higher_than_the_start_is_not_convergence() -> None:
    class Plateau:
        """``x²/(1 + x²)``."""

        def gradient_at(self, x: Any) -> tuple[float, Any]:
            square = float(x[0] ** 2)
            return square / (1 + square), 2 * x / (1 + square) ** 2

    run = descend(Plateau(), np.array([1.0]), GradientDescent(1e8), Limits())
    assert run.norm(run.steps) < 1e-6
    assert run.reason is StopReason.DIVERGED


@pytest.mark.parametrize("text", ["exp(2x) + exp(-2x) - exp(x) - exp(-x)", "exp(2x) + exp(-2x) - exp(-x) + y^2 + x"])
def test_numbers_too_large_for_floats_are_not_outside_the_domain(text: str) -> None:
    """Infinity less infinity is not a number, and yet f is defined there."""
    place = problems.written(text)
    run = descend(place, np.array([5.0, 1.0][: place.dimension]), GradientDescent(0.05), Limits(steps=9))
    assert np.isnan(run.values[-1])
    assert run.reason is StopReason.NONFINITE
    logarithm = problems.written("x - log(x)" + ("+ y^2" if place.dimension == 2 else ""))
    run = descend(logarithm, np.array([3.0, 1.0][: place.dimension]), GradientDescent(20.0), Limits(steps=9))
    assert np.isnan(run.values[-1])
    assert run.reason is StopReason.OUTSIDE


def test_a_start_with_a_slope_below_the_tolerance_is_told_with_the_tolerance() -> None:
    run = descend(Quadratic(np.eye(2)), np.array([0.3, 0.0]), GradientDescent(0.1), Limits(tolerance=0.5))
    assert (run.reason, run.steps) == (StopReason.CONVERGED, 0)
    assert "at most 0.5" in run.sentence
    assert "vanishes" not in run.sentence


@pytest.mark.parametrize("limits", [Limits(tolerance=1e200), Limits(runaway=1e200), Limits(tolerance=1e-200)])
@pytest.mark.parametrize("id", ["adam", "bfgs"])
def test_limits_whose_squares_are_no_floats(limits: Limits, id: str) -> None:
    run = descend(problems.rosenbrock(), np.array([-1.2, 1.0]), make_method(id), limits)
    assert run.reason in (StopReason.CONVERGED, StopReason.BUDGET, StopReason.STALLED)


@pytest.mark.parametrize("id", ["trust-region", "trust-steihaug"])
def test_a_trust_region_only_goes_down_whatever_the_scale(id: str) -> None:
    place = problems.rosenbrock()

    class Scaled:
        """Rosenbrock's function times 10^-16."""

        def gradient_at(self, x: Any) -> tuple[float, Any]:
            value, gradient = place.gradient_at(x)
            return 1e-16 * value, 1e-16 * gradient

        def hessian_at(self, x: Any) -> Any:
            return 1e-16 * place.hessian_at(x)

    limits = Limits(steps=100, tolerance=1e-24)
    run = descend(Scaled(), np.array([-1.2, 1.0]), make_method(id), limits)
    assert run.reason is StopReason.CONVERGED
    assert (np.diff(run.values) < 0).all()


def test_a_trust_region_of_a_flat_model_goes_to_its_edge() -> None:
    """Of ``x + y`` the Hessian is nought: the model falls as far as it is trusted."""
    slope = np.array([3.0, 4.0])
    for matrix in (np.zeros((2, 2)), 1e-308 * np.eye(2), 1e-12 * np.eye(2)):
        np.testing.assert_allclose(dogleg(slope, matrix, 0.5), [-0.3, -0.4], rtol=1e-12)
    steep = dogleg(1e150 * slope, 1e150 * np.diag([1.0, 9.0]), 0.1)
    assert np.linalg.norm(steep) == pytest.approx(0.1)
    bowl = np.diag([1.0, 9.0])  # within the region: the minimum; at its edge: between Cauchy's point and it
    np.testing.assert_allclose(dogleg(slope, bowl, 10.0), -np.linalg.solve(bowl, slope))
    assert np.linalg.norm(dogleg(slope, bowl, 2.0)) == pytest.approx(2.0)


def test_residuals_that_do_not_exist_at_the_start_are_told() -> None:
    """``√x² + y²``: f and its gradient exist at 0, the derivative of the root does not."""
    place = problems.written("sqrt(x)^2 + (y - 1)^2")
    for id in ("levenberg-marquardt", "gauss-newton"):
        run = descend(place, np.zeros(2), make_method(id))
        assert (run.reason, run.steps) == (StopReason.STALLED, 0)
        assert "residuals" in run.sentence


def test_damped_newton_says_that_it_raises_small_eigenvalues() -> None:
    bowl = Quadratic(np.diag([1.0, 100.0]))
    for smallest, kinds in ((1e-8, 0), (0.5, 1)):
        run = descend(bowl, np.array([1.0, 1.0]), make_method("damped-newton", smallest=smallest), Limits(steps=1))
        step = open_step(bowl, run, 1)
        assert sum(s.kind is SubStepKind.MODEL for s in step.substeps) == kinds
        assert step.model is not None
        assert step.model.matrix_name == ("Hessian made definite" if kinds else "Hessian")
        np.testing.assert_allclose(step.model.matrix, np.diag([max(1.0, 100 * smallest), 100.0]))


def test_a_step_opens_whose_approximation_has_no_inverse() -> None:
    state = State(0, np.zeros(2), 0.0, np.ones(2), (np.zeros((2, 2)),))
    notes = Notes()
    make_method("bfgs").direction(state, Oracle(Quadratic(np.eye(2))), notes)  # type: ignore[attr-defined]
    assert notes.model is not None
    assert notes.model.kind == "linear"


def test_the_dogleg_is_told_corner_by_corner() -> None:
    """The Cauchy point is the model's least along -g, the Newton point its least of all, the step the edge between."""
    bowl = Quadratic(np.diag([1.0, 30.0]))
    start, g = np.array([4.0, 1.0]), np.array([4.0, 30.0])
    step = open_step(bowl, descend(bowl, start, make_method("trust-region", radius=2.0), Limits(steps=1)), 1)
    cauchy, newton, leg = (s for s in step.substeps if s.kind in (SubStepKind.DIRECTION, SubStepKind.MODEL))
    np.testing.assert_allclose(cauchy.numbers["direction"], -(g @ g) / (g @ np.diag([1.0, 30.0]) @ g) * g)
    np.testing.assert_allclose(newton.end, 0.0, atol=1e-12)
    assert leg.numbers["norm"] == pytest.approx(2.0)
    along, across = leg.end - cauchy.end, newton.end - cauchy.end
    assert abs(along[0] * across[1] - along[1] * across[0]) < 1e-9  # on the line between them
    np.testing.assert_array_equal(leg.end, step.after.x)


def test_trials_of_the_strong_wolfe_conditions_are_told_with_what_they_are_held_against() -> None:
    bowl = Quadratic(np.diag([1.0, 30.0]))
    run = descend(bowl, np.array([4.0, 1.0]), make_method("wolfe"), Limits(steps=6))
    for k in range(1, run.steps + 1):
        step = open_step(bowl, run, k)
        first = -float(step.before.gradient @ step.before.gradient)
        for trial in (s for s in step.substeps if s.kind is SubStepKind.TRIAL):
            told = trial.numbers
            assert told["bound"] == pytest.approx(step.before.value + 1e-4 * told["length"] * first)
            assert told["limit_of_|slope|"] == pytest.approx(-0.4 * first)
            low, flat = told["value"] <= told["bound"], abs(told["slope"]) <= told["limit_of_|slope|"]
            assert trial.accepted == (low and flat)
