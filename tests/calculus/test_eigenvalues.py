"""Largest and smallest eigenvalues and singular values: derived by the eigenvector, and right beside differences of
NumPy's.
"""

from __future__ import annotations

import numpy as np
import pytest

import gradviz
from gradviz.language.parser import parse
from gradviz.numeric.eigen import extreme_eigenpair
from gradviz.typeset.text import text
from tests.typeset.executed import module_of

DECLARE = ["S in R^(4,4) symmetric", "X in R^(5,4)", "W in R^(3,4)", "A in R^(4,4) symmetric", "x in R^4", "t in R"]

DERIVED = [
    ("lambda_max(S)", "S", "v_max(S) v_max(S)'", lambda S: np.linalg.eigvalsh((S + S.T) / 2)[-1]),
    (r"\lambda_{\min}(S)", "S", "v_min(S) v_min(S)'", lambda S: np.linalg.eigvalsh((S + S.T) / 2)[0]),
    ("norm(X, 2)", "X", "X v_max(X' X) v_max(X' X)'/sqrt(lambda_max(X' X))", lambda X: np.linalg.norm(X, 2)),
    (r"\|W\|_2^2", "W", "2 v_max(W W') v_max(W W')' W", lambda W: np.linalg.norm(W, 2) ** 2),
    ("sigma_min(X)", "X", "X v_min(X' X) v_min(X' X)'/sqrt(lambda_min(X' X))", lambda X: np.linalg.norm(X, -2)),
    ("log(cond(X))", "X", "", lambda X: np.log(np.linalg.cond(X))),
]


@pytest.mark.parametrize(("source", "variable", "answer", "value"), DERIVED)
def test_a_gradient_is_made_of_the_eigenvector(source, variable, answer, value):
    found = gradviz.derive(source, variable, declare=DECLARE)
    assert found.verification
    if answer:
        assert text(found.result) == answer
    shape = next(s.shape for s in found.problem.symbols if s.name == variable)
    at = np.random.default_rng(3).normal(size=shape)
    at = at + at.T if variable == "S" else at
    got = module_of(found.to_numpy())["gradient"](**{variable: at})
    h = 1e-6
    wanted = np.zeros(shape)
    for place in np.ndindex(*shape):
        step = np.zeros(shape)
        step[place] = h
        wanted[place] = (value(at + step) - value(at - step)) / (2 * h)
    np.testing.assert_allclose(got, wanted, atol=1e-7)


@pytest.mark.parametrize(
    ("source", "variable"), [("lambda_max(S)", "S"), ("lambda_min(A + t S)", "t"), ("v_max(S)", "S")]
)
def test_what_needs_the_derivative_of_an_eigenvector_is_derived_and_verified(source, variable):
    found = gradviz.derive(source, variable, declare=DECLARE, order=1 if source.startswith("v") else 2)
    assert found.result is not None
    assert found.verification


def test_a_positive_definite_matrix_has_a_largest_eigenvalue_that_has_a_logarithm():
    assert gradviz.derive("log(lambda_max(P))", "P", declare=["P in R^(n,n) positive definite"]).verification


def test_it_is_said_which_norm_and_that_a_name_alone_is_a_number():
    assert any("the largest singular value" in str(a) for a in parse("norm(X, 2)").assumptions)
    assert text(parse("lambda_max x' x").function) == "lambda_max x' x"


@pytest.mark.parametrize("kind", ["max", "min"])
def test_a_complex_step_of_an_eigenpair_is_its_derivative(kind):
    random = np.random.default_rng(5)
    a, b = (m + m.T for m in random.normal(size=(2, 6, 6)))
    h, step = 1e-5, 1e-30
    slopes = [part.imag[0] / step for part in extreme_eigenpair((a + 1j * step * b)[None], kind)]
    above, below = (extreme_eigenpair((a + s * h * b)[None], kind) for s in (1, -1))
    for slope, up, down in zip(slopes, above, below, strict=True):
        np.testing.assert_allclose(slope, (up[0] - down[0]) / (2 * h), rtol=1e-6, atol=1e-8)


def test_of_a_multiple_eigenvalue_no_derivative_is_told():
    value, vector = extreme_eigenpair(np.eye(3)[None] + 1e-30j, "max")
    assert not np.isfinite(value).any()
    assert not np.isfinite(vector).any()
