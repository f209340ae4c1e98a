"""Asks for the pictures of a view: one at a time, computed in a thread; what is no longer wanted is dropped."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from gradviz.gui import threads
from gradviz.gui.plot.picture import Picture, PictureTask, Request
from gradviz.gui.turns import Turns

__all__ = ["PictureMaker"]


class PictureMaker(QObject):
    """The pictures of a plane that is zoomed and moved.

    Signals
    -------
    due() : what was asked for is to be made now; the owner answers with `make`.
    made(Picture) : a picture of the last request (first a coarse one, then a fine one).
    failed(str) : the last request could not be computed, and why.
    """

    due = Signal()
    made = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("picture_maker")
        self._ticket = 0
        self._tasks: dict[int, PictureTask] = {}
        self._closed = False
        self._shown = Turns(self)
        self._begin()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.due)

    def _begin(self) -> None:
        self._results = PictureTask.Results(self)
        self._results.ready.connect(self._on_ready)
        self._results.finished.connect(self._on_finished)
        self._pool = threads.thread_pool(self)

    @property
    def busy(self) -> bool:
        """Whether a picture is being computed or about to be."""
        return self._timer.isActive() or bool(self._tasks) or self._shown.busy

    @property
    def running(self) -> int:
        """How many threads are at work."""
        return self._pool.activeThreadCount()

    def ask(self, milliseconds: int = 0) -> None:
        """Ask for a picture, after some rest; asking again begins the rest anew."""
        self._timer.start(milliseconds)

    def make(self, request: Request) -> None:
        """Compute a picture; those before it are no longer wanted."""
        self.cancel()
        task = PictureTask(self._ticket, request, self._results, coarse=True)
        self._tasks[self._ticket] = task
        self._pool.start(task)

    def cancel(self) -> None:
        """Nothing is wanted any longer."""
        self._timer.stop()
        self._shown.cancel()
        for task in self._tasks.values():
            task.cancel()
        self._ticket += 1  # whatever is still on its way is stale

    def shutdown(self) -> None:
        """Stop computing."""
        self._closed = True
        self.cancel()
        if not threads.finish(self._pool, self._results, self._tasks):
            self._results.disconnect(self)
            self._begin()
        self._tasks = {}

    def reopen(self) -> None:
        """Work again after `shutdown`."""
        self._closed = False

    def _on_ready(self, ticket: int, picture: Picture) -> None:
        if ticket == self._ticket and not self._closed:
            self._shown.cancel()  # a coarser one that still waits
            self._shown.take(partial(self.made.emit, picture))

    def _on_finished(self, ticket: int, error: str) -> None:
        self._tasks.pop(ticket, None)
        if error and ticket == self._ticket and not self._closed:
            self.failed.emit(error)
