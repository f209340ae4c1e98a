"""The constants' values, each editable where it stands."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.properties import facts
from gradviz.algebra.shapes import SCALAR
from gradviz.gui.plot.names import html_name, plain_name
from gradviz.gui.plot.values import BadValueError, check_properties, parse_number, parse_table
from gradviz.gui.theme import Theme, current_theme
from gradviz.numeric.binding import Array, Binding, Value, default_binding

__all__ = ["ValuesEditor"]

MOST_CELLS = 2_000
"""Entries above which a matrix is described instead of being shown."""
VISIBLE_ROWS = 6


def _text(number: float) -> str:
    return f"{number:.12g}".replace("-", "−")


class _Field(QWidget):
    """One constant: its name, its editor, and a message below. `value` is the last good one."""

    changed = Signal()

    def __init__(self, symbol: Symbol, value: Array, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.symbol = symbol
        self.value = value
        self.theme = theme
        self.message = QLabel(self)
        self.message.setObjectName(f"value_{symbol.name}_message")
        self.message.setAccessibleName(plain_name(symbol.name) + ": " + self.tr("what is wrong with the value"))
        self.message.setProperty("class", "error")
        self.message.setWordWrap(True)
        self.message.hide()

    def stored(self) -> Value:
        if self.symbol.shape == SCALAR:
            return float(self.value[0, 0])
        return self.value[:, 0].copy() if self.symbol.shape.is_column else self.value.copy()

    def say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def take(self, value: Array) -> bool:
        """Accept a value, or say what is wrong with it."""
        try:
            check_properties(self.symbol, value)
        except BadValueError as problem:
            self.say(str(problem))
            return False
        self.say("")
        if not np.array_equal(value, self.value):
            self.value = value
            self.changed.emit()
        return True

    def set_value(self, value: Array) -> None:
        """Show a value; no signal."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme


class _ScalarField(_Field):
    def __init__(self, symbol: Symbol, value: Array, theme: Theme, parent: QWidget) -> None:
        super().__init__(symbol, value, theme, parent)
        name = QLabel(f"{html_name(symbol.name)}&nbsp;=", self)
        name.setTextFormat(Qt.TextFormat.RichText)
        name.setMinimumWidth(32)
        self.edit = QLineEdit(self)
        self.edit.setObjectName(f"value_{symbol.name}")
        self.edit.setAccessibleName(self.tr("Value of ") + plain_name(symbol.name))
        self.edit.setMaximumWidth(120)
        self.edit.textEdited.connect(self._on_edited)
        name.setBuddy(self.edit)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name)
        row.addWidget(self.edit)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.message)
        self.set_value(value)

    def set_value(self, value: Array) -> None:
        self.value = value
        self.edit.setText(_text(float(value[0, 0])))
        self.say("")

    def _on_edited(self, text: str) -> None:
        try:
            self.take(np.array([[parse_number(text)]]))
        except BadValueError as problem:
            self.say(str(problem))

    def say(self, text: str) -> None:
        super().say(text)
        self.edit.setAccessibleDescription(text)
        if bool(self.edit.property("invalid")) != bool(text):
            self.edit.setProperty("invalid", bool(text))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)


class _TableField(_Field):
    """A vector or matrix; a column vector lies down, which saves height."""

    def __init__(self, symbol: Symbol, value: Array, theme: Theme, parent: QWidget) -> None:
        super().__init__(symbol, value, theme, parent)
        rows, cols = value.shape
        self.lying = cols == 1
        self.bad: set[tuple[int, int]] = set()
        size = f"{rows} entries" if self.lying else f"{rows}×{cols}"
        name = QLabel(f"{html_name(symbol.name)} <span>({size})</span>", self)
        name.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(name)
        self.table: QTableWidget | None = None
        if value.size > MOST_CELLS:
            note = QLabel(self.tr("Too many values to show; they were drawn at random."), self)
            note.setProperty("class", "muted")
            note.setWordWrap(True)
            layout.addWidget(note)
        else:
            self.table = self._make_table()
            layout.addWidget(self.table)
        layout.addWidget(self.message)
        self.set_value(value)

    def _make_table(self) -> QTableWidget:
        shown = self.value.T if self.lying else self.value
        table = QTableWidget(*shown.shape, self)
        name = self.symbol.name
        table.setObjectName(f"value_{name}")
        table.setAccessibleName(self.tr("Values of ") + plain_name(name))
        table.setToolTip(self.tr("Type over a number, or paste a table of numbers"))
        table.setHorizontalHeaderLabels([str(i + 1) for i in range(shown.shape[1])])
        table.setVerticalHeaderLabels([str(i + 1) for i in range(shown.shape[0])])
        table.verticalHeader().setVisible(not self.lying)
        table.verticalHeader().setDefaultSectionSize(24)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setDefaultSectionSize(64)
        table.horizontalHeader().setMinimumSectionSize(40)
        table.horizontalHeader().setFixedHeight(22)
        table.setTabKeyNavigation(False)
        table.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        needs_bar = shown.shape[1] > 4
        height = 22 + 24 * min(shown.shape[0], VISIBLE_ROWS) + 4 + (14 if needs_bar else 0)
        table.setFixedHeight(height)
        table.setMaximumWidth(64 * shown.shape[1] + (36 if not self.lying else 0) + 18)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.itemChanged.connect(self._on_item)
        table.installEventFilter(self)
        return table

    def set_value(self, value: Array) -> None:
        self.value = value
        self.bad.clear()
        self.say("")
        if self.table is None:
            return
        shown = value.T if self.lying else value
        with QSignalBlocker(self.table):
            for i in range(shown.shape[0]):
                for j in range(shown.shape[1]):
                    item = self.table.item(i, j)
                    if item is None:
                        item = QTableWidgetItem()
                        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                        self.table.setItem(i, j, item)
                    item.setText(_text(float(shown[i, j])))
                    item.setData(Qt.ItemDataRole.BackgroundRole, None)
                    item.setData(Qt.ItemDataRole.ForegroundRole, None)

    def _on_item(self, item: QTableWidgetItem) -> None:
        row, col = item.row(), item.column()
        assert self.table is not None
        try:
            parse_number(item.text())
        except BadValueError as problem:
            self.bad.add((row, col))
            self._mark(item, bad=True)
            self.say(str(problem) + self.tr(" Escape brings the last number back."))
            return
        self.bad.discard((row, col))
        self._mark(item, bad=False)
        if "symmetric" in facts(self.symbol) and row != col and "diagonal" not in facts(self.symbol):
            with QSignalBlocker(self.table):  # the entry across the diagonal is the same number
                self.table.item(col, row).setText(item.text())
            self.bad.discard((col, row))
        if not self.bad:
            self.take(self._read())

    def _read(self) -> Array:
        assert self.table is not None
        shape = (self.table.rowCount(), self.table.columnCount())
        entries = [[parse_number(self.table.item(i, j).text()) for j in range(shape[1])] for i in range(shape[0])]
        read = np.array(entries)
        return read.T.copy() if self.lying else read

    def _mark(self, item: QTableWidgetItem, *, bad: bool) -> None:
        assert self.table is not None
        with QSignalBlocker(self.table):
            colour = QColor(self.theme.error_soft) if bad else None
            item.setData(Qt.ItemDataRole.BackgroundRole, colour)
            item.setData(Qt.ItemDataRole.ForegroundRole, QColor(self.theme.error) if bad else None)

    def paste(self, text: str) -> None:
        """Put a table of numbers over the value, from the current cell on."""
        assert self.table is not None
        try:
            rows = parse_table(text)
        except BadValueError as problem:
            self.say(str(problem))
            return
        if not rows:
            self.say(self.tr("There are no numbers to paste."))
            return
        if self.lying and len(rows) > 1 and all(len(r) == 1 for r in rows):
            rows = [[r[0] for r in rows]]  # a column, pasted into a column that lies down
        top, left = max(self.table.currentRow(), 0), max(self.table.currentColumn(), 0)
        shown = (self.value.T if self.lying else self.value).copy()
        for i, row in enumerate(rows):
            for j, number in enumerate(row):
                if top + i < shown.shape[0] and left + j < shown.shape[1]:
                    shown[top + i, left + j] = number
        new = shown.T.copy() if self.lying else shown
        if self.take(new):
            self.set_value(new)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape and self.message.isVisible():
            self.set_value(self.value)  # back to the numbers that the picture shows
            return True
        return super().eventFilter(watched, event)


class ValuesEditor(QWidget):
    """Editors for the constants of a function.

    Signals
    -------
    bindingChanged(Binding) : a constant has another (valid) value.
    """

    bindingChanged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("valuesEditor")
        self.setAccessibleName(self.tr("Values of the constants"))
        self._binding = Binding()
        self._symbols: tuple[Symbol, ...] = ()
        self._variables: tuple[Symbol, ...] = ()
        self._seed = 0
        self._theme = current_theme()
        self.fields: dict[str, _Field] = {}
        self.draw_button = QPushButton(self.tr("New random values"), self)
        self.draw_button.setObjectName("valuesDraw")
        self.draw_button.setAccessibleName(self.tr("Draw new random values for the constants"))
        self.draw_button.setToolTip(self.tr("Draw all constants again; declared properties are respected"))
        self.draw_button.clicked.connect(self.draw_again)
        self.empty = QLabel(self.tr("This function has no constants."), self)
        self.empty.setObjectName("valuesEmpty")
        self.empty.setProperty("class", "muted")
        self._inside = QWidget(self)
        self._inside.setProperty("class", "plain")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        scroll = QScrollArea(self)
        scroll.setObjectName("valuesScroll")
        scroll.setAccessibleName(self.tr("Constants"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 4, 8)
        layout.setSpacing(8)
        layout.addWidget(self.empty)
        layout.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.addWidget(self.draw_button)
        row.addStretch(1)
        layout.addLayout(row)
        self.set_problem((), Binding())

    def binding(self) -> Binding:
        """The present values; always valid."""
        return self._binding

    def set_problem(self, symbols: Sequence[Symbol], binding: Binding, variables: Sequence[Symbol] = ()) -> None:
        """Show editors for the symbols that are not variables; no signal."""
        self._symbols, self._variables = tuple(symbols), tuple(variables)
        self._binding = binding
        while self._column.count():
            item = self._column.takeAt(0)
            if item.widget() is not None:
                item.widget().hide()
                item.widget().deleteLater()
        self.fields = {}
        constants = [s for s in symbols if s not in self._variables]
        for symbol in constants:
            kind = _ScalarField if symbol.shape == SCALAR else _TableField
            field = kind(symbol, binding.matrix(symbol), self._theme, self._inside)
            field.setObjectName(f"valueField_{symbol.name}")
            field.changed.connect(self._on_changed)
            self.fields[symbol.name] = field
            self._column.addWidget(field)
        self._column.addStretch(1)
        self.empty.setVisible(not constants)
        self.draw_button.setVisible(bool(constants))

    def set_binding(self, binding: Binding) -> None:
        """Show other values for the same symbols; no signal."""
        self._binding = binding
        for field in self.fields.values():
            field.set_value(binding.matrix(field.symbol))

    def draw_again(self) -> None:
        """New random constants; the variables keep their values."""
        self._seed += 1
        drawn = default_binding(self._symbols, self._seed, self._binding.dims, self._variables)
        values = {**self._binding.values, **{name: drawn.values[name] for name in self.fields}}
        self.set_binding(Binding(self._binding.dims, values))
        self.bindingChanged.emit(self._binding)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for field in self.fields.values():
            field.set_theme(theme)

    def _on_changed(self) -> None:
        values = {**self._binding.values, **{name: f.stored() for name, f in self.fields.items()}}
        self._binding = Binding(self._binding.dims, values)
        self.bindingChanged.emit(self._binding)
