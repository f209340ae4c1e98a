"""A window that closes does not wait for threads that do not listen, and the program ends without them."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication

from gradviz.gui import threads
from gradviz.gui.plot.background import Background

NEVER = 60
"""Seconds that no test waits for."""

_STUBBORN = """
import sys, threading
from PySide6.QtCore import QCoreApplication
app = QCoreApplication(sys.argv)
from gradviz.gui import threads
from gradviz.gui.plot.background import Background
begun = threading.Event()
def work(_cancelled):
    begun.set()
    while True:
        pass
background = Background()
background.run("a", work, print)
begun.wait()
background.shutdown()
del background  # its window is gone, too
print("closed")
sys.exit(threads.end(3))
"""


def test_closing_does_not_wait_for_work_that_does_not_listen(qtbot: Any) -> None:
    begun, go, ended = threading.Event(), threading.Event(), threading.Event()
    taken: list[str] = []

    def work(_cancelled: Any) -> str:
        begun.set()
        go.wait(NEVER)
        ended.set()
        return "late"

    background = Background()
    background.run("a", work, taken.append)
    assert begun.wait(NEVER)
    background.shutdown()
    assert not ended.is_set()
    assert threads.left()
    shiboken6.delete(background)  # with its window; the thread goes on
    assert not ended.is_set()
    go.set()
    qtbot.waitUntil(lambda: not threads.left())
    assert ended.is_set()
    assert taken == []


def test_what_is_shown_again_works_again(qtbot: Any) -> None:
    begun, go = threading.Event(), threading.Event()
    taken: list[str] = []

    def work(_cancelled: Any) -> str:
        begun.set()
        go.wait(NEVER)
        return "old"

    background = Background()
    background.run("a", work, taken.append)
    assert begun.wait(NEVER)
    background.shutdown()
    background.reopen()
    background.run("a", lambda _: "new", taken.append)  # beside the old one, which still runs
    qtbot.waitUntil(lambda: taken == ["new"])
    go.set()
    qtbot.waitUntil(lambda: not threads.left())
    QCoreApplication.processEvents()
    assert taken == ["new"]
    background.shutdown()


def test_the_program_ends_while_a_thread_computes() -> None:
    done = subprocess.run([sys.executable, "-c", _STUBBORN], capture_output=True, text=True, timeout=NEVER, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "closed\n", "")
