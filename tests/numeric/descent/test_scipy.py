"""Final answers beside SciPy's."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import scipy.optimize

from gradviz.algebra.nodes import Add, Matrix, Mul, Number, Power
from gradviz.numeric.descent import METHODS, Limits, StopReason, descend
from gradviz.numeric.landscape import Landscape
from tests.numeric.descent import problems

PEERS = {
    "bfgs": "BFGS",
    "lbfgs": "L-BFGS-B",
    "cg-pr": "CG",
    "damped-newton": "Newton-CG",
    "trust-region": "trust-exact",
}
PLACES: dict[str, tuple[Callable[[], Landscape], list[float]]] = {
    "rosenbrock": (problems.rosenbrock, [-1.2, 1.0]),
    "least squares": (problems.least_squares, [2.0, -1.0]),
    "barrier": (problems.barrier, [0.3, 1.5]),
    "bowl": (problems.bowl, problems.STARTS["bowl"]),
}


def by_scipy(made: Landscape, start: list[float], method: str) -> scipy.optimize.OptimizeResult:
    second = {"hess": made.hessian_at} if method in ("Newton-CG", "trust-exact") else {}
    return scipy.optimize.minimize(made.value_at, start, jac=lambda x: made.gradient_at(x)[1], method=method, **second)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "method", [m for m, entry in METHODS.items() if entry.family in ("line search", "second order")]
)
def test_the_answer_is_scipys(method: str, place: str) -> None:
    make, start = PLACES[place]
    made = make()
    slow = method in ("exact", "armijo", "wolfe") and place == "rosenbrock"
    limits = Limits(20_000, 1e-4) if slow else Limits(500, 1e-6)
    run = descend(made, np.array(start), METHODS[method].make(), limits)
    assert run.reason is StopReason.CONVERGED, run.sentence
    peer = by_scipy(made, start, "BFGS" if place == "barrier" else PEERS.get(method, "BFGS"))
    np.testing.assert_allclose(run.states[-1], peer.x, atol=1e-3 if slow else 2e-4)
    assert run.values[-1] <= peer.fun + (1e-7 if slow else 1e-8)


@pytest.mark.parametrize("method", ["bfgs", "damped-newton", "trust-region"])
def test_it_takes_no_more_evaluations_than_scipy_within_a_factor(method: str) -> None:
    made = problems.rosenbrock()
    run = descend(made, np.array([-1.2, 1.0]), METHODS[method].make(), Limits(tolerance=1e-5))
    peer = by_scipy(made, [-1.2, 1.0], PEERS[method])
    assert run.steps <= 1.5 * peer.nit


@pytest.mark.parametrize("method", ["newton", "damped-newton", "trust-region", "trust-steihaug"])
def test_the_hessians_expression_leads_where_its_derivation_from_the_gradient_leads(method: str) -> None:
    plain = problems.rosenbrock()
    x, y = problems.e.x, problems.e.y
    first = Add(Number(2), Mul(Number(1200), Power(x, Number(2))), Mul(Number(-400), y))
    cross = Mul(Number(-400), x)
    hessian = Matrix(first, cross, cross, Number(200), 2, 2)
    given = Landscape(plain.function, plain.gradients, hessian, plain.binding, plain.plane)
    runs = [descend(p, np.array([-1.2, 1.0]), METHODS[method].make(), Limits(steps=50)) for p in (plain, given)]
    np.testing.assert_allclose(runs[0].states, runs[1].states, rtol=1e-9, atol=1e-12)
    assert runs[0].counts == runs[1].counts


@pytest.mark.parametrize("method", ["gauss-newton", "levenberg-marquardt"])
@pytest.mark.parametrize("place", ["rosenbrock", "himmelblau", "least squares"])
def test_least_squares_find_what_scipy_finds(method: str, place: str) -> None:
    makers = {**problems.LANDSCAPES, "least squares": problems.least_squares}
    made = makers[place]()
    run = descend(made, np.array([-1.2, 1.0]), METHODS[method].make(), Limits(steps=200, tolerance=1e-7))
    assert run.reason is StopReason.CONVERGED, run.sentence
    peer = scipy.optimize.minimize(made.value_at, run.states[-1], jac=lambda x: made.gradient_at(x)[1], method="BFGS")
    assert run.values[-1] == pytest.approx(peer.fun, abs=1e-9)
    eigenvalues = np.linalg.eigvalsh(made.hessian_at(run.states[-1]))
    assert eigenvalues[0] > 0
