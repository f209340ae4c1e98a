"""The program itself, started as a user starts it: without a display, and under Xvfb with real key presses."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PROGRAM = [sys.executable, "-m", "gradviz"]
TIMEOUT = 60

needs_display = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)


def test_the_demo_writes_its_files(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "here"
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    done = subprocess.run(
        [*PROGRAM, "demo", str(folder)], capture_output=True, text=True, timeout=TIMEOUT, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    begins = {
        "derivation.pdf": b"%PDF",
        "derivation.tex": b"\\documentclass",
        "window.png": b"\x89PNG",
        "descent.gif": b"GIF89a",
    }
    for name, begin in begins.items():
        assert begin in (folder / name).read_bytes()[:400]
        assert f"wrote {folder / name}" in done.stdout
    assert "✓ Verified" in done.stdout
    assert _frames(folder / "descent.gif") > 5


def test_the_demo_says_when_its_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = subprocess.run(
        [*PROGRAM, "demo", str(tmp_path / "file" / "x")], capture_output=True, text=True, timeout=TIMEOUT, check=False
    )
    assert done.returncode == 2
    assert "cannot be made" in done.stdout + done.stderr


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of its own."""
    server, name = _server()
    yield name
    server.terminate()
    server.wait(10)


def _server() -> tuple[subprocess.Popen[bytes], str]:
    """A server that answers: two that start at the same moment may take the same number, and one of them then fails."""
    for _ in range(5):
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as numbers:
            name = f":{numbers.readline().strip()}"
        asked = ["xdotool", "getdisplaygeometry"]
        answer = subprocess.run(asked, env={**os.environ, "DISPLAY": name}, capture_output=True, check=False)
        if answer.returncode == 0 and server.poll() is None:
            return server, name
        server.terminate()
        server.wait(10)
    pytest.fail("no X server can be started")


class Program:
    """The running program and a keyboard for it."""

    def __init__(self, display: str, home: Path, *arguments: str) -> None:
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
        }
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.errors = home / "stderr.txt"
        with self.errors.open("w") as errors:
            self.process = subprocess.Popen([*PROGRAM, *arguments], env=self.environment, stderr=errors)
        self.window = ""

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
        return done.stdout.strip()

    def keys(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "20", text)

    def windows(self, name: str) -> list[str]:
        """The windows that are seen and have such a title."""
        return self.xdotool("search", "--onlyvisible", "--name", name).split()

    def title(self) -> str:
        return self.xdotool("getwindowname", self.window)

    def workers(self) -> list[int]:
        """Process ids of the workers that run."""
        found = []
        for status in Path("/proc").glob("[0-9]*/stat"):
            try:
                state, parent = status.read_text().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if int(parent) == self.process.pid and state != "Z":
                found.append(int(status.parent.name))
        return sorted(found)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)

    def wait_for_window(self, name: str) -> None:
        self.window = _wait(lambda: self.windows(name), "the window")[0]
        self.xdotool("windowfocus", "--sync", self.window)


@pytest.fixture
def start(display: str, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    made: list[Program] = []

    def begin(*arguments: str) -> Program:
        made.append(Program(display, tmp_path, *arguments))
        made[-1].wait_for_window("gradviz")
        return made[-1]

    yield begin
    for program in made:
        program.stop()


def _wait(find: Callable[[], Any], what: str) -> Any:
    deadline = time.monotonic() + TIMEOUT
    while not (found := find()):
        if time.monotonic() > deadline:
            pytest.fail(f"{what} did not come")
        time.sleep(0.05)
    return found


def _document(path: Path, text: str) -> Path:
    path.write_text(json.dumps({"format": "gradviz", "version": 1, "text": text}))
    return path


def _text(path: Path) -> str:
    return json.loads(path.read_text())["text"]


def _ends_well(program: Program) -> None:
    """Ctrl+Q ends it, with nothing to complain about and no process left behind."""
    workers = program.workers()
    assert workers
    program.keys("ctrl+q")
    assert program.process.wait(TIMEOUT) == 0
    assert program.errors.read_text() == ""
    _wait(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers), "the end of the workers")


@needs_display
def test_a_document_is_opened_edited_saved_and_exported(start: Any, tmp_path: Path) -> None:
    path = _document(tmp_path / "mine.gradviz", "x' A ")
    program = start(str(path))
    _wait(lambda: program.title().startswith("mine.gradviz"), "the title")
    program.keys("ctrl+End")
    program.type("x + b' x")
    program.keys("ctrl+s")
    _wait(lambda: _text(path) == "x' A x + b' x", "the saved text")
    pdf = tmp_path / "mine.pdf"
    _wait(lambda: _exported(program, pdf), "the PDF")
    assert pdf.read_bytes().startswith(b"%PDF")
    _ends_well(program)


def _exported(program: Program, path: Path) -> bool:
    """Ask for the PDF (the derivation may have to be waited for) and answer the file dialog."""
    program.keys("ctrl+shift+e")
    time.sleep(1)
    dialogs = program.windows("^Export")
    if not dialogs:
        return False
    program.xdotool("windowfocus", "--sync", dialogs[0])
    program.keys("ctrl+a")
    program.type(str(path))
    program.keys("Return")
    # No window manager gives the keyboard back, and Qt takes none for a window that a dialog still covers: given too
    # early, the X server believes that the window has it and Qt that no window does, and no shortcut works any more.
    _wait(lambda: not program.windows("^Export"), "the end of the dialog")
    program.xdotool("windowfocus", "--sync", program.window)
    _wait(path.is_file, "the file")
    return True


@needs_display
def test_the_program_survives_its_workers(start: Any, tmp_path: Path) -> None:
    path = _document(tmp_path / "mine.gradviz", "x' x")
    program = start(str(path))
    _wait(lambda: len(program.workers()) == 2, "the worker and its spare")
    first = program.workers()
    for worker in first:
        os.kill(worker, signal.SIGKILL)
    _wait(lambda: len(program.workers()) == 2 and not set(first) & set(program.workers()), "new workers")
    second = program.workers()
    for worker in second:
        os.kill(worker, signal.SIGSTOP)  # hang
    program.keys("ctrl+End")
    program.type(" + a' x")
    time.sleep(0.5)
    program.keys("ctrl+period")
    _wait(lambda: set(program.workers()) - set(second), "a worker in the place of the one that hangs")
    program.keys("ctrl+s")
    _wait(lambda: _text(path) == "x' x + a' x", "the saved text")
    _ends_well(program)


def _frames(path: Path) -> int:
    from PIL import Image

    with Image.open(path) as image:
        return int(getattr(image, "n_frames", 1))
