"""Of a function of many variables: how much of the descent's motion the plane shows, and the plane that shows most."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gradviz.gui.plot.choices import PlaneChoice
from gradviz.gui.plot.plane_panel import choice_of
from gradviz.numeric.descent import Run
from gradviz.numeric.descent.principal import percent_shown, principal_plane

__all__ = ["PlaneNote", "principal_choice"]


def principal_choice(run: Run) -> PlaneChoice:
    """The plane of a run's first two principal directions through its last iterate."""
    return choice_of(principal_plane(run.states).plane())


class PlaneNote(QWidget):
    """A line that is there for functions of more than two coordinates.

    Signals
    -------
    planeAsked(PlaneChoice) : the user asked for the plane of the descent.
    """

    planeAsked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentPlaneNote")
        self.setAccessibleName(self.tr("How much of the motion the plane shows"))
        self.setProperty("class", "plain")
        self._run: Run | None = None
        self.words = QLabel(self)
        self.words.setObjectName("descentPlaneShare")
        self.words.setProperty("class", "muted")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self)
        self.button.setObjectName("descentPlane")
        self.button.setText(self.tr("Plane of the descent"))
        self.button.setProperty("class", "quiet")
        self.button.setAccessibleName(self.button.text())
        self.button.setToolTip(self.tr("Look at the plane of the first two principal directions of this descent"))
        self.button.clicked.connect(self._on_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def set_run(self, landscape: Any, run: Run | None) -> None:
        """Follow a run in the plane that is shown."""
        self._run = run
        shown = landscape is not None and run is not None and run.steps > 0 and landscape.dimension > 2
        self.setVisible(shown)
        if shown and run is not None:
            share = percent_shown(landscape, run)
            self.words.setText(self.tr("The plane shows {} % of the motion.").format(share) if share else "")

    def _on_asked(self) -> None:
        if self._run is not None:
            self.planeAsked.emit(principal_choice(self._run))
