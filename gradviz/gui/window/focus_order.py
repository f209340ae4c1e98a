"""The order in which Tab goes through the window: part by part, as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

__all__ = ["order_focus"]


def order_focus(window: QWidget, parts: Sequence[QWidget]) -> None:
    """Have Tab go from part to part, and from the last of them to what lies in none; within each the order stays.

    Qt takes widgets in the order in which they were made, and some are made when they are first wanted. Of parts within
    one another the one that is named first has its widgets.
    """
    chain: list[QWidget] = []
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is window:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    places = [_place(widget, parts) for widget in chain]
    if places != sorted(places):
        ordered = [widget for _, widget in sorted(zip(places, chain, strict=True), key=lambda pair: pair[0])]
        for before, after in pairwise(ordered):
            QWidget.setTabOrder(before, after)


def _place(widget: QWidget, parts: Sequence[QWidget]) -> int:
    return next((i for i, part in enumerate(parts) if part is widget or part.isAncestorOf(widget)), len(parts))
