"""Work in a thread: the newest of a kind counts, errors are told, and nothing is left running."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from gradviz.gui.plot.background import Background


@pytest.fixture
def background(qtbot: Any) -> Any:
    made = Background()
    yield made
    made.shutdown()


def test_results_come_back_in_the_ui_thread(qtbot: Any, background: Background) -> None:
    threads = []
    background.run("a", lambda _: threading.get_ident(), lambda there: threads.extend([there, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()
    assert not background.busy


def test_a_newer_one_cancels_the_older_and_its_result_is_dropped(qtbot: Any, background: Background) -> None:
    taken: list[str] = []
    stopped = threading.Event()

    def slow(cancelled: Any) -> str:
        while not cancelled():
            time.sleep(0.002)
        stopped.set()
        return "old"

    background.run("a", slow, taken.append)
    qtbot.wait(20)
    background.run("a", lambda _: "new", taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    qtbot.wait(20)
    assert taken == ["new"]
    assert stopped.is_set()


def test_while_one_finishes_only_the_newest_waits(qtbot: Any, background: Background) -> None:
    taken: list[int] = []
    go = threading.Event()
    background.run("a", lambda _: (go.wait(2), 0)[1], taken.append, finish=True)
    for i in (1, 2, 3):
        background.run("a", lambda _, i=i: i, taken.append, finish=True)
    go.set()
    qtbot.waitUntil(lambda: len(taken) == 2)
    qtbot.wait(20)
    assert taken == [0, 3]


def test_what_goes_wrong_is_told(qtbot: Any, background: Background) -> None:
    told: list[str] = []
    background.run("a", lambda _: 1 / 0, lambda _: told.append("done"), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["division by zero"]


def test_after_shutdown_nothing_is_taken(qtbot: Any, background: Background) -> None:
    background.shutdown()
    taken: list[int] = []
    background.run("a", lambda _: 1, taken.append)
    qtbot.wait(20)
    assert not taken
    background.reopen()
    background.run("a", lambda _: 1, taken.append)
    qtbot.waitUntil(lambda: taken == [1])
