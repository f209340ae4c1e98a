"""Formulas read aloud."""

from __future__ import annotations

import pytest
from samples import ONE_OF_EACH

from gradviz import api
from gradviz.language.parser import parse
from gradviz.typeset.lines import lines
from gradviz.typeset.spoken import spoken, spoken_line


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("2 X' (X w - y)", "two X transpose times the quantity X w minus y"),
        ("(A + A') x", "the quantity A plus A transpose, end of quantity, x"),
        ("||y - X w||^2", "the norm of the quantity y minus X w, end of quantity, squared"),
        ("1/2 x' A x - b' x", "one half x transpose A x minus b transpose x"),
        ("A^-T", "A inverse transpose"),
        ("x_1^3, x_1 in R", "x sub 1 cubed"),
        ("logdet(S)", "the logarithm of the determinant of S"),
        ("A x .* b", "A x times entrywise b"),
        ("sum_{i=1}^l <w, x_i>", "the sum over i from one to l of the inner product of the quantity w, end of quantity, and"
         " the quantity x sub i"),
        ("[1, 2; 3, 4]", "the matrix with the rows one, two; three, four, end of matrix"),
        ("-3 t/(7 s), t in R, s in R", "minus three t over the quantity seven s"),
    ],
)  # fmt: skip
def test_a_formula_in_words(source: str, words: str) -> None:
    assert spoken(parse(source).function) == words


@pytest.mark.parametrize("node", ONE_OF_EACH.values(), ids=lambda node: type(node).__name__)
def test_every_node_is_read_without_a_sign(node: object) -> None:
    words = spoken(node)  # type: ignore[arg-type]
    assert words
    assert not set(words) & set("^_'*<>|()[]{}")


def test_a_line_names_its_left_side() -> None:
    derivation = api.derive("X in R^(m,n)\nw in R^n\ny in R^m\n||y - X w||^2", wrt="w")
    told = [spoken_line(line, derivation.core, "f") for line in lines(derivation.core)]
    assert told[1].startswith("d f equals d of the quantity the norm")
    assert "the gradient of f by w equals minus two X transpose times the quantity y minus X w" in told
