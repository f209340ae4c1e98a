"""What is computed off the UI thread: the heat map's pixels, the contour lines and the gradient field."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QObject, QRunnable, Signal

from gradviz.numeric.contours import Line, Scale, contour_lines, levels_for, scale_for
from gradviz.numeric.landscape import Landscape, View

__all__ = ["FIELD_POINTS", "Picture", "PictureTask", "Request", "field_segments", "make_picture"]

COARSE = 96
FINE = 288
BUDGET = 0.5
"""Seconds that the fine picture may take; a slow function gets fewer pixels."""
PADDING = 0.08
ARROW_PIXELS = 38
UNDEFINED = 255
"""The pixel value that is drawn transparent, over the hatching."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to draw: the visible rectangle, and its size on the screen."""

    landscape: Landscape
    view: View
    width: float
    height: float
    field: bool = True


@dataclass(frozen=True)
class Picture:
    """What to show.

    Attributes
    ----------
    view : the rectangle that the heat map covers (its outermost pixels' outer edges).
    pixels : (rows, columns) uint8, 0 to 254 on the scale; 255 where f is undefined.
    contours : a line for each level.
    field_x, field_y : pairs of end points, `FIELD_POINTS` an arrow.
    field_shade : where on the scale each arrow stands.
    field_norm : a typical length of the gradient, for scaling the arrow at the point.
    undefined : whether any pixel is.
    """

    view: View
    pixels: np.ndarray
    scale: Scale
    levels: np.ndarray
    contours: list[Line]
    field_x: np.ndarray
    field_y: np.ndarray
    field_shade: np.ndarray
    field_norm: float
    undefined: bool


def make_picture(request: Request, resolution: int, cancelled: Callable[[], bool] = lambda: False) -> Picture | None:
    """Compute a picture of about resolution² values; None when it was cancelled."""
    view, landscape = request.view, request.landscape
    padded = View(
        view.x0 - PADDING * view.width,
        view.x1 + PADDING * view.width,
        view.y0 - PADDING * view.height,
        view.y1 + PADDING * view.height,
    )
    aspect = math.sqrt(max(request.width, 1) / max(request.height, 1))
    aspect = min(max(aspect, 0.4), 2.5)
    columns, rows = max(int(resolution * aspect), 8), max(int(resolution / aspect), 8)
    with np.errstate(all="ignore"):
        xs, ys = padded.axes(columns, rows)
        values = landscape.value(xs, ys, cancelled)
        if cancelled():
            return None
        scale = scale_for(values)
        shade = scale(values)
        defined = np.isfinite(values)
        pixels = np.full(values.shape, UNDEFINED, dtype=np.uint8)
        pixels[defined] = (shade[defined] * 254).astype(np.uint8)
        levels = levels_for(scale)
        contours = contour_lines(xs, ys, values, levels)
        field = field_segments(request) if request.field and landscape.has_gradient else _NO_FIELD
        field_x, field_y, heights, norm = field
    half_x, half_y = padded.width / (columns - 1) / 2, padded.height / (rows - 1) / 2
    covered = View(padded.x0 - half_x, padded.x1 + half_x, padded.y0 - half_y, padded.y1 + half_y)
    whole = bool(defined.all())
    return Picture(covered, pixels, scale, levels, contours, field_x, field_y, scale(heights), norm, not whole)


FIELD_POINTS = 6
"""A shaft and two strokes of the head."""
_NO_FIELD = (np.empty(0), np.empty(0), np.empty(0), 1.0)


def field_segments(request: Request) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Arrows on a lattice that stays where it is when the view is moved: pairs of end points, the function's value at
    each arrow, and a typical length of the gradient.

    Length tells the gradient's size weakly (to the power 0.4, so that a valley beside cliffs still has
    arrows); where it vanishes there is none.
    """
    view = request.view
    per_pixel = max(view.width / max(request.width, 1), view.height / max(request.height, 1))
    spacing = _round_up(ARROW_PIXELS * per_pixel)
    xs = np.arange(math.ceil(view.x0 / spacing), math.floor(view.x1 / spacing) + 1) * spacing
    ys = np.arange(math.ceil(view.y0 / spacing), math.floor(view.y1 / spacing) + 1) * spacing
    if not len(xs) or not len(ys):
        return _NO_FIELD
    X, Y = (a.ravel() for a in np.meshgrid(xs, ys))
    values, gx, gy = request.landscape.gradient(X, Y)
    norm = np.hypot(gx, gy)
    known = np.isfinite(norm)
    if not known.any():
        return _NO_FIELD
    typical = float(np.quantile(norm[known], 0.9)) or 1.0
    keep = known & (norm > 1e-6 * typical)
    X, Y, gx, gy, norm, values = X[keep], Y[keep], gx[keep], gy[keep], norm[keep], values[keep]
    length = 0.8 * spacing * np.clip((norm / typical) ** 0.4, 0.22, 1.0)
    ux, uy = gx / norm, gy / norm
    x0, y0 = X - ux * length / 2, Y - uy * length / 2
    x1, y1 = X + ux * length / 2, Y + uy * length / 2
    head = 0.32 * length
    cos, sin = math.cos(math.radians(152)), math.sin(math.radians(152))
    columns_x, columns_y = [x0, x1], [y0, y1]
    for side in (sin, -sin):
        columns_x += [x1, x1 + head * (cos * ux - side * uy)]
        columns_y += [y1, y1 + head * (side * ux + cos * uy)]
    return np.column_stack(columns_x).ravel(), np.column_stack(columns_y).ravel(), values, typical


def _round_up(value: float) -> float:
    """To two significant digits, upwards."""
    unit = 10.0 ** (math.floor(math.log10(value)) - 1)
    return math.ceil(value / unit) * unit


class PictureTask(QRunnable):
    """Computes a coarse picture and then a fine one, in a thread of a pool."""

    class Results(QObject):
        """Signals: ``ready(ticket, Picture)``, ``finished(ticket, error text or "")``."""

        ready = Signal(int, object)
        finished = Signal(int, str)

    def __init__(self, ticket: int, request: Request, results: Results, coarse: bool) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the view keeps it until it has finished
        self.ticket = ticket
        self._request = request
        self._results = results
        self._coarse = coarse
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Stop at the next band of rows; nothing more is reported but `finished`."""
        self._cancelled.set()

    def run(self) -> None:
        error = ""
        try:
            self._work()
        except Exception as problem:  # whatever it is, the window lives on and says so
            error = str(problem) or type(problem).__name__
        self._results.finished.emit(self.ticket, error)

    def _work(self) -> None:
        resolution = FINE
        if self._coarse:
            start = time.perf_counter()
            self._report(COARSE)
            seconds = time.perf_counter() - start
            resolution = min(FINE, int(COARSE * math.sqrt(BUDGET / max(seconds, 1e-6))))
        if not self._coarse or resolution > 1.2 * COARSE:
            self._report(resolution)

    def _report(self, resolution: int) -> None:
        cancelled = self._cancelled.is_set
        picture = None if cancelled() else make_picture(self._request, resolution, cancelled)
        if picture is not None and not cancelled():
            self._results.ready.emit(self.ticket, picture)
