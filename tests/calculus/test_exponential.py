"""The matrix exponential, sine, cosine, root and logarithm: derived where its differential is no integral, refused elsewhere, and right beside SciPy's."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import cosm, expm, expm_frechet, sinm

import gradviz
from gradviz.numeric.exponential import (
    change,
    matrix_cosine,
    matrix_exponential,
    matrix_logarithm,
    matrix_sine,
    matrix_square_root,
)
from gradviz.typeset.text import text

DECLARE = ["A in R^(n,n)", "X in R^(n,n)", "S in R^(n,n) symmetric", "x in R^n", "t in R"]
DECLARE += ["P, R in R^(n,n) positive definite", "V in R^(m,n)", "W in R^(2,3)"]

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
    ("tr(X expm(X))", "X", "(expm(X) + X expm(X))'"),
    ("tr(expm(X)^2)", "X", "2 (expm(X)^2)'"),
    ("tr(P^(1/2))", "P", "1/2 P^(-1/2)"),
    ("tr(P^(-3/2))", "P", "-3/2 P^(-5/2)"),
    ("tr(P logm(P) - P logm(R) - P + R)", "P", "logm(P) - logm(R)"),
    ("tr(logm(X))", "X", "X^-T"),
    ("tr((P^(1/2) R P^(1/2))^(1/2))", "R", "1/2 P^(1/2) (P^(1/2) R P^(1/2))^(-1/2) P^(1/2)"),
    ("tr(t sqrtm(R) + R)", "R", "1/2 t R^(-1/2) + I_n"),
    ("P^(-1/2) x", "x", "P^(-1/2)"),
    ("sqrtm(t P)", "t", "1/2 P (t P)^(-1/2)"),
    ("||V||_*", "V", "V (V' V)^(-1/2)"),
    (r"\lVert V \rVert_{*}^2", "V", "2 tr((V' V)^(1/2)) V (V' V)^(-1/2)"),
    ("np.linalg.norm(W, 'nuc')", "W", "(W W')^(-1/2) W"),
    ("tr(A expm(X))", "X", "L_expm(X', A')"),
    ("x' expm(X) x", "X", "L_expm(X', x x')"),
    ("||expm(X) - A||_F^2", "X", "2 L_expm(X', expm(X) - A)"),
    ("tr(A sinm(X A))", "X", "L_sinm(A' X', A') A'"),
    ("x' expm(t A) x", "A", "t L_expm(t A', x x')"),
    ("tr(A expm(S))", "S", "1/2 L_expm(S, A + A')"),
    ("expm(t A + S)", "t", "L_expm(t A + S, A)"),
    ("expm(t A + S) x", "t", "L_expm(t A + S, A) x"),
]


@pytest.mark.parametrize(("source", "variable", "answer"), DERIVED)
def test_what_has_a_formula_is_derived(source, variable, answer):
    found = gradviz.derive(source, variable, declare=DECLARE)
    assert found.cannot is None
    assert found.verification
    assert text(found.result) == answer


@pytest.mark.parametrize(
    ("source", "variable"),
    [("expm(X)", "X"), ("expm(X) x", "X"), ("sinm(X)", "X"), ("tr(A P^(1/2))", "P"), ("tr(A logm(P))", "P")],
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


@pytest.mark.parametrize("spread", [0.0, 1.0, 4.0])
def test_roots_and_logarithms_have_the_roots_and_logarithms_of_the_eigenvalues(spread):
    rng = np.random.default_rng(5)
    basis, values = rng.normal(size=(4, 4, 4)) + 2 * np.eye(4), 10 ** (spread * rng.uniform(-1, 1, size=(4, 4)))
    inverse = np.linalg.inv(basis)
    stack = basis * values[:, None, :] @ inverse
    for ours, of_one in ((matrix_square_root, np.sqrt), (matrix_logarithm, np.log)):
        expected = basis * of_one(values)[:, None, :] @ inverse
        np.testing.assert_allclose(ours(stack), expected, atol=1e-9 * np.abs(stack).max())


def test_where_there_is_no_real_root_there_are_no_numbers_and_the_others_are_kept():
    stack = np.array([np.diag([1.0, -2.0]), np.diag([4.0, 9.0]), np.diag([0.0, 1.0])])
    for function, kept in ((matrix_square_root, [2.0, 3.0]), (matrix_logarithm, np.log([4.0, 9.0]))):
        found = function(stack)
        np.testing.assert_allclose(found[1], np.diag(kept), atol=1e-12)
        assert np.isnan(found[0]).any()
        assert np.isnan(function(np.array([[[np.inf]]]))).all()
    assert np.isnan(matrix_logarithm(stack)[2]).any()


def test_the_nuclear_norm_has_its_gradient_from_the_singular_vectors():
    module: dict[str, object] = {}
    exec(gradviz.derive("||V||_*", "V", declare=DECLARE).to_numpy(), module)  # our own output
    v = np.random.default_rng(2).normal(size=(5, 3))
    left, values, right = np.linalg.svd(v, full_matrices=False)
    assert module["f"](V=v) == pytest.approx(values.sum())
    np.testing.assert_allclose(module["gradient"](V=v), left @ right, rtol=1e-9)


def test_a_complex_step_keeps_its_digits_through_sine_and_cosine():
    rng = np.random.default_rng(3)
    a, d = rng.normal(size=(2, 1, 4, 4))
    h = 1e-5
    a = a @ a.swapaxes(1, 2) + np.eye(4)
    for function in (matrix_sine, matrix_cosine, matrix_square_root, matrix_logarithm):
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


def test_the_derivative_of_the_exponential_in_a_direction_is_scipys():
    a, e = np.random.default_rng(2).normal(size=(2, 5, 5))
    np.testing.assert_allclose(change("expm", a[None], e[None])[0], expm_frechet(a, e)[1], rtol=1e-12)


def test_a_second_derivative_of_a_matrix_function_is_refused():
    found = gradviz.derive("tr(A expm(X))", "X", declare=DECLARE, order=2)
    assert found.result is None
    assert "second derivative of a matrix function" in (found.cannot or "")
