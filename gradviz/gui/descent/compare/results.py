"""What a comparison found, ready to be shown. No Qt here: it is made in a thread."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gradviz.gui.descent.analysed import thinned
from gradviz.gui.descent.compare.plan import BasinMap, Done, Planned
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import Run, StepSearch
from gradviz.numeric.descent.analysis import Comparison, compared

__all__ = ["QUANTITIES", "Compared", "compared_runs"]

QUANTITIES = ("excess", "norm")
POINTS = 600
"""Of a curve in the chart."""


@dataclass(frozen=True)
class Compared:
    """Runs side by side, or a map of basins.

    Attributes
    ----------
    titles, runs, rows : of each descent, its name, the run, and its row in the table.
    ids, searches : the id of its method where methods are compared, else ""; and how its step size was found, or None.
    least : the least value that any of them met.
    curves : for each descent, by "excess" and "norm": (steps, evaluations, values); values that have no logarithm are
        NaN.
    basins : the map, or None.
    whole : whether nothing was left out by cancelling.
    """

    titles: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
    rows: tuple[Comparison, ...] = ()
    ids: tuple[str, ...] = ()
    searches: tuple[StepSearch | None, ...] = ()
    least: float = math.nan
    curves: tuple[dict[str, tuple[Array, Array, Array]], ...] = ()
    basins: BasinMap | None = None
    whole: bool = True

    @property
    def last(self) -> int:
        """The longest run's last step."""
        return max((run.steps for run in self.runs), default=0)


def compared_runs(plans: Sequence[Planned], done: Sequence[Done], tolerance: float) -> Compared:
    """Rows and curves for the runs of the first plans."""
    runs = [d.run for d in done]
    best = [float(run.values[run.best]) for run in runs]
    least = min((b for b in best if math.isfinite(b)), default=math.nan)
    curves = []
    for run in runs:
        found = {}
        for name, values in (("excess", run.values - least), ("norm", run.norms)):
            with np.errstate(all="ignore"):
                shown = np.where((values > 0) & np.isfinite(values), values, np.nan)
            steps, drawn = thinned(np.arange(len(shown), dtype=float), shown, POINTS)
            spent = run.evaluations[steps.astype(int)] if len(run.evaluations) == len(shown) else steps
            found[name] = (steps, spent, drawn)
        curves.append(found)
    titles = tuple(plan.title for plan in plans[: len(runs)])
    return Compared(
        titles,
        tuple(runs),
        tuple(compared(runs, tolerance)),
        tuple(plan.id for plan in plans[: len(runs)]),
        tuple(d.search for d in done),
        least,
        tuple(curves),
        None,
        len(runs) == len(plans),
    )
