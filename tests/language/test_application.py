"""Definitions with arguments are applied: the body with the arguments in place of the parameters."""

from __future__ import annotations

import pytest

from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.typeset.text import text
from tests.bounds import bounded

APPLIED = [
    ("h(t) = t^2\nh(a' x)", "(a' x)^2"),
    ("f(u) = u' A u\nf(x - y)", "(x - y)' A (x - y)"),
    ("g(x) = A x\nh(x) = g(g(x))", "A (A x)"),
    ("g(x) = sigma(W x + b)\ng(x)' g(x)", "sigmoid(W x + b)' sigmoid(W x + b)"),
    ("f(x) = x' A x\nf(x)^2", "(x' A x)^2"),
    ("q(u, v) = u' A v\nq(x, y) - q(y, x)", "x' A y - y' A x"),
    ("s(z) = 1/(1 + e^(-z))\nlog(s(w' x))", "log(1/(1 + exp(-w' x)))"),
    ("g(x) = A x\nu = g(y) - b\nu' u", "(A y - b)' (A y - b)"),
    ("f(x) = x' x\nf", "x' x"),
]


@pytest.mark.parametrize(("source", "read"), APPLIED, ids=[row[0] for row in APPLIED])
def test_a_definition_is_applied_to_its_arguments(source, read):
    assert text(parse(source).function) == read


@pytest.mark.parametrize(
    ("source", "place", "message"),
    [
        ("f(x, y) = x' A y\nf(u)", (2, 1), "f(x, y) takes 2 arguments, but here are 1"),
        ("h(x) = h(x) + 1\nh(y)", (1, 8), "applied before it is defined"),
        ("g(x) = A x\nA in R^(2,3)\ny in R^2\ng(y)", (4, 1), "is 2×3"),
    ],
)
def test_what_cannot_be_applied_is_refused_at_the_call(source, place, message):
    with pytest.raises(LanguageError) as caught:
        parse(source)
    found = caught.value.diagnostics[0]
    assert message in found.message
    assert (found.line, found.column) == place


def test_applications_that_would_explode_are_refused_at_once():
    with bounded(5), pytest.raises(LanguageError, match="too long once its definitions are put in"):
        parse("f(x) = x .* x\n" + "f(" * 40 + "y" + ")" * 40)
