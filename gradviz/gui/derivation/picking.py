"""Picking the parts of a line's formula, by a click or by walking from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from gradviz.gui.theme import Theme
from gradviz.gui.translation import told
from gradviz.sentences import say

if TYPE_CHECKING:
    from gradviz.gui.derivation.parts_map import PartsMap

__all__ = ["WALK", "Picking"]

Path = tuple[int, ...]

WALK = {
    Qt.Key.Key_Down: "into",
    Qt.Key.Key_Up: "out",
    Qt.Key.Key_Left: "before",
    Qt.Key.Key_Right: "after",
}
"""Keys that, with Alt, lead from part to part."""


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
        from gradviz.gui.derivation.parts_map import PartsMap

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
