"""The five stops of the tour: what is pointed at, and what is said there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

__all__ = ["Stop", "mark_seen", "stops", "was_seen"]

_SEEN = "tour/seen"


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop.

    Attributes
    ----------
    id : its name in the program.
    target : finds the widget that is pointed at.
    title, text : what is said; `text` is already in the user's language, with the keys as they are set.
    """

    id: str
    target: Callable[[], QWidget]
    title: str
    text: str


_NORM = "||y - X w||^2"


def _unbroken(formula: str) -> str:
    """A formula that stays on one line: no-break spaces, and a word joiner after each bar."""
    return formula.replace(" ", "\N{NO-BREAK SPACE}").replace("|", "|\N{WORD JOINER}")


def stops(window: Any) -> list[Stop]:
    """The stops in a window, in order."""

    def keys(id_: str) -> str:
        return str(window.actions_by_id[id_].shortcut().toString(QKeySequence.SequenceFormat.NativeText))

    picture = window.picture
    return [
        Stop(
            "editor",
            lambda: window.editor_panel,
            QCoreApplication.translate("Tour", "Type a function"),
            QCoreApplication.translate(
                "Tour",
                "Write it as in lecture notes: x' A x, log det X, ||y - X w||^2. LaTeX can be pasted. What you typed is"
                " shown as mathematics below, with the shapes that were understood. Examples are in the gallery"
                " ({gallery}).",
            )
            .format(gallery=keys("gallery"))
            .replace(_NORM, _unbroken(_NORM)),
        ),
        Stop(
            "derivation",
            lambda: window.derivation,
            QCoreApplication.translate("Tour", "Read the derivation"),
            QCoreApplication.translate(
                "Tour",
                "Each line names its rule; click one to read the rule with what its letters stand for. Every step is"
                " checked with numbers. Type your own answer or next line with {answer}, or practise with {practise}.",
            ).format(answer=keys("check_answer"), practise=keys("practise")),
        ),
        Stop(
            "plot",
            lambda: picture.stack,
            QCoreApplication.translate("Tour", "See what it means"),
            QCoreApplication.translate(
                "Tour",
                "Drag the point: the arrow is the gradient there, the number that the answer stands for. The wheel"
                " zooms; the row above has contours, Taylor models and the surface in space.",
            ),
        ),
        Stop(
            "descent",
            lambda: picture.tabs,
            QCoreApplication.translate("Tour", "Follow a descent"),
            QCoreApplication.translate(
                "Tour",
                "Click on the plot to start one there, choose among the methods, and go through the steps; each step"
                " opens into its arithmetic. The other tabs hold the point, the values and the symbols.",
            ),
        ),
        Stop(
            "export",
            lambda: window.findChild(QWidget, "button_export_tex").parentWidget(),
            QCoreApplication.translate("Tour", "Take it with you"),
            QCoreApplication.translate(
                "Tour",
                "Export the derivation as LaTeX or PDF, the plot as a picture; copy any line with a right click. Every"
                " command is found with {palette}. This tour is in the menu Help.",
            ).format(palette=keys("command_palette")),
        ),
    ]


def was_seen() -> bool:
    """Whether the tour was taken or skipped before."""
    return bool(QSettings().value(_SEEN, False, type=bool))


def mark_seen() -> None:
    """Remember that the tour need not come up by itself any more."""
    QSettings().setValue(_SEEN, True)
