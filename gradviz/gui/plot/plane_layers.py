"""The layers of the plane that are computed beside its picture, each in a thread, the stale ones dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gradviz.gui.plot.background import Background
from gradviz.gui.plot.canvas import Canvas
from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.extras import Surface, definiteness_surface, error_surface, stream_line
from gradviz.gui.plot.picture import Picture
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.plane_model import plane_model
from gradviz.numeric.stationary import StationarySet, stationary_points

__all__ = ["PlaneLayers"]


class PlaneLayers(QObject):
    """Streamlines, regions of definiteness, the error of the Taylor model and stationary points, on a canvas.

    Attributes
    ----------
    found : the stationary points in view, or None while nobody asked or they are being sought.

    Signals
    -------
    stationaryFound(StationarySet or None) : the stationary points in view; None while they are being sought.
    regionsShown() : other regions are drawn.
    failed(str) : a layer could not be computed; what was drawn stays.
    """

    stationaryFound = Signal(object)
    regionsShown = Signal()
    failed = Signal(str)

    def __init__(self, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        self.background = Background(self)
        self.found: StationarySet | None = None
        self._canvas = canvas
        self._landscape: Landscape | None = None
        self._wanted = False

    @property
    def _choices(self) -> PlotChoices:
        return self._canvas.choices

    def set_landscape(self, landscape: Landscape | None) -> None:
        """Another function: what was found before counts no longer."""
        self.background.cancel()
        self._landscape = landscape
        self._set_found(None)

    def want_stationary(self, wanted: bool) -> None:
        """Seek and mark the stationary points while they are listed, even if marks were not chosen."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._canvas.stationary.set_listed(wanted)
            if wanted and self.found is None:
                self._seek_stationary()

    def compute(self, before: PlotChoices | None = None) -> None:
        """After a change of the view (None) all that is drawn; after other choices what is new."""
        landscape, choices, canvas = self._landscape, self._choices, self._canvas
        if landscape is None:
            return
        view, (width, height) = canvas.view(), canvas.area()
        if choices.field == "streamlines" and (before is None or before.field != choices.field):
            self.background.run(
                "streamlines",
                lambda _: stream_line(landscape, view, width, height),
                lambda line: canvas.streams.show_lines(*line),
                self.failed.emit,
            )
        if choices.colour == "definiteness" and (before is None or before.colour != choices.colour):
            self.background.run(
                "definiteness",
                lambda cancelled: definiteness_surface(landscape, view, width, height, cancelled),
                self._on_regions,
                self.failed.emit,
            )
        if before is None or (choices.stationary and not before.stationary and self.found is None):
            self._seek_stationary()

    def follow_point(self, x: float, y: float, picture: Picture | None) -> None:
        """Draw what belongs to the point: the Taylor model and its error."""
        landscape, choices = self._landscape, self._choices
        if landscape is None:
            return
        if choices.hessian or choices.taylor:
            self._canvas.set_model(plane_model(landscape, x, y))
        if choices.colour == "error" and picture is not None:
            self.background.run(
                "error",
                lambda cancelled: error_surface(landscape, picture, x, y, cancelled),
                lambda surface: self._canvas.show_surface("error", surface),
                self.failed.emit,
                finish=True,
            )

    def _seek_stationary(self) -> None:
        landscape = self._landscape
        if landscape is None:
            return
        if not (self._choices.stationary or self._wanted):
            if self.found is not None:  # of a view that is no longer shown
                self._set_found(None)
            return
        view = self._canvas.view()
        self.background.run(
            "stationary",
            lambda cancelled: stationary_points(landscape, view, cancelled),
            self._set_found,
            self.failed.emit,
        )

    def _set_found(self, found: StationarySet | None) -> None:
        self.found = found
        self._canvas.show_stationary(found)
        self.stationaryFound.emit(found)

    def _on_regions(self, surface: Surface) -> None:
        self._canvas.show_surface("definiteness", surface)
        self.regionsShown.emit()
