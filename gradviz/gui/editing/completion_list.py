"""The list of completions: it floats beside the word, and the keys stay with the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.language.completion import Completion
from gradviz.sentences import say

__all__ = ["CompletionList"]

ROWS = 8
ROW = 24
GAP = 3
WIDEST = 520
_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


_KINDS = {
    "function": say("function"),
    "Greek letter": say("Greek letter"),
    "property": say("property"),
    "operator": say("operator"),
    "symbol": say("symbol"),
    "definition": say("definition"),
    "dimension": say("dimension"),
}


def kind_words(kind: str) -> str:
    """What a kind of completion is called."""
    return told(_KINDS.get(kind, kind))


class CompletionList(QListWidget):
    """What can be typed: its name, what it means, and what kind of thing it is.

    Signals
    -------
    picked : a completion was clicked.
    """

    picked = Signal(object)

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor.window())
        self.setObjectName("completion_list")
        self.setAccessibleName(self.tr("Completions"))
        self.setAccessibleDescription(self.tr("Up and Down choose, Tab or Enter accepts, Escape closes"))
        self._editor = editor
        self._word_at = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Row(self))
        self.itemClicked.connect(lambda item: self.picked.emit(item.data(_ROLE)))
        self.hide()
        self.set_theme(current_theme())

    @property
    def offered(self) -> list[Completion]:
        return [self.item(row).data(_ROLE) for row in range(self.count())]

    @property
    def chosen(self) -> Completion | None:
        """The selected one, if any."""
        item = self.currentItem()
        return item.data(_ROLE) if item is not None else None

    def offer(self, found: Sequence[Completion], word_at: int, *, choose_first: bool) -> None:
        """Show these beside the word that begins at a position of the text."""
        if list(found) != self.offered:
            self.clear()
            for completion in found:
                item = QListWidgetItem(completion.label, self)
                item.setData(_ROLE, completion)
                words = f"{completion.label}, {kind_words(completion.kind)}, {told(completion.detail)}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        self.setCurrentRow(0 if choose_first else -1)
        self.scrollToTop()
        self._word_at = word_at
        self.show()
        self.place()
        self.raise_()

    def move_by(self, step: int) -> None:
        """Select another one; beyond an end the other end."""
        row = self.currentRow()
        self.setCurrentRow((row + step) % self.count() if row >= 0 else (0 if step > 0 else self.count() - 1))

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setStyleSheet(
            f"#completion_list {{ background: {theme.raised}; border: 1px solid {theme.border_strong};"
            f" border-radius: {theme.radius_small}px; padding: 3px; outline: none; }}"
        )

    def fonts(self) -> tuple[QFont, QFont]:
        """For names, and for the rest."""
        names = QFont(self._editor.font())
        names.setPixelSize(13)
        words = QFont(self.font())
        words.setPixelSize(self.theme.size_small)
        return names, words

    def columns(self) -> tuple[int, int]:
        """Where the details and the kinds begin, from the left and from the right."""
        names, words = map(QFontMetrics, self.fonts())
        first = max((names.horizontalAdvance(c.label) for c in self.offered), default=0)
        last = max((words.horizontalAdvance(kind_words(c.kind)) for c in self.offered), default=0)
        return min(first, 200) + 26, last + 14

    def place(self) -> None:
        """Below the word, or above it where there is more room; it never covers the line. Out of sight it closes."""
        if not self.isVisible():
            return
        window = self.parentWidget()
        cursor = self._editor.textCursor()
        cursor.setPosition(min(self._word_at, self._editor.document().characterCount() - 1))
        if not self._editor.viewport().rect().intersects(self._editor.cursorRect()):
            self.hide()
            return
        line = self._editor.cursorRect(cursor)
        corner = self._editor.viewport().mapTo(window, line.topLeft())
        below = window.height() - (corner.y() + line.height()) - GAP - 4
        above = corner.y() - GAP - 4
        wanted = min(self.count(), ROWS) * ROW + 8
        under = below >= wanted or below >= above
        height = max(ROW + 8, min(wanted, below if under else above) // ROW * ROW + 8)
        if height > (below if under else above):
            height -= ROW
        y = corner.y() + line.height() + GAP if under else corner.y() - GAP - height
        left, right = self.columns()
        detail = max((QFontMetrics(self.fonts()[1]).horizontalAdvance(told(c.detail)) for c in self.offered), default=0)
        width = min(left + detail + right + 30, WIDEST, window.width() - 8)
        x = max(4, min(corner.x() - 9, window.width() - width - 4))
        self.setGeometry(QRect(QPoint(x, y), QSize(width, max(height, ROW + 8))))


class _Row(QStyledItemDelegate):
    """Paints one completion."""

    def __init__(self, parent: CompletionList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Completion = index.data(_ROLE)
        theme, box = self._list.theme, option.rect
        names, words = self._list.fonts()
        left, right = self._list.columns()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(box, 4, 4)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(theme.hover))
        centre = Qt.AlignmentFlag.AlignVCenter
        _write(painter, names, theme.text, box.adjusted(8, 0, -right, 0), found.label, centre)
        middle = box.adjusted(left, 0, -right - 4, 0)
        _write(painter, words, theme.muted, middle, told(found.detail), centre)
        right_side = centre | Qt.AlignmentFlag.AlignRight
        _write(painter, words, theme.muted, box.adjusted(0, 0, -8, 0), kind_words(found.kind), right_side)
        painter.restore()


def _write(painter: QPainter, font: QFont, colour: str, box: QRect, text: str, how: Qt.AlignmentFlag) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(how), shown)
