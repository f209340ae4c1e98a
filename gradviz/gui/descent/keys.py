"""The keys of the transport: Space, Left and Right, Home and End, Up and Down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gradviz.gui.descent.transport import Transport

__all__ = ["TransportKeys"]

_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space)


class TransportKeys(QObject):
    """They work wherever the cursor is in a widget; a field keeps its own keys while it has the focus."""

    def __init__(self, widget: QWidget, transport: Transport) -> None:
        super().__init__(widget)
        for key, action in (
            (Qt.Key.Key_Space, transport.toggle_play),
            (Qt.Key.Key_Left, transport.step_back),
            (Qt.Key.Key_Right, transport.step_forwards),
            (Qt.Key.Key_Home, transport.go_to_start),
            (Qt.Key.Key_End, transport.go_to_end),
            (Qt.Key.Key_Up, transport.faster),
            (Qt.Key.Key_Down, transport.slower),
        ):
            shortcut = QShortcut(QKeySequence(key), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def leave_to(self, *fields: QWidget) -> None:
        """Lists of choices keep the keys that move in them."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _LIST_KEYS:
            event.accept()
            return True
        return super().eventFilter(watched, event)
