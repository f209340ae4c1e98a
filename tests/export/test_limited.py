"""Work in a process of its own: its result, its end when time is over, and Ctrl-C."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time

import pytest

from gradviz.export.limited import EndedError, OutOfTimeError, within

LONG = 600.0


def test_the_result_comes_back() -> None:
    assert within(LONG, divmod, 17, 5) == (3, 2)


def test_when_time_is_over_the_process_is_gone() -> None:
    with pytest.raises(OutOfTimeError):
        within(0.01, time.sleep, LONG)
    assert not multiprocessing.active_children()


def test_a_process_that_dies_is_noticed() -> None:
    with pytest.raises(EndedError):
        within(LONG, os._exit, 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signal to a process alone")
def test_ctrl_c_ends_the_process_too() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests run in the background

    def stop() -> None:
        while not multiprocessing.active_children():
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)

    thread = threading.Thread(target=stop)
    thread.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            within(LONG, time.sleep, LONG)
    finally:
        signal.signal(signal.SIGINT, before)
    thread.join()
    assert not multiprocessing.active_children()
