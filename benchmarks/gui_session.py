"""What the benchmarks of the window share: the real window with the real worker, keys, and waiting."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SIZE = (1280, 800)
EXAMPLES = (
    "x' A x",
    "X in R^(10,2)\ny in R^10\nw in R^2\n||y - X w||^2",
    "(1-x)^2 + 100 (y-x^2)^2",
    "x^3 - 3 x y^2",
    "sin(x) y + e^(-x^2)",
)


@contextmanager
def window() -> Iterator[Any]:
    """The window, with its first derivation and picture done and its spare worker warm."""
    os.environ["XDG_CONFIG_HOME"] = tempfile.mkdtemp(prefix="gradviz-benchmark-")
    from gradviz.gui.app import make_application, settle_memory

    app = make_application()
    from gradviz.gui.window.main_window import MainWindow

    shown = MainWindow(remember=False)
    shown.resize(*SIZE)  # the platform without a screen would make it narrower than any
    shown.show()
    shown.focus_editor()
    wait_until(lambda: shown.session.current and shown.picture.plane_view is not None)
    wait_until(lambda: not shown.picture.plane_view.busy and len(shown.client.process_ids()) == 2)
    wait(1500)
    settle_memory()  # as the program does some seconds after its start
    try:
        yield shown
    finally:
        shown.model.undo_stack.setClean()
        shown.close()
        app.processEvents()


def warm(shown: Any) -> None:
    """Wait until the views that are made in quiet moments are there too, and settle once more."""
    from gradviz.gui.app import settle_memory

    panels = shown.picture.panels
    wait_until(lambda: not panels.warming)
    wait(500)
    settle_memory()


def wait(milliseconds: int) -> None:
    """Run the event loop for a while."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(happened: Callable[[], bool], timeout: int = 30_000) -> None:
    """Run the event loop until something has happened."""
    from PySide6.QtCore import QElapsedTimer

    clock = QElapsedTimer()
    clock.start()
    while not happened():
        if clock.elapsed() > timeout:
            raise TimeoutError("it did not happen")
        wait(5)


def press(editor: Any, character: str) -> None:
    """One keystroke."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    if character == "\n":
        QTest.keyClick(editor, Qt.Key.Key_Return)
    else:
        QTest.keyClick(editor, character)


def clear(editor: Any) -> None:
    """Delete the text, as a user does."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)


def percentile(values: list[float], share: float) -> float:
    """The value below which that share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
