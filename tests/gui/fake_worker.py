"""A worker that obeys its requests' text instead of deriving: for tests of what surrounds the worker.

``hang`` never answers, but for its preview; ``endless`` not even that; ``crash`` ends the process; ``slow`` answers after a while; ``(`` is an input error;
``cannot`` cannot be derived; ``print`` writes to
standard output. Anything else is answered with one line that shows the text.
"""

from __future__ import annotations

import os
import sys
import time
from html import escape
from typing import Any

from gradviz.gui.worker import protocol as worker_protocol


def svg(text: str, colour: str = "#1a2130") -> str:
    width = 20 + 8 * len(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 16" width="{width}pt" height="16pt">'
        f'<text x="2" y="12" font-size="12" fill="{colour}">{escape(text)}</text></svg>'
    )


def line(text: str, title: str = "", depth: int = 0, **more: Any) -> dict[str, Any]:
    return {"svg": svg(text), "text": text, "rule": title, "title": title, "depth": depth, **more}


def derivation(text: str) -> dict[str, Any]:
    shown = text.split("\n")[-1][:60]
    steps = ["constant factor", "product rule", "transpose of a scalar", "collect", "read off the gradient"]
    lines = [line(f"f = {shown}")]
    lines += [
        line(f"d f = {shown}", s, explanation="Why.", formula="d(UV) = dU V + U dV", ok=True, error=1e-13)
        for s in steps
    ]
    return {
        "status": "done",
        "lines": lines,
        "answers": [line(f"grad f = {shown}")],
        "problem": {
            "symbols": [{"name": "x"}, {"name": "A"}],
            "suggested": ["x"],
            "summary": "x: n×1 · A: n×n",
            "details": "",
        },
        "verification": {"ok": True, "error": 3e-13, "instances": 6},
        "expressions": None,
    }


def handle(request: dict[str, Any]) -> dict[str, Any]:
    text = request.get("text", "")
    if request["kind"] == "faces":
        return {"status": "done", "faces": {"trace": svg("tr")}}
    if request["kind"] == "gallery":
        return {"status": "done", "faces": {name: svg(source[:8]) for name, source in request["texts"].items()}}
    if request["kind"] == "rules":
        return {"status": "failed", "message": "no rules here"}
    if request["kind"] == "preview":
        if "endless" in text:
            time.sleep(1000)
        if text.count("(") > text.count(")"):
            return {"status": "input", "diagnostics": [], "message": "bracket"}
        return {"status": "done", "lines": [line(f"f = {part}") for part in text.split("\n")], "facts": "x: n"}
    if "hang" in text:
        time.sleep(1000)
    if "crash" in text:
        print("Fatal: told to", file=sys.stderr, flush=True)
        os._exit(3)
    if "slow" in text:
        time.sleep(0.3)
    if "print" in text:
        print("stray output")
    if text.count("(") > text.count(")"):
        start = text.rindex("(")
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        found = {
            "message": "This bracket is not closed",
            "start": start,
            "end": start + 1,
            "suggestion": "Add “)”",
        }
        found |= {"line": text.count("\n", 0, start) + 1, "column": column}
        return {"status": "input", "diagnostics": [found], "message": "bracket"}
    answer = derivation(text)
    if "cannot" in text:
        answer |= {
            "status": "cannot",
            "message": "No rule for the derivative of this function is known.",
            "answers": [],
        }
    return answer


def main() -> None:
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if "--broken" in sys.argv:
        print("ImportError: told to", file=sys.stderr)
        sys.exit(1)
    worker_protocol.write(replies, {"ready": True})
    while (request := worker_protocol.read(sys.stdin.buffer)) is not None:
        worker_protocol.write(replies, {"id": request["id"], "kind": request["kind"], **handle(request)})


if __name__ == "__main__":
    main()
