"""On quadratic functions everything is known: rates from the condition number, and how many steps it takes."""

from __future__ import annotations

import math

import numpy as np
import pytest

from gradviz.numeric.descent import (
    BFGS,
    LBFGS,
    ConjugateGradients,
    ExactLineSearch,
    GradientDescent,
    HeavyBall,
    Limits,
    Method,
    Newton,
    StopReason,
    TrustRegion,
    descend,
    open_step,
)
from gradviz.numeric.descent.analysis import stability
from gradviz.numeric.descent.oracle import Oracle
from tests.numeric.descent.problems import Quadratic, random_quadratic, written


@pytest.mark.parametrize("condition", [2.0, 10.0, 100.0])
def test_gradient_descent_shrinks_the_error_by_the_rate_of_the_condition_number(condition: float) -> None:
    """``(κ - 1)/(κ + 1)`` a step with the best step size (Nocedal & Wright 2006, thm. 3.3)."""
    bowl = Quadratic(np.diag([1.0, condition]))
    known = stability(bowl.matrix)
    run = descend(bowl, np.array([condition, 1.0]), GradientDescent(known.best), Limits(steps=40, tolerance=0.0))
    errors = np.linalg.norm(run.states, axis=1)
    np.testing.assert_allclose(errors[1:] / errors[:-1], (condition - 1) / (condition + 1), rtol=1e-9)
    assert known.rate == pytest.approx((condition - 1) / (condition + 1))


@pytest.mark.parametrize("condition", [2.0, 10.0, 100.0])
def test_exact_search_from_the_worst_start_attains_the_bound_of_kantorovich(condition: float) -> None:
    """``f - f*`` shrinks by ``((κ - 1)/(κ + 1))²`` a step, from the start (κ, 1) exactly so."""
    bowl = Quadratic(np.diag([1.0, condition]))
    run = descend(bowl, np.array([condition, 1.0]), ExactLineSearch(), Limits(steps=15, tolerance=0.0))
    np.testing.assert_allclose(run.values[1:] / run.values[:-1], ((condition - 1) / (condition + 1)) ** 2, rtol=1e-6)


@pytest.mark.parametrize("condition", [10.0, 100.0, 1000.0])
def test_the_best_heavy_ball_has_the_rate_of_the_root_of_the_condition_number(condition: float) -> None:
    """``(√κ - 1)/(√κ + 1)`` a step in the long run (Polyak 1964)."""
    bowl = Quadratic(np.diag([1.0, condition]))
    known = stability(bowl.matrix)
    method = HeavyBall(known.momentum_step, momentum=known.momentum)
    run = descend(bowl, np.array([1.0, 1.0]), method, Limits(steps=400, tolerance=1e-100))
    errors = np.linalg.norm(run.states, axis=1)
    last = run.steps
    half = last // 2
    measured = (errors[last] / errors[half]) ** (1 / (last - half))
    root = math.sqrt(condition)
    assert measured == pytest.approx((root - 1) / (root + 1), abs=0.02)
    plain = (condition - 1) / (condition + 1)
    assert measured < plain


@pytest.mark.parametrize("variant", ["Fletcher-Reeves", "Polak-Ribiere+", "Hestenes-Stiefel", "Dai-Yuan"])
@pytest.mark.parametrize("size", [2, 5, 10])
def test_conjugate_gradients_are_there_after_as_many_steps_as_coordinates(variant: str, size: int) -> None:
    bowl = random_quadratic(size, 20.0, seed=size)
    method = ConjugateGradients(variant, search_kind="exact")
    run = descend(bowl, np.full(size, 3.0), method, Limits(steps=size, tolerance=0.0))
    np.testing.assert_allclose(run.states[-1], bowl.minimum, atol=1e-6)
    before = descend(bowl, np.full(size, 3.0), method, Limits(steps=size - 1, tolerance=0.0))
    assert before.norm(before.steps) > 1e-3


@pytest.mark.parametrize("size", [1, 2, 8])
def test_newton_is_there_in_one_step(size: int) -> None:
    bowl = random_quadratic(size, 50.0)
    run = descend(bowl, np.full(size, -2.0), Newton(), Limits(tolerance=1e-9))
    assert (run.steps, run.reason) == (1, StopReason.CONVERGED)
    np.testing.assert_allclose(run.states[1], bowl.minimum, rtol=1e-9, atol=1e-12)
    assert run.counts.hessians == 1


def test_newton_goes_to_a_saddle_and_the_definite_hessian_does_not() -> None:
    saddle = Quadratic(np.diag([1.0, -1.0]))
    plain = descend(saddle, np.array([1.0, 0.5]), Newton())
    assert plain.reason is StopReason.CONVERGED
    np.testing.assert_allclose(plain.states[-1], 0, atol=1e-12)
    region = descend(saddle, np.array([1.0, 0.5]), TrustRegion(subproblem="steihaug"), Limits(steps=30))
    assert region.values[-1] < -100


@pytest.mark.parametrize("method", [BFGS(c2=0.1), LBFGS(c2=0.1), LBFGS(pairs=3)], ids=lambda m: type(m).__name__)
def test_quasi_newton_converges_faster_than_steepest_descent(method: Method) -> None:
    bowl = random_quadratic(10, 1000.0)
    run = descend(bowl, np.full(10, 2.0), method, Limits(steps=200, tolerance=1e-6))
    assert run.reason is StopReason.CONVERGED
    np.testing.assert_allclose(run.states[-1], bowl.minimum, atol=1e-5)
    assert run.steps < 60


def test_the_bfgs_approximation_meets_the_secant_equation_and_stays_definite() -> None:
    """``H_{k+1} y_k = s_k`` (Nocedal & Wright 2006, eq. 6.6)."""
    bowl = random_quadratic(4, 10.0)
    run = descend(bowl, np.full(4, 2.0), BFGS(), Limits(tolerance=1e-8))
    assert run.steps > 4
    for k in range(1, run.steps + 1):
        update = open_step(bowl, run, k).substeps[-2].numbers
        np.testing.assert_allclose(update["inverse"] @ update["y"], update["s"], rtol=1e-7, atol=1e-12)
        assert np.linalg.eigvalsh(update["inverse"])[0] > 0


def test_the_stability_bound_separates_convergence_from_divergence() -> None:
    bowl = random_quadratic(5, 30.0)
    known = stability(bowl.matrix)
    assert known.bound == pytest.approx(2 / np.linalg.eigvalsh(bowl.matrix)[-1])
    reasons = {
        factor: descend(bowl, np.full(5, 2.0), GradientDescent(factor * known.bound), Limits(steps=20_000)).reason
        for factor in (0.5, 0.99, 1.01, 2.0)
    }
    assert reasons == {
        0.5: StopReason.CONVERGED,
        0.99: StopReason.CONVERGED,
        1.01: StopReason.DIVERGED,
        2.0: StopReason.DIVERGED,
    }
    for factor, words in ((0.3, "without overshooting"), (0.7, "zigzag"), (1.0, "to and fro"), (1.5, "run away")):
        assert words in known.sentence(factor * known.bound)


def test_beyond_the_bound_a_run_may_jump_about_where_the_function_is_flatter() -> None:
    softplus = written("log(1 + exp(x)) + log(1 + exp(-x)) + x^2 / 100")
    known = stability(Oracle(softplus).hessian(np.zeros(1)))
    assert known.bound == pytest.approx(2 / 0.52)
    run = descend(softplus, np.array([0.1]), GradientDescent(1.5 * known.bound), Limits(steps=500))
    assert run.reason is StopReason.BUDGET  # it neither settles nor diverges
    assert np.abs(run.states).max() < 10
    assert "run away, or jump about" in known.sentence(1.5 * known.bound)
