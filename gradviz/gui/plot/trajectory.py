"""A descent's path over the heat map: behind the shown step, ahead of it, and the iterates."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem

from gradviz.gui.plot.background import Background
from gradviz.gui.plot.drawn_path import DrawnPath, Frame, PathSource, draw_path
from gradviz.gui.plot.overlay import Onto, Overlay, Part
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


class Mark(Part):
    """One mark on the path: where it starts, or where it is.

    Attributes
    ----------
    place : in the plane.
    """

    def __init__(self, overlay: Overlay, size: float, *, is_round: bool) -> None:
        super().__init__(overlay)
        self.place = (0.0, 0.0)
        self._half, self._is_round = size / 2, is_round
        self._pen, self._brush = QPen(Qt.PenStyle.NoPen), QBrush()

    def set_look(self, pen: QPen, brush: QBrush) -> None:
        self._pen, self._brush = pen, brush
        self.changed()

    def show_at(self, x: float, y: float) -> None:
        self.place = (x, y)
        self.changed()

    def covered(self, pixel: tuple[float, float]) -> QRectF:
        reach = self._half + self._pen.widthF()
        width, height = reach * pixel[0], reach * pixel[1]
        return QRectF(self.place[0] - width, self.place[1] - height, 2 * width, 2 * height)

    def draw(self, painter: QPainter, onto: Onto) -> None:
        painter.setPen(self._pen)
        painter.setBrush(self._brush)
        across = QPointF(self._half, self._half)
        middle = onto.place(*self.place)
        (painter.drawEllipse if self._is_round else painter.drawRect)(QRectF(middle - across, middle + across))


class Trajectory:
    """The items of one path in a plot.

    Parameters
    ----------
    plot : the plot that it is drawn in.
    add : puts an item into the plot, or into a part of it, at a place among the others.
    parent : what lives as long as the plot.

    Attributes
    ----------
    drawn : what is drawn, or None; of a long path that grows or is zoomed into it is for a moment what was before.
    start, current : the marks where it starts and where it is.
    """

    def __init__(self, plot: pg.PlotItem, add: Callable[[QGraphicsItem, float], None], parent: QObject) -> None:
        self.drawn: DrawnPath | None = None
        self._source: PathSource | None = None
        self._background = Background(parent)
        self._step = 0
        self._suppressed = False
        self._halo = _Curve(antialias=True)
        self._ahead = _Curve(antialias=True)
        self._behind = _Curve(antialias=True)
        self._iterates = _Marks(antialias=True, pxMode=True)
        ends = Overlay(plot, 0)
        self.start, self.current = Mark(ends, 10, is_round=False), Mark(ends, 13, is_round=True)
        items = (self._halo, self._ahead, self._behind, self._iterates)
        for z, item in enumerate(items):
            add(item, 10 + z)
        add(ends, 10 + len(items))
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
        self.start.set_look(pg.mkPen(paper, width=1.5), pg.mkBrush(theme.plot_start))
        self.current.set_look(pg.mkPen(ink, width=2), pg.mkBrush(theme.trajectory))

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
        for mark in (self.start, self.current):
            mark.set_visible(shown and mark.visible)
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
        self.start.set_visible(drawn.first == 0)
        self.start.show_at(*drawn.line[0].tolist())
        self.current.set_visible(known)
        self.current.show_at(*here.tolist())
