"""A descent's path over the heat map: behind the shown step, ahead of it, and the iterates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem

from gradviz.gui.theme import Theme

__all__ = ["Trajectory", "clipped", "thinned"]

MARKER_GAP = 9.0
"""Pixels between iterates that are both marked."""
LINE_GAP = 1.5
FAR = 40.0
"""Views away at which a path is cut: Qt cannot draw to 10^12."""


def clipped(points: np.ndarray, centre: np.ndarray, reach: float) -> np.ndarray:
    """The path up to where it leaves the square of half side `reach`, and a last point on its edge."""
    with np.errstate(all="ignore"):
        distance = np.abs(points - centre).max(axis=1)
    outside = np.flatnonzero(~(distance <= reach))
    if not outside.size:
        return points
    first = int(outside[0])
    if first == 0 or not np.isfinite(distance[first]):
        return points[:first]
    inside = points[first - 1]
    way = points[first] - inside
    share = (reach - distance[first - 1]) / max(distance[first] - distance[first - 1], 1e-300)
    return np.vstack([points[:first], inside + min(max(share, 0.0), 1.0) * way])


def thinned(pixels: np.ndarray, gap: float) -> np.ndarray:
    """Indices of points at least `gap` pixels apart along the path; the first and the last are kept."""
    kept, i = [0], 0
    walked = np.concatenate([[0.0], np.abs(np.diff(pixels, axis=0)).sum(axis=1).cumsum()])
    short = 1e-9 * float(walked[-1])  # what adding up may lose
    last = pixels[0]
    missing = gap
    while True:
        # Nobody is further away than he has walked: so far along the path there is no need to look.
        i = max(i + 1, int(np.searchsorted(walked, walked[i] + missing - short)))
        if i >= len(pixels):
            break
        missing = gap - float(np.abs(pixels[i] - last).sum())
        if missing <= 0:
            kept.append(i)
            last, missing = pixels[i], gap
    if kept[-1] != len(pixels) - 1:
        kept.append(len(pixels) - 1)
    return np.array(kept)


class Trajectory:
    """The items of one path in a plot.

    Parameters
    ----------
    add : puts an item into the plot, or into a part of it, at a place among the others.
    """

    def __init__(self, add: Callable[[QGraphicsItem, float], None]) -> None:
        self._points = np.empty((0, 2))
        self._path = np.empty((0, 2))
        self._line = self._marked = np.empty(0, dtype=int)
        self._step = 0
        self._suppressed = False
        self._halo = pg.PlotCurveItem(antialias=True)
        self._ahead = pg.PlotCurveItem(antialias=True)
        self._behind = pg.PlotCurveItem(antialias=True)
        self._iterates = pg.ScatterPlotItem(antialias=True, pxMode=True)
        self._start = pg.ScatterPlotItem(antialias=True, pxMode=True)
        self._current = pg.ScatterPlotItem(antialias=True, pxMode=True)
        items = (self._halo, self._ahead, self._behind, self._iterates, self._start, self._current)
        for z, item in enumerate(items):
            add(item, 10 + z)
        for curve in (self._halo, self._behind, self._ahead):
            curve.setSegmentedLineMode("on")
        self._items = items

    def set_theme(self, theme: Theme) -> None:
        ink = theme.plot_point_border
        paper = theme.plot_point
        halo = QColor(paper)
        halo.setAlpha(170)
        self._halo.setPen(pg.mkPen(halo, width=5))
        ahead = QColor(theme.trajectory_faded)
        ahead.setAlpha(190)
        self._ahead.setPen(pg.mkPen(ahead, width=1))
        self._behind.setPen(pg.mkPen(theme.trajectory, width=2))
        self._iterates.setSymbol("o")
        self._iterates.setSize(6)
        self._iterates.setPen(pg.mkPen(theme.trajectory, width=1.2))
        self._iterates.setBrush(pg.mkBrush(paper))
        self._start.setSymbol("s")
        self._start.setSize(10)
        self._start.setPen(pg.mkPen(paper, width=1.5))
        self._start.setBrush(pg.mkBrush(theme.plot_start))
        self._current.setSymbol("o")
        self._current.setSize(13)
        self._current.setPen(pg.mkPen(ink, width=2))
        self._current.setBrush(pg.mkBrush(theme.trajectory))

    def set_points(self, points: np.ndarray | None) -> None:
        """Another path, (k, 2); None for no path."""
        self._points = np.empty((0, 2)) if points is None else points
        self._step = 0

    def set_step(self, step: int) -> None:
        self._step = step
        self._draw()

    def set_suppressed(self, suppressed: bool) -> None:
        """Draw nothing while something else stands for it."""
        self._suppressed = suppressed
        self._draw()

    def place(self, pixel: tuple[float, float], centre: tuple[float, float], reach: float) -> None:
        """Adapt to a view: the size of a pixel, its centre, and half its larger side."""
        if not len(self._points):
            self._path = self._points
            self._draw()
            return
        self._path = clipped(self._points, np.array(centre), FAR * reach)
        if len(self._path):
            on_screen = self._path / np.array(pixel)
            self._line = thinned(on_screen, LINE_GAP)
            self._marked = thinned(on_screen, MARKER_GAP)
        self._draw()

    def _draw(self) -> None:
        path = self._path
        shown = len(path) > 0 and not self._suppressed
        for item in self._items:
            item.setVisible(shown)
        if not shown:
            return
        k = min(self._step, len(path) - 1)
        done = np.append(self._line[self._line < k], k)
        ahead = np.insert(self._line[self._line > k], 0, k)
        self._behind.setData(path[done, 0], path[done, 1])
        self._halo.setData(path[done, 0], path[done, 1])
        self._ahead.setData(path[ahead, 0], path[ahead, 1])
        marked = self._marked[(self._marked < k) & (self._marked > 0)]
        self._iterates.setData(path[marked, 0], path[marked, 1])
        self._start.setData(path[:1, 0], path[:1, 1])
        whole = self._step < len(path) and len(path) <= len(self._points)
        self._current.setVisible(whole)
        self._current.setData(path[k : k + 1, 0], path[k : k + 1, 1])
