"""What all plots with axes share: their look, their numbers, and labels in mathematics."""

from __future__ import annotations

import html

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPicture
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem, QWidget

from gradviz.gui.plot.line_widths import hairline, keep_line_widths
from gradviz.gui.plot.names import html_name, plain_name, short_name
from gradviz.gui.theme import Theme
from gradviz.numeric.tick_texts import tick_texts

__all__ = ["DIRECTION_POINTS", "Axis", "Plot", "direction_label", "paint_axes"]


PLAIN_DECADES = 3
"""Decades of a logarithmic axis up to which its numbers are written out."""
EDGE = (1.0, 3.0, 5.0, 1.0)
"""Pixels around a plot in a panel, for the numbers at the ends of its axes; and of an exported one, for its frame."""
MARGINS = (8.0, 2.0, 12.0, 2.0)
"""Pixels around a plot that is as wide as its panel: left, top, right, bottom."""


DIRECTION_POINTS = 9
"""The size of a direction's name, which is longer than a coordinate's."""
BESIDE = 46
"""Pixels of a plot's side that such a name leaves."""


class Axis(pg.AxisItem):
    """An axis that writes all its numbers in one notation, with a minus sign that is no hyphen.

    Its space grows with its numbers and does not shrink again: each change of it lays out and paints the plot twice.
    What changes in the plot touches its line and ticks, not its numbers; so these are kept apart and seldom painted.
    """

    def __init__(self, *args, **kwargs) -> None:
        keep_line_widths()
        super().__init__(*args, **kwargs)
        self.setStyle(maxTickLevel=1, autoReduceTextSpace=False)
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # or all of it counts as exposed
        self._lines = QPicture()
        self._numbers = QRectF()

    def drawPicture(self, p, axisSpec, tickSpecs, textSpecs) -> None:
        super().drawPicture(p, axisSpec, tickSpecs, textSpecs)
        self._numbers = QRectF()
        for place, _, _ in textSpecs:
            self._numbers = self._numbers.united(place)
        self._lines = QPicture()
        painter = QPainter(self._lines)
        super().drawPicture(painter, axisSpec, tickSpecs, [])
        painter.end()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None) -> None:
        if self.picture is None or option.exposedRect.intersects(self._numbers):
            super().paint(painter, option, widget)
        else:
            self._lines.play(painter)

    def tickStrings(self, values, scale, spacing) -> list[str]:
        if self.logMode:  # the values are logarithms
            return tick_texts([10.0**v for v in values], powers=self.range[1] - self.range[0] > PLAIN_DECADES)
        return tick_texts([v * scale for v in values], [end * scale for end in self.range])


class Plot(pg.PlotWidget):
    """One plot with our axes, without pyqtgraph's own menus."""

    def __init__(self, name: str, accessible: str, parent=None) -> None:
        super().__init__(parent, enableMenu=False, axisItems={side: Axis(side) for side in ("bottom", "left")})
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFrameShape(self.Shape.NoFrame)
        item = self.getPlotItem()
        item.hideButtons()
        self.box = item.getViewBox()
        item.layout.setContentsMargins(*EDGE)
        self._labels: dict[str, str] = {}
        self._written: dict[str, tuple[str, dict[str, str]]] = {}
        self._theme: Theme | None = None

    def keep_off_the_border(self) -> None:
        """Leave room beside the frame, for a plot that is as wide as its panel."""
        self.getPlotItem().layout.setContentsMargins(*MARGINS)

    def set_labels(self, **labels: str) -> None:
        """Rich text for ``bottom``, ``left`` and ``top`` (the title)."""
        self._labels.update(labels)
        self._write()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackground(theme.plot_background)
        paint_axes(self.getPlotItem(), theme)
        self._written.clear()  # the labels have lost their colour
        self._write()

    def _write(self) -> None:
        """Write what is not yet written so: a label, even the same one, lays out and paints the plot anew."""
        style = {"font-size": "10pt"} | ({"color": self._theme.text} if self._theme is not None else {})
        for side, text in self._labels.items():
            if self._written.get(side) == (text, style):
                continue
            self._written[side] = (text, style)
            if side == "title":
                colour = self._theme.text if self._theme is not None else None
                self.getPlotItem().setTitle(text or None, size="9pt", color=colour)
                continue
            self.getPlotItem().getAxis(side).enableAutoSIPrefix(False)
            self.getPlotItem().setLabel(side, text, **style)


def direction_label(letter: str, name: str, room: float) -> str:
    """A direction's letter and what it is, as rich text; in few signs, or the letter alone, where the words do not fit
    a plot's side of `room` pixels."""
    font = QFont(QApplication.font())
    font.setPointSize(DIRECTION_POINTS)
    width = QFontMetricsF(font).horizontalAdvance(f"{letter}: {plain_name(name)}")
    text = html_name(name) if width <= room - BESIDE else html.escape(short_name(name))
    return f"<i>{letter}</i>: {text}" if text else f"<i>{letter}</i>"


def paint_axes(item: pg.PlotItem, theme: Theme) -> None:
    """A plot's axes and frame in a theme's colours."""
    for side in ("bottom", "left"):
        axis = item.getAxis(side)
        axis.setPen(hairline(theme.border_strong))
        axis.setTextPen(pg.mkPen(theme.plot_axis))
        axis.setTickPen(hairline(theme.border_strong))
        axis.setStyle(tickLength=-4, tickTextOffset=5)
    box = item.getViewBox()
    box.setBorder(hairline(theme.border_strong))
