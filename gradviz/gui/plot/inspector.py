"""What the function does at the point: value, gradient, Hessian with its spectrum and what that means, Taylor model."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gradviz.gui.plot.background import Background
from gradviz.gui.plot.names import html_name, html_number, plain_name, plain_number
from gradviz.gui.plot.number_field import NumberField
from gradviz.gui.plot.plane_view import PlaneView
from gradviz.gui.plot.series_typst import matrix_typst, number_typst, plane_expansion
from gradviz.gui.plot.typeset import Formulas
from gradviz.gui.small_parts import rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.plane_model import PlaneModel, model_decay, plane_model
from gradviz.numeric.spectrum import Definiteness, Spectrum, spectrum
from gradviz.numeric.taylor import Decay
from gradviz.sentences import say

__all__ = ["Inspector", "decay_html", "spectrum_html"]

MOST_COORDINATES = 60
"""Above so many coordinates the whole Hessian is not analysed while the point moves."""
EIGENVALUES = 6


class Inspector(QScrollArea):
    """A panel beside the plane. It works only while it is seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("The function at the point"))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._view: PlaneView | None = None
        self._theme = current_theme()
        self._background = Background(self)
        inside = QWidget(self)
        inside.setProperty("class", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        self.x = NumberField("inspectorX", self.tr("First coordinate of the point"), inside)
        self.y = NumberField("inspectorY", self.tr("Second coordinate of the point"), inside)
        row = QHBoxLayout()
        row.setSpacing(6)
        for field in (self.x, self.y):
            field.entered.connect(self._on_entered)
            field.refused.connect(self._on_refused)
            row.addWidget(field.caption)
            row.addWidget(field)
            row.addSpacing(6)
        row.addStretch(1)
        column.addLayout(row)
        self.message = self._label("inspectorMessage", "error", self.tr("What is wrong with a coordinate"))
        self.message.hide()
        self.values = self._label("inspectorValues", "", self.tr("Value and gradient"))
        self.matrix = Formulas("inspectorHessian", self.tr("Hessian"), inside)
        self.spectrum = self._label("inspectorSpectrum", "", self.tr("Eigenvalues and what they mean"))
        self.model = Formulas("inspectorModel", self.tr("Taylor expansion at the point"), inside)
        self.decay = self._label("inspectorDecay", "muted", self.tr("How fast the remainder vanishes"))
        self.legend = self._label("inspectorLegend", "muted", self.tr("What the numbers of the Hessian are"))
        self.legend.setText(
            self.tr(
                "det is the product of the eigenvalues, tr their sum, the condition number the largest |λ| over the "
                "smallest; the signature counts those above, below and equal to zero."
            )
        )
        for widget in (self.message, self.values, self.matrix, self.spectrum, self.legend, self.model, self.decay):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)

    def _label(self, name: str, kind: str, accessible: str) -> QLabel:
        return rich_label(self, name, accessible, kind, selectable=True)

    def connect_to(self, view: PlaneView) -> None:
        """Follow the point of a plane, and move it."""
        self._view = view
        view.pointShown.connect(self._on_shown)
        view.landscapeShown.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.matrix.set_theme(theme)
        self.model.set_theme(theme)
        self.refresh()

    @property
    def busy(self) -> bool:
        return self._background.busy or self.matrix.busy or self.model.busy

    def shutdown(self) -> None:
        for part in (self._background, self.matrix, self.model):
            part.shutdown()

    def refresh(self) -> None:
        """Show the point as it is."""
        view = self._view
        if view is None or not self.isVisible():
            return
        landscape = view.landscape
        self.widget().setEnabled(landscape is not None)
        if landscape is None:
            return
        names = view.names()
        self.x.set_name(names[0])
        self.y.set_name(names[1])
        x, y = view.point()
        self.x.set_value(x)
        self.y.set_value(y)
        model = plane_model(landscape, x, y)
        found = spectrum(model.hessian)
        f = html_name(names[2])
        gradient = ", ".join(html_number(float(g)) for g in model.gradient)
        norm = html_number(float(np.hypot(*model.gradient)))
        self.values.setText(
            f"{f} = <b>{html_number(model.value, 6)}</b>&nbsp;&nbsp;&nbsp; ∇{f} = ({gradient})"
            f"&nbsp;&nbsp;&nbsp; ‖∇{f}‖ = {norm}"
            if model.order >= 0
            else told(model.reason)
        )
        meaning = told(_meaning(found, landscape.dimension == 2 and _is_stationary(model, found)))
        if model.order == 2:
            pairs = _eigen_typst(found)
            self.matrix.show_formulas(
                [f"H = {matrix_typst(model.hessian)} quad {pairs}"], _hessian_words(model, found, meaning)
            )
            self.spectrum.setText(spectrum_html(found, meaning))
            self.legend.show()
        else:
            self.legend.hide()
            self.matrix.show_formulas([], told(model.reason))
            self.spectrum.setText(told(model.reason) if model.order >= 0 else "")
        lines, words = plane_expansion(model, names)
        self.model.show_formulas(lines, told(words))
        f = plain_name(self._view.names()[2])
        self.setAccessibleDescription(f"{f} = {plain_number(model.value)}. {meaning} {told(words)}")
        self._ask_for_more(landscape, model)

    def _ask_for_more(self, landscape: Any, model: PlaneModel) -> None:
        """How fast the remainder vanishes, and the spectrum in all coordinates: in a thread."""
        if model.order < 1:
            self._background.cancel()
            self.decay.setText("")
            return
        order = model.order
        whole = 2 < landscape.dimension <= MOST_COORDINATES
        state = landscape.state(model.x, model.y)

        def work(_cancelled: Callable[[], bool]) -> tuple[Decay, Spectrum | None]:
            return model_decay(landscape, model, order), spectrum(landscape.hessian_at(state)) if whole else None

        def then(found: tuple[Decay, Spectrum | None]) -> None:
            text = decay_html(found[0], order)
            if found[1] is not None:
                text += "<br>" + _whole_html(found[1])
            self.decay.setText(text)

        self._background.run("more", work, then, lambda error: self.decay.setText(error), finish=True)

    def _on_shown(self, _x: float, _y: float) -> None:
        self.refresh()

    def _on_entered(self, _value: float) -> None:
        if self._view is not None and self._view.landscape is not None:
            self._view.go_to(self.x.value(), self.y.value())

    def _on_refused(self, message: str) -> None:
        self.message.setText(message)
        self.message.setVisible(bool(message))

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.refresh()


NEWTON = 1e-9
"""Of the point's distance from the origin, and one: a shorter step of Newton's is none."""
ROUND = 1.005
"""The ratio of an ellipse's axes up to which it is called a circle."""
_DEFINITE = (Definiteness.POSITIVE_DEFINITE, Definiteness.NEGATIVE_DEFINITE)


def _is_stationary(model: PlaneModel, found: Spectrum) -> bool:
    """Whether Newton's step from the point is nought but for rounding."""
    nearest = float(np.abs(found.eigenvalues).min(initial=math.inf))
    return float(np.hypot(*model.gradient)) <= NEWTON * nearest * (1 + math.hypot(model.x, model.y))


def _meaning(found: Spectrum, stationary: bool) -> str:
    return found.kind.verdict if stationary else found.kind.meaning


def spectrum_html(found: Spectrum, meaning: str) -> str:
    """Determinant, trace, condition number and signature, and what they mean: the last a sentence."""
    plus, minus, nought = found.signature
    condition = found.condition
    parts = [
        f"det&nbsp;<i>H</i>&nbsp;=&nbsp;{html_number(found.determinant)}",
        f"tr&nbsp;<i>H</i>&nbsp;=&nbsp;{html_number(found.trace)}",
        told(say("condition {number}", number="∞" if math.isinf(condition) else html_number(condition))),
        told(say("signature {numbers}", numbers=f"({plus}, {minus}, {nought})")),
    ]
    lines = [" &nbsp;·&nbsp; ".join(part.replace(" ", "&nbsp;") for part in parts)]
    kind = told(found.kind.words)
    lines.append(told(say("<b>{kind}.</b> {meaning}", kind=kind[0].upper() + kind[1:], meaning=meaning)))
    if found.kind in _DEFINITE and math.isfinite(condition) and len(found.eigenvalues) == 2:
        lines[-1] += " " + told(_contours(condition**0.5))
    return "<br>".join(lines)


def _contours(ratio: float) -> str:
    """What shape the contours of a definite quadratic model have: ellipses with axes 1/√|λ|."""
    if ratio < ROUND:
        return say("The contours of the model are circles.")
    return say("The contours of the model are ellipses, {ratio} times as long as wide.", ratio=html_number(ratio, 3))


def decay_html(decay: Decay, order: int) -> str:
    """The measured order at which the remainder of a Taylor model vanishes."""
    if math.isinf(decay.slope):
        return told(
            say("The function is its own Taylor polynomial of order {order}: the remainder is zero.", order=order)
        )
    if math.isnan(decay.slope):
        return told(decay.reason)
    parts = {
        "remainder": f"max |<i>f</i> − <i>T</i><sub>{order}</sub>|",
        "radius": "<i>r</i>",
        "measured": f"<i>r</i><sup>{decay.slope:.2f}</sup>",
        "expected": f"<i>r</i><sup>{decay.expected}</sup>",
    }
    if decay.slope > decay.expected + 0.5:  # the next terms vanish, too
        return told(
            say(
                "{remainder} on a circle of radius {radius} shrinks like {measured} (measured; {expected} or faster).",
                **parts,
            )
        )
    return told(
        say(
            "{remainder} on a circle of radius {radius} shrinks like {measured} (measured; expected {expected}).",
            **parts,
        )
    )


def _whole_html(found: Spectrum) -> str:
    """The Hessian by all coordinates, in a line."""
    values = found.eigenvalues[::-1]
    shown = ", ".join(html_number(float(v)) for v in values[:EIGENVALUES]) + (
        ", …" if len(values) > EIGENVALUES else ""
    )
    kind = f"<b>{told(found.kind.words)}</b>"
    return told(say("In all {n} coordinates: {kind}, eigenvalues {values}.", n=len(values), kind=kind, values=shown))


def _eigen_typst(found: Spectrum) -> str:
    parts = []
    for i in range(len(found.eigenvalues)):
        vector = ", ".join(number_typst(float(v), 3) for v in found.vectors[:, i])
        parts.append(f"lambda_{i + 1} &= {number_typst(float(found.eigenvalues[i]))} comma quad v_{i + 1} = ({vector})")
    return "cases(delim: #none, " + ", ".join(part.replace(", ", " comma ") for part in parts) + ")"


def _hessian_words(model: PlaneModel, found: Spectrum, meaning: str) -> str:
    rows = "; ".join(", ".join(plain_number(float(v)) for v in row) for row in model.hessian)
    values = ", ".join(plain_number(float(v)) for v in found.eigenvalues)
    said = told(say("Hessian with rows {rows}. Eigenvalues {values}.", rows=rows, values=values))
    return f"{said} {meaning}"
