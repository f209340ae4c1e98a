"""The row below the problems of a grade: how many are solved, and how to make them unsolved again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from gradviz.gui.practice.progress import forget, grade_name, help_used, tasks

__all__ = ["ProgressRow"]


class ProgressRow(QWidget):
    """Progress in a grade and in all of them.

    Signals
    -------
    forgotten : problems are no longer taken for solved.
    """

    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice_progress")
        self.setAccessibleName(self.tr("Progress in practice"))
        self.grade = 0
        self.label = QLabel(self)
        self.label.setObjectName("practice_progress_text")
        self.label.setProperty("class", "muted")
        self.button = QToolButton(self)
        self.button.setObjectName("practice_forget")
        self.button.setText(self.tr("Start again"))
        self.button.setAccessibleName(self.tr("Take problems for unsolved again"))
        self.button.setToolTip(self.tr("Take problems for unsolved again"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.menu.setObjectName("practice_forget_menu")
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def show_grade(self, grade: int) -> None:
        """Tell of a grade; 0 hides the row."""
        self.grade = grade
        self.setVisible(bool(grade))
        if not grade:
            return
        here, every = _solved(grade), _solved()
        words = self.tr("{done} of {all} solved here, {total} of {problems} in all grades")
        self.label.setText(words.format(done=len(here), all=len(tasks(grade)), total=len(every), problems=len(tasks())))
        self.button.setVisible(bool(every))
        self.menu.clear()
        if here:
            text = self.tr("With the Problems of “{grade}”").format(grade=grade_name(grade))
            self._offer("practice_forget_grade", text, here)
        self._offer("practice_forget_all", self.tr("With All Problems"), every)

    def menu_for(self, id_: str) -> QMenu | None:
        """The menu of one problem; None where there is nothing to do about it."""
        if not self.grade or help_used(id_) is None:
            return None
        menu = QMenu(self)
        menu.setObjectName("practice_problem_menu")
        action = menu.addAction(self.tr("Take It for Unsolved Again"))
        action.setObjectName("practice_forget_one")
        action.triggered.connect(lambda: self._forget([id_]))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _offer(self, name: str, text: str, ids: list[str]) -> None:
        action = self.menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda: self._forget(ids))

    def _forget(self, ids: list[str]) -> None:
        forget(ids)
        self.forgotten.emit()


def _solved(grade: int = 0) -> list[str]:
    return [task.entry.id for task in tasks(grade) if help_used(task.entry.id) is not None]
