"""The row above a derivation that is practised: the problem, hints in three strengths, and what comes next."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gradviz.gui.practice.progress import Task, grade_name, help_used, mark_solved, next_task, tasks
from gradviz.gui.small_parts import bar_button
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told

__all__ = ["STRENGTHS", "PracticeBar"]

STRENGTHS = 3
"""The name of the rule; the rule with its formula and what its letters stand for; the line itself."""


class PracticeBar(QFrame):
    """A problem that is practised.

    Signals
    -------
    hint_asked : a hint of this strength (1 to 3) for the next line.
    all_asked : the user gives up: the whole derivation is to be shown.
    next_asked : another problem (a `Task`) is to be posed.
    list_asked : the problems are to be listed.
    closed : the user has practised enough.
    """

    hint_asked = Signal(int)
    all_asked = Signal()
    next_asked = Signal(object)
    list_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice_bar")
        self.setAccessibleName(self.tr("Practice"))
        self.task: Task | None = None
        self.strongest = 0
        self.over = False
        self._strength = 0
        self._title = self._label("practice_title")
        self._grade = self._label("practice_grade")
        self._grade.setProperty("class", "muted")
        self._hint = self._label("practice_hint")
        self._hint.setAccessibleName(self.tr("Hint"))
        self.hint_button = bar_button(self, "practice_hint_button", "", "primary")
        self.all_button = bar_button(self, "practice_all", self.tr("Show all"), "quiet")
        self.all_button.setAccessibleName(self.tr("Show the whole derivation"))
        self.next_button = bar_button(self, "practice_next", self.tr("Next problem"), "primary")
        self.list_button = bar_button(self, "practice_list", self.tr("Problems…"), "quiet")
        self.close_button = bar_button(self, "practice_close", self.tr("End practice"), "quiet")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._grade, 1)
        head.addWidget(self.list_button)
        head.addWidget(self.close_button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._hint, 1)
        for widget in (self.hint_button, self.next_button, self.all_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(row)
        self.hint_button.clicked.connect(self._ask_for_hint)
        self.all_button.clicked.connect(self.all_asked)
        self.next_button.clicked.connect(self._ask_for_next)
        self.list_button.clicked.connect(self.list_asked)
        self.close_button.clicked.connect(self.closed)
        self.set_theme(current_theme())
        self._word_the_hint()
        self.hide()

    def pose(self, task: Task) -> None:
        """Begin with a problem."""
        self.task, self.strongest, self.over = task, 0, False
        self._title.setText(told(task.entry.title))
        grade = self.tr("{grade} · {number} of {all}")
        if help_used(task.entry.id) is not None:
            grade = self.tr("{grade} · {number} of {all} · solved before")
        self._grade.setText(grade.format(grade=grade_name(task.entry.grade), number=task.number, all=task.of))
        self._say(self.tr("Type the next line, or the answer. Every right way counts."))
        self._fresh_line()

    def show_hint(self, line: dict[str, Any], strength: int) -> None:
        """Help with a line."""
        self._strength, self.strongest = strength, max(self.strongest, strength)
        title = str(line.get("title", ""))
        if strength == 1:
            self._say(self.tr("Use: {rule}").format(rule=title or self.tr("the definition")))
        elif strength == 2:
            facts = [title, str(line.get("formula", "")), str(line.get("explanation", ""))]
            bound = ", ".join(f"{letter} = {part}" for letter, part in line.get("bindings", ()))
            if bound:
                facts.append(self.tr("Here {bindings}.").format(bindings=bound))
            self._say("\n".join(fact for fact in facts if fact))
        elif not self.over:
            self._say(self.tr("The line is shown: {line}").format(line=line.get("text", "")))
            self._strength = 0
        self._word_the_hint()

    def went_on(self) -> None:
        """Another line is reached."""
        self._say("")
        self._fresh_line()

    def end(self, *, solved: bool) -> None:
        """The problem is over."""
        self.over = True
        if solved and self.task is not None:
            mark_solved(self.task.entry.id, self.strongest)
            self._say(self.tr("✓ Solved with hints.") if self.strongest else self.tr("✓ Solved without help."))
        else:
            self._say(self.tr("Here is the whole derivation. Try it again later."))
        done = sum(help_used(task.entry.id) is not None for task in tasks())
        self._grade.setText(self.tr("{done} of {all} solved").format(done=done, all=len(tasks())))
        self._fresh_line()
        more = self.task is not None and next_task(self.task.entry.id) is not None
        if solved and not more:
            self._say(self.tr("✓ Solved. That was the last one: all problems are solved."))
        self.next_button.setVisible(more)
        (self.next_button if more else self.list_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def hint_text(self) -> str:
        """What is said now."""
        return self._hint.text()

    def set_theme(self, theme: Theme) -> None:
        self.setStyleSheet(
            f"#practice_bar {{ background: {theme.accent_soft}; border: none; border-top: 1px solid {theme.border}; }}"
            f"#practice_title {{ font-weight: 600; color: {theme.text}; }}"
            f"#practice_hint {{ color: {theme.text}; }}"
        )

    def _fresh_line(self) -> None:
        self._strength = 0
        self._word_the_hint()

    def _word_the_hint(self) -> None:
        words = (self.tr("Hint: the rule"), self.tr("Hint: its formula"), self.tr("Hint: the line"))
        text = words[min(self._strength, STRENGTHS - 1)]
        self.hint_button.setText(text)
        self.hint_button.setAccessibleName(text)
        self.hint_button.setVisible(not self.over)
        self.all_button.setVisible(not self.over)
        self.next_button.setVisible(self.over)

    def _ask_for_hint(self) -> None:
        self.hint_asked.emit(min(self._strength + 1, STRENGTHS))

    def _ask_for_next(self) -> None:
        task = next_task(self.task.entry.id) if self.task is not None else None
        if task is not None:
            self.next_asked.emit(task)

    def _say(self, text: str) -> None:
        self._hint.setText(text)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(name != "practice_title")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
