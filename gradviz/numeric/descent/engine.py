"""Running a method: until a limit is met, for a while, or until somebody cancels; and opening any step of a run."""

from __future__ import annotations

import math
import time
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.counts import Counts
from gradviz.numeric.descent.entrywise import Entrywise
from gradviz.numeric.descent.float_loop import float_steps
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.oracle import Descendable, Oracle
from gradviz.numeric.descent.recorder import CHECKPOINT, NEAR, Recorder
from gradviz.numeric.descent.run import Limits, Run, StartError, StopReason, checked_start, dimension_of
from gradviz.numeric.descent.state import NoStepError, Notes, State, Step
from gradviz.numeric.descent.vocabulary import worded
from gradviz.sentences import say

__all__ = ["descend", "extend", "open_step"]

Cancelled = Callable[[], bool]
Progress = Callable[[int], None]
MANY = 16
"""Coordinates above which NumPy's norm is faster."""
SLOW_BLOCK = 8
"""Steps of a method on arrays between two looks at the clock."""


@dataclass
class _Resume:
    """What a run goes on with: the working parts, which nobody else touches."""

    landscape: Descendable
    oracle: Oracle
    recorder: Recorder


def descend(
    landscape: Descendable,
    start: Sequence[float] | Array,
    method: Method,
    limits: Limits | None = None,
    seconds: float = math.inf,
    *,
    cancelled: Cancelled = lambda: False,
    progress: Progress = lambda _steps: None,
    oracle: Oracle | None = None,
) -> Run:
    """Run a method from a start until a limit is met (or for so many seconds: then it is UNFINISHED).

    Parameters
    ----------
    cancelled : asked every few steps, from this thread; when it says yes the run ends as CANCELLED.
    progress : told the number of steps made, every few steps.
    oracle : the landscape's, where many runs share one; it must not be in use in another thread.

    Raises
    ------
    StartError
        For a start with the wrong number of coordinates, or one that is not finite. Nothing else: a start outside the
        domain is a run of no steps whose reason says so.
    """
    limits = limits or Limits()
    state = checked_start(start, dimension_of(landscape))
    oracle = oracle or Oracle(landscape)
    missing = missing_capability(method, oracle)
    before = oracle.counts
    with np.errstate(all="ignore"):
        first, impossible = _begin(method, oracle, state)
    recorder = Recorder(
        first, len(method.quantity_names), oracle.total - before.total, CHECKPOINT if _is_fast(method, oracle) else NEAR
    )
    resume = _Resume(landscape, oracle, recorder)
    if missing:
        return _finished(method, limits, resume, StopReason.STALLED, missing, oracle.counts - before)
    if impossible:
        reason = stop_reason(first, limits, Reach.of(first, limits))
        if reason is None or reason is StopReason.BUDGET:
            return _finished(method, limits, resume, StopReason.STALLED, impossible, oracle.counts - before)
        return _finished(method, limits, resume, reason, "", oracle.counts - before)
    return _advance(method, limits, resume, seconds, cancelled, progress, Counts(), before)


def _is_fast(method: Method, oracle: Oracle) -> bool:
    """Whether the steps are made on floats."""
    return isinstance(method, Entrywise) and oracle.scalar_program is not None


def missing_capability(method: Method, oracle: Oracle) -> str:
    """What the method needs and the function does not offer, as a sentence; "" when nothing is missing."""
    if "squares" in method.needs and oracle.sum_of_squares is None:
        return say(
            "{method} needs a sum of squares, such as ‖Xw − y‖²; this function is not seen to be one.",
            method=worded(method.title),
        )
    if "rows" in method.needs and oracle.rows is None:
        return say(
            "{method} needs a sum over rows of data; this function is not seen to be one.", method=worded(method.title)
        )
    return ""


def _begin(method: Method, oracle: Oracle, x: Array) -> tuple[State, str]:
    """The state at the start; and why the method cannot begin there, if it cannot."""
    try:
        return method.begin(oracle, x), ""
    except NoStepError as error:
        value, gradient = oracle.uncounted_gradient(x)
        return State(0, x, value, gradient), str(error)


def extend(
    landscape: Descendable,
    run: Run,
    seconds: float = math.inf,
    *,
    cancelled: Cancelled = lambda: False,
    progress: Progress = lambda _steps: None,
) -> Run:
    """Carry on with an unfinished run; any other is returned as it is."""
    if run.reason is not StopReason.UNFINISHED:
        return run
    resume: _Resume | None = run.resume
    if resume is None or resume.landscape is not landscape or resume.recorder.steps != run.steps:
        raise StartError(say("This run was carried on already; carry on with the latest one."))
    return _advance(run.method, run.limits, resume, seconds, cancelled, progress, run.counts, resume.oracle.counts)


def _advance(
    method: Method,
    limits: Limits,
    resume: _Resume,
    seconds: float,
    cancelled: Cancelled,
    progress: Progress,
    spent: Counts,
    before: Counts,
) -> Run:
    deadline = time.perf_counter() + seconds
    oracle, recorder = resume.oracle, resume.recorder
    start = before.total - spent.total
    reach = Reach.of(recorder.checkpoints[0], limits)
    fast = _is_fast(method, oracle)
    room = recorder.room
    remark = ""
    with np.errstate(all="ignore"):
        while True:
            state = recorder.last
            reason = stop_reason(state, limits, reach)
            if reason is StopReason.OUTSIDE and oracle.overflows(state.x):
                reason = StopReason.NONFINITE
            if reason is not None:
                break
            # Whole blocks, so that a checkpoint is met: then any step can be worked out from a near one.
            size = CHECKPOINT - state.k % CHECKPOINT if fast else SLOW_BLOCK
            if state.k >= room:
                reason = StopReason.BUDGET
                remark = say("No more than {room:,} steps are recorded for so many coordinates.", room=room)
                break
            size = min(size, limits.steps - state.k, room - state.k)
            if cancelled():
                reason = StopReason.CANCELLED
                break
            if time.perf_counter() > deadline:
                reason = StopReason.UNFINISHED
                break
            if fast:
                assert isinstance(method, Entrywise)
                float_steps(method, oracle, recorder, size, limits.tolerance, reach.at(state), start)
            else:
                try:
                    for _ in range(size):
                        state = method.step(state, oracle)
                        recorder.add(state, oracle.total - start)
                        if stop_reason(state, limits, reach) is not None:
                            break
                except NoStepError as error:
                    reason, remark = StopReason.STALLED, str(error)
                    break
            progress(recorder.steps)
    counts = spent + (oracle.counts - before)
    return _finished(method, limits, resume, reason, remark, counts)


def _finished(method: Method, limits: Limits, resume: _Resume, reason: StopReason, remark: str, counts: Counts) -> Run:
    recorder = resume.recorder
    going_on = reason is StopReason.UNFINISHED
    return Run(
        method,
        limits,
        recorder.states(),
        recorder.values(),
        recorder.gradients(),
        reason,
        recorder.evaluations(),
        recorder.quantities(method.quantity_names),
        counts,
        remark,
        tuple(recorder.checkpoints),
        resume if going_on else None,
    )


def length(vector: Array) -> float:
    """``‖v‖``, of numbers of any size."""
    if len(vector) > MANY:
        found = float(np.linalg.norm(vector))
        if 1e-150 < found < 1e150:  # else the squares may have overflown or vanished
            return found
    return math.hypot(*vector)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a run may go before it has run away.

    A minimum may lie far from the start, so while f is lower than at the start a run may go as many times further; and
    on to where numbers end while the slope is less, too: it grows, or stays, where f falls without end.

    Attributes
    ----------
    far, further : ``‖x‖`` beyond which it has run away, where f is not lower than at the start, and where it is.
    value, slope : f and ``‖∇f‖`` at the start.
    """

    far: float
    further: float
    value: float
    slope: float

    @staticmethod
    def of(first: State, limits: Limits) -> Reach:
        """That of a run from a start."""
        far = limits.runaway * max(1.0, math.hypot(*first.x))
        return Reach(far, far * limits.runaway, first.value, math.hypot(*first.gradient))

    def at(self, state: State) -> tuple[float, float]:
        """For many steps from a state: bounds of ``‖x‖`` and of f within which no step has left it."""
        out = length(state.x)
        return (self.far, math.inf) if out <= self.far else (max(self.further, 2 * out), self.value)

    def left(self, state: State, norm: float) -> bool:
        """Whether a state, of a gradient as long as `norm`, has run away."""
        out = length(state.x)
        if out <= self.far:
            return False
        return not state.value < self.value or (out > self.further and not norm < (1 - 1e-9) * self.slope)


def stop_reason(state: State, limits: Limits, reach: Reach) -> StopReason | None:
    """Why to stop here, or None."""
    norm = length(state.gradient)
    if not (math.isfinite(state.value) and math.isfinite(norm)):
        if state.k and not length(state.x) <= reach.far:
            return StopReason.DIVERGED
        return StopReason.OUTSIDE if math.isnan(state.value) else StopReason.NONFINITE
    if norm <= limits.tolerance and (state.value < reach.value or length(state.x) <= reach.far):
        return StopReason.CONVERGED
    if reach.left(state, norm):
        return StopReason.DIVERGED
    return StopReason.BUDGET if state.k >= limits.steps else None


def open_step(landscape: Descendable, run: Run, k: int, oracle: Oracle | None = None) -> Step:
    """The step that led to iterate k, opened into its sub-steps; 1 <= k <= run.steps.

    The run's own record is not touched: any number of steps can be opened while it goes on, in another thread too.

    Raises
    ------
    IndexError
        For a step that the run does not have.
    """
    if not 1 <= k <= run.steps:
        raise IndexError(f"the run has the steps 1 to {run.steps}, not {k}")
    oracle = oracle or Oracle(landscape)
    position = bisect_right([s.k for s in run.checkpoints], k - 1) - 1
    state = run.checkpoints[position]
    notes = Notes()
    with np.errstate(all="ignore"):
        while state.k < k - 1:
            state = _recorded(run, run.method.replay(state, oracle))
        after: Any = run.method.step(state, oracle, notes)
    return Step(state, _recorded(run, after), tuple(notes.substeps), notes.model)


def _recorded(run: Run, state: State) -> State:
    """A state worked out anew with the iterate that was recorded: rounding must not add up."""
    k = state.k
    return state._replace(x=run.states[k], value=float(run.values[k]), gradient=run.gradients[k])
