"""First- and second-order Taylor models of a function over a plane, their errors, and how fast these vanish."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.taylor import TAIL, Decay, measured_decay, series_remainders, step_lengths
from gradviz.sentences import say

__all__ = ["PlaneModel", "model_decay", "model_error", "plane_model"]

DIRECTIONS = 36


@dataclass(frozen=True)
class PlaneModel:
    """``T_1`` and ``T_2`` of the function drawn, at a point of the plane.

    Attributes
    ----------
    x, y : the point.
    value : ``f``.
    gradient : (2,), by the plane's coordinates.
    hessian : (2, 2).
    reason : why a part is not there (it is NaN then), a sentence; "" when all is.
    """

    x: float
    y: float
    value: float
    gradient: Array
    hessian: Array
    reason: str = ""

    @property
    def order(self) -> int:
        """The highest order there is: -1 (f is undefined), 0, 1 or 2."""
        if not math.isfinite(self.value):
            return -1
        if not np.isfinite(self.gradient).all():
            return 0
        return 2 if np.isfinite(self.hessian).all() else 1

    def __call__(self, X: Array, Y: Array, order: int = 2) -> Array:
        """``T_order`` at points of the plane, in their common shape; NaN when the model does not go so far.

        For a grid give ``xs[None]`` and ``ys[:, None]``.
        """
        u, v = np.asarray(X) - self.x, np.asarray(Y) - self.y
        if order > self.order:
            return np.full(np.broadcast_shapes(u.shape, v.shape), np.nan)
        along_u, along_v, mixed = np.full(u.shape, self.value), np.zeros(v.shape), 0.0
        if order >= 1:
            along_u, along_v = along_u + self.gradient[0] * u, self.gradient[1] * v
        if order >= 2:
            (a, b), (_, c) = self.hessian
            along_u, along_v, mixed = along_u + (0.5 * a) * u**2, along_v + (0.5 * c) * v**2, (b * u) * v
        return np.asarray(along_u + along_v + mixed)


def plane_model(landscape: Landscape, x: float, y: float) -> PlaneModel:
    """The models at a point; never raises."""
    value, gx, gy, a, b, c = (float(v[0]) for v in landscape.second_order(np.array([x]), np.array([y])))
    reason = ""
    if not math.isfinite(value):
        reason = say("The function is not defined at the point.")
    elif not (math.isfinite(gx) and math.isfinite(gy)):
        reason = say("The function has no gradient at the point.")
    elif not (math.isfinite(a) and math.isfinite(b) and math.isfinite(c)):
        reason = say("The function has no second derivatives at the point.")
    return PlaneModel(x, y, value, np.array([gx, gy]), np.array([[a, b], [b, c]]), reason)


def model_error(
    landscape: Landscape,
    model: PlaneModel,
    xs: Array,
    ys: Array,
    order: int = 2,
    values: Array | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Array:
    """``|f - T_order|`` on a grid, (len(ys), len(xs)).

    Parameters
    ----------
    values : f on that grid, when it is known already.
    """
    known = landscape.value(xs, ys, cancelled) if values is None else values
    with np.errstate(all="ignore"):
        return np.asarray(np.abs(known - model(xs[None], ys[:, None], order)))


def model_decay(landscape: Landscape, model: PlaneModel, order: int = 2, steps: Array | None = None) -> Decay:
    """How ``max |f - T_order|`` over a circle around the point shrinks with the radius.

    Parameters
    ----------
    order : 1 or 2 (0 compares with the value alone).
    steps : radii, decreasing; `step_lengths()` by default.
    """
    radii = step_lengths() if steps is None else np.asarray(steps, dtype=float)
    if model.order < order:
        return Decay(radii, np.full(radii.shape, np.nan), math.nan, order + 1, model.reason)
    angles = 2 * np.pi * (np.arange(DIRECTIONS) + 0.25) / DIRECTIONS
    cos, sin = np.cos(angles), np.sin(angles)
    series = landscape.coefficients(np.array([model.x]), np.array([model.y]), cos, sin, order + TAIL)
    X, Y = model.x + radii * cos[:, None], model.y + radii * sin[:, None]
    direct = landscape.values_at_points(X, Y) - model(X, Y, order)
    found = [series_remainders(series[:, i], order, radii, direct[i]) for i in range(DIRECTIONS)]
    return measured_decay(radii, np.array([v for v, _ in found]), np.array([c for _, c in found]), order + 1)
