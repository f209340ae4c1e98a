"""The table of a comparison, which is its legend too."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gradviz.gui.descent.compare.marks import mark_icon, mark_of
from gradviz.gui.descent.compare.results import Compared
from gradviz.gui.plot.names import plain_number
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.descent import StopReason
from gradviz.numeric.descent.analysis import Comparison

__all__ = ["CompareTable"]

INDEX = Qt.ItemDataRole.UserRole
ORDER = Qt.ItemDataRole.UserRole + 1


class _Item(QTableWidgetItem):
    """Sorted by its number, not by its text."""

    def __lt__(self, other: QTableWidgetItem) -> bool:
        mine, others = self.data(ORDER), other.data(ORDER)
        if isinstance(mine, float) and isinstance(others, float):
            return mine < others
        return super().__lt__(other)


class CompareTable(QTableWidget):
    """A row for each descent: its line and symbol, which a tick shows and hides, and how it went.

    Signals
    -------
    hiddenChanged(frozenset) : the indices of the descents that are not to be drawn.
    """

    hiddenChanged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareTable")
        self.setAccessibleName(self.tr("Descents compared"))
        self.hidden: frozenset[int] = frozenset()
        self._theme = current_theme()
        self._found = Compared()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setIconSize(QSize(36, 14))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 8)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.setMinimumHeight(5 * (self.fontMetrics().lineSpacing() + 8))
        self.itemChanged.connect(self._on_changed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()

    def show_compared(self, found: Compared, tolerance: float) -> None:
        """Fill the table; what was hidden stays so while the descents are the same ones."""
        if found.titles[: len(self._found.titles)] != self._found.titles[: len(found.titles)]:
            self.hidden = frozenset()
        self._found, self._tolerance = found, tolerance
        self._fill()

    _tolerance = 1e-4

    def _fill(self) -> None:
        with QSignalBlocker(self):
            self.setSortingEnabled(False)
            if self._found.basins is not None:
                self._fill_basins()
            else:
                self._fill_runs()
            self.setSortingEnabled(True)
            self.resizeColumnsToContents()
            self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            self.horizontalHeader().setStretchLastSection(True)

    def _fill_runs(self) -> None:
        goal = plain_number(self._tolerance)
        tip = self.tr("until ‖∇f‖ is at most {}").format(goal)
        heads = (
            (self.tr("Descent"), self.tr("A tick draws it")),
            (self.tr("Steps"), self.tr("Steps {}").format(tip)),
            (self.tr("Evaluations"), self.tr("Evaluations of f, ∇f and Hessians {}").format(tip)),
            (self.tr("f at the end"), ""),
            (self.tr("How it ended"), ""),
        )
        self._set_heads(heads)
        self.setRowCount(len(self._found.rows))
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for i, (title, row) in enumerate(zip(self._found.titles, self._found.rows, strict=True)):
            mark = mark_of(i, self._theme)
            first = _Item(mark_icon(mark, self._theme.plot_point), title)
            first.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            first.setCheckState(Qt.CheckState.Unchecked if i in self.hidden else Qt.CheckState.Checked)
            first.setData(INDEX, i)
            first.setToolTip(title)
            self.setItem(i, 0, first)
            none = self.tr("not reached")
            self._put(i, 1, none if row.reached is None else f"{row.reached}", row.reached)
            spent = row.evaluations_to_tolerance
            self._put(i, 2, "—" if spent is None else plain_number(float(f"{spent:.6g}")), spent)
            self._put(i, 3, plain_number(row.value), row.value)
            last = _Item(self._ended(row))
            last.setToolTip(told(row.sentence))
            self.setItem(i, 4, last)

    def _fill_basins(self) -> None:
        assert self._found.basins is not None
        found = self._found.basins.found
        self._set_heads(
            (
                (self.tr("Ends at"), self.tr("Numbered as on the plot, the lowest first")),
                (self.tr("f there"), ""),
                (self.tr("Starts"), self.tr("Share of the starts that lead there")),
                (self.tr("Steps"), self.tr("On average")),
            )
        )
        known = found.labels != -2
        total = max(int(known.sum()), 1)
        nowhere = int((found.labels == -1).sum())
        self.setRowCount(len(found.points) + (1 if nowhere else 0))
        for i, point in enumerate(found.points):
            there = found.labels == i
            place = ", ".join(plain_number(float(f"{c:.4g}")) for c in point[:4]) + (", …" if len(point) > 4 else "")
            self.setItem(i, 0, _Item(f"{i + 1}:  ({place})" if len(point) > 1 else f"{i + 1}:  {place}"))
            self._put(i, 1, plain_number(float(found.values[i])), float(found.values[i]))
            share = 100 * int(there.sum()) / total
            self._put(i, 2, f"{share:.1f} %", share)
            mean = float(found.steps[there].mean()) if there.any() else math.nan
            self._put(i, 3, f"{mean:.0f}", mean)
        if nowhere:
            i = len(found.points)
            self.setItem(i, 0, _Item(self.tr("does not converge")))
            self._put(i, 1, "—", None)
            self._put(i, 2, f"{100 * nowhere / total:.1f} %", 100 * nowhere / total)
            self._put(i, 3, "—", None)

    def _set_heads(self, heads: tuple[tuple[str, str], ...]) -> None:
        self.setColumnCount(len(heads))
        for column, (text, tip) in enumerate(heads):
            head = QTableWidgetItem(text)
            head.setToolTip(tip)
            self.setHorizontalHeaderItem(column, head)

    def _put(self, row: int, column: int, text: str, order: float | None) -> None:
        item = _Item(text)
        item.setData(ORDER, math.inf if order is None or math.isnan(order) else float(order))
        self.setItem(row, column, item)

    def _ended(self, row: Comparison) -> str:
        """In a word or two; the whole sentence is the tool tip."""
        words = {
            StopReason.CONVERGED: self.tr("converged, {} steps"),
            StopReason.BUDGET: self.tr("not yet, {} steps"),
            StopReason.DIVERGED: self.tr("diverged after {}"),
            StopReason.NONFINITE: self.tr("not finite after {}"),
            StopReason.OUTSIDE: self.tr("left the domain after {}"),
            StopReason.STALLED: self.tr("stuck after {}"),
            StopReason.CANCELLED: self.tr("cancelled after {}"),
        }
        return words.get(row.reason, "{}").format(row.steps)

    def _on_changed(self, item: QTableWidgetItem) -> None:
        index = item.data(INDEX)
        if item.column() != 0 or index is None:
            return
        shown = item.checkState() == Qt.CheckState.Checked
        self.hidden = self.hidden - {index} if shown else self.hidden | {index}
        self.hiddenChanged.emit(self.hidden)
