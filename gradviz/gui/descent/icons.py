"""The transport's icons, drawn in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

__all__ = ["transport_icon"]

_Shapes = list[tuple[str, tuple[float, ...]]]
_DRAWINGS: dict[str, _Shapes] = {  # on a field of 20 by 20
    "play": [("triangle", (6, 4, 16, 10, 6, 16))],
    "pause": [("bar", (5, 4, 3.5, 12)), ("bar", (11.5, 4, 3.5, 12))],
    "forward": [("triangle", (4, 4.5, 12, 10, 4, 15.5)), ("bar", (13, 4.5, 2.6, 11))],
    "back": [("triangle", (16, 4.5, 8, 10, 16, 15.5)), ("bar", (4.4, 4.5, 2.6, 11))],
    "end": [
        ("triangle", (2.5, 4.5, 8.5, 10, 2.5, 15.5)),
        ("triangle", (8.5, 4.5, 14.5, 10, 8.5, 15.5)),
        ("bar", (15, 4.5, 2.4, 11)),
    ],
    "loop": [("arc", (4, 4, 12, 12, 40, 280)), ("triangle", (11.5, 1.2, 17.4, 4.0, 12.2, 8.0))],
    "reset": [("stroke", (5, 5, 15, 15)), ("stroke", (15, 5, 5, 15))],
    "export": [
        ("stroke", (10, 2.5, 10, 11)),
        ("triangle", (5.5, 8, 14.5, 8, 10, 13)),
        ("stroke", (3.5, 16.5, 16.5, 16.5)),
    ],
    "start": [
        ("triangle", (17.5, 4.5, 11.5, 10, 17.5, 15.5)),
        ("triangle", (11.5, 4.5, 5.5, 10, 11.5, 15.5)),
        ("bar", (2.6, 4.5, 2.4, 11)),
    ],
}


def transport_icon(name: str, colour: str, disabled: str) -> QIcon:
    """An icon for "play", "pause", "forward", "back", "start", "end",
    "loop", "reset" or "export"."""
    icon = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for scale in (1, 2, 3):
            pixmap = QPixmap(20 * scale, 20 * scale)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(scale, scale)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ink))
            for shape, numbers in _DRAWINGS[name]:
                if shape in ("arc", "stroke"):
                    painter.save()
                    painter.setPen(QPen(QColor(ink), 2.2))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    if shape == "arc":
                        painter.drawArc(QRectF(*numbers[:4]), int(16 * numbers[4]), int(16 * numbers[5]))
                    else:
                        painter.drawLine(QPointF(*numbers[:2]), QPointF(*numbers[2:]))
                    painter.restore()
                elif shape == "bar":
                    painter.drawRoundedRect(QRectF(*numbers), 1, 1)
                else:
                    corners = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
                    painter.drawPolygon(QPolygonF(corners))
            painter.end()
            icon.addPixmap(pixmap, mode)
    return icon
