"""Colours and symbols that tell kinds apart: never by the colour alone."""

from __future__ import annotations

from gradviz.gui.theme import Theme
from gradviz.numeric.spectrum import Definiteness

__all__ = ["KINDS", "KIND_SIGNS", "REGION_SIGNS", "kind_colour", "region_colours"]

KINDS = {"minimum": ("t", 15), "maximum": ("t1", 15), "saddle": ("x", 16), "degenerate": ("d", 16)}
"""pyqtgraph's symbols, and their sizes in pixels: a triangle that points down, one that points up, a cross, a rhomb."""
KIND_SIGNS = {"minimum": "▼", "maximum": "▲", "saddle": "✕", "degenerate": "◆"}
"""The same in text."""

_KIND_COLOURS = {
    "light": {"minimum": "#0b5cad", "maximum": "#b3261e", "saddle": "#6d3fb5", "degenerate": "#1a2130"},
    "dark": {"minimum": "#7cc4ff", "maximum": "#ff9289", "saddle": "#cdb4ff", "degenerate": "#ffffff"},
}

REGION_SIGNS = {
    Definiteness.POSITIVE_DEFINITE: "H ≻ 0",
    Definiteness.NEGATIVE_DEFINITE: "H ≺ 0",
    Definiteness.INDEFINITE: "H ≷ 0",
    Definiteness.POSITIVE_SEMIDEFINITE: "H ⪰ 0",
    Definiteness.NEGATIVE_SEMIDEFINITE: "H ⪯ 0",
    Definiteness.ZERO: "H = 0",
}
"""What is written on the regions."""
_REGION_COLOURS = {  # told apart by people who see colours otherwise, and by lightness
    "light": ("#f1efe6", "#9cc4e4", "#f0a58f", "#d9d3ee", "#c9e0f2", "#f8d3c8"),
    "dark": ("#2b2f38", "#1f5687", "#8a3d31", "#4a4272", "#19374f", "#553029"),
}


def kind_colour(kind: str, theme: Theme) -> str:
    """The colour of a kind of stationary point."""
    return _KIND_COLOURS[theme.name][kind]


def region_colours(theme: Theme) -> tuple[str, ...]:
    """The colours of `Definiteness` 0 to 5."""
    return _REGION_COLOURS[theme.name]
