"""The derivation: its steps, its answer set apart, and the verdict on it. It shows replies and derives nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
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

from gradviz.gui.derivation_lines import LinesView, describe_error
from gradviz.gui.derivation_parts import Answer, Badge, Notice
from gradviz.gui.theme import Theme, current_theme

__all__ = ["DerivationPanel"]

SHOW_BUSY_AFTER = 250
"""Milliseconds before a computation is called one: most end before."""


class DerivationPanel(QFrame):
    """The card with the derivation.

    Signals
    -------
    shapes_toggled, every_rule_toggled : the user wants to see more, or less.
    stop_clicked : stop the computation.
    retry_clicked : compute again.
    """

    shapes_toggled = Signal(bool)
    every_rule_toggled = Signal(bool)
    stop_clicked = Signal()
    retry_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivation_panel")
        self.setAccessibleName("Derivation")
        self.setProperty("class", "card")
        self.state = "loading"
        self.badge = Badge(self)
        self.lines_view = LinesView()
        self.answer = Answer(self)
        self.notice = Notice(self)
        self.notice.button.clicked.connect(self.retry_clicked)
        self.shapes_button = self._toggle(
            "shapes_toggle", "Shapes", "Show rows×columns under every factor", self.shapes_toggled
        )
        self.rules_button = self._toggle(
            "every_rule_toggle", "Every rule", "Each rule as a line of its own", self.every_rule_toggled
        )
        self._build()
        self._busy = QTimer(self)
        self._busy.setSingleShot(True)
        self._busy.setInterval(SHOW_BUSY_AFTER)
        self._busy.timeout.connect(self._say_computing)
        self.set_theme(current_theme())
        self.show_loading()

    def _build(self) -> None:
        heading = QLabel("Derivation", self)
        heading.setObjectName("derivation_heading")
        heading.setProperty("class", "heading")
        self._stop = QPushButton("Computing… Stop", self)
        self._stop.setObjectName("stop_button")
        self._stop.setAccessibleName("Stop computing")
        self._stop.setProperty("class", "quiet")
        self._stop.clicked.connect(self.stop_clicked)
        self._stop.hide()
        header = QHBoxLayout()
        header.setContentsMargins(12, 8, 8, 4)
        header.setSpacing(8)
        header.addWidget(heading)
        header.addWidget(self.badge)
        header.addWidget(self._stop)
        header.addStretch(1)
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
        self.body.addWidget(self.placeholder)
        self.body.addWidget(self.scroll)
        footer = QVBoxLayout()
        footer.setContentsMargins(12, 4, 12, 12)
        footer.setSpacing(8)
        footer.addWidget(self.notice)
        footer.addWidget(self.answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(self.body, 1)
        layout.addLayout(footer)

    def show_loading(self) -> None:
        """Nothing yet: the program has just started."""
        self._clear("loading")
        self._say("Getting ready…", "")

    def show_empty(self) -> None:
        """There is no text."""
        self._clear("empty")
        self._say(
            "Type a function to differentiate.",
            "Matrices are upper-case, vectors lower-case: x' A x, log det X, ||y - X w||^2.",
        )

    def show_derivation(self, reply: dict[str, Any]) -> None:
        """A derivation that is done, or one that stops short ("cannot")."""
        stopped = reply["status"] == "cannot"
        self.state = "cannot" if stopped else "done"
        self._dim(False)
        self.body.setCurrentWidget(self.scroll)
        self.lines_view.set_lines(reply["lines"])
        answers = [] if stopped else reply.get("answers", [])
        self.answer.show_answer(answers)
        self.answer.setVisible(bool(answers))
        self.notice.setVisible(stopped)
        if stopped:
            self.notice.say("warning", "The derivation stops here.", reply.get("message", ""))
        self._show_verdict(reply.get("verification"), stopped)

    def show_error(self) -> None:
        """The text is wrong; the message is below the editor. What was derived last stays, dimmed."""
        if self.lines_view.lines:
            self.state = "error"
            self._dim(True)
            self.notice.hide()
            self.badge.say(
                "muted",
                "Last good derivation",
                "The text above is not understood; this belongs to the text before it.",
            )
        else:
            self._clear("error")
            self._say("There is nothing to derive yet.", "The message below the text says what to change.")

    def show_failure(self, status: str, message: str) -> None:
        """The computation was stopped, took too long, or broke."""
        self.state = status
        if not self.lines_view.lines:
            self._say("", "")
        titles = {"cancelled": "Stopped.", "limit": "Too much to compute."}
        self._dim(True)
        if self.lines_view.lines:
            self.badge.say("muted", "Last good derivation")
        else:
            self.badge.say("muted", "")
        tone = "error" if status == "failed" else "warning"
        self.notice.say(
            tone,
            titles.get(status, "Something went wrong."),
            "" if status == "cancelled" else message,
            "Try again",
        )
        self.notice.show()

    def set_busy(self, busy: bool) -> None:
        """Whether an answer is on its way."""
        if busy and not self._busy.isActive() and not self._stop.isVisibleTo(self):
            self._busy.start()
        elif not busy:
            self._busy.stop()
            self._stop.hide()

    def _say_computing(self) -> None:
        """It takes long enough to be noticed: what is shown belongs to the text before, and says so."""
        self._stop.show()
        if self.lines_view.lines:
            self._dim(True)
            self.badge.say("muted", "Computing…", "What is shown belongs to the text before.")

    def set_choices(self, *, shapes: bool, every_rule: bool) -> None:
        """Show what the document says."""
        self.shapes_button.setChecked(shapes)
        self.rules_button.setChecked(every_rule)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.badge, self.lines_view, self.notice, self.answer):
            part.set_theme(theme)
        self.scroll.setStyleSheet("#derivation_scroll { background: transparent; }")

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.lines_view.set_available_width(self.scroll.viewport().width())
        return super().eventFilter(watched, event)

    def _clear(self, state: str) -> None:
        self.state = state
        self._dim(False)
        self.lines_view.set_lines([])
        self.answer.hide()
        self.badge.say("muted", "")
        self.notice.hide()

    def _say(self, title: str, text: str) -> None:
        """A sentence in the place of the lines."""
        self.placeholder.setText(f"{title}\n{text}".strip())
        self.body.setCurrentWidget(self.placeholder)

    def _dim(self, dimmed: bool) -> None:
        self.lines_view.set_dimmed(dimmed)
        self.answer.dimmed = dimmed
        self.answer.update()

    def _show_verdict(self, verification: dict[str, Any] | None, stopped: bool) -> None:
        if verification is None:
            self.badge.say("muted", "" if stopped else "Not verified")
        elif verification["ok"]:
            error = describe_error(verification["error"])
            tip = (
                f"Both sides of every step were evaluated at {verification['instances']} random instances;"
                f" the largest relative error is {error}."
            )
            label = "✓ Steps verified" if stopped else "✓ Verified"
            self.badge.say("ok", f"{label} · {'exact' if error == 'exact' else 'error ' + error}", tip)
        else:
            self.badge.say(
                "error",
                "✗ Not verified",
                verification.get("reason") or "A step did not hold at random instances.",
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
