"""The user's own answers and lines, and practice: what of the derivation is to be seen meanwhile."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer

__all__ = ["Answering"]


class Answering:
    """The part of `DerivationPanel` that deals with them; it uses the panel's `check_bar`, `practice_bar`,
    `lines_view` and `answer`.
    """

    def _connect_answering(self) -> None:
        self.practising = False
        self._posed: str | None = None
        bar = self.check_bar
        bar.hiding.connect(lambda _: self._hold_back())
        bar.line_chosen.connect(lambda _: self._hold_back())
        bar.closed.connect(self._close_answering)
        bar.line_asked.connect(lambda line: self.line_asked.emit(line, self.step_above))
        self.lines_view.current_changed.connect(self._tell_above)
        self.practice_bar.hint_asked.connect(self._show_hint)
        self.practice_bar.all_asked.connect(lambda: self._end_problem(solved=False))
        self.practice_bar.closed.connect(self._close_answering)

    def set_checking(self, shown: bool, *, line: bool = False) -> None:
        """Show the row for an answer of the user's own (for a next line), or close it."""
        self.check_button.setChecked(shown)
        self.check_bar.setVisible(shown)
        if shown:
            self.check_bar.choose_line(line)
            self._tell_above()
        elif self.practising:
            self.set_practising(None)
        self._hold_back()
        if shown:
            self.check_bar.start()

    @property
    def step_above(self) -> int:
        """The number of the step that led to the line below which the user's stands; -1 for the function."""
        current = self.lines_view.current
        if current is None:
            return -1
        path = current.line.get("path") or ()
        if current.line.get("kind") == "stationary":
            path = next((w.line["path"] for w in reversed(self.lines_view.lines) if w.line.get("path")), ())
        return path[0] if path else -1

    @property
    def hides_derivation(self) -> bool:
        """Whether the derivation is not to be seen while the user answers."""
        return self.check_button.isChecked() and self.check_bar.hide_box.isChecked() and not self.check_bar.for_line

    def show_verdict(self, reply: dict[str, Any]) -> None:
        """The reply to an answer or a line; after a line that is right the derivation goes on below it."""
        self.check_bar.show_verdict(reply)
        if reply.get("status") != "done" or not reply.get("right"):
            return
        if reply.get("what") != "line":
            if self.practising:
                self._end_problem(solved=True)
            return
        if reply.get("step") is not None and not reply.get("repeats"):
            self._reach(self._line_of(int(reply["step"])))
            self.check_bar.next_line()

    def _line_of(self, step: int) -> int:
        """The number of the last line of a step."""
        lines = [w.line for w in self.lines_view.lines]
        own = [number for number, line in enumerate(lines) if (line.get("path") or (-1,))[0] == step]
        return own[-1] if own else 0

    def _reach(self, number: int) -> None:
        """A line is reached: it is shown, and the next one goes below it."""
        lines = self.lines_view.lines
        if self.lines_view.revealed is not None:
            self.lines_view.reveal(max(self.lines_view.revealed, number + 1))
        self.lines_view.go_to(number)
        self._tell_above()
        self._show_body()
        QTimer.singleShot(0, lines[number], lambda: self.scroll.ensureWidgetVisible(lines[number], 0, 24))
        if self.practising:
            self.practice_bar.went_on()
            if number >= self._last_derived():
                self._end_problem(solved=True)

    def _last_derived(self) -> int:
        """The number of the line with the derivative."""
        numbers = [n for n, w in enumerate(self.lines_view.lines) if w.line.get("path")]
        return numbers[-1] if numbers else 0

    def _tell_above(self) -> None:
        current = self.lines_view.current
        self.check_bar.set_above(str(current.line.get("text", "")) if current is not None else "")

    def _place_bar(self) -> None:
        """An answer is given above the derivation, a next line below it."""
        layout, bar = self.layout(), self.check_bar
        below = layout.indexOf(bar) > layout.indexOf(self.body)
        if below != bar.for_line:
            focus = self.window().focusWidget()
            layout.removeWidget(bar)
            layout.insertWidget(layout.indexOf(self.body) + (1 if bar.for_line else 0), bar)
            if focus is not None and bar.isAncestorOf(focus):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold_back(self) -> None:
        """Show of the derivation what may be seen: everything, or what stands above the user's line."""
        self._place_bar()
        if not self.presenting and not self.practising:
            held = self.check_button.isChecked() and self.check_bar.hide_box.isChecked() and self.check_bar.for_line
            current = self.lines_view.current
            if held and self.lines_view.revealed is None and current is not None:
                self.lines_view.reveal(self.lines_view.lines.index(current) + 1)
            elif not held and self.lines_view.revealed is not None:
                self.lines_view.reveal(None)
        self._show_body()

    def _close_answering(self) -> None:
        if self.practising:
            self.set_practising(None)
        self.check_toggled.emit(False)

    # --- practice

    def set_practising(self, problem: Any) -> None:
        """Pose a problem (a `gradviz.gui.practice.progress.Task`), its steps hidden; None ends the practice."""
        self.practising = problem is not None
        self.practice_bar.setVisible(self.practising)
        self.check_bar.set_practising(self.practising)
        if problem is None:
            self.lines_view.reveal(None)
            self._show_body()
            return
        self.practice_bar.pose(problem)
        self._posed = None
        self.lines_view.reveal(1)  # until the problem's own lines arrive
        self._show_body()

    def _lines_arrived(self, first: str | None, step: int) -> None:
        """Other lines are shown, or the same ones typeset anew: hold back what was held back before."""
        if not self.practising:
            self._tell_above()
            return
        if first != self._posed:
            self._posed = first
            self._pose()
        elif not self.practice_bar.over:
            number = self._line_of(step) if step >= 0 else self._givens() - 1
            self.lines_view.reveal(number + 1)
            self.lines_view.go_to(number)
            self._show_body()

    def _pose(self) -> None:
        """Show what the problem gives."""
        self.lines_view.reveal(max(1, self._givens()))
        self.lines_view.go_to(max(0, self._givens() - 1))
        self.set_checking(True, line=True)

    def _givens(self) -> int:
        """How many lines only repeat the problem."""
        lines = [w.line.get("kind") for w in self.lines_view.lines]
        return next((n for n, kind in enumerate(lines) if kind not in ("function", "definition")), len(lines))

    def _show_hint(self, strength: int) -> None:
        """Help with the next line: its rule, the rule's formula, or the line itself."""
        shown, lines = self.lines_view.revealed, self.lines_view.lines
        if shown is None or shown >= len(lines):
            return
        if strength >= 3:
            self._reach(shown)
        self.practice_bar.show_hint(lines[shown].line, strength)
        if strength >= 3:
            self.check_bar.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_problem(self, *, solved: bool) -> None:
        """The problem is over: everything is shown."""
        if self.practice_bar.over:
            return
        self.lines_view.reveal(len(self.lines_view.lines) + 1)
        self.lines_view.go_to(self._last_derived())
        self._show_body()
        self.practice_bar.end(solved=solved)
        self.check_bar.hide()
