"""The choice of the plane, and the coordinates that are not drawn."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradviz.gui.picture import scene
from gradviz.gui.plot.choices import PlaneChoice
from gradviz.gui.plot.plane_panel import WAYS, PlanePanel
from gradviz.gui.plot.plane_view import PlaneView
from tests.gui.plot.functions import landscape_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TEXT = "w in R^4\nA in R^(4,4) symmetric\nw' A w"
A = [[5.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0], [0.0, 0.0, -2.0, 0.0], [0.0, 0.0, 0.0, 3.0]]


@pytest.fixture
def pair(qtbot: Any) -> tuple[PlaneView, PlanePanel]:
    view, panel = PlaneView(), PlanePanel()
    for widget in (view, panel):
        qtbot.addWidget(widget)
        widget.resize(560, 420)
    panel.connect_to(view)
    view.show()
    panel.show()
    qtbot.waitExposed(panel)
    view.set_landscape(landscape_of(TEXT, values={"A": A, "w": [1.0, 2.0, 0.0, 0.5]}))
    qtbot.waitUntil(lambda: not view.busy)
    return view, panel


def choose(panel: PlanePanel, way: str, qtbot: Any) -> PlaneChoice:
    panel.way.setCurrentIndex(panel.way.findData(way))
    with qtbot.waitSignal(panel.planeChosen) as told:
        panel.way.activated.emit(panel.way.currentIndex())
    return told.args[0]


def test_any_two_coordinates(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    panel.x.setCurrentIndex(2)
    with qtbot.waitSignal(panel.planeChosen) as told:
        panel.x.activated.emit(2)
    assert told.args[0] == PlaneChoice(("w_3", "w_2"))
    plane = scene.plane_of(told.args[0], view.landscape)
    assert view.landscape.with_plane(plane).axis_labels() == ("w_3", "w_2")


def test_the_same_coordinate_twice_is_told(qtbot: Any, pair: Any) -> None:
    panel = pair[1]
    panel.x.setCurrentIndex(1)
    with qtbot.assertNotEmitted(panel.planeChosen):
        panel.x.activated.emit(1)
    assert "same coordinate" in panel.message.text()


@pytest.mark.parametrize("way", ["random", "gradient", "curvature"])
def test_two_directions_are_orthonormal_and_go_through_the_point(qtbot: Any, pair: Any, way: str) -> None:
    view, panel = pair
    view.set_point(1.0, 2.0)
    choice = choose(panel, way, qtbot)
    u, v = (np.array(vector) for vector in choice.vectors)
    np.testing.assert_allclose([u @ u, u @ v, v @ v], [1, 0, 1], atol=1e-12)
    assert choice.anchor == (1.0, 2.0, 0.0, 0.5)
    gradient = 2 * np.array(A) @ np.array(choice.anchor)
    if way == "gradient":
        np.testing.assert_allclose(u, gradient / np.linalg.norm(gradient), atol=1e-12)
    if way == "curvature":
        np.testing.assert_allclose(np.abs([u[0], v[2]]), 1, atol=1e-12)  # eigenvalues 10 and -4
    view.set_landscape(view.landscape.with_plane(scene.plane_of(choice, view.landscape)))
    qtbot.waitUntil(lambda: not view.busy)
    assert view.names()[:2] == ("s", "t")
    assert choice.names[0].replace("λ", "<i>λ</i>").replace("∇f", "∇<i>f</i>") in (
        view.canvas.plot.getAxis("bottom").labelText
    )
    assert panel.way.currentData() == way


def test_three_points(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    panel.way.setCurrentIndex(panel.way.findData("points"))
    panel.way.activated.emit(panel.way.currentIndex())
    assert panel.points.isVisible()
    assert panel.use_points.isVisible()
    assert not panel.table.isVisible()
    assert panel.minimumSizeHint().height() < 220, "in a small window points and button have room, too"
    with qtbot.waitSignal(panel.planeChosen) as told:
        panel.use_points.click()
    assert told.args[0].anchor == (1.0, 2.0, 0.0, 0.5)
    view.set_landscape(view.landscape.with_plane(scene.plane_of(told.args[0], view.landscape)))
    assert view.canvas.laid_through.points == [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]
    panel.points.setColumnCount(0)  # as when a document is opened
    panel.way.activated.emit(panel.way.currentIndex())
    assert [panel.points.item(2, column).text() for column in range(4)] == ["1", "2", "0", "1.5"]
    for column in range(4):
        panel.points.item(1, column).setText(panel.points.item(0, column).text())
    with qtbot.assertNotEmitted(panel.planeChosen):
        panel.use_points.click()
    assert panel.message.isVisible()
    panel.points.item(2, 1).setText("a")
    panel.use_points.click()
    assert "Point 3" in panel.message.text()
    assert (panel.points.currentRow(), panel.points.currentColumn()) == (2, 1)
    assert "not a number" in panel.message.text()


def test_coordinates_outside_the_plane_are_edited(qtbot: Any, pair: Any) -> None:
    panel = pair[1]
    assert [panel.table.item(r, 0).text() for r in range(panel.table.rowCount())] == ["w₃", "w₄"]
    with qtbot.waitSignal(panel.stateChosen) as told:
        panel.table.item(1, 1).setText("7")
    np.testing.assert_allclose(told.args[0], [1.0, 2.0, 0.0, 7.0])
    with qtbot.assertNotEmitted(panel.stateChosen):
        panel.table.item(0, 1).setText("seven")
    assert "not a number" in panel.message.text()
    assert panel.table.item(0, 1).text() == "0"


def test_a_saved_plane_of_another_function_is_not_used() -> None:
    wrong = (PlaneChoice(("w_3", "w_9")), PlaneChoice(("s", "t"), ((1.0, 0.0), (0.0, 1.0)), (0.0, 0.0)))
    for choice in wrong:
        assert scene.plane_of(choice, landscape_of(TEXT)) is None


@pytest.mark.parametrize("way", [way for way, _ in WAYS])
def test_no_way_of_choosing_asks_for_a_wide_panel(pair: Any, way: str) -> None:
    panel = pair[1]
    panel.way.setCurrentIndex(panel.way.findData(way))
    panel.way.activated.emit(panel.way.currentIndex())
    assert panel.minimumSizeHint().width() <= 460
