"""What the style sheet must do."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from gradviz.gui.theme import current_theme, stylesheet

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.mark.parametrize("kind", ["", "compact"])
def test_a_list_that_drops_down_shows_all_its_items(qtbot: Any, kind: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    other, box = QPushButton(window), QComboBox(window)
    other.setFocus()
    box.setProperty("class", kind)
    box.addItems(["Differentials", "Components", "Chain rule", "Definition"])
    window.setStyleSheet(stylesheet(current_theme()))
    with qtbot.waitExposed(window):
        window.show()
    for focused in (False, True):
        if focused:
            box.setFocus()
        height = box.height()
        box.showPopup()
        shown = box.view()
        assert shown.visualRect(box.model().index(3, 0)).bottom() < shown.viewport().height()
        box.hidePopup()
        assert box.height() == height
