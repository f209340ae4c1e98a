"""Of a function of many variables: how much of the descent's motion the plane shows, and the plane that shows most."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from gradviz.gui.plot.choices import PlaneChoice
from gradviz.numeric.binding import Array
from gradviz.numeric.descent import Run
from gradviz.numeric.descent.analysis import principal_plane
from gradviz.numeric.planes import FIRST_PRINCIPAL, SECOND_PRINCIPAL

__all__ = ["PlaneNote", "principal_choice", "shown_share"]

SAMPLE = 2_000
"""Iterates that are looked at, evenly spread."""


def shown_share(states: Array, axes: Array) -> float:
    """The share of the motion, of the summed squares of the distances from the mean, in the plane of two axes (2, d);
    NaN without motion."""
    kept = states[np.isfinite(states).all(axis=1)]
    if len(kept) < 2:
        return float("nan")
    centred = kept - kept.mean(axis=0)
    total = float((centred**2).sum())
    if not 0 < total < np.inf:
        return float("nan")
    basis, _ = np.linalg.qr(axes.T)
    return float(((centred @ basis) ** 2).sum()) / total


def principal_choice(run: Run) -> PlaneChoice:
    """The plane of a run's first two principal directions through its last iterate."""
    found = principal_plane(_sample(run.states))
    names = (str(FIRST_PRINCIPAL), str(SECOND_PRINCIPAL))
    return PlaneChoice(names, tuple(tuple(row.tolist()) for row in found.directions), tuple(found.origin.tolist()))


def _sample(states: Array) -> Array:
    if len(states) <= SAMPLE:
        return states
    return np.asarray(states[np.linspace(0, len(states) - 1, SAMPLE).round().astype(int)])


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
            share = shown_share(_sample(run.states), landscape.axes)
            text = self.tr("The plane shows {} % of the motion.").format(f"{100 * share:.1f}")
            self.words.setText(text if np.isfinite(share) else "")

    def _on_asked(self) -> None:
        if self._run is not None:
            self.planeAsked.emit(principal_choice(self._run))
