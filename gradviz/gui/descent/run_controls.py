"""How long a run may be, how far it is computed, and its end."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QFocusEvent
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
from gradviz.gui.translation import told
from gradviz.numeric.descent import Limits, ParameterError

__all__ = ["DEFAULT_LIMIT", "LIMITS", "Note", "ProgressRow", "ResetButton", "StepLimit"]

LIMITS = (100, 1_000, 10_000, 100_000)
DEFAULT_LIMIT = 1_000


class StepLimit(QComboBox):
    """The largest number of steps, chosen or typed.

    Signals
    -------
    limitChosen(int) : the user chose another.
    refused(str) : what was typed is none, and why; "" when it is one again.
    """

    limitChosen = Signal(int)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentLimit")
        self.setAccessibleName(self.tr("Largest number of steps"))
        self.setToolTip(self.tr("The descent stops after so many steps"))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)
        self._limit = DEFAULT_LIMIT
        for count in LIMITS:
            self.addItem(_grouped(count), count)
        self.setCurrentIndex(LIMITS.index(DEFAULT_LIMIT))
        self.currentIndexChanged.connect(self._on_index)
        self.lineEdit().textEdited.connect(self._on_edited)
        self.lineEdit().editingFinished.connect(self._on_finished)

    def limit(self) -> int:
        return self._limit

    def set_limit(self, limit: int | None) -> None:
        """Show the limit of a document; None for the default; no signal."""
        self._limit = DEFAULT_LIMIT if limit is None else limit
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(self._limit))
            self.setEditText(_grouped(self._limit))
        self.refused.emit("")

    def _on_index(self, index: int) -> None:
        if index >= 0:
            self.refused.emit("")
            self._take(int(self.itemData(index)))

    def _on_edited(self, text: str) -> None:
        cleaned = text.replace("\u202f", "").replace(" ", "").replace("_", "")
        try:
            if not cleaned.isdecimal() or not int(cleaned):
                raise ParameterError("steps", self.tr("The number of steps is a whole number from 1 upwards."))
            limit = Limits(steps=int(cleaned[:12])).steps
        except ParameterError as error:
            self._wrong = True
            self.refused.emit(told(str(error)))
            return
        self._wrong = False
        self.refused.emit("")
        self._take(limit)

    _wrong = False

    def _on_finished(self) -> None:
        """A bad entry stays, with its message, until the field is left: the last good one takes its place then."""
        if not (self._wrong and self.lineEdit().hasFocus()):
            self._wrong = False
            self.set_limit(self._limit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._wrong:  # a field that has been entered is not finished once more
            self._on_finished()

    def _take(self, limit: int) -> None:
        if limit != self._limit:
            self._limit = limit
            self.limitChosen.emit(limit)


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")


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


class _EndButton(QToolButton):
    """A button at the transport's end."""

    icon_name = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(20, 20))
        self.setAutoRaise(True)

    def set_theme(self, theme: Theme) -> None:
        self.setIcon(transport_icon(self.icon_name, theme.text, theme.faint))


class ResetButton(_EndButton):
    """Back to no descent at all."""

    icon_name = "reset"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentReset")
        self.setAccessibleName(self.tr("Reset the descent"))
        self.setToolTip(self.tr("Remove the descent; click on the plot to start another"))


class ExportButton(_EndButton):
    """What is shown, one descent or several, as an animation or a table."""

    icon_name = "export"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentExport")
        self.setAccessibleName(self.tr("Export the descent"))
        self.setToolTip(self.tr("Export what is shown here, one descent or all that are compared: GIF, MP4, CSV"))


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

    bare = False

    def say(self, text: str) -> None:
        self.setText(text)
        self.setVisible(bool(text) and not self.bare)

    def set_bare(self, bare: bool) -> None:
        """Keep silent while it would speak of something else than what is shown."""
        self.bare = bare
        self.setVisible(bool(self.text()) and not bare)
