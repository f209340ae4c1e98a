"""Facts: every one that is inferred is true of random instances, and the useful ones are found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Number
from gradviz.algebra.properties import DECLARABLE, facts, is_invertible, is_nonnegative, is_positive, is_symmetric
from gradviz.algebra.walk import postorder
from tests import oracle
from tests.strategies import any_expressions


def symbol(name: str, rows="n", cols="n", *properties: str) -> n.Symbol:
    return n.Symbol(name, (rows, cols), frozenset(properties))


A, B = symbol("A"), symbol("B")
S, P, M = (
    symbol("S", "n", "n", "symmetric"),
    symbol("P", "n", "n", "positive definite"),
    symbol("M", "n", "n", "positive semidefinite"),
)
D, Q, G = symbol("D", "n", "n", "diagonal"), symbol("Q", "n", "n", "orthogonal"), symbol("G", "n", "n", "invertible")
E = symbol("E", "n", "n", "positive")
X = symbol("X", "m", "n")
x, q = symbol("x", "n", 1), symbol("q", "n", 1, "positive")
s, p = symbol("s", 1, 1), symbol("p", 1, 1, "positive")
I = n.Identity("n")
T, Inv, mul, add = n.Transpose, n.Inverse, n.Mul, n.Add
two = Number(2)

TOLERANCE = 1e-9
HOLDS = {
    "symmetric": lambda v: np.allclose(v, v.T, atol=1e-7 * (1 + abs(v).max())),
    "diagonal": lambda v: np.allclose(v, np.diag(np.diag(v)), atol=1e-7 * (1 + abs(v).max())),
    "orthogonal": lambda v: np.allclose(v @ v.T, np.eye(len(v)), atol=1e-7),
    "invertible": lambda v: np.linalg.matrix_rank(v, tol=1e-12) == len(v),
    "positive definite": lambda v: np.linalg.eigvalsh((v + v.T) / 2).min() > -1e-8 * abs(v).max() and np.allclose(v, v.T, atol=1e-7 * (1 + abs(v).max())),
    "positive semidefinite": lambda v: np.linalg.eigvalsh((v + v.T) / 2).min() > -1e-8 * (1 + abs(v).max()),
    "full rank": lambda v: np.linalg.matrix_rank(v, tol=1e-12) == min(v.shape),
    "positive": lambda v: (v > 0).all() or ((v >= 0).all() and v.min() > -TOLERANCE),
    "nonnegative": lambda v: (v > -TOLERANCE * (1 + abs(v).max())).all(),
}  # fmt: skip

INFERRED = [
    (T(S), {"symmetric"}),
    (T(Q), {"orthogonal", "invertible"}),
    (T(D), {"diagonal"}),
    (Inv(S), {"symmetric"}),
    (Inv(P), {"positive definite"}),
    (Inv(Q), {"orthogonal"}),
    (Inv(D), {"diagonal"}),
    (add(A, T(A)), {"symmetric"}),
    (add(mul(A, B), mul(T(B), T(A))), {"symmetric"}),
    (add(mul(s, A), mul(s, T(A))), {"symmetric"}),
    (add(S, mul(A, B), mul(T(B), T(A))), {"symmetric"}),
    (add(P, mul(T(X), X)), {"positive definite"}),
    (add(I, mul(T(A), A)), {"positive definite", "invertible"}),
    (add(q, n.Apply(x, "abs")), {"positive"}),
    (mul(T(X), X), {"positive semidefinite"}),
    (mul(X, T(X)), {"positive semidefinite"}),
    (mul(two, T(X), X), {"positive semidefinite"}),
    (mul(T(X), symbol("R", "m", "m", "positive definite"), X), {"positive semidefinite"}),
    (mul(A, S, T(A)), {"symmetric"}),
    (mul(S, A, S), set()),
    (mul(S, S), {"positive semidefinite"}),
    (mul(x, T(x)), {"positive semidefinite"}),
    (mul(T(x), x), {"nonnegative"}),
    (mul(T(x), P, x), {"nonnegative"}),
    (mul(P, G, Q), {"invertible"}),
    (mul(D, D), {"diagonal"}),
    (mul(p, q), {"positive"}),
    (n.Quotient(S, s), {"symmetric"}),
    (n.Quotient(q, p), {"positive"}),
    (n.Power(s, two), {"nonnegative"}),
    (n.Power(p, s), {"positive"}),
    (n.MatrixPower(S, 3), {"symmetric"}),
    (n.MatrixPower(P, 2), {"positive definite"}),
    (n.MatrixPower(Q, 2), {"orthogonal"}),
    (n.Hadamard(S, S), {"symmetric"}),
    (n.Hadamard(P, P), {"positive definite"}),
    (n.Kronecker(P, P), {"positive definite"}),
    (n.Kronecker(Q, Q), {"orthogonal"}),
    (n.Apply(x, "exp"), {"positive"}),
    (n.Apply(S, "tanh"), {"symmetric"}),
    (n.Apply(x, "relu"), {"nonnegative"}),
    (n.Softmax(x), {"positive"}),
    (n.Norm(x, "2"), {"nonnegative"}),
    (n.Determinant(P), {"positive"}),
    (n.Trace(P), {"positive"}),
    (n.Sum(q), {"positive"}),
    (n.Entry(q, 1, 1), {"positive"}),
    (n.Diag(q), {"diagonal", "positive definite"}),
    (n.Diag(x), {"diagonal", "symmetric"}),
    (n.Matrix(n.ONE, n.MINUS_ONE, n.MINUS_ONE, n.ONE, 2, 2), {"symmetric"}),
    (n.Matrix(n.ONE, n.ZERO, n.ZERO, n.ONE, 2, 2), {"symmetric", "diagonal"}),
    (n.Inner(x, x), {"nonnegative"}),
    (n.Identity("n"), {"positive definite", "diagonal", "orthogonal"}),
    (n.Zero("n", "n"), {"symmetric", "diagonal"}),
]

# True of nothing in general: what must not be concluded.
NOT_INFERRED = [
    (mul(S, symbol("R", "n", "n", "symmetric")), "symmetric"),
    (mul(P, symbol("R", "n", "n", "positive definite")), "positive definite"),
    (add(P, mul(Number(-1), P)), "positive definite"),
    (mul(Number(-1), P), "positive definite"),
    (mul(s, P), "positive semidefinite"),
    (mul(s, Q), "invertible"),
    (add(Q, Q), "orthogonal"),
    (add(G, G), "invertible"),
    (add(G, P), "invertible"),
    (mul(T(X), X), "invertible"),
    (Inv(E), "positive"),
    (n.MatrixPower(M, 2), "positive definite"),
    (n.Hadamard(Q, Q), "orthogonal"),
    (n.Apply(P, "exp"), "positive definite"),
    (n.Apply(D, "cos"), "diagonal"),
    (n.Apply(D, "exp"), "diagonal"),
    (n.HadamardPower(D, Number(-1)), "diagonal"),
    (n.HadamardQuotient(D, D), "diagonal"),
    (n.HadamardPower(P, two), "orthogonal"),
    (n.Power(s, Number(3)), "nonnegative"),
    (mul(A, A), "symmetric"),
    (mul(A, T(B)), "symmetric"),
    (add(A, T(B)), "symmetric"),
    (add(mul(two, A), T(A)), "symmetric"),
    (add(mul(s, A), mul(two, T(A))), "symmetric"),
    (n.Fill(s, "n", "n"), "positive"),
    (n.Determinant(S), "positive"),
    (n.Trace(S), "nonnegative"),
    (n.Diag(x), "invertible"),
    (n.Vec(S), "symmetric"),
    (mul(x, T(q)), "symmetric"),
    (n.Quotient(P, s), "positive definite"),
    (n.Quotient(G, s), "invertible"),
]


@pytest.mark.parametrize(("expr", "expected"), INFERRED)
def test_useful_facts_are_inferred(expr, expected):
    assert expected <= facts(expr)


@pytest.mark.parametrize(("expr", "fact"), NOT_INFERRED)
def test_what_need_not_hold_is_not_inferred(expr, fact):
    assert fact not in facts(expr)


def check_facts(expr: n.Expr, seed: int) -> None:
    values, dims = oracle.instance(expr, rng=np.random.default_rng(seed))
    for part in postorder(expr):
        known = facts(part)
        if not known:
            continue
        v = oracle.value(part, values, dims)
        if not np.isfinite(v).all() or abs(v).max(initial=0) > 1e7 or abs(v).max(initial=1) < 1e-7:
            continue
        for fact in known:
            if v.shape[0] != v.shape[1] and fact not in ("positive", "nonnegative", "full rank"):
                pytest.fail(f"{fact} said of a {v.shape} matrix")
            if fact in ("invertible", "full rank") and abs(v).max() < 1e-3:
                continue
            assert HOLDS[fact](v), (fact, part, v)


@pytest.mark.parametrize("expr", [e for e, _ in INFERRED])
@pytest.mark.parametrize("seed", range(3))
def test_inferred_facts_hold_numerically(expr, seed):
    check_facts(expr, seed)


@settings(max_examples=150)
@given(any_expressions(), st.integers(0, 99))
def test_facts_of_random_expressions_hold_numerically(expr, seed):
    check_facts(expr, seed)


@pytest.mark.parametrize("fact", DECLARABLE)
def test_a_declared_fact_holds_with_all_it_implies(fact):
    declared = symbol("Y", "n", "n", fact)
    assert fact in facts(declared)
    assert facts(declared) <= set(HOLDS)


def test_definite_matrices_are_all_that_they_should_be():
    assert facts(P) == {"positive definite", "symmetric", "invertible", "positive semidefinite", "full rank"}
    assert facts(D) == {"diagonal", "symmetric"}
    assert facts(A) == frozenset()


def test_questions_about_one_fact():
    assert is_symmetric(s)
    assert is_symmetric(S)
    assert not is_symmetric(A)
    assert is_invertible(P)
    assert not is_invertible(S)
    assert is_positive(Number(3))
    assert not is_positive(Number(0))
    assert is_nonnegative(Number(0))
    assert not is_nonnegative(Number(-1))
