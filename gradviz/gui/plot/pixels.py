"""How large a pixel of the screen is in the plane that a plot shows."""

from __future__ import annotations

import pyqtgraph as pg

__all__ = ["pixel_size"]


def pixel_size(box: pg.ViewBox) -> tuple[float, float]:
    """The width and the height of a pixel as it is at 100 %, in the plane's units.

    pyqtgraph's ``viewPixelSize`` finds them by transforms that it inverts, and fails before the plot is laid out.
    """
    (left, right), (low, high) = box.viewRange()
    return float(right - left) / max(box.width(), 1.0), float(high - low) / max(box.height(), 1.0)
