"""Basins of attraction over the plane: a colour, a hatching and a number for each place where descents end."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor

from gradviz.gui.theme import Theme

__all__ = ["BasinOverlay", "basin_pixels"]

OPACITY = 0.78
LIGHTEST = 0.45
"""How far the colour of a start that needs many steps goes towards the paper."""
SQUARE = 8
"""Pixels of the picture for a cell: enough for a hatching."""


def basin_pixels(labels: np.ndarray, steps: np.ndarray, theme: Theme, square: int = SQUARE) -> np.ndarray:
    """The picture of the basins, (rows · square, columns · square, 4) RGBA.

    Each basin has its colour and its own hatching, so that it is told apart on grey paper; the more steps a start
    needs, the paler it is. Where a descent ends nowhere it is empty with crosses; what is not worked out is clear.
    """
    rows, columns = labels.shape
    paper = np.array(QColor(theme.plot_background).getRgb()[:3], dtype=float)
    inks = np.array([QColor(c).getRgb()[:3] for c in theme.trajectories], dtype=float)
    picture = np.zeros((rows, columns, 4))
    ended = labels >= 0
    if ended.any():
        counts = np.log1p(np.where(ended, steps, 0).astype(float))
        most = float(counts.max()) or 1.0
        share = LIGHTEST * np.clip(counts / most, 0, 1)[..., None]
        colour = inks[labels % len(inks)]
        picture[..., :3] = np.where(ended[..., None], colour + (paper - colour) * share, paper)
    else:
        picture[..., :3] = paper
    picture[..., 3] = np.where(labels == -2, 0, 255 * OPACITY)
    large = picture.repeat(square, axis=0).repeat(square, axis=1)
    which = labels.repeat(square, axis=0).repeat(square, axis=1)
    y, x = np.indices(which.shape)
    spacing = max(6, 5 * square // 2)
    patterns = (
        np.zeros(which.shape, dtype=bool),
        (x + y) % spacing < 1,
        (x - y) % spacing < 1,
        y % spacing < 1,
        x % spacing < 1,
        ((x % spacing) < 2) & ((y % spacing) < 2),
    )
    lines = np.zeros(which.shape, dtype=bool)
    for label in range(int(labels.max(initial=-1)) + 1):
        lines |= (which == label) & patterns[label % len(patterns)]
    crossed = ((x + y) % spacing == 0) | ((x - y) % spacing == 0)
    lines |= (which == -1) & crossed
    ink = np.array(QColor(theme.plot_point_border).getRgb()[:3], dtype=float)
    large[lines, :3] = 0.55 * large[lines, :3] + 0.45 * ink
    return large.astype(np.uint8)


class BasinOverlay:
    """The map, and the numbers of the points where descents end."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self.image = pg.ImageItem(axisOrder="row-major")
        self.image.setZValue(-25)
        self.points = pg.ScatterPlotItem(antialias=True, pxMode=True, symbol="o", size=20)
        self.points.setZValue(28)
        for item in (self.image, self.points):
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            plot.addItem(item, ignoreBounds=True)
        self.labels: list[pg.TextItem] = []
        self._theme: Theme | None = None
        self._shown: Any = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.points.setPen(pg.mkPen(theme.plot_point_border, width=1.5))
        self.points.setBrush(QBrush(QColor(theme.plot_point)))
        self.show_map(self._shown)

    def show_map(self, found: Any) -> None:
        """A `BasinMap`, or None."""
        self._shown = found
        for label in self.labels:
            self._plot.removeItem(label)
        self.labels = []
        shown = found is not None and self._theme is not None
        self.image.setVisible(shown)
        self.points.setVisible(shown)
        if not shown or self._theme is None:
            return
        view, basins = found.view, found.found
        square = SQUARE if basins.labels.size <= 4096 else SQUARE // 2
        self.image.setImage(basin_pixels(basins.labels, basins.steps, self._theme, square), levels=(0, 255))
        self.image.setRect(QRectF(view.x0, view.y0, view.width, view.height))
        places = np.asarray(found.places).reshape(-1, 2)
        self.points.setData(places[:, 0], places[:, 1])
        for i, (x, y) in enumerate(places.tolist()):
            label = pg.TextItem(str(i + 1), color=self._theme.plot_point_border, anchor=(0.5, 0.5))
            label.setZValue(29)
            self._plot.addItem(label, ignoreBounds=True)
            label.setPos(x, y)
            self.labels.append(label)
