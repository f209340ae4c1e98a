"""The plot as a person uses it: it shows, it follows the mouse and the keyboard, and it leaves nothing behind."""

from __future__ import annotations

import threading
import time
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem

from gradviz.gui import theme
from gradviz.gui.plot.colour_bar import ColourBar
from gradviz.gui.plot.drawn_path import clipped, thinned
from gradviz.gui.plot.picture import Request, field_segments, make_picture, scale_of
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.numeric.contours import levels_for
from gradviz.numeric.descent import GradientDescent, Limits, descend
from gradviz.numeric.landscape import Landscape, View
from tests.gui.plot import landscapes
from tests.gui.plot.functions import landscape_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def settle(qtbot: Any, view: PlaneView) -> None:
    qtbot.waitUntil(lambda: not view.busy)


@pytest.fixture
def view(qtbot: Any) -> PlaneView:
    made = PlaneView()
    qtbot.addWidget(made)
    made.resize(560, 560)
    made.set_theme(theme.LIGHT)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(qtbot: Any, plot: PlaneView, landscape: Landscape, **settings: Any) -> None:
    with qtbot.waitSignal(plot.pictureReady):
        plot.set_landscape(landscape, **settings)
    settle(qtbot, plot)


def screen(view: PlaneView, x: float, y: float) -> QPoint:
    """Where a point of the plane is on the canvas's viewport."""
    scene = view.canvas.box.mapViewToScene(QPointF(x, y))
    return view.canvas.mapFromScene(scene)


def colour_at(view: PlaneView, x: float, y: float) -> QColor:
    QApplication.processEvents()  # the scene tells of changes in the next turn of the event loop
    return view.canvas.grab().toImage().pixelColor(screen(view, x, y))


def test_an_empty_plot_says_why(view: PlaneView) -> None:
    view.set_landscape(None, "A function of one number has no plane.")
    assert view.message.isVisible()
    assert "no plane" in view.message.text()
    assert not view.canvas.isVisible()


def test_the_heat_map_is_dark_in_the_valley_and_light_on_the_hill(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    view._layers["field"].click()
    view._layers["contours"].click()
    assert colour_at(view, 0.02, 0.02).lightness() < colour_at(view, 1.9, 1.9).lightness() - 50


def test_the_axes_carry_the_variables_names(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.least_squares(), name="g")
    assert "<i>w</i><sub>1</sub>" in view.canvas.plot.getAxis("bottom").labelText
    assert "<i>w</i><sub>2</sub>" in view.canvas.plot.getAxis("left").labelText
    assert "g" in view.canvas.bar.getAxis("bottom").labelText


def test_undefined_pixels_are_transparent_over_the_hatching(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.barrier(), view=View(-2, 2, -2, 2))
    image = view.canvas.heat.image
    assert (image == 255).mean() > 0.6
    assert view.canvas.heat.lut[255][3] == 0
    assert view.canvas.hatching.brush().style() == Qt.BrushStyle.BDiagPattern
    assert view.canvas.hatching.boundingRect() == view.canvas.box.viewRect()
    view.set_landscape(landscapes.bowl())  # of which nothing is known yet
    assert view.canvas.hatching.boundingRect().isEmpty()
    qtbot.waitUntil(lambda: not view.busy)


def test_the_name_of_a_direction_fits_its_axis(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    across, label = "eigenvector of λ₄ = 26.22", view.canvas.plot.getAxis("left")
    view.canvas.set_names("eigenvector of λ₁ = 79.02", across, "f")
    for height, text in ((700, "<i>t</i>: eigenvector of <i>λ</i>₄ = 26.22"), (260, "<i>t</i>: λ₄ = 26.22")):
        view.resize(500, height)
        qtbot.waitUntil(lambda text=text: label.labelText == text)


@pytest.mark.parametrize(("levels", "pointed"), [("linear", True), ("logarithmic", False)])
def test_the_colour_bar_is_pointed_where_values_lie_beyond_it(qtbot: Any, levels: str, pointed: bool) -> None:
    x, y = np.meshgrid(np.linspace(-3, 3, 40), np.linspace(-3, 3, 40))
    scale = scale_of((1 - x) ** 2 + 100 * (y - x**2) ** 2, levels)
    bar = ColourBar()
    bar.show_scale(scale, levels_for(scale))
    assert (bar._corners.path().contains(QPointF(0.1, 0.999)), scale.under) == (pointed, False)


def test_the_scale_of_both_axes_is_the_same(qtbot: Any, view: PlaneView) -> None:
    view.resize(800, 420)
    show(qtbot, view, landscapes.bowl())
    dx, dy = view.canvas.pixel()
    assert dx == pytest.approx(dy, rel=1e-6)


def test_dragging_the_point_moves_it_and_tells(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    view.set_point(0.5, 0.5)
    port = view.canvas.viewport()
    start, end = screen(view, 0.5, 0.5), screen(view, 1.5, -0.5)
    moved = []
    view.pointMoved.connect(lambda x, y: moved.append((x, y)))
    qtbot.mouseMove(port, start)
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for share in np.linspace(0, 1, 8):
        qtbot.mouseMove(port, start + (end - start) * float(share))
        qtbot.wait(5)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert moved
    assert view.point() == pytest.approx((1.5, -0.5), abs=0.06)
    assert view.point() == moved[-1]


def test_setting_the_point_is_silent_and_reads_out_its_values(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    with qtbot.assertNotEmitted(view.pointMoved):
        view.set_point(3.0, -1.0)
    spoken = view.readout.accessibleDescription()
    assert "x = 3" in spoken
    assert "y = −1" in spoken
    assert "f = 13" in spoken
    assert "gradient norm = 10" in spoken  # ‖(6, -8)‖


def test_the_arrow_points_along_the_gradient(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    view.set_point(1.0, -0.5)
    xs, ys = view.canvas.arrow.x, view.canvas.arrow.y
    direction = np.array([xs[1] - xs[0], ys[1] - ys[0]])
    np.testing.assert_allclose(direction / np.hypot(*direction), np.array([2, -4]) / np.hypot(2, 4), rtol=1e-6)
    for least in (0.0, 1e-14):  # what rounding leaves of it at a stationary point is no direction
        view.set_point(least, 0.0)
        assert not view.canvas.arrow.x.size


def test_a_click_picks_a_start_and_a_click_on_the_point_does_not(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    view.set_point(0.5, 0.5)
    port = view.canvas.viewport()
    with qtbot.waitSignal(view.startPicked) as picked:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=screen(view, -1.0, 1.0))
    assert picked.args == pytest.approx([-1.0, 1.0], abs=0.05)
    assert view.point() == tuple(picked.args)
    with qtbot.assertNotEmitted(view.startPicked, wait=50):
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=screen(view, *view.point()))


def test_the_keyboard_moves_the_point_and_starts_a_descent(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    view.set_point(0.0, 0.0)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    x, y = view.point()
    assert x > y > 0
    with qtbot.waitSignal(view.startPicked) as picked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert tuple(picked.args) == view.point()


def test_zooming_computes_the_picture_of_what_is_then_seen(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.rosenbrock())
    before = view.canvas._picture
    with qtbot.waitSignal(view.pictureReady):
        view.canvas.set_view(View(0.9, 1.1, 0.9, 1.1))
    settle(qtbot, view)
    after = view.canvas._picture
    assert after is not before
    assert after.view.width < 0.4
    assert after.scale.high < before.scale.high
    view.reset_view()
    settle(qtbot, view)
    assert view.canvas._picture.view.width == pytest.approx(before.view.width, rel=0.05)


class Slow:
    """A landscape whose grids take their time, and which notes in which thread they are computed."""

    def __init__(self, inner: Landscape, seconds: float) -> None:
        self._inner, self._seconds = inner, seconds
        self.threads: set[int] = set()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def value(self, xs: np.ndarray, ys: np.ndarray, cancelled: Any = lambda: False) -> np.ndarray:
        if len(xs) > 60:  # not the view's heuristics
            self.threads.add(threading.get_ident())
            end = time.monotonic() + self._seconds
            while time.monotonic() < end and not cancelled():
                time.sleep(0.005)
        return self._inner.value(xs, ys, cancelled)


def test_grids_are_computed_off_the_ui_thread_and_stale_ones_are_dropped(qtbot: Any, view: PlaneView) -> None:
    slow = Slow(landscapes.rosenbrock(), 10.0)
    view.set_landscape(slow)
    qtbot.waitUntil(lambda: bool(slow.threads))
    pictures = []
    view.pictureReady.connect(lambda: pictures.append(view.landscape))
    bowl = landscapes.bowl()
    view.set_landscape(bowl)
    settle(qtbot, view)
    assert threading.get_ident() not in slow.threads
    assert pictures
    assert all(shown is bowl for shown in pictures)


def test_closing_in_the_middle_of_a_grid_waits_for_nothing_long(qtbot: Any, view: PlaneView) -> None:
    slow = Slow(landscapes.rosenbrock(), 10.0)
    view.set_landscape(slow)
    qtbot.waitUntil(lambda: bool(slow.threads))
    start = time.monotonic()
    view.close()
    assert time.monotonic() - start < 1
    assert view.maker.running == 0


class Broken(Slow):
    def value(self, xs: np.ndarray, ys: np.ndarray, cancelled: Any = lambda: False) -> np.ndarray:
        if len(xs) > 60:
            raise MemoryError("no room")
        return self._inner.value(xs, ys)


def test_a_failed_grid_is_told_and_the_next_function_is_shown(qtbot: Any, view: PlaneView) -> None:
    view.set_landscape(Broken(landscapes.bowl(), 0))
    qtbot.waitUntil(view.message.isVisible)
    assert "no room" in view.message.text()
    show(qtbot, view, landscapes.bowl())
    assert view.canvas.isVisible()


def test_constants_may_change_under_a_view_that_stays(qtbot: Any, view: PlaneView) -> None:
    first = landscapes.least_squares()
    show(qtbot, view, first)
    view.set_point(0.25, 0.5)
    seen = view.visible_view()
    other = Landscape(
        first.function, first.gradients, None, first.binding.with_value("b", 2 * first.binding.values["b"]), first.plane
    )
    show(qtbot, view, other, keep_view=True)
    assert view.point() == (0.25, 0.5)
    assert view.visible_view() == seen


def test_a_run_is_drawn_up_to_the_shown_step(qtbot: Any, view: PlaneView) -> None:
    bowl = landscapes.bowl()
    show(qtbot, view, bowl)
    run = descend(bowl, np.array([-1.5, 1.0]), GradientDescent(0.05), Limits(steps=40))
    view.set_run(run)
    view.show_step(7)
    current = view.canvas.trajectory.current
    assert current.visible
    np.testing.assert_allclose(current.place, run.states[7])
    xs, _ = view.canvas.trajectory._behind.getData()
    assert xs[-1] == run.states[7, 0]
    view.set_run(None)
    assert not current.visible


def test_the_arrow_and_the_readout_go_with_the_shown_step(qtbot: Any, view: PlaneView) -> None:
    bowl = landscapes.bowl()
    show(qtbot, view, bowl)
    run = descend(bowl, np.array([-1.5, 1.0]), GradientDescent(0.05), Limits(steps=40))
    view.set_run(run)
    with qtbot.assertNotEmitted(view.pointMoved):
        view.show_step(3)
    assert view.point() == tuple(run.states[3])
    xs, ys = view.canvas.arrow.x, view.canvas.arrow.y
    direction = np.array([xs[1] - xs[0], ys[1] - ys[0]])
    gradient = run.gradients[3]
    np.testing.assert_allclose(direction / np.hypot(*direction), gradient / np.hypot(*gradient), rtol=1e-6)
    assert f"f = {run.values[3]:.4g}" in view.readout.accessibleDescription()


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_lines_are_drawn_in_the_ink_that_is_seen(qtbot: Any, view: PlaneView, scheme: Any) -> None:
    view.set_theme(scheme)
    show(qtbot, view, landscapes.bowl())
    canvas = view.canvas
    assert canvas.field.getData()[0].size + canvas.field_other.getData()[0].size == canvas._picture.field_x.size
    other_is_lighter = QColor(scheme.plot_point).lightness() > QColor(scheme.plot_field).lightness()
    assert canvas._needs_other[0] == other_is_lighter  # the lowest values are the darkest
    assert canvas._needs_other[255] != other_is_lighter
    view._layers["heat"].click()
    assert not canvas.field_other.getData()[0].size  # on paper, one ink
    view._layers["heat"].click()


def test_coordinates_that_are_not_drawn_are_named(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    assert "held" not in view.hint.text()
    v = landscapes.Symbol("v", (4, 1))
    function = landscapes.Mul(landscapes.n.Transpose(v), v)
    made = landscapes.landscape(function, {v: landscapes.Mul(landscapes.TWO, v)})
    show(qtbot, view, made)
    for index in (3, 4):
        assert f"<i>v</i><sub>{index}</sub>" in view.hint.text()
    assert "<sub>2</sub>" not in view.hint.text()


@pytest.mark.parametrize("corner", [(-1, -1), (-1, 1), (1, -1), (1, 1), (0, 1), (1, 0)])
def test_the_arrows_label_stays_in_view(qtbot: Any, view: PlaneView, corner: tuple[int, int]) -> None:
    show(qtbot, view, landscapes.bowl())
    seen = view.visible_view()
    x, y = (0.49 * side * size for side, size in zip(corner, (seen.width, seen.height), strict=True))
    view.set_point((seen.x0 + seen.x1) / 2 + x, (seen.y0 + seen.y1) / 2 + y)
    label_x, label_y = view.canvas.arrow.label_at
    pixel = view.canvas.pixel()[0]
    assert seen.x0 + 15 * pixel <= label_x <= seen.x1 - 15 * pixel
    assert seen.y0 + 8 * pixel <= label_y <= seen.y1 - 8 * pixel


@pytest.mark.parametrize("height", [150, 420])
def test_the_arrows_label_never_lies_on_the_arrow(qtbot: Any, view: PlaneView, height: int) -> None:
    view.canvas.setFixedHeight(height)
    show(qtbot, view, landscapes.bowl())
    canvas, seen = view.canvas, view.visible_view()
    half_x, half_y = canvas.arrow.label.half
    px, py = canvas.pixel()
    for across in np.linspace(0.05, 0.95, 5):
        for up in np.linspace(0.08, 0.92, 5):
            view.set_point(seen.x0 + across * seen.width, seen.y0 + up * seen.height)
            (label_x, label_y), xs, ys = canvas.arrow.label_at, canvas.arrow.x, canvas.arrow.y
            for (x0, x1), (y0, y1) in zip(xs.reshape(-1, 2), ys.reshape(-1, 2), strict=True):
                steps = np.linspace(0, 1, 20)
                off_x = np.abs(x0 + steps * (x1 - x0) - label_x) / px - half_x
                off_y = np.abs(y0 + steps * (y1 - y0) - label_y) / py - half_y
                in_view = (x0 + steps * (x1 - x0) > seen.x0) & (x0 + steps * (x1 - x0) < seen.x1)
                in_view &= (y0 + steps * (y1 - y0) > seen.y0) & (y0 + steps * (y1 - y0) < seen.y1)
                assert (np.maximum(off_x, off_y)[in_view] > -1.5).all(), (across, up)


def test_the_labels_follow_the_scheme(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    for scheme in (theme.LIGHT, theme.DARK):
        view.set_theme(scheme)
        for axis in (view.canvas.plot.getAxis("left"), view.canvas.bar.getAxis("bottom")):
            assert scheme.text in axis.label.toHtml()


@pytest.mark.parametrize("height", [260, 520])
def test_plot_and_colour_bar_begin_and_end_at_the_same_lines(qtbot: Any, view: PlaneView, height: int) -> None:
    view.resize(700, height)
    show(qtbot, view, landscapes.bowl())
    qtbot.waitUntil(lambda: view.canvas.height() > height / 2 and not view.busy)
    view.grab()
    plot, bar = (part.getViewBox().sceneBoundingRect() for part in (view.canvas.plot, view.canvas.bar))
    assert (bar.top(), bar.bottom()) == pytest.approx((plot.top(), plot.bottom()), abs=1)
    assert view.canvas.plot.titleLabel.isVisible() == (height > 400)


def test_the_empty_axis_below_the_colour_bar_draws_nothing(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    _, ticks, _ = view.canvas.bar.getAxis("bottom").generateDrawSpecs(painter)
    painter.end()
    assert not ticks


def test_a_run_that_runs_away_can_be_drawn(qtbot: Any, view: PlaneView) -> None:
    made = landscapes.rosenbrock()
    show(qtbot, view, made)
    run = descend(made, np.array([-1.0, 1.5]), GradientDescent(0.1))
    view.set_run(run)
    view.show_step(run.steps)
    xs, ys = view.canvas.trajectory._behind.getData()
    assert np.isfinite(xs).all()
    assert np.abs([*xs, *ys]).max() < 1_000
    view.grab()


@pytest.mark.parametrize("make", [landscapes.constant, landscapes.barrier, landscapes.least_squares])
@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_it_draws_without_a_warning_in_either_scheme(qtbot: Any, view: PlaneView, make: Any, scheme: Any) -> None:
    view.set_theme(scheme)
    show(qtbot, view, make())
    image = view.grab().toImage()
    assert image.pixelColor(2, image.height() // 2) == QColor(scheme.plot_background)


def test_layers_can_be_switched_off(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    for name, item in (("contours", view.canvas.contours), ("field", view.canvas.field)):
        view._layers[name].click()
        assert not item.isVisible()
        view._layers[name].click()
        assert item.isVisible()
    view._layers["heat"].click()
    assert not view.canvas.bar.isVisible()


def test_what_is_touched_has_a_name(view: PlaneView) -> None:
    for widget in (view, view.canvas, view.readout, view.reset_button, *view._layers.values()):
        assert widget.objectName()
        assert widget.accessibleName()


def test_the_field_points_uphill_across_contours() -> None:
    made = landscapes.bowl()
    xs, ys, _values, _typical = field_segments(Request(made, View(-2, 2, -2, 2), 400, 400))
    shafts = np.column_stack([xs, ys]).reshape(-1, 3, 2, 2)[:, 0]
    middle, along = shafts.mean(axis=1), shafts[:, 1] - shafts[:, 0]
    gradient = middle * [2, 8]
    cosine = (along * gradient).sum(axis=1) / np.linalg.norm(along, axis=1) / np.linalg.norm(gradient, axis=1)
    np.testing.assert_allclose(cosine, 1, rtol=1e-9)
    assert 60 < len(shafts) < 200


def test_a_picture_covers_the_view_and_its_pixels_are_the_values() -> None:
    picture = make_picture(Request(landscapes.bowl(), View(-2, 2, -1, 1), 400, 200), 64)
    assert picture is not None
    assert picture.view.x0 < -2 < 2 < picture.view.x1
    rows, cols = picture.pixels.shape
    assert cols > rows
    assert picture.pixels[rows // 2, cols // 2] < 10 < picture.pixels[0, 0]
    assert not picture.undefined
    assert make_picture(Request(landscapes.bowl(), View(-2, 2, -1, 1), 400, 200), 64, lambda: True) is None


def test_a_path_is_cut_where_it_leaves_and_thinned_by_distance() -> None:
    path = np.array([[0.0, 0.0], [1.0, 0.0], [1e9, 0.0], [np.inf, 0.0]])
    cut = clipped(path, np.zeros(2), 10.0)
    np.testing.assert_allclose(cut, [[0, 0], [1, 0], [10, 0]])
    line = np.column_stack([np.linspace(0, 10, 101), np.zeros(101)])
    kept = thinned(line, 2.0)
    assert kept[0] == 0
    assert kept[-1] == 100
    assert 5 <= len(kept) <= 7


def test_an_axis_paints_its_numbers_only_where_they_are_touched(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, landscapes.bowl())
    axis = view.canvas.plot.getAxis("left")
    pictures = []
    for exposed in (axis.boundingRect(), axis.boundingRect().adjusted(axis.size().width(), 0, 0, 0)):
        image = QImage(100, 500, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        option = QStyleOptionGraphicsItem()
        option.exposedRect = exposed
        painter = QPainter(image)
        axis.paint(painter, option, None)
        painter.end()
        pictures.append(np.frombuffer(image.constBits(), np.uint8).reshape(500, 100, 4)[..., 0].copy())
    whole, line = pictures
    numbers = int(axis._numbers.right()) + 1
    assert (whole[:, :numbers] < 200).any()
    assert not (line[:, :numbers] < 200).any()
    assert (line[:, numbers:] < 200).any()
    np.testing.assert_array_equal(whole[:, numbers:], line[:, numbers:])


def test_those_who_do_not_see_are_told_where_it_is_low_and_where_it_is_undefined(qtbot: Any, view: PlaneView) -> None:
    view.set_landscape(landscape_of("log(x) + (y - 1)^2"))
    qtbot.waitUntil(lambda: not view.busy and "hatched" in view.canvas.accessibleDescription())
    view.canvas.set_view(View(-2.0, 2.0, 0.0, 2.0))
    qtbot.waitUntil(lambda: not view.busy and "x goes from −2 to 2" in view.canvas.accessibleDescription())
    said = view.canvas.accessibleDescription()
    share = int(said.split("not defined in ")[1].split(" ")[0])
    assert 48 <= share <= 52
    place = said.split("lowest near x = ")[1]
    assert float(place.split(",")[0]) < 0.05
    assert "gradient = (" in said
