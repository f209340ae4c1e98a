"""Functions run in a thread of a pool, of which only the newest of each kind counts."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Signal

from gradviz.gui import threads
from gradviz.gui.right_of_way import told_to_stop
from gradviz.gui.translation import told
from gradviz.gui.turns import Turns

__all__ = ["Background"]

Work = Callable[[Callable[[], bool]], Any]
"""What runs in the thread. It is given a function that says whether the result is still wanted."""


@dataclass
class _Order:
    work: Work
    then: Callable[[Any], None]
    failed: Callable[[str], None] | None


class _Task(QRunnable):
    class Results(QObject):
        finished = Signal(object, object, object)

    def __init__(self, kind: str, order: _Order, results: Results) -> None:
        super().__init__()
        self.setAutoDelete(False)  # kept until it has reported
        self.kind, self.order = kind, order
        self.cancelled = threading.Event()
        self._results = results

    def run(self) -> None:
        result, error = None, ""
        try:
            if not self.cancelled.is_set():
                result = self.order.work(self._is_cancelled)
        except Exception as problem:  # whatever it is, the window lives on and says so
            error = str(problem) or type(problem).__name__
        self._results.finished.emit(self, result, error)

    def _is_cancelled(self) -> bool:
        return told_to_stop(self.cancelled)


class Background(QObject):
    """Work off the UI thread.

    Of each `kind` one piece of work runs at a time. A newer one cancels what runs; with ``finish=True`` it waits
    for it instead, and only the newest waits, so that a picture follows a point that is being dragged without pause.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin()
        self._arrived = Turns(self)
        self._running: dict[str, _Task] = {}
        self._waiting: dict[str, _Order] = {}
        self._tasks: set[_Task] = set()
        self._closed = False

    def run(
        self,
        kind: str,
        work: Work,
        then: Callable[[Any], None],
        failed: Callable[[str], None] | None = None,
        *,
        finish: bool = False,
    ) -> None:
        """Run `work` in a thread and hand its result to `then` in this one; `failed` is told why it raised,
        in the language of the window."""
        if self._closed:
            return
        order = _Order(work, then, failed)
        if finish and kind in self._running and not self._running[kind].cancelled.is_set():
            self._waiting[kind] = order
            return
        self.cancel(kind)
        self._start(kind, order)

    def cancel(self, kind: str | None = None) -> None:
        """Give up work of a kind, or all; its results are dropped."""
        for name in [kind] if kind is not None else [*self._running, *self._waiting]:
            self._waiting.pop(name, None)
            task = self._running.pop(name, None)
            if task is not None:
                task.cancelled.set()

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return bool(self._running)

    def shutdown(self) -> None:
        """Take no more work; what still runs is waited for a moment, and then left to itself."""
        self._closed = True
        self.cancel()
        if not threads.finish(self._pool, self._results, self._tasks):
            self._results.finished.disconnect(self._on_finished)
            self._begin()
        self._tasks = set()

    def reopen(self) -> None:
        """Take work again."""
        self._closed = False

    def _begin(self) -> None:
        self._pool = threads.thread_pool(self)
        self._results = _Task.Results(self)
        self._results.finished.connect(self._on_finished)

    def _start(self, kind: str, order: _Order) -> None:
        task = _Task(kind, order, self._results)
        self._running[kind] = task
        self._tasks.add(task)
        self._pool.start(task)

    def _on_finished(self, task: _Task, result: Any, error: str) -> None:
        self._tasks.discard(task)
        self._arrived.take(partial(self._hand_over, task, result, error))

    def _hand_over(self, task: _Task, result: Any, error: str) -> None:
        if self._running.get(task.kind) is not task:
            return  # cancelled, or another one took its place
        del self._running[task.kind]
        following = self._waiting.pop(task.kind, None)
        if not error:
            task.order.then(result)
        elif task.order.failed is not None:
            task.order.failed(told(error))
        if following is not None and task.kind not in self._running and not self._closed:
            self._start(task.kind, following)
