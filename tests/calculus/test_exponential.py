"""The matrix exponential, sine and cosine: derived where its differential is no integral, refused elsewhere, and right beside SciPy's."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import cosm, expm, sinm

import gradviz
from gradviz.numeric.exponential import matrix_cosine, matrix_exponential, matrix_sine
from gradviz.typeset.text import text

DECLARE = ["A in R^(n,n)", "X in R^(n,n)", "S in R^(n,n) symmetric", "x in R^n", "t in R"]

DERIVED = [
    ("expm(t A)", "t", "A expm(t A)"),
    ("e^(t A) x", "t", "A expm(t A) x"),
    ("tr(expm(X))", "X", "expm(X)'"),
    ("tr(expm(A X))", "X", "A' expm(A X)'"),
    ("tr(expm(S))", "S", "expm(S)"),
    ("x' expm(A) x", "x", "(expm(A) + expm(A)') x"),
    ("x' expm(S) x", "x", "2 expm(S) x"),
    ("det(expm(X))", "X", "exp(tr(X)) I_n"),
    ("logdet(expm(A X))", "X", "A'"),
    ("tr(sinm(X))", "X", "cosm(X)'"),
    ("tr(cosm(A X))", "X", "-A' sinm(A X)'"),
    ("x' sinm(t A) x", "t", "x' A cosm(t A) x"),
    ("cosm(t A)", "t", "-A sinm(t A)"),
]


@pytest.mark.parametrize(("source", "variable", "answer"), DERIVED)
def test_what_commutes_or_stands_in_a_trace_is_derived(source, variable, answer):
    found = gradviz.derive(source, variable, declare=DECLARE)
    assert found.cannot is None
    assert found.verification
    assert text(found.result) == answer


@pytest.mark.parametrize(
    ("source", "variable"), [("expm(X)", "X"), ("tr(A expm(X))", "X"), ("expm(t A + S)", "t"), ("sinm(X)", "X")]
)
def test_what_would_be_an_integral_is_refused_with_that_reason(source, variable):
    found = gradviz.derive(source, variable, declare=DECLARE)
    assert found.result is None
    assert "is an integral" in (found.cannot or "")


@pytest.mark.parametrize("size", [1, 2, 5, 8])
@pytest.mark.parametrize("scale", [0.0, 1e-3, 1.0, 20.0])
def test_values_agree_with_scipy(size, scale):
    rng = np.random.default_rng(size)
    stack = scale * rng.normal(size=(3, size, size)) / np.sqrt(size)
    for found, a in zip(matrix_exponential(stack), stack, strict=True):
        np.testing.assert_allclose(found, expm(a), rtol=1e-9, atol=1e-12 * np.abs(expm(a)).max())
    for ours, theirs in ((matrix_sine, sinm), (matrix_cosine, cosm)):
        for found, a in zip(ours(stack), stack, strict=True):
            np.testing.assert_allclose(found, theirs(a), rtol=1e-9, atol=1e-11 * np.abs(expm(1j * a)).max() + 1e-14)


def test_a_complex_step_keeps_its_digits_through_sine_and_cosine():
    rng = np.random.default_rng(3)
    a, d = rng.normal(size=(2, 1, 4, 4))
    h = 1e-5
    for function in (matrix_sine, matrix_cosine):
        step = function(a + 1e-30j * d).imag / 1e-30
        np.testing.assert_allclose(step, (function(a + h * d) - function(a - h * d)) / (2 * h), atol=1e-8)


def test_entries_that_are_not_finite_give_no_numbers():
    assert np.isnan(matrix_exponential(np.array([[[np.inf]]]))).all()


def test_the_array_module_has_its_own_exponential():
    module: dict[str, object] = {}
    exec(gradviz.derive("tr(expm(A X))", "X", declare=DECLARE).to_numpy(), module)  # our own output
    rng = np.random.default_rng(1)
    a, x = rng.normal(size=(2, 3, 3))
    assert module["f"](A=a, X=x) == pytest.approx(np.trace(expm(a @ x)))
    np.testing.assert_allclose(module["gradient"](A=a, X=x), a.T @ expm(a @ x).T, rtol=1e-9)
    module = {}  # of its own: what a helper calls must be there, too
    exec(gradviz.derive("tr(cosm(A X))", "X", declare=DECLARE).to_numpy(), module)
    assert module["f"](A=a, X=x) == pytest.approx(np.trace(cosm(a @ x)))
    np.testing.assert_allclose(module["gradient"](A=a, X=x), -a.T @ sinm(a @ x).T, rtol=1e-9)
