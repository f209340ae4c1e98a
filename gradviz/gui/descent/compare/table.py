"""The table of a comparison, which is its legend too."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gradviz.gui.descent.compare.marks import mark_icon, mark_of
from gradviz.gui.descent.compare.results import Compared
from gradviz.gui.descent.words import plain_letter, word
from gradviz.gui.plot.names import plain_number
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.descent import Fixed, StopReason
from gradviz.numeric.descent.analysis import Comparison
from gradviz.numeric.descent.method import Method

__all__ = ["CompareTable", "parameters_text"]

INDEX = Qt.ItemDataRole.UserRole
ORDER = Qt.ItemDataRole.UserRole + 1
ENDINGS = Qt.ItemDataRole.UserRole + 2
"""How a descent ended: with the number of steps, and without where the names need the room."""
LEGEND = 66
"""Pixels of the tick and the line before a title."""
CELL, HEAD = 10, 14
"""Pixels beside a cell's text, and beside a heading's."""
ROW = 5
"""Pixels of a row above a line of text: a low window has room for four."""


def parameters_text(method: Method) -> str:
    """The step size of a method and what else differs from its defaults: ``γ 0.002, β 0.5``."""
    said = []
    for p in method.parameters():
        value = getattr(method, p.name)
        if p.kind in ("number", "count") and (p.name == "step_size" or value != p.default):
            said.append(f"{plain_letter(p) or word(p.words)} {plain_number(float(value))}")
        elif p.kind == "flag" and value != p.default:
            said.append(f"{word(p.words)} {'+' if value else '−'}")
    schedule = getattr(method, "schedule", None)
    if schedule is not None and not isinstance(schedule, Fixed):
        said.append(word(schedule.title))
    if not said and method.parameters():
        return QCoreApplication.translate("CompareTable", "defaults")
    return ", ".join(said)


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
    parametersAsked(str) : the user wants to set the parameters of the method with this id.
    """

    hiddenChanged = Signal(object)
    parametersAsked = Signal(str)

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
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + ROW)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(24)
        line = self.fontMetrics().lineSpacing()
        self.horizontalHeader().setFixedHeight(line + 10)
        self.horizontalHeader().setStyleSheet("QHeaderView::section { padding: 2px 5px; }")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumHeight(line + 10 + 8 + line + ROW)  # the other rows are scrolled to
        self.itemChanged.connect(self._on_changed)
        self.cellClicked.connect(self._on_clicked)
        self.itemActivated.connect(lambda item: self._ask(item.row()))

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
            self._fit()

    def _fit(self) -> None:
        """Columns as wide as what they hold. Where there is no room, headings are said in short, then what ended is
        told without its steps; then the names give way, down to a word, and last the headings."""
        if not self.columnCount():
            return
        for shortness in range(3):
            self._say_heads(short=shortness > 0)
            self._say_endings(shortness // 2)
            cells = [self._cell_width(i) for i in range(self.columnCount())]
            widths = [max(w, self._head_width(i)) for i, w in enumerate(cells)]
            if sum(widths) <= self.viewport().width():
                break
        least = LEGEND + self.fontMetrics().horizontalAdvance("Momentu…")
        widths[0] = max(min(widths[0], widths[0] + self.viewport().width() - sum(widths)), least)
        missing = sum(widths) - self.viewport().width()
        for i in range(1, len(widths)):  # a heading is cut before a number is
            taken = min(max(missing, 0), max(widths[i] - cells[i], 0))
            widths[i], missing = widths[i] - taken, missing - taken
        for i, width in enumerate(widths):
            self.setColumnWidth(i, width)

    def _say_endings(self, which: int) -> None:
        last = self.columnCount() - 1
        items = [item for row in range(self.rowCount()) if (item := self.item(row, last)) is not None]
        with QSignalBlocker(self):
            sorts = self.isSortingEnabled()
            self.setSortingEnabled(False)  # rows stay where they are
            for item in items:
                if (said := item.data(ENDINGS)) is not None:
                    item.setText(said[which])
            self.setSortingEnabled(sorts)

    def _say_heads(self, *, short: bool) -> None:
        for i, head in enumerate(self._said_heads):
            if (item := self.horizontalHeaderItem(i)) is not None:
                item.setText(head[1 if short else 0])

    _said_heads: Sequence[tuple[str, str]] = ()

    def _cell_width(self, column: int) -> int:
        texts = [item.text() for row in range(self.rowCount()) if (item := self.item(row, column)) is not None]
        widest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
        return widest + CELL + (0 if column else LEGEND)

    def _head_width(self, column: int) -> int:
        """The arrow is there only when it sorts."""
        text = self.horizontalHeaderItem(column).text()
        return self.horizontalHeader().fontMetrics().horizontalAdvance(text) + HEAD

    def _heads(self) -> tuple[tuple[str, str, str], ...]:
        """The headings, in short, and what they mean."""
        tip = self.tr("until ‖∇f‖ is at most {}").format(plain_number(self._tolerance))
        heads = [
            (self.tr("Descent"), "", self.tr("A tick draws it")),
            (self.tr("Steps"), "", self.tr("Steps {}").format(tip)),
            (self.tr("Evals"), "", self.tr("Evaluations of f, ∇f and Hessians {}").format(tip)),
            (self.tr("f at the end"), "f", self.tr("f at the end")),
            (self.tr("How it ended"), self.tr("Ended"), self.tr("How it ended, and after how many steps")),
        ]
        if self.has_parameters:
            heads.insert(1, (self.tr("Parameters"), self.tr("Params"), self.tr("The parameters; a click sets them")))
        return tuple(heads)

    @property
    def has_parameters(self) -> bool:
        """Whether the rows are methods, whose parameters can be set."""
        return any(self._found.ids)

    def _put_parameters(self, i: int) -> None:
        """The step size, and what differs from the method's defaults; a click sets them."""
        text, search = parameters_text(self._found.runs[i].method), self._found.searches[i]
        item = _Item(text or "—")
        if text:
            font = item.font()
            font.setUnderline(True)
            item.setFont(font)
            item.setForeground(QBrush(QColor(self._theme.accent)))
            tip = self.tr("Click to set the parameters")
            if search is not None:
                found = self.tr("The step size was searched for: of {count}, it gets lowest in {steps} steps.")
                tip = found.format(count=search.tried, steps=search.steps) + " " + tip
            item.setToolTip(tip)
        self.setItem(i, 1, item)

    def _fill_runs(self) -> None:
        self._set_heads(self._heads())
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
            after = 1
            if self.has_parameters:
                self._put_parameters(i)
                after = 2
            missed = self.tr("‖∇f‖ ≤ {} was not reached").format(plain_number(self._tolerance))
            spent = row.evaluations_to_tolerance
            self._put(i, after, "—" if row.reached is None else f"{row.reached}", row.reached, missed)
            self._put(i, after + 1, "—" if spent is None else plain_number(float(f"{spent:.6g}")), spent, missed)
            self._put(i, after + 2, plain_number(float(f"{row.value:.3g}")), row.value)
            last = _Item()
            last.setData(ENDINGS, self._ended(row))
            last.setToolTip(told(row.sentence))
            self.setItem(i, after + 3, last)

    def _fill_basins(self) -> None:
        assert self._found.basins is not None
        found = self._found.basins.found
        self._set_heads(
            (
                (self.tr("Ends at"), "", self.tr("Numbered as on the plot, the lowest first")),
                (self.tr("f there"), "", ""),
                (self.tr("Starts"), "", self.tr("Share of the starts that lead there")),
                (self.tr("Steps"), "", self.tr("On average")),
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

    def _set_heads(self, heads: Sequence[tuple[str, str, str]]) -> None:
        self._said_heads = [(text, short or text) for text, short, _ in heads]
        self.setColumnCount(len(heads))
        for column, (text, _, tip) in enumerate(heads):
            head = QTableWidgetItem(text)
            head.setToolTip(tip)
            self.setHorizontalHeaderItem(column, head)

    def _put(self, row: int, column: int, text: str, order: float | None, missing: str = "") -> None:
        item = _Item(text)
        item.setToolTip(missing if order is None else text)
        item.setData(ORDER, math.inf if order is None or math.isnan(order) else float(order))
        self.setItem(row, column, item)

    def _ended(self, row: Comparison) -> tuple[str, str]:
        """In a word or two, and shorter; the whole sentence is the tool tip."""
        words = {
            StopReason.CONVERGED: self.tr("converged, {}"),
            StopReason.BUDGET: self.tr("not yet, {}"),
            StopReason.DIVERGED: self.tr("diverged, {}"),
            StopReason.NONFINITE: self.tr("not finite, {}"),
            StopReason.OUTSIDE: self.tr("left the domain, {}"),
            StopReason.STALLED: self.tr("stuck, {}"),
            StopReason.CANCELLED: self.tr("cancelled, {}"),
        }
        said = words.get(row.reason, "{}")
        return said.format(row.steps), said.format("").rstrip(" ,，、")

    def _on_clicked(self, row: int, column: int) -> None:
        if column == 1:
            self._ask(row)

    def _ask(self, row: int) -> None:
        """Rows may be sorted otherwise than the descents."""
        index = self.item(row, 0).data(INDEX) if self.has_parameters else None
        if index is not None and parameters_text(self._found.runs[index].method):
            self.parametersAsked.emit(self._found.ids[index])

    def sizeHint(self) -> QSize:
        """As low as it may be: what is more is there where the window has it, and no page scrolls for it."""
        return QSize(480, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _on_changed(self, item: QTableWidgetItem) -> None:
        index = item.data(INDEX)
        if item.column() != 0 or index is None:
            return
        shown = item.checkState() == Qt.CheckState.Checked
        self.hidden = self.hidden - {index} if shown else self.hidden | {index}
        self.hiddenChanged.emit(self.hidden)
