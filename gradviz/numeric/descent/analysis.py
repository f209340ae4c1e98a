"""What a run tells: convergence, the stability bound, and comparisons."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.oracle import Descendable, Oracle
from gradviz.numeric.descent.run import Run, StopReason
from gradviz.numeric.descent.state import NoStepError
from gradviz.sentences import say

__all__ = [
    "Comparison",
    "Convergence",
    "Stability",
    "compared",
    "convergence",
    "newton_cosines",
    "stability",
]

SINGULAR = 1e-13
"""An eigenvalue that is nought beside the largest."""
ROUNDING = 1e-8
"""A part of a gradient that is nought beside the largest."""


@dataclass(frozen=True, slots=True)
class Convergence:
    """The series of a run over its iterates 0 .. k.

    Attributes
    ----------
    least : f*, the value that `excess` is measured from.
    excess : (k + 1,), f - f*; exactly 0 at the iterate that f* was taken from: NaN there on a log axis.
    norms : (k + 1,), ‖∇f‖.
    lengths : (k,), how far each step went.
    rate : the factor by which ``f - f*`` shrinks from step to step at the end of the run; NaN without enough steps.
    """

    least: float
    excess: Array
    norms: Array
    lengths: Array
    rate: float


def convergence(run: Run, least: float | None = None) -> Convergence:
    """The convergence series of a run.

    Parameters
    ----------
    least : f*, where it is known and finite; by default the least value of the run.
    """
    finite = run.values[np.isfinite(run.values)]
    lowest = float(finite.min()) if len(finite) else math.nan
    star = lowest if least is None or not math.isfinite(least) else min(float(least), lowest)
    with np.errstate(all="ignore"):
        excess = run.values - star
        lengths = np.linalg.norm(np.diff(run.states, axis=0), axis=1)
    return Convergence(star, excess, run.norms, np.asarray(lengths), _rate(run.norms))


def _rate(norms: Array) -> float:
    """The factor of f - f* from the gradients' norms, which are free of cancellation: f - f* goes as their square."""
    usable = norms[np.isfinite(norms) & (norms > 0)]
    count = min(len(usable) // 2, 200)
    if count < 2:
        return math.nan
    return float((usable[-1] / usable[-1 - count]) ** (2 / count))


def newton_cosines(landscape: Descendable, run: Run, iterates: Sequence[int] | Array | None = None) -> Array:
    """The cosine of the angle between each step and Newton's direction where it began.

    Newton's direction is that of the Hessian with its negative curvatures turned round, so it leads downhill. Where the
    Hessian is singular it is the shortest of those that solve for it.

    Parameters
    ----------
    iterates : where; by default at most 500 of them spread over the run. NaN where there is no step, no Hessian or no
        such direction: a gradient along which the Hessian is nought.
    """
    oracle = Oracle(landscape)
    chosen = spread(run.steps) if iterates is None else np.asarray(iterates, dtype=int)
    cosines = np.full(len(chosen), np.nan)
    with np.errstate(all="ignore"):
        for i, k in enumerate(chosen):
            if not 0 <= k < run.steps:
                continue
            step = run.states[k + 1] - run.states[k]
            try:
                newton = _downhill(oracle.hessian(run.states[k]), run.gradients[k])
            except (NoStepError, np.linalg.LinAlgError):
                continue
            if newton is None:
                continue
            sizes = float(np.linalg.norm(step) * np.linalg.norm(newton))
            if sizes > 0 and math.isfinite(sizes):
                cosines[i] = min(max(float(step @ newton) / sizes, -1.0), 1.0)
    return cosines


def _downhill(hessian: Array, gradient: Array) -> Array | None:
    """``-|H|^+ g``; None where g has a part that H maps to nought."""
    eigenvalues, vectors = np.linalg.eigh(hessian)
    sizes, parts = np.abs(eigenvalues), vectors.T @ gradient
    flat = sizes <= SINGULAR * sizes.max()
    if np.abs(parts[flat]).max(initial=0.0) > ROUNDING * np.abs(parts).max():
        return None
    return np.asarray(-vectors[:, ~flat] @ (parts[~flat] / sizes[~flat]))


def spread(steps: int, most: int = 500) -> Array:
    """At most so many iterates of a run, evenly spread, for `newton_cosines`; (≤ most,) integers."""
    if steps <= 0:
        return np.zeros(0, dtype=int)
    return np.unique(np.linspace(0, steps - 1, min(steps, most)).round().astype(int))


@dataclass(frozen=True, slots=True)
class Stability:
    """How large a fixed step size of gradient descent may be near a minimum.

    Attributes
    ----------
    largest, smallest : eigenvalues of the Hessian.
    bound : ``2/λ_max``; infinite where no curvature is positive.
    best : ``2/(λ_max + λ_min)``, the step size of the fastest convergence at a minimum, else NaN.
    condition : ``λ_max/λ_min`` at a minimum, else NaN.
    rate : ``(κ - 1)/(κ + 1)``, by which the error shrinks from step to step with the best step size, else NaN.
    momentum_step, momentum : of the heavy ball, the fastest: ``4/(√λ_max + √λ_min)²`` and ``((√κ - 1)/(√κ + 1))²``,
        else NaN (Polyak 1964).
    """

    largest: float
    smallest: float
    bound: float
    best: float
    condition: float
    rate: float
    momentum_step: float
    momentum: float

    def sentence(self, step_size: float) -> str:
        """What happens near this point with a step size."""
        if not self.largest > 0 and self.smallest < 0:
            return say("No curvature is positive here: there is no minimum to converge to.")
        if not self.largest > 0:
            return say("Every curvature vanishes here: 2/λ_max sets no bound.")
        product = step_size * self.largest
        if math.isclose(product, 2, rel_tol=1e-9):
            return say("The step size is the bound 2/λ_max: along the steepest curvature the iterates go to and fro.")
        if product > 2:
            return say(
                "The step size is above 2/λ_max = {bound:.4g}: close by, every step along the steepest "
                "curvature overshoots to {factor:.3g} times as far out, so the iterates never settle here: they run "
                "away, or jump about where f is less curved.",
                bound=self.bound,
                factor=abs(1 - product),
            )
        if product > 1:
            return say(
                "The step size is below 2/λ_max = {bound:.4g}, above 1/λ_max: the iterates zigzag across the steepest "
                "curvature, each time to {factor:.3g} times the distance.",
                bound=self.bound,
                factor=product - 1,
            )
        return say(
            "The step size is at most 1/λ_max = {bound:.4g}: every step lowers f without overshooting.",
            bound=1 / self.largest,
        )


def stability(hessian: Array) -> Stability:
    """The bounds from the Hessian (d, d) at a point, a minimum above all (Nocedal & Wright 2006, thm. 3.3)."""
    eigenvalues = np.linalg.eigvalsh((hessian + hessian.T) / 2)
    low, high = float(eigenvalues[0]), float(eigenvalues[-1])
    nothing = math.nan
    if not high > 0:
        return Stability(high, low, math.inf, nothing, nothing, nothing, nothing, nothing)
    if not low > 1e-14 * high:
        return Stability(high, low, 2 / high, nothing, nothing, nothing, nothing, nothing)
    condition = high / low
    root = math.sqrt(condition)
    return Stability(
        high,
        low,
        2 / high,
        2 / (high + low),
        condition,
        (condition - 1) / (condition + 1),
        4 / (math.sqrt(high) + math.sqrt(low)) ** 2,
        ((root - 1) / (root + 1)) ** 2,
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """A row of a table that compares runs.

    Attributes
    ----------
    title : the method.
    reached : the first iterate with ``‖∇f‖`` at most the tolerance (or f - f* at most it); None when there is none.
    steps : of the whole run.
    values, gradients, hessians : evaluations, for the whole run.
    evaluations_to_tolerance : f, ∇f and Hessians together until `reached`; None when not reached.
    value : the last f. best : the least.
    norm : the last ‖∇f‖.
    reason, sentence : why it ended.
    """

    title: str
    reached: int | None
    steps: int
    values: float
    gradients: float
    hessians: float
    evaluations_to_tolerance: float | None
    value: float
    best: float
    norm: float
    reason: StopReason
    sentence: str


def compared(runs: Sequence[Run], tolerance: float = 1e-6, least: float | None = None) -> list[Comparison]:
    """A row for each run, in their order.

    Parameters
    ----------
    tolerance : what ``‖∇f‖``, or with `least` what ``f - f*``, has to come down to.
    least : f*, or None to judge by the gradient.
    """
    rows = []
    for run in runs:
        measure = run.norms if least is None else run.values - least
        hits = np.flatnonzero(np.isfinite(measure) & (measure <= tolerance))
        reached = int(hits[0]) if len(hits) else None
        if (
            reached is None
            and least is None
            and run.reason is StopReason.CONVERGED
            and run.limits.tolerance <= tolerance
        ):
            reached = run.steps  # whatever the last digit of the norm
        counts = run.counts
        spent = None if reached is None else float(run.evaluations[reached])
        rows.append(
            Comparison(
                run.method.title,
                reached,
                run.steps,
                counts.values,
                counts.gradients,
                counts.hessians,
                spent,
                float(run.values[-1]),
                float(run.values[run.best]),
                run.norm(run.steps),
                run.reason,
                run.sentence,
            )
        )
    return rows
