"""The stationary points of a curve in view as a table; a row leads to its point."""

from __future__ import annotations

from PySide6.QtWidgets import QTableWidgetItem, QVBoxLayout, QWidget

from gradviz.gui.plot.curve_view import CurveView
from gradviz.gui.plot.names import plain_name, plain_number
from gradviz.gui.plot.point_words import kind_word
from gradviz.gui.plot.stationary_panel import points_table
from gradviz.gui.small_parts import RichLabel
from gradviz.gui.theme import Theme
from gradviz.gui.translation import told
from gradviz.numeric.stationary_line import CurvePoint, CurvePoints
from gradviz.sentences import counted

__all__ = ["CurvePointsPanel"]

_SIGNS = {"minimum": "▼", "maximum": "▲", "inflection": "✕", "undecided": "◆"}


class CurvePointsPanel(QWidget):
    """A table and a line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curvePointsPanel")
        self.setAccessibleName(self.tr("Stationary points of the curve"))
        self._view: CurveView | None = None
        self._points: tuple[CurvePoint, ...] = ()
        self.note = RichLabel(self)
        self.note.setObjectName("curvePointsNote")
        self.note.setAccessibleName(self.tr("What was found"))
        self.note.setWordWrap(True)
        self.table = points_table("curvePointsTable", 5, self)
        self.table.itemSelectionChanged.connect(self._on_selected)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)  # without a table the sentence stands at the top

    def connect_to(self, view: CurveView) -> None:
        self._view = view
        view.stationaryFound.connect(self.show_points)

    def set_theme(self, _theme: Theme) -> None:
        """Its colours are the application's."""

    def show_points(self, found: CurvePoints | None) -> None:
        """List what was found; None while it is being sought."""
        if self._view is None:
            return
        t, f = (plain_name(n) for n in self._view.names())
        self.table.setHorizontalHeaderLabels([self.tr("Kind"), t, f, f"{f}″", self.tr("Why")])
        self._points = found.points if found is not None else ()
        self.note.setText(self._summary(found))
        self.table.setAccessibleDescription(self.note.text())
        self._fill()

    def _summary(self, found: CurvePoints | None) -> str:
        if found is None:
            return self.tr("Seeking…")
        parts = []
        if found.flat:
            parts.append(
                self.tr(
                    "In a part of the view the function is constant, as far as floating-point numbers tell: every point"
                    " there is stationary."
                )
            )
        if found.points:
            count = len(found.points)
            parts.append(told(counted("{n} stationary point in view.", "{n} stationary points in view.", count)))
            if not found.complete:
                parts.append(self.tr("There are more; zoom in to see them."))
        elif not found.flat:
            parts.append(self.tr("There is no stationary point in view: the tangent is nowhere horizontal."))
        return " ".join([*parts, told(found.note)]).strip()

    def _fill(self) -> None:
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._points))
        for row, point in enumerate(self._points):
            cells = [f"{_SIGNS[point.kind]} {kind_word(point.kind)}"]
            cells += [plain_number(0.0 if abs(v) < 1e-12 else v, 5) for v in (point.t, point.value, point.second)]
            sentence = told(point.sentence)
            for column, text in enumerate([*cells, sentence]):
                item = QTableWidgetItem(text)
                item.setToolTip(sentence)
                self.table.setItem(row, column, item)
        self.table.clearSelection()
        self.table.setCurrentCell(-1, -1)
        self.table.blockSignals(False)
        self.table.setVisible(bool(self._points))

    def _on_selected(self) -> None:
        row = self.table.currentRow()
        if self._view is not None and 0 <= row < len(self._points) and self.table.selectedItems():
            self._view.go_to(self._points[row].t)
