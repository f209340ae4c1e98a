"""The worker process: reads requests, derives, typesets, answers. No Qt here.

Requests come on standard input, replies go to what was standard output. That stream is set aside first and standard
output is
pointed at standard error, so that a stray ``print`` anywhere cannot corrupt it.
"""

from __future__ import annotations

import contextlib
import os
import queue
import sys
import threading
import traceback
from collections.abc import Mapping
from typing import Any, BinaryIO

from gradviz.gui.worker import protocol
from gradviz.sentences import say

__all__ = ["main", "serve"]

_WARM_UP = {"id": 0, "kind": "derive", "text": "x' A x", "wrt": ["x"]}


def main() -> int:
    """Serve on standard input and output until the input ends."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _die_with_parent()
    serve(sys.stdin.buffer, replies)
    return 0


def serve(requests: BinaryIO, replies: BinaryIO) -> None:
    """Answer every request, in order.

    A thread reads, so that the process ends with its parent even while it is computing.
    """
    waiting: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()

    def read_all() -> None:
        with contextlib.suppress(protocol.ProtocolError, OSError):
            while (message := protocol.read(requests)) is not None:
                waiting.put(message)
        os._exit(0)

    threading.Thread(target=read_all, name="requests", daemon=True).start()
    from gradviz.gui.worker.engine import Engine

    engine = Engine()
    if waiting.empty():  # a spare: compile and cache what every derivation needs, while nobody waits
        engine.handle(_WARM_UP)
    protocol.write(replies, {"ready": True})
    while (request := waiting.get()) is not None:
        protocol.write(replies, _guarded(engine.handle, request))


def _guarded(handle: Any, request: Mapping[str, Any]) -> dict[str, Any]:
    reply = {"id": request.get("id"), "kind": request.get("kind")}
    try:
        return {**reply, **handle(request)}
    except (RecursionError, MemoryError):
        return {**reply, "status": "limit", "message": say("This is too large to compute.")}
    except Exception as error:
        traceback.print_exc()
        return {
            **reply,
            "status": "failed",
            "message": say("Something went wrong inside gradviz: {error}", error=f"{type(error).__name__}: {error}"),
        }


def _die_with_parent() -> None:
    """On Linux, have the kernel end this process with its parent: a computation that holds the interpreter cannot
    notice."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    set_parent_death_signal, sigkill = 1, 9
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(set_parent_death_signal, sigkill)


if __name__ == "__main__":
    sys.exit(main())
