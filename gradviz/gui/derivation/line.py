"""One line of a derivation: a typeset picture with the name of its rule, drawn by one light widget."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradviz.gui.derivation.formula_tips import printed
from gradviz.gui.derivation.picking import WALK, Picking
from gradviz.gui.theme import Theme, current_theme
from gradviz.gui.translation import PSEUDO, spoken_language, told
from gradviz.sentences import say

__all__ = [
    "DIMMED",
    "INDENT",
    "MARGIN",
    "MATH_SCALE",
    "Formula",
    "LineWidget",
    "describe_error",
    "line_words",
    "read_aloud",
]

MATH_SCALE = 1.2
"""Pixels for one typographic point."""
DIMMED = 0.45
INDENT = 20
MARGIN = 14
"""Left and right of a formula, in pixels; on the left is the sign that opens a step."""
GAP = 16
PRESENTED = 1.5
"""How much larger a rule's name is for a projector."""
LONGEST_CHIP = 260
LONG_BINDING = 80
"""Characters of what a letter of a rule stands for from which it is not repeated."""
PADDING, TIGHT_PADDING = 3, -2
"""Above and below a formula, in pixels, and where the height is scarce: the picture has a margin of its own."""


class Formula:
    """A typeset picture and its size in pixels.

    It is parsed when it is first painted, at the latest: a line out of sight costs nothing.
    """

    def __init__(self, svg: str) -> None:
        self._svg = svg
        self._renderer: QSvgRenderer | None = None
        box = _VIEW_BOX.search(svg)
        width, height = (float(box[1]), float(box[2])) if box else (0.0, 0.0)
        self.width, self.height = width * MATH_SCALE, height * MATH_SCALE

    def recolour(self, before: Theme, after: Theme) -> None:
        """Take over the ink of another theme; the picture itself stays, so that even a stale one can be read."""
        names = ("text", "muted", "accent", "syntax_number", "faint", "error")
        inks = {getattr(before, ink).lower(): getattr(after, ink) for ink in names}
        pattern = re.compile("|".join(map(re.escape, inks)), re.IGNORECASE)
        self._svg = pattern.sub(lambda match: inks[match.group().lower()], self._svg)
        self._renderer = None

    def parse(self) -> QSvgRenderer:
        """Have it ready for painting; to parse it takes longer than to paint it."""
        if self._renderer is None:
            self._renderer = QSvgRenderer(QByteArray(self._svg.encode()))
            self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        return self._renderer

    def paint(self, painter: QPainter, x: float, y: float, scale: float = 1.0) -> None:
        self.parse().render(painter, QRectF(x, y, self.width * scale, self.height * scale))


_VIEW_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


_PLAIN = {"function": say("What is differentiated."), "definition": say("A name, and what it stands for.")}
"""What lines without a rule tell."""


def describe_error(error: float) -> str:
    """A relative error as people read it: "exact", or "3e-12"."""
    return told(say("exact")) if error == 0 else f"{error:.0e}".replace("e-0", "e-")


def line_words(line: dict[str, Any]) -> str:
    """A line for those who do not see it: its rule, then its formula as text."""
    return ": ".join(part for part in (line.get("title", ""), line.get("text", "")) if part)


def read_aloud(line: dict[str, Any]) -> str:
    """The formula of a line in words; "" in the disguise of the tests, which the words do not wear."""
    return str(line.get("spoken", "")) if spoken_language(QCoreApplication.instance()) != PSEUDO else ""


class LineWidget(Picking, QWidget):
    """One line. Clicked, or on Enter, it opens to tell about its rule; on Right its substeps take its place. A part of
    its formula that is clicked, or reached with Alt and the arrows, is told with its shape and its value.

    Signals
    -------
    toggled : this line tells about its rule, or no longer.
    moved : the user asks for another line: -1 up, +1 down, -1000 first, +1000 last; whether to select on the way.
    steps_asked : the substeps are to take the line's place (True), or the step theirs (False).
    chosen : the line is to be selected: "alone", "too" or "range".
    menu_asked : the menu is to open at this point of the screen.
    parts_wanted : a part is to be picked, and it is not known where the parts stand.
    part_picked : another part of the formula is picked, or none.
    """

    toggled = Signal()
    moved = Signal(int, bool)
    steps_asked = Signal(bool)
    chosen = Signal(str)
    menu_asked = Signal(object)
    parts_wanted = Signal()
    part_picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._start_picking()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.line: dict[str, Any] = {}
        self.formula: Formula | None = None
        self.scale = 1.0
        self.open = False
        self.dimmed = False
        self.padding = PADDING
        self.selected = False
        self.value = ""
        self.parts: list[str] = []
        self.theme = current_theme()
        self._chip_below = self._chip_in_last_row = False
        self._detail = self._shown = ""
        self._words = QTextDocument(self)

    def set_line(self, number: int, line: dict[str, Any], formula: Formula) -> None:
        """Show this line."""
        if line is not self.line and line.get("rule") != self.line.get("rule"):
            self.open = False
        if line.get("text") != self.line.get("text"):
            self.value, self.parts = "", []
        if formula is not self.formula:
            self.drop_map()
        self.line, self.formula = line, formula
        self.setObjectName(f"derivation_line_{number}")
        self.setAccessibleName(line_words(line))
        self._describe()
        self.setToolTip(self._tip())
        self._detail = self._details()
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._detail else Qt.CursorShape.ArrowCursor)

    def _describe(self) -> None:
        """What those are told who do not see the line."""
        known = (self.picked_words(), read_aloud(self.line), self.line.get("explanation"))
        self.setAccessibleDescription(". ".join(str(words) for words in known if words))

    def set_value(self, value: str, parts: Sequence[str] = (), picked: str = "") -> bool:
        """The number that the line stands for, or "", those of its parts, and that of the part that is picked; whether
        anything changes.
        """
        if (value, list(parts), picked) == (self.value, self.parts, self.picked_value):
            return False
        self.value, self.parts, self.picked_value = value, list(parts), picked
        return self.tell_anew()

    def tell_anew(self) -> bool:
        """Put the detail into words again."""
        self._describe()
        self._detail = self._details()
        self.update()
        return True

    def natural_width(self) -> float:
        """The width that the formula needs at full size, with its indent and margins."""
        assert self.formula is not None
        return self.formula.width + self._indent() + 2 * MARGIN

    def lay_out(self, width: int, scale: float) -> int:
        """Take this width; returns the height that the line needs."""
        assert self.formula is not None
        self.scale = scale
        taken = self._indent() + self.formula.width * scale + 2 * MARGIN
        chip = self._chip_size()
        titled = bool(self.line.get("title"))
        self._chip_below = titled and taken + GAP + chip.width() > width
        row = self._indent() + self.line.get("last_row", self.formula.width) * MATH_SCALE * scale + 2 * MARGIN
        self._chip_in_last_row = self._chip_below and row + GAP + chip.width() <= width
        height = self.formula.height * scale + 2 * self.padding
        if self._chip_in_last_row:
            pass
        elif self._chip_below:
            height += chip.height() + 4
        elif self.line.get("title"):
            height = max(height, chip.height() + 2 + max(2 * self.padding, 0))
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
        if self._pointed_at or self.open or self.selected:
            painter.setPen(Qt.PenStyle.NoPen)
            fill = theme.selection if self.selected else theme.sunken if self.open else theme.hover
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(whole, theme.radius_small, theme.radius_small)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, theme.radius_small, theme.radius_small)
        painter.setOpacity(DIMMED if self.dimmed else 1.0)
        chip = self._chip_size()
        content = self.formula.height * self.scale
        row = content if self._chip_below else max(content, chip.height())
        if self.opens or self.closes:
            self._paint_sign(painter, QPointF(self._indent() + 7, self.padding + row / 2))
        origin = self._origin()
        if self.open:
            self._paint_picked(painter, origin, theme)
        self.formula.paint(painter, origin.x(), origin.y(), self.scale)
        if self.line.get("title"):
            y = self.padding + content + 4 if self._chip_below else self.padding + (row - chip.height()) / 2
            if self._chip_in_last_row:
                y = self.padding + content - chip.height()
            self._paint_chip(painter, QRectF(QPointF(self.width() - MARGIN - chip.width(), y), chip))
        if self.open and self._detail:
            box, words = self._detail_rect(self.width()), self._words
            painter.translate(box.left(), self.height() - 10 - box.height())
            context = QAbstractTextDocumentLayout.PaintContext()
            context.palette.setColor(QPalette.ColorRole.Text, QColor(theme.muted))
            words.documentLayout().draw(painter, context)
        painter.end()

    @property
    def _presented(self) -> bool:
        """Whether the lines are shown one after another, for a projector."""
        return bool(getattr(self.parentWidget(), "keys_are_the_panels", False))

    @property
    def _pointed_at(self) -> bool:
        """Whether the mouse singles the line out; one that rests somewhere says nothing to an audience."""
        return self.underMouse() and not self._presented

    @property
    def opens(self) -> bool:
        """Whether there are substeps that are not shown."""
        return bool(self.line.get("opens"))

    @property
    def closes(self) -> bool:
        """Whether this line is the first of substeps that stand in their step's place."""
        path = self.line.get("path") or ()
        return bool(self.line.get("closes")) and len(path) > 1

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self.rect().contains(event.position().toPoint()):
            return
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.chosen.emit("range")
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.chosen.emit("too")
        elif (self.opens or self.closes) and event.position().x() < self._indent() + MARGIN + 4:
            self.steps_asked.emit(self.opens)
        else:
            self.chosen.emit("alone")
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            at = (event.position() - self._origin()) / self.scale
            if not QRectF(0, 0, self.formula.width, self.formula.height).contains(at) or not self._detail:
                self._toggle()
                return
            if not self.open:
                self._toggle()
            self.pick(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self.selected:
            self.chosen.emit("alone")
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            point = self.mapToGlobal(self.rect().center())
        self.menu_asked.emit(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._presented:
            event.ignore()  # in a presentation the keys belong to the panel
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in WALK:
            if not self.open:
                self._toggle()
            self.pick(WALK[Qt.Key(event.key())])
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
        if event.key() in steps:
            selecting = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.moved.emit(steps[Qt.Key(event.key())], selecting)
        elif event.key() == Qt.Key.Key_Right and self.opens:
            self.steps_asked.emit(True)
        elif event.key() == Qt.Key.Key_Left and len(self.line.get("path") or ()) > 1:
            self.steps_asked.emit(False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._toggle()
        else:
            super().keyPressEvent(event)

    def _paint_sign(self, painter: QPainter, centre: QPointF) -> None:
        """A triangle that points to the right where a step opens, and down where its substeps are shown."""
        points = ((-2, -4), (-2, 4), (3, 0)) if self.opens else ((-4, -2), (4, -2), (0, 3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent if self._pointed_at or self.hasFocus() else self.theme.faint))
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in points]))

    def _origin(self) -> QPointF:
        """The upper left corner of the formula."""
        content = self.formula.height * self.scale
        row = content if self._chip_below else max(content, self._chip_size().height())
        return QPointF(self._indent() + MARGIN, self.padding + (row - content) / 2)

    def _toggle(self) -> None:
        if self._detail:
            self.open = not self.open
            self.toggled.emit()
            self.update()

    def _paint_chip(self, painter: QPainter, box: QRectF) -> None:
        failed = self.line.get("ok") is False
        # On a line that is set off the chip would have the colour of its ground.
        plain = self.theme.surface if self._pointed_at or self.open or self.selected else self.theme.chip
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.error_soft if failed else plain))
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
        longest = LONGEST_CHIP * self._font().pixelSize() / self.theme.size_small
        wide = min(metrics.horizontalAdvance(self.line["title"]) + 18, longest)
        return QRectF(0, 0, wide, metrics.height() + 6).size()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(self.theme.size_small * (PRESENTED if self._presented else 1)))
        return font

    def _indent(self) -> int:
        return INDENT * int(self.line.get("depth", 0))

    def _detail_rect(self, width: int) -> QRectF:
        """The place of the detail, which is laid out for it."""
        self._words.setDefaultFont(self._font())
        self._words.setDocumentMargin(0)
        self._words.setTextWidth(max(80, width - self._indent() - 28))
        shown = self._details(printed, escape)
        if shown != self._shown:
            self._shown = shown
            self._words.setHtml(shown.replace("\n", "<br>"))
        return QRectF(self._indent() + 14, 0, self._words.textWidth(), self._words.size().height())

    def _facts(self, formula: Callable[[str], str] | None = None) -> list[str]:
        """What is told of the line's rule; as rich text, if `formula` makes such of formulas."""
        shown, words = (formula, escape) if formula else (str, str)
        known = self.line.get
        facts = [write(str(known(key))) for key, write in (("formula", shown), ("explanation", words)) if known(key)]
        bindings = [shown(f"{letter} = {part}") for letter, part in known("bindings", ()) if len(part) <= LONG_BINDING]
        facts += [self.tr("Here {bindings}.").format(bindings=", ".join(bindings))] if bindings else []
        facts += [self.tr("Provided that {condition}.").format(condition=words(c)) for c in known("conditions", ())]
        if self.line.get("ok") is True:
            facts.append(self.tr("Checked with numbers: {error}.").format(error=describe_error(self.line["error"])))
        elif self.line.get("ok") is False:
            facts.append(self.tr("This step did not pass the check with numbers."))
        return facts

    def _details(self, formula: Callable[[str], str] | None = None, words: Callable[[str], str] = str) -> str:
        """What is told in the open line; as rich text, if `formula` and `words` make such."""
        facts = self._facts(formula) or [words(told(_PLAIN.get(self.line.get("kind", ""), "")))]
        at_point = [self.tr("At the point: {value}").format(value=words(self.value))] if self.value else []
        if self.parts:
            at_point.append(self.tr("Its parts: {parts}").format(parts=words("\n".join(self.parts))))
        picked = words(self.picked_words())
        hint = told(say("Click a part of the formula, or press Alt and an arrow key, for its shape and its value."))
        return "\n".join(filter(None, [picked, *facts, *at_point, "" if picked else hint]))

    def _tip(self) -> str:
        facts = self._facts(printed)
        if not facts:
            return ""
        return f"<b>{escape(self.line.get('title', ''))}</b>" + "".join(f"<p>{fact}</p>" for fact in facts)
