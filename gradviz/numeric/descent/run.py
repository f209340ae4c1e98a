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

if TYPE_CHECKING:  # what draws a run need not wait for the methods
    from gradviz.numeric.descent.method import Method
    from gradviz.numeric.descent.oracle import Descendable
    from gradviz.numeric.descent.state import State

__all__ = ["MOST_STEPS", "Limits", "Run", "StartError", "StopReason", "checked_start"]

MOST_STEPS = 100_000
"""The longest run that is recorded."""


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
    runaway : diverged when the iterate is this many times further out than the start (or than one).

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
            raise ParameterError("steps", f"The number of steps is a whole number, not {self.steps!r}.")
        if self.steps < 0:
            raise ParameterError("steps", f"The number of steps cannot be negative ({self.steps}).")
        if self.steps > MOST_STEPS:
            raise ParameterError("steps", f"At most {MOST_STEPS:,} steps are recorded, not {self.steps:,}.")
        if not (0 <= self.tolerance < math.inf):
            raise ParameterError("tolerance", f"The tolerance is a number from 0 upwards, not {self.tolerance:g}.")
        if not self.runaway > 1:
            raise ParameterError("runaway", f"The limit of divergence is above 1, not {self.runaway:g}.")


def checked_start(start: Any, dimension: int | None = None) -> Array:
    """A start as an array (d,), or a `StartError` that says what is wrong with it."""
    try:
        state = np.array(start, dtype=float).ravel()
    except (TypeError, ValueError):
        raise StartError(f"A start is a list of numbers, not {start!r}.") from None
    if dimension is not None and len(state) != dimension:
        raise StartError(f"The start has {len(state)} numbers; the function has {dimension} coordinates.")
    if not len(state):
        raise StartError("The start has no numbers.")
    wrong = np.flatnonzero(~np.isfinite(state))
    if len(wrong):
        word = "not a number (NaN)" if math.isnan(state[wrong[0]]) else "infinite"
        raise StartError(f"Coordinate {wrong[0] + 1} of the start is {word}.")
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
            return np.asarray(np.linalg.norm(self.gradients, axis=1))

    @property
    def best(self) -> int:
        """The iterate with the least value; 0 when none is finite."""
        return int(np.argmin(np.where(np.isfinite(self.values), self.values, np.inf)))

    @property
    def sentence(self) -> str:
        """Why it ended, for people."""
        count = "1 step" if self.steps == 1 else f"{self.steps:,} steps"
        match self.reason:
            case StopReason.CONVERGED if not self.steps:
                return "The gradient vanishes at the start: there is nothing to descend."
            case StopReason.CONVERGED:
                return f"Converged after {count}: ‖∇f‖ is at most {self.limits.tolerance:g}."
            case StopReason.BUDGET:
                remark = f" {self.remark}" if self.remark else ""
                return f"Not yet converged after {count}: ‖∇f‖ is still {self.norm(self.steps):.3g}.{remark}"
            case StopReason.DIVERGED:
                return f"Diverged after {count}: the iterates run away."
            case StopReason.NONFINITE:
                where = "at the start" if not self.steps else f"after {count}"
                return f"Stopped {where}: the function or its gradient is not finite there."
            case StopReason.OUTSIDE if not self.steps:
                return "The start is outside the domain of the function; choose another one."
            case StopReason.OUTSIDE:
                return f"Stopped after {count}: the step left the domain of the function."
            case StopReason.STALLED:
                return f"Stopped after {count}: {self.remark[:1].lower()}{self.remark[1:]}"
            case StopReason.CANCELLED:
                return f"Cancelled after {count}."
        return f"Computing: {count} so far."

    def to_csv(self, coordinates: Sequence[str] = ()) -> str:
        """The run as comma-separated values: step, state, f, gradient, its norm, and the step's quantities.

        Parameters
        ----------
        coordinates : the names of a state's coordinates; by default x1, x2, ...
        """
        d = self.states.shape[1]
        names = list(coordinates) if len(coordinates) == d else [f"x{i + 1}" for i in range(d)]
        header = ["step", *names, "f", *(f"df/d{name}" for name in names), "norm of gradient", *self.quantities]
        columns = [*self.states.T.tolist(), self.values.tolist(), *self.gradients.T.tolist(), self.norms.tolist()]
        columns += [[None, *q.tolist()] for q in self.quantities.values()]
        lines = [",".join(_quoted(name) for name in header)]
        for k, row in enumerate(zip(*columns, strict=True)):
            lines.append(f"{k}," + ",".join("" if v is None else repr(v) for v in row))
        return "\n".join(lines) + "\n"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"' if any(c in name for c in ',"\n') else name


def dimension_of(landscape: Descendable) -> int | None:
    """The number of coordinates of a landscape's states, where it says so."""
    found = getattr(landscape, "dimension", None)
    return found if isinstance(found, int) else None
