"""The parts of an opened step on a surface: arrows over its hills, and the edge of the trust region. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gradviz.gui.plot.step_marks import StepArrow
from gradviz.gui.surface.scene import Surface, path_on
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import LocalModel
from gradviz.numeric.landscape import View
from gradviz.numeric.plane_model import PlaneModel

__all__ = ["OpenedStep", "SpaceLine", "lines_on", "trusted_model"]

SAMPLES = 49
"""Of an arrow: it follows the hills."""
GRADIENT = 0.2
"""Of the box's longer side: the arrow that shows which way the gradient points."""
FITS = 1e-6
"""How far a model may be from the surface, in shares of the value, to be drawn as what touches it."""


@dataclass(frozen=True)
class OpenedStep:
    """What is drawn of an opened step.

    Attributes
    ----------
    arrows : of its parts, in the plane.
    model : what the method trusts, or None.
    trust : (n, 2), the edge of the trust region in the plane; empty without one.
    """

    arrows: tuple[StepArrow, ...]
    model: PlaneModel | None
    trust: Array


@dataclass(frozen=True)
class SpaceLine:
    """A line over the surface.

    Attributes
    ----------
    points : (k, 3), in the box; NaN where it leaves it.
    kind : that of a `StepArrow`, or "trust".
    number : of the part, 0 for none.
    current : it is the part that is shown.
    whole : its end is in view, and has its head there.
    """

    points: Array
    kind: str
    number: int = 0
    current: bool = False
    whole: bool = True


def trusted_model(landscape: Any, model: LocalModel | None) -> PlaneModel | None:
    """The model that a step trusts, as one of the plane; None where it does not touch the surface: the plane need not
    go through the iterate."""
    if model is None or not np.isfinite(model.gradient).all():
        return None
    x, y = landscape.project(model.centre).tolist()
    with np.errstate(all="ignore"):
        here = landscape.value_at(landscape.state(x, y))
    if not abs(here - model.value) <= FITS * max(1.0, abs(model.value)):
        return None
    axes = landscape.axes
    square = np.full((2, 2), np.nan) if model.matrix is None else axes @ model.matrix @ axes.T
    return PlaneModel(x, y, model.value, axes @ model.gradient, square)


def lines_on(surface: Surface, landscape: Any, opened: OpenedStep | None) -> tuple[SpaceLine, ...]:
    """The arrows and the trust region's edge over a surface."""
    if opened is None:
        return ()
    found = [_laid(surface, landscape, arrow) for arrow in opened.arrows]
    if len(opened.trust):
        found.insert(0, SpaceLine(path_on(surface, landscape, opened.trust), "trust"))
    return tuple(line for line in found if np.isfinite(line.points).all(axis=1).sum() > 1)


def _laid(surface: Surface, landscape: Any, arrow: StepArrow) -> SpaceLine:
    view = surface.frame.view
    start, way = arrow.start, arrow.end - arrow.start
    if arrow.kind == "gradient":
        sides = np.array([view.width, view.height])
        in_box = way / sides * np.array(surface.frame.half)
        way = way * (GRADIENT / max(float(np.linalg.norm(in_box)), 1e-300))
    share = _inside(start, way, view)
    points = start + np.linspace(0.0, share, SAMPLES)[:, None] * way
    return SpaceLine(path_on(surface, landscape, points), arrow.kind, arrow.number, arrow.current, share == 1.0)


def _inside(start: Array, way: Array, view: View) -> float:
    """The share of a way after which it leaves a view; 1 when it stays in it."""
    share = 1.0
    ends: Sequence[tuple[float, float]] = ((view.x0, view.x1), (view.y0, view.y1))
    for at, by, (low, high) in zip(start.tolist(), way.tolist(), ends, strict=True):
        edge = high if by > 0 else low
        if by and abs(edge - at) < abs(by):
            share = min(share, max((edge - at) / by, 0.0))
    return share
