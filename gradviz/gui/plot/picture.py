"""What is computed off the UI thread: the heat map's pixels, the contour lines and the gradient field."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, QRunnable, Signal

from gradviz.gui.right_of_way import told_to_stop
from gradviz.numeric.contours import Line, Scale, contour_lines, levels_for, linear_scale, scale_for
from gradviz.numeric.landscape import Landscape, View
from gradviz.numeric.tick_texts import tick_texts

__all__ = [
    "FIELD_POINTS",
    "Label",
    "Picture",
    "PictureTask",
    "Request",
    "contour_labels",
    "covering",
    "field_segments",
    "grid",
    "make_picture",
    "pixels_of",
    "scale_of",
]

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
    """What to draw: the visible rectangle, its size on the screen, how the levels are spaced ("automatic", "linear"
    or "logarithmic") and how long the arrows are ("scaled" or "unit")."""

    landscape: Landscape
    view: View
    width: float
    height: float
    levels: str = "automatic"
    field: str = "scaled"


@dataclass(frozen=True, slots=True)
class Label:
    """The value of a contour, written along it: where, at which angle in degrees, and what."""

    x: float
    y: float
    angle: float
    text: str


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
    labels : the contours' values.
    xs, ys, values : the grid itself.
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
    labels: tuple[Label, ...]
    xs: np.ndarray
    ys: np.ndarray
    values: np.ndarray


def make_picture(
    request: Request, resolution: int, cancelled: Callable[[], bool] = lambda: False, *, labelled: bool = True
) -> Picture | None:
    """Compute a picture of about resolution² values; None when it was cancelled."""
    landscape = request.landscape
    xs, ys = grid(request.view, request.width, request.height, resolution)
    with np.errstate(all="ignore"):
        values = landscape.value(xs, ys, cancelled)
        if cancelled():
            return None
        scale = scale_of(values, request.levels)
        levels = levels_for(scale)
        contours = contour_lines(xs, ys, values, levels)
        if cancelled():
            return None
        field = field_segments(request) if landscape.has_gradient else _NO_FIELD
        field_x, field_y, heights, norm = field
        if cancelled():
            return None
    return Picture(
        view=covering(xs, ys),
        pixels=pixels_of(values, scale),
        scale=scale,
        levels=levels,
        contours=contours,
        field_x=field_x,
        field_y=field_y,
        field_shade=scale(heights),
        field_norm=norm,
        undefined=not bool(np.isfinite(values).all()),
        labels=tuple(contour_labels(request, levels, contours)) if labelled else (),
        xs=xs,
        ys=ys,
        values=values,
    )


def grid(view: View, width: float, height: float, resolution: int) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates of about resolution² values that cover a view and a little more."""
    padded = View(
        view.x0 - PADDING * view.width,
        view.x1 + PADDING * view.width,
        view.y0 - PADDING * view.height,
        view.y1 + PADDING * view.height,
    )
    aspect = min(max(math.sqrt(max(width, 1) / max(height, 1)), 0.4), 2.5)
    return padded.axes(max(int(resolution * aspect), 8), max(int(resolution / aspect), 8))


def covering(xs: np.ndarray, ys: np.ndarray) -> View:
    """The rectangle of an image with a pixel around each node of a grid."""
    half_x, half_y = (xs[-1] - xs[0]) / (len(xs) - 1) / 2, (ys[-1] - ys[0]) / (len(ys) - 1) / 2
    return View(float(xs[0] - half_x), float(xs[-1] + half_x), float(ys[0] - half_y), float(ys[-1] + half_y))


def pixels_of(values: np.ndarray, scale: Scale) -> np.ndarray:
    """Shades of some values: 0 to 254, and `UNDEFINED`."""
    with np.errstate(all="ignore"):
        shade = scale(values)
    defined = np.isfinite(values)
    pixels = np.full(values.shape, UNDEFINED, dtype=np.uint8)
    pixels[defined] = (shade[defined] * 254).astype(np.uint8)
    return pixels


def scale_of(values: np.ndarray, levels: str) -> Scale:
    """The scale for "automatic", "linear" or "logarithmic" levels; automatic ones know which suits the values.

    A logarithmic scale counts the decades above the smallest value, as the values may be of either sign.
    """
    found = linear_scale(values) if levels == "linear" else scale_for(values)
    finite = values[np.isfinite(values)]
    if levels == "logarithmic" and found.kind == "linear":
        above = finite - found.low
        above = above[above > 0]
        if above.size:
            knee = max(float(np.quantile(above, 0.01)), 1e-300)
            found = Scale("low", found.low, found.high, found.low, knee)
    if not finite.size:
        return found
    return replace(found, under=float(finite.min()) < found.low, over=float(finite.max()) > found.high)


LABEL_LENGTH = (56.0, 0.35, 110.0)
"""Pixels of a contour that carries its value: at least, in shares of the plot's shorter side, and at most."""
LABEL_GAP = (40.0, 0.2, 56.0)
"""The same between two such values."""
LABEL_SHARES = (0.5, 0.25, 0.75, 0.38, 0.62, 0.12, 0.88, 0.04, 0.96)
"""Where along a piece of a contour its value is tried."""
LABEL_INSET = (17.0, 0.09, 28.0)
"""The same between a value and the border."""


def contour_labels(request: Request, levels: np.ndarray, contours: list[Line]) -> list[Label]:
    """Where the levels' values are written: along the longest piece of each contour, apart from one another."""
    view = request.view
    unit = np.array([request.width / max(view.width, 1e-300), request.height / max(view.height, 1e-300)])
    corner = np.array([view.x0, view.y0])
    size = np.array([request.width, request.height])
    taken: list[np.ndarray] = []
    labels: list[Label] = []
    texts = tick_texts(levels.tolist())
    for text, (x, y) in zip(texts, contours, strict=True):
        if x.size < 3:
            continue
        points = (np.column_stack([x, y]) - corner) * unit
        place = _place_for_a_label(points, size, taken)
        if place is not None:
            at, angle = place
            taken.append(at)
            labels.append(Label(*(corner + at / unit).tolist(), angle, text))
    return labels


def _place_for_a_label(
    points: np.ndarray, size: np.ndarray, taken: list[np.ndarray]
) -> tuple[np.ndarray, float] | None:
    """A point in pixels in the middle of a long piece of a contour, off the border and other labels; its angle."""
    length, gap, inset = (
        min(max(share * float(size.min()), least), most)
        for least, share, most in (LABEL_LENGTH, LABEL_GAP, LABEL_INSET)
    )
    inside = ((points > inset) & (points < size - inset)).all(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], inside.astype(np.int8), [0]])))
    pieces = sorted(zip(edges[::2], edges[1::2], strict=True), key=lambda p: p[0] - p[1])
    for start, end in pieces[:3]:
        piece = points[start:end]
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(piece, axis=0).T))])
        if along[-1] < length:
            continue
        for share in LABEL_SHARES:
            i = int(np.searchsorted(along, share * along[-1]))
            at = piece[min(i, len(piece) - 1)]
            if all(np.hypot(*(at - other)) >= gap for other in taken):
                before, after = (int(np.clip(np.searchsorted(along, along[i] + d), 0, len(piece) - 1)) for d in (-9, 9))
                dx, dy = piece[after] - piece[before]
                angle = math.degrees(math.atan2(dy, dx))
                return at, angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
    return None


FIELD_POINTS = 6
"""A shaft and two strokes of the head."""
_NO_FIELD = (np.empty(0), np.empty(0), np.empty(0), 1.0)


def field_segments(request: Request) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """Arrows on a lattice that stays where it is when the view is moved: pairs of end points, the function's value at
    each arrow, and a typical length of the gradient.

    Scaled length tells the gradient's size weakly (to the power 0.4, so that a valley beside cliffs still has
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
    share = np.clip((norm / typical) ** 0.4, 0.22, 1.0) if request.field == "scaled" else np.full_like(norm, 0.85)
    length = 0.8 * spacing * share
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
        finished = Signal(int, object)

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
            start = time.thread_time()  # not what it waits for the window
            coarse = self._make(COARSE, labelled=False)
            seconds = time.thread_time() - start
            resolution = min(FINE, int(COARSE * math.sqrt(BUDGET / max(seconds, 1e-6))))
            if resolution <= 1.2 * COARSE and coarse is not None:  # no finer one follows
                labels = contour_labels(self._request, coarse.levels, coarse.contours)
                self._report(replace(coarse, labels=tuple(labels)))
                return
            self._report(coarse)
        self._report(self._make(resolution, labelled=True))

    def _make(self, resolution: int, *, labelled: bool) -> Picture | None:
        if self._cancelled.is_set():
            return None
        return make_picture(self._request, resolution, self._is_cancelled, labelled=labelled)

    def _is_cancelled(self) -> bool:
        return told_to_stop(self._cancelled)

    def _report(self, picture: Picture | None) -> None:
        if picture is not None and not self._cancelled.is_set():
            self._results.ready.emit(self.ticket, picture)
