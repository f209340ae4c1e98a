"""The tour over a window: everything but the part that is spoken of is dimmed, and a callout speaks beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gradviz.gui.small_parts import push_button
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.tour.stops import Stop

__all__ = ["TourOverlay"]

WIDTH = 340
GAP = 12
MARGIN = 16
DIM = 140
"""How dark the rest is, of 255."""


class TourOverlay(QWidget):
    """Lies over the window until the tour ends. Enter, Right and Space go on, Left and Backspace back, Esc ends it.

    Signals
    -------
    ended : the tour is over; whether it was gone through to the end.
    """

    ended = Signal(bool)

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self.setAccessibleName(self.tr("Guided tour"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stops = list(stops)
        self.at = 0
        self._over = False
        self._before = window.focusWidget()
        self.callout = self._build()
        window.installEventFilter(self)
        self.set_theme(current_theme())

    def _build(self) -> QFrame:
        callout = QFrame(self)
        callout.setObjectName("tour_callout")
        self._count = self._label("tour_count", callout)
        self._title = self._label("tour_title", callout)
        self._text = self._label("tour_text", callout)
        self.skip_button = push_button(callout, "tour_skip", self.tr("Skip the tour"), "quiet")
        self.back_button = push_button(callout, "tour_back", self.tr("Back"))
        self.next_button = push_button(callout, "tour_next", self.tr("Next"), "primary")
        for button in (self.skip_button, self.back_button, self.next_button):
            button.installEventFilter(self)
        policy = self.skip_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the other buttons stay where they are
        self.skip_button.setSizePolicy(policy)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.skip_button)
        row.addStretch(1)
        row.addWidget(self.back_button)
        row.addWidget(self.next_button)
        layout = QVBoxLayout(callout)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for label in (self._count, self._title, self._text):
            layout.addWidget(label)
        layout.addLayout(row)
        self.skip_button.clicked.connect(lambda: self._end(False))
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.go_on)
        return callout

    def start(self) -> None:
        """Show the first stop."""
        self.show_stop(0)
        self.show()
        self.raise_()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_stop(self, number: int) -> None:
        """Point at a stop."""
        self.at = max(0, min(number, len(self._stops) - 1))
        stop = self._stops[self.at]
        last = self.at == len(self._stops) - 1
        self._count.setText(self.tr("{number} of {all}").format(number=self.at + 1, all=len(self._stops)))
        self._title.setText(stop.title)
        self._text.setText(stop.text)
        self.back_button.setEnabled(self.at > 0)
        self.next_button.setText(self.tr("Done") if last else self.tr("Next"))
        self.next_button.setAccessibleName(self.next_button.text())
        self.skip_button.setVisible(not last)
        self.callout.setAccessibleName(stop.title)
        self.callout.setAccessibleDescription(stop.text)
        self._lay_out()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """The next stop; after the last one the tour is over."""
        if self.at == len(self._stops) - 1:
            self._end(True)
        else:
            self.show_stop(self.at + 1)

    def back(self) -> None:
        self.show_stop(self.at - 1)

    def hole(self) -> QRect:
        """The part that is not dimmed; empty where there is nothing to point at."""
        target = self._stops[self.at].target()
        if target is None or not target.isVisible():
            return QRect()
        corner = target.mapTo(self.window(), QPoint(0, 0))
        return QRect(corner, target.size()).adjusted(-4, -4, 4, 4).intersected(self.rect().adjusted(2, 2, -2, -2))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(
            f"#tour_callout {{ background: {theme.raised}; border: 1px solid {theme.border_strong};"
            f" border-radius: {theme.radius}px; }}"
            f"#tour_count {{ color: {theme.muted}; font-size: {theme.size_small}px; }}"
            f"#tour_title {{ color: {theme.text}; font-size: {theme.size_large}px; font-weight: 600; }}"
            f"#tour_text {{ color: {theme.text}; }}"
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dimmed, hole = QPainterPath(), QRectF(self.hole())
        dimmed.addRect(QRectF(self.rect()))
        if not hole.isEmpty():
            bright = QPainterPath()
            bright.addRoundedRect(hole, self._theme.radius, self._theme.radius)
            dimmed = dimmed.subtracted(bright)
        painter.fillPath(dimmed, QColor(0, 0, 0, DIM))
        if not hole.isEmpty():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRoundedRect(hole, self._theme.radius, self._theme.radius)
        painter.end()

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QPushButton):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                watched.click()
            elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return False
            else:
                self.keyPressEvent(event)  # arrows would only walk the buttons
            return True
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self._lay_out()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        if event.key() == keys.Key_Escape:
            self._end(False)
        elif event.key() in (keys.Key_Right, keys.Key_Return, keys.Key_Enter, keys.Key_Space, keys.Key_PageDown):
            self.go_on()
        elif event.key() in (keys.Key_Left, keys.Key_Backspace, keys.Key_PageUp):
            self.back()
        else:
            event.accept()  # nothing below the tour is to hear it

    def mousePressEvent(self, event: Any) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks the callout's buttons alone."""
        if self._over:
            return super().focusNextPrevChild(forward)
        ring = [b for b in (self.skip_button, self.back_button, self.next_button) if b.isVisible() and b.isEnabled()]
        focused = self.window().focusWidget()
        here = ring.index(focused) if focused in ring else -1
        ring[(here + (1 if forward else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _lay_out(self) -> None:
        self.setGeometry(self.window().rect())
        width = min(WIDTH, self.width() - 2 * MARGIN)
        self.callout.setFixedWidth(width)
        self.callout.layout().activate()
        size = QSize(width, max(self.callout.heightForWidth(width), self.callout.minimumSizeHint().height()))
        self.callout.resize(size)
        self.callout.layout().invalidate()  # a button that goes while the row is laid out leaves the others behind
        self.callout.layout().activate()
        self.callout.move(self._beside(self.hole(), size))
        self.update()

    def _beside(self, hole: QRect, size: QSize) -> QPoint:
        """Where the callout hides least of what it speaks of."""
        room = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        right = max(room.left(), room.right() - size.width())
        bottom = max(room.top(), room.bottom() - size.height())
        if hole.isEmpty():
            return QPoint(right // 2, bottom // 2)
        x, y = min(max(hole.left(), room.left()), right), min(max(hole.top(), room.top()), bottom)
        for place in (
            QPoint(hole.right() + GAP, y),
            QPoint(hole.left() - GAP - size.width(), y),
            QPoint(x, hole.bottom() + GAP),
            QPoint(x, hole.top() - GAP - size.height()),
        ):
            if room.contains(QRect(place, size)):
                return place
        return QPoint(right, bottom)

    def _end(self, finished: bool) -> None:
        self._over = True
        self.window().removeEventFilter(self)
        if self._before is not None and shiboken6.isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.ended.emit(finished)
        self.deleteLater()

    def _label(self, name: str, parent: QWidget) -> QLabel:
        label = QLabel(parent)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
