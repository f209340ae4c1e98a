"""How a run converges: f - f*, the gradient's norm and the step's length on log axes, linked with the step shown."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from gradviz.gui.descent.analysed import Analysis, analysed
from gradviz.gui.descent.step_axis import StepAxis, StepLine
from gradviz.gui.picture.frames import scrolled
from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.background import Background
from gradviz.gui.plot.line_widths import hairline
from gradviz.gui.plot.names import html_name, html_number, plain_number
from gradviz.gui.small_parts import plain_text, rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.descent import Run, StopReason
from gradviz.numeric.descent.first_order import GradientDescent
from gradviz.numeric.landscape import Landscape

__all__ = ["ConvergenceView"]


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
        self.legend = rich_label(self, "descentConvergenceLegend", self.tr("What the curves are"))
        self.plot = Plot("descentConvergencePlot", self.tr("Convergence over the steps, on a logarithmic axis"), self)
        self.plot.setMinimumSize(180, 84)
        self.plot.legend = self.legend
        self.plot.spares = True
        item = self.plot.getPlotItem()
        item.setLogMode(y=True)
        item.setMouseEnabled(False, False)
        item.showGrid(y=True, alpha=0.15)
        self.plot.set_labels(bottom=self.tr("step"))
        self.axis = StepAxis(item)
        written = {"excess": "f - f*", "norm": "‖∇f‖", "length": "step length"}
        self.curves = {name: self.plot.plot(connect="finite", antialias=True, name=written[name]) for name in written}
        self._build_cosine(item)
        self.line = StepLine(self.axis)
        self.line.sigDragged.connect(self._on_dragged)
        self.plot.addItem(self.line, ignoreBounds=True)
        self.plot.scene().sigMouseClicked.connect(self._on_clicked)
        self.words = rich_label(self, "descentStability", self.tr("What the step size does near the minimum"))
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.log_steps = QCheckBox(self.tr("log steps"), self)
        self.log_steps.setObjectName("descentLogSteps")
        self.log_steps.setAccessibleName(self.tr("Logarithmic axis of steps"))
        self.log_steps.setToolTip(self.tr("Steps by powers of ten: a power of the step is a straight line then"))
        self.log_steps.toggled.connect(self._on_log_steps)
        beside = QWidget(self)
        beside.setObjectName("descentConvergenceWords")
        beside.setAccessibleName(self.tr("What the curves are"))
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.log_steps)
        column.addWidget(self.legend)
        column.addWidget(self.words)
        column.addStretch(1)
        layout = QHBoxLayout(self)  # the height is what there is least of
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.plot, 3)
        layout.addWidget(scrolled(beside), 2)

    def _build_cosine(self, item: pg.PlotItem) -> None:
        """Cosines have an axis of their own, at the right: they have no logarithm."""
        self.cosine_box = pg.ViewBox(enableMenu=False)
        self.cosine_box.setMouseEnabled(False, False)
        self.cosine_box.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        item.showAxis("right")
        item.scene().addItem(self.cosine_box)
        item.getAxis("right").linkToView(self.cosine_box)
        item.getAxis("right").setTicks([[(-1.0, "−1"), (0.0, "0"), (1.0, "1")]])
        self.cosine_box.setXLink(item)
        self.cosine_box.setYRange(-1.08, 1.08, padding=0)
        self.cosine = pg.PlotCurveItem(connect="finite", antialias=True, name="cosine")
        self.cosine_box.addItem(self.cosine)
        item.getViewBox().sigResized.connect(lambda box: self.cosine_box.setGeometry(box.sceneBoundingRect()))

    @property
    def busy(self) -> bool:
        """Whether an analysis is being made."""
        return self._background.busy

    def shutdown(self) -> None:
        self._background.shutdown()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        axis = self.plot.getPlotItem().getAxis("right")
        for set_pen in (axis.setPen, axis.setTickPen):
            set_pen(hairline(theme.border_strong))
        axis.setTextPen(pg.mkPen(theme.plot_axis))
        axis.setStyle(tickLength=-4, tickTextOffset=5)
        self.cosine.setPen(pg.mkPen(theme.ok, width=1.6, style=Qt.PenStyle.DashDotLine))
        styles = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)  # also without colours
        for (_, curve), colour, style in zip(self.curves.items(), self._colours(), styles, strict=True):
            curve.setPen(pg.mkPen(colour, width=1.6, style=style))
        self.line.set_theme(theme)
        self._say()

    known: Any = None
    """Where the minimum is known to be, as of a fit to data; None where it is searched for."""

    def set_run(self, landscape: Landscape | None, run: Run | None, function: str) -> None:
        """Follow a run; it is analysed in a thread once the view is seen."""
        if landscape is None or run is None:
            self._background.cancel()
            self._wanted = self.analysis = None
            for curve in (*self.curves.values(), self.cosine):
                curve.setData([], [])
            self._say()
            return
        self._last = run.steps
        self._wanted = (landscape, run, function)
        if self.isVisible():
            self._analyse()

    def show_step(self, step: int) -> None:
        """Put the line on a step."""
        self.line.show_step(step)

    def _on_log_steps(self, on: bool) -> None:
        self.axis.set_logarithmic(on)
        if self.analysis is not None:
            self._draw(self.analysis)
        self.line.show_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._analyse()

    def _analyse(self) -> None:
        if self._wanted is None:
            return
        wanted = self._wanted
        landscape, run, _ = wanted
        known = self.known

        def then(found: Analysis) -> None:
            if self._wanted is not None and self._wanted[1].method is run.method:
                self._take(found)

        self._background.run(
            "analyse", lambda cancelled: analysed(landscape, run, cancelled, known), then, self._failed, finish=True
        )

    def _failed(self, error: str) -> None:
        self.words.setText(self.tr("The convergence cannot be shown: {}").format(error))

    def _take(self, found: Analysis) -> None:
        self.analysis = found
        self._draw(found)
        self._say()

    def _draw(self, found: Analysis) -> None:
        for name, curve in self.curves.items():
            curve.setData(*self.axis.given(*found.curves[name]))
        steps, cosines = self.axis.given(*found.curves["cosine"])
        self.cosine.setData(np.log10(steps) if self.axis.logarithmic else steps, cosines)
        self.plot.getPlotItem().showAxis("right", bool(np.isfinite(cosines).any()))
        self.line.setBounds((self.axis.place(0), self.axis.place(max(self._last, 1))))
        self.axis.show(self._last)
        self.line.show_again()

    def _colours(self) -> tuple[str, str, str]:
        return (self._theme.trajectory, self._theme.accent, self._theme.warning)

    def _say(self) -> None:
        if self.analysis is None or self._wanted is None:
            muted = self._theme.muted
            self.legend.setText(f"<span style='color:{muted}'>{self.tr('There is no run yet.')}</span>")
            self.words.clear()
            return
        _, run, function = self._wanted
        found = self.analysis
        f = html_name(function)
        first = f if math.isnan(found.least) else f"{f} − {f}*"
        names = (f"━ {first}", f"╍ ‖∇{f}‖", "┈ " + self.tr("step length"))
        parts = [f"<span style='color:{c}'>{n}</span>" for c, n in zip(self._colours(), names, strict=True)]
        if np.isfinite(found.curves["cosine"][1]).any():
            words = self.tr("cos of the angle to Newton's direction (right)")
            parts.append(f"<span style='color:{self._theme.ok}'>┅ {words}</span>")
        if not math.isnan(found.least):
            least = html_number(found.least)
            said = (
                self.tr("{f}* = {least}, known") if found.known else self.tr("{f}* = {least}, the least that was found")
            )
            parts.append(said.format(f=f, least=least))
        self.legend.setText("&nbsp;&nbsp; ".join(parts))
        words = []
        if found.bounds is not None and isinstance(run.method, GradientDescent):
            bound = html_number(found.bounds.bound)
            words.append(self.tr("At the minimum 2/<i>λ</i><sub>max</sub> = {}.").format(bound))
            said = told(found.bounds.sentence(run.method.step_size))
            words.append(said.replace("λ_max", "<i>λ</i><sub>max</sub>"))
        elif math.isnan(found.least) and run.reason is not StopReason.UNFINISHED:
            words.append(self.tr("No minimum was found near the best iterate, so {} itself is drawn.").format(f))
        if math.isfinite(found.rate) and 0 < found.rate < 1 and run.reason is StopReason.CONVERGED:
            rate = html_number(found.rate, 3)
            words.append(self.tr("At the end {} − {}* shrinks to {} times itself in a step.").format(f, f, rate))
        self.words.setText(" ".join(words))
        ends = [
            self.tr("{what} goes from {first} to {last} in {n} steps.").format(
                what=plain_text(what),
                first=plain_number(float(values[0])),
                last=plain_number(float(values[-1])),
                n=self._last,
            )
            for what, name in ((first, "excess"), (f"‖∇{f}‖", "norm"))
            if len(values := (known := found.curves[name][1])[np.isfinite(known)])
        ]
        self.plot.setAccessibleDescription(" ".join((*ends, plain_text(" ".join(words)))).strip())

    def _on_dragged(self, line: pg.InfiniteLine) -> None:
        self._ask(line.value())

    def _on_clicked(self, event) -> None:
        box = self.plot.getPlotItem().getViewBox()
        if self._wanted is not None and box.sceneBoundingRect().contains(event.scenePos()):
            self._ask(box.mapSceneToView(event.scenePos()).x())

    def _ask(self, at: float) -> None:
        self.stepAsked.emit(min(max(self.axis.step(at), 0), self._last))
