"""How a run converges: f - f*, the gradient's norm and the step's length on a log axis, linked with the step shown."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.background import Background
from gradviz.gui.plot.names import html_name, html_number
from gradviz.gui.theme import Theme, current_theme
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import (
    Limits,
    Oracle,
    Run,
    StopReason,
    descend,
    make_method,
)
from gradviz.numeric.descent.analysis import Stability, convergence, stability
from gradviz.numeric.descent.first_order import GradientDescent
from gradviz.numeric.landscape import Landscape

__all__ = ["Analysis", "ConvergenceView", "analysed", "thinned"]

POINTS = 1_500
"""About so many points of a curve are drawn; of more, the least and the greatest of each stretch."""
SEARCH = Limits(steps=300, tolerance=1e-10)
"""Of the search for the minimum near the best iterate."""
LARGEST = 60
"""Coordinates up to which the Hessian is looked at."""


@dataclass(frozen=True)
class Analysis:
    """What is drawn and told of a run.

    Attributes
    ----------
    curves : name -> (steps, values) of "excess", "norm" and "length"; NaN where there is no logarithm.
    least : f*, or NaN where none was found: then "excess" is f itself.
    bounds : for gradient descent, the stability at the minimum that was found; else None.
    rate : the factor by which f - f* shrinks from step to step.
    """

    curves: dict[str, tuple[Array, Array]]
    least: float
    bounds: Stability | None
    rate: float


def thinned(steps: Array, values: Array, points: int = POINTS) -> tuple[Array, Array]:
    """A curve of at most about `points` points that keeps every peak: the extremes of each stretch."""
    count = len(values)
    if count <= points:
        return steps, values
    width = -(-count // (points // 2))
    whole = count // width * width
    blocks = values[:whole].reshape(-1, width)
    low = np.argmin(np.where(np.isfinite(blocks), blocks, np.inf), axis=1)
    high = np.argmax(np.where(np.isfinite(blocks), blocks, -np.inf), axis=1)
    offsets = np.arange(len(blocks)) * width
    chosen = np.unique(np.concatenate([low + offsets, high + offsets, np.arange(whole, count), [0, count - 1]]))
    return steps[chosen], values[chosen]


def analysed(landscape: Landscape, run: Run, cancelled: Callable[[], bool] = lambda: False) -> Analysis:
    """Analyse a run: f* and the Hessian there come from BFGS begun at the run's best iterate."""
    minimum, least = None, math.nan
    if run.reason is not StopReason.UNFINISHED and np.isfinite(run.values[run.best]):
        found = descend(landscape, run.states[run.best], make_method("bfgs"), SEARCH, 1.0, cancelled=cancelled)
        best = found.best
        near = found.reason in (StopReason.CONVERGED, StopReason.STALLED)
        if near and found.norm(best) <= 1e-4 * max(1.0, float(run.norms[0])):
            minimum, least = found.states[best], float(found.values[best])
    series = convergence(run, None if math.isnan(least) else least)
    first = series.excess if not math.isnan(least) else run.values
    steps = np.arange(len(run.values), dtype=float)
    curves = {}
    for name, at, values in (
        ("excess", steps, first),
        ("norm", steps, series.norms),
        ("length", steps[1:], series.lengths),
    ):
        with np.errstate(all="ignore"):
            shown = np.where((values > 0) & np.isfinite(values), values, np.nan)
        curves[name] = thinned(at, shown)
    bounds = None
    if isinstance(run.method, GradientDescent) and minimum is not None and len(minimum) <= LARGEST:
        with np.errstate(all="ignore"):
            hessian = Oracle(landscape).hessian(minimum)
        if np.isfinite(hessian).all():
            bounds = stability(hessian)
    return Analysis(curves, least, bounds, series.rate)


class ConvergenceView(QWidget):
    """The plot, and what it means in words.

    Signals
    -------
    stepAsked(int) : the user dragged the line, or clicked, to this step.
    """

    stepAsked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentConvergence")
        self.setAccessibleName(self.tr("Convergence"))
        self.analysis: Analysis | None = None
        self._background = Background(self)
        self._theme = current_theme()
        self._wanted: tuple[Landscape, Run, str] | None = None
        self._last = 0
        self.legend = self._label("descentConvergenceLegend", self.tr("What the curves are"))
        self.plot = Plot("descentConvergencePlot", self.tr("Convergence over the steps, on a logarithmic axis"), self)
        self.plot.setMinimumSize(180, 110)
        item = self.plot.getPlotItem()
        item.setLogMode(y=True)
        item.setMouseEnabled(False, False)
        item.showGrid(y=True, alpha=0.15)
        self.curves = {name: self.plot.plot(connect="finite", antialias=True) for name in ("excess", "norm", "length")}
        self.line = pg.InfiniteLine(angle=90, movable=True)
        self.line.sigDragged.connect(self._on_dragged)
        self.plot.addItem(self.line, ignoreBounds=True)
        self.plot.scene().sigMouseClicked.connect(self._on_clicked)
        self.words = self._label("descentStability", self.tr("What the step size does near the minimum"))
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(4)
        beside.addWidget(self.legend)
        beside.addWidget(self.words)
        beside.addStretch(1)
        layout = QHBoxLayout(self)  # the height is what there is least of
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.plot, 3)
        layout.addLayout(beside, 2)

    def _label(self, name: str, accessible: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(accessible)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    @property
    def busy(self) -> bool:
        """Whether an analysis is being made."""
        return self._background.busy

    def shutdown(self) -> None:
        self._background.shutdown()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        styles = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)  # also without colours
        for (_, curve), colour, style in zip(self.curves.items(), self._colours(), styles, strict=True):
            curve.setPen(pg.mkPen(colour, width=1.6, style=style))
        self.line.setPen(pg.mkPen(theme.text, width=1))
        self.line.setHoverPen(pg.mkPen(theme.accent, width=2))
        self._say()

    def set_run(self, landscape: Landscape | None, run: Run | None, function: str) -> None:
        """Follow a run; it is analysed in a thread once the view is seen."""
        if landscape is None or run is None:
            self._background.cancel()
            self._wanted = self.analysis = None
            for curve in self.curves.values():
                curve.setData([], [])
            self._say()
            return
        self._last = run.steps
        self._wanted = (landscape, run, function)
        if self.isVisible():
            self._analyse()

    def show_step(self, step: int) -> None:
        """Put the line on a step."""
        self.line.setValue(step)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._analyse()

    def _analyse(self) -> None:
        if self._wanted is None:
            return
        wanted = self._wanted
        landscape, run, _ = wanted

        def then(found: Analysis) -> None:
            if self._wanted is not None and self._wanted[1].method is run.method:
                self._take(found)

        self._background.run(
            "analyse", lambda cancelled: analysed(landscape, run, cancelled), then, self._failed, finish=True
        )

    def _failed(self, error: str) -> None:
        self.words.setText(self.tr("The convergence cannot be shown: {}").format(error))

    def _take(self, found: Analysis) -> None:
        self.analysis = found
        for name, (steps, values) in found.curves.items():
            self.curves[name].setData(steps, values)
        self.line.setBounds((0, max(self._last, 1)))
        self.plot.getPlotItem().setXRange(0, max(self._last, 1), padding=0.02)
        self._say()

    def _colours(self) -> tuple[str, str, str]:
        return (self._theme.trajectory, self._theme.accent, self._theme.warning)

    def _say(self) -> None:
        if self.analysis is None or self._wanted is None:
            muted = self._theme.muted
            self.legend.setText(f"<span style='color:{muted}'>" + self.tr("There is no run yet.") + "</span>")
            self.words.clear()
            return
        _, run, function = self._wanted
        found = self.analysis
        f = html_name(function)
        first = f if math.isnan(found.least) else f"{f} − {f}*"
        names = (f"━ {first}", f"╍ ‖∇{f}‖", "┈ " + self.tr("step length"))
        parts = [f"<span style='color:{c}'>{n}</span>" for c, n in zip(self._colours(), names, strict=True)]
        if not math.isnan(found.least):
            parts.append(f"{f}* = {html_number(found.least)}")
        self.legend.setText("&nbsp;&nbsp; ".join(parts))
        words = []
        if found.bounds is not None and isinstance(run.method, GradientDescent):
            bound = html_number(found.bounds.bound)
            words.append(self.tr("At the minimum 2/<i>λ</i><sub>max</sub> = {}.").format(bound))
            said = found.bounds.sentence(run.method.step_size)
            words.append(said.replace("λ_max", "<i>λ</i><sub>max</sub>"))
        elif math.isnan(found.least) and run.reason is not StopReason.UNFINISHED:
            words.append(self.tr("No minimum was found near the best iterate, so {} itself is drawn.").format(f))
        if math.isfinite(found.rate) and 0 < found.rate < 1 and run.reason is StopReason.CONVERGED:
            rate = html_number(found.rate, 3)
            words.append(self.tr("At the end {} − {}* shrinks to {} times itself in a step.").format(f, f, rate))
        self.words.setText(" ".join(words))

    def _on_dragged(self, line: pg.InfiniteLine) -> None:
        self._ask(line.value())

    def _on_clicked(self, event) -> None:
        box = self.plot.getPlotItem().getViewBox()
        if self._wanted is not None and box.sceneBoundingRect().contains(event.scenePos()):
            self._ask(box.mapSceneToView(event.scenePos()).x())

    def _ask(self, at: float) -> None:
        self.stepAsked.emit(min(max(round(at), 0), self._last))
