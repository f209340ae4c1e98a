"""What the picture's views and tabs stand in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gradviz.gui.derivation.parts import Badge
from gradviz.gui.small_parts import Holder

__all__ = ["StaleMark", "card", "scrolled"]

MARGIN = 8
"""Pixels from the lower right corner of a plot's card, to which no line of values or hint reaches."""


def scrolled(content: QWidget) -> QScrollArea:
    """So that a low window gives its height to the plot."""
    area = QScrollArea()
    area.setObjectName(f"{content.objectName()}_scroll")
    area.setAccessibleName(content.accessibleName())
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    held = _Scrolled(content, f"{content.objectName()}_held")
    area.setWidget(held)
    for part in (held, content, area.viewport()):
        part.setAutoFillBackground(False)  # the card's surface shows through
    return area


class _Scrolled(Holder):
    """Needs the height that its words have over the width that there is."""

    def needed(self) -> QSize:
        needed = super().needed()
        if self._content.hasHeightForWidth() and self.width() > 0:
            # What the content says itself: its layout would take the highest of pages of which one is seen.
            high = self._content.heightForWidth(self.width())
            if high > 0:
                needed.setHeight(max(high, self._content.minimumHeight()))
        return needed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.pass_on()


def card(name: str, content: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName(name)
    card.setProperty("class", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(content)
    return card


class StaleMark(Badge):
    """Lies over a plot that belongs to the text before the present one; it takes no room from the plot."""

    def __init__(self, card: QFrame) -> None:
        super().__init__(card)
        self.setObjectName("plot_stale")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.installEventFilter(self)

    def show_stale(self, stale: bool) -> None:
        if stale:
            self.say("muted", self.tr("Last good picture"))
            self._place()
            self.raise_()
        else:
            self.say("muted", "")

    def eventFilter(self, card: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(card, event)

    def _place(self) -> None:
        card = self.parentWidget()
        self.resize(self.sizeHint())
        self.move(card.width() - self.width() - MARGIN, card.height() - self.height() - MARGIN)
