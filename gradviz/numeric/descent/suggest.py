"""Step sizes to begin with: one from the curvature, at once, and one by trial, for methods that adapt it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.engine import descend
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.oracle import Descendable, Oracle
from gradviz.numeric.descent.run import Limits, Run, StopReason

__all__ = ["DEFAULT_STEP_SIZE", "StepSearch", "has_step_size", "searched_step_size", "suggested_step_size"]

DEFAULT_STEP_SIZE = 0.1
COARSE = (0.01, 0.1, 0.001, 1.0, 1e-4, 1e-5, 1e-6)
"""The likeliest first."""
FINE = (0.2, 0.5, 2.0, 5.0)
"""Times the best of the coarse ones: all of 1, 2, 5 times a power of ten are within reach."""
TRIAL_STEPS = 1_000
TRIAL_SECONDS = 1.0
"""Of the processor, for all trials together: of a function that takes its time some sizes stay untried."""
TAIL = 0.1
"""Of a trial: what it got to is the mean of f over these last steps, which does not reward one lucky swing."""
FIRST_STEPS = 24
"""Looked at, with those that are tried again, before a size is suggested."""
HELD = 3
"""Steps in a row at the end that lowered f, with which a lowered size is taken to hold."""
LAST = 4
"""Steps over which f is averaged where they swing."""
PROMISED = 0.25
"""Of the decrease that the slope promises, asked of each of them; a size of 1/λ gives a half at least."""
AS_LOW = 1e-6
"""Of the fall of f: trials that end no further above the lowest have got as low."""


def suggested_step_size(landscape: Descendable, state: Array) -> float:
    """About ``1/λ`` for the largest curvature λ at a state: a step that does not overshoot; 0.1 without one.

    The curvature comes from power iteration on differences of gradients; the answer is 1, 2 or 5 times a
    power of ten. On a slope that is straight at the start, as that of a logistic loss far out, the curvature there says
    nothing of what comes: the size is lowered until some first steps each lower f by a part of what the slope promises.
    """
    with np.errstate(all="ignore"):
        size = _rounded(min(max(1 / _curvature(landscape, state), 1e-12), 1.0))
        return _without_overshooting(landscape, state, size)


def _rounded(size: float) -> float:
    """1, 2 or 5 times a power of ten, no larger."""
    unit = 10.0 ** math.floor(math.log10(size))
    return float(f"{max(m * unit for m in (1, 2, 5) if m * unit <= size * 1.0001):.6g}")


def _without_overshooting(landscape: Descendable, state: Array, size: float) -> float:
    """A size whose first steps lower f; the same one where even the smallest do not. At a kink, as that of ``|x|``,
    every size overshoots sooner or later: there the one that gets lowest.
    """
    x, tried, held = np.asarray(state, dtype=float), size, 0
    value, gradient = landscape.gradient_at(x)
    for _ in range(FIRST_STEPS):
        square = float(gradient @ gradient)
        if not (math.isfinite(value) and 0 < square < math.inf):
            break
        ahead = x - tried * gradient
        further, there = landscape.gradient_at(ahead)
        if further <= value - PROMISED * tried * square + 1e-12 * abs(value):
            x, value, gradient, held = ahead, further, there, held + 1
        elif tried > 1e-6 * size:
            tried, held = _rounded(0.5001 * tried), 0
        else:
            return size
    else:
        if tried < size and held < HELD:
            return _lowest(landscape, state, size)
    return tried


def _lowest(landscape: Descendable, state: Array, size: float) -> float:
    """Of a size and those ten, a hundred and a thousand times smaller the one whose first steps end lowest."""
    ends = {}
    for tried in (size, size / 10, size / 100, size / 1000):
        x, values = np.asarray(state, dtype=float), []
        for _ in range(FIRST_STEPS):
            value, gradient = landscape.gradient_at(x)
            values.append(value)
            x = x - tried * gradient
        end = float(np.mean(values[-LAST:]))
        ends[_rounded(tried)] = end if math.isfinite(end) else math.inf
    return min(ends, key=lambda tried: ends[tried])


def _curvature(landscape: Descendable, state: Array) -> float:
    """The largest curvature at a state; one that suggests `DEFAULT_STEP_SIZE` where there is none."""
    none = 1 / DEFAULT_STEP_SIZE
    _, here = landscape.gradient_at(state)
    if not np.all(np.isfinite(here)):
        return none
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
            return none
        direction = image
    return curvature


@dataclass(frozen=True, slots=True)
class StepSearch:
    """A step size that was found by trial.

    Attributes
    ----------
    size : it.
    tried : how many were tried.
    steps : how many steps each was given.
    """

    size: float
    tried: int
    steps: int


def has_step_size(method: Method) -> bool:
    """Whether a method is given a step size."""
    return any(p.name == "step_size" for p in method.parameters())


def searched_step_size(
    landscape: Descendable,
    start: Array,
    method: Method,
    steps: int = TRIAL_STEPS,
    *,
    seconds: float = TRIAL_SECONDS,
    cancelled: Callable[[], bool] = lambda: False,
    oracle: Oracle | None = None,
) -> StepSearch | None:
    """The step size with which a method gets lowest from a start, of eleven; of those that get as low, the soonest.

    Tried are the powers of ten from 10^-6 to 1, then 1/5, 1/2, 2 and 5 times the best. The method's other parameters
    stay as they are. None for a method without a step size, and where every trial runs away.
    """
    if not has_step_size(method):
        return None
    oracle, sized = oracle or Oracle(landscape), cast(Any, method)
    steps = min(steps, TRIAL_STEPS)
    deadline = time.thread_time() + seconds
    tried: dict[float, Run] = {}

    def attempt(sizes: Sequence[float]) -> None:
        for size in sizes:
            if size in tried or cancelled() or time.thread_time() > deadline:
                continue
            changed = replace(sized, step_size=size)
            tried[size] = descend(landscape, start, changed, Limits(steps), cancelled=cancelled, oracle=oracle)

    attempt(COARSE)
    best = _best(tried)
    if best is not None:
        attempt([float(f"{best * factor:.6g}") for factor in FINE])
    best = _best(tried)
    return None if best is None else StepSearch(best, len(tried), steps)


def _best(tried: dict[float, Run]) -> float | None:
    ended = {}
    lost = (StopReason.DIVERGED, StopReason.NONFINITE, StopReason.OUTSIDE, StopReason.CANCELLED)
    for size, run in tried.items():
        low = float(run.values[-max(1, math.ceil(TAIL * run.steps)) :].mean())
        if run.steps and run.reason not in lost and math.isfinite(low) and low <= run.values[0]:
            ended[size] = low if run.reason is not StopReason.CONVERGED else float(run.values[-1])
    if not ended:
        return None
    lowest = min(ended.values())
    first = next(iter(tried.values())).values[0]
    near = [size for size, low in ended.items() if low - lowest <= AS_LOW * max(float(first) - lowest, 0.0)]
    arrived = [size for size in near if tried[size].reason is StopReason.CONVERGED]
    if arrived:
        return min(arrived, key=lambda size: tried[size].steps)
    return min(near, key=lambda size: ended[size])
