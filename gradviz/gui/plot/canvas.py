"""The graphics of the plane as pyqtgraph items: what colours it, contours, field, point and overlays."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QGraphicsView

from gradviz.gui.plot.arrow import GradientArrow
from gradviz.gui.plot.axes import DIRECTION_POINTS, direction_label, paint_axes
from gradviz.gui.plot.axis import Axis, prepare_axes
from gradviz.gui.plot.backdrop import Backdrop, Hatching, painted_whole
from gradviz.gui.plot.choices import PlotChoices
from gradviz.gui.plot.colour_bar import BELOW, ColourBar
from gradviz.gui.plot.dial_mark import DialMark
from gradviz.gui.plot.drawn_path import Frame, PathSource
from gradviz.gui.plot.extras import Surface
from gradviz.gui.plot.handle import Handle
from gradviz.gui.plot.names import html_arguments, html_name, plain_name
from gradviz.gui.plot.overlay import Overlay
from gradviz.gui.plot.overlays import HessianMark, Labels, ModelContours, StationaryMarks, StreamLines
from gradviz.gui.plot.picture import FIELD_POINTS, Picture
from gradviz.gui.plot.pixels import pixel_size
from gradviz.gui.plot.point_marks import PointMarks
from gradviz.gui.plot.shades import less_legible, table
from gradviz.gui.plot.stillness import Stillness, Unpainted
from gradviz.gui.plot.stroke import stroke_pen
from gradviz.gui.plot.trajectory import Trajectory
from gradviz.gui.theme import Theme
from gradviz.gui.turns import Turns
from gradviz.numeric.contours import Scale, joined, levels_for
from gradviz.numeric.plane_model import PlaneModel
from gradviz.numeric.planes import View
from gradviz.numeric.stationary import StationarySet

__all__ = ["Canvas"]

CLICK_RADIUS = 14.0
"""Pixels around the point within which a click means the point."""
TALL = 300
"""Pixels of height from which the plot has a title."""


class Canvas(pg.GraphicsLayoutWidget):
    """The drawing.

    Attributes
    ----------
    stillness : while another function's picture is on its way.

    Signals
    -------
    pointDragged(x, y) : the point is being dragged.
    clicked(x, y) : a click that is not on the point.
    hovered(x, y) : the mouse is over the plane.
    left() : it is there no longer.
    viewChanged() : zoomed, moved or resized.
    """

    pointDragged = Signal(float, float)
    clicked = Signal(float, float)
    hovered = Signal(float, float)
    left = Signal()
    viewChanged = Signal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.setObjectName("planeCanvas")
        self.setFrameShape(self.Shape.NoFrame)
        self.choices = PlotChoices()
        self._picture: Picture | None = None
        self._surfaces: dict[str, Surface] = {}
        self._painted: tuple[object, str] = (None, "")
        self._unpainted = Unpainted(self)
        self._gradient = (0.0, 0.0)
        self._model: PlaneModel | None = None
        self._typical = 1.0
        self._one_ink = False
        self._needs_other = np.zeros(256, dtype=bool)
        self._tables: dict[str, np.ndarray] = {}
        self._written: dict[str, tuple[str, dict[str, str]]] = {}
        self.ci.layout.setContentsMargins(8, 6, 8, 4)
        self.ci.layout.setHorizontalSpacing(10)
        axes = {side: Axis(side) for side in ("bottom", "left")}
        self.plot = self.addPlot(0, 0, enableMenu=False, axisItems=axes)
        self.plot.hideButtons()
        self.plot.setClipToView(False)
        self.box = self.plot.getViewBox()
        self.box.setAspectLocked(True)  # or arrows would not stand on contours at right angles
        self.box.setLimits(minXRange=1e-9, minYRange=1e-9, maxXRange=1e9, maxYRange=1e9)
        # Painting a new heat map and its lines in one go would hold up a keystroke.
        self._stages = Turns(self, budget=0, may_go_on=lambda: not self._unpainted)
        self.stillness = Stillness(self)
        self._make_items()
        self.bar = ColourBar()
        self.addItem(self.bar, 0, 1)
        self.plot.getAxis("bottom").setHeight(BELOW)
        self.box.sigRangeChanged.connect(self._on_range)
        self.box.sigResized.connect(self._on_range)
        for plot in (self.plot, self.bar):
            plot.getViewBox().sigResized.connect(lambda _box, plot=plot: self._prepare(plot))
        self.scene().sigMouseClicked.connect(self._on_click)
        self.scene().sigMouseMoved.connect(self._on_moved)

    def _make_items(self) -> None:
        """From below: what is computed with the picture; the model at the point; what is found and what was run; the
        other drawings at the point; the handles. The first and the third stay as they are while the point moves.
        """
        self.backdrop, self.above = Backdrop(self.plot, -50), Backdrop(self.plot, 10)
        below, over = Overlay(self.plot, 2), Overlay(self.plot, 29.5)
        self.hatching = Hatching(self.plot)
        self.heat = pg.ImageItem(axisOrder="row-major")
        # Each twice: in the ink of the scheme, and in the other one for where the heat map is as dark (or as light).
        self.contours = pg.PlotCurveItem(connect="finite", antialias=True)
        self.contours_other = pg.PlotCurveItem(connect="finite", antialias=True)
        self.field = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.field_other = pg.PlotCurveItem(connect="pairs", antialias=True)
        written = Overlay(self.plot, 0)
        lines = Backdrop(self.plot, -20, within=self.backdrop)
        for item in (self.contours, self.contours_other):
            lines.add(item, 0)
        for z, item in (
            (-40, self.hatching),
            (-30, self.heat),
            (-10, self.field),
            (-10, self.field_other),
            (-8, written),
        ):
            self.backdrop.add(item, z)
        self.labels, self.region_labels = Labels(written), Labels(written, pixels=12)
        self.labels.give_way_to(self.region_labels)
        self.streams = StreamLines(self.backdrop)
        self.stationary = StationaryMarks(self.backdrop, self.above)
        self.trajectory = Trajectory(self.plot, self.above.add, self)
        self.model_contours = ModelContours(below)
        self.laid_through = PointMarks(over, 0)
        self.hessian = HessianMark(over, 1)
        self.arrow = GradientArrow(over, 3)
        self.dial = DialMark(self.plot, over, 2, self.arrow, self)
        self.point = Handle(self.plot, 40, size=16)
        self.point.setCursor(Qt.CursorShape.OpenHandCursor)
        self.point.dragged.connect(self.pointDragged)

    # --- what is shown

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackground(theme.plot_background)
        self._tables = {colour: table(colour, theme) for colour in ("value", "error", "definiteness", "none")}
        self.bar.set_theme(theme, self._tables["value"])
        ink = theme.plot_field
        other = theme.plot_point
        for item, colour, alpha in (
            (self.contours, theme.plot_contour, 190),
            (self.contours_other, other, 150),
            (self.field, ink, 185),
            (self.field_other, other, 215),
        ):
            pen = QColor(colour)
            pen.setAlpha(alpha)
            item.setPen(pg.mkPen(pen, width=1))
        self._needs_other = less_legible(theme.heat, ink, other)
        for part in (
            self.arrow,
            self.labels,
            self.region_labels,
            self.streams,
            self.stationary,
            self.model_contours,
            self.laid_through,
            self.hessian,
            self.dial,
            self.trajectory,
        ):
            part.set_theme(theme)
        pens = stroke_pen(theme.plot_point_border, 2.5), stroke_pen(theme.accent, 3)
        self.point.set_look(*pens, pg.mkBrush(theme.plot_point))
        self.hatching.set_brush(QBrush(QColor(theme.border_strong), Qt.BrushStyle.BDiagPattern))
        paint_axes(self.plot, theme)
        self._painted = (None, "")
        self._title = None
        self._written.clear()  # the axes' labels have lost their colour
        self._label_bar()
        if self._picture is not None:
            self._paint_surface()
            self._draw_lines(self._picture)
            self._draw_at_point()

    def set_names(self, x: str, y: str, function: str) -> None:
        """Label the axes and the colour bar."""
        for axis, name in (("bottom", x), ("left", y)):
            words = " " in name  # a direction: a letter for formulas, and what it is
            room = self.width() if axis == "bottom" else self.height()
            text = direction_label("s" if axis == "bottom" else "t", name, room) if words else html_name(name)
            self._set_label(axis, text, small=words)
        self._axes = x, y
        self._function = function
        self.arrow.set_name(plain_name(function))
        self._coordinates = html_arguments(x, y)
        self._label_bar()

    _theme: Theme | None = None
    _function = "f"
    _axes = ("x", "y")
    _coordinates = "<i>x</i>, <i>y</i>"

    def _label_style(self, small: bool = False) -> dict[str, str]:
        """With the colour: setLabel forgets the one that was set before."""
        return {"font-size": f"{DIRECTION_POINTS}pt" if small else "13pt"} | (
            {"color": self._theme.text} if self._theme is not None else {}
        )

    def _set_label(self, axis: str, text: str, small: bool = False) -> None:
        """Name an axis; the same name again would draw it anew."""
        style = self._label_style(small)
        if self._written.get(axis) != (text, style):
            self._written[axis] = (text, style)
            self.plot.setLabel(axis, text, **style)

    def show_picture(self, picture: Picture | None) -> None:
        """Put a picture's layers in place; None clears them."""
        self._picture = picture
        self.stillness.end()
        if picture is None:
            self._stages.cancel()
            self._surfaces.clear()
            for item in (self.contours, self.contours_other, self.field, self.field_other):
                item.setData([], [])
            self.labels.show_labels(())
            self.region_labels.show_labels(())
            self.streams.show_lines(np.empty(0), np.empty(0))
            self.stationary.show_set(None)
            self.stationary.choose(None, None)
            self._model = None
            self.heat.setVisible(False)
            self.hatching.cover(QRectF())
            self._painted = (None, "")
            return
        self._typical = picture.field_norm
        self._unpainted.put()
        self._paint_surface()
        self._stages.start(self._lines_of(picture))
        self._draw_arrow()
        self._prepare(self.plot, self.bar)

    def _prepare(self, *plots: pg.PlotItem) -> None:
        """Axes are drawn before they are painted with a picture; without one there is time."""
        if self._picture is not None:
            prepare_axes(*plots)

    def show_surface(self, colour: str, surface: Surface | None) -> None:
        """What colours the plane for "definiteness" or "error"; None when there is nothing to show."""
        if surface is None:
            self._surfaces.pop(colour, None)
        else:
            self._surfaces[colour] = surface
        if colour == "definiteness":
            self.region_labels.show_labels(surface.labels if surface is not None else ())
        self._paint_surface()
        self.show_choices(self.choices)

    def show_stationary(self, found: StationarySet | None) -> None:
        """Mark stationary points; None for none."""
        self.stationary.show_set(found)
        self.stationary.choose(None, None)
        self.stationary.set_visible(self.choices.stationary and self._picture is not None)

    def surface(self, colour: str) -> Surface | None:
        return self._surfaces.get(colour)

    def _paint_surface(self) -> None:
        """The image below everything, in the colours of what was chosen."""
        picture = self._picture
        if picture is None:
            return
        colour, surface = self.choices.colour, self._surfaces.get(self.choices.colour)
        if surface is None:
            pixels, view, scale = picture.pixels, picture.view, picture.scale
            colour = "value" if self.choices.colour == "value" else "none"
        else:
            pixels, view, scale = surface.pixels, surface.view, surface.scale
        self._bar_scale = scale if colour in ("value", "error") else None
        if pixels is not self._painted[0] or colour != self._painted[1]:
            self._painted = (pixels, colour)
            self.heat.setLookupTable(self._tables[colour], update=False)
            self.heat.setImage(pixels, autoLevels=False, levels=(0, 255))
            covered = QRectF(view.x0, view.y0, view.width, view.height)
            self.heat.setRect(covered)
            self.hatching.cover(covered)
        self.heat.setVisible(True)
        self._label_bar()

    _bar_scale: Scale | None = None
    _title: str | None = None

    @property
    def drawing(self) -> bool:
        """Whether the lines of the last picture, or a long path, are still to come."""
        return self._stages.busy or self.trajectory.busy

    def _lines_of(self, picture: Picture) -> list[Callable[[], None]]:
        """What draws a picture's lines; each part is painted before the next one is made."""
        draws = self._draw_contours, self._draw_field, self._draw_labels
        return [partial(self._put, draw, picture) for draw in draws]

    def _put(self, draw: Callable[[Picture], None], picture: Picture) -> None:
        self._unpainted.put()
        draw(picture)

    def _draw_lines(self, picture: Picture) -> None:
        """Contours, field and labels at once."""
        self._stages.start(self._lines_of(picture))
        self._stages.finish()

    def _other_ink(self) -> np.ndarray:
        """For each shade, whether lines take the other ink to be seen on it; on paper, without a heat map, never."""
        return np.zeros(256, dtype=bool) if self._one_ink else self._needs_other

    def _draw_contours(self, picture: Picture) -> None:
        levels = self._other_ink()[(picture.scale(picture.levels) * 254).astype(int)]
        for item, which in ((self.contours, False), (self.contours_other, True)):
            lines = [line for line, dark in zip(picture.contours, levels, strict=True) if dark == which]
            item.setData(*joined(lines))

    def _draw_field(self, picture: Picture) -> None:
        shades = (np.nan_to_num(picture.field_shade) * 254).astype(int)
        arrows = np.repeat(self._other_ink()[shades], FIELD_POINTS)
        for item, chosen in ((self.field, ~arrows), (self.field_other, arrows)):
            item.setData(picture.field_x[chosen], picture.field_y[chosen])

    def _draw_labels(self, picture: Picture) -> None:
        self.labels.show_labels(picture.labels)
        self.labels.set_visible(self.choices.contours != "none")
        self._draw_model()

    def _label_bar(self) -> None:
        colour = self.choices.colour
        shown = self._bar_scale is not None and colour in ("value", "error")
        self.bar.setVisible(shown or (self._picture is None and colour == "value"))
        name = html_name(self._function)
        title = {
            "value": f"{name}({self._coordinates})",
            "none": f"{name}({self._coordinates})",
            "definiteness": self.tr("Definiteness of the Hessian of {function}").format(
                function=f"{name}({self._coordinates})"
            ),
            "error": self.tr("{difference}, the error of the Taylor model at the point").format(
                difference=f"|{name} − <i>T</i><sub>2</sub>|"
            ),
        }[colour]
        title = title if self.height() >= TALL else ""
        if self._theme is not None and title != self._title:
            self._title = title
            self.plot.setTitle(title or None, size="9pt", color=self._theme.muted)
            self.bar.leave_room_for_title(bool(title))
        self.bar.set_name(f"|{name} − <i>T</i><sub>2</sub>|" if colour == "error" else name)
        if self._picture is None or self._bar_scale is None:
            return
        scale = self._bar_scale
        levels = self._picture.levels if scale is self._picture.scale else levels_for(scale)
        self.bar.show_scale(scale, levels)

    def show_choices(self, choices: PlotChoices) -> None:
        """Which layers to draw."""
        before, self.choices = self.choices, choices
        shown = self._picture is not None
        for item in (self.contours, self.contours_other):
            item.setVisible(choices.contours != "none" and shown)
        self.labels.set_visible(choices.contours != "none" and shown)
        for item in (self.field, self.field_other):
            item.setVisible(choices.field in ("scaled", "unit") and shown)
        self.streams.set_visible(choices.field == "streamlines" and shown)
        self.stationary.set_visible(choices.stationary and shown)
        self.region_labels.set_visible(choices.colour == "definiteness" and shown)
        self.model_contours.set_visible(choices.taylor > 0 and shown)
        self.hessian.set_visible(choices.hessian and shown)
        if choices.aspect != before.aspect:
            self.box.setAspectLocked(choices.aspect)
        self._paint_surface()
        if shown and (choices.taylor, choices.hessian) != (before.taylor, before.hessian):
            self._draw_at_point()
        one_ink = choices.colour != "value"
        if one_ink != self._one_ink:
            self._one_ink = one_ink
            if self._picture is not None:
                self._draw_lines(self._picture)
        if not shown:
            self._label_bar()

    # --- at the point

    def set_point(self, x: float, y: float, gradient: tuple[float, float]) -> None:
        """Move the point without a signal, with the gradient there; one that is not finite means no arrow."""
        self.point.setPos(x, y)
        self._gradient = gradient
        self._draw_arrow()

    def set_model(self, model: PlaneModel | None) -> None:
        """The Taylor model at the point, of which the Hessian and the model's contours are drawn."""
        self._model = model
        self._draw_at_point()

    def _draw_at_point(self) -> None:
        self._draw_hessian()
        self._draw_model()

    def _draw_hessian(self) -> None:
        if self._model is not None and self.choices.hessian:
            self.hessian.show_hessian(self._model.x, self._model.y, self._model.hessian, self.pixel())

    def _draw_model(self) -> None:
        if self._model is not None and self._picture is not None and self.choices.taylor:
            self.model_contours.show_model(self._model, self.choices.taylor, self._picture.levels, self.view())

    def _draw_arrow(self) -> None:
        place = self.point.place() if self.point.isVisible() else None
        self.arrow.show_gradient(place, self._gradient, self._typical, self.pixel(), self.view())

    # --- the view

    def pixel(self) -> tuple[float, float]:
        """The size of a pixel in the plane."""
        return pixel_size(self.box)

    def view(self) -> View:
        (x0, x1), (y0, y1) = self.box.viewRange()
        return View(float(x0), float(x1), float(y0), float(y1))

    def levels(self) -> np.ndarray:
        """The levels of the contours; none without a picture."""
        return self._picture.levels if self._picture is not None else np.empty(0)

    def set_view(self, view: View) -> None:
        """Show a rectangle; the shorter side of the widget decides, so all of it is seen."""
        self.box.setRange(QRectF(view.x0, view.y0, view.width, view.height), padding=0)

    def area(self) -> tuple[float, float]:
        """The width and height of the drawing in pixels."""
        return float(self.box.width()), float(self.box.height())

    def set_path(self, path: PathSource | None) -> None:
        """Draw a descent's path, from its first step; None for none."""
        self.trajectory.set_path(path)
        self.place_trajectory()

    def place_trajectory(self) -> None:
        view = self.view()
        centre = ((view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2)
        self.trajectory.place(Frame(self.pixel(), centre, max(view.width, view.height) / 2))

    def _on_range(self, *_args) -> None:
        self._draw_arrow()
        self._draw_hessian()
        self.place_trajectory()
        if self._picture is not None:
            self._label_bar()
        self.viewChanged.emit()

    def _on_click(self, event) -> None:
        where = event.scenePos()
        left = event.button() == Qt.MouseButton.LeftButton
        if not (left and self.point.isVisible() and self.box.sceneBoundingRect().contains(where)):
            return
        on_point = self.box.mapViewToScene(self.point.pos())
        if math.hypot(where.x() - on_point.x(), where.y() - on_point.y()) < CLICK_RADIUS:
            return
        place = self.box.mapSceneToView(where)
        event.accept()
        self.clicked.emit(float(place.x()), float(place.y()))

    def _on_moved(self, where: QPointF) -> None:
        if self.box.sceneBoundingRect().contains(where):
            place = self.box.mapSceneToView(where)
            self.hovered.emit(float(place.x()), float(place.y()))
        else:
            self.left.emit()

    def paintEvent(self, event) -> None:
        self.scene().prepareForPaint()  # as pyqtgraph's view does it; texts turn with the plane
        QGraphicsView.paintEvent(self, painted_whole(event, self, self.box, (self.backdrop, self.above)))
        self._unpainted.painted(event, self.mapFromScene(self.box.sceneBoundingRect().center()))

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if self._theme is not None:  # pyqtgraph resizes it before it is built
            if any(" " in name for name in self._axes):
                self.set_names(*self._axes, self._function)
            self._label_bar()

    def leaveEvent(self, event) -> None:
        super().leaveEvent(event)
        self.left.emit()
