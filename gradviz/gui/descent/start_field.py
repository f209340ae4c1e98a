"""The start of the descent in numbers: all of its coordinates, checked as they are typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gradviz.gui.plot.values import BadValueError, parse_number
from gradviz.gui.translation import told
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import StartError, checked_start

__all__ = ["StartField"]

SHOWN = 12
"""Coordinates that are written out; of more the field shows how many there are."""


class StartField(QLineEdit):
    """Numbers with commas between them.

    Signals
    -------
    entered(array) : the user typed another valid start.
    refused(str) : what was typed is none, and why; "" when it is one again.
    """

    entered = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentStart")
        self.setAccessibleName(self.tr("Start of the descent"))
        self.setPlaceholderText(self.tr("click on the plot"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("−1.2345, −1.2345") + 24)
        self._landscape: Any = None
        self._start: Array | None = None
        self._wrong = False
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_finished)

    def set_start(self, landscape: Any, start: Array | None) -> None:
        """Show a start; no signal. What is being typed is left alone."""
        self._landscape, self._start = landscape, start
        self.setEnabled(landscape is not None)
        if landscape is not None:
            names = landscape.coordinates()
            listed = ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")
            self.setToolTip(self.tr("All coordinates in order: {}").format(listed))
        if not (self.hasFocus() and self.isModified()):
            self._show()

    def _show(self) -> None:
        start = self._start
        numbers = [] if start is None else [f"{float(x):.6g}".replace("-", "−") for x in start[:SHOWN]]
        more = ", …" if start is not None and len(start) > SHOWN else ""
        self.setText(", ".join(numbers) + more)
        self.setCursorPosition(0)
        self.refused.emit("")

    def _on_edited(self, text: str) -> None:
        if self._landscape is None:
            return
        try:
            state = self._parsed(text)
        except (BadValueError, StartError) as problem:
            self._wrong = True
            self.refused.emit(told(str(problem)))
            return
        self._wrong = False
        self.refused.emit("")
        self.entered.emit(state)

    def _parsed(self, text: str) -> Array:
        """The start that is written.

        Raises
        ------
        BadValueError, StartError
            For what is no number, for too many or too few, and for those that are not finite.
        """
        parts = [part for part in text.strip(" ()[]").replace(";", ",").split(",") if part.strip()]
        words = {"nan": float("nan"), "inf": float("inf"), "-inf": float("-inf")}
        numbers = [
            words[p.strip().lower()] if p.strip().lower() in words else parse_number(p.replace("−", "-")) for p in parts
        ]
        return checked_start(numbers, self._landscape.dimension)

    def _on_finished(self) -> None:
        """A bad entry stays, with its message, until the field is left: the last good start takes its place then."""
        if self._wrong and self.hasFocus():
            return
        self._wrong = False
        self.setModified(False)
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._wrong:  # a field that has been entered is not finished once more
            self._on_finished()
