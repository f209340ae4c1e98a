"""What lies under the point is kept as one picture, as large as the plot and no larger, each text on its own paper."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from gradviz.gui.plot.backdrop import Backdrop
from gradviz.gui.plot.canvas import Canvas
from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.overlay import Onto, Overlay, Part
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.tag import Tag
from gradviz.gui.theme import DARK, current_theme
from gradviz.numeric.descent import GradientDescent, Limits, descend
from gradviz.numeric.planes import View
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
RED, BLUE = "#ff0000", "#0000ff"


@pytest.fixture
def plot(qtbot: Any) -> Any:
    """A plot from -1 to 1 with a red bar across it in a backdrop."""
    widget = pg.PlotWidget(background="w")
    qtbot.addWidget(widget)
    widget.resize(300, 300)
    widget.backdrop = Backdrop(widget.getPlotItem(), -50)
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
    assert canvas.backdrop.is_kept(canvas)  # and is not made again for nothing


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


class Text(Part):
    """A green paper with red letters."""

    def draw(self, painter: QPainter, onto: Onto) -> None:
        tag = Tag("888")
        tag.set_colours(QColor(255, 0, 0), QColor(0, 255, 0))
        middle = onto.place(6, 4)
        tag.draw(painter, middle.x(), middle.y(), 30)


def test_a_text_lies_on_its_paper_from_the_first_painting_on(qtbot: Any) -> None:
    window = pg.GraphicsLayoutWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    plot = window.addPlot()
    plot.setRange(xRange=(0, 10), yRange=(0, 10), padding=0)
    texts = Overlay(plot, 0)
    Text(texts)
    Backdrop(plot, -50).add(texts, 0)
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


def test_a_group_within_is_kept_by_itself(plot: Any, monkeypatch: Any) -> None:
    inner = Backdrop(plot.getPlotItem(), 1, within=plot.backdrop)
    over = pg.PlotCurveItem([-1.0, 1.0], [0.0, 0.0], pen=pg.mkPen(BLUE, width=8))
    inner.add(over, 0)
    assert colour(plot) == BLUE
    painted_anew: list[int] = []
    plain = over.paint
    monkeypatch.setattr(over, "paint", lambda *a: (painted_anew.append(1), plain(*a)))
    plot.bar.setPen(pg.mkPen("#00ff00", width=20))
    assert colour(plot) == BLUE  # on top, from its picture
    over.setVisible(False)
    assert colour(plot) == "#00ff00"
    assert not painted_anew


# --- of the plane


@pytest.fixture
def view(qtbot: Any) -> Any:
    """A bowl with a run on it, settled."""
    made = PlaneView()
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.set_choices(PlotChoices(stationary=True, hessian=True, taylor=2))
    made.show()
    qtbot.waitExposed(made)
    bowl = landscapes.bowl()
    with qtbot.waitSignal(made.pictureReady):
        made.set_landscape(bowl)
    qtbot.waitUntil(lambda: not made.busy)
    made.set_run(descend(bowl, np.array([-1.5, 1.0]), GradientDescent(0.05), Limits(steps=40)))
    made.show_step(3)
    made.canvas.dial.set_visible(True)
    paint(made)
    return made


def paint(view: Any) -> None:
    QApplication.processEvents()
    view.canvas.viewport().repaint()


def painted(view: Any, monkeypatch: Any) -> list[Any]:
    """The groups that are painted anew, from now on."""
    anew: list[Any] = []
    for group in (view.canvas.backdrop, view.canvas.above):
        effect = group._effect
        monkeypatch.setattr(
            effect, "drawSource", lambda p, e=effect, g=group: (anew.append(g), type(e).drawSource(e, p))
        )
    return anew


def test_a_drag_paints_neither_what_lies_below_nor_the_run_anew(view: Any, monkeypatch: Any) -> None:
    before, anew = view.canvas.grab().toImage(), painted(view, monkeypatch)
    for angle in np.linspace(0, 3, 6).tolist():
        view._on_dragged(np.cos(angle), np.sin(angle))
        view.canvas.dial.show_step(np.cos(angle), np.sin(angle), 0.4, 2 * angle)
        paint(view)
    assert not anew
    assert view.canvas.grab().toImage() != before


@pytest.mark.parametrize(
    ("change", "above_only"),
    [
        (lambda view: view.show_step(9), True),
        (lambda view: view.set_run(None), True),
        (lambda view: view.canvas.stationary.choose(0.0, 0.0), True),
        (lambda view: view.canvas.trajectory.set_suppressed(True), True),
        (lambda view: view.set_theme(DARK), False),
        (lambda view: view.canvas.box.scaleBy([0.8, 0.8]), False),
    ],
    ids=["step", "run", "ring", "visibility", "theme", "zoom"],
)
def test_the_run_is_painted_anew_when_it_changes(view: Any, monkeypatch: Any, change: Any, above_only: bool) -> None:
    before, anew = view.canvas.grab().toImage(), painted(view, monkeypatch)
    change(view)
    paint(view)
    assert view.canvas.above in anew
    assert (view.canvas.backdrop in anew) != above_only
    assert view.canvas.grab().toImage() != before


def test_what_is_kept_is_as_fine_as_the_device(view: Any) -> None:
    size = view.canvas.size()
    for ratio in (2, 1):
        image = QImage(size * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        view.canvas.render(painter, QRectF(0, 0, size.width(), size.height()), view.canvas.viewport().rect())
        painter.end()
        for group in (view.canvas.backdrop, view.canvas.above):
            assert group._effect._pixmap.devicePixelRatio() == ratio
