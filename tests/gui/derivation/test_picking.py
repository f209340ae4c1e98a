"""Parts of a line's formula: where they stand, how they are picked, and what is told of them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, QSizeF, Qt

from gradviz.gui.derivation.line import Formula
from gradviz.gui.derivation.panel import DerivationPanel
from gradviz.gui.derivation.parts_map import PartsMap
from gradviz.gui.gallery.entries import entries
from gradviz.gui.worker.engine import Engine

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

PRODUCT = "A in R^(n,n)\nB in R^(n,n)\nx in R^n\nx' A x + x' B x"
NUMBERS = {"A": [[1.0, 2.0], [3.0, 4.0]], "B": [[1.0, 0.0], [0.0, 1.0]], "x": [[1.0], [2.0]]}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _map(engine: Engine, request: dict[str, Any], line: int) -> PartsMap:
    svg = engine.handle({"kind": "derive", **request})["lines"][line]["svg"]
    reply = engine.handle({"kind": "parts", **request, "line": line})
    formula = Formula(svg)
    return PartsMap(reply["svg"], reply["parts"], QSizeF(formula.width, formula.height))


def _texts(found: PartsMap) -> dict[str, tuple[int, ...]]:
    return {part["text"]: path for path, part in found.parts.items()}


def test_parts_stand_in_reading_order_each_within_the_one_around_it(qapp: Any, engine: Engine) -> None:
    found = _map(engine, {"text": PRODUCT, "wrt": ["x"]}, 0)
    by_text = _texts(found)
    assert {"x' A x", "x' B x", "x'", "A", "B", "x"} <= set(by_text)
    (first,), (second,) = (found.boxes(by_text[text]) for text in ("x' A x", "x' B x"))
    assert first.right() < second.left()
    (inner,) = found.boxes(by_text["A"])
    assert first.contains(inner)
    assert found.at(inner.center()) == by_text["A"]
    assert found.at(QPointF(-100, -100)) is None


def test_the_map_shows_the_places_of_the_picture(qapp: Any, engine: Engine) -> None:
    """The line is typeset anew with other colours: nothing may move by that."""
    off = []
    for entry in entries()[::10]:
        document = entry.document
        request = {"text": document.text, "wrt": list(document.wrt), "method": document.method, "width": 360.0}
        for line in (0, 1):
            if not _map(engine, request, line).fits:
                off.append((entry.id, line))
    assert off == []


def test_one_walks_from_part_to_part(qapp: Any, engine: Engine) -> None:
    found = _map(engine, {"text": PRODUCT, "wrt": ["x"]}, 0)
    first = found.beside(None, "into")
    assert found.parts[first]["text"] == "x' A x"
    second = found.beside(first, "after")
    assert found.parts[second]["text"] == "x' B x"
    assert found.beside(second, "after") == second
    assert found.beside(second, "before") == first
    matrix = found.beside(found.beside(second, "into"), "after")
    assert found.parts[matrix]["text"] == "B"
    assert found.beside(matrix, "out") == second
    assert found.beside(second, "out") is None


def test_a_part_of_a_broken_line_has_a_box_in_each_row(qapp: Any, engine: Engine) -> None:
    text = " + ".join(f"log(1 + exp({c}' x))" for c in "abcdghkp")
    found = _map(engine, {"text": text, "wrt": ["x"], "width": 260.0}, 1)
    inside = next(path for path, part in found.parts.items() if part["text"] == text)
    boxes = found.boxes(inside)
    assert len(boxes) > 1
    assert all(above.bottom() < below.top() for above, below in zip(boxes, boxes[1:], strict=False))


@pytest.fixture
def panel(qtbot: Any, engine: Engine) -> DerivationPanel:
    """A panel whose lines learn at once where their parts stand, and what they are at a point."""
    made = DerivationPanel()
    qtbot.addWidget(made)
    made.resize(560, 480)
    made.show()
    qtbot.waitExposed(made)
    request = {"text": PRODUCT, "wrt": ["x"]}
    made.show_derivation(engine.handle({"kind": "derive", **request}))
    view = made.lines_view

    def tell_values() -> None:
        asked = {"lines": view.open_numbers(), "numbers": NUMBERS, "picked": view.picked_parts}
        view.show_values(engine.handle({"kind": "values", **request, **asked}))

    view.told.connect(tell_values)
    view.parts_wanted.connect(lambda line: view.show_map(engine.handle({"kind": "parts", **request, "line": line})))
    return made


def test_a_click_picks_a_part_and_another_the_one_around_it(qtbot: Any, panel: DerivationPanel) -> None:
    line = panel.lines_view.lines[0]
    wide = int(line.formula.width)
    click = (line._origin() + QPointF(wide - 6, line.formula.height / 2)).toPoint()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=click)
    assert line.open
    assert line.picked_words() == "x is n×1; at the point it is [1; 2]."
    before = line.grab().toImage()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=click)
    assert line.picked_words() == "x' B x is a scalar; at the point it is 5."
    assert line.grab().toImage() != before
    assert line.picked_words() in line.accessibleDescription()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=click)
    assert line.picked is None
    assert line.open


def test_alt_and_arrows_pick_parts(qtbot: Any, panel: DerivationPanel) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    line = panel.lines_view.lines[0]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down, alt)
    assert line.picked_words() == "x' A x is a scalar; at the point it is 27."
    qtbot.keyClick(line, Qt.Key.Key_Down, alt)
    qtbot.keyClick(line, Qt.Key.Key_Right, alt)
    assert line.picked_words() == "A is n×n; at the point it is [1, 2; 3, 4]."
    qtbot.keyClick(line, Qt.Key.Key_Up, alt)
    qtbot.keyClick(line, Qt.Key.Key_Up, alt)
    assert line.picked is None


def test_what_is_picked_in_one_line_is_let_go_for_another(qtbot: Any, panel: DerivationPanel) -> None:
    first, last = panel.lines_view.lines[0], panel.lines_view.lines[-1]
    for line in (first, last):
        line.setFocus()
        qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert first.picked is None
    assert last.picked is not None


def test_a_differential_has_a_shape_and_no_value(qtbot: Any, panel: DerivationPanel) -> None:
    line = panel.lines_view.lines[1]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert line.picked_words().endswith("is a scalar; at the point it is 32.")
    qtbot.keyClick(panel.lines_view.lines[2], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert panel.lines_view.lines[2].picked_words().endswith("is a scalar.")
