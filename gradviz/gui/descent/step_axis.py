"""An axis of steps, evenly spaced or by powers of ten; step 0 has no place among these."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from gradviz.numeric.binding import Array

__all__ = ["StepAxis"]

ABOVE = 1e6
"""By how much a quantity may grow and still be seen whole: beyond that a descent runs away, and what the others do
would be lost on the axis."""


class StepAxis:
    """The horizontal axis of a plot of convergence.

    Attributes
    ----------
    logarithmic : whether equal lengths are equal factors.
    """

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self.logarithmic = False

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Choose; what is drawn is then to be given anew."""
        self.logarithmic = logarithmic
        self._plot.setLogMode(x=logarithmic)

    def given(self, steps: Array, values: Array) -> tuple[Array, Array]:
        """What a curve of the plot is given: all of it that has a place."""
        kept = steps > 0 if self.logarithmic else np.full(len(steps), True)
        return steps[kept], values[kept]

    def place(self, step: float) -> float:
        """Where a step is on the axis; step 0 at its left end."""
        return math.log10(max(step, 1.0)) if self.logarithmic else float(step)

    def step(self, place: float) -> int:
        """The step at a place."""
        return round(10.0 ** min(place, 12.0)) if self.logarithmic else round(place)

    def show_heights(self, curves: Sequence[Array]) -> None:
        """Bring the positive values of curves into view; of those that run away, beside others, only the beginning."""
        known = [found for curve in curves if len(found := curve[np.isfinite(curve) & (curve > 0)])]
        if not known:
            return
        least = min(float(found.min()) for found in known)
        most = [float(found.max()) for found in known]
        bound = ABOVE * max(float(found[0]) for found in known)
        low, high = math.log10(least), math.log10(min(max(most), bound) if min(most) < bound else max(most))
        self._plot.setYRange(low, max(high, low + 1.0), padding=0.04)

    def show(self, last: int) -> None:
        """Bring all steps into view."""
        self._plot.setXRange(self.place(0), max(self.place(last), 1e-3 if self.logarithmic else 1.0), padding=0.02)
