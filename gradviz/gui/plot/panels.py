"""All views and panels of the plot workspace, connected with one another."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gradviz.gui.picture.scene import Scene
from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.curve_points_panel import CurvePointsPanel
from gradviz.gui.plot.curve_view import CurveView
from gradviz.gui.plot.dial_panel import DialPanel
from gradviz.gui.plot.inspector import Inspector
from gradviz.gui.plot.later import Later
from gradviz.gui.plot.map_view import MapView
from gradviz.gui.plot.plane_panel import PlanePanel
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.stationary_panel import StationaryPanel
from gradviz.gui.plot.taylor_panel import TaylorPanel
from gradviz.gui.plot.values_editor import ValuesEditor
from gradviz.gui.surface.host import SurfaceHost
from gradviz.gui.translation import told
from gradviz.numeric.planes import View

__all__ = ["Panels"]

WARM = 400
"""Milliseconds without a key or a click after which the next view is made ahead: making one takes tens of
milliseconds, which nobody who types is to feel."""
_BUSY = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Panels(QObject):
    """What the right-hand side is made of, besides the descent.

    Attributes
    ----------
    views : what is drawn, by the kind of scene: "plane", "curve", "map".
    tabs : the panels below, with their titles.
    all : views and panels.

    Signals
    -------
    pointMoved(x, y) : the user moved the point.
    choicesChanged(PlotChoices) : the user chose other layers, or another order.
    planeChosen(PlaneChoice or None) : the user chose another plane.
    stateChosen(array) : the user entered other values for the coordinates that are not drawn.
    """

    pointMoved = Signal(float, float)
    choicesChanged = Signal(object)
    planeChosen = Signal(object)
    stateChosen = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plane_view = PlaneView()
        self.inspector, self.stationary = Inspector(), StationaryPanel()
        self._warming = QTimer(self)
        self._warming.setSingleShot(True)
        self._warming.setInterval(WARM)
        self._warming.timeout.connect(self._warm_next)
        self._curve = Later("curveLater", self.tr("Curve"), self._make_curve)
        self._map = Later("mapLater", self.tr("Map of the plane"), self._make_map)
        self._dial = Later("dialLater", self.tr("Why the gradient"), self._make_dial)
        self._taylor = Later("taylorLater", self.tr("Taylor polynomials"), self._make_taylor)
        self._turns = Later("turnsLater", self.tr("Stationary points of the curve"), self._make_turns)
        self.plane_panel, self.values = PlanePanel(), ValuesEditor()
        self.host = SurfaceHost(self.plane_view)
        self.views: dict[str, QWidget] = {"plane": self.host, "curve": self._curve, "map": self._map}
        self.tabs: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Point"), self.inspector),
            (self.tr("Stationary"), self.stationary),
            (self.tr("Why ∇f"), self._dial),
            (self.tr("Taylor"), self._taylor),
            (self.tr("Stationary"), self._turns),
            (self.tr("Plane"), self.plane_panel),
            (self.tr("Values"), self.values),
        )
        self._kinds: dict[QWidget, tuple[str, ...]] = {}
        for panel in (self.inspector, self.stationary, self.plane_panel):
            panel.connect_to(self.plane_view)
            self._kinds[panel] = ("plane",)
        self._kinds |= {self._dial: ("plane",), self._taylor: ("curve",), self._turns: ("curve",)}
        self.all = (*self.views.values(), *(panel for _, panel in self.tabs))
        self.host.pointMoved.connect(self.pointMoved)
        self.plane_view.choicesChanged.connect(self.choicesChanged)
        self.plane_panel.planeChosen.connect(self.planeChosen)
        self.plane_panel.stateChosen.connect(self.stateChosen)

    # --- what is made when it is first needed, or in a quiet moment

    def warm(self) -> None:
        """Make, one after the other, what a function that is being typed may need: ``x^3`` has a curve."""
        QCoreApplication.instance().installEventFilter(self)
        self._warming.start()

    @property
    def warming(self) -> bool:
        """Whether more is to be made."""
        return self._warming.isActive()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _BUSY and self._warming.isActive():
            self._warming.start()
        return False

    def _warm_next(self) -> None:
        for part in (self._curve, self._taylor, self._map, self._dial):
            if part.part is None:
                part.get()
                self._warming.start()
                return
        self._stop_warming()

    def _stop_warming(self) -> None:
        self._warming.stop()
        QCoreApplication.instance().removeEventFilter(self)

    @property
    def curve_view(self) -> CurveView:
        return self._curve.get()

    @property
    def map_view(self) -> MapView:
        return self._map.get()

    @property
    def dial(self) -> DialPanel:
        return self._dial.get()

    @property
    def taylor(self) -> TaylorPanel:
        return self._taylor.get()

    @property
    def turns(self) -> CurvePointsPanel:
        return self._turns.get()

    def _make_curve(self) -> CurveView:
        made = CurveView()
        made.set_order(self.plane_view.choices().order)
        made.pointMoved.connect(self.pointMoved)
        return made

    def _make_map(self) -> MapView:
        made = MapView()
        made.pointMoved.connect(self.pointMoved)
        return made

    def _make_dial(self) -> DialPanel:
        made = DialPanel()
        made.connect_to(self.plane_view)
        return made

    def _make_taylor(self) -> TaylorPanel:
        made = TaylorPanel()
        made.connect_to(self.curve_view)
        made.set_order(self.plane_view.choices().order)
        made.orderChanged.connect(lambda order: self._choose(order=order))
        return made

    def _make_turns(self) -> CurvePointsPanel:
        made = CurvePointsPanel()
        made.connect_to(self.curve_view)
        made.show_points(self.curve_view.found)
        return made

    # --- what others call

    def kinds_of(self, page: QWidget) -> tuple[str, ...] | None:
        """The kinds of scene that a tab has something to say about; None for all."""
        return self._kinds.get(page)

    def showing(
        self, scene: Scene, name: str, *, keep_view: bool = False, view: View | None = None
    ) -> tuple[list[Callable[[], None]], list[Callable[[], None]]]:
        """What draws a scene, a landscape in a view where one was found for it, in parts: those for the view that is to
        be seen, and those that clear the others, for when they are seen no longer.
        """
        parts: dict[str, Callable[[], None]] = {}
        if scene.kind in ("plane", "") or self.plane_view.landscape is not None:
            landscape, reason = scene.landscape, told(scene.reason)
            show_plane = self.plane_view.set_landscape
            parts["plane"] = partial(show_plane, landscape, reason, name=name, keep_view=keep_view, view=view)
        if scene.curve is not None or self._curve.part is not None:
            parts["curve"] = lambda: self.curve_view.set_curve(scene.curve, name, keep_view=keep_view)
        if scene.map is not None or self._map.part is not None:
            parts["map"] = lambda: self.map_view.set_map(scene.map, name, keep_view=keep_view)
        first = parts.pop(scene.kind or "plane")
        return [first], list(parts.values())

    def clearing(self) -> list[Callable[[], None]]:
        """What shows nothing at all, in parts."""
        parts: list[Callable[[], None]] = [partial(self.plane_view.set_landscape, None)]
        if self._curve.part is not None:
            parts.append(partial(self.curve_view.set_curve, None))
        if self._map.part is not None:
            parts.append(partial(self.map_view.set_map, None))
        return parts

    def set_choices(self, choices: PlotChoices) -> None:
        """Show the layers of a document; no signal."""
        if choices != self.plane_view.choices():
            self.plane_view.set_choices(choices)
        if self._curve.part is not None and choices.order != self.curve_view.order:
            (self._taylor.part or self.curve_view).set_order(choices.order)

    def set_point(self, kind: str, x: float, y: float) -> None:
        """Put the point where a document has it, if that is in view and the function is defined there."""
        if kind == "plane" and (x, y) != self.plane_view.point():
            view, landscape = self.plane_view.visible_view(), self.plane_view.landscape
            defined = landscape is None or math.isfinite(landscape.read(x, y).value)
            if defined and view.x0 <= x <= view.x1 and view.y0 <= y <= view.y1:
                self.plane_view.set_point(x, y)
        elif kind == "curve" and (x, y) != self.curve_view.point():
            self.curve_view.set_point(x, y)
        elif kind == "map" and (x, y) != self.map_view.point():
            (x0, x1), (y0, y1) = self.map_view.domain.box.viewRange()
            if x0 <= x <= x1 and y0 <= y <= y1:
                self.map_view.set_point(x, y)

    def shutdown(self) -> None:
        """Wait for what still runs."""
        self._stop_warming()
        for part in self.all:
            if hasattr(part, "shutdown"):
                part.shutdown()

    def _choose(self, **changes: Any) -> None:
        choices = replace(self.plane_view.choices(), **changes)
        self.plane_view.set_choices(choices)
        self.choicesChanged.emit(choices)
