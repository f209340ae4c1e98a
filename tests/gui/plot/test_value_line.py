"""A line of values looks the same whether Qt lays it out, to be selected, or it is drawn from its parts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from gradviz.gui.plot.plane_words import point_html
from gradviz.gui.plot.value_line import ValueLine, runs


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("1 &lt; 2", [("1 < 2", False, 0)]),
        ("<i>x</i><sub>12</sub>&nbsp;=&nbsp;1", [("x", True, 0), ("12", False, -1), ("\xa0=\xa01", False, 0)]),
        ("10<sup>−3</sup><i>w</i>", [("10", False, 0), ("−3", False, 1), ("w", True, 0)]),
    ],
)
def test_rich_text_falls_into_its_parts(text: str, parts: list[Any]) -> None:
    assert list(runs(text)) == parts


@pytest.mark.parametrize("values", [(1.5, -0.25, 3.75, 12.0), (-1.5e-9, 0.1, 2e12, None)])
def test_it_looks_as_qt_would_lay_it_out(qtbot: Any, values: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 40)
    line = ValueLine(window, "line", "Values")
    line.setGeometry(10, 10, 480, 15)  # where the powers have room
    window.show()
    pictures = []
    for laid_out in (False, True):
        line.setText("")
        line.setText(point_html(("x_1", "beta", "f"), *values))
        if laid_out:
            line._lay_out()
        image = window.grab().toImage().convertToFormat(window.grab().toImage().Format.Format_RGB32)
        pictures.append(np.frombuffer(image.constBits(), np.uint8).reshape(40, 500, 4)[11:, :, 0].astype(int))
    drawn, laid = pictures
    assert (drawn < 128).sum() > 100
    rows = slice(4, None)  # Qt cuts powers off
    assert (np.abs(drawn - laid)[rows] > 60).mean() < 0.002


def test_it_can_be_selected_where_the_mouse_is(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = ValueLine(window, "line", "Values")
    line.setText("<i>x</i> = 1")
    assert not line.hasSelectedText()
    line._lay_out()  # as the mouse does
    line.setSelection(0, 5)
    assert line.selectedText() == "x = 1"
    line.setText("<i>x</i> = 2")
    assert line.text() == "<i>x</i> = 2"


@pytest.mark.parametrize(
    ("x", "span", "shown"), [(1000.3, 6.0, "1000.3"), (1.23456789, 1e-4, "1.2345679"), (0.5, 6.0, "0.5")]
)
def test_a_coordinate_has_the_digits_that_tell_places_in_view_apart(x: float, span: float, shown: str) -> None:
    assert f"&nbsp;{shown}&nbsp;" in point_html(("x", "y", "f"), x, 0.0, 1.0, None, span)
