"""The colour bar beside the plane: the colours of the heat map, and the values that they stand for."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainterPath, QPolygonF
from PySide6.QtWidgets import QApplication, QGraphicsPathItem

from gradviz.gui.plot.axis import Axis
from gradviz.gui.plot.line_widths import hairline
from gradviz.gui.theme import Theme
from gradviz.numeric.contours import Scale, ticks_above

__all__ = ["BELOW", "ColourBar"]

BELOW = 46
"""Pixels below the frame, for numbers and names: the plot's, too, so that both end at the same line."""
TITLE = 30
"""Pixels that a title takes above a plot."""
WIDTH = 74
LEAST, OFFSET = 30, 6
"""Pixels that the numbers have at least, and from the bar to them."""
POINT = 11
"""Pixels of the point of an end beyond which there are values."""
APART = 16
"""Pixels from one value to the next, at least."""


class ColourBar(pg.PlotItem):
    """The bar, as a plot of its own."""

    def __init__(self) -> None:
        super().__init__(enableMenu=False, axisItems={side: Axis(side) for side in ("bottom", "right")})
        self._ticks: list[tuple[float, str]] = []
        self._written: tuple[str, str] = ("", "")
        self._name, self._base = "", ""
        self._room: int | None = None
        self._theme: Theme | None = None
        self.hideButtons()
        self.setMouseEnabled(False, False)
        self.hideAxis("left")
        self.showAxis("right")
        self.getAxis("right").setStyle(autoReduceTextSpace=True)  # the bar has a fixed width
        # The axis below is empty, and only holds the name.
        below = self.getAxis("bottom")
        below.setStyle(showValues=False, tickLength=0)
        below.setTicks([])
        below.setHeight(BELOW)
        self.setFixedWidth(WIDTH)
        self.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
        self.getViewBox().setDefaultPadding(0)
        self._image = pg.ImageItem(axisOrder="row-major")
        self._image.setImage(np.arange(255, dtype=np.uint8)[:, None], autoLevels=False, levels=(0, 255))
        self._image.setRect(QRectF(0, 0, 1, 1))
        self.addItem(self._image, ignoreBounds=True)
        self._corners = QGraphicsPathItem()
        self._corners.setPen(pg.mkPen(None))
        self.addItem(self._corners, ignoreBounds=True)

    def set_theme(self, theme: Theme, colours: np.ndarray) -> None:
        """The colours are a lookup table."""
        self._theme = theme
        self._image.setLookupTable(colours)
        self._corners.setBrush(QColor(theme.plot_background))
        self.getViewBox().setBorder(hairline(theme.border_strong))
        below, right = self.getAxis("bottom"), self.getAxis("right")
        below.setPen(pg.mkPen(None))
        below.setTextPen(pg.mkPen(theme.plot_axis))
        right.setPen(hairline(theme.border_strong))
        right.setTextPen(pg.mkPen(theme.plot_axis))
        right.setTickPen(hairline(theme.border_strong))
        right.setStyle(tickLength=-4, tickTextOffset=OFFSET)
        self._written = ("", "")  # the name has lost its colour

    def set_name(self, name: str) -> None:
        """What the values are of, as rich text."""
        self._name = name
        self._write()

    def _write(self) -> None:
        less = f" + {self._base[1:]}" if self._base.startswith("−") else f" − {self._base}"
        name = self._name + (less if self._base else "")
        colour = self._theme.text if self._theme is not None else ""
        if self._written != (name, colour):  # the same name again would be laid out anew
            self._written = (name, colour)
            self.setLabel(
                "bottom", name, **{"font-size": "9pt" if self._base else "13pt"} | ({"color": colour} if colour else {})
            )

    def leave_room_for_title(self, titled: bool) -> None:
        """Begin where a plot with a title, or without, begins."""
        self.layout.setRowFixedHeight(0, TITLE if titled else 0)

    def setVisible(self, shown: bool) -> None:
        """Show it, or hide it; pyqtgraph takes the room from an axis that is named or sized while it is hidden."""
        appears = shown and not self.isVisible()
        super().setVisible(shown)
        if appears:
            self.getAxis("bottom").setHeight(BELOW)
            self.getAxis("right").setWidth(self._room)

    def show_scale(self, scale: Scale, levels: np.ndarray) -> None:
        """Write the levels' values beside their colours, as many as there is room for. An end is pointed where there
        are values beyond it.
        """
        height = max(self.getViewBox().height(), 60)
        base, ticks = ticks_above(scale, levels, most=height / APART)
        point, path = POINT / height, QPainterPath()
        for end, beyond in ((0.0, scale.under), (1.0, scale.over)):
            for side in (0.0, 1.0) if beyond else ():
                corner = QPointF(side, end), QPointF(0.5, end), QPointF(side, abs(end - point))
                path.addPolygon(QPolygonF(corner))
        self._corners.setPath(path)
        if base != self._base:
            self._base = base
            self._write()
        if ticks != self._ticks:
            self._ticks = ticks
            # Room for the numbers before they are painted: what pyqtgraph paints beyond an axis stays when it grows.
            metrics = QFontMetricsF(QApplication.font())
            widest = max((metrics.horizontalAdvance(text) for _, text in ticks), default=0.0)
            self._room = max(LEAST, OFFSET + math.ceil(widest) + 2)
            self.getAxis("right").setWidth(self._room)
            self.getAxis("right").setTicks([ticks])
