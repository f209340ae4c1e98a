"""The dialog of the shortcuts: every action with its keys, a search, and a field to press new ones."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.actions import ACTIONS, Action
from gradviz.gui.shortcuts.keys import conflict, is_changed, keys_of, refusal, reset, reset_all, set_key, take
from gradviz.gui.small_parts import push_button
from gradviz.gui.translation import told, without_mnemonic
from gradviz.gui.window.menus import MENUS

__all__ = ["ShortcutsDialog"]

_ID = Qt.ItemDataRole.UserRole


class ShortcutsDialog(QDialog):
    """Each change takes effect at once.

    Signals
    -------
    changed : some keys are others now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(self.tr("Keyboard Shortcuts"))
        self._rows = {row.id: row for row in ACTIONS}
        self.search = QLineEdit(self)
        self.search.setObjectName("shortcuts_search")
        self.search.setAccessibleName(self.tr("Search the commands and their keys"))
        self.search.setPlaceholderText(self.tr("Search: export, Ctrl+K…"))
        self.search.setClearButtonEnabled(True)
        self.list = QTreeWidget(self)
        self.list.setObjectName("shortcuts_list")
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.setRootIsDecorated(False)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionsClickable(False)
        self.field = QKeySequenceEdit(self)
        self.field.setObjectName("shortcuts_field")
        self.field.setAccessibleName(self.tr("New keys: press them"))
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        label = QLabel(self.tr("Press new keys:"), self)
        label.setObjectName("shortcuts_label")
        label.setBuddy(self.field)
        self.message = QLabel("", self)
        self.message.setObjectName("shortcuts_message")
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(self.message.fontMetrics().lineSpacing() * 2)
        self.set_button = push_button(self, "shortcuts_set", self.tr("Set"), "primary")
        self.reset_button = push_button(self, "shortcuts_reset", self.tr("Reset this one"))
        self.all_button = push_button(self, "shortcuts_reset_all", self.tr("Reset all"))
        self.close_button = push_button(self, "shortcuts_close", self.tr("Close"))
        edit = QHBoxLayout()
        edit.setSpacing(8)
        edit.addWidget(label)
        edit.addWidget(self.field, 1)
        edit.addWidget(self.set_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.reset_button)
        buttons.addWidget(self.all_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addLayout(edit)
        layout.addWidget(self.message)
        layout.addLayout(buttons)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.list.itemActivated.connect(lambda *_: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.field.keySequenceChanged.connect(lambda _: self._judge())
        self.set_button.clicked.connect(self.set_current)
        self.reset_button.clicked.connect(self.reset_current)
        self.all_button.clicked.connect(self.reset_everything)
        self.close_button.clicked.connect(self.close)
        room = parent.size() - QSize(32, 32) if parent is not None else QSize(640, 560)
        self.resize(QSize(640, 560).boundedTo(room))
        self._fill()

    @property
    def current(self) -> Action | None:
        """The action that is chosen."""
        item = self.list.currentItem()
        return self._rows.get(item.data(0, _ID)) if item is not None else None

    def choose(self, id_: str) -> None:
        """Choose an action."""
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            if item.data(0, _ID) == id_:
                self.list.setCurrentItem(item)
                return

    def set_current(self) -> None:
        """Give the chosen action the keys in the field, and take them from the one that has them."""
        row, key = self.current, self.field.keySequence()
        if row is None or refusal(key):
            return
        take(row, key)
        set_key(row, key)
        self._settled(self.tr("Set. It holds at once, in every window."))

    def reset_current(self) -> None:
        """The chosen action's own keys again; another that has them meanwhile loses them."""
        row = self.current
        if row is None:
            return
        reset(row)
        for key in keys_of(row):
            take(row, key)
        self._settled("")

    def reset_everything(self) -> None:
        reset_all()
        self._settled(self.tr("All keys are as they were in the beginning."))

    def _settled(self, message: str) -> None:
        self._fill()
        self.changed.emit()
        self.message.setText(message)

    def _fill(self, *_: object) -> None:
        words = self.search.text().casefold().split()
        chosen = self.current.id if self.current is not None else ""
        self.list.clear()
        for row, menu in _in_order():
            name = _name(row)
            keys = ", ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in keys_of(row))
            if not all(word in f"{menu} {name} {keys} {told(row.tip)}".casefold() for word in words):
                continue
            item = QTreeWidgetItem([f"{menu} › {name}" if menu else name, keys])
            item.setData(0, _ID, row.id)
            item.setToolTip(0, told(row.tip))
            if is_changed(row):
                font = QFont(self.list.font())
                font.setBold(True)
                item.setFont(1, font)
                item.setText(1, f"{keys or '—'} *")
                item.setToolTip(1, self.tr("Changed by you"))
            self.list.addTopLevelItem(item)
        self.choose(chosen)
        if self.list.currentItem() is None and self.list.topLevelItemCount():
            self.list.setCurrentItem(self.list.topLevelItem(0))
        self._show_current()

    def _show_current(self) -> None:
        row = self.current
        for widget in (self.field, self.set_button):
            widget.setEnabled(row is not None)
        self.reset_button.setEnabled(row is not None and is_changed(row))
        keys = keys_of(row) if row is not None else []
        self.field.setKeySequence(keys[0] if keys else QKeySequence())
        self._judge()

    def _judge(self) -> None:
        """Say what the keys in the field would do."""
        row, key = self.current, self.field.keySequence()
        if row is None:
            self.message.setText(self.tr("No command holds these words."))
            return
        same = key in keys_of(row) or (key.isEmpty() and not keys_of(row))
        reason, other = refusal(key), conflict(row, key)
        if reason:
            self.message.setText(reason)
        elif other is not None and not same:
            name = _name(other)
            sentence = self.tr("{key} belongs to “{command}”; set here, it is taken from there.")
            self.message.setText(
                sentence.format(key=key.toString(QKeySequence.SequenceFormat.NativeText), command=name)
            )
        else:
            self.message.setText("" if not key.isEmpty() or same else self.tr("Without keys: the menu still has it."))
        self.set_button.setEnabled(not reason and not same)


def _name(row: Action) -> str:
    return without_mnemonic(told(row.text)).rstrip("…")


def _in_order() -> list[tuple[Action, str]]:
    """The actions as the menus have them, then the others."""
    rows = {row.id: row for row in ACTIONS}
    found = {id_: without_mnemonic(told(title)) for title, ids in MENUS.items() for id_ in ids if id_ in rows}
    return [*((rows[id_], menu) for id_, menu in found.items()), *((r, "") for r in ACTIONS if r.id not in found)]
