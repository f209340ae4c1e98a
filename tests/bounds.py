"""A guard against work that grows without bound. How fast things are is measured in `benchmarks/`, never here."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Fail where the body, however it ends, takes more than `seconds` of this process's CPU time.

    What else the machine does hardly counts. Give at least ten times what an idle machine takes, so that only
    another order of growth fails.
    """
    began = time.process_time()
    try:
        yield
    finally:
        took = time.process_time() - began
        assert took < seconds, f"{took:.1f} s of CPU time, at most {seconds} s were granted"
