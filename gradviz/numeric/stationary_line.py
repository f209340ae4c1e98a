"""The stationary points of a curve: where its derivative vanishes, and what it does there."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array
from gradviz.numeric.corners import corner_note
from gradviz.numeric.curve import Curve
from gradviz.numeric.refine import refine
from gradviz.numeric.rough import rough_points
from gradviz.sentences import Sentence, phrase, say

__all__ = ["CurvePoint", "CurvePoints", "Turn", "curve_stationary_points"]

GRIDS = (1_001, 1_368)
RING = 0.0005
NOUGHT = 1e-7
VANISHED = 1e-150
"""Slopes around a point beside the steepest: less is what is left of a tail that vanishes in floating-point numbers."""
FALLS = 0.5
"""The slope beside a point and a ten-thousandth as near, at most."""
FLAT = 0.02
"""How far apart zeros may be, in widths of the interval, that are those of one flat point."""
CLOSE = 1e-7
EDGE = 1e-9
ORDER = 14
SIGNIFICANT = 1e-3
MOST = 1_000

_ODD = phrase(
    "The second derivative is zero and does not decide;"
    " the first derivative that is not zero has order {order}, which is odd."
)
_EVEN = phrase(
    "The second derivative is zero and does not decide;"
    " the first derivative that is not zero has order {order}, which is even."
)


_SLOPES = {
    "minimum": say("The second derivative does not decide; the first one changes from negative to positive."),
    "maximum": say("The second derivative does not decide; the first one changes from positive to negative."),
    "inflection": say("The second derivative does not decide; the first one has the same sign to both sides."),
}


class Turn(StrEnum):
    """What a function of one number does where its derivative vanishes."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    INFLECTION = "inflection"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """A zero of the derivative.

    Attributes
    ----------
    t, value, second : where, ``f`` and ``f''`` there.
    degenerate : whether ``f''`` is nought too, so that the second-order test does not decide.
    order : of the first derivative that is not nought (2 unless degenerate); 0 when there is none to be seen.
    kind : from that derivative: an even order has an extremum, an odd one an inflection.
    sentence : what decided.
    """

    t: float
    value: float
    second: float
    degenerate: bool
    order: int
    kind: Turn
    sentence: str


@dataclass(frozen=True, slots=True)
class CurvePoints:
    """What was found on an interval.

    Attributes
    ----------
    points : from left to right.
    flat : whether the function is constant on a part of the interval.
    complete : False when there were more than can be listed, or the search was cancelled.
    note : a sentence on what is not looked for: extrema at corners; "" for smooth functions.
    """

    points: tuple[CurvePoint, ...] = ()
    flat: bool = False
    complete: bool = True
    note: str = ""


def curve_stationary_points(
    curve: Curve, start: float, end: float, cancelled: Callable[[], bool] = lambda: False
) -> CurvePoints:
    """All zeros of the derivative in [start, end]; never raises.

    Notes
    -----
    What is finer than a thousandth of the interval can be missed.
    """
    width = end - start
    if not width > 0:
        return CurvePoints()

    def slope(s: Array) -> tuple[Array, Array, Array]:
        with np.errstate(all="ignore"):
            f, first, second = curve.coefficients(start + width * s, 2)
            return f, width * first, 2 * width * width * second

    def field(points: Array) -> tuple[Array, Array, Array]:
        """The derivative as the first component of a gradient whose second is nought."""
        f, first, second = slope(points[0])
        nothing = np.zeros_like(first)
        return f, np.stack([first, nothing]), np.stack([second, nothing, second])

    seeds: list[Array] = []
    flat, steepest = False, 0.0
    for nodes in GRIDS:
        pad = 1 / (nodes - 3)
        s = np.linspace(-pad, 1 + pad, nodes)
        _, g, _ = slope(s)
        zero = g == 0
        steepest = max(steepest, float(np.abs(g[np.isfinite(g)]).max(initial=0.0)))
        flat = flat or bool((zero[:-2] & zero[1:-1] & zero[2:]).any())
        seeds += _seeds(s, g, zero)
    at = np.concatenate(seeds)
    found = refine(field, _on_a_line(at), longest=0.01, cancelled=cancelled)
    s = found.points[0]
    kept = (s >= -EDGE) & (s <= 1 + EDGE) & (found.step <= 1e-6) & np.isfinite(found.value)
    found, s = found.take(kept), s[kept]
    beside = np.stack([slope(s + k * RING)[1] for k in (-1.0, -0.6, 0.6, 1.0)]) if s.size else np.empty((4, 0))
    around = np.where(np.isfinite(beside), np.abs(beside), 0.0).max(axis=0)
    size = np.abs(found.gradient[0])
    level = (beside[:2] == 0).all(axis=0) | (beside[2:] == 0).all(axis=0)  # the edge of a flat stretch
    # A tail that dies away, exp(-1/x^2) towards nought, is ever smaller on one side, too small beside the other.
    sides = np.where(np.isfinite(beside), np.abs(beside), np.inf).reshape(2, 2, -1).max(axis=1)
    kept = (size <= NOUGHT * around) & (around > VANISHED * steepest) & ~level & (size <= sides.min(axis=0))
    if curve.has_kinks and s.size:  # at a corner the slope does not fall towards the point from both sides
        closely = np.abs(np.stack([slope(s + k * RING)[1] for k in (-1e-4, 1e-4)])).max(axis=0)
        kept &= closely <= FALLS * around
    s, size = s[kept], size[kept]
    if curve.has_kinks:
        rough, _ = rough_points(field, _on_a_line(at), _on_a_line(s), (), cancelled)
        s, size = np.append(s, rough[0]), np.append(size, np.zeros(rough.shape[1]))
    groups = _groups(_distinct(s, size), lambda at: np.abs(slope(at)[1]))
    points = [_point(curve, start, width, at, apart) for at, apart in groups[:MOST]]
    complete = len(points) < MOST and not cancelled()
    return CurvePoints(tuple(points), flat, complete, corner_note(curve.function))


def _on_a_line(s: Array) -> Array:
    """As points of the unit square."""
    return np.stack([s, np.full(s.size, 0.5)])


def _seeds(s: Array, g: Array, zero: NDArray[np.bool_]) -> list[Array]:
    """Middles of the intervals over which the derivative changes sign, and nodes at which it is smallest."""
    with np.errstate(all="ignore"):
        change = (np.minimum(g[:-1], g[1:]) <= 0) & (np.maximum(g[:-1], g[1:]) >= 0) & ~(zero[:-1] & zero[1:])
        size = np.where(np.isfinite(g), np.abs(g), np.inf)
        least = (size[1:-1] <= size[:-2]) & (size[1:-1] <= size[2:]) & np.isfinite(size[1:-1])
        least &= (size[:-2] > size[1:-1]) | (size[2:] > size[1:-1])
    return [(s[:-1] + s[1:])[change] / 2, s[1:-1][least]]


def _distinct(s: Array, size: Array) -> list[float]:
    """One of each cluster, the one with the smallest derivative, in increasing order."""
    kept: list[float] = []
    for i in np.argsort(size, kind="stable"):
        if all(abs(float(s[i]) - k) > CLOSE * 10 for k in kept):
            kept.append(float(s[i]))
    return sorted(kept)


def _groups(s: list[float], steep: Callable[[Array], Array]) -> list[tuple[float, float]]:
    """The middle of each group of zeros with no slope between them, and how far from it they lie: to that of
    ``t^20`` floating-point numbers know no single one.
    """
    if not s:
        return []
    at = np.array(s)
    around = np.fmax(steep(at - RING), steep(at + RING))
    between = np.fmax(steep((at[:-1] + at[1:]) / 2), steep(at[:-1] + 0.37 * np.diff(at)))
    parted = (between > NOUGHT * np.minimum(around[:-1], around[1:])) | (np.diff(at) > FLAT)
    groups = np.split(at, np.flatnonzero(parted) + 1)
    return [(float(g[0] + g[-1]) / 2, float(g[-1] - g[0]) / 2) for g in groups]


def _point(curve: Curve, start: float, width: float, s: float, apart: float) -> CurvePoint:
    t = start + width * s
    c = curve.coefficients(np.array([t]), ORDER)[:, 0]
    with np.errstate(all="ignore"):
        beside = curve.coefficients(np.array([t - RING * width, t + RING * width]), 2)[2]
        change = np.abs(beside - c[2])
    change = change[np.isfinite(change)]
    degenerate = not abs(c[2]) > 1e-3 * change.max(initial=0.0)
    if degenerate:
        t, c = _nearer(curve, t, c)
    reach = max(1e-6 if degenerate else 1e-9, apart)
    t = _short(curve, t, width * reach, float(c[1]), width * float(np.abs(c[2])))
    c = curve.coefficients(np.array([t]), ORDER)[:, 0]
    second = 2 * float(c[2])
    found = _by_derivatives(t, c, second, width, degenerate)
    if not curve.has_kinks and found.kind is not Turn.UNDECIDED:
        return found
    by_slopes = _by_slopes(curve, t, width)
    if by_slopes is None or (by_slopes is found.kind and math.isfinite(second)):
        return found
    return CurvePoint(t, float(c[0]), second, True, 0, by_slopes, _SLOPES[by_slopes])


def _nearer(curve: Curve, t: float, c: Array) -> tuple[float, Array]:
    """A zero of higher order, and the coefficients there, by Newton's steps as many times as long as its order."""
    for _ in range(5):
        with np.errstate(all="ignore"):
            slope, second, third = c[1], 2 * c[2], 6 * c[3]
            move = slope * second / (second**2 - slope * third)
        if not np.isfinite(move) or move == 0:
            break
        there = curve.coefficients(np.array([t - move]), ORDER)[:, 0]
        if not abs(there[1]) < abs(slope):
            break
        t, c = float(t - move), there
    return t, c


def _by_slopes(curve: Curve, t: float, width: float) -> Turn | None:
    """What the signs of the derivative to both sides say; None when they differ from one distance to the next."""
    aside = width * np.array([-1e-5, -1e-6, 1e-6, 1e-5])
    signs = np.sign(curve.coefficients(t + aside, 1)[1])
    if signs[0] != signs[1] or signs[2] != signs[3] or not signs.all() or not np.isfinite(signs).all():
        return None
    if signs[0] == signs[2]:
        return Turn.INFLECTION
    return Turn.MINIMUM if signs[2] > 0 else Turn.MAXIMUM


def _by_derivatives(t: float, c: Array, second: float, width: float, degenerate: bool) -> CurvePoint:
    """What the first derivative that is not nought says."""
    if not degenerate:
        kind = Turn.MINIMUM if second > 0 else Turn.MAXIMUM
        positive, negative = say("The second derivative is positive."), say("The second derivative is negative.")
        sentence = positive if second > 0 else negative
        return CurvePoint(t, float(c[0]), second, False, 2, kind, sentence)
    reach = 0.005 * width
    with np.errstate(all="ignore"):
        sizes = np.abs(c[2:]) * reach ** np.arange(2, ORDER + 1)
    known = sizes[np.isfinite(sizes)]
    if known.size == 0 or not known.any():
        return CurvePoint(
            t, float(c[0]), second, True, 0, Turn.UNDECIDED, say("No derivative up to order 14 tells what it is.")
        )
    order = int(np.argmax(sizes > SIGNIFICANT * known.max())) + 2
    kind = Turn.INFLECTION if order % 2 else Turn.MINIMUM if c[order] > 0 else Turn.MAXIMUM
    sentence = Sentence(_ODD if order % 2 else _EVEN, {"order": order})
    return CurvePoint(t, float(c[0]), second, True, order, kind, sentence)


def _short(curve: Curve, t: float, reach: float, own: float, bend: float) -> float:
    """The number with as few digits as leave the derivative as small."""
    for digits in range(-3, 16):
        short = round(t, digits) + 0.0
        if abs(short - t) <= reach:
            slope = float(curve.coefficients(np.array([short]), 1)[1, 0])
            return short if abs(slope) <= abs(own) + 1e-14 * bend else t
    return t
