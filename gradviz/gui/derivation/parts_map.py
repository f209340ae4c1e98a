"""Where the parts of a line's formula stand in its picture. It needs NumPy, which comes after the first paint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

__all__ = ["PartsMap"]

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


class PartsMap:
    """Where parts stand in a picture.

    Parameters
    ----------
    svg : the picture, each part in its colour (see `gradviz.gui.worker.parts`).
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
