"""Functions of one variable: the curve, the increment, and Taylor polynomials."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from scipy import optimize

from gradviz.gui import theme
from gradviz.gui.plot.curve_points_panel import CurvePointsPanel
from gradviz.gui.plot.curve_view import CurveView
from gradviz.gui.plot.taylor_panel import TaylorPanel
from tests.gui.plot.functions import scene_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def parts(qtbot: Any) -> Any:
    made = CurveView(), TaylorPanel(), CurvePointsPanel()
    for widget in made:
        qtbot.addWidget(widget)
        widget.resize(560, 420)
        widget.set_theme(theme.LIGHT)
    for panel in made[1:]:
        panel.connect_to(made[0])
    for widget in made:
        widget.show()
    qtbot.waitExposed(made[0])
    yield made
    made[0].shutdown()
    made[1].shutdown()


def show(qtbot: Any, parts: Any, text: str, t: float = 1.0, u: float = 0.5) -> None:
    view, taylor, _ = parts
    found = scene_of(text)
    assert found.kind == "curve", found.reason
    view.set_curve(found.curve)
    view.set_point(t, u)
    qtbot.waitUntil(lambda: not (view.busy or taylor.busy) and view.found is not None)


def test_the_curve_is_the_function(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "sin(t) + t^2/8")
    ts, values = parts[0].canvas.curve.getData()
    np.testing.assert_allclose(values, np.sin(ts) + ts**2 / 8, atol=1e-12)
    image, ink = parts[0].canvas.grab().toImage(), QColor(theme.LIGHT.accent).rgb()
    assert any(
        image.pixel(x, y) == ink for x in range(0, image.width(), 3) for y in range(image.height())
    )  # and is seen
    assert "<i>t</i>" in parts[0].canvas.getPlotItem().getAxis("bottom").labelText
    assert "<i>f</i>(<i>t</i>)" in parts[0].canvas.getPlotItem().getAxis("left").labelText


def test_increment_differential_and_remainder_are_drawn(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "t^3", 1.0, 0.5)
    canvas = parts[0].canvas
    for item, low, high in (
        (canvas.differential, 1, 1 + 3 * 0.5),
        (canvas.delta, 1, 1.5**3),
        (canvas.remainder, 1 + 1.5, 1.5**3),
    ):
        _, ys = item.getData()
        assert sorted(ys) == pytest.approx([low, high])
    said = parts[0].canvas.accessibleDescription()
    assert "remainder 0.875" in said
    assert "t goes from −" in said
    assert "Stationary points in view: 1 inflection." in said
    (x0, x1), (y0, y1) = canvas.tangent.getData()
    assert (y1 - y0) / (x1 - x0) == pytest.approx(3)


def test_the_names_of_a_short_increment_and_its_remainder_are_apart(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "exp(x) sin(3 x)", -1.5, 1.0)
    labels = parts[0].canvas.step_labels
    boxes = [labels[n].mapRectToScene(labels[n].boundingRect()) for n in ("u", "r") if labels[n].isVisible()]
    assert len(boxes) == 2
    overlap = boxes[0].intersected(boxes[1])
    assert overlap.width() * overlap.height() < 60


def test_point_and_step_can_be_dragged_typed_and_moved_by_keys(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "t^2", 1.0, 0.5)
    view = parts[0]
    moved = []
    view.pointMoved.connect(lambda t, u: moved.append((t, u)))
    view.canvas.point.setPos(2.0, 17.0)  # as dragging does; it stays on the curve
    assert view.point() == (2.0, 0.5)
    assert tuple(view.canvas.point.pos()) == (2.0, 4.0)
    view.canvas.end.setPos(1.5, 0.0)
    assert view.point() == (2.0, -0.5)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert view.point()[0] > 2.0
    assert view.point()[1] > -0.5
    view.u.selectAll()
    qtbot.keyClicks(view.u, "1/4")
    assert view.point()[1] == 0.25
    assert moved[-1] == view.point()
    view.u.selectAll()
    qtbot.keyClicks(view.u, "x")
    assert "not a number" in view.message.text()
    assert view.point()[1] == 0.25


def test_taylor_polynomials_go_to_order_twenty(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "exp(t)", 0.0, 0.5)
    view, taylor, _ = parts
    assert taylor.slider.maximum() == 20
    chosen = []
    taylor.orderChanged.connect(chosen.append)
    for order in (0, 2, 5, 20):
        taylor.slider.setValue(order)
        ts, values = view.canvas.polynomial.getData()
        expected = sum(ts**k / math.factorial(k) for k in range(order + 1))
        known = np.isfinite(values)
        np.testing.assert_allclose(values[known], expected[known], rtol=1e-9)
        qtbot.waitUntil(lambda: not taylor.busy)
        assert " ".join(taylor.polynomial.sources).count("t") >= order
        assert f"T{order}" in taylor.polynomial.accessibleDescription()
    assert chosen == [0, 2, 5, 20]


@pytest.mark.parametrize(("text", "order", "slope"), [("exp(t)", 1, 2), ("exp(t)", 4, 5), ("cos(t)", 2, 4)])
def test_the_remainders_slope_is_measured(qtbot: Any, parts: Any, text: str, order: int, slope: float) -> None:
    show(qtbot, parts, text, 0.0, 0.5)
    taylor = parts[1]
    taylor.set_order(order)
    qtbot.waitUntil(lambda: not taylor.busy)
    assert taylor.decay.slope == pytest.approx(slope, abs=0.05)
    assert f"<sup>{slope}.0" in taylor.message.text() or f"<sup>{slope - 1}.9" in taylor.message.text()
    assert f"shrinks like |u|^{taylor.decay.slope:.2f};" in taylor.plot.accessibleDescription()  # no tags
    assert taylor.message.accessibleDescription() == taylor.plot.accessibleDescription()
    title = taylor.plot.getPlotItem().titleLabel.text
    for item in (taylor._remainder, taylor._ratio):  # the signs of the title have the colours of the dots
        assert item.opts["symbolBrush"].color().name() in title
    steps, ratio = taylor._ratio.getOriginalDataset()
    expected = np.abs(np.exp(steps) - 1 - steps) / steps if (text, order) == ("exp(t)", 1) else None
    if expected is not None:
        np.testing.assert_allclose(ratio[steps > 1e-2], expected[steps > 1e-2], rtol=1e-6)


def test_the_frame_keeps_off_the_border_and_the_hint_fits_a_narrow_panel(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "exp(t)", 0.0, 0.5)
    canvas, hint = parts[0].canvas, parts[0].hint
    assert canvas.box.sceneBoundingRect().right() < canvas.width() - 8
    assert hint.fontMetrics().horizontalAdvance(hint.text()) < 480


def test_a_kink_ends_the_expansion_and_says_so(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "t in R\nabs(t) + t^2", 0.0, 0.5)
    taylor = parts[1]
    taylor.set_order(3)
    qtbot.waitUntil(lambda: not taylor.busy)
    assert "no first derivative" in taylor.message.text()


def test_a_pole_breaks_the_line_and_an_undefined_part_is_hatched(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "1/t", 1.0, 0.5)
    ts, values = parts[0].canvas.curve.getData()
    at = int(np.searchsorted(ts, 0.0))
    assert np.isnan(values[at - 3 : at + 3]).any()
    show(qtbot, parts, "log(t) + t", 1.0, 0.5)
    parts[0].canvas.set_view(-2, 3, -3, 3)
    qtbot.waitUntil(lambda: not parts[0].busy and bool(parts[0].canvas._gaps))
    low, high = parts[0].canvas._gaps[0].getRegion()
    assert low < -1.9
    assert high == pytest.approx(0, abs=0.02)


@pytest.mark.parametrize("text", ["t in R\nt^t", "t in R\nsqrt(t)", "t in R\ntan(t)"])
def test_the_point_begins_in_view_where_there_is_a_tangent(parts: Any, text: str) -> None:
    view = parts[0]
    view.set_curve(scene_of(text).curve)
    (t, _), (x0, x1, y0, y1) = view.point(), view._home
    value, slope = view.curve.derivatives(np.array([t]), 1)[:, 0]
    assert x0 < t < x1
    assert y0 < value < y1
    assert abs(slope) * (x1 - x0) < 25 * (y1 - y0)
    assert len(f"{t!r}") <= 5  # a number to say in class


def test_the_point_where_the_function_is_undefined(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "log(t) + t", -1.0, 0.5)
    assert "not defined" in parts[0].readout.text()
    assert not parts[0].canvas.tangent.getData()[0].size


def test_stationary_points_are_marked_listed_and_gone_to(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "t^3 - 3 t", 0.5, 0.5)
    view, _, turns = parts
    assert turns.table.rowCount() == 2
    assert "maximum" in turns.table.item(0, 0).text()
    assert view.canvas.turns["minimum"].getData()[0] == pytest.approx([1.0])
    turns.table.selectRow(1)
    assert view.point()[0] == pytest.approx(1.0)
    show(qtbot, parts, "t + exp(t)")
    assert "no stationary point" in turns.note.text()


@pytest.mark.parametrize(
    ("text", "t"), [("t^4 - 2t^2 + 0.3t", 0.0754), ("cosh(3t - 1)", 0.3333), ("sin(30 t)", 0.0524)]
)
def test_a_slope_that_cannot_be_told_from_nought_is_nought(qtbot: Any, parts: Any, text: str, t: float) -> None:
    view = parts[0]
    show(qtbot, parts, text, t)
    assert "′(<i>t</i>) = 0<" not in view.readout.text()
    nearest = optimize.brentq(
        lambda at: view.curve.coefficients(np.array([at]), 1)[1, 0], t - 1e-3, t + 1e-3, xtol=1e-18
    )
    view.set_point(nearest, 0.5)
    assert "′(<i>t</i>) = 0<" in view.readout.text()
    assert "d<i>f</i> = 0&" in view.readout.text()


def test_a_stationary_point_above_the_view_is_shown_when_it_is_chosen(qtbot: Any, parts: Any) -> None:
    show(qtbot, parts, "exp(x) sin(3 x)")
    view, _, points = parts
    view.canvas.set_view(-4.0, 4.0, -2.0, 2.0)
    qtbot.waitUntil(lambda: not view.busy and points.table.rowCount() >= 7)
    row = max(range(points.table.rowCount()), key=lambda r: abs(points._points[r].value))
    height = points._points[row].value
    assert abs(height) > 10
    points.table.selectRow(row)
    _, _, low, high = view.canvas.view()
    assert low < height < high
    assert (low, high) != (-2.0, 2.0)
    assert view.point()[0] == pytest.approx(points._points[row].t)


@pytest.mark.parametrize("text", ["t in R\n3 + 0 t", "exp(exp(t))", "1/t^2", "sqrt(t)", "1e-9 t^2"])
def test_it_draws_whatever_the_function_is(qtbot: Any, parts: Any, text: str) -> None:
    show(qtbot, parts, text)
    for widget in parts:
        assert not widget.grab().isNull()


def test_the_step_is_not_called_as_the_variable_is(qtbot: Any, parts: Any) -> None:
    view, taylor, _ = parts
    show(qtbot, parts, "u in R\nu^3", t=1.0, u=0.5)
    assert view.u.caption.text() == "<i>h</i>&nbsp;="
    assert "<i>r</i>(<i>h</i>)/<i>h</i>" in view.readout.text()
    assert "end of h" in view.hint.text()
    assert "For h = 0.5" in view.accessibleDescription()
    assert "<i>u</i>" not in taylor.message.text()
    show(qtbot, parts, "t^3")
    assert view.u.caption.text() == "<i>u</i>&nbsp;="
