"""Small widgets that many panels make alike: labels with mathematics in them, and flat buttons."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

__all__ = ["RichLabel", "flat_button", "plain_text", "rich_label"]

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def plain_text(rich: str) -> str:
    """What rich text says, for a screen reader: powers as ``u^2.00``, indices as subscripts, and no tags."""
    text = re.sub(r"<sup>(.*?)</sup>", r"^\1", rich)
    text = re.sub(r"<sub>(.*?)</sub>", lambda found: found[1].translate(_SUBSCRIPTS), text)
    text = re.sub(r"<br\s*/?>", " ", text)
    return " ".join(html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", "", text)).split())


class RichLabel(QLabel):
    """A label whose name says what it is for; what it says is its accessible description."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleDescription(plain_text(text))


def rich_label(
    parent: QWidget, name: str, accessible: str, kind: str = "", *, wrap: bool = True, selectable: bool = False
) -> RichLabel:
    """A label for rich text that takes the width that there is, whatever its text.

    Parameters
    ----------
    kind : how it looks: "muted", "error", or "".
    wrap : over several lines.
    selectable : by the mouse, to be copied.
    """
    label = RichLabel(parent)
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
