"""Small widgets that many panels make alike: labels with mathematics in them, and flat buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

__all__ = ["flat_button", "rich_label"]


def rich_label(
    parent: QWidget, name: str, accessible: str, kind: str = "", *, wrap: bool = True, selectable: bool = False
) -> QLabel:
    """A label for rich text that takes the width that there is, whatever its text.

    Parameters
    ----------
    kind : how it looks: "muted", "error", or "".
    wrap : over several lines.
    selectable : by the mouse, to be copied.
    """
    label = QLabel(parent)
    label.setObjectName(name)
    label.setAccessibleName(accessible)
    label.setProperty("class", kind)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(wrap)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def flat_button(parent: QWidget, name: str, text: str, tip: str) -> QToolButton:
    """A button without a frame that says in a tip what it does; a sign alone is read by its tip."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip if len(text) == 1 else text)
    button.setAccessibleDescription("" if len(text) == 1 else tip)
    button.setAutoRaise(True)
    return button
