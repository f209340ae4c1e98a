"""What lies under the point is kept as one picture, as large as the plot and no larger, each text on its own paper."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QApplication, QWidget

from gradviz.gui.plot.backdrop import Backdrop, BackdropText
from gradviz.gui.plot.canvas import Canvas
from gradviz.gui.theme import current_theme
from gradviz.numeric.planes import View

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
RED, BLUE = "#ff0000", "#0000ff"


@pytest.fixture
def plot(qtbot: Any) -> Any:
    """A plot from -1 to 1 with a red bar across it in a backdrop."""
    widget = pg.PlotWidget(background="w")
    qtbot.addWidget(widget)
    widget.resize(300, 300)
    widget.backdrop = Backdrop(widget.getPlotItem())
    widget.bar = pg.PlotCurveItem([-1.0, 1.0], [0.0, 0.0], pen=pg.mkPen(RED, width=20))
    widget.backdrop.add(widget.bar, 0)
    widget.setRange(xRange=(-1, 1), yRange=(-1, 1), padding=0)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def colour(plot: Any) -> str:
    """What is seen in the middle."""
    QApplication.processEvents()
    plot.viewport().repaint()
    middle = plot.mapFromScene(plot.getViewBox().mapViewToScene(pg.Point(0.0, 0.0)))
    return str(plot.grab().toImage().pixelColor(middle).name())


def test_it_is_seen_and_follows_its_items(plot: Any) -> None:
    assert colour(plot) == RED
    plot.bar.setPen(pg.mkPen(BLUE, width=20))
    assert colour(plot) == BLUE
    plot.bar.setVisible(False)
    assert colour(plot) == "#ffffff"


def test_another_item_over_it_does_not_paint_it_anew(plot: Any, monkeypatch: Any) -> None:
    over = pg.ScatterPlotItem([0.5], [0.5])
    plot.addItem(over, ignoreBounds=True)
    plot.viewport().repaint()
    painted: list[int] = []
    monkeypatch.setattr(plot.bar, "paint", lambda *_: painted.append(1))
    for x in np.linspace(-0.9, 0.9, 7).tolist():
        over.setData([x], [x])
        plot.viewport().repaint()
    assert not painted


def test_a_change_of_one_item_leaves_the_others_in_the_picture(qtbot: Any) -> None:
    """Only where the changed item is the view is painted anew."""
    window = QWidget()
    qtbot.addWidget(window)
    canvas = Canvas(window)
    canvas.resize(300, 300)
    canvas.set_theme(current_theme())
    canvas.set_view(View(-1, 1, -1, 1))
    still, moving = (pg.ScatterPlotItem([0.5], [y], size=16, pen=None, brush=RED) for y in (-0.5, 0.5))
    for item in (still, moving):
        canvas.backdrop.add(item, 0)
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(50)  # until nothing else is to be painted
    moving.setData([-0.5], [0.5])
    QApplication.processEvents()  # paints what changed
    picture = canvas.grab().toImage()
    for x, y in ((0.5, -0.5), (-0.5, 0.5)):
        place = canvas.mapFromScene(canvas.box.mapViewToScene(pg.Point(x, y)))
        assert picture.pixelColor(place).name() == RED
    transform = canvas.backdrop.deviceTransform(canvas.viewportTransform())
    assert canvas.backdrop._effect.made_for(transform, canvas.viewport())  # and is not made again for nothing


def test_a_far_zoom_needs_no_larger_picture(plot: Any) -> None:
    """Qt's own copy of the items would have 30 million pixels a side here."""
    plot.setRange(xRange=(-1e-5, 1e-5), yRange=(-1e-5, 1e-5), padding=0)
    assert colour(plot) == RED
    kept = plot.backdrop._effect._pixmap
    assert kept.width() * kept.height() <= 4 * 300 * 300


def spots(picture: Any, colour: tuple[int, int, int]) -> np.ndarray:
    """Where the picture has about that colour, rows of (x, y)."""
    image = picture.toImage()
    found = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if max(abs(a - b) for a, b in zip(image.pixelColor(x, y).getRgb()[:3], colour, strict=True)) < 60
    ]
    return np.array(found)


def test_a_text_lies_on_its_paper_from_the_first_painting_on(qtbot: Any) -> None:
    window = pg.GraphicsLayoutWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    plot = window.addPlot()
    plot.setRange(xRange=(0, 10), yRange=(0, 10), padding=0)
    text = BackdropText("888", anchor=(0.5, 0.5), color=QColor(255, 0, 0), angle=30)
    text.fill = QBrush(QColor(0, 255, 0))
    Backdrop(plot).add(text, 0)
    text.setPos(6, 4)
    window.show()
    qtbot.waitExposed(window)
    for _ in range(2):
        picture = window.grab()
        paper, ink = spots(picture, (0, 255, 0)), spots(picture, (255, 0, 0))
        assert len(paper) > 100
        assert len(ink) > 10
        assert np.abs(paper.mean(axis=0) - ink.mean(axis=0)).max() < 3
        assert (ink.min(axis=0) >= paper.min(axis=0)).all()
        assert (ink.max(axis=0) <= paper.max(axis=0)).all()
        plot.setRange(xRange=(2, 9), yRange=(1, 8), padding=0)
