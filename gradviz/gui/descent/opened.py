"""A step opened for a plot: the arrows of its sub-steps, the model that the method trusts, and f along the step. No Qt
here: it is made in a thread."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.contours import contour_lines, joined
from gradviz.numeric.descent import LocalModel, NoStepError, Oracle, Run, Step, SubStep, SubStepKind, open_step
from gradviz.numeric.planes import View
from gradviz.sentences import say

__all__ = [
    "Along",
    "ModelLines",
    "Opened",
    "along_step",
    "model_curve",
    "model_lines",
    "opened",
    "place_of",
    "trust_region",
    "what_it_is",
]

SAMPLES = 161
NODES = 97
FLAT = 1e-5
"""Of the largest curvature: smaller ones count as none."""
NEAR = 1e-3
"""How far, relative to where it is, a stationary point may be from where a run ended."""
BEYOND = 1.35
"""How far beyond the longest trial the line is followed."""


@dataclass(frozen=True)
class Along:
    """f and the method's model along the line from an iterate.

    Attributes
    ----------
    lengths, values : (n,), α and f(x + α p).
    model : (n,), the model there, or None.
    trials : the lengths tried along this line: α, f there, whether it was taken.
    bound : the slope of the line below which f must come (Armijo), or NaN.
    taken : the α of the step.
    """

    lengths: Array
    values: Array
    model: Array | None
    trials: tuple[tuple[float, float, bool], ...]
    bound: float
    taken: float


@dataclass(frozen=True)
class Opened:
    """A step and what is drawn of it.

    Attributes
    ----------
    k : the iterate to which it leads.
    step : its sub-steps and the model.
    along : f along it, or None where it went nowhere.
    """

    k: int
    step: Step
    along: Along | None


@dataclass(frozen=True)
class ModelLines:
    """A model over a plane.

    Attributes
    ----------
    contours : x and y of its contours at the function's levels, NaN between them.
    level : x and y of its contour through the iterate.
    trust : x and y of the edge of the trust region, or empty.
    bottom : (2,), where the model has its stationary point, NaN where it has none.
    """

    contours: tuple[Array, Array]
    level: tuple[Array, Array]
    trust: tuple[Array, Array]
    bottom: Array


def opened(landscape: Any, run: Run, k: int, oracle: Oracle, *, along: bool = True) -> Opened:
    """Open the step to iterate k; f along it takes a hundred evaluations more."""
    step = open_step(landscape, run, k, oracle)
    return Opened(k, step, along_step(step, oracle) if along else None)


def what_it_is(landscape: Any, state: Array, gradient: Array) -> str:
    """What a stationary point is where it is no minimum: a sentence, or "". A place on a plain is none: there the
    gradient is small, and yet Newton's method would go far.
    """
    try:
        curvatures, directions = np.linalg.eigh(Oracle(landscape).hessian(state))
    except (NoStepError, np.linalg.LinAlgError):
        return ""
    small = FLAT * float(np.abs(curvatures).max())
    if not curvatures[0] < -small:
        return ""
    slopes = directions.T @ gradient
    with np.errstate(all="ignore"):
        away = np.where(slopes == 0, 0.0, slopes / curvatures)
    if not np.linalg.norm(away) <= NEAR * (1 + np.linalg.norm(state)):
        return ""
    if curvatures[-1] > small:
        return say("This is a saddle point, not a minimum: f also curves downwards here.")
    return say("This is no minimum: f curves downwards here.")


def along_step(step: Step, oracle: Oracle) -> Along | None:
    """f and the model along the line of the step; the trials of a line search on it."""
    x, end = step.before.x, step.after.x
    searched = [s for s in step.substeps if s.kind is SubStepKind.TRIAL and "length" in s.numbers]
    usable = [s for s in searched if s.end is not None and s.numbers["length"] > 0]
    direction = (usable[0].end - usable[0].start) / usable[0].numbers["length"] if usable else end - x
    square = float(direction @ direction)
    if not (square > 0 and math.isfinite(square)):
        return None
    taken = float((end - x) @ direction) / square
    lengths = [float(s.numbers["length"]) for s in usable] or [taken]
    most = max([abs(v) for v in lengths if math.isfinite(v)] + [abs(taken)])
    if not (most > 0 and math.isfinite(most)):
        return None
    if 0 < 4 * abs(taken) < most:  # the first of a long row of shortenings would flatten all there is to see
        most = 4 * abs(taken)
    alphas = np.linspace(0.0, BEYOND * most, SAMPLES)
    values = np.array([oracle.value(x + a * direction) for a in alphas])
    model = None
    if step.model is not None:
        with np.errstate(all="ignore"):
            model = step.model(x + alphas[:, None] * direction)
    bound = math.nan
    for trial in usable:
        if "bound" in trial.numbers:
            bound = (float(trial.numbers["bound"]) - step.before.value) / float(trial.numbers["length"])
    trials = tuple((float(s.numbers["length"]), float(s.numbers["value"]), bool(s.accepted)) for s in usable)
    return Along(alphas, values, model, trials, bound, taken)


def place_of(landscape: Any, part: SubStep) -> Array | None:
    """The ends of a sub-step's arrow in the picture, (2, 2), or None where it has none."""
    if part.start is None or part.end is None:
        return None
    ends = np.asarray(landscape.project(np.stack([part.start, part.end])))
    return ends if np.isfinite(ends).all() else None


def model_lines(landscape: Any, model: LocalModel, view: View, levels: Array) -> ModelLines:
    """A model over a view of the plane, laid through its centre."""
    centre = np.asarray(landscape.project(model.centre))
    axes = landscape.axes
    slope = axes @ model.gradient
    square = None if model.matrix is None else axes @ model.matrix @ axes.T
    xs, ys = view.axes(NODES, NODES)
    dx, dy = xs[None] - centre[0], ys[:, None] - centre[1]
    with np.errstate(all="ignore"):
        values = model.value + slope[0] * dx + slope[1] * dy
        if square is not None:
            values = values + 0.5 * (square[0, 0] * dx**2 + 2 * square[0, 1] * dx * dy + square[1, 1] * dy**2)
    nothing = (np.empty(0), np.empty(0))
    lines = joined(contour_lines(xs, ys, values, levels)) if len(levels) else nothing
    level = joined(contour_lines(xs, ys, values, np.array([model.value])))
    bottom = np.full(2, np.nan)
    if square is not None and abs(np.linalg.det(square)) > 1e-300:
        bottom = centre - np.linalg.solve(square, slope)
    return ModelLines(lines, level, trust_region(landscape, model), bottom)


def trust_region(landscape: Any, model: LocalModel) -> tuple[Array, Array]:
    """x and y of the edge of a model's trust region in the picture; empty without one."""
    if model.radius is None:
        return np.empty(0), np.empty(0)
    # The ball ‖x - c‖ <= r seen in the plane's coordinates: an ellipse where the axes are not orthonormal.
    axes, centre = landscape.axes, np.asarray(landscape.project(model.centre))
    factor = np.linalg.cholesky(np.linalg.inv(axes @ axes.T))
    turn = np.linspace(0, 2 * math.pi, SAMPLES)
    edge = centre[:, None] + model.radius * factor @ np.stack([np.cos(turn), np.sin(turn)])
    return edge[0], edge[1]


def model_curve(model: LocalModel, x0: float, x1: float) -> tuple[Array, Array]:
    """A model of a function of one number, as a curve; within its trust region where it has one."""
    low, high = x0, x1
    if model.radius is not None:
        centre = float(model.centre[0])
        low, high = max(x0, centre - model.radius), min(x1, centre + model.radius)
    ts = np.linspace(low, high, SAMPLES)
    return ts, np.asarray(model(ts[:, None]))
