"""The comparison's place in the studio: made when it is first seen, driven by the studio's transport."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gradviz.gui.descent.compare.choices import CompareChoices
from gradviz.gui.descent.parameters_form import ParametersForm
from gradviz.gui.descent.transport import Transport
from gradviz.gui.plot.later import Later

__all__ = ["CompareHost"]


class CompareHost(QObject):
    """Between the studio and its page that compares.

    Attributes
    ----------
    page : where the `ComparePanel` stands once it is made; ``page.part`` is that panel or None.
    choices : what is compared, as the document has it.
    step : the step that is shown of all descents.

    Signals
    -------
    shown(Compared, frozenset) : what is compared, and the indices of what is hidden of it.
    stepShown(int) : another step is shown.
    stepAsked(int) : the user asked for a step in the chart.
    chosen(CompareChoices) : the user chose to compare something else.
    given(str, dict) : the user set parameters of a method in the table; see `RowEditor`.
    """

    shown = Signal(object, object)
    stepShown = Signal(int)
    stepAsked = Signal(int)
    chosen = Signal(object)
    given = Signal(str, dict)

    def __init__(
        self, form: ParametersForm, transport: Transport, context: Callable[[], Any], made: Callable[[QWidget], None]
    ) -> None:
        super().__init__(form)
        self.choices = CompareChoices()
        self.step = 0
        self.active = False
        self._form, self._transport, self._context, self._made = form, transport, context, made
        self.page = Later("compareLater", self.tr("Compare descents"), self._make)

    def _make(self) -> Any:
        from gradviz.gui.descent.compare.panel import ComparePanel

        made = ComparePanel(self._context)
        made.set_choices(self.choices)
        made.comparedChanged.connect(self.refresh)
        made.stepAsked.connect(self.stepAsked)
        made.choicesChanged.connect(self._on_chosen)
        made.parametersAsked.connect(self._edit)
        self._made(made)
        return made

    def set_choices(self, choices: CompareChoices) -> None:
        """Follow a document; no signal."""
        if choices != self.choices:
            self.choices = choices
            self._form.remember(choices.parameters)
            if self.page.part is not None:
                self.page.part.set_choices(choices)

    def with_parameters(self) -> CompareChoices:
        """The choices with the parameters that the methods have been given."""
        self.choices = replace(self.choices, parameters=self._form.remembered())
        return self.choices

    def invalidate(self) -> None:
        """Something that the descents depend on has changed."""
        if self.page.part is not None:
            self.page.part.invalidate()

    def view_moved(self) -> None:
        """Another part of the plane is seen."""
        if self.page.part is not None and self.active:
            self.page.part.view_moved()

    def forget(self) -> None:
        """Another function: what was compared counts no longer."""
        if self.page.part is not None:
            self.page.part.forget()

    def set_active(self, active: bool) -> None:
        """Whether the page is the one that is seen."""
        self.active = active
        self.refresh()

    def refresh(self) -> None:
        """Show what is compared, to the end unless somebody looks at a step before it."""
        part = self.page.part
        if part is None or not self.active:
            return
        at_end = self.step >= self._transport.last
        self.shown.emit(part.found, part.hidden)
        self.show_step(part.found.last if at_end else self.step)

    def show_step(self, step: int) -> None:
        """Show all descents up to a step."""
        part = self.page.part
        if part is not None:
            self.step = min(max(step, 0), part.found.last)
            self._transport.set_state(self.step, part.found.last, growing=part.busy)
            part.show_step(self.step)
            self.stepShown.emit(self.step)

    def _edit(self, method_id: str) -> None:
        """Let the user set the parameters of a method that is compared."""
        from gradviz.gui.descent.compare.row_editor import RowEditor

        found = self.page.part.found
        index = found.ids.index(method_id)
        size = getattr(found.runs[index].method, "step_size", None)
        self.editor = RowEditor(method_id, self._form.remembered().get(method_id, {}), size, self.page)
        self.editor.form.rows = self._form.rows
        self.editor.given.connect(self.given)
        self.editor.open()

    editor: Any = None

    def _on_chosen(self, choices: CompareChoices) -> None:
        self.choices = choices
        self.chosen.emit(self.with_parameters())
