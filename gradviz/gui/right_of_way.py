"""Threads that work in Python stop while the window works: both need the one interpreter, and a window that has to get
it back from a thread a hundred times while it paints takes twice as long."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["told_to_stop", "window_works"]

LONGEST = 0.03
"""Seconds for which a thread stops at most: a window that works for longer is not smooth anyway."""

_free = threading.Event()
_free.set()
_depth = 0
_not_before = 0.0


@contextmanager
def window_works(then: float = 0.0) -> Iterator[None]:
    """Around work of the window, in its thread, that users would feel if it took longer.

    Parameters
    ----------
    then : seconds for which threads stop after it too: Qt asks many layouts what follows from it, one by one.
    """
    global _depth, _not_before
    _depth += 1
    _free.clear()
    try:
        yield
    finally:
        _depth -= 1
        _not_before = max(_not_before, time.perf_counter() + then)
        if not _depth:
            _free.set()


def told_to_stop(*events: threading.Event) -> bool:
    """Asked in a thread between pieces of its work, which wait until the window has done what it is at."""
    _free.wait(LONGEST)
    time.sleep(min(max(_not_before - time.perf_counter(), 0.0), LONGEST))
    return any(event.is_set() for event in events)
