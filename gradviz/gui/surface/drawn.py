"""All that is in the picture of a surface, and the lines of the box around it. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from gradviz.gui.surface.camera import Camera
from gradviz.gui.surface.scene import TALL, Frame, Mesh, Surface
from gradviz.gui.surface.step_lines import SpaceLine
from gradviz.numeric.binding import Array

__all__ = ["Drawn", "Label", "box_lines", "labels"]

TICK, NAME = 15.0, 38.0
"""Pixels from an edge of the box to its numbers, and to its name."""


@dataclass(frozen=True)
class Drawn:
    """What is to be seen.

    Attributes
    ----------
    surface : the function.
    model : the Taylor model's patch, or None.
    path : (k, 3), the descent on the surface.
    step : the step of the descent that is shown.
    point : (3,), the point on the surface; NaN where it is not there.
    names : of the axes and of the function.
    compared : several descents in place of the one: of each its path (k, 3), its colour, and its dashes.
    parts : those of an opened step.
    """

    surface: Surface
    model: Mesh | None = None
    path: Array = field(default_factory=lambda: np.empty((0, 3)))
    step: int = 0
    point: Array = field(default_factory=lambda: np.full(3, np.nan))
    names: tuple[str, str, str] = ("x", "y", "f")
    compared: tuple[tuple[Array, str, tuple[float, ...]], ...] = ()
    parts: tuple[SpaceLine, ...] = ()

    @property
    def behind(self) -> Array:
        """The path up to the shown step."""
        return self.path[: self.step + 1]

    @property
    def ahead(self) -> Array:
        """The rest of it."""
        return self.path[self.step :]


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside the box: where its middle is in pixels, and whether it is an axis' name."""

    x: float
    y: float
    text: str
    is_name: bool


def _back(frame: Frame, camera: Camera) -> tuple[float, float, float]:
    """The corner of the box that is farthest away: the panes through it are drawn."""
    half_x, half_y = frame.half
    x, y, z = camera.direction()
    return -np.copysign(half_x, x), -np.copysign(half_y, y), -np.copysign(TALL, z)


def box_lines(frame: Frame, camera: Camera) -> tuple[Array, Array]:
    """Grid lines of the three far panes, and the panes' edges: (n, 2, 3) each."""
    half_x, half_y = frame.half
    bx, by, bz = _back(frame, camera)
    along_x, along_y = frame.plane_ticks()
    grid = []
    for x, _ in along_x:
        grid += [((x, -half_y, bz), (x, half_y, bz)), ((x, by, -TALL), (x, by, TALL))]
    for y, _ in along_y:
        grid += [((-half_x, y, bz), (half_x, y, bz)), ((bx, y, -TALL), (bx, y, TALL))]
    for z, _ in frame.height_ticks():
        grid += [((bx, -half_y, z), (bx, half_y, z)), ((-half_x, by, z), (half_x, by, z))]
    corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)]
    edges = []
    for (a, b), (c, d) in zip(corners, [*corners[1:], corners[0]], strict=True):
        edges.append(((a * half_x, b * half_y, bz), (c * half_x, d * half_y, bz)))
        edges.append(((bx, a * half_y, b * TALL), (bx, c * half_y, d * TALL)))
        edges.append(((a * half_x, by, b * TALL), (c * half_x, by, d * TALL)))
    return np.array(grid, dtype=float).reshape(-1, 2, 3), np.array(edges, dtype=float)


def labels(frame: Frame, names: tuple[str, str, str], camera: Camera, width: float, height: float) -> list[Label]:
    """The numbers along three edges of the box, and the names; those that would overlap are left out."""
    bx, by, bz = _back(frame, camera)
    along_x, along_y = frame.plane_ticks()
    sides = [np.array([bx, -by, 0.0]), np.array([-bx, by, 0.0])]
    screen, _ = camera.project(np.array(sides), width, height)
    side = sides[int(np.argmin(screen[:, 0]))]  # heights stand at the left
    outward = 0.12
    rows = [
        ([(np.array([x, -by, bz]), t) for x, t in along_x], np.array([0, -np.sign(by) * outward, 0]), names[0], 0.0),
        ([(np.array([-bx, y, bz]), t) for y, t in along_y], np.array([-np.sign(bx) * outward, 0, 0]), names[1], 0.0),
        (
            [(np.array([side[0], side[1], z]), t) for z, t in frame.height_ticks()],
            outward * np.array([np.sign(side[0]), np.sign(side[1]), 0]),
            names[2],
            TALL,
        ),
    ]
    middles = [np.array([0, -by, bz]), np.array([-bx, 0, bz]), np.array([side[0], side[1], 0])]
    found: list[Label] = []
    for (entries, out, name, _), middle in zip(rows, middles, strict=True):
        places = np.array([p for p, _ in entries] + [middle])
        here, _ = camera.project(places, width, height)
        there, _ = camera.project(places + out, width, height)
        way = there - here
        length = np.hypot(way[:, 0], way[:, 1])
        way = way / np.where(length > 1e-9, length, 1.0)[:, None]
        last: tuple[float, float] | None = None
        widest = 0.0
        for (_, text), (x, y), (dx, dy) in zip(entries, here, way, strict=False):
            wide = 7.0 * len(text)
            widest = max(widest, wide)
            px, py = x + dx * (TICK + abs(dx) * wide / 2), y + dy * TICK
            if last is not None and abs(px - last[0]) < wide + 6 and abs(py - last[1]) < 15:
                continue
            found.append(Label(float(px), float(py), text, False))
            last = (px, py)
        (x, y), (dx, dy) = here[-1], way[-1]
        found.append(Label(float(x + dx * (NAME + abs(dx) * widest)), float(y + dy * NAME), name, True))
    return found
