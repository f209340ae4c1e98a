"""How long a run may be, how far it is computed, and its end."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gradviz.gui.descent.icons import transport_icon
from gradviz.gui.theme import Theme

__all__ = ["DEFAULT_LIMIT", "LIMITS", "Note", "ProgressRow", "ResetButton", "StepLimit"]

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


class ResetButton(QToolButton):
    """Back to no descent at all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentReset")
        self.setAccessibleName(self.tr("Reset the descent"))
        self.setToolTip(self.tr("Remove the descent; click on the plot to start another"))
        self.setIconSize(QSize(20, 20))
        self.setAutoRaise(True)

    def set_theme(self, theme: Theme) -> None:
        self.setIcon(transport_icon("reset", theme.text, theme.faint))


class Note(QLabel):
    """A line that is there only while it says something."""

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setProperty("class", "muted")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hide()

    def say(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text))
