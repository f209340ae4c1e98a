"""The plane and the surface in one place: a switch above, and the surface made when it is first wanted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.small_parts import flat_button
from gradviz.gui.theme import Theme, current_theme

__all__ = ["SurfaceHost"]


class SurfaceHost(QWidget):
    """A view of the plane, and beside it the same function as a surface.

    Attributes
    ----------
    plane : the view of the plane (a `PlaneView`).
    surface : the `SurfaceView`, or None as long as nobody has asked for it.

    Signals
    -------
    pointMoved(x, y) : the user moved the point, in either.
    """

    pointMoved = Signal(float, float)

    def __init__(self, plane: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surfaceHost")
        self.setAccessibleName(self.tr("Plot"))
        self.plane = plane
        self.surface: Any = None
        self._run: Any = None
        self._step = self._compared_step = 0
        self._compared: Any = None
        self._opened: Any = None
        self.buttons = {
            "plane": flat_button(self, "showPlane", self.tr("Plane"), self.tr("Heat map, contours and gradient field")),
            "surface": flat_button(
                self, "showSurface", self.tr("Surface"), self.tr("The function as a surface in space")
            ),
        }
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 4, 0)
        row.setSpacing(4)
        for button in self.buttons.values():
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)
        self.buttons["plane"].setChecked(True)
        # The tools of what is shown stand in the same row: height is scarce.
        self._tools = QStackedWidget(self)
        self._tools.setObjectName("surfaceTools")
        self._tools.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tools.addWidget(plane.tools)
        row.addWidget(self._tools, 1)
        self._switch = QWidget(self)
        self._switch.setObjectName("surfaceSwitch")
        self._switch.setLayout(row)
        self.pages = QStackedWidget(self)
        self.pages.setObjectName("surfacePages")
        self.pages.addWidget(plane)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._switch)
        layout.addWidget(self.pages, 1)
        self.buttons["plane"].clicked.connect(lambda: self.show_plane())
        self.buttons["surface"].clicked.connect(lambda: self.show_surface())
        plane.pointMoved.connect(self.pointMoved)
        plane.landscapeShown.connect(self._on_landscape)
        plane.pointShown.connect(self._on_point)
        plane.pictureReady.connect(self._on_view)
        self._switch.setVisible(False)

    # --- what others call

    def show_plane(self) -> None:
        """Bring the plane to the front."""
        self.show_plane_quietly()
        self.plane.setFocus()

    def show_surface(self) -> None:
        """Bring the surface to the front; the first time it is made."""
        self.buttons["surface"].setChecked(True)
        if self.surface is None:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
            try:
                self._make()
            finally:
                QApplication.restoreOverrideCursor()
        self.pages.setCurrentWidget(self.surface)
        self._tools.setCurrentWidget(self.surface.tools)
        self._on_view()
        self.surface.setFocus()

    def set_run(self, run: Any) -> None:
        """Follow a descent."""
        self._run, self._step = run, 0
        if self.surface is not None:
            self.surface.set_run(run)

    def show_step(self, step: int) -> None:
        self._step = step
        if self.surface is not None:
            self.surface.show_step(step)

    def set_compared(self, paths: Any) -> None:
        """Draw several descents (`ComparedPath`s) in place of the one; None for the one."""
        self._compared = paths
        if self.surface is not None:
            self.surface.set_compared(paths)

    def show_compared_step(self, step: int) -> None:
        self._compared_step = step
        if self.surface is not None:
            self.surface.show_compared_step(step)

    def set_opened(self, opened: Any) -> None:
        """Draw the parts of a step (an `OpenedStep`) on the surface; None for none."""
        self._opened = opened
        if self.surface is not None:
            self.surface.set_opened(opened)

    def set_theme(self, theme: Theme) -> None:
        self.plane.set_theme(theme)
        if self.surface is not None:
            self.surface.set_theme(theme)

    def shutdown(self) -> None:
        """Stop what runs in the background."""
        self.plane.shutdown()
        if self.surface is not None:
            self.surface.shutdown()

    # --- keeping both alike

    def _make(self) -> None:
        from gradviz.gui.surface.view import SurfaceView  # OpenGL is loaded for those who look at surfaces

        self.surface = SurfaceView()
        self.surface.set_theme(current_theme())
        self.surface.pointMoved.connect(self._on_picked)
        self.pages.addWidget(self.surface)
        self._tools.addWidget(self.surface.tools)
        self._on_landscape()
        self.surface.set_run(self._run)
        self.surface.show_step(self._step)
        self.surface.set_compared(self._compared)
        self.surface.show_compared_step(self._compared_step)
        self.surface.set_opened(self._opened)

    def _on_landscape(self) -> None:
        landscape = self.plane.landscape
        self._switch.setVisible(landscape is not None)
        if landscape is None:
            self.show_plane_quietly()
        if self.surface is None:
            return
        view = self.plane.visible_view() if landscape is not None else None
        self.surface.set_landscape(landscape, name=self.plane.names()[2], view=view)
        self.surface.set_point(*self.plane.point())

    def show_plane_quietly(self) -> None:
        """The same, and the cursor stays where it is: the plane says why there is nothing to see."""
        self.buttons["plane"].setChecked(True)
        self.pages.setCurrentWidget(self.plane)
        self._tools.setCurrentWidget(self.plane.tools)

    def _on_point(self, x: float, y: float) -> None:
        if self.surface is not None:
            self.surface.set_point(x, y)

    def _on_view(self) -> None:
        if self.surface is not None and self.plane.landscape is not None:
            self.surface.set_view(self.plane.visible_view())

    def _on_picked(self, x: float, y: float) -> None:
        self.plane.set_point(x, y)
        self.pointMoved.emit(x, y)
