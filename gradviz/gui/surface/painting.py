"""A surface painted with QPainter: the whole of it, far to near, for vector files and where OpenGL is missing; or only
the texts and marks, over what OpenGL drew."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QBrush, QColor, QFont, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtGui import QTextDocument as Document

from gradviz.gui.plot.names import html_arguments, html_name
from gradviz.gui.plot.step_marks import arrow_colour
from gradviz.gui.surface.camera import Camera
from gradviz.gui.surface.drawn import Drawn, box_lines, labels
from gradviz.gui.surface.scene import Mesh, Surface, colours_of
from gradviz.gui.surface.step_lines import SpaceLine
from gradviz.gui.theme import Theme
from gradviz.numeric.binding import Array

__all__ = ["MODEL_ALPHA", "model_ink", "paint_all", "paint_texts", "stops", "unit"]

MODEL_ALPHA = 0.62
LEVEL, LAID = 0.004, 0.02
"""A model this little below the surface is at its height; and how much nearer or farther it is painted than it is."""
HEAD = 11.0
TEXT, TITLE_TEXT, NAME_TEXT = 11, 12, 15
"""Pixels."""
TITLE, TITLED = 14.0, 300.0
"""Pixels from the upper edge to the middle of the title; and the height from which there is one."""


def stops(theme: Theme) -> list[tuple[float, float, float]]:
    """The heat map's colours, parts from 0 to 1."""
    return [unit(colour) for colour in theme.heat]


def model_ink(theme: Theme) -> tuple[float, float, float]:
    """The Taylor model's colour: none of the heat map's, nor the path's."""
    return unit(theme.trajectories[2])


def unit(colour: str) -> tuple[float, float, float]:
    found = QColor(colour)
    return found.redF(), found.greenF(), found.blueF()


def paint_all(painter: QPainter, width: float, height: float, drawn: Drawn, camera: Camera, theme: Theme) -> None:
    """Paint the box, the surface, its contours, the model, the path, the texts and the marks."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    grid, edges = box_lines(drawn.surface.frame, camera)
    for lines, colour in ((grid, theme.plot_grid), (edges, theme.border_strong)):
        painter.setPen(QPen(QColor(colour), 1))
        screen, _ = camera.project(lines.reshape(-1, 3), width, height)
        for (x0, y0), (x1, y1) in zip(screen[::2].tolist(), screen[1::2].tolist(), strict=True):
            painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))
    pieces = [_Quads(drawn.surface.coarse, colours_of(drawn.surface.coarse, stops(theme)), camera, width, height)]
    if drawn.model is not None:
        colours = colours_of(drawn.model, [model_ink(theme)] * 2, MODEL_ALPHA)
        pieces.append(_Quads(drawn.model, colours, camera, width, height))
        pieces[-1].lay_on(drawn.surface, drawn.model, camera, width, height)
    for points, colour, wide, near in (
        (drawn.surface.contours, theme.plot_contour, 0.8, 0.0),
        (drawn.ahead, theme.trajectory_faded, 1.4, 0.02),
        (drawn.behind, theme.trajectory, 2.4, 0.025),
    ):
        if len(points) > 1:
            pieces.append(_Line(points, QPen(QColor(colour), wide), near, drawn.surface, camera, width, height))
    depths = np.concatenate([piece.depths for piece in pieces])
    owner = np.concatenate([np.full(len(piece.depths), i) for i, piece in enumerate(pieces)])
    number = np.concatenate([np.arange(len(piece.depths)) for piece in pieces])
    for i in np.argsort(-depths, kind="stable").tolist():
        pieces[owner[i]].paint(painter, int(number[i]))
    paint_texts(painter, width, height, drawn, camera, theme)


def paint_texts(painter: QPainter, width: float, height: float, drawn: Drawn, camera: Camera, theme: Theme) -> None:
    """Paint the title, the numbers, the names, the point, and start and present place of the path."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setPixelSize(TEXT)
    painter.setFont(font)
    painter.setPen(QColor(theme.plot_axis))
    if height >= TITLED:
        x, y, f = drawn.names
        title = f"{html_name(f)}({html_arguments(x, y)})"
        paint_rich(painter, width / 2, TITLE, title, theme.muted, TITLE_TEXT)
    for label in labels(drawn.surface.frame, drawn.names, camera, width, height):
        if label.is_name:
            paint_rich(painter, label.x, label.y, html_name(label.text), theme.text, NAME_TEXT)
        else:
            box = QRectF(label.x - 60, label.y - 10, 120, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label.text)
    for path, colour, dashes in drawn.compared:
        _paint_path(painter, camera, path[: drawn.step + 1], colour, dashes, width, height)
        _disc(painter, camera, path[0], 4.5, theme.plot_point, theme.plot_start, width, height)
        _disc(painter, camera, path[min(drawn.step, len(path) - 1)], 5.0, theme.plot_point, colour, width, height)
    if len(drawn.path):
        start, present = drawn.path[0], drawn.path[min(drawn.step, len(drawn.path) - 1)]
        _disc(painter, camera, start, 4.5, theme.plot_point, theme.plot_start, width, height)
        _disc(painter, camera, present, 5.5, theme.plot_point_border, theme.trajectory, width, height)
    _disc(painter, camera, drawn.point, 6.0, theme.plot_point_border, theme.plot_point, width, height)
    for line in drawn.parts:
        _paint_part(painter, camera, line, theme, width, height)


def _paint_part(painter: QPainter, camera: Camera, line: SpaceLine, theme: Theme, width: float, height: float) -> None:
    """A part of an opened step, seen through the surface: its line, its head, and its number."""
    screen, _ = camera.project(line.points, width, height)
    seen = screen[np.isfinite(screen).all(axis=1)]
    if len(seen) < 2:
        return
    trust = line.kind == "trust"
    colour = QColor(theme.trajectories[2] if trust else arrow_colour(line.kind, theme))
    paper = QColor(theme.plot_point)
    paper.setAlpha(190)
    style = Qt.PenStyle.DotLine if trust else Qt.PenStyle.DashLine if line.kind == "rejected" else Qt.PenStyle.SolidLine
    wide = 3.0 if line.current else 2.2 if trust else 1.5
    strokes = [seen]
    if line.whole and not trust:
        before = seen[max(0, len(seen) - 1 - len(seen) // 8)]  # so near its end a line on a slope is nearly straight
        size = min(HEAD, 0.6 * float(np.hypot(*(seen[-1] - seen[0]))))
        strokes.append(_head(before, seen[-1], size))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(paper, wide + 3.5), QPen(colour, wide, style)):
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for stroke in strokes:
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in stroke.tolist()]))
    if line.number:
        _paint_number(painter, seen, line.number, colour, paper)


def _paint_path(
    painter: QPainter,
    camera: Camera,
    path: Array,
    colour: str,
    dashes: tuple[float, ...],
    width: float,
    height: float,
) -> None:
    """A path seen through the surface: of several, none may hide behind a hill."""
    stride = max(1, len(path) // 2_000)
    screen, _ = camera.project(np.concatenate([path[::stride], path[-1:]]), width, height)
    screen = screen[np.isfinite(screen).all(axis=1)]
    if len(screen) < 2:
        return
    pen = QPen(QColor(colour), 2.2)
    if dashes:
        pen.setDashPattern(list(dashes))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in screen.tolist()]))


def paint_rich(painter: QPainter, x: float, y: float, html: str, colour: str, pixels: int) -> None:
    """Rich text with its middle at (x, y)."""
    document = Document()
    document.setDocumentMargin(0)
    font = QFont(painter.font())
    font.setPixelSize(pixels)
    document.setDefaultFont(font)
    document.setHtml(html)
    size = document.size()
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
    painter.save()
    painter.translate(x - size.width() / 2, y - size.height() / 2)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _disc(
    painter: QPainter, camera: Camera, place: Array, radius: float, edge: str, fill: str, width: float, height: float
) -> None:
    ((x, y),), _ = camera.project(place[None], width, height)
    if math.isfinite(x) and math.isfinite(y):
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(fill))
        painter.drawEllipse(QPointF(x, y), radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _head(before: Array, end: Array, size: float) -> Array:
    """The strokes of an open arrow head, (3, 2)."""
    way = end - before
    unit_way = way / max(float(np.hypot(*way)), 1e-300)
    across = np.array([-unit_way[1], unit_way[0]])
    left, right = (end - size * (0.86 * unit_way + side * 0.51 * across) for side in (1, -1))
    return np.array([left, end, right])


def _paint_number(painter: QPainter, seen: Array, number: int, colour: QColor, paper: QColor) -> None:
    """The number of a part beside its line, near its start: its end need not be in view."""
    walked = np.concatenate([[0.0], np.hypot(*np.diff(seen, axis=0).T).cumsum()])
    at = int(np.searchsorted(walked, min(0.5 * walked[-1], 60.0)))
    way = seen[min(at + 1, len(seen) - 1)] - seen[max(at - 1, 0)]
    x, y = seen[at] + np.array([way[1], -way[0]]) / max(float(np.hypot(*way)), 1e-300) * 12
    box = QRectF(x - 7, y - 8, 14, 16)
    painter.fillRect(box, paper)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


class _Quads:
    """Quadrilaterals of a mesh, each painted in the mean colour of its corners."""

    def __init__(self, mesh: Mesh, colours: Array, camera: Camera, width: float, height: float) -> None:
        flat = mesh.points.reshape(-1, 3)
        screen, depth = camera.project(flat, width, height)
        self.depths = depth[mesh.quads].mean(axis=1)
        self._corners = screen[mesh.quads].tolist()
        self._colours = (colours.reshape(-1, 4)[mesh.quads].mean(axis=1) * 255).astype(int).tolist()

    def lay_on(self, surface: Surface, mesh: Mesh, camera: Camera, width: float, height: float) -> None:
        """Paint what is on this side of a surface, or at its height, after the quadrilaterals around it, and what is
        behind it before them: where both are close, the depths of the one's and the other's are in no order.
        """
        middles = mesh.points.reshape(-1, 3)[mesh.quads].mean(axis=1)
        above = middles[:, 2] - _heights_on(surface, middles)
        towards = camera.eye(width, height) - middles
        from_above = (_normals_on(surface, middles) * towards).sum(axis=1) > 0
        seen = np.where(from_above, above, -above) > -LEVEL
        nearest = _depths_on(surface, middles, camera, width, height)
        self.depths = np.where(seen, np.minimum(self.depths - LAID, nearest), self.depths + LAID)

    def paint(self, painter: QPainter, i: int) -> None:
        colour = QColor(*self._colours[i])
        solid = colour.alpha() == 255
        painter.setPen(QPen(colour, 0.7) if solid else Qt.PenStyle.NoPen)  # closes the seams between neighbours
        painter.setBrush(QBrush(colour))
        painter.drawConvexPolygon(QPolygonF([QPointF(x, y) for x, y in self._corners[i]]))


class _Line:
    """A polyline on the surface, piece by piece: each is painted just after the quadrilaterals around it, or, where the
    surface is seen from its other side, after its own one alone, so that a hill hides what is behind it.
    """

    def __init__(
        self, points: Array, pen: QPen, near: float, surface: Surface, camera: Camera, width: float, height: float
    ) -> None:
        screen, _ = camera.project(points, width, height)
        whole = np.isfinite(points).all(axis=1)
        first = np.flatnonzero(whole[:-1] & whole[1:])
        middles = (points[first] + points[first + 1]) / 2
        self.depths = _depths_on(surface, middles, camera, width, height) - near
        self._ends = np.concatenate([screen[first], screen[first + 1]], axis=1).tolist()
        self._pen = pen
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)

    def paint(self, painter: QPainter, i: int) -> None:
        x0, y0, x1, y1 = self._ends[i]
        painter.setPen(self._pen)
        painter.drawLine(QPointF(x0, y0), QPointF(x1, y1))


def _heights_on(surface: Surface, points: Array) -> Array:
    """The surface's heights over places (n, 3), between its nodes; NaN where there is none."""
    mesh = surface.coarse
    rows, columns, _ = mesh.points.shape
    row, column = mesh.cells(points, surface.frame.half)
    i, j = np.minimum(row.astype(int), rows - 2), np.minimum(column.astype(int), columns - 2)
    s, t, z = row - i, column - j, mesh.points[:, :, 2]
    low, high = (1 - t) * z[i, j] + t * z[i, j + 1], (1 - t) * z[i + 1, j] + t * z[i + 1, j + 1]
    return np.asarray((1 - s) * low + s * high)


def _normals_on(surface: Surface, points: Array) -> Array:
    """The surface's normals (n, 3) at places."""
    row, column = (np.rint(part).astype(int) for part in surface.coarse.cells(points, surface.frame.half))
    return np.asarray(surface.coarse.normals[row, column])


def _depths_on(surface: Surface, points: Array, camera: Camera, width: float, height: float) -> Array:
    """How far the quadrilaterals are away that places (n, 3) on the surface lie on: the nearest of those around a place
    where the surface is seen from above there, else its own one.
    """
    mesh = surface.coarse
    rows, columns, _ = mesh.points.shape
    _, depth = camera.project(mesh.points.reshape(-1, 3), width, height)
    cells = np.full((rows + 1, columns + 1), np.inf)  # with a border of none around them
    row, column = np.divmod(mesh.quads[:, 0], columns)
    cells[row + 1, column + 1] = depth[mesh.quads].mean(axis=1)
    row, column = (np.floor(part).astype(int) for part in mesh.cells(points, surface.frame.half))
    row, column = np.minimum(row, rows - 2) + 1, np.minimum(column, columns - 2) + 1
    own = cells[row, column]
    around = np.stack([cells[row + i, column + j] for i in (-1, 0, 1) for j in (-1, 0, 1)]).min(axis=0)
    towards = camera.eye(width, height) - points
    above = (mesh.normals[row - 1, column - 1] * towards).sum(axis=1) > 0
    _, direct = camera.project(points, width, height)
    return np.asarray(np.where(above & np.isfinite(around), around, np.where(np.isfinite(own), own, direct)) - 1e-6)
