"""A function over the plane of two coordinates: heat map, contours, gradient field, and a point to drag."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.plot.canvas import Canvas
from gradviz.gui.plot.names import html_name, html_number, plain_name, plain_number
from gradviz.gui.plot.picture import Picture, PictureTask, Request
from gradviz.gui.theme import Theme, current_theme
from gradviz.numeric.descent import Run
from gradviz.numeric.landscape import Landscape, View
from gradviz.numeric.views import suggested_start, suggested_view

__all__ = ["PlaneView"]

FIXED = 6
"""Coordinates that are not drawn, of which the value is told."""
DEBOUNCE = 70
"""Milliseconds of rest after a zoom or move before the picture is computed anew."""


class PlaneView(QWidget):
    """The plot.

    Attributes
    ----------
    landscape : what is drawn, or None.

    Signals
    -------
    pointMoved(x, y) : the user moved the point (dragged it, or with the arrow keys).
    startPicked(x, y) : the user clicked on the plane to start a descent there.
    pictureReady() : a picture of the present view is drawn (first a coarse one, then a fine one).
    """

    pointMoved = Signal(float, float)
    startPicked = Signal(float, float)
    pictureReady = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planeView")
        self.setAccessibleName(self.tr("Plot"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.landscape: Landscape | None = None
        self._run: Run | None = None
        self._followed = False
        self._names = ("x", "y", "f")
        self._point = (0.0, 0.0)
        self._home: View | None = None
        self._ticket = 0
        self._tasks: dict[int, PictureTask] = {}
        self._closed = False
        self._fresh = True
        self._results = PictureTask.Results(self)
        self._results.ready.connect(self._on_ready)
        self._results.finished.connect(self._on_finished)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(2_000)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._compute)
        self._build()
        self.set_theme(current_theme())
        self.set_landscape(None)

    def _build(self) -> None:
        self.canvas = Canvas(self)
        self.canvas.setAccessibleName(self.tr("Function over the plane"))
        self.canvas.pointDragged.connect(self._on_dragged)
        self.canvas.clicked.connect(self._on_clicked)
        self.canvas.viewChanged.connect(self._on_view_changed)
        self.canvas.setFocusProxy(self)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 0)
        bar.setSpacing(4)
        self._layers = {}
        for name, text, tip in (
            ("heat", self.tr("Heat map"), self.tr("Colour the plane by the value of the function")),
            ("contours", self.tr("Contours"), self.tr("Lines of equal value")),
            (
                "field",
                self.tr("Gradient field"),
                self.tr("Arrows along the gradient: uphill, across the contours"),
            ),
        ):
            button = self._button(f"planeLayer_{name}", text, tip, checkable=True)
            button.setChecked(True)
            button.toggled.connect(self._on_layers)
            self._layers[name] = button
            bar.addWidget(button)
        bar.addStretch(1)
        self.reset_button = self._button(
            "planeResetView",
            self.tr("Reset view"),
            self.tr("Show the part of the plane that was chosen at first (Home)"),
        )
        self.reset_button.clicked.connect(self.reset_view)
        bar.addWidget(self.reset_button)
        self.message = QLabel(self)
        self.message.setObjectName("planeMessage")
        self.message.setProperty("class", "muted")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(32, 32, 32, 32)
        self.readout = QLabel(self)
        self.readout.setObjectName("planeReadout")
        self.readout.setAccessibleName(self.tr("Values at the point"))
        self.readout.setTextFormat(Qt.TextFormat.RichText)
        self.readout.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.readout.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hint = QLabel(
            self.tr("Click to start a descent there · drag the point to read values · wheel to zoom"), self
        )
        self.hint.setObjectName("planeHint")
        self.hint.setProperty("class", "muted")
        self.hint.setTextFormat(Qt.TextFormat.RichText)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        drawn = QWidget(self)
        drawn.setObjectName("planeDrawn")
        inner = QVBoxLayout(drawn)
        inner.setContentsMargins(0, 0, 0, 8)
        inner.setSpacing(2)
        inner.addLayout(bar)
        inner.addWidget(self.canvas, 1)
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.setSpacing(2)
        below.addWidget(self.readout)
        below.addWidget(self.hint)
        inner.addLayout(below)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(drawn)
        self._stack.addWidget(self.message)

    def _button(self, name: str, text: str, tip: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)
        button.setAccessibleDescription(tip)
        button.setCheckable(checkable)
        button.setAutoRaise(True)
        return button

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
        self._run = None
        self._followed = False
        self.canvas.trajectory.set_points(None)
        self.canvas.place_trajectory()
        self._stack.setCurrentIndex(0 if landscape is not None else 1)
        if landscape is None:
            self.message.setText(reason or self.tr("There is nothing to plot yet."))
            self.canvas.show_picture(None)
            self.setAccessibleDescription(self.message.text())
            return
        labels = (landscape.plane.x.label(landscape.binding), landscape.plane.y.label(landscape.binding))
        self._names = (*labels, name)
        self.canvas.set_names(*self._names)
        self._layers["field"].setEnabled(landscape.has_gradient)
        self._say_fixed(landscape)
        self._fresh = True
        if keep_view and had:
            self._move_point(*self._point)
        else:
            self._home = view or suggested_view(landscape)
            self.canvas.show_picture(None)
            start = landscape.project(suggested_start(landscape, self._home))
            self.canvas.set_view(self._home)
            self._move_point(float(start[0]), float(start[1]))
        self._timer.start(0)

    def _say_fixed(self, landscape: Landscape) -> None:
        """The hint below the plot names the coordinates that are not drawn, and where they are held."""
        drawn = set(self._names[:2])
        fixed = [
            f"{html_name(name)}&nbsp;=&nbsp;{html_number(float(value))}"
            for name, value in zip(landscape.coordinates(), landscape.origin, strict=True)
            if name not in drawn
        ]
        text = self.tr("Click to start a descent there · drag the point to read values · wheel to zoom")
        if fixed:
            shown = ", ".join(fixed[:FIXED]) + (", …" if len(fixed) > FIXED else "")
            text = self.tr("Not drawn, held at: ") + shown + "<br>" + text
        self.hint.setText(text)

    def set_point(self, x: float, y: float) -> None:
        """Move the point; no signal."""
        self._move_point(x, y)

    def point(self) -> tuple[float, float]:
        return self._point

    def set_run(self, run: Run | None) -> None:
        """Draw a descent's path, from its first step."""
        self._run = run
        self._followed = self._followed and run is not None
        points = None
        if run is not None and self.landscape is not None:
            points = self.landscape.project(run.states)
            points = points[np.isfinite(points).all(axis=1)]
        self.canvas.trajectory.set_points(points)
        self.canvas.place_trajectory()

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
        gx, gy = (float(g) for g in self.landscape.project(run.gradients[step]))
        if not (math.isfinite(x) and math.isfinite(y)):
            return
        self._point = (x, y)
        self.canvas.set_point(x, y)
        self.canvas.set_gradient(gx, gy)
        self._describe(float(run.values[step]), run.norm(step))

    def run(self) -> Run | None:
        return self._run

    def set_theme(self, theme: Theme) -> None:
        self.canvas.set_theme(theme)
        self.canvas.set_names(*self._names)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, QColor(theme.plot_background))
        self.setPalette(palette)
        if self.landscape is not None:
            self._move_point(*self._point)

    def reset_view(self) -> None:
        """Back to the part of the plane that was chosen at first."""
        if self._home is not None:
            self.canvas.set_view(self._home)

    def visible_view(self) -> View:
        return self.canvas.view()

    def _on_layers(self) -> None:
        on = {name: button.isChecked() for name, button in self._layers.items()}
        self.canvas.show_layers(**on)

    # --- the point

    def _move_point(self, x: float, y: float) -> None:
        self._point = (x, y)
        self.canvas.set_point(x, y)
        landscape = self.landscape
        if landscape is None:
            return
        gx = gy = math.nan
        state = landscape.state(x, y)
        if landscape.has_gradient:
            value, gradient = landscape.gradient_at(state)
            gx, gy = (float(g) for g in landscape.project(gradient))
            norm = math.hypot(*gradient)
        else:
            value, norm = landscape.value_at(state), math.nan
        self.canvas.set_gradient(gx, gy)
        self._describe(value, norm)

    def _describe(self, value: float, norm: float) -> None:
        x, y = self._point
        first, second, f = self._names
        rows = [(html_name(first), x, 4), (html_name(second), y, 4), (f"<i>{f}</i>", value, 5)]
        spoken = [(plain_name(first), x), (plain_name(second), y), (f, value)]
        if self.landscape is not None and self.landscape.has_gradient:
            rows.append((f"‖∇<i>{f}</i>‖", norm, 4))
            spoken.append(("gradient norm", norm))
        gap = "&nbsp;" * 4
        self.readout.setText(gap.join(f"{n}&nbsp;=&nbsp;{html_number(v, digits)}" for n, v, digits in rows))
        text = ", ".join(f"{n} = {plain_number(v)}" for n, v in spoken)
        self.readout.setAccessibleDescription(text)
        self.setAccessibleDescription(
            self.tr("Heat map, contours and gradient field over the plane of two variables. At the point:") + " " + text
        )

    def _on_dragged(self, x: float, y: float) -> None:
        self._move_point(x, y)
        self.pointMoved.emit(x, y)

    def _on_clicked(self, x: float, y: float) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._move_point(x, y)
        self.startPicked.emit(x, y)

    # --- pictures

    def _on_view_changed(self) -> None:
        if self.landscape is not None and not self._closed:
            self._timer.start(0 if self._fresh else DEBOUNCE)

    def _compute(self) -> None:
        if self.landscape is None or self._closed:
            return
        width, height = self.canvas.area()
        view = self.canvas.view()
        if width < 8 or height < 8 or not all(map(math.isfinite, (view.x0, view.x1, view.y0, view.y1))):
            return
        self._cancel()
        self._ticket += 1
        request = Request(self.landscape, view, width, height)
        task = PictureTask(self._ticket, request, self._results, coarse=True)
        self._tasks[self._ticket] = task
        self._pool.start(task)

    def _cancel(self) -> None:
        self._timer.stop()
        for task in self._tasks.values():
            task.cancel()
        self._ticket += 1  # whatever is still on its way is stale

    def _on_ready(self, ticket: int, picture: Picture) -> None:
        if ticket != self._ticket or self._closed:
            return
        self._fresh = False
        self.canvas.show_picture(picture)
        self._on_layers()
        self.pictureReady.emit()

    def _on_finished(self, ticket: int, error: str) -> None:
        self._tasks.pop(ticket, None)
        if error and ticket == self._ticket and not self._closed:
            self.message.setText(self.tr("The plot could not be computed: ") + error)
            self._stack.setCurrentIndex(1)

    @property
    def busy(self) -> bool:
        """Whether a picture is being computed or about to be."""
        return self._timer.isActive() or bool(self._tasks) or self.canvas.drawing

    def shutdown(self) -> None:
        """Stop computing and wait for the thread; the main window calls it when it closes."""
        self._closed = True
        self._cancel()
        self._pool.clear()
        self._pool.waitForDone()
        self._tasks.clear()

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(560, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 260)

    def keyPressEvent(self, event) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        view = self.canvas.view()
        if event.key() in steps and self.landscape is not None:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            size = min(view.width, view.height) / (400 if fine else 50)
            dx, dy = steps[event.key()]
            self._on_dragged(self._point[0] + dx * size, self._point[1] + dy * size)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.landscape is not None:
            self.startPicked.emit(*self._point)
        elif event.key() == Qt.Key.Key_Home:
            self.reset_view()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event) -> None:
        self._closed = False
        super().showEvent(event)
        if self.landscape is not None and self._fresh:
            self._timer.start(0)

    def closeEvent(self, event) -> None:
        self.shutdown()
        super().closeEvent(event)

    def event(self, event) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.shutdown()
        return super().event(event)
