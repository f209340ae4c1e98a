"""An axis of steps, evenly spaced or by powers of ten, where step 0 has no place; and the line on one of the steps."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg

from gradviz.gui.theme import Theme
from gradviz.numeric.binding import Array

__all__ = ["StepAxis", "StepLine"]

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


class StepLine(pg.InfiniteLine):
    """The line on the step that is shown; it can be dragged."""

    def __init__(self, axis: StepAxis) -> None:
        super().__init__(angle=90, movable=True)
        self._axis = axis
        self._step = 0

    def show_step(self, step: int) -> None:
        """Put the line on a step."""
        self._step = step
        self.show_again()

    def show_again(self) -> None:
        """Put the line on its step: the axis is another one, or has other ends."""
        self.setValue(self._axis.place(self._step))

    def set_theme(self, theme: Theme) -> None:
        self.setPen(pg.mkPen(theme.text, width=1))
        self.setHoverPen(pg.mkPen(theme.accent, width=2))
