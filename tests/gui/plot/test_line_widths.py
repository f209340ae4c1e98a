"""Lines are as wide on a fine screen as on a coarse one."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.handle import Handle
from gradviz.gui.plot.line_widths import hairline
from gradviz.gui.plot.overlay import Onto, Overlay, Part
from gradviz.gui.plot.stroke import draw_pieces, path_of, pieces, stroke_pen


def darkness(plot: Plot, ratio: float) -> np.ndarray:
    """How dark the pixels of a plot of 200 by 160 are at a scale, from 0 to 1."""
    image = QImage(int(200 * ratio), int(160 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    plot.render(painter, QRectF(0, 0, 200, 160), plot.viewport().rect())
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return 1 - pixels[..., :3].mean(axis=2) / 255


class Line(Part):
    """A line across the plot in an overlay, as pieces or as one path."""

    pen = stroke_pen("k", 1)
    as_path = False

    def draw(self, painter: QPainter, onto: Onto) -> None:
        painter.setPen(self.pen)
        found = pieces(*onto.lines(np.array([0.0, 1.0]), np.array([0.5, 0.5])))
        if self.as_path:
            painter.drawPath(path_of(found))
        else:
            draw_pieces(painter, found)


@pytest.fixture
def plot(qtbot: Any) -> Plot:
    made = Plot("p", "A plot")
    qtbot.addWidget(made)
    made.resize(200, 160)
    made.setBackground("w")
    made.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    made.getPlotItem().layout.setContentsMargins(10, 10, 10, 10)
    for side in ("left", "bottom"):
        made.getPlotItem().hideAxis(side)
    return made


@pytest.mark.parametrize("width", [1.0, 3.0])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("kind", ["curve", "straight line", "stroke", "stroke as one path"])
def test_a_line_covers_its_width_at_every_scale(plot: Plot, kind: str, ratio: float, width: float) -> None:
    pen = pg.mkPen("k", width=width)
    if kind.startswith("stroke"):
        line = Line(Overlay(plot.getPlotItem(), 1))
        line.pen, line.as_path = stroke_pen("k", width), kind != "stroke"
    else:
        curve = kind == "curve"
        item = pg.PlotCurveItem([0.0, 1.0], [0.5, 0.5], pen=pen) if curve else pg.InfiniteLine(0.5, angle=0, pen=pen)
        plot.getPlotItem().addItem(item)
    dark = darkness(plot, ratio)
    middle = dark[30:-30, dark.shape[1] // 2]
    assert middle.sum() == pytest.approx(width * ratio, rel=0.2)


@pytest.mark.parametrize("kind", ["symbol", "target", "handle", "frame"])
def test_borders_are_as_wide_at_200_percent(plot: Plot, kind: str) -> None:
    pen = pg.mkPen("k", width=3)
    if kind == "symbol":
        item = pg.ScatterPlotItem([0.5], [0.5], symbol="s", size=30, pen=pen, brush=None, pxMode=True)
        plot.getPlotItem().addItem(item)
    elif kind == "handle":
        handle = Handle(plot.getPlotItem(), 1, 30)
        handle.set_look(stroke_pen("k", 3), stroke_pen("k", 3), QBrush())
        handle.setPos(0.5, 0.5)
    elif kind == "target":
        plot.getPlotItem().addItem(pg.TargetItem((0.5, 0.5), size=30, symbol="s", pen=pen, brush=None, movable=False))
    else:
        plot.box.setBorder(hairline("#000000"))
    plain, fine = darkness(plot, 1.0).sum(), darkness(plot, 2.0).sum()
    assert plain > 100
    assert fine == pytest.approx(4 * plain, rel=0.1)  # twice as long and twice as wide
