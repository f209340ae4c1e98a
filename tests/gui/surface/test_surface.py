"""The surface: its geometry against the function, the camera, the view without OpenGL, and keys and mouse."""

from __future__ import annotations

import dataclasses
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gradviz.gui import theme
from gradviz.gui.surface import painting
from gradviz.gui.surface.camera import HOME, Camera
from gradviz.gui.surface.drawn import Drawn, box_lines, labels
from gradviz.gui.surface.painting import paint_all
from gradviz.gui.surface.scene import TALL, Frame, colours_of, facing, make_surface, model_mesh, path_on
from gradviz.gui.surface.view import SurfaceView
from gradviz.numeric.descent import GradientDescent, Limits, descend
from gradviz.numeric.landscape import View
from gradviz.numeric.plane_model import plane_model
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

VIEW = View(-2.0, 2.0, -1.0, 1.0)


def bowl_surface(**settings: Any) -> Any:
    return make_surface(landscapes.bowl(), VIEW, nodes=21, **settings)


def test_the_surface_has_the_functions_values_on_the_grid() -> None:
    surface = bowl_surface()
    X, Y = np.meshgrid(surface.xs, surface.ys)
    np.testing.assert_allclose(surface.values, X**2 + 4 * Y**2, atol=1e-12)
    low, high = surface.values.min(), surface.values.max()
    heights = surface.mesh.points[..., 2]
    # Heights are an affine picture of the values.
    share = (surface.values - low) / (high - low)
    slope = heights.max() - heights.min()
    np.testing.assert_allclose(heights, heights.min() + slope * share, atol=1e-9)
    assert np.abs(heights).max() <= TALL
    assert len(surface.mesh.quads) == 20 * 20


def test_a_unit_is_as_long_in_x_as_in_y() -> None:
    corners = Frame(VIEW, 0.0, 1.0).place(np.array([0.0, 1.0, 0.0]), np.array([0.0, 0.0, 1.0]), np.zeros(3))
    assert corners[1, 0] - corners[0, 0] == pytest.approx(corners[2, 1] - corners[0, 1])


def test_what_is_undefined_has_no_faces() -> None:
    surface = make_surface(landscapes.barrier(), View(-1.0, 3.0, -1.0, 3.0), nodes=41)
    assert surface.undefined
    used = surface.mesh.points.reshape(-1, 3)[np.unique(surface.mesh.quads)]
    left = surface.frame.place(np.array([0.0]), np.array([0.0]), np.array([1.0]))[0]
    assert (used[:, 0] > left[0]).all()
    assert (used[:, 1] > left[1]).all()


def test_logarithmic_heights_keep_the_order_of_the_values() -> None:
    surface = make_surface(landscapes.rosenbrock(), View(-2.0, 2.0, -1.0, 3.0), logarithmic=True, nodes=41)
    values, heights = surface.values.ravel(), surface.frame.height(surface.values).ravel()
    order = np.argsort(values)
    assert (np.diff(heights[order]) >= -1e-12).all()
    linear = make_surface(landscapes.rosenbrock(), View(-2.0, 2.0, -1.0, 3.0), nodes=41)
    assert np.median(heights) > np.median(linear.frame.height(linear.values))  # the valley is not all that is low


def test_a_cancelled_surface_is_none() -> None:
    assert make_surface(landscapes.bowl(), VIEW, cancelled=lambda: True) is None


def test_the_tangent_plane_touches_and_lies_below_a_convex_function() -> None:
    landscape, surface = landscapes.bowl(), bowl_surface()
    mesh = model_mesh(surface.frame, plane_model(landscape, 0.5, -0.25), 1)
    assert mesh is not None
    frame, (half_x, half_y) = surface.frame, surface.frame.half
    x = VIEW.x0 + (mesh.points[..., 0] / half_x + 1) / 2 * VIEW.width
    y = VIEW.y0 + (mesh.points[..., 1] / half_y + 1) / 2 * VIEW.height
    plane = (0.25 + 0.25) + 1.0 * (x - 0.5) - 2.0 * (y + 0.25)
    np.testing.assert_allclose(mesh.points[..., 2], frame.height(plane), atol=1e-9)
    assert (mesh.points[..., 2] <= frame.height(x**2 + 4 * y**2) + 1e-9).all()


def test_the_quadric_of_a_quadratic_is_the_surface() -> None:
    surface = bowl_surface()
    mesh = model_mesh(surface.frame, plane_model(landscapes.bowl(), 0.5, 0.25), 2)
    assert mesh is not None
    (half_x, half_y) = surface.frame.half
    x = VIEW.x0 + (mesh.points[..., 0] / half_x + 1) / 2 * VIEW.width
    y = VIEW.y0 + (mesh.points[..., 1] / half_y + 1) / 2 * VIEW.height
    inside = mesh.points[..., 2] < TALL
    np.testing.assert_allclose(mesh.points[..., 2][inside], surface.frame.height(x**2 + 4 * y**2)[inside], atol=1e-9)


def test_there_is_no_model_where_the_function_is_undefined() -> None:
    surface = make_surface(landscapes.barrier(), View(-1.0, 3.0, -1.0, 3.0), nodes=21)
    assert model_mesh(surface.frame, plane_model(landscapes.barrier(), -0.5, 1.0), 1) is None


def test_the_path_lies_on_the_surface_and_ends_at_its_border() -> None:
    landscape, surface = landscapes.bowl(), bowl_surface()
    points = np.array([[1.0, 0.5], [0.5, 0.25], [9.0, 0.0]])
    placed = path_on(surface, landscape, points)
    np.testing.assert_allclose(placed[:2, 2], surface.frame.height(np.array([2.0, 0.5])))
    assert np.isnan(placed[2]).all()


def test_contours_lie_at_their_level() -> None:
    surface = make_surface(landscapes.bowl(), VIEW, nodes=101)
    known = surface.contours[np.isfinite(surface.contours).all(axis=1)]
    half_x, half_y = surface.frame.half
    x = VIEW.x0 + (known[:, 0] / half_x + 1) / 2 * VIEW.width
    y = VIEW.y0 + (known[:, 1] / half_y + 1) / 2 * VIEW.height
    np.testing.assert_allclose(known[:, 2], surface.frame.height(x**2 + 4 * y**2), atol=5e-3)


# --- the camera


def test_the_origin_is_in_the_middle_and_up_is_up() -> None:
    for camera in (HOME, Camera(10.0, -40.0, 2.0), Camera(-90.0, 0.0)):
        (middle, above), depth = camera.project(np.array([[0.0, 0, 0], [0, 0, 0.5]]), 400, 300)
        np.testing.assert_allclose(middle, [200, 150], atol=1e-9)
        assert above[1] < middle[1]
        assert depth[0] == pytest.approx(camera.distance(400, 300))


def test_the_box_is_seen_whole_in_any_shape_of_widget() -> None:
    corners = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-TALL, TALL)], dtype=float)
    for width, height in ((400, 300), (900, 250), (250, 900)):
        for azimuth in range(0, 360, 30):
            screen, _ = Camera(float(azimuth), 32.0).project(corners, width, height)
            assert (screen >= 0).all()
            assert (screen <= [width, height]).all()


def test_nearer_points_have_smaller_depth() -> None:
    _, depth = Camera(-90.0, 0.0).project(np.array([[0.0, -0.5, 0], [0, 0.5, 0]]), 300, 300)
    assert depth[0] < depth[1]


def test_turning_stops_at_the_top() -> None:
    assert HOME.turned(0.0, 500.0).elevation < 90
    assert HOME.turned(720.0, 0.0).azimuth == pytest.approx(HOME.azimuth)
    assert HOME.zoomed(1e9).zoom < 10


@pytest.mark.parametrize("azimuth", range(-180, 180, 45))
def test_numbers_stand_outside_the_box_and_apart(azimuth: int) -> None:
    camera = Camera(azimuth + 10.0, 30.0)
    frame = Frame(VIEW, 0.0, 8.0)
    found = labels(frame, ("x", "y", "f"), camera, 600, 480)
    assert {label.text for label in found if label.is_name} == {"x", "y", "f"}
    assert len(found) > 10
    numbers = [(label.x, label.y) for label in found if not label.is_name]
    assert len({(round(x), round(y)) for x, y in numbers}) == len(numbers)
    _, edges = box_lines(frame, camera)
    assert edges.shape[1:] == (2, 3)


HILL = View(-3.0, 3.0, -3.0, 3.0)
"""Of ``3 exp(-x² - y²)``: a hill that hides a part of the plain, and of itself."""


def hill_surface() -> Any:
    return make_surface(landscapes.hill(), HILL, nodes=49)


@pytest.mark.parametrize("elevation", [5.0, 32.0])
def test_contours_are_painted_whole_before_a_hill_and_not_behind_it(elevation: float) -> None:
    surface, camera = hill_surface(), Camera(-90.0, elevation)
    width, height = 600, 450
    eye, places = camera.eye(width, height), np.nan_to_num(surface.contours)
    row, column = (part.round().astype(int) for part in surface.mesh.cells(places, surface.frame.half))
    towards = (surface.mesh.normals[row, column] * (eye - places)).sum(axis=1)

    def painted(contours: np.ndarray) -> np.ndarray:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        drawn = Drawn(dataclasses.replace(surface, contours=contours))
        paint_all(painter, width, height, drawn, camera, theme.LIGHT)
        painter.end()
        return np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)[..., :3].astype(int)

    bare = painted(np.empty((0, 3)))
    seen = np.abs(painted(surface.contours) - bare).sum(axis=2) > 25
    near = seen.copy()
    for down, right in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        near |= np.roll(seen, (down, right), axis=(0, 1))
    before = (places[:, 1] < 0) & (towards > 0) & np.isfinite(surface.contours[:, 2])
    screen = camera.project(places[before], width, height)[0].astype(int)
    assert near[screen[:, 1], screen[:, 0]].mean() > 0.99
    behind = np.where((towards < -0.05)[:, None], surface.contours, np.nan)
    assert np.isfinite(behind).any()
    assert (np.abs(painted(behind) - bare).sum(axis=2) > 60).sum() <= 10  # where the outline touches them


@pytest.mark.parametrize("azimuth", [-60.0, 20.0, 130.0])
def test_a_model_at_the_height_of_the_surface_has_no_specks(azimuth: float) -> None:
    """The second-order model of a quadratic is the surface itself: it is painted whole, over it."""
    surface, width, height = bowl_surface(), 400, 300
    model = model_mesh(surface.frame, plane_model(landscapes.bowl(), 0.1, 0.1), 2)

    def painted(drawn: Drawn) -> np.ndarray:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_all(painter, width, height, drawn, Camera(azimuth, 60.0), theme.LIGHT)
        painter.end()
        return np.frombuffer(image.constBits(), np.uint8).reshape(height, width, 4)[..., :3].astype(int)

    bare = dataclasses.replace(surface, contours=np.empty((0, 3)))
    changed = np.abs(painted(Drawn(bare, model)) - painted(Drawn(bare))).max(axis=2) > 12
    runs = (np.diff(changed.astype(int), axis=1) == 1).sum(axis=1)  # in each line of the picture
    assert changed.sum() > 1_000
    assert runs.max() <= 2  # one, or two where the patch's edge is hollow


def test_lines_behind_a_hill_lie_within_it() -> None:
    surface, camera = hill_surface(), Camera(-90.0, 10.0)
    eye = camera.eye(600, 450)
    before, behind = surface.frame.place(np.zeros(2), np.array([-0.8, 0.8]), 3 * np.exp(-np.full(2, 0.64)))
    normals = facing(surface, np.array([before, behind]), eye)
    assert normals[0, 2] > 0 > normals[1, 2]  # out of the slope that is seen, into the one that is not
    assert (normals * (eye - np.array([before, behind]))).sum(axis=1).min() > 0
    np.testing.assert_allclose(np.linalg.norm(normals, axis=1), 1)


def test_shades_follow_the_heat_map() -> None:
    surface = bowl_surface()
    colours = colours_of(surface.mesh, [(0.0, 0.0, 0.0), (1.0, 0.0, 0.0)])
    assert colours.shape == (21, 21, 4)
    assert colours[10, 10, 0] == 0
    assert colours[0, 0, 0] > 0.6
    assert (colours[..., 1:3] == 0).all()


# --- the view


@pytest.fixture
def view(qtbot: Any) -> SurfaceView:
    made = SurfaceView()
    qtbot.addWidget(made)
    made.resize(480, 420)
    made.show()
    qtbot.waitExposed(made)
    made.set_landscape(landscapes.bowl(), name="f", view=VIEW)
    qtbot.waitUntil(lambda: made.surface is not None and not made.busy)
    yield made
    made.shutdown()


def test_without_opengl_it_says_so_and_paints_all_the_same(view: SurfaceView) -> None:
    assert view.reason
    assert view.note.isVisible()
    assert "OpenGL is missing" in view.note.text()
    image = view.canvas.image(1.0)
    colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert len(colours) > 50


def test_the_picture_holds_model_point_and_path(qtbot: Any, view: SurfaceView) -> None:
    view.set_point(1.0, 0.5)
    qtbot.waitUntil(lambda: view.canvas.drawn.model is not None and not view.busy)
    surface = view.surface
    np.testing.assert_allclose(view.canvas.drawn.point[2], surface.frame.height(np.array(2.0)))
    view.model_box.setCurrentIndex(0)
    qtbot.waitUntil(lambda: view.canvas.drawn.model is None)
    landscape = view.landscape
    run = descend(landscape, landscape.state(1.0, 0.5), GradientDescent(step_size=0.05), Limits(steps=20))
    view.set_run(run)
    view.show_step(3)
    assert len(view.canvas.drawn.path) == run.steps + 1
    assert len(view.canvas.drawn.behind) == 4
    view.set_run(None)
    assert not len(view.canvas.drawn.path)


def test_keys_turn_zoom_and_reset(qtbot: Any, view: SurfaceView) -> None:
    canvas = view.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert (canvas.camera.azimuth, canvas.camera.elevation) == (HOME.azimuth + 5, HOME.elevation + 5)
    qtbot.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.camera.azimuth == HOME.azimuth + 4
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.camera.zoom > 1
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.camera == HOME
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    qtbot.mouseClick(view.reset_button, Qt.MouseButton.LeftButton)
    assert canvas.camera == HOME


def test_dragging_turns_and_clicking_moves_the_point(qtbot: Any, view: SurfaceView) -> None:
    canvas = view.canvas
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(canvas, QPoint(240, 200))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(240, 200))
    canvas.set_camera(Camera(-90.0, 85.0))
    wanted = view.surface.mesh.points[18, 30]
    (screen,), _ = canvas.camera.project(wanted[None], canvas.width(), canvas.height())
    with qtbot.waitSignal(view.pointMoved) as moved:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(screen[0]), round(screen[1])))
    assert moved.args == pytest.approx([view.surface.xs[30], view.surface.ys[18]], abs=0.1)
    assert canvas.place_at(2, 2) is None


def test_log_heights_are_computed_anew(qtbot: Any, view: SurfaceView) -> None:
    with qtbot.waitSignal(view.drawnAnew):
        view.log_button.click()
    assert view.surface.frame.bend is not None


def test_another_rectangle_is_drawn(qtbot: Any, view: SurfaceView) -> None:
    other = View(0.0, 1.0, 0.0, 1.0)
    with qtbot.waitSignal(view.drawnAnew):
        view.set_view(other)
    assert view.surface.frame.view == other


def test_it_tells_a_screen_reader_what_is_shown(view: SurfaceView) -> None:
    said = view.canvas.accessibleDescription()
    assert "x from −2 to 2" in said
    assert "tangent plane" in said
    for part in (view, view.canvas, view.model_box, view.log_button, view.reset_button, view.note):
        assert part.objectName()
        assert part.accessibleName()


def test_nothing_to_draw_says_why(view: SurfaceView) -> None:
    view.set_landscape(None, "There is no function.")
    assert view.message.isVisible()
    assert view.message.text() == "There is no function."
    assert view.canvas.drawn is None


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_it_paints_in_either_scheme(view: SurfaceView, scheme: theme.Theme) -> None:
    view.set_theme(scheme)
    image = view.canvas.image(1.0)
    assert image.pixelColor(3, 3).name() == scheme.plot_background


def test_hidden_it_computes_nothing(qtbot: Any) -> None:
    made = SurfaceView()
    qtbot.addWidget(made)
    made.set_landscape(landscapes.bowl())
    assert not made.busy
    made.shutdown()


def test_hidden_it_follows_when_it_is_seen_again(qtbot: Any, view: SurfaceView) -> None:
    shown = view.canvas.drawn.point.copy()
    view.hide()
    view.set_point(-1.0, 0.25)
    assert not view.busy
    np.testing.assert_array_equal(view.canvas.drawn.point, shown)
    view.show()
    qtbot.waitUntil(lambda: not view.busy)
    np.testing.assert_allclose(view.canvas.drawn.point[2], view.surface.frame.height(np.array(1.25)))


def test_a_flat_function_is_a_flat_surface() -> None:
    surface = make_surface(landscapes.constant(), VIEW, nodes=9)
    assert np.isfinite(surface.mesh.points).all()
    assert np.ptp(surface.mesh.points[..., 2]) == 0
    assert math.isfinite(Drawn(surface).surface.frame.low)


@pytest.mark.qt_log_ignore("QOpenGL|QOffscreen|does not support|Failed to")
def test_a_driver_without_opengl_is_a_reason_and_no_crash(qapp: Any, monkeypatch: Any) -> None:
    from PySide6.QtGui import QGuiApplication

    from gradviz.gui.surface import opengl

    assert "no display" in opengl.support().reason
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    monkeypatch.setitem(sys.modules, "OpenGL", None)  # not installed
    assert opengl.support().reason
    monkeypatch.setenv("GRADVIZ_NO_OPENGL", "1")
    assert "GRADVIZ_NO_OPENGL" in opengl.support().reason


GL_PROGRAM = """
import sys
from gradviz.gui.surface import opengl
opengl.prepare()
from gradviz.gui.app import make_application
app = make_application()
from tests.gui.plot import landscapes
from PySide6.QtTest import QTest
from gradviz.gui.surface.view import SurfaceView
view = SurfaceView()
if view.reason:
    print("skip", view.reason)
    sys.exit(0)
view.resize(480, 420)
view.show()
view.set_landscape(landscapes.bowl())
for _ in range(200):
    QTest.qWait(20)
    if view.canvas.drawn is not None and view.canvas.drawn.model is not None and not view.busy:
        break
view.canvas.repaint()
QTest.qWait(100)
image = view.canvas.grabFramebuffer()
colours = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
print(type(view.canvas).__name__, len(colours) > 50, view.note.isVisible(), len(view.surface.mesh.quads) > 5000)
view.shutdown()
"""


def test_with_opengl_it_draws_with_it() -> None:
    """In a program of its own, on a display of its own: this one has no display."""
    if subprocess.run(["which", "xvfb-run"], capture_output=True, check=False).returncode:
        pytest.skip("xvfb-run is not installed")
    environment = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "PYOPENGL_PLATFORM")}
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 800x600x24", sys.executable, "-c", GL_PROGRAM],
        env=environment | {"QT_QPA_PLATFORM": "xcb"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    if done.stdout.startswith("skip"):
        pytest.skip(done.stdout)
    assert done.stdout.split() == ["GLCanvas", "True", "False", "True"], done.stderr[-2000:]


def test_the_surface_has_a_title(monkeypatch: Any) -> None:
    surface, written = bowl_surface(), []
    monkeypatch.setattr(painting, "paint_rich", lambda _painter, x, y, text, *_: written.append((x, y, text)))
    image = QImage(400, 320, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for names, height in ((("x_1", "x_2", "f"), 320), (("along ∇f", "at a right angle to ∇f", "f"), 320), ("xyf", 200)):
        painting.paint_texts(painter, 400, height, Drawn(surface, names=tuple(names)), HOME, theme.LIGHT)
    painter.end()
    assert [(x, text) for x, y, text in written if y < 20 and "(" in text] == [
        (200, "<i>f</i>(<i>x</i><sub>1</sub>, <i>x</i><sub>2</sub>)"),
        (200, "<i>f</i>(<i>s</i>, <i>t</i>)"),
    ]
