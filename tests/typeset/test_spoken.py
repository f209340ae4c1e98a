"""Formulas read aloud."""

from __future__ import annotations

import re

import pytest

from gradviz import api
from gradviz.algebra.nodes import Symbol
from gradviz.algebra.walk import preorder
from gradviz.gui.catalogue import telling
from gradviz.language.parser import parse
from gradviz.typeset.lines import lines
from gradviz.typeset.spoken import spoken, spoken_line
from tests.typeset.samples import ONE_OF_EACH


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


@pytest.mark.parametrize("language", ["ru", "zh_CN"])
def test_every_node_is_read_in_the_language(language: str) -> None:
    """Without English words; what stays are names, and two functions that are called so everywhere."""
    words = telling(language)
    for node in ONE_OF_EACH.values():
        said = spoken(node, words)  # type: ignore[arg-type]
        assert not set(said) & set("^_'*<>|()[]{}"), said
        names = {symbol.name for symbol in preorder(node) if isinstance(symbol, Symbol)}  # type: ignore[arg-type]
        left = set(re.findall(r"[A-Za-z]{3,}", said)) - names - {"softmax", "sigmoid", "vec", "diag", "expm"}
        assert not left, said


@pytest.mark.parametrize(
    ("language", "source", "said"),
    [
        ("ru", "||y - X w||^2", "норма, скобка открывается, y минус X w, скобка закрывается, в квадрате"),
        ("ru", "2 X' (X w - y)", "2 X транспонированное умножить на скобка открывается, X w минус y"),
        ("ru", "logdet(S)", "логарифм определителя от S"),
        ("zh_CN", "||y - X w||^2", "括号，y 减 X w，括号完，的范数 的平方"),
        ("zh_CN", "tr(A)", "A 的迹"),
    ],
)
def test_a_formula_in_the_words_of_other_languages(language: str, source: str, said: str) -> None:
    assert spoken(parse(source).function, telling(language)) == said


def test_a_line_in_another_language() -> None:
    derivation = api.derive("x' A x", wrt="x", method="definition")
    for language, equals in (("ru", " равно "), ("zh_CN", " 等于 ")):
        told = [spoken_line(line, derivation.core, "f", telling(language)) for line in lines(derivation.core)]
        assert all(equals in line for line in told)
        assert not any(re.search(r"[a-z]{3}", line) for line in told), told
