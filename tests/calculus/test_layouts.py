"""Layouts: mixed, numerator and denominator, exactly as the table of the course says."""

from __future__ import annotations

import numpy as np
import pytest

import gradviz
from gradviz.algebra.nodes import Matrix
from tests import oracle
from tests.oracle import instance

D = ["A in R^(m,n)", "S in R^(n,n)", "X in R^(m,n)", "a, x in R^n", "r in R^(1,n)", "t in R"]

# text, variable -> shape of the answer in mixed, numerator and denominator layout
SHAPES = [
    ("a' x", "x", ("n", 1), (1, "n"), ("n", 1)),
    ("x' S x", "x", ("n", 1), (1, "n"), ("n", 1)),
    ("tr(A' X)", "X", ("m", "n"), ("n", "m"), ("m", "n")),
    ("r a", "r", (1, "n"), ("n", 1), (1, "n")),
    ("A x", "x", ("m", "n"), ("m", "n"), ("n", "m")),
    ("exp(x)", "x", ("n", "n"), ("n", "n"), ("n", "n")),
    ("t^2", "t", (1, 1), (1, 1), (1, 1)),
]


@pytest.mark.parametrize(("text", "variable", "mixed", "numerator", "denominator"), SHAPES)
def test_answers_have_the_shape_of_their_layout(text, variable, mixed, numerator, denominator):
    for layout, shape in (("mixed", mixed), ("numerator", numerator), ("denominator", denominator)):
        derivation = gradviz.derive(text, variable, declare=D, layout=layout)
        assert derivation.result.shape == shape
        assert derivation.verification
        assert derivation.core.layout == layout
        assert derivation.core.results[0].subject.transposed == (
            shape != mixed or (layout == "denominator" and text == "exp(x)")
        )


@pytest.mark.parametrize(("text", "variable"), [(row[0], row[1]) for row in SHAPES])
@pytest.mark.parametrize("layout", ["numerator", "denominator"])
def test_a_layout_shows_the_mixed_answer_or_its_transpose(text, variable, layout):
    mixed = gradviz.derive(text, variable, declare=D).result
    derivation = gradviz.derive(text, variable, declare=D, layout=layout)
    values, dims = instance(mixed, derivation.result, derivation.problem.function, rng=np.random.default_rng(2))
    expected = oracle.value(mixed, values, dims)
    if derivation.core.results[0].subject.transposed:
        expected = expected.T
    np.testing.assert_allclose(oracle.value(derivation.result, values, dims), expected)


@pytest.mark.parametrize(("layout", "shape"), [("mixed", (2, 1)), ("numerator", (1, 2)), ("denominator", (2, 1))])
def test_the_gradient_by_several_scalars_is_a_stack_or_a_row(layout, shape):
    derivation = gradviz.derive("x1^2 + x2^3", ["x1", "x2"], layout=layout)
    assert isinstance(derivation.result, Matrix)
    assert derivation.result.shape == shape
    assert derivation.verification


@pytest.mark.parametrize(("layout", "rows"), [("mixed", 3), ("numerator", 3), ("denominator", 2)])
def test_the_jacobian_by_several_scalars_is_turned_too(layout, rows):
    derivation = gradviz.derive("[s; s t; t^2]", ["s", "t"], declare=["s, t in R"], layout=layout)
    assert derivation.result.shape == (rows, 5 - rows)
    assert derivation.verification


@pytest.mark.parametrize("layout", ["mixed", "numerator", "denominator"])
def test_a_symmetric_hessian_is_the_same_in_every_layout(layout):
    derivation = gradviz.derive("x' S x", "x", declare=D, order=2, layout=layout)
    assert derivation.verification
    values, dims = instance(derivation.result, rng=np.random.default_rng(1))
    (s,) = (v for k, v in values.items() if k.name == "S")
    np.testing.assert_allclose(oracle.value(derivation.result, values, dims), s + s.T)
