"""The step that is shown: its arithmetic, its sub-steps one by one, and why the run ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gradviz.gui.descent.along_plot import AlongPlot
from gradviz.gui.descent.arithmetic import iterate_html, outlook_text, reason_text, step_html, substeps_html
from gradviz.gui.descent.opened import Opened, opened, what_it_is
from gradviz.gui.picture.frames import scrolled
from gradviz.gui.plot.background import Background
from gradviz.gui.plot.later import Later
from gradviz.gui.small_parts import RichLabel, flat_button, rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.descent import Oracle, Run, StopReason
from gradviz.numeric.descent.first_order import GradientDescent
from gradviz.numeric.landscape import Landscape

__all__ = ["StepView"]

MOST_CURVATURES = 40
"""Coordinates of a function whose curvatures at the end of a run are looked at."""


class StepView(QWidget):
    """A step in words and numbers. Closed, the steps of gradient descent are one line of arithmetic; those of other
    methods are their sub-steps. Open, the sub-steps are gone through one by one, on the plot too.

    Attributes
    ----------
    formula : the arithmetic, or the sub-steps.
    values : the function and its gradient there.
    reason : why the run ended.
    opener : the button that opens steps, and those that go through the parts; to be placed elsewhere.
    index : the sub-step that is shown, from 0.
    along : f along the step; made when a step is first opened.

    Signals
    -------
    openedShown(Opened or None, int) : an opened step and the sub-step shown of it; None when none is open.
    stepAsked(int) : the step by so many further: beyond the last sub-step, or before the first.
    lookAsked : the plot is to show the opened step as large as it goes.
    openerChanged : the opener needs another place.
    """

    openedShown = Signal(object, int)
    stepAsked = Signal(int)
    lookAsked = Signal()
    openerChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentStep")
        self.setAccessibleName(self.tr("The step"))
        self.index = 0
        self._theme = current_theme()
        self._background = Background(self)
        self._oracle: tuple[Landscape, Oracle] | None = None
        self._shown: tuple[Landscape, Run, int] | None = None
        self._opened: Opened | None = None
        self._function = "f"
        self._from_end = False
        self.values = self._label("descentValues", self.tr("Function and gradient at this step"))
        self.formula = self._label("descentFormula", self.tr("The step's update with its numbers"))
        self.reason = self._label("descentReason", self.tr("Why the descent ended"))
        held = QWidget(self)
        held.setObjectName("descentStepWords")
        held.setAccessibleName(self.tr("The step in words and numbers"))
        self._words = words = QVBoxLayout(held)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(6)
        self._build_opener()
        for label, lines in ((self.formula, 3), (self.values, 1), (self.reason, 1)):
            label.keep_room(lines)
            words.addWidget(label)
        words.addStretch(1)
        self.along = Later("stepAlongLater", self.tr("The function along the step"), AlongPlot, self)
        self.along.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(8)
        room = scrolled(held)
        room.setMinimumHeight(1)  # it scrolls itself: what is around it need not, too
        layout.addWidget(room, 3)
        layout.addWidget(self.along, 2)

    def _build_opener(self) -> None:
        self.opener = QWidget(self)
        self.opener.setObjectName("stepOpener")
        self.opener.setProperty("class", "plain")
        self.open_button = QPushButton(self.tr("Open the step"), self)
        self.open_button.setObjectName("stepOpen")
        self.open_button.setAccessibleName(self.open_button.text())
        self.open_button.setToolTip(
            self.tr("Go through the parts of this step one by one, on the plot too, with the model that is trusted")
        )
        self.open_button.setCheckable(True)
        self.open_button.toggled.connect(self._on_open)
        self.back = flat_button(self, "stepPartBack", "◂", self.tr("The part before (Shift+Left)"))
        self.forward = flat_button(self, "stepPartForward", "▸", self.tr("The next part (Shift+Right)"))
        self.back.setShortcut("Shift+Left")
        self.forward.setShortcut("Shift+Right")
        self.back.clicked.connect(lambda: self._go(-1))
        self.forward.clicked.connect(lambda: self._go(1))
        self.look = flat_button(
            self, "stepLook", self.tr("Zoom to it"), self.tr("Show this step as large as the plot goes")
        )
        self.look.clicked.connect(self.lookAsked)
        self.part = QLabel(self)
        self.part.setObjectName("stepPart")
        self.part.setAccessibleName(self.tr("Which part of the step"))
        self.part.setProperty("class", "muted")
        row = QHBoxLayout(self.opener)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.open_button, self.back, self.part, self.forward, self.look):
            row.addWidget(widget)
        for widget in (self.back, self.part, self.forward, self.look):
            widget.hide()
        self.opener.hide()

    def _label(self, name: str, accessible: str) -> RichLabel:
        label = rich_label(self, name, accessible, selectable=True)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return label

    @property
    def busy(self) -> bool:
        """Whether a step is being opened."""
        return self._background.busy

    @property
    def is_open(self) -> bool:
        """Whether steps are gone through part by part."""
        return self.open_button.isChecked()

    @property
    def _opens(self) -> bool:
        """Steps that go by are not opened: nobody could follow, and drawing them takes longer than they last."""
        return self.is_open and not self.passing

    def set_passing(self, passing: bool) -> None:
        """Whether steps go by, because they are played."""
        if passing != self.passing:
            self.passing, self._fast = passing, False
            if not passing and self.is_open and self._last is not None:
                self._shown = None
                self.show_step(*self._last)

    passing = False
    _fast = False
    """Whether steps go by faster than their parts are found."""

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.along.set_theme(theme)
        self._shown = None

    def shutdown(self) -> None:
        self._background.shutdown()

    def show_invitation(self, text: str) -> None:
        """What to do where there is no run."""
        self._forget()
        self._show_parts(False)
        self._last = None
        self._offer(False)
        self.formula.setText(text)
        self.values.clear()
        self.reason.clear()
        self._place_reason(first=False)

    def show_step(self, landscape: Landscape, run: Run, k: int, variables: Sequence[str], function: str) -> None:
        """Show iterate k and the step that led to it."""
        if self.is_open and self.passing and self._opened is not None:  # what is drawn of the last one counts no longer
            self._forget()
            self._show_parts(False)
        before = self._last[2] if self._last is not None else k
        late = k > before + 1 or (k != before and self._background.busy)
        self._fast = self.passing and k > 0 and (self._fast or late)
        self._last = (landscape, run, k, variables, function)
        self._function = function
        self._offer(run.steps > 0)
        muted = self._theme.muted
        plain = isinstance(run.method, GradientDescent) and not self._opens
        if plain or k == 0:
            self._forget()
            update, state = step_html(run, k, variables, function, muted)
            if k == 0 and self.is_open:
                update += f"<br><span style='color:{muted}'>{self.tr('Step forwards to open the first step.')}</span>"
            self.formula.setText(update)
            self.values.setText(state)
            self._show_parts(False)
        elif self._fast:  # or the parts of an earlier step would be read beside the numbers of this one
            self._forget()
            self.values.setText(iterate_html(run, k, variables, function, muted))
            pause = self.tr("Pause to read the parts of a step.")
            self.formula.setText(f"<span style='color:{muted}'>{pause}</span>")
        else:
            self.values.setText(iterate_html(run, k, variables, function, muted))
            self._open(landscape, run, k)
        # Why it ended is told where it ended; before that, it would read as if it were about the step shown.
        text, kind = reason_text(run) if k == run.steps else (outlook_text(run), "muted")
        self.reason.setText(f"<span style='color:{getattr(self._theme, kind)}'>{text}</span>")
        self._place_reason(first=k == run.steps)
        if k == run.steps and run.reason is StopReason.CONVERGED:
            self._ask_what_it_is(landscape, run)

    def _ask_what_it_is(self, landscape: Landscape, run: Run) -> None:
        """A method may converge to a saddle point, or a maximum: that is told, once it is known."""
        if run.states.shape[1] > MOST_CURVATURES:
            return

        def take(sentence: str) -> None:
            if sentence and self._last is not None and self._last[1] is run and self._last[2] == run.steps:
                told_so = f"<span style='color:{self._theme.warning}'>{told(sentence)}</span>"
                self.reason.setText(f"{self.reason.text()} {told_so}")

        self._background.run("end", lambda _cancelled: what_it_is(landscape, run.states[-1], run.gradients[-1]), take)

    def _place_reason(self, *, first: bool) -> None:
        """Where the run ends, why it does comes before all else: in a low window what comes last is not seen."""
        if (self._words.indexOf(self.reason) == 0) != first:
            self._words.removeWidget(self.reason)
            self._words.insertWidget(0 if first else self._words.indexOf(self.values) + 1, self.reason)

    _last: tuple | None = None
    _offered = False

    def _offer(self, offered: bool) -> None:
        """Whether there are steps to be opened."""
        self._offered = offered
        self.place_opener()

    def place_opener(self) -> None:
        """Show the buttons that open steps while the words of the step are seen."""
        shown = self._offered and not self.isHidden()
        if self.opener.isHidden() == shown:
            self.opener.setVisible(shown)
            self.openerChanged.emit()

    # --- opening

    def _open(self, landscape: Landscape, run: Run, k: int) -> None:
        before = self._shown
        if before is not None and before[0] is landscape and before[2] == k and self._same(before[1], run):
            return  # the run has only grown
        self._shown = (landscape, run, k)

        drawn = self._opens

        def work(_cancelled: Callable[[], bool]) -> Opened:
            if self._oracle is None or self._oracle[0] is not landscape:
                self._oracle = (landscape, Oracle(landscape))  # of this thread alone: the pool has one
            return opened(landscape, run, k, self._oracle[1], along=drawn)

        def failed(error: str) -> None:
            self.formula.setText(self.tr("This step cannot be opened: {}").format(error))

        self._background.run("open", work, self._take, failed, finish=True)

    def _take(self, found: Opened) -> None:
        self._opened = found
        self.index = len(found.step.substeps) - 1 if self._from_end else 0
        self._from_end = False
        self._show_opened()

    def _show_opened(self) -> None:
        found = self._opened
        if found is None:
            return
        count = len(found.step.substeps)
        self.index = min(self.index, max(count - 1, 0))
        current = self.index if self._opens else None
        self.formula.setText(substeps_html(found.step, self._theme.muted, current, self._theme.accent))
        self._show_parts(self._opens)
        if self._opens:
            self.part.setText(self.tr("{} of {}").format(self.index + 1, count))
            along = self.along.get()
            along.show_step(found, self._function)
            along.show_part(self.index)
            self.openedShown.emit(found, self.index)

    def _show_parts(self, shown: bool) -> None:
        changed = self.part.isHidden() == shown
        for widget in (self.back, self.part, self.forward, self.look):
            widget.setVisible(shown)
        self.along.setVisible(shown and self._opened is not None and self._opened.along is not None)
        if changed:  # or each step would lay the page out anew
            self.openerChanged.emit()
        if not shown:
            self.openedShown.emit(None, 0)

    def _on_open(self, on: bool) -> None:
        text = self.tr("Close") if on else self.tr("Open the step")
        self.open_button.setText(text)
        self.open_button.setAccessibleName(self.tr("Close the step") if on else text)
        self.openerChanged.emit()
        self.index = 0
        self._show_parts(False)
        if self._last is not None:
            self._shown = None
            self.show_step(*self._last)

    def _go(self, by: int) -> None:
        """To another part; beyond the last one to the next step."""
        if self._opened is None:
            self.stepAsked.emit(by)
            return
        if 0 <= self.index + by < len(self._opened.step.substeps):
            self.index += by
            self._show_opened()
        else:
            self._from_end = by < 0
            self.stepAsked.emit(by)

    def _forget(self) -> None:
        self._background.cancel()
        self._shown = self._opened = None

    @staticmethod
    def _same(a: Run, b: Run) -> bool:
        return a.method is b.method and a.limits is b.limits and bool((a.states[0] == b.states[0]).all())
