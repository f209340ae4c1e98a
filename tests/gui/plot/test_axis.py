"""An axis draws what pyqtgraph's own code would, with our numbers."""

from __future__ import annotations

import pyqtgraph as pg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter, QPicture
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.axis import Axis

SIDES = ("bottom", "left", "right", "top")


@pytest.fixture(scope="module")
def plot(qapp):
    shown = Plot("axes", "Axes")
    for side in ("right", "top"):
        shown.getPlotItem().setAxisItems({side: Axis(side)})
        shown.getPlotItem().showAxis(side)
    shown.resize(640, 480)
    shown.show()
    qapp.processEvents()
    yield shown
    shown.close()


def specs(axis, draw):
    picture = QPicture()
    painter = QPainter(picture)
    found = draw(axis, painter)
    painter.end()
    return found


def ends(tick):
    return [round(c, 6) for end in tick[1:] for c in (end.x(), end.y())]


@settings(max_examples=60, deadline=None)
@given(span=st.floats(1e-6, 1e6), ratio=st.floats(-1e3, 1e3), size=st.floats(30, 2000))
def test_ticks_stand_where_pyqtgraph_puts_them(span, ratio, size):
    axis, low = Axis("bottom"), ratio * span
    ours = axis.tickValues(low, low + span, size)
    theirs = pg.AxisItem.tickValues(axis, low, low + span, size)
    assert [spacing for spacing, _ in ours] == [spacing for spacing, _ in theirs]
    for (spacing, mine), (_, its) in zip(ours, theirs, strict=True):
        within = [[v for v in values if 1e-6 < (v - low) / span < 1 - 1e-6] for values in (mine, its)]
        assert within[0] == pytest.approx(within[1], abs=1e-6 * spacing)


@pytest.mark.parametrize("side", SIDES)
def test_line_ticks_and_numbers_lie_where_pyqtgraph_draws_them(plot, side):
    plot.box.setRange(xRange=(-1.37, 2.71), yRange=(-3.3, 5.17), padding=0)
    axis = plot.getPlotItem().getAxis(side)
    line, ticks, texts = specs(axis, Axis.generateDrawSpecs)
    its_line, its_ticks, its_texts = specs(axis, pg.AxisItem.generateDrawSpecs)
    assert ends(line) == ends(its_line)
    assert sorted(map(ends, ticks)) == sorted(map(ends, its_ticks))
    assert [pen.color().alpha() for pen, *_ in ticks] == [pen.color().alpha() for pen, *_ in its_ticks]
    assert [text for *_, text in texts] == [text for *_, text in its_texts]
    for (place, flags, _), (its_place, its_flags, _) in zip(texts, its_texts, strict=True):
        assert int(flags) == int(its_flags)
        assert place.center().x() == pytest.approx(its_place.center().x(), abs=2)
        assert place.center().y() == pytest.approx(its_place.center().y(), abs=2)


def test_a_tick_at_the_very_end_of_an_axis_is_drawn_and_numbered(plot):
    plot.box.setRange(xRange=(-2, 2), yRange=(-2, 2), padding=0)
    for side in SIDES:
        _, _, texts = specs(plot.getPlotItem().getAxis(side), Axis.generateDrawSpecs)
        written = {text for *_, text in texts}
        assert {"−2", "2"} <= written


def test_numbers_of_shorter_ticks_give_way_where_there_is_no_room(plot):
    axis = plot.getPlotItem().getAxis("bottom")
    plot.box.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    wide = specs(axis, Axis.generateDrawSpecs)[2]
    plot.box.setRange(xRange=(1_000_000, 1_000_001), yRange=(0, 1), padding=0)
    long = specs(axis, Axis.generateDrawSpecs)[2]
    assert len(long) < len(wide)
    for numbers in (wide, long):
        places = sorted((place for place, *_ in numbers), key=lambda place: place.left())
        assert all(a.right() <= b.left() for a, b in zip(places, places[1:], strict=False))


def test_ticks_that_were_given_are_taken_as_they_are_and_none_beyond_the_range(plot):
    axis = plot.getPlotItem().getAxis("bottom")
    plot.box.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    axis.setTicks([[(0.25, "a quarter"), (7.0, "beyond")]])
    try:
        _, ticks, texts = specs(axis, Axis.generateDrawSpecs)
        assert [text for *_, text in texts] == ["a quarter"]
        assert len(ticks) == 1
    finally:
        axis.setTicks(None)


def test_no_axis_scales_its_numbers_by_a_power_of_ten(plot):
    axis = plot.getPlotItem().getAxis("bottom")
    plot.box.setRange(xRange=(0, 5e-7), yRange=(0, 1), padding=0)
    assert "x1e" not in axis.labelString()
    assert axis.autoSIPrefixScale == 1.0


def columns_painted(axis, left):
    """Where the axis paints anything, of its own coordinates from `left` on."""
    image = QImage(900, 500, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter, option = QPainter(image), QStyleOptionGraphicsItem()
    painter.translate(-left, 0.0)
    option.exposedRect = axis.boundingRect()
    axis.paint(painter, option, None)
    painter.end()
    return pg.functions.ndarray_from_qimage(image)[..., 3].any(axis=0).nonzero()[0] + left


def test_a_number_at_the_end_of_an_axis_is_whole(plot):
    axis = plot.getPlotItem().getAxis("bottom")
    axis.setTicks([[(0.0, "000")]])
    plot.box.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    try:
        assert columns_painted(axis, -40.0).min() < -8
    finally:
        axis.setTicks(None)


def test_nothing_is_painted_beside_an_axis_that_has_no_room_for_a_number_yet(plot):
    """It would stay there once the axis has moved: nobody paints that place anew for it."""
    axis = plot.getPlotItem().getAxis("right")
    axis.setTicks([[(0.5, "1000000000000")]])
    plot.box.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    try:
        drawn = columns_painted(axis, 0.0)
        assert axis.boundingRect().left() - 1 <= drawn.min()
        assert 0 < drawn.max() <= axis.boundingRect().right() + 1
    finally:
        axis.setTicks(None)
