"""The drawing area with OpenGL. Importing this needs PyOpenGL, and the widget a driver: see `opengl.support`."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph.opengl as gl
from OpenGL import GL
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QMatrix4x4, QPainter, QSurfaceFormat
from PySide6.QtWidgets import QWidget

from gradviz.gui.surface.camera import FIELD_OF_VIEW, REACH, Camera
from gradviz.gui.surface.canvas import Interaction
from gradviz.gui.surface.drawn import Drawn, box_lines
from gradviz.gui.surface.painting import MODEL_ALPHA, model_ink, paint_texts, stops, unit
from gradviz.gui.surface.scene import Mesh, colours_of, facing
from gradviz.gui.theme import Theme
from gradviz.numeric.binding import Array

__all__ = ["GLCanvas"]

SAMPLES = 4
LIFT = 0.007
"""How far lines lie above the surface, on the side that is seen."""
PUSH = 0.004
"""How far the surface is drawn behind where it is: what lies in it, the model, is seen, and no patches of either."""
DEPTH_BITS = 24
NEAREST = 0.02
"""Of the camera's distance: the near plane of a camera that is inside the box."""


class GLCanvas(Interaction, gl.GLViewWidget):
    """The surface with OpenGL; the texts are painted over it.

    Signals
    -------
    picked(x, y) : a click on the surface, at a point of the plane.
    """

    picked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None, *, smooth: bool = True) -> None:
        super().__init__(parent)
        form = QSurfaceFormat.defaultFormat()
        form.setSamples(SAMPLES if smooth else 0)
        form.setDepthBufferSize(DEPTH_BITS)
        self.setFormat(form)
        self.set_up()
        self.opts["fov"] = FIELD_OF_VIEW
        self._surface_item = gl.GLMeshItem(smooth=True, computeNormals=False, glOptions="opaque")
        self._model_item = gl.GLMeshItem(smooth=True, computeNormals=False, glOptions="translucent")
        self._surface_item.updateGLOptions({GL.GL_POLYGON_OFFSET_FILL: True})
        self._grid = gl.GLLinePlotItem(mode="lines", glOptions="opaque")
        self._edges = gl.GLLinePlotItem(mode="lines", glOptions="opaque")
        self._contours = gl.GLLinePlotItem(mode="lines", glOptions="opaque", antialias=True)
        self._ahead = gl.GLLinePlotItem(mode="lines", glOptions="opaque", antialias=True)
        self._behind = gl.GLLinePlotItem(mode="lines", glOptions="opaque", antialias=True)
        for item in (self._model_item, self._contours, self._ahead, self._behind, self._grid, self._edges):
            item.updateGLOptions({GL.GL_POLYGON_OFFSET_FILL: False})
        for item in (self._surface_item, self._model_item, self._grid, self._edges):
            item.updateGLOptions({"glDepthMask": (True,)})
        for item in (self._contours, self._ahead, self._behind):
            # What the model covers is settled by the surface: a line's soft border is no place of its own.
            item.updateGLOptions({"glDepthMask": (False,)})
        for depth, item in enumerate(
            (
                self._grid,
                self._edges,
                self._surface_item,
                self._contours,
                self._ahead,
                self._behind,
                self._model_item,
            )
        ):
            item.setDepthValue(depth)
            item.setVisible(False)
            self.addItem(item)
        self._meshes: tuple[Mesh | None, Mesh | None] = (None, None)
        self._boxed: tuple[object, ...] = ()
        self.set_theme(self.theme)

    def sizeHint(self) -> QSize:
        return QSize(480, 400)

    # --- what is shown

    def set_drawn(self, drawn: Drawn | None) -> None:
        self.drawn = drawn
        if drawn is None:
            for item in self.items:
                item.setVisible(False)
            self._meshes = (None, None)
        else:
            self._fill(drawn)
        self.update()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self.setBackgroundColor(QColor(theme.plot_background))
        self._meshes, self._boxed = (None, None), ()
        if self.drawn is not None:
            self._fill(self.drawn)

    def set_camera(self, camera: Camera) -> None:
        self.camera = camera
        if self.drawn is not None:
            self._fill_lines(self.drawn)
            self._fill_box(self.drawn)
        self.update()

    def _fill(self, drawn: Drawn) -> None:
        surface, theme = drawn.surface, self.theme
        if self._meshes[0] is not surface.mesh:
            _fill_mesh(self._surface_item, surface.mesh, colours_of(surface.mesh, stops(theme)))
        if self._meshes[1] is not drawn.model:
            if drawn.model is None:
                self._model_item.setVisible(False)
            else:
                colours = colours_of(drawn.model, [model_ink(theme)] * 2, MODEL_ALPHA)
                _fill_mesh(self._model_item, drawn.model, colours)
        self._meshes = (surface.mesh, drawn.model)
        self._fill_lines(drawn)
        self._fill_box(drawn)

    def _fill_lines(self, drawn: Drawn) -> None:
        """What lies on the surface: on the other side of it when the camera goes around a hill."""
        theme, surface, ratio = self.theme, drawn.surface, self.devicePixelRatioF()
        eye = self.camera.eye(max(self.width(), 1), max(self.height(), 1))
        for item, points, colour, width in (
            (self._contours, surface.contours, theme.plot_contour, 1.0),
            (self._ahead, drawn.ahead, theme.trajectory_faded, 1.5),
            (self._behind, drawn.behind, theme.trajectory, 3.0),
        ):
            _fill_line(item, points + LIFT * facing(surface, points, eye), colour, width * ratio)

    def _fill_box(self, drawn: Drawn) -> None:
        """The panes of the box that lie behind the surface: others when the camera goes around a corner."""
        corner = tuple(np.sign(self.camera.direction()))
        if self._boxed == (drawn.surface.frame, corner):
            return
        self._boxed = (drawn.surface.frame, corner)
        grid, edges = box_lines(drawn.surface.frame, self.camera)
        for item, lines, colour in (
            (self._grid, grid, self.theme.plot_grid),
            (self._edges, edges, self.theme.border_strong),
        ):
            item.setData(pos=lines.reshape(-1, 3), color=(*unit(colour), 1.0))
            item.setVisible(len(lines) > 0)

    # --- painting

    def projectionMatrix(self, region: tuple[int, ...], viewport: tuple[int, ...]) -> QMatrix4x4:
        """With the box between the near and the far plane and little else: depth is as fine as it can be."""
        near, far = self._depths()
        (left, bottom, width, height), (x0, y0, w, h) = region, viewport
        right = near * math.tan(math.radians(self.opts["fov"]) / 2)
        top = right * h / w
        edges = [(2 * (x - x0) / w - 1) * right for x in (left, left + width)]
        edges += [(2 * (y - y0) / h - 1) * top for y in (bottom, bottom + height)]
        matrix = QMatrix4x4()
        matrix.frustum(*edges, near, far)
        return matrix

    def _depths(self) -> tuple[float, float]:
        distance = float(self.opts["distance"])
        return max(distance - 1.2 * REACH, NEAREST * distance), distance + 1.5 * REACH

    def _push_surface(self) -> None:
        """Draw the surface as if it stood further away, by `PUSH`, however steep it is: more would show lines and model
        that are behind it.
        """
        (near, far), distance = self._depths(), float(self.opts["distance"])
        steps = PUSH * near * far / (far - near) / distance**2 * 2**DEPTH_BITS
        self._surface_item.updateGLOptions({"glPolygonOffset": (0.0, steps)})

    def paintGL(self) -> None:
        width, height = max(self.width(), 1), max(self.height(), 1)
        self.opts["distance"] = self.camera.distance(width, height)
        self._push_surface()
        self.opts["azimuth"], self.opts["elevation"] = self.camera.azimuth, self.camera.elevation
        GL.glDepthMask(True)  # or what is left of the last frame would stay
        super().paintGL()
        if self.drawn is None:
            return
        painter = QPainter(self)
        paint_texts(painter, width, height, self.drawn, self.camera, self.theme)
        self.paint_focus(painter)
        painter.end()


def _fill_mesh(item: gl.GLMeshItem, mesh: Mesh, colours: Array) -> None:
    triangles = mesh.triangles
    item.setVisible(len(triangles) > 0)
    if len(triangles):
        data = gl.MeshData(
            vertexes=mesh.points.reshape(-1, 3).astype(np.float32),
            faces=triangles.astype(np.uint32),
            vertexColors=colours.reshape(-1, 4).astype(np.float32),
        )
        item.setMeshData(meshdata=data)


def _fill_line(item: gl.GLLinePlotItem, points: Array, colour: str, width: float) -> None:
    """A polyline with NaN between its pieces, as pairs of ends."""
    whole = np.isfinite(points).all(axis=1)
    first = np.flatnonzero(whole[:-1] & whole[1:]) if len(points) > 1 else np.empty(0, dtype=int)
    item.setVisible(first.size > 0)
    if first.size:
        pairs = np.stack([points[first], points[first + 1]], axis=1).reshape(-1, 3)
        item.setData(pos=pairs, color=(*unit(colour), 1.0), width=width)
