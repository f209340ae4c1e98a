"""Between a plot's pictures: none is painted half, and none is waited for in vain."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QWidget

from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.stillness import Stillness, Unpainted
from tests.gui.plot import landscapes

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


class View(QGraphicsView):
    """A view of one colour that counts its paintings."""

    def __init__(self) -> None:
        self.kept = QGraphicsScene()
        super().__init__(self.kept)
        self.paintings = 0

    def paintEvent(self, event: Any) -> None:
        self.paintings += 1
        super().paintEvent(event)


@pytest.fixture
def view(qtbot: Any) -> View:
    made = View()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    made.paintings = 0
    return made


def test_what_changes_meanwhile_is_painted_once_at_the_end(qtbot: Any, view: View) -> None:
    stillness = Stillness(view)
    stillness.begin()
    for colour in ("red", "green", "blue"):
        view.setBackgroundBrush(QColor(colour))
        QApplication.processEvents()
    assert view.paintings == 0
    stillness.end()
    qtbot.waitUntil(lambda: view.paintings == 1)
    assert view.grab().toImage().pixelColor(20, 20) == QColor("blue")


def test_without_an_end_it_is_painted_after_a_moment(qtbot: Any, view: View) -> None:
    stillness = Stillness(view)
    stillness.begin()
    view.setBackgroundBrush(QColor("red"))
    qtbot.waitUntil(lambda: view.paintings > 0)


def test_an_end_without_a_beginning_paints_nothing(view: View) -> None:
    Stillness(view).end()
    QApplication.processEvents()
    assert view.paintings == 0


def test_what_was_put_in_is_unpainted_until_its_place_is_painted(qtbot: Any, view: View) -> None:
    unpainted = Unpainted(view)
    assert not unpainted
    unpainted.put()
    assert unpainted
    unpainted.painted(QPaintEvent(QRect(0, 0, 10, 10)), QPoint(50, 50))
    assert unpainted
    unpainted.painted(QPaintEvent(QRect(0, 0, 100, 100)), QPoint(50, 50))
    assert not unpainted


def test_nobody_waits_long_for_a_painting_or_for_one_of_a_hidden_widget(qtbot: Any, view: View) -> None:
    unpainted, hidden = Unpainted(view), Unpainted(QWidget())
    unpainted.put()
    hidden.put()
    assert not hidden
    qtbot.waitUntil(lambda: not unpainted)


def test_bare_axes_are_not_painted_before_a_picture(qtbot: Any) -> None:
    shown = PlaneView()
    qtbot.addWidget(shown)
    shown.resize(560, 520)
    shown.show()
    qtbot.waitExposed(shown)
    for landscape in (landscapes.rosenbrock(), landscapes.hill()):
        with qtbot.waitSignal(shown.pictureReady):
            shown.set_landscape(landscape)
            assert not shown.canvas.viewport().updatesEnabled()
        assert shown.canvas.viewport().updatesEnabled()
    shown.set_landscape(landscapes.rosenbrock())
    shown.set_landscape(None)
    assert shown.canvas.viewport().updatesEnabled()
    shown.shutdown()
