"""A function as a surface, with the Taylor model at the point and the descent on it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from gradviz.gui.plot.background import Background
from gradviz.gui.plot.names import plain_name, plain_number
from gradviz.gui.small_parts import RichLabel, flat_button
from gradviz.gui.surface import opengl
from gradviz.gui.surface.camera import HOME
from gradviz.gui.surface.canvas import PaintedCanvas
from gradviz.gui.surface.drawn import Drawn
from gradviz.gui.surface.scene import MOST_NODES, Mesh, Surface, make_surface, model_mesh, path_on
from gradviz.gui.surface.step_lines import OpenedStep, lines_on
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.descent import Run
from gradviz.numeric.landscape import Landscape, View
from gradviz.numeric.plane_model import plane_model
from gradviz.numeric.views import suggested_view

__all__ = ["SurfaceView"]

REST = 60
"""Milliseconds of rest before the surface over another rectangle is computed."""
PAINTED_NODES = 49


class SurfaceView(QWidget):
    """The surface.

    Attributes
    ----------
    landscape : what is drawn, or None.
    reason : why there is no OpenGL, or "".

    Signals
    -------
    pointMoved(x, y) : the user clicked on the surface.
    drawnAnew() : a surface has been computed and is shown.
    """

    pointMoved = Signal(float, float)
    drawnAnew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surfaceView")
        self.setAccessibleName(self.tr("Surface"))
        self.setAutoFillBackground(True)
        self.landscape: Landscape | None = None
        found = opengl.support()
        self.reason = found.reason
        self._names = ("x", "y", "f")
        self._view: View | None = None
        self._point = (0.0, 0.0)
        self._run: Run | None = None
        self._path = np.empty((0, 2))
        self._step = self._compared_step = 0
        self._compared: Any = None
        self._opened: OpenedStep | None = None
        self._surface: Surface | None = None
        self._stale = False
        self._behind = False
        self._background = Background(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._compute)
        self.canvas = self._make_canvas(smooth=not found.software)
        self.canvas.picked.connect(self._on_picked)
        self._build()
        self.set_theme(current_theme())
        self._say_hint()
        self.set_landscape(None)

    def _make_canvas(self, *, smooth: bool) -> QWidget:
        if not self.reason:
            try:
                from gradviz.gui.surface.gl_canvas import GLCanvas

                return GLCanvas(self, smooth=smooth)
            except Exception as error:  # a broken driver or installation; the painted canvas needs neither
                self.reason = str(error) or type(error).__name__
        return PaintedCanvas(self)

    def _build(self) -> None:
        self.model_box = QComboBox(self)
        self.model_box.setObjectName("surfaceModel")
        self.model_box.setAccessibleName(self.tr("Taylor model at the point"))
        self.model_box.setToolTip(self.tr("What touches the surface at the point"))
        for order, text in (
            (0, self.tr("No model")),
            (1, self.tr("Tangent plane")),
            (2, self.tr("Taylor quadric")),
        ):
            self.model_box.addItem(text, order)
        self.model_box.setCurrentIndex(1)
        self.model_box.currentIndexChanged.connect(lambda _: self._ask_for_model())
        self.log_button = flat_button(
            self,
            "surfaceLogarithmic",
            self.tr("Log height"),
            self.tr("Heights by the decades above the lowest value; a tangent plane is bent then"),
        )
        self.log_button.setCheckable(True)
        self.log_button.toggled.connect(lambda _: self._timer.start(0))
        self.reset_button = flat_button(
            self, "surfaceReset", self.tr("Reset view"), self.tr("Look at it as at first (Home)")
        )
        self.reset_button.clicked.connect(self.reset_view)
        self.tools = QWidget(self)
        self.tools.setObjectName("surfaceToolRow")
        bar = QHBoxLayout(self.tools)
        bar.setContentsMargins(6, 2, 4, 2)
        bar.setSpacing(6)
        bar.addWidget(self.model_box)
        bar.addWidget(self.log_button)
        bar.addStretch(1)
        bar.addWidget(self.reset_button)
        self.note = RichLabel(self)
        self.note.setObjectName("surfaceNote")
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setProperty("class", "muted")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(12, 0, 12, 0)
        self.note.setText(
            self.tr("OpenGL is missing, so the surface is painted more coarsely: {reason}.").format(
                reason=told(self.reason)
            )
        )
        self.note.setVisible(bool(self.reason))
        self.hint = QLabel(self)
        self.hint.setObjectName("surfaceHint")
        self.hint.setProperty("class", "muted")
        self.hint.setContentsMargins(12, 0, 12, 0)
        self.hint.setWordWrap(True)
        drawn = QWidget(self)
        drawn.setObjectName("surfaceDrawn")
        inner = QVBoxLayout(drawn)
        inner.setContentsMargins(0, 0, 0, 8)
        inner.setSpacing(2)
        inner.addWidget(self.tools)
        inner.addWidget(self.note)
        inner.addWidget(self.canvas, 1)
        inner.addWidget(self.hint)
        self.message = RichLabel(self)
        self.message.setObjectName("surfaceMessage")
        self.message.setProperty("class", "muted")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setContentsMargins(32, 32, 32, 32)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(drawn)
        self._stack.addWidget(self.message)
        self.setFocusProxy(self.canvas)

    # --- what is shown

    def set_landscape(
        self, landscape: Landscape | None, reason: str = "", *, name: str = "f", view: View | None = None
    ) -> None:
        """Show another function over a view (by default a suggested one); None shows `reason` instead."""
        self.landscape = landscape
        self._run, self._path, self._step = None, np.empty((0, 2)), 0
        self.set_opened(None)
        self._stack.setCurrentIndex(0 if landscape is not None else 1)
        if landscape is None:
            self._background.cancel()
            self._timer.stop()
            self._surface = None
            self.canvas.set_drawn(None)
            self.message.setText(reason or self.tr("There is nothing to plot yet."))
            self.setAccessibleDescription(self.message.text())
            return
        self._names = (*landscape.axis_labels(), name)
        self._view = view or suggested_view(landscape)
        self._ask()

    def set_view(self, view: View) -> None:
        """Show another rectangle of the plane."""
        if view != self._view:
            self._view = view
            self._ask(REST)

    def set_point(self, x: float, y: float) -> None:
        """Move the point; no signal."""
        if (x, y) != self._point:
            self._point = (x, y)
            self._follow()

    def point(self) -> tuple[float, float]:
        return self._point

    def set_run(self, run: Run | None) -> None:
        """Draw a descent's path on the surface."""
        self._run, self._step = run, 0
        self._path = np.empty((0, 2))
        if run is not None and self.landscape is not None:
            self._path = self.landscape.project(run.states)
        self._follow()

    def run(self) -> Run | None:
        return self._run

    def show_step(self, step: int) -> None:
        """Show the descent up to a step."""
        self._step = step
        if not self.isVisible():
            self._behind = True
        elif self.canvas.drawn is not None:
            self.canvas.set_drawn(replace(self.canvas.drawn, step=step))

    def set_compared(self, paths: Any) -> None:
        """Draw several descents (`ComparedPath`s) in place of the one; None for the one."""
        self._compared = paths
        self._follow()

    def show_compared_step(self, step: int) -> None:
        self._compared_step = step
        if self.isVisible() and self.canvas.drawn is not None and self._compared is not None:
            self.canvas.set_drawn(replace(self.canvas.drawn, step=step))

    def set_opened(self, opened: OpenedStep | None) -> None:
        """Draw the parts of a step, and in place of the Taylor model the one that the step trusts; None for none."""
        if opened is not self._opened:
            self._opened = opened
            self._say_hint()
            self._follow()

    def set_theme(self, theme: Theme) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, QColor(theme.plot_background))
        self.setPalette(palette)
        self.canvas.set_theme(theme)

    def reset_view(self) -> None:
        """The first direction and zoom."""
        self.canvas.set_camera(HOME)

    @property
    def surface(self) -> Surface | None:
        """What is shown."""
        return self._surface

    @property
    def busy(self) -> bool:
        """Whether a surface is being computed or about to be."""
        return self._timer.isActive() or self._background.busy

    def shutdown(self) -> None:
        """Stop what runs in the background."""
        self._timer.stop()
        self._background.shutdown()

    def _say_hint(self) -> None:
        """What can be done here, and what the patch is while a step is open."""
        words = self.tr("Drag or arrow keys to turn · wheel or + and − to zoom · click to move the point")
        if self._opened is not None and self._opened.model is not None:
            words = self.tr("The patch is the model that this step trusts.")
        self.hint.setText(words)

    # --- computing

    def _follow(self) -> None:
        """Draw the point and the path where they are now; hidden, when it is seen again."""
        self._behind = not self.isVisible()
        if not self._behind:
            self._show_path()
            self._show_point()
            self._ask_for_model()

    def _ask(self, rest: int = 0) -> None:
        self._stale = True
        if self.isVisible():
            self._timer.start(rest)

    def _compute(self) -> None:
        landscape, view = self.landscape, self._view
        if landscape is None or view is None or not all(map(math.isfinite, (view.x0, view.x1, view.y0, view.y1))):
            return
        self._stale = False
        nodes = PAINTED_NODES if isinstance(self.canvas, PaintedCanvas) else MOST_NODES
        logarithmic = self.log_button.isChecked()
        self._background.run(
            "surface",
            lambda cancelled: make_surface(landscape, view, logarithmic=logarithmic, nodes=nodes, cancelled=cancelled),
            self._on_surface,
            self._on_failed,
        )

    def _on_surface(self, surface: Surface | None) -> None:
        if surface is None or self.landscape is None:
            return
        self._surface = surface
        before = self.canvas.drawn
        model = before.model if before is not None and before.surface.frame == surface.frame else None
        self.canvas.set_drawn(Drawn(surface, model, names=self._names))
        self._follow()
        self.drawnAnew.emit()

    def _on_failed(self, error: str) -> None:
        self.message.setText(self.tr("The surface could not be computed: {error}").format(error=error))
        self._stack.setCurrentIndex(1)

    def _ask_for_model(self) -> None:
        landscape, surface, point = self.landscape, self._surface, self._point
        order = int(self.model_box.currentData())
        if landscape is None or surface is None:
            return
        if not order:
            self._background.cancel("model")
            self._on_model(None)
            return
        frame, trusted = surface.frame, self._opened.model if self._opened is not None else None
        self._background.run(
            "model",
            lambda _: model_mesh(frame, trusted or plane_model(landscape, *point), trusted.order if trusted else order),
            self._on_model,
            lambda _: self._on_model(None),
            finish=True,
        )

    def _on_model(self, mesh: Mesh | None) -> None:
        if self.canvas.drawn is not None:
            self.canvas.set_drawn(replace(self.canvas.drawn, model=mesh))

    def _show_point(self) -> None:
        if self.canvas.drawn is None or self._surface is None or self.landscape is None:
            return
        placed = path_on(self._surface, self.landscape, np.array([self._point]))
        self.canvas.set_drawn(replace(self.canvas.drawn, point=placed[0]))
        self._describe()

    def _show_path(self) -> None:
        if self.canvas.drawn is None or self._surface is None or self.landscape is None:
            return
        alone = self._compared is None
        path = path_on(self._surface, self.landscape, self._path if alone else np.empty((0, 2)))
        compared = tuple(
            (path_on(self._surface, self.landscape, p.points), p.colour, p.dashes) for p in self._compared or ()
        )
        step = self._step if alone else self._compared_step
        parts = lines_on(self._surface, self.landscape, self._opened)
        self.canvas.set_drawn(replace(self.canvas.drawn, path=path, step=step, compared=compared, parts=parts))

    def _describe(self) -> None:
        assert self._surface is not None
        frame, view = self._surface.frame, self._surface.frame.view
        x, y, f = (plain_name(n) for n in self._names)
        ends = {"x0": view.x0, "x1": view.x1, "y0": view.y0, "y1": view.y1}
        text = self.tr("The surface of {f} over {x} from {x0} to {x1} and {y} from {y0} to {y1}.").format(
            f=f, x=x, y=y, **{name: plain_number(value) for name, value in ends.items()}
        )
        text += " " + self.tr("Its heights go from {low} to {high}.").format(
            low=plain_number(frame.low), high=plain_number(frame.high)
        )
        if self._surface.undefined:
            text += " " + self.tr("Where there is no surface the function is undefined.")
        model = {1: self.tr("The tangent plane touches it at the point."), 2: self.tr("A quadric touches it there.")}
        if self._opened is None:
            text += " " + model.get(int(self.model_box.currentData()), "")
        else:
            text += " " + self.tr("The parts of the step are arrows on it, with the model that the step trusts.")
        self.canvas.setAccessibleDescription(text.strip())
        self.setAccessibleDescription(text.strip())

    def _on_picked(self, x: float, y: float) -> None:
        self.set_point(x, y)
        self.pointMoved.emit(x, y)

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(560, 520)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 240)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._timer.start(0)
        elif self._behind:
            self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._stale = self._stale or self._background.busy

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.shutdown()
        return super().event(event)
