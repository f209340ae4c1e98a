"""Differential and Taylor models of a function of one number, and how fast their remainders vanish."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.curve import Curve
from gradviz.sentences import say

__all__ = [
    "HIGHEST",
    "Decay",
    "Expansion",
    "Increment",
    "decay",
    "expansion",
    "increment",
    "measured_decay",
    "remainders",
    "rounding",
    "series_remainders",
    "step_lengths",
]

HIGHEST = 20
"""The highest order of a Taylor polynomial that is offered."""
TAIL = 14
"""Coefficients beyond the polynomial's order from which a small remainder is summed: subtracting two nearly equal
numbers would give noise instead."""
CONVERGED = 1e-9
LOST, SEEN, SHIFT = 1e-3, 1e-9, 8
"""A coefficient is lost that differs by this share from what a shift of the point makes it, if that is so much of the
largest term up to it; the terms of the shift."""
EPS = float(np.finfo(float).eps)


@dataclass(frozen=True)
class Expansion:
    """The Taylor polynomials of a function at a point.

    Attributes
    ----------
    point : ``a``.
    coefficients : ``c_k = f^(k)(a)/k!`` as far as they exist, (order + 1,); empty where f is undefined.
    reason : why there are fewer than were asked for, a sentence; "" when there are all.
    """

    point: float
    coefficients: Array
    reason: str = ""

    @property
    def order(self) -> int:
        """The highest order there is; -1 where f is undefined."""
        return len(self.coefficients) - 1

    def __call__(self, ts: Array, order: int | None = None) -> Array:
        """``T_order(t) = Σ_{k≤order} c_k (t - a)^k`` (Horner); NaN when the expansion does not go so far."""
        wanted = self.order if order is None else order
        u = np.asarray(ts, dtype=float) - self.point
        if not 0 <= wanted <= self.order:
            return np.full_like(u, np.nan)
        return _horner(self.coefficients[: wanted + 1], u)


def expansion(curve: Curve, point: float, order: int = HIGHEST) -> Expansion:
    """The Taylor coefficients of a function at a point, exact to rounding (no differences are taken)."""
    found = curve.coefficients(np.array([point]), order)[:, 0]
    finite = np.isfinite(found)
    known = int(np.argmin(finite)) if not finite.all() else order + 1
    certain = _certain(curve, point, found[:known])
    if certain < known:
        lost = say("Beyond order {order} the coefficients are lost to rounding at this point.", order=certain - 1)
        return Expansion(point, found[:certain], lost)
    if known > order:
        return Expansion(point, found)
    if known == 0:
        return Expansion(point, found[:0], say("The function is not defined at the point."))
    what = _DERIVATIVES.get(known) or say("derivative of order {order}", order=known)
    reason = say("The formula has no {derivative} at the point: a part of it has a kink or a pole.", derivative=what)
    return Expansion(point, found[:known], reason)


def rounding(curve: Curve, point: float, order: int = HIGHEST) -> Array:
    """How far each Taylor coefficient at a point can be told, (order + 1,): what it changes by between the numbers next
    to the point, as by ``(k + 1) c_(k+1)`` times their distance and by the rounding in between.
    """
    beside = point + EPS * max(abs(point), EPS) * np.array([0.0, -3.0, -2.0, -1.0, 1.0, 2.0, 3.0])
    with np.errstate(all="ignore"):
        found = curve.coefficients(beside, order)
        return np.asarray(np.nan_to_num(np.abs(found[:, 1:] - found[:, :1]).max(axis=1)))


def _certain(curve: Curve, point: float, coefficients: Array) -> int:
    """How many of the coefficients are more than rounding errors: those at points next to it are what shifting them
    gives. Next to the hole of ``sin(t)/t`` each order loses more digits than the one before.
    """
    count = len(coefficients)
    if count < 2 or point == 0:
        return count
    with np.errstate(all="ignore"):
        further = curve.coefficients(np.array([point]), count - 1 + SHIFT)[:, 0]
        further = np.where(np.isfinite(further), further, 0.0)
        size = np.abs(further)
        first = int(np.argmax(size > 0))
        after = size[first + 1 :]
        reaches = (size[first] / after[after > 0]) ** (1 / (1 + np.flatnonzero(after)))
        reach = min(float(reaches.min(initial=np.inf)), abs(point)) / 64
        moves = point + np.append(np.spacing(abs(point)) * np.array([-7.0, -3.0, 3.0, 7.0]), [-reach, reach]) - point
        found = curve.coefficients(point + moves, count - 1)
        wanted: Array = np.zeros(found.shape)
        for k in range(count):
            for j in range(SHIFT, -1, -1):
                wanted[k] += math.comb(k + j, j) * further[k + j] * moves**j
        off = np.abs(found - wanted).max(axis=1)
        local = size[:count].copy()
        local[1:] = np.maximum(local[1:], np.sqrt(size[: count - 1]) * np.sqrt(size[2 : count + 1]))
        # Seen from as far away as the point is from nought it must be seen, too.
        away = np.log(max(abs(point), 1.0)) * np.arange(count)
        seen = np.log(off) + away > np.log(SEEN) + np.maximum.accumulate(np.log(size[:count]) + away)
        noise = (off > LOST * np.maximum(local, np.abs(found).max(axis=1))) & seen & (size[:count] > 0)
    noise[0] = False
    return int(np.argmax(noise)) if noise.any() else count


_DERIVATIVES = {1: say("first derivative"), 2: say("second derivative"), 3: say("third derivative")}


# --- increments --------------------


@dataclass(frozen=True, slots=True)
class Increment:
    """A step ``u`` from a point, and what the function and its tangent make of it.

    Attributes
    ----------
    u : the step.
    delta : ``Δf = f(a + u) - f(a)``.
    differential : ``df = f'(a) u``.
    remainder : ``r(u) = Δf - df``.
    """

    u: float
    delta: float
    differential: float
    remainder: float

    @property
    def ratio(self) -> float:
        """``r(u)/u``, which tends to nought with u; nought at u = 0."""
        return self.remainder / self.u if self.u else 0.0


def increment(curve: Curve, point: float, u: float) -> Increment:
    """Δf, df and r(u) for one step; NaN where they do not exist."""
    found = expansion(curve, point, 1)
    slope = float(found.coefficients[1]) if found.order >= 1 else math.nan
    rest = float(remainders(curve, point, 1, np.array([u]))[0])
    differential = slope * u
    delta = curve.value_at(point + u) - curve.value_at(point)
    if math.isfinite(rest) and abs(rest) < 1e-6 * abs(differential):
        delta = differential + rest  # what subtraction would have lost
    return Increment(u, delta, differential, rest)


def remainders(curve: Curve, point: float, order: int, us: Array) -> Array:
    """``r(u) = f(a + u) - T_order(a + u)`` for steps of either sign, in their shape; free of cancellation where the
    power series converges fast. NaN where f is undefined or has fewer derivatives.
    """
    u = np.asarray(us, dtype=float)
    known = expansion(curve, point, order)
    if known.order < order:
        return np.full(u.shape, np.nan)
    found = curve.coefficients(np.array([point]), order + TAIL)[:, 0]
    direct = curve.value(point + u) - known(point + u)
    return series_remainders(found, order, u, direct)[0]


def series_remainders(coefficients: Array, order: int, u: Array, direct: Array) -> tuple[Array, Array]:
    """The remainders, from the tail of the series where it settles and from `direct` differences elsewhere, and which
    of them can be relied on.
    """
    with np.errstate(all="ignore"):
        head = sum(abs(c) * np.abs(u) ** k for k, c in enumerate(coefficients[: order + 1]))
        terms = np.stack([c * u ** (k + order + 1) for k, c in enumerate(coefficients[order + 1 :])])
        tail = np.zeros_like(u)
        for term in terms[::-1]:  # the small ones first
            tail = tail + term
        largest = np.abs(terms).max(axis=0)
        settled = (
            np.isfinite(tail)
            & (np.abs(terms[-3:]).max(axis=0) <= CONVERGED * np.abs(tail))
            & (largest <= 1e3 * np.abs(tail))
        )
        settled |= (largest == 0) & np.isfinite(tail) & (np.abs(direct) <= 64 * EPS * (head + np.abs(direct)))
        value = np.where(settled, tail, direct)
        certain = settled | (np.abs(direct) > 1e4 * EPS * head)
    return value, certain & np.isfinite(value)


# --- decay --------------------


@dataclass(frozen=True)
class Decay:
    """How a remainder shrinks with the step, for a plot with two logarithmic axes.

    Attributes
    ----------
    steps : (k,), step lengths, decreasing.
    remainders : (k,), the largest ``|r|`` of the steps of each length; NaN where it is not known (the function is
        undefined there, or the remainder is lost to rounding).
    slope : the measured order: the slope of ``log |r|`` over ``log step`` at the small end; infinite when the
        remainder is nought, NaN when there is nothing to measure.
    expected : the order that theory promises at least, ``order + 1``.
    reason : why there is no slope, or what an infinite one means, a sentence; "" otherwise.
    """

    steps: Array
    remainders: Array
    slope: float
    expected: int
    reason: str = ""


def step_lengths(largest: float = 1.0, decades: int = 5, per_decade: int = 8) -> Array:
    """Step lengths evenly spaced on a logarithmic axis, decreasing from `largest`."""
    return np.asarray(largest * 10.0 ** (-np.arange(decades * per_decade + 1) / per_decade))


def decay(curve: Curve, point: float, order: int = 1, steps: Array | None = None) -> Decay:
    """The decay of the remainder of order `order` to either side of a point.

    Parameters
    ----------
    steps : positive step lengths, decreasing; `step_lengths()` by default.
    """
    lengths = step_lengths() if steps is None else np.asarray(steps, dtype=float)
    known = expansion(curve, point, order)
    if known.order < order:
        return Decay(lengths, np.full(lengths.shape, np.nan), math.nan, order + 1, known.reason)
    found = curve.coefficients(np.array([point]), order + TAIL)[:, 0]
    sides, certain = [], []
    for u in (lengths, -lengths):
        value, sure = series_remainders(found, order, u, curve.value(point + u) - known(point + u))
        sides.append(value)
        certain.append(sure)
    return measured_decay(lengths, np.array(sides), np.array(certain), order + 1)


def measured_decay(steps: Array, values: Array, certain: Array, expected: int) -> Decay:
    """The decay of remainders of several directions, (directions, steps), the largest of each step length.

    Parameters
    ----------
    certain : where a value is more than rounding; the rest is left out.
    """
    with np.errstate(all="ignore"):
        size = np.where(certain, np.abs(values), np.nan)
        largest = np.where(certain.any(axis=0), np.nanmax(np.where(np.isnan(size), -1.0, size), axis=0), np.nan)
        sure = np.isfinite(largest)
    if not sure.any():
        return Decay(steps, largest, math.nan, expected, say("The remainder is not defined near the point."))
    if not (largest[sure] > 0).any():
        return Decay(
            steps, largest, math.inf, expected, say("The remainder is zero: the function is its own model here.")
        )
    use = sure & (largest > 1e-290)
    if use.sum() < 3:
        return Decay(steps, largest, math.nan, expected, say("The remainder is too small to measure."))
    small = np.flatnonzero(use)[-max(3, int(use.sum()) // 3) :]
    slope = float(np.polyfit(np.log(steps[small]), np.log(largest[small]), 1)[0])
    return Decay(steps, largest, slope, expected)


def _horner(coefficients: Array, u: Array) -> Array:
    total = np.full_like(u, coefficients[-1])
    with np.errstate(all="ignore"):
        for c in coefficients[-2::-1]:
            total = total * u + c
    return total
