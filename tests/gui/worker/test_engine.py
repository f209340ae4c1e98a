"""What the worker answers, without a process around it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gradviz.algebra.serialise import from_data
from gradviz.gui.documents.document import Document
from gradviz.gui.gallery.entries import entries
from gradviz.gui.picture.scene import build
from gradviz.gui.worker import protocol as worker_protocol
from gradviz.gui.worker.engine import Engine
from gradviz.gui.worker.main import _guarded

FEATURED = [entry for entry in entries() if entry.featured]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _derive(engine: Engine, text: str, **more: Any) -> dict[str, Any]:
    return engine.handle({"kind": "derive", "text": text, **more})


@pytest.mark.parametrize("text", [e.document.text for e in FEATURED], ids=[e.id for e in FEATURED])
@pytest.mark.parametrize("level", ["lecturer", "every rule"])
def test_every_example_is_derived_verified_and_typeset(engine: Engine, text: str, level: str) -> None:
    reply = _derive(engine, text, level=level)
    assert reply["status"] == "done"
    assert reply["verification"]["ok"]
    assert reply["verification"]["error"] < 1e-6
    assert reply["answers"]
    assert reply["lines"][0]["title"] == ""
    assert all(line["title"] for line in reply["lines"][1:] if line["kind"] == "step")
    assert all(line["svg"].startswith("<svg") for line in reply["lines"] + reply["answers"])
    worker_protocol.pack(reply)


def test_expressions_are_the_function_its_variables_gradients_and_symbols(engine: Engine) -> None:
    expressions = _derive(engine, "x' A x")["expressions"]
    roots = from_data(expressions["data"])
    assert (expressions["variables"], expressions["gradients"]) == (1, 1)
    assert [str(root.name) for root in (roots[1], *roots[3:])] == ["x", "x", "A"]


@pytest.mark.parametrize(
    ("text", "wrt", "by"),
    [
        ("[x^2 - y^2; 2 x y]", ["r", "t"], "x, y"),  # chosen for another text
        ("[r cos(t); r sin(t)]", ["r", "t"], "r, t"),
        ("b' y", ["y"], "y"),
        ("sum_i (a' x_i - y_i)^2", ["x_1"], "x_1"),
    ],
)
def test_variables_that_were_chosen_for_another_text_wait_for_it(
    engine: Engine, text: str, wrt: list[str], by: str
) -> None:
    assert ", ".join(v.name for v in engine._derivation({"text": text, "wrt": wrt}).core.variables) == by


def test_the_second_derivative_still_brings_the_gradient(engine: Engine) -> None:
    expressions = _derive(engine, "x' A x", order=2)["expressions"]
    gradient = from_data(expressions["data"])[2]
    assert gradient.shape.is_column


def test_errors_have_a_place(engine: Engine) -> None:
    reply = _derive(engine, "X in R^2\nx' (A x")
    assert reply["status"] == "input"
    first = reply["diagnostics"][0]
    assert (first["line"], first["column"]) == (2, 4)
    assert first["message"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "# nothing",
        "(" * 10_000,
        "(" * 10_000 + "x" + ")" * 10_000,
        "x" * 100_000,
        "9^9^9^9",
        "x' A + A x",
        "§",
        "x' A x)",
    ],
    ids=lambda text: f"{text[:12]}({len(text)})",
)
def test_bad_input_is_an_error_with_a_place(engine: Engine, text: str) -> None:
    reply = _derive(engine, text)
    assert reply["status"] == "input"
    assert reply["diagnostics"][0]["message"]


def test_an_unknown_variable_is_an_error(engine: Engine) -> None:
    assert _derive(engine, "x' x", wrt=["1+"])["status"] == "input"


def test_the_same_request_is_derived_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    from gradviz.gui.worker import engine as worker_engine

    _derive(engine, "a' x")
    monkeypatch.setattr(worker_engine.api, "derive", None)
    assert _derive(engine, "a' x", shapes=True, colours={"text": "#ffffff"})["status"] == "done"


@pytest.mark.parametrize(("form", "begins"), [("tex", b"\\documentclass"), ("pdf", b"%PDF")])
def test_exports_are_written(engine: Engine, tmp_path: Path, form: str, begins: bytes) -> None:
    path = tmp_path / f"derivation.{form}"
    reply = engine.handle({"kind": "export", "text": "x' A x", "form": form, "path": str(path)})
    assert reply["status"] == "done"
    assert begins in path.read_bytes()[:400]


def test_an_export_that_fails_says_why(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "no" / "derivation.tex"
    reply = engine.handle({"kind": "export", "text": "x' A x", "form": "tex", "path": str(path)})
    assert reply["status"] == "failed"
    assert reply["message"]


def test_the_answer_is_copied_as_source(engine: Engine) -> None:
    assert engine.handle({"kind": "copy", "text": "a' x", "wrt": ["x"], "form": "latex"})["source"].strip() == "a"
    python = engine.handle({"kind": "copy", "text": "a' x", "wrt": ["x"], "form": "python"})["source"]
    assert "def gradient" in python


def test_an_accident_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(request: Any) -> Any:
        raise KeyError("inner")

    reply = _guarded(broken, {"id": 7, "kind": "derive"})
    assert (reply["id"], reply["status"]) == (7, "failed")
    assert "KeyError" in capsys.readouterr().err


def test_too_deep_is_a_limit() -> None:
    def deep(request: Any) -> Any:
        raise RecursionError

    assert _guarded(deep, {"id": 1, "kind": "derive"})["status"] == "limit"


def test_messages_survive_any_cut() -> None:
    messages = [{"id": i, "text": "∇" * i} for i in range(5)]
    stream = b"".join(map(worker_protocol.pack, messages))
    for size in (1, 3, 1000):
        unpacker = worker_protocol.Unpacker()
        found = []
        for start in range(0, len(stream), size):
            found += unpacker.feed(stream[start : start + size])
        assert found == messages
    reader = io.BytesIO(stream)
    assert [worker_protocol.read(reader) for _ in range(6)] == [*messages, None]


@pytest.mark.parametrize("stream", [b"\xff\xff\xff\xff", b"\x00\x00\x00\x02[]", b"\x00\x00\x00\x01{"])
def test_what_is_no_message_is_noticed(stream: bytes) -> None:
    with pytest.raises(worker_protocol.ProtocolError):
        worker_protocol.Unpacker().feed(stream)


def test_a_hessian_that_is_shown_goes_to_the_plot(engine: Engine) -> None:
    text = "(1-x)^2 + 100 (y-x^2)^2"
    for order, source in ((1, "gradient"), (2, "symbolic")):
        found = engine.handle({"kind": "derive", "text": text, "order": order})["expressions"]
        landscape = build(found, Document(text=text)).landscape
        assert landscape is not None
        assert landscape.hessian_source == source
        assert landscape.hessian_at(np.array([-1.0, 2.0])).tolist() == [[402.0, 400.0], [400.0, 200.0]]
