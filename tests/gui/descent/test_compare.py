"""Descents side by side: what is compared, the table that is the legend, basins, and cancelling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gradviz.gui import theme
from gradviz.gui.descent.compare import plan
from gradviz.gui.descent.compare.choices import CompareChoices, CompareError
from gradviz.gui.descent.compare.marks import mark_of
from gradviz.gui.descent.compare.plan import carried_out, grid, planned
from gradviz.gui.descent.compare.results import compared_runs
from gradviz.gui.descent.compare.table import LEGEND
from gradviz.gui.descent.overlays import PlaneOverlays
from gradviz.gui.descent.panel import DescentPanel
from gradviz.gui.documents.document import Descent, Document, DocumentError
from gradviz.gui.plot.basin_overlay import basin_pixels
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.surface.host import SurfaceHost
from gradviz.numeric.descent import GradientDescent, Limits, StopReason, descend, make_method
from gradviz.numeric.planes import View
from tests.gui.plot import landscapes
from tests.gui.plot.functions import landscape_of

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


class Studio:
    """The panel with its plot."""

    def __init__(self, qtbot: Any, landscape: Any) -> None:
        self.qtbot = qtbot
        self.panel, self.view = DescentPanel(), PlaneView()
        self.host = SurfaceHost(self.view)
        self.overlays = PlaneOverlays(self.panel, self.view, self.host)
        for widget in (self.panel, self.host):
            qtbot.addWidget(widget)
            widget.resize(640, 480)
            widget.show()
        self.panel.set_theme(theme.LIGHT)
        self.panel.connect_to(self.view)
        self.view.set_landscape(landscape)
        self.panel.set_landscape(landscape)

    def compare(self, **choices: Any) -> Any:
        """Turn to the page, choose, and wait for what is found."""
        self.panel.compared.set_choices(replace(self.panel.compared.choices, **choices))
        self.panel.pages.show_page(self.panel.compare)
        part = self.panel.compare.part
        self.qtbot.waitUntil(lambda: part.isVisible() and not part.busy, timeout=30_000)
        return part

    def close(self) -> None:
        self.panel.shutdown()
        self.view.shutdown()


@pytest.fixture
def studio(qtbot: Any) -> Iterator[Studio]:
    made = Studio(qtbot, landscapes.bowl())
    made.panel.set_step_size(0.1)
    made.panel.set_start(1.0, 1.0)
    yield made
    made.close()


def column(table: Any, number: int) -> list[str]:
    return [table.item(row, number).text() for row in range(table.rowCount())]


def test_methods_from_the_same_start_are_the_runs_of_the_studio(studio: Studio) -> None:
    part = studio.compare(methods=("gradient-descent", "newton", "adam"), tuned=False)
    assert part.found.titles == ("Gradient descent", "Newton", "Adam")
    for run, method in zip(
        part.found.runs, (GradientDescent(0.1), make_method("newton"), make_method("adam")), strict=False
    ):
        alone = descend(landscapes.bowl(), np.array([1.0, 1.0]), method, run.limits)
        np.testing.assert_array_equal(run.states, alone.states)
    table = part.table
    assert column(table, 0) == ["Gradient descent", "Newton", "Adam"]
    assert column(table, 1) == ["γ 0.1", "—", "γ 0.01"]
    assert column(table, 2)[1] == "1"  # Newton is there in one step on a quadratic
    # ‖∇f‖ of x² + 4y² from (1, 1): x shrinks by 0.8, y by 0.2; 2·0.8^k <= 1e-4 from k = 45 on
    assert column(table, 2)[0] == "45"


def test_step_sizes_that_nobody_typed_are_searched_for_and_told(qtbot: Any) -> None:
    """On Rosenbrock heavy ball runs away with its default step size."""
    made = Studio(qtbot, landscapes.rosenbrock())
    try:
        made.panel.set_start(-1.2, 1.0)
        made.panel.form.give("adam", {"step_size": 0.01})  # typed, though it is the default
        part = made.compare(methods=("gradient-descent", "heavy-ball", "adam", "bfgs"))
        assert [search is not None for search in part.found.searches] == [True, True, False, False]
        assert StopReason.DIVERGED not in [run.reason for run in part.found.runs]
        sizes = [f"γ {run.method.step_size:g}" for run in part.found.runs[:3]]
        assert column(part.table, 1) == [*sizes, "defaults"]
        assert sizes[2] == "γ 0.01"
        assert "searched" in part.table.item(0, 1).toolTip()
        part.setup.tuned.click()
        qtbot.waitUntil(lambda: not part.busy)
        assert part.found.runs[1].reason is StopReason.DIVERGED
    finally:
        made.close()


def test_the_parameters_of_a_row_are_set_in_the_table(qtbot: Any, studio: Studio) -> None:
    part = studio.compare(methods=("gradient-descent", "heavy-ball"))
    part.table.cellClicked.emit(1, 1)
    editor = studio.panel.compared.editor
    assert float(editor.form.step_size_field.text()) == part.found.runs[1].method.step_size
    field = editor.form.field("momentum")
    field.selectAll()
    qtbot.keyClicks(field, "0.5")
    qtbot.waitUntil(lambda: not part.busy)
    assert part.found.runs[1].method.momentum == 0.5
    assert part.found.searches[1] is not None  # only the momentum was typed
    editor.form.step_size_field.selectAll()
    qtbot.keyClicks(editor.form.step_size_field, "0.03")
    qtbot.waitUntil(lambda: not part.busy)
    assert part.found.runs[1].method.step_size == 0.03
    assert column(part.table, 1)[1] == "γ 0.03, μ 0.5"
    qtbot.mouseClick(editor.form.suggest_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not part.busy)
    assert part.found.searches[1] is not None
    assert studio.panel.form.remembered() == {"heavy-ball": {"momentum": 0.5}}
    part.table.cellClicked.emit(0, 1)
    editor = studio.panel.compared.editor
    editor.form.step_size_field.selectAll()
    qtbot.keyClicks(editor.form.step_size_field, "0")
    assert "nothing moves" in editor.form.message.text()
    assert studio.panel.step_size() == 0.1
    editor.form.step_size_field.selectAll()
    qtbot.keyClicks(editor.form.step_size_field, "0.2")
    assert studio.panel.step_size() == 0.2
    editor.close()


def test_every_column_is_seen_in_a_narrow_table_and_a_row_in_a_low_one(studio: Studio) -> None:
    part = studio.compare(methods=("gradient-descent", "heavy-ball", "adam", "bfgs"))
    table, panel = part.table, studio.panel
    for width in (504, 690):  # half of 1024 and of 1440 pixels
        panel.resize(width, 480)
        studio.qtbot.waitUntil(lambda w=width: w - 60 < table.viewport().width() < w)
        last = table.columnCount() - 1
        used = sum(table.columnWidth(i) for i in range(last)) + table._cell_width(last)
        assert used <= table.viewport().width()
        assert table.columnWidth(0) >= LEGEND + table.fontMetrics().horizontalAdvance("Gradient descent")
        ending = table.item(0, last).text()
        assert ending == ("converged" if width == 504 else f"converged, {part.found.runs[0].steps}")
    row = table.horizontalHeader().height() + table.rowHeight(0) + 2 * table.frameWidth()
    assert row <= table.minimumHeight() <= 64  # what a page has in the lowest window, below three rows of fields


def test_the_legend_hides_and_shows_each(studio: Studio) -> None:
    part = studio.compare(methods=("gradient-descent", "newton"))
    paths = studio.overlays.paths
    assert [items.line.isVisible() for items in paths._items[:2]] == [True, True]
    part.table.item(0, 0).setCheckState(Qt.CheckState.Unchecked)
    assert part.hidden == {0}
    assert [items.line.isVisible() for items in paths._items[:2]] == [False, True]
    assert not part.chart.curves[0].isVisible()
    part.table.item(0, 0).setCheckState(Qt.CheckState.Checked)
    assert paths._items[0].line.isVisible()


def test_the_transport_moves_all_descents_together(studio: Studio) -> None:
    part = studio.compare(methods=("gradient-descent", "newton"))
    assert studio.panel.transport.last == part.found.last == studio.panel.transport.step
    studio.panel.show_step(3)
    for items, run in zip(studio.overlays.paths._items, part.found.runs, strict=False):
        x, y = items.present.getData()
        np.testing.assert_allclose([x[0], y[0]], run.states[min(3, run.steps)])
    assert not studio.view.canvas.trajectory._behind.isVisible()  # the single run gives way
    studio.panel.pages.tabs.setCurrentIndex(0)
    assert studio.view.canvas.trajectory._behind.isVisible()
    assert not studio.overlays.paths._items[0].line.isVisible()
    assert studio.panel.transport.last == studio.panel.run.steps


def test_a_grid_of_starts_lies_in_the_view(studio: Studio) -> None:
    part = studio.compare(kind="starts", grid=3)
    view = studio.view.visible_view()
    starts = np.array([run.states[0] for run in part.found.runs])
    assert starts.shape == (9, 2)
    assert ((starts > [view.x0, view.y0]) & (starts < [view.x1, view.y1])).all()
    assert len(np.unique(starts[:, 0])) == len(np.unique(starts[:, 1])) == 3
    assert all(isinstance(run.method, GradientDescent) for run in part.found.runs)


def test_starts_stay_where_they_are_until_another_view_is_asked_for(studio: Studio) -> None:
    part = studio.compare(kind="starts", grid=2)
    before = np.array([run.states[0] for run in part.found.runs])
    assert not part.setup.view_button.isVisible()
    studio.view.canvas.set_view(View(0.5, 1.0, 0.5, 1.0))
    assert part.setup.view_button.isVisible()
    studio.panel.form.method_field.setCurrentIndex(studio.panel.form.method_field.findData("bfgs"))
    studio.qtbot.waitUntil(lambda: not part.busy)
    np.testing.assert_array_equal([run.states[0] for run in part.found.runs], before)
    studio.qtbot.mouseClick(part.setup.view_button, Qt.MouseButton.LeftButton)
    studio.qtbot.waitUntil(lambda: not part.busy)
    starts, seen = np.array([run.states[0] for run in part.found.runs]), studio.view.visible_view()
    assert ((starts > [seen.x0, seen.y0]) & (starts < [seen.x1, seen.y1])).all()
    assert not part.setup.view_button.isVisible()


def test_a_sweep_shows_where_the_step_size_is_too_large(studio: Studio) -> None:
    part = studio.compare(kind="sweep", parameter="step_size", low=0.05, high=0.4, count=4, logarithmic=True)
    sizes = [run.method.step_size for run in part.found.runs]
    np.testing.assert_allclose(sizes, [0.05, 0.1, 0.2, 0.4])
    # λ_max = 8, so the bound is 0.25
    assert [run.reason is StopReason.DIVERGED for run in part.found.runs] == [False, False, False, True]
    assert "diverged" in column(part.table, 4)[3]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [({"low": -1.0}, "low", "above 0"), ({"low": 2.0, "high": 1.0}, "low", "lower to a higher")],
)
def test_a_range_that_cannot_be_gets_its_message(studio: Studio, change: dict, field: str, words: str) -> None:
    part = studio.compare(kind="sweep", parameter="step_size", **change)
    assert part.setup.message.isVisible()
    assert words in part.setup.message.text()
    assert getattr(part.setup, field).property("invalid")


def test_letters_in_a_range_get_their_message_and_the_last_descents_stay(qtbot: Any, studio: Studio) -> None:
    part = studio.compare(kind="sweep", parameter="step_size", low=0.05, high=0.2, count=3)
    part.setup.low.selectAll()
    qtbot.keyClicks(part.setup.low, "abc")
    assert part.setup.message.isVisible()
    assert len(part.found.runs) == 3


def test_basins_lead_to_the_minima_that_are_there(qtbot: Any) -> None:
    made = Studio(qtbot, landscapes.rosenbrock())
    try:
        made.panel.form.method_field.setCurrentIndex(made.panel.form.method_field.findData("bfgs"))
        part = made.compare(kind="basins", resolution=16)
        points = part.found.basins.found.points
        np.testing.assert_allclose(points, [[1.0, 1.0]], atol=1e-2)  # Rosenbrock's only minimum
        assert column(part.table, 0)[0].startswith("1:")
        assert made.overlays.basins.image.isVisible()
        made.panel.form.method_field.setCurrentIndex(made.panel.form.method_field.findData("gradient-descent"))
        made.panel.set_step_size(0.5)  # far too large: all of the map is hatched, and the note says why
        qtbot.waitUntil(lambda: not part.busy and column(part.table, 0) == ["does not converge"])
        assert "With a smaller γ than 0.5" in part.note.text()
        made.panel.pages.tabs.setCurrentIndex(0)
        assert not made.overlays.basins.image.isVisible()
    finally:
        made.close()


def test_cancelling_keeps_what_there_is(qtbot: Any) -> None:
    made = Studio(qtbot, landscapes.rosenbrock())
    try:
        made.panel.limit_field.set_limit(100_000)
        made.panel.set_start(-1.2, 1.0)
        made.panel.compared.set_choices(replace(made.panel.compared.choices, kind="starts", grid=10))
        made.panel.pages.show_page(made.panel.compare)
        part = made.panel.compare.part
        qtbot.waitUntil(lambda: len(part.found.runs) >= 1, timeout=30_000)
        part.cancel()
        qtbot.waitUntil(lambda: not part.busy)
        assert 1 <= len(part.found.runs) < 100
        assert "Cancelled" in part.note.text()
    finally:
        made.close()


def test_another_function_with_more_coordinates_forgets_what_was_compared(qtbot: Any) -> None:
    made = Studio(qtbot, landscapes.bowl())
    try:
        made.panel.set_start(1.0, 1.0)
        qtbot.mouseClick(made.panel.step_view.open_button, Qt.MouseButton.LeftButton)
        made.panel.show_step(1)
        qtbot.waitUntil(lambda: bool(made.overlays.marks and made.overlays.marks._arrows))
        made.compare(methods=("bfgs",))
        made.panel.pages.tabs.setCurrentIndex(0)
        larger = landscape_of("A in R^(4,4) positive definite\nx in R^4\nx' A x")
        made.view.set_landscape(larger)  # the plot is first, the descent follows a moment later
        made.view.canvas.viewChanged.emit()
        made.panel.set_landscape(larger)
        assert not made.overlays.marks._arrows
        assert not made.panel.compare.part.found.runs
        made.panel.set_start(1.0, -1.0)
        part = made.compare()
        qtbot.waitUntil(lambda: not part.busy and len(part.found.runs) == 1, timeout=20_000)
        assert part.found.runs[0].states.shape[1] == 4
        assert made.overlays.paths._items[0].line.isVisible()
    finally:
        made.close()


def test_without_a_start_it_says_what_to_do(studio: Studio) -> None:
    studio.panel.reset()
    part = studio.compare(kind="methods")
    assert "Click on the plot" in part.note.text()
    assert not part.found.runs
    studio.panel.set_start(1.0, -1.0)
    studio.qtbot.waitUntil(lambda: not part.busy and len(part.found.runs) == 4)


def test_what_the_function_does_not_offer_is_left_out_and_said(qtbot: Any) -> None:
    made = Studio(qtbot, landscapes.barrier())
    try:
        made.panel.set_start(2.0, 2.0)
        part = made.compare(methods=("bfgs", "gauss-newton"))
        assert part.found.titles == ("BFGS",)
        assert "Gauss–Newton" in part.note.text()
        assert not part.setup.actions_by_method["gauss-newton"].isEnabled()
    finally:
        made.close()


def test_the_choices_go_to_the_document_with_the_methods_parameters(qtbot: Any, studio: Studio) -> None:
    form = studio.panel.form
    form.method_field.setCurrentIndex(form.method_field.findData("heavy-ball"))
    form.field("momentum").selectAll()
    qtbot.keyClicks(form.field("momentum"), "0.5")
    part = studio.compare(methods=("heavy-ball",))
    with qtbot.waitSignal(studio.panel.choicesChanged) as told:
        part.setup.kind.setCurrentIndex(part.setup.kind.findData("sweep"))
    assert told.args[0]["compare"].kind == "sweep"
    assert told.args[0]["compare"].parameters == {"heavy-ball": {"momentum": 0.5}}


def test_colours_dashes_and_symbols_repeat_late_and_greys_differ_by_dash_and_symbol() -> None:
    for look in (theme.LIGHT, theme.DARK):
        marks = [mark_of(i, look) for i in range(30)]
        assert len({(m.dashes, m.symbol) for m in marks}) == 30  # without any colour


def test_basins_differ_without_colours() -> None:
    labels = np.repeat(np.arange(6)[None, :], 6, axis=0).repeat(6, axis=1)
    pixels = basin_pixels(labels, np.full(labels.shape, 3), theme.LIGHT)
    width = pixels.shape[1] // 6
    lines = []
    for i in range(6):
        block = pixels[:, i * width : (i + 1) * width, :3].astype(int).sum(axis=2)
        lines.append((block < block.max()).astype(int))
    for i in range(6):
        for j in range(i):
            assert (lines[i] != lines[j]).any()
    nowhere = basin_pixels(np.array([[-1, -2]]), np.zeros((1, 2)), theme.LIGHT)
    assert nowhere[0, 0, 3] > 0
    assert nowhere[0, -1, 3] == 0
    assert QColor(theme.LIGHT.plot_background).isValid()


def test_all_runs_together_keep_within_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MOST_RECORDED", 2_000)
    landscape = landscapes.rosenbrock()
    choices = CompareChoices(kind="starts", grid=10)
    plans = planned(choices, landscape, None, View(-2, 2, -2, 2), GradientDescent(1e-6), [])
    assert len(plans) == 100
    runs = carried_out(landscape, plans, Limits(100_000), lambda: False, lambda *_: None)
    assert sum(done.run.steps for done in runs) == 2_000


def test_the_least_value_that_any_met_is_what_they_are_measured_from() -> None:
    landscape = landscapes.bowl()
    plans = planned(
        *(CompareChoices(), landscape, np.array([1.0, 1.0]), None, GradientDescent(0.1)),
        [("gradient-descent", GradientDescent(0.05)), ("newton", make_method("newton"))],
        frozenset({"gradient-descent"}),
    )
    done = carried_out(landscape, plans, Limits(20), lambda: False, lambda *_: None)
    runs = [d.run for d in done]
    found = compared_runs(plans, done, 1e-4)
    assert found.least == min(float(run.values.min()) for run in runs)
    _, _, excess = found.curves[0]["excess"]
    np.testing.assert_allclose(excess, runs[0].values - found.least)


def test_a_grid_is_symmetric_and_inside() -> None:
    points = np.array(grid(View(-1, 1, -2, 2), 3))
    np.testing.assert_allclose(points.mean(axis=0), 0, atol=1e-12)
    assert np.abs(points).max(axis=0) == pytest.approx([0.84, 1.68])


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"kind": "all"}, "kind"),
        ({"grid": 7}, "grid"),
        ({"grid": True}, "grid"),
        ({"methods": ["a", 3]}, "methods"),
        ({"low": float("nan")}, "low"),
        ({"tolerance": 0}, "tolerance"),
        ({"count": 1}, "count"),
        ({"count": 10**6}, "count"),
        ({"logarithmic": 1}, "logarithmic"),
        ({"tuned": "yes"}, "tuned"),
        ({"parameters": {"adam": [1]}}, "parameters"),
        ({"parameters": {"adam": {"a": None}}}, "parameters"),
        (3, ""),
    ],
)
def test_choices_of_a_file_are_checked(data: Any, name: str) -> None:
    with pytest.raises(CompareError) as caught:
        CompareChoices.from_data(data)
    assert caught.value.name == name


def test_a_document_keeps_them() -> None:
    compare = CompareChoices(
        kind="sweep", parameter="momentum", parameters={"adam": {"step_size": 0.2}}, count=7, tuned=False
    )
    document = Document(descent=Descent(compare=compare))
    assert Document.from_json(document.to_json()) == document
    with pytest.raises(DocumentError, match=r"descent\.compare\.kind"):
        Document.from_json(document.to_json().replace('"sweep"', '"sweeps"'))
