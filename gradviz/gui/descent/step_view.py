"""The step that is shown: its arithmetic, and why the run ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from gradviz.gui.descent.arithmetic import iterate_html, outlook_text, reason_text, step_html, substeps_html
from gradviz.gui.plot.background import Background
from gradviz.gui.theme import Theme, current_theme
from gradviz.numeric.descent import Oracle, Run, Step, open_step
from gradviz.numeric.descent.first_order import GradientDescent
from gradviz.numeric.landscape import Landscape

__all__ = ["StepView"]


class StepView(QWidget):
    """A step in words and numbers. The steps of gradient descent are one line of arithmetic; those of other methods
    are opened into their sub-steps, in a thread.

    Attributes
    ----------
    formula : the arithmetic, or the sub-steps.
    values : the function and its gradient there.
    reason : why the run ended.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentStep")
        self.setAccessibleName(self.tr("The step"))
        self._theme = current_theme()
        self._background = Background(self)
        self._oracle: tuple[Landscape, Oracle] | None = None
        self._shown: tuple[Run, int] | None = None
        self.values = self._label("descentValues", self.tr("Function and gradient at this step"))
        self.formula = self._label("descentFormula", self.tr("The step's update with its numbers"))
        self.reason = self._label("descentReason", self.tr("Why the descent ended"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(6)
        # Room for the longest text, so that what is below does not jump from step to step.
        line = self.fontMetrics().lineSpacing()
        for label, lines in ((self.formula, 3), (self.values, 1), (self.reason, 1)):
            label.setMinimumHeight(lines * (line + 3))
            layout.addWidget(label)
        layout.addStretch(1)

    def _label(self, name: str, accessible: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(accessible)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return label

    @property
    def busy(self) -> bool:
        """Whether a step is being opened."""
        return self._background.busy

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._shown = None

    def shutdown(self) -> None:
        self._background.shutdown()

    def show_invitation(self, text: str) -> None:
        """What to do where there is no run."""
        self._background.cancel()
        self._shown = None
        self.formula.setText(text)
        self.values.clear()
        self.reason.clear()

    def show_step(self, landscape: Landscape, run: Run, k: int, variables: Sequence[str], function: str) -> None:
        """Show iterate k and the step that led to it."""
        muted = self._theme.muted
        plain = isinstance(run.method, GradientDescent)
        if plain or k == 0:
            self._background.cancel()
            self._shown = None
            update, state = step_html(run, k, variables, function, muted)
            self.formula.setText(update)
            self.values.setText(state)
        else:
            self.values.setText(iterate_html(run, k, variables, function, muted))
            self._open(landscape, run, k)
        # Why it ended is told where it ended; before that, it would read as if it were about the step shown.
        text, kind = reason_text(run) if k == run.steps else (outlook_text(run), "muted")
        self.reason.setText(f"<span style='color:{getattr(self._theme, kind)}'>{text}</span>")

    def _open(self, landscape: Landscape, run: Run, k: int) -> None:
        if self._shown is not None and self._shown[1] == k and self._same(self._shown[0], run):
            return  # the run has only grown
        self._shown = (run, k)

        def work(_cancelled: Callable[[], bool]) -> Step:
            if self._oracle is None or self._oracle[0] is not landscape:
                self._oracle = (landscape, Oracle(landscape))  # of this thread alone: the pool has one
            return open_step(landscape, run, k, self._oracle[1])

        def then(step: Step) -> None:
            self.formula.setText(substeps_html(step, self._theme.muted))

        def failed(error: str) -> None:
            self.formula.setText(self.tr("This step cannot be opened: {}").format(error))

        self._background.run("open", work, then, failed, finish=True)

    @staticmethod
    def _same(a: Run, b: Run) -> bool:
        return a.method is b.method and a.limits is b.limits and bool((a.states[0] == b.states[0]).all())
