"""What the studio draws over the plots: compared descents, basins, and the parts of an opened step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal

from gradviz.gui.descent.compare.marks import mark_of
from gradviz.gui.descent.opened import Opened, model_curve, model_lines, place_of, trust_region
from gradviz.gui.descent.start_handle import StartHandle
from gradviz.gui.plot.basin_overlay import BasinOverlay
from gradviz.gui.plot.compared_paths import ComparedPath, ComparedPaths
from gradviz.gui.plot.drawn_path import Frame, PathSource
from gradviz.gui.plot.pixels import pixel_size
from gradviz.gui.plot.step_marks import MinimumMark, StepArrow, StepMarks
from gradviz.gui.plot.trajectory import Trajectory
from gradviz.gui.surface.step_lines import OpenedStep, trusted_model
from gradviz.gui.theme import Theme, current_theme
from gradviz.numeric.descent import LocalModel, Step, SubStepKind
from gradviz.numeric.planes import View

__all__ = ["CurveOverlays", "PlaneOverlays", "compared_paths"]


def compared_paths(landscape: Any, found: Any, theme: Theme) -> list[ComparedPath]:
    """The paths of compared runs in a landscape's picture, up to where they are no longer finite; none of runs that are
    another function's, while it changes."""
    paths: list[ComparedPath] = []
    if any(run.states.shape[1] != landscape.dimension for run in found.runs):
        return paths
    for i, run in enumerate(found.runs):
        points = np.asarray(landscape.project(run.states))
        bad = np.flatnonzero(~np.isfinite(points).all(axis=1))
        mark = mark_of(i, theme)
        known = points[: bad[0]] if len(bad) else points
        paths.append(ComparedPath(known, mark.colour, mark.dashes, mark.symbol, found.titles[i]))
    return paths


FARTHEST = 1e6
"""A path that runs away further than this is not brought into view."""
WHOLE, LOOK = 1.2, 2.2
"""Sides of the view, in those of a path that is looked at as a whole, and of an opened step."""
NOTHING = (np.empty(0), np.empty(0))


def _arrows(landscape: Any, step: Step, last: int) -> list[StepArrow]:
    """The arrows of the parts of a step up to one of them."""
    found = []
    for i, part in enumerate(step.substeps[: last + 1]):
        kind = {True: "accepted", False: "rejected", None: "arrow"}[part.accepted]
        ends = place_of(landscape, part)
        if ends is None and part.kind is SubStepKind.GRADIENT:
            gradient = np.asarray(part.numbers.get("gradient", step.before.gradient), dtype=float)
            x = step.before.x
            size = float(np.linalg.norm(gradient))
            if size > 0 and np.isfinite(size) and len(gradient) == len(x):
                short = gradient * (1e-4 * (1 + float(np.abs(x).max())) / size)
                ends, kind = np.asarray(landscape.project(np.stack([x, x + short]))), "gradient"
        if ends is not None and np.isfinite(ends).all():
            found.append(StepArrow(i + 1, ends[0], ends[1], kind, i == last))
    return found


def _model_at(step: Step, last: int) -> LocalModel | None:
    """The model that is trusted in a part of a step, as far as it is then: rejected trials shrink the region."""
    model = step.model
    if model is None or model.radius is None:
        return model
    tried = [i for i, part in enumerate(step.substeps) if part.kind is SubStepKind.MODEL and "radius" in part.numbers]
    if not tried:
        return model
    latest = max((i for i in tried if i <= last), default=tried[0])
    return replace(model, radius=float(step.substeps[latest].numbers["radius"]))


class _Overlays(QObject):
    """Over one plot: made when there is first something to draw.

    Parameters
    ----------
    panel : the `DescentPanel`.
    """

    _view: Any

    def __init__(self, panel: Any, parent: QObject) -> None:
        super().__init__(parent)
        self.panel = panel
        self.theme = current_theme()
        self.paths: ComparedPaths | None = None
        self._found: Any = None
        self._hidden: frozenset[int] = frozenset()
        self.marks: StepMarks | None = None
        self._opened: tuple[Opened | None, int] = (None, 0)
        panel.comparedShown.connect(self.show_compared)
        panel.comparedStep.connect(self.show_compared_step)
        panel.openedShown.connect(self.show_opened)
        panel.step_view.lookAsked.connect(self.look_closer)

    def plot_item(self) -> Any:
        """The pyqtgraph plot."""
        raise NotImplementedError

    def drawn_in(self) -> Any:
        """The widget in which the paths are seen."""
        return self._view

    def landscape(self) -> Any:
        """What is drawn and descended on, or None."""
        raise NotImplementedError

    def trajectory(self) -> Trajectory | None:
        """The path of the single run."""
        raise NotImplementedError

    def frame(self) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
        """The size of a pixel, the view's centre, and half its sides."""
        box = self.plot_item().getViewBox()
        (x0, x1), (y0, y1) = box.viewRange()
        return pixel_size(box), ((x0 + x1) / 2, (y0 + y1) / 2), (max(x1 - x0, 1e-300) / 2, max(y1 - y0, 1e-300) / 2)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        if self.paths is not None:
            self.paths.set_theme(theme)
            self.show_compared(self._found, self._hidden)
        if self.marks is not None:
            self.marks.set_theme(theme)
            self.show_opened(*self._opened)

    def show_compared(self, found: Any, hidden: frozenset[int]) -> None:
        """Draw a `Compared` in place of the single run; None for the single run."""
        self._found, self._hidden = found, hidden
        alone = self.trajectory()
        if alone is not None:
            alone.set_suppressed(found is not None)
        landscape = self.landscape()
        runs = found is not None and found.runs and landscape is not None
        if self.paths is None and runs:
            self.paths = ComparedPaths(self.plot_item())
            self.paths.set_theme(self.theme)
        if self.paths is not None:
            self.paths.set_paths(compared_paths(landscape, found, self.theme) if runs else [], hidden)
            self.paths.place(*self.frame())
        # What is exported goes without the table that is the legend here.
        drawn = self.paths.paths if self.paths is not None else []
        self.drawn_in().legend_entries = [path for i, path in enumerate(drawn) if i not in hidden]

    def show_compared_step(self, step: int) -> None:
        if self.paths is not None:
            self.paths.set_step(step)

    def show_opened(self, found: Opened | None, part: int) -> None:
        """Draw the parts of a step up to one of them, and its model; None for none."""
        self._opened = (found, part)
        landscape = self.landscape()
        if found is None or landscape is None or len(found.step.before.x) != landscape.dimension:
            if self.marks is not None:
                self.marks.clear()
            self._show_elsewhere((), None)
            return
        if self.marks is None:
            self.marks = StepMarks(self.plot_item())
            self.marks.set_theme(self.theme)
        pixel, _, reach = self.frame()
        arrows = tuple(_arrows(landscape, found.step, part))
        self.marks.show_arrows(arrows, pixel, reach)
        model = _model_at(found.step, part)
        self._show_model(landscape, model)
        self._show_elsewhere(arrows, model)

    def _show_model(self, landscape: Any, model: LocalModel | None) -> None:
        """Draw the model that the step trusts."""
        raise NotImplementedError

    def look_closer(self) -> None:
        """Bring the opened step into view, as large as it goes."""
        found, landscape = self._opened[0], self.landscape()
        if found is not None and landscape is not None:
            step = found.step
            ends = [e for part in step.substeps for e in (part.start, part.end) if e is not None and part.accepted]
            points = landscape.project(np.stack([step.before.x, step.after.x, *ends]))
            self._bring(np.asarray(points), LOOK)

    def _bring(self, points: np.ndarray, room: float) -> None:
        """Show the rectangle around points (n, 2) of the picture, so many times as large."""
        points = points[np.isfinite(points).all(axis=1)]
        if not len(points):
            return
        low, high = points.min(axis=0), points.max(axis=0)
        middle, half = (low + high) / 2, room / 2 * (high - low)
        half = np.maximum(half, self._least_half(half))
        if (half > 1e-12 * np.abs(middle)).all() and float(half.max()) < FARTHEST:
            (x0, y0), (x1, y1) = (middle - half).tolist(), (middle + half).tolist()
            self._set_view(View(x0, x1, y0, y1))

    def _least_half(self, half: np.ndarray) -> np.ndarray:
        """A straight path is not looked at through a slit."""
        return np.full(2, 0.2 * half.max())

    def _set_view(self, view: View) -> None:
        """Show a rectangle of the picture."""
        raise NotImplementedError

    def _show_elsewhere(self, arrows: tuple[StepArrow, ...], model: LocalModel | None) -> None:
        """Draw the same in another picture of the function."""

    def place(self) -> None:
        """Adapt to a change of the view."""
        self.panel.compared.view_moved()
        if self.paths is not None and self.paths.paths:
            self.paths.place(*self.frame())
        if self._opened[0] is not None:
            self.show_opened(*self._opened)


class PlaneOverlays(_Overlays):
    """Over the plane, and the compared paths on the surface too.

    Signals
    -------
    startDragged(x, y) : the user drags the start of the descent.
    """

    startDragged = Signal(float, float)

    def __init__(self, panel: Any, view: Any, host: Any) -> None:
        self._view, self._host = view, host
        self.basins: BasinOverlay | None = None
        super().__init__(panel, view)
        panel.view_of = view.visible_view
        self.minimum: MinimumMark | None = None
        panel.fitFound.connect(self.show_minimum)
        self.start = StartHandle(self.plot_item, self.theme, self)
        self.start.dragged.connect(self.startDragged)
        panel.runChanged.connect(self._place_start)
        panel.stepShown.connect(self._raise_start)
        view.canvas.viewChanged.connect(self.place)

    def plot_item(self) -> Any:
        return self._view.canvas.plot

    def drawn_in(self) -> Any:
        return self._host  # the surface has the paths, too

    def landscape(self) -> Any:
        return self._view.landscape

    def trajectory(self) -> Trajectory:
        return self._view.canvas.trajectory

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if self.basins is not None:
            self.basins.set_theme(theme)
        if self.minimum is not None:
            self.minimum.set_theme(theme)
        self.start.set_theme(theme)

    def _place_start(self, run: Any) -> None:
        landscape = self.landscape()
        known = run is not None and landscape is not None
        self.start.show_at(tuple(landscape.project(run.states[0]).tolist()) if known else None)

    def _raise_start(self, step: int) -> None:
        """At the start the point lies there too: it is the start that is dragged then, and the point comes along."""
        if self.start.item is not None:
            point = self._view.canvas.point.zValue()
            self.start.item.setZValue(point - 1 if step else point + 1)

    def show_whole(self, states: np.ndarray) -> None:
        """Bring a whole path into view."""
        self._bring(np.asarray(self._view.landscape.project(states)), WHOLE)

    def _set_view(self, view: View) -> None:
        self._view.canvas.set_view(view)

    def show_minimum(self, fit: Any) -> None:
        """Mark the minimum of a fit to data; None for none."""
        landscape = self.landscape()
        known = fit is not None and fit.minimum is not None and landscape is not None
        if self.minimum is None and known:
            self.minimum = MinimumMark(self.plot_item())
            self.minimum.set_theme(self.theme)
        if self.minimum is not None:
            self.minimum.show(*(landscape.project(fit.minimum).tolist() if known else (None, None)))

    def show_compared(self, found: Any, hidden: frozenset[int]) -> None:
        super().show_compared(found, hidden)
        shown = found.basins if found is not None else None
        if self.basins is None and shown is not None:
            self.basins = BasinOverlay(self.plot_item())
            self.basins.set_theme(self.theme)
        if self.basins is not None:
            self.basins.show_map(shown)
        paths = None
        if found is not None and self.landscape() is not None:
            paths = [
                p for i, p in enumerate(compared_paths(self.landscape(), found, self.theme)) if i not in self._hidden
            ]
        self._host.set_compared(paths)

    def show_compared_step(self, step: int) -> None:
        super().show_compared_step(step)
        self._host.show_compared_step(step)

    def _show_model(self, landscape: Any, model: LocalModel | None) -> None:
        assert self.marks is not None
        if model is None or not np.isfinite(model.gradient).all():
            self.marks.show_model(NOTHING, NOTHING, NOTHING, np.full(2, np.nan))
            return
        lines = model_lines(landscape, model, self._view.visible_view(), self._view.canvas.levels())
        self.marks.show_model(lines.contours, lines.level, lines.trust, lines.bottom)

    def _show_elsewhere(self, arrows: tuple[StepArrow, ...], model: LocalModel | None) -> None:
        if not arrows:
            self._host.set_opened(None)
            return
        landscape = self.landscape()
        trust = np.empty((0, 2)) if model is None else np.column_stack(trust_region(landscape, model))
        self._host.set_opened(OpenedStep(arrows, trusted_model(landscape, model), trust))


class CurveOverlays(_Overlays):
    """Over a curve; the path of the single run too.

    Signals
    -------
    startPicked(t, 0) : the user clicked to start a descent there.
    startDragged(t, 0) : the user drags the start along the curve.
    """

    startPicked = Signal(float, float)
    startDragged = Signal(float, float)

    def __init__(self, panel: Any, view: Any) -> None:
        self._view = view
        self._path: Trajectory | None = None
        super().__init__(panel, view)
        self.start = StartHandle(self.plot_item, self.theme, self, self._on_curve)
        self.start.dragged.connect(lambda t, _height: self.startDragged.emit(t, 0.0))
        of_plane = panel.view_of
        panel.view_of = lambda: View(*view.canvas.view()) if panel.is_line else of_plane()
        view.canvas.viewChanged.connect(self.place)
        view.canvas.scene().sigMouseClicked.connect(self._on_clicked)
        panel.runChanged.connect(self._on_run)
        panel.stepShown.connect(self._on_step)

    def plot_item(self) -> Any:
        return self._view.canvas.getPlotItem()

    def landscape(self) -> Any:
        return self.panel.landscape if self._view.curve is not None and self.panel.is_line else None

    def trajectory(self) -> Trajectory | None:
        return self._path

    def _least_half(self, half: np.ndarray) -> np.ndarray:
        """Places and values have nothing to do with each other."""
        return np.where(half > 0, half, max(1e-6, 0.2 * float(half.max())))

    def _set_view(self, view: View) -> None:
        self._view.canvas.set_view(view.x0, view.x1, view.y0, view.y1)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.start.set_theme(theme)
        if self._path is not None:
            self._path.set_theme(theme)

    def place(self) -> None:
        super().place()
        if self._path is not None:
            pixel, centre, reach = self.frame()
            self._path.place(Frame(pixel, centre, max(reach)))

    def shutdown(self) -> None:
        """Draw no more paths."""
        if self._path is not None:
            self._path.shutdown()

    def _show_model(self, landscape: Any, model: LocalModel | None) -> None:
        assert self.marks is not None
        line, bottom = NOTHING, np.full(2, np.nan)
        if model is not None:
            (x0, x1), _ = self.plot_item().getViewBox().viewRange()
            line = model_curve(model, x0, x1)
            if model.matrix is not None and model.matrix[0, 0] != 0:
                lowest = model.centre - model.gradient / model.matrix[0, 0]
                bottom = np.array([lowest[0], float(model(lowest))])
        self.marks.show_model(NOTHING, line, NOTHING, bottom)

    def _add(self, item: Any, z: float) -> None:
        item.setZValue(z)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.plot_item().addItem(item, ignoreBounds=True)

    def _on_run(self, run: Any) -> None:
        path = None
        if run is not None and self.landscape() is not None:
            path = PathSource(run.steps + 1, lambda part: np.column_stack([run.states[part, 0], run.values[part]]))
            if self._path is None:
                self._path = Trajectory(self.plot_item(), self._add, self)
                self._path.set_theme(self.theme)
        if self._path is not None:
            self._path.set_path(path)
            self.place()
        self.start.show_at((float(run.states[0, 0]), float(run.values[0])) if path is not None else None)

    def _on_curve(self, t: float, y: float) -> tuple[float, float]:
        """Above t; where f is undefined, at the height of the mouse."""
        value = self._view.curve.value_at(t)
        return t, value if np.isfinite(value) else y

    def _on_step(self, step: int) -> None:
        if self._path is not None:
            self._path.set_step(step)

    def _on_clicked(self, event: Any) -> None:
        box = self.plot_item().getViewBox()
        taken = event.isAccepted() or event.button() != Qt.MouseButton.LeftButton
        if taken or self.landscape() is None or not box.sceneBoundingRect().contains(event.scenePos()):
            return
        event.accept()
        self.startPicked.emit(float(box.mapSceneToView(event.scenePos()).x()), 0.0)
