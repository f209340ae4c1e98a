"""Declarations that are written into the text."""

from __future__ import annotations

import pytest

from gradviz import api
from gradviz.gui.editing.declare import (
    declaration_lines,
    line_of,
    with_declaration,
    with_signature,
    without_declaration,
)


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


@pytest.mark.parametrize(
    ("text", "sizes", "expected"),
    [
        ("L(A x)", ("n", "1"), "L: R^n -> R\nL(A x)"),
        ("A in R^(n,n)\nL(A x)", ("n", "1"), "A in R^(n,n)\nL: R^n -> R\nL(A x)"),
        ("L: R^n -> R  # loss\nL(A x)", ("p", "q"), "L: R^p -> R^q  # loss\nL(A x)"),
        ("L(t)", ("1", "1"), "L: R -> R\nL(t)"),
    ],
)
def test_the_signature_of_a_function_is_written(text: str, sizes: tuple[str, str], expected: str) -> None:
    written = with_signature(text, "L", *sizes)
    assert written == expected
    assert with_signature(written, "L", *sizes) == written
    assert without_declaration(written, "L").endswith(text.split("\n")[-1])
    assert "L:" not in without_declaration(written, "L")


@pytest.mark.parametrize(
    ("name", "line"),
    [("A", "A, B in R^(n,n)"), ("L", "L: R^n -> R"), ("u", "u = A x"), ("g", "g(t) = t^2"), ("x", None)],
)
def test_the_line_of_a_name(name: str, line: str | None) -> None:
    text = "A, B in R^(n,n)\nL: R^n -> R\nu = A x\ng(t) = t^2\nL(u)"
    found = line_of(text, name)
    assert (text[slice(*found)] if found else None) == line
