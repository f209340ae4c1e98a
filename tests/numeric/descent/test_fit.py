"""Fits to data are recognised by their values, and nothing else is."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

import gradviz
from gradviz.numeric.binding import default_binding
from gradviz.numeric.descent.fit import LEAST_SQUARES, LOGISTIC, LOGISTIC_01, Fit, find_fit
from gradviz.numeric.descent.fit_minimum import least
from gradviz.numeric.landscape import Landscape, by_variable, default_plane

RNG = np.random.default_rng(3)
X = RNG.normal(size=(12, 2))
Y = RNG.normal(size=12)
SIGNS = np.where(RNG.random(12) > 0.5, 1.0, -1.0)
DECLARED = ["X in R^(12,2)", "y in R^12", "w in R^2"]


def fit_of(text: str, y: np.ndarray, declared: list[str] = DECLARED, x: np.ndarray = X) -> Fit | None:
    found = gradviz.derive(text, wrt="w", declare=declared)
    variables = list(found.core.variables)
    binding = default_binding(found.problem.symbols, variables=variables)
    for name, value in (("X", x), ("y", y)):
        if name in binding.values:
            binding = binding.with_value(name, value)
    plane = default_plane(variables, binding)
    gradients = by_variable(found.core.results[0].expression, variables)
    return find_fit(Landscape(found.core.function, gradients, None, binding, plane, variables))


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("||y - X w||^2", 1.0),
        ("||X w - y||^2", 1.0),
        ("1/2 ||y - X w||^2", 0.5),
        ("(y - X w)' (y - X w) / 12", 1 / 12),
    ],
)
def test_least_squares_in_any_spelling(text: str, factor: float) -> None:
    fit = fit_of(text, Y)
    assert fit is not None
    assert (fit.kind, fit.variable, fit.matrix, fit.labels) == (LEAST_SQUARES, "w", "X", "y")
    assert fit.factor == pytest.approx(factor)
    np.testing.assert_allclose(fit.minimum, np.linalg.solve(X.T @ X, X.T @ Y), rtol=1e-10)


@pytest.mark.parametrize(
    ("text", "kind", "y"),
    [
        ("sum(log(1 + exp(-y .* (X w))))", LOGISTIC, SIGNS),
        ("sum(log(1 + exp(X w))) - y' X w", LOGISTIC_01, (SIGNS + 1) / 2),
    ],
)
def test_logistic_regression_and_its_minimum(text: str, kind: str, y: np.ndarray) -> None:
    fit = fit_of(text, y)
    assert fit is not None
    assert fit.kind == kind

    def loss(w: np.ndarray) -> float:
        return float(np.logaddexp(0, -SIGNS * (X @ w)).sum())

    np.testing.assert_allclose(fit.minimum, minimize(loss, np.zeros(2), tol=1e-12).x, atol=1e-4)


@pytest.mark.parametrize(
    "penalty", ["0.7 ||w||^2", "0.7/2 w' w", "1.5 ||w||_1", "0.2 ||w||^2 + 0.4 norm(w, 1)", "9 ||w||_1"]
)
@pytest.mark.parametrize(
    ("data", "y"), [("||y - X w||^2", Y), ("1/12 ||y - X w||^2", Y), ("sum(log(1 + exp(-y .* (X w))))", SIGNS)]
)
def test_a_penalty_leaves_a_fit_a_fit_and_moves_its_minimum(data: str, y: np.ndarray, penalty: str) -> None:
    fit = fit_of(f"{data} + {penalty}", y)
    assert fit is not None
    ridge = {"0.7 ||w||^2": 0.7, "0.7/2 w' w": 0.35, "0.2 ||w||^2 + 0.4 norm(w, 1)": 0.2}.get(penalty, 0)
    lasso = {"1.5 ||w||_1": 1.5, "9 ||w||_1": 9, "0.2 ||w||^2 + 0.4 norm(w, 1)": 0.4}.get(penalty, 0)
    assert (fit.ridge, fit.lasso) == pytest.approx((ridge, lasso), rel=1e-8)

    def value(parts: np.ndarray) -> float:
        """Split into what is positive and what is negative, so that it is smooth for SciPy."""
        w = parts[:2] - parts[2:]
        rows = (y - X @ w) ** 2 if fit.kind == LEAST_SQUARES else np.logaddexp(0, -y * (X @ w))
        return float(fit.factor * rows.sum() + ridge * w @ w + lasso * parts.sum())

    best = minimize(value, np.full(4, 0.1), bounds=[(0, None)] * 4, options={"ftol": 1e-15, "gtol": 1e-12})
    np.testing.assert_allclose(fit.minimum, best.x[:2] - best.x[2:], atol=2e-6)


def test_a_ridge_has_its_formula_and_ends_what_has_no_minimum() -> None:
    fit = fit_of("3 ||y - X w||^2 + 0.6 ||w||^2", Y)
    assert fit is not None
    assert fit.closed_form
    np.testing.assert_allclose(fit.minimum, np.linalg.solve(X.T @ X + 0.2 * np.eye(2), X.T @ Y), rtol=1e-10)
    apart = fit_of("sum(log(1 + exp(-y .* (X w)))) + 0.1 ||w||^2", np.where(X[:, 0] > 0, 1.0, -1.0))
    assert apart is not None
    assert apart.minimum is not None


def test_a_lasso_of_many_weights_meets_its_conditions() -> None:
    random = np.random.default_rng(1)
    x, y, at = random.normal(size=(30, 50)), random.normal(size=30), 8.0
    found = least(LEAST_SQUARES, x, y, 1.0, 0.0, at)
    assert found is not None
    slope = 2 * x.T @ (x @ found - y)
    assert 0 < (found != 0).sum() < 30
    np.testing.assert_allclose(slope[found != 0], -at * np.sign(found[found != 0]), rtol=1e-8)
    assert (np.abs(slope[found == 0]) <= at).all()


def test_classes_that_a_plane_separates_have_no_minimum() -> None:
    y = np.where(X @ np.array([1.0, -2.0]) > 0, 1.0, -1.0)
    fit = fit_of("sum(log(1 + exp(-y .* (X w))))", y)
    assert fit is not None
    assert fit.minimum is None


def test_columns_that_depend_on_one_another_have_no_single_minimum() -> None:
    fit = fit_of("||y - X w||^2", Y, x=np.column_stack([X[:, 0], 2 * X[:, 0]]))
    assert fit is not None
    assert fit.minimum is None


@pytest.mark.parametrize(
    "text",
    ["||y - X w||^2 - 0.1 w' w", "||y - X w||^2 + 1", "||y - 2 X w||^2", "-||y - X w||^2", "||y - X w||", "w' w"],
)
def test_other_functions_are_none(text: str) -> None:
    assert fit_of(text, Y) is None


def test_logistic_regression_needs_its_labels() -> None:
    assert fit_of("sum(log(1 + exp(-y .* (X w))))", Y) is None
