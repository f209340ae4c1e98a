"""The drawing area: turning, zooming and picking, the same with OpenGL and without."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradviz.gui.surface.camera import HOME, Camera
from gradviz.gui.surface.drawn import Drawn
from gradviz.gui.surface.painting import paint_all
from gradviz.gui.theme import Theme, current_theme

__all__ = ["Interaction", "PaintedCanvas"]

TURN = 5.0
"""Degrees that an arrow key turns; with Shift, one."""
ZOOM = 1.15
CLICK = 4.0
"""Pixels that the mouse may move in a click."""


class Interaction:
    """Keys and mouse for a canvas (a mixin before a QWidget).

    Attributes
    ----------
    drawn : what is shown, or None.
    camera : where it is seen from.
    """

    drawn: Drawn | None
    camera: Camera
    theme: Theme

    def set_up(self) -> None:
        self.drawn, self.camera, self.theme = None, HOME, current_theme()
        self._pressed: QPointF | None = None
        self._last: QPointF | None = None
        self.setObjectName("surfaceCanvas")
        self.setAccessibleName(self.tr("Surface in space"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_drawn(self, drawn: Drawn | None) -> None:
        self.drawn = drawn
        self.update()

    def set_camera(self, camera: Camera) -> None:
        self.camera = camera
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.update()

    def paint_to(self, painter: QPainter, width: float, height: float, theme: Theme | None = None) -> None:
        """Paint the picture as vectors: for files, and where there is no OpenGL."""
        theme = theme or self.theme
        painter.fillRect(0, 0, round(width), round(height), QColor(theme.plot_background))
        if self.drawn is not None:
            paint_all(painter, width, height, self.drawn, self.camera, theme)

    def image(self, scale: float = 2.0) -> QImage:
        """The picture at some pixels for each of the screen's."""
        size = self.size()
        made = QImage(round(size.width() * scale), round(size.height() * scale), QImage.Format.Format_RGB32)
        painter = QPainter(made)
        painter.scale(scale, scale)
        self.paint_to(painter, size.width(), size.height())
        painter.end()
        return made

    def paint_focus(self, painter: QPainter) -> None:
        """A frame while the keys go here."""
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # --- keys and mouse

    def focusInEvent(self, event: QFocusEvent) -> None:
        QWidget.focusInEvent(self, event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        QWidget.focusOutEvent(self, event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = 1.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else TURN
        turns = {
            Qt.Key.Key_Left: (-turn, 0.0),
            Qt.Key.Key_Right: (turn, 0.0),
            Qt.Key.Key_Up: (0.0, turn),
            Qt.Key.Key_Down: (0.0, -turn),
        }
        if event.key() in turns:
            self.set_camera(self.camera.turned(*turns[event.key()]))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_PageUp):
            self.set_camera(self.camera.zoomed(ZOOM))
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_PageDown):
            self.set_camera(self.camera.zoomed(1 / ZOOM))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_0):
            self.set_camera(HOME)
        else:
            QWidget.keyPressEvent(self, event)
            return
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        QWidget.keyReleaseEvent(self, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._last = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._last is None:
            return
        moved = event.position() - self._last
        self._last = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.set_camera(self.camera.turned(-moved.x() * 0.5, moved.y() * 0.5))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed, self._last = self._pressed, None, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        moved = event.position() - pressed
        if abs(moved.x()) + abs(moved.y()) <= CLICK:
            place = self.place_at(event.position().x(), event.position().y())
            if place is not None:
                self.picked.emit(*place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.set_camera(self.camera.zoomed(ZOOM ** (event.angleDelta().y() / 120)))
        event.accept()

    def place_at(self, x: float, y: float) -> tuple[float, float] | None:
        """The point of the plane under a pixel; None beside the surface."""
        if self.drawn is None:
            return None
        surface = self.drawn.surface
        triangles = surface.mesh.triangles
        screen, depth = self.camera.project(surface.mesh.points.reshape(-1, 3), self.width(), self.height())
        a, b, c = (screen[triangles[:, i]] for i in range(3))
        with np.errstate(all="ignore"):  # barycentric coordinates of the pixel in every triangle
            area = _cross(b - a, c - a)
            v = _cross(np.array([x, y]) - a, c - a) / area
            w = _cross(b - a, np.array([x, y]) - a) / area
        share = np.stack([1 - v - w, v, w], axis=-1)
        under = np.flatnonzero((share >= 0).all(axis=1))
        if not under.size:
            return None
        nearest = under[int(np.argmin((share[under] * depth[triangles[under]]).sum(axis=1)))]
        rows, columns = np.divmod(triangles[nearest], len(surface.xs))
        return float(share[nearest] @ surface.xs[columns]), float(share[nearest] @ surface.ys[rows])


def _cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]


class PaintedCanvas(Interaction, QWidget):
    """The surface without OpenGL.

    Signals
    -------
    picked(x, y) : a click on the surface, at a point of the plane.
    """

    picked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up()

    def sizeHint(self) -> QSize:
        return QSize(480, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_to(painter, self.width(), self.height())
        self.paint_focus(painter)
        painter.end()
