"""Tab goes through the window as it is read."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from gradviz.gui.window.dock_area import PANELS
from gradviz.gui.window.focus_order import order_focus


def _walk(qtbot: Any, window: Any, key: Qt.Key) -> list[QWidget]:
    """What has the keyboard, from the choice of the variable round to it again."""
    first = window.options.wrt
    first.setFocus()
    found: list[QWidget] = [first]
    while len(found) < 200:
        qtbot.keyClick(found[-1], key)
        here = QApplication.focusWidget()
        if here is first:
            break
        found.append(here)
    return found


def test_panel_by_panel(qtbot: Any, make_window: Any) -> None:
    window = make_window()
    qtbot.waitUntil(lambda: window.session.current)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    found = _walk(qtbot, window, Qt.Key.Key_Tab)
    panels = [next((n for n in PANELS if window.docks.panels[n].isAncestorOf(w)), "") for w in found]
    named = [name for name, _ in groupby(panels)]
    assert named[:2] == ["function", "derivation"]
    assert len(named) == len(set(named))  # no panel is left and entered again
    choices = window.options
    assert found[:4] == [choices.wrt, choices.order, choices.method, choices.layout_choice]
    assert window.editor in found
    assert _walk(qtbot, window, Qt.Key.Key_Backtab)[1:] == found[:0:-1]


def test_what_is_made_later_has_its_place_too(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    left, right = QWidget(window), QWidget(window)
    order = [QPushButton("a", left), QPushButton("c", right), QPushButton("d", window), QPushButton("b", left)]
    order_focus(window, (left, right))
    chain = [order[0]]
    while (following := chain[-1].nextInFocusChain()) is not order[0]:
        chain.append(following)
    assert "".join(w.text() for w in chain if isinstance(w, QPushButton)) == "abcd"
