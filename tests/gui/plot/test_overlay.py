"""One item paints all drawings at the point: in their order, as far as they are seen, and no more often than needed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.overlay import Onto, Overlay, Part

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


class Square(Part):
    """A square of the plane, or all that is seen."""

    def __init__(self, overlay: Overlay, z: float, colour: str, place: QRectF | None) -> None:
        self.colour, self.place = colour, place
        super().__init__(overlay, z)

    def covered(self, pixel: tuple[float, float]) -> QRectF | None:
        return self.place

    def draw(self, painter: QPainter, onto: Onto) -> None:
        place = self.place or QRectF(0, 0, 10, 10)
        corners = onto.place(place.left(), place.top()), onto.place(place.right(), place.bottom())
        painter.fillRect(QRectF(*corners).normalized(), QColor(self.colour))


@pytest.fixture
def plot(qtbot: Any) -> Any:
    widget = Plot("p", "A plot")
    qtbot.addWidget(widget)
    widget.resize(300, 300)
    widget.setRange(xRange=(0, 10), yRange=(0, 10), padding=0)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def colour(plot: Any, x: float, y: float) -> str:
    QApplication.processEvents()
    place = plot.mapFromScene(plot.getViewBox().mapViewToScene(pg.Point(x, y)))
    return str(plot.grab().toImage().pixelColor(place).name())


def test_parts_are_painted_by_their_order_while_they_are_visible(plot: Any) -> None:
    overlay = Overlay(plot.getPlotItem(), 1)
    red = Square(overlay, 2, "#ff0000", QRectF(2, 2, 2, 2))
    Square(overlay, 1, "#0000ff", QRectF(1, 1, 6, 6))
    assert colour(plot, 3, 3) == "#ff0000"
    assert colour(plot, 6, 6) == "#0000ff"
    red.set_visible(False)
    assert colour(plot, 3, 3) == "#0000ff"
    plot.setRange(xRange=(0, 20), yRange=(0, 20), padding=0)
    assert colour(plot, 6, 6) == "#0000ff"


def test_it_covers_its_visible_parts_as_far_as_they_are_seen(plot: Any) -> None:
    overlay = Overlay(plot.getPlotItem(), 1)
    Square(overlay, 0, "red", QRectF(2, 3, 1, 1))
    far = Square(overlay, 0, "red", QRectF(5, 5, 1e9, 1))
    seen = plot.getViewBox().viewRect()
    assert overlay.boundingRect() == QRectF(2, 3, seen.right() - 2, 3)
    far.set_visible(False)
    assert overlay.boundingRect() == QRectF(2, 3, 1, 1)
    far.place = None  # all that is seen
    far.set_visible(True)
    assert overlay.boundingRect() == seen
    plot.setRange(xRange=(0, 20), yRange=(0, 20), padding=0)
    assert overlay.boundingRect() == plot.getViewBox().viewRect()


def test_only_where_something_moved_is_painted(plot: Any, monkeypatch: Any) -> None:
    overlay = Overlay(plot.getPlotItem(), 1)
    square = Square(overlay, 0, "#ff0000", QRectF(2, 2, 1, 1))
    far = Square(Overlay(plot.getPlotItem(), 1), 0, "#0000ff", QRectF(8, 8, 1, 1))
    assert colour(plot, 2.5, 2.5) == "#ff0000"
    drawn: list[int] = []
    monkeypatch.setattr(far, "draw", lambda *_: drawn.append(1))
    for place in np.linspace(2, 5, 5).tolist():
        square.place = QRectF(place, 2, 1, 1)
        square.changed()
        QApplication.processEvents()
    assert not drawn
    assert colour(plot, 5.5, 2.5) == "#ff0000"
    assert colour(plot, 2.2, 2.5) != "#ff0000"
