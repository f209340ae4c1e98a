"""Groups of fields in a row, and in as many more rows as the width needs."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QWidget

__all__ = ["FlowLayout", "grouped"]


class FlowLayout(QLayout):
    """A layout whose items wrap like words: a number that is cut off is another number."""

    def __init__(self, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a widget before the item at an index."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Asked for many times while the window is laid out once."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        self._least = None
        super().invalidate()

    _least: QSize | None = None

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        if self._least is None:
            sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
            self._least = QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))
        return QSize(self._least)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items; the height that they need."""
        rows: list[list[tuple[int, QLayoutItem, QSize]]] = [[]]
        x = rect.x()
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            hint = item.sizeHint()
            hint.setWidth(min(hint.width(), max(rect.width(), item.minimumSize().width())))
            if x > rect.x() and x + hint.width() > rect.x() + rect.width():
                x = rect.x()
                rows.append([])
            rows[-1].append((x, item, hint))
            x += hint.width() + self._gap
        y = rect.y()
        for i, row in enumerate(rows):
            height = max((hint.height() for _, _, hint in row), default=0)
            y += self._gap // 2 if i else 0
            if move:
                for x, item, hint in row:  # on one line, whatever their heights
                    item.setGeometry(QRect(QPoint(x, y + (height - hint.height()) // 2), hint))
            y += height
        return y - rect.y()


def grouped(caption: QLabel, *fields: QWidget) -> QWidget:
    """A caption and its fields, which stay together on a row."""
    group = QWidget()
    if caption.buddy() is None:
        caption.setBuddy(fields[0])
    group.setProperty("class", "plain")
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(caption)
    for field in fields:
        row.addWidget(field)
    return group
