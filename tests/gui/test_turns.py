"""Work in parts comes whole and in order, and is dropped for newer work; paintings that follow close on each other are
one."""

from __future__ import annotations

import time
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from gradviz.gui.pacing import Pacing, gives_way, worked
from gradviz.gui.turns import Turns

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_parts_come_one_in_a_turn_with_events_in_between(qtbot: Any) -> None:
    done: list[object] = []
    turns = Turns(budget=0)
    turns.start([partial(done.append, n) for n in range(3)])
    ticker = QTimer()
    ticker.timeout.connect(lambda: done.append("tick"))
    ticker.start(0)
    assert turns.busy
    assert not done
    qtbot.waitUntil(lambda: not turns.busy)
    ticker.stop()
    assert [n for n in done if n != "tick"] == [0, 1, 2]
    assert "tick" in done[done.index(0) : done.index(2)]


def test_newer_parts_drop_what_is_left_and_added_ones_come_after_it(qtbot: Any) -> None:
    done: list[str] = []
    turns = Turns(budget=0)
    turns.start([partial(done.append, "stale"), partial(done.append, "stale")])
    turns.start([partial(done.append, "first")])
    turns.add(partial(done.append, "second"))
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == ["first", "second"]


def test_who_cannot_wait_has_all_of_it_at_once_and_what_parts_add_too() -> None:
    done: list[str] = []
    turns = Turns()
    turns.start([lambda: turns.add(partial(done.append, "added")), partial(done.append, "known")])
    turns.finish()
    assert done == ["known", "added"]
    assert not turns.busy
    turns.start([partial(done.append, "cancelled")])
    turns.cancel()
    QCoreApplication.processEvents()
    assert "cancelled" not in done


class _Painted(QWidget):
    paintings = 0

    def paintEvent(self, event: Any) -> None:
        self.paintings += 1


def _painted_once(qtbot: Any) -> tuple[_Painted, Pacing]:
    """A window at rest after its first painting, which is not counted."""
    window = _Painted()
    qtbot.addWidget(window)
    pacing = Pacing(window)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.paintings > 0 and not pacing.waiting and time.perf_counter() > pacing._due)
    window.paintings = 0
    return window, pacing


def _ask_after_work(window: _Painted, pacing: Pacing, *, breath: float) -> None:
    """Ask for a painting of what work led to, which is put off for so many seconds."""
    pacing.BREATH = breath
    worked()
    window.update()
    QCoreApplication.sendPostedEvents()


def test_paintings_close_on_each_other_are_one_and_none_is_lost(qtbot: Any) -> None:
    window, pacing = _painted_once(qtbot)
    pacing.PAUSE = 0.2
    for _ in range(5):  # each flushed at once, as the scenes of plots do it
        window.update()
        QCoreApplication.sendPostedEvents()
    assert window.paintings == 1
    assert pacing.waiting
    qtbot.waitUntil(lambda: not pacing.waiting)
    assert window.paintings == 2


def test_what_much_work_led_to_is_painted_in_the_next_turn(qtbot: Any) -> None:
    window, pacing = _painted_once(qtbot)
    _ask_after_work(window, pacing, breath=0.2)
    assert not window.paintings
    qtbot.waitUntil(lambda: window.paintings == 1)


def test_a_painting_that_is_due_comes_before_the_next_part(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gradviz.gui.pacing.LATE", 60.0)  # however busy the machine is
    window, pacing = _painted_once(qtbot)
    _ask_after_work(window, pacing, breath=0.05)
    seen: list[int] = []
    turns = Turns()
    turns.take(lambda: seen.append(window.paintings))
    turns.take(lambda: seen.append(-1))
    assert not seen
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == [1, -1]


def test_what_is_taken_while_nothing_is_due_is_done_at_once_and_then_gives_way(qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not gives_way())
    done: list[str] = []
    turns = Turns()
    turns.take(partial(done.append, "first"))
    assert done == ["first"]
    assert gives_way()
    qtbot.waitUntil(lambda: not gives_way())


def test_work_goes_on_when_a_window_goes_before_its_painting(qtbot: Any) -> None:
    window, pacing = _painted_once(qtbot)
    _ask_after_work(window, pacing, breath=0.05)
    assert gives_way()
    window.close()
    window.deleteLater()
    done: list[str] = []
    Turns(QCoreApplication.instance()).start([partial(done.append, "on")])
    qtbot.waitUntil(lambda: done == ["on"])


def test_work_just_before_a_painting_puts_it_off_once(qtbot: Any) -> None:
    window, pacing = _painted_once(qtbot)
    _ask_after_work(window, pacing, breath=60.0)
    pacing._ask()
    assert not window.paintings
    assert pacing.waiting
    worked()
    qtbot.waitUntil(lambda: window.paintings == 1)


def test_urgent_parts_come_before_those_of_others_whoever_was_first(qtbot: Any) -> None:
    done: list[str] = []
    turns, urgent = Turns(budget=0), Turns(budget=0, urgent=True)
    turns.start([partial(done.append, "other")])
    urgent.start([partial(done.append, "urgent")] * 3)
    turns.take(partial(done.append, "another"))
    qtbot.waitUntil(lambda: len(done) == 5)
    assert done == ["urgent"] * 3 + ["other", "another"]
    urgent.start([partial(done.append, "cancelled")])
    turns.start([partial(done.append, "last")])
    urgent.cancel()
    qtbot.waitUntil(lambda: not turns.busy)
    assert done[5:] == ["last"]


def test_urgent_parts_that_fail_or_go_with_their_window_hold_nobody(qtbot: Any) -> None:
    done: list[str] = []
    window = QWidget()
    gone, failing, turns = Turns(window, urgent=True), Turns(budget=0, urgent=True), Turns()
    gone.start([partial(done.append, "gone")])
    window.deleteLater()
    del window
    with qtbot.capture_exceptions() as failures:
        failing.start([lambda: [][0], partial(done.append, "after the failure")])
        turns.start([partial(done.append, "on")])
        qtbot.waitUntil(lambda: "on" in done)
    assert [failure[0] for failure in failures] == [IndexError]
    assert done[-2:] == ["after the failure", "on"]
