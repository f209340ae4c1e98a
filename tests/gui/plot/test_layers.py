"""The layers of the plane: what each shows agrees with the function, and the tools that switch them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gradviz.gui import theme
from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.overlay import Onto
from gradviz.gui.plot.picture import Label, Request, make_picture
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.numeric.landscape import View
from tests.gui.plot.functions import HIMMELBLAU, ROSENBROCK, landscape_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def settle(qtbot: Any, view: PlaneView) -> None:
    qtbot.waitUntil(lambda: not view.busy)


@pytest.fixture
def view(qtbot: Any) -> PlaneView:
    made = PlaneView()
    qtbot.addWidget(made)
    made.resize(620, 560)
    made.set_theme(theme.LIGHT)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(
    qtbot: Any, plot: PlaneView, text: str, choices: PlotChoices | None = None, wrt: Any = ("x", "y"), **settings: Any
) -> None:
    plot.set_choices(choices or PlotChoices())
    with qtbot.waitSignal(plot.pictureReady):
        plot.set_landscape(landscape_of(text, wrt=wrt), **settings)
    settle(qtbot, plot)


# --- the tools


def test_a_tool_switches_its_layer_and_tells(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, HIMMELBLAU)
    for name, attribute, value in (
        ("stationary", "stationary", True),
        ("hessian", "hessian", True),
        ("taylor", "taylor", 1),
        ("contours", "contours", "none"),
        ("field", "field", "none"),
        ("regions", "colour", "definiteness"),
    ):
        with qtbot.waitSignal(view.choicesChanged) as told:
            view.tools.buttons[name].click()
        assert getattr(told.args[0], attribute) == value
        settle(qtbot, view)


def test_only_one_layer_colours_the_plane(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, HIMMELBLAU)
    buttons = view.tools.buttons
    for chosen in ("regions", "error", "heat"):
        buttons[chosen].click()
        assert [n for n in ("heat", "error", "regions") if buttons[n].isChecked()] == [chosen]
    settle(qtbot, view)


def test_a_layer_comes_back_as_it_was(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, HIMMELBLAU, PlotChoices(contours="logarithmic"))
    button = view.tools.buttons["contours"]
    button.click()
    button.click()
    assert view.choices().contours == "logarithmic"
    settle(qtbot, view)


def test_tools_work_by_the_keyboard(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, HIMMELBLAU)
    button = view.tools.buttons["hessian"]
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert view.choices().hessian
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert not view.choices().hessian
    for tool in (*view.tools.buttons.values(), view.tools.aspect, view.tools.reset):
        assert tool.objectName()
        assert tool.accessibleName()
        assert tool.accessibleDescription()


def test_names_stand_beside_the_icons_where_there_is_room(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, HIMMELBLAU)
    style = view.tools.buttons["heat"].toolButtonStyle
    view.resize(1200, 500)
    qtbot.waitUntil(lambda: style() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    view.resize(420, 500)
    qtbot.waitUntil(lambda: style() == Qt.ToolButtonStyle.ToolButtonIconOnly)
    settle(qtbot, view)


def test_the_aspect_can_be_unlocked(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, HIMMELBLAU)
    view.tools.aspect.click()
    view.canvas.box.setRange(xRange=(0, 1), yRange=(0, 10), padding=0)
    dx, dy = view.canvas.pixel()
    assert dy > 3 * dx
    settle(qtbot, view)


# --- contours


@pytest.mark.parametrize("levels", ["linear", "logarithmic"])
def test_levels_are_spaced_as_chosen(levels: str) -> None:
    request = Request(landscape_of(HIMMELBLAU), View(-5, 5, -5, 5), 500, 500, levels)
    picture = make_picture(request, 96)
    assert picture is not None
    gaps = np.diff(picture.levels)
    if levels == "linear":
        np.testing.assert_allclose(gaps, gaps[0], rtol=1e-6)
    else:
        assert gaps[-1] > 10 * gaps[0] > 0


def test_logarithmic_levels_of_a_function_that_suits_even_ones() -> None:
    request = Request(landscape_of("x in R\ny in R\nx + y"), View(-5, 5, -5, 5), 500, 500, "logarithmic")
    picture = make_picture(request, 96)
    assert picture is not None
    gaps = np.diff(picture.levels)
    assert gaps.max() > 5 * gaps.min()


def test_labels_lie_on_the_contours_whose_value_they_tell() -> None:
    landscape = landscape_of(HIMMELBLAU)
    picture = make_picture(Request(landscape, View(-5, 5, -5, 5), 600, 600), 288)
    assert picture is not None
    assert len(picture.labels) >= 5
    for label in picture.labels:
        value = landscape.value_at(landscape.state(label.x, label.y))
        assert value == pytest.approx(float(label.text), rel=0.03, abs=0.3)
    places = np.array([(label.x, label.y) for label in picture.labels])
    apart = np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1))
    assert apart[np.triu_indices(len(places), 1)].min() > 0.5


def test_in_a_small_plot_most_contours_still_tell_their_value() -> None:
    picture = make_picture(Request(landscape_of(HIMMELBLAU), View(-8, 11, -3.5, 5.5), 357, 170), 192)
    assert picture is not None
    assert len(picture.labels) >= 0.8 * len(picture.levels)
    for label in picture.labels:  # whole, within the frame
        assert 12 < (label.x + 8) / 19 * 357 < 345
        assert 12 < (label.y + 3.5) / 9 * 170 < 158


# --- field


def test_arrows_of_one_length_are_of_one_length() -> None:
    request = Request(landscape_of(ROSENBROCK), View(-2, 2, -2, 2), 400, 400, field="unit")
    picture = make_picture(request, 32)
    assert picture is not None
    shaft = np.column_stack([picture.field_x, picture.field_y]).reshape(-1, 3, 2, 2)[:, 0]
    length = np.hypot(*(shaft[:, 1] - shaft[:, 0]).T)
    np.testing.assert_allclose(length, length[0], rtol=1e-9)


def test_streamlines_go_uphill_along_the_gradient(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, "x^2 + 4 y^2", PlotChoices(field="streamlines"))
    x, y = view.canvas.streams.curve.getData()
    assert np.isnan(x).any()
    assert not view.canvas.field.isVisible()
    longest = max(np.split(np.arange(x.size), np.flatnonzero(np.isnan(x))), key=len)[1:]
    values = x[longest] ** 2 + 4 * y[longest] ** 2
    assert (np.diff(values) > -1e-9).all()


# --- regions, error


def test_regions_are_those_of_the_second_derivatives(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, "x^3/6 + y^2/2", PlotChoices(colour="definiteness"), view=View(-2, 2, -2, 2))
    surface = view.canvas.surface("definiteness")
    rows, columns = surface.pixels.shape
    assert surface.pixels[rows // 2, columns // 6] == 3  # f_xx = x < 0 < f_yy = 1: indefinite
    assert surface.pixels[rows // 2, -columns // 6] == 1
    assert set(view.canvas.region_labels.texts()) == {"H ≻ 0", "H ≷ 0"}
    onto = Onto(100.0, 0.0, -100.0, 0.0)
    values, regions = view.canvas.labels, view.canvas.region_labels
    values.show_labels([*regions._labels, Label(9.0, 9.0, 30.0, "5")])
    assert len(values.boxes(onto)) == 3
    assert [label.text for _, label in values.free(onto)] == ["5"], (
        "a contour's value is not written over the name of a region"
    )
    assert view.footer.legend.isVisible()
    assert "indefinite" in view.footer.legend.accessibleDescription()
    assert not view.canvas.bar.isVisible()


def test_the_error_is_that_of_the_second_order_model(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, "x^3 + y^2", PlotChoices(colour="error"), view=View(-2, 2, -2, 2))
    view.set_point(0.0, 0.5)
    settle(qtbot, view)
    surface = view.canvas.surface("error")
    picture = view.canvas._picture
    shade = surface.scale(np.abs(picture.xs) ** 3)  # |f - T2| = |x|³, whatever y is
    np.testing.assert_allclose(surface.pixels[3], (shade * 254).astype(int), atol=1)
    assert "Error of the Taylor model" in view.accessibleDescription()


def test_the_colour_bar_ends_where_the_plot_ends_whatever_it_was_named_while_hidden(
    qtbot: Any, view: PlaneView
) -> None:
    show(qtbot, view, "x^3 - y^2 + x y")
    for colour in ("error", "none", "value"):
        view.set_choices(PlotChoices(colour=colour))
        settle(qtbot, view)
        view.canvas.set_view(View(-3, 3, -2, 2.5))  # other values, also where the bar is hidden
        settle(qtbot, view)
        view.grab()
        bar, plot = (p.getViewBox().sceneBoundingRect() for p in (view.canvas.bar, view.canvas.plot))
        if colour != "none":
            assert bar.bottom() == pytest.approx(plot.bottom(), abs=1), colour
            assert view.canvas.bar.getAxis("right").width() >= 30


def test_undefined_places_stay_open_whatever_colours_the_plane(qtbot: Any, view: PlaneView) -> None:
    for colour in ("value", "definiteness", "none", "error"):
        show(qtbot, view, "log(x) + y^2", PlotChoices(colour=colour), view=View(-2, 2, -2, 2))
        view.set_point(1.0, 0.5)
        settle(qtbot, view)
        image = view.canvas.heat.image
        assert (image[:, : image.shape[1] // 3] == 255).all(), colour
        assert view.canvas.heat.lut[255][3] == 0


# --- at the point


def test_the_models_contours_lie_on_the_model(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, HIMMELBLAU, PlotChoices(taylor=2))
    view.set_point(1.0, 2.0)
    x, y = view.canvas.model_contours.pieces[:, ::2], view.canvas.model_contours.pieces[:, 1::2]
    # T2 at (1, 2): f = 68, ∇f = (-36, -32), H = [[-22, 12], [12, 26]] by hand
    u, v = (x - 1).ravel(), (y - 2).ravel()
    model = 68 - 36 * u - 32 * v - 11 * u**2 + 12 * u * v + 13 * v**2
    levels = view.canvas._picture.levels
    nearest = np.abs(model[:, None] - levels).min(axis=1)
    assert (nearest < 0.03 * (1 + np.abs(model))).mean() > 0.98


def test_eigenvectors_are_scaled_by_curvature_and_the_conic_is_drawn(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, "x^2 + 4 y^2", PlotChoices(hessian=True))
    view.set_point(0.5, 0.5)
    vectors = view.canvas.hessian.vectors
    lengths = np.hypot(vectors[:, 2] - vectors[:, 0], vectors[:, 3] - vectors[:, 1])
    assert lengths[1] / lengths[0] == pytest.approx(4, rel=1e-6)  # H = diag(2, 8)
    x, y = view.canvas.hessian.conic
    form = (x - 0.5) ** 2 + 4 * (y - 0.5) ** 2
    np.testing.assert_allclose(form, form[0], rtol=1e-9)


def test_the_hessian_leaves_where_there_is_none(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, "log(x) + y^2", PlotChoices(hessian=True, taylor=2))
    view.set_point(1.0, 0.5)
    assert view.canvas.hessian.conic[0].size
    view.set_point(-1.0, 0.5)
    assert not view.canvas.hessian.conic[0].size
    assert not view.canvas.model_contours.pieces.size


# --- the cursor, the keys


def test_the_cursor_reads_value_and_gradient(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, "x^2 + 3 y")
    view.canvas.hovered.emit(2.0, 1.0)
    assert view.footer.cursor.isVisible()
    text = view.footer.cursor.text()
    assert "=&nbsp;7" in text
    assert "(4,&nbsp;3)" in text
    view.canvas.left.emit()
    assert not view.footer.cursor.isVisible()
    show(qtbot, view, "y in R\nlog(x) + y")
    view.canvas.hovered.emit(-2.0, 1.0)
    assert "not defined" in view.footer.cursor.text()


def test_keys_zoom_and_move_the_view(qtbot: Any, view: PlaneView) -> None:
    show(qtbot, view, HIMMELBLAU)
    before = view.visible_view()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    nearer = view.visible_view()
    assert nearer.width == pytest.approx(before.width / 1.25)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.visible_view().x0 == pytest.approx(nearer.x0 + 0.1 * nearer.width)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.visible_view().width == pytest.approx(before.width)
    settle(qtbot, view)


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize("colour", ["value", "definiteness", "error", "none"])
def test_everything_at_once_draws_without_a_warning(qtbot: Any, view: PlaneView, scheme: Any, colour: str) -> None:
    view.set_theme(scheme)
    choices = PlotChoices(colour, "linear", "streamlines", True, True, 1)
    show(qtbot, view, HIMMELBLAU, choices)
    view.grab()
    view.set_choices(replace(choices, taylor=2, field="unit"))
    settle(qtbot, view)
    assert not view.grab().isNull()


def test_tools_without_room_are_in_a_menu(qtbot: Any, view: PlaneView) -> None:
    view.resize(300, 500)
    show(qtbot, view, HIMMELBLAU)
    assert view.tools.more.isVisible()
    assert view.tools.buttons["heat"].isVisible()
    assert not view.tools.buttons["regions"].isVisible()
    menu = view.tools.more.menu()
    menu.aboutToShow.emit()
    action = next(a for a in menu.actions() if a.objectName() == "planeMore_regions")
    action.trigger()
    assert view.choices().colour == "definiteness"
    settle(qtbot, view)
    view.resize(900, 500)
    qtbot.waitUntil(view.tools.buttons["regions"].isVisible)
    assert not view.tools.more.isVisible()
    settle(qtbot, view)
