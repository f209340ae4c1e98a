"""Work of the window that is done in parts, over turns of the event loop: keys and paints come in between."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from gradviz.gui.pacing import gives_way, working

__all__ = ["Turns"]

BUDGET = 0.004
"""Seconds after which a turn takes up no further part: a frame has 16 ms, and what was done has yet to be painted."""

_urgent: WeakSet[Turns] = WeakSet()
"""Those whose parts come before all others'."""


class Turns(QObject):
    """The parts of one piece of work, done in their order; a newer piece drops what is left of the last one. A painting
    that is due comes before the next part.

    Parameters
    ----------
    pause : milliseconds between two turns.
    budget : seconds for one turn; 0 for one part in each.
    urgent : others have no turn while parts of it are left.
    may_go_on : asked before each turn, in addition to what all of them wait for.
    """

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        pause: int = 0,
        budget: float = BUDGET,
        urgent: bool = False,
        may_go_on: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__(parent)
        self._urgent = urgent
        self._may_go_on = may_go_on
        self._left: deque[Callable[[], object]] = deque()
        self._budget = budget
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._pause = pause
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether parts are left."""
        return bool(self._left)

    def start(self, parts: Iterable[Callable[[], object]]) -> None:
        """Do these parts, the first one after a pause, in place of what is left of others."""
        self._timer.stop()
        self._left = deque(parts)
        self._go_on()

    def add(self, *parts: Callable[[], object]) -> None:
        """Do these too, after what is left."""
        self._left.extend(parts)
        self._go_on()

    def take(self, *parts: Callable[[], object]) -> None:
        """Do these at once; or after a painting that is due, and after what is left."""
        if self._left or self._waits():
            self.add(*parts)
            return
        with working():
            for part in parts:
                part()

    def finish(self) -> None:
        """Do all that is left at once: somebody needs it."""
        while self._left:
            self._left.popleft()()
        self._go_on()

    def cancel(self) -> None:
        """Leave it undone."""
        self._left.clear()
        self._go_on()

    def _waits(self) -> bool:
        """Whether others come first."""
        return gives_way() or (not self._urgent and any(isValid(turns) for turns in _urgent)) or not self._may_go_on()

    def _turn(self) -> None:
        if self._waits():
            self._timer.start(1)
            return
        ends = time.perf_counter() + self._budget
        try:
            with working():
                while self._left:
                    self._left.popleft()()
                    if time.perf_counter() >= ends:
                        break
        finally:
            self._go_on()

    def _go_on(self) -> None:
        if self._urgent:
            (_urgent.add if self._left else _urgent.discard)(self)
        if not self._left:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(self._pause)
