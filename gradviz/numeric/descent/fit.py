"""Is a function a fit to data? Least squares and logistic regression, penalised or not, recognised by their values."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.fit_minimum import LEAST_SQUARES, LOGISTIC, LOGISTIC_01, least, loss
from gradviz.numeric.landscape import Landscape

__all__ = ["LEAST_SQUARES", "LOGISTIC", "LOGISTIC_01", "Fit", "find_fit"]

PRECISION = 1e-9
TRIALS = 8
MOST_PAIRS = 64


@dataclass(frozen=True)
class Fit:
    """A function of w that fits a model ``X w`` to data: ``factor · loss(w) + ridge · w'w + lasso · ‖w‖₁``.

    Attributes
    ----------
    kind : `LEAST_SQUARES`, `LOGISTIC` or `LOGISTIC_01`.
    factor : by what the sum over the rows is multiplied.
    variable, matrix, labels : the names of w, X and y.
    X, y : (m, n) and (m,), the data.
    minimum : (n,), the w of the least value, or None where there is none: X without full column rank, or classes that
        a plane separates, without a penalty.
    ridge, lasso : the weights of the penalties, nought or positive.
    """

    kind: str
    factor: float
    variable: str
    matrix: str
    labels: str
    X: Array
    y: Array
    minimum: Array | None
    ridge: float = 0.0
    lasso: float = 0.0

    @property
    def linear(self) -> bool:
        """Whether it is ``X w`` itself that is to be near y, not a probability."""
        return self.kind == LEAST_SQUARES

    @property
    def closed_form(self) -> bool:
        """Whether the minimum has a formula, ``(X'X + ridge/factor I)^-1 X'y``."""
        return self.linear and not self.lasso

    def predicted(self, w: Array) -> Array:
        """``X w``, or the probabilities ``σ(X w)``, (m,)."""
        with np.errstate(over="ignore"):
            z = self.X @ w
            return np.asarray(z if self.linear else 1 / (1 + np.exp(-z)))

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
            shares = _shares(kind, X, y, points, found)
            if shares is not None:
                minimum = least(kind, X, y, *shares)
                factor, ridge, lasso = shares
                return Fit(kind, factor, variable.name, x_name, y_name, X, y, minimum, ridge, lasso)
    return None


def _shares(kind: str, X: Array, y: Array, points: Array, found: Array) -> tuple[float, float, float] | None:
    """By what loss, ``w'w`` and ``‖w‖₁`` are multiplied in the function, or None where it is another function."""
    if kind != LEAST_SQUARES and not set(np.unique(y)) <= ({-1.0, 1.0} if kind == LOGISTIC else {0.0, 1.0}):
        return None
    parts = np.stack([[loss(kind, X, y, w) for w in points], (points**2).sum(axis=1), np.abs(points).sum(axis=1)])
    if not (np.isfinite(parts).all() and (parts > 1e-12).all()):
        return None
    for used in ([0], [0, 1], [0, 2], [0, 1, 2]):
        sizes = np.abs(parts[used]).max(axis=1)
        weights = np.linalg.lstsq((parts[used] / sizes[:, None]).T, found, rcond=None)[0] / sizes
        wrong = np.abs(weights @ parts[used] - found)
        if (weights > 0).all() and (wrong <= PRECISION * np.abs(found)).all():
            shares = np.zeros(3)
            shares[used] = [float(f"{weight:.10g}") for weight in weights]
            return float(shares[0]), float(shares[1]), float(shares[2])
    return None
