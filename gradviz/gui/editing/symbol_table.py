"""The symbol table: what every name was taken for, and by a click something else.

A change writes a declaration into the text; the table shows what the text then means.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.editing import symbol_rows
from gradviz.gui.editing.message_area import quoted
from gradviz.gui.editing.symbol_rows import KINDS, PROPERTIES, SQUARE_ONLY, Row, kind, shape, sizes, sizes_for, summary
from gradviz.gui.plot.names import plain_name
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["COLUMNS", "SymbolTable"]

COLUMNS = (say("Name"), say("Kind"), say("Shape"), say("Properties"), say("Value"), say("Source"))
NAME, KIND, SHAPE, PROPERTY, VALUE, SOURCE = range(6)
_HINT = say("Click a cell to change it; the change is written into the text. F2 edits, Delete goes back to inferred.")
_TIPS = {
    "symbol": (say("Click to choose another kind"), say("Double-click to type another shape, such as n×m")),
    "function": (
        say("An unspecified function"),
        say("Double-click to type another signature, such as R^n → R"),
    ),
    "definition": (say("What its formula gives"), say("What its formula gives")),
}
"""What the kind and the shape say when the mouse rests on them."""


class SymbolTable(QWidget):
    """A row for each symbol.

    Signals
    -------
    declared : a name, its sizes (none for a scalar) and its properties, as the user chose them.
    released : a name whose declaration the user took back.
    function_declared : an unspecified function's name and the sizes of its argument and its value.
    rename_asked : a name and what the user typed in its place.
    value_typed : a name and the text of a number.
    values_asked : a name whose numbers are edited elsewhere.
    place_asked : a name whose line the user wants to see in the text.
    """

    declared = Signal(str, object, object)
    released = Signal(str)
    function_declared = Signal(str, str, str)
    rename_asked = Signal(str, str)
    value_typed = Signal(str, str)
    values_asked = Signal(str)
    place_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("symbol_table")
        self.setAccessibleName(self.tr("Symbols"))
        self.setAccessibleDescription(told(_HINT))
        self._rows: list[Row] = []
        self._stale: list[Row] | None = None
        self._values: dict[str, Any] = {}
        self._errors: dict[str, str] = {}
        self._changed = ""
        self._declined = False
        """The errors say why something was not done, and not what is wrong with the text."""
        self._filling = False
        self._theme = current_theme()
        self.menu = QMenu(self)
        self.menu.setObjectName("symbol_menu")
        self.table = QTableWidget(0, len(COLUMNS), self)
        self.table.setObjectName("symbol_rows")
        self.table.setAccessibleName(self.tr("Symbols"))
        self.table.setHorizontalHeaderLabels([told(name) for name in COLUMNS])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(48)
        for column in range(len(COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.note = QLabel(self)
        self.note.setObjectName("symbol_note")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setContentsMargins(8, 2, 8, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        # A name is renamed on the second click, so that a row can be selected without beginning to.
        self.table.clicked.connect(lambda index: self._open(index.row(), index.column(), edit=index.column() != NAME))
        self.table.activated.connect(lambda index: self._open(index.row(), index.column(), edit=True))
        self.table.itemChanged.connect(self._typed)
        self.table.currentCellChanged.connect(lambda *_: self._say_why())
        self._say("")

    # --- what is shown

    def set_problem(self, problem: Mapping[str, Any]) -> None:
        """Show what the text means now, as the worker describes it."""
        rows = symbol_rows.rows_of(problem)
        self._changed = ""
        if rows == self._rows and not self._errors and self._stale is None:
            return
        self._rows, self._errors = rows, {}
        self._refill()

    def set_values(self, values: dict[str, Any]) -> None:
        """The numbers of the symbols, as the document keeps them."""
        if values != self._values:
            self._values = values
            self._refill()

    def show_errors(self, text: str, diagnostics: Sequence[dict[str, Any]]) -> None:
        """Say at the row what is wrong with its declaration: with the one changed last, or the one in the marked
        part of the text."""
        errors: dict[str, str] = {}
        names = {row["name"] for row in self._rows}
        for diagnostic in diagnostics:
            message = quoted(diagnostic["message"]) + (f" ({hint})" if (hint := diagnostic.get("suggestion")) else "")
            line = text.count("\n", 0, int(diagnostic["start"]))
            head = re.match(r"\s*([^\W\d_]\w*)\s*(?:\bin\b|∈)", (text.split("\n") or [""])[line])
            name = head.group(1) if head and head.group(1) in names else self._changed
            if name:
                errors.setdefault(name, message)
        if errors != self._errors:
            self._errors, self._declined = errors, False
            self._refill()

    def show_row_error(self, name: str, message: str) -> None:
        """Say at a row why what was asked cannot be done; nothing has changed."""
        self._errors, self._declined = {name: message}, True
        self._refill()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.table.setStyleSheet("#symbol_rows { border: none; } #symbol_rows::item { padding: 0 8px; }")
        self._refill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale is not None:
            self._refill()

    def _refill(self) -> None:
        if not self.isVisible():  # typing fills no table that nobody sees
            self._stale = self._rows
            return
        self._stale = None
        self._filling = True
        current = (self.table.currentRow(), self.table.currentColumn())
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(self._rows):
            self._fill(number, row)
        if 0 <= current[0] < len(self._rows):
            self.table.setCurrentCell(*current)
        self._filling = False
        first = next(iter(self._errors.items()), None)
        self._say(f"{plain_name(first[0])}: {first[1]}" if first else "", error=first is not None)

    def _fill(self, number: int, row: Row) -> None:
        error = self._errors.get(row["name"], "")
        why = error or told(symbol_rows.reason(row))
        symbol = row["type"] == "symbol"
        value = f"= {row['text']}" if row["type"] == "definition" else told(summary(self._values.get(row["name"])))
        texts = (
            plain_name(row["name"]),
            self.tr("function") if row["type"] == "function" else told(KINDS[kind(row)]),
            shape(row),
            (", ".join(row["properties"]) or self.tr("none", "properties")) if symbol else "",
            value if row["type"] != "function" else "",
            self.tr("does not fit") if error and not self._declined else self._source(row),
        )
        rename = self.tr("Double-click to rename")
        tips = (f"{why}\n{rename}", *map(told, _TIPS[row["type"]]), "", "", why)
        for column, (content, hint) in enumerate(zip(texts, tips, strict=True)):
            item = QTableWidgetItem(content)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if self._is_editable(row, column) else flags)
            choose = self.tr("Click to choose properties") if column == PROPERTY and symbol else content
            item.setToolTip(hint or choose)
            spoken = self.tr("{column} of {name}: {content}")
            spoken = spoken.format(column=told(COLUMNS[column]), name=texts[0], content=content)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            if column == NAME:
                font = QFont(self.table.font())
                font.setItalic(True)
                item.setFont(font)
            faint = column in (VALUE, SOURCE) or (column == PROPERTY and not row["properties"])
            item.setForeground(QColor(self._theme.muted if faint else self._theme.text))
            if error:
                item.setBackground(QColor(self._theme.error_soft))
                if column == SOURCE:
                    item.setForeground(QColor(self._theme.error))
            self.table.setItem(number, column, item)

    def _source(self, row: Row) -> str:
        """Where what is known of a name comes from."""
        if not row["used"]:
            return self.tr("declared, not used") if row["declared"] else self.tr("assumed, not used")
        if row["type"] == "definition":
            return self.tr("definition")
        return self.tr("declared") if row["declared"] else self.tr("assumed")

    def _is_editable(self, row: Row, column: int) -> bool:
        """Whether a cell is typed into; the others are chosen from."""
        if column == NAME:
            return True
        if column == SHAPE:
            return row["type"] != "definition"
        number = self._values.get(row["name"])
        return column == VALUE and row["type"] == "symbol" and isinstance(number, int | float)

    def _say(self, text: str, *, error: bool = False) -> None:
        self.note.setText(text or told(_HINT))
        colour = self._theme.error if error else self._theme.muted
        self.note.setStyleSheet(f"color: {colour}; font-size: {self._theme.size_small}px;")

    def _say_why(self) -> None:
        """Below the table: why the selected name is what it is taken for."""
        number = self.table.currentRow()
        if self._filling or self._errors or not 0 <= number < len(self._rows):
            return
        row = self._rows[number]
        why = told(symbol_rows.reason(row))
        self._say(f"{plain_name(row['name'])}: {why}" if why and row["type"] != "definition" else why)

    # --- what is chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = self.table.currentRow()
        if event.key() == Qt.Key.Key_Delete and 0 <= number < len(self._rows) and self._rows[number]["declared"]:
            self._release(self._rows[number]["name"])
            return
        super().keyPressEvent(event)

    def _open(self, number: int, column: int, *, edit: bool) -> None:
        """The choices of a cell: a menu, or a field to type into."""
        row = self._rows[number] if 0 <= number < len(self._rows) else None
        if row is None:
            return
        if self._is_editable(row, column):
            if edit:
                self.table.editItem(self.table.item(number, column))
            return
        self.menu.clear()
        self._offer(row, column)
        if self.menu.isEmpty():
            return
        corner = self.table.visualItemRect(self.table.item(number, column)).bottomLeft()
        self.menu.popup(self.table.viewport().mapToGlobal(corner + QPoint(0, 1)))

    def _offer(self, row: Row, column: int) -> None:
        name = row["name"]
        if row["type"] == "definition":
            self._entry(
                "show_its_line_in_the_text",
                self.tr("show its line in the text"),
                None,
                partial(self.place_asked.emit, name),
            )
        elif column == KIND and row["type"] == "symbol":
            for word, called in KINDS.items():
                self._entry(word, told(called), word == kind(row), partial(self._choose_kind, row, word))
        elif column == PROPERTY and row["type"] == "symbol":
            square = row["rows"] == row["cols"]
            for word in PROPERTIES:
                chosen = word in row["properties"]
                if (square and row["rows"] != "1") or word not in SQUARE_ONLY or chosen:
                    self._entry(word, word, chosen, partial(self._toggle_property, row, word))
        elif column == VALUE and row["type"] == "symbol" and name in self._values:
            self._entry(
                "edit_the_numbers_in_Values",
                self.tr("edit the numbers in Values"),
                None,
                partial(self.values_asked.emit, name),
            )
        if row["type"] != "definition" and column in (KIND, SOURCE):
            if not self.menu.isEmpty():
                self.menu.addSeparator()
            if row["declared"]:
                self._entry("back_to_inferred", self.tr("back to inferred"), None, partial(self._release, name))
                self._entry(
                    "show_its_line_in_the_text",
                    self.tr("show its line in the text"),
                    None,
                    partial(self.place_asked.emit, name),
                )
            else:
                self._entry(
                    "declare_it_as_it_is", self.tr("declare it as it is"), None, partial(self._declare_as_it_is, row)
                )

    def _entry(self, name: str, text: str, checked: bool | None, call: Any) -> None:
        action = self.menu.addAction(text)
        action.setObjectName("symbol_choice_" + name.replace(" ", "_"))
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        action.triggered.connect(lambda _=False: call())

    def _choose_kind(self, row: Row, chosen: str) -> None:
        if chosen != kind(row):
            self._declare(row, sizes_for(row, chosen, self._rows))

    def _toggle_property(self, row: Row, word: str) -> None:
        self._changed = row["name"]
        self.declared.emit(row["name"], sizes(row), sorted(set(row["properties"]) ^ {word}))

    def _declare_as_it_is(self, row: Row) -> None:
        if row["type"] == "function":
            self.function_declared.emit(row["name"], row["source"], row["target"])
        else:
            self._declare(row, sizes(row))

    def _release(self, name: str) -> None:
        self._changed = name
        self.released.emit(name)

    def _typed(self, item: QTableWidgetItem) -> None:
        """Something was typed into a cell."""
        if self._filling:
            return
        row, column, typed = self._rows[item.row()], item.column(), item.text().strip()
        name = row["name"]
        before = {NAME: plain_name(name), SHAPE: shape(row), VALUE: told(summary(self._values.get(name)))}.get(
            column, typed
        )
        if typed == before:
            return
        if column == NAME:
            self._refill()  # until the text has the new name
            self.rename_asked.emit(name, typed)
        elif column == VALUE:
            self._refill()
            self.value_typed.emit(name, typed)
        elif row["type"] == "function":
            found = symbol_rows.signature_of(typed)
            if found is None:
                self._refuse(self.tr("“{typed}” is no signature; write R^n → R, or R → R.").format(typed=typed))
                return
            self._changed = name
            self.function_declared.emit(name, *found)
        else:
            read = symbol_rows.sizes_of(typed)
            if read is None:
                self._refuse(self.tr("“{typed}” is no shape; write n, 3 or n×m.").format(typed=typed))
                return
            self._declare(row, read)

    def _refuse(self, message: str) -> None:
        self._refill()
        self._say(message, error=True)

    def _declare(self, row: Row, chosen: Sequence[str]) -> None:
        """Declare these sizes, with the properties that still can hold."""
        square = len(chosen) == 2 and chosen[0] == chosen[1]
        self._changed = row["name"]
        self.declared.emit(row["name"], list(chosen), [p for p in row["properties"] if square or p not in SQUARE_ONLY])
