"""The transport of a recording: play, pause, step, scrub, speed. It knows the number of steps and no more."""

from __future__ import annotations

import re

from PySide6.QtCore import QElapsedTimer, QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QStyle, QToolButton, QWidget

from gradviz.gui.descent.icons import transport_icon
from gradviz.gui.theme import Theme, current_theme

__all__ = ["SPEEDS", "Transport"]

STEPS_PER_SECOND = 4.0
"""At speed 1."""
SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0)
FRAME = 16
"""Milliseconds between two shown steps at least; at high speeds several steps go by in one."""


def _key_text(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class _Scrubber(QSlider):
    """A press puts the handle there, and it can be dragged on; Qt's own would go a tenth of the way."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
            place, room = round(event.position().x()) - handle // 2, self.width() - handle
            self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), place, room))
        super().mousePressEvent(event)


class Transport(QWidget):
    """Buttons, a scrubber and a counter.

    Attributes
    ----------
    step, last : the step shown, and the last there is.
    speed : the field for the speed.

    Signals
    -------
    moved(int) : another step is to be shown.
    stopped() : it plays no longer.
    """

    moved = Signal(int)
    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentTransport")
        self.setAccessibleName(self.tr("Transport"))
        self.step = self.last = 0
        self.growing = False
        self._debt = 0.0
        self._theme = current_theme()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._advance)
        self.setStyleSheet("QToolButton { padding: 4px 1px; }")  # eight of them: the scrubber needs the room
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons: dict[str, QToolButton] = {}
        for name, text, key, action in (
            ("start", self.tr("To the start"), "Home", self.go_to_start),
            ("back", self.tr("Step back"), "Left", self.step_back),
            ("play", self.tr("Play"), "Space", self.toggle_play),
            ("forward", self.tr("Step forwards"), "Right", self.step_forwards),
            ("end", self.tr("To the end"), "End", self.go_to_end),
        ):
            button = QToolButton(self)
            button.setObjectName(f"descent_{name}")
            button.setAccessibleName(text)
            button.setToolTip(f"{text} ({_key_text(key)})")
            button.setIconSize(QSize(20, 20))
            button.setAutoRaise(True)
            button.clicked.connect(action)
            self.buttons[name] = button
            row.addWidget(button)
        self.loop = QToolButton(self)
        self.loop.setObjectName("descent_loop")
        self.loop.setAccessibleName(self.tr("Loop"))
        self.loop.setToolTip(self.tr("At the end begin again"))
        self.loop.setCheckable(True)
        self.loop.setIconSize(QSize(20, 20))
        self.loop.setAutoRaise(True)
        row.addWidget(self.loop)
        self.scrubber = _Scrubber(Qt.Orientation.Horizontal, self)
        self.scrubber.setObjectName("descentScrubber")
        self.scrubber.setAccessibleName(self.tr("Step"))
        self.scrubber.setToolTip(self.tr("Drag to any step of the descent"))
        self.scrubber.setMinimumWidth(44)
        self.scrubber.valueChanged.connect(self._go)
        row.addSpacing(6)
        row.addWidget(self.scrubber, 1)
        row.addSpacing(6)
        self.counter = QLabel(self)
        self.counter.setObjectName("descentCounter")
        self.counter.setAccessibleName(self.tr("Step number"))
        self._size_counter("")
        self.counter.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.counter)
        row.addSpacing(6)
        self.speed = QComboBox(self)
        self.speed.setObjectName("descentSpeed")
        self.speed.setAccessibleName(self.tr("Playing speed"))
        self.speed.setToolTip(self.tr("How fast it plays (Up, Down); 1× is four steps a second"))
        for factor in SPEEDS:
            self.speed.addItem(f"{factor:g}×", factor)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.speed.currentIndexChanged.connect(lambda _index: self._set_pace())
        row.addWidget(self.speed)
        row.addSpacing(4)

    def set_state(self, step: int, last: int, *, growing: bool = False) -> None:
        """Show where the recording is; `growing` when more steps are being computed. No signal."""
        self.step, self.last, self.growing = step, last, growing
        with QSignalBlocker(self.scrubber):
            self.scrubber.setRange(0, last)
            self.scrubber.setPageStep(max(1, last // 10))
            self.scrubber.setValue(step)
        self.scrubber.setEnabled(last > 0)
        more = "…" if growing else ""
        self._size_counter(f"{last} / {last}{more}")
        self.counter.setText(f"{step} / {last}{more}")
        self._paint()

    def _size_counter(self, widest: str) -> None:
        """The counter takes one width for a whole run: one that asks for room lays out the panel with each step."""
        widest = max(widest, "1000 / 1000", key=len)
        if len(widest) != self._widest:
            self._widest = len(widest)
            metrics = self.counter.fontMetrics()
            self.counter.setFixedSize(metrics.horizontalAdvance(re.sub(r"\d", "0", widest)), metrics.height())

    _widest = 0

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widest = 0

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._paint()

    def is_playing(self) -> bool:
        return self._timer.isActive()

    def step_forwards(self) -> None:
        self._go(self.step + 1)

    def step_back(self) -> None:
        self._go(self.step - 1)

    def go_to_start(self) -> None:
        self._go(0)

    def go_to_end(self) -> None:
        self._go(self.last)

    def faster(self) -> None:
        self.speed.setCurrentIndex(min(self.speed.currentIndex() + 1, len(SPEEDS) - 1))

    def slower(self) -> None:
        self.speed.setCurrentIndex(max(self.speed.currentIndex() - 1, 0))

    def toggle_play(self) -> None:
        """Play, or pause; at the end play begins again."""
        if self.is_playing():
            self.pause()
        elif self.last:
            if self.step >= self.last:
                self.moved.emit(0)
            self._debt = 0.0
            self._clock.start()
            self._set_pace(start=True)
            self._paint()

    def pause(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._paint()
            self.stopped.emit()

    def _go(self, step: int) -> None:
        self.pause()
        self.moved.emit(min(max(step, 0), self.last))

    def _rate(self) -> float:
        return STEPS_PER_SECOND * float(self.speed.currentData())

    def _set_pace(self, *, start: bool = False) -> None:
        if start or self._timer.isActive():
            self._timer.start(max(int(1000 / self._rate()), FRAME))

    def _advance(self) -> None:
        # By the clock: where painting takes longer than a frame, more steps go by in the next one.
        self._debt += self._rate() * min(self._clock.restart() / 1000, max(0.25, 1.5 / self._rate()))
        steps = int(self._debt + 1e-9)
        self._debt -= steps
        ended = self.step >= self.last
        if steps:
            self.moved.emit(min(self.step + steps, self.last))
        if self.step >= self.last and not self.growing:
            if not self.loop.isChecked():
                self.pause()
            elif ended and steps:  # the end was seen for a beat
                self.moved.emit(0)

    def _paint(self) -> None:
        playing = self.is_playing()
        enabled = {
            "start": self.step > 0,
            "back": self.step > 0,
            "play": self.last > 0,
            "forward": self.step < self.last,
            "end": self.step < self.last,
        }
        for name, button in self.buttons.items():
            drawing = "pause" if name == "play" and playing else name
            button.setEnabled(enabled[name])
            if button.property("drawing") != (drawing, self._theme.name):
                button.setProperty("drawing", (drawing, self._theme.name))
                button.setIcon(transport_icon(drawing, self._theme.text, self._theme.faint))
        if self.loop.property("drawing") != self._theme.name:
            self.loop.setProperty("drawing", self._theme.name)
            self.loop.setIcon(transport_icon("loop", self._theme.text, self._theme.faint))
        text = self.tr("Pause") if playing else self.tr("Play")
        if text == self.buttons["play"].accessibleName():
            return
        self.buttons["play"].setAccessibleName(text)
        self.buttons["play"].setToolTip(f"{text} ({_key_text('Space')})")
