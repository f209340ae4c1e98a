"""What the studio's panel does for its page that compares."""

from __future__ import annotations

from typing import Any

from gradviz.gui.descent.compare.choices import CompareChoices
from gradviz.gui.descent.compare.context import Context
from gradviz.gui.descent.layout import StudioLayout
from gradviz.gui.descent.parameters_form import DEFAULT_METHOD
from gradviz.numeric.descent import METHODS

__all__ = ["Comparing"]


class Comparing(StudioLayout):
    """The part of `DescentPanel` that several runs concern; it uses the panel's function, start and form."""

    @property
    def comparing(self) -> bool:
        """Whether several descents are shown in place of the single one."""
        return self.pages.currentWidget() is self.compare

    def _context(self) -> Context | None:
        if self.landscape is None or not self.landscape.has_gradient:
            return None
        return Context(
            self.landscape,
            self._start,
            self.function,
            self.view_of(),
            METHODS[self.form.method_id].title,
            self.form.method(),
            self.form.method_of,
            self._typed_sizes(),
            self.limit_field.limit(),
            self._capabilities,
        )

    def _typed_sizes(self) -> frozenset[str]:
        """The methods whose step size the user typed."""
        typed = {id for id, given in self.form.remembered().items() if "step_size" in given}
        return frozenset(typed | {DEFAULT_METHOD} if self._own_step_size else typed - {DEFAULT_METHOD})

    def _show_form(self) -> None:
        """Methods that are compared are chosen, and their step sizes told, in the comparison itself."""
        kind = self.compared.choices.kind if self.comparing else ""
        page = self.compared.page.part
        if page is not None:
            page.tabs.setVisible(self.comparing)
            page.setup.set_shown(self.comparing)
        varied = kind == "sweep" and page is not None and page.setup.parameter.currentData() == "step_size"
        self.form.set_parts(method=kind != "methods", step=kind != "methods" and not varied, suggest=not kind)
        self.step_size_note.set_bare(kind == "methods")

    def _on_compared_chosen(self, choices: CompareChoices) -> None:
        self._show_form()
        self.choicesChanged.emit({"compare": choices})

    def _on_given(self, method_id: str, given: dict[str, Any]) -> None:
        """Parameters from the comparison; those of gradient descent may hold its step size, None for the suggestion."""
        if method_id == DEFAULT_METHOD and "step_size" in given:
            size = given.pop("step_size")
            if size is None:
                self._own_step_size = False
                self._suggest(self._start if self._start is not None else self.landscape.origin)
                self.stepSizeSuggested.emit()
            else:
                self.form.set_step_size(size)
                self._on_step_size(size, True)
        self.form.give(method_id, given)
