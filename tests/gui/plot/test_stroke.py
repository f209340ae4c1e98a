"""Lines that move with every frame: which points they link, and what they cover."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.stroke import Stroke

NAN = np.nan


@pytest.fixture
def plot(qtbot: Any) -> Any:
    widget = Plot("p", "A plot")
    qtbot.addWidget(widget)
    widget.resize(300, 300)
    widget.setRange(xRange=(0, 10), yRange=(0, 10), padding=0)
    return widget


@pytest.mark.parametrize(
    ("connect", "xs", "links"),
    [
        ("all", [0, 1, 2], [(0, 1), (1, 2)]),
        ("pairs", [0, 1, 2, 3], [(0, 1), (2, 3)]),
        ("finite", [0, 1, NAN, 3, 4], [(0, 1), (3, 4)]),
        (np.array([True, False, True, False]), [0, 1, 2, 3], [(0, 1), (2, 3)]),
        ("all", [], []),
    ],
)
def test_it_links_what_it_is_told(plot: Any, connect: Any, xs: list[float], links: list[tuple[int, int]]) -> None:
    stroke = Stroke(plot.getPlotItem(), 1)
    stroke.setData(xs, [2.0 * x for x in xs], connect)
    assert [(piece.x1(), piece.x2()) for piece in stroke._pieces()] == links
    assert [(piece.y1(), piece.y2()) for piece in stroke._pieces()] == [(2.0 * a, 2.0 * b) for a, b in links]
    np.testing.assert_array_equal(stroke.getData()[0], np.array(xs, dtype=float))


@pytest.mark.parametrize("count", [2, 1000])
def test_it_covers_its_line_and_pen_as_far_as_they_are_seen(plot: Any, count: int) -> None:
    stroke = Stroke(plot.getPlotItem(), 1)
    stroke.setPen(pg.mkPen("k", width=8))
    stroke.setData(np.linspace(2, 1e9, count), np.linspace(3, 4, count))
    box = plot.getPlotItem().getViewBox()
    for shown in (10.0, 100.0):  # the pen is as wide in pixels as before
        plot.setRange(xRange=(0, shown), yRange=(0, shown), padding=0)
        covered = stroke.boundingRect()
        pen = 4 * shown / box.width()
        assert covered.left() <= 2 - pen
        assert shown + pen <= covered.right() <= 2 * shown
        assert covered.top() <= 3 - pen
        assert covered.bottom() >= 4 + pen
    stroke.setData([-5.0, -1.0], [1.0, 1.0])  # out of sight
    assert stroke.boundingRect().isEmpty()
