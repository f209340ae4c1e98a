"""A window is painted as often as a screen shows it, and no more often."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from gradviz.gui.right_of_way import window_works

__all__ = ["Pacing", "gives_way", "worked", "working"]

SHORTLY = 0.001
"""Seconds after a painting in which keys that came meanwhile may not have been taken yet."""
AFTER_WORK = 0.003
"""Seconds after work in which Qt asks for a painting of what came of it, if anything did."""
LATE = 0.004
"""Seconds by which a painting may be later than it is due; then work goes on without it, for its window may be gone."""
_no_work_before = _worked_at = 0.0
_held = False


def gives_way() -> bool:
    """Whether work that can wait is to do so: a window is about to be painted, or was just now and keys come first.

    Work and painting in one go, with no key between them, would be felt while typing.
    """
    return time.perf_counter() < _no_work_before


def worked() -> None:
    """Much was done in this turn of the event loop: what came of it is painted in the next, after keys, and before more
    is done.
    """
    global _held, _no_work_before, _worked_at
    _held, _worked_at = True, time.perf_counter()
    _no_work_before = max(_no_work_before, _worked_at + AFTER_WORK)


@contextmanager
def working() -> Iterator[None]:
    """Around much work of the window, in its thread: threads stop for it; what came of it is painted before more."""
    with window_works(AFTER_WORK):
        yield
    worked()


class Pacing(QObject):
    """Puts off what asks for painting a window too soon after the last painting: one painting then stands for all.

    What a plot finds out while it is painted has it painted again, and each of several plots asks by itself: without
    this a window is painted up to four times before the next key is taken.
    """

    PAUSE = 0.006
    """Seconds between the end of one painting and the next, at least."""
    LONGEST_PAUSE = 0.016
    """A painting that is long is followed by a pause as long, up to this: the other half of the time is for keys."""
    BREATH = 0.002
    """Seconds after work before it is painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._due = 0.0
        self._painting = self._put_off = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        window.installEventFilter(self)

    @property
    def waiting(self) -> bool:
        """Whether a painting is put off."""
        return self._timer.isActive()

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        global _held, _no_work_before
        if event.type() != QEvent.Type.UpdateRequest or watched is not self.parent() or self._painting:
            return False
        if self._timer.isActive():  # it is put off already, and this one with it
            return True
        left = max(self._due - time.perf_counter(), self.BREATH if _held else 0.0)
        _held = False
        if left > 0:
            self._timer.start(max(1, round(left * 1000)))
            _no_work_before = time.perf_counter() + left + LATE
            return True
        self._put_off = False
        self._painting, began = True, time.perf_counter()
        try:
            with window_works():
                watched.event(event)
        finally:
            self._painting, ended = False, time.perf_counter()
            self._due = ended + max(self.PAUSE, min(ended - began, self.LONGEST_PAUSE))
            _no_work_before = ended + SHORTLY
        return True

    def _ask(self) -> None:
        global _held
        if not self._put_off and time.perf_counter() < _worked_at + self.BREATH:
            self._put_off = True  # once: a mouse may bring work every millisecond
            self._timer.start(1)
            return
        self._due, _held = 0.0, False
        QCoreApplication.sendEvent(self.parent(), QEvent(QEvent.Type.UpdateRequest))
