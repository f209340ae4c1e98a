"""What cannot be gets a message at its field, the last good descent stays, and divergence is shown for what it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gradviz.gui.descent.panel import DescentPanel
from gradviz.numeric.descent import StopReason
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def panel(qtbot: Any) -> Iterator[DescentPanel]:
    made = DescentPanel()
    qtbot.addWidget(made)
    made.set_landscape(landscapes.bowl())
    made.resize(700, 500)
    made.show()
    qtbot.waitExposed(made)
    made.set_step_size(0.1)
    made.set_start(1.0, 1.0)
    qtbot.waitUntil(lambda: not made.computing)
    made.pages.show_page(made.method_view)
    yield made
    made.shutdown()


def type_into(qtbot: Any, field: Any, text: str) -> None:
    """All at once: what is typed letter by letter counts after each of them."""
    field.setFocus()
    field.selectAll()
    QGuiApplication.clipboard().setText(text)
    field.paste()


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("step_size_field", "0", "nothing moves"),
        ("step_size_field", "-0.1", "climbs"),
        ("step_size_field", "nan", "number"),
        ("start_field", "nan, 1", "not a number"),
        ("start_field", "1, inf", "infinite"),
        ("start_field", "1", "2 coordinates"),
        ("start_field", "1, 2, 3", "2 coordinates"),
        ("start_field", "1, x", "x"),
        ("limit_field", "1000000", "100,000"),
        ("limit_field", "0", "from 1"),
        ("limit_field", "many", "whole number"),
    ],
)
def test_it_is_told_at_the_field_and_the_last_descent_stays(
    qtbot: Any, panel: DescentPanel, field: str, text: str, words: str
) -> None:
    run, widget = panel.run, getattr(panel, field)
    line = widget.lineEdit() if field == "limit_field" else widget
    type_into(qtbot, line, text)
    assert words in panel.form.message.text()
    assert panel.form.message.isVisible()
    assert widget.property("invalid")
    assert words in widget.accessibleDescription()
    assert panel.run is run


def test_a_batch_is_no_larger_than_the_data(qtbot: Any, panel: DescentPanel) -> None:
    panel.set_landscape(landscapes.least_squares())
    panel.form.method_field.setCurrentIndex(panel.form.method_field.findData("mini-batch"))
    rows = panel.form.rows
    assert rows
    field = panel.form.field("batch")
    type_into(qtbot, field, str(rows + 1))
    assert f"The data has {rows} rows" in panel.form.message.text()
    assert field.property("invalid")
    type_into(qtbot, field, str(rows))
    assert not panel.form.message.isVisible()
    assert panel.form.given["batch"] == rows


def test_a_typed_start_and_budget_count(qtbot: Any, panel: DescentPanel) -> None:
    type_into(qtbot, panel.start_field, "-2, 0.5")
    qtbot.waitUntil(lambda: not panel.computing)
    np.testing.assert_array_equal(panel.run.states[0], [-2.0, 0.5])
    type_into(qtbot, panel.limit_field.lineEdit(), "7")
    qtbot.waitUntil(lambda: not panel.computing)
    assert panel.run.steps == 7
    assert not panel.form.message.isVisible()


@pytest.mark.parametrize(
    ("field", "text", "good"), [("start_field", "1, ?", "1, 1"), ("limit_field", "x", "1\u202f000")]
)
def test_a_bad_entry_stays_after_enter_and_gives_way_once_it_is_left(
    qtbot: Any, panel: DescentPanel, field: str, text: str, good: str
) -> None:
    widget = getattr(panel, field)
    line = widget.lineEdit() if field == "limit_field" else widget
    panel.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    type_into(qtbot, line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == text
    assert panel.form.message.isVisible()
    panel.setFocus()
    assert line.text() == good
    assert not panel.form.message.isVisible()


def test_a_start_outside_the_domain_is_told_at_its_field(qtbot: Any, panel: DescentPanel) -> None:
    panel.set_landscape(landscapes.barrier())
    type_into(qtbot, panel.start_field, "-1, 1")
    qtbot.waitUntil(lambda: not panel.computing)
    assert panel.run.reason is StopReason.OUTSIDE
    for _ in range(2):
        assert "outside the domain" in panel.form.message.text()
        assert panel.start_field.property("invalid")
        panel.start_field.editingFinished.emit()  # Enter; the start stays where it is
    type_into(qtbot, panel.start_field, "2, 1")
    qtbot.waitUntil(lambda: not panel.computing)
    assert not panel.form.message.isVisible()
    type_into(qtbot, panel.start_field, "0, 1")  # where it is infinite
    qtbot.waitUntil(lambda: not panel.computing)
    assert panel.start_field.property("invalid")


def test_divergence_is_shown_for_what_it_is(qtbot: Any, panel: DescentPanel) -> None:
    type_into(qtbot, panel.step_size_field, "1000")
    qtbot.waitUntil(lambda: not panel.computing)
    assert panel.run.reason is StopReason.DIVERGED
    panel.pages.show_page(panel.step_view)
    panel.go_to_end()
    assert "Diverged" in panel.reason.text()
    assert "smaller step size" in panel.reason.text()
