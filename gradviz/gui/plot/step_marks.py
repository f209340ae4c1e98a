"""The parts of a step over a plot: an arrow for each sub-step, and the model that the method trusts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor

from gradviz.gui.theme import Theme

__all__ = ["MinimumMark", "StepArrow", "StepMarks", "arrow_colour", "arrow_lines"]

HEAD = 11.0
"""Pixels of an arrow's head."""
FAR = 8.0
"""Views away at which an arrow is cut."""
GRADIENT = 62.0
"""Pixels of the arrow that shows which way the gradient points."""


@dataclass(frozen=True)
class StepArrow:
    """An arrow of a sub-step.

    Attributes
    ----------
    number : of the sub-step.
    start, end : (2,) in the plot; of a gradient, `end` is a point in its direction.
    kind : "arrow", "gradient" (drawn with one length), "accepted" or "rejected".
    current : it is the sub-step that is shown.
    """

    number: int
    start: np.ndarray
    end: np.ndarray
    kind: str = "arrow"
    current: bool = False


def arrow_colour(kind: str, theme: Theme) -> str:
    """The colour of an arrow of a kind."""
    known = {"gradient": theme.plot_gradient, "accepted": theme.ok, "rejected": theme.error}
    return known.get(kind, theme.accent)


def arrow_lines(
    start: np.ndarray, end: np.ndarray, pixel: tuple[float, float], head: float = HEAD
) -> tuple[np.ndarray, np.ndarray]:
    """x and y of an arrow with an open head, NaN between its strokes."""
    scale = np.array(pixel)
    way = (end - start) / scale
    length = float(np.hypot(*way))
    if not length > 0:
        return np.empty(0), np.empty(0)
    unit = way / length
    size = min(head, 0.6 * length)
    sides = []
    for angle in (2.6, -2.6):
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        sides.append(end + size * (turn @ unit) * scale)
    points = np.array([start, end, [np.nan, np.nan], sides[0], end, sides[1]])
    return points[:, 0], points[:, 1]


class StepMarks:
    """The items of one opened step in a plot."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self._arrows: list[StepArrow] = []
        self._lines: list[tuple[pg.PlotCurveItem, pg.PlotCurveItem, pg.TextItem]] = []
        self.contours, self.level = pg.PlotCurveItem(connect="finite"), pg.PlotCurveItem(connect="finite")
        self.trust = pg.PlotCurveItem(connect="finite")
        self.bottom = pg.ScatterPlotItem(antialias=True, pxMode=True, symbol="x", size=13)
        for item in (self.contours, self.level, self.trust, self.bottom):
            self._add(item, 17)
        self._theme: Theme | None = None

    def _add(self, item, z: float) -> None:
        item.setZValue(z)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._plot.addItem(item, ignoreBounds=True)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        model = theme.trajectories[3]
        self.contours.setPen(pg.mkPen(model, width=1, style=Qt.PenStyle.DashLine))
        self.level.setPen(pg.mkPen(model, width=2.2, style=Qt.PenStyle.DashLine))
        self.trust.setPen(pg.mkPen(theme.trajectories[2], width=2.2, style=Qt.PenStyle.DotLine))
        self.bottom.setPen(pg.mkPen(theme.plot_point, width=1))
        self.bottom.setBrush(pg.mkBrush(model))

    def show_model(
        self,
        contours: tuple[np.ndarray, np.ndarray],
        level: tuple[np.ndarray, np.ndarray],
        trust: tuple[np.ndarray, np.ndarray],
        bottom: np.ndarray,
    ) -> None:
        """Draw a model's contours, the one through the iterate, the edge of its trust region, and its bottom."""
        self.contours.setData(*contours)
        self.level.setData(*level)
        self.trust.setData(*trust)
        seen = bool(np.isfinite(bottom).all())
        self.bottom.setData([bottom[0]] if seen else [], [bottom[1]] if seen else [])

    def show_arrows(self, arrows: Sequence[StepArrow], pixel: tuple[float, float], reach: tuple[float, float]) -> None:
        """Draw the sub-steps so far; the current one is the strong one."""
        self._arrows = list(arrows)
        while len(self._lines) < len(arrows):
            halo, line = pg.PlotCurveItem(connect="finite"), pg.PlotCurveItem(connect="finite")
            label = pg.TextItem(anchor=(0.5, 0.5))
            for z, item in ((30, halo), (31, line), (32, label)):
                self._add(item, z)
            self._lines.append((halo, line, label))
        for items in self._lines[len(arrows) :]:
            for item in items:
                item.setVisible(False)
        for arrow, items in zip(self._arrows, self._lines, strict=False):
            self._draw(arrow, items, pixel, reach)

    def clear(self) -> None:
        """Nothing is opened."""
        nothing = (np.empty(0), np.empty(0))
        self.show_model(nothing, nothing, nothing, np.full(2, np.nan))
        self.show_arrows((), (1.0, 1.0), (1.0, 1.0))

    def _draw(self, arrow: StepArrow, items, pixel: tuple[float, float], reach: tuple[float, float]) -> None:
        halo, line, label = items
        theme = self._theme
        if theme is None:
            return
        start, end = arrow.start, arrow.end
        scale = np.array(pixel)
        if arrow.kind == "gradient":
            way = (end - start) / scale
            end = start + GRADIENT * way / max(float(np.hypot(*way)), 1e-300) * scale
        over = float((np.abs(end - start) / np.array(reach)).max()) / FAR
        if over > 1:
            end = start + (end - start) / over
        colour = arrow_colour(arrow.kind, theme)
        style = Qt.PenStyle.DashLine if arrow.kind == "rejected" else Qt.PenStyle.SolidLine
        line.setPen(pg.mkPen(colour, width=3 if arrow.current else 1.5, style=style))
        paper = QColor(theme.plot_point)
        paper.setAlpha(190)
        halo.setPen(pg.mkPen(paper, width=7 if arrow.current else 4))
        x, y = arrow_lines(start, end, pixel)
        for item in (halo, line):
            item.setVisible(True)
            item.setData(x, y)
        label.setVisible(len(x) > 0)
        label.setText(str(arrow.number))
        label.setColor(colour)
        label.fill = QBrush(paper)
        way = (end - start) / scale
        length = max(float(np.hypot(*way)), 1e-300)
        aside = np.array([-way[1], way[0]]) / length * 12 * scale
        along = min(0.5, 60 / length)  # near the start, which is in view; the end need not be
        label.setPos(*(start + along * (end - start) + aside))


class MinimumMark:
    """A star where the minimum is known to be."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self.star = pg.ScatterPlotItem(antialias=True, pxMode=True, symbol="star", size=17)
        self.star.setZValue(30)  # no path and no map of basins hides it; the point and the start do
        self.star.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        plot.addItem(self.star, ignoreBounds=True)

    def set_theme(self, theme: Theme) -> None:
        self.star.setPen(pg.mkPen(theme.plot_point, width=1.2))
        self.star.setBrush(pg.mkBrush(theme.ok))

    def show(self, x: float | None, y: float | None) -> None:
        """Put it somewhere, or nowhere."""
        self.star.setData([] if x is None else [x], [] if y is None else [y])
