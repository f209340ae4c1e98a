"""The symbol table: what every name was taken for, and by a click something else.

A change writes a declaration into the text; the table shows what the text then means.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFont, QShowEvent
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

from gradviz.gui.plot.names import plain_name, plain_number
from gradviz.gui.theme import Theme, current_theme

__all__ = ["COLUMNS", "KINDS", "PROPERTIES", "SymbolTable"]

COLUMNS = ("Name", "Kind", "Shape", "Properties", "Value", "Source")
NAME, KIND, SHAPE, PROPERTY, VALUE, SOURCE = range(6)
KINDS = ("scalar", "vector", "row vector", "matrix", "square matrix")
PROPERTIES = (
    "symmetric", "diagonal", "orthogonal", "invertible", "positive definite", "positive semidefinite", "full rank",
    "positive",
)  # fmt: skip
"""As ``gradviz.algebra.properties.DECLARABLE``, which is not imported before the window is painted."""
SQUARE_ONLY = frozenset(PROPERTIES) - {"full rank", "positive"}
_SIZE = re.compile(r"[A-Za-z]\w*|[1-9]\d{0,5}")
_HINT = "Kind, shape and properties can be changed; the change is written into the text."


class SymbolTable(QWidget):
    """A row for each symbol.

    Signals
    -------
    declared : a name, its sizes (none for a scalar) and its properties, as the user chose them.
    released : a name whose declaration the user took back.
    """

    declared = Signal(str, object, object)
    released = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("symbol_table")
        self.setAccessibleName("Symbols")
        self.setAccessibleDescription(_HINT)
        self._rows: list[dict[str, Any]] = []
        self._stale: list[dict[str, Any]] | None = None
        self._values: dict[str, Any] = {}
        self._errors: dict[str, str] = {}
        self._changed = ""
        self._filling = False
        self._theme = current_theme()
        self.menu = QMenu(self)
        self.menu.setObjectName("symbol_menu")
        self.table = QTableWidget(0, len(COLUMNS), self)
        self.table.setObjectName("symbol_rows")
        self.table.setAccessibleName("Symbols")
        self.table.setHorizontalHeaderLabels(COLUMNS)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(26)
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(48)
        for column in range(len(COLUMNS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PROPERTY, QHeaderView.ResizeMode.Stretch)
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
        self.table.clicked.connect(lambda index: self._open(index.row(), index.column(), edit=False))
        self.table.activated.connect(lambda index: self._open(index.row(), index.column(), edit=True))
        self.table.itemChanged.connect(self._shape_typed)
        self._say("")

    # --- what is shown

    def set_symbols(self, symbols: Sequence[dict[str, Any]], unused: Sequence[dict[str, Any]] = ()) -> None:
        """Show what the text means now: symbols as the worker describes them."""
        rows = [*({**s, "used": True} for s in symbols), *({**s, "used": False} for s in unused)]
        rows = [row for row in rows if "rows" in row]
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
            message = diagnostic["message"] + (f" ({hint})" if (hint := diagnostic.get("suggestion")) else "")
            line = text.count("\n", 0, int(diagnostic["start"]))
            head = re.match(r"\s*([^\W\d_]\w*)\s*(?:\bin\b|∈)", (text.split("\n") or [""])[line])
            name = head.group(1) if head and head.group(1) in names else self._changed
            if name:
                errors.setdefault(name, message)
        if errors != self._errors:
            self._errors = errors
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

    def _fill(self, number: int, row: dict[str, Any]) -> None:
        error = self._errors.get(row["name"], "")
        source = "declared" if row["declared"] else "assumed"
        if not row["used"]:
            source += ", not used"
        tip = error or (row["reason"] if not row["declared"] else "The text declares it.")
        texts = (
            plain_name(row["name"]),
            _kind(row),
            _shape(row),
            ", ".join(row["properties"]) or "none",
            _summary(self._values.get(row["name"])),
            "does not fit" if error else source,
        )
        tips = (tip, "Click to choose another kind", "Double-click to type another shape, such as n×m", "", "", tip)
        for column, (content, hint) in enumerate(zip(texts, tips, strict=True)):
            item = QTableWidgetItem(content)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags | Qt.ItemFlag.ItemIsEditable if column == SHAPE else flags)
            item.setToolTip(hint or ("Click to choose properties" if column == PROPERTY else content))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{COLUMNS[column]} of {texts[0]}: {content}")
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

    def _say(self, text: str, *, error: bool = False) -> None:
        self.note.setText(text or _HINT)
        colour = self._theme.error if error else self._theme.muted
        self.note.setStyleSheet(f"color: {colour}; font-size: {self._theme.size_small}px;")

    # --- what is chosen

    def _open(self, number: int, column: int, *, edit: bool) -> None:
        """The choices of a cell: a menu for the kind and the properties, a field for the shape."""
        if column == SHAPE and edit:
            self.table.editItem(self.table.item(number, column))
            return
        row = self._rows[number] if number < len(self._rows) else None
        if row is None or column not in (KIND, PROPERTY, SOURCE):
            return
        self.menu.clear()
        {KIND: self._offer_kinds, PROPERTY: self._offer_properties, SOURCE: self._offer_release}[column](row)
        if self.menu.isEmpty():
            return
        corner = self.table.visualItemRect(self.table.item(number, column)).bottomLeft()
        self.menu.popup(self.table.viewport().mapToGlobal(corner + QPoint(0, 1)))

    def _offer_kinds(self, row: dict[str, Any]) -> None:
        for kind in KINDS:
            self._entry(kind, kind == _kind(row), partial(self._choose_kind, row, kind))
        if row["declared"]:
            self.menu.addSeparator()
            self._offer_release(row)

    def _offer_properties(self, row: dict[str, Any]) -> None:
        square = row["rows"] == row["cols"]
        for word in PROPERTIES:
            chosen = word in row["properties"]
            if (square and row["rows"] != "1") or word not in SQUARE_ONLY or chosen:
                self._entry(word, chosen, partial(self._toggle_property, row, word))

    def _offer_release(self, row: dict[str, Any]) -> None:
        if row["declared"]:
            self._entry("take back the declaration", None, partial(self._release, row["name"]))

    def _entry(self, text: str, checked: bool | None, call: Any) -> None:
        action = self.menu.addAction(text)
        action.setObjectName("symbol_choice_" + text.replace(" ", "_"))
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        action.triggered.connect(lambda _=False: call())

    def _choose_kind(self, row: dict[str, Any], kind: str) -> None:
        if kind == _kind(row):
            return
        rows = row["rows"] if row["rows"] != "1" else self._free_size(row)
        cols = row["cols"] if row["cols"] not in ("1", rows) else self._free_size(row, rows)
        sizes = {
            "scalar": [],
            "vector": [rows],
            "row vector": ["1", row["cols"] if row["cols"] != "1" else rows],
            "matrix": [rows, cols],
            "square matrix": [rows, rows],
        }[kind]
        square = kind == "square matrix"
        self._declare(row["name"], sizes, [p for p in row["properties"] if square or p not in SQUARE_ONLY])

    def _toggle_property(self, row: dict[str, Any], word: str) -> None:
        properties = set(row["properties"]) ^ {word}
        self._declare(row["name"], _sizes(row), sorted(properties))

    def _release(self, name: str) -> None:
        self._changed = name
        self.released.emit(name)

    def _shape_typed(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() != SHAPE:
            return
        row, typed = self._rows[item.row()], item.text()
        words = [word for word in re.split(r"[\s,×x*()^]+", typed.replace("R", " ").replace("ℝ", " ")) if word]
        if typed.strip() == _shape(row):
            return
        if typed.strip() in ("", "scalar"):
            words = ["1"]
        if len(words) > 2 or not all(_SIZE.fullmatch(word) for word in words):
            self._refill()
            self._say(f"“{typed.strip()}” is no shape; write n, 3 or n×m.", error=True)
            return
        sizes = [] if words == ["1"] or words == ["1", "1"] else words[:1] if words[1:] == ["1"] else words
        square = len(sizes) == 2 and sizes[0] == sizes[1]
        self._declare(row["name"], sizes, [p for p in row["properties"] if square or p not in SQUARE_ONLY])

    def _declare(self, name: str, sizes: list[str], properties: list[str]) -> None:
        self._changed = name
        self.declared.emit(name, sizes, properties)

    def _free_size(self, row: dict[str, Any], *taken: str) -> str:
        """A customary name for a size that nothing else has."""
        used = {size for other in self._rows if other is not row for size in (other["rows"], other["cols"])}
        used |= {other["name"] for other in self._rows} | set(taken)
        return next(size for size in ("n", "m", "p", "q", "r", "s", "n1", "m1") if size not in used)


def _kind(row: dict[str, Any]) -> str:
    rows, cols = row["rows"], row["cols"]
    if cols == "1":
        return "scalar" if rows == "1" else "vector"
    return "row vector" if rows == "1" else "square matrix" if rows == cols else "matrix"


def _shape(row: dict[str, Any]) -> str:
    return "1" if (row["rows"], row["cols"]) == ("1", "1") else f"{row['rows']}×{row['cols']}"


def _sizes(row: dict[str, Any]) -> list[str]:
    if row["cols"] != "1":
        return [row["rows"], row["cols"]]
    return [] if row["rows"] == "1" else [row["rows"]]


def _summary(value: Any) -> str:
    """A number; a short vector in full; the sizes of anything longer."""
    if value is None:
        return "–"
    if not isinstance(value, list):
        return plain_number(float(value))
    if value and isinstance(value[0], list):
        return f"{len(value)}×{len(value[0])} numbers"
    if len(value) <= 3:
        return "(" + ", ".join(plain_number(float(v), 3) for v in value) + ")"
    return f"{len(value)} numbers"
