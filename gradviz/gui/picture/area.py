"""The right-hand side: the plot, the values and the descent. It is made only once the window has been painted."""

from __future__ import annotations

import math
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import (
    QLabel,
    QStackedWidget,
)

from gradviz.gui.documents.commands import DocumentModel
from gradviz.gui.picture.belongings import Belongings
from gradviz.gui.picture.edits import Edits
from gradviz.gui.picture.frames import StaleMark, card
from gradviz.gui.picture.importing import Importer, known_types
from gradviz.gui.picture.tabs import PictureTabs
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.turns import Turns

__all__ = ["PictureArea"]

SETTLE = 120
"""Milliseconds between a derivation and its picture: the formulas are painted first, and fast typing draws only the
last picture."""

STAGE = 8
"""Milliseconds between the plot, the tabs, the descent and the values."""


class PictureArea(QObject):
    """Two cards: a placeholder at first, then the plot; and the descent and the values.

    Attributes
    ----------
    plot_card, tabs_card : the cards; the window puts them where they belong.
    stages : the parts of a picture that is being drawn after typing.
    scene : what is drawn (a ``gradviz.gui.picture.scene.Scene``), or None.
    edits : what the user does here, as changes of the document.
    following : whether the picture is just being made to show the document; what it reports then is no one's doing.

    Signals
    -------
    ready : the plot is there.
    exportAsked : the user wants the descent as a file.
    valued : the symbols' numbers, by name, when they may have changed.
    """

    ready = Signal()
    exportAsked = Signal()
    valued = Signal(dict)

    def __init__(self, model: DocumentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_area")
        self._model = model
        self._expressions: dict[str, Any] | None = None
        self._belongings = Belongings(model)
        self._importer: Importer | None = None
        self._types = Turns(self)
        self.edits = Edits(self, model, self._belongings)
        self.following = False
        self._drawn_as: Any = None
        self._valued: Any = None
        self.scene: Any = None
        self.plane_view: Any = None
        self.values_editor: Any = None
        self.descent_panel: Any = None
        self.plane_overlays: Any = None
        self.curve_overlays: Any = None
        self.panels: Any = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE)
        self._soon.timeout.connect(self._refresh_in_turns)
        self.stages = Turns(self, pause=STAGE, budget=0)
        self._placeholder = QLabel(self.tr("The picture appears here."))
        self._placeholder.setObjectName("plot_placeholder")
        self._placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._placeholder.setWordWrap(True)
        self._placeholder.setProperty("class", "muted")
        self._placeholder.setMargin(24)
        self.stack = QStackedWidget()
        self.stack.setObjectName("plot_stack")
        self.stack.addWidget(self._placeholder)
        self.plot_card = card("plot_card", self.stack)
        self._stale = StaleMark(self.plot_card)
        self.tabs = PictureTabs()
        self.tabs_card = card("tabs_card", self.tabs)

    def prepare(self, *_: Any) -> None:
        """Begin to import what the plot needs, unless that was begun before."""
        if self._importer is None and self.plane_view is None:
            self._importer = Importer(self)
            self._importer.finished.connect(self._create)
            start = partial(self._importer.start, QThread.Priority.LowPriority)
            self._types.start([*known_types(), start])

    def show_expressions(self, expressions: dict[str, Any] | None) -> None:
        """Draw a reply's expressions; None when there are none."""
        self._expressions = expressions
        self._belongings.derived()
        self._stale.show_stale(False)
        if self.plane_view is not None:
            self._soon.start()

    def show_stale(self, stale: bool = True) -> None:
        """Whether the present text, or a value, has no picture; what is drawn belongs to one before it."""
        self._stale.show_stale(stale and self.scene is not None)

    def document_changed(self, changed: frozenset[str]) -> None:
        """Follow the document (undo, redo, load). After a change of the text its expressions come by themselves."""
        if "text" in changed:
            self._belongings.text_changed()
            return
        if self.plane_view is not None and self.edits.listening and changed & _FOLLOWED:
            self.refresh()

    def set_theme(self, theme: Theme) -> None:
        self._stale.set_theme(theme)
        if self.panels is not None:
            for part in (*self.panels.all, self.descent_panel, self.plane_overlays, self.curve_overlays):
                if part is not None:
                    part.set_theme(theme)

    def shut_down(self) -> None:
        """End what still runs."""
        self._soon.stop()
        self.stages.cancel()
        self._types.cancel()
        if self._importer is not None:
            self._importer.finished.disconnect(self._create)
            self._importer.wait()  # an import ends, and nothing can be done without it
        if self.plane_view is not None:
            for part in (self.descent_panel, self.panels, self.curve_overlays):
                if part is not None:
                    part.shutdown()

    def _create(self) -> None:
        if self._importer.error:
            self._placeholder.setText(
                self.tr("The picture needs a part that is missing: {error}.").format(error=self._importer.error)
            )
            return
        from gradviz.gui.plot.panels import Panels

        panels = Panels()
        self.stages.add(lambda: self._create_descent(panels))

    def _create_descent(self, panels: Any) -> None:
        from gradviz.gui.descent.panel import DescentPanel

        descent_panel = DescentPanel()
        self.stages.add(lambda: self._install(panels, descent_panel))

    def _install(self, panels: Any, descent_panel: Any) -> None:
        from gradviz.gui.descent.overlays import PlaneOverlays

        self.panels, self.descent_panel = panels, descent_panel
        self.plane_view, self.values_editor = self.panels.plane_view, self.panels.values
        for view in self.panels.views.values():
            self.stack.addWidget(view)
        self.stack.setCurrentWidget(self.panels.host)
        self.tabs.insertTab(0, self.descent_panel, self.tr("Descent"))
        for i, (title, panel) in enumerate(self.panels.tabs):
            self.tabs.insertTab(i + 1, panel, title)
            kinds = self.panels.kinds_of(panel)
            self.tabs.setTabVisible(i + 1, kinds is None or ("plane" in kinds and panel is not self.panels.plane_panel))
        self.tabs.setCurrentIndex(0)
        self.plane_overlays = PlaneOverlays(self.descent_panel, self.plane_view, self.panels.host)
        self.plane_overlays.startDragged.connect(self.edits.start_dragged)
        self.set_theme(current_theme())
        self.descent_panel.connect_to(self.plane_view)
        self.descent_panel.play_from(self.panels.host)
        self.descent_panel.runChanged.connect(self.panels.host.set_run)
        self.descent_panel.stepShown.connect(self.panels.host.show_step)
        self.panels.pointMoved.connect(self.edits.point_moved)
        self.panels.choicesChanged.connect(self.edits.choices_changed)
        self.panels.planeChosen.connect(self.edits.plane_chosen)
        self.panels.stateChosen.connect(self.edits.state_chosen)
        self.plane_view.startPicked.connect(self.edits.start_picked)
        self.descent_panel.stepSizeChanged.connect(self.edits.step_size_changed)
        self.descent_panel.stepSizeSuggested.connect(self.edits.step_size_suggested)
        self.descent_panel.choicesChanged.connect(self.edits.descent_chosen)
        self.descent_panel.startTyped.connect(self.edits.start_typed)
        self.descent_panel.exportAsked.connect(self.exportAsked)
        self.descent_panel.plane_note.planeAsked.connect(self.edits.descent_plane_asked)
        self.descent_panel.runChanged.connect(self.edits.run_changed)
        self.values_editor.bindingChanged.connect(self.edits.binding_changed)
        self.refresh()
        self.ready.emit()
        self.panels.warm()

    # --- what the document says is shown

    def _refresh_in_turns(self) -> None:
        """After typing: numbers, view and plot each in a turn of its own, so that no key waits for all of them."""
        if self._expressions is None:
            self._show_nothing()
            return
        if self.stages.busy:  # the last picture is not whole yet
            self._soon.start()
            return
        from gradviz.gui.picture import scene

        expressions, document = self._expressions, self._model.document
        found = scene.build(expressions, document)

        def look() -> None:
            from gradviz.numeric.views import suggested_view

            known = found.landscape is None or (self.scene is not None and self.scene.key == found.key)
            view = None if known else suggested_view(found.landscape)
            self.stages.add(lambda: draw(view))

        def draw(view: Any) -> None:
            now = self._model.document
            if self._expressions is not expressions:
                return  # others are on their way
            if all(getattr(now, part) is getattr(document, part) for part in ("values", "dims", "plot")):
                self._draw(found, expressions, view=view, at_once=False)
            else:
                self.refresh()

        self.stages.add(look)

    def refresh(self, *, from_values: bool = False) -> None:
        """Draw the last expressions with the document's numbers: the plot now, the rest in the next turns of the
        event loop."""
        self.stages.finish()
        if self._expressions is None:
            self._show_nothing()
            return
        from gradviz.gui.picture import scene

        self._draw(scene.build(self._expressions, self._model.document), self._expressions, from_values=from_values)

    def _draw(
        self,
        found: Any,
        expressions: dict[str, Any],
        *,
        from_values: bool = False,
        view: Any = None,
        at_once: bool = True,
    ) -> None:
        before, self.scene = self.scene, found
        self._belongings.drawn()
        same_formula = before is not None and before.key == found.key
        other = before is not None and not same_formula
        outlived = self._belongings.outlived((found.kind, found.variables), other_function=other)
        if outlived:
            self.edits.listening = False
            self._model.amend(**outlived)
            self.edits.listening = True
        self._belongings.note()
        plane, drawn = self._model.document.plot.plane, self._drawn_as
        self._drawn_as = plane
        if same_formula and found.has_values_of(before) and plane == drawn:
            self._follow_document()
            return
        name = expressions.get("name", "f")
        self.panels.set_choices(self._model.document.plot)
        first, others = self.panels.showing(found, name, keep_view=same_formula and plane == drawn, view=view)
        # The other views are cleared once they are no longer seen.
        for part in (*first, partial(self._show_view, found), partial(self._show_tabs, found), *others):
            self.stages.add(lambda part=part: part() if found is self.scene else None)
        if at_once:
            self.stages.finish()
        if from_values:
            self._valued = found  # the editor shows them already: the user typed them there
        self.stages.add(lambda: self._refresh_descent(found, name, same_formula))

    def _show_view(self, found: Any) -> None:
        self.stack.setCurrentWidget(self.panels.views[(found.kind if found is not None else "") or "plane"])

    def _show_tabs(self, found: Any) -> None:
        """Only the tabs that have something to say; while there is nothing to draw they stay as they are."""
        kind = found.kind
        if not kind:
            return
        wanted = []
        for i in range(self.tabs.count()):
            page = self.tabs.widget(i)
            kinds = ("plane", "curve") if page is self.descent_panel else self.panels.kinds_of(page)
            shown = kinds is None or kind in kinds
            if page is self.panels.plane_panel:
                shown = shown and found.landscape is not None and found.landscape.dimension > 2
            wanted.append(shown)
        self.tabs.show_only(wanted)

    def _refresh_descent(self, found: Any, name: str, same_formula: bool) -> None:
        if found is not self.scene:
            return
        self.following = True
        self.descent_panel.set_landscape(self._descended(found), name, keep_start=same_formula)
        self.following = False
        self._follow_document()
        self.stages.add(lambda: self._refresh_values(found))

    def _descended(self, found: Any) -> Any:
        """What the descent is on: the landscape, or the curve, whose view then shows it too."""
        if found.curve is None:
            return found.landscape
        from gradviz.gui.descent.overlays import CurveOverlays
        from gradviz.numeric.descent.line import CurveLandscape

        if self.curve_overlays is None:
            self.curve_overlays = CurveOverlays(self.descent_panel, self.panels.curve_view)
            self.curve_overlays.startPicked.connect(self.edits.curve_start_picked)
            self.curve_overlays.startDragged.connect(self.edits.start_dragged)
            self.descent_panel.play_from(self.panels.curve_view)
        return CurveLandscape(found.curve)

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
        from gradviz.gui.picture import scene

        self.valued.emit(scene.values_to_document(found.binding))

    def _show_nothing(self) -> None:
        self.stages.cancel()
        self.scene = self._valued = None
        self._belongings.drawn()
        self.valued.emit({})
        self.following = True
        for part in (*self.panels.clearing(), partial(self._show_view, None)):
            part()
        self.descent_panel.set_landscape(None)
        self.values_editor.set_problem(None, self._no_binding())
        self.following = False

    @staticmethod
    def _no_binding() -> Any:
        from gradviz.numeric.binding import Binding

        return Binding()

    def _follow_document(self) -> None:
        document = self._model.document
        self._belongings.note()
        self.panels.set_choices(document.plot)
        if document.point is not None and self.scene is not None:
            self.panels.set_point(self.scene.kind, *document.point)
        if self.scene is None or self.descent_panel.landscape is None:
            return
        self.following = True
        descent = document.descent
        self.descent_panel.set_choices(descent.method, descent.parameters, descent.steps, descent.compare)
        self._follow_step_size(descent.step_size)
        start, state = descent.start, descent.state
        if state is not None and len(state) == self.descent_panel.landscape.dimension:
            run = self.descent_panel.run
            if run is None or tuple(run.states[0].tolist()) != state:
                self.descent_panel.set_start_state(state)
        elif start is None and self.descent_panel.run is not None:
            self.descent_panel.reset()
        elif start is not None and start != self._shown_start():
            self.descent_panel.set_start(*start)
        self.following = False

    def _follow_step_size(self, size: float | None) -> None:
        if size is None:
            if self.edits.own_step_size:
                self.descent_panel.suggest_step_size()
        elif not math.isclose(size, self.descent_panel.step_size(), rel_tol=1e-5):  # the field shows six digits
            self.descent_panel.set_step_size(size)
        self.edits.own_step_size = size is not None

    def _shown_start(self) -> tuple[float, float] | None:
        run = self.descent_panel.run
        if run is None:
            return None
        if self.descent_panel.is_line:
            return float(run.states[0][0]), 0.0
        first = self.descent_panel.landscape.project(run.states[0])
        return float(first[0]), float(first[1])


_FOLLOWED = frozenset({"values", "dims", "point", "descent", "plot"})
"""The document's attributes that the picture shows."""
