"""The loops of entrywise methods on two coordinates, written out for each size of memory.

They differ only in how many numbers a coordinate carries from step to step: calls with a fixed number of arguments take
half the time of calls with a tuple of them, and this is the loop in which a run of 100,000 steps spends its time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gradviz.numeric.descent.fused import Instruction

__all__ = ["LOOPS", "PlaneWork"]

HUGE = 1e300
"""Beyond it a closer look is taken at whether a number is finite."""


@dataclass(frozen=True, slots=True)
class PlaneWork:
    """What a loop works with.

    Attributes
    ----------
    entry : ``entry(c, g, x, *memory) -> (x, *memory)``, one coordinate's update on floats.
    coefficients : c of every step; the number of steps to make.
    registers, work_out : the program of f and its gradient; the coordinates are registers 0 and 1.
    results : the registers of f and its two derivatives.
    evaluate : the same where an instruction raises.
    least, most, high : the bounds of ``‖∇f‖²`` from below, of ``‖x‖²`` and of f from above: beyond them the loop ends.
    rows : what is recorded: ``x, y, f, f_x, f_y`` of one step after the other, in one flat list.
    """

    entry: Callable[..., tuple[Any, ...]]
    coefficients: Sequence[Any]
    registers: list[float]
    work_out: Instruction
    results: tuple[int, int, int]
    evaluate: Callable[[float, float], tuple[float, ...]]
    least: float
    most: float
    high: float
    rows: list[float]


Entries = tuple[tuple[float, ...], tuple[float, ...]]
"""What each coordinate carries: itself and its memory."""


def bare(w: PlaneWork, a: tuple[float, ...], b: tuple[float, ...], ga: float, gb: float) -> Entries:
    """No memory."""
    entry, r, work_out, rows = w.entry, w.registers, w.work_out, w.rows
    least, most, low, high = w.least, w.most, -HUGE, w.high
    huge, (i, j, k) = HUGE, w.results
    (x,), (y,) = a, b
    for c in w.coefficients:
        (x,) = entry(c, ga, x)
        (y,) = entry(c, gb, y)
        r[0] = x
        r[1] = y
        try:
            work_out(r)
            value, ga, gb = r[i], r[j], r[k]
        except (ArithmeticError, ValueError):
            value, ga, gb = w.evaluate(x, y)
        rows += (x, y, value, ga, gb)
        if not (least < ga * ga + gb * gb < huge and x * x + y * y < most and low < value < high):
            break
    return (x,), (y,)


def with_one(w: PlaneWork, a: tuple[float, ...], b: tuple[float, ...], ga: float, gb: float) -> Entries:
    """One number: a velocity, a sum of squares."""
    entry, r, work_out, rows = w.entry, w.registers, w.work_out, w.rows
    least, most, low, high = w.least, w.most, -HUGE, w.high
    huge, (i, j, k) = HUGE, w.results
    (x, m), (y, n) = a, b
    for c in w.coefficients:
        x, m = entry(c, ga, x, m)
        y, n = entry(c, gb, y, n)
        r[0] = x
        r[1] = y
        try:
            work_out(r)
            value, ga, gb = r[i], r[j], r[k]
        except (ArithmeticError, ValueError):
            value, ga, gb = w.evaluate(x, y)
        rows += (x, y, value, ga, gb)
        if not (least < ga * ga + gb * gb < huge and x * x + y * y < most and low < value < high):
            break
    return (x, m), (y, n)


def with_two(w: PlaneWork, a: tuple[float, ...], b: tuple[float, ...], ga: float, gb: float) -> Entries:
    """Two numbers: Adam's averages."""
    entry, r, work_out, rows = w.entry, w.registers, w.work_out, w.rows
    least, most, low, high = w.least, w.most, -HUGE, w.high
    huge, (i, j, k) = HUGE, w.results
    (x, m, v), (y, n, u) = a, b
    for c in w.coefficients:
        x, m, v = entry(c, ga, x, m, v)
        y, n, u = entry(c, gb, y, n, u)
        r[0] = x
        r[1] = y
        try:
            work_out(r)
            value, ga, gb = r[i], r[j], r[k]
        except (ArithmeticError, ValueError):
            value, ga, gb = w.evaluate(x, y)
        rows += (x, y, value, ga, gb)
        if not (least < ga * ga + gb * gb < huge and x * x + y * y < most and low < value < high):
            break
    return (x, m, v), (y, n, u)


def with_three(w: PlaneWork, a: tuple[float, ...], b: tuple[float, ...], ga: float, gb: float) -> Entries:
    """Three numbers: AMSGrad's and NAdam's."""
    entry, r, work_out, rows = w.entry, w.registers, w.work_out, w.rows
    least, most, low, high = w.least, w.most, -HUGE, w.high
    huge, (i, j, k) = HUGE, w.results
    (x, m, v, s), (y, n, u, t) = a, b
    for c in w.coefficients:
        x, m, v, s = entry(c, ga, x, m, v, s)
        y, n, u, t = entry(c, gb, y, n, u, t)
        r[0] = x
        r[1] = y
        try:
            work_out(r)
            value, ga, gb = r[i], r[j], r[k]
        except (ArithmeticError, ValueError):
            value, ga, gb = w.evaluate(x, y)
        rows += (x, y, value, ga, gb)
        if not (least < ga * ga + gb * gb < huge and x * x + y * y < most and low < value < high):
            break
    return (x, m, v, s), (y, n, u, t)


LOOPS = (bare, with_one, with_two, with_three)
"""By the size of the memory."""
