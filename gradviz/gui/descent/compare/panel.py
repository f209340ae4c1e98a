"""The page that compares descents: what is compared, the table that is its legend, and their convergence."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import astuple

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gradviz.gui.descent.compare.chart import CompareChart
from gradviz.gui.descent.compare.choices import CompareChoices
from gradviz.gui.descent.compare.context import Context
from gradviz.gui.descent.compare.plan import BasinMap, Done, basin_map, carried_out, planned
from gradviz.gui.descent.compare.results import Compared, compared_runs
from gradviz.gui.descent.compare.setup_row import SetupRow
from gradviz.gui.descent.compare.table import CompareTable
from gradviz.gui.descent.run_controls import ProgressRow
from gradviz.gui.descent.words import word
from gradviz.gui.plot.background import Background
from gradviz.gui.plot.names import plain_number
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.descent import METHODS, Limits, ParameterError, StartError, checked_start, has_step_size
from gradviz.numeric.descent.sweeps import NOWHERE
from gradviz.numeric.planes import View

__all__ = ["ComparePanel"]

SETTLE = 60
"""Milliseconds of rest before a change is computed: a start that is being dragged changes all the time."""
LATE = 250
"""Milliseconds after which the progress is shown."""
BASIN_LIMITS = Limits(steps=1_000, tolerance=1e-4)


class _Post(QObject):
    """Carries what the thread reports to the window's."""

    reported = Signal(object, float, object)


class _Pages(QStackedWidget):
    """Asks for no more height than it needs."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())


class ComparePanel(QWidget):
    """Descents side by side.

    Attributes
    ----------
    tabs : table or chart; a widget without a place, for the row above: a low window has no other.
    found : what is shown.
    step : up to which step.

    Signals
    -------
    comparedChanged : other descents, or more of them, or other ones hidden.
    stepAsked(int) : the user asked for a step.
    choicesChanged(CompareChoices) : the user chose to compare something else.
    parametersAsked(str) : the user wants to set the parameters of a method.
    """

    comparedChanged = Signal()
    stepAsked = Signal(int)
    choicesChanged = Signal(object)
    parametersAsked = Signal(str)

    def __init__(self, context: Callable[[], Context | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparePanel")
        self.setAccessibleName(self.tr("Compare descents"))
        self.found = Compared()
        self.step = 0
        self._context = context
        self._stale = True
        self._view: View | None = None
        self._kind = ""
        self._theme = current_theme()
        self._background = Background(self)
        self._stop = threading.Event()
        self._post = _Post(self)
        self._post.reported.connect(self._on_reported)
        self._soon, self._late = QTimer(self), QTimer(self)
        for timer, rest, action in ((self._soon, SETTLE, self._compute), (self._late, LATE, self._refresh_progress)):
            timer.setSingleShot(True)
            timer.setInterval(rest)
            timer.timeout.connect(action)
        self._build()
        self.set_theme(self._theme)

    def _build(self) -> None:
        self.setup = SetupRow(self)
        self.setup.chosen.connect(self._on_chosen)
        self.setup.viewAsked.connect(self.take_view)
        self.progress = ProgressRow(
            "compareProgress", self.tr("Descents computed so far"), self.tr("Stop comparing; keep what there is"), self
        )
        self.progress.bar.setRange(0, 1000)
        self.progress.bar.setFormat("%p %")
        self.progress.cancel.clicked.connect(self.cancel)
        self.note = QLabel(self)
        self.note.setObjectName("compareNote")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setProperty("class", "muted")
        self.note.setWordWrap(True)
        self.table = CompareTable(self)
        self.table.hiddenChanged.connect(self._on_hidden)
        self.table.parametersAsked.connect(self.parametersAsked)
        self.chart = CompareChart(self)
        self.chart.stepAsked.connect(self.stepAsked)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("compareTabs")
        self.tabs.setAccessibleName(self.tr("Table or convergence"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setStyleSheet("QTabBar::tab { padding: 5px 5px; }")
        self.pages = _Pages(self)
        for page, title in ((self.table, self.tr("Table")), (self.chart, self.tr("Chart"))):
            self.pages.addWidget(page)
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.setup)
        layout.addWidget(self.progress)
        layout.addWidget(self.note)
        layout.addWidget(self.pages, 1)

    # --- what others call

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.table.set_theme(theme)
        self.chart.set_theme(theme)
        self.comparedChanged.emit()

    def set_choices(self, choices: CompareChoices) -> None:
        """Follow a document; no `choicesChanged`."""
        if choices != self.setup.choices:
            self.setup.set_choices(choices)
            self.invalidate()

    def invalidate(self) -> None:
        """Something that the descents depend on has changed: they are computed anew once they are seen."""
        self._stale = True
        self._stop.set()
        if self.isVisible():
            self._soon.start()

    def forget(self) -> None:
        """Show nothing, and drop what is being computed."""
        self._background.cancel("compare")
        self._stop.set()
        self._stop = threading.Event()
        self.progress.hide()
        self._show(Compared())
        self.take_view()

    def show_step(self, step: int) -> None:
        """Put the chart's line on a step."""
        self.step = step
        self.chart.show_step(step)

    @property
    def hidden(self) -> frozenset[int]:
        """The descents that are not to be drawn."""
        return self.table.hidden

    @property
    def busy(self) -> bool:
        return self._soon.isActive() or self._background.busy

    def cancel(self) -> None:
        """Stop; what was computed so far is kept."""
        self._stop.set()

    def shutdown(self) -> None:
        self._soon.stop()
        self._late.stop()
        self._stop.set()
        self._background.shutdown()

    def view_moved(self) -> None:
        """Another part of the plane is seen: starts and basins stay where they were found until they are asked for
        here."""
        context = self._context() if self.isVisible() else None
        seen = context is not None and context.view is not None and self._view is not None
        sides = slice(0, 2) if seen and context.landscape.dimension == 1 else slice(0, 4)
        self.setup.offer_view(seen and astuple(context.view)[sides] != astuple(self._view)[sides])

    def take_view(self) -> None:
        """Starts and basins from what is seen now."""
        self._view = None
        self.invalidate()

    # --- computing

    def _seen(self, context: Context) -> View | None:
        """The view that the starts lie in: the one seen when they were first asked for."""
        if self._view is None:
            self._view = context.view
        return self._view

    def _on_chosen(self, choices: CompareChoices) -> None:
        if choices.kind != self._kind:
            self._kind, self._view = choices.kind, None
        self.invalidate()
        self.choicesChanged.emit(choices)

    def _compute(self) -> None:
        self._stale = False
        self.setup.offer_view(False)
        self._stop = threading.Event()
        self.setup.say("")
        context = self._context()
        if context is None:
            self._show(Compared())
            self._say(self.tr("A comparison needs a scalar function with a gradient."))
            return
        self.setup.set_method(context.method)
        self.setup.set_capabilities(context.capabilities)
        self.setup.set_one_dimension(context.landscape.dimension == 1)
        self.chart.set_function(context.function)
        try:
            work = self._work(context, self._stop)
        except StartError as error:
            self._show(Compared())
            self._say(told(str(error)))
            return
        except ParameterError as error:
            self.setup.say(told(str(error)), error.parameter)
            return
        if work is None:
            return
        self._refresh_progress(0.0)
        self._late.start()
        self._background.run("compare", work, self._on_done, self._on_failed)

    def _work(self, context: Context, stop: threading.Event) -> Callable[[Callable[[], bool]], Compared] | None:
        """What is to be done in the thread; None, and a note, where there is nothing to do."""
        choices, post, landscape = self.setup.choices, self._post, context.landscape
        if choices.kind == "basins":
            view = self._seen(context)
            if view is None or landscape.dimension < 2:
                self._show(Compared())
                self._say(self.tr("A map of basins needs a plane; compare starts instead."))
                return None
            side = choices.resolution
            self._say("")

            def map_basins(dropped: Callable[[], bool]) -> Compared:
                def report(share: float, found: BasinMap | None) -> None:
                    post.reported.emit(stop, share, None if found is None else Compared(basins=found))

                ends = lambda: stop.is_set() or dropped()  # noqa: E731
                found = basin_map(landscape, view, side, context.method, BASIN_LIMITS, ends, report)
                return Compared(basins=found, whole=not stop.is_set())

            return map_basins
        if context.start is not None:
            checked_start(context.start, landscape.dimension)
        methods, left = [], []
        for id in choices.methods if choices.kind == "methods" else ():
            if id not in METHODS:
                continue
            fits = not (METHODS[id].needs - {"hessian"} - context.capabilities)
            (methods if fits else left).append(id)
        named = [(id, context.method_of(id)) for id in methods]
        view = self._seen(context) if choices.kind == "starts" else None
        plans = planned(choices, landscape, context.start, view, context.method, named, context.typed)
        if not plans:
            self._show(Compared())
            needs_start = choices.kind != "starts" and context.start is None
            self._say(
                self.tr("Click on the plot to choose the start from which they all begin.")
                if needs_start
                else self.tr("Choose the methods to compare.")
            )
            return None
        words = ""
        if left:
            words = self.tr("Left out, as the function does not offer what they need: {}.").format(
                ", ".join(word(METHODS[id].title) for id in left)
            )
        self._say(words)
        limits = Limits(steps=context.steps, tolerance=min(choices.tolerance, 1e-6))

        def run_all(dropped: Callable[[], bool]) -> Compared:
            def report(share: float, runs: list[Done]) -> None:
                found = compared_runs(plans, runs, choices.tolerance) if runs else None
                post.reported.emit(stop, share, found)

            runs = carried_out(landscape, plans, limits, lambda: stop.is_set() or dropped(), report)
            return compared_runs(plans, runs, choices.tolerance)

        return run_all

    def _on_reported(self, stop: threading.Event, share: float, found: Compared | None) -> None:
        if stop is not self._stop or not self._background.busy:
            return
        self._refresh_progress(share)
        if found is not None:
            self._show(found)

    def _on_done(self, found: Compared) -> None:
        self._late.stop()
        self.progress.hide()
        if not found.whole:
            self._say(self.tr("Cancelled: what had been computed is shown."))
        elif found.basins is not None:
            self._say(self._of_hatching(found.basins))
        self._show(found)

    def _of_hatching(self, found: BasinMap) -> str:
        """What the hatched part of a map means, where there is one."""
        if not (found.found.labels == NOWHERE).any():
            return ""
        words = self.tr("Hatched: from there {method} does not converge in {steps} steps.")
        words = words.format(method=word(found.method.title), steps=plain_number(BASIN_LIMITS.steps))
        size = getattr(found.method, "step_size", None) if has_step_size(found.method) else None
        if size is not None:
            words += " " + self.tr("With a smaller γ than {size} it may.").format(size=plain_number(size))
        return words

    def _on_failed(self, error: str) -> None:
        self._late.stop()
        self.progress.hide()
        self._say(self.tr("The comparison could not be computed: {}").format(error))

    def _refresh_progress(self, share: float | None = None) -> None:
        if share is not None:
            self.progress.bar.setValue(round(1000 * share))
        self.progress.setVisible(self._background.busy and not self._late.isActive())

    # --- what is shown

    def _show(self, found: Compared) -> None:
        self.found = found
        tolerance = self.setup.choices.tolerance
        self.table.show_compared(found, tolerance)
        self.chart.show_compared(found, self.hidden)
        self.tabs.setTabEnabled(1, found.basins is None)
        if found.basins is not None:
            self.tabs.setCurrentIndex(0)
        self.comparedChanged.emit()

    def _on_hidden(self, hidden: frozenset[int]) -> None:
        self.chart.show_compared(self.found, hidden)
        self.comparedChanged.emit()

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What nobody looks at is not computed on."""
        super().hideEvent(event)
        if self._background.busy:
            self._stop.set()
            self._stale = True
