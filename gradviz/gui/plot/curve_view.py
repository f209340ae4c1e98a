"""A function of one variable: its curve, the tangent and the increment at a point, and its Taylor polynomials."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gradviz.gui.plot.background import Background
from gradviz.gui.plot.curve_canvas import CurveCanvas
from gradviz.gui.plot.focus_ring import FocusRing
from gradviz.gui.plot.keys import step_of, zoom_of
from gradviz.gui.plot.names import html_name, html_number, plain_name, plain_number
from gradviz.gui.plot.number_field import NumberField
from gradviz.gui.plot.point_words import counted_kinds
from gradviz.gui.plot.tool_row import ToolButton
from gradviz.gui.small_parts import RichLabel, rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.binding import Array
from gradviz.numeric.curve import Curve
from gradviz.numeric.curve_views import suggested_range, unbroken
from gradviz.numeric.stationary_line import CurvePoints, curve_stationary_points
from gradviz.numeric.taylor import Expansion, Increment, expansion, increment, rounding

__all__ = ["CurveView"]

SAMPLES = 1_201
DEBOUNCE = 40
MARGIN = 0.15
"""Beyond the view on either side that is sampled too."""
BESIDE = 0.08
"""Of the heights in view: the room beyond a point that the view was made larger for."""
STEP_SHARE = 0.14
"""Of the view's width: the increment at first."""


@dataclass(frozen=True)
class _Drawn:
    ts: Array
    values: Array
    line: Array
    points: CurvePoints


class CurveView(QWidget):
    """The plot of a function of one variable.

    Attributes
    ----------
    curve : what is drawn, or None.
    found : its stationary points in view.
    expansion : the Taylor expansion at the point, or None.
    letter : what the increment is called: u, or another where the variable or the function is called so.

    Signals
    -------
    pointMoved(t, u) : the user moved the point, or changed the increment.
    pointShown() : the point, the increment or the function is another.
    pictureReady() : the curve of the present view is drawn.
    stationaryFound(CurvePoints or None)
    """

    pointMoved = Signal(float, float)
    pointShown = Signal()
    pictureReady = Signal()
    stationaryFound = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curveView")
        self.setAccessibleName(self.tr("Curve"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.curve: Curve | None = None
        self.found: CurvePoints | None = None
        self.expansion: Expansion | None = None
        self.increment: Increment | None = None
        self.order = 1
        self._names = ("t", "f")
        self.letter = "u"
        self._point, self._step = 0.0, 0.5
        self._home = (-4.0, 4.0, -1.0, 1.0)
        self._background = Background(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._compute)
        self._build()
        self.set_theme(current_theme())

    def _build(self) -> None:
        self.canvas = CurveCanvas(self)
        self.canvas.setFocusProxy(self)
        FocusRing(self.canvas, self)
        self.canvas.keep_off_the_border()
        self.canvas.pointDragged.connect(lambda t: self.move_to(t, self._step))
        self.canvas.stepDragged.connect(lambda u: self.move_to(self._point, u))
        self.canvas.viewChanged.connect(self._on_view_changed)
        self.t = NumberField("curvePoint", self.tr("The point"), self)
        self.u = NumberField("curveStep", self.tr("The increment"), self)
        self.t.entered.connect(lambda t: self.move_to(t, self._step))
        self.u.entered.connect(lambda u: self.move_to(self._point, u))
        self.reset = ToolButton(
            "curveReset", "reset", self.tr("Reset view"), self.tr("Show the part that was chosen at first (Home)"), self
        )
        self.reset.clicked.connect(self.reset_view)
        row = QHBoxLayout()
        row.setContentsMargins(12, 6, 8, 0)
        row.setSpacing(6)
        for field in (self.t, self.u):
            row.addWidget(field.caption)
            row.addWidget(field)
            row.addSpacing(8)
        self.message = RichLabel(self)
        self.message.setObjectName("curveMessage")
        self.message.setAccessibleName(self.tr("What is wrong"))
        self.message.setProperty("class", "error")
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        for field in (self.t, self.u):
            field.refused.connect(self.message.setText)
        row.addWidget(self.message, 1)
        row.addWidget(self.reset)
        self.readout = rich_label(self, "curveReadout", self.tr("Values at the point"), wrap=False, selectable=True)
        self.readout.setContentsMargins(12, 0, 12, 0)
        self.hint = QLabel(self)
        self.hint.setObjectName("curveHint")
        self.hint.setProperty("class", "muted")
        self.hint.setContentsMargins(12, 0, 12, 0)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.readout)
        layout.addWidget(self.hint)
        self._name_the_step()

    # --- what is shown

    def set_curve(self, curve: Curve | None, name: str = "f", *, keep_view: bool = False) -> None:
        """Show another function; `keep_view` leaves view and point where they are."""
        self._background.cancel()
        had = self.curve is not None
        if curve is None and not had:
            return
        self.curve = curve
        self._set_found(None)
        if curve is None:
            self.canvas.stillness.end()
            self.pointShown.emit()
            return
        self._names = (curve.label(), name)
        self.t.set_name(self._names[0])
        self._name_the_step()
        t, f = (html_name(n) for n in self._names)
        title = self.tr("{function}, its tangent and Taylor polynomial").format(function=f"{f}({t})")
        self.canvas.set_labels(bottom=t, left=f"{f}({t})", title=title)
        if not (keep_view and had):
            self.canvas.show_nothing()  # the last function's
            self.canvas.stillness.begin()
            self.expansion = self.increment = None  # so that nothing is drawn at the point before it is placed
            self._home = suggested_range(curve)
            self.canvas.set_view(*self._home)
            width = self._home[1] - self._home[0]
            at = curve.parameter(curve.origin)
            self._point = at if self._is_seen(curve, at) else self._seen_place(curve)
            self._step = float(f"{STEP_SHARE * width:.1g}")
        self.set_point(self._point, self._step)
        self._timer.start(0)

    def _name_the_step(self) -> None:
        self.letter = next(letter for letter in ("u", "h", "s") if letter not in self._names)
        self.u.set_name(self.letter)
        self.canvas.letter = self.letter
        hint = self.tr("Click: start a descent there · drag the point or the end of {u} · wheel: zoom")
        self.hint.setText(hint.format(u=self.letter))

    def _seen_place(self, curve: Curve) -> float:
        """A place left of the middle where the curve is in view and has a tangent, if there is one; a short number."""
        x0, x1, *_ = self._home
        places = [x0 + share * (x1 - x0) for share in (0.4, 0.5, 0.6, 0.3, 0.7, 0.2, 0.8)]
        short = [round(at, 1 - math.floor(math.log10(x1 - x0))) for at in places]
        tried = [*short, *places]
        smooth = (at for at in tried if self._is_seen(curve, at) and math.isfinite(curve.derivatives([at], 1)[1, 0]))
        return next(smooth, next((at for at in tried if self._is_seen(curve, at)), places[0]))

    def _is_seen(self, curve: Curve, at: float) -> bool:
        x0, x1, y0, y1 = self._home
        return x0 < at < x1 and y0 < curve.value_at(at) < y1

    def set_point(self, t: float, u: float) -> None:
        """Move the point and its increment; no `pointMoved`."""
        self._point, self._step = t, u
        self.t.set_value(t)
        self.u.set_value(u)
        if self.curve is None:
            return
        self.expansion = expansion(self.curve, t)
        self.increment = increment(self.curve, t, u)
        self._draw_point()
        self._describe()
        self.pointShown.emit()

    def move_to(self, t: float, u: float) -> None:
        """Move the point as the user does."""
        self.set_point(t, u)
        self.pointMoved.emit(t, u)

    def go_to(self, t: float) -> None:
        """Move the point as the user does, and make the view as large as shows it."""
        if self.curve is None:
            return
        x0, x1, y0, y1 = self.canvas.view()
        height = self.curve.value_at(t)
        if math.isfinite(height) and not (x0 <= t <= x1 and y0 <= height <= y1):
            low, high = min(y0, height), max(y1, height)
            room = BESIDE * (high - low)
            self.canvas.set_view(min(x0, t), max(x1, t), low - room * (height < y0), high + room * (height > y1))
        self.move_to(t, self._step)

    def point(self) -> tuple[float, float]:
        """The point and the increment."""
        return self._point, self._step

    def names(self) -> tuple[str, str]:
        """The names of the variable and of the function."""
        return self._names

    def set_order(self, order: int) -> None:
        """Draw the Taylor polynomial of another order."""
        self.order = order
        self._draw_polynomial()
        self._describe()

    def set_theme(self, theme: Theme) -> None:
        self.canvas.set_theme(theme)
        self.reset.set_theme(theme)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, QColor(theme.plot_background))
        self.setPalette(palette)

    def reset_view(self) -> None:
        self.canvas.set_view(*self._home)

    @property
    def busy(self) -> bool:
        return self._timer.isActive() or self._background.busy

    def shutdown(self) -> None:
        self._timer.stop()
        self._background.shutdown()

    def _draw_point(self) -> None:
        if self.expansion is None or self.increment is None:
            return
        known = self.expansion.coefficients
        value = float(known[0]) if len(known) else math.nan
        slope = float(known[1]) if len(known) > 1 else math.nan
        self.canvas.show_point(self._point, value, slope, self.increment, self._names[1])
        self._draw_polynomial()

    def _draw_polynomial(self) -> None:
        if self.expansion is None:
            return
        x0, x1, y0, y1 = self.canvas.view()
        ts = np.linspace(x0, x1, 401)
        order = min(self.order, self.expansion.order)
        if order < 0 or order == 1:  # that is the tangent
            self.canvas.show_polynomial(np.empty(0), np.empty(0))
            return
        values = self.expansion(ts, order)
        far = 20 * (y1 - y0)
        values[~(np.abs(values - (y0 + y1) / 2) < far)] = np.nan
        self.canvas.show_polynomial(ts, values)

    def _slope(self) -> float:
        """The derivative at the point; nought where it cannot be told from that, as at a minimum; NaN without one."""
        if self.curve is None or self.expansion is None or self.expansion.order < 1:
            return math.nan
        found = float(self.expansion.coefficients[1])
        return found if abs(found) > rounding(self.curve, self._point, 1)[1] else 0.0

    def _describe(self) -> None:
        if self.expansion is None or self.increment is None:
            return
        t, f, u = (html_name(n) for n in (*self._names, self.letter))
        known, found = self.expansion.coefficients, self.increment
        if not len(known):
            self.readout.setText(told(self.expansion.reason))
            self.setAccessibleDescription(told(self.expansion.reason))
            return
        slope = self._slope()
        differential = found.differential if slope else 0.0
        parts, step = [f"{f}({t}) = <b>{html_number(float(known[0]), 6)}</b>"], []
        if len(known) > 1:
            parts.append(f"{f}′({t}) = {html_number(slope, 5)}")
            step = [
                f"Δ{f} = {html_number(found.delta)}",
                f"d{f} = {html_number(differential)}",
                f"<i>r</i>({u}) = {html_number(found.remainder)}",
                f"<i>r</i>({u})/{u} = {html_number(found.ratio)}",
            ]
        else:
            parts.append(told(self.expansion.reason))
        lines = ["&nbsp;&nbsp;&nbsp; ".join(line) for line in (parts, step) if line]
        self.readout.setText("<br>".join(lines))
        name, function = plain_name(self._names[0]), plain_name(self._names[1])
        said = self.tr(
            "Curve of {f} over {x} with its tangent at {x} = {at}, where {f} = {value}. For {letter} = {u}: "
            "Δ{f} = {delta}, d{f} = {differential}, remainder {remainder}."
        ).format(
            f=function,
            x=name,
            at=plain_number(self._point),
            value=plain_number(float(known[0])),
            letter=self.letter,
            u=plain_number(self._step),
            delta=plain_number(found.delta),
            differential=plain_number(differential),
            remainder=plain_number(found.remainder),
        )
        if self.order >= 2:
            order = min(self.order, self.expansion.order)
            said += " " + self.tr("Taylor polynomial of order {order}.").format(order=order)
        x0, x1, y0, y1 = (plain_number(end, 3) for end in self.canvas.view())
        seen = self.tr("{x} goes from {x0} to {x1}, and {f} from {y0} to {y1}.")
        said += " " + seen.format(x=name, x0=x0, x1=x1, f=function, y0=y0, y1=y1)
        if self.found is not None:
            kinds = counted_kinds(p.kind for p in self.found.points)
            said += " " + self.tr("Stationary points in view: {kinds}.").format(kinds=kinds or self.tr("none"))
        self.setAccessibleDescription(said)
        self.canvas.setAccessibleDescription(said)

    # --- the curve, in a thread

    def _on_view_changed(self) -> None:
        if self.curve is not None:
            self._draw_point()
            self._timer.start(DEBOUNCE)

    def _compute(self) -> None:
        curve = self.curve
        if curve is None:
            return
        x0, x1, y0, y1 = self.canvas.view()

        def work(cancelled: Callable[[], bool]) -> _Drawn:
            width = x1 - x0
            ts = np.linspace(x0 - MARGIN * width, x1 + MARGIN * width, SAMPLES)
            values = curve.value(ts)
            line = unbroken(curve, ts, values, y1 - y0)
            return _Drawn(ts, values, line, curve_stationary_points(curve, x0, x1, cancelled))

        self._background.run("curve", work, self._show, self.message.setText)

    def _show(self, drawn: _Drawn) -> None:
        self.message.setText("")
        self.canvas.show_curve(drawn.ts, drawn.values, drawn.line)
        self._set_found(drawn.points)
        self._describe()
        self.canvas.stillness.end()
        self.pictureReady.emit()

    def _set_found(self, found: CurvePoints | None) -> None:
        self.found = found
        self.canvas.show_turns(found.points if found is not None else ())
        self.stationaryFound.emit(found)

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(560, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 220)

    def keyPressEvent(self, event: Any) -> None:
        x0, x1, _, _ = self.canvas.view()
        if self.curve is None:
            super().keyPressEvent(event)
        elif (step := step_of(event, x1 - x0)) is not None:
            self.move_to(self._point + step[0], self._step + step[1])
        elif (zoom := zoom_of(event)) is not None:
            self.canvas.box.scaleBy([zoom] * 2)
        elif event.key() == Qt.Key.Key_Home:
            self.reset_view()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._background.reopen()
        if self.curve is not None:
            self._timer.start(0)
