"""A widget that shows formulas typeset by Typst, in a thread, so that they can follow a point that is dragged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradviz.export.typst_compile import svg_pages
from gradviz.gui.derivation.lines import Formula
from gradviz.gui.plot.background import Background
from gradviz.gui.theme import Theme, current_theme
from gradviz.typeset.document_typst import formula_page

__all__ = ["Formulas"]

SMALLEST = 0.6
GAP = 3
POINTS = 10.5


class Formulas(QWidget):
    """Lines of mathematics.

    Attributes
    ----------
    sources : what is shown, or about to be.
    """

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sources: tuple[str, ...] = ()
        self._formulas: list[Formula] = []
        self._theme = current_theme()
        self._background = Background(self)
        self._fit()

    def show_formulas(self, sources: Sequence[str], words: str) -> None:
        """Show lines of Typst mathematics; `words` say the same to those who do not see it."""
        self.setAccessibleDescription(words)
        if tuple(sources) != self.sources:
            self.sources = tuple(sources)
            self._typeset()

    def set_theme(self, theme: Theme) -> None:
        for formula in self._formulas:
            formula.recolour(self._theme, theme)
        self._theme = theme
        self.update()

    @property
    def busy(self) -> bool:
        return self._background.busy

    def shutdown(self) -> None:
        self._background.shutdown()

    def _typeset(self) -> None:
        if not self.sources:
            self._background.cancel()
            self._take([])
            return
        first, *others = self.sources
        source = formula_page(first, self._theme.text, POINTS)
        source += "".join(f"#pagebreak()\n$display({other})$\n" for other in others)
        theme = self._theme

        def work(_cancelled: Callable[[], bool]) -> list[Formula]:
            return [Formula(page.decode()) for page in svg_pages(source)]

        def then(found: list[Formula]) -> None:
            for formula in found:
                formula.recolour(theme, self._theme)
            self._take(found)

        # What cannot be typeset leaves the last good lines; their words are always there.
        self._background.run("typeset", work, then, lambda _error: None, finish=True)

    def _take(self, formulas: list[Formula]) -> None:
        self._formulas = formulas
        self._fit()
        self.update()

    def _scale(self) -> float:
        widest = max((f.width for f in self._formulas), default=1.0)
        return min(1.0, max(SMALLEST, (self.width() - 4) / widest))

    def _fit(self) -> None:
        scale = self._scale()
        self.setFixedHeight(int(sum(f.height * scale + GAP for f in self._formulas) + 0.999))

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y, scale = 0.0, self._scale()
        for formula in self._formulas:
            left = 0.0 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - formula.width
            formula.paint(painter, left, y, scale)
            y += formula.height * scale + GAP
        painter.end()
