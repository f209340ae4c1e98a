"""A plot waits to be painted until its next picture is computed, and the rest of a picture until its first part is
painted."""

from __future__ import annotations

import time

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

__all__ = ["Stillness", "Unpainted"]


class Stillness:
    """Keeps a view from being painted between the last function's picture and the next one's: bare axes would flicker,
    and they take as long to paint as a picture.

    Parameters
    ----------
    view : the view; it must not have its updates switched off by others.
    """

    LONGEST = 100
    """Milliseconds after which it is painted without a picture."""

    def __init__(self, view: QGraphicsView) -> None:
        self._viewport = view.viewport()
        self._timer = QTimer(view)
        self._timer.setSingleShot(True)
        self._timer.setInterval(self.LONGEST)
        self._timer.timeout.connect(self.end)

    def begin(self) -> None:
        """Another function's picture is on its way."""
        self._viewport.setUpdatesEnabled(False)
        self._timer.start()

    def end(self) -> None:
        """Its picture is there, or there will be none."""
        if self._timer.isActive() or not self._viewport.updatesEnabled():
            self._timer.stop()
            self._viewport.setUpdatesEnabled(True)


class Unpainted:
    """Whether what was put into a widget last is yet to be painted.

    Parameters
    ----------
    widget : the widget, which tells of its paintings.
    """

    LONGEST = 0.1
    """Seconds after which nobody waits for a painting any longer: there may be none, as in a hidden window."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._since: float | None = None

    def __bool__(self) -> bool:
        if self._since is None or not self._widget.isVisible():
            return False
        return time.perf_counter() < self._since + self.LONGEST

    def put(self) -> None:
        """Something new is in it."""
        self._since = time.perf_counter()

    def painted(self, event: QPaintEvent, place: QPoint) -> None:
        """It was painted; that counts if `place`, where what is new is seen, was painted too."""
        if event.rect().contains(place):
            self._since = None
