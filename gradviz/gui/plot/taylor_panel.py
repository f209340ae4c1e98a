"""The Taylor polynomials of a function of one variable: the order, every term, and how fast the remainder vanishes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSlider, QVBoxLayout, QWidget

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.background import Background
from gradviz.gui.plot.curve_view import CurveView
from gradviz.gui.plot.names import html_name
from gradviz.gui.plot.series_typst import curve_expansion
from gradviz.gui.plot.typeset import Formulas
from gradviz.gui.small_parts import plain_text, rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.taylor import HIGHEST, Decay, decay, rounding

__all__ = ["TaylorPanel"]

SMALLEST = 1e-290
"""Below this a remainder has no place on a logarithmic axis."""


class TaylorPanel(QWidget):
    """A slider for the order, the polynomial, and a log–log plot of its remainder.

    Signals
    -------
    orderChanged(int) : the user chose another order.
    """

    orderChanged = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("taylorPanel")
        self.setAccessibleName(self.tr("Taylor polynomials"))
        self._view: CurveView | None = None
        self._theme = current_theme()
        self._background = Background(self)
        self.decay: Decay | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("taylorOrder")
        self.slider.setAccessibleName(self.tr("Order of the Taylor polynomial"))
        self.slider.setRange(0, HIGHEST)
        self.slider.setPageStep(1)
        self.slider.setValue(1)
        self.slider.valueChanged.connect(self._on_order)
        self.order_label = QLabel(self)
        self.order_label.setMinimumWidth(74)
        row = QHBoxLayout()
        row.addWidget(self.order_label)
        row.addWidget(self.slider, 1)
        self.polynomial = Formulas("taylorPolynomial", self.tr("Taylor polynomial"), self)
        self.message = rich_label(self, "taylorMessage", self.tr("What was found"), "muted")
        inside = QWidget(self)
        inside.setProperty("class", "plain")
        left = QVBoxLayout(inside)
        left.setContentsMargins(12, 8, 4, 8)
        left.setSpacing(6)
        left.addLayout(row)
        left.addWidget(self.polynomial)
        left.addWidget(self.message)
        left.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("taylorScroll")
        scroll.setAccessibleName(self.accessibleName())
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.plot = Plot("taylorDecay", self.tr("Remainder over the step, both logarithmic"), self)
        self.plot.setMinimumSize(190, 130)
        self.plot.getPlotItem().setLogMode(x=True, y=True)
        self.plot.getPlotItem().setMouseEnabled(False, False)
        self._remainder = self.plot.plot(symbol="o", symbolSize=4, antialias=True, name="|r|")
        self._ratio = self.plot.plot(symbol="t", symbolSize=5, antialias=True, name="|r/u|")
        self._slope = self.plot.plot(antialias=True, name="measured power")
        self._step = pg.InfiniteLine(angle=90)
        self.plot.addItem(self._step, ignoreBounds=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(scroll, 3)
        layout.addWidget(self.plot, 2)

    def connect_to(self, view: CurveView) -> None:
        self._view = view
        view.pointShown.connect(self.refresh)

    def set_order(self, order: int) -> None:
        """Show another order; no signal."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(order)
        if self._view is not None:
            self._view.set_order(order)
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self.polynomial.set_theme(theme)
        self._remainder.setPen(pg.mkPen(theme.error, width=1))
        self._remainder.setSymbolBrush(theme.error)
        self._remainder.setSymbolPen(None)
        self._ratio.setPen(pg.mkPen(theme.accent, width=1))
        self._ratio.setSymbolBrush(theme.accent)
        self._ratio.setSymbolPen(None)
        self._slope.setPen(pg.mkPen(theme.muted, width=1, style=Qt.PenStyle.DashLine))
        self._step.setPen(pg.mkPen(theme.border_strong, width=1))
        if self.decay is not None:
            self._write_labels()

    @property
    def busy(self) -> bool:
        return self._background.busy or self.polynomial.busy

    def shutdown(self) -> None:
        self._background.shutdown()
        self.polynomial.shutdown()

    def refresh(self) -> None:
        """Show the expansion at the point as it is."""
        order = self.slider.value()
        self.order_label.setText(self.tr("Order <i>n</i> = {}").format(order))
        view = self._view
        if view is None or view.curve is None or view.expansion is None or not self.isVisible():
            return
        curve, point, known = view.curve, view.point()[0], view.expansion
        lines, words = curve_expansion(known, order, view.names()[0], rounding(curve, point, order))
        self.polynomial.show_formulas(lines, told(words))
        u = abs(view.point()[1])
        self._step.setVisible(u > 0)
        if u > 0:
            self._step.setPos(math.log10(u))
        if known.order < order:
            drawn = self.tr("The polynomial of order {order} is drawn.").format(order=known.order)
            self.message.setText(f"{told(known.reason)} {drawn}" if known.order >= 0 else told(known.reason))

        def work(_cancelled: Callable[[], bool]) -> Decay:
            return decay(curve, point, order)

        self._background.run("decay", work, self._show_decay, self.message.setText, finish=True)

    def _show_decay(self, found: Decay) -> None:
        self.decay = found
        n, u = self.slider.value(), self._letter()
        steps, sizes = found.steps, found.remainders
        with np.errstate(all="ignore"):
            use = np.isfinite(sizes) & (sizes > SMALLEST)
        self._remainder.setData(steps[use], sizes[use])
        self._ratio.setData(steps[use], sizes[use] / steps[use])
        self._write_labels()
        if math.isfinite(found.slope) and use.sum() > 2:
            last = np.flatnonzero(use)[-1]
            ends = np.array([steps[use][0], steps[last]])
            self._slope.setData(ends, sizes[last] * (ends / steps[last]) ** found.slope)
            text = self.tr("Measured: {remainder} shrinks like {measured}; expected {expected} or faster.").format(
                remainder=f"|<i>r</i><sub>{n}</sub>({u})|",
                measured=f"|{u}|<sup>{found.slope:.2f}</sup>",
                expected=f"|{u}|<sup>{found.expected}</sup>",
            )
            if n >= 1:
                text += " " + self.tr("So {limit}.").format(limit=f"<i>r</i>({u})/{u} → 0")
        else:
            self._slope.setData([], [])
            text = told(found.reason)
        self.message.setText(text)
        self.plot.setAccessibleDescription(plain_text(text))

    def _write_labels(self) -> None:
        """The axes, and above them what the symbols are, in their colours."""
        n, u, theme = self.slider.value(), self._letter(), self._theme
        self.plot.set_labels(
            bottom=f"|{u}|",
            left=f"|<i>r</i><sub>{n}</sub>|",
            title=f'<span style="color:{theme.error}">● |<i>r</i><sub>{n}</sub>({u})|</span>&nbsp;&nbsp; '
            f'<span style="color:{theme.accent}">▼ |<i>r</i><sub>{n}</sub>({u})/{u}|</span>',
        )

    def _letter(self) -> str:
        """What the increment is called, as rich text."""
        return html_name(self._view.letter if self._view is not None else "u")

    def _on_order(self, order: int) -> None:
        if self._view is not None:
            self._view.set_order(order)
        self.refresh()
        self.orderChanged.emit(order)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.refresh()
