"""What was solved in practice, and with how much help; kept among the settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSettings

from gradviz.gui.gallery.entries import Entry, entries

__all__ = ["GRADES", "Task", "forget", "grade_name", "help_used", "mark_solved", "next_task", "tasks"]

GRADES = (1, 2, 3)
_GROUP = "practice/solved"


@dataclass(frozen=True, slots=True)
class Task:
    """A problem to practise on.

    Attributes
    ----------
    entry : the document.
    number : its place among those of its grade, from one.
    of : how many these are.
    """

    entry: Entry
    number: int
    of: int


def grade_name(grade: int) -> str:
    """A grade in words."""
    return {
        1: QCoreApplication.translate("Practice", "First steps"),
        2: QCoreApplication.translate("Practice", "Full derivations"),
        3: QCoreApplication.translate("Practice", "Demanding"),
    }[grade]


def tasks(grade: int = 0) -> list[Task]:
    """The problems of a grade, or of all, the easy ones first."""
    found = []
    for each in (grade,) if grade else GRADES:
        graded = [entry for entry in entries() if entry.grade == each]
        found += [Task(entry, number, len(graded)) for number, entry in enumerate(graded, 1)]
    return found


def help_used(id_: str) -> int | None:
    """The strength of the strongest hint with which a problem was solved, 0 for none; None if it was not solved."""
    value = QSettings().value(f"{_GROUP}/{id_}", None)
    try:
        return None if value is None else max(0, min(3, int(value)))
    except (TypeError, ValueError):
        return None  # somebody has written something else into the settings


def mark_solved(id_: str, strongest_hint: int) -> None:
    """Remember that a problem was solved; the least help counts."""
    before = help_used(id_)
    if before is None or strongest_hint < before:
        QSettings().setValue(f"{_GROUP}/{id_}", strongest_hint)


def forget(ids: Iterable[str] | None = None) -> None:
    """Forget that these problems were solved; without any named, that any was."""
    settings = QSettings()
    for name in [_GROUP] if ids is None else [f"{_GROUP}/{id_}" for id_ in ids]:
        settings.remove(name)


def next_task(after: str) -> Task | None:
    """The first unsolved problem behind one, then from the beginning; None when all are solved."""
    every = tasks()
    at = next((n for n, task in enumerate(every) if task.entry.id == after), -1)
    around = [*every[at + 1 :], *every[:at]]
    return next((task for task in around if help_used(task.entry.id) is None), None)
