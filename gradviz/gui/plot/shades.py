"""Colour tables of the plane, and the ink that is seen on them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from gradviz.gui.plot.inks import region_colours
from gradviz.gui.plot.picture import UNDEFINED
from gradviz.gui.theme import Theme

__all__ = ["less_legible", "table"]


def table(colour: str, theme: Theme) -> np.ndarray:
    """256 colours (RGBA) for what colours the plane; the last, of undefined places, is transparent."""
    found = np.zeros((256, 4), dtype=np.ubyte)
    if colour in ("value", "error"):
        map_ = pg.ColorMap(np.linspace(0, 1, len(theme.heat)), list(theme.heat))
        found[:UNDEFINED] = map_.getLookupTable(0, 1, UNDEFINED, alpha=True)
    elif colour == "definiteness":
        for i, name in enumerate(region_colours(theme)):
            found[i] = QColor(name).getRgb()
    else:
        found[:UNDEFINED] = QColor(theme.plot_background).getRgb()
    return found


def less_legible(heat: Sequence[str], ink: str, other: str) -> np.ndarray:
    """For each of 256 shades, whether `other` stands out from it more than `ink` (contrast as in WCAG 2)."""
    stops = np.array([QColor(c).getRgb()[:3] for c in heat], dtype=float)
    place = np.linspace(0, 1, len(stops))
    shades = np.stack([np.interp(np.linspace(0, 1, 256), place, stops[:, i]) for i in range(3)], axis=-1)

    def luminance(rgb: np.ndarray) -> np.ndarray:
        part = rgb / 255
        linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
        return linear @ np.array([0.2126, 0.7152, 0.0722]) + 0.05

    def contrast(colour: str) -> np.ndarray:
        ratio = luminance(shades) / luminance(np.array(QColor(colour).getRgb()[:3], dtype=float))
        return np.maximum(ratio, 1 / ratio)

    return np.asarray(contrast(other) > contrast(ink))
