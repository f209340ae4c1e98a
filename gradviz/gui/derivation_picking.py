"""The parts of a line's formula: which one is at a point, where one stands, and the walk from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from gradviz.gui.theme import Theme
from gradviz.gui.translation import told
from gradviz.sentences import say

__all__ = ["WALK", "PartsMap", "Picking"]

Path = tuple[int, ...]

FINE = 2
"""Pixels of the map for one of the formula."""
NEAR = 8
"""Pixels of the formula that a click may be off."""
ROWS_APART = 4
"""Pixels of the formula, at least, that are blank between the rows of a broken line."""
SIZE_DIFFERS = 1.0
"""Points by which a map may be larger or smaller than the picture that it is of."""
OPAQUE = 160
"""Of 255: fainter pixels are edges, whose colours are mixed."""
WALK = {
    Qt.Key.Key_Down: "into",
    Qt.Key.Key_Up: "out",
    Qt.Key.Key_Left: "before",
    Qt.Key.Key_Right: "after",
}
"""Keys that, with Alt, lead from part to part."""


class PartsMap:
    """Where parts stand in a picture.

    Parameters
    ----------
    svg : the picture, each part in its colour (see `gradviz.gui.worker_parts`).
    parts : the parts in the order of their colours; those that are not seen are left out.
    size : of the picture on the screen, in pixels.
    """

    def __init__(self, svg: str, parts: Sequence[dict[str, Any]], size: QSizeF) -> None:
        renderer = QSvgRenderer(QByteArray(svg.encode()))
        self.fits = _alike(renderer.viewBoxF().size(), size, renderer)
        wide, tall = (max(1, round(FINE * length)) for length in (size.width(), size.height()))
        image = QImage(wide, tall, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, wide, tall))
        painter.end()
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(tall, image.bytesPerLine() // 4, 4)[:, :wide]
        blue, green, red = (pixels[..., channel].astype(int) // 32 for channel in range(3))
        number = red * 64 + green * 8 + blue
        seen = (pixels[..., 3] > OPAQUE) & (number < len(parts))
        self._number = np.where(seen, number, -1)
        self._paths = [tuple(part["path"]) for part in parts]
        inked = np.flatnonzero((pixels[..., 3] > OPAQUE).any(axis=1))
        self._ends = [inked[at] for at in np.flatnonzero(np.diff(inked) > ROWS_APART * FINE)]
        drawn = set(np.unique(self._number)) - {-1}
        visible = {path[:length] for n in drawn for path in [self._paths[n]] for length in range(len(path) + 1)}
        self.parts = {path: part for path, part in zip(self._paths, parts, strict=True) if path in visible}

    def at(self, point: QPointF) -> Path | None:
        """The innermost part at a point of the picture, or the nearest one; None where none is near."""
        column, row = round(point.x() * FINE), round(point.y() * FINE)
        reach = NEAR * FINE
        top, left = max(0, row - reach), max(0, column - reach)
        near = self._number[top : row + reach + 1, left : column + reach + 1] if row >= -reach <= column else None
        if near is None or not near.size or near.max() < 0:
            return None
        rows, columns = np.nonzero(near >= 0)
        nearest = int(np.argmin((rows + top - row) ** 2 + (columns + left - column) ** 2))
        return self._paths[near[rows[nearest], columns[nearest]]]

    def boxes(self, path: Path) -> list[QRectF]:
        """The rectangles that a part fills in the picture, one for each row of a line that is broken."""
        own = [n for n, other in enumerate(self._paths) if other[: len(path)] == path]
        mask = np.isin(self._number, own)
        inked = np.flatnonzero(mask.any(axis=1))
        found = []
        for rows in np.split(inked, np.searchsorted(inked, self._ends, side="right")):
            if len(rows):
                columns = np.flatnonzero(mask[rows[0] : rows[-1] + 1].any(axis=0))
                corner = QPointF(columns[0], rows[0]) / FINE
                far = QPointF(columns[-1] + 1, rows[-1] + 1) / FINE
                found.append(QRectF(corner, far))
        return found

    def beside(self, path: Path | None, where: str) -> Path | None:
        """The part "into", "out" of, "before" or "after" another; None leads back to the whole line. From no part one
        gets to the first part of the line.
        """
        if path is None or where == "into":
            inside = self._inside(path or ())
            return inside[0] if inside else path
        if where == "out":
            return self.around(path)
        siblings = self._inside(self.around(path) or ())
        at = siblings.index(path) + (1 if where == "after" else -1) if path in siblings else 0
        return siblings[max(0, min(at, len(siblings) - 1))] if siblings else path

    def around(self, path: Path) -> Path | None:
        """The next larger part, which looks different from this one; None if that is the whole line."""
        here = self.boxes(path)
        for length in range(len(path) - 1, 0, -1):
            if path[:length] in self.parts and self.boxes(path[:length]) != here:
                return path[:length]
        return None

    def _inside(self, path: Path) -> list[Path]:
        """The next smaller parts that look different from a part, from left to right."""
        here, found = self.boxes(path), []
        level = [path]
        while level:
            children = [p for parent in level for p in self.parts if p[:-1] == parent and len(p) == len(parent) + 1]
            level = [p for p in children if self.boxes(p) == here]
            found += [p for p in children if p not in level]
        return sorted(found)


def _alike(box: QSizeF, size: QSizeF, renderer: QSvgRenderer) -> bool:
    """Whether a map has the proportions of the picture: else it was typeset otherwise, and shows other places."""
    if not renderer.isValid() or box.isEmpty() or size.isEmpty():
        return False
    scale = size.width() / box.width()
    return bool(abs(size.height() / scale - box.height()) <= SIZE_DIFFERS)


class Picking:
    """The part of `LineWidget` in which a part of its formula is picked. It uses the line's `formula`, `scale`,
    `parts_wanted` and `part_picked`.
    """

    def _start_picking(self) -> None:
        self.map: PartsMap | None = None
        self.picked: Path | None = None
        self.picked_value = ""
        self._wish: QPointF | str | None = None

    def drop_map(self) -> None:
        """The picture is another one."""
        self._start_picking()

    def show_map(self, svg: str, parts: Sequence[dict[str, Any]]) -> None:
        """Where the parts of the formula stand."""
        if self.formula is None:
            return
        found = PartsMap(svg, parts, QSizeF(self.formula.width, self.formula.height))
        self.map = found if found.fits else None
        wish, self._wish = self._wish, None
        if self.map is not None and wish is not None:
            self._fulfil(wish)

    def pick(self, wish: QPointF | str) -> None:
        """Pick the part at a point of the formula, or the one "into", "out" of, "before" or "after" the present one."""
        if self.map is not None:
            self._fulfil(wish)
        else:
            self._wish = wish
            self.parts_wanted.emit()

    def _fulfil(self, wish: QPointF | str) -> None:
        if isinstance(wish, str):
            self._set_picked(self.map.beside(self.picked, wish))
            return
        inner = self.map.at(wish)
        if inner is None:
            return
        again = self.picked is not None and inner[: len(self.picked)] == self.picked
        # A click on what is picked takes the part around it.
        self._set_picked(self.map.around(self.picked) if again else inner or None)

    def _set_picked(self, path: Path | None) -> None:
        if path != self.picked:
            self.picked, self.picked_value = path, ""
            self.part_picked.emit()

    def unpick(self) -> None:
        """No part is picked any more."""
        if self.picked is not None:
            self.picked, self.picked_value = None, ""
            self.tell_anew()

    def picked_words(self) -> str:
        """The part that is picked, its shape and its value."""
        if self.picked is None or self.map is None:
            return ""
        part = self.map.parts[self.picked]
        shape = _shape(part["rows"], part["cols"])
        if not self.picked_value:
            return told(say("{part} is {shape}.", part=part["text"], shape=shape))
        value = self.picked_value
        return told(say("{part} is {shape}; at the point it is {value}.", part=part["text"], shape=shape, value=value))

    def _paint_picked(self, painter: QPainter, origin: QPointF, theme: Theme) -> None:
        """Behind the formula, whose upper left corner is at `origin`."""
        if self.picked is None or self.map is None:
            return
        painter.setPen(QColor(theme.accent))
        painter.setBrush(QColor(theme.accent_soft))
        for box in self.map.boxes(self.picked):
            shown = QRectF(origin + box.topLeft() * self.scale, box.size() * self.scale)
            painter.drawRoundedRect(shown.adjusted(-2, -2, 2, 2), 3, 3)


def _shape(rows: str, cols: str) -> str:
    return say("a scalar") if rows == cols == "1" else f"{rows}×{cols}"
