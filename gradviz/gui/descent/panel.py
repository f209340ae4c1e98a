"""The descent: the method, the transport, and the step, the formula and the convergence of the run that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QWidget,
)

from gradviz.gui.descent.arithmetic import invitation_text
from gradviz.gui.descent.compare.choices import CompareChoices
from gradviz.gui.descent.comparing import Comparing
from gradviz.gui.descent.opened import Opened
from gradviz.gui.descent.parameters_form import DEFAULT_METHOD
from gradviz.gui.descent.runner import Runner
from gradviz.gui.descent.step_sizes import SizeSearch
from gradviz.gui.pacing import working
from gradviz.gui.plot.names import plain_number
from gradviz.gui.right_of_way import window_works
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.turns import Turns
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import (
    Limits,
    ParameterError,
    Run,
    StepSearch,
    StopReason,
    capabilities,
    row_count,
    suggested_step_size,
)
from gradviz.numeric.descent.fit import Fit, find_fit
from gradviz.numeric.descent.line import CurveLandscape
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.planes import View

__all__ = ["DescentPanel"]

Function = Landscape | CurveLandscape
LATE = 250
"""Milliseconds after which a run that is being computed shows its progress."""


class DescentPanel(Comparing):
    """Descent from a start, as a recording that can be stepped through.

    Attributes
    ----------
    run : the present `Run`, or None.
    step : the number of the iterate that is shown.
    landscape, function : the function, or None, and its name.
    view_of : what is seen of the plane; whoever draws it sets this.

    Signals
    -------
    runChanged(Run or None) : there is another run, or more of it; `stepShown` follows.
    stepShown(int) : another iterate is shown.
    stepSizeChanged(float) : a valid step size of gradient descent was entered.
    stepSizeSuggested() : the user asked for the suggestion; what was typed before no longer counts.
    choicesChanged(dict) : the user chose ``method``, ``parameters``, ``steps`` or ``compare``: the document's names and
        values.
    comparedShown(Compared or None, frozenset) : what is compared, and the indices of what is hidden of it; None while
        the single run is shown.
    comparedStep(int) : another step of what is compared is shown.
    openedShown(Opened or None, int) : an opened step, and which of its parts is shown; None when none is open.
    startTyped(array) : the user typed a start.
    exportAsked() : the user wants what is shown as a file.
    fitFound(Fit or None) : whether the function is a fit to data.
    """

    runChanged = Signal(object)
    stepShown = Signal(int)
    stepSizeChanged = Signal(float)
    stepSizeSuggested = Signal()
    choicesChanged = Signal(dict)
    comparedShown = Signal(object, object)
    comparedStep = Signal(int)
    openedShown = Signal(object, int)
    fitFound = Signal(object)
    startTyped = Signal(object)
    exportAsked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentPanel")
        self.setAccessibleName(self.tr("Descent"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.run: Run | None = None
        self.step = 0
        self._kept = 0  # the step that is shown again once a run that is computed anew has come so far
        self.landscape: Function | None = None
        self.view_of: Callable[[], View | None] = lambda: None
        self._capabilities: frozenset[str] = frozenset()
        self._start: Array | None = None
        self.function = "f"
        self._own_step_size = False
        self._theme = current_theme()
        self._after_form = Turns(self)  # a form that was made anew is painted before the run
        self._runner = Runner(self)
        self._runner.advanced.connect(self._on_advanced)
        self._runner.failed.connect(self._on_failed)
        self.size_search = SizeSearch(self)
        self.size_search.found.connect(self._on_size_found)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE)
        self._late.timeout.connect(self._refresh_progress)
        self.build(self._context)
        self._connect()
        self.set_theme(self._theme)
        self._show_method()

    def _connect(self) -> None:
        self.transport.moved.connect(self.show_step)
        self.transport.stopped.connect(lambda: self.step_view.set_passing(False))
        self.form.chosen.connect(self._on_chosen)
        self.form.stepSizeTyped.connect(self._on_step_size)
        self.form.edited.connect(lambda: self.step_size_note.say(""))
        self.form.suggest_button.clicked.connect(self.suggest_step_size)
        self.slider.sizeChosen.connect(self.set_step_size)
        self.limit_field.limitChosen.connect(self._on_limit)
        self.start_field.entered.connect(self._on_start_typed)
        self.start_field.editingFinished.connect(self._say_start)  # after its own: a start outside the domain stays
        self.reset_button.clicked.connect(self.reset)
        self.export_button.clicked.connect(self.exportAsked)
        self.cancel_button.clicked.connect(self._runner.cancel)
        self.convergence.stepAsked.connect(self._on_step_asked)
        self.step_view.openedShown.connect(self._on_opened)
        self.step_view.stepAsked.connect(lambda by: self._on_step_asked(self.step + by))
        self.compared.shown.connect(self.comparedShown)
        self.compared.stepShown.connect(self.comparedStep)
        self.compared.stepAsked.connect(self._on_step_asked)
        self.compared.given.connect(self._on_given)
        self.compared.chosen.connect(self._on_compared_chosen)
        self.pages.turned.connect(self._on_page)

    # --- what others call

    @property
    def is_line(self) -> bool:
        """Whether the function is one of one number."""
        return isinstance(self.landscape, CurveLandscape)

    def set_landscape(
        self, landscape: Landscape | CurveLandscape | None, name: str = "f", *, keep_start: bool = False
    ) -> None:
        """Descend on another function; with `keep_start` from the same start, when the constants changed."""
        self.pause()
        start = self._start if keep_start else None
        self.landscape = landscape
        self.function = name
        self._start = None
        self._own_step_size = self._own_step_size and keep_start
        self.step_size_note.say("")
        usable = landscape is not None and landscape.has_gradient
        if usable and landscape is not None:
            self._capabilities = capabilities(landscape)
            self.form.set_capabilities(self._capabilities)
            self.form.rows = row_count(landscape) if "rows" in self._capabilities else None
            if start is not None and len(start) == landscape.dimension:
                self._start = start
            if self._start is None or not self._own_step_size:  # other numbers, another curvature
                self._suggest(self._start if self._start is not None else landscape.origin)
        self.compared.forget()
        self._set_fit(find_fit(landscape) if usable else None)
        self._show_method()
        self._recompute()

    def set_choices(
        self,
        method: str,
        parameters: Mapping[str, Any],
        steps: int | None,
        compare: CompareChoices | None = None,
    ) -> None:
        """Follow a document's method, parameters, number of steps and comparison; no `choicesChanged`."""
        if compare is not None:
            self.compared.set_choices(compare)
            self._show_form()
        before = (self.form.method_id, dict(self.form.given), self.limit_field.limit())
        with working():
            self.form.set_choices(method, parameters)
            self.limit_field.set_limit(steps)
            if before != (self.form.method_id, dict(self.form.given), self.limit_field.limit()):
                self._show_method()
                self._recompute_after_form()

    def set_start(self, x: float, y: float) -> None:
        """Descend from a point of the plane."""
        if self.landscape is not None:
            self.set_start_state(self.landscape.state(x, y))

    def set_start_state(self, state: Array) -> None:
        """Descend from a state."""
        if self.landscape is None or not self.landscape.has_gradient:
            return
        self.pause()
        state = np.asarray(state, dtype=float)
        self.step_size_note.say("")
        if not self._own_step_size:
            self._suggest(state)
        if self._start is None or not np.array_equal(self._start, state):  # or it is the same descent in another plane
            self.step = self._kept = 0
        self._start = state
        self._recompute()

    def connect_to(self, view) -> None:
        """Wire the panel to a `PlaneView`: clicks give starts, runs and steps are drawn."""
        view.startPicked.connect(self.set_start)
        self.runChanged.connect(view.set_run)
        self.stepShown.connect(view.show_step)

    def set_step_size(self, size: float) -> None:
        """Enter a step size of gradient descent, as if it were typed."""
        before = self.step_size()
        self.step_size_note.say("")
        self.form.set_step_size(size)
        self._on_step_size(size, size != before)

    def step_size(self) -> float:
        """The last valid step size of gradient descent."""
        return self.form.step_size_of_descent

    @property
    def computing(self) -> bool:
        """Whether the run goes on in a thread, or is about to begin."""
        return self._runner.busy or self._after_form.busy

    def show_step(self, step: int) -> None:
        """Show an iterate; a number beyond the run shows its last one."""
        if self.comparing:
            self.compared.show_step(step)
            return
        last = 0 if self.run is None else self.run.steps
        step = min(max(step, 0), last)
        changed = step != self.step
        self.step, self._kept = step, 0
        self._refresh()
        if changed:
            self.stepShown.emit(step)

    def reset(self) -> None:
        """Back to no descent at all."""
        self.pause()
        self._start = None
        self.step = self._kept = 0
        self._recompute()

    def suggest_step_size(self) -> None:
        """Take the suggested step size for this start; of another method than gradient descent, search for one."""
        if self.landscape is None or not self.landscape.has_gradient:
            return
        if self.form.method_id != DEFAULT_METHOD:
            start = self._start if self._start is not None else self.landscape.origin
            limit = self.limit_field.limit()
            self.size_search.search(self.form.method_id, self.landscape, start, self.form.method(), limit)
        else:
            self._own_step_size = False
            self.step_size_note.say("")
            self._suggest(self._start if self._start is not None else self.landscape.origin)
            self._recompute()
            self.stepSizeSuggested.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        views = (self.step_view, self.method_view, self.convergence, self.compare, self.fit_page)
        for part in (self.transport, self.slider, self.reset_button, self.export_button, *views):
            part.set_theme(theme)
        self._refresh()

    def shutdown(self) -> None:
        """Stop, and wait for the threads."""
        self.pause()
        self._after_form.cancel()
        self._late.stop()
        for part in (
            self._runner,
            self.size_search,
            self.step_view,
            self.method_view,
            self.convergence,
            self.compare,
            self.slider,
            self.fit_page,
        ):
            part.shutdown()

    # --- what the user does

    def _on_chosen(self) -> None:
        self.step_size_note.say("")
        self._show_method()
        self._recompute_after_form()
        chosen = {"method": self.form.method_id, "parameters": dict(self.form.given)}
        self.choicesChanged.emit({**chosen, "compare": self.compared.with_parameters()})

    def _on_start_typed(self, state: Array) -> None:
        self.set_start_state(state)
        self.startTyped.emit(state)

    def _on_size_found(self, method_id: str, found: StepSearch | None) -> None:
        if method_id != self.form.method_id:
            return
        if found is None:
            self.step_size_note.say(self.tr("No step size was found: with all that were tried the descent runs away."))
            return
        self.form.give(method_id, {**self.form.given, "step_size": found.size})
        words = self.tr("γ is now {size}: of {count} that were tried, it gets lowest in {steps} steps.")
        self.step_size_note.say(words.format(size=plain_number(found.size), count=found.tried, steps=found.steps))

    def _on_limit(self, limit: int) -> None:
        self._recompute()
        self.choicesChanged.emit({"steps": limit})

    def _on_step_size(self, size: float, changed: bool) -> None:
        self._own_step_size = True
        self.slider.set_size(size)
        if changed:
            self.stepSizeChanged.emit(size)
            self._recompute()

    def _on_step_asked(self, step: int) -> None:
        self.pause()
        self.show_step(step)

    def _suggest(self, state: Array) -> None:
        assert self.landscape is not None
        self.form.set_step_size(suggested_step_size(self.landscape, state))
        self.slider.set_size(self.form.step_size_of_descent)

    # --- a fit to data

    def _set_fit(self, fit: Fit | None) -> None:
        self.fit_page.set_fit(fit)
        self.convergence.known = None if fit is None else fit.minimum
        self.pages.set_page_visible(self.fit_page, fit is not None)
        self.form.renew()  # a row of tabs of another width
        self.fitFound.emit(fit)

    # --- an opened step

    _opened: Opened | None = None

    def _on_opened(self, found: Opened | None, part: int) -> None:
        """An opened step is drawn while its words are seen."""
        self._opened = found
        self.openedShown.emit(found if self.pages.currentWidget() is self.step_view else None, part)

    def _on_page(self, _page: QWidget) -> None:
        self.pause()
        self._show_form()
        self.compared.set_active(self.comparing)
        self._on_opened(self._opened, self.step_view.index)
        if not self.comparing:
            self.comparedShown.emit(None, frozenset())
            self._refresh()

    # --- the run

    def _recompute(self) -> None:
        self._give_up()
        self._begin()

    def _recompute_after_form(self) -> None:
        self._give_up()
        self._after_form.start([self._begin])

    def _give_up(self) -> None:
        self.pause()
        self._after_form.cancel()
        self._runner.drop()
        self.size_search.drop()
        self.compared.invalidate()

    def _begin(self) -> None:
        if self.landscape is None or self._start is None:
            self._publish(None)
            return
        limits = Limits(steps=self.limit_field.limit())
        try:
            run = self._runner.start(self.landscape, self._start, self.form.method(), limits)
        except ParameterError as error:
            self._publish(None)
            self._on_failed(str(error))
            return
        self._late.start()
        self._publish(run)

    def _on_advanced(self, run: Run) -> None:
        """Draw a run that grows each time that it has doubled, and at its end: a picture costs as much as its steps."""
        if run.reason is not StopReason.UNFINISHED or self.run is None or run.steps >= 2 * self.run.steps:
            self._publish(run)
        else:
            self.progress_bar.setValue(run.steps)

    def _publish(self, run: Run | None) -> None:
        with working():
            self._show_run(run)

    def _show_run(self, run: Run | None) -> None:
        self.run = run
        wanted = max(self.step, self._kept)
        self.step = min(wanted, run.steps if run else 0)
        self._kept = wanted if run is not None and run.reason is StopReason.UNFINISHED else 0
        self.start_field.set_start(self.landscape, self._start)
        self._say_start()
        self.convergence.set_run(self.landscape, run, self.function)
        self.slider.set_run(self.landscape, run)
        self.plane_note.set_run(self.landscape, run)
        self.runChanged.emit(run)
        self._refresh()
        self._refresh_progress()
        self.stepShown.emit(self.step)

    def _say_start(self) -> None:
        """Of a start without a value: as long as it is the start, also once what is typed has been entered."""
        run = self.run
        if run is not None and run.steps == 0 and run.reason in (StopReason.OUTSIDE, StopReason.NONFINITE):
            self.form.say("start", self.start_field, run.sentence)

    def _on_failed(self, error: str) -> None:
        self.reason.setText(f"<span style='color:{self._theme.error}'>{error}</span>")
        self._refresh_progress()

    def _refresh_progress(self) -> None:
        """After a while: a bar that flashes up for every run would only disturb."""
        shown = self._runner.busy and not self._late.isActive()
        if self.run is not None and self._runner.busy:
            self.progress_bar.setRange(0, self.run.limits.steps)
            self.progress_bar.setValue(self.run.steps)
        if shown != self.progress.isVisibleTo(self):
            with window_works():
                self.progress.setVisible(shown)

    # --- what is shown

    def _variables(self) -> list[str]:
        if self.landscape is None:
            return ["x"]
        return [v.name for v in self.landscape.variables] or self.landscape.coordinates()

    def _show_method(self) -> None:
        self.slider.setVisible(self.form.method_id == DEFAULT_METHOD)
        self.slider.set_size(self.form.step_size_of_descent)
        self.method_view.show_method(self.form.method(), self._variables(), self.function)

    def _refresh(self) -> None:
        run = self.run
        last = run.steps if run else 0
        growing = run is not None and run.reason is StopReason.UNFINISHED
        if not self.comparing:
            self.transport.set_state(self.step, last, growing=growing)
        self.convergence.show_step(self.step)
        self.reset_button.setEnabled(run is not None)
        self.export_button.setEnabled(self.comparing or last > 0)
        self.fit_page.show_state(None if run is None else run.states[self.step])
        able = self.landscape is not None and self.landscape.has_gradient
        self.form.show_suggested(able, able and not self._own_step_size)
        if run is None or self.landscape is None:
            text = invitation_text(self.landscape)
            self.step_view.show_invitation(f"<span style='color:{self._theme.muted}'>{text}</span>")
            self.setAccessibleDescription(text)
            return
        self.step_view.set_passing(self.is_playing())
        self.step_view.show_step(self.landscape, run, self.step, self._variables(), self.function)
        entries = ", ".join(plain_number(float(e)) for e in run.states[self.step][:4])
        value = plain_number(float(run.values[self.step]))
        said = self.tr("Step {step} of {last}: {state}, f = {value}")
        self.setAccessibleDescription(said.format(step=self.step, last=last, state=f"({entries})", value=value))

    # --- Qt

    def hideEvent(self, event: QEvent) -> None:
        self.pause()
        super().hideEvent(event)

    def closeEvent(self, event: QEvent) -> None:
        self.shutdown()
        super().closeEvent(event)
