"""The stationary points in view as a table; a row leads to its point."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.plot.inks import KIND_SIGNS, kind_colour
from gradviz.gui.plot.names import plain_name, plain_number
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.point_words import counted_kinds, kind_word
from gradviz.gui.small_parts import RichLabel
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.stationary import Kind, StationaryPoint, StationarySet
from gradviz.sentences import counted, say

__all__ = ["StationaryPanel", "points_table", "summary"]

MOST_ROWS = 1_000
NEARLY = 1e-6
"""A gradient in the other coordinates above which a point is stationary in the plane only."""


class StationaryPanel(QWidget):
    """A table of points and a line of text. The points are sought while it is seen, or while they are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stationaryPanel")
        self.setAccessibleName(self.tr("Stationary points in view"))
        self._view: PlaneView | None = None
        self._theme = current_theme()
        self._points: tuple[StationaryPoint, ...] = ()
        self._searched = ""
        self.note = RichLabel(self)
        self.note.setObjectName("stationaryNote")
        self.note.setAccessibleName(self.tr("What was found"))
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.table = points_table("stationaryTable", 7, self)
        self.table.itemSelectionChanged.connect(self._on_selected)
        self.look = RichLabel(self)
        self.look.setObjectName("stationaryLook")
        self.look.setAccessibleName(self.tr("About the chosen point"))
        self.look.setWordWrap(True)
        self.look.setProperty("class", "muted")
        self.look.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.look)
        layout.addStretch(0)  # without a table the sentences stand at the top

    def connect_to(self, view: PlaneView) -> None:
        """List the points of a plane, and go to them."""
        self._view = view
        view.stationaryFound.connect(self.show_set)
        view.landscapeShown.connect(lambda: self.show_set(view.layers.found))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for row, point in enumerate(self._points[: self.table.rowCount()]):
            self.table.item(row, 0).setForeground(QColor(kind_colour(point.kind, theme)))

    def show_set(self, found: StationarySet | None) -> None:
        """List what was found; None while it is being sought."""
        if self._view is None:
            return
        x, y, f = (plain_name(n) for n in self._view.names())
        self.table.setHorizontalHeaderLabels([self.tr("Kind"), x, y, f, "λ₁", "λ₂", self.tr("To a higher order")])
        self.look.hide()
        if found is None:
            drawn = self._view.landscape is not None
            self.note.setText(self.tr("Seeking…") if drawn else self.tr("There is no plane to search."))
            if not drawn:
                self._fill(())
            return
        self.note.setText(summary(found))
        self.table.setAccessibleDescription(self.note.text())
        self._searched = ""
        if math.isfinite(found.step) and found.complete:
            said = self.tr("Searched in steps of 1/{count} of the view; what is narrower can be missed: zoom in there.")
            self._searched = said.format(count=round(1 / found.step))
        self._tell("")
        self._fill(found.points)

    def _fill(self, points: tuple[StationaryPoint, ...]) -> None:
        self._points = points
        self.table.blockSignals(True)
        self.table.setRowCount(min(len(points), MOST_ROWS))
        for row, point in enumerate(points[:MOST_ROWS]):
            kind = f"{KIND_SIGNS[point.kind]} {kind_word(point.kind)}"
            numbers = (point.x, point.y, point.value, *point.eigenvalues.tolist())
            look = self._look(point)
            for column, text in enumerate([kind, *(plain_number(v, 5) for v in numbers), look]):
                item = QTableWidgetItem(text)
                if column == 0:
                    item.setForeground(QColor(kind_colour(point.kind, self._theme)))
                    if point.look is not None:
                        item.setToolTip(told(point.look.sentence))
                self.table.setItem(row, column, item)
        self.table.setColumnHidden(6, all(point.look is None for point in points))
        self.table.clearSelection()
        self.table.setCurrentCell(-1, -1)
        self.table.blockSignals(False)
        self.table.setVisible(bool(points))

    def _look(self, point: StationaryPoint) -> str:
        if point.look is None:
            return ""
        if not point.look.order:
            return kind_word(point.look.behaves)
        return self.tr("{kind}, order {order}").format(kind=kind_word(point.look.behaves), order=point.look.order)

    def _on_selected(self) -> None:
        row = self.table.currentRow()
        if self._view is None or not 0 <= row < len(self._points) or not self.table.selectedItems():
            return
        point = self._points[row]
        said = []
        if point.kind == Kind.DEGENERATE:
            said.append(self.tr("The second-order test does not decide."))
        if point.look is not None:
            said.append(told(point.look.sentence))
        if _in_the_plane_only(point):
            said.append(
                self.tr("Stationary in this plane only: the gradient by all coordinates has length {}.").format(
                    plain_number(point.gradient_norm)
                )
            )
        self._tell(" ".join(said))
        self._view.go_to(point.x, point.y)
        self._view.canvas.stationary.choose(point.x, point.y)

    def _tell(self, about: str) -> None:
        """Say something of the chosen point; when there is nothing to say, how closely was searched."""
        self.look.setText(about or self._searched)
        self.look.setVisible(bool(self.look.text()))

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._view is not None:
            self.show_set(self._view.layers.found)
            self._view.layers.want_stationary(True)

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        if self._view is not None:
            self._view.layers.want_stationary(False)


def points_table(name: str, columns: int, parent: QWidget) -> QTableWidget:
    """A table of points to choose from."""
    table = QTableWidget(0, columns, parent)
    table.setObjectName(name)
    table.setAccessibleName(QCoreApplication.translate("StationaryPanel", "Stationary points"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().setVisible(False)
    table.verticalHeader().setDefaultSectionSize(24)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def _in_the_plane_only(point: StationaryPoint) -> bool:
    """Whether the gradient by all coordinates is not nought there."""
    return point.gradient_norm > NEARLY * (1 + abs(point.value))


def summary(found: StationarySet) -> str:
    """What was found, in a sentence or two."""
    order = list(Kind)
    kinds = counted_kinds(sorted((p.kind for p in found.points), key=order.index))
    parts: list[str] = []
    if found.points:
        parts.append(
            counted(
                "{n} stationary point in view: {kinds}.",
                "{n} stationary points in view: {kinds}.",
                len(found.points),
                kinds=kinds,
            )
        )
    alone = sum(map(_in_the_plane_only, found.points))
    if alone:
        parts.append(counted("{n} is stationary in this plane only.", "{n} are stationary in this plane only.", alone))
    if found.curves:
        parts.append(
            counted(
                "{n} curve of stationary points ({kinds}), where f = {values}.",
                "{n} curves of stationary points ({kinds}), where f = {values}.",
                len(found.curves),
                kinds=counted_kinds(c.kind for c in found.curves),
                values=", ".join(dict.fromkeys(plain_number(c.value) for c in found.curves)),
            )
        )
    if not parts and not found.message and not found.flat:
        parts.append(say("There is no stationary point in view. Zoom out, or move the view, to look elsewhere."))
    return " ".join(told(part) for part in [*parts, found.message, found.note] if part).strip()
