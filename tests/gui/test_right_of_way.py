"""A thread stops while the window works, and not for ever."""

from __future__ import annotations

import threading
import time

from gradviz.gui import right_of_way
from gradviz.gui.right_of_way import told_to_stop, window_works


def test_a_thread_goes_on_only_when_the_window_has_done_all_that_it_is_at(monkeypatch):
    monkeypatch.setattr(right_of_way, "LONGEST", 60.0)
    done: list[str] = []

    def work() -> None:
        told_to_stop()
        done.append("thread")

    thread = threading.Thread(target=work)
    with window_works():
        with window_works():
            thread.start()
        time.sleep(0.02)
        done.append("window")
    thread.join()
    assert done == ["window", "thread"]


def test_a_window_that_works_for_long_does_not_hold_a_thread(monkeypatch):
    monkeypatch.setattr(right_of_way, "LONGEST", 0.01)
    thread = threading.Thread(target=told_to_stop)
    with window_works():
        thread.start()
        thread.join(30)
        assert not thread.is_alive()


def test_work_that_fails_leaves_the_way_free(monkeypatch):
    monkeypatch.setattr(right_of_way, "LONGEST", 60.0)
    try:
        with window_works():
            raise ValueError
    except ValueError:
        pass
    told_to_stop()  # would not come back within the time of a test


def test_a_thread_is_told_which_of_its_reasons_to_stop_came():
    cancelled, dropped = threading.Event(), threading.Event()
    assert not told_to_stop(cancelled, dropped)
    dropped.set()
    assert told_to_stop(cancelled, dropped)
    assert not told_to_stop(cancelled)


def test_a_thread_stops_for_what_follows_from_the_work_too(monkeypatch):
    monkeypatch.setattr(right_of_way, "LONGEST", 60.0)
    with window_works(then=0.05):
        pass
    ended = time.perf_counter()
    told_to_stop()
    assert time.perf_counter() - ended > 0.04
    assert right_of_way._not_before < time.perf_counter()  # and goes on when that is over
