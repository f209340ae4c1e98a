"""Lines as wide on a fine screen as on a coarse one.

pyqtgraph's pens are cosmetic, and Qt counts the width of a cosmetic pen in pixels of the device: at a scale of 200 %
an arrow three pixels wide would be half as wide as it is meant to be. The files of plots are written to devices whose
pixels are the screen's, so that nothing changes there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, MutableMapping
from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QPainter, QPen

__all__ = ["at_ratio", "hairline", "keep_line_widths"]


def hairline(colour: str) -> QPen:
    """The pen of axes, ticks and frames: one pixel of the screen as it was at 100 %."""
    return pg.mkPen(colour, width=1, cosmetic=False)


def keep_line_widths() -> None:
    """From now on pyqtgraph's curves, straight lines, handles and symbols, whoever makes them, have pens that grow with
    the device; once is enough.
    """
    if getattr(pg.PlotCurveItem.paint, "keeps_widths", False):
        return
    _keep(pg.PlotCurveItem, lambda curve: curve.opts, ("pen", "shadowPen"))
    for kind in (pg.InfiniteLine, pg.TargetItem):
        _keep(kind, vars, ("currentPen",))
    symbols = sys.modules[pg.ScatterPlotItem.__module__]
    plain = symbols.drawSymbol

    def draw_symbol(painter: QPainter, symbol: Any, size: float, pen: QPen, brush: Any) -> None:
        plain(painter, symbol, size, at_ratio(pen, painter.device().devicePixelRatioF()), brush)

    symbols.drawSymbol = draw_symbol


def _keep(kind: type, pens_of: Callable[[Any], MutableMapping[str, Any]], names: tuple[str, ...]) -> None:
    """Paint items of a kind with wider pens on finer devices."""
    plain = kind.paint

    def paint(item: Any, painter: QPainter, *rest: Any) -> None:
        ratio = painter.device().devicePixelRatioF()
        if ratio == 1.0:
            plain(item, painter, *rest)
            return
        pens = pens_of(item)
        before = {name: pens[name] for name in names}
        pens.update({name: at_ratio(pen, ratio) for name, pen in before.items()})
        try:
            plain(item, painter, *rest)
        finally:
            pens.update(before)

    paint.keeps_widths = True
    kind.paint = paint


def at_ratio(pen: QPen | None, ratio: float) -> QPen | None:
    """A pen for a device that has so many pixels for one."""
    if pen is None or ratio == 1.0 or not pen.isCosmetic():
        return pen
    wide = QPen(pen)
    wide.setWidthF(max(pen.widthF(), 1.0) * ratio)  # Qt takes nought for one pixel
    return wide
