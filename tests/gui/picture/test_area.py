"""The picture follows the document, and the document follows the picture. The expressions come from the engine
itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from gradviz.gui.documents.document import START_EXAMPLE, Descent, Document
from gradviz.gui.picture.area import PictureArea
from gradviz.gui.picture.sight import sight_of
from gradviz.gui.plot.choices import PlaneChoice, PlotChoices
from gradviz.numeric.planes import View
from tests.gui.areas import area_of, expressions_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def make_area(qtbot: Any) -> Iterator[Callable[..., PictureArea]]:
    made: list[PictureArea] = []

    def make(text: str, **settings: Any) -> PictureArea:
        area = area_of(qtbot, made, (600, 640), text, **settings)
        _settled(qtbot, area)
        return area

    yield make
    for area in made:
        area.shut_down()


def _settled(qtbot: Any, area: PictureArea) -> None:
    qtbot.waitUntil(lambda: not (area._soon.isActive() or area.stages.busy or area.plane_view.busy))
    qtbot.wait(30)


def test_the_start_example_is_drawn_in_the_plane_of_w(qtbot: Any, make_area: Any) -> None:
    area = make_area(START_EXAMPLE)
    landscape = area.scene.landscape
    assert landscape.coordinates() == ["w_1", "w_2"]
    assert area.scene.binding.values["X"].shape == (10, 2)
    X, y = area.scene.binding.values["X"], area.scene.binding.values["y"]
    w = np.array([0.3, -0.7])
    value, gradient = landscape.gradient_at(w)
    assert value == pytest.approx(((y - X @ w) ** 2).sum())
    assert gradient == pytest.approx(2 * X.T @ (X @ w - y))


@pytest.mark.parametrize(
    "text", ["x' A x", "(1-x)^2 + 100 (y-x^2)^2", "x^3 - 3 x y^2", "sin(x) y + e^(-x^2)", "log det X"]
)
def test_functions_of_a_plane_are_drawn(qtbot: Any, make_area: Any, text: str) -> None:
    area = make_area(text)
    assert area.scene.reason == ""
    assert area.scene.landscape.has_gradient


def test_what_cannot_be_drawn_says_why(qtbot: Any, make_area: Any) -> None:
    area = make_area("A in R^(3,2)\nA x")
    assert area.scene.kind == ""
    assert "two" in area.scene.reason
    assert area.plane_view.message.isVisible()


@pytest.mark.parametrize(
    ("text", "kind", "tab"), [("t^2", "curve", "Taylor"), ("A x", "map", "Values"), ("x' A x", "plane", "Point")]
)
def test_every_kind_of_function_has_its_view(qtbot: Any, make_area: Any, text: str, kind: str, tab: str) -> None:
    area = make_area(text)
    assert area.scene.kind == kind
    assert area.stack.currentWidget() is area.panels.views[kind]
    shown = {area.tabs.tabText(i) for i in range(area.tabs.count()) if area.tabs.isTabVisible(i)}
    assert tab in shown
    assert ("Descent" in shown) == (kind != "map")


def test_another_picture_of_the_document_is_seen_where_one_looked(make_area: Any) -> None:
    """A window that is made anew, in another language, keeps the zoom, and the point that is in view there alone."""
    area = make_area("x' A x")
    area.plane_view.canvas.set_view(View(40.0, 44.0, 50.0, 54.0))
    seen = area.plane_view.visible_view()
    again = make_area("x' A x", sight=sight_of(area), point=(42.0, 52.0))
    assert dataclasses.astuple(again.plane_view.visible_view()) == pytest.approx(dataclasses.astuple(seen))
    assert again.plane_view.point() == (42.0, 52.0)
    other = make_area("x' B x + 1", sight=sight_of(area))
    assert other.plane_view.visible_view().x1 < 40


def test_another_picture_of_a_curve_is_seen_where_one_looked(make_area: Any) -> None:
    area = make_area("t^2")
    area.panels.curve_view.canvas.set_view(7.0, 8.0, 48.0, 65.0)
    again = make_area("t^2", sight=sight_of(area))
    assert again.panels.curve_view.canvas.view() == pytest.approx((7.0, 8.0, 48.0, 65.0))


def test_moving_the_point_is_one_undo_step(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' A x")
    before = area.plane_view.point()
    for i in range(10):
        area.plane_view.set_point(i / 10, 0.5)
        area.plane_view.pointMoved.emit(i / 10, 0.5)
    assert area._model.document.point == (0.9, 0.5)
    assert area._model.undo_stack.count() == 1
    area._model.undo_stack.undo()
    area._model.undo_stack.redo()
    assert area.plane_view.point() == (0.9, 0.5)
    assert before != (0.9, 0.5)


def test_a_start_gives_a_descent_and_undo_takes_it_away(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' x")
    area.plane_view.startPicked.emit(1.0, 1.0)
    assert area.descent_panel.run.states[0] == pytest.approx([1.0, 1.0])
    assert area._model.document.descent.start == (1.0, 1.0)
    area._model.undo_stack.undo()
    assert area.descent_panel.run is None
    area._model.undo_stack.redo()
    _settled(qtbot, area)
    assert area.descent_panel.run is not None


def test_a_step_size_is_kept_and_undone(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' x")
    suggested = area.descent_panel.step_size()
    area.descent_panel.set_step_size(0.012345678)
    count = area._model.undo_stack.count()
    area._model.undo_stack.undo()
    assert area.descent_panel.step_size() == pytest.approx(suggested)
    area._model.undo_stack.redo()
    assert area.descent_panel.step_size() == pytest.approx(0.012345678, rel=1e-5)
    assert area._model.undo_stack.count() == count == 1


def test_a_value_changes_the_landscape_and_the_document(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' A x")
    binding = area.values_editor.binding().with_value("A", np.array([[1.0, 0.0], [0.0, 3.0]]))
    area.values_editor.set_binding(binding)
    area.values_editor.bindingChanged.emit(binding)
    _settled(qtbot, area)
    assert area._model.document.values["A"] == [[1.0, 0.0], [0.0, 3.0]]
    assert area.scene.landscape.value_at(np.array([2.0, 1.0])) == pytest.approx(7.0)
    area._model.undo_stack.undo()
    _settled(qtbot, area)
    assert area.scene.landscape.value_at(np.array([2.0, 1.0])) != pytest.approx(7.0)
    assert area.values_editor.binding().values["A"] == pytest.approx(area.scene.binding.values["A"])


def test_a_singular_matrix_is_told_at_its_field_and_the_last_picture_stays(qtbot: Any, make_area: Any) -> None:
    area = make_area("A in R^(2,2)\nx in R^2\nx' inv(A) x")
    editor, before = area.values_editor, area.scene
    for matrix, told in (([[1.0, 2.0], [2.0, 4.0]], "A is singular"), ([[1.0, 0.0], [0.0, 4.0]], "")):
        binding = editor.binding().with_value("A", np.array(matrix))
        editor.set_binding(binding)
        editor.bindingChanged.emit(binding)
        _settled(qtbot, area)
        assert editor.fields["A"].message.text().startswith(told)
        assert bool(editor.fields["A"].message.text()) == bool(told)
        assert (area.scene is before) == bool(told)
        assert area._stale.isHidden() != bool(told)
        assert area._model.document.values["A"] == matrix
    assert area.scene.landscape.value_at(np.array([1.0, 2.0])) == pytest.approx(2.0)


def test_a_saved_document_is_drawn_as_it_was(qtbot: Any, make_area: Any) -> None:
    descent = Descent(start=(0.5, -0.25), step_size=0.05)
    area = make_area("x' A x", values={"A": [[2.0, 0.0], [0.0, 1.0]]}, point=(0.75, 0.5), descent=descent)
    assert area.plane_view.point() == (0.75, 0.5)
    assert area.descent_panel.step_size() == pytest.approx(0.05)
    assert area.descent_panel.run.states[0] == pytest.approx([0.5, -0.25])
    assert area.scene.landscape.value_at(np.array([1.0, 1.0])) == pytest.approx(3.0)
    assert area._model.undo_stack.count() == 0


def test_values_of_another_shape_are_ignored(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' A x", values={"A": [1.0, 2.0], "x": 3.0, "B": 1.0})
    assert area.scene.binding.values["A"].shape == (2, 2)


def test_no_function_no_picture(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' x")
    area.show_expressions(None)
    qtbot.waitUntil(lambda: area.scene is None)
    assert area.plane_view.landscape is None


def _redraw(qtbot: Any, area: PictureArea, text: str) -> None:
    """Another text, derived and drawn."""
    area._model.edit_text(text)
    area.show_expressions(expressions_of(text))
    qtbot.wait(20)
    _settled(qtbot, area)


def test_another_function_drops_the_run_and_a_typed_step_size_and_undo_brings_them_back(
    qtbot: Any, make_area: Any
) -> None:
    area = make_area("x' x")
    area.plane_view.startPicked.emit(1.0, 1.0)
    area.descent_panel.set_step_size(0.0125)
    descent = area._model.document.descent
    assert (descent.start, descent.step_size) == ((1.0, 1.0), 0.0125)
    count = area._model.undo_stack.count()
    _redraw(qtbot, area, "2 x' x")
    assert area._model.document.descent == Descent()
    assert area.descent_panel.run is None
    assert area.descent_panel.step_size() != pytest.approx(0.0125)
    assert area._model.undo_stack.count() == count + 1  # the typing alone
    area._model.undo_stack.undo()
    area.show_expressions(expressions_of("x' x"))
    qtbot.wait(20)
    _settled(qtbot, area)
    assert area._model.document.descent == descent
    assert area.descent_panel.step_size() == pytest.approx(0.0125)
    assert area.descent_panel.run is not None


def test_a_function_of_other_variables_begins_at_its_own_point_and_undo_brings_the_last_one_back(
    qtbot: Any, make_area: Any
) -> None:
    area = make_area("x1^2 + x2^2")
    area.plane_view.startPicked.emit(1.0, 0.5)
    _redraw(qtbot, area, "2 x1^2 + x2^2")
    assert area._model.document.point == (1.0, 0.5)  # of the same variables
    _redraw(qtbot, area, "exp(t)")
    assert area._model.document.point is None
    assert area.panels.curve_view.point()[0] != 1.0
    area._model.undo_stack.undo()
    area.show_expressions(expressions_of("2 x1^2 + x2^2"))
    qtbot.wait(20)
    _settled(qtbot, area)
    assert area._model.document.point == area.plane_view.point() == (1.0, 0.5)


def test_a_document_that_is_opened_while_the_last_one_is_still_drawn_keeps_its_start(
    qtbot: Any, make_area: Any
) -> None:
    area = make_area("x' A x")
    area._model.load(Document(text="x^2 + y^2", descent=Descent(start=(1.0, 0.5))))
    area.refresh()  # a stage of the last picture, which was on its way
    area.show_expressions(expressions_of("x^2 + y^2"))
    _settled(qtbot, area)
    assert area._model.document.descent.start == (1.0, 0.5)
    assert area.descent_panel.run.states[0].tolist() == [1.0, 0.5]


def test_a_space_more_keeps_the_run(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' x")
    area.plane_view.startPicked.emit(1.0, 1.0)
    _redraw(qtbot, area, "x'  x")
    assert area._model.document.descent.start == (1.0, 1.0)
    assert area.descent_panel.run is not None


def test_suggesting_a_step_size_forgets_the_typed_one(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' x")
    area.descent_panel.set_step_size(0.0125)
    area.descent_panel.suggest_button.click()
    assert area._model.document.descent.step_size is None
    assert area.descent_panel.step_size() == pytest.approx(0.5)  # one over the curvature of x'x


def test_layers_are_remembered_and_undone(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' A x", plot=PlotChoices(field="streamlines", stationary=True))
    view = area.plane_view
    assert view.choices() == area._model.document.plot
    assert view.tools.buttons["stationary"].isChecked()
    view.tools.buttons["hessian"].click()
    assert area._model.document.plot == PlotChoices(field="streamlines", stationary=True, hessian=True)
    area._model.undo_stack.undo()
    assert not view.choices().hessian
    assert not view.tools.buttons["hessian"].isChecked()
    _settled(qtbot, area)


def test_the_order_and_the_point_of_a_curve_are_remembered(qtbot: Any, make_area: Any) -> None:
    area = make_area("sin(t) + t^2/8", plot=PlotChoices(order=5), point=(0.75, 0.25))
    view, taylor = area.panels.curve_view, area.panels.taylor
    assert view.point() == (0.75, 0.25)
    assert taylor.slider.value() == view.order == 5
    taylor.slider.setValue(7)
    view.move_to(1.0, 0.5)
    assert area._model.document.plot.order == 7
    assert area._model.document.point == (1.0, 0.5)
    area._model.undo_stack.undo()
    assert view.point() == (0.75, 0.25)


def test_a_plane_is_chosen_remembered_and_undone(qtbot: Any, make_area: Any) -> None:
    area = make_area("w in R^4\nw' w + sum(w)")
    panel = area.panels.plane_panel
    shown = {area.tabs.tabText(i) for i in range(area.tabs.count()) if area.tabs.isTabVisible(i)}
    assert "Plane" in shown
    panel.planeChosen.emit(PlaneChoice(("w_2", "w_4")))
    _settled(qtbot, area)
    assert area.scene.landscape.axis_labels() == ("w_2", "w_4")
    assert area._model.document.plot.plane == PlaneChoice(("w_2", "w_4"))
    panel.way.setCurrentIndex(panel.way.findData("curvature"))
    panel.way.activated.emit(panel.way.currentIndex())
    _settled(qtbot, area)
    assert not area.scene.landscape.plane.symbols
    again = make_area(area._model.document.text, plot=area._model.document.plot)
    assert again.scene.landscape.axis_labels() == area.scene.landscape.axis_labels()
    np.testing.assert_allclose(again.scene.landscape.axes, area.scene.landscape.axes)
    area._model.undo_stack.undo()
    _settled(qtbot, area)
    assert area.scene.landscape.axis_labels() == ("w_2", "w_4")


def test_a_coordinate_outside_the_plane_is_moved(qtbot: Any, make_area: Any) -> None:
    area = make_area("w in R^4\nw' w")
    state = area.scene.landscape.origin.copy()
    state[3] = 5.0
    area.panels.plane_panel.stateChosen.emit(state)
    _settled(qtbot, area)
    assert area._model.document.values["w"][3] == 5.0
    assert area.scene.landscape.value_at(area.scene.landscape.state(0.0, 0.0)) == pytest.approx(state[2] ** 2 + 25)


def test_a_document_keeps_what_the_plot_shows(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' A x")
    area.plane_view.tools.buttons["regions"].click()
    text = area._model.document.to_json()
    read = Document.from_json(text)
    assert read.plot == dataclasses.replace(PlotChoices(), colour="definiteness")
    _settled(qtbot, area)


def test_what_is_not_seen_is_not_made(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' A x")
    pages = {area.tabs.tabText(i): area.tabs.widget(i) for i in range(area.tabs.count()) if area.tabs.isTabVisible(i)}
    assert pages["Why ∇f"].part is None
    area.tabs.setCurrentWidget(pages["Why ∇f"])
    qtbot.waitUntil(lambda: area.panels.dial.dial is not None)
    assert area.plane_view.canvas.dial.circle.visible
    area.tabs.setCurrentIndex(0)
    assert not area.plane_view.canvas.dial.circle.visible
    qtbot.waitUntil(lambda: area.panels.views["map"].part is not None)  # made ahead, for typing


def test_the_plane_of_a_descent_shows_that_very_descent(qtbot: Any, make_area: Any) -> None:
    text = "A in R^(4,4) positive definite\nx in R^4\nx' A x"
    area = make_area(text, descent=Descent(start=(1.0, -2.0)))
    panel = area.descent_panel
    qtbot.waitUntil(lambda: panel.run is not None and not panel.computing)
    before = panel.run.states.copy()
    assert panel.plane_note.isVisibleTo(panel)
    panel.show_step(3)
    panel.plane_note.button.click()
    _settled(qtbot, area)
    qtbot.waitUntil(lambda: panel.run is not None and not panel.computing)
    np.testing.assert_array_equal(panel.run.states, before)
    assert panel.step == 3
    centred = before - before.mean(axis=0)
    shares = np.linalg.svd(centred, compute_uv=False) ** 2
    expected = 100 * shares[:2].sum() / shares.sum()
    assert f"{expected:.1f} %" in panel.plane_note.words.text()
    view, points = area.plane_view.visible_view(), area.scene.landscape.project(before)
    assert view.x0 <= points[:, 0].min()
    assert points[:, 0].max() <= view.x1
    saved = Document.from_json(area._model.document.to_json())
    assert saved == area._model.document
    assert saved.descent.state == tuple(before[0].tolist())
    area._model.undo_stack.undo()
    _settled(qtbot, area)
    assert area.scene.landscape.axis_labels() == ("x_1", "x_2")
    np.testing.assert_array_equal(panel.run.states[0], before[0])


def test_a_descent_on_a_curve_is_kept_by_the_document(qtbot: Any, make_area: Any) -> None:
    area = make_area("t^4 - 3 t^2 + t")
    area.curve_overlays.startPicked.emit(2.0, 0.0)
    panel = area.descent_panel
    qtbot.waitUntil(lambda: panel.run is not None and not panel.computing)
    assert area._model.document.descent.start == (2.0, 0.0)
    assert panel.run.states[0] == pytest.approx([2.0])
    area._model.undo_stack.undo()
    assert panel.run is None
    area._model.undo_stack.redo()
    assert panel.run.states[0] == pytest.approx([2.0])


def test_the_start_is_dragged_along_a_curve(qtbot: Any, make_area: Any) -> None:
    area = make_area("t^4 - 3 t^2 + t", descent=Descent(start=(1.5, 0.0)))
    panel = area.descent_panel
    qtbot.waitUntil(lambda: panel.run is not None and not panel.computing)
    handle = area.curve_overlays.start.item
    assert (handle.pos().x(), handle.pos().y()) == pytest.approx((1.5, 1.5**4 - 3 * 1.5**2 + 1.5))
    for t in (1.2, 0.7, -0.5):
        handle.setPos(t, 8.0)  # where the mouse is: the handle keeps to the curve
    assert (handle.pos().x(), handle.pos().y()) == pytest.approx((-0.5, 0.5**4 - 3 * 0.5**2 - 0.5))
    qtbot.waitUntil(lambda: not panel.computing)
    assert panel.run.states[0] == pytest.approx([-0.5])
    assert area._model.document.descent.start == (-0.5, 0.0)
    assert area._model.undo_stack.count() == 1


def test_dragging_the_start_is_one_undo_step(qtbot: Any, make_area: Any) -> None:
    area = make_area("x^2 + 4 y^2", descent=Descent(start=(1.0, 1.0)))
    panel, handle = area.descent_panel, area.plane_overlays.start.item
    assert (handle.pos().x(), handle.pos().y()) == (1.0, 1.0)
    point = area.plane_view.canvas.point
    assert handle.zValue() > point.zValue()  # they are at one place: it is the start that the mouse takes
    panel.show_step(1)
    assert handle.zValue() < point.zValue()
    panel.show_step(0)
    before = area._model.document.point
    for x in (0.9, 0.7, -0.5):
        handle.setPos(x, 1.5)
    qtbot.waitUntil(lambda: not panel.computing)
    np.testing.assert_array_equal(panel.run.states[0], [-0.5, 1.5])
    assert area._model.document.descent.start == (-0.5, 1.5)
    assert area._model.document.point == before
    assert area._model.undo_stack.count() == 1
    area._model.undo_stack.undo()
    qtbot.waitUntil(lambda: not panel.computing)
    assert (handle.pos().x(), handle.pos().y()) == (1.0, 1.0)
    area.plane_view.startPicked.emit(1.5, 0.5)  # a click puts both there, and they stay together
    handle.setPos(-1.0, 0.25)
    assert area._model.document.point == area.plane_view.point() == (-1.0, 0.25)


def test_a_picture_of_the_text_before_is_marked(qtbot: Any, make_area: Any) -> None:
    area = make_area("x' x")
    mark = area.plot_card.findChild(QWidget, "plot_stale")
    assert mark.isHidden()
    area.show_stale()
    assert not mark.isHidden()
    assert "Last good picture" in mark.text()
    assert area.plot_card.rect().contains(mark.geometry())
    _redraw(qtbot, area, "2 x' x")
    assert mark.isHidden()
