"""The lines of a derivation below each other: their places, the walk through them, the selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from gradviz.gui.derivation.line import (
    DIMMED,
    MARGIN,
    MATH_SCALE,
    PADDING,
    TIGHT_PADDING,
    Formula,
    LineWidget,
    describe_error,
    line_words,
)
from gradviz.gui.theme import Theme, current_theme

__all__ = ["DIMMED", "MATH_SCALE", "Formula", "LineWidget", "LinesView", "describe_error", "line_words"]

AT_ONCE = 14
"""Lines that may be in sight when a derivation is shown; pictures of others are parsed when they are reached."""
SMALLEST_SCALE = 0.8
"""How far lines that are too wide shrink before the view scrolls instead."""


class LinesView(QWidget):
    """All lines below each other, the left sides aligned as they were typeset. Widgets are kept and used again.

    Signals
    -------
    resized : the view has another size.
    told : a line tells about its rule, or no longer.
    steps_asked : a step's path, and whether its substeps are to take its place.
    menu_asked : the menu of the selected lines is to open at this point of the screen.
    parts_wanted : it is to be found out where the parts of the line with this number stand.
    current_changed : another line is the one that the user works below.
    reached : the user went to this line, or opened it, and is to see it.
    """

    resized = Signal()
    told = Signal()
    steps_asked = Signal(tuple, bool)
    menu_asked = Signal(object)
    parts_wanted = Signal(int)
    current_changed = Signal()
    reached = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("derivation_lines")
        self.setAccessibleName(self.tr("Steps of the derivation"))
        self.theme = current_theme()
        self._pool: list[LineWidget] = []
        self._count = 0
        self._formulas: dict[str, Formula] = {}
        self._prepared: dict[str, Formula] = {}
        self._dimmed = False
        self._available = 0
        self._padding = PADDING
        self._anchor = 0
        self.revealed: int | None = None
        self.keys_are_the_panels = False

    @property
    def lines(self) -> list[LineWidget]:
        """The widgets of the lines that are shown."""
        return self._pool[: self._count]

    def preparing(self, lines: Sequence[dict[str, Any]]) -> list[Callable[[], object]]:
        """What parses the pictures of lines that are about to be shown, in parts: as much of it as is in sight."""
        new = [line["svg"] for line in lines[:AT_ONCE] if line["svg"] not in self._formulas]
        self._prepared = {svg: Formula(svg) for svg in new}
        return [formula.parse for formula in self._prepared.values()]

    def set_lines(self, lines: Sequence[dict[str, Any]]) -> None:
        """Show these lines; pictures that were there before are not parsed again."""
        known = self._prepared | self._formulas
        formulas = {line["svg"]: known.get(line["svg"]) or Formula(line["svg"]) for line in lines}
        self._formulas, self._prepared = formulas, {}
        if [line.get("text") for line in lines] != [w.line.get("text") for w in self.lines]:
            self._pick(())
            self._anchor = 0
        self._count = len(lines)
        lines = _with_closers(lines)
        while len(self._pool) < len(lines):
            widget = LineWidget(self)
            widget.toggled.connect(self.lay_out)
            widget.toggled.connect(self.told)
            widget.toggled.connect(lambda w=widget: w.open and self.reached.emit(w))
            widget.moved.connect(lambda by, selecting, w=widget: self._move_focus(w, by, selecting))
            widget.steps_asked.connect(lambda opened, w=widget: self._ask_steps(w, opened))
            widget.chosen.connect(lambda how, w=widget: self._picked(w, how))
            widget.parts_wanted.connect(lambda w=widget: self.parts_wanted.emit(w.line.get("number", -1)))
            widget.part_picked.connect(lambda w=widget: self._part_picked(w))
            widget.menu_asked.connect(self.menu_asked)
            self._pool.append(widget)
        for number, (widget, line) in enumerate(zip(self._pool, lines, strict=False)):
            widget.theme, widget.dimmed, widget.padding = self.theme, self._dimmed, self._padding
            widget.set_line(number, line, formulas[line["svg"]])
            widget.setVisible(self.revealed is None or number < self.revealed)
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

    def set_tight(self, tight: bool) -> None:
        """Whether the height is scarce, so that lines stand closer together."""
        padding = TIGHT_PADDING if tight else PADDING
        if padding != self._padding:
            self._padding = padding
            for widget in self._pool:
                widget.padding = padding
                widget.update()
            self.lay_out()

    def lay_out(self) -> None:
        """Place the lines; all share one scale, so that they stay aligned."""
        widest = max((widget.natural_width() for widget in self.lines), default=1)
        scale = min(1.0, max(SMALLEST_SCALE, self._available / widest))
        width = max(self._available, int(widest * scale + 0.999))
        y = 4
        for widget in self.lines:
            if widget.isHidden():
                continue
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

    def available_points(self) -> float:
        """The width of the place for a formula, in typographic points."""
        return max(1.0, (self._available - 2 * MARGIN) / MATH_SCALE)

    def open_numbers(self) -> list[int]:
        """The numbers of the lines that tell about themselves."""
        return [w.line["number"] for w in self.lines if w.open and "number" in w.line]

    @property
    def picked_parts(self) -> dict[str, list[int]]:
        """The paths of the parts that are picked in open lines, by the lines' numbers."""
        return {str(w.line["number"]): list(w.picked) for w in self.lines if w.open and w.picked and "number" in w.line}

    def show_map(self, reply: dict[str, Any]) -> None:
        """Where the parts of a line stand in its picture."""
        for widget in self.lines:
            if widget.line.get("number") == reply["line"]:
                widget.show_map(reply["svg"], reply["parts"])

    def _part_picked(self, widget: LineWidget) -> None:
        """One part at a time is picked, and told in its line."""
        for other in self.lines:
            if other is not widget:
                other.unpick()
        widget.tell_anew()
        self.lay_out()
        self.told.emit()

    def show_values(self, reply: dict[str, Any]) -> None:
        """Tell in the open lines what they, and their parts, are at the current point."""
        values, parts, picked = reply.get("values", {}), reply.get("parts", {}), reply.get("picked", {})
        numbers = [(w, str(w.line.get("number"))) for w in self.lines]
        changed = [w.set_value(values.get(n, ""), parts.get(n, ()), picked.get(n, "")) for w, n in numbers]
        if any(changed):
            self.lay_out()

    # --- one line after another

    def reveal(self, count: int | None) -> None:
        """Show only the first lines; None shows all, and so does one more than there are."""
        self.revealed = None if count is None else max(1, min(count, self._count + 1))
        for number, widget in enumerate(self.lines):
            widget.setVisible(self.revealed is None or number < self.revealed)
        self.lay_out()

    @property
    def all_shown(self) -> bool:
        """Whether no line, and no answer, is held back."""
        return self.revealed is None or self.revealed > self._count

    # --- the selection

    @property
    def current(self) -> LineWidget | None:
        """The line that the user was at last: a line of their own goes below it."""
        shown = [w for w in self.lines if not w.isHidden()]
        return shown[min(self._anchor, len(shown) - 1)] if shown else None

    def go_to(self, number: int) -> None:
        """Make a line the current one."""
        self._set_anchor(max(0, min(number, self._count - 1)))

    def _set_anchor(self, number: int) -> None:
        if number != self._anchor:
            self._anchor = number
            self.current_changed.emit()

    @property
    def selected(self) -> list[LineWidget]:
        """The lines that are selected, or else the one that has the focus."""
        chosen = [w for w in self.lines if w.selected and not w.isHidden()]
        return chosen or [w for w in self.lines if w.hasFocus()]

    def select_all(self) -> None:
        self._pick(range(self._count))

    def _picked(self, widget: LineWidget, how: str) -> None:
        at = self._pool.index(widget)
        now = {i for i, w in enumerate(self.lines) if w.selected}
        if how == "range":
            self._pick(range(min(self._anchor, at), max(self._anchor, at) + 1))
            return
        self._set_anchor(at)
        self._pick(now ^ {at} if how == "too" else ())

    def _pick(self, numbers: Sequence[int] | set[int] | range) -> None:
        for number, widget in enumerate(self.lines):
            if widget.selected != (number in numbers):
                widget.selected = number in numbers
                widget.update()

    def _ask_steps(self, widget: LineWidget, opened: bool) -> None:
        path = tuple(widget.line.get("path") or ())
        self.steps_asked.emit(path if opened else path[:-1], opened)

    def _move_focus(self, widget: LineWidget, by: int, selecting: bool = False) -> None:
        at = self._pool.index(widget)
        last = self._count if self.revealed is None else min(self.revealed, self._count)
        target = max(0, min(last - 1, at + by))
        self._pool[target].setFocus(Qt.FocusReason.TabFocusReason)
        self.reached.emit(self._pool[target])
        if not selecting:
            self._set_anchor(target)
        self._pick(range(min(self._anchor, target), max(self._anchor, target) + 1) if selecting else ())


def _with_closers(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines, each first one of substeps marked as the one that closes them."""
    found: list[dict[str, Any]] = []
    above: tuple[int, ...] = ()
    for line in lines:
        parent = tuple(line.get("path") or ())[:-1]
        found.append({**line, "closes": True} if parent and parent != above else line)
        above = parent
    return found
