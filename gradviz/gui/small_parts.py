"""Small widgets that many panels make alike: labels with mathematics in them, buttons, holders of what changes all the
time."""

from __future__ import annotations

import html
import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

__all__ = ["Holder", "RichLabel", "bar_button", "flat_button", "plain_text", "push_button", "rich_label"]

STRUT = "<big>\u2060</big>"
"""Of no width: makes a line as high as an exponent in it needs, whose upper half Qt cuts off otherwise."""

_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def plain_text(rich: str) -> str:
    """What rich text says, for a screen reader: powers as ``u^2.00``, indices as subscripts, and no tags."""
    text = re.sub(r"<sup>(.*?)</sup>", r"^\1", rich)
    text = re.sub(r"<sub>(.*?)</sub>", lambda found: found[1].translate(_SUBSCRIPTS), text)
    text = re.sub(r"<br\s*/?>", " ", text)
    return " ".join(html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", "", text)).split())


class Holder(QWidget):
    """Holds a widget, and passes on its wish for room only when it needs another one than before.

    What changes its text all the time asks for room each time, and for each of that all that lies around it would be
    laid out and painted anew.
    """

    def __init__(self, content: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(content.sizePolicy())
        self._content = content
        content.setParent(self)
        content.show()
        self._passed_on = self.needed()

    def needed(self) -> QSize:
        """What its neighbours must give way to."""
        return self._content.minimumSizeHint().expandedTo(self._content.minimumSize())

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.needed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.pass_on()
        return super().event(event)

    def pass_on(self) -> None:
        """Ask for room, if it is not what was asked for before."""
        if (needed := self.needed()) != self._passed_on:
            self._passed_on = needed
            self.updateGeometry()


class RichLabel(QLabel):
    """A label whose name says what it is for; what it says is its accessible description.

    The height that it needs is laid out once for a text and a width: Qt lays out the text for each layout that asks,
    and paints it anew for each of these.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self._room: QSize | None = None

    def keep_room(self, lines: int) -> None:
        """Have room for so many lines with exponents, so that what is below does not jump when the text changes; for
        more where what it stands in gives it the height for its width. Texts that change all the time are then not laid
        out to guess a size.
        """
        height = lines * (self.fontMetrics().lineSpacing() + 3)
        self.setMinimumHeight(height)
        self._room = QSize(0, height)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._room or super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._room or super().minimumSizeHint()

    def setText(self, text: str) -> None:
        shown = text.replace("<sup>", f"{STRUT}<sup>")
        if shown != self.text():
            self._heights = {}
            super().setText(shown)
            self.setAccessibleDescription(plain_text(text))

    def clear(self) -> None:
        self.setText("")

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        self._heights = {}  # another font
        super().changeEvent(event)


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


def push_button(parent: QWidget, name: str, text: str, kind: str = "", accessible: str = "") -> QPushButton:
    """A button with words on it, which are its accessible name too unless there is another; `kind` is its class in the
    style sheet. Enter presses it only where it has the keyboard.
    """
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAccessibleName(accessible or text)
    button.setAutoDefault(False)
    if kind:
        button.setProperty("class", kind)
    return button


def bar_button(parent: QWidget, name: str, text: str, kind: str, accessible: str = "") -> QPushButton:
    """A button beside a line of text: a click leaves the cursor in the line that is being typed."""
    button = push_button(parent, name, text, kind, accessible)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoDefault(True)  # Enter presses the one that has the keyboard
    return button
