"""Where fits to data are least: by a formula, by Newton's method, or, with absolute values, by coordinates."""

from __future__ import annotations

import math

import numpy as np

from gradviz.numeric.binding import Array

__all__ = ["LEAST_SQUARES", "LOGISTIC", "LOGISTIC_01", "least", "loss"]

LEAST_SQUARES = "least squares"
LOGISTIC = "logistic"
"""Labels −1 and 1: ``Σ log(1 + exp(−y_i x_i'w))``."""
LOGISTIC_01 = "logistic 0/1"
"""Labels 0 and 1: ``Σ log(1 + exp(x_i'w)) − y_i x_i'w``."""
ROUNDS, SWEEPS = 100, 50
MOST = 200
"""Weights that are looked for one by one."""
FARTHEST = 30.0
"""Of ``X w``: where classes are parted, w runs beyond it."""


def loss(kind: str, X: Array, y: Array, w: Array) -> float:
    """The sum over the rows."""
    z = X @ w
    if kind == LEAST_SQUARES:
        return float(((y - z) ** 2).sum())
    if kind == LOGISTIC:
        return float(np.logaddexp(0, -y * z).sum())
    return float((np.logaddexp(0, z) - y * z).sum())


def least(kind: str, X: Array, y: Array, factor: float, ridge: float = 0.0, lasso: float = 0.0) -> Array | None:
    """The w, (n,), at which ``factor · loss + ridge · w'w + lasso · ‖w‖₁`` is least; None where there is none, or no
    single one that is found.
    """
    ridge, lasso = ridge / factor, lasso / factor
    if kind == LEAST_SQUARES and not lasso:
        if ridge:
            return np.asarray(np.linalg.solve(X.T @ X + ridge * np.eye(X.shape[1]), X.T @ y))
        found, _, rank, _ = np.linalg.lstsq(X, y, rcond=None)
        return np.asarray(found) if rank == X.shape[1] else None
    return _by_newton(kind, X, y, ridge, lasso) if not lasso or X.shape[1] <= MOST else None


def _by_newton(kind: str, X: Array, y: Array, ridge: float, lasso: float) -> Array | None:
    """By Newton's method with halved steps (proximal where there is a lasso: Lee, Sun and Saunders, 2014); None where w
    runs away.
    """

    def value(w: Array) -> float:
        return loss(kind, X, y, w) + ridge * float(w @ w) + lasso * float(np.abs(w).sum())

    w = np.zeros(X.shape[1])
    size = 1 + float(np.abs(X).max()) * len(X)
    for _ in range(ROUNDS):
        gradient, hessian = _derivatives(kind, X, y, w)
        gradient, hessian = gradient + 2 * ridge * w, hessian + 2 * ridge * np.eye(len(w))
        slack = np.where(w == 0, np.maximum(np.abs(gradient) - lasso, 0), np.abs(gradient + lasso * np.sign(w)))
        if float(np.linalg.norm(slack)) < 1e-10 * size:
            near = bool(ridge or lasso) or float(np.abs(X @ w).max()) < FARTHEST
            return w if near and math.isfinite(float(w @ w)) else None
        step = _step(gradient, hessian, w, lasso)
        if step is None:
            return None
        length, here = 1.0, value(w)
        while length > 1e-8 and not value(w + length * step) <= here:
            length /= 2
        w = w + length * step
        if not float(np.abs(w).max()) < 1e6:
            return None
    return None


def _derivatives(kind: str, X: Array, y: Array, w: Array) -> tuple[Array, Array]:
    """Gradient and Hessian of the loss."""
    if kind == LEAST_SQUARES:
        return np.asarray(2 * X.T @ (X @ w - y)), np.asarray(2 * X.T @ X)
    signs = y if kind == LOGISTIC else 2 * y - 1
    p = 1 / (1 + np.exp(np.clip(signs * (X @ w), -500, 500)))
    return np.asarray(-X.T @ (p * signs)), np.asarray((X * (p * (1 - p))[:, None]).T @ X)


def _step(gradient: Array, hessian: Array, w: Array, lasso: float) -> Array | None:
    """Where the quadratic model with the lasso in it is least, from w; None where it has no such place."""
    if not lasso:
        try:
            return np.asarray(np.linalg.solve(hessian, -gradient))
        except np.linalg.LinAlgError:
            return None
    at, curvature = w.copy(), np.diag(hessian)
    if not (curvature > 0).all():
        return None
    slope = gradient.copy()
    for _ in range(SWEEPS):
        for i in range(len(at)):
            aim = at[i] - slope[i] / curvature[i]
            new = math.copysign(max(abs(aim) - lasso / curvature[i], 0.0), aim)
            if new != at[i]:
                slope += (new - at[i]) * hessian[:, i]
                at[i] = new
        found = _with_these_signs(gradient, hessian, w, lasso, np.sign(at))
        if found is not None:
            return np.asarray(found - w)
    return np.asarray(at - w)


def _with_these_signs(gradient: Array, hessian: Array, w: Array, lasso: float, signs: Array) -> Array | None:
    """Where the model is least if its entries there have the signs; None where that place has others."""
    kept = np.flatnonzero(signs)
    found = np.zeros(len(w))
    constant = gradient - hessian @ w
    if len(kept):
        try:
            found[kept] = np.linalg.solve(hessian[np.ix_(kept, kept)], -constant[kept] - lasso * signs[kept])
        except np.linalg.LinAlgError:
            return None
    left = np.abs(constant + hessian @ found)
    fits = np.array_equal(np.sign(found), signs) and bool((left[signs == 0] <= lasso * (1 + 1e-12)).all())
    return found if fits else None
