"""Descent as data: a method is a pure step function, a run the list of its iterates and why it stopped."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np

from gradviz.numeric.binding import Array

__all__ = [
    "Descendable",
    "GradientDescent",
    "Limits",
    "Run",
    "StepSizeError",
    "StopReason",
    "checked_step_size",
    "descend",
    "extend",
    "parse_step_size",
    "suggested_step_size",
]


class StopReason(StrEnum):
    """Why a run ended."""

    CONVERGED = "converged"
    """The gradient is (nearly) zero."""
    BUDGET = "budget"
    """The allowed number of steps is used up."""
    DIVERGED = "diverged"
    """The iterates run away."""
    NONFINITE = "nonfinite"
    """The function or its gradient is not a number at the last iterate."""
    UNFINISHED = "unfinished"
    """Time ran out; the run can be extended."""


class Descendable(Protocol):
    """What a method needs of a landscape."""

    def gradient_at(self, state: Array) -> tuple[float, Array]:
        """The value and the gradient."""
        ...


class StepSizeError(ValueError):
    """A step size that is no step; the message says what is expected."""


def parse_step_size(text: str) -> float:
    """A step size as a person types it: ``0.1``, ``1e-3``, ``1/8``, ``0,1``.

    Raises
    ------
    StepSizeError
        With a sentence for the person who typed it.
    """
    cleaned = text.strip().replace("−", "-").replace(",", ".")
    if not cleaned:
        raise StepSizeError("Enter a step size, for example 0.1.")
    try:
        numerator, slash, denominator = cleaned.partition("/")
        size = float(numerator) / (float(denominator) if slash else 1.0)
    except ZeroDivisionError:
        raise StepSizeError("The step size divides by zero; enter a number such as 0.1.") from None
    except ValueError:
        raise StepSizeError(f"“{text.strip()}” is not a number; enter one such as 0.1 or 1e-3.") from None
    return checked_step_size(size)


def checked_step_size(size: float) -> float:
    """The size itself, or a `StepSizeError` that says why it is none."""
    if math.isnan(size):
        raise StepSizeError("The step size is not a number (NaN); enter one such as 0.1.")
    if math.isinf(size):
        raise StepSizeError("The step size must be finite; enter a number such as 0.1.")
    if size == 0:
        raise StepSizeError("With a step size of 0 nothing moves; enter a number above 0.")
    if size < 0:
        raise StepSizeError("A negative step size climbs instead of descending; enter a number above 0.")
    return size


@dataclass(frozen=True, slots=True)
class GradientDescent:
    """``x_{k+1} = x_k - γ ∇f(x_k)`` (Cauchy 1847).

    Attributes
    ----------
    step_size : γ > 0.
    """

    step_size: float

    def __post_init__(self) -> None:
        checked_step_size(self.step_size)

    def step(self, state: Array, gradient: Array) -> Array:
        """The next iterate from this one and the gradient there."""
        return np.asarray(state - self.step_size * gradient)


@dataclass(frozen=True, slots=True)
class Limits:
    """When to stop.

    Attributes
    ----------
    steps : at most so many.
    tolerance : converged when ``‖∇f‖`` is at most this.
    runaway : diverged when the iterate is this many times further out than the start (or than one).
    """

    steps: int = 1_000
    tolerance: float = 1e-6
    runaway: float = 1e6


@dataclass(frozen=True)
class Run:
    """A descent that was carried out.

    Attributes
    ----------
    method : how.
    limits : until when.
    states : (k + 1, d), the start first.
    values : (k + 1,), f at each.
    gradients : (k + 1, d).
    reason : why it ended after k steps.
    """

    method: GradientDescent
    limits: Limits
    states: Array
    values: Array
    gradients: Array
    reason: StopReason

    @property
    def steps(self) -> int:
        """The number of steps k."""
        return len(self.values) - 1

    def norm(self, k: int) -> float:
        """``‖∇f‖`` at iterate k."""
        return math.hypot(*self.gradients[k])


def descend(
    landscape: Descendable,
    start: Array,
    method: GradientDescent,
    limits: Limits | None = None,
    seconds: float = math.inf,
) -> Run:
    """Run a method from a start until a limit is met (or for so many seconds: then it is UNFINISHED)."""
    limits = limits or Limits()
    state = np.array(start, dtype=float)
    value, gradient = landscape.gradient_at(state)
    first = Run(method, limits, state[None], np.array([value]), gradient[None], StopReason.UNFINISHED)
    return extend(landscape, first, seconds)


def extend(landscape: Descendable, run: Run, seconds: float = math.inf) -> Run:
    """Carry on with an unfinished run; any other is returned as it is."""
    if run.reason is not StopReason.UNFINISHED:
        return run
    deadline = time.perf_counter() + seconds
    limits = run.limits
    far = limits.runaway * max(1.0, math.hypot(*run.states[0]))
    states, values, gradients = [run.states[-1]], [float(run.values[-1])], [run.gradients[-1]]
    done = run.steps
    with np.errstate(all="ignore"):
        while True:
            state, value, gradient = states[-1], values[-1], gradients[-1]
            norm = math.hypot(*gradient)
            if not (math.isfinite(value) and math.isfinite(norm)):
                reason = StopReason.NONFINITE
                if done and math.hypot(*state) > far:
                    reason = StopReason.DIVERGED
                break
            if norm <= limits.tolerance:
                reason = StopReason.CONVERGED
                break
            if math.hypot(*state) > far:
                reason = StopReason.DIVERGED
                break
            if done >= limits.steps:
                reason = StopReason.BUDGET
                break
            if time.perf_counter() > deadline:
                reason = StopReason.UNFINISHED
                break
            state = run.method.step(state, gradient)
            value, gradient = landscape.gradient_at(state)
            states.append(state)
            values.append(value)
            gradients.append(gradient)
            done += 1
    return Run(
        run.method,
        limits,
        np.concatenate([run.states, states[1:]]) if len(states) > 1 else run.states,
        np.concatenate([run.values, values[1:]]),
        np.concatenate([run.gradients, gradients[1:]]) if len(states) > 1 else run.gradients,
        reason,
    )


def suggested_step_size(landscape: Descendable, state: Array) -> float:
    """About ``1/λ`` for the largest curvature λ at a state: a step that does not overshoot; 0.1 without one.

    The curvature comes from power iteration on differences of gradients; the answer is 1, 2 or 5 times a
    power of ten.
    """
    with np.errstate(all="ignore"):
        _, here = landscape.gradient_at(state)
        if not np.all(np.isfinite(here)):
            return DEFAULT_STEP_SIZE
        direction = np.ones(len(state)) / math.sqrt(len(state))
        if np.any(here):
            direction = direction * 1e-3 + here / np.abs(here).max()
        curvature = 0.0
        step = 1e-5 * (1 + float(np.abs(state).max()))
        for _ in range(12):
            direction = direction / (float(np.linalg.norm(direction)) or 1.0)
            _, there = landscape.gradient_at(state + step * direction)
            image = (there - here) / step
            curvature = float(np.linalg.norm(image))
            if not math.isfinite(curvature) or curvature < 1e-9:
                return DEFAULT_STEP_SIZE
            direction = image
    size = min(max(1 / curvature, 1e-12), 1.0)
    unit = 10.0 ** math.floor(math.log10(size))
    return float(f"{max(m * unit for m in (1, 2, 5) if m * unit <= size * 1.0001):.6g}")


DEFAULT_STEP_SIZE = 0.1
