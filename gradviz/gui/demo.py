"""The program without a display: the same window, offscreen, walks through the start example and writes what it
made."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

__all__ = ["main"]

TIMEOUT = 60_000
"""Milliseconds for any one thing to happen."""
SIZE = (1280, 800)
START = (-2.0, 2.0)
"""Where the descent begins, in the plane of w."""
SHOWN_STEP = 4


class DemoError(Exception):
    """Something did not happen; the message says what."""


def main(folder: str | Path | None = None) -> int:
    """Write ``derivation.pdf``, ``derivation.tex``, ``window.png`` and ``descent.gif`` to a folder; returns the
    exit status.

    Parameters
    ----------
    folder : made if it is not there; by default a fresh one among the temporary files.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    target = Path(folder) if folder else Path(tempfile.mkdtemp(prefix="gradviz-demo-"))
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"The folder {target} cannot be made: {error.strerror or error}.")
        return 2
    from gradviz.gui import theme, threads
    from gradviz.gui.app import make_application
    from gradviz.gui.window.main_window import MainWindow

    app = make_application()
    theme.set_override("light")
    window = MainWindow(remember=False)
    status = 0
    try:
        _walk(window, target.resolve())
    except (DemoError, OSError) as error:
        print(error)
        status = 1
    finally:
        window.model.undo_stack.setClean()
        window.close()
        app.processEvents()
    return threads.end(status)


def _walk(window: Any, target: Path) -> None:
    window.resize(*SIZE)
    window.show()
    print("gradviz demo: no display is needed. The function, in the language that you type:")
    print("".join(f"    {line}\n" for line in window.model.document.text.splitlines()), end="")
    _wait(lambda: window.session.current, "the derivation")
    reply = window.session.reply
    print("Its derivation, a rule a line:")
    for line in reply["lines"]:
        print(f"    {line['text']}" + (f"    [{line['title']}]" if line["title"] else ""))
    print(f"    {window.derivation.badge.text()}")
    _wait(lambda: window.picture.scene is not None and not window.picture.plane_view.busy, "the picture")
    for form in ("tex", "pdf"):
        path = target / f"derivation.{form}"
        done: list[dict[str, Any]] = []
        window.session.exported.connect(done.append)
        window.session.export(path, form)
        _wait(lambda found=done: bool(found), path.name)
        window.session.exported.disconnect(done.append)
        if done[0]["status"] != "done":
            raise DemoError(f"{path.name} was not written: {done[0].get('message', '')}")
        print(f"wrote {path}")
    panel, view = window.picture.descent_panel, window.picture.plane_view
    view.set_point(*START)
    view.startPicked.emit(*START)
    _wait(lambda: panel.run is not None and panel.run.steps > 0 and not view.busy, "the descent")
    panel.show_step(min(SHOWN_STEP, panel.run.steps))
    _settle()
    window.statusBar().clearMessage()  # where this run has written is of no interest to others
    path = target / "window.png"
    if not window.grab().save(str(path)):
        raise DemoError(f"{path} could not be written.")
    print(f"wrote {path}")
    from gradviz.export.animation import write_gif

    path = target / "descent.gif"
    write_gif(path, window.picture.scene.landscape, panel.run)
    print(f"wrote {path}  ({panel.run.steps} steps, f = {panel.run.values[-1]:.5g} at the end)")


def _wait(happened: Callable[[], bool], what: str) -> None:
    """Run the event loop until something has happened."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

    clock, loop, tick = QElapsedTimer(), QEventLoop(), QTimer()
    clock.start()
    tick.timeout.connect(lambda: loop.quit() if happened() or clock.elapsed() > TIMEOUT else None)
    tick.start(5)
    loop.exec()
    tick.stop()
    if not happened():
        raise DemoError(f"{what} did not come within {TIMEOUT // 1000} seconds.")


def _settle() -> None:
    """Let what is on its way be painted."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(300, loop.quit)
    loop.exec()
