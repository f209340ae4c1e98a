"""Threads that still work when their window closes.

A thread can be asked to end, but not be ended, and not all that it does listens: one large factorisation does not. So
a window that closes waits for a moment and then leaves the thread to the program, which ends without it.
"""

from __future__ import annotations

import os
import sys
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QThreadPool, QTimer

__all__ = ["OF_PRODUCTS", "PATIENCE", "end", "finish", "left", "thread_pool"]

OF_PRODUCTS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""The environment's names for how many threads NumPy has a product of matrices computed by."""
PATIENCE = 100
"""Milliseconds for which a window that closes waits for a thread."""
IDLE = 2_000
"""Milliseconds for which a thread without work is kept."""
LOOK_AGAIN = 500
"""Milliseconds between two looks whether threads that were left have ended."""


class _Left(QObject):
    """Keeps the threads that were left, with what they use: both must outlive their work."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("left_threads")
        self.kept: list[tuple[QThreadPool, tuple[object, ...]]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN)
        self._timer.timeout.connect(self.sweep)

    def keep(self, pool: QThreadPool, used: tuple[object, ...]) -> None:
        for part in (pool, *used):
            if isinstance(part, QObject):
                part.setParent(self)  # its window waits for a pool, and holds the interpreter meanwhile
        self.kept.append((pool, used))
        self._timer.start()

    def sweep(self) -> None:
        """Let go of those that have ended."""
        ended = [(pool, used) for pool, used in self.kept if pool.waitForDone(0)]
        self.kept = [entry for entry in self.kept if entry not in ended]
        for pool, used in ended:
            for part in (pool, *used):
                if isinstance(part, QObject):
                    part.deleteLater()
        if not self.kept:
            self._timer.stop()


def thread_pool(parent: QObject, threads: int = 1) -> QThreadPool:
    """A pool of so many threads; `finish` ends it."""
    pool = QThreadPool(parent)
    pool.setMaxThreadCount(threads)
    pool.setExpiryTimeout(IDLE)
    return pool


def finish(pool: QThreadPool, *used: object) -> bool:
    """Wait a moment for threads that were asked to end; those that go on are kept, with what they use, until they do.

    Returns
    -------
    Whether they have ended. If not, they are no longer the caller's, who needs others for further work.
    """
    pool.clear()
    if pool.waitForDone(PATIENCE):
        return True
    _keeper().keep(pool, used)
    return False


def left() -> bool:
    """Whether threads are still at work whose window is closed."""
    keeper = _keeper()
    keeper.sweep()
    return bool(keeper.kept)


def end(status: int) -> int:
    """The last thing that the program does: it ends, whatever its threads are at."""
    if not left():
        return status
    QSettings().sync()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _keeper() -> Any:
    app = QCoreApplication.instance()
    return next((child for child in app.children() if isinstance(child, _Left)), None) or _Left(app)
