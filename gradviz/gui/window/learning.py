"""The window's dealings with learners: answers and lines of their own, practice, and the tour."""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtGui import QGuiApplication

from gradviz.gui.practice.progress import Task, next_task

__all__ = ["WindowLearning"]

_POSED = frozenset({"text", "wrt", "order", "method", "layout", "structure"})
"""The attributes of the document that make a problem what it is."""

ROOM_TO_ANSWER = 440
"""Pixels of height that a derivation needs with a row for the user's own line."""


class WindowLearning:
    """The part of `MainWindow` that serves them."""

    def _connect_practice(self) -> None:
        bar = self.derivation.practice_bar
        bar.next_asked.connect(self.practise_on)
        bar.list_asked.connect(self.practise)
        self.model.changed.connect(self._practice_changed)

    def check_answer(self, shown: bool) -> None:
        """Open the row in which the user gives an answer, or close it."""
        self.actions_by_id["check_answer"].setChecked(shown)
        if shown:
            self.docks.reveal(self.derivation)
        self.derivation.set_checking(shown)

    def check_line(self) -> None:
        """Open the row in which the user gives a next line."""
        self.actions_by_id["check_answer"].setChecked(True)
        self.make_room_to_answer()
        self.derivation.set_checking(True, line=True)

    # --- practice

    def practise(self) -> None:
        """List the problems to practise on."""
        self.show_gallery()
        self._gallery.show_practice()

    def practise_next(self) -> None:
        """Pose the next problem that is not solved yet."""
        bar = self.derivation.practice_bar
        task = next_task(bar.task.entry.id if bar.task is not None else "")
        if task is None:
            self.practise()
        else:
            self.practise_on(task)

    def practise_on(self, task: Task) -> None:
        """Pose a problem."""
        self.present(False)
        self.derivation.set_practising(None)
        window = self.show_document(task.entry.document)
        window.make_room_to_answer()
        window.derivation.set_practising(task)
        window.actions_by_id["check_answer"].setChecked(True)
        window.activateWindow()

    def make_room_to_answer(self) -> None:
        """Give the derivation most of the height that it shares with the text, if it has little."""
        self.docks.make_room("derivation", "function", ROOM_TO_ANSWER)

    def _practice_changed(self, changed: frozenset[str]) -> None:
        """Another problem has come into the document: it is not the one that is practised."""
        panel: Any = self.derivation
        if panel.practising and changed & _POSED:
            posed, now = panel.practice_bar.task.entry.document, self.model.document
            if any(getattr(posed, name) != getattr(now, name) for name in _POSED):
                self.check_answer(False)

    # --- the tour

    def show_tour(self) -> None:
        """Show the parts of the window one after another."""
        from gradviz.gui.tour.overlay import TourOverlay
        from gradviz.gui.tour.stops import mark_seen, stops

        if self._tour is not None:
            return
        self.present(False)
        for part in (self.editor_panel, self.derivation, self.picture.plot_card, self.picture.tabs_card):
            self.docks.reveal(part)
        mark_seen()
        self._tour = TourOverlay(self, stops(self))
        self._tour.ended.connect(self._tour_ended)
        self._tour.start()

    def show_first_tour(self) -> None:
        """The tour, where it was never seen, somebody can see it, and nothing forbids it."""
        from gradviz.gui.tour.stops import was_seen

        forbidden = os.environ.get("GRADVIZ_TOUR", "").lower() in ("0", "off", "no")
        if not (was_seen() or forbidden or QGuiApplication.platformName() in ("offscreen", "minimal")):
            self.show_tour()

    def _tour_ended(self, _finished: bool) -> None:
        self._tour = None
