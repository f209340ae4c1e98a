"""The steps of entrywise methods on floats, for few coordinates: what makes 100,000 steps cheap."""

from __future__ import annotations

from typing import Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.entrywise import FLOATS, Entrywise
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.plane_loops import HUGE, LOOPS, PlaneWork
from gradviz.numeric.descent.recorder import Recorder
from gradviz.numeric.descent.state import State

__all__ = ["float_steps"]

Row = tuple[float, ...]


def float_steps(
    method: Entrywise,
    oracle: Oracle,
    recorder: Recorder,
    count: int,
    tolerance: float,
    within: tuple[float, float],
    start: float,
) -> None:
    """Make and record so many steps, or fewer when an iterate asks for a closer look at whether to stop there.

    `within` are the bounds of ``‖x‖`` and of f beyond which to look closer; `start` is the total of evaluations at
    which the run began.
    """
    state, program = recorder.last, oracle.scalar_program
    assert program is not None
    size = len(state.x)
    entries = list(zip(state.x.tolist(), *(m.tolist() for m in state.memory), strict=True))
    gradient = state.gradient.tolist()
    steps = range(state.k, state.k + count)
    sizes = method.step_sizes(steps)
    coefficients: list[Any] = sizes
    if type(method).coefficients is not Entrywise.coefficients:
        coefficients = [method.coefficients(k, gamma) for k, gamma in zip(steps, sizes, strict=True)]
    rows: list[float] = []
    # The bounds of the loop are a little narrower than those of the run: the run's own check has the last word.
    narrowed = within[0] * (1 - 1e-9)
    inside = tolerance * tolerance * (1 + 1e-9), narrowed * narrowed, min(within[1], HUGE)

    def evaluate(*x: float) -> tuple[float, ...]:
        value, found = oracle.uncounted_gradient(np.array(x))
        return (value, *found.tolist())

    overflown = False
    try:
        if size == 2 and len(state.memory) < len(LOOPS):
            value, first, second = program.results
            work = PlaneWork(
                method.entry(FLOATS),
                coefficients,
                program.registers,
                program.work_out,
                (value, first, second),
                evaluate,
                *inside,
                rows,
            )
            entries = list(LOOPS[len(state.memory)](work, entries[0], entries[1], gradient[0], gradient[1]))
        else:
            entries = _any(method, oracle, coefficients, entries, gradient, inside, rows)
    except ArithmeticError:  # the step itself overflows: arrays have an answer
        overflown = True
        if not rows:
            recorder.add(method.step(state, oracle), oracle.total - start)
            return
    table = np.fromiter(rows, float, len(rows)).reshape(-1, 2 * size + 1)
    done = len(table)
    spent = np.asarray(np.arange(1.0, done + 1) * 2.0 + (oracle.total - start), dtype=np.float64)
    oracle.values += done
    oracle.gradients += done
    recorder.add_rows(table, spent, np.fromiter(sizes, float, done)[:, None])
    memory = tuple(np.array(slot) for slot in list(zip(*entries, strict=True))[1:])
    if overflown:
        memory = _replayed(method, oracle, state, table)
    last = table[-1]
    recorder.last = State(
        state.k + done, last[:size].copy(), float(last[size]), last[size + 1 :].copy(), memory, (sizes[done - 1],)
    )
    recorder.keep_if_due()


def _replayed(method: Entrywise, oracle: Oracle, state: State, table: Array) -> tuple[Array, ...]:
    """The memory after some recorded steps."""
    size = len(state.x)
    for row in table:
        state = method.replay(state, oracle)._replace(x=row[:size], value=float(row[size]), gradient=row[size + 1 :])
    return state.memory


def _any(
    method: Entrywise,
    oracle: Oracle,
    coefficients: list[Any],
    entries: list[Row],
    gradient: list[float],
    inside: tuple[float, float, float],
    rows: list[float],
) -> list[Row]:
    """Any number of coordinates."""
    entry, scalar = method.entry(FLOATS), oracle.scalar_gradient
    least, most, high = inside
    assert scalar is not None
    for c in coefficients:
        entries = [entry(c, g, *e) for g, e in zip(gradient, entries, strict=True)]
        x = [e[0] for e in entries]
        try:
            value, *gradient = scalar(*x)
        except (ArithmeticError, ValueError):
            value, found = oracle.uncounted_gradient(np.array(x))
            gradient = found.tolist()
        rows += (*x, value, *gradient)
        square = sum([g * g for g in gradient])
        if not (least < square < HUGE and sum([v * v for v in x]) < most and -HUGE < value < high):
            break
    return entries
