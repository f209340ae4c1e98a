"""An axis of a plot: pyqtgraph's, whose drawing is made in a third of the time, with our numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPicture
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gradviz.gui.plot.line_widths import keep_line_widths
from gradviz.numeric.tick_texts import tick_texts

__all__ = ["Axis", "prepare_axes"]

PLAIN_DECADES = 3
"""Decades of a logarithmic axis up to which its numbers are written out."""
OVERHANG = 15.0
"""Pixels by which a number may reach beyond the ends of its axis, as in pyqtgraph."""
TEXT_HEIGHT = 0.8
"""The share of a line's height that figures take."""

SLACK = 1e-9
"""Rounding by which a tick at the very end of an axis may seem to lie beyond it, of the axis or of a spacing."""

_TO_THE_SIDE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip)
_BELOW = int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip)
ALIGNMENT = {
    "left": _TO_THE_SIDE | int(Qt.AlignmentFlag.AlignRight),
    "right": _TO_THE_SIDE | int(Qt.AlignmentFlag.AlignLeft),
    "top": _BELOW | int(Qt.AlignmentFlag.AlignBottom),
    "bottom": _BELOW | int(Qt.AlignmentFlag.AlignTop),
}

Level = tuple[Sequence[float], Sequence[str]]
"""Ticks of one length: their values and, in the same order, their numbers."""


class Axis(pg.AxisItem):
    """An axis that writes all its numbers in one notation, with a minus sign that is no hyphen.

    Its space grows with its numbers and does not shrink again: each change of it lays out and paints the plot twice.
    What changes in the plot touches its line and ticks, not its numbers; so these are kept apart and seldom painted.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        keep_line_widths()
        super().__init__(*args, **kwargs)
        # Not what its name says: whether what is beyond the ends counts as the axis', to be painted when they are.
        self.setStyle(maxTickLevel=1, autoReduceTextSpace=False, hideOverlappingLabels=False)
        # Values are written out: "(x0.001)" beside a name would be read as part of the mathematics.
        self.enableAutoSIPrefix(False)
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # or all of it counts as exposed
        self._lines = QPicture()
        self._numbers = QRectF()

    # --- which ticks, and their numbers

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float | None, list[float]]]:
        if self.logMode or not low < high:
            return super().tickValues(low, high, size)
        found: list[tuple[float | None, list[float]]] = []
        longer: list[float] = []
        for spacing, _ in self.tickSpacing(low, high, size):
            first, last = math.ceil(low / spacing - SLACK), math.floor(high / spacing + SLACK)
            values = [k * spacing for k in range(first, last + 1)]
            found.append((spacing, [v for v in values if not any(_at_multiple(v, s, spacing) for s in longer)]))
            longer.append(spacing)
        return found

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        if self.logMode:  # the values are logarithms
            return tick_texts([10.0**v for v in values], powers=self.range[1] - self.range[0] > PLAIN_DECADES)
        return tick_texts([v * scale for v in values], [end * scale for end in self.range])

    def _levels(self, length: float) -> list[Level]:
        """The ticks within the range, the longest first."""
        low, high = self.range
        if self._tickLevels is not None:
            levels = [([v for v, _ in level], [text for _, text in level]) for level in self._tickLevels]
        else:
            levels = [
                (values, self.tickStrings(values, 1.0, spacing))
                for spacing, values in self.tickValues(low, high, length)
            ]
        slack = SLACK * (high - low)
        seen = [[(v, t) for v, t in zip(*level, strict=True) if low - slack <= v <= high + slack] for level in levels]
        return [([v for v, _ in level], [t for _, t in level]) for level in seen]

    # --- the drawing

    def generateDrawSpecs(self, p: QPainter) -> tuple[Any, list[Any], list[Any]] | None:
        """What pyqtgraph works out, for the styles that are in use here; a grid is left to it."""
        if self.grid is not False:
            return super().generateDrawSpecs(p)
        room = self.mapRectFromParent(self.geometry())
        upright = self.orientation in ("left", "right")
        length = room.height() if upright else room.width()
        low, high = self.range
        if length <= 0 or not low < high:
            return None
        edge = {"left": room.right(), "right": room.left(), "top": room.bottom(), "bottom": room.top()}[
            self.orientation
        ]
        outwards = -1 if self.orientation in ("left", "top") else 1
        scale = length / (high - low)
        levels = self._levels(length)
        places = [[(high - v if upright else v - low) * scale for v in values] for values, _ in levels]
        ticks = []
        for depth, at in enumerate(places):
            pen, end = self._tick_pen(depth), edge + outwards * self.style["tickLength"] / (1 + depth / 2)
            ticks += [(pen, _placed(edge, x, upright), _placed(end, x, upright)) for x in at]
        # Beside the frame, and a pixel longer at both ends, so that it meets the other axis.
        line = (self.pen(), *(_placed(edge + outwards, x, upright) for x in (-1.0, length + 1.0)))
        texts = self._texts(levels, places, edge, outwards, length, p) if self.style["showValues"] else []
        return line, ticks, texts

    def _tick_pen(self, depth: int) -> QPen:
        """Shorter ticks are fainter."""
        pen = QPen(self.tickPen())
        colour = pen.color()
        colour.setAlpha(255 // (depth + 1))
        pen.setColor(colour)
        return pen

    def _texts(
        self,
        levels: list[Level],
        places: list[list[float]],
        edge: float,
        outwards: int,
        length: float,
        painter: QPainter,
    ) -> list[tuple[QRectF, int, str]]:
        """The numbers and where each stands; those of shorter ticks as long as they do not crowd the axis."""
        upright = self.orientation in ("left", "right")
        metrics = QFontMetricsF(painter.font(), painter.device())
        height = metrics.height() * TEXT_HEIGHT
        away = max(0, self.style["tickLength"]) + self.style["tickTextOffset"][0 if upright else 1]
        near = edge + outwards * away
        found: list[tuple[QRectF, int, str]] = []
        along = across = 0.0
        for depth, ((_, texts), at) in enumerate(zip(levels, places, strict=True)):
            if depth > self.style["maxTextLevel"] or not texts:
                continue
            widths = [metrics.horizontalAdvance(text) for text in texts]
            along += height * len(texts) if upright else sum(widths)
            limits = self.style["textFillLimits"]
            if depth > 0 and any(len(found) >= many and along >= share * length for many, share in limits):
                break
            across = max([across, *widths]) if upright else height
            for x, width, text in zip(at, widths, texts, strict=True):
                half = (height if upright else width) / 2
                if x - half < -OVERHANG or x + half > length + OVERHANG:
                    continue
                if upright:
                    place = QRectF(near - width if outwards < 0 else near, x - half, width, height)
                else:
                    place = QRectF(x - half, near - height if outwards < 0 else near, width, height)
                found.append((place, ALIGNMENT[self.orientation], text))
        self._updateMaxTextSize(across)
        return found

    def drawPicture(self, p: QPainter, axisSpec: Any, tickSpecs: list[Any], textSpecs: list[Any]) -> None:
        """The numbers by the painter; the line and the ticks into a picture of their own."""
        self._lines = QPicture()
        lines = QPainter(self._lines)
        lines.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        pen, start, end = axisSpec
        lines.setPen(pen)
        lines.drawLine(start, end)
        drawn: dict[int, tuple[QPen, list[QLineF]]] = {}
        for pen, start, end in tickSpecs:
            drawn.setdefault(id(pen), (pen, []))[1].append(QLineF(start, end))
        for pen, together in drawn.values():
            lines.setPen(pen)
            lines.drawLines(together)
        lines.end()
        self._numbers = QRectF()
        p.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        p.setPen(self.textPen())
        for place, flags, text in textSpecs:
            self._numbers = self._numbers.united(place)
            p.drawText(place, int(flags), text)

    def prepare(self) -> None:
        """Draw what is to be painted, unless it is as it was: a painting that need not do it takes half the time."""
        if self.picture is not None:
            return
        picture = QPicture()
        painter = QPainter(picture)
        try:
            if self.style["tickFont"]:
                painter.setFont(self.style["tickFont"])
            specs = self.generateDrawSpecs(painter)
            if specs is not None:
                self.drawPicture(painter, *specs)
        finally:
            painter.end()
        self.picture = picture  # at the end: a number that asks for room drops the picture before

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        self.prepare()
        # A number too wide for its axis asks for room as it is drawn; what lay beyond would stay when the axis moves.
        painter.setClipRect(self.boundingRect(), Qt.ClipOperation.IntersectClip)
        if option.exposedRect.intersects(self._numbers):
            self.picture.play(painter)
        self._lines.play(painter)


def prepare_axes(*plots: pg.PlotItem) -> None:
    """Draw the axes of plots before they are painted."""
    for plot in plots:
        for axis in (entry["item"] for entry in plot.axes.values()):
            if isinstance(axis, Axis) and axis.isVisible():
                axis.prepare()


def _placed(across: float, along: float, upright: bool) -> QPointF:
    return QPointF(across, along) if upright else QPointF(along, across)


def _at_multiple(value: float, spacing: float, finer: float) -> bool:
    """Whether a longer tick stands there, as nearly as ticks that are `finer` apart can be told from it."""
    return abs(value - round(value / spacing) * spacing) < 0.01 * finer
