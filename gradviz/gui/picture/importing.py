"""The import of what the picture needs, in a thread: NumPy and pyqtgraph take longer than the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QThread

__all__ = ["Importer", "known_types"]

TOGETHER = 8
"""Classes in one part: about a millisecond."""


def known_types() -> list[Callable[[], object]]:
    """What makes all of Qt's classes known to Python, in parts, in the thread of the window.

    PySide makes a class when it is first asked for. pyqtgraph asks for all of them when it is imported, and while
    another thread makes some of them the window must not: that crashes, rarely.
    """
    names = [(module, name) for module in (QtCore, QtGui, QtWidgets) for name in dir(module)]
    return [partial(_touch, names[i : i + TOGETHER]) for i in range(0, len(names), TOGETHER)]


def _touch(names: list[tuple[object, str]]) -> None:
    for module, name in names:
        getattr(module, name)


class Importer(QThread):
    """Imports what the plot needs (NumPy, pyqtgraph) while the user can type."""

    error = ""

    def run(self) -> None:
        try:
            import gradviz.gui.descent.panel
            import gradviz.gui.picture.scene
            import gradviz.gui.plot.panels  # noqa: F401
        except ImportError as error:  # a broken installation; the derivation works without
            self.error = str(error)
