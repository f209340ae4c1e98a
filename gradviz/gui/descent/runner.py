"""A descent computed in a thread, slice by slice, with cancel and progress."""

from __future__ import annotations

import threading
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, QRunnable, Signal

from gradviz.gui import threads
from gradviz.gui.right_of_way import told_to_stop
from gradviz.gui.translation import told
from gradviz.gui.turns import Turns
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import Limits, ParameterError, Run, StopReason, descend, extend
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.run import wrong_length
from gradviz.numeric.landscape import Landscape

__all__ = ["Runner"]

FIRST_SLICE = 0.003
"""Seconds until the first report, for which the window waits."""
SLICE = 0.100
"""Seconds of descent between two reports."""
SHOWING = 0.05
"""Seconds for which a thread that has reported waits until that is shown, at most."""
PATIENCE = 0.008
"""Seconds for which a new run is waited for: its first steps are there by then, and the plot need not draw twice."""
SHORT = 20_000
"""Steps up to which a run is waited for; a longer one is drawn more than once anyway."""


class _Post(QObject):
    """Carries what a thread reports to the thread of the window."""

    reported = Signal(object, object)


class _Task(QRunnable):
    def __init__(self, order: tuple[Landscape, Array, Method, Limits], post: _Post) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.order = order
        self.cancelled = threading.Event()
        self.dropped = threading.Event()
        self.first = threading.Event()
        self.ended = threading.Event()
        self.shown = threading.Event()
        self.run_so_far: Run | None = None
        self._post = post

    def run(self) -> None:
        landscape, start, method, limits = self.order
        try:
            run = descend(landscape, start, method, limits, FIRST_SLICE, cancelled=self._ends)
            self._report(run)
            while run.reason is StopReason.UNFINISHED and not self.dropped.is_set():
                self.shown.wait(SHOWING)
                self.shown.clear()
                run = extend(landscape, run, SLICE, cancelled=self._ends)
                self._report(run)
        except Exception as error:  # whatever it is, the window lives on and says so
            self._report(str(error) or type(error).__name__)
        finally:
            self.ended.set()

    def _ends(self) -> bool:
        return told_to_stop(self.cancelled, self.dropped)

    def _report(self, found: Run | str) -> None:
        if isinstance(found, Run):
            self.run_so_far = found
        if not self.dropped.is_set():
            self._post.reported.emit(self, found)
        self.first.set()


class Runner(QObject):
    """Runs one descent at a time; a newer one drops what runs.

    Signals
    -------
    advanced(Run) : the run has more steps, or has ended.
    failed(str) : it could not be computed, and why.
    """

    advanced = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = threads.thread_pool(self, 2)  # a dropped run may take a moment to notice
        self._post = _Post(self)
        self._post.reported.connect(self._on_reported)
        self._arrived = Turns(self)
        self._task: _Task | None = None
        self._tasks: set[_Task] = set()
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether a run is being computed."""
        return self._task is not None

    def start(self, landscape: Landscape, start: Array, method: Method, limits: Limits) -> Run | None:
        """Begin a run.

        Returns
        -------
        What is known of it within a moment: all of it, its first steps, or its start, of a run that may be long; the
        rest comes by `advanced`.
        None after `shutdown`.

        Raises
        ------
        ParameterError
            For a start that is none.
        """
        self.drop()
        if self._closed:
            return None
        task = _Task((landscape, np.asarray(start, dtype=float), method, limits), self._post)
        self._task = task
        self._tasks = {t for t in self._tasks if not t.ended.is_set()} | {task}  # a task must outlive its thread
        self._pool.start(task)
        if limits.steps <= SHORT:
            task.first.wait(PATIENCE)
        run = task.run_so_far
        if run is None:
            return _only_start(landscape, task.order)
        if run.reason is not StopReason.UNFINISHED:
            self._task = None
        return run

    def cancel(self) -> None:
        """Stop; the steps made so far are kept, and `advanced` tells them."""
        if self._task is not None:
            self._task.cancelled.set()

    def drop(self) -> None:
        """Give the run up; nothing more is heard of it."""
        if self._task is not None:
            self._task.dropped.set()
            self._task.shown.set()
            self._task = None

    def shutdown(self) -> None:
        """Take no more runs; what still runs is waited for a moment, and then left to itself."""
        self._closed = True
        self._arrived.cancel()
        self.drop()
        threads.finish(self._pool, self._post, self._tasks)
        self._tasks = set()

    def _on_reported(self, task: _Task, found: Run | str) -> None:
        self._arrived.take(partial(self._show, task, found))

    def _show(self, task: _Task, found: Run | str) -> None:
        try:
            if task is self._task:  # not dropped, nor known already
                self._tell(found)
        finally:
            task.shown.set()

    def _tell(self, found: Run | str) -> None:
        if isinstance(found, str):
            self._task = None
            self.failed.emit(told(found))
            return
        if found.reason is not StopReason.UNFINISHED:
            self._task = None
        self.advanced.emit(found)


def _only_start(landscape: Landscape, order: tuple[Landscape, Array, Method, Limits]) -> Run:
    """A run of no steps yet."""
    _, start, method, limits = order
    if len(start) != landscape.dimension:
        raise ParameterError("start", wrong_length(len(start), landscape.dimension))
    with np.errstate(all="ignore"):
        value, gradient = landscape.gradient_at(start)
    states, gradients = start[None, :].copy(), np.array(gradient, dtype=float)[None, :]
    return Run(method, limits, states, np.array([value]), gradients, StopReason.UNFINISHED)
