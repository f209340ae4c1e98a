"""The fit's place in the studio: its view is made when it is first seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from gradviz.gui.plot.later import Later
from gradviz.numeric.binding import Array
from gradviz.numeric.descent.fit import Fit

__all__ = ["FitPage"]


class FitPage(Later):
    """Stands for a `FitView`.

    Attributes
    ----------
    fit : the fit to data that the function is, or None.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("fitLater", "", self._make_view, parent)
        self.setAccessibleName(self.tr("The fit to the data"))
        self.fit: Fit | None = None
        self._w: Array | None = None

    def _make_view(self) -> Any:
        from gradviz.gui.descent.fit_view import FitView

        made = FitView()
        made.set_fit(self.fit)
        made.show_state(self._w)
        return made

    def set_fit(self, fit: Fit | None) -> None:
        """Another function."""
        self.fit, self._w = fit, None
        if self.part is not None:
            self.part.set_fit(fit)

    def show_state(self, w: Array | None) -> None:
        """Other weights."""
        self._w = w
        if self.part is not None:
            self.part.show_state(w)
