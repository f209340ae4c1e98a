"""The guided tour: five stops at real widgets, by keyboard, shown once by itself and again when asked."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from gradviz.gui.tour.stops import mark_seen, stops, was_seen

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def _press(qtbot: Any, window: Any, key: Qt.Key) -> None:
    qtbot.keyClick(window.focusWidget(), key)


def test_each_stop_points_at_a_widget_that_is_shown(make_window: Any) -> None:
    window = make_window()
    window.resize(1024, 640)
    window.show_tour()
    tour = window._tour
    assert len(stops(window)) == 5
    holes = []
    for number in range(5):
        tour.show_stop(number)
        hole, callout = tour.hole(), tour.callout.geometry()
        assert hole.width() > 40
        assert hole.height() > 20
        assert tour.rect().contains(callout)
        assert not hole.contains(callout.center())
        holes.append(hole.center())
    assert len({(p.x(), p.y()) for p in holes}) == 5
    tour.go_on()


def test_the_keyboard_walks_it(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    window.show_tour()
    tour = window._tour
    for key, at in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Return, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Space, 2)):
        _press(qtbot, window, key)
        assert tour.at == at
    _press(qtbot, window, Qt.Key.Key_Tab)
    assert window.focusWidget() is tour.skip_button
    with qtbot.waitSignal(tour.ended) as ended:
        _press(qtbot, window, Qt.Key.Key_Return)
    assert ended.args == [False]
    assert window._tour is None


def test_the_last_stop_ends_it_and_the_focus_comes_back(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    window.focus_editor()
    window.show_tour()
    tour = window._tour
    tour.show_stop(4)
    with qtbot.waitSignal(tour.ended) as ended:
        _press(qtbot, window, Qt.Key.Key_Return)
    assert ended.args == [True]
    assert window.focusWidget() is window.editor


def test_keys_do_not_reach_the_text_below(qtbot: Any, make_window: Any) -> None:
    window = make_window("x' x")
    window.show_tour()
    qtbot.keyClicks(window.focusWidget(), "abc")
    assert window.editor.toPlainText() == "x' x"
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert window._tour is None


def test_it_comes_by_itself_once(make_window: Any, monkeypatch: Any) -> None:
    window = make_window()
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    window.show_first_tour()
    assert window._tour is None  # the tests forbid it
    monkeypatch.delenv("GRADVIZ_TOUR")
    assert not was_seen()
    window.show_first_tour()
    assert window._tour is not None
    assert was_seen()
    window._tour._end(False)
    window.show_first_tour()
    assert window._tour is None
    window.show_tour()  # from the menu Help
    assert window._tour is not None
    window._tour._end(False)


def test_nobody_is_shown_around_where_nobody_looks(make_window: Any, monkeypatch: Any) -> None:
    monkeypatch.delenv("GRADVIZ_TOUR")
    window = make_window()
    window.show_first_tour()  # offscreen
    assert window._tour is None
    mark_seen()
    assert was_seen()
