"""Directions of the methods that PyTorch lacks, each worked out anew from the iterates by the formula of its source."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradviz.numeric.descent import Limits, Oracle, Run, descend, make_method
from tests.numeric.descent.problems import LANDSCAPES, STARTS

Array = np.ndarray
STEPS = 12


def run_of(method: str, place: str, **parameters: Any) -> tuple[Run, Any]:
    landscape = LANDSCAPES[place]()
    return descend(landscape, np.array(STARTS[place]), make_method(method, **parameters), Limits(STEPS)), landscape


def parallel(a: Array, b: Array) -> None:
    np.testing.assert_allclose(a / np.linalg.norm(a), b / np.linalg.norm(b), atol=1e-6)


BETAS = {
    "cg-fr": lambda g, before, p: (g @ g) / (before @ before),
    "cg-pr": lambda g, before, p: max(0.0, g @ (g - before) / (before @ before)),
    "cg-hs": lambda g, before, p: g @ (g - before) / (p @ (g - before)),
    "cg-dy": lambda g, before, p: (g @ g) / (p @ (g - before)),
}


@pytest.mark.parametrize("place", LANDSCAPES)
@pytest.mark.parametrize("method", BETAS)
def test_conjugate_gradients(method: str, place: str) -> None:
    """``p_k = -g_k + β_k p_{k-1}`` with the β of Fletcher–Reeves, Polak–Ribière+, Hestenes–Stiefel, Dai–Yuan."""
    run, _ = run_of(method, place)
    p = -run.gradients[0]
    for k in range(run.steps):
        g = run.gradients[k]
        if k:
            beta = BETAS[method](g, run.gradients[k - 1], p)
            p = -g + beta * p
            if g @ p >= -1e-3 * np.linalg.norm(g) * np.linalg.norm(p):  # jammed: it begins anew
                p = -g
        moved = run.states[k + 1] - run.states[k]
        parallel(moved, p)
        assert np.linalg.norm(moved) == pytest.approx(run.quantities["step length"][k] * np.linalg.norm(p), rel=1e-6)


@pytest.mark.parametrize("place", LANDSCAPES)
@pytest.mark.parametrize(("method", "pairs"), [("bfgs", STEPS), ("lbfgs", 3), ("lbfgs", STEPS)])
def test_quasi_newton(method: str, pairs: int, place: str) -> None:
    """``p = -H g`` with ``H ← (I - ρ s y') H (I - ρ y s') + ρ s s'`` written out; L-BFGS begins it anew at each step from
    ``s'y / y'y I`` with the last pairs, BFGS once, from the first pair's."""
    run, _ = run_of(method, place, **({"pairs": pairs} if method == "lbfgs" else {}))
    d = run.states.shape[1]
    s, y = np.diff(run.states, axis=0), np.diff(run.gradients, axis=0)
    for k in range(run.steps):
        kept = [i for i in range(k) if s[i] @ y[i] > 1e-10 * np.linalg.norm(s[i]) * np.linalg.norm(y[i])]
        kept = kept[-pairs:]
        inverse = np.eye(d)
        if kept:
            i = kept[-1] if method == "lbfgs" else kept[0]
            inverse *= (s[i] @ y[i]) / (y[i] @ y[i])
        for i in kept:
            rho = 1 / (s[i] @ y[i])
            left = np.eye(d) - rho * np.outer(s[i], y[i])
            inverse = left @ inverse @ left.T + rho * np.outer(s[i], s[i])
        parallel(s[k], -inverse @ run.gradients[k])


@pytest.mark.parametrize("place", LANDSCAPES)
def test_the_dogleg_goes_down_the_gradient_and_then_towards_newtons_point(place: str) -> None:
    run, landscape = run_of("trust-region", place, radius=0.3)
    oracle = Oracle(landscape)
    kinds = set()
    for k in range(run.steps):
        g, radius = run.gradients[k], run.quantities["trust radius"][k]
        values, vectors = np.linalg.eigh(oracle.hessian(run.states[k]))
        if values[0] <= 0:
            continue  # made definite there
        B = (vectors * values) @ vectors.T
        newton, cauchy = -np.linalg.solve(B, g), -(g @ g) / (g @ B @ g) * g
        if np.linalg.norm(newton) <= radius:
            kinds.add("newton")
            p = newton
        elif np.linalg.norm(cauchy) >= radius:
            kinds.add("edge")
            p = -radius * g / np.linalg.norm(g)
        else:
            kinds.add("bent")
            way = newton - cauchy
            roots = np.roots([way @ way, 2 * cauchy @ way, cauchy @ cauchy - radius**2])
            p = cauchy + roots.max() * way
        np.testing.assert_allclose(run.states[k + 1] - run.states[k], p, rtol=1e-6, atol=1e-9)
    assert kinds


@pytest.mark.parametrize("place", ["rosenbrock", "himmelblau"])
def test_levenberg_marquardt_solves_the_damped_normal_equations(place: str) -> None:
    run, landscape = run_of("levenberg-marquardt", place)
    oracle = Oracle(landscape)
    for k in range(run.steps):
        r, J = oracle.residuals(run.states[k])
        damping = run.quantities["damping"][k]
        stacked = np.vstack([J, np.sqrt(damping) * np.eye(J.shape[1])])
        p = np.linalg.lstsq(stacked, -np.concatenate([r, np.zeros(J.shape[1])]), rcond=None)[0]
        np.testing.assert_allclose(run.states[k + 1] - run.states[k], p, rtol=1e-5, atol=1e-9)


@pytest.mark.parametrize("place", LANDSCAPES)
def test_damped_newton_turns_negative_curvature_round(place: str) -> None:
    run, landscape = run_of("damped-newton", place)
    oracle = Oracle(landscape)
    for k in range(run.steps):
        values, vectors = np.linalg.eigh(oracle.hessian(run.states[k]))
        sizes = np.maximum(np.abs(values), 1e-8 * np.abs(values).max())
        p = -vectors @ ((vectors.T @ run.gradients[k]) / sizes)
        np.testing.assert_allclose(
            run.states[k + 1] - run.states[k], run.quantities["step length"][k] * p, rtol=1e-5, atol=1e-9
        )
