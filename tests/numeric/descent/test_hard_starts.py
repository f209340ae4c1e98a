"""Where methods are tempted to divide by nought: starts at the minimum, singular Hessians, steps out of the domain."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradviz.numeric.descent import METHODS, GradientDescent, Limits, StopReason, descend, make_method
from gradviz.numeric.descent.stochastic import StochasticGradientDescent
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


def test_plain_newton_says_that_the_hessian_is_singular() -> None:
    run = descend(Valley(), np.array([1.0, 2.0]), make_method("newton"))
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
