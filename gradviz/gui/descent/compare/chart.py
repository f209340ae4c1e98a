"""The convergence of the descents that are compared, on a logarithmic axis."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradviz.gui.descent.compare.marks import mark_of
from gradviz.gui.descent.compare.results import Compared
from gradviz.gui.descent.step_axis import StepAxis, StepLine
from gradviz.gui.picture.frames import scrolled
from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.compared_paths import ComparedPath, styled_pen
from gradviz.gui.plot.names import html_name, plain_name, plain_number
from gradviz.gui.theme import Theme, current_theme

__all__ = ["CompareChart"]


class CompareChart(QWidget):
    """Curves in the looks of the table's legend.

    Attributes
    ----------
    legend_entries : of the curves that are drawn; a file goes without the table.

    Signals
    -------
    stepAsked(int) : the user dragged the line to this step.
    """

    stepAsked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareChart")
        self.setAccessibleName(self.tr("Convergence compared"))
        self._found = Compared()
        self._hidden: frozenset[int] = frozenset()
        self.legend_entries: list[ComparedPath] = []
        self._theme = current_theme()
        self.quantity = QComboBox(self)
        self.quantity.setObjectName("compareQuantity")
        self.quantity.setAccessibleName(self.tr("What is drawn"))
        self.against = QComboBox(self)
        self.against.setObjectName("compareAgainst")
        self.against.setAccessibleName(self.tr("Against what it is drawn"))
        self.against.addItem(self.tr("over steps"), 0)
        self.against.addItem(self.tr("over evaluations"), 1)
        self.set_function("f")
        for field in (self.quantity, self.against):
            field.currentIndexChanged.connect(lambda _: self._draw())
        self.plot = Plot("compareChartPlot", self.tr("Convergence of all descents"), self)
        self.plot.setMinimumSize(180, 56)
        self.plot.spares = True
        item = self.plot.getPlotItem()
        item.setLogMode(y=True)
        item.setMouseEnabled(False, False)
        item.showGrid(y=True, alpha=0.15)
        self.axis = StepAxis(item)
        self.curves: list[pg.PlotDataItem] = []
        self.line = StepLine(self.axis)
        self.line.sigDragged.connect(lambda line: self.stepAsked.emit(max(0, self.axis.step(line.value()))))
        self.plot.addItem(self.line, ignoreBounds=True)
        controls = QWidget(self)
        controls.setObjectName("compareChartControls")
        controls.setAccessibleName(self.tr("What is drawn"))
        beside = QVBoxLayout(controls)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(3)
        beside.addWidget(self.quantity)
        beside.addWidget(self.against)
        self.log_steps = QCheckBox(self.tr("log axis"), self)
        self.log_steps.setObjectName("compareLogSteps")
        self.log_steps.setAccessibleName(self.tr("Logarithmic horizontal axis"))
        self.log_steps.toggled.connect(self._on_log_steps)
        self.least = QLabel(self)
        self.least.setObjectName("compareLeast")
        self.least.setAccessibleName(self.tr("The least value"))
        self.least.setProperty("class", "muted")
        beside.addWidget(self.log_steps)
        beside.addWidget(self.least)
        beside.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.addWidget(self.plot, 1)
        room = scrolled(controls)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFixedWidth(controls.minimumSizeHint().width() + room.verticalScrollBar().sizeHint().width())
        layout.addWidget(room)

    def set_function(self, name: str) -> None:
        """Name the quantities after the function."""
        f = self._f = plain_name(name)
        self._written = html_name(name)
        if self.quantity.count() == 0:
            self.quantity.addItem("", "excess")
            self.quantity.addItem("", "norm")
        self.quantity.setItemText(0, f"{f} − {f}*")
        self.quantity.setItemText(1, f"‖∇{f}‖")

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self.line.set_theme(theme)
        self._draw()

    def show_compared(self, found: Compared, hidden: frozenset[int]) -> None:
        """Draw the curves of those that are not hidden."""
        self._found, self._hidden = found, hidden
        self._draw()

    def show_step(self, step: int) -> None:
        """Put the line on a step."""
        self.line.show_step(step)

    def _on_log_steps(self, on: bool) -> None:
        self.axis.set_logarithmic(on)
        self._draw()
        self.line.show_again()

    def _draw(self) -> None:
        found, against = self._found, int(self.against.currentData() or 0)
        f = self._written
        norm = self.quantity.currentData() == "norm"
        self.plot.set_labels(
            bottom=self.tr("evaluations") if against else self.tr("step"), left=f"‖∇{f}‖" if norm else f"{f} − {f}*"
        )
        self.legend_entries = []
        while len(self.curves) < len(found.curves):
            self.curves.append(self.plot.plot(connect="finite", antialias=True))
        for i, curve in enumerate(self.curves):
            shown = i < len(found.curves) and i not in self._hidden
            curve.setVisible(shown)
            if not shown:
                curve.setData([], [])
                continue
            mark = mark_of(i, self._theme)
            curve.setPen(styled_pen(mark.colour, mark.dashes, 1.8))
            title = found.titles[i] if i < len(found.titles) else ""
            curve.opts["name"] = title
            self.legend_entries.append(ComparedPath(np.empty((0, 2)), mark.colour, mark.dashes, mark.symbol, title))
            *places, values = found.curves[i][self.quantity.currentData()]
            curve.setData(*self.axis.given(places[against], values))
        shown = [c for i, c in enumerate(found.curves) if i not in self._hidden]
        self.axis.show_heights([curve[self.quantity.currentData()][-1] for curve in shown])
        self.line.setVisible(against == 0 and bool(found.curves))
        self.line.setBounds((self.axis.place(0), self.axis.place(max(found.last, 1))))
        known = math.isfinite(found.least) and self.quantity.currentData() == "excess"
        said = self.tr("{f}* = {least},\nthe least met")
        self.least.setText(said.format(f=self._f, least=plain_number(float(f"{found.least:.4g}"))) if known else "")
