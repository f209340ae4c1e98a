"""From the choices to the descents that are compared, and those carried out. No Qt here: it runs in a thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from gradviz.gui.descent.compare.choices import CompareChoices
from gradviz.gui.descent.words import plain_letter, word
from gradviz.gui.plot.names import plain_number
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import (
    METHODS,
    Limits,
    Oracle,
    Parameter,
    ParameterError,
    Run,
    StepSearch,
    StopReason,
    descend,
    has_step_size,
    searched_step_size,
)
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.sweeps import Basins, basins, parameter_values
from gradviz.numeric.descent.vocabulary import worded
from gradviz.numeric.planes import View
from gradviz.sentences import say

__all__ = ["MOST_RECORDED", "BasinMap", "Done", "Planned", "basin_map", "carried_out", "grid", "planned", "sweepable"]

MOST_RECORDED = 2_000_000
"""Iterates kept of all runs together: some hundred megabytes for a plane."""
REPORT = 0.1
"""Seconds between two reports of what there is so far."""
INSET = 0.08
"""Of the view, left free around a grid of starts."""


@dataclass(frozen=True)
class Planned:
    """A descent to be compared.

    Attributes
    ----------
    title, method, start : what it is called, how, and whence.
    id : of the method, where methods are compared.
    searches : whether its step size is to be searched for.
    """

    title: str
    method: Method
    start: Array
    id: str = ""
    searches: bool = False


@dataclass(frozen=True)
class Done:
    """A descent that was carried out, and how its step size was found, if it was searched for."""

    run: Run
    search: StepSearch | None = None


@dataclass(frozen=True)
class BasinMap:
    """Basins of attraction over a rectangle of the plane.

    Attributes
    ----------
    method : of the descents.
    found : labels, steps, points.
    view : the rectangle; the starts are the middles of its cells.
    places : (count, 2), where the points are in the plane.
    """

    method: Method
    found: Basins
    view: View
    places: Array


def sweepable(method: Method) -> list[Parameter]:
    """The parameters of a method that are numbers."""
    return [p for p in method.parameters() if p.kind in ("number", "count")]


def grid(view: View, side: int) -> list[tuple[float, float]]:
    """The points of a grid in a view, row by row from the top."""
    xs = np.linspace(view.x0 + INSET * view.width, view.x1 - INSET * view.width, side)
    ys = np.linspace(view.y1 - INSET * view.height, view.y0 + INSET * view.height, side)
    return [(float(x), float(y)) for y in ys for x in xs]


def planned(
    choices: CompareChoices,
    landscape: Any,
    start: Array | None,
    view: View | None,
    method: Method,
    methods: Sequence[tuple[str, Method]],
    typed: frozenset[str] = frozenset(),
) -> list[Planned]:
    """The descents that the choices ask for.

    Parameters
    ----------
    start : where the studio's descent begins.
    view : what is seen of the plane, for a grid of starts; its height does not count for a function of one number.
    method : the studio's.
    methods : those to be compared, with their ids.
    typed : the ids of those whose step size the user typed.

    Raises
    ------
    ParameterError
        For values that cannot be; its parameter names the field.
    """
    if choices.kind == "starts":
        if view is None:
            return []
        if landscape.dimension == 1:
            xs = np.linspace(view.x0 + INSET * view.width, view.x1 - INSET * view.width, choices.grid**2)
            places = [(float(x), 0.0) for x in xs]
        else:
            places = grid(view, choices.grid)
        states = [landscape.state(x, y) for x, y in places]
        names = [", ".join(plain_number(float(f"{c:.3g}")) for c in place) for place in places]
        if landscape.dimension == 1:
            names = [plain_number(float(f"{x:.3g}")) for x, _ in places]
        return [Planned(f"({n})" if "," in n else n, method, s) for n, s in zip(names, states, strict=True)]
    if start is None:
        return []
    if choices.kind == "sweep":
        known = {p.name: p for p in sweepable(method)}
        if not known:
            wrong = say("{method} has no number to vary; choose another method.", method=worded(method.title))
            raise ParameterError("parameter", wrong)
        parameter = known.get(choices.parameter) or next(iter(known.values()))
        values = parameter_values(choices.low, choices.high, choices.count, choices.logarithmic)
        if parameter.kind == "count":
            values = np.unique(np.round(values).astype(int))
        found = []
        for value in values.tolist():
            made = replace(method, **{parameter.name: value})
            name = plain_letter(parameter) or word(parameter.words)  # short: a table in a small window shows the number
            found.append(Planned(f"{name} {plain_number(float(f'{value:.4g}'))}", made, start))
        return found
    return [
        Planned(word(METHODS[id].title), made, start, id, choices.tuned and id not in typed and has_step_size(made))
        for id, made in methods
    ]


def carried_out(
    landscape: Any,
    plans: Sequence[Planned],
    limits: Limits,
    cancelled: Callable[[], bool],
    report: Callable[[float, list[Done]], None],
) -> list[Done]:
    """The runs of all plans, in their order; after `cancelled` those there are.

    A step size that is to be searched for is the one that `searched_step_size` finds, or the method's own where it
    finds none.

    Parameters
    ----------
    report : is told now and then which share is done, and the runs so far.
    """
    most = max(1, MOST_RECORDED // max(len(plans), 1))
    if limits.steps > most:
        limits = replace(limits, steps=most)
    oracle = Oracle(landscape)
    runs: list[Done] = []
    last = time.monotonic()

    def progress(steps: int) -> None:
        nonlocal last
        if time.monotonic() - last >= REPORT:
            last = time.monotonic()
            report((len(runs) + steps / max(limits.steps, 1)) / len(plans), list(runs))

    for plan in plans:
        if cancelled():
            break
        method, search = plan.method, None
        if plan.searches:
            search = searched_step_size(
                landscape, plan.start, method, limits.steps, cancelled=cancelled, oracle=Oracle(landscape)
            )
            sized: Any = method
            method = method if search is None else replace(sized, step_size=search.size)
        run = descend(landscape, plan.start, method, limits, cancelled=cancelled, progress=progress, oracle=oracle)
        if run.reason is StopReason.CANCELLED and run.steps == 0:
            break
        runs.append(Done(run, search))
        progress(0)
    return runs


def basin_map(
    landscape: Any,
    view: View,
    side: int,
    method: Method,
    limits: Limits,
    cancelled: Callable[[], bool],
    report: Callable[[float, BasinMap | None], None],
) -> BasinMap:
    """The basins of a method over a view: first coarsely, to be seen soon, then with `side` starts along its longer
    side."""
    shown: BasinMap | None = None
    last = time.monotonic()
    stages = [side // 4, side] if side >= 32 else [side]
    total = sum(s * s for s in stages)
    before = 0
    for stage in stages:
        longer = max(view.width, view.height)
        columns = max(2, round(stage * view.width / longer))
        rows = max(2, round(stage * view.height / longer)) if landscape.dimension > 1 else 1
        xs = view.x0 + (np.arange(columns) + 0.5) * view.width / columns
        ys = view.y0 + (np.arange(rows) + 0.5) * view.height / rows

        def progress(done: int, before: int = before) -> None:
            nonlocal last
            if time.monotonic() - last >= REPORT:
                last = time.monotonic()
                report((before + done) / total, None)

        found = basins(landscape, xs, ys, method, limits, cancelled, progress)
        if cancelled() and shown is not None:
            return shown  # the coarse map is whole, the fine one is not
        places = landscape.project(found.points) if len(found.points) else np.empty((0, 2))
        shown = BasinMap(method, found, view, np.asarray(places))
        before += stage * stage
        report(before / total, shown)
        if cancelled():
            break
    assert shown is not None
    return shown
