"""Declarations that are written into the text."""

from __future__ import annotations

import pytest

from gradviz import api
from gradviz.gui.editing.declare import declaration_lines, with_declaration, without_declaration


@pytest.mark.parametrize(
    ("text", "name", "sizes", "properties", "after"),
    [
        ("x' A x", "A", ["n", "n"], ["symmetric"], "A in R^(n,n) symmetric\nx' A x"),
        ("x' A x", "x", ["3"], [], "x in R^3\nx' A x"),
        ("t' t", "t", [], ["positive"], "t in R positive\nt' t"),
        ("A in R^(2,2)\nx' A x", "A", ["n", "n"], [], "A in R^(n,n)\nx' A x"),
        ("A in R^(n,n) # data\nx' A x", "A", ["n", "n"], ["symmetric"], "A in R^(n,n) symmetric # data\nx' A x"),
        ("x, y in R^2\nx' y", "x", ["3"], [], "y in R^2\nx in R^3\nx' y"),
        ("x in R^2\nx' A x", "A", ["2", "2"], [], "x in R^2\nA in R^(2,2)\nx' A x"),
        ("# notes\nx' A x", "A", ["n", "n"], [], "A in R^(n,n)\n# notes\nx' A x"),
        ("β' β", "beta", ["n"], [], "β in R^n\nβ' β"),
        ("A in R^(n,n)\nx' A x", "A", ["n", "n"], ["positive definite", "symmetric"],
         "A in R^(n,n) symmetric, positive definite\nx' A x"),
        ("x' x\nx in R^2", "x", ["4"], [], "x' x\nx in R^4"),
    ],
)  # fmt: skip
def test_a_choice_becomes_a_line(text: str, name: str, sizes: list[str], properties: list[str], after: str) -> None:
    assert with_declaration(text, name, sizes, properties) == after


@pytest.mark.parametrize(
    ("text", "name", "after"),
    [
        ("A in R^(n,n)\nx' A x", "A", "x' A x"),
        ("x, y in R^2\nx' y", "x", "y in R^2\nx' y"),
        ("x in R^2 # the point\nx' x", "x", "# the point\nx' x"),
        ("x' x\nx in R^2", "x", "x' x"),
        ("x' x", "x", "x' x"),
        ("# A in R^2\nx' A x", "A", "# A in R^2\nx' A x"),
    ],
)
def test_a_declaration_can_be_taken_back(text: str, name: str, after: str) -> None:
    assert without_declaration(text, name) == after


@pytest.mark.parametrize("text", ["x' A x", "u = A x\nu' u", "\\mathbf{x}^\\top A \\mathbf{x}"])
def test_the_language_reads_what_was_written(text: str) -> None:
    problem = api.check(with_declaration(text, "A", ["p", "p"], ["symmetric"]))
    found = problem.symbol("A")
    assert (str(found.shape.rows), str(found.shape.cols)) == ("p", "p")
    assert "symmetric" in found.properties
    assert "A" in problem.declared


def test_a_declaration_with_an_error_is_still_a_line() -> None:
    line = declaration_lines("A in Q\nx' A x")[0]
    assert (line.names, line.declarations) == (("A",), ())
    assert with_declaration("A in Q\nx' A x", "A", ["n", "n"]) == "A in R^(n,n)\nx' A x"
