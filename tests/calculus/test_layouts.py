"""Layouts: mixed, numerator and denominator, exactly as the table of the course says."""

from __future__ import annotations

import numpy as np
import pytest

import gradviz
from gradviz.algebra.nodes import Matrix
from gradviz.calculus.derivation import Kind
from gradviz.typeset.text import text as text_of
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
    ("t a", "t", ("n", 1), ("n", 1), (1, "n")),
    ("[t; t^2; t^3]", "t", (3, 1), (3, 1), (1, 3)),
    ("t A", "t", ("m", "n"), ("m", "n"), ("m", "n")),
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


SLICES = [
    ("A diag(x) B", "x", "A e_k e_k' B", lambda v, e: v["A"] @ np.diag(e) @ v["B"]),
    ("x x'", "x", "e_k x' + x e_k'", lambda v, e: np.outer(e, v["x"]) + np.outer(v["x"], e)),
    ("x' C x C", "x", "e_k' (C + C') x C", lambda v, e: (e @ v["C"] @ v["x"] + v["x"] @ v["C"] @ e) * v["C"]),
    ("diag(exp(x))", "x", "diag(exp(x) .* e_k)", lambda v, e: np.diag(np.exp(v["x"]) * e)),
]


@pytest.mark.parametrize(("source", "variable", "answer", "formula"), SLICES, ids=[row[0] for row in SLICES])
def test_a_matrix_by_a_vector_is_a_stack_of_slices_in_numerator_layout(source, variable, answer, formula):
    declare = ["A in R^(m,n)", "B in R^(n,p)", "C in R^(n,n)", "x in R^n"]
    found = gradviz.derive(source, variable, declare=declare, layout="numerator")
    assert found.verification
    assert found.core.results[0].subject.kind is Kind.SLICE
    assert text_of(found.result) == answer
    assert f"∂f/∂x_k = {answer}" in found.to_text()
    module: dict = {}
    exec(compile(found.to_numpy(), "<module>", "exec"), module)
    rng = np.random.default_rng(1)
    values = {
        "A": rng.normal(size=(2, 3)),
        "B": rng.normal(size=(3, 4)),
        "C": rng.normal(size=(3, 3)),
        "x": rng.normal(size=3),
    }
    wanted = module["slices"].__code__.co_varnames[: module["slices"].__code__.co_argcount]
    stack = module["slices"](**{name: values[name] for name in wanted})
    np.testing.assert_allclose(stack, [formula(values, e) for e in np.eye(3)])


def test_the_letter_of_the_slices_is_free():
    found = gradviz.derive("A diag(x) k", "x", declare=["A in R^(j,n)", "x in R^n", "k in R"], layout="numerator")
    assert text_of(found.result) == "k A e_i e_i'"
    assert "∂f/∂x_i" in found.to_text()


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
