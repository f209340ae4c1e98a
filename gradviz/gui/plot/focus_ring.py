"""A frame around a plot while the keys go to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gradviz.gui.theme import current_theme

__all__ = ["FocusRing"]

WIDTH = 2
BY_KEYS = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
UNCHANGED = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""The window was left for another one, or for a menu: what was reached by keys is still reached so."""


class FocusRing(QWidget):
    """Lies over a plot, and in no picture of it: who came by the keyboard sees where the keys go; who clicked knows.

    Parameters
    ----------
    around : the plot.
    keys : the widget that has its keys.
    """

    def __init__(self, around: QWidget, keys: QWidget) -> None:
        super().__init__(around)
        self.setObjectName(f"{keys.objectName()}Focus")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._keys, self._by_keys = keys, False
        keys.installEventFilter(self)
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.parentWidget().rect())
        elif isinstance(event, QFocusEvent) and watched is self._keys:
            if event.reason() not in UNCHANGED:
                self._by_keys = event.gotFocus() and event.reason() in BY_KEYS
            self.setGeometry(self.parentWidget().rect())
            self.setVisible(event.gotFocus() and self._by_keys)
            self.raise_()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(QColor(current_theme().accent), WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
