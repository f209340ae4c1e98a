"""What all plots with axes share: their look, and labels in mathematics."""

from __future__ import annotations

import contextlib
import html
from collections.abc import Iterator
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel

from gradviz.gui.plot.axis import Axis
from gradviz.gui.plot.line_widths import hairline
from gradviz.gui.plot.names import html_name, plain_name, short_name
from gradviz.gui.plot.stillness import Stillness
from gradviz.gui.theme import Theme

__all__ = ["DIRECTION_POINTS", "Plot", "direction_label", "paint_axes"]


EDGE = (1.0, 3.0, 5.0, 1.0)
"""Pixels around a plot in a panel, for the numbers at the ends of its axes; and of an exported one, for its frame."""
MARGINS = (8.0, 2.0, 12.0, 2.0)
"""Pixels around a plot that is as wide as its panel: left, top, right, bottom."""


LOW = 130
"""Pixels of height below which words, as the name of an axis, would take too much of a plot that spares them."""
DIRECTION_POINTS = 9
"""The size of a direction's name, which is longer than a coordinate's."""
BESIDE = 46
"""Pixels of a plot's side that such a name leaves."""


class Plot(pg.PlotWidget):
    """One plot with our axes, without pyqtgraph's own menus.

    Attributes
    ----------
    legend : a label beside the plot that says what its curves are, if there is one; a file has it below the plot.
    spares : whether a low plot goes without the name of its horizontal axis; a file always has it.
    stillness : while another function's drawing is on its way.
    """

    legend: QLabel | None = None
    spares = False

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
        self.stillness = Stillness(self)

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

    @contextlib.contextmanager
    def on_paper(self) -> Iterator[None]:
        """As it is drawn into a file."""
        item, shown = self.getPlotItem(), self._is_named()
        if shown:
            yield
            return
        self._name_axis(named=True)
        item.layout.activate()
        try:
            yield
        finally:
            self._name_axis(shown)
            item.layout.activate()

    def _is_named(self) -> bool:
        return not self.spares or self.height() >= LOW

    def _name_axis(self, named: bool) -> None:
        axis = self.getPlotItem().getAxis("bottom")
        if self._labels.get("bottom") and axis.label.isVisible() != named:
            axis.showLabel(named)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if self.spares and self.getPlotItem() is not None:  # it has none while it is closed
            self._name_axis(self._is_named())

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
            self.getPlotItem().setLabel(side, text, **style)
        self._name_axis(self._is_named())


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
