"""A matrix as a table to type into; only what is seen is drawn, so it may be large."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from gradviz.gui.plot.values import BadValueError, parse_number
from gradviz.gui.theme import Theme
from gradviz.gui.translation import told
from gradviz.numeric.binding import Array

__all__ = ["ValueTable", "number_text"]

_Role = Qt.ItemDataRole


SHOWN = 5
"""Significant digits in a cell; all are there when it is typed into."""


def number_text(number: float, digits: int = 12) -> str:
    """A number as it is typed, with a true minus sign."""
    return f"{number + 0.0:.{digits}g}".replace("-", "−")  # no minus before nothing


class ValueTable(QAbstractTableModel):
    """The entries of a matrix.

    Attributes
    ----------
    value : (rows, columns), the numbers; those that were typed wrongly are the last good ones.
    bad : what was typed wrongly, by row and column.
    mirrored : an entry and the one across the diagonal are the same number.

    Signals
    -------
    typed(message) : an entry was typed; the message says what is wrong with it, or "".
    """

    typed = Signal(str)

    def __init__(self, value: Array, theme: Theme, parent: Any = None, *, mirrored: bool = False) -> None:
        super().__init__(parent)
        self.value = value.copy()
        self.bad: dict[tuple[int, int], str] = {}
        self.mirrored = mirrored
        self.theme = theme

    def set_value(self, value: Array) -> None:
        """Show other numbers of the same size."""
        self.value = value.copy()
        self.bad.clear()
        self._repaint(0, 0, value.shape[0] - 1, value.shape[1] - 1)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._repaint(0, 0, self.value.shape[0] - 1, self.value.shape[1] - 1)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else self.value.shape[0]

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.value.shape[1]

    def data(self, index: QModelIndex, role: int = _Role.DisplayRole) -> Any:
        place = (index.row(), index.column())
        if role in (_Role.DisplayRole, _Role.EditRole, _Role.ToolTipRole):
            digits = SHOWN if role == _Role.DisplayRole else 12
            return self.bad.get(place) or number_text(float(self.value[place]), digits)
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == _Role.BackgroundRole and place in self.bad:
            return QColor(self.theme.error_soft)
        if role == _Role.ForegroundRole and place in self.bad:
            return QColor(self.theme.error)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        return str(section + 1) if role == _Role.DisplayRole else None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: QModelIndex, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.EditRole:
            return False
        place = (index.row(), index.column())
        try:
            number = parse_number(str(value))
        except BadValueError as problem:
            self.bad[place] = str(value).strip() or " "
            self._repaint(*place, *place)
            self.typed.emit(told(str(problem)))
            return True
        for at in {place, place[::-1]} if self.mirrored else {place}:
            self.bad.pop(at, None)
            self.value[at] = number
            self._repaint(*at, *at)
        self.typed.emit("")
        return True

    def put(self, rows: list[list[float]], top: int, left: int) -> Array:
        """The numbers with a table put over them; what goes over the edge is left out."""
        made = np.array(self.value)
        for i, row in enumerate(rows[: made.shape[0] - top]):
            part = row[: made.shape[1] - left]
            made[top + i, left : left + len(part)] = part
        return made

    def _repaint(self, top: int, left: int, bottom: int, right: int) -> None:
        self.dataChanged.emit(self.index(top, left), self.index(bottom, right))
