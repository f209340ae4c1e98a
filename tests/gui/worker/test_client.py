"""One worker, one spare: answers, stale ones, hangs and crashes. The worker here is `fake_worker.py`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from gradviz.gui.worker import client as worker_client


def _derive(text: str) -> dict[str, Any]:
    return {"kind": "derive", "text": text}


def _answer_to(qtbot: Any, client: Any, text: str) -> dict[str, Any]:
    with qtbot.waitSignal(client.answered) as emitted:
        client.request(_derive(text))
    return emitted.args[0]


def test_a_request_is_answered(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    reply = _answer_to(qtbot, client, "x' A x")
    assert reply["status"] == "done"
    assert reply["answers"][0]["text"] == "grad f = x' A x"
    assert not client.busy


def test_only_the_last_of_many_requests_is_answered(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    answered = []
    client.answered.connect(answered.append)
    ids = [client.request(_derive("x" * (i + 1))) for i in range(50)]
    qtbot.waitUntil(lambda: bool(answered) and not client.busy)
    qtbot.wait(100)
    assert [reply["id"] for reply in answered] == ids[-1:]


def test_a_stale_computation_that_goes_on_is_killed(qtbot: Any, make_client: Any) -> None:
    client = make_client(grace=0.1)
    _answer_to(qtbot, client, "warm")
    first = client.process_ids()[0]
    client.request(_derive("hang"))
    assert _answer_to(qtbot, client, "x")["status"] == "done"
    assert first not in client.process_ids()


def test_other_requests_wait_their_turn(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    answered = []
    client.answered.connect(answered.append)
    client.request(_derive("slow"))
    client.request({"kind": "export", "form": "tex"})
    client.request({"kind": "export", "form": "pdf"})
    qtbot.waitUntil(lambda: len(answered) == 3)
    assert [reply["kind"] for reply in answered] == ["derive", "export", "export"]


def test_cancel_kills_and_the_spare_goes_on(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    _answer_to(qtbot, client, "warm")
    qtbot.waitUntil(lambda: len(client.process_ids()) == 2)
    worker, spare = client.process_ids()
    client.request(_derive("hang"))
    qtbot.wait(50)
    with qtbot.waitSignal(client.answered) as emitted:
        client.cancel()
    assert emitted.args[0]["status"] == "cancelled"
    assert not client.busy
    assert client.process_ids()[0] == spare
    assert _answer_to(qtbot, client, "x")["status"] == "done"
    assert worker not in client.process_ids()


def test_cancel_with_nothing_to_stop_does_nothing(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    _answer_to(qtbot, client, "warm")
    before = client.process_ids()[0]
    with qtbot.assertNotEmitted(client.answered, wait=50):
        client.cancel()
    assert client.process_ids()[0] == before


def test_too_long_is_said_and_the_next_request_works(qtbot: Any, make_client: Any) -> None:
    client = make_client(time_limit=0.2)
    reply = _answer_to(qtbot, client, "hang")
    assert reply["status"] == "limit"
    assert "0.2 seconds" in reply["message"]
    assert _answer_to(qtbot, client, "x")["status"] == "done"


@pytest.mark.parametrize(("had", "status"), [(0.0, "done"), (None, "limit")], ids=["it had nothing", "not told"])
def test_what_others_take_of_the_processor_does_not_count(
    qtbot: Any, make_client: Any, monkeypatch: Any, had: float | None, status: str
) -> None:
    client = make_client(time_limit=0.2)
    _answer_to(qtbot, client, "warm")
    monkeypatch.setattr(worker_client._Worker, "cpu_seconds", lambda self: had)
    assert _answer_to(qtbot, client, "slow")["status"] == status  # 0.3 s by the clock


def test_the_time_of_a_process_is_read(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    _answer_to(qtbot, client, "warm")
    used = client._worker.cpu_seconds()
    if not Path("/proc/self/stat").exists():
        assert used is None
    else:
        assert 0 < used < 10


def test_a_crash_is_said_with_its_last_words(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    reply = _answer_to(qtbot, client, "crash")
    assert reply["status"] == "failed"
    assert "Fatal: told to" in reply["message"]
    assert _answer_to(qtbot, client, "x")["status"] == "done"


def test_a_worker_killed_from_outside_is_replaced(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    _answer_to(qtbot, client, "warm")
    killed = client.process_ids()[0]
    client.request(_derive("hang"))
    with qtbot.waitSignal(client.answered) as emitted:
        os.kill(killed, signal.SIGKILL)
    assert emitted.args[0]["status"] == "failed"
    assert _answer_to(qtbot, client, "x")["status"] == "done"
    assert killed not in client.process_ids()


def test_an_idle_worker_killed_from_outside_goes_unnoticed(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    _answer_to(qtbot, client, "warm")
    killed = client.process_ids()[0]
    with qtbot.assertNotEmitted(client.answered):
        os.kill(killed, signal.SIGKILL)
        qtbot.waitUntil(lambda: killed not in client.process_ids())
    assert _answer_to(qtbot, client, "x")["status"] == "done"


@pytest.mark.parametrize("command", [["--broken"], None], ids=["ends at once", "does not exist"])
def test_a_worker_that_cannot_start_is_said_and_not_started_for_ever(
    qtbot: Any, make_client: Any, command: list[str] | None
) -> None:
    client = make_client(*(command or []))
    if command is None:
        client._command = ["/nonexistent/gradviz"]
    reply = _answer_to(qtbot, client, "x")
    assert reply["status"] == "failed"
    assert "could not be started" in reply["message"]
    qtbot.waitUntil(lambda: client.process_ids() == [])
    qtbot.wait(500)
    assert client._failed_starts <= worker_client.MAX_FAILED_STARTS + 1  # the spare may have been on its way
    assert client.process_ids() == []


def test_a_stray_print_does_no_harm(qtbot: Any, make_client: Any) -> None:
    assert _answer_to(qtbot, make_client(), "print")["status"] == "done"


def test_close_ends_the_processes(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    _answer_to(qtbot, client, "warm")
    qtbot.waitUntil(lambda: len(client.process_ids()) == 2)
    client.request(_derive("hang"))
    processes = client.process_ids()
    client.close()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_the_frozen_program_starts_itself_as_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_client.default_command() == [sys.executable, "--worker"]


# --- what takes milliseconds goes to the spare


def test_the_spare_answers_a_preview_while_the_worker_computes(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    client.start()
    qtbot.waitUntil(client._has_spare)
    replies = []
    client.answered.connect(replies.append)
    slow = client.request({"kind": "derive", "text": "slow"})
    wanted = client.request({"kind": "preview", "text": "x"})
    qtbot.waitUntil(lambda: len(replies) == 2)
    assert [reply["id"] for reply in replies] == [wanted, slow]


def test_without_a_spare_the_worker_answers_a_preview(qtbot: Any, make_client: Any) -> None:
    client = make_client(spare_delay=60_000)
    with qtbot.waitSignal(client.answered) as told:
        wanted = client.request({"kind": "preview", "text": "x"})
    assert (told.args[0]["id"], told.args[0]["status"]) == (wanted, "done")
    assert not client.busy


def test_of_previews_that_wait_only_the_last_is_answered(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    client.start()
    qtbot.waitUntil(client._has_spare)
    replies = []
    client.answered.connect(lambda reply: replies.append(reply["id"]))
    asked = [client.request({"kind": "preview", "text": f"x{i}"}) for i in range(20)]
    qtbot.waitUntil(lambda: asked[-1] in replies)
    qtbot.wait(50)
    assert replies == [asked[0], asked[-1]]


def test_a_preview_that_never_ends_is_given_up_and_the_spare_replaced(qtbot: Any, make_client: Any) -> None:
    client = make_client(time_limit=0.3)
    client.start()
    qtbot.waitUntil(client._has_spare)
    spare = client.process_ids()[1]
    with qtbot.waitSignal(client.answered) as told:
        client.request({"kind": "preview", "text": "endless"})
    assert told.args[0]["status"] == "limit"
    qtbot.waitUntil(lambda: client._has_spare() and client.process_ids()[1] != spare)


def test_a_preview_survives_that_its_process_takes_over(qtbot: Any, make_client: Any) -> None:
    client = make_client()
    client.start()
    qtbot.waitUntil(client._has_spare)
    replies = []
    client.answered.connect(lambda reply: replies.append((reply["kind"], reply["status"])))
    client.request({"kind": "derive", "text": "hang"})
    client.request({"kind": "preview", "text": "x"})
    client.cancel()  # the spare becomes the worker
    client.request({"kind": "derive", "text": "y"})
    qtbot.waitUntil(lambda: ("derive", "done") in replies)
    assert ("preview", "done") in replies


def test_a_preview_whose_process_dies_is_asked_once_more(qtbot: Any, make_client: Any) -> None:
    client = make_client(time_limit=20)
    client.start()
    qtbot.waitUntil(client._has_spare)
    replies = []
    client.answered.connect(lambda reply: replies.append(reply["status"]))
    client.request({"kind": "preview", "text": "endless"})
    for _ in range(2):
        qtbot.waitUntil(lambda: client._light is not None and not replies)
        os.kill(client._light_worker.process.processId(), signal.SIGKILL)
        client._light_worker.process.waitForFinished(2000)
    qtbot.waitUntil(lambda: replies == ["failed"])


def test_a_computation_does_not_wait_for_the_end_of_a_preview_to_be_sent(qtbot: Any, make_client: Any) -> None:
    client = make_client(spare_delay=60_000)
    with qtbot.waitSignal(client.answered):
        client.request({"kind": "derive", "text": "x"})
    client.request({"kind": "preview", "text": "endless"})
    client.request({"kind": "derive", "text": "y"})
    assert client._running["text"] == "y"
    assert client.busy
