"""Several descents over one plot, told apart by colour, dashes and symbol, all up to the same step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from gradviz.gui.plot.drawn_path import FAR, clipped, thinned
from gradviz.gui.theme import Theme

__all__ = ["ComparedPath", "ComparedPaths", "styled_pen"]

LINE_GAP = 1.5
SYMBOL_GAP = 34.0
"""Pixels between symbols of one path."""


@dataclass(frozen=True)
class ComparedPath:
    """A path in the plot, and its look.

    Attributes
    ----------
    points : (k + 1, 2).
    colour, dashes, symbol : its look.
    name : what it is called in a legend.
    """

    points: np.ndarray
    colour: str
    dashes: tuple[float, ...]
    symbol: str
    name: str = ""


def styled_pen(colour: str, dashes: tuple[float, ...], width: float = 2.0) -> QPen:
    """A pen with dashes; flat ends, or short gaps would close."""
    pen = pg.mkPen(colour, width=width)
    if dashes:
        pen.setDashPattern(list(dashes))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


class _Items:
    """The graphics of one path."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.line = pg.PlotCurveItem(antialias=True)
        self.line.setSegmentedLineMode("off")  # or the dashes would begin anew at every iterate
        self.symbols = pg.ScatterPlotItem(antialias=True, pxMode=True)
        self.present = pg.ScatterPlotItem(antialias=True, pxMode=True)
        self.all = (self.line, self.symbols, self.present)
        for z, item in enumerate(self.all):
            item.setZValue(24 + z)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            plot.addItem(item, ignoreBounds=True)

    def set_visible(self, visible: bool) -> None:
        for item in self.all:
            item.setVisible(visible)


class ComparedPaths:
    """The items of all paths in a plot."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self._items: list[_Items] = []
        self.paths: list[ComparedPath] = []
        self.hidden: frozenset[int] = frozenset()
        self.step = 0
        self._placed: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        self._starts = pg.ScatterPlotItem(antialias=True, pxMode=True, symbol="s", size=9)
        self._starts.setZValue(27)
        self._starts.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        plot.addItem(self._starts, ignoreBounds=True)
        self._paper = QColor("white")

    def set_theme(self, theme: Theme) -> None:
        self._paper = QColor(theme.plot_point)
        self._starts.setPen(pg.mkPen(theme.plot_point, width=1.5))
        self._starts.setBrush(pg.mkBrush(theme.plot_start))

    def set_paths(self, paths: Sequence[ComparedPath], hidden: frozenset[int] = frozenset()) -> None:
        """Other paths; `place` draws them."""
        self.paths, self.hidden = list(paths), hidden
        while len(self._items) < len(paths):
            self._items.append(_Items(self._plot))
        for items, path in zip(self._items, paths, strict=False):
            items.line.setPen(styled_pen(path.colour, path.dashes))
            items.symbols.setSymbol(path.symbol)
            items.symbols.setSize(8)
            items.symbols.setPen(pg.mkPen(path.colour, width=1.2))
            items.symbols.setBrush(pg.mkBrush(self._paper))
            items.present.setSymbol(path.symbol)
            items.present.setSize(14)
            items.present.setPen(pg.mkPen(self._paper, width=1.5))
            items.present.setBrush(pg.mkBrush(path.colour))
        self._placed = []

    def set_step(self, step: int) -> None:
        """Draw each path up to this step, or to its end."""
        self.step = step
        self._draw()

    def place(self, pixel: tuple[float, float], centre: tuple[float, float], reach: tuple[float, float]) -> None:
        """Adapt to a view: the size of a pixel, the view's centre, and half its sides."""
        self._placed = []
        for path in self.paths:
            half = np.array(reach)
            cut = clipped(path.points / half, np.array(centre) / half, FAR) * half
            if not len(cut):
                nothing = np.empty(0, dtype=int)
                self._placed.append((cut, nothing, nothing))
                continue
            on_screen = cut / np.array(pixel)
            self._placed.append((cut, thinned(on_screen, LINE_GAP), thinned(on_screen, SYMBOL_GAP)))
        self._draw()

    def _draw(self) -> None:
        starts = {}
        for i, items in enumerate(self._items):
            shown = i < len(self._placed) and i not in self.hidden and len(self._placed[i][0]) > 0
            items.set_visible(shown)
            if not shown:
                continue
            path, line, symbols = self._placed[i]
            k = min(self.step, len(path) - 1)
            done = np.append(line[line < k], k)
            items.line.setData(path[done, 0], path[done, 1])
            marked = symbols[(symbols < k) & (symbols > 0)]
            items.symbols.setData(path[marked, 0], path[marked, 1])
            items.present.setData(path[k : k + 1, 0], path[k : k + 1, 1])
            items.present.setVisible(np.array_equal(path[k], self.paths[i].points[k]))
            starts[tuple(path[0].tolist())] = None
        self._starts.setData([x for x, _ in starts], [y for _, y in starts])
        self._starts.setVisible(bool(starts))
