"""The desktop program."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

__all__ = ["main", "make_application", "settle_memory"]

SETTLED = 10_000
"""Milliseconds after the start when modules and window are there to stay."""

SWITCH = 0.0003
"""Seconds for which a thread that computes keeps the interpreter from the window's: a repaint takes it a hundred times,
and Python's own 5 ms each would be seen, as would one."""


def make_application(argv: Sequence[str] = ()) -> QApplication:
    """The QApplication, with its names, style and colour scheme; the one there is, where there is one."""
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from gradviz.gui import resources, theme, threads, translation

    sys.setswitchinterval(SWITCH)
    # Or Qt has translucent ink laid on by a pool of threads, line by line, and waits for it: a halo takes several times
    # as long then, and far longer on a busy machine.
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    # Or a product of a long matrix, a tenth of a millisecond, is shared out to threads that wait for one another:
    # beside a thread that paints it took a hundred milliseconds. NumPy is not there yet.
    for name in threads.OF_PRODUCTS:
        os.environ.setdefault(name, "1")
    app = QApplication.instance() or QApplication(["gradviz", *argv])
    app.setOrganizationName("gradviz")
    app.setApplicationName("gradviz")
    app.setApplicationDisplayName("gradviz")
    app.setDesktopFileName("gradviz")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(resources.icon_path("gradviz")))
    translation.install_language(app, translation.chosen_language())
    chosen = str(QSettings().value("theme", ""))
    theme.set_override(chosen if chosen in ("light", "dark") else "")
    return app


def main(argv: Sequence[str] = ()) -> int:
    """Open the window, with the document of `argv` if it names one, and run until it is closed."""
    if "--worker" in argv:  # how a frozen program starts its worker
        from gradviz.gui.worker.main import main as work

        return work()
    from gradviz.gui.surface import opengl

    opengl.prepare()
    app = make_application(argv)
    from PySide6.QtCore import Qt, QTimer

    from gradviz.gui import threads
    from gradviz.gui.worker.client import WorkerClient

    client = WorkerClient()
    client.start()  # it starts while the window is built
    from gradviz.gui.preferences import new_document, preferred
    from gradviz.gui.window.main_window import MainWindow

    names = [argument for argument in argv if not argument.startswith("-")]
    window = MainWindow(new_document() if preferred("start") == "empty" and not names else None, client=client)
    if names:
        window.open_path(Path(names[0]))
    window.show()
    window.focus_editor()
    window.painted.connect(window.offer_leftovers, Qt.ConnectionType.QueuedConnection)
    if not names:
        window.painted.connect(window.show_start, Qt.ConnectionType.QueuedConnection)
        window.painted.connect(window.show_first_tour, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(SETTLED, settle_memory)
    return threads.end(int(app.exec()))


def settle_memory() -> None:
    """Let the garbage collector pass over what is there now. To go through the modules and the window takes it 50 ms,
    in the middle of a word or a drag, and there is nothing to find in them.
    """
    gc.freeze()
