"""Answers are judged: right, right in another layout, or wrong, and how."""

from __future__ import annotations

from typing import Any

import pytest

from gradviz import api
from gradviz.calculus.answers import Judgement, Verdict, judge
from gradviz.language.parser import parse
from gradviz.typeset.text import text

LEAST_SQUARES = "X in R^(m,n)\ny in R^m\nw in R^n\n||y - X w||^2"
LOGISTIC = "X in R^(m,n)\ny in R^m\nw in R^n\nsum(log(1 + exp(-y .* (X w))))"
SYMMETRIC = "A in R^(n,n) symmetric\nB in R^(n,n)\nx in R^n\nx' B A x"


def _judged(source: str, answer: str, which: int = 0, **options: Any) -> Judgement:
    found = api.derive(source, **options)
    sizes = {s.name: s for s in (*found.problem.symbols, *found.problem.unused)}
    declare = [
        f"{s.name} in R" if s.is_scalar else f"{s.name} in R^({s.shape.rows},{s.shape.cols})"
        + (" symmetric" if "symmetric" in s.properties else "")
        for s in sizes.values()
    ]  # fmt: skip
    return judge(found.core, parse(answer, declare).function, which)


@pytest.mark.parametrize(
    ("source", "answer", "options", "verdict"),
    [
        (LEAST_SQUARES, "2 X'(X w - y)", {}, "equal"),
        (LEAST_SQUARES, "2 X' X w - 2 X' y", {}, "equal"),
        (LEAST_SQUARES, "2 (X w - y)' X", {}, "layout"),
        (LEAST_SQUARES, "2 X'(X w - y)", {"layout": "numerator"}, "layout"),
        (LEAST_SQUARES, "2 (X w - y)' X", {"layout": "numerator"}, "equal"),
        (LEAST_SQUARES, "2 X'(y - X w)", {}, "sign"),
        (LEAST_SQUARES, "X'(X w - y)", {}, "factor"),
        (LEAST_SQUARES, "2 (X w - y)", {}, "missing factor"),
        (LEAST_SQUARES, "X", {}, "shape"),
        (LEAST_SQUARES, "2 X' X w", {}, "missing term"),
        (LEAST_SQUARES, "2 X' X w - 2 X' y + w", {}, "extra term"),
        (LEAST_SQUARES, "2 X' X w - X' y", {}, "term"),
        (LEAST_SQUARES, "2 X' X w + 2 X' y", {}, "term"),
        (LEAST_SQUARES, "log(w - 100 ones(n))", {}, "undefined"),
        (LEAST_SQUARES, "2 X' X w", {"order": 2}, "extra factor"),
        (LEAST_SQUARES, "2 X' X", {"order": 2}, "equal"),
        ("x' A x", "2 A x", {}, "only symmetric"),
        ("x' A x", "A x", {}, "missing term"),
        ("x' A x", "(A + A) x", {}, "transpose"),
        ("tr(A X B)", "A' B'", {"wrt": "X"}, "equal"),
        ("tr(A X B)", "vec(A' B')", {"wrt": "X"}, "arranged"),
        ("A, B, X in R^(n,n)\ntr(A X B A)", "A B' A'", {"wrt": "X"}, "wrong"),
        ("||X w||^2", "2 X' X w", {"wrt": ["X", "w"]}, "other"),
        (SYMMETRIC, "B' x x'", {"wrt": "A"}, "structure"),
        (SYMMETRIC, "(B' x x' + x x' B) / 2", {"wrt": "A"}, "equal"),
        ("x' y - y' x + x' x", "0", {"wrt": "y"}, "equal"),
        ("x in R\nsin(x)", "cos(x) + 0.001", {}, "extra term"),
        (LEAST_SQUARES, "2 X'(X w - y) + 1e-9 w", {}, "wrong"),
        ("x in R^n\n1e-20 x' x", "1e-20 x", {}, "factor"),
        ("x in R^n\n1e-20 x' x", "2e-20 x", {}, "equal"),
        (LEAST_SQUARES, "0", {}, "wrong"),
        ("x' A x", "2 x' A", {}, "only symmetric"),
        ("log(1 + exp(-t w' x))", "-t / (1 + exp(-t w' x)) x", {"wrt": "w"}, "inner sign"),
        ("exp(a' x)", "exp(a' x) x", {"wrt": "x"}, "name"),
        ("exp(a' x)", "exp(a' x)", {"wrt": "x"}, "missing factor"),
        ("A x", "A x", {"wrt": "x"}, "extra factor"),
        ("x' A x", "x' x", {"wrt": "A"}, "order"),
        ("x .* x", "2 x", {"wrt": "x"}, "diagonal"),
        ("sin(x)/x", "x cos(x) - sin(x)", {"wrt": "x"}, "factor"),
        ("x in R\nsin(x)", "1 - x^2 / 2", {}, "wrong"),
        ("w in R^n\nX in R^(m,n)\n1/(m n) ||X w||^2", "2/(3 m) X' X w", {}, "factor"),  # 3 was a size of every instance
        ("log det X", "X'", {}, "inverse"),
        (LOGISTIC, "-X' sigma(-y .* (X w))", {"wrt": "w"}, "missing factor"),
        (LOGISTIC, "-X' (y .* sigma(-y .* (X w)))", {"wrt": "w"}, "equal"),
        ("v' sigma(W x)", "(v .* sigma(W x)) x'", {"wrt": "W"}, "missing factor"),
    ],
)
def test_verdicts(source: str, answer: str, options: dict[str, Any], verdict: str) -> None:
    assert _judged(source, answer, **options).verdict == verdict


@pytest.mark.parametrize(
    ("source", "answer", "options", "factor"),
    [
        (LEAST_SQUARES, "X'(X w - y)", {}, "1/2"),
        (LEAST_SQUARES, "-4 X'(X w - y)", {}, "-2"),
        ("det A", "A^-T", {"wrt": "A"}, "det(A)^-1"),
        ("exp(x' x)", "2 x", {}, "exp(x' x)^-1"),
        ("1/n sum(x .^ 2)", "2 x", {}, "n"),
        ("lambda x' x", "2 x", {"wrt": "x"}, "λ^-1"),
    ],
)
def test_a_factor_is_named(source: str, answer: str, options: dict[str, Any], factor: str) -> None:
    found = _judged(source, answer, **options)
    assert found.verdict is Verdict.FACTOR
    assert found.factor is not None
    assert text(found.factor).replace("lambda", "λ") == factor


@pytest.mark.parametrize(
    ("answer", "term", "should"),
    [
        ("2 X' X w", "-2 X' y", None),
        ("2 X' X w - 2 X' y + w", "w", None),
        ("2 X' X w - X' y", "-X' y", "2"),
        ("2 X' X w + 2 X' y", "2 X' y", "-1"),
    ],
)
def test_a_wrong_term_is_named(answer: str, term: str, should: str | None) -> None:
    found = _judged(LEAST_SQUARES, answer)
    assert found.term is not None
    assert text(found.term) == term
    assert (found.should and text(found.should)) == should


def test_the_transpose_is_put_right() -> None:
    found = _judged("x' A x", "(A + A) x")
    assert found.corrected is not None
    assert text(found.corrected) in ("(A' + A) x", "(A + A') x")


def test_the_matrix_that_would_have_to_be_symmetric_is_named() -> None:
    symbol = _judged("x' A x", "2 A x").symbol
    assert symbol is not None
    assert symbol.name == "A"


def test_both_shapes_are_known() -> None:
    found = _judged(LEAST_SQUARES, "2 (X w - y)")
    assert found.result is not None
    assert (str(found.given), str(found.result.expression.shape)) == ("m×1", "n×1")


def test_the_counterexample_holds() -> None:
    """Its numbers, put into both answers by hand, give what it says."""
    found = _judged("x in R^2\na in R^2\n(a' x)^2", "2 a")
    counter = found.counterexample
    assert counter is not None
    values = {symbol.name: [row[0] for row in rows] for symbol, rows in counter.values}
    a, x = values["a"], values["x"]
    inner = a[0] * x[0] + a[1] * x[1]
    at = counter.entry[0] - 1
    assert counter.entry[1] == 1
    assert counter.right == pytest.approx(2 * inner * a[at])
    assert counter.given == pytest.approx(2 * a[at])


def test_of_several_answers_the_one_that_is_meant_counts() -> None:
    assert _judged("||X w||^2", "2 X' X w", which=1, wrt=["X", "w"]).verdict is Verdict.EQUAL


def test_without_an_answer_there_is_no_judgement() -> None:
    found = api.derive("x' A x").core.with_(results=())
    assert judge(found, found.function).verdict is Verdict.UNJUDGED


def test_sizes_of_every_kind_are_tried() -> None:
    found = _judged(LEAST_SQUARES, "2 X'(X w - y)")
    sizes = {(d["m"], d["n"]) for d in found.dimensions}
    assert len(sizes) > 1
    assert any(m < n for m, n in sizes)
    assert any(m > n for m, n in sizes)


def test_a_term_that_lacks_a_scalar_is_named() -> None:
    found = _judged("1/2 ||y - X w||^2 + lambda/2 ||w||^2", "X'(X w - y) + w", wrt="w")
    assert found.verdict is Verdict.TERM
    assert found.term is not None
    assert found.should is not None
    assert (text(found.term), text(found.should)) == ("w", "lambda")


@pytest.mark.parametrize(
    ("source", "answer", "options", "corrected"),
    [
        ("exp(a' x)", "exp(a' x)", {"wrt": "x"}, "exp(a' x) a"),
        ("exp(a' x)", "exp(a' x) x", {"wrt": "x"}, "exp(a' x) a"),
        ("A x", "A x", {"wrt": "x"}, "A"),
        ("A, B, X in R^(n,n)\ntr(A X B)", "B' A'", {"wrt": "X"}, "A' B'"),
        ("x .* x", "2 x", {"wrt": "x"}, "diag(2 x)"),
    ],
)
def test_what_one_change_puts_right_is_shown(source: str, answer: str, options: dict[str, Any], corrected: str) -> None:
    found = _judged(source, answer, **options).corrected
    assert found is not None
    assert text(found) == corrected
