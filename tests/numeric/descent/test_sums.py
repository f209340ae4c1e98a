"""Sums of squares and sums over rows that are seen in an expression, and what is not one."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Add, Apply, Expr, Mul, Number, Power, Symbol
from gradviz.numeric.binding import Binding
from gradviz.numeric.descent import (
    Limits,
    Oracle,
    StochasticGradientDescent,
    StopReason,
    capabilities,
    descend,
)
from gradviz.numeric.descent.rows import find_rows
from tests.numeric.descent import problems
from tests.numeric.descent.problems import e, landscape

TWO, w, X, b = e.TWO, e.w, e.X, e.b
RESIDUAL = e.RESIDUAL
RIDGE = Mul(Number(Fraction(1, 3)), n.Transpose(w), w)
SQUARES: dict[str, Expr] = {
    "norm squared": Power(n.Norm(RESIDUAL, "2"), TWO),
    "r'r": Mul(n.Transpose(RESIDUAL), RESIDUAL),
    "half r'r": Mul(Number(Fraction(1, 2)), n.Transpose(RESIDUAL), RESIDUAL),
    "inner": n.Inner(RESIDUAL, RESIDUAL),
    "sum of squares": n.Sum(n.HadamardPower(RESIDUAL, TWO)),
    "sum of products": n.Sum(n.Hadamard(RESIDUAL, RESIDUAL)),
    "1'r²": Mul(n.Transpose(n.Ones("m", 1)), n.HadamardPower(RESIDUAL, TWO)),
    "mean": n.Quotient(n.Sum(n.HadamardPower(RESIDUAL, TWO)), n.DimNumber("m")),
    "ridge": Add(Power(n.Norm(RESIDUAL, "2"), TWO), RIDGE),
    "with a constant": Add(Power(n.Norm(RESIDUAL, "2"), TWO), Number(-3)),
    "not linear": n.Sum(n.HadamardPower(Add(Apply(Mul(X, w), "tanh"), Mul(Number(-1), b)), TWO)),
    "trace": n.Trace(Mul(n.Transpose(RESIDUAL), RESIDUAL)),
    "fourth power": Power(n.Entry(w, 1, 1), Number(4)),
}
NO_SQUARES: dict[str, Expr] = {
    "difference of squares": Add(Power(n.Norm(RESIDUAL, "2"), TWO), Mul(Number(-1), n.Transpose(w), w)),
    "norm": n.Norm(RESIDUAL, "2"),
    "logistic": e.LOGISTIC,
    "cube": Power(n.Entry(w, 1, 1), Number(3)),
    "linear term": Add(Power(n.Norm(RESIDUAL, "2"), TWO), n.Entry(w, 1, 1)),
    "two vectors": Mul(n.Transpose(RESIDUAL), Apply(RESIDUAL, "tanh")),
}
ROWS: dict[str, Expr] = {
    name: SQUARES[name]
    for name in ("norm squared", "r'r", "half r'r", "inner", "sum of squares", "1'r²", "mean", "ridge", "not linear")
} | {
    "logistic": e.LOGISTIC,
    "mean logistic": n.Quotient(e.LOGISTIC, n.DimNumber("m")),
    "logistic with ridge": Add(e.LOGISTIC, RIDGE),
    "l1": n.Norm(RESIDUAL, "1"),
    "weights": Mul(n.Transpose(RESIDUAL), n.Diag(n.Hadamard(b, b)), RESIDUAL),
    "cross entropy": Mul(Number(-1), n.Transpose(b), Apply(Apply(Mul(X, w), "sigmoid"), "log")),
}
NO_ROWS: dict[str, Expr] = {
    "not a sum": n.Norm(RESIDUAL, "2"),
    "log of a sum": Apply(Power(n.Norm(RESIDUAL, "2"), TWO), "log"),
    "no data": Mul(n.Transpose(w), w),
    "rows meet": n.LogSumExp(RESIDUAL),
    "sum beside a norm": Add(e.LOGISTIC, n.Norm(RESIDUAL, "2")),
}


def made(function: Expr) -> Any:
    """A landscape with a gradient by differences, for functions whose gradient does not matter here."""
    return landscape(function, {w: n.Zero("n", 1)})


POINTS = [np.array([0.3, -0.7]), np.array([1.5, 2.0])]


@pytest.mark.parametrize("name", SQUARES)
def test_the_residuals_squared_are_the_function(name: str) -> None:
    place = made(SQUARES[name])
    oracle = Oracle(place)
    found = oracle.sum_of_squares
    assert found is not None
    for x in POINTS:
        r, J = oracle.residuals(x)
        assert float(r @ r) + found.offset == pytest.approx(place.value_at(x), rel=1e-12)
        h = 1e-6
        moved = [(oracle.residuals(x + d)[0] - oracle.residuals(x - d)[0]) / (2 * h) for d in h * np.eye(2)]
        np.testing.assert_allclose(J, np.array(moved).T, atol=1e-7)


@pytest.mark.parametrize("name", NO_SQUARES)
def test_what_is_no_sum_of_squares_is_not_taken_for_one(name: str) -> None:
    assert Oracle(made(NO_SQUARES[name])).sum_of_squares is None


@pytest.mark.parametrize("name", ROWS)
def test_the_mean_of_the_batches_is_the_function(name: str) -> None:
    place = made(ROWS[name])
    oracle = Oracle(place)
    rows = oracle.rows
    assert rows is not None
    assert rows.count == 10
    for x in POINTS:
        singles = [rows.gradient(x, np.array([i])) for i in range(10)]
        value, gradient = rows.gradient(x, np.arange(10))
        assert value == pytest.approx(place.value_at(x), rel=1e-12)
        assert np.mean([v for v, _ in singles]) == pytest.approx(value, rel=1e-12)
        np.testing.assert_allclose(np.mean([g for _, g in singles], axis=0), gradient, rtol=1e-10, atol=1e-12)
        h = 1e-6
        slopes = [(place.value_at(x + d) - place.value_at(x - d)) / (2 * h) for d in h * np.eye(2)]
        np.testing.assert_allclose(gradient, slopes, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("name", NO_ROWS)
def test_what_is_no_sum_over_rows_is_not_taken_for_one(name: str) -> None:
    assert Oracle(made(NO_ROWS[name])).rows is None


def test_a_function_says_what_it_offers() -> None:
    assert capabilities(problems.least_squares()) == {"squares", "rows"}
    assert capabilities(problems.logistic()) == {"rows"}
    assert capabilities(problems.rosenbrock()) == {"squares"}
    assert capabilities(problems.barrier()) == set()
    assert capabilities(problems.Log()) == set()


def test_data_of_fixed_size_has_rows_too() -> None:
    data, right, v = Symbol("D", (6, 2)), Symbol("t", (6, 1)), Symbol("v", (2, 1))
    function = Power(n.Norm(e.minus(Mul(data, v), right), "2"), TWO)
    place = landscape(function, {v: Mul(TWO, n.Transpose(data), e.minus(Mul(data, v), right))})
    rows = Oracle(place).rows
    assert rows is not None
    assert rows.count == 6


def test_data_that_happen_to_have_one_row_are_a_sum_of_one() -> None:
    data, right, v = Symbol("D", ("n", 2)), Symbol("t", ("n", 1)), Symbol("v", (2, 1))
    function = Power(n.Norm(e.minus(Mul(data, v), right), "2"), TWO)
    binding = Binding({"n": 1}, {"D": np.array([[1.0, 2.0]]), "t": np.array([3.0]), "v": np.zeros(2)})
    rows = find_rows(function, [v], binding)
    assert rows is not None
    assert rows.count == 1
    value, gradient = rows.gradient(np.array([1.0, 0.5]), np.array([0]))
    assert value == pytest.approx(1.0)  # (1 + 1 - 3)²
    np.testing.assert_allclose(gradient, [-2.0, -4.0])


def test_the_same_seed_draws_the_same_batches_and_every_epoch_meets_every_row() -> None:
    place = problems.logistic()
    method = StochasticGradientDescent(0.05, batch=3, seed=7)
    runs = [descend(place, np.array([0.5, 0.5]), m, Limits(steps=40)) for m in (method, method)]
    np.testing.assert_array_equal(runs[0].states, runs[1].states)
    other = descend(place, np.array([0.5, 0.5]), StochasticGradientDescent(0.05, batch=3, seed=8), Limits(steps=40))
    assert not np.array_equal(runs[0].states, other.states)
    for epoch in range(3):
        met = np.concatenate([method.rows_at(4 * epoch + i, 10)[0] for i in range(4)])
        assert sorted(met) == list(range(10))


def test_batches_of_all_rows_are_gradient_descent() -> None:
    place = problems.least_squares()
    start = np.array([0.5, 0.5])
    whole = StochasticGradientDescent(0.005, batch=10)
    run = descend(place, start, whole, Limits(steps=20, tolerance=0.0))
    x = start
    for k in range(20):
        x = x - 0.005 * place.gradient_at(x)[1]
        np.testing.assert_allclose(run.states[k + 1], x, rtol=1e-10)
    assert run.counts.gradients == pytest.approx(20)


def test_mini_batches_with_falling_steps_come_near_the_minimum() -> None:
    from gradviz.numeric.descent import InverseTime

    place = problems.least_squares()
    X_, y = place.binding.values["X"], place.binding.values["b"]
    best = np.linalg.lstsq(X_, y, rcond=None)[0]
    method = StochasticGradientDescent(0.02, batch=2, schedule=InverseTime(0.02))
    run = descend(place, np.array([3.0, -3.0]), method, Limits(steps=3000))
    assert run.reason is StopReason.BUDGET
    assert np.linalg.norm(run.states[-1] - best) < 0.02 * np.linalg.norm(run.states[0] - best)


def test_gauss_newton_solves_linear_least_squares_in_one_step() -> None:
    from gradviz.numeric.descent import GaussNewton

    place = problems.least_squares()
    run = descend(place, np.array([3.0, -3.0]), GaussNewton(), Limits(tolerance=1e-8))
    assert (run.reason, run.steps) == (StopReason.CONVERGED, 1)
    best = np.linalg.lstsq(place.binding.values["X"], place.binding.values["b"], rcond=None)[0]
    np.testing.assert_allclose(run.states[-1], best, rtol=1e-10)
