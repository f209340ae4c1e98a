"""The parameters of one of the methods that are compared, in a window of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gradviz.gui.descent.parameters_form import DEFAULT_METHOD, ParametersForm
from gradviz.gui.descent.words import word
from gradviz.numeric.descent import METHODS

__all__ = ["RowEditor"]


class RowEditor(QDialog):
    """A form for one method; what is entered counts at once.

    Parameters
    ----------
    method_id : of which method.
    given : its parameters that differ from their defaults, and the step size if it was typed.
    size : the step size that it was compared with, or None.

    Signals
    -------
    given(str, dict) : the method's parameters are now these. A step size that is to be searched for is not among them;
        of gradient descent it is None.
    """

    given = Signal(str, dict)

    def __init__(
        self, method_id: str, given: Mapping[str, Any], size: float | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compareRowEditor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(word(METHODS[method_id].title))
        self._id = method_id
        self._typed = "step_size" in given
        self.form = ParametersForm(self)
        self.form.method_field.hide()
        shown = dict(given) if size is None or method_id == DEFAULT_METHOD else {"step_size": size, **given}
        self.form.set_choices(method_id, shown)
        if size is not None and method_id == DEFAULT_METHOD:
            self.form.set_step_size(size)
        self.form.chosen.connect(self._tell)
        self.form.stepSizeTyped.connect(
            lambda size, _: self.given.emit(self._id, {**self.form.given, "step_size": size})
        )
        self.form.edited.connect(self._on_edited)
        self.form.suggest_button.setText(self.tr("Search again"))
        self.form.suggest_button.setToolTip(
            self.tr("Forget the typed step size: one is searched for with each comparison")
        )
        self.form.suggest_button.clicked.connect(self._forget_size)
        words = QLabel(self.tr("{} takes no parameters.").format(word(METHODS[method_id].title)), self)
        words.setObjectName("compareRowNote")
        words.setVisible(not METHODS[method_id].parameters())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for part in (words, self.form, self.form.others, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(360)

    def _on_edited(self) -> None:
        self._typed = True

    def _tell(self) -> None:
        given = dict(self.form.given)
        if not self._typed:
            given.pop("step_size", None)
        self.given.emit(self._id, given)

    def _forget_size(self) -> None:
        self._typed = False
        if self._id == DEFAULT_METHOD:
            self.given.emit(self._id, {**self.form.given, "step_size": None})
        else:
            self._tell()
        self.close()
