"""Where a panel floats: beside the place that it left, or where it floated last, and wholly on a screen."""

from __future__ import annotations

from collections.abc import Mapping

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QDockWidget, QWidget

__all__ = ["Borrowed", "Floats", "on_screen"]

OFFSET = QPoint(40, 40)
"""How far from its old place a panel floats, so that it is seen to float."""
LEAST = QSize(420, 300)
SHARE = 0.85
"""The most of the screen, of its width and of its height, that a panel takes when it begins to float."""


class Floats(QObject):
    """Places panels that begin to float, unless the mouse drags them, and remembers where they were.

    Attributes
    ----------
    places : the geometry that each panel floated with last, by name.
    """

    def __init__(self, panels: Mapping[str, QDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("floats")
        self.places: dict[str, QRect] = {}
        self.held = False
        """While an arrangement is put up, panels are placed by it."""
        self._panels = dict(panels)
        self._names = {id(dock): name for name, dock in panels.items()}
        self._placing = False
        for dock in panels.values():
            dock.topLevelChanged.connect(self._changed)
            dock.installEventFilter(self)

    def save(self, settings: QSettings) -> None:
        for name, place in self.places.items():
            settings.setValue(f"panels/floating/{name}", place)

    def load(self, settings: QSettings) -> None:
        for name in self._panels:
            place = settings.value(f"panels/floating/{name}")
            if isinstance(place, QRect) and place.isValid():
                self.places[name] = place

    def _changed(self, floating: bool) -> None:
        dock = self.sender()
        dragged = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if floating and isinstance(dock, QDockWidget) and not (dragged or self.held):
            self._place(dock)

    def _place(self, dock: QDockWidget) -> None:
        if not dock.isFloating():
            return
        name = self._names[id(dock)]
        wanted = self.places.get(name)
        if wanted is None:
            area = dock.parentWidget()
            size = dock.size().expandedTo(LEAST)
            wanted = QRect(QPoint(0, 0), size)
            wanted.moveTopLeft(dock.geometry().topLeft() + OFFSET)
            if area is not None:  # the size of what it floats over bounds it
                wanted.setSize(size.boundedTo(area.window().size()))
        self._placing = True
        dock.setGeometry(on_screen(wanted, dock.screen().availableGeometry()))
        self._placing = False
        self.places[name] = dock.geometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize):
            dock = watched
            if isinstance(dock, QDockWidget) and dock.isFloating() and dock.isVisible() and not self._placing:
                self.places[self._names[id(dock)]] = dock.geometry()
        elif kind == QEvent.Type.MouseButtonDblClick and isinstance(watched, QDockWidget):
            QTimer.singleShot(0, watched, lambda dock=watched: self._after_double_click(dock))
        return False

    def _after_double_click(self, dock: QDockWidget) -> None:
        """A double click on the title is no drag, though the button is down."""
        self._place(dock)


class Borrowed(QObject):
    """Gives the keyboard back to a panel that floats when the dialog that took it is closed: the window system gives it
    to the window, where nobody had it.

    Signals
    -------
    returned : this widget is to have the keyboard again.
    """

    returned = Signal(QWidget)

    def __init__(self, panels: Mapping[str, QDockWidget], parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("borrowed_keyboard")
        self._panels = list(panels.values())
        self._owner: QWidget | None = None
        self._dialog: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._moved)

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        if isinstance(now.window(), QDialog):
            self._dialog = now.window()
            return
        owner, dialog, self._dialog = self._owner, self._dialog, None
        known = owner is not None and shiboken6.isValid(owner) and owner.isVisible()
        closed = dialog is not None and not (shiboken6.isValid(dialog) and dialog.isVisible())
        floats = any(dock.isFloating() and dock.isAncestorOf(now) for dock in self._panels)
        self._owner = now if floats else None
        if known and closed and not floats:
            self.returned.emit(owner)


def on_screen(wanted: QRect, screen: QRect) -> QRect:
    """A rectangle wholly on a screen, and not all of it."""
    size = wanted.size().boundedTo(QSize(int(screen.width() * SHARE), int(screen.height() * SHARE)))
    x = max(screen.left(), min(wanted.x(), screen.right() + 1 - size.width()))
    y = max(screen.top() + 32, min(wanted.y(), screen.bottom() + 1 - size.height()))  # the title bar above
    return QRect(QPoint(x, y), size)
