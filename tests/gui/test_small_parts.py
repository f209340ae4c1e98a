"""Labels that say to a screen reader what they show."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from gradviz.gui.small_parts import flat_button, plain_text, rich_label


@pytest.mark.parametrize(
    ("rich", "plain"),
    [
        ("<i>r</i><sub>12</sub>(<i>u</i>) &lt; |<i>u</i>|<sup>2.00</sup>", "r₁₂(u) < |u|^2.00"),
        ("<span style='color:#fff'>f&nbsp;=&nbsp;3</span><br>∇f", "f = 3 ∇f"),
        ("a < b and b > c", "a < b and b > c"),
    ],
)
def test_rich_text_is_read_without_its_tags(rich: str, plain: str) -> None:
    assert plain_text(rich) == plain


def test_a_label_tells_its_text_beside_its_name(qtbot: Any) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = rich_label(parent, "values", "Values at the point", "muted")
    label.setText("<i>f</i>&nbsp;=&nbsp;3")
    told = QAccessible.queryAccessibleInterface(label)
    assert told.text(QAccessible.Text.Name) == "Values at the point"
    assert told.text(QAccessible.Text.Description) == "f = 3"


def test_a_button_with_a_sign_is_read_by_its_tip(qtbot: Any) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert flat_button(parent, "a", "◂", "The part before").accessibleName() == "The part before"
    worded = flat_button(parent, "b", "Plane", "Heat map")
    assert (worded.accessibleName(), worded.accessibleDescription()) == ("Plane", "Heat map")


def test_a_label_knows_the_height_that_its_text_needs_also_after_another_text_and_another_font(qtbot: Any) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = rich_label(parent, "values", "Values")
    line = label.fontMetrics().lineSpacing()
    label.setText("word " * 40)
    assert label.heightForWidth(100) > 3 * line
    label.setText("word")
    assert label.heightForWidth(100) < 2 * line
    font = label.font()
    font.setPointSizeF(3 * font.pointSizeF())
    label.setFont(font)
    assert label.heightForWidth(1000) > 2 * line
    label.clear()
    assert not label.text()


def test_a_label_keeps_room_and_says_how_much_more_its_text_needs(qtbot: Any) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = rich_label(parent, "values", "Values")
    label.keep_room(3)
    room = label.sizeHint().height()
    assert room == label.minimumHeight() >= 3 * label.fontMetrics().lineSpacing()
    label.setText("word " * 400)
    assert label.sizeHint().height() == room
    assert label.heightForWidth(100) > 10 * room
