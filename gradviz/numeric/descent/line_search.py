"""Line searches: how far to go along a direction, with every trial told.

``φ(α) = f(x + α p)`` along a direction p with ``φ'(0) = g'p < 0``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.state import NoStepError, Notes, State, SubStepKind
from gradviz.sentences import say

__all__ = ["Backtracking", "ExactSearch", "Found", "LineSearch", "StrongWolfeSearch"]

LONGEST = 1e10
"""A step beyond which f is taken to have no lower bound along the direction."""
TRIALS = 60
SHORTENINGS = 200
"""Of a backtracking search."""


class Found(NamedTuple):
    """Where a search ends: the step length α, the state, f and ∇f there, and the number of trials."""

    length: float
    x: Array
    value: float
    gradient: Array
    trials: int


class _Point(NamedTuple):
    """A point of the line: α, φ(α), φ'(α), the state and the gradient."""

    length: float
    value: float
    slope: float
    x: Array
    gradient: Array


class _Line:
    """f along a direction.

    Attributes
    ----------
    wolfe : c_1 and c_2 of the conditions that trials are held against; None for others.
    """

    wolfe: tuple[float, float] | None = None

    def __init__(self, oracle: Oracle, state: State, direction: Array, notes: Notes | None) -> None:
        self.oracle, self.state, self.direction, self.notes = oracle, state, direction, notes
        self.slope = float(state.gradient @ direction)
        self.trials = 0
        if not np.isfinite(direction).all() or not math.isfinite(self.slope):
            raise NoStepError(say("The direction is not finite."))
        if self.slope >= 0:
            raise NoStepError(say("The direction does not lead downhill."))

    def start(self) -> _Point:
        s = self.state
        return _Point(0.0, s.value, self.slope, s.x, s.gradient)

    def at(self, length: float) -> _Point:
        """The point with its slope; the slope of a point where f is not finite is not a number."""
        self.trials += 1
        x = self.state.x + length * self.direction
        value, gradient = self.oracle.gradient(x)
        return _Point(length, value, float(gradient @ self.direction), x, gradient)

    def tell(self, point: _Point, accepted: bool, why: str) -> None:
        """Write a trial down, with what its value and its slope are held against."""
        if self.notes is None:
            return
        numbers = {"length": point.length, "value": point.value, "slope": point.slope}
        if self.wolfe is not None:
            c1, c2 = self.wolfe
            bound = self.state.value + c1 * point.length * self.slope
            numbers = {
                "length": point.length,
                "value": point.value,
                "bound": bound,
                "slope": point.slope,
                "limit_of_|slope|": -c2 * self.slope,
            }
        self.notes.add(SubStepKind.TRIAL, why, self.state.x, point.x, accepted, **numbers)

    def found(self, point: _Point) -> Found:
        return Found(point.length, point.x, point.value, point.gradient, self.trials)


@dataclass(frozen=True, slots=True)
class LineSearch:
    """How far to go along a direction."""

    def along(self, oracle: Oracle, state: State, direction: Array, first: float, notes: Notes | None = None) -> Found:
        """Search from a first trial length.

        Raises
        ------
        NoStepError
            When there is no step: an uphill direction, no decrease within rounding, or no lower bound.
        """
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Backtracking(LineSearch):
    """Armijo's rule: shrink α by ρ until ``φ(α) <= φ(0) + c_1 α φ'(0)`` (Nocedal & Wright 2006, alg. 3.1).

    Attributes
    ----------
    c1 : the share of the decrease promised by the slope that is asked for.
    shrink : ρ.
    """

    c1: float = 1e-4
    shrink: float = 0.5

    def along(self, oracle: Oracle, state: State, direction: Array, first: float, notes: Notes | None = None) -> Found:
        line = _Line(oracle, state, direction, notes)
        length = first
        while True:
            x = state.x + length * direction
            if line.trials >= SHORTENINGS:
                raise NoStepError(
                    say(
                        "No step is low enough among {n} trials, down to a length of {length:.3g}.",
                        n=line.trials,
                        length=length / self.shrink,
                    )
                )
            if np.array_equal(x, state.x):
                raise NoStepError(
                    say(
                        "The line search finds no lower point: f is as low as rounding lets it get, or has a kink here."
                    )
                )
            line.trials += 1
            value = oracle.value(x)
            bound = state.value + self.c1 * length * line.slope
            enough = value <= bound
            if notes is not None:
                notes.add(
                    SubStepKind.TRIAL,
                    say("Low enough: take this step.") if enough else say("Not low enough: shorten the step."),
                    state.x,
                    x,
                    enough,
                    length=length,
                    value=value,
                    bound=bound,
                )
            if enough:
                value, gradient = oracle.gradient(x)
                return Found(length, x, value, gradient, line.trials)
            length *= self.shrink


@dataclass(frozen=True, slots=True)
class ExactSearch(LineSearch):
    """A minimum along the line, mostly the first: a root of φ' is bracketed and closed in on by safeguarded secants
    (the Illinois rule), to ``|φ'(α)| <= 1e-9 |φ'(0)|``. On a quadratic function the secant meets it at once. Where φ is
    higher than before and falls, a minimum or a pole lies between, and it is sought there.
    """

    precision: float = 1e-9

    def along(self, oracle: Oracle, state: State, direction: Array, first: float, notes: Notes | None = None) -> Found:
        line = _Line(oracle, state, direction, notes)
        low, goal = line.start(), self.precision * abs(line.slope)
        high = line.at(first)
        while not (high.slope >= 0 or abs(high.slope) <= goal):
            defined = math.isfinite(high.value) and math.isfinite(high.slope)
            over = defined and high.value > low.value + 1e-9 * abs(low.value)
            if defined and not over and high.length > LONGEST:
                raise NoStepError(say("f has no minimum along this direction: it falls on and on."))
            if line.trials > TRIALS:
                raise NoStepError(say("No minimum is found along this direction."))
            if not defined:
                line.tell(high, False, say("Undefined here: look nearer."))
            elif over:
                line.tell(high, False, say("Higher, and falling here: something lies between. Look nearer."))
            else:
                line.tell(high, False, say("Still falling: look further."))
            if defined and not over:
                secant = _secant(low, high)
                ahead = min(max(secant, 1.5 * high.length), 10 * high.length)
                low, high = high, line.at(ahead if math.isfinite(ahead) else 2 * high.length)
            else:
                high = line.at((low.length + high.length) / 2)
        weight_low, weight_high, side = low.slope, high.slope, 0
        best = high
        while not abs(best.slope) <= goal and line.trials < TRIALS:
            length = (low.length * weight_high - high.length * weight_low) / (weight_high - weight_low)
            if not low.length < length < high.length:
                length = (low.length + high.length) / 2
                if not low.length < length < high.length:
                    break
            line.tell(best, False, say("The slope is not yet zero: look between."))
            best = line.at(length)
            if best.slope > 0 or not math.isfinite(best.slope):
                high, weight_high = best, best.slope if math.isfinite(best.slope) else 1e300
                weight_low = weight_low / 2 if side == 1 else low.slope
                side = 1
            else:
                low, weight_low = best, best.slope
                weight_high = weight_high / 2 if side == -1 else high.slope
                side = -1
        found = math.isfinite(best.slope) and best.value <= state.value + 1e-9 * abs(state.value)
        if not found and low.length and low.value < state.value:
            line.tell(low, True, say("The search ends here: take the lowest point met."))
            return line.found(low)
        if not found or np.array_equal(best.x, state.x):
            raise NoStepError(
                say("The line search finds no lower point: f is as low as rounding lets it get, or has a kink here.")
            )
        if abs(best.slope) <= goal:
            line.tell(best, True, say("The slope along the line is zero: take this step."))
        else:  # rounding, or a kink
            line.tell(best, True, say("The slope along the line changes its sign here: take this step."))
        return line.found(best)


@dataclass(frozen=True, slots=True)
class StrongWolfeSearch(LineSearch):
    """``φ(α) <= φ(0) + c_1 α φ'(0)`` and ``|φ'(α)| <= c_2 |φ'(0)|`` (Nocedal & Wright 2006, alg. 3.5 and 3.6, with
    cubic interpolation, eq. 3.59).

    Attributes
    ----------
    c1, c2 : 0 < c_1 < c_2 < 1.
    """

    c1: float = 1e-4
    c2: float = 0.9

    def along(self, oracle: Oracle, state: State, direction: Array, first: float, notes: Notes | None = None) -> Found:
        line = _Line(oracle, state, direction, notes)
        line.wolfe = (self.c1, self.c2)
        start = previous = line.start()
        length = first
        for i in range(TRIALS):
            point = line.at(length)
            if not (math.isfinite(point.value) and math.isfinite(point.slope)):
                line.tell(point, False, say("Undefined here: look nearer."))
                length = (previous.length + length) / 2
                if np.array_equal(point.x, state.x):
                    break
                continue
            if not self._low(start, point) or (i and point.value >= previous.value):
                line.tell(point, False, say("Not low enough: look between."))
                return self._zoom(line, start, previous, point)
            if abs(point.slope) <= -self.c2 * start.slope:
                line.tell(point, True, say("Low enough and flat enough: take this step."))
                return line.found(point)
            if point.slope >= 0:
                line.tell(point, False, say("Rising again: look between."))
                return self._zoom(line, start, point, previous)
            if point.length > LONGEST:
                raise NoStepError(say("f has no minimum along this direction: it falls on and on."))
            line.tell(point, False, say("Still too steep: look further."))
            previous, length = point, 2 * length
        raise NoStepError(say("The line search finds no step that is low enough and flat enough."))

    def _low(self, start: _Point, point: _Point) -> bool:
        # Near a minimum differences of values drown in rounding; the slopes then tell (Hager & Zhang 2005, eq. 4.1).
        if point.value <= start.value + self.c1 * point.length * start.slope:
            return True
        close = point.value <= start.value + 1e-15 * abs(start.value)
        return close and point.slope <= (2 * self.c1 - 1) * start.slope

    def _zoom(self, line: _Line, start: _Point, low: _Point, high: _Point) -> Found:
        while line.trials < TRIALS:
            point = line.at(_between(low, high))
            if np.array_equal(point.x, low.x) or np.array_equal(point.x, high.x):
                break
            defined = math.isfinite(point.value) and math.isfinite(point.slope)
            if not defined or not self._low(start, point) or point.value > low.value:
                line.tell(
                    point,
                    False,
                    say("Not low enough: look nearer.") if defined else say("Undefined here: look nearer."),
                )
                high = point
                continue
            if abs(point.slope) <= -self.c2 * start.slope:
                line.tell(point, True, say("Low enough and flat enough: take this step."))
                return line.found(point)
            line.tell(point, False, say("Low enough, but too steep: look between."))
            if point.slope * (high.length - low.length) >= 0:
                high = low
            low = point
        if low.length > 0 and low.value < start.value:
            line.tell(low, True, say("The search ends here: take the lowest point met."))
            return line.found(low)
        raise NoStepError(
            say("The line search finds no lower point: f is as low as rounding lets it get, or has a kink here.")
        )


def _secant(low: _Point, high: _Point) -> float:
    """Where the line through two slopes meets zero; infinite where it does not ahead."""
    rise = high.slope - low.slope
    return high.length - high.slope * (high.length - low.length) / rise if rise > 0 else math.inf


def _between(a: _Point, b: _Point) -> float:
    """The minimum of the cubic through two points and their slopes, kept off the ends (Nocedal & Wright, eq. 3.59)."""
    middle = (a.length + b.length) / 2
    width = b.length - a.length
    if not (math.isfinite(b.value) and math.isfinite(b.slope)):
        return middle
    d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.length - b.length)
    radicand = d1 * d1 - a.slope * b.slope
    if not radicand >= 0:
        return middle
    d2 = math.copysign(math.sqrt(radicand), width)
    below = b.slope - a.slope + 2 * d2
    if below == 0:
        return middle
    length = b.length - width * (b.slope + d2 - d1) / below
    margin = 0.05 * abs(width)
    low, high = min(a.length, b.length) + margin, max(a.length, b.length) - margin
    return min(max(length, low), high) if math.isfinite(length) else middle
