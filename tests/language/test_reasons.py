"""Every assumption is listed with its reason, and the reason names what is in the text."""

from __future__ import annotations

import pytest

from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse


def reasons(text: str, declare: list[str] | None = None, *, notation: bool = False) -> dict[str, str]:
    found = parse(text, declare or []).assumptions
    return {a.subject: f"{a.statement}: {a.reason}" for a in found if a.notation == notation}


SIZES = [
    ("x' A x", "A", "n×n because x is n×1 in x' A x"),
    ("||y - X w||^2", "X", "m×n because y is m×1 in y - X w and w is n×1 in X w"),
    ("tr(A X B)", "X", "n rows because A is m×n in A X"),
    ("x' (A + B) y", "B", "n×m because A is n×m in (A + B)"),
    ("u = y - W x\n||u||^2", "W", "because y is"),
    ("A x", "A", "square because nothing else settles its size"),
    (r"\mathbf{x}^\top \mathbf{A} \mathbf{x}", "A", r"n×n because x is n×1 in x^\top A x"),
    ("x^2 + 3 x y", "x", "a vector does not fit: a vector has no power, and `x` is n×1"),
    ("x' x y", "y", "a vector would fit, but the function would not be a scalar"),
    ("theta' x", "theta", "it is transposed, stands in a norm, or has entries"),
    ("x' Sigma^-1 x", "Sigma", "it has entries with two indices, is inverted"),
    ("t x", "t", "a Greek letter or t is a scalar by convention"),
]


@pytest.mark.parametrize(("text", "name", "reason"), SIZES, ids=[f"{row[1]} in {row[0]}" for row in SIZES])
def test_an_assumption_tells_why(text, name, reason):
    assert reason in reasons(text)[name]


def test_a_size_that_is_declared_explains_the_others():
    found = reasons("A in R^(m,3)\nA x")
    assert found["x"].endswith("3×1 because A is m×3 in A x")
    assert "A" not in found


NOTATION = [
    ("x' y A", "x' y", "a 1×1 product, acts as a scalar"),
    ("||X||", "||X||", "the Frobenius norm"),
    ("|X|", "|X|", "a determinant"),
    ("tr A X B", "tr A X B", "tr(A X B)"),
    ("logdet X", "logdet X", "log |det|"),
    ("1 + exp(-x)", "1", "this number in every entry"),
    ("e^(x' x)", "e", "Euler's number"),
    ("σ(w' x)", "σ(w' x)", "the logistic function"),
    ("A e_2", "e_2", "unit vector number 2"),
    ("sum_ij x_i A_ij x_j", "sum_ij x_i A_ij x_j", "a product of whole vectors and matrices"),
    ("exp(X)", "exp(X)", "exp of every entry"),
]


@pytest.mark.parametrize(("text", "subject", "statement"), NOTATION, ids=[row[0] for row in NOTATION])
def test_a_reading_of_the_notation_is_listed(text, subject, statement):
    assert statement in reasons(text, notation=True)[subject]


def test_plain_notation_needs_no_listing():
    assert reasons("2 A' (A x - b)", notation=True) == {}


OVERRIDES = [
    ("x' A x", "A in R^(2,3)", "A x", "`A` is 2×3 but `x` has 2 rows"),
    ("t + tr(A)", "A in R^(2,3)", "tr(A)", "tr needs a square matrix, but this is 2×3 matrix"),
    ("x + y", "y in R", "y", "a scalar cannot be added to a n×1 column, which `x` is"),
]


@pytest.mark.parametrize(("text", "override", "marked", "message"), OVERRIDES, ids=[row[0] for row in OVERRIDES])
def test_an_override_that_cannot_fit_says_which_part_forbids_it(text, override, marked, message):
    declare = [override, "x in R^n"] if text == "x + y" else [override]
    with pytest.raises(LanguageError) as caught:
        parse(text, declare)
    found = caught.value.diagnostics[0]
    assert message in found.message
    assert text[found.start : found.end] == marked


def test_an_override_that_fits_is_taken():
    shapes = {s.name: str(s.shape) for s in parse("tr(A B)", ["A in R^(2,3)"]).symbols}
    assert shapes == {"A": "2×3", "B": "3×2"}
