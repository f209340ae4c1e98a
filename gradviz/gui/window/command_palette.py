"""The command palette: everything that can be called, by a few letters of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.theme import current_theme
from gradviz.gui.translation import told, without_mnemonic
from gradviz.gui.window.fuzzy import best
from gradviz.sentences import say

__all__ = ["Command", "CommandPalette", "commands_of"]

WIDTH = 560
ROW = 32
ROWS = 12


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to call: its name, where it comes from, its keys, and whether it can be called now."""

    name: str
    group: str
    keys: str
    call: Callable[[], Any]
    tip: str = ""


def commands_of(window: Any) -> list[Command]:
    """The actions in the window's menus that can be called now, with the menus they are in."""
    found: list[Command] = []
    seen: set[int] = set()

    def walk(menu: Any, group: str) -> None:
        menu.aboutToShow.emit()  # some are filled only then
        for action in menu.actions():
            if action.menu() is not None:
                walk(action.menu(), f"{group} › {without_mnemonic(action.menu().title())}")
            elif not action.isSeparator() and action.isEnabled() and id(action) not in seen:
                seen.add(id(action))
                name = without_mnemonic(action.text())
                if action.isCheckable() and action.isChecked():
                    name = told(say("{command} (on)", command=name))
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                found.append(Command(name, group, keys, action.trigger, action.statusTip()))

    for action in window.menuBar().actions():
        if action.menu() is not None:
            walk(action.menu(), without_mnemonic(action.menu().title()))
    return found


class CommandPalette(QDialog):
    """A field and the commands that fit; Enter calls the first one or the one that is chosen."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command_palette")
        self.setAccessibleName(self.tr("Command palette"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._commands = list(commands)
        self.field = QLineEdit(self)
        self.field.setObjectName("command_field")
        self.field.setAccessibleName(self.tr("Search for a command"))
        self.field.setPlaceholderText(self.tr("Type a few letters of a command"))
        self.list = QListWidget(self)
        self.list.setObjectName("command_list")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_Row(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self._none = QLabel(self.tr("No command has these letters."), self)
        self._none.setObjectName("command_none")
        self._none.setProperty("class", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._none, 1)
        self._before: QWidget | None = None
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.call())
        theme = current_theme()
        self.setStyleSheet(
            f"#command_palette {{ background: {theme.raised}; border: 1px solid {theme.border_strong}; }}"
            "#command_list { background: transparent; }"
        )
        self.setFixedSize(WIDTH, 8 * 3 + 32 + ROWS * ROW)
        self._fill("")

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of a window."""
        self._before = QApplication.focusWidget()
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 64)
        self.show()
        self.field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def shown(self) -> list[Command]:
        """The commands that fit what is typed, the best first."""
        return [self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())]

    def call(self) -> None:
        """Close, give the keyboard back to who had it (some commands are about that), and call the chosen command."""
        item = self.list.currentItem()
        self.close()
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.activateWindow()
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        if item is not None:
            item.data(Qt.ItemDataRole.UserRole).call()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.close()  # a click beside it

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._steer(event):
            return True
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        """Keys that belong to the list though the field has the focus."""
        keys, last = Qt.Key, self.list.count() - 1
        steps = {keys.Key_Down: 1, keys.Key_Up: -1, keys.Key_PageDown: ROWS, keys.Key_PageUp: -ROWS}
        if event.key() in steps and last >= 0:
            by = steps[Qt.Key(event.key())]
            target = self.list.currentRow() + by
            target = target % (last + 1) if abs(by) == 1 else max(0, min(last, target))
            self.list.setCurrentRow(target)
            return True
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self.call()
            return True
        return False

    def _fill(self, query: str) -> None:
        self.list.clear()
        for command in best(query, self._commands, lambda c: f"{c.name} {c.group}", most=200):
            item = QListWidgetItem(command.name)
            item.setData(Qt.ItemDataRole.UserRole, command)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, f"{command.group} {command.keys}".strip())
            item.setToolTip(command.tip)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self._none.setVisible(self.list.count() == 0)


class _Row(QStyledItemDelegate):
    """The name on the left, its menu and keys on the right."""

    def sizeHint(self, option: Any, index: Any) -> QSize:
        return QSize(WIDTH - 40, ROW)

    def paint(self, painter: QPainter, option: Any, index: Any) -> None:
        command: Command = index.data(Qt.ItemDataRole.UserRole)
        theme = current_theme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selection))
            painter.drawRoundedRect(option.rect, 4, 4)
        inner: QRect = option.rect.adjusted(10, 0, -10, 0)
        font = QFont(option.font)
        font.setPixelSize(theme.size_small)
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        right = "   ".join(part for part in (command.group, command.keys) if part)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        taken = painter.fontMetrics().horizontalAdvance(right) + 16
        font.setPixelSize(theme.size_body)
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        name = painter.fontMetrics().elidedText(command.name, Qt.TextElideMode.ElideRight, inner.width() - taken)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()
