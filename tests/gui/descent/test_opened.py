"""Steps opened on the plot: their arrows, the model that the method trusts, and f along the step."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gradviz.gui import theme
from gradviz.gui.descent.opened import along_step, model_curve, model_lines, opened, what_it_is
from gradviz.gui.descent.overlays import CurveOverlays, PlaneOverlays
from gradviz.gui.descent.panel import DescentPanel
from gradviz.gui.plot.curve_view import CurveView
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.step_marks import arrow_lines
from gradviz.gui.surface.host import SurfaceHost
from gradviz.numeric.descent import Limits, Oracle, SubStepKind, descend, make_method
from gradviz.numeric.descent.line import CurveLandscape
from gradviz.numeric.planes import Direction, Plane, View
from tests.gui.plot import landscapes
from tests.gui.plot.functions import scene_of
from tests.numeric.descent.problems import written

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def plain(rich: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", rich.replace("<br>", " ").replace("&nbsp;", " ")))


@pytest.fixture
def studio(qtbot: Any) -> Iterator[Any]:
    panel, view = DescentPanel(), PlaneView()
    host = SurfaceHost(view)
    overlays = PlaneOverlays(panel, view, host)
    for widget in (panel, host):
        qtbot.addWidget(widget)
        widget.resize(640, 480)
        widget.show()
        qtbot.waitExposed(widget)
    panel.set_theme(theme.LIGHT)
    panel.connect_to(view)
    view.set_landscape(landscapes.rosenbrock())
    panel.set_landscape(landscapes.rosenbrock())
    panel.set_start(-1.2, 1.0)
    yield panel, view, overlays
    panel.shutdown()
    view.shutdown()


def choose(qtbot: Any, panel: DescentPanel, method: str, step: int) -> Any:
    panel.form.method_field.setCurrentIndex(panel.form.method_field.findData(method))
    qtbot.waitUntil(lambda: not panel.computing)
    panel.show_step(step)
    if not panel.step_view.is_open:
        qtbot.mouseClick(panel.step_view.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not panel.step_view.busy)
    return panel.step_view._opened


def test_the_parts_are_gone_through_one_by_one(qtbot: Any, studio: Any) -> None:
    panel, _, overlays = studio
    found = choose(qtbot, panel, "heavy-ball", 3)
    view = panel.step_view
    count = len(found.step.substeps)
    for i, part in enumerate(found.step.substeps):
        assert view.part.text() == f"{i + 1} of {count}"
        assert part.sentence in plain(view.formula.text())
        numbers = [a.number for a in overlays.marks._arrows]
        assert max(numbers) <= i + 1
        assert 1 in numbers
        qtbot.mouseClick(view.forward, Qt.MouseButton.LeftButton)
    assert panel.step == 4  # beyond the last part begins the next step
    qtbot.waitUntil(lambda: not view.busy)
    assert view.index == 0
    qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not view.busy)
    assert panel.step == 3
    assert view.index == count - 1


def test_a_sentence_never_stands_beside_the_numbers_of_another_step(qtbot: Any, studio: Any) -> None:
    """Played faster than steps are opened, they are not opened at all, until it pauses."""
    panel, _, overlays = studio
    choose(qtbot, panel, "trust-region", 1)
    view = panel.step_view
    view.set_passing(True)
    for k in (3, 4, 7):
        view.show_step(panel.landscape, panel.run, k, ["x", "y"], "f")
        assert not view.busy
        assert plain(view.formula.text()) == "Pause to read the parts of a step."
        assert not overlays.marks._arrows
    view.set_passing(False)
    qtbot.waitUntil(lambda: not view.busy)
    assert view._opened.k == 7
    assert view._opened.step.substeps[0].sentence in plain(view.formula.text())


def test_each_part_shows_the_region_that_is_trusted_then_and_its_own_trial(qtbot: Any, studio: Any) -> None:
    panel, _, overlays = studio
    panel.set_start(0.0, 3.0)
    found = choose(qtbot, panel, "trust-steihaug", 1)
    k = next(k for k in range(1, 20) if panel.run.quantities["trials"][k - 1] > 1)
    found = choose(qtbot, panel, "trust-steihaug", k)
    radii = []
    for i, part in enumerate(found.step.substeps):
        panel.step_view.index = i
        panel.step_view._show_opened()
        if "radius" in part.numbers and part.kind is SubStepKind.MODEL:
            edge = np.column_stack(overlays.marks.trust.getData())
            radii.append(float(np.linalg.norm(edge[0] - panel.run.states[k - 1])))
            assert radii[-1] == pytest.approx(part.numbers["radius"])
    assert len(radii) > 1
    assert radii == sorted(radii, reverse=True)
    found = choose(qtbot, panel, "wolfe", 1)
    along = panel.step_view.along.get()
    for i, part in enumerate(found.step.substeps):
        panel.step_view.index = i
        panel.step_view._show_opened()
        x, y = along.told.getData()
        trial = part.kind is SubStepKind.TRIAL
        assert [*x, *y] == ([part.numbers["length"], part.numbers["value"]] if trial else [])


def test_another_step_does_not_lay_the_page_out_anew(qtbot: Any, studio: Any) -> None:
    panel, _, _ = studio
    panel.show_step(2)
    moved: list[bool] = []
    panel.step_view.openerChanged.connect(lambda: moved.append(True))
    panel.show_step(3)
    assert not moved
    choose(qtbot, panel, "gradient-descent", 3)
    assert moved  # the buttons of an open step take more room


def test_the_last_arrow_leads_from_iterate_to_iterate(qtbot: Any, studio: Any) -> None:
    panel, _, overlays = studio
    for method in ("gradient-descent", "adam", "bfgs", "newton", "trust-region"):
        found = choose(qtbot, panel, method, 2)
        panel.step_view.index = len(found.step.substeps) - 1
        panel.step_view._show_opened()
        last = overlays.marks._arrows[-1]
        assert last.current
        np.testing.assert_allclose([last.start, last.end], panel.run.states[1:3])


def test_it_is_drawn_only_while_its_words_are_seen(qtbot: Any, studio: Any) -> None:
    panel, _, overlays = studio
    choose(qtbot, panel, "newton", 1)
    assert overlays.marks._arrows
    panel.pages.tabs.setCurrentIndex(1)
    assert not overlays.marks._arrows
    panel.pages.tabs.setCurrentIndex(0)
    assert overlays.marks._arrows
    qtbot.mouseClick(panel.step_view.open_button, Qt.MouseButton.LeftButton)
    assert not overlays.marks._arrows
    assert len(overlays.marks.contours.getData()[0]) == 0


def test_the_surface_has_the_same_parts_and_the_plot_comes_closer(qtbot: Any, studio: Any) -> None:
    panel, view, overlays = studio
    found = choose(qtbot, panel, "trust-region", 2)
    panel.step_view.index = len(found.step.substeps) - 1
    panel.step_view._show_opened()
    told = overlays._host._opened
    assert [a.number for a in told.arrows] == [a.number for a in overlays.marks._arrows]
    radius = panel.step_view._opened.step.model.radius
    np.testing.assert_allclose(np.hypot(*(told.trust - panel.run.states[1]).T), radius)
    qtbot.mouseClick(panel.step_view.look, Qt.MouseButton.LeftButton)
    seen, ends = view.visible_view(), panel.run.states[1:3]
    assert ((ends > [seen.x0, seen.y0]) & (ends < [seen.x1, seen.y1])).all()
    assert max(np.ptp(ends[:, 0]) / seen.width, np.ptp(ends[:, 1]) / seen.height) > 0.35
    qtbot.mouseClick(panel.step_view.open_button, Qt.MouseButton.LeftButton)
    assert overlays._host._opened is None


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("x^4 + y^4 - 3 x y", [0.0, 0.0], "a saddle point, not a minimum"),
        ("x^4 + y^4 - 3 x y", [0.75**0.5, 0.75**0.5], ""),
        ("1 - x^2 - 2 y^2", [0.0, 0.0], "no minimum: f curves downwards"),
        ("x^3 - 3 x y^2", [0.0, 0.0], ""),  # the curvatures do not tell
        ("exp(-x^2 - y^2)", [4.0, 0.0], ""),  # a plain far out, where nothing is stationary
    ],
)
def test_a_stationary_point_that_is_no_minimum_is_told(text: str, place: list[float], words: str) -> None:
    landscape = written(text)
    said = what_it_is(landscape, np.array(place), landscape.gradient_at(np.array(place))[1])
    assert words in said
    assert bool(words) == bool(said)


def test_a_run_that_ends_on_a_saddle_says_so(qtbot: Any, studio: Any) -> None:
    panel, _, _ = studio
    panel.set_landscape(written("x^4 + y^4 - 3 x y"))
    panel.form.method_field.setCurrentIndex(panel.form.method_field.findData("newton"))
    panel.set_start(0.2, -0.1)
    qtbot.waitUntil(lambda: not panel.computing)
    panel.show_step(panel.run.steps)
    qtbot.waitUntil(lambda: "saddle" in panel.reason.text())
    panel.show_step(1)
    assert "saddle" not in panel.reason.text()


def test_newtons_model_has_its_bottom_where_the_step_leads() -> None:
    landscape = landscapes.rosenbrock()
    run = descend(landscape, np.array([-1.2, 1.0]), make_method("newton"), Limits(3))
    found = opened(landscape, run, 1, Oracle(landscape))
    lines = model_lines(landscape, found.step.model, View(-2, 2, -2, 2), np.array([1.0, 5.0]))
    np.testing.assert_allclose(lines.bottom, run.states[1], rtol=1e-9)
    x, y = lines.level  # an ellipse on which the model has the value at the iterate
    on = np.isfinite(x)
    values = found.step.model(np.column_stack([x[on], y[on]]))
    np.testing.assert_allclose(values, run.values[0], rtol=0.03)


def test_the_trust_region_is_a_circle_of_its_radius_in_skew_planes_too() -> None:
    landscape = landscapes.rosenbrock()
    run = descend(landscape, np.array([-1.2, 1.0]), make_method("trust-region"), Limits(3))
    model = opened(landscape, run, 1, Oracle(landscape)).step.model
    skew = landscape.with_plane(Plane(Direction("a", (1.0, 0.0)), Direction("b", (0.6, 2.0)), (0.0, 0.0)))
    for seen in (landscape, skew):
        x, y = model_lines(seen, model, View(-3, 3, -3, 3), np.empty(0)).trust
        states = np.array([seen.state(a, b) for a, b in zip(x, y, strict=True)])
        np.testing.assert_allclose(np.linalg.norm(states - model.centre, axis=1), model.radius, rtol=1e-9)


def test_along_a_line_search_are_its_trials_and_its_bound() -> None:
    landscape = landscapes.rosenbrock()
    run = descend(landscape, np.array([-1.2, 1.0]), make_method("armijo"), Limits(2))
    step = opened(landscape, run, 1, Oracle(landscape)).step
    along = along_step(step, Oracle(landscape))
    gradient = run.gradients[0]
    assert along.bound == pytest.approx(-1e-4 * gradient @ gradient)  # c1 φ'(0)
    assert [ok for *_, ok in along.trials] == [False] * (len(along.trials) - 1) + [True]
    length, value, _ = along.trials[-1]
    assert value == pytest.approx(landscape.value_at(run.states[0] - length * gradient))
    assert along.taken == pytest.approx(length)
    k = int(np.argmin(np.abs(along.lengths - length)))
    assert along.values[k] == pytest.approx(landscape.value_at(run.states[0] - along.lengths[k] * gradient))


def test_of_a_function_of_one_number_the_model_is_a_parabola(qtbot: Any) -> None:
    line = CurveLandscape(scene_of("t^4 - 3 t^2 + t").curve)
    run = descend(line, np.array([2.0]), make_method("newton"), Limits(5))
    model = opened(line, run, 1, Oracle(line)).step.model
    ts, values = model_curve(model, -1.0, 3.0)
    t = 2.0
    expected = t**4 - 3 * t**2 + t + (4 * t**3 - 6 * t + 1) * (ts - t) + 0.5 * (12 * t**2 - 6) * (ts - t) ** 2
    np.testing.assert_allclose(values, expected, rtol=1e-6)


def test_a_descent_on_a_curve_is_drawn_on_it(qtbot: Any) -> None:
    found = scene_of("t^4 - 3 t^2 + t")
    panel, view = DescentPanel(), CurveView()
    overlays = CurveOverlays(panel, view)
    for widget in (panel, view):
        qtbot.addWidget(widget)
        widget.show()
    try:
        view.set_curve(found.curve)
        panel.set_landscape(CurveLandscape(found.curve))
        panel.set_start(2.0, 0.0)
        qtbot.waitUntil(lambda: not panel.computing)
        panel.show_step(3)
        x, y = overlays._path.current.place
        t = panel.run.states[3, 0]
        assert (x, y) == pytest.approx((t, t**4 - 3 * t**2 + t))
        assert panel.run.reason.value == "converged"
        seen = panel.view_of()
        assert (seen.x0, seen.x1) == view.canvas.view()[:2]  # starts that are compared lie in what is seen
        panel.set_landscape(None)
        assert not overlays._path.current.visible
    finally:
        panel.shutdown()
        view.shutdown()


def test_an_arrow_ends_where_it_points() -> None:
    x, y = arrow_lines(np.array([0.0, 0.0]), np.array([100.0, 0.0]), (1.0, 1.0))
    assert (x[1], y[1]) == (100.0, 0.0)
    assert (x[4], y[4]) == (100.0, 0.0)
    assert x[3] < 100
    assert x[5] < 100
    assert y[3] == pytest.approx(-y[5])
    assert not len(arrow_lines(np.zeros(2), np.zeros(2), (1.0, 1.0))[0])
