"""The table behind the verdict: how each step fared at random instances."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.derivation.line import describe_error
from gradviz.gui.theme import current_theme
from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["ChecksDialog", "check_rows", "sizes_text"]

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ALIGNED = (_LEFT, _RIGHT, _RIGHT, _LEFT)
"""How the columns, and their titles, are aligned: figures to the right."""
LONGEST_NAME = 320
"""Pixels for the name of a step; what is longer is cut short."""


def check_rows(verification: dict[str, Any]) -> list[tuple[str, str, str, bool]]:
    """Step, largest relative error, instances, verdict; the last row is the answer."""
    found = []
    result = verification.get("result")
    steps = [(f"{number}. {check['title']}", check) for number, check in enumerate(verification.get("steps", ()), 1)]
    for name, check in [*steps, *([(told(say("The answer")), result)] if result else [])]:
        error = check["reason"] or describe_error(check["error"]) if not check["ok"] else describe_error(check["error"])
        found.append((name, error, str(check["instances"]), bool(check["ok"])))
    return found


def sizes_text(verification: dict[str, Any]) -> str:
    """The sizes that were tried, as a sentence; "" where nothing has a size."""
    sizes = [", ".join(f"{name} = {size}" for name, size in d.items()) for d in verification.get("dimensions", ()) if d]
    return told(say("The sizes were {sizes}.", sizes="; ".join(dict.fromkeys(sizes)))) if sizes else ""


class ChecksDialog(QDialog):
    """A row for each step, and one for the answer."""

    def __init__(self, verification: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checks_dialog")
        self.setWindowTitle(self.tr("Verification"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about = self.tr(
            "Both sides of every step are evaluated with random numbers, and the answer is compared with a numeric"
            " derivative of the function that knows no rule."
        )
        intro = QLabel(f"{about} {sizes_text(verification)}".strip(), self)
        intro.setObjectName("checks_intro")
        intro.setWordWrap(True)
        rows = check_rows(verification)
        self.table = QTableWidget(len(rows), 4, self)
        self.table.setObjectName("checks_table")
        self.table.setAccessibleName(self.tr("How each step fared"))
        titles = (self.tr("Step"), self.tr("Relative error"), self.tr("Instances"), self.tr("Verdict"))
        for column, text in enumerate(titles):
            item = QTableWidgetItem(text)
            item.setTextAlignment(ALIGNED[column])
            self.table.setHorizontalHeaderItem(column, item)
        self.table.setStyleSheet(
            "#checks_table::item { padding: 0 10px; } #checks_table QHeaderView::section { padding: 4px 10px; }"
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        theme = current_theme()
        for number, (name, error, instances, ok) in enumerate(rows):
            verdict = self.tr("✓ holds") if ok else self.tr("✗ does not hold")
            for column, text in enumerate((name, error, instances, verdict)):
                item = QTableWidgetItem(text)
                if column == 3:
                    item.setForeground(QColor(theme.ok if ok else theme.error))
                item.setTextAlignment(ALIGNED[column])
                self.table.setItem(number, column, item)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setObjectName("checks_buttons")
        buttons.rejected.connect(self.close)
        self.table.setCurrentCell(-1, -1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        for widget in (intro, self.table, buttons):
            layout.addWidget(widget)
        figures = sum(max(header.sectionSizeHint(n), self.table.sizeHintForColumn(n)) for n in (1, 2, 3))
        wide = min(self.table.sizeHintForColumn(0), LONGEST_NAME) + figures + 64
        self.resize(max(560, wide), min(160 + 32 * len(rows), 560))
