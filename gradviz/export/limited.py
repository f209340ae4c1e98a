"""Work in a process of its own, which can be ended whatever it does: a time limit and Ctrl-C always work."""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any, TypeVar

__all__ = ["EndedError", "OutOfTimeError", "seconds", "within"]

Result = TypeVar("Result")
LOOK_UP = 0.2
"""Seconds between two looks for Ctrl-C: the signal may wake another thread than the one that waits."""


class OutOfTimeError(Exception):
    """There was no result in time."""


class EndedError(Exception):
    """The process ended without a result."""

    def __init__(self) -> None:
        super().__init__("the computation ended without an answer; it may have run out of memory")


def seconds(text: str) -> float:
    """A time limit as an option of the command line.

    Raises
    ------
    ValueError, argparse.ArgumentTypeError
        For text that is no number, and for one that is not positive.
    """
    limit = float(text)
    if not 0 < limit < 1e6:
        raise argparse.ArgumentTypeError("a positive number of seconds")
    return limit


def within(limit: float, work: Callable[..., Result], *arguments: Any) -> Result:
    """What `work` returns, from a process that is killed after `limit` seconds, and on Ctrl-C.

    Parameters
    ----------
    work : a function of a module; it handles its own errors. Its arguments and its result are pickled, and its standard
        input is empty.

    Raises
    ------
    OutOfTimeError, EndedError
    """
    context = multiprocessing.get_context()
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(sender, work, arguments), daemon=True)
    try:
        with _interrupts_held():
            child.start()
        sender.close()
        end = time.monotonic() + limit
        while not receiver.poll(min(LOOK_UP, max(end - time.monotonic(), 0.0))):
            if time.monotonic() >= end:
                raise OutOfTimeError
        result: Result = receiver.recv()
        return result
    except EOFError:
        raise EndedError from None
    finally:
        receiver.close()
        if child.pid is not None:
            child.kill()
            child.join()


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold back Ctrl-C while a process starts: between its start and the note of it, none would end it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(sender: Connection, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """What the process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the parent ends this one and says so
    with contextlib.suppress(BrokenPipeError):
        sender.send(work(*arguments))
