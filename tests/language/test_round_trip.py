"""Text to expression and back: nothing is lost, and what was typed keeps its grouping and order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.language.parser import parse
from gradviz.typeset.document_text import symbol_text
from gradviz.typeset.text import text
from tests import oracle
from tests.strategies import SYMBOLS, any_expressions

DECLARE = [symbol_text(s) for s in SYMBOLS]


@given(any_expressions(), st.integers(0, 99))
def test_an_expression_that_is_written_and_read_has_the_same_value(expr, seed):
    written = text(expr)
    again = parse(written, DECLARE).function
    assert again.shape == expr.shape
    values, dims = oracle.instance(expr, again, rng=np.random.default_rng(seed))
    with np.errstate(all="ignore"):
        before, after = oracle.value(expr, values, dims), oracle.value(again, values, dims)
    if np.isfinite(before).all():
        np.testing.assert_allclose(after, before, rtol=1e-8, atol=1e-10, err_msg=written)


@given(any_expressions())
def test_reading_and_writing_settle_at_once(expr):
    written = text(parse(text(expr), DECLARE).function)
    assert text(parse(written, DECLARE).function) == written


x, w = Symbol("x", ("n", 1)), Symbol("w", ("n", 1))
x_i, t = Symbol("x_i", ("n", 1)), Symbol("t", (1, 1))
A = Symbol("A", ("m", "n"))
OTHERS: list[Expr] = [
    n.Mul(n.Commutation("m", "n"), n.Vec(A)),
    n.Unvec(n.Vec(A), "m", "n"),
    n.Mul(A, n.Unit(2, "n")),
    n.IndexedSum(n.Power(n.Mul(n.Transpose(w), x_i), Number(2)), "i", "l"),
    *(n.Unspecified(x, "L", 1, order) for order in (0, 1, 2)),
    *(n.Unspecified(x, "f", "m", order) for order in (0, 1)),
    n.Mul(n.Zero("m", "n"), x),
    n.Mul(n.Identity("n"), x),
    n.Mul(n.Ones("m", "n"), x),
    n.Entry(A, 1, 2),
    n.Entry(x, 2, 1),
    n.MatrixPower(n.Mul(n.Transpose(A), A), 3),
    n.Mul(n.Quotient(Number(1), n.DimNumber("n")), n.Sum(x)),
]


@pytest.mark.parametrize("expr", OTHERS, ids=[text(e) for e in OTHERS])
def test_every_other_node_is_read_back_as_itself(expr):
    declare = [*(symbol_text(s) for s in (x, w, x_i, t, A)), "L: R^n -> R", "f: R^n -> R^m"]
    assert parse(text(expr), declare).function is expr


TYPED = [
    "(a + b)' x + (b + a)' x",
    "x' (A + A') x",
    "x' A x + (x' A x)",
    "(x' x) (y' y)",
    "((A B) C) x",
    "(A (B C)) x",
    "a - (b - c)",
    "a - b - c",
    "t/2 x",
    "x/(2 t)",
    "(t/2)/3",
    "-(a + b)",
    "-x' A x/2",
    "t^(2^3)",
    "(t^2)^3",
    "(x .* y) .* z",
    "x .* (y .* z)",
    "A x .* b",
    "(A')'",
    "1/n sum(x)",
    "exp(-t^2/2)/sqrt(2 pi)",
]


@pytest.mark.parametrize("source", TYPED)
def test_what_was_typed_keeps_its_grouping_and_order(source):
    function = parse(source, ["t in R", "x in R^n"]).function
    written = text(function)
    declared = [symbol_text(s) for s in parse(source, ["t in R", "x in R^n"]).symbols]
    assert parse(written, declared).function is function
