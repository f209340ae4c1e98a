"""A function from the plane to the plane: a grid and its image, and at the point the Jacobian's parallelogram beside
the true image of a square."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gradviz.gui.plot.axes import Plot
from gradviz.gui.plot.background import Background
from gradviz.gui.plot.focus_ring import FocusRing
from gradviz.gui.plot.keys import step_of, zoom_of
from gradviz.gui.plot.names import html_name, html_number, plain_name, plain_number
from gradviz.gui.plot.number_field import NumberField
from gradviz.gui.plot.series_typst import matrix_typst, number_typst
from gradviz.gui.plot.tool_row import ToolButton
from gradviz.gui.plot.typeset import Formulas
from gradviz.gui.small_parts import RichLabel, rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.gui.turns import Turns
from gradviz.numeric.binding import Array
from gradviz.numeric.plane_map import PlaneMap, determinant_and_rank, extent_of
from gradviz.numeric.planes import View
from gradviz.sentences import say

__all__ = ["MapView"]

DEBOUNCE = 60
LINES, SAMPLES = 21, 161
HOME = View(-2.0, 2.0, -2.0, 2.0)


class MapView(QWidget):
    """The plot of a map, its domain on the left and its image on the right.

    Attributes
    ----------
    map : what is drawn, or None.

    Signals
    -------
    pointMoved(x, y) : the user moved the corner of the square.
    pictureReady() : grid and image are drawn.
    """

    pointMoved = Signal(float, float)
    pictureReady = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapView")
        self.setAccessibleName(self.tr("Map of the plane"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.map: PlaneMap | None = None
        self._point, self._side = (0.5, 0.5), 0.4
        self._names = ("x", "y", "f")
        self._quiet = False
        self._background = Background(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._compute)
        self._drawn = Turns(self, budget=0)  # each of the two plots takes half a frame to paint
        self._build()
        self.set_theme(current_theme())

    def _build(self) -> None:
        self.domain = Plot("mapDomain", self.tr("Domain with its grid"), self)
        self.image = Plot("mapImage", self.tr("Image of the grid"), self)
        for plot in (self.domain, self.image):
            plot.box.setAspectLocked(True)
            plot.keep_off_the_border()
            plot.setFocusProxy(self)
        FocusRing(self.domain, self)
        self._grids = {plot: [self._curve(plot, 0), self._curve(plot, 0)] for plot in (self.domain, self.image)}
        self.square = self._curve(self.domain, 3)
        self.true_image = self._curve(self.image, 3)
        self.parallelogram = self._curve(self.image, 4)
        self.corner = pg.TargetItem(size=15, symbol="o", movable=True)
        self.corner.setZValue(10)
        self.corner.sigPositionChanged.connect(self._on_dragged)
        self.domain.addItem(self.corner, ignoreBounds=True)
        self.image_point = pg.ScatterPlotItem(size=11, pxMode=True, antialias=True)
        self.image_point.setZValue(9)
        self.image.addItem(self.image_point, ignoreBounds=True)
        self.domain.box.sigRangeChanged.connect(self._on_view_changed)
        self.domain.box.sigResized.connect(self._on_view_changed)
        self.x = NumberField("mapX", self.tr("First coordinate of the point"), self, width=72)
        self.y = NumberField("mapY", self.tr("Second coordinate of the point"), self, width=72)
        self.side = NumberField("mapSide", self.tr("Side of the square"), self, width=64)
        self.side.set_name("h")
        self.x.entered.connect(lambda x: self.move_to(x, self._point[1]))
        self.y.entered.connect(lambda y: self.move_to(self._point[0], y))
        self.side.entered.connect(self._on_side)
        self.reset = ToolButton("mapReset", "reset", self.tr("Reset view"), self.tr("Show the first view (Home)"), self)
        self.reset.clicked.connect(self.reset_view)
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 8, 0)
        row.setSpacing(6)
        for field in (self.x, self.y, self.side):
            row.addWidget(field.caption)
            row.addWidget(field)
            field.refused.connect(self._say)
        row.addStretch(1)
        row.addWidget(self.reset)
        plots = QHBoxLayout()
        plots.setSpacing(4)
        plots.addWidget(self.domain, 1)
        plots.addWidget(self.image, 1)
        self.message = RichLabel(self)
        self.message.setObjectName("mapMessage")
        self.message.setAccessibleName(self.tr("What is wrong"))
        self.message.setProperty("class", "error")
        self.message.setContentsMargins(12, 0, 12, 0)
        self.message.hide()
        self.jacobian = Formulas("mapJacobian", self.tr("Jacobian at the point"), self)
        self.readout = rich_label(self, "mapReadout", self.tr("Areas"))
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 0)
        below.addWidget(self.jacobian, 2)
        below.addWidget(self.readout, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.message)
        layout.addLayout(plots, 1)
        layout.addLayout(below)

    def _curve(self, plot: Plot, z: float) -> pg.PlotCurveItem:
        item = pg.PlotCurveItem(connect="finite", antialias=True)
        item.setZValue(z)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        plot.addItem(item, ignoreBounds=True)
        return item

    # --- what is shown

    def set_map(self, map_: PlaneMap | None, name: str = "f", *, keep_view: bool = False) -> None:
        """Show another map; `keep_view` leaves view and point where they are."""
        self._background.cancel()
        self._drawn.cancel()
        had = self.map is not None
        self.map = map_
        if map_ is None:
            return
        self._names = (*map_.axis_labels(), name)
        x, y, f = (html_name(n) for n in self._names)
        self.x.set_name(self._names[0])
        self.y.set_name(self._names[1])
        self.domain.set_labels(bottom=x, left=y, title=f"({x}, {y})")
        self.image.set_labels(bottom=f"{f}<sub>1</sub>", left=f"{f}<sub>2</sub>", title=f"{f}({x}, {y})")
        if not (keep_view and had):
            for curve in (c for curves in self._grids.values() for c in curves):
                curve.setData([], [])  # the last map's
            for plot in (self.domain, self.image):
                plot.stillness.begin()
            self._set_domain(HOME)
        self.set_point(*self._point)
        self._timer.start(0)

    def set_point(self, x: float, y: float) -> None:
        """Move the corner of the square; no `pointMoved`."""
        self._point = (x, y)
        self.x.set_value(x)
        self.y.set_value(y)
        self.side.set_value(self._side)
        if self.map is not None:
            self._draw_point(self.map)

    def move_to(self, x: float, y: float) -> None:
        """Move it as the user does."""
        self.set_point(x, y)
        self.pointMoved.emit(x, y)

    def point(self) -> tuple[float, float]:
        return self._point

    def set_theme(self, theme: Theme) -> None:
        for plot in (self.domain, self.image):
            plot.set_theme(theme)
            vertical, horizontal = self._grids[plot]
            vertical.setPen(pg.mkPen(theme.trajectories[4], width=1))
            horizontal.setPen(pg.mkPen(theme.trajectories[5], width=1))
        for curve in (self.square, self.true_image):
            curve.setPen(pg.mkPen(theme.accent, width=2.5))
        self.parallelogram.setPen(pg.mkPen(theme.plot_gradient, width=2.5, style=Qt.PenStyle.DashLine))
        self.corner.setPen(pg.mkPen(theme.plot_point_border, width=2))
        self.corner.setBrush(pg.mkBrush(theme.plot_point))
        self.corner.setHoverPen(pg.mkPen(theme.accent, width=3))
        self.image_point.setPen(pg.mkPen(theme.plot_point_border, width=2))
        self.image_point.setBrush(pg.mkBrush(theme.plot_point))
        self.jacobian.set_theme(theme)
        self.reset.set_theme(theme)
        self._theme = theme
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, QColor(theme.plot_background))
        self.setPalette(palette)
        if self.map is not None:
            self._draw_point(self.map)

    def reset_view(self) -> None:
        self._set_domain(HOME)
        self._timer.start(0)

    @property
    def busy(self) -> bool:
        return self._timer.isActive() or self._background.busy or self._drawn.busy or self.jacobian.busy

    def shutdown(self) -> None:
        self._timer.stop()
        self._drawn.cancel()
        self._background.shutdown()
        self.jacobian.shutdown()

    def _set_domain(self, view: View) -> None:
        self.domain.box.setRange(xRange=(view.x0, view.x1), yRange=(view.y0, view.y1), padding=0)

    def _draw_point(self, map_: PlaneMap) -> None:
        (x, y), side = self._point, self._side
        self._quiet = True
        try:
            self.corner.setPos(x, y)
        finally:
            self._quiet = False
        square = map_.square(x, y, side)
        self.square.setData(*square)
        self.true_image.setData(*map_.image(square))
        self.parallelogram.setData(*map_.parallelogram(x, y, side))
        u, v = (float(c[0]) for c in map_.value(np.array([x]), np.array([y])))
        defined = math.isfinite(u) and math.isfinite(v)
        self.image_point.setData([u] if defined else [], [v] if defined else [])
        J = map_.jacobian_at(x, y)
        self._describe(J, map_.area_of_image(x, y, side), (u, v))

    def _describe(self, J: Array, true_area: float, image: tuple[float, float]) -> None:
        defined = all(map(math.isfinite, image))
        if not defined or not np.isfinite(J).all():
            undefined = self.tr("The map is not defined at the point.")
            text = undefined if not defined else self.tr("The map has no Jacobian at the point.")
            self.jacobian.show_formulas([], text)
            self.readout.setText(text)
            self._say_what_is_drawn(text)
            return
        det, rank = determinant_and_rank(J)
        side = self._side
        f = "f" if len(self._names[2]) > 1 else self._names[2]
        self.jacobian.show_formulas(
            [f"J_{f} = {matrix_typst(J)} quad det J = {number_typst(det)}"],
            self.tr("Jacobian determinant {value}").format(value=plain_number(det)),
        )
        meaning = told(_orientation(det, rank))
        linear = det * side**2
        first = self.tr("parallelogram: {formula} = {area}").format(
            formula="det&nbsp;<i>J</i>·<i>h</i>²", area=html_number(linear)
        )
        second = self.tr("true image of the square: {area}").format(area=html_number(true_area))
        self.readout.setText(
            f"<span style='color:{self._theme.plot_gradient}'>╌ {first}</span><br>"
            f"<span style='color:{self._theme.accent}'>━ {second}</span><br>{meaning}"
        )
        x, y = (plain_name(name) for name in self._names[:2])
        said = self.tr("Grid of the plane and its image. At {x} = {at_x}, {y} = {at_y} the image is ({u}, {v}).")
        places = dict(zip(("at_x", "at_y", "u", "v"), map(plain_number, (*self._point, *image)), strict=True))
        place = said.format(x=x, y=y, **places)
        jacobian = "; ".join(", ".join(plain_number(float(entry)) for entry in row) for row in J)
        said = self.tr(
            "The Jacobian has the rows {rows}, and the determinant {det}; area of the parallelogram {linear}, of the "
            "true image {true}."
        ).format(rows=jacobian, det=plain_number(det), linear=plain_number(linear), true=plain_number(true_area))
        said = f"{place} {said}"
        self._say_what_is_drawn(f"{said} {meaning}")

    def _say_what_is_drawn(self, text: str) -> None:
        for widget in (self, self.domain, self.image):
            widget.setAccessibleDescription(text)

    # --- what happens

    def _on_dragged(self, *_args: Any) -> None:
        if not self._quiet:
            position = self.corner.pos()
            self.move_to(float(position.x()), float(position.y()))

    def _on_side(self, side: float) -> None:
        if side <= 0:
            self._say(self.tr("The side of the square is positive."))
            return
        self._say("")
        self._side = side
        self.set_point(*self._point)

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _on_view_changed(self, *_args: Any) -> None:
        if self.map is not None:
            self._timer.start(DEBOUNCE)

    def _compute(self) -> None:
        map_ = self.map
        if map_ is None:
            return
        (x0, x1), (y0, y1) = self.domain.box.viewRange()
        view = View(float(x0), float(x1), float(y0), float(y1))

        def work(_cancelled: Callable[[], bool]) -> tuple[Any, Any]:
            with np.errstate(all="ignore"):
                return map_.grid_and_image(view, LINES, SAMPLES)

        self._background.run("grid", work, self._show, self._say)

    def _show(self, found: tuple[Any, Any]) -> None:
        grid, image = found
        self._drawn.start([partial(self._draw_grid, self.domain, grid), partial(self._draw_image, image)])

    def _draw_grid(self, plot: Plot, lines: Any) -> None:
        for curve, line in zip(self._grids[plot], lines, strict=True):
            curve.setData(*line)
        plot.stillness.end()

    def _draw_image(self, lines: Any) -> None:
        self._draw_grid(self.image, lines)
        u, v = (np.concatenate([line[axis] for line in lines]) for axis in (0, 1))
        known = np.isfinite(u) & np.isfinite(v)
        if known.any():
            self._say("")
            self.image.box.setRange(xRange=extent_of(u[known]), yRange=extent_of(v[known]), padding=0.06)
        else:
            self._say(self.tr("The map is not defined in this part of the plane."))
        self.pictureReady.emit()

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 220)

    def keyPressEvent(self, event: Any) -> None:
        (x0, x1), _ = self.domain.box.viewRange()
        if self.map is None:
            super().keyPressEvent(event)
        elif (step := step_of(event, x1 - x0)) is not None:
            self.move_to(self._point[0] + step[0], self._point[1] + step[1])
        elif (zoom := zoom_of(event)) is not None:
            self.domain.box.scaleBy([zoom] * 2)
        elif event.key() == Qt.Key.Key_Home:
            self.reset_view()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._background.reopen()
        if self.map is not None:
            self._timer.start(0)


def _orientation(det: float, rank: int) -> str:
    """What the sign of the Jacobian determinant says, and where it is nought the rank."""
    if det > 0:
        return say("The map keeps the orientation here.")
    if det < 0:
        return say("The map reverses the orientation here.")
    if rank:
        return say("The map flattens the plane to a line here.")
    return say("To first order the map takes everything here to one point.")
