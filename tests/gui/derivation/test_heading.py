"""A card's heading is whole or not there, and holds neither room nor card."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gradviz.gui.derivation.heading import Heading


def test_it_gives_its_whole_room_to_its_neighbours(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    card = QWidget(window)
    heading, button = Heading("heading", "A heading", card), QPushButton("A button beside it", card)
    row = QHBoxLayout()
    row.addWidget(heading)
    row.addStretch(1)
    row.addWidget(button)
    QVBoxLayout(card).addLayout(row)
    heading.give_way_in(row)
    both = heading.sizeHint().width() + button.sizeHint().width()
    card.resize(both + 60, 60)
    window.resize(600, 80)
    window.show()
    qtbot.waitExposed(window)
    assert heading.isVisible()
    card.resize(both - 8, 60)
    qtbot.waitUntil(lambda: not heading.isVisible())
    assert button.width() >= button.sizeHint().width()
    card.resize(both + 60, 60)
    qtbot.waitUntil(heading.isVisible)
