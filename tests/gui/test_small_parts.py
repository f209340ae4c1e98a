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
