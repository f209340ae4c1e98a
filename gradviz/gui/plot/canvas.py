"""The graphics of the plane as pyqtgraph items: heat map, contours, field, point and colour bar."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QPen
from PySide6.QtWidgets import QGraphicsItem

from gradviz.gui.plot.names import html_name
from gradviz.gui.plot.picture import FIELD_POINTS, UNDEFINED, Picture
from gradviz.gui.plot.trajectory import Trajectory
from gradviz.gui.theme import Theme
from gradviz.numeric.contours import joined, tick_text
from gradviz.numeric.landscape import View

__all__ = ["Canvas"]

CLICK_RADIUS = 14.0
"""Pixels around the point within which a click means the point."""
STAGE = 8
"""Milliseconds between a new heat map and its lines: painting both in one go would hold up a keystroke."""
ARROW = (32.0, 46.0)
"""Length in pixels of the gradient arrow at the point: the least, and what is added as the gradient grows."""


class Canvas(pg.GraphicsLayoutWidget):
    """The drawing.

    Signals
    -------
    pointDragged(x, y) : the point is being dragged.
    clicked(x, y) : a click that is not on the point.
    viewChanged() : zoomed, moved or resized.
    """

    pointDragged = Signal(float, float)
    clicked = Signal(float, float)
    viewChanged = Signal()

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.setObjectName("planeCanvas")
        self.setFrameShape(self.Shape.NoFrame)
        self._theme: Theme | None = None
        self._picture: Picture | None = None
        self._gradient = (0.0, 0.0)
        self._typical = 1.0
        self._quiet = False
        self._heat_shown = True
        self._needs_other = np.zeros(256, dtype=bool)
        self.ci.layout.setContentsMargins(8, 8, 8, 4)
        self.ci.layout.setHorizontalSpacing(10)
        axes = {side: _Axis(side) for side in ("bottom", "left")}
        self.plot = self.addPlot(0, 0, axisItems=axes)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setClipToView(False)
        self.box = self.plot.getViewBox()
        self.box.setAspectLocked(True)  # or arrows would not stand on contours at right angles
        self.box.setLimits(minXRange=1e-9, minYRange=1e-9, maxXRange=1e9, maxYRange=1e9)
        self._lines_timer = QTimer(self)
        self._lines_timer.setSingleShot(True)
        self._lines_timer.timeout.connect(self._on_lines_due)
        self._make_items()
        self._make_colour_bar()
        self.trajectory = Trajectory(self.plot)
        self.box.sigRangeChanged.connect(self._on_range)
        self.box.sigResized.connect(self._on_range)
        self.scene().sigMouseClicked.connect(self._on_click)

    def _make_items(self) -> None:
        cached = QGraphicsItem.CacheMode.DeviceCoordinateCache
        self.heat = pg.ImageItem(axisOrder="row-major")
        # Each twice: in the ink of the scheme, and in the other one for where the heat map is as dark (or as light).
        self.contours = pg.PlotCurveItem(connect="finite", antialias=True)
        self.contours_other = pg.PlotCurveItem(connect="finite", antialias=True)
        self.field = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.field_other = pg.PlotCurveItem(connect="pairs", antialias=True)
        for z, item in (
            (-30, self.heat),
            (-20, self.contours),
            (-20, self.contours_other),
            (-10, self.field),
            (-10, self.field_other),
        ):
            item.setZValue(z)
            item.setCacheMode(cached)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.plot.addItem(item, ignoreBounds=True)
        self._arrow_halo = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.arrow = pg.PlotCurveItem(connect="pairs", antialias=True)
        self._arrow_label = pg.TextItem("∇f", anchor=(0.5, 0.5))
        for z, item in ((30, self._arrow_halo), (31, self.arrow), (32, self._arrow_label)):
            item.setZValue(z)
            item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
            self.plot.addItem(item, ignoreBounds=True)
        self.point = pg.TargetItem(size=16, symbol="o", movable=True)
        self.point.setZValue(40)
        self.point.setCursor(Qt.CursorShape.OpenHandCursor)
        self.point.sigPositionChanged.connect(self._on_dragged)
        self.plot.addItem(self.point, ignoreBounds=True)

    def _make_colour_bar(self) -> None:
        self.bar = self.addPlot(0, 1)
        self.bar.setMenuEnabled(False)
        self.bar.hideButtons()
        self.bar.setMouseEnabled(False, False)
        self.bar.hideAxis("left")
        self.bar.showAxis("right")
        # An empty axis below, as high as the plot's, so that plot and bar end at the same line.
        self.bar.getAxis("bottom").setStyle(showValues=False, tickLength=0)
        for plot in (self.plot, self.bar):
            plot.getAxis("bottom").setHeight(46)
        self.bar.setFixedWidth(74)
        self.bar.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
        self.bar.getViewBox().setDefaultPadding(0)
        self._bar_image = pg.ImageItem(axisOrder="row-major")
        self._bar_image.setImage(np.arange(255, dtype=np.uint8)[:, None], autoLevels=False, levels=(0, 255))
        self._bar_image.setRect(QRectF(0, 0, 1, 1))
        self.bar.addItem(self._bar_image, ignoreBounds=True)

    # --- what is shown

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setBackground(theme.plot_background)
        table = pg.ColorMap(np.linspace(0, 1, len(theme.heat)), list(theme.heat)).getLookupTable(0, 1, 255, alpha=True)
        lut = np.vstack([table, np.zeros((256 - len(table), 4), dtype=np.ubyte)])
        lut[UNDEFINED, 3] = 0
        self.heat.setLookupTable(lut)
        self._bar_image.setLookupTable(lut)
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
        self._needs_other = _less_legible(theme.heat, ink, other)
        halo = QColor(theme.plot_point)
        halo.setAlpha(190)
        self._arrow_halo.setPen(_round_pen(halo, 5.5))
        self.arrow.setPen(_round_pen(QColor(theme.plot_gradient), 2.5))
        self._arrow_label.setColor(theme.plot_gradient)
        self._arrow_label.fill = QBrush(halo)
        self.point.setPen(pg.mkPen(theme.plot_point_border, width=2.5))
        self.point.setBrush(pg.mkBrush(theme.plot_point))
        self.point.setHoverPen(pg.mkPen(theme.accent, width=3))
        self.point.setHoverBrush(pg.mkBrush(theme.plot_point))
        hatch = QBrush(QColor(theme.border_strong), Qt.BrushStyle.BDiagPattern)
        self.box.background.setBrush(hatch)
        self.box.updateBackground()
        self.box.background.setBrush(hatch)
        self.box.background.setVisible(True)
        self.box.setBorder(pg.mkPen(theme.border_strong))
        self.bar.getViewBox().setBorder(pg.mkPen(theme.border_strong))
        self.bar.getAxis("bottom").setPen(pg.mkPen(None))
        self.bar.getAxis("bottom").setTextPen(pg.mkPen(theme.plot_axis))
        for axis in (self.plot.getAxis("bottom"), self.plot.getAxis("left"), self.bar.getAxis("right")):
            axis.setPen(pg.mkPen(theme.border_strong))
            axis.setTextPen(pg.mkPen(theme.plot_axis))
            axis.setTickPen(pg.mkPen(theme.border_strong))
            axis.setStyle(tickLength=-4, tickTextOffset=6)
        self.trajectory.set_theme(theme)
        if self._picture is not None:
            self._draw_lines(self._picture)

    def set_names(self, x: str, y: str, function: str) -> None:
        """Label the axes and the colour bar."""
        for axis, name in (("bottom", x), ("left", y)):
            # Tick values are written out; "(x0.001)" beside a name would be read as part of the mathematics.
            self.plot.getAxis(axis).enableAutoSIPrefix(False)
            self.plot.setLabel(axis, html_name(name), **self._label_style())
        self.bar.setLabel("bottom", html_name(function), **self._label_style())

    def _label_style(self) -> dict[str, str]:
        """With the colour: setLabel forgets the one that was set before."""
        return {"font-size": "13pt"} | ({"color": self._theme.text} if self._theme is not None else {})

    def show_picture(self, picture: Picture | None) -> None:
        """Put a picture's layers in place; None clears them."""
        self._picture = picture
        for item in (self.heat, self.contours, self.contours_other, self.field, self.field_other):
            item.setVisible(picture is not None)
        if picture is None:
            self._lines_timer.stop()
            for item in (self.contours, self.contours_other, self.field, self.field_other):
                item.setData([], [])
            return
        self._typical = picture.field_norm
        self.heat.setImage(picture.pixels, autoLevels=False, levels=(0, 255))
        view = picture.view
        self.heat.setRect(QRectF(view.x0, view.y0, view.width, view.height))
        self._lines_timer.start(STAGE)
        self._label_bar(picture)
        self._draw_arrow()

    @property
    def drawing(self) -> bool:
        """Whether the lines of the last picture are still to come."""
        return self._lines_timer.isActive()

    def _on_lines_due(self) -> None:
        if self._picture is not None:
            self._draw_lines(self._picture)

    def _draw_lines(self, picture: Picture) -> None:
        """Contours and field, each in the ink that is seen on the heat map (or on the paper, without one)."""
        other = np.zeros(256, dtype=bool) if not self._heat_shown else self._needs_other
        levels = other[(picture.scale(picture.levels) * 254).astype(int)]
        for item, which in ((self.contours, False), (self.contours_other, True)):
            lines = [line for line, dark in zip(picture.contours, levels, strict=True) if dark == which]
            item.setData(*joined(lines))
        arrows = np.repeat(other[(np.nan_to_num(picture.field_shade) * 254).astype(int)], FIELD_POINTS)
        for item, chosen in ((self.field, ~arrows), (self.field_other, arrows)):
            item.setData(picture.field_x[chosen], picture.field_y[chosen])

    def _label_bar(self, picture: Picture) -> None:
        positions = picture.scale(picture.levels)
        room = max(self.bar.getViewBox().height(), 60) / 16
        ticks, last = [], -1.0
        for position, level in zip(positions.tolist(), picture.levels.tolist(), strict=True):
            if position - last >= 1 / room and 0.0 <= position <= 1.0:
                ticks.append((position, tick_text(level)))
                last = position
        self.bar.getAxis("right").setTicks([ticks])

    def show_layers(self, *, heat: bool, contours: bool, field: bool) -> None:
        """Which layers to draw."""
        shown = self._picture is not None
        self.heat.setOpacity(1.0 if heat else 0.0)
        for item in (self.contours, self.contours_other):
            item.setVisible(contours and shown)
        for item in (self.field, self.field_other):
            item.setVisible(field and shown)
        self.bar.setVisible(heat)
        if heat != self._heat_shown:
            self._heat_shown = heat
            if self._picture is not None:
                self._draw_lines(self._picture)

    def set_point(self, x: float, y: float) -> None:
        """Move the point without a signal."""
        self._quiet = True
        try:
            self.point.setPos(x, y)
        finally:
            self._quiet = False
        self._draw_arrow()

    def set_gradient(self, gx: float, gy: float) -> None:
        """The gradient at the point; not finite means no arrow."""
        self._gradient = (gx, gy)
        self._draw_arrow()

    def _draw_arrow(self) -> None:
        gx, gy = self._gradient
        norm = math.hypot(gx, gy)
        items = (self._arrow_halo, self.arrow, self._arrow_label)
        shown = math.isfinite(norm) and norm > 0 and self.point.isVisible()
        for item in items:
            item.setVisible(shown)
        if not shown:
            return
        pixel = self.pixel()[0]
        length = (ARROW[0] + ARROW[1] * norm / (norm + self._typical)) * pixel
        ux, uy = gx / norm, gy / norm
        position = self.point.pos()
        x0, y0 = position.x() + 9 * pixel * ux, position.y() + 9 * pixel * uy
        x1, y1 = position.x() + length * ux, position.y() + length * uy
        xs, ys = [x0, x1], [y0, y1]
        head = 10 * pixel
        for angle in (152, -152):
            c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            xs += [x1, x1 + head * (c * ux - s * uy)]
            ys += [y1, y1 + head * (s * ux + c * uy)]
        self._arrow_halo.setData(xs, ys)
        self.arrow.setData(xs, ys)
        view, edge = self.view(), 16 * pixel
        if view.x0 <= position.x() <= view.x1 and view.y0 <= position.y() <= view.y1:
            # Near the border the label turns inwards, beside the arrow.
            x2, y2 = x1 + edge * ux, y1 + 13 * pixel * uy
            x3 = min(max(x2, view.x0 + edge), view.x1 - edge)
            y3 = min(max(y2, view.y0 + edge), view.y1 - edge)
            if (x3, y3) != (x2, y2):
                side = 1.0 if uy * (view.x0 + view.x1 - 2 * x1) - ux * (view.y0 + view.y1 - 2 * y1) > 0 else -1.0
                x3 = min(max(x3 + side * uy * edge, view.x0 + edge), view.x1 - edge)
                y3 = min(max(y3 - side * ux * edge, view.y0 + edge), view.y1 - edge)
        else:
            x3, y3 = x1 + edge * ux, y1 + 13 * pixel * uy
        self._arrow_label.setPos(x3, y3)

    # --- the view

    def pixel(self) -> tuple[float, float]:
        """The size of a pixel in the plane."""
        width, height = self.box.viewPixelSize()
        return abs(float(width)) or 1.0, abs(float(height)) or 1.0

    def view(self) -> View:
        (x0, x1), (y0, y1) = self.box.viewRange()
        return View(float(x0), float(x1), float(y0), float(y1))

    def set_view(self, view: View) -> None:
        """Show a rectangle; the shorter side of the widget decides, so all of it is seen."""
        self.box.setRange(QRectF(view.x0, view.y0, view.width, view.height), padding=0)

    def area(self) -> tuple[float, float]:
        """The width and height of the drawing in pixels."""
        return float(self.box.width()), float(self.box.height())

    def place_trajectory(self) -> None:
        view = self.view()
        centre = ((view.x0 + view.x1) / 2, (view.y0 + view.y1) / 2)
        self.trajectory.place(self.pixel(), centre, max(view.width, view.height) / 2)

    def _on_range(self, *_args) -> None:
        self._draw_arrow()
        self.place_trajectory()
        if self._picture is not None:
            self._label_bar(self._picture)
        self.viewChanged.emit()

    def _on_dragged(self, *_args) -> None:
        if not self._quiet:
            position: QPointF = self.point.pos()
            self.pointDragged.emit(float(position.x()), float(position.y()))

    def _on_click(self, event) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.point.isVisible():
            return
        where = event.scenePos()
        if not self.box.sceneBoundingRect().contains(where):
            return
        on_point = self.box.mapViewToScene(self.point.pos())
        if math.hypot(where.x() - on_point.x(), where.y() - on_point.y()) < CLICK_RADIUS:
            return
        place = self.box.mapSceneToView(where)
        event.accept()
        self.clicked.emit(float(place.x()), float(place.y()))


class _Axis(pg.AxisItem):
    """An axis that writes negative numbers with a minus sign, not a hyphen."""

    def tickStrings(self, values, scale, spacing) -> list[str]:
        return [text.replace("-", "−") for text in super().tickStrings(values, scale, spacing)]


def _less_legible(heat: Sequence[str], ink: str, other: str) -> np.ndarray:
    """For each of 256 shades, whether `other` stands out from it more than `ink` (contrast as in WCAG 2)."""
    stops = np.array([QColor(c).getRgb()[:3] for c in heat], dtype=float)
    place = np.linspace(0, 1, len(stops))
    shades = np.stack([np.interp(np.linspace(0, 1, 256), place, stops[:, i]) for i in range(3)], axis=-1)

    def luminance(rgb: np.ndarray) -> np.ndarray:
        part = rgb / 255
        linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
        return linear @ np.array([0.2126, 0.7152, 0.0722]) + 0.05

    def contrast(colour: str) -> np.ndarray:
        ratio = luminance(shades) / luminance(np.array(QColor(colour).getRgb()[:3], dtype=float))
        return np.maximum(ratio, 1 / ratio)

    return np.asarray(contrast(other) > contrast(ink))


def _round_pen(colour: QColor, width: float) -> QPen:
    pen = pg.mkPen(colour, width=width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen
