"""Why the gradient: a step of one length through all angles, and what the function makes of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.landscape import Landscape
from gradviz.sentences import say

__all__ = ["Dial", "dial"]

ANGLES = 361


@dataclass(frozen=True)
class Dial:
    """Increments along all directions of the plane.

    Attributes
    ----------
    x, y : the point.
    length : of the step δ.
    angles : (k,), radians from 0 to 2π, both ends included.
    increments : (k,), ``f(x + δ) - f(x)``; NaN where f is undefined.
    differentials : (k,), ``∇f·δ``.
    gradient : (2,), by the plane's coordinates.
    reason : why there are no differentials, a sentence; "" when there are.
    """

    x: float
    y: float
    length: float
    angles: Array
    increments: Array
    differentials: Array
    gradient: Array
    reason: str = ""

    @property
    def gradient_angle(self) -> float:
        """The angle of the gradient in [0, 2π), where ``∇f·δ`` is largest; NaN where the gradient is nought."""
        gx, gy = (float(g) for g in self.gradient)
        if not math.isfinite(gx + gy) or gx == gy == 0:
            return math.nan
        return math.atan2(gy, gx) % (2 * math.pi)

    @property
    def tangent_angles(self) -> tuple[float, float]:
        """The two angles of the contour line's tangent, at 90° to the gradient, in [0, 2π)."""
        turn = math.pi / 2
        angle = self.gradient_angle
        return (angle + turn) % (2 * math.pi), (angle - turn) % (2 * math.pi)

    @property
    def steepest_angle(self) -> float:
        """The angle of the largest increment among those sampled; NaN where there is none."""
        if not np.isfinite(self.increments).any():
            return math.nan
        return float(self.angles[int(np.nanargmax(np.where(np.isfinite(self.increments), self.increments, np.nan)))])

    def at(self, angle: float) -> tuple[float, float]:
        """``f(x + δ) - f(x)`` (between samples by interpolation) and ``∇f·δ`` at an angle."""
        increment = float(np.interp(angle % (2 * math.pi), self.angles, self.increments))
        gx, gy = (float(g) for g in self.gradient)
        return increment, self.length * (gx * math.cos(angle) + gy * math.sin(angle))


def dial(landscape: Landscape, x: float, y: float, length: float, count: int = ANGLES) -> Dial:
    """Turn a step of a length > 0 around a point of the plane; never raises."""
    angles = np.linspace(0, 2 * np.pi, count)
    cos, sin = np.cos(angles), np.sin(angles)
    reading = landscape.read(x, y)
    with np.errstate(all="ignore"):
        increments = landscape.values_at_points(x + length * cos, y + length * sin) - reading.value
        differentials = length * (reading.gradient[0] * cos + reading.gradient[1] * sin)
    increments[~np.isfinite(increments)] = np.nan
    reason = ""
    if not reading.defined:
        reason = say("The function is not defined at the point.")
    elif not np.isfinite(reading.gradient).all():
        reason = say("The function has no gradient at the point.")
    return Dial(x, y, length, angles, increments, differentials, reading.gradient, reason)
