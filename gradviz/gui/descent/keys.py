"""The keys of the transport: Space, Left and Right, Home and End, Up and Down."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from gradviz.gui.descent.transport import Transport

__all__ = ["TransportKeys", "reached_by_tab"]

Key = Qt.Key
_ALL = frozenset({Key.Key_Space, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_Up, Key.Key_Down})
_ACROSS = frozenset({Key.Key_Left, Key.Key_Right})
_OWN: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (QLineEdit, _ALL),
    (QAbstractSpinBox, _ALL),
    (QComboBox, _ALL - _ACROSS),
    (QAbstractItemView, _ALL - _ACROSS),
    (QToolButton, frozenset({Key.Key_Space, Key.Key_Down})),  # which opens its menu
    (QAbstractButton, frozenset({Key.Key_Space})),
    (QTabBar, _ACROSS),
    (QAbstractSlider, _ALL - {Key.Key_Space}),
)
"""What a field does with keys itself; the first kind that fits counts."""


def reached_by_tab(root: QWidget) -> None:
    """Buttons and lists get the keyboard by Tab alone: after a click the keys are the transport's."""
    for field in (*root.findChildren(QAbstractButton), *root.findChildren(QComboBox)):
        if field.focusPolicy() != Qt.FocusPolicy.NoFocus and not (isinstance(field, QComboBox) and field.isEditable()):
            field.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class TransportKeys(QObject):
    """They work wherever the keyboard is in a widget, the studio or a plot; fields in it keep the keys that they use.

    Parameters
    ----------
    active : whether the transport has them now; else they are the widget's.
    """

    def __init__(self, widget: QWidget, transport: Transport, active: Callable[[], bool] = lambda: True) -> None:
        super().__init__(widget)
        self._transport, self._active = transport, active
        self._shortcuts: list[QShortcut] = []
        for key, action in (
            (Key.Key_Space, transport.toggle_play),
            (Key.Key_Left, transport.step_back),
            (Key.Key_Right, transport.step_forwards),
            (Key.Key_Home, transport.go_to_start),
            (Key.Key_End, transport.go_to_end),
            (Key.Key_Up, transport.faster),
            (Key.Key_Down, transport.slower),
        ):
            shortcut = QShortcut(QKeySequence(key), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)
            self._shortcuts.append(shortcut)
        widget.installEventFilter(self)  # what a field does not take is asked of the widgets around it
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A list that is dropped down asks nobody around it: while it has the keyboard, the keys are its own."""
        dropped = new is not None and new.window().windowType() == Qt.WindowType.Popup
        for shortcut in self._shortcuts:
            shortcut.setEnabled(not dropped)

    def _is_kept(self, key: int) -> bool:
        """Whether who has the keyboard uses a key."""
        focused = QApplication.focusWidget()
        if not self._active():
            return True
        if focused is self._transport.scrubber:
            return False
        if isinstance(focused, QComboBox) and focused.isEditable():
            return True
        return key in next((keys for kind, keys in _OWN if isinstance(focused, kind)), frozenset())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            and event.key() in _ALL
            and self._is_kept(event.key())
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)
