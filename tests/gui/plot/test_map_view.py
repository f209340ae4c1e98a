"""Functions from the plane to the plane: grid and image, parallelogram and true image, determinant as area."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gradviz.gui import theme
from gradviz.gui.plot.map_view import MapView
from tests.gui.plot.functions import scene_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def view(qtbot: Any) -> Any:
    made = MapView()
    qtbot.addWidget(made)
    made.resize(700, 480)
    made.set_theme(theme.LIGHT)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.shutdown()


def show(qtbot: Any, view: MapView, text: str, **values: Any) -> None:
    found = scene_of(text, values=values)
    assert found.kind == "map", found.reason
    with qtbot.waitSignal(view.pictureReady):
        view.set_map(found.map)
    qtbot.waitUntil(lambda: not view.busy)


def test_the_image_of_a_linear_map_is_its_parallelogram(qtbot: Any, view: MapView) -> None:
    show(qtbot, view, "A in R^(2,2)\nx in R^2\nA x", A=[[2.0, 1.0], [0.0, 3.0]])
    view.set_point(0.5, 0.25)
    u, v = view.parallelogram.getData()
    np.testing.assert_allclose([u[0], v[0]], [1.25, 0.75])
    np.testing.assert_allclose([u[2] - u[0], v[2] - v[0]], [0.4 * 3, 0.4 * 3])
    true_u, true_v = view.true_image.getData()
    np.testing.assert_allclose([true_u.max(), true_v.max()], [u.max(), v.max()])
    assert "mat(2, 1; 0, 3)" in view.jacobian.sources[0]
    assert "det J = 6" in view.jacobian.sources[0]
    assert "area of the parallelogram 0.96, of the true image 0.96" in view.accessibleDescription()
    assert "keeps the orientation" in view.readout.text()
    assert "keeps the orientation" in view.readout.accessibleDescription()
    assert view.image.accessibleDescription() == view.domain.accessibleDescription() == view.accessibleDescription()
    assert view.x.accessibleName() == "First coordinate of the point: x₁"


def test_of_a_curved_map_the_true_image_differs_and_nears_for_small_squares(qtbot: Any, view: MapView) -> None:
    show(qtbot, view, "x in R^2\nx .* x")
    view.set_point(1.0, 1.0)  # J = diag(2, 2); the image of [1, 1.4]² is [1, 1.96]²
    assert "parallelogram 0.64, of the true image 0.9216" in view.accessibleDescription()
    view.side.selectAll()
    qtbot.keyClicks(view.side, "0.001")
    assert "parallelogram 4·10⁻⁶, of the true image 4.004·10⁻⁶" in view.accessibleDescription()


def test_the_grid_is_mapped(qtbot: Any, view: MapView) -> None:
    show(qtbot, view, "x in R^2\nx .* x")
    for curve, image in zip(view._grids[view.domain], view._grids[view.image], strict=True):
        x, y = curve.getData()
        u, v = image.getData()
        np.testing.assert_allclose(u, x**2)
        np.testing.assert_allclose(v, y**2)
    assert "<sub>1</sub>" in view.image.getPlotItem().getAxis("bottom").labelText


def test_the_point_is_dragged_typed_and_moved_by_keys(qtbot: Any, view: MapView) -> None:
    show(qtbot, view, "x in R^2\nx .* x")
    moved = []
    view.pointMoved.connect(lambda x, y: moved.append((x, y)))
    view.corner.setPos(0.25, -0.5)
    assert view.point() == (0.25, -0.5)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.point()[1] > -0.5
    view.x.selectAll()
    qtbot.keyClicks(view.x, "1")
    assert view.point()[0] == 1.0
    assert moved[-1] == view.point()


def test_bad_sides_and_undefined_points_are_told(qtbot: Any, view: MapView) -> None:
    show(qtbot, view, "x in R^2\nlog(x)")
    view.set_point(0.5, 0.5)
    before = view.parallelogram.getData()[0].copy()
    view.side.selectAll()
    qtbot.keyClicks(view.side, "0")
    assert "positive" in view.message.text()
    np.testing.assert_array_equal(view.parallelogram.getData()[0], before)
    view.set_point(-0.5, 0.5)
    assert "not defined" in view.readout.text()
    for scheme in (theme.LIGHT, theme.DARK):
        view.set_theme(scheme)
        assert not view.grab().isNull()


def test_polar_coordinates_need_two_variables_and_reverse_the_orientation_for_negative_radii(
    qtbot: Any, view: MapView
) -> None:
    text = "[r cos(t); r sin(t)]"
    assert "choose two variables" in scene_of(text, wrt=("t",)).reason
    view.set_map(scene_of(text, wrt=("r", "t")).map)
    qtbot.waitUntil(lambda: not view.busy)
    for r, words in ((1.5, "keeps"), (0.0, "flattens"), (-1.5, "reverses")):
        view.set_point(r, 1.0)
        assert words in view.readout.text()
