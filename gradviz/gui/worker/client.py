"""The window's side of the worker: one process that computes, and a warm spare to take its place.

A newer request makes older ones stale: a waiting one is replaced, and one that has been running for long is stopped
by killing its process. So the window never waits, whatever a formula costs.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from gradviz.gui.threads import OF_PRODUCTS
from gradviz.gui.translation import told
from gradviz.gui.turns import Turns
from gradviz.gui.worker.protocol import ProtocolError, Unpacker, pack

__all__ = ["GRACE", "TIME_LIMIT", "WorkerClient", "default_command"]

GRACE = 0.4
"""Seconds a computation may go on once its answer is no longer wanted; most end by themselves before that."""
TIME_LIMIT = 10.0
"""Seconds for one request, of the worker's own time where the system tells it."""
BESIDE_OTHERS = 3
"""Times as long by the clock, at most, where other programs take the processor from the worker."""
START_LIMIT = 60.0
"""Seconds for the first request to a worker that has yet to start."""
COALESCED = "derive"
"""The kind of request of which only the last one counts."""
LIGHT = frozenset({"preview", "faces", "gallery", "rules"})
"""Kinds that take milliseconds. The spare answers them while the worker derives, or the worker while it has nothing to
do; of each kind only the last one that waits counts."""
SPARE_DELAY = 1500
"""Milliseconds before the spare starts, so that it does not compete with the start of the program."""
MAX_FAILED_STARTS = 3
STDERR_TAIL = 4000


def default_command() -> list[str]:
    """What starts a worker: this program's own interpreter, or the program itself when it is frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-m", "gradviz.gui.worker.main"]


class WorkerClient(QObject):
    """Requests to the worker and what becomes of them.

    Signals
    -------
    answered : a reply (a dict with ``id`` and ``status``) to a request that is still wanted. A request that was
        stopped, timed out,
        or whose worker died is answered too, with the status "cancelled", "limit" or "failed" and a message.
    busy_changed : whether a wanted request is being worked on.
    """

    answered = Signal(dict)
    busy_changed = Signal(bool)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        command: Sequence[str] | None = None,
        time_limit: float = TIME_LIMIT,
        grace: float = GRACE,
        spare_delay: int = SPARE_DELAY,
    ) -> None:
        super().__init__(parent)
        self._command = list(command or default_command())
        self._time_limit, self._grace = time_limit, grace
        self._used_before: float | None = None
        self._next_id = 1
        self._worker: _Worker | None = None
        self._spare: _Worker | None = None
        self._running: dict[str, Any] | None = None
        self._running_since = 0.0
        self._queue: list[dict[str, Any]] = []
        self._unwanted = 0
        self._light: dict[str, Any] | None = None
        self._light_worker: _Worker | None = None
        self._light_queue: dict[str, dict[str, Any]] = {}
        self._failed_starts = 0
        self._busy = False
        self._closed = False
        self._deadline = _single_shot(self, self._too_long)
        self._light_deadline = _single_shot(self, self._light_too_long)
        self._stale = _single_shot(self, self._stop_stale)
        self._spare_timer = _single_shot(self, self._start_spare)
        self._spare_timer.setInterval(spare_delay)

    @property
    def busy(self) -> bool:
        """Whether a wanted request is being worked on."""
        return self._busy

    def process_ids(self) -> list[int]:
        """The worker's process id, then the spare's, where they run."""
        return [w.process.processId() for w in (self._worker, self._spare) if w and w.process.processId()]

    def sibling(self) -> WorkerClient:
        """Another client whose workers are started in the same way."""
        return WorkerClient(
            command=self._command,
            time_limit=self._time_limit,
            grace=self._grace,
            spare_delay=self._spare_timer.interval(),
        )

    def start(self) -> None:
        """Start the worker ahead of the first request."""
        if self._worker is None and not self._closed:
            self._worker, self._spare = self._spare or _Worker(self, self._command), None
            self._worker.begin()
            self._spare_timer.start()

    def request(self, request: dict[str, Any]) -> int:
        """Ask; returns the request's id. A derivation makes those that were asked for before it unwanted; the rest
        waits its turn."""
        request = {**request, "id": self._next_id}
        self._next_id += 1
        if self._worker is None:
            self._failed_starts = 0
        if request["kind"] in LIGHT:
            self._light_queue[request["kind"]] = request
            self.start()
            self._send_light()
            return int(request["id"])
        if request["kind"] == COALESCED:
            self._queue = [r for r in self._queue if r["kind"] != COALESCED]
            if self._running is not None and self._running["kind"] == COALESCED:
                self._unwanted = self._running["id"]
        self._queue.append(request)
        if self._running is not None and not self._is_wanted(self._running) and not self._stale.isActive():
            left = self._grace - (time.monotonic() - self._running_since)
            self._stale.start(max(0, int(left * 1000)))
        self._send_next()
        return int(request["id"])

    def cancel(self) -> None:
        """Stop what is running and forget what waits; what was still wanted is answered with "cancelled"."""
        stopped = ([self._running] if self._is_wanted(self._running) else []) + self._queue
        self._queue = []
        if self._running is not None:
            self._replace_worker()
        self._update_busy()
        for request in stopped:
            self._finish(request, "cancelled", self.tr("Stopped."))

    def close(self) -> None:
        """End the processes; nothing is answered any more."""
        self._closed = True
        for timer in (self._deadline, self._light_deadline, self._stale, self._spare_timer):
            timer.stop()
        workers = self.findChildren(_Worker)  # also those that were killed and have yet to end
        self._worker = self._spare = self._running = self._light = None
        self._queue, self._light_queue = [], {}
        for worker in workers:
            worker.discard()
        for worker in workers:
            worker.process.waitForFinished(1000)

    def _send_light(self) -> None:
        """Have a process answer what takes little: the spare, or else the worker where nothing else waits for it."""
        if self._light is not None or not self._light_queue or self._closed:
            return
        worker = self._spare if self._has_spare() else self._worker if self._running is None else None
        if worker is not None and worker.was_ready:
            self._light = self._light_queue.pop(next(iter(self._light_queue)))
            self._light_worker = worker
            self._light_deadline.start(int(self._time_limit * 1000))
            worker.process.write(pack(self._light))

    def _light_ended(self) -> dict[str, Any] | None:
        """The light request, which is over."""
        request, self._light, self._light_worker = self._light, None, None
        self._light_deadline.stop()
        return request

    def _light_too_long(self) -> None:
        worker, request = self._light_worker, self._light_ended()
        if worker is not None and worker is self._spare:
            worker.discard()
            self._spare = None
            self._spare_timer.start()
        elif worker is not None and worker is self._worker:
            self._queue[:0] = [self._running] if self._running is not None else []
            self._replace_worker()
            self._send_next()
        if request is not None:
            self._finish(request, "limit", self.tr("This takes too long."))

    def _send_next(self) -> None:
        if self._running is None and self._queue and not self._closed:
            self.start()
            assert self._worker is not None
            self._running, self._running_since = self._queue.pop(0), time.monotonic()
            if self._worker.was_ready:
                self._start_clock()
            else:
                self._deadline.start(int(START_LIMIT * 1000))
            self._worker.process.write(pack(self._running))
        self._update_busy()

    def _has_spare(self) -> bool:
        return self._spare is not None and self._spare.was_ready

    def _is_wanted(self, request: dict[str, Any] | None) -> bool:
        return request is not None and request["id"] != self._unwanted

    def _ended(self) -> dict[str, Any] | None:
        """The running request, which is over."""
        request, self._running = self._running, None
        self._deadline.stop()
        self._stale.stop()
        return request

    def _received(self, worker: _Worker, message: dict[str, Any]) -> None:
        if message.get("ready"):
            self._failed_starts = 0
            if worker is self._worker and self._running is not None:
                self._running_since = time.monotonic()  # what starting took does not count
                self._start_clock()
            self._send_light()
            return
        if self._light is not None and worker is self._light_worker and message.get("id") == self._light["id"]:
            self._light_ended()
            self._send_light()
            self.answered.emit(message)
            return
        if worker is not self._worker or self._running is None or message.get("id") != self._running["id"]:
            return
        wanted = self._is_wanted(self._ended())
        self._send_next()
        self._send_light()
        if wanted:
            self.answered.emit(message)

    def _start_clock(self) -> None:
        self._used_before = self._worker.cpu_seconds() if self._worker is not None else None
        self._deadline.start(int(self._time_limit * 1000))

    def _owed(self) -> float:
        """Seconds of the limit that other programs took from the worker."""
        used = self._worker.cpu_seconds() if self._worker is not None and self._worker.was_ready else None
        if used is None or self._used_before is None:
            return 0.0
        by_clock = BESIDE_OTHERS * self._time_limit - (time.monotonic() - self._running_since)
        return min(self._time_limit - (used - self._used_before), by_clock)

    def _too_long(self) -> None:
        request = self._running
        if (owed := self._owed()) > 0.05 * self._time_limit:
            self._deadline.start(int(owed * 1000))
            return
        self._replace_worker()
        self._send_next()
        if request is not None and self._is_wanted(request):
            self._finish(
                request,
                "limit",
                self.tr("This takes longer than {seconds} seconds, so it was stopped.").format(
                    seconds=f"{self._time_limit:g}"
                ),
            )

    def _stop_stale(self) -> None:
        if not self._is_wanted(self._running):
            self._replace_worker()
            self._send_next()

    def _replace_worker(self) -> None:
        """Kill the worker and put the spare in its place."""
        self._ended()
        if self._worker is not None:
            light = self._light_ended() if self._worker is self._light_worker else None
            self._worker.discard()
            self._worker = None
            if light is not None:  # the worker was the spare when it was asked
                self._light_queue.setdefault(light["kind"], light)
        self.start()

    def _died(self, worker: _Worker) -> None:
        """A process ended that nobody ended."""
        light = self._light_ended() if worker is self._light_worker else None
        if light is not None and light.get("again"):
            self._finish(light, "failed", self.tr("The part of gradviz that computes stopped unexpectedly."))
        elif light is not None:  # once more; it need not have been the reason
            self._light_queue.setdefault(light["kind"], {**light, "again": True})
        if worker is self._spare:
            self._spare = None
            self._failed_starts += not worker.was_ready
            if self._failed_starts < MAX_FAILED_STARTS:
                self._spare_timer.start()
            return
        if worker is not self._worker:
            return
        self._worker = None
        request = self._ended()
        self._failed_starts += not worker.was_ready
        if self._failed_starts < MAX_FAILED_STARTS:
            self.start()
        self._send_next()
        if request is not None and self._is_wanted(request):
            detail = worker.last_words()
            message = self.tr("The part of gradviz that computes stopped unexpectedly and was started anew.")
            if not worker.was_ready:
                message = self.tr("The part of gradviz that computes could not be started.")
            self._finish(request, "failed", f"{message}\n{detail}" if detail else message)

    def _start_spare(self) -> None:
        if self._spare is None and not self._closed:
            self._spare = _Worker(self, self._command)
            self._spare.begin()

    def _finish(self, request: dict[str, Any], status: str, message: str) -> None:
        self.answered.emit({"id": request["id"], "kind": request["kind"], "status": status, "message": message})

    def _update_busy(self) -> None:
        busy = self._is_wanted(self._running) or bool(self._queue)
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)


class _Worker(QObject):
    """One process and the messages that come from it."""

    def __init__(self, client: WorkerClient, command: Sequence[str]) -> None:
        super().__init__(client)
        self._client = client
        self._command = list(command)
        self._unpacker = Unpacker(told)
        self._errors = b""
        self._discarded = False
        self._arrived = Turns(self, pause=1, budget=0, urgent=True)
        self.was_ready = False
        self.process = QProcess(self)
        self.process.setObjectName("worker")
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONIOENCODING", "utf-8")
        for name in OF_PRODUCTS:  # its matrices are tiny: threads would only cost start-up and memory
            environment.insert(name, "1")
        self.process.setProcessEnvironment(environment)
        self.process.readyReadStandardOutput.connect(self._read)
        self.process.readyReadStandardError.connect(self._read_errors)
        self.process.finished.connect(self._ended)
        self.process.errorOccurred.connect(self._failed)

    def begin(self) -> None:
        """Start the process, unless it runs already."""
        if self.process.state() == QProcess.ProcessState.NotRunning:
            self.process.start(self._command[0], self._command[1:])

    def discard(self) -> None:
        """Kill it; nothing it says counts any more."""
        self._discarded = True
        if self.process.state() == QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self.process.kill()

    def cpu_seconds(self) -> float | None:
        """What the process has had of the processor so far; None where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.process.processId()}/stat").read_text().rpartition(")")[2].split()
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")  # in user and in kernel mode
        except (OSError, ValueError, IndexError, AttributeError):
            return None

    def last_words(self) -> str:
        """The last line of what it wrote to stderr."""
        self._read_errors()
        lines = self._errors.decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:300] if lines else ""

    def _read(self) -> None:
        try:
            messages = self._unpacker.feed(self.process.readAllStandardOutput().data())
        except ProtocolError:
            self.process.kill()
            return
        # What is being drawn and what comes of a reply are painted one after the other.
        self._arrived.take(*(partial(self._hand_over, message) for message in messages))

    def _hand_over(self, message: dict[str, Any]) -> None:
        self.was_ready = True
        if not self._discarded:
            self._client._received(self, message)

    def _read_errors(self) -> None:
        self._errors = (self._errors + self.process.readAllStandardError().data())[-STDERR_TAIL:]

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._ended()

    def _ended(self, *_: object) -> None:
        self._arrived.finish()
        if not self._discarded:
            self._discarded = True
            self._client._died(self)
        self.deleteLater()


def _single_shot(parent: QObject, call: Any) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(call)
    return timer
