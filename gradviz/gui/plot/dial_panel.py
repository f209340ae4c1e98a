"""Why the gradient: a step of fixed length turns around the point, and beside it stands what it does to f."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from gradviz.gui.plot.axes import MARGINS, Plot
from gradviz.gui.plot.background import Background
from gradviz.gui.plot.names import html_name, html_number, plain_name, plain_number
from gradviz.gui.plot.number_field import NumberField
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.tool_row import ToolButton
from gradviz.gui.small_parts import rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.dial import Dial, dial
from gradviz.sentences import say

__all__ = ["DialPanel"]

SHARE = 0.11
"""Of the view's shorter side: the length of the step at first."""
NAMES = 28.0
"""Pixels above the curves that the names of the directions take."""
TICK = 33
TURN = 6.0
"""Seconds of a full turn."""


class DialPanel(QWidget):
    """The dial's controls and the plot of the increments over the angle. It works only while it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialPanel")
        self.setAccessibleName(self.tr("Why the gradient"))
        self._view: PlaneView | None = None
        self._theme = current_theme()
        self._background = Background(self)
        self.dial: Dial | None = None
        self.angle = math.radians(30)
        self._length = 0.0
        self._function = self._about = ""
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(lambda: self.set_angle(self.angle + 2 * math.pi * TICK / 1000 / TURN))
        self._build()

    def _build(self) -> None:
        self.play = ToolButton(
            "dialPlay", "play", self.tr("Turn"), self.tr("Let the step turn through all directions (Space)"), self
        )
        self.play.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.play.clicked.connect(self.toggle)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("dialAngle")
        self.slider.setAccessibleName(self.tr("Direction of the step in degrees"))
        self.slider.setRange(0, 360)
        self.slider.setPageStep(15)
        self.slider.valueChanged.connect(lambda degrees: self.set_angle(math.radians(degrees)))
        self.length = NumberField("dialLength", self.tr("Length of the step"), self, width=64)
        self.length.caption.setText("|<i>δ</i>|&nbsp;=")
        self.length.entered.connect(self._on_length)
        self.message = rich_label(self, "dialMessage", self.tr("What is wrong"), "error")
        self.message.hide()
        self.length.refused.connect(self._say)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.play)
        row.addWidget(self.slider, 1)
        row.addWidget(self.length.caption)
        row.addWidget(self.length)
        self.readout = rich_label(self, "dialReadout", self.tr("What the step does"))
        self.plot = Plot("dialPlot", self.tr("Change of the function over the direction of the step"), self)
        self.plot.setMinimumHeight(96)
        self.plot.legend = self.readout
        item = self.plot.getPlotItem()
        item.setMouseEnabled(False, False)
        item.setXRange(0, 360, padding=0)
        item.getAxis("bottom").setTicks([[(a, f"{a}°") for a in range(0, 361, 45)]])
        left, top, right, bottom = MARGINS
        half = QFontMetricsF(item.getAxis("bottom").font()).horizontalAdvance("360°") / 2
        item.layout.setContentsMargins(left, top, max(right, half + 2), bottom)  # the last angle is written at the end
        self.increments = item.plot(antialias=True, name="f(x + δ) - f(x)")
        self.differentials = item.plot(antialias=True, name="∇f·δ")
        self._marks = [pg.InfiniteLine(angle=90) for _ in range(3)]
        self._names = [pg.TextItem(anchor=(0.5, 0)) for _ in range(3)]
        for mark in (*self._marks, *self._names):
            item.addItem(mark, ignoreBounds=True)
        self.now = pg.InfiniteLine(angle=90, movable=True, bounds=(0, 360))
        self.now.sigPositionChanged.connect(self._on_line)
        item.addItem(self.now, ignoreBounds=True)
        self._dots = pg.ScatterPlotItem(size=9, pxMode=True, antialias=True, name="this step")
        item.addItem(self._dots, ignoreBounds=True)
        self.plot.box.sigResized.connect(self._place_names)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 4)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.message)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.readout)

    def connect_to(self, view: PlaneView) -> None:
        """Turn around the point of a plane."""
        self._view = view
        view.pointShown.connect(self._on_point)
        view.landscapeShown.connect(self._on_landscape)
        view.canvas.dial.turned.connect(self._on_turned)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.plot.set_theme(theme)
        self.play.set_theme(theme)
        self.increments.setPen(pg.mkPen(theme.ok, width=2))
        self.differentials.setPen(pg.mkPen(theme.plot_gradient, width=2, style=Qt.PenStyle.DashLine))
        for mark, name, colour in zip(
            self._marks, self._names, (theme.plot_gradient, theme.muted, theme.muted), strict=True
        ):
            mark.setPen(pg.mkPen(colour, width=1, style=Qt.PenStyle.DotLine))
            name.setColor(colour)
            name.fill = QBrush(QColor(theme.plot_background))  # the mark ends below its name
            name.setZValue(2)
        self.now.setPen(pg.mkPen(theme.accent, width=2))
        self.now.setHoverPen(pg.mkPen(theme.accent, width=4))
        self._dots.setPen(pg.mkPen(theme.plot_point, width=1))
        self._dots.setBrush(pg.mkBrush(theme.accent))
        self._show()

    @property
    def busy(self) -> bool:
        return self._background.busy

    def shutdown(self) -> None:
        self._timer.stop()
        self._background.shutdown()

    # --- turning

    def set_angle(self, angle: float) -> None:
        """Turn the step to an angle, in radians."""
        self.angle = angle % (2 * math.pi) if angle != 2 * math.pi else angle
        self._show()

    def toggle(self) -> None:
        """Turn, or stop."""
        playing = not self._timer.isActive()
        if playing and self.dial is not None:
            self._timer.start()
        else:
            self._timer.stop()
        self._show_play()

    def is_playing(self) -> bool:
        return self._timer.isActive()

    def _show_play(self) -> None:
        playing = self._timer.isActive()
        self.play.icon_name = "pause" if playing else "play"
        self.play.setText(self.tr("Stop") if playing else self.tr("Turn"))
        self.play.setAccessibleName(self.play.text())
        self.play.set_theme(self._theme)

    def _on_line(self, *_args: Any) -> None:
        self.set_angle(math.radians(float(self.now.value())))

    def _on_turned(self, angle: float) -> None:
        self._timer.stop()
        self._show_play()
        self.set_angle(angle)

    # --- what is shown

    def _on_landscape(self) -> None:
        self._length = 0.0
        self.dial = None
        self._on_point()

    def _on_point(self, *_args: float) -> None:
        view = self._view
        if view is None or not self.isVisible():
            return
        landscape = view.landscape
        self.setEnabled(landscape is not None)
        if landscape is None:
            self._timer.stop()
            self._show_play()
            return
        if self._length == 0.0:
            seen = view.visible_view()
            self._length = float(f"{SHARE * min(seen.width, seen.height):.1g}")
            self.length.set_value(self._length)
        (x, y), length = view.point(), self._length

        def work(_cancelled: Callable[[], bool]) -> Dial:
            return dial(landscape, x, y, length)

        self._background.run("dial", work, self._take, self._say, finish=True)

    def _take(self, found: Dial) -> None:
        self.dial = found
        degrees = np.round(np.degrees(found.angles), 9)
        self.increments.setData(degrees, found.increments, connect="finite")
        self.differentials.setData(degrees, found.differentials, connect="finite")
        self._place_names()
        self._about = self._whole(found)
        self._say(told(found.reason))
        self._show()

    def _whole(self, found: Dial) -> str:
        """What the curves do over all directions, for those who do not see them."""
        known = np.isfinite(found.increments)
        if not known.any():
            return ""
        degrees = np.degrees(found.angles)
        ends = [int(np.where(known, side * found.increments, -np.inf).argmax()) for side in (-1, 1)]
        said = self.tr(
            "Over all directions the change goes from {least} at {first} degrees to {most} at {second} degrees."
        ).format(
            least=plain_number(float(found.increments[ends[0]])),
            first=f"{degrees[ends[0]]:.0f}",
            most=plain_number(float(found.increments[ends[1]])),
            second=f"{degrees[ends[1]]:.0f}",
        )
        if math.isfinite(found.gradient_angle):
            largest = self.tr("The differential is largest, {value}, along the gradient at {angle} degrees.")
            value = plain_number(found.length * float(np.hypot(*found.gradient)))
            said += " " + largest.format(value=value, angle=f"{math.degrees(found.gradient_angle):.0f}")
        return said

    def _place_names(self, *_args: Any) -> None:
        """The names of the directions stand above the curves, whole."""
        found = self.dial
        if found is None:
            return
        box, top = self.plot.box, 1.0
        both = np.concatenate([found.increments, found.differentials])
        both = both[np.isfinite(both)]
        if both.size:
            low, high = float(both.min()), float(both.max())
            share = min(NAMES / max(box.height(), 1.0), 0.4)  # what the names above take of the height
            pad = (high - low) * share / (0.95 - share) or max(abs(high), 1.0)
            top = high + pad
            self.plot.getPlotItem().setYRange(low - 0.05 * (top - low), top, padding=0)
        known = math.isfinite(found.gradient_angle)
        names = (f"∇{plain_name(self._view.names()[2])}" if self._view is not None else "", "90°", "−90°")
        for mark, name, angle, text in zip(
            self._marks, self._names, (found.gradient_angle, *found.tangent_angles), names, strict=True
        ):
            mark.setVisible(known)
            name.setVisible(known)
            if known:
                degrees = math.degrees(angle)
                mark.setPos(degrees)
                name.setText(text)
                name.setPos(degrees, top)
                name.setAnchor((_left_of(degrees / 360 * box.width(), name.boundingRect().width(), box.width()), 0.0))

    def _show(self) -> None:
        found, view = self.dial, self._view
        degrees = math.degrees(self.angle)
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(degrees))
        self.now.blockSignals(True)
        self.now.setPos(degrees)
        self.now.blockSignals(False)
        if found is None or view is None:
            return
        change, linear = found.at(self.angle)
        self._dots.setData([degrees] * 2, [change if math.isfinite(change) else linear, linear])
        if self.isVisible():
            view.canvas.dial.show_step(found.x, found.y, found.length, self.angle)
        f = html_name(view.names()[2])
        if self._function != f:  # labels are laid out anew each time, which a turning step need not wait for
            self._function = f
            self.plot.set_labels(
                bottom=self.tr("direction of {step}").format(step="<i>δ</i>"),
                left=self.tr("change of {function}").format(function=f),
            )
        away = math.degrees((self.angle - found.gradient_angle + math.pi) % (2 * math.pi) - math.pi)
        true, model = self._theme.ok, self._theme.plot_gradient
        text = (
            f"<span style='color:{true}'>━ {f}(<i>x</i>+<i>δ</i>) − {f}(<i>x</i>) = {html_number(change)}</span>"
            f"&nbsp;&nbsp; <span style='color:{model}'>╌ ∇{f}·<i>δ</i> = {html_number(linear)}</span>"
        )
        said = self.tr("Step towards {angle} degrees: change {change}, differential {differential}.").format(
            angle=f"{degrees:.0f}", change=plain_number(change), differential=plain_number(linear)
        )
        if math.isfinite(away):
            away = 0.0 if abs(away) < 0.5 else away
            angle, remark = f"{abs(away):.0f}", told(_remark(away))
            text += "&nbsp;&nbsp; " + self.tr("{angle}° from {gradient}.").format(angle=angle, gradient=f"∇{f}")
            text += f" {remark}"
            said += " " + self.tr("{angle} degrees from the gradient.").format(angle=angle) + f" {remark}"
        elif linear == 0:
            remark = told(say("The gradient is nought: to first order no direction is better than another."))
            text += f"&nbsp;&nbsp; {remark}"
            said += f" {remark}"
        self.readout.setText(text)
        said = f"{said.strip()} {self._about}".strip()
        self.setAccessibleDescription(said)
        self.plot.setAccessibleDescription(said)

    def _on_length(self, length: float) -> None:
        if length <= 0:
            self._say(self.tr("The length of a step is positive."))
            return
        self._say("")
        self._length = length
        self._on_point()

    def _say(self, text: str) -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))

    # --- Qt

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._view is not None:
            self._view.canvas.dial.set_visible(True)
            self._on_point()

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._show_play()
        if self._view is not None:
            self._view.canvas.dial.set_visible(False)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggle()
        else:
            super().keyPressEvent(event)


def _left_of(at: float, width: float, room: float) -> float:
    """The share of a name's width that is left of where it belongs: half of it, but none of it outside the plot."""
    return min(max(width / 2, width - (room - at)), at) / max(width, 1.0)


def _remark(away: float) -> str:
    """What is special about a direction, by its angle from the gradient in degrees."""
    if abs(away) < 4:
        return say("Along the gradient the increase is largest.")
    if abs(abs(away) - 90) < 4:
        return say("Along the contour the function does not change to first order.")
    if abs(abs(away) - 180) < 4:
        return say("Against the gradient the decrease is largest: the direction of descent.")
    return ""
