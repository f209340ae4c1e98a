"""The stationary points in view: found, told apart, listed and gone to."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradviz.gui import theme
from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.stationary_panel import StationaryPanel
from gradviz.numeric.landscape import View
from tests.gui.plot.functions import HIMMELBLAU, ROSENBROCK, landscape_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def pair(qtbot: Any) -> tuple[PlaneView, StationaryPanel]:
    view, panel = PlaneView(), StationaryPanel()
    for widget in (view, panel):
        qtbot.addWidget(widget)
        widget.resize(560, 520)
        widget.set_theme(theme.LIGHT)
    panel.connect_to(view)
    view.show()
    panel.show()
    qtbot.waitExposed(view)
    return view, panel


def show(qtbot: Any, pair: tuple[PlaneView, StationaryPanel], text: str, square: float) -> None:
    view, panel = pair
    view.set_landscape(landscape_of(text, wrt=("x", "y")), view=View(-square, square, -square, square))
    qtbot.waitUntil(lambda: not view.busy and view.layers.found is not None)
    assert panel.table.rowCount() == len(view.layers.found.points)


def cells(panel: StationaryPanel, row: int) -> list[str]:
    return [panel.table.item(row, column).text() for column in range(6)]


@pytest.mark.parametrize(
    ("text", "square", "kinds"),
    [
        (HIMMELBLAU, 5.0, {"minimum": 4, "saddle": 4, "maximum": 1}),
        (ROSENBROCK, 3.0, {"minimum": 1}),
        ("x^3 - 3 x y^2", 2.0, {"degenerate": 1}),
        # ∇ = (cos x sin y, sin x cos y): (kπ, lπ) saddles, (π/2 + kπ, π/2 + lπ) extrema, in a square of side 8
        ("sin(x) sin(y)", 4.0, {"saddle": 9, "minimum": 2, "maximum": 2}),
    ],
)
def test_all_are_found_and_listed(qtbot: Any, pair: Any, text: str, square: float, kinds: dict[str, int]) -> None:
    pair[0].resize(700, 700)
    show(qtbot, pair, text, square)
    seen = pair[0].visible_view()
    listed = [cells(pair[1], row) for row in range(pair[1].table.rowCount())]
    # The shorter side is the square; what the wider side shows more is not counted.
    inside = [c for c in listed if abs(float(c[1].replace("−", "-"))) < square and seen.height >= 2 * square - 1e-6]
    counted = {kind: sum(kind in c[0] for c in inside) for kind in kinds}
    assert counted == kinds
    assert len({c[0].split()[0] for c in listed}) == len(kinds)  # a sign for each kind


def test_the_degenerate_one_says_what_a_higher_look_says(qtbot: Any, pair: Any) -> None:
    show(qtbot, pair, "x^3 - 3 x y^2", 2.0)
    pair[1].table.selectRow(0)
    assert "does not decide" in pair[1].look.text()
    assert "degree 3" in pair[1].look.text()


def test_a_row_leads_to_its_point(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    show(qtbot, pair, HIMMELBLAU, 5.0)
    moved = []
    view.pointMoved.connect(lambda x, y: moved.append((x, y)))
    row = next(r for r in range(panel.table.rowCount()) if cells(panel, r)[1:3] == ["3", "2"])
    panel.table.selectRow(row)
    assert view.point() == pytest.approx((3.0, 2.0))
    assert len(moved) == 1
    x, y = view.canvas.stationary.chosen.getData()
    assert (x[0], y[0]) == pytest.approx((3.0, 2.0))


def test_kinds_have_symbols_of_their_own(qtbot: Any, pair: Any) -> None:
    view, _panel = pair
    view.set_choices(PlotChoices(stationary=True))
    show(qtbot, pair, HIMMELBLAU, 5.0)
    marks = view.canvas.stationary.points
    assert len({mark.opts["symbol"] for mark in marks.values()}) == 4
    x, y = marks["maximum"].getData()
    np.testing.assert_allclose([x[0], y[0]], [-0.270845, -0.923039], atol=1e-5)
    assert marks["minimum"].isVisible()
    assert "4 minima" in view.accessibleDescription()
    assert "x goes from −" in view.canvas.accessibleDescription()
    assert "4 minima" in pair[1].table.accessibleDescription()


def test_curves_of_stationary_points_are_drawn(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    show(qtbot, pair, "(x^2 + y^2 - 1)^2", 2.0)
    x, y = view.canvas.stationary.curves.getData()
    known = np.isfinite(x)
    np.testing.assert_allclose(np.hypot(x[known], y[known]), 1, atol=1e-6)
    assert "curve of stationary points" in panel.note.text()
    assert "valley" in panel.note.text()
    assert panel.note.geometry().bottom() < panel.height() / 4  # at the top, though there is no table below


def test_points_that_are_stationary_in_the_plane_only_are_told_apart(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    text = "x in R^3\nx_1^2 + x_2^2 + x_3 (1 + x_1)"  # f' by the third is 1 + x1; in the plane x1 = -x3/2 = 0.75
    view.set_landscape(landscape_of(text), view=View(-3, 3, -3, 3))
    qtbot.waitUntil(lambda: not view.busy and view.layers.found is not None)
    assert panel.note.text() == "1 stationary point in view: 1 minimum. 1 is stationary in this plane only."
    show(qtbot, pair, "x^2 + y^2", 2.0)
    assert "only" not in panel.note.text()


def test_none_are_told_of(qtbot: Any, pair: Any) -> None:
    show(qtbot, pair, "x in R\ny in R\nx + 2 y", 2.0)
    assert "no stationary point in view" in pair[1].note.text()
    assert not pair[1].table.isVisible()


def test_at_corners_nothing_is_listed_and_that_is_said(qtbot: Any, pair: Any) -> None:
    show(qtbot, pair, "x in R\ny in R\nabs(x) + abs(y)", 2.0)
    assert "no stationary point in view" in pair[1].note.text()
    assert "corner" in pair[1].note.text()
    show(qtbot, pair, "x in R\ny in R\nabs(x)^3 + y^2", 2.0)
    assert pair[1].table.rowCount() == 1
    assert pair[1].table.item(0, 6).text() == "minimum"  # of no order: it has no Taylor form there


def test_another_view_is_searched_anew(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    show(qtbot, pair, HIMMELBLAU, 5.0)
    assert panel.table.rowCount() == 9
    view.canvas.set_view(View(2.5, 3.5, 1.5, 2.5))
    qtbot.waitUntil(lambda: panel.table.rowCount() == 1)
    qtbot.waitUntil(lambda: not view.busy)


def test_points_of_a_view_that_is_gone_do_not_come_back(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    show(qtbot, pair, HIMMELBLAU, 5.0)
    panel.hide()
    view.canvas.set_view(View(2.5, 3.5, 1.5, 2.5))
    qtbot.waitUntil(lambda: not view.busy)
    assert view.layers.found is None
    view.tools.buttons["stationary"].click()
    qtbot.waitUntil(lambda: view.layers.found is not None)
    assert len(view.layers.found.points) == 1


def test_nobody_seeks_what_nobody_sees(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    panel.hide()
    with qtbot.waitSignal(view.pictureReady):
        view.set_landscape(landscape_of(HIMMELBLAU))
    qtbot.waitUntil(lambda: not view.busy)
    assert view.layers.found is None
    panel.show()
    qtbot.waitUntil(lambda: view.layers.found is not None)


def test_what_is_listed_is_marked(qtbot: Any, pair: Any) -> None:
    view, panel = pair
    marks = view.canvas.stationary.points
    assert not view.tools.choices.stationary
    assert all(item.isVisible() for item in marks.values())
    panel.hide()
    assert not any(item.isVisible() for item in marks.values())
