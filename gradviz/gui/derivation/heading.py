"""The heading of a card: it is there where there is room for the whole of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

__all__ = ["Heading"]


class Heading(QLabel):
    """It gives its room to what stands beside it, and does not hold its pane wide; half a word is not shown."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("class", "heading")
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._row: QHBoxLayout | None = None
        self._needless = False

    def set_needless(self, needless: bool) -> None:
        """Whether a title bar or a tab says the same just above."""
        self._needless = needless
        self.setVisible(not needless and self._has_room())

    def give_way_in(self, row: QHBoxLayout) -> None:
        """Leave the row, which is already a part of its card, where the others in it need the room."""
        self._row = row
        row.parentWidget().installEventFilter(self)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if self._row is not None and event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setVisible(not self._needless and self._has_room())
        return super().eventFilter(watched, event)

    def _has_room(self) -> bool:
        return self._row is None or self._row.parentWidget().width() >= self._needed(self._row)

    def _needed(self, row: QHBoxLayout) -> int:
        """The width of the row with the heading and all that is shown beside it, whole."""
        widgets = [widget for i in range(row.count()) if (widget := row.itemAt(i).widget()) is not None]
        widths = [widget.sizeHint().width() for widget in widgets if widget is self or not widget.isHidden()]
        margins = row.contentsMargins()
        return sum(widths) + row.spacing() * len(widths) + margins.left() + margins.right()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)
