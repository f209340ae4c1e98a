"""What is drawn and told of how a run converges. No Qt here: it is worked out in a thread."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent import Limits, Oracle, Run, StopReason, descend, make_method
from gradviz.numeric.descent.analysis import Stability, convergence, newton_cosines, spread, stability
from gradviz.numeric.descent.state import NoStepError

__all__ = ["Analysis", "analysed", "minimum_near", "stability_near", "thinned"]

POINTS = 1_500
"""About so many points of a curve are drawn; of more, the least and the greatest of each stretch."""
COSINES = 200
"""Steps, spread over the run, at which Newton's direction is worked out."""
SEARCH = Limits(steps=300, tolerance=1e-10)
"""Of the search for the minimum near the best iterate."""
LARGEST = 60
"""Coordinates up to which the Hessian is looked at."""


@dataclass(frozen=True)
class Analysis:
    """What is drawn and told of a run.

    Attributes
    ----------
    curves : name -> (steps, values) of "excess", "norm" and "length", NaN where there is no logarithm; and of "cosine",
        of the angle between each step and Newton's direction.
    least : f*, or NaN where none was found: then "excess" is f itself.
    known : whether f* is the value at a minimum that is known, not the least that a search found.
    bounds : the stability at the minimum that was found, or None.
    rate : the factor by which f - f* shrinks from step to step.
    """

    curves: dict[str, tuple[Array, Array]]
    least: float
    bounds: Stability | None
    rate: float
    known: bool = False


def thinned(steps: Array, values: Array, points: int = POINTS) -> tuple[Array, Array]:
    """A curve of at most about `points` points that keeps every peak: the extremes of each stretch."""
    count = len(values)
    if count <= points:
        return steps, values
    width = -(-count // (points // 2))
    whole = count // width * width
    blocks = values[:whole].reshape(-1, width)
    low = np.argmin(np.where(np.isfinite(blocks), blocks, np.inf), axis=1)
    high = np.argmax(np.where(np.isfinite(blocks), blocks, -np.inf), axis=1)
    offsets = np.arange(len(blocks)) * width
    chosen = np.unique(np.concatenate([low + offsets, high + offsets, np.arange(whole, count), [0, count - 1]]))
    return steps[chosen], values[chosen]


def minimum_near(landscape: Any, run: Run, cancelled: Callable[[], bool] = lambda: False) -> tuple[Array | None, float]:
    """A minimum and f there, by BFGS begun at the run's best iterate; None and NaN where none is found."""
    if run.reason is StopReason.UNFINISHED or not np.isfinite(run.values[run.best]):
        return None, math.nan
    found = descend(landscape, run.states[run.best], make_method("bfgs"), SEARCH, 1.0, cancelled=cancelled)
    best = found.best
    near = found.reason in (StopReason.CONVERGED, StopReason.STALLED)
    if near and found.norm(best) <= 1e-4 * max(1.0, float(run.norms[0])):
        return found.states[best], float(found.values[best])
    return None, math.nan


def stability_near(landscape: Any, run: Run, cancelled: Callable[[], bool] = lambda: False) -> Stability | None:
    """How large a fixed step may be near the minimum by a run; None where no minimum or no Hessian is found."""
    return _stability(landscape, minimum_near(landscape, run, cancelled)[0])


def _stability(landscape: Any, minimum: Array | None) -> Stability | None:
    if minimum is None or len(minimum) > LARGEST:
        return None
    try:
        with np.errstate(all="ignore"):
            return stability(Oracle(landscape).hessian(minimum))
    except NoStepError:  # it is not finite there, as of |x|^(3/2) at 0
        return None


def analysed(
    landscape: Any, run: Run, cancelled: Callable[[], bool] = lambda: False, known: Array | None = None
) -> Analysis:
    """Analyse a run: f* and the Hessian there come from the minimum, where it is known; else from BFGS begun at the
    run's best iterate."""
    if known is not None and len(known) == run.states.shape[1]:
        minimum, least = known, min(landscape.gradient_at(known)[0], float(run.values[run.best]))
    else:
        known = None
        minimum, least = minimum_near(landscape, run, cancelled)
    series = convergence(run, None if math.isnan(least) else least)
    first = series.excess if not math.isnan(least) else run.values
    steps = np.arange(len(run.values), dtype=float)
    curves = {}
    for name, at, values in (
        ("excess", steps, first),
        ("norm", steps, series.norms),
        ("length", steps[1:], series.lengths),
    ):
        with np.errstate(all="ignore"):
            shown = np.where((values > 0) & np.isfinite(values), values, np.nan)
        curves[name] = thinned(at, shown)
    chosen = spread(run.steps, COSINES) if run.states.shape[1] <= LARGEST else np.zeros(0, dtype=int)
    cosines = newton_cosines(landscape, run, chosen) if len(chosen) and not cancelled() else np.zeros(0)
    curves["cosine"] = (chosen[: len(cosines)] + 1.0, cosines)
    return Analysis(curves, least, _stability(landscape, minimum), series.rate, known is not None)
