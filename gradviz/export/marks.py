"""How descents that are compared are told apart: by colour, by dashes and by symbol, so that one of them is enough on
grey paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["CORNERS", "DASHES", "SYMBOLS", "Mark", "mark_in"]

SYMBOLS = ("o", "s", "t1", "d", "t", "p", "star")
"""As pyqtgraph names them."""
DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (2, 2.5), (8, 3, 2, 3), (8, 3, 2, 3, 2, 3))
"""Lengths of dashes and gaps in widths of the line; () for a line without gaps."""
_SIGNS = {"o": "●", "s": "■", "t1": "▲", "d": "◆", "t": "▼", "p": "⬟", "star": "★"}


def _regular(corners: int, inner: float = 1.0) -> tuple[tuple[float, float], ...]:
    """A regular polygon with a corner at the top, or with `inner` < 1 a star; y grows downwards."""
    points = 2 * corners if inner < 1 else corners
    radii = [inner if inner < 1 and i % 2 else 1.0 for i in range(points)]
    turns = [2 * math.pi * i / points for i in range(points)]
    return tuple((r * math.sin(a), -r * math.cos(a)) for r, a in zip(radii, turns, strict=True))


CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "o": _regular(24),
    "s": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "t1": ((0.0, -1.0), (1.0, 0.9), (-1.0, 0.9)),
    "d": ((0.0, -1.2), (0.85, 0.0), (0.0, 1.2), (-0.85, 0.0)),
    "t": ((0.0, 1.0), (1.0, -0.9), (-1.0, -0.9)),
    "p": _regular(5),
    "star": _regular(5, 0.45),
}
"""The symbols' outlines about the origin, y downwards; they reach about 1 far."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a descent looks like.

    Attributes
    ----------
    colour : ``#rrggbb``.
    dashes : of its line, one of `DASHES`.
    symbol : of its iterates, one of `SYMBOLS`.
    """

    colour: str
    dashes: tuple[float, ...]
    symbol: str

    @property
    def sign(self) -> str:
        """The symbol in text."""
        return _SIGNS[self.symbol]


def mark_in(colours: Sequence[str], index: int) -> Mark:
    """The look of the descent with an index. Of six colours, all three together repeat only after 210."""
    return Mark(colours[index % len(colours)], DASHES[index % len(DASHES)], SYMBOLS[index % len(SYMBOLS)])
