"""Many runs: over a parameter, over a grid of starts, and the basins of attraction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.engine import descend
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.oracle import Descendable, Oracle
from gradviz.numeric.descent.parameters import ParameterError
from gradviz.numeric.descent.run import Limits, Run, StopReason
from gradviz.numeric.descent.vocabulary import worded
from gradviz.sentences import say

__all__ = ["NOWHERE", "Basins", "basins", "grid_of_starts", "parameter_values", "sweep", "sweep_starts"]

NOWHERE = -1
"""In a map of basins: the run did not converge."""
UNKNOWN = -2
"""In a map of basins: not yet worked out."""
REASONS = tuple(StopReason)
STALLED = 1e3
"""A run that finds no further step has reached a point where ``‖∇f‖`` is at most so many times the tolerance."""


def parameter_values(low: float, high: float, count: int, logarithmic: bool = True) -> Array:
    """Values for a sweep, spread evenly or by equal factors.

    Raises
    ------
    ParameterError
        For an empty range, or one that touches 0 with equal factors.
    """
    if count < 1:
        raise ParameterError("count", say("A sweep needs at least one value."))
    if not (np.isfinite(low) and np.isfinite(high)) or low > high:
        wrong = say("A sweep goes from a lower to a higher number, not from {low:g} to {high:g}.", low=low, high=high)
        raise ParameterError("low", wrong)
    if logarithmic and low <= 0:
        raise ParameterError("low", say("Equal factors need a range above 0, not one from {low:g}.", low=low))
    return np.geomspace(low, high, count) if logarithmic else np.linspace(low, high, count)


def sweep(
    landscape: Descendable,
    start: Array,
    method: Method,
    parameter: str,
    values: Sequence[Any] | Array,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] = lambda _done: None,
) -> list[Run]:
    """A run for each value of one parameter; those that were not reached before `cancelled` are left out.

    Raises
    ------
    ParameterError
        For a parameter that the method has not, or a value that it cannot take.
    """
    if parameter not in {p.name for p in method.parameters()}:
        wrong = say("{method} has no parameter “{name}”.", method=worded(method.title), name=parameter)
        raise ParameterError(parameter, wrong)
    methods = [replace(method, **{parameter: v.item() if isinstance(v, np.generic) else v}) for v in values]
    oracle = Oracle(landscape)
    runs: list[Run] = []
    for changed in methods:
        if cancelled():
            break
        runs.append(descend(landscape, start, changed, limits, cancelled=cancelled, oracle=oracle))
        progress(len(runs))
    return runs


def grid_of_starts(landscape: Any, xs: Array, ys: Array) -> list[Array]:
    """The states at the points of a grid of the landscape's plane, row by row."""
    return [landscape.state(float(x), float(y)) for y in ys for x in xs]


def sweep_starts(
    landscape: Descendable,
    starts: Sequence[Array],
    method: Method,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] = lambda _done: None,
) -> list[Run]:
    """A run from each start; those that were not reached before `cancelled` are left out."""
    oracle = Oracle(landscape)
    runs: list[Run] = []
    for start in starts:
        if cancelled():
            break
        runs.append(descend(landscape, start, method, limits, cancelled=cancelled, oracle=oracle))
        progress(len(runs))
    return runs


@dataclass(frozen=True, slots=True)
class Basins:
    """Where the runs from a grid of starts end.

    Attributes
    ----------
    labels : (len(ys), len(xs)) int: which of `points` a run converges to; -1 for none, -2 for not worked out.
    steps : (len(ys), len(xs)) int: how many steps it took.
    reasons : (len(ys), len(xs)) int: why it ended, an index into `REASONS`; -1 for not worked out.
    points : (count, d), where the runs converge to, the lowest first.
    values : (count,), f there.
    """

    labels: Array
    steps: Array
    reasons: Array
    points: Array
    values: Array


def basins(
    landscape: Any,
    xs: Array,
    ys: Array,
    method: Method,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] = lambda _done: None,
) -> Basins:
    """The basins of attraction of a method on a grid of the landscape's plane.

    Runs that end within a hundredth of the view of each other, and no higher than their slopes explain, have reached
    the same point.
    """
    limits = limits or Limits(steps=1_000, tolerance=1e-4)
    shape = (len(ys), len(xs))
    ends: list[tuple[int, int, Array, float]] = []
    steps, reasons = np.zeros(shape, dtype=int), np.full(shape, -1)
    oracle = Oracle(landscape)
    done = 0
    for i, y in enumerate(ys):
        for j, x in enumerate(xs):
            if cancelled():
                return _mapped(ends, steps, reasons, limits.tolerance, xs, ys)
            run = descend(landscape, landscape.state(float(x), float(y)), method, limits, oracle=oracle)
            steps[i, j], reasons[i, j] = run.steps, REASONS.index(run.reason)
            stalled_there = run.reason is StopReason.STALLED and run.norm(run.steps) <= STALLED * limits.tolerance
            if run.reason is StopReason.CONVERGED or stalled_there:
                ends.append((i, j, run.states[-1].copy(), float(run.values[-1])))
            done += 1
            progress(done)
    return _mapped(ends, steps, reasons, limits.tolerance, xs, ys)


def _mapped(
    ends: list[tuple[int, int, Array, float]],
    steps: Array,
    reasons: Array,
    tolerance: float,
    xs: Array,
    ys: Array,
) -> Basins:
    labels = np.where(reasons < 0, UNKNOWN, NOWHERE)
    near = 0.01 * max(float(np.ptp(xs)), float(np.ptp(ys)), 1e-12)
    alike = 2 * STALLED * tolerance * near
    points: list[Array] = []
    values: list[float] = []
    members: list[list[tuple[int, int]]] = []
    for i, j, point, value in sorted(ends, key=lambda e: e[3]):
        # The deepest point met speaks for those near it.
        distances = np.linalg.norm(np.array(points) - point, axis=1) if points else np.zeros(0)
        distances[np.abs(np.array(values) - value) > alike + 1e-9 * abs(value)] = np.inf
        known = int(np.argmin(distances)) if len(distances) else -1
        if known < 0 or distances[known] > near:
            points.append(point)
            values.append(value)
            members.append([])
            known = len(points) - 1
        members[known].append((i, j))
    for label, cells in enumerate(members):
        for i, j in cells:
            labels[i, j] = label
    d = len(points[0]) if points else 0
    return Basins(labels, steps, reasons, np.array(points).reshape(len(points), d), np.array(values))
