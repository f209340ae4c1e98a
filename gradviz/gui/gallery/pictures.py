"""Small pictures of the gallery's landscapes: heat and contours as shades, which take the colours of the theme.

They are shipped, as ``resources/gallery/*.png``, so that the gallery opens at once; ``packaging/gallery_pictures.py``
draws them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from gradviz.gui.resources import folder
from gradviz.gui.theme import Theme

if TYPE_CHECKING:
    import numpy as np
    from PySide6.QtGui import QImage

    from gradviz.numeric.landscape import Landscape

__all__ = ["SIZE", "picture", "shades_of"]

SIZE = 240, 150
"""Pixels, across and up."""
STEPS = 48
"""Shades from the lowest value to the highest; above them lie the two that follow."""
LINE, NOTHING = 254, 255
"""The shades of a contour, and of where there is no value."""


def shades_of(landscape: Landscape) -> np.ndarray[Any, Any]:
    """The shades of a landscape in the view in which it opens, the top row first."""
    import numpy as np

    from gradviz.numeric.contours import levels_for, scale_for
    from gradviz.numeric.planes import View
    from gradviz.numeric.views import suggested_view

    view = suggested_view(landscape)
    x, y = (view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2
    height = max(view.height, view.width * SIZE[1] / SIZE[0])
    width = height * SIZE[0] / SIZE[1]
    xs, ys = View(x - width / 2, x + width / 2, y - height / 2, y + height / 2).axes(*SIZE)
    with np.errstate(all="ignore"):
        values = landscape.value(xs, ys)
    scale = scale_for(values)
    shades = np.rint(np.nan_to_num(np.clip(scale(values), 0, 1)) * (STEPS - 1)).astype(np.uint8)
    band = np.searchsorted(levels_for(scale), values)
    shades[:, :-1][band[:, 1:] != band[:, :-1]] = LINE
    shades[:-1][band[1:] != band[:-1]] = LINE
    shades[~np.isfinite(values)] = NOTHING
    return shades[::-1]


@cache
def picture(name: str, theme: Theme) -> QImage | None:
    """The picture of an entry in a theme's colours; None for one that has none."""
    from PySide6.QtGui import QColor, QImage

    path = folder() / "gallery" / f"{name}.png"
    if not path.is_file():
        return None
    grey = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
    shades = QImage(grey.constBits(), grey.width(), grey.height(), grey.bytesPerLine(), QImage.Format.Format_Indexed8)
    table = [_between(theme.heat, step / (STEPS - 1)) for step in range(STEPS)]
    table += [QColor(theme.surface).rgb()] * (256 - STEPS)
    table[LINE] = QColor(theme.plot_contour).rgb()
    shades.setColorTable(table)
    return shades.convertToFormat(QImage.Format.Format_RGB32)  # a copy: the shades are gone with `grey`


def _between(stops: tuple[str, ...], at: float) -> int:
    """A colour of a ramp, from 0 to 1."""
    from PySide6.QtGui import QColor

    place = at * (len(stops) - 1)
    lower = min(int(place), len(stops) - 2)
    a, b, share = QColor(stops[lower]), QColor(stops[lower + 1]), place - lower
    parts = (round(p + (q - p) * share) for p, q in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True))
    return QColor(*parts).rgb()
