"""f along the step that is shown, the model that the method trusts, and the trials of a line search."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gradviz.gui.descent.opened import Opened
from gradviz.gui.descent.words import word
from gradviz.gui.plot.axes import LOW, Plot
from gradviz.gui.plot.names import html_name
from gradviz.gui.small_parts import rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.numeric.descent import SubStepKind

__all__ = ["AlongPlot"]


class AlongPlot(QWidget):
    """A small plot with α, the length of the step, on its axis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stepAlong")
        self.setAccessibleName(self.tr("The function along the step"))
        self._theme = current_theme()
        self._shown: tuple[Opened, str] | None = None
        self.plot = Plot("stepAlongPlot", self.tr("The function and the model along the step"), self)
        self.plot.setMinimumSize(150, 64)
        self.plot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # as high as there is room
        self.plot.getPlotItem().setMouseEnabled(False, False)
        self.model, self.bound, self.curve = self._curve("model"), self._curve("low enough"), self._curve("f")
        self.trials = {
            True: pg.ScatterPlotItem(symbol="o", size=10, pxMode=True, antialias=True, name="taken"),
            False: pg.ScatterPlotItem(symbol="x", size=10, pxMode=True, antialias=True, name="tried"),
        }
        self.told = pg.ScatterPlotItem(symbol="o", size=19, pxMode=True, antialias=True)
        for item in (*self.trials.values(), self.told):
            self.plot.addItem(item)
        self.words = self.plot.legend = rich_label(self, "stepAlongLegend", self.tr("What the curves are"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.words)

    def _curve(self, name: str) -> pg.PlotCurveItem:
        item = pg.PlotCurveItem(connect="finite", antialias=True, name=name)
        self.plot.addItem(item)
        return item

    _stale = False

    def set_theme(self, theme: Theme) -> None:
        self._theme, self._stale = theme, True
        self.plot.set_theme(theme)
        self.curve.setPen(pg.mkPen(theme.accent, width=2))
        self.model.setPen(pg.mkPen(theme.trajectories[3], width=1.8, style=Qt.PenStyle.DashLine))
        self.bound.setPen(pg.mkPen(theme.warning, width=1.4, style=Qt.PenStyle.DotLine))
        for accepted, item in self.trials.items():
            item.setPen(pg.mkPen(theme.plot_point, width=1))
            item.setBrush(pg.mkBrush(theme.ok if accepted else theme.error))
        self.told.setPen(pg.mkPen(theme.text, width=1.6))
        self.told.setBrush(None)
        if self._shown is not None:
            self.show_step(*self._shown)
            self.show_part(self._part)

    _part = 0

    def show_part(self, part: int) -> None:
        """Put a ring around the trial that a part of the step tells of."""
        self._part = part
        substeps = self._shown[0].step.substeps if self._shown is not None else ()
        told = substeps[part] if part < len(substeps) else None
        trial = told is not None and told.kind is SubStepKind.TRIAL and "length" in told.numbers
        place = (told.numbers["length"], told.numbers["value"]) if told is not None and trial else ()
        known = bool(place) and all(np.isfinite(place))
        self.told.setData([place[0]] if known else [], [place[1]] if known else [])

    def show_step(self, opened: Opened, function: str) -> None:
        """Draw f along an opened step."""
        if self._shown is not None and self._shown[0] is opened and self._shown[1] == function and not self._stale:
            return  # another part of it is told
        self._shown, self._stale = (opened, function), False
        along = opened.along
        self.setVisible(along is not None)
        if along is None:
            return
        values = np.where(np.isfinite(along.values), along.values, np.nan)
        self.curve.setData(along.lengths, values)
        known = values[np.isfinite(values)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
        start = opened.step.before.value
        model = along.model if along.model is not None else np.full(len(along.lengths), np.nan)
        with np.errstate(all="ignore"):
            inside = np.abs(model - (low + high) / 2) < 20 * (high - low + 1e-300)
        self.model.setData(along.lengths, np.where(inside, model, np.nan))
        drawn = np.isfinite(along.bound)
        ends = np.array([0.0, along.lengths[-1]])
        self.bound.setData(ends if drawn else [], start + along.bound * ends if drawn else [])
        trials = along.trials or ((along.taken, opened.step.after.value, True),)
        trials = [t for t in trials if t[0] <= along.lengths[-1] and np.isfinite(t[1])]
        for accepted, item in self.trials.items():
            item.setData([a for a, _, ok in trials if ok == accepted], [v for _, v, ok in trials if ok == accepted])
        margin = 0.08 * (high - low) or 1.0
        lowest = min(low, float(np.nanmin(model)) if np.isfinite(model).any() else low)
        floor = max(lowest, low - 0.6 * (high - low))
        # An estimate from some rows of the data begins elsewhere than f.
        begins = float(model[0]) if np.isfinite(model[0]) else high
        top = max(high, min(begins, high + 2 * (high - low)))
        floor = min(floor, max(begins, low - 2 * (high - low)))
        self.plot.box.setRange(xRange=(0, float(along.lengths[-1])), yRange=(floor - margin, top + margin), padding=0)
        self._say(opened, function, drawn, along.model is not None)
        self._fit()

    def _fit(self) -> None:
        """In a low window the curves have the height of the words, which are a tool tip there."""
        low = self.height() < LOW
        self.words.setVisible(not low)
        self.plot.setToolTip(self.words.text() if low else "")
        self.plot.set_labels(bottom="" if low else f"{word('length')} <i>α</i>")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().height() < LOW) != (event.oldSize().height() < LOW):
            self._fit()

    def _say(self, opened: Opened, function: str, bound: bool, model: bool) -> None:
        f, t = html_name(function), self._theme
        parts = [f"<span style='color:{t.accent}'>━ {f}</span>"]
        if model and opened.step.model is not None:
            if opened.step.model.matrix is not None:
                kind = self.tr("model with {}").format(word(opened.step.model.matrix_name))
            elif any(part.kind is SubStepKind.BATCH for part in opened.step.substeps):
                kind = self.tr("linear model of these rows")
            else:
                kind = self.tr("linear model")
            parts.append(f"<span style='color:{t.trajectories[3]}'>╍ {kind}</span>")
        if bound:
            parts.append(f"<span style='color:{t.warning}'>┈ {self.tr('low enough below')}</span>")
        self.words.setText("&nbsp; ".join(parts))
