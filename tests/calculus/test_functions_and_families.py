"""Functions without a formula, and sums over families."""

from __future__ import annotations

import numpy as np
import pytest

import gradviz
from gradviz.algebra.walk import symbols
from gradviz.language.diagnostics import LanguageError
from gradviz.typeset.text import text
from tests import oracle
from tests.reference import formula

UNSPECIFIED = [
    ("L(A x)", "x", "A' ∇L(A x)"),
    ("L(W z + b)", "z", "W' ∇L(W z + b)"),
    ("L(W z + b)", "W", "∇L(W z + b) z'"),
    ("L(W z + b)", "b", "∇L(W z + b)"),
    ("L(y - X w)", "w", "-X' ∇L(y - X w)"),
    ("f: R^n -> R^m\ng: R^m -> R\ng(f(x))", "x", "J_f(x)' ∇g(f(x))"),
    ("f: R^n -> R^n\nx' f(x)", "x", "f(x) + J_f(x)' x"),
    ("f: R^m -> R^p\nf(A x)", "x", "J_f(A x) A"),
    ("L: R^(n,k) -> R\nX in R^(n,m)\nW in R^(m,k)\nL(X W)", "W", "X' ∇L(X W)"),
    ("X in R^(n,m)\nW in R^(m,k)\nL(X W)", "X", "∇L(X W) W'"),
    ("L(X' X)", "X", "X (∇L(X' X) + ∇L(X' X)')"),
    ("X in R^(n,m)\nW in R^(m,k)\nV in R^(k,p)\nL(sigma(X W) V)", "V", "sigmoid(X W)' ∇L(sigmoid(X W) V)"),
]


@pytest.mark.parametrize(("source", "variable", "answer"), UNSPECIFIED)
def test_the_chain_rule_through_a_function_without_a_formula(source, variable, answer):
    derivation = gradviz.derive(source, variable)
    assert derivation.verification
    assert text(derivation.result) == answer


def test_backpropagation_through_three_layers():
    network = "u = W_1' x\na = sigma(u)\nv = W_2' a\nb = sigma(v)\ny = W_3' b\nL(y)"
    for weight, ends in (("W_3", "'"), ("W_2", "'"), ("W_1", "'")):
        derivation = gradviz.derive(network, weight)
        assert derivation.verification
        assert "∇L" in text(derivation.result)
        assert text(derivation.result).endswith(ends)


def test_the_second_derivative_of_a_function_of_a_matrix_is_refused():
    derivation = gradviz.derive("L(X)", "X", declare="X in R^(m,n)", order=2)
    assert derivation.result is None
    assert "the second derivative of L" in derivation.cannot


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("L: R^n -> R\nX in R^(n,n)\nL(X)", "takes n×1"),
        ("L: R^(m,n) -> R\nx in R^n\nL(x)", "takes m×n"),
        ("L: R^(n,n) -> R^n\nX in R^(n,n)\nL(X)", "a number for its value"),
        ("L: R^(n,n,n) -> R\nx in R^n\nL(x)", "goes from"),
    ],
)
def test_what_does_not_fit_a_function_without_a_formula_is_told(source, words):
    with pytest.raises(LanguageError, match=words):
        gradviz.derive(source)


FAMILIES = [
    ("sum_{i=1}^{k} log(1 + exp(-y_i <w_i, x>))", "x"),
    ("sum_{i=1}^k (y_i - x_i' w)^2", "w"),
    ("1/k sum_{i=1}^k ||x_i - mu||^2", "mu"),
    ("sum_{i=1}^k x_i x_i' w", "w"),
    ("sum_{i=1}^k tr(A_i X)", "X"),
    ("sum_{i=1}^3 x_i' w", "w"),
    ("sum_{i=1}^k exp(t) y_i", "t"),
    ("log(sum_{i=1}^k exp(a_i' x))", "x"),
    ("log(sum_{i=1}^k exp(-1/2 (x - mu_i)' (x - mu_i)))", "x"),
    ("(sum_{i=1}^k a_i' x) (sum_{i=1}^k b_i' x)", "x"),
]


@pytest.mark.parametrize(("source", "variable"), FAMILIES)
def test_sums_over_families_agree_with_the_sum_written_out(source, variable):
    declare = ["t in R", "y_i in R"] if variable == "t" else []
    derivation = gradviz.derive(source, variable, declare=declare)
    assert derivation.cannot is None
    assert derivation.verification
    function, answer = derivation.problem.function, derivation.result
    names = oracle.dim_names(function, answer)
    dims = {name: 2 + i for i, name in enumerate(names)} | {"k": 3}
    f, g = oracle.written_out(function, dims), oracle.written_out(answer, dims)
    rng = np.random.default_rng(3)
    values = {s: oracle.sample(s, dims, rng) for s in {*symbols(f), *symbols(g)}}
    (v,) = derivation.core.variables
    step = rng.normal(size=values[v].shape)
    slope = oracle.directional(f, {v: step}, values, dims)
    found = oracle.value(g, values, dims)
    applied = (
        found @ step if derivation.core.results[0].subject.kind == "jacobian" else np.array([[(found * step).sum()]])
    )
    assert oracle.relative_error(applied, slope) < 1e-8


@pytest.mark.parametrize(
    ("source", "variable", "answer"),
    [
        ("sum_i ||x_i - mu||^2 + x_j' a", "x_j", "2 (x_j - mu) + a"),  # x_j is one of the x_i: its gradient is not a
        ("sum_{i=1}^k w_i t + w_1^2", "w_1", "t + 2 w_1"),
        ("sum_{i=1}^k (y_i - w_0 - w_i t)^2", "w_0", "-2 sum_{i=1}^{k} (y_i - w_0 - w_i t)"),  # the sum begins at 1
        ("sum_{i=1}^k x_i t + x_max^2", "x_max", "2 x_max"),
    ],
)
def test_what_may_be_a_member_of_a_family_is_not_taken_for_independent(source, variable, answer):
    found = gradviz.derive(source, variable, declare=["t in R"])
    assert found.verification
    assert text(found.result) == answer


MEMBERS = [
    ("sum_{i=1}^n x_i^2", "x", ["x in R^n"], "2*x"),
    ("sum_{i=1}^n a_i x_i", "x", ["a, x in R^n"], "a"),
    ("sum_{i=1}^n x_i^2", "x", [], "2*x"),
    ("x_1^2 + x_2^2", "x", [], "2*x"),
    ("sum_{i=1}^n sum_{j=1}^n x_i A_ij x_j", "x", ["x in R^n", "A in R^(n,n)"], "(A+A.T)@x"),
    ("sum_{i=1}^n A_ii", "A", ["A in R^(n,n)"], "np.eye(n)"),
]


@pytest.mark.parametrize(("source", "variable", "declare", "answer"), MEMBERS)
def test_members_are_never_silently_strangers(source, variable, declare, answer):
    """Entries of the variable, or a reason why not; but never the zero of something that does not occur."""
    try:
        derivation = gradviz.derive(source, variable, declare=declare)
    except ValueError:
        return
    if derivation.result is None:
        return
    assert not derivation.core.notes
    dims = {"n": 3}
    values = {s: oracle.sample(s, dims, np.random.default_rng(0)) for s in symbols(derivation.result)}
    found = oracle.value(oracle.written_out(derivation.result, dims), values, dims)
    assert oracle.relative_error(found, formula(answer, values, dims)) < 1e-9
