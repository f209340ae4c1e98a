"""A descent's path over the heat map: behind the shown step, ahead of it, and the iterates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem

from gradviz.gui.plot.background import Background
from gradviz.gui.plot.drawn_path import DrawnPath, Frame, PathSource, draw_path
from gradviz.gui.theme import Theme

__all__ = ["Trajectory"]

AT_ONCE = 2_000
"""Points that are cut and thinned at once, within a millisecond or two; more of them in a thread."""


class _Seen:
    """An item that covers all that is seen, and is not asked what it covers: pyqtgraph's walk through their points, and
    through the transforms of the view, at each change and each painting.
    """

    def boundingRect(self) -> QRectF:
        box = self.getViewBox()  # type: ignore[attr-defined]
        return QRectF() if box is None else box.viewRect()


class _Curve(_Seen, pg.PlotCurveItem):
    """A line of the path."""


class _Marks(_Seen, pg.ScatterPlotItem):
    """Marks along the path."""


class Trajectory:
    """The items of one path in a plot.

    Parameters
    ----------
    add : puts an item into the plot, or into a part of it, at a place among the others.
    parent : what lives as long as the plot.

    Attributes
    ----------
    drawn : what is drawn, or None; of a long path that grows or is zoomed into it is for a moment what was before.
    """

    def __init__(self, add: Callable[[QGraphicsItem, float], None], parent: QObject) -> None:
        self.drawn: DrawnPath | None = None
        self._source: PathSource | None = None
        self._background = Background(parent)
        self._step = 0
        self._suppressed = False
        self._halo = _Curve(antialias=True)
        self._ahead = _Curve(antialias=True)
        self._behind = _Curve(antialias=True)
        self._iterates = _Marks(antialias=True, pxMode=True)
        self._start = _Marks(antialias=True, pxMode=True)
        self._current = _Marks(antialias=True, pxMode=True)
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

    def set_path(self, source: PathSource | None) -> None:
        """Another path, or more of the one that is shown; None for none. `place` draws it."""
        self._background.cancel()
        self._source = source if source is not None and source.count else None
        if self._source is None:
            self.drawn = None
        self._step = 0

    def set_step(self, step: int) -> None:
        self._step = step
        self._draw()

    def set_suppressed(self, suppressed: bool) -> None:
        """Draw nothing while something else stands for it."""
        self._suppressed = suppressed
        self._draw()

    def place(self, frame: Frame) -> None:
        """Adapt to a view: what is drawn of a long path follows from a thread."""
        source = self._source
        if source is None or source.count <= AT_ONCE:
            self._background.cancel()
            self._take(None if source is None else draw_path(source, frame))
        elif self.drawn is None or (self.drawn.source, self.drawn.frame) != (source, frame):
            self._background.run("path", lambda _cancelled: draw_path(source, frame), self._take, finish=True)

    @property
    def busy(self) -> bool:
        """Whether what is drawn is still to come."""
        return self._background.busy

    def shutdown(self) -> None:
        self._background.shutdown()

    def reopen(self) -> None:
        """Follow paths again."""
        self._background.reopen()

    def _take(self, drawn: DrawnPath | None) -> None:
        self.drawn = drawn
        self._draw()

    def _draw(self) -> None:
        drawn, source = self.drawn, self._source
        shown = drawn is not None and len(drawn.line) > 0 and not self._suppressed
        for item in self._items:
            item.setVisible(shown)
        if drawn is None or source is None or not shown:
            return
        if drawn.source is not source and not source.goes_on_from(drawn.source):
            return  # another path, which is on its way, takes the old one's place in one go
        step = self._step
        known = drawn.shows(step)  # else the path is cut before, or begins later
        here = source.at(step) if known else drawn.line[0 if step < drawn.first else -1]
        k = int(np.searchsorted(drawn.numbers, step))
        after = int(np.searchsorted(drawn.numbers, step, side="right"))
        behind = np.vstack([drawn.line[:k], here])
        ahead = np.vstack([here, drawn.line[after:]])
        self._behind.setData(behind[:, 0], behind[:, 1])
        self._halo.setData(behind[:, 0], behind[:, 1])
        self._ahead.setData(ahead[:, 0], ahead[:, 1])
        marked = drawn.marked[1 : int(np.searchsorted(drawn.marked_numbers, step))]
        self._iterates.setData(marked[:, 0], marked[:, 1])
        self._start.setData(drawn.line[:1, 0], drawn.line[:1, 1])
        self._start.setVisible(drawn.first == 0)
        self._current.setVisible(known)
        self._current.setData(here[None, 0], here[None, 1])
