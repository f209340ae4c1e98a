"""The numbers that lines stand for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from gradviz.gui.documents.document import Document
from gradviz.gui.picture import scene
from gradviz.gui.window.values import numbers_at
from gradviz.gui.worker.engine import Engine
from gradviz.gui.worker.values import number_text


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _values(engine: Engine, text: str, numbers: dict[str, Any], **more: Any) -> list[str]:
    reply = engine.handle({"kind": "derive", "text": text, **more})
    count = len(reply["lines"]) + len(reply["answers"])
    asked = {"kind": "values", "text": text, "lines": list(range(count)), "numbers": numbers, **more}
    found = engine.handle(asked)["values"]
    return [found[str(number)] for number in range(count)]


def test_function_and_gradient_have_their_numbers(engine: Engine) -> None:
    a, x = np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([[1.0], [-2.0]])
    found = _values(engine, "x' A x", {"A": a.tolist(), "x": x.tolist()}, wrt=["x"])
    assert float(found[0]) == pytest.approx(float((x.T @ a @ x)[0, 0]))
    gradient = [float(entry) for entry in found[-1].strip("[]").split("; ")]
    assert gradient == pytest.approx(((a + a.T) @ x)[:, 0].tolist())


def test_a_line_with_a_differential_has_none(engine: Engine) -> None:
    found = _values(engine, "x' x", {"x": [[1.0], [2.0]]})
    assert found[1] == ""
    assert found[0] == "5"


def test_lines_about_any_entry_have_none_and_sums_over_entries_have_theirs(engine: Engine) -> None:
    numbers = {"A": [[1.0, 2.0], [3.0, 5.0]], "x": [[1.0], [-2.0]]}
    found = _values(engine, "x' A x", numbers, wrt=["x"], method="components")
    assert found[0] == found[1] == "11"
    assert set(found[2:9]) == {""}
    assert found[-1] == "[-8; -15]"


def test_lines_that_name_a_derivative_have_none(engine: Engine) -> None:
    found = _values(engine, "exp(x' x)", {"x": [[0.5], [1.0]]}, wrt=["x"], method="chain")
    assert "" in found
    assert found[0] != ""


def test_names_of_definitions_are_put_in(engine: Engine) -> None:
    text = "A in R^(2,2)\nx in R^2\nu = A x\nu' u"
    found = _values(engine, text, {"A": [[1, 0], [0, 2]], "x": [[1], [1]]}, wrt=["x"])
    assert found[0] == "5"
    assert found[1] == "[1; 2]"


def test_a_function_without_a_formula_has_none(engine: Engine) -> None:
    assert set(_values(engine, "L(x)", {"x": [[1.0], [2.0]]}, wrt=["x"])) == {""}


def test_a_large_matrix_is_told_by_its_size() -> None:
    assert number_text(np.eye(9)) == "9×9, of norm 3"


def test_what_is_drawn_takes_its_numbers_from_the_point(engine: Engine) -> None:
    expressions = engine.handle({"kind": "derive", "text": "x in R^2\nx' x", "wrt": ["x"]})["expressions"]
    drawn = scene.build(expressions, Document(text="x in R^2\nx' x"))
    assert numbers_at(drawn, (0.5, -3.0))["x"] == [[0.5], [-3.0]]


def test_a_curve_and_a_map_give_their_numbers_too(engine: Engine) -> None:
    for text, wrt, point, expected in (
        ("exp(-x) sin(x)", ["x"], (2.5, 1.0), {"x": [[2.5]]}),
        ("[s^2 - t^2; 2 s t], s in R, t in R", ["s", "t"], (0.5, -3.0), {"s": [[0.5]], "t": [[-3.0]]}),
    ):
        drawn = scene.build(engine.handle({"kind": "derive", "text": text, "wrt": wrt})["expressions"], Document(text))
        assert numbers_at(drawn, point) == expected


def test_parts_of_a_line_have_their_numbers(engine: Engine) -> None:
    text = "X in R^(2,2)\ny in R^2\nw in R^2\n||y - X w||^2"
    numbers = {"X": [[1, 0], [0, 2]], "w": [[1], [3]], "y": [[5], [5]]}
    asked = {"kind": "values", "text": text, "wrt": ["w"], "lines": [0, 2, 3], "numbers": numbers}
    parts = engine.handle(asked)["parts"]
    assert "X w = [1; 6]" in parts["0"]
    assert "y - X w = [4; -1]" in parts["0"]
    assert not any("dw" in part for part in parts["3"])
    assert "X w = [1; 6]" in parts["3"]  # although the line, with its dw, is no number


@pytest.mark.parametrize("dims", [{"n": 1_000_000}, {"n": 30_000}])
def test_a_document_cannot_ask_for_more_memory_than_a_picture_needs(engine: Engine, dims: dict[str, int]) -> None:
    reply = engine.handle({"kind": "derive", "text": "x' A x", "wrt": ["x"]})
    drawn = scene.build(reply["expressions"], Document(text="x' A x", dims=dims))
    assert drawn.landscape is None
    assert "cannot be drawn" in drawn.reason
    assert scene.build(reply["expressions"], Document(text="x' A x", dims={"n": 3})).landscape is not None
