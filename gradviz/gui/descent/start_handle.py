"""The square at a descent's start, by which the start is dragged."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, Qt, Signal

from gradviz.gui.theme import Theme

__all__ = ["StartHandle"]

SIZE = 12
"""Pixels."""


class StartHandle(QObject):
    """Made when there is first a start to show.

    Attributes
    ----------
    item : what is drawn, or None before the first start.

    Parameters
    ----------
    plot_item : the pyqtgraph plot that it is drawn in.
    onto : where the handle goes to when the mouse is at (x, y): the same place in a plane, on the curve over a line.

    Signals
    -------
    dragged(x, y) : the user drags it; the place is that of the handle.
    """

    dragged = Signal(float, float)

    def __init__(
        self,
        plot_item: Callable[[], Any],
        theme: Theme,
        parent: QObject,
        onto: Callable[[float, float], tuple[float, float]] = lambda x, y: (x, y),
    ) -> None:
        super().__init__(parent)
        self.item: pg.TargetItem | None = None
        self._plot_item, self._theme, self._onto = plot_item, theme, onto
        self._quiet = False

    def show_at(self, place: tuple[float, float] | None) -> None:
        """Stand at a place; None for no start. Where the place is not finite, it stays where it is."""
        if self.item is None and place is not None:
            self.item = pg.TargetItem(size=SIZE, symbol="s", movable=True)
            self.item.setZValue(39)
            self.item.setCursor(Qt.CursorShape.OpenHandCursor)
            self.item.sigPositionChanged.connect(self._on_moved)
            self._plot_item().addItem(self.item, ignoreBounds=True)
            self.set_theme(self._theme)
        if self.item is not None:
            if place is not None:
                self._put(place)
            self.item.setVisible(place is not None)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.item is not None:
            self.item.setPen(pg.mkPen(theme.plot_point, width=1.5))
            self.item.setBrush(pg.mkBrush(theme.plot_start))
            self.item.setHoverPen(pg.mkPen(theme.accent, width=2.5))
            self.item.setHoverBrush(pg.mkBrush(theme.plot_start))

    def _put(self, place: tuple[float, float]) -> None:
        if self.item is not None and np.isfinite(place).all():
            self._quiet = True
            self.item.setPos(*place)
            self._quiet = False

    def _on_moved(self, *_args: Any) -> None:
        if not self._quiet and self.item is not None:
            position = self.item.pos()
            x, y = float(position.x()), float(position.y())
            self._put(self._onto(x, y))
            self.dragged.emit(x, y)
