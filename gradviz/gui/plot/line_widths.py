"""Curves as wide on a fine screen as on a coarse one.

pyqtgraph's pens are cosmetic, and Qt counts the width of a cosmetic pen in pixels of the device: at a scale of 200 %
an arrow three pixels wide would be half as wide as it is meant to be. The files of plots are written to devices whose
pixels are the screen's, so that nothing changes there.
"""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QPainter, QPen

__all__ = ["keep_line_widths"]

_PENS = ("pen", "shadowPen")


def keep_line_widths() -> None:
    """From now on pyqtgraph's curves, whoever makes them, scale their pens with the device; once is enough."""
    if getattr(pg.PlotCurveItem.paint, "keeps_widths", False):
        return
    plain = pg.PlotCurveItem.paint

    def paint(curve: Any, painter: QPainter, option: Any, widget: Any) -> None:
        ratio = painter.device().devicePixelRatioF()
        if ratio == 1.0:
            plain(curve, painter, option, widget)
            return
        before = {name: curve.opts[name] for name in _PENS}
        curve.opts.update({name: _wider(pen, ratio) for name, pen in before.items()})
        try:
            plain(curve, painter, option, widget)
        finally:
            curve.opts.update(before)

    paint.keeps_widths = True
    pg.PlotCurveItem.paint = paint


def _wider(pen: QPen | None, ratio: float) -> QPen | None:
    if pen is None or not pen.isCosmetic():
        return pen
    wide = QPen(pen)
    wide.setWidthF(max(pen.widthF(), 1.0) * ratio)  # Qt takes nought for one pixel
    return wide
