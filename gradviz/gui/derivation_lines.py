"""The lines of a derivation: each a typeset picture with the name of its rule, drawn by one light widget."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradviz.gui.theme import Theme, current_theme

__all__ = ["MATH_SCALE", "Formula", "LineWidget", "LinesView", "describe_error", "line_words"]

MATH_SCALE = 1.2
"""Pixels for one typographic point."""
SMALLEST_SCALE = 0.8
"""How far lines that are too wide shrink before the view scrolls instead."""
DIMMED = 0.45
INDENT = 20
GAP = 16
PADDING = 3
"""Above and below a formula, in pixels; the picture has a margin of its own."""


class Formula:
    """A typeset picture and its size in pixels.

    It is parsed when it is first painted: a line out of sight costs nothing.
    """

    def __init__(self, svg: str) -> None:
        self._svg = svg
        self._renderer: QSvgRenderer | None = None
        box = _VIEW_BOX.search(svg)
        width, height = (float(box[1]), float(box[2])) if box else (0.0, 0.0)
        self.width, self.height = width * MATH_SCALE, height * MATH_SCALE

    def recolour(self, before: Theme, after: Theme) -> None:
        """Take over the ink of another theme; the picture itself stays, so that even a stale one can be read."""
        inks = {
            getattr(before, ink).lower(): getattr(after, ink) for ink in ("text", "muted", "accent", "faint", "error")
        }
        pattern = re.compile("|".join(map(re.escape, inks)), re.IGNORECASE)
        self._svg = pattern.sub(lambda match: inks[match.group().lower()], self._svg)
        self._renderer = None

    def paint(self, painter: QPainter, x: float, y: float, scale: float = 1.0) -> None:
        if self._renderer is None:
            self._renderer = QSvgRenderer(QByteArray(self._svg.encode()))
            self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self._renderer.render(painter, QRectF(x, y, self.width * scale, self.height * scale))


_VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


def describe_error(error: float) -> str:
    """A relative error as people read it: "exact", or "3e-12"."""
    return "exact" if error == 0 else f"{error:.0e}".replace("e-0", "e-")


def line_words(line: dict[str, Any]) -> str:
    """A line for those who do not see it: its rule, then its formula as text."""
    return ": ".join(part for part in (line.get("title", ""), line.get("text", "")) if part)


class LineWidget(QWidget):
    """One line. Clicked, or on Enter, it opens to tell about its rule.

    Signals
    -------
    toggled : this line was opened or closed.
    moved : the user asks for another line: -1 up, +1 down, -1000 first, +1000 last.
    """

    toggled = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.line: dict[str, Any] = {}
        self.formula: Formula | None = None
        self.scale = 1.0
        self.open = False
        self.dimmed = False
        self.theme = current_theme()
        self._chip_below = False
        self._detail = ""

    def set_line(self, number: int, line: dict[str, Any], formula: Formula) -> None:
        """Show this line."""
        if line is not self.line and line.get("rule") != self.line.get("rule"):
            self.open = False
        self.line, self.formula = line, formula
        self.setObjectName(f"derivation_line_{number}")
        self.setAccessibleName(line_words(line))
        self.setAccessibleDescription(line.get("explanation", ""))
        self.setToolTip(self._tip())
        self._detail = self._details()
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._detail else Qt.CursorShape.ArrowCursor)

    def natural_width(self) -> float:
        """The width that the formula needs at full size, with its indent and margins."""
        assert self.formula is not None
        return self.formula.width + self._indent() + 24

    def lay_out(self, width: int, scale: float) -> int:
        """Take this width; returns the height that the line needs."""
        assert self.formula is not None
        self.scale = scale
        taken = self._indent() + self.formula.width * scale + 24
        chip = self._chip_size()
        self._chip_below = bool(self.line.get("title")) and taken + GAP + chip.width() > width
        height = self.formula.height * scale + 2 * PADDING
        if self._chip_below:
            height += chip.height() + 4
        elif self.line.get("title"):
            height = max(height, chip.height() + 8)
        if self.open and self._detail:
            height += self._detail_rect(width).height() + 16
        self.setFixedSize(width, int(height + 0.999))
        return self.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.formula is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, whole = self.theme, QRectF(self.rect()).adjusted(2, 1, -2, -1)
        if self.underMouse() or self.open:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover if not self.open else theme.sunken))
            painter.drawRoundedRect(whole, theme.radius_small, theme.radius_small)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, theme.radius_small, theme.radius_small)
        painter.setOpacity(DIMMED if self.dimmed else 1.0)
        chip = self._chip_size()
        content = self.formula.height * self.scale
        row = content if self._chip_below else max(content, chip.height())
        self.formula.paint(painter, self._indent() + 12, PADDING + (row - content) / 2, self.scale)
        if self.line.get("title"):
            y = PADDING + content + 4 if self._chip_below else PADDING + (row - chip.height()) / 2
            self._paint_chip(painter, QRectF(QPointF(self.width() - 12 - chip.width(), y), chip))
        if self.open and self._detail:
            painter.setPen(QColor(theme.muted))
            painter.setFont(self._font())
            box = self._detail_rect(self.width())
            box.moveTop(self.height() - 10 - box.height())
            painter.drawText(box, self._detail, QTextOption(Qt.AlignmentFlag.AlignLeft))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
        if event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle()
        else:
            super().keyPressEvent(event)

    def _toggle(self) -> None:
        if self._detail:
            self.open = not self.open
            self.toggled.emit()
            self.update()

    def _paint_chip(self, painter: QPainter, box: QRectF) -> None:
        failed = self.line.get("ok") is False
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.error_soft if failed else self.theme.chip))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(self.theme.error if failed else self.theme.on_chip))
        painter.setFont(self._font())
        title = QFontMetricsF(self._font()).elidedText(
            self.line["title"], Qt.TextElideMode.ElideRight, box.width() - 14
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)

    def _chip_size(self) -> QRectF:
        if not self.line.get("title"):
            return QRectF().size()
        metrics = QFontMetricsF(self._font())
        return QRectF(0, 0, min(metrics.horizontalAdvance(self.line["title"]) + 18, 260), metrics.height() + 6).size()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self.theme.size_small)
        return font

    def _indent(self) -> int:
        return INDENT * int(self.line.get("depth", 0))

    def _detail_rect(self, width: int) -> QRectF:
        box = QRectF(self._indent() + 14, 0, max(80, width - self._indent() - 28), 10_000)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        found = QFontMetricsF(self._font()).boundingRect(box, int(flags), self._detail)
        return QRectF(box.left(), 0, box.width(), found.height())

    def _facts(self) -> list[str]:
        facts = [str(self.line[key]) for key in ("formula", "explanation") if self.line.get(key)]
        facts += [f"Provided that {condition}." for condition in self.line.get("conditions", ())]
        if self.line.get("ok") is True:
            facts.append(f"Checked with numbers: {describe_error(self.line['error'])}.")
        elif self.line.get("ok") is False:
            facts.append("This step did not pass the check with numbers.")
        return facts

    def _details(self) -> str:
        return "\n".join(self._facts())

    def _tip(self) -> str:
        facts = self._facts()
        if not facts:
            return ""
        return f"<b>{escape(self.line.get('title', ''))}</b>" + "".join(f"<p>{escape(fact)}</p>" for fact in facts)


class LinesView(QWidget):
    """All lines below each other, the left sides aligned as they were typeset. Widgets are kept and used again."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivation_lines")
        self.setAccessibleName("Steps of the derivation")
        self.theme = current_theme()
        self._pool: list[LineWidget] = []
        self._count = 0
        self._formulas: dict[str, Formula] = {}
        self._dimmed = False
        self._available = 0

    @property
    def lines(self) -> list[LineWidget]:
        """The widgets of the lines that are shown."""
        return self._pool[: self._count]

    def set_lines(self, lines: Sequence[dict[str, Any]]) -> None:
        """Show these lines; pictures that were there before are not parsed again."""
        formulas = {line["svg"]: self._formulas.get(line["svg"]) or Formula(line["svg"]) for line in lines}
        self._formulas = formulas
        self._count = len(lines)
        while len(self._pool) < len(lines):
            widget = LineWidget(self)
            widget.toggled.connect(self.lay_out)
            widget.moved.connect(lambda by, w=widget: self._move_focus(w, by))
            self._pool.append(widget)
        for number, (widget, line) in enumerate(zip(self._pool, lines, strict=False)):
            widget.theme, widget.dimmed = self.theme, self._dimmed
            widget.set_line(number, line, formulas[line["svg"]])
            widget.show()
            widget.update()
        for widget in self._pool[len(lines) :]:
            widget.hide()
        self.lay_out()

    def set_dimmed(self, dimmed: bool) -> None:
        """Step back: what is shown belongs to an earlier text."""
        if dimmed != self._dimmed:
            self._dimmed = dimmed
            for widget in self.lines:
                widget.dimmed = dimmed
                widget.update()

    def set_theme(self, theme: Theme) -> None:
        for formula in {id(w.formula): w.formula for w in self.lines if w.formula is not None}.values():
            formula.recolour(self.theme, theme)
        self._formulas = {}  # what comes next is typeset in the new ink and must not meet the old pictures
        self.theme = theme
        for widget in self._pool:
            widget.theme = theme
            widget.update()

    def set_available_width(self, width: int) -> None:
        """The width of the viewport."""
        if width != self._available:
            self._available = width
            self.lay_out()

    def lay_out(self) -> None:
        """Place the lines; all share one scale, so that they stay aligned."""
        widest = max((widget.natural_width() for widget in self.lines), default=1)
        scale = min(1.0, max(SMALLEST_SCALE, self._available / widest))
        width = max(self._available, int(widest * scale + 0.999))
        y = 4
        for widget in self.lines:
            height = widget.lay_out(width, scale)
            widget.move(0, y)
            y += height
        self.setFixedSize(width, y + 4)
        self.resized.emit()

    def sizeHint(self) -> QSize:
        return self.size()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.lay_out()

    def _move_focus(self, widget: LineWidget, by: int) -> None:
        target = max(0, min(self._count - 1, self._pool.index(widget) + by))
        self._pool[target].setFocus(Qt.FocusReason.TabFocusReason)
