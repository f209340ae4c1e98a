"""A descent that was carried out, as data: iterates, values, gradients, counts, and why it ended."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.counts import Counts
from gradviz.numeric.descent.parameters import ParameterError
from gradviz.sentences import counted, joined, say

if TYPE_CHECKING:  # what draws a run need not wait for the methods
    from gradviz.numeric.descent.method import Method
    from gradviz.numeric.descent.oracle import Descendable
    from gradviz.numeric.descent.state import State

__all__ = ["MOST_STEPS", "Limits", "Run", "StartError", "StopReason", "checked_start", "wrong_length"]

MOST_STEPS = 100_000
"""The longest run that is recorded."""
ROWS = 512
"""Rows of a table that are written down at once."""


class StopReason(StrEnum):
    """Why a run ended."""

    CONVERGED = "converged"
    """The gradient is (nearly) zero."""
    BUDGET = "budget"
    """The allowed number of steps is used up."""
    DIVERGED = "diverged"
    """The iterates run away."""
    NONFINITE = "nonfinite"
    """The function or its gradient is infinite or not a number at the last iterate."""
    OUTSIDE = "outside"
    """The last iterate is outside the domain of the function."""
    STALLED = "stalled"
    """The method finds no further step; the run's remark says why."""
    CANCELLED = "cancelled"
    """Somebody stopped it."""
    UNFINISHED = "unfinished"
    """Time ran out; the run can be extended."""


class StartError(ParameterError):
    """A start that is none; the message says what is expected."""

    def __init__(self, message: str) -> None:
        super().__init__("start", message)


@dataclass(frozen=True, slots=True)
class Limits:
    """When to stop.

    Attributes
    ----------
    steps : at most so many.
    tolerance : converged when ``‖∇f‖`` is at most this.
    runaway : diverged when the iterate is this many times further out than the start (or than one); while f is lower
        than at the start, when it is the square of it: a minimum may lie far away.

    Raises
    ------
    ParameterError
        For a limit that is none.
    """

    steps: int = 1_000
    tolerance: float = 1e-6
    runaway: float = 1e6

    def __post_init__(self) -> None:
        if isinstance(self.steps, bool) or not isinstance(self.steps, int):
            raise ParameterError(
                "steps", say("The number of steps is a whole number, not {steps!r}.", steps=self.steps)
            )
        if self.steps < 0:
            raise ParameterError("steps", say("The number of steps cannot be negative ({steps}).", steps=self.steps))
        if self.steps > MOST_STEPS:
            wrong = say("At most {most:,} steps are recorded, not {steps:,}.", most=MOST_STEPS, steps=self.steps)
            raise ParameterError("steps", wrong)
        if not (0 <= self.tolerance < math.inf):
            wrong = say("The tolerance is a number from 0 upwards, not {tolerance:g}.", tolerance=self.tolerance)
            raise ParameterError("tolerance", wrong)
        if not self.runaway > 1:
            wrong = say("The limit of divergence is above 1, not {runaway:g}.", runaway=self.runaway)
            raise ParameterError("runaway", wrong)


def wrong_length(n: int, dimension: int) -> str:
    """What is wrong with a start of so many numbers."""
    return joined(
        [
            counted("The start has {n} number;", "The start has {n} numbers;", n),
            counted("the function has {n} coordinate.", "the function has {n} coordinates.", dimension),
        ],
        " ",
    )


def checked_start(start: Any, dimension: int | None = None) -> Array:
    """A start as an array (d,), or a `StartError` that says what is wrong with it."""
    try:
        state = np.array(start, dtype=float).ravel()
    except (TypeError, ValueError):
        raise StartError(say("A start is a list of numbers, not {start!r}.", start=start)) from None
    if dimension is not None and len(state) != dimension:
        raise StartError(wrong_length(len(state), dimension))
    if not len(state):
        raise StartError(say("The start has no numbers."))
    wrong = np.flatnonzero(~np.isfinite(state))
    if len(wrong):
        number = int(wrong[0]) + 1
        if math.isnan(state[wrong[0]]):
            raise StartError(say("Coordinate {number} of the start is not a number (NaN).", number=number))
        raise StartError(say("Coordinate {number} of the start is infinite.", number=number))
    return state


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
    evaluations : (k + 1,), evaluations of f, of ∇f and of Hessians together until each iterate.
    quantities : name -> (k,), numbers of each step, such as its step size; entry i belongs to the step to iterate
        i + 1.
    counts : the evaluations.
    remark : a sentence that says more of the reason, such as why a method finds no further step; or "".
    checkpoints : states from which any step is worked out anew, in order.
    resume : what `extend` goes on with; None when there is nothing to go on with.
    """

    method: Method
    limits: Limits
    states: Array
    values: Array
    gradients: Array
    reason: StopReason
    evaluations: Array = field(default_factory=lambda: np.zeros(0))
    quantities: dict[str, Array] = field(default_factory=dict)
    counts: Counts = field(default_factory=Counts)
    remark: str = ""
    checkpoints: tuple[State, ...] = field(default=(), repr=False)
    resume: Any = field(default=None, repr=False, compare=False)

    @property
    def steps(self) -> int:
        """The number of steps k."""
        return len(self.values) - 1

    def norm(self, k: int) -> float:
        """``‖∇f‖`` at iterate k."""
        return math.hypot(*self.gradients[k])

    @property
    def norms(self) -> Array:
        """(k + 1,), ``‖∇f‖`` at every iterate."""
        with np.errstate(all="ignore"):
            found = np.asarray(np.linalg.norm(self.gradients, axis=1))
            # Squares that overflow or vanish say nothing of the norm itself.
            for k in np.flatnonzero(~((found > 1e-150) & (found < 1e150))).tolist():
                found[k] = self.norm(k)
        return found

    @property
    def best(self) -> int:
        """The iterate with the least value; 0 when none is finite."""
        return int(np.argmin(np.where(np.isfinite(self.values), self.values, np.inf)))

    @property
    def sentence(self) -> str:
        """Why it ended, for people."""
        n = self.steps
        match self.reason:
            case StopReason.CONVERGED if not n and self.norm(0):
                return say(
                    "Converged at the start: ‖∇f‖ is at most {tolerance:g} there already.",
                    tolerance=self.limits.tolerance,
                )
            case StopReason.CONVERGED if not n:
                return say("The gradient vanishes at the start: there is nothing to descend.")
            case StopReason.CONVERGED:
                return counted(
                    "Converged after {n:,} step: ‖∇f‖ is at most {tolerance:g}.",
                    "Converged after {n:,} steps: ‖∇f‖ is at most {tolerance:g}.",
                    n,
                    tolerance=self.limits.tolerance,
                )
            case StopReason.BUDGET:
                sentence = counted(
                    "Not yet converged after {n:,} step: ‖∇f‖ is still {norm:.3g}.",
                    "Not yet converged after {n:,} steps: ‖∇f‖ is still {norm:.3g}.",
                    n,
                    norm=self.norm(n),
                )
                return joined([sentence, self.remark], " ") if self.remark else sentence
            case StopReason.DIVERGED:
                return counted(
                    "Diverged after {n:,} step: the iterates run away.",
                    "Diverged after {n:,} steps: the iterates run away.",
                    n,
                )
            case StopReason.NONFINITE if not n:
                return say("Stopped at the start: the function or its gradient is not finite there.")
            case StopReason.NONFINITE:
                return counted(
                    "Stopped after {n:,} step: the function or its gradient is not finite there.",
                    "Stopped after {n:,} steps: the function or its gradient is not finite there.",
                    n,
                )
            case StopReason.OUTSIDE if not n:
                return say("The start is outside the domain of the function; choose another one.")
            case StopReason.OUTSIDE:
                return counted(
                    "Stopped after {n:,} step: the step left the domain of the function.",
                    "Stopped after {n:,} steps: the step left the domain of the function.",
                    n,
                )
            case StopReason.STALLED:
                return joined([counted("Stopped after {n:,} step.", "Stopped after {n:,} steps.", n), self.remark], " ")
            case StopReason.CANCELLED:
                return counted("Cancelled after {n:,} step.", "Cancelled after {n:,} steps.", n)
        return counted("Computing: {n:,} step so far.", "Computing: {n:,} steps so far.", n)

    def to_csv(self, coordinates: Sequence[str] = ()) -> str:
        """The run as comma-separated values: step, state, f, gradient, its norm, and the step's quantities.

        Parameters
        ----------
        coordinates : the names of a state's coordinates; by default x1, x2, ...
        """
        d = self.states.shape[1]
        names = list(coordinates) if len(coordinates) == d else [f"x{i + 1}" for i in range(d)]
        header = ["step", *names, "f", *(f"df/d{name}" for name in names), "norm of gradient", *self.quantities]
        columns = [*self.states.T, self.values, *self.gradients.T, self.norms]
        of_steps = list(self.quantities.values())
        blocks = [",".join(_quoted(name) for name in header)]
        blocks.append("0," + ",".join(repr(float(c[0])) for c in columns) + "," * len(of_steps))
        for start in range(1, self.steps + 1, ROWS):  # in pieces: one call for all would make other threads wait
            rows = slice(start, start + ROWS)
            steps = slice(start - 1, start - 1 + ROWS)
            found = [*[c[rows].tolist() for c in columns], *[q[steps].tolist() for q in of_steps]]
            blocks.append(
                "\n".join(f"{k}," + ",".join(map(repr, row)) for k, row in enumerate(zip(*found, strict=True), start))
            )
        return "\n".join(blocks) + "\n"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"' if any(c in name for c in ',"\n') else name


def dimension_of(landscape: Descendable) -> int | None:
    """The number of coordinates of a landscape's states, where it says so."""
    found = getattr(landscape, "dimension", None)
    return found if isinstance(found, int) else None
