"""Lines are as wide on a fine screen as on a coarse one."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gradviz.gui.plot.axes import Plot


@pytest.mark.parametrize("width", [1.0, 3.0])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_line_covers_its_width_at_every_scale(qtbot: Any, ratio: float, width: float) -> None:
    plot = Plot("p", "A plot")
    qtbot.addWidget(plot)
    plot.resize(200, 160)
    plot.setBackground("w")
    plot.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    for side in ("left", "bottom"):
        plot.getPlotItem().hideAxis(side)
    pen = pg.mkPen("k", width=width)
    plot.getPlotItem().addItem(pg.PlotCurveItem([0.0, 1.0], [0.5, 0.5], pen=pen))
    image = QImage(int(200 * ratio), int(160 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    plot.render(painter, QRectF(0, 0, 200, 160), plot.viewport().rect())
    painter.end()
    column = image.width() // 2
    dark = sum(1 - image.pixelColor(column, row).lightnessF() for row in range(10, image.height() - 10))
    assert dark == pytest.approx(width * ratio, rel=0.2)
