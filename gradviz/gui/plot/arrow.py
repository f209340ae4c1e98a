"""The gradient at the point as an arrow."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gradviz.gui.plot.overlay import Onto, Overlay, Part
from gradviz.gui.plot.stroke import path_of, stroke_pen
from gradviz.gui.plot.tag import Tag
from gradviz.gui.theme import Theme
from gradviz.numeric.planes import View

__all__ = ["GradientArrow", "round_pen"]

NOUGHT = 1e-9
"""What a gradient at a stationary point may have left of it, beside a typical one that is no larger than 1."""
LENGTH = (32.0, 46.0)
"""In pixels: the least, and what is added as the gradient grows."""

HEAD = 10.0
"""Pixels that the head takes of the arrow."""
GAP = 4.0
"""Pixels between the arrow and its name."""
KNOB = 11.0
"""Pixels around the middle of a knob, which its name keeps off."""


class GradientArrow(Part):
    """A shaft with a head, a halo under it, and its name beside it.

    Attributes
    ----------
    x, y : its three strokes, two points each, from the shaft's foot on; empty while there is no arrow.
    label : its name.
    label_at : where in the plane the name stands.
    """

    def __init__(self, overlay: Overlay, z: float = 0.0) -> None:
        self._pens: tuple[QPen, ...] = ()
        self.label = Tag("∇f")
        self.label_at = (0.0, 0.0)
        self._knob: tuple[float, float] | None = None
        self._clear()
        super().__init__(overlay, z)

    def _clear(self) -> None:
        self.x = self.y = np.empty(0)

    def set_theme(self, theme: Theme) -> None:
        halo = QColor(theme.plot_point)
        halo.setAlpha(190)
        self._pens = (round_pen(halo, 5.5), round_pen(QColor(theme.plot_gradient), 2.5))
        self.label.set_colours(QColor(theme.plot_gradient), halo)
        self.changed()

    def set_name(self, function: str) -> None:
        """The function whose gradient it is, in plain Unicode."""
        self.label.set_text(f"∇{function}")
        self.changed()

    def show_gradient(
        self,
        place: tuple[float, float] | None,
        gradient: tuple[float, float],
        typical: float,
        pixel: tuple[float, float],
        view: View,
    ) -> None:
        """Draw it from a place; nothing for a gradient that is nought, or nought but for rounding, or not finite.

        On axes of different scales the arrow keeps the gradient's direction in the plane's own coordinates.
        """
        gx, gy = gradient
        norm = math.hypot(gx, gy)
        self.changed()
        if place is None or not (math.isfinite(norm) and norm > NOUGHT * min(typical, 1.0)):
            self._clear()
            return
        # Directions on the screen, in pixels.
        sx, sy = gx / norm / pixel[0], gy / norm / pixel[1]
        size = math.hypot(sx, sy)
        sx, sy = sx / size, sy / size
        ux, uy = sx * pixel[0], sy * pixel[1]
        length = LENGTH[0] + LENGTH[1] * norm / (norm + typical)
        x0, y0 = place[0] + 9 * ux, place[1] + 9 * uy
        x1, y1 = place[0] + length * ux, place[1] + length * uy
        xs, ys = [x0, x1], [y0, y1]
        for angle in (152, -152):
            c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            xs += [x1, x1 + 10 * (c * sx - s * sy) * pixel[0]]
            ys += [y1, y1 + 10 * (s * sx + c * sy) * pixel[1]]
        self.x, self.y = np.array(xs), np.array(ys)
        self._drawn = place, (x1, y1), (sx, sy), pixel, view
        self._put_name()

    def keep_off(self, knob: tuple[float, float] | None) -> None:
        """Write the name where a knob that lies over the plane does not hide it; None without one."""
        self._knob = knob
        if self.x.size:
            before = self.label_at
            self._put_name()
            if self.label_at != before:
                self.changed()

    def _put_name(self) -> None:
        place, tip, along, pixel, view = self._drawn
        self.label_at = _beside(place, tip, along, self.label.half, pixel, view, self._knob)

    def covered(self, pixel: tuple[float, float]) -> QRectF:
        if not self.x.size:
            return QRectF()
        dx, dy = ((sum(LENGTH) + 2 * (HEAD + GAP) + 2 * self.label.reach) * side for side in pixel)
        return QRectF(self.x[0] - dx, self.y[0] - dy, 2 * dx, 2 * dy)

    def draw(self, painter: QPainter, onto: Onto) -> None:
        if not self.x.size:
            return
        x, y = onto.lines(self.x, self.y)
        path = path_of(np.stack([x[::2], y[::2], x[1::2], y[1::2]], axis=1))
        for pen in self._pens:
            painter.strokePath(path, pen)
        middle = onto.place(*self.label_at)
        self.label.draw(painter, middle.x(), middle.y())


def _beside(
    place: tuple[float, float],
    tip: tuple[float, float],
    along: tuple[float, float],
    size: tuple[float, float],
    pixel: tuple[float, float],
    view: View,
    knob: tuple[float, float] | None,
) -> tuple[float, float]:
    """Where the name stands: beyond the tip; where the border or a knob is near, beside the arrow, and never on it.

    Parameters
    ----------
    along : the arrow's direction on the screen, of length one.
    size : half the name's width and height, in pixels.
    """
    sx, sy = along
    shaft = math.hypot((tip[0] - place[0]) / pixel[0], (tip[1] - place[1]) / pixel[1])

    def off(back: float, nx: float, ny: float) -> tuple[float, float]:
        """As far off a place on the arrow, in pixels from its tip, as the name needs."""
        far = min(size[0] / max(abs(nx), 1e-9), size[1] / max(abs(ny), 1e-9)) + GAP
        return far * nx - back * sx, far * ny - back * sy

    def covers(at: tuple[float, float]) -> bool:
        """Whether a name there would lie on the arrow's head, its shaft or the point."""
        steps = [min(HEAD, shaft), *(shaft * i / 6 for i in range(7))]
        return any(abs(at[0] + d * sx) < size[0] + 1 and abs(at[1] + d * sy) < size[1] + 1 for d in steps)

    def inwards(at: tuple[float, float]) -> tuple[float, float]:
        """The nearest place where all of the name is in view."""
        found = []
        for k, (low, high) in enumerate(((view.x0, view.x1), (view.y0, view.y1))):
            least, most = (low - tip[k]) / pixel[k] + size[k] + 2, (high - tip[k]) / pixel[k] - size[k] - 2
            found.append(min(max(at[k], least), most))
        return found[0], found[1]

    def hidden(at: tuple[float, float]) -> bool:
        """Whether a knob lies over a name there."""
        if knob is None:
            return False
        apart = [(knob[k] - tip[k]) / pixel[k] - at[k] for k in range(2)]
        return all(abs(apart[k]) < size[k] + KNOB for k in range(2))

    beyond = off(0.0, sx, sy)
    sides = [off(shaft * share, side * -sy, side * sx) for share in (0.35, 0.6, 0.9) for side in (1, -1)]
    places = [beyond, *sides, off(shaft + HEAD, -sx, -sy)]
    found = beyond
    if view.x0 <= place[0] <= view.x1 and view.y0 <= place[1] <= view.y1:
        free = [at for at in places if not covers(at)]
        seen = [at for at in free if inwards(at) == at] or [at for at in map(inwards, free) if not covers(at)]
        found = next((at for at in seen if not hidden(at)), next(iter(seen), inwards(beyond)))
    return tip[0] + found[0] * pixel[0], tip[1] + found[1] * pixel[1]


def round_pen(colour: QColor, width: float) -> QPen:
    pen = stroke_pen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
