"""What the picture's views and tabs stand in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

__all__ = ["card", "scrolled"]


def scrolled(content: QWidget) -> QScrollArea:
    """So that a low window gives its height to the plot."""
    area = QScrollArea()
    area.setObjectName(f"{content.objectName()}_scroll")
    area.setAccessibleName(content.accessibleName())
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    for part in (content, area.viewport()):
        part.setAutoFillBackground(False)  # the card's surface shows through
    return area


def card(name: str, content: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName(name)
    card.setProperty("class", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(content)
    return card
