"""Is a function a fit to data? Least squares and logistic regression, recognised by their values."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.landscape import Landscape

__all__ = ["LEAST_SQUARES", "LOGISTIC", "LOGISTIC_01", "Fit", "find_fit"]

LEAST_SQUARES = "least squares"
LOGISTIC = "logistic"
"""Labels −1 and 1: ``Σ log(1 + exp(−y_i x_i'w))``."""
LOGISTIC_01 = "logistic 0/1"
"""Labels 0 and 1: ``Σ log(1 + exp(x_i'w)) − y_i x_i'w``."""
PRECISION = 1e-9
TRIALS = 4
MOST_PAIRS = 64


@dataclass(frozen=True)
class Fit:
    """A function of w that fits a model ``X w`` to data.

    Attributes
    ----------
    kind : `LEAST_SQUARES`, `LOGISTIC` or `LOGISTIC_01`.
    factor : the function is so many times the sum over the rows.
    variable, matrix, labels : the names of w, X and y.
    X, y : (m, n) and (m,), the data.
    minimum : (n,), the w of the least value, or None where there is none: X without full column rank, or classes that
        a plane separates.
    """

    kind: str
    factor: float
    variable: str
    matrix: str
    labels: str
    X: Array
    y: Array
    minimum: Array | None

    @property
    def closed_form(self) -> bool:
        """Whether the minimum has a formula, ``(X'X)^-1 X'y``."""
        return self.kind == LEAST_SQUARES

    def predicted(self, w: Array) -> Array:
        """``X w``, or the probabilities ``σ(X w)``, (m,)."""
        with np.errstate(over="ignore"):
            z = self.X @ w
            return np.asarray(z if self.closed_form else 1 / (1 + np.exp(-z)))

    @property
    def constant_column(self) -> int | None:
        """The column of X that is the same in every row, which makes its weight an intercept; or None."""
        constant = np.flatnonzero((self.X[:1] == self.X).all(axis=0) & (self.X[0] != 0))
        return int(constant[0]) if len(constant) else None


def find_fit(landscape: Any) -> Fit | None:
    """The fit that a landscape is, or None.

    It is one when the function agrees with a fit to data that are among its constants at random w, to rounding.
    """
    if not isinstance(landscape, Landscape) or len(landscape.variables) != 1:
        return None
    variable = landscape.variables[0]
    n = landscape.dimension
    if landscape.binding.size(variable.shape.cols) != 1:
        return None
    values = {name: np.asarray(v, dtype=float) for name, v in landscape.binding.values.items() if name != variable.name}
    matrices = {name: v for name, v in values.items() if v.ndim == 2 and v.shape[1] == n and len(v) >= 2}
    vectors = {name: v for name, v in values.items() if v.ndim == 1}
    generator = np.random.default_rng(0)
    points = generator.normal(size=(TRIALS, n))
    with np.errstate(all="ignore"):
        found = np.array([landscape.value_at(w) for w in points])
    if not np.isfinite(found).all():
        return None
    for (x_name, X), (y_name, y) in itertools.islice(itertools.product(matrices.items(), vectors.items()), MOST_PAIRS):
        if len(y) != len(X):
            continue
        for kind in (LEAST_SQUARES, LOGISTIC, LOGISTIC_01):
            factor = _factor(kind, X, y, points, found)
            if factor is not None:
                minimum = _least_squares(X, y) if kind == LEAST_SQUARES else _logistic(kind, X, y)
                return Fit(kind, factor, variable.name, x_name, y_name, X, y, minimum)
    return None


def _factor(kind: str, X: Array, y: Array, points: Array, found: Array) -> float | None:
    """By what the loss is multiplied in the function, or None where it is another function."""
    if kind != LEAST_SQUARES and not set(np.unique(y)) <= ({-1.0, 1.0} if kind == LOGISTIC else {0.0, 1.0}):
        return None
    expected = np.array([_loss(kind, X, y, w) for w in points])
    if not (np.abs(expected) > 1e-12).all():
        return None
    ratios = found / expected
    same = np.ptp(ratios) <= PRECISION * abs(ratios[0])
    return float(f"{ratios[0]:.12g}") if same and ratios[0] > 0 else None


def _loss(kind: str, X: Array, y: Array, w: Array) -> float:
    z = X @ w
    if kind == LEAST_SQUARES:
        return float(((y - z) ** 2).sum())
    if kind == LOGISTIC:
        return float(np.logaddexp(0, -y * z).sum())
    return float((np.logaddexp(0, z) - y * z).sum())


def _least_squares(X: Array, y: Array) -> Array | None:
    found, _, rank, _ = np.linalg.lstsq(X, y, rcond=None)
    return np.asarray(found) if rank == X.shape[1] else None


def _logistic(kind: str, X: Array, y: Array) -> Array | None:
    """By Newton's method with halved steps (iteratively reweighted least squares); None where w runs away."""
    signs = y if kind == LOGISTIC else 2 * y - 1
    w = np.zeros(X.shape[1])
    for _ in range(100):
        p = 1 / (1 + np.exp(np.clip(signs * (X @ w), -500, 500)))
        gradient = -X.T @ (p * signs)
        if float(np.linalg.norm(gradient)) < 1e-10 * (1 + float(np.abs(X).max()) * len(X)):
            return w if math.isfinite(float(w @ w)) and float(np.abs(X @ w).max()) < 30 else None
        hessian = (X * (p * (1 - p))[:, None]).T @ X
        try:
            step = np.linalg.solve(hessian, -gradient)
        except np.linalg.LinAlgError:
            return None
        size, here = 1.0, _loss(LOGISTIC, X, signs, w)
        while size > 1e-8 and not _loss(LOGISTIC, X, signs, w + size * step) <= here:
            size /= 2
        w = w + size * step
        if not float(np.abs(w).max()) < 1e6:
            return None
    return None
