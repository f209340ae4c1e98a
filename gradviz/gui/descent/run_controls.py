"""How long a run may be, and how far it is computed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QPushButton, QWidget

__all__ = ["DEFAULT_LIMIT", "LIMITS", "ProgressRow", "StepLimit"]

LIMITS = (100, 1_000, 10_000, 100_000)
DEFAULT_LIMIT = 1_000


class StepLimit(QComboBox):
    """The largest number of steps.

    Signals
    -------
    limitChosen(int) : the user chose another.
    """

    limitChosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentLimit")
        self.setAccessibleName(self.tr("Largest number of steps"))
        self.setToolTip(self.tr("The descent stops after so many steps"))
        for count in LIMITS:
            self._add(count)
        self.setCurrentIndex(LIMITS.index(DEFAULT_LIMIT))
        self.currentIndexChanged.connect(lambda _: self.limitChosen.emit(self.limit()))

    def limit(self) -> int:
        return int(self.currentData())

    def set_limit(self, limit: int | None) -> None:
        """Show the limit of a document; None for the default; no signal."""
        limit = DEFAULT_LIMIT if limit is None else limit
        with QSignalBlocker(self):
            if self.findData(limit) < 0:
                self._add(limit)
            self.setCurrentIndex(self.findData(limit))

    def _add(self, count: int) -> None:
        self.addItem(f"{count:,}".replace(",", "\u202f"), count)


class ProgressRow(QWidget):
    """A bar and a button to cancel.

    Attributes
    ----------
    bar, cancel : its parts.
    """

    def __init__(self, name: str, what: str, cancel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(what)
        self.setProperty("class", "plain")
        self.bar = QProgressBar(self)
        self.bar.setObjectName(f"{name}Bar")
        self.bar.setAccessibleName(what)
        self.bar.setFormat("%v / %m")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.setObjectName("descentCancel" if name == "descentProgress" else f"{name}Cancel")
        self.cancel.setAccessibleName(cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.hide()
