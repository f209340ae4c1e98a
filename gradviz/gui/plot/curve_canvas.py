"""The graphics of a curve: the function, its tangent and Taylor polynomial, and the triangle of Δf and df."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.axis import prepare_axes
from gradviz.gui.plot.inks import KINDS, kind_colour
from gradviz.gui.plot.names import html_name
from gradviz.gui.plot.pixels import pixel_size
from gradviz.gui.theme import Theme
from gradviz.numeric.stationary_line import CurvePoint
from gradviz.numeric.taylor import Increment

__all__ = ["CurveCanvas"]

MOST_GAPS = 24
_KIND_OF = {"minimum": "minimum", "maximum": "maximum", "inflection": "saddle", "undecided": "degenerate"}


LEAST, LINE, CROWDED = 16, 18, 44
"""Pixels of a part of the increment that has its name beside it, of a name's height, and between the middles of two
names that are whole."""


class CurveCanvas(Plot):
    """The drawing.

    Attributes
    ----------
    letter : what the increment is called.

    Signals
    -------
    pointDragged(t) : the point of expansion is being dragged.
    stepDragged(u) : the end of the increment is being dragged.
    viewChanged() : zoomed, moved or resized.
    """

    pointDragged = Signal(float)
    stepDragged = Signal(float)
    viewChanged = Signal()

    def __init__(self, parent=None) -> None:
        super().__init__("curveCanvas", "", parent)
        self.setAccessibleName(self.tr("Curve of the function"))
        self._quiet = False
        self._at = (0.0, 0.0)
        self._texts: dict[str, str] = {}
        self.letter = "u"
        self.curve = self._curve(0)
        self.polynomial = self._curve(2)
        for line in (self.curve, self.polynomial):
            # Or dashes would begin anew at every sample, and a steep line would have knots where its pieces meet.
            line.setSegmentedLineMode("off")
        self.tangent = self._curve(1)
        self.step = self._curve(4)
        self.differential = self._curve(5)
        self.remainder = self._curve(6)
        self.delta = self._curve(5)
        self.step_labels = {name: self._text() for name in ("u", "df", "Δf", "r")}
        self.turns = {}
        for kind, (symbol, size) in KINDS.items():
            item = pg.ScatterPlotItem(symbol=symbol, size=size - 2, pxMode=True, antialias=True)
            item.setZValue(8)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.addItem(item, ignoreBounds=True)
            self.turns[kind] = item
        self._gaps: list[pg.LinearRegionItem] = []
        self.end = self._target("s", 12)
        self.point = self._target("o", 16)
        self.end.sigPositionChanged.connect(self._on_end)
        self.point.sigPositionChanged.connect(self._on_point)
        self.box.sigRangeChanged.connect(lambda *_: self.viewChanged.emit())
        self.box.sigResized.connect(lambda *_: self.viewChanged.emit())

    def _curve(self, z: float) -> pg.PlotCurveItem:
        item = pg.PlotCurveItem(connect="finite", antialias=True)
        item.setSegmentedLineMode("on")
        item.setZValue(z)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.addItem(item, ignoreBounds=True)
        return item

    def _text(self) -> pg.TextItem:
        item = pg.TextItem(anchor=(0.5, 0.5))
        item.setZValue(9)
        self.addItem(item, ignoreBounds=True)
        return item

    def _target(self, symbol: str, size: int) -> pg.TargetItem:
        item = pg.TargetItem(size=size, symbol=symbol, movable=True)
        item.setZValue(10)
        item.setCursor(Qt.CursorShape.SizeHorCursor)
        self.addItem(item, ignoreBounds=True)
        return item

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.curve.setPen(pg.mkPen(theme.accent, width=2.2))
        self.tangent.setPen(pg.mkPen(theme.plot_gradient, width=1.6))
        self.polynomial.setPen(pg.mkPen(theme.trajectory, width=2, style=Qt.PenStyle.DashLine))
        self.step.setPen(pg.mkPen(theme.muted, width=1.6))
        self.differential.setPen(pg.mkPen(theme.plot_gradient, width=3))
        self.remainder.setPen(pg.mkPen(theme.error, width=3, style=Qt.PenStyle.DotLine))
        self.delta.setPen(pg.mkPen(theme.ok, width=3))
        paper = QColor(theme.plot_point)
        paper.setAlpha(150)
        for name, colour in (("u", theme.muted), ("df", theme.plot_gradient), ("Δf", theme.ok), ("r", theme.error)):
            label = self.step_labels[name]
            label.setColor(colour)
            label.fill = QBrush(paper)
        for kind, item in self.turns.items():
            item.setPen(pg.mkPen(theme.plot_point, width=1.2))
            item.setBrush(pg.mkBrush(kind_colour(kind, theme)))
        for target in (self.point, self.end):
            target.setPen(pg.mkPen(theme.plot_point_border, width=2))
            target.setBrush(pg.mkBrush(theme.plot_point))
            target.setHoverPen(pg.mkPen(theme.accent, width=3))
            target.setHoverBrush(pg.mkBrush(theme.plot_point))
        self._hatch = QBrush(QColor(theme.border_strong), Qt.BrushStyle.BDiagPattern)
        for gap in self._gaps:
            gap.setBrush(self._hatch)

    _hatch = QBrush()

    # --- what is shown

    def view(self) -> tuple[float, float, float, float]:
        (x0, x1), (y0, y1) = self.box.viewRange()
        return float(x0), float(x1), float(y0), float(y1)

    def set_view(self, x0: float, x1: float, y0: float, y1: float) -> None:
        self.box.setRange(xRange=(x0, x1), yRange=(y0, y1), padding=0)
        prepare_axes(self.getPlotItem())

    def show_curve(self, ts: np.ndarray, values: np.ndarray, drawn: np.ndarray) -> None:
        """The function at increasing places; `drawn` has NaN where the line is broken, `values` where f is
        undefined."""
        self.curve.setData(ts, drawn)
        undefined = ~np.isfinite(values)
        edges = np.flatnonzero(np.diff(np.concatenate([[0], undefined.astype(np.int8), [0]])))
        spans = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a > 1][:MOST_GAPS]
        for gap in self._gaps:
            self.removeItem(gap)
        self._gaps = []
        for a, b in spans:
            gap = pg.LinearRegionItem(
                (float(ts[a]), float(ts[b - 1])), movable=False, brush=self._hatch, pen=pg.mkPen(None)
            )
            gap.setZValue(-5)
            self.addItem(gap, ignoreBounds=True)
            self._gaps.append(gap)
        prepare_axes(self.getPlotItem())

    def show_nothing(self) -> None:
        """Draw no function; what is at the point stays. (``clear`` is pyqtgraph's, and takes all items away.)"""
        self.show_curve(*[np.empty(0)] * 3)

    def show_turns(self, points: Sequence[CurvePoint]) -> None:
        """Stationary points, by what the function does there."""
        for kind, item in self.turns.items():
            here = [p for p in points if _KIND_OF[p.kind] == kind]
            item.setData([p.t for p in here], [p.value for p in here])

    def show_point(self, t: float, value: float, slope: float, found: Increment, function: str) -> None:
        """The point, its tangent, and the increment of the step from it."""
        self._at = (t, value)
        defined = math.isfinite(value)
        self._quiet = True
        try:
            x0, x1, y0, y1 = self.view()
            self.point.setPos(t, value if defined else (y0 + y1) / 2)
            end = value + found.delta
            self.end.setPos(t + found.u, end if math.isfinite(end) else (y0 + y1) / 2)
        finally:
            self._quiet = False
        if not (defined and math.isfinite(slope)):
            for item in (self.tangent, self.step, self.differential, self.remainder, self.delta):
                item.setData([], [])
            for label in self.step_labels.values():
                label.setVisible(False)
            return
        self.tangent.setData([x0, x1], [value + slope * (x0 - t), value + slope * (x1 - t)])
        b, on_tangent = t + found.u, value + found.differential
        px, py = pixel_size(self.box)
        beside = math.copysign(7 * px, found.u)
        self.step.setData([t, b], [value, value])
        self.differential.setData([b - beside / 4] * 2, [value, on_tangent])
        known = math.isfinite(found.delta)
        if known:
            self.delta.setData([b + beside] * 2, [value, value + found.delta])
            self.remainder.setData([b - beside / 4] * 2, [on_tangent, value + found.delta])
        else:
            self.delta.setData([], [])
            self.remainder.setData([], [])
        f, u = html_name(function), html_name(self.letter)
        # The remainder's name stands beside its line as the differential's does, and further off where they would meet.
        apart = abs(found.delta) / 2 > LINE * py or abs(found.differential) <= LEAST * py
        remainder = b - (3 if apart else 7) * beside, (on_tangent + value + found.delta) / 2
        middle, below = (t + b) / 2, -10 * py * math.copysign(1, found.differential)
        # The increment's name goes to the other side of its line from that of the remainder, where both are short.
        if abs(middle - remainder[0]) < CROWDED * px and abs(value + below - remainder[1]) < LINE * py:
            below = -below
        places = {
            "u": (u, middle, value + below),
            "df": (f"d{f}", b - 2.2 * beside, (value + on_tangent) / 2),
            "Δf": (f"Δ{f}", b + 3 * beside, value + found.delta / 2),
            "r": (f"<i>r</i>({u})", *remainder),
        }
        room = {"u": abs(found.u) / px, "df": abs(found.differential) / py, "Δf": abs(found.delta) / py}
        room["r"] = abs(found.remainder) / py
        for name, (text, x, y) in places.items():
            label = self.step_labels[name]
            shown = math.isfinite(y) and room[name] > LEAST
            label.setVisible(shown)
            if shown:
                if self._texts.get(name) != text:  # the same text again would be laid out anew
                    self._texts[name] = text
                    label.setHtml(text)
                label.setPos(x, y)

    def show_polynomial(self, ts: np.ndarray, values: np.ndarray) -> None:
        """The Taylor polynomial; empty for none."""
        self.polynomial.setData(ts, values)

    # --- what is dragged

    def _on_point(self, *_args) -> None:
        if not self._quiet:
            position: QPointF = self.point.pos()
            self.pointDragged.emit(float(position.x()))

    def _on_end(self, *_args) -> None:
        if not self._quiet:
            self.stepDragged.emit(float(self.end.pos().x()) - self._at[0])
