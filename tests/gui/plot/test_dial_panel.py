"""Why the gradient: the dial shows what a turning step does."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gradviz.gui import theme
from gradviz.gui.plot.dial_panel import DialPanel
from gradviz.gui.plot.plane_view import PlaneView
from tests.gui.plot.functions import HIMMELBLAU, landscape_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def pair(qtbot: Any) -> Any:
    view, panel = PlaneView(), DialPanel()
    for widget in (view, panel):
        qtbot.addWidget(widget)
        widget.resize(560, 420)
        widget.set_theme(theme.LIGHT)
    panel.connect_to(view)
    view.show()
    panel.show()
    qtbot.waitExposed(panel)
    view.set_landscape(landscape_of("x^2 + 3 y^2"))
    view.set_point(1.0, 1.0)
    qtbot.waitUntil(lambda: not (view.busy or panel.busy) and panel.dial is not None)
    qtbot.waitUntil(lambda: (panel.dial.x, panel.dial.y) == (1.0, 1.0))
    yield view, panel
    panel.shutdown()


def test_the_curves_are_the_increment_and_the_differential(pair: Any) -> None:
    panel = pair[1]
    length = panel.length.value()
    degrees, change = panel.increments.getData()
    _, linear = panel.differentials.getData()
    angle = np.radians(degrees)
    dx, dy = length * np.cos(angle), length * np.sin(angle)
    np.testing.assert_allclose(linear, 2 * dx + 6 * dy, atol=1e-12)
    np.testing.assert_allclose(change, 2 * dx + 6 * dy + dx**2 + 3 * dy**2, atol=1e-12)


def test_the_gradient_and_the_tangents_are_marked(pair: Any) -> None:
    panel = pair[1]
    at = math.degrees(math.atan2(6, 2))
    marks = [mark.value() for mark in panel._marks]
    assert marks == pytest.approx([at, at + 90, at - 90 + 360])


def test_the_gradient_bears_the_function_s_name(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    view.set_landscape(landscape_of("x^2 + 2 y^2"), name="g")
    qtbot.waitUntil(lambda: not (view.busy or panel.busy) and panel._names[0].toPlainText() == "∇g")
    assert view.canvas.arrow.label.text == "∇g"


@pytest.mark.parametrize(("away", "words"), [(0, "largest"), (90, "does not change"), (180, "direction of descent")])
def test_special_directions_are_told(pair: Any, away: float, words: str) -> None:
    view, panel = pair
    panel.set_angle(math.atan2(6, 2) + math.radians(away))
    assert words in panel.readout.text()
    assert words in panel.accessibleDescription()
    x, y = view.canvas.dial.end.place()
    length = panel.length.value()
    assert math.hypot(x - 1, y - 1) == pytest.approx(length)
    assert (x - 1) * 2 + (y - 1) * 6 == pytest.approx(
        length * math.hypot(2, 6) * math.cos(math.radians(away)), abs=1e-9
    )


def test_it_turns_by_itself_and_stops(qtbot: Any, pair: Any) -> None:
    panel = pair[1]
    before = panel.angle
    qtbot.keyClick(panel, Qt.Key.Key_Space)
    assert panel.is_playing()
    qtbot.waitUntil(lambda: panel.angle > before + 0.05)
    panel.hide()
    assert not panel.is_playing()


def test_slider_line_and_the_step_in_the_plane_turn_it(pair: Any) -> None:
    view, panel = pair
    panel.slider.setValue(120)
    assert panel.angle == pytest.approx(math.radians(120))
    panel.now.setPos(200)
    assert panel.angle == pytest.approx(math.radians(200))
    view.canvas.dial.end.dragged.emit(1.0, 5.0)
    assert panel.angle == pytest.approx(math.pi / 2)


def test_a_bad_length_is_told_and_the_last_dial_stays(qtbot: Any, pair: Any) -> None:
    panel = pair[1]
    before = panel.dial
    panel.length.selectAll()
    qtbot.keyClicks(panel.length, "-")
    assert panel.message.isVisible()
    qtbot.keyClicks(panel.length, "1")
    assert "positive" in panel.message.text()
    assert panel.dial is before


def test_the_dial_is_seen_with_its_panel_only(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    assert view.canvas.dial.circle.visible
    panel.hide()
    assert not view.canvas.dial.circle.visible


def test_where_the_gradient_vanishes_there_is_no_direction(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    view.set_landscape(landscape_of(HIMMELBLAU))
    view.set_point(3.0, 2.0)
    qtbot.waitUntil(lambda: not (view.busy or panel.busy))
    assert not panel._marks[0].isVisible()
    assert "from ∇" not in panel.readout.text()


def test_the_knob_never_hides_the_arrow_s_name(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    arrow, knob, pixel = view.canvas.arrow, view.canvas.dial.end, view.canvas.pixel()
    panel.length.entered.emit(math.dist(arrow.label_at, (1.0, 1.0)))
    qtbot.waitUntil(lambda: not panel.busy)
    places = set()
    for degrees in range(0, 360, 3):
        panel.set_angle(math.radians(degrees))
        apart = [abs(a - b) / p for a, b, p in zip(arrow.label_at, knob.place(), pixel, strict=True)]
        assert any(a >= half + 7 for a, half in zip(apart, arrow.label.half, strict=True)), degrees
        places.add(arrow.label_at)
    assert len(places) == 2  # it goes aside, and comes back
    panel.hide()
    assert arrow.label_at in places


@pytest.mark.parametrize("point", [(1.0, 0.0), (0.0, -1.0), (-0.3, -0.9)])
def test_names_of_directions_are_whole(qtbot: Any, pair: Any, point: tuple[float, float]) -> None:
    view, panel = pair
    view.set_point(*point)
    qtbot.waitUntil(lambda: not panel.busy and (panel.dial.x, panel.dial.y) == point)
    frame = panel.plot.box.sceneBoundingRect()
    for name in panel._names:
        box = name.mapRectToScene(name.boundingRect())
        assert frame.left() - 1 <= box.left()
        assert box.right() <= frame.right() + 1
