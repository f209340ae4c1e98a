"""What is scrolled has the height of its words, and new words are painted once."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from gradviz.gui.picture.frames import scrolled
from gradviz.gui.small_parts import RichLabel, rich_label

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


class Words(NamedTuple):
    window: QWidget
    area: QScrollArea
    first: RichLabel
    second: RichLabel


@pytest.fixture
def words(qtbot: Any) -> Words:
    """Two labels in what is scrolled, in a window of 300 x 120."""
    window, content = QWidget(), QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(content)
    labels = [rich_label(content, name, name) for name in ("first", "second")]
    for label in labels:
        label.setText("few words")
        layout.addWidget(label)
    layout.addStretch(1)
    area = scrolled(content)
    QVBoxLayout(window).addWidget(area)
    window.resize(300, 120)
    window.show()
    qtbot.waitExposed(window)
    return Words(window, area, *labels)


def test_more_words_than_there_is_room_for_can_be_scrolled_to(qtbot: Any, words: Words) -> None:
    area, first, second = words.area, words.first, words.second
    bar = area.verticalScrollBar()
    assert not bar.isVisible()
    first.setText("many words " * 60)
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: first.height() >= first.heightForWidth(first.width()))
    assert second.geometry().top() > first.geometry().bottom()
    words.window.resize(900, 600)
    qtbot.waitUntil(lambda: not bar.isVisible())
    first.setText("few words")
    qtbot.waitUntil(lambda: first.height() < 40)


def test_words_that_take_no_more_room_are_painted_once(qtbot: Any, words: Words) -> None:
    first, second = words.first, words.second
    qtbot.wait(50)
    paintings: list[QObject] = []

    class Counts(QObject):
        def eventFilter(self, watched: Any, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                paintings.append(watched)
            return False

    counts = Counts()
    first.installEventFilter(counts)
    first.setText("other words")
    second.setText("few words")
    qtbot.waitUntil(lambda: first in paintings)
    qtbot.wait(50)
    assert paintings == [first]
