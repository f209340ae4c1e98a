"""A field for one number: what is typed counts as soon as it is one, and a message says when it is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from gradviz.gui.plot.names import html_name, plain_name
from gradviz.gui.plot.values import BadValueError, parse_number
from gradviz.gui.translation import told

__all__ = ["NumberField"]

EDGES = 23
"""Pixels of a field beside its text: the padding, the frame and the cursor's room."""


class NumberField(QLineEdit):
    """A number.

    Attributes
    ----------
    caption : its name, as a buddy for a layout.

    Signals
    -------
    entered(float) : the user typed another valid number.
    refused(str) : what was typed is no number, and why; "" when it is one again.
    """

    entered = Signal(float)
    refused = Signal(str)

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None, width: int = 84) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._purpose = accessible
        self.setAccessibleName(accessible)
        self.setFixedWidth(width)
        self.caption = QLabel(parent)
        self.caption.setBuddy(self)
        self._value = 0.0
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._on_finished)

    def set_name(self, name: str) -> None:
        """The symbol before the field."""
        self.caption.setText(f"{html_name(name)}&nbsp;=")
        self.setAccessibleName(f"{self._purpose}: {plain_name(name)}")

    def set_value(self, value: float) -> None:
        """Show a number; no signal. What is being typed is left alone."""
        self._value = value
        if not (self.hasFocus() and self.isModified()):
            self.setText(self._as_fits(value + 0.0))  # no minus before nothing
            self._say("")

    def _as_fits(self, value: float) -> str:
        """With as many digits, from six down to three, as the field has room for."""
        texts = [f"{value:.{digits}g}".replace("-", "−") for digits in (6, 5, 4, 3)]
        room = self.width() - EDGES
        return next((text for text in texts if self.fontMetrics().horizontalAdvance(text) <= room), texts[-1])

    def value(self) -> float:
        return self._value

    def _on_edited(self, text: str) -> None:
        try:
            value = parse_number(text)
        except BadValueError as problem:
            self._say(told(str(problem)))
            return
        self._say("")
        if value != self._value:
            self._value = value
            self.entered.emit(value)

    def _on_finished(self) -> None:
        """Enter, or leaving the field: a bad entry gives way to the last good number."""
        self.setModified(False)
        self.set_value(self._value)

    def _say(self, message: str) -> None:
        if self.property("invalid") != bool(message):
            self.setProperty("invalid", bool(message))
            self.style().unpolish(self)
            self.style().polish(self)
        if message != self.accessibleDescription():
            self.setAccessibleDescription(message)
            self.refused.emit(message)
