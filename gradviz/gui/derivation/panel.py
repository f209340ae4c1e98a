"""The derivation: its steps, its answer set apart, and the verdict on it. It shows replies and derives nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gradviz.gui.answer.check_bar import CheckBar
from gradviz.gui.derivation.answering import Answering
from gradviz.gui.derivation.checks import ChecksDialog
from gradviz.gui.derivation.copy import Copying
from gradviz.gui.derivation.heading import Heading
from gradviz.gui.derivation.lines import MATH_SCALE, LinesView, describe_error
from gradviz.gui.derivation.parts import ANSWER_MARGIN, Answer, Badge, Notice
from gradviz.gui.derivation.presenting import Presenting
from gradviz.gui.practice.bar import PracticeBar
from gradviz.gui.shortcuts.keys import shown_key
from gradviz.gui.theme import Theme, current_theme

__all__ = ["DerivationPanel"]

SHOW_BUSY_AFTER = 250
"""Milliseconds before a computation is called one: most end before."""
TYPESET_AFTER = 120
"""Milliseconds for which the panel keeps a width before its lines are typeset for it."""
PAGE_MARGINS = 4.5
"""Points that the picture of a line has left and right of it, and what rounding takes."""
FRAME, FOOTER_MARGIN, HEADER_GAP = 1, 12, 6
TIGHT = 340
"""Pixels of height below which the answer makes room for the row in which the user gives one."""
LOW = 380
"""Pixels of height below which margins are narrow and lines stand close together."""
LEAST_BODY = 44
"""Pixels of height that the lines keep beside the rows above and below them."""
STEP = 16
"""Pixels by which the width for which lines are typeset goes up or down."""


class DerivationPanel(Answering, Copying, Presenting, QFrame):
    """The card with the derivation.

    Signals
    -------
    shapes_toggled, every_rule_toggled : the user wants to see more, or less.
    check_toggled : the user wants to give an answer of their own, or is done with that.
    stop_clicked : stop the computation.
    retry_clicked : compute again.
    steps_asked : a step's path, and whether its substeps are to take its place.
    place_changed : the lines have more room than they were typeset for, or less.
    line_asked : a line of the user's own, and the number of the step above it.
    copy_asked : a form of `derivation_copy.FORMS`, and the numbers of lines, or "answer" or "all".
    copied : a picture of lines is in the clipboard.
    """

    shapes_toggled = Signal(bool)
    every_rule_toggled = Signal(bool)
    check_toggled = Signal(bool)
    stop_clicked = Signal()
    retry_clicked = Signal()
    steps_asked = Signal(tuple, bool)
    place_changed = Signal()
    line_asked = Signal(str, int)
    copy_asked = Signal(str, object)
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivation_panel")
        self.setAccessibleName(self.tr("Derivation"))
        self.setProperty("class", "card")
        self.state = "loading"
        self._shown: QWidget | None = None
        self._tight = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._has_answers = False
        self.badge = Badge(self)
        self.lines_view = LinesView()
        self.answer = Answer(self)
        self.notice = Notice(self)
        self.notice.button.clicked.connect(self.retry_clicked)
        self.lines_view.steps_asked.connect(self.steps_asked)
        self.lines_view.menu_asked.connect(self._open_menu)
        self.lines_view.reached.connect(self._bring_to_view)
        self.answer.menu_asked.connect(self._open_answer_menu)
        self.badge.clicked.connect(self.show_checks)
        self.shapes_button = self._toggle(
            "shapes_toggle", self.tr("Shapes"), self.tr("Show rows×columns under every factor"), self.shapes_toggled
        )
        self.rules_button = self._toggle(
            "every_rule_toggle",
            self.tr("Every rule"),
            self.tr("Each rule as a line of its own"),
            self.every_rule_toggled,
        )
        self.check_button = self._toggle(
            "check_toggle", self.tr("My answer"), self.tr("Type your own answer and have it judged"), self.check_toggled
        )
        self.check_bar = CheckBar(self)
        self.check_bar.hide()
        self.practice_bar = PracticeBar(self)
        for bar in (self.check_bar, self.practice_bar):
            # A click on a button there would have the panel take the cursor out of the line that is being typed.
            bar.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            bar.setFocusProxy(self.check_bar.field)
        self._build()
        self._connect_answering()
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(SHOW_BUSY_AFTER)
        self._busy.timeout.connect(self._say_computing)
        self._verification: dict[str, Any] | None = None
        self._interrupted: tuple[tuple[str, str, str, bool], bool] | None = None
        self._typeset_for = 0.0
        self._replace = QTimer(self)
        self._replace.setSingleShot(True)
        self._replace.setInterval(TYPESET_AFTER)
        self._replace.timeout.connect(self._place_settled)
        self.set_theme(current_theme())
        self.show_loading()

    def _build(self) -> None:
        heading = Heading("derivation_heading", self.tr("Derivation"), self)
        self._stop = QPushButton(self.tr("Stop"), self)
        self._stop.setObjectName("stop_button")
        self._stop.setAccessibleName(self.tr("Stop computing"))
        self._stop.setProperty("class", "quiet")
        self._stop.clicked.connect(self.stop_clicked)
        self._stop.hide()
        self._header = header = QHBoxLayout()
        header.setContentsMargins(12, 7, 8, 3)
        header.setSpacing(HEADER_GAP)
        header.addWidget(heading)
        header.addWidget(self.badge)
        header.addWidget(self._stop)
        header.addStretch(1000)
        header.addWidget(self.check_button)
        header.addWidget(self.rules_button)
        header.addWidget(self.shapes_button)
        self.placeholder = QLabel(self)
        self.placeholder.setObjectName("derivation_placeholder")
        self.placeholder.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.placeholder.setWordWrap(True)
        self.placeholder.setMargin(24)
        self.placeholder.setProperty("class", "muted")
        self.scroll = QScrollArea(self)
        self.scroll.setObjectName("derivation_scroll")
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setWidget(self.lines_view)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.viewport().installEventFilter(self)
        self.lines_view.setAutoFillBackground(False)
        self.scroll.viewport().setAutoFillBackground(False)
        self.body = QStackedWidget(self)
        self.body.setObjectName("derivation_body")
        self.hidden_note = QLabel(self.tr("The derivation is hidden while you answer."), self)
        self.hidden_note.setObjectName("derivation_hidden")
        self.hidden_note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hidden_note.setWordWrap(True)
        self.hidden_note.setProperty("class", "muted")
        self.body.setMinimumHeight(LEAST_BODY)
        self.body.addWidget(self.placeholder)
        self.body.addWidget(self.scroll)
        self.body.addWidget(self.hidden_note)
        self._footer = footer = QVBoxLayout()
        footer.setContentsMargins(FOOTER_MARGIN, 4, FOOTER_MARGIN, 12)
        footer.setSpacing(8)
        self.keys_note = QLabel(self.tr("Space: the next line · Backspace: one line less · Esc: end"), self)
        self.keys_note.setObjectName("derivation_keys")
        self.keys_note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.keys_note.setProperty("class", "muted")
        self.keys_note.hide()
        footer.addWidget(self.notice)
        footer.addWidget(self.keys_note)
        footer.addWidget(self.answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        layout.setSpacing(0)
        layout.addLayout(header)
        heading.give_way_in(header)
        layout.addWidget(self.practice_bar)
        layout.addWidget(self.check_bar)
        layout.addWidget(self.body, 1)
        layout.addLayout(footer)

    def show_loading(self) -> None:
        """Nothing yet: the program has just started."""
        self._clear("loading")
        self._say(self.tr("Getting ready…"), "")

    def show_empty(self) -> None:
        """There is no text."""
        self._clear("empty")
        lines = [self.tr("Matrices are upper-case, vectors lower-case: x' A x, log det X, ||y - X w||^2.")]
        offers = (
            ("gallery", self.tr("{key} opens the gallery.")),
            ("practise", self.tr("{key} poses problems to practise on.")),
            ("command_palette", self.tr("{key} finds every command.")),
        )
        lines.append(" ".join(words.format(key=key) for id_, words in offers if (key := shown_key(id_))))
        self._say(self.tr("Type a function to differentiate."), "\n".join(lines))

    def preparing(self, reply: dict[str, Any]) -> list[Callable[[], object]]:
        """What makes ready for `show_derivation`, in parts, each of which takes less than a millisecond."""
        return self.lines_view.preparing(reply["lines"])

    def show_derivation(self, reply: dict[str, Any]) -> None:
        """A derivation that is done, or one that stops short ("cannot")."""
        stopped = reply["status"] == "cannot"
        self.state = "cannot" if stopped else "done"
        self._dim(False)
        step, before = self.step_above, [line.get("text") for line in self.answer.lines]
        self.lines_view.set_lines(reply["lines"])
        answers = [] if stopped else reply.get("answers", [])
        self.answer.show_answer(answers)
        self._has_answers = bool(answers)
        self._present_derivation(reply["lines"][0].get("text"))
        self._show_body(self.scroll)
        self.check_bar.set_answers(answers)
        if before != [line.get("text") for line in answers]:
            self.check_bar.forget()
        self._lines_arrived(reply["lines"][0].get("text"), step)
        self.notice.setVisible(stopped)
        if stopped:
            self.notice.say("warning", self.tr("The derivation stops here."), reply.get("message", ""))
        began = not stopped or len(reply.get("lines", ())) > 1  # of no step there is nothing to say
        self._show_verdict(reply.get("verification") if began else None, stopped)

    def _show_body(self, shown: QWidget | None = None) -> None:
        """Bring lines or a sentence to the front; what is to be hidden stays hidden."""
        if shown is not None:
            self._shown = shown
        covered = self.hides_derivation and self._shown is self.scroll
        self.body.setCurrentWidget(self.hidden_note if covered else self._shown)
        # The row for the user's own answer needs the room more than the answer does.
        tight = self.check_button.isChecked() and self.height() < TIGHT
        self.answer.setVisible(self._has_answers and not covered and self.all_revealed and not tight)
        # Who presents is told the keys until one was pressed; then the room is the lines'.
        self.keys_note.setVisible(self.presenting and self.lines_view.revealed == 1 and not self.all_revealed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tight(self.height() < LOW)
        self._show_body()

    def _set_tight(self, tight: bool) -> None:
        """Where the height is scarce, it is the lines'."""
        if tight != self._tight:
            self._tight = tight
            above, below = (2, 5) if tight else (4, 12)
            self._header.setContentsMargins(12, 2 * above - 1, 8, above - 1)
            self._footer.setContentsMargins(FOOTER_MARGIN, above, FOOTER_MARGIN, below)
            self.answer.set_tight(tight)
            self.lines_view.set_tight(tight)

    def _bring_to_view(self, line: QWidget, around: int = 4) -> None:
        """Scroll to a line, once it is laid out: to the whole of it, or else to its beginning."""

        def scroll() -> None:
            self.scroll.ensureWidgetVisible(line, 0, around)
            if line.height() > self.scroll.viewport().height():
                self.scroll.verticalScrollBar().setValue(line.y())

        QTimer.singleShot(0, line, scroll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_presenting_key(event):
            super().keyPressEvent(event)

    def show_error(self) -> None:
        """The text is wrong; the message is below the editor. What was derived last stays, dimmed."""
        if self.lines_view.lines:
            self.state = "error"
            self._dim(True)
            self.notice.hide()
            self.badge.say(
                "muted",
                self.tr("Last good derivation"),
                self.tr("The text above is not understood; this belongs to the text before it."),
            )
        else:
            self._clear("error")
            self._say(
                self.tr("There is nothing to derive yet."), self.tr("The message below the text says what to change.")
            )

    def show_failure(self, status: str, message: str) -> None:
        """The computation was stopped, took too long, or broke."""
        self.state = status
        if not self.lines_view.lines:
            self._say("", "")
        titles = {"cancelled": self.tr("Stopped."), "limit": self.tr("Too much to compute.")}
        self._dim(True)
        if self.lines_view.lines:
            self.badge.say("muted", self.tr("Last good derivation"))
        else:
            self.badge.say("muted", "")
        tone = "error" if status == "failed" else "warning"
        self.notice.say(
            tone,
            titles.get(status, self.tr("Something went wrong.")),
            "" if status == "cancelled" else message,
            self.tr("Try again"),
        )
        self.notice.show()

    def set_busy(self, busy: bool) -> None:
        """Whether an answer is on its way."""
        if busy and not self._busy.isActive() and not self._stop.isVisibleTo(self):
            self._busy.start()
        elif not busy:
            self._busy.stop()
            if not self._stop.isHidden():
                self._show_stop(False)
            if self._interrupted and self.badge.text() == self.tr("Computing…"):  # it was no derivation
                (tone, text, tip, more), dimmed = self._interrupted
                self.badge.say(tone, text, tip, more=more)
                self._dim(dimmed)
            self._interrupted = None

    def _say_computing(self) -> None:
        """It takes long enough to be noticed: what is shown belongs to the text before, and says so."""
        self._show_stop(True)
        self._interrupted = self.badge.said, self.answer.dimmed
        if self.lines_view.lines:
            self._dim(True)
        self.badge.say("muted", self.tr("Computing…"), self.tr("What is shown belongs to the text before."))

    def _show_stop(self, shown: bool) -> None:
        """The button takes its room from the verdict's, so that the panel needs no more."""
        self._stop.setVisible(shown)
        self.badge.share_with(self._stop.sizeHint().width() + HEADER_GAP if shown else 0)

    def set_choices(self, *, shapes: bool, every_rule: bool) -> None:
        """Show what the document says."""
        self.shapes_button.setChecked(shapes)
        self.rules_button.setChecked(every_rule)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.badge, self.lines_view, self.notice, self.answer, self.check_bar, self.practice_bar):
            part.set_theme(theme)
        self.scroll.setStyleSheet("#derivation_scroll { background: transparent; }")

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.lines_view.set_available_width(self.scroll.viewport().width())
            self._replace.start()
        return super().eventFilter(watched, event)

    # --- the room for a line

    @property
    def place(self) -> float:
        """The width for which a line is to be typeset, in points; it does not change with every pixel."""
        answer = self.width() - 2 * (FRAME + FOOTER_MARGIN + ANSWER_MARGIN)
        pixels = min(int(self.lines_view.available_points() * MATH_SCALE), answer)
        return max(1.0, (pixels - pixels % STEP) / MATH_SCALE - PAGE_MARGINS)

    def typeset_for(self, place: float) -> None:
        """What is asked for now is typeset for this width."""
        self._typeset_for = place

    def _place_settled(self) -> None:
        if self._typeset_for and self.place != self._typeset_for and self._any_long():
            self.place_changed.emit()

    def _any_long(self) -> bool:
        """Whether the width matters: short lines look alike in any."""
        shown = [widget.line for widget in self.lines_view.lines] + self.answer.lines
        return any(line.get("breakable") for line in shown)

    def show_checks(self) -> None:
        """The table behind the verdict."""
        if self._verification is not None:
            ChecksDialog(self._verification, self).open()

    def _clear(self, state: str) -> None:
        self.state = state
        self._dim(False)
        self.lines_view.set_lines([])
        self._has_answers = False
        self.answer.hide()
        self.badge.say("muted", "")
        self.notice.hide()

    def _say(self, title: str, text: str) -> None:
        """A sentence in the place of the lines."""
        self.placeholder.setText(f"{title}\n{text}".strip())
        self._show_body(self.placeholder)

    def _dim(self, dimmed: bool) -> None:
        self.lines_view.set_dimmed(dimmed)
        self.answer.dimmed = dimmed
        self.answer.update()

    def _show_verdict(self, verification: dict[str, Any] | None, stopped: bool) -> None:
        self._verification = verification
        if verification is None:
            self.badge.say("muted", "" if stopped else self.tr("Not verified"))
        elif verification["ok"]:
            exact, error = verification["error"] == 0, describe_error(verification["error"])
            tip = self.tr(
                "Both sides of every step were evaluated at %n random instances;"
                " the largest relative error is {error}. Click for the table.",
                "",
                verification["instances"],
            ).format(error=error)
            label = self.tr("✓ Steps verified") if stopped else self.tr("✓ Verified")
            figure = error if exact else self.tr("error {error}").format(error=error)
            self.badge.say("ok", f"{label} · {figure}", tip, more=True)
        else:
            self.badge.say(
                "error",
                self.tr("✗ Not verified"),
                verification.get("reason") or self.tr("A step did not hold at random instances."),
                more=True,
            )

    def _toggle(self, name: str, text: str, tip: str, signal: Any) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("class", "toggle")
        button.setCheckable(True)
        button.clicked.connect(signal)
        return button
