"""The right-hand side: the plot, the values and the descent. It is made only once the window has been painted."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from gradviz.gui.commands import DocumentModel
from gradviz.gui.theme import Theme, current_theme

__all__ = ["PictureArea"]

SETTLE = 120
"""Milliseconds between a derivation and its picture: the formulas are painted first, and fast typing draws only the
last picture."""

STAGE = 8
"""Milliseconds between the plot, the descent and the values."""


class _Importer(QThread):
    """Imports what the plot needs (NumPy, pyqtgraph) while the user can type."""

    error = ""

    def run(self) -> None:
        try:
            import gradviz.gui.descent.panel
            import gradviz.gui.plot.plane_view
            import gradviz.gui.plot.values_editor
            import gradviz.gui.scene  # noqa: F401
        except ImportError as error:  # a broken installation; the derivation works without
            self.error = str(error)


class PictureArea(QWidget):
    """A placeholder at first; then the plot above, the descent and the values below.

    Attributes
    ----------
    scene : what is drawn (a ``gradviz.gui.scene.Scene``), or None.

    Signals
    -------
    ready : the plot is there.
    valued : the symbols' numbers, by name, when they may have changed.
    """

    ready = Signal()
    valued = Signal(dict)

    def __init__(self, model: DocumentModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_area")
        self._model = model
        self._expressions: dict[str, Any] | None = None
        self._importer: _Importer | None = None
        self._listening = True
        self._refreshing = False
        self._own_step_size = False
        self._valued: Any = None
        self.scene: Any = None
        self.plane_view: Any = None
        self.values_editor: Any = None
        self.descent_panel: Any = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE)
        self._soon.timeout.connect(self._refresh)
        self._stage: Callable[[], None] = lambda: None
        self._stage_timer = QTimer(self)
        self._stage_timer.setSingleShot(True)
        self._stage_timer.timeout.connect(lambda: self._stage())
        self._placeholder = QLabel("The picture appears here.", self)
        self._placeholder.setObjectName("plot_placeholder")
        self._placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._placeholder.setWordWrap(True)
        self._placeholder.setProperty("class", "muted")
        self._placeholder.setMargin(24)
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("plot_stack")
        self.stack.addWidget(self._placeholder)
        self._plot_card = _card("plot_card", self.stack)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("picture_tabs")
        self.tabs.setDocumentMode(True)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("right_splitter")
        self.splitter.setHandleWidth(8)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._plot_card)
        self.splitter.addWidget(_card("tabs_card", self.tabs))
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([480, 216])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def prepare(self, *_: Any) -> None:
        """Begin to import what the plot needs, unless that was begun before."""
        if self._importer is None and self.plane_view is None:
            self._importer = _Importer(self)
            self._importer.finished.connect(self._create)
            self._importer.start(QThread.Priority.LowPriority)

    def show_expressions(self, expressions: dict[str, Any] | None) -> None:
        """Draw a reply's expressions; None when there are none."""
        self._expressions = expressions
        if self.plane_view is not None:
            self._soon.start()

    def document_changed(self, changed: frozenset[str]) -> None:
        """Follow the document (undo, redo, load)."""
        if self.plane_view is not None and self._listening and changed & {"values", "dims", "point", "descent"}:
            self._refresh()

    def set_theme(self, theme: Theme) -> None:
        for part in (self.plane_view, self.values_editor, self.descent_panel):
            if part is not None and hasattr(part, "set_theme"):
                part.set_theme(theme)

    def shut_down(self) -> None:
        """Wait for what still runs."""
        self._soon.stop()
        self._stage_timer.stop()
        if self._importer is not None:
            self._importer.wait()
        if self.plane_view is not None:
            self.descent_panel.pause()
            self.plane_view.shutdown()

    def _create(self) -> None:
        if self._importer.error:
            self._placeholder.setText(f"The picture needs a part that is missing: {self._importer.error}.")
            return
        from gradviz.gui.descent.panel import DescentPanel
        from gradviz.gui.plot.plane_view import PlaneView
        from gradviz.gui.plot.values_editor import ValuesEditor

        self.plane_view, self.values_editor, self.descent_panel = PlaneView(), ValuesEditor(), DescentPanel()
        self.stack.addWidget(self.plane_view)
        self.stack.setCurrentWidget(self.plane_view)
        self.tabs.insertTab(0, self.descent_panel, "Descent")
        self.tabs.insertTab(1, self.values_editor, "Values")
        self.tabs.setCurrentIndex(0)
        self.set_theme(current_theme())
        self.descent_panel.connect_to(self.plane_view)
        self.plane_view.pointMoved.connect(self._point_moved)
        self.plane_view.startPicked.connect(self._start_picked)
        self.descent_panel.stepSizeChanged.connect(self._step_size_changed)
        self.descent_panel.runChanged.connect(self._run_changed)
        self.values_editor.bindingChanged.connect(self._binding_changed)
        self._refresh()
        self.ready.emit()

    # --- what the user does becomes part of the document

    def _point_moved(self, x: float, y: float) -> None:
        self._edit("Move the Point", point=(x, y))

    def _start_picked(self, x: float, y: float) -> None:
        descent = dataclasses.replace(self._model.document.descent, start=(x, y))
        self._edit("Start a Descent", descent=descent, point=(x, y))

    def _step_size_changed(self, size: float) -> None:
        if self._refreshing:
            return
        self._own_step_size = True
        self._edit("Change the Step Size", descent=dataclasses.replace(self._model.document.descent, step_size=size))

    def _run_changed(self, run: Any) -> None:
        if run is None and not self._refreshing and self._model.document.descent.start is not None:
            self._edit("Reset the Descent", descent=dataclasses.replace(self._model.document.descent, start=None))

    def _binding_changed(self, binding: Any) -> None:
        from gradviz.gui import scene

        self._edit("Change a Value", values=scene.values_to_document(binding), dims=dict(binding.dims))
        self._refresh(from_values=True)

    def _edit(self, label: str, **changes: Any) -> None:
        self._listening = False
        self._model.change(label, **changes)
        self._listening = True

    # --- what the document says is shown

    def _refresh(self, *, from_values: bool = False) -> None:
        """Draw the last expressions with the document's numbers: the plot now, the rest in the next turns of the
        event loop."""
        if self._expressions is None:
            self._show_nothing()
            return
        from gradviz.gui import scene

        found = scene.build(self._expressions, self._model.document)
        before, self.scene = self.scene, found
        same_formula = before is not None and before.key == found.key
        if same_formula and found.has_values_of(before):
            self._follow_document()
            return
        name = self._expressions.get("name", "f")
        self.plane_view.set_landscape(found.landscape, found.reason, name=name, keep_view=same_formula)
        if from_values:
            self._valued = found  # the editor shows them already: the user typed them there
        self._next_stage(lambda: self._refresh_descent(found, name, same_formula))

    def _next_stage(self, stage: Callable[[], None]) -> None:
        """Go on a moment later, so that keys and paints come in between."""
        self._stage = stage
        self._stage_timer.start(STAGE)

    def _refresh_descent(self, found: Any, name: str, same_formula: bool) -> None:
        if found is not self.scene:
            return
        self._refreshing = True
        self.descent_panel.set_landscape(found.landscape, name, keep_start=same_formula)
        self._refreshing = False
        self._follow_document()
        self._next_stage(lambda: self._refresh_values(found))

    def _refresh_values(self, found: Any) -> None:
        if found is not self.scene:
            return
        before, self._valued = self._valued, found
        self._tell_values(found)
        if before is None or (before.symbols, before.plotted) != (found.symbols, found.plotted):
            self.values_editor.set_problem(found.symbols, found.binding, found.plotted)
        elif not found.has_values_of(before):
            self.values_editor.set_binding(found.binding)

    def _tell_values(self, found: Any) -> None:
        from gradviz.gui import scene

        self.valued.emit(scene.values_to_document(found.binding))

    def _show_nothing(self) -> None:
        self.scene = self._valued = None
        self.valued.emit({})
        self._refreshing = True
        self.plane_view.set_landscape(None)
        self.descent_panel.set_landscape(None)
        self.values_editor.set_problem((), self._no_binding())
        self._refreshing = False

    @staticmethod
    def _no_binding() -> Any:
        from gradviz.numeric.binding import Binding

        return Binding()

    def _follow_document(self) -> None:
        document = self._model.document
        if self.scene is None or self.scene.landscape is None:
            return
        if document.point is not None and document.point != self.plane_view.point():
            view = self.plane_view.visible_view()
            if view.x0 <= document.point[0] <= view.x1 and view.y0 <= document.point[1] <= view.y1:
                self.plane_view.set_point(*document.point)
        self._refreshing = True
        self._follow_step_size(document.descent.step_size)
        start = document.descent.start
        if start is None and self.descent_panel.run is not None:
            self.descent_panel.reset()
        elif start is not None and start != self._shown_start():
            self.descent_panel.set_start(*start)
        self._refreshing = False

    def _follow_step_size(self, size: float | None) -> None:
        if size is None:
            if self._own_step_size:
                self.descent_panel.suggest_step_size()
        elif not math.isclose(size, self.descent_panel.step_size(), rel_tol=1e-5):  # the field shows six digits
            self.descent_panel.set_step_size(size)
        self._own_step_size = size is not None

    def _shown_start(self) -> tuple[float, float] | None:
        run = self.descent_panel.run
        if run is None:
            return None
        first = self.scene.landscape.project(run.states[0])
        return float(first[0]), float(first[1])


def _card(name: str, content: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName(name)
    card.setProperty("class", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(content)
    return card
