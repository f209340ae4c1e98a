"""What the user does in the picture becomes part of the document: the point, the descent, the layers, the plane and the
values."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from gradviz.gui.documents.commands import DocumentModel
from gradviz.gui.picture.belongings import Belongings
from gradviz.gui.translation import told
from gradviz.sentences import say

if TYPE_CHECKING:
    from gradviz.gui.picture.area import PictureArea

__all__ = ["Edits"]


class Edits(QObject):
    """Changes of the document, each with its name for Undo.

    Attributes
    ----------
    listening : whether a change of the document comes from elsewhere, so that the picture must follow it.
    own_step_size : whether the user has chosen the step size.
    """

    def __init__(self, area: PictureArea, model: DocumentModel, belongings: Belongings) -> None:
        super().__init__(area)
        self.listening = True
        self.own_step_size = False
        self._area, self._model, self._belongings = area, model, belongings
        self._complained = ""

    def point_moved(self, x: float, y: float) -> None:
        self.change(say("Move the Point"), point=(x, y))

    def start_picked(self, x: float, y: float) -> None:
        descent = dataclasses.replace(self._model.document.descent, start=(x, y), state=None)
        self.change(say("Start a Descent"), descent=descent, point=(x, y))

    def start_dragged(self, x: float, y: float) -> None:
        """The point comes along where it lies at the start."""
        document = self._model.document
        changes = {"point": (x, y)} if document.point == document.descent.start else {}
        if changes:
            self._area.plane_view.set_point(x, y)
        self._area.descent_panel.set_start(x, y)
        descent = dataclasses.replace(document.descent, start=(x, y), state=None)
        self.change(say("Drag the Start"), descent=descent, **changes)

    def start_typed(self, state: Any) -> None:
        """All coordinates of a start: in the plane of two of them its place there, else all of them."""
        panel, descent = self._area.descent_panel, self._model.document.descent
        if panel.is_line:
            changes: dict[str, Any] = {"start": (float(state[0]), 0.0), "state": None}
        elif panel.landscape.dimension == 2:
            x, y = panel.landscape.project(state).tolist()
            changes = {"start": (x, y), "state": None}
        else:
            changes = {"start": None, "state": tuple(state.tolist())}
        self.change(say("Start a Descent"), descent=dataclasses.replace(descent, **changes))

    def curve_start_picked(self, t: float, _height: float) -> None:
        """On a curve; the point there is moved by dragging alone."""
        self._area.descent_panel.set_start(t, 0.0)
        self.change(
            say("Start a Descent"),
            descent=dataclasses.replace(self._model.document.descent, start=(t, 0.0), state=None),
        )

    def step_size_changed(self, size: float) -> None:
        if self._area.following:
            return
        self.own_step_size = True
        self.change(
            say("Change the Step Size"), descent=dataclasses.replace(self._model.document.descent, step_size=size)
        )

    def step_size_suggested(self) -> None:
        """What was typed before no longer counts."""
        self.own_step_size = False
        if not self._area.following:
            descent = dataclasses.replace(self._model.document.descent, step_size=None)
            self.change(say("Suggest a Step Size"), descent=descent)

    def descent_chosen(self, choices: dict[str, Any]) -> None:
        """Another method, other parameters, or another number of steps."""
        descent = dataclasses.replace(self._model.document.descent, **choices)
        labels = {
            "method": say("Change the Method"),
            "steps": say("Change the Number of Steps"),
            "compare": say("Compare"),
        }
        self.change(next(label for name, label in labels.items() if name in choices), descent=descent)

    def choices_changed(self, choices: Any) -> None:
        self.change(say("Change the Layers"), plot=choices)

    def plane_chosen(self, plane: Any) -> None:
        """Another plane: what was measured along the axes of the last one counts no longer."""
        document = self._model.document
        plot = dataclasses.replace(document.plot, plane=plane)
        descent = dataclasses.replace(document.descent, start=None, state=None)
        self.change(say("Choose the Plane"), plot=plot, point=None, descent=descent)
        self._area.refresh()

    def descent_plane_asked(self, plane: Any) -> None:
        """The plane of the descent: that very descent is looked at in it, so its start is kept whole."""
        document, run = self._model.document, self._area.descent_panel.run
        plot = dataclasses.replace(document.plot, plane=plane)
        descent = dataclasses.replace(document.descent, start=None, state=tuple(run.states[0].tolist()))
        self.change(say("Look along the Descent"), plot=plot, point=None, descent=descent)
        self._area.refresh()
        self._area.plane_overlays.show_whole(run.states)

    def state_chosen(self, state: Any) -> None:
        """Other values for the coordinates that are not drawn."""
        if self._area.scene is not None and self._area.scene.landscape is not None:
            from gradviz.gui.picture import scene

            binding = scene.with_state(self._area.scene.landscape, state)
            self.change(say("Change a Coordinate"), values=scene.values_to_document(binding), dims=dict(binding.dims))
            self._area.refresh()

    def run_changed(self, run: Any) -> None:
        descent = self._model.document.descent
        if run is None and not self._area.following and (descent.start is not None or descent.state is not None):
            self.change(say("Reset the Descent"), descent=dataclasses.replace(descent, start=None, state=None))

    def binding_changed(self, binding: Any) -> None:
        from gradviz.gui.picture import scene

        self.change(say("Change a Value"), values=scene.values_to_document(binding), dims=dict(binding.dims))
        problem = scene.problem_with(self._area.scene, binding) if self._area.scene is not None else None
        if self._complained:
            self._area.values_editor.complain(self._complained, "")
            self._area.show_stale(False)
        self._complained = problem[0] if problem is not None else ""
        if problem is not None:  # said at the field; the last good picture stays
            self._area.values_editor.complain(problem[0], told(problem[1]))
            self._area.show_stale()
            return
        self._area.refresh(from_values=True)

    def change(self, label: str, **changes: Any) -> None:
        self.listening = False
        self._model.change(label, **changes)
        self.listening = True
        self._belongings.take()
