"""Structured variables, second derivatives, several variables, and the derivative by definition."""

from __future__ import annotations

import numpy as np
import pytest

import gradviz
from gradviz.calculus.derivation import Kind
from gradviz.typeset.text import text
from tests import oracle

D = ["A, B in R^(n,n)", "X in R^(m,n)", "a, b, x, y in R^n", "z in R^m", "s, t in R", "P in R^(n,n) positive definite"]
SYMMETRIC = [
    "tr(A S)",
    "a' S b",
    "x' S x",
    "logdet(S) - tr(A S)",
    "tr(S^3)",
    "||S - A||^2",
    "sum(exp(S))",
    "tr(A S^-1 B)",
    "det(S)",
]


def fd_gradient(function, variable, values, dims, basis):
    return [oracle.directional(function, {variable: e}, values, dims)[0, 0] for e in basis]


@pytest.mark.parametrize("source", SYMMETRIC)
@pytest.mark.parametrize("kind", ["symmetric", "positive definite"])
def test_the_projection_is_the_gradient_within_the_symmetric_matrices(source, kind):
    derivation = gradviz.derive(source, "S", declare=[*D, f"S in R^(n,n) {kind}"])
    assert derivation.verification
    (variable,) = derivation.core.variables
    values, dims = oracle.instance(derivation.problem.function, derivation.result, rng=np.random.default_rng(3))
    gradient = oracle.value(derivation.result, values, dims)
    np.testing.assert_allclose(gradient, gradient.T)
    k = dims["n"]
    basis = [np.outer(i, j) + np.outer(j, i) for i in np.eye(k) for j in np.eye(k)]
    expected = fd_gradient(derivation.problem.function, variable, values, dims, basis)
    np.testing.assert_allclose([(gradient * e).sum() for e in basis], expected, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("source", SYMMETRIC)
def test_the_free_derivative_moves_an_entry_and_its_mirror_image_together(source):
    derivation = gradviz.derive(source, "S", declare=[*D, "S in R^(n,n) symmetric"], structure="free")
    assert derivation.verification
    assert derivation.core.results[0].subject.structure == "free"
    (variable,) = derivation.core.variables
    values, dims = oracle.instance(derivation.problem.function, derivation.result, rng=np.random.default_rng(4))
    found = oracle.value(derivation.result, values, dims)
    k = dims["n"]
    for i in range(k):
        for j in range(k):
            step = np.zeros((k, k))
            step[i, j] = step[j, i] = 1
            (slope,) = fd_gradient(derivation.problem.function, variable, values, dims, [step])
            assert found[i, j] == pytest.approx(slope, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("structure", ["projection", "free"])
@pytest.mark.parametrize("source", ["tr(A E)", "a' E b", "logdet(E)", "x' E A E x", "tr(A E^-1)"])
def test_the_gradient_by_a_diagonal_matrix_is_diagonal(source, structure):
    derivation = gradviz.derive(source, "E", declare=[*D, "E in R^(n,n) diagonal"], structure=structure)
    assert derivation.verification
    values, dims = oracle.instance(derivation.problem.function, derivation.result, rng=np.random.default_rng(5))
    found = oracle.value(derivation.result, values, dims)
    basis = [np.diag(e) for e in np.eye(dims["n"])]
    (variable,) = derivation.core.variables
    expected = fd_gradient(derivation.problem.function, variable, values, dims, basis)
    np.testing.assert_allclose(found, np.diag(expected), rtol=1e-6, atol=1e-6)


def test_the_gradient_is_shown_before_its_structure_is_used():
    steps = gradviz.derive("tr(A S)", "S", declare=[*D, "S in R^(n,n) symmetric"]).steps
    last = steps[-1]
    assert last.rule.id == "structure.symmetric-projection"
    assert text(last.before) == "A'"
    assert last.before_subject.structure == "unrestricted"
    assert last.subject.structure == "projection"


@pytest.mark.parametrize("declared", ["symmetric", "positive definite", "diagonal"])
def test_a_structured_constant_simplifies_the_answer(declared):
    derivation = gradviz.derive("x' M x", "x", declare=["x in R^n", f"M in R^(n,n) {declared}"])
    assert text(derivation.result) == "2 M x"


def test_the_derivative_by_an_orthogonal_matrix_is_refused_with_the_reason():
    derivation = gradviz.derive("tr(A Q)", "Q", declare=["A in R^(n,n)", "Q in R^(n,n) orthogonal"])
    assert derivation.result is None
    assert "orthogonal" in derivation.cannot


SECOND = [
    ("x' A x", "x"), ("||X x - z||^2", "x"), ("exp(a' x)", "x"), ("log(1 + exp(-s <a, x>))", "x"), ("(x' A x)^2", "x"), ("logsumexp(X x)", "x"),
    ("sum(sin(x) .* exp(x))", "x"), ("1/(1 + x' x)", "x"), ("||x - a||", "x"), ("a' (x .* x)", "x"), ("x' inv(P + x x') x", "x"),
    ("sum(sigmoid(X x))", "x"), ("sqrt(x' P x)", "x"), ("(a' x) (b' x)", "x"), ("t^3 + s t", "t"), ("exp(t) (x' A x)", "t"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "variable"), SECOND)
def test_hessians_agree_with_second_differences(source, variable):
    derivation = gradviz.derive(source, variable, declare=D, order=2)
    assert derivation.cannot is None
    assert derivation.verification
    (result,) = derivation.core.results
    assert result.subject.kind is Kind.HESSIAN
    (v,) = derivation.core.variables
    values, dims = oracle.instance(derivation.problem.function, derivation.result, rng=np.random.default_rng(6))
    check_hessian(derivation.problem.function, [v], oracle.value(derivation.result, values, dims), values, dims)


def check_hessian(function, variables, hessian, values, dims):
    """Along random lines the second derivative of the function is the quadratic form of its Hessian."""
    rng = np.random.default_rng(8)
    for _ in range(3):
        steps = {v: rng.normal(size=values[v].shape) for v in variables}
        flat = np.concatenate([oracle.vec(steps[v]) for v in variables])

        def along(h, steps=steps):
            return oracle.value(function, {**values, **{v: values[v] + h * d for v, d in steps.items()}}, dims)[0, 0]

        def second(h, along=along):
            return (along(h) - 2 * along(0.0) + along(-h)) / h**2

        h = 2e-3
        numeric = (4 * second(h / 2) - second(h)) / 3
        np.testing.assert_allclose((flat.T @ hessian @ flat)[0, 0], numeric, rtol=2e-5, atol=2e-5)
    np.testing.assert_allclose(hessian, hessian.T, atol=1e-8 * (1 + abs(hessian).max()))


@pytest.mark.parametrize(
    "source",
    [
        "x^3 - 3 x y^2",
        "(1-x)^2 + 100 (y-x^2)^2",
        "sin(x) y + e^(-x^2)",
        "x^2 y + y^3",
        "x/(1 + y^2)",
        "exp(x y)",
        "x y",
        "x + y",
    ],
)
def test_the_hessian_by_two_scalars(source):
    derivation = gradviz.derive(source, ["x", "y"], declare=["x, y in R"], order=2)
    assert derivation.verification
    assert derivation.result.shape == (2, 2)
    values, dims = oracle.instance(
        derivation.problem.function, *derivation.core.variables, rng=np.random.default_rng(7)
    )
    found = oracle.value(derivation.result, values, dims)
    check_hessian(derivation.problem.function, derivation.core.variables, found, values, dims)


@pytest.mark.parametrize(
    ("source", "variables", "answers"),
    [
        ("x' A y", ["x", "y"], ["A y", "A' x"]),
        ("x' A y", ["y", "x"], ["A' x", "A y"]),
        ("||z - X x||^2", ["x", "X"], ["-2 X' (z - X x)", "-2 (z - X x) x'"]),
        ("t a' x", ["t", "x"], ["a' x", "t a"]),
        ("a' x + s^2", ["x", "A", "s"], ["a", "zeros(n, n)", "2 s"]),
        ("x' A x + b' x", ["x", "b"], ["(A + A') x + b", "x"]),
    ],
)
def test_several_variables_each_have_their_answer(source, variables, answers):
    derivation = gradviz.derive(source, variables, declare=D)
    assert derivation.verification
    assert [text(r.expression) for r in derivation.core.results] == answers
    assert [r.subject.variables[0].name for r in derivation.core.results] == variables


@pytest.mark.parametrize(
    ("source", "variable"),
    [
        ("a' x", "x"), ("X x", "x"), ("x' A x", "x"), ("||X x - z||^2", "x"), ("t^3", "t"), ("tr(A B)", "B"), ("a' A A b", "A"),
        ("sum(x .* x)", "x"), ("<x, y>", "x"), ("tr(A^3)", "A"), ("(a' x)^2 b", "x"), ("X X' z", "X"), ("diag(x) A x", "x"),
    ],
)  # fmt: skip
def test_by_definition_the_answer_is_the_same(source, variable):
    derivation = gradviz.derive(source, variable, declare=D, method="definition")
    assert derivation.cannot is None
    assert derivation.verification
    usual = gradviz.derive(source, variable, declare=D).result
    values, dims = oracle.instance(usual, derivation.result, rng=np.random.default_rng(1))
    assert (
        oracle.relative_error(oracle.value(derivation.result, values, dims), oracle.value(usual, values, dims)) < 1e-9
    )
    assert any(step.subject.kind is Kind.INCREMENT for step in derivation.steps)


@pytest.mark.parametrize("source", ["exp(a' x)", "det(A) (a' x)^9", "||x||"])
def test_by_definition_only_polynomials_are_expanded_and_the_reason_is_told(source):
    derivation = gradviz.derive(source, "x", declare=D, method="definition")
    if derivation.cannot is not None:
        assert derivation.result is None
        assert "differentials" in derivation.cannot or "power" in derivation.cannot
    else:
        assert derivation.verification


@pytest.mark.parametrize(
    ("source", "variable", "point", "kind"),
    [
        ("||z - X w||^2", "w", "(X' X)^-1 X' z", "minimum"),
        ("1/2 x' P x - b' x", "x", "P^-1 b", "minimum"),
        ("b' x - 1/2 x' P x", "x", "P^-1 b", "maximum"),
        ("||x - a||^2", "x", "a", "minimum"),
    ],
)
def test_the_stationary_point_of_a_quadratic_is_solved_for(source, variable, point, kind):
    derivation = gradviz.derive(source, variable, declare=[*D, "w in R^n"])
    found = derivation.core.stationary
    assert found is not None
    assert text(found.point) == point
    assert found.kind == kind


@pytest.mark.parametrize("source", ["a' x", "exp(a' x)", "||x||", "(x' x)^2"])
def test_no_stationary_point_is_claimed_where_the_gradient_is_not_affine(source):
    assert gradviz.derive(source, "x", declare=D).core.stationary is None
