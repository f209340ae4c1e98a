"""Editors of one constant each: a number with a slider, and a vector or matrix as a table."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSlider,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.properties import facts
from gradviz.algebra.shapes import SCALAR
from gradviz.gui.plot.names import html_name, plain_name
from gradviz.gui.plot.value_table import ValueTable, number_text
from gradviz.gui.plot.values import BadValueError, check_properties, parse_number, parse_table
from gradviz.gui.small_parts import RichLabel
from gradviz.gui.theme import Theme
from gradviz.gui.translation import told
from gradviz.numeric.binding import Array, Value

__all__ = ["Field", "ScalarField", "TableField", "range_for"]

TICKS = 1_000
"""Positions of a slider."""
THROTTLE = 25
"""Milliseconds between two values that a moving slider gives."""
ROOMY = 330
"""Pixels from which the slider's ends are shown."""
ROW = 24
"""Pixels of a table's row; a column has lower ones, of which more are seen."""
COLUMN_ROW = 21
COLUMN_WIDTH = 108
"""Pixels of the one column of a vector, whose entries need not be as short as a matrix's."""


class Field(QWidget):
    """One constant: its editor, and a message below.

    Attributes
    ----------
    symbol : whose value it is.
    value : (rows, cols), the last good one.

    Signals
    -------
    changed() : there is another good value.
    """

    changed = Signal()

    def __init__(self, symbol: Symbol, value: Array, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.symbol, self.value, self.theme = symbol, value, theme
        self.setObjectName(f"valueField_{symbol.name}")
        self.message = RichLabel(self)
        self.message.setObjectName(f"value_{symbol.name}_message")
        self.message.setAccessibleName(
            self.tr("{name}: what is wrong with the value").format(name=plain_name(symbol.name))
        )
        self.message.setProperty("class", "error")
        self.message.setWordWrap(True)
        self.message.hide()

    def stored(self) -> Value:
        """The value as a binding keeps it."""
        if self.symbol.shape == SCALAR:
            return float(self.value[0, 0])
        return self.value[:, 0].copy() if self.symbol.shape.is_column else self.value.copy()

    def say(self, text: str) -> None:
        """A message at the field; "" for none."""
        self.message.setText(told(text))
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
        """Show a value of the same size; no signal."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme


def range_for(value: float, *, positive: bool) -> tuple[float, float]:
    """Where a slider goes at first: round numbers around the value, and nought."""
    size = max(abs(value), 1e-12)
    unit = 10.0 ** math.floor(math.log10(size))
    top = next(m * unit for m in (2, 5, 10, 20) if m * unit >= 1.5 * size)
    return (top / TICKS, top) if positive else (-top, top)


class ScalarField(Field):
    """A number: typed, or moved by a slider between two ends that can be typed too."""

    def __init__(
        self,
        symbol: Symbol,
        value: Array,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        ends: tuple[float, float] | None = None,
    ) -> None:
        super().__init__(symbol, value, theme, parent)
        shown = plain_name(symbol.name)
        self.name_label = QLabel(f"{html_name(symbol.name)}&nbsp;=", self)
        self.name_label.setTextFormat(Qt.TextFormat.RichText)
        self.name_label.setMinimumWidth(24)
        self.edit = self._line(f"value_{symbol.name}", self.tr("Value of {name}").format(name=shown), 84)
        self.edit.textEdited.connect(self._on_edited)
        self.name_label.setBuddy(self.edit)
        self.low = self._line(
            f"value_{symbol.name}_low", self.tr("Left end of the slider of {name}").format(name=shown), 52
        )
        self.high = self._line(
            f"value_{symbol.name}_high", self.tr("Right end of the slider of {name}").format(name=shown), 52
        )
        for end in (self.low, self.high):
            end.setToolTip(self.tr("An end of the slider"))
            end.setProperty("class", "muted")
            end.editingFinished.connect(self._on_ends)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName(f"value_{symbol.name}_slider")
        self.slider.setAccessibleName(self.tr("Slider of {name}").format(name=shown))
        self.slider.setRange(0, TICKS)
        self.slider.setPageStep(TICKS // 20)
        self.slider.setMinimumWidth(48)
        self.slider.valueChanged.connect(self._on_slider)
        self._moved_to: float | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(THROTTLE)
        self._soon.timeout.connect(self._take_moved)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.name_label, self.edit, self.low):
            row.addWidget(part)
        row.addWidget(self.slider, 1)
        row.addWidget(self.high)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.message)
        self.ends = ends or range_for(float(value[0, 0]), positive="positive" in facts(symbol))
        self.set_value(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for end in (self.low, self.high):
            end.setVisible(self.width() >= ROOMY)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.name_label.sizeHint().width() + 152, super().minimumSizeHint().height())

    def _line(self, name: str, accessible: str, width: int) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setAccessibleName(accessible)
        line.setFixedWidth(width)
        return line

    def set_value(self, value: Array) -> None:
        self.value, self._moved_to = value, None
        self.edit.setText(number_text(float(value[0, 0])))
        self.say("")
        self._show_ends()

    def _show_ends(self) -> None:
        """The slider where the value is; its ends move out when the value lies beyond them."""
        number = float(self.value[0, 0])
        low, high = self.ends
        if not low <= number <= high:
            self.ends = low, high = min(low, number), max(high, number)
        self.low.setText(number_text(low))
        self.high.setText(number_text(high))
        with QSignalBlocker(self.slider):
            self.slider.setValue(round((number - low) / (high - low) * TICKS))

    def _on_edited(self, text: str) -> None:
        self._moved_to = None
        try:
            taken = self.take(np.array([[parse_number(text)]]))
        except BadValueError as problem:
            self.say(str(problem))
            return
        if taken:
            self._show_ends()

    def _on_slider(self, position: int) -> None:
        low, high = self.ends
        digits = max(0, 3 - math.floor(math.log10((high - low) or 1.0)))
        number = round(low + (high - low) * position / TICKS, digits)
        self.edit.setText(number_text(number))
        self._moved_to = number
        if not self._soon.isActive():
            self._soon.start()

    def _take_moved(self) -> None:
        """The slider's last place: a picture for each pixel that it moves over would be late."""
        number, self._moved_to = self._moved_to, None
        if number is not None:
            self.take(np.array([[number]]))

    def _on_ends(self) -> None:
        try:
            low, high = parse_number(self.low.text()), parse_number(self.high.text())
        except BadValueError as problem:
            self.say(self.tr("The slider's end: {problem}").format(problem=told(str(problem))))
            return
        if not low < high:
            self.say(self.tr("The slider's left end must be below its right end."))
            return
        if (low, high) != self.ends:
            self.ends = (low, high)
            self.say("")
            self._show_ends()

    def say(self, text: str) -> None:
        super().say(text)
        self.edit.setAccessibleDescription(told(text))
        if bool(self.edit.property("invalid")) != bool(text):
            self.edit.setProperty("invalid", bool(text))
            self.edit.style().unpolish(self.edit)
            self.edit.style().polish(self.edit)


class TableField(Field):
    """A vector or matrix. It takes all the room there is, and scrolls by itself."""

    def __init__(
        self, symbol: Symbol, value: Array, theme: Theme, parent: QWidget | None = None, *, note: str = ""
    ) -> None:
        super().__init__(symbol, value, theme, parent)
        known = facts(symbol)
        mirrored = "symmetric" in known and "diagonal" not in known and value.shape[0] == value.shape[1]
        self.model = ValueTable(value, theme, self, mirrored=mirrored)
        self.model.typed.connect(self._on_typed)
        self.table = self._make_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.note = QLabel(note, self)
        self.note.setObjectName(f"value_{symbol.name}_note")
        self.note.setProperty("class", "muted")
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.note.setVisible(bool(note))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.table, 1)
        if note:
            self.table.setAccessibleDescription(note)
            self.table.setMaximumWidth(COLUMN_WIDTH + 70)
            row.addWidget(self.note, 1)
        layout.addLayout(row, 1)
        layout.addWidget(self.message)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        name = self.symbol.name
        table.setObjectName(f"value_{name}")
        table.setAccessibleName(self.tr("Values of {name}").format(name=plain_name(name)))
        table.setToolTip(self.tr("Type over a number, or paste a table of numbers from a spreadsheet"))
        table.setModel(self.model)
        column = self.value.shape[1] == 1
        table.verticalHeader().setDefaultSectionSize(COLUMN_ROW if column else ROW)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setVisible(not column)  # its number is no news, and takes a row's height
        table.horizontalHeader().setDefaultSectionSize(COLUMN_WIDTH if column else 68)
        table.horizontalHeader().setMinimumSectionSize(40)
        table.horizontalHeader().setFixedHeight(22)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(72)
        table.installEventFilter(self)
        table.itemDelegate().closeEditor.connect(self._go_on)
        return table

    def _go_on(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter takes a number and goes down to the next, as in a spreadsheet."""
        here = self.table.currentIndex()
        below = self.model.index(here.row() + 1, here.column())
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and below.isValid():
            self.table.setCurrentIndex(below)

    def set_value(self, value: Array) -> None:
        self.value = value
        self.model.set_value(value)
        self.say("")

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.model.set_theme(theme)

    def type_in(self, row: int, column: int, text: str) -> None:
        """Type a number into a cell of the table."""
        self.model.setData(self.model.index(row, column), text)

    def _on_typed(self, problem: str) -> None:
        if problem:
            self.say(self.tr("{problem} Escape brings the last number back.").format(problem=problem))
        elif not self.model.bad:
            self.take(self.model.value.copy())

    def paste(self, text: str) -> None:
        """Put a table of numbers over the value, from the current cell on."""
        try:
            rows = parse_table(text)
        except BadValueError as problem:
            self.say(str(problem))
            return
        if not rows:
            self.say(self.tr("There are no numbers to paste."))
            return
        if self.value.shape[1] == 1 and len(rows) == 1:
            rows = [[number] for number in rows[0]]  # a line, pasted into a column, stands up
        current = self.table.currentIndex()
        top, left = max(current.row(), 0), max(current.column(), 0)
        new = self.model.put(rows, top, left)
        over = (top + len(rows) - self.model.rowCount(), left + max(map(len, rows)) - self.model.columnCount())
        if not self.take(new.copy()):
            return
        self.set_value(self.value)
        if max(over) > 0:
            left_out = self.tr("What went over the edge was left out: the table has {size} entries from that cell on.")
            self.say(left_out.format(size=f"{self.model.rowCount() - top}×{self.model.columnCount() - left}"))

    def copied(self) -> str:
        """The selected cells, as a spreadsheet takes them."""
        chosen = self.table.selectionModel().selectedIndexes() or [self.table.currentIndex()]
        rows = sorted({index.row() for index in chosen})
        columns = sorted({index.column() for index in chosen})
        return "\n".join("\t".join(repr(float(self.model.value[i, j])) for j in columns) for i in rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Paste):
                self.paste(QApplication.clipboard().text())
                return True
            if event.matches(QKeySequence.StandardKey.Copy) and self.table.currentIndex().isValid():
                QApplication.clipboard().setText(self.copied())
                return True
            if event.key() == Qt.Key.Key_Escape and self.message.isVisible():
                self.set_value(self.value)  # back to the numbers that the picture shows
                return True
        return super().eventFilter(watched, event)
