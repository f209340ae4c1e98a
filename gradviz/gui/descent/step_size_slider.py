"""The step size as a slider on a logarithmic scale, with the stability bound 2/λ_max marked on it."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QVBoxLayout, QWidget

from gradviz.gui.descent.analysed import stability_near
from gradviz.gui.plot.background import Background
from gradviz.gui.plot.names import html_number, plain_number
from gradviz.gui.small_parts import rich_label
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import told
from gradviz.numeric.descent import Run
from gradviz.numeric.descent.analysis import Stability
from gradviz.numeric.landscape import Landscape

__all__ = ["StepSizeSlider"]

NOTCHES = 1_000
BELOW, BEYOND = 300.0, 3.0
"""How far the slider reaches below the bound, and beyond it."""
FREE = 100.0
"""How far it reaches to both sides of the step size where no bound is known."""


class _Marked(QSlider):
    """A slider with a mark, and what lies beyond it shaded."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, NOTCHES)
        self.setPageStep(NOTCHES // 20)
        self.share: float | None = None
        self.theme = current_theme()

    def place(self, share: float) -> float:
        """The pixel of a share of the range."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control = QStyle.ComplexControl.CC_Slider
        groove = self.style().subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, self)
        handle = self.style().subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, self)
        return groove.x() + handle.width() / 2 + share * (groove.width() - handle.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.share is not None and 0 <= self.share <= 1:
            painter = QPainter(self)
            x = self.place(self.share)
            painter.fillRect(QRectF(x, 2, self.width() - x, self.height() - 4), QColor(self.theme.error_soft))
            painter.setPen(QPen(QColor(self.theme.error), 2))
            painter.drawLine(round(x), 1, round(x), self.height() - 1)
            painter.end()
        super().paintEvent(event)


class StepSizeSlider(QWidget):
    """The slider, and what its step size does near the minimum.

    Attributes
    ----------
    stability : what is known of the minimum, or None.

    Signals
    -------
    sizeChosen(float) : the user moved the slider.
    """

    sizeChosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("descentStepSizeRow")
        self.setAccessibleName(self.tr("Step size on a scale"))
        self.setProperty("class", "plain")
        self.stability: Stability | None = None
        self.size_shown = 0.1
        self._low, self._high = 1e-3, 10.0
        self._wanted: tuple[Landscape, Run] | None = None
        self._known: Landscape | None = None
        self._background = Background(self)
        self.slider = _Marked(self)
        self.slider.setObjectName("descentStepSizeSlider")
        self.slider.setAccessibleName(self.tr("Step size γ, by equal factors"))
        self.slider.valueChanged.connect(self._on_moved)
        self.words = rich_label(self, "descentStepSizeWords", self.tr("What the step size does near the minimum"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.slider)
        layout.addWidget(self.words)

    @property
    def busy(self) -> bool:
        return self._background.busy

    def shutdown(self) -> None:
        self._background.shutdown()

    def set_theme(self, theme: Theme) -> None:
        self.slider.theme = theme
        self.slider.update()
        self._say()

    def set_size(self, size: float) -> None:
        """Show a step size; no signal."""
        self.size_shown = size
        if not self.slider.isSliderDown():
            self._scale()
        self._say()

    def set_run(self, landscape: Landscape | None, run: Run | None) -> None:
        """Look for the minimum by a run, once the slider is seen; a later run of the same function counts only where
        none was found before."""
        if landscape is None or landscape is not self._known:
            self._known, self.stability = landscape, None
            self._scale()
            self._say()
        self._wanted = None if landscape is None or run is None else (landscape, run)
        if self.isVisible():
            self._seek()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._seek()

    def _seek(self) -> None:
        if self._wanted is None or self.stability is not None:
            return
        landscape, run = self._wanted

        def work(cancelled: Callable[[], bool]) -> Stability | None:
            return stability_near(landscape, run, cancelled)

        def then(found: Stability | None) -> None:
            if landscape is self._known and found is not None:
                self.stability = found
                self._scale()
                self._say()

        self._background.run("stability", work, then, finish=True)

    # --- the scale

    def _scale(self) -> None:
        """Reach around the bound, and to the step size in any case."""
        bound = self.stability.bound if self.stability is not None else math.inf
        if math.isfinite(bound):
            low, high = bound / BELOW, bound * BEYOND
        else:
            low, high = self.size_shown / FREE, self.size_shown * FREE
        self._low, self._high = min(low, self.size_shown), max(high, self.size_shown)
        self.slider.share = self._share(bound) if math.isfinite(bound) else None
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(NOTCHES * self._share(self.size_shown)))
        self.slider.setAccessibleDescription(
            self.tr("The bound 2/λ_max is {}").format(plain_number(bound)) if math.isfinite(bound) else ""
        )
        self.slider.update()

    def _share(self, size: float) -> float:
        return math.log(size / self._low) / math.log(self._high / self._low)

    def _on_moved(self, value: int) -> None:
        size = self._low * (self._high / self._low) ** (value / NOTCHES)
        bound = self.stability.bound if self.stability is not None else math.inf
        # Three digits are enough for a hand; they may not carry it over the bound.
        size = float(f"{size:.3g}")
        if math.isfinite(bound) and (size > bound) != (value / NOTCHES > (self.slider.share or 0.0)):
            size = bound
        self.size_shown = size
        self._say()
        self.sizeChosen.emit(size)

    def _say(self) -> None:
        theme = self.slider.theme
        if self.stability is None:
            text = self.tr("The bound 2/λ_max is marked once a descent has come near a minimum.")
            self.words.setText(f"<span style='color:{theme.muted}'>{text}</span>".replace("λ_max", _LAMBDA))
            return
        found = self.stability
        beyond = math.isfinite(found.bound) and self.size_shown > found.bound
        parts = [told(found.sentence(self.size_shown))]
        if math.isfinite(found.best):
            best = self.tr("Fastest near the minimum: γ = {}, κ = {}.")
            parts.append(best.format(html_number(found.best), html_number(found.condition)))
        colour = theme.error if beyond else theme.muted
        self.words.setText(f"<span style='color:{colour}'>{' '.join(parts)}</span>".replace("λ_max", _LAMBDA))


_LAMBDA = "<i>λ</i><sub>max</sub>"
