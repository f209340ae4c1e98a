"""The controls of a gradient descent: step, play, scrub, and the arithmetic of the step that is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.descent.arithmetic import outlook_text, reason_text, step_html
from gradviz.gui.descent.icons import transport_icon
from gradviz.gui.plot.names import plain_number
from gradviz.gui.theme import Theme, current_theme
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import (
    GradientDescent,
    Limits,
    Run,
    StepSizeError,
    StopReason,
    descend,
    extend,
    parse_step_size,
    suggested_step_size,
)
from gradviz.numeric.landscape import Landscape

__all__ = ["DescentPanel"]

STEPS_PER_SECOND = 4.0
"""At speed 1."""
SPEEDS = (0.25, 0.5, 1.0, 2.0, 5.0, 20.0)
FIRST_SLICE = 0.030
SLICE = 0.008
"""Seconds of descent at a time, so that a slow function does not stop the window."""
LIMITS = (100, 1_000, 10_000, 100_000)


class DescentPanel(QWidget):
    """Descent from a start, as a recording that can be stepped through.

    Attributes
    ----------
    run : the present `Run`, or None.
    step : the number of the iterate that is shown.

    Signals
    -------
    runChanged(Run or None) : there is another run; `stepShown` follows.
    stepShown(int) : another iterate is shown.
    stepSizeChanged(float) : a valid step size was entered.
    stepSizeSuggested() : the user asked for the suggestion; what was typed before no longer counts.
    """

    runChanged = Signal(object)
    stepShown = Signal(int)
    stepSizeChanged = Signal(float)
    stepSizeSuggested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentPanel")
        self.setAccessibleName(self.tr("Gradient descent"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.run: Run | None = None
        self.step = 0
        self._landscape: Landscape | None = None
        self._start: Array | None = None
        self._function = "f"
        self._step_size = 0.1
        self._own_step_size = False
        self._debt = 0.0
        self._theme = current_theme()
        self._play_timer = QTimer(self)
        self._play_timer.timeout.connect(self._advance)
        self._work_timer = QTimer(self)
        self._work_timer.timeout.connect(self._work)
        self._build()
        self.set_theme(self._theme)
        self._refresh()

    # --- the widgets

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(self._build_transport())
        layout.addLayout(self._build_settings())
        self.step_size_message = self._label(
            "descentStepSizeMessage", "error", self.tr("What is wrong with the step size")
        )
        self.step_size_message.hide()
        layout.addWidget(self.step_size_message)
        self.step_size_note = self._label("descentStepSizeNote", "muted", self.tr("The step size was suggested"))
        self.step_size_note.hide()
        layout.addWidget(self.step_size_note)
        self.formula = self._label("descentFormula", "", self.tr("The step's update with its numbers"))
        self.values = self._label("descentValues", "", self.tr("Function and gradient at this step"))
        self.reason = self._label("descentReason", "", self.tr("Why the descent ended"))
        # Room for the longest text, so that the plot beside it does not jump from step to step.
        line = self.fontMetrics().lineSpacing()
        for label, lines in ((self.formula, 3), (self.values, 1), (self.reason, 2)):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            label.setMinimumHeight(lines * (line + 3))
            layout.addWidget(label)
        layout.addStretch(1)
        keys: tuple[tuple[Qt.Key, Callable[[], None]], ...] = (
            (Qt.Key.Key_Space, self.toggle_play),
            (Qt.Key.Key_Left, self.step_back),
            (Qt.Key.Key_Right, self.step_forwards),
            (Qt.Key.Key_Home, self.go_to_start),
            (Qt.Key.Key_End, self.go_to_end),
        )
        for key, action in keys:
            # A text field keeps these keys for itself while it has the focus.
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _build_transport(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self._transport: dict[str, QToolButton] = {}
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
            button.setToolTip(f"{text} ({key})")
            button.setIconSize(QSize(20, 20))
            button.setAutoRaise(True)
            button.clicked.connect(action)
            self._transport[name] = button
            row.addWidget(button)
        self.scrubber = QSlider(Qt.Orientation.Horizontal, self)
        self.scrubber.setObjectName("descentScrubber")
        self.scrubber.setAccessibleName(self.tr("Step"))
        self.scrubber.setToolTip(self.tr("Drag to any step of the descent"))
        self.scrubber.setMinimumWidth(80)
        self.scrubber.valueChanged.connect(self._on_scrubbed)
        row.addSpacing(6)
        row.addWidget(self.scrubber, 1)
        row.addSpacing(6)
        self.counter = QLabel(self)
        self.counter.setObjectName("descentCounter")
        self.counter.setAccessibleName(self.tr("Step number"))
        self.counter.setMinimumWidth(self.fontMetrics().horizontalAdvance("1000 / 1000"))
        self.counter.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.counter)
        return row

    def _build_settings(self) -> QBoxLayout:
        caption = QLabel(self.tr("Step size <i>γ</i>"), self)
        self.step_size_field = QLineEdit("0.1", self)
        self.step_size_field.setObjectName("descentStepSize")
        self.step_size_field.setAccessibleName(self.tr("Step size γ"))
        self.step_size_field.setMaximumWidth(96)
        self.step_size_field.textEdited.connect(self._on_step_size)
        caption.setBuddy(self.step_size_field)
        self.suggest_button = QPushButton(self.tr("Suggest"), self)
        self.suggest_button.setObjectName("descentSuggest")
        self.suggest_button.setProperty("class", "quiet")
        self.suggest_button.setAccessibleName(self.tr("Suggest a step size"))
        self.suggest_button.setToolTip(
            self.tr("One over the largest curvature at the start: a step that does not overshoot")
        )
        self.suggest_button.clicked.connect(self.suggest_step_size)
        limit = QLabel(self.tr("Steps"), self)
        self.limit_field = QComboBox(self)
        self.limit_field.setObjectName("descentLimit")
        self.limit_field.setAccessibleName(self.tr("Largest number of steps"))
        self.limit_field.setToolTip(self.tr("The descent stops after so many steps"))
        for count in LIMITS:
            self.limit_field.addItem(f"{count:,}".replace(",", "\u202f"), count)
        self.limit_field.setCurrentIndex(LIMITS.index(1_000))
        self.limit_field.currentIndexChanged.connect(lambda _index: self._recompute())
        limit.setBuddy(self.limit_field)
        speed = QLabel(self.tr("Speed"), self)
        self.speed = QComboBox(self)
        self.speed.setObjectName("descentSpeed")
        self.speed.setAccessibleName(self.tr("Playing speed"))
        for factor in SPEEDS:
            self.speed.addItem(f"{factor:g}×", factor)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.currentIndexChanged.connect(lambda _index: self._set_pace())
        speed.setBuddy(self.speed)
        self.reset_button = QPushButton(self.tr("Reset"), self)
        self.reset_button.setObjectName("descentReset")
        self.reset_button.setAccessibleName(self.tr("Reset the descent"))
        self.reset_button.setToolTip(self.tr("Remove the descent; click on the plot to start another"))
        self.reset_button.clicked.connect(self.reset)
        self.step_size_field.setMinimumWidth(self.fontMetrics().horizontalAdvance("0.000025") + 24)
        for field in (self.limit_field, self.speed):  # never below its hint, whatever a style sheet makes of that later
            field.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        # One row where there is room, else two: a number that is cut off is another number.
        self._settings = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._settings.setSpacing(6)
        self._setting_rows = []
        for widgets in (
            (caption, self.step_size_field, self.suggest_button, None),
            (limit, self.limit_field, speed, self.speed, None, self.reset_button),
        ):
            row = QHBoxLayout()
            row.setSpacing(6)
            for widget in widgets:
                if widget is None:
                    row.addStretch(1)
                else:
                    row.addWidget(widget)
            self._setting_rows.append(row)
        self._settings.addLayout(self._setting_rows[0])
        self._settings.addLayout(self._setting_rows[1], 1)
        return self._settings

    def _arrange_settings(self) -> None:
        margins = self.contentsMargins()
        inner = self.layout().contentsMargins()
        room = self.width() - margins.left() - margins.right() - inner.left() - inner.right()
        first, second = (row.minimumSize().width() for row in self._setting_rows)
        one = first + second + self._settings.spacing() <= room
        wanted = QBoxLayout.Direction.LeftToRight if one else QBoxLayout.Direction.TopToBottom
        if self._settings.direction() != wanted:
            self._settings.setDirection(wanted)

    def _label(self, name: str, kind: str, accessible: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(accessible)
        label.setProperty("class", kind)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    # --- what others call

    def set_landscape(self, landscape: Landscape | None, name: str = "f", *, keep_start: bool = False) -> None:
        """Descend on another function; with `keep_start` from the same start, when the constants changed."""
        self.pause()
        start = self._start if keep_start else None
        self._landscape = landscape
        self._function = name
        self._start = None
        self._own_step_size = self._own_step_size and keep_start
        self._say_suggested("")
        usable = landscape is not None and landscape.has_gradient
        if usable and start is not None and landscape is not None and len(start) == landscape.dimension:
            self._start = start
        elif usable and landscape is not None:
            self._suggest(landscape.origin)
        self._recompute()

    def set_start(self, x: float, y: float) -> None:
        """Descend from a point of the plane."""
        if self._landscape is not None:
            self.set_start_state(self._landscape.state(x, y))

    def set_start_state(self, state: Array) -> None:
        """Descend from a state."""
        if self._landscape is None or not self._landscape.has_gradient:
            return
        self.pause()
        self._say_suggested("")
        if not self._own_step_size:
            before = self._step_size
            self._suggest(state)
            if self._step_size != before:
                text = self.tr("γ is now {}, suggested for this start. Type a number to keep one.")
                self._say_suggested(text.format(plain_number(self._step_size)))
        self._start = state
        self.step = 0
        self._recompute()

    def connect_to(self, view) -> None:
        """Wire the panel to a `PlaneView`: clicks give starts, runs and steps are drawn."""
        view.startPicked.connect(self.set_start)
        self.runChanged.connect(view.set_run)
        self.stepShown.connect(view.show_step)

    def set_step_size(self, size: float) -> None:
        """Enter a step size, as if it were typed."""
        self.step_size_field.setText(f"{size:g}")
        self._on_step_size(self.step_size_field.text())

    def step_size(self) -> float:
        """The last valid step size."""
        return self._step_size

    def is_playing(self) -> bool:
        return self._play_timer.isActive()

    def show_step(self, step: int) -> None:
        """Show an iterate; a number beyond the run shows its last one."""
        last = 0 if self.run is None else self.run.steps
        step = min(max(step, 0), last)
        changed = step != self.step
        self.step = step
        self._refresh()
        if changed:
            self.stepShown.emit(step)

    def step_forwards(self) -> None:
        self.pause()
        self.show_step(self.step + 1)

    def step_back(self) -> None:
        self.pause()
        self.show_step(self.step - 1)

    def go_to_start(self) -> None:
        self.pause()
        self.show_step(0)

    def go_to_end(self) -> None:
        self.pause()
        self.show_step(LIMITS[-1])

    def toggle_play(self) -> None:
        """Play, or pause; at the end play begins again."""
        if self.is_playing():
            self.pause()
        elif self.run is not None and self.run.steps:
            if self.step >= self.run.steps:
                self.show_step(0)
            self._debt = 0.0
            self._set_pace(start=True)
            self._refresh_transport()

    def pause(self) -> None:
        if self._play_timer.isActive():
            self._play_timer.stop()
            self._refresh_transport()

    def reset(self) -> None:
        """Back to no descent at all."""
        self.pause()
        self._start = None
        self.step = 0
        self._recompute()

    def suggest_step_size(self) -> None:
        """Take the suggested step size for this start."""
        if self._landscape is not None and self._landscape.has_gradient:
            self._own_step_size = False
            self._say_suggested("")
            self._suggest(self._start if self._start is not None else self._landscape.origin)
            self._recompute()
            self.stepSizeSuggested.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._refresh()

    # --- the run

    def _suggest(self, state: Array) -> None:
        assert self._landscape is not None
        self._step_size = suggested_step_size(self._landscape, state)
        self.step_size_field.setText(f"{self._step_size:g}")
        self._say_step_size("")

    def _say_suggested(self, text: str) -> None:
        self.step_size_note.setText(text)
        self.step_size_note.setVisible(bool(text))

    def _on_step_size(self, text: str) -> None:
        self._say_suggested("")
        try:
            size = parse_step_size(text)
        except StepSizeError as error:
            self._say_step_size(str(error))  # the last good run stays
            return
        self._say_step_size("")
        self._own_step_size = True
        if size != self._step_size:
            self._step_size = size
            self.stepSizeChanged.emit(size)
            self._recompute()

    def _say_step_size(self, message: str) -> None:
        field = self.step_size_field
        self.step_size_message.setText(message)
        self.step_size_message.setVisible(bool(message))
        field.setAccessibleDescription(message)
        if field.property("invalid") != bool(message):
            field.setProperty("invalid", bool(message))
            field.style().unpolish(field)
            field.style().polish(field)

    def _recompute(self) -> None:
        self.pause()
        self._work_timer.stop()
        if self._landscape is None or self._start is None:
            self._publish(None)
            return
        method, limits = GradientDescent(self._step_size), Limits(steps=int(self.limit_field.currentData()))
        self._publish(descend(self._landscape, self._start, method, limits, FIRST_SLICE))
        if self.run is not None and self.run.reason is StopReason.UNFINISHED:
            self._work_timer.start(0)

    def _work(self) -> None:
        if self.run is None or self._landscape is None:
            self._work_timer.stop()
            return
        before = self.run.steps
        run = extend(self._landscape, self.run, SLICE)
        if run.reason is not StopReason.UNFINISHED:
            self._work_timer.stop()
        if run.reason is not StopReason.UNFINISHED or run.steps // 500 > before // 500:
            self._publish(run)
        else:
            self.run = run

    def _publish(self, run: Run | None) -> None:
        self.run = run
        self.step = min(self.step, run.steps if run else 0)
        self.runChanged.emit(run)
        self._refresh()
        self.stepShown.emit(self.step)

    # --- playing

    def _set_pace(self, *, start: bool = False) -> None:
        interval = max(int(1000 / self._rate()), 16)
        if start or self._play_timer.isActive():
            self._play_timer.start(interval)

    def _rate(self) -> float:
        return STEPS_PER_SECOND * float(self.speed.currentData())

    def _advance(self) -> None:
        self._debt += self._rate() * self._play_timer.interval() / 1000
        steps = int(self._debt + 1e-9)
        self._debt -= steps
        if steps:
            self.show_step(self.step + steps)
        if self.run is None or (self.step >= self.run.steps and not self._work_timer.isActive()):
            self.pause()

    def _on_scrubbed(self, value: int) -> None:
        self.pause()
        self.show_step(value)

    # --- what is shown

    def _refresh(self) -> None:
        run = self.run
        last = run.steps if run else 0
        with QSignalBlocker(self.scrubber):
            self.scrubber.setRange(0, last)
            self.scrubber.setPageStep(max(1, last // 10))
            self.scrubber.setValue(self.step)
        self.scrubber.setEnabled(last > 0)
        self.counter.setText(f"{self.step} / {last}")
        self._refresh_transport()
        self.reset_button.setEnabled(run is not None)
        self.suggest_button.setEnabled(self._landscape is not None and self._landscape.has_gradient)
        if run is None:
            self.formula.setText(self._invitation())
            self.values.clear()
            self.reason.clear()
            self.setAccessibleDescription(self._invitation())
            return
        variables = [v.name for v in self._landscape.variables] if self._landscape else ["x"]
        update, state = step_html(run, self.step, variables, self._function, self._theme.muted)
        self.formula.setText(update)
        self.values.setText(state)
        # Why it ended is told where it ended; before that, it would read as if it were about the step shown.
        text, kind = reason_text(run) if self.step == run.steps else (outlook_text(run), "muted")
        colour = getattr(self._theme, kind)
        self.reason.setText(f"<span style='color:{colour}'>{text}</span>")
        entries = ", ".join(plain_number(float(e)) for e in run.states[self.step][:4])
        self.setAccessibleDescription(
            f"Step {self.step} of {last}: ({entries}), f = {plain_number(float(run.values[self.step]))}"
        )

    def _invitation(self) -> str:
        muted = self._theme.muted
        if self._landscape is None:
            text = self.tr("A descent needs a scalar function that can be plotted.")
        elif not self._landscape.has_gradient:
            text = self.tr("There is no gradient to descend along.")
        else:
            text = self.tr("Click on the plot to choose a start.")
        return f"<span style='color:{muted}'>{text}</span>"

    def _refresh_transport(self) -> None:
        last = self.run.steps if self.run else 0
        playing = self.is_playing()
        enabled = {
            "start": self.step > 0,
            "back": self.step > 0,
            "play": last > 0,
            "forward": self.step < last,
            "end": self.step < last,
        }
        for name, button in self._transport.items():
            drawing = "pause" if name == "play" and playing else name
            button.setEnabled(enabled[name])
            if button.property("drawing") != (drawing, self._theme.name):
                button.setProperty("drawing", (drawing, self._theme.name))
                button.setIcon(transport_icon(drawing, self._theme.text, self._theme.faint))
        play = self._transport["play"]
        text = self.tr("Pause") if playing else self.tr("Play")
        play.setAccessibleName(text)
        play.setToolTip(f"{text} (Space)")

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider row of settings."""
        inner = self.layout().contentsMargins()
        widest = max(row.minimumSize().width() for row in self._setting_rows)
        return QSize(widest + inner.left() + inner.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._arrange_settings()

    def hideEvent(self, event: QEvent) -> None:
        self.pause()
        super().hideEvent(event)
