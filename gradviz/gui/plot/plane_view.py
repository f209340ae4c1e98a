"""A function over the plane of two coordinates: its layers, the tools that switch them, and a point to drag."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from gradviz.gui.plot.canvas import Canvas
from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.drawn_path import PathSource
from gradviz.gui.plot.focus_ring import FocusRing
from gradviz.gui.plot.keys import ARROWS, step_of, zoom_of
from gradviz.gui.plot.picture import Picture, Request
from gradviz.gui.plot.picture_maker import PictureMaker
from gradviz.gui.plot.plane_footer import PlaneFooter
from gradviz.gui.plot.plane_layers import PlaneLayers
from gradviz.gui.plot.plane_words import (
    HINT,
    NOWHERE,
    cursor_html,
    described,
    fixed_html,
    point_html,
    point_words,
    seen_words,
    short_names,
)
from gradviz.gui.plot.point_words import counted_kinds
from gradviz.gui.plot.tool_row import ToolRow
from gradviz.gui.small_parts import RichLabel, plain_text
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.descent import Run
from gradviz.numeric.landscape import Landscape, View
from gradviz.numeric.stationary import StationarySet
from gradviz.numeric.views import suggested_start, suggested_view

__all__ = ["PlaneView"]

DEBOUNCE = 70
"""Milliseconds of rest after a zoom or move before the picture is computed anew."""


class PlaneView(QWidget):
    """The plot.

    Attributes
    ----------
    landscape : what is drawn, or None.
    maker : asks for the pictures and computes them in a thread.
    layers : what is computed beside the picture; ``layers.found`` are the stationary points in view.

    Signals
    -------
    pointMoved(x, y) : the user moved the point (dragged it, or with the arrow keys).
    pointShown(x, y) : the point is elsewhere, whoever moved it.
    startPicked(x, y) : the user clicked on the plane to start a descent there.
    pictureReady() : a picture of the present view is drawn (first a coarse one, then a fine one).
    landscapeShown() : another function is drawn, or none.
    choicesChanged(PlotChoices) : the user chose other layers.
    stationaryFound(StationarySet or None) : the stationary points in view; None while they are being sought.
    """

    pointMoved = Signal(float, float)
    pointShown = Signal(float, float)
    startPicked = Signal(float, float)
    pictureReady = Signal()
    landscapeShown = Signal()
    choicesChanged = Signal(object)
    stationaryFound = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planeView")
        self.setAccessibleName(self.tr("Plot"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.landscape: Landscape | None = None
        self._run: Run | None = None
        self._followed = False
        self._labels = ("x", "y")
        self._names = ("x", "y", "f")
        self._point = (0.0, 0.0)
        self._words = ""
        self._held = ""
        self._seen: tuple[Picture | None, View | None, str] = (None, None, "")
        self._home: View | None = None
        self._picture: Picture | None = None
        self._closed = False
        self._fresh = True
        self._theme = current_theme()
        self.maker = PictureMaker(self)
        self.maker.due.connect(self._compute)
        self.maker.made.connect(self._on_made)
        self.maker.failed.connect(self._on_not_made)
        self._build()
        self.set_theme(self._theme)
        self.set_landscape(None)

    def _build(self) -> None:
        self.canvas = Canvas(self)
        self.canvas.setAccessibleName(self.tr("Function over the plane"))
        self.canvas.pointDragged.connect(self._on_dragged)
        self.canvas.clicked.connect(self._on_clicked)
        self.canvas.viewChanged.connect(self._on_view_changed)
        self.canvas.hovered.connect(self._on_hovered)
        self.canvas.left.connect(lambda: self.footer.show_cursor(""))
        self.canvas.setFocusProxy(self)
        FocusRing(self.canvas, self)
        self.layers = PlaneLayers(self.canvas, self)
        self.layers.regionsShown.connect(self._say_regions)
        self.layers.failed.connect(self._on_failed)
        self.layers.stationaryFound.connect(self._on_found)
        self.tools = ToolRow(self)
        self.tools.chosen.connect(self._on_chosen)
        self.tools.resetAsked.connect(self.reset_view)
        self._layers, self.reset_button = self.tools.buttons, self.tools.reset
        self.message = self._label("planeMessage", "muted", self.tr("Why there is no plot"))
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(32, 32, 32, 32)
        self.notice = self._label("planeNotice", "error", self.tr("What is wrong with the plot"))
        self.notice.setWordWrap(True)
        self.notice.setContentsMargins(12, 2, 12, 2)
        self.notice.hide()
        self.footer = PlaneFooter(self)
        self.readout, self.hint = self.footer.readout, self.footer.hint
        drawn = QWidget(self)
        drawn.setObjectName("planeDrawn")
        inner = QVBoxLayout(drawn)
        inner.setContentsMargins(0, 0, 0, 6)
        inner.setSpacing(2)
        inner.addWidget(self.tools)
        inner.addWidget(self.notice)
        inner.addWidget(self.canvas, 1)
        inner.addWidget(self.footer)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(drawn)
        self._stack.addWidget(self.message)

    def _label(self, name: str, kind: str, accessible: str) -> QLabel:
        label = RichLabel(self)
        label.setObjectName(name)
        label.setProperty("class", kind)
        label.setAccessibleName(accessible)
        label.setTextFormat(Qt.TextFormat.RichText)
        return label

    # --- what is shown

    def set_landscape(
        self,
        landscape: Landscape | None,
        reason: str = "",
        *,
        name: str = "f",
        view: View | None = None,
        keep_view: bool = False,
    ) -> None:
        """Show another function.

        Parameters
        ----------
        landscape : what to draw; None shows `reason` instead.
        reason : a sentence for the person who looks at an empty plot.
        name : the function's name, for labels.
        view : what part of the plane to show; by default a suggested one.
        keep_view : leave view and point where they are (the constants changed, not the function).
        """
        self._cancel()
        had = self.landscape is not None
        self.landscape = landscape
        self._run, self._followed = None, False
        self.notice.hide()
        self.footer.show_cursor("")  # the values were another function's
        self.canvas.set_path(None)
        self._stack.setCurrentIndex(0 if landscape is not None else 1)
        self.layers.set_landscape(landscape)
        if landscape is None:
            self.message.setText(reason or self.tr("There is nothing to plot yet."))
            self._picture = None
            self.canvas.show_picture(None)
            self.setAccessibleDescription(self.message.text())
            self.landscapeShown.emit()
            return
        self._labels = landscape.axis_labels()
        self._names = (*short_names(self._labels), name)
        self.canvas.set_names(*self._labels, name)
        self.canvas.laid_through.show_points(landscape.plane.through)
        self._layers["field"].setEnabled(landscape.has_gradient)
        fixed = fixed_html(landscape, self._labels)
        self._held = plain_text(fixed)
        self.hint.setText((fixed + "<br>" if fixed else "") + told(HINT))
        self._fresh = True
        if keep_view and had:
            self._move_point(*self._point)
        else:
            self._home = view or suggested_view(landscape)
            self._picture = None
            self.canvas.show_picture(None)
            self.canvas.stillness.begin()
            start = landscape.project(suggested_start(landscape, self._home))
            self.canvas.set_view(self._home)
            self._move_point(float(start[0]), float(start[1]))
        self.maker.ask()
        self.landscapeShown.emit()

    def set_point(self, x: float, y: float) -> None:
        """Move the point; no `pointMoved`."""
        self._move_point(x, y)

    def go_to(self, x: float, y: float) -> None:
        """Move the point as the user does, and the view along if it would be outside."""
        seen = self.canvas.view()
        if not (seen.x0 <= x <= seen.x1 and seen.y0 <= y <= seen.y1):
            half_x, half_y = seen.width / 2, seen.height / 2
            self.canvas.set_view(View(x - half_x, x + half_x, y - half_y, y + half_y))
        self._on_dragged(x, y)

    def point(self) -> tuple[float, float]:
        return self._point

    def names(self) -> tuple[str, str, str]:
        """The names of the coordinates and of the function, as formulas use them."""
        return self._names

    def choices(self) -> PlotChoices:
        return self.tools.choices

    def set_choices(self, choices: PlotChoices) -> None:
        """Show other layers; no signal."""
        before = self.tools.choices
        self.tools.set_choices(choices)
        self._follow_choices(before)

    def set_run(self, run: Run | None) -> None:
        """Draw a descent's path, from its first step."""
        self._run = run
        self._followed = self._followed and run is not None
        landscape, path = self.landscape, None
        if run is not None and landscape is not None:
            path = PathSource(run.steps + 1, lambda part: landscape.project(run.states[part]))
        self.canvas.set_path(path)

    def show_step(self, step: int) -> None:
        """Highlight an iterate of the run. The point goes along, so that the arrow is the gradient of this step."""
        self.canvas.trajectory.set_step(step)
        # A run that has just begun leaves the point where it is; it may have been put elsewhere since the start.
        self._followed = self._followed or step > 0
        if self._followed and self._run is not None and self.landscape is not None and step <= self._run.steps:
            self._follow(self._run, step)

    def _follow(self, run: Run, step: int) -> None:
        """Move arrow and readout to an iterate (in its own plane, when there are more than two coordinates)."""
        assert self.landscape is not None
        x, y = (float(c) for c in self.landscape.project(run.states[step]))
        gx, gy = (float(g) for g in self.landscape.components(run.gradients[step]))
        if not (math.isfinite(x) and math.isfinite(y)):
            return
        self._point = (x, y)
        self.canvas.set_point(x, y, (gx, gy))
        self._describe(float(run.values[step]), run.norm(step), (gx, gy))
        self._follow_point()

    def run(self) -> Run | None:
        return self._run

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.canvas.set_theme(theme)
        self.canvas.set_names(*self._labels, self._names[2])
        self.tools.set_theme(theme)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, QColor(theme.plot_background))
        self.setPalette(palette)
        self._say_regions()
        if self.landscape is not None:
            self._move_point(*self._point)

    def reset_view(self) -> None:
        """Back to the part of the plane that was chosen at first."""
        if self._home is not None:
            self.canvas.set_view(self._home)

    def visible_view(self) -> View:
        return self.canvas.view()

    # --- layers

    def _on_chosen(self, choices: PlotChoices) -> None:
        self._follow_choices(self.canvas.choices)
        self.choicesChanged.emit(choices)

    def _follow_choices(self, before: PlotChoices) -> None:
        choices = self.tools.choices
        self.canvas.show_choices(choices)
        self._say_regions()
        self._describe_plot()
        if self.landscape is None or self._closed:
            return
        arrows = {"scaled", "unit"}
        if (before.contours != choices.contours and choices.contours != "none") or (
            before.field != choices.field and choices.field in arrows
        ):
            self.maker.ask()
        else:
            self.layers.compute(before)
        self._follow_point()

    def _on_found(self, found: StationarySet | None) -> None:
        self._describe_plot()
        self.stationaryFound.emit(found)

    def _say_regions(self) -> None:
        shown = self.tools.choices.colour == "definiteness"
        self.footer.show_regions(self.canvas.surface("definiteness") if shown else None, self._theme)

    def _on_failed(self, error: str) -> None:
        """The last good picture stays."""
        self.notice.setText(self.tr("A part of the plot could not be computed: {error}").format(error=error))
        self.notice.show()

    # --- the point

    def _move_point(self, x: float, y: float) -> None:
        self._point = (x, y)
        landscape = self.landscape
        if landscape is None:
            self.canvas.set_point(x, y, (math.nan, math.nan))
            return
        gx = gy = norm = math.nan
        state = landscape.state(x, y)
        value, gradient = landscape.gradient_at(state) if landscape.has_gradient else (landscape.value_at(state), None)
        if gradient is not None and not math.isnan(value):  # log det X has an inverse also where it has no value
            gx, gy = (float(g) for g in landscape.components(gradient))
            norm = math.hypot(*gradient)
        self.canvas.set_point(x, y, (gx, gy))
        self._describe(value, norm, (gx, gy))
        self._follow_point()

    def _follow_point(self) -> None:
        """What is drawn at the point, here and elsewhere."""
        if self.landscape is not None:
            self.layers.follow_point(*self._point, self._picture)
            self.pointShown.emit(*self._point)

    def _describe(self, value: float, norm: float, gradient: tuple[float, float] = (math.nan, math.nan)) -> None:
        known = norm if self.landscape is not None and self.landscape.has_gradient else None
        view, (x, y) = self.visible_view(), self._point
        seen = view.x0 <= x <= view.x1 and view.y0 <= y <= view.y1  # far outside, fine places tell nothing
        span = view.width if seen else math.inf
        self.readout.setText(point_html(self._names, x, y, value, known, span))
        self._words = point_words(self._names, x, y, value, known, gradient)
        self.readout.setAccessibleDescription(self._words)
        self._describe_plot()

    def _describe_plot(self) -> None:
        if self.landscape is None:
            return
        names, picture = (*self._labels, self._names[2]), self._picture
        extra = ""
        if self.layers.found is not None:  # they are sought because they are drawn
            kinds = counted_kinds(p.kind for p in self.layers.found.points)
            extra = self.tr("Stationary points in view: {kinds}.").format(kinds=kinds or self.tr("none"))
        view = self.visible_view()
        if picture is not None and (self._seen[0] is not picture or self._seen[1] != view):
            self._seen = picture, view, seen_words(names, picture, view)  # not at each step of a drag
        seen = self._seen[2] if picture is not None else ""
        text = described(self.tools.choices, names, self._words, self.landscape.has_gradient, seen, self._held, extra)
        self.setAccessibleDescription(text)
        self.canvas.setAccessibleDescription(text)

    def _on_dragged(self, x: float, y: float) -> None:
        self._move_point(x, y)
        self.pointMoved.emit(x, y)

    def _on_clicked(self, x: float, y: float) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._move_point(x, y)
        self.startPicked.emit(x, y)

    def _on_hovered(self, x: float, y: float) -> None:
        if self.landscape is not None:
            self.footer.show_cursor(cursor_html(self._names, self.landscape.read(x, y), self.visible_view().width))

    # --- pictures

    def _on_view_changed(self) -> None:
        if self.landscape is not None and not self._closed:
            self.maker.ask(0 if self._fresh else DEBOUNCE)

    def _compute(self) -> None:
        if self.landscape is None or self._closed:
            return
        (width, height), view = self.canvas.area(), self.canvas.view()
        if width < 8 or height < 8 or not all(map(math.isfinite, (view.x0, view.x1, view.y0, view.y1))):
            return
        self._cancel()
        choices = self.tools.choices
        levels = choices.contours if choices.contours != "none" else "automatic"
        field = choices.field if choices.field in ("scaled", "unit") else "scaled"
        self.maker.make(Request(self.landscape, view, width, height, levels, field))
        self.layers.compute()

    def _cancel(self) -> None:
        self.maker.cancel()
        self.layers.background.cancel()

    def _on_made(self, picture: Picture) -> None:
        self._fresh = False
        self._picture = picture
        self.notice.setText(told(NOWHERE))
        self.notice.setHidden(bool(np.isfinite(picture.values).any()))
        self.canvas.show_picture(picture)
        self.canvas.show_choices(self.tools.choices)
        self._describe_plot()
        if self.tools.choices.colour == "error":
            self._follow_point()
        self.pictureReady.emit()

    def _on_not_made(self, error: str) -> None:
        text = self.tr("The plot could not be computed: {error}").format(error=told(error))
        if self._picture is not None:  # the last good picture stays
            self.notice.setText(text)
            self.notice.show()
            return
        self.message.setText(text)
        self._stack.setCurrentIndex(1)

    @property
    def busy(self) -> bool:
        """Whether a picture is being computed or about to be."""
        return self.maker.busy or self.canvas.drawing or self.layers.background.busy

    def shutdown(self) -> None:
        """Stop computing; the main window calls it when it closes."""
        self._closed = True
        self.layers.background.cancel()
        self.maker.shutdown()
        self.layers.background.shutdown()
        self.canvas.trajectory.shutdown()

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(560, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 260)

    def keyPressEvent(self, event: Any) -> None:
        keys = Qt.Key
        key, view = event.key(), self.canvas.view()
        if self.landscape is None:
            super().keyPressEvent(event)
        elif key in ARROWS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            dx, dy = (0.1 * step * side for step, side in zip(ARROWS[key], (view.width, view.height), strict=True))
            self.canvas.set_view(View(view.x0 + dx, view.x1 + dx, view.y0 + dy, view.y1 + dy))
        elif (step := step_of(event, min(view.width, view.height))) is not None:
            self._on_dragged(self._point[0] + step[0], self._point[1] + step[1])
        elif (zoom := zoom_of(event)) is not None:
            self.canvas.box.scaleBy([zoom] * 2)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self.startPicked.emit(*self._point)
        elif key == keys.Key_Home:
            self.reset_view()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: Any) -> None:
        self._closed = False
        self.maker.reopen()
        self.layers.background.reopen()
        self.canvas.trajectory.reopen()
        super().showEvent(event)
        if self.landscape is not None and self._fresh:
            self.maker.ask()

    def closeEvent(self, event: Any) -> None:
        self.shutdown()
        super().closeEvent(event)

    def event(self, event: Any) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.shutdown()
        return super().event(event)
