"""The surface as data: heights in a box, colours, contours, the model at the point and the path. No Qt here.

The box is [-1, 1] in its longer horizontal side and ±`TALL` in height; a `Frame` takes the function's numbers there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from gradviz.export.plot_axes import ticks
from gradviz.gui.plot.picture import scale_of
from gradviz.numeric.binding import Array
from gradviz.numeric.contours import Scale, contour_lines, joined, levels_for
from gradviz.numeric.landscape import Landscape, View
from gradviz.numeric.plane_model import PlaneModel
from gradviz.numeric.tick_texts import tick_texts

__all__ = ["MOST_NODES", "Frame", "Mesh", "Surface", "colours_of", "facing", "make_surface", "model_mesh", "path_on"]

MOST_NODES = 128
"""Nodes along a side: twice as many take software rendering more than 25 ms a frame."""
TALL = 0.62
PATCH, LEAST_PATCH = 0.34, 0.06
"""Half the side of the Taylor model's patch, in shares of the longer side of the view: at most, and at least. It is as
large as lets it stay within the box, or nearly."""
OVERHANG = 1.15
"""How far the model may leave the box, in its half heights."""
MARGIN = 0.04
"""Room below the lowest and above the highest value, in shares of the heights."""
PATCH_NODES = 65
CLIFF = 0.12
"""The largest step of the model between two nodes where heights are logarithmic, in the box's half heights."""
LIGHT = np.array([-0.35, -0.45, 0.82])
AMBIENT = 0.8


@dataclass(frozen=True, slots=True)
class Frame:
    """From the function's numbers to the box.

    Attributes
    ----------
    view : the rectangle of the plane.
    low, high : the values at the floor and at the top.
    bend : the scale of heights when they are logarithmic, or None.
    """

    view: View
    low: float
    high: float
    bend: Scale | None = None

    @property
    def half(self) -> tuple[float, float]:
        """Half the box's sides in x and y: both axes have one scale unless one would be a sliver."""
        longest = max(self.view.width, self.view.height)
        return max(self.view.width / longest, 0.35), max(self.view.height / longest, 0.35)

    def place(self, x: Array, y: Array, f: Array) -> Array:
        """Points (n, 3) of the box; heights beyond it stay beyond it."""
        half_x, half_y = self.half
        px = (2 * (np.asarray(x) - self.view.x0) / self.view.width - 1) * half_x
        py = (2 * (np.asarray(y) - self.view.y0) / self.view.height - 1) * half_y
        px, py, pz = np.broadcast_arrays(px, py, self.height(np.asarray(f, dtype=float)))
        return np.stack([px.ravel(), py.ravel(), pz.ravel()], axis=-1)

    def height(self, f: Array) -> Array:
        """Heights in the box."""
        with np.errstate(all="ignore"):
            low, high, values = self._bent(np.array(self.low)), self._bent(np.array(self.high)), self._bent(f)
            share = MARGIN + (1 - 2 * MARGIN) * (values - low) / ((high - low) or 1.0)
            return np.asarray((2 * share - 1) * TALL)

    def _bent(self, f: Array) -> Array:
        """Unlike the scale itself this does not end at the lowest and highest value."""
        if self.bend is None or self.bend.kind == "linear":
            return f
        return np.asarray(np.arcsinh((f - self.bend.centre) / self.bend.knee))

    def height_ticks(self) -> list[tuple[float, str]]:
        """Heights in the box, and the numbers that stand there."""
        levels = [float(v) for v in levels_for(self.bend, 5)] if self.bend is not None else []
        values = levels or ticks(self.low, self.high, 5)
        texts = tick_texts(values)
        return [(float(self.height(np.asarray(v))), text) for v, text in zip(values, texts, strict=True)]

    def plane_ticks(self) -> tuple[list[tuple[float, str]], list[tuple[float, str]]]:
        """The same along x and along y."""
        view = self.view
        found = []
        for low, width, high, half in (
            (view.x0, view.width, view.x1, self.half[0]),
            (view.y0, view.height, view.y1, self.half[1]),
        ):
            values = ticks(low, high, 6)
            places = [(2 * (v - low) / width - 1) * half for v in values]
            found.append(list(zip(places, tick_texts(values), strict=True)))
        return found[0], found[1]


@dataclass(frozen=True)
class Mesh:
    """Quadrilaterals over a grid.

    Attributes
    ----------
    points : (rows, columns, 3), in the box.
    shades : (rows, columns), 0 to 1 on the heat map's scale.
    normals : (rows, columns, 3), unit normals that point upwards.
    light : (rows, columns), how bright each node is, about 1.
    quads : (n, 4) numbers of nodes, counted row by row; what is undefined or out of the box has none.
    """

    points: Array
    shades: Array
    normals: Array
    light: Array
    quads: np.ndarray

    @property
    def triangles(self) -> np.ndarray:
        """(2 n, 3) numbers of nodes."""
        return np.concatenate([self.quads[:, [0, 1, 2]], self.quads[:, [0, 2, 3]]])

    def cells(self, points: Array, half: tuple[float, float]) -> tuple[np.ndarray, np.ndarray]:
        """The row and the column, with their fractions, of places (n, 3) in the grid; `half` is the box's."""
        rows, columns, _ = self.points.shape
        with np.errstate(invalid="ignore"):
            row = (points[:, 1] / half[1] + 1) / 2 * (rows - 1)
            column = (points[:, 0] / half[0] + 1) / 2 * (columns - 1)
        return np.clip(np.nan_to_num(row), 0, rows - 1), np.clip(np.nan_to_num(column), 0, columns - 1)


@dataclass(frozen=True)
class Surface:
    """What to show.

    Attributes
    ----------
    frame : how numbers become places.
    mesh : the surface.
    coarse : the same with fewer nodes, for painting without OpenGL and for vector files.
    contours : (n, 3) places on the surface, NaN between the pieces.
    xs, ys, values : the grid.
    undefined : whether a value is.
    """

    frame: Frame
    mesh: Mesh
    coarse: Mesh
    contours: Array
    xs: Array
    ys: Array
    values: Array
    undefined: bool


def make_surface(
    landscape: Landscape,
    view: View,
    *,
    logarithmic: bool = False,
    nodes: int = MOST_NODES,
    cancelled: Callable[[], bool] = lambda: False,
) -> Surface | None:
    """The surface over a view; None when it was cancelled."""
    xs, ys = view.axes(nodes, nodes)
    with np.errstate(all="ignore"):
        values = landscape.value(xs, ys, cancelled)
        if cancelled():
            return None
        scale = scale_of(values, "automatic")
        bend = scale_of(values, "logarithmic") if logarithmic else None
        low, high = (bend.low, bend.high) if bend is not None else (scale.low, scale.high)
        frame = Frame(view, low, high, bend)
        lines = contour_lines(xs, ys, values, levels_for(scale))
    heights = [np.full(line[0].shape, level) for line, level in zip(lines, levels_for(scale), strict=True)]
    x, y = joined(lines)
    z, _ = joined([(h, h) for h in heights])
    contours = frame.place(x, y, z) if x.size else np.empty((0, 3))
    step = 2 if nodes > 80 else 1
    return Surface(
        frame,
        _mesh(frame, xs, ys, values, scale),
        _mesh(frame, xs[::step], ys[::step], values[::step, ::step], scale),
        contours,
        xs,
        ys,
        values,
        not bool(np.isfinite(values).all()),
    )


def model_mesh(frame: Frame, model: PlaneModel, order: int) -> Mesh | None:
    """The patch of the tangent plane (order 1) or of the quadric (2) around the point; None where there is none."""
    if model.order < order or order < 1:
        return None
    view, longest = frame.view, max(frame.view.width, frame.view.height)
    share = PATCH
    while True:
        half = share * longest
        xs = np.linspace(max(model.x - half, view.x0), min(model.x + half, view.x1), PATCH_NODES)
        ys = np.linspace(max(model.y - half, view.y0), min(model.y + half, view.y1), PATCH_NODES)
        if not (xs[-1] > xs[0] and ys[-1] > ys[0]):
            return None
        values = model(xs[None], ys[:, None], order)
        if share <= LEAST_PATCH or bool((np.abs(frame.height(values)) <= OVERHANG * TALL).all()):
            return _mesh(frame, xs, ys, values, None)
        share = max(0.85 * share, LEAST_PATCH)


def path_on(surface: Surface, landscape: Landscape, points: Array) -> Array:
    """A path (k, 2) of the plane on the surface, (k, 3); NaN where it leaves the box."""
    if not len(points):
        return np.empty((0, 3))
    frame, view = surface.frame, surface.frame.view
    with np.errstate(all="ignore"):
        values = landscape.values_at_points(points[:, 0], points[:, 1])
    placed = frame.place(points[:, 0], points[:, 1], values)
    inside = (points[:, 0] >= view.x0) & (points[:, 0] <= view.x1)
    inside &= (points[:, 1] >= view.y0) & (points[:, 1] <= view.y1)
    placed[~(inside & np.isfinite(values) & (np.abs(placed[:, 2]) <= 1.02 * TALL))] = np.nan
    return placed


def facing(surface: Surface, points: Array, eye: Array) -> Array:
    """Unit normals (n, 3) of the surface at places on it (n, 3), on the side from which the eye at (3,) sees it.

    What lies on the surface is drawn a little off it, on this side: behind a hill it comes to lie within the hill, and
    does not show past the outline.
    """
    row, column = surface.mesh.cells(points, surface.frame.half)
    normals = surface.mesh.normals[row.round().astype(int), column.round().astype(int)]
    towards = eye - np.nan_to_num(points)
    return np.asarray(np.where((normals * towards).sum(axis=1, keepdims=True) < 0, -normals, normals))


def colours_of(mesh: Mesh, stops: Sequence[tuple[float, float, float]], alpha: float = 1.0) -> Array:
    """(rows, columns, 4) colours from 0 to 1: the heat map's, brighter towards the light."""
    table = np.array(stops, dtype=float)
    place = np.linspace(0, 1, len(table))
    shade = np.nan_to_num(mesh.shades)
    rgb = np.stack([np.interp(shade, place, table[:, i]) for i in range(3)], axis=-1)
    rgb = np.clip(rgb * mesh.light[..., None], 0.0, 1.0)
    return np.concatenate([rgb, np.full((*shade.shape, 1), alpha)], axis=-1)


def _mesh(frame: Frame, xs: Array, ys: Array, values: Array, scale: Scale | None) -> Mesh:
    rows, columns = values.shape
    raw = frame.place(xs[None], ys[:, None], values).reshape(rows, columns, 3)
    height = raw[..., 2]
    points = raw.copy()
    reach = TALL if scale is not None or frame.bend is not None else OVERHANG * TALL
    points[..., 2] = np.clip(np.nan_to_num(height, nan=0.0, posinf=reach, neginf=-reach), -reach, reach)
    known = np.isfinite(values)
    over, under = known & (height > reach * 1.0001), known & (height < -reach * 1.0001)
    index = np.arange(rows * columns).reshape(rows, columns)
    corners = np.stack([index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]], axis=-1).reshape(-1, 4)
    kept = known.ravel()[corners].all(axis=1)
    for beyond in (over, under):
        outside = beyond.ravel()[corners]
        kept &= ~(outside.all(axis=1) if scale is not None else outside.any(axis=1))
    if scale is None and frame.bend is not None:  # a plane that goes below nought falls off a cliff there
        spans = np.ptp(points[..., 2].ravel()[corners], axis=1)
        kept &= spans <= CLIFF * TALL
    with np.errstate(all="ignore"):
        shades = scale(values) if scale is not None else np.zeros(values.shape)
    normals = _normals(points)
    return Mesh(points, np.asarray(shades), normals, _light(normals), corners[kept])


def _normals(points: Array) -> Array:
    normal = np.cross(np.gradient(points, axis=1), np.gradient(points, axis=0))
    length = np.linalg.norm(normal, axis=-1, keepdims=True)
    return np.asarray(normal / np.where(length > 0, length, 1.0))


def _light(normals: Array) -> Array:
    """Brightness from the angle to the light, which stands still while the surface turns."""
    cosine = np.abs(normals @ (LIGHT / np.linalg.norm(LIGHT)))
    return np.asarray(AMBIENT + (1.06 - AMBIENT) * cosine)
