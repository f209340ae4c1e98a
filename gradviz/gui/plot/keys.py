"""The keys that all pictures share: arrows move the point, with Shift by little; + and - zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

__all__ = ["ARROWS", "step_of", "zoom_of"]

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
ZOOM = 1.25
"""How much more of the plane is seen after a key, or less."""


def step_of(event: QKeyEvent, width: float) -> tuple[float, float] | None:
    """How an arrow moves the point in a view of that width, in the units of the axes; None for other keys."""
    if event.key() not in ARROWS:
        return None
    size = width / (400 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 50)
    dx, dy = ARROWS[event.key()]
    return dx * size, dy * size


def zoom_of(event: QKeyEvent) -> float | None:
    """By what a key multiplies the width of the view; None for keys that do not zoom."""
    if event.key() == Qt.Key.Key_Minus:
        return ZOOM
    return 1 / ZOOM if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal) else None
