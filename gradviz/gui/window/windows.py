"""All windows of the program: each with a document and a worker of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from gradviz.gui.documents.document import Document
from gradviz.gui.translation import chosen_language, install_language, spoken_language

__all__ = ["main_windows", "new_window", "speak"]


class _Kept(QObject):
    """Holds the windows that others opened: nothing else refers to them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("windows")
        self.windows: list[Any] = []


def main_windows() -> list[Any]:
    """The windows that are open."""
    return [w for w in QApplication.topLevelWidgets() if w.objectName() == "main_window" and w.isVisible()]


def new_window(near: Any, document: Document, path: Path | None = None, *, modified: bool = False) -> Any:
    """Open a window with a document, a little below another one."""
    client = near.client.sibling()
    window = type(near)(document, client=client)
    _keep(window)
    window.adopt(document, path, modified=modified)
    window.resize(near.size())
    area = near.screen().availableGeometry()
    right, bottom = area.right() + 1 - window.width(), area.bottom() + 1 - window.height()
    window.move(max(area.left(), min(near.x() + 32, right)), max(area.top(), min(near.y() + 32, bottom)))
    window.show()
    window.focus_editor()
    return window


def speak() -> bool:
    """Have all windows speak the chosen language, if they speak another one; whether they did."""
    app = QApplication.instance()
    language = chosen_language()
    if language == spoken_language(app):
        return False
    install_language(app, language)
    for window in main_windows():
        _keep(window.renewed())
    return True


def _keep(window: Any) -> None:
    app = QApplication.instance()
    kept = next((c for c in app.children() if isinstance(c, _Kept)), None) or _Kept(app)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.destroyed.connect(lambda *_: kept.windows.remove(window) if window in kept.windows else None)
    kept.windows.append(window)
