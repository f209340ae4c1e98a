"""An axis of steps, evenly spaced or by powers of ten; step 0 has no place among these."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg

from gradviz.numeric.binding import Array

__all__ = ["StepAxis"]


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

    def show(self, last: int) -> None:
        """Bring all steps into view."""
        self._plot.setXRange(self.place(0), max(self.place(last), 1e-3 if self.logarithmic else 1.0), padding=0.02)
