"""Answers in the form in which a textbook prints them, each no longer than it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

import gradviz
from gradviz.typeset.text import text

SQUARE = [
    "A, B, X in R^(n,n)",
    "V, W in R^(n,m)",
    "S in R^(n,n) symmetric",
    "T in R^(n,n) diagonal",
    "a, b, p, v, w, x, y in R^n",
    "t in R",
]
# text, variable, order -> the answer
ANSWERS = [
    ("(2 t + 1)/(t^2 + t + 1)", "t", 1, "(1 - 2 t^2 - 2 t)/(t^2 + t + 1)^2"),
    ("exp(t)/(exp(t) + exp(-t))", "t", 1, "2/(exp(t) + exp(-t))^2"),
    ("-sum(y .* log(exp(x) / sum(exp(x))))", "x", 1, "-y + sum(y) softmax(x)"),
    ("y' exp(x) / sum(exp(x))", "x", 1, "softmax(x) .* (y - y' softmax(x) ones(n))"),
    ("-sum(y .* log(1 ./ (1 + exp(-x))) + (1 - y) .* log(1 - 1 ./ (1 + exp(-x))))", "x", 1, "sigmoid(x) - y"),
    ("1/2 ||1 ./ (1 + exp(-x)) - y||^2", "x", 1, "(sigmoid(x) - y) .* sigmoid(x) .* (1 - sigmoid(x))"),
    ("sin(t)/t", "t", 1, "(t cos(t) - sin(t))/t^2"),
    ("t^3 sin(t)/(1 + t^2)", "t", 1, "((3 t^2 sin(t) + t^3 cos(t)) (1 + t^2) - 2 t^4 sin(t))/(1 + t^2)^2"),
    ("log(t + sqrt(t^2 + 1))", "t", 1, "1/sqrt(t^2 + 1)"),
    ("(a' x)^2/(x' x)", "x", 1, "2 (a' x) (a - (a' x) x/(x' x))/(x' x)"),
    ("-(x' x - 1) t", "t", 1, "1 - x' x"),
    ("t^2 s + exp(t s), s in R", "t", 1, "s (2 t + exp(t s))"),
    ("exp(a' x)/(1 + exp(a' x))", "x", 1, "sigmoid(a' x) (1 - sigmoid(a' x)) a"),
    ("exp(t)/(1 + exp(t))", "t", 2, "sigmoid(t) (1 - sigmoid(t)) (1 - 2 sigmoid(t))"),
    ("sum(exp(x) ./ (1 + exp(x)))", "x", 1, "sigmoid(x) .* (1 - sigmoid(x))"),
    ("sum(1 ./ (1 + exp(-x)))", "x", 1, "sigmoid(x) .* (1 - sigmoid(x))"),
    ("<B, softmax(X A)>", "X", 1, "(softmax(X A) .* (B - (B .* softmax(X A)) ones(n, n))) A'"),
    ("-sum(B .* log(softmax(A X)))", "X", 1, "A' (B ones(n, n) .* softmax(A X) - B)"),
    ("a' (x - mean(x))", "x", 1, "a - sum(a) ones(n)/n"),
    ("x ./ sum(x)", "x", 1, "(I_n - x ones(n)'/sum(x))/sum(x)"),
    ("x' (I - 1 1'/n) x", "x", 1, "2 (I_n - ones(n) ones(n)'/n) x"),
    ("a' X^-2 b", "X", 1, "-X^-T a b' (X^-2)' - (X^-2)' a b' X^-T"),
    ("sum(sqrt((A x - b).^2 + t))", "x", 1, "A' ((A x - b) ./ sqrt((A x - b).^2 + t ones(n)))"),
    ("sum(W .* (log(W) - 1))", "W", 1, "log(W)"),
    ("-tr(X^2 A)", "X", 1, "-(X A + A X)'"),
    ("prod(x)", "x", 1, "det(diag(x)) ./ x"),
    ("a' x/prod(x)^(1/2)", "x", 1, "(a - 1/2 (a' x ./ x))/det(diag(x))^(1/2)"),
    ("y' V pinv(V) x", "x", 1, "V (V' V)^-1 V' y"),
    ("log(abs(a' x))", "x", 1, "a/(a' x)"),
    ("sum(log(abs(x)))", "x", 1, "1 ./ x"),
    ("diag(A diag(x) B)", "x", 1, "A .* B'"),
    ("diag(x x')", "x", 1, "2 diag(x)"),
    ("(diag(p) - p p') y", "p", 1, "diag(y) - p' y I_n - p y'"),
    ("(I + x x') a", "x", 1, "x' a I_n + x a'"),
    ("diag(x)^2 a", "x", 1, "2 diag(x .* a)"),
    ("tr((A X)^3)", "X", 1, "3 A' ((A X)^2)'"),
    ("tr((X' X)^3)", "X", 1, "6 X (X' X)^2"),
    ("-log(softmax(x)[2])", "x", 1, "softmax(x) - e_2"),
    ("q = softmax(x)\n-log(q_1)", "x", 1, "softmax(x) - e_1"),
    ("-y' log(sigma(A x)) - (1 - y)' log(sigma(-A x))", "x", 1, "A' (sigmoid(A x) - y)"),
    ("||max(0, A x - b)||^2", "x", 1, "2 A' relu(A x - b)"),
    ("||max(0, A x)||^2", "x", 2, "2 A' diag(step(A x)) A"),
    ("abs(t)^3", "t", 1, "3 t abs(t)"),
    ("abs(t)^3", "t", 2, "6 abs(t)"),
    ("||x||^t", "x", 1, "t ||x||^(t - 2) x"),
    ("det(x x' + I)", "x", 1, "2 x"),
    ("tr(kron(A, X) kron(B, X))", "X", 1, "2 tr(A B) X'"),
    ("tr(A diag(x).^2)", "x", 1, "2 (diag(A) .* x)"),
    ("tr(X^2 B)", "X", 1, "(X B + B X)'"),
    ("||x||^2/(1 + ||x||^2)", "x", 1, "2 x/(1 + ||x||^2)^2"),
    ("tr(X^-1)", "X", 1, "-(X^-2)'"),
    ("max(t, b' x)", "x", 1, "step(b' x - t) b"),
    ("min(b' x, t)", "x", 1, "step(t - b' x) b"),
    ("sum(max(0, 1 - y .* (A x)))", "x", 1, "-A' (step(1 - y .* A x) .* y)"),
    ("sum(min(1, x))", "x", 1, "step(1 - x)"),
    ("||max(x, a)||^2", "x", 1, "2 (max(x, a) .* step(x - a))"),
    ("u = max(0, A x)\n||u||^2", "x", 1, "2 A' relu(A x)"),
    ("-y' log(exp(x)/sum(exp(x)))", "x", 1, "-y + sum(y) softmax(x)"),
    ("log(x' A x/(x' x))", "x", 1, "(A + A') x/(x' A x) - 2 x/(x' x)"),
    ("sum(p .* log(p ./ x))", "x", 1, "-p ./ x"),
    ("-log(1/(1 + exp(-t a' x)))", "x", 1, "-t sigmoid(-t a' x) a"),
    ("log(|det(X)|^2)", "X", 1, "2 X^-T"),
    ("log(exp(a' x) + exp(b' x))", "x", 2, "exp(a' x) exp(b' x) (b - a) (b - a)'/(exp(a' x) + exp(b' x))^2"),
    ("tr(A X^k)", "X", 1, "sum_{r=1}^{k} (X^(r - 1))' A' (X^(k - r))'"),
    ("X^k", "X", 1, "sum_{r=1}^{k} kron((X^(k - r))', X^(r - 1))"),
    ("sum((2 - x) .* (x - 1))", "x", 1, "3 - 2 x"),
    ("(x - a)' (b - x)", "x", 1, "b - 2 x + a"),
    ("||2 x - 4||^2", "x", 1, "8 (x - 2)"),
    ("sum((x + 1).^2 + x)", "x", 1, "2 x + 3"),
    ("sum(log(1 + (A x - b).^2))", "x", 2, "2 A' diag((1 - (A x - b).^2) ./ (1 + (A x - b).^2).^2) A"),
    ("x ./ (1 + x)", "x", 1, "diag(1 ./ (1 + x).^2)"),
    ("sum(sqrt(1 + x.^2))", "x", 2, "diag(1 ./ sqrt(1 + x.^2).^3)"),
    ("(w' S w)/(w' w)", "w", 1, "2 (S w - (w' S w) w/(w' w))/(w' w)"),
    ("(w' S w)^2", "w", 1, "4 (w' S w) S w"),
    ("det(X')", "X", 1, "det(X) X^-T"),
    ("a' (A X B)^-1 b", "X", 1, "-(X B)^-T a b' (A X)^-T"),
    ("a' x b'", "x", 1, "b a'"),
    ("exp(X) .* X", "X", 1, "diag(vec(exp(X) .* (X + 1)))"),
    ("tr(X^k)", "X", 1, "k (X^(k - 1))'"),
    ("tr(S^k)", "S", 1, "k S^(k - 1)"),
    ("k tr((A X)^(k+1))", "X", 1, "k (k + 1) A' ((A X)^k)'"),
    ("det(X^k)", "X", 1, "k det(X)^k X^-T"),
    ("logdet(X^k)", "X", 1, "k X^-T"),
    ("tr((A + t B)^k)", "t", 1, "k tr((A + t B)^(k - 1) B)"),
    ("tr(X^n)", "X", 1, "n (X^(n - 1))'"),
    ("x' x x' A x", "x", 1, "2 (x' A x) x + (x' x) (A + A') x"),
    ("x' A x x' B x", "x", 1, "(x' B x (A + A') + x' A x (B + B')) x"),
    ("x' A x + t x' x", "x", 1, "(A + A') x + 2 t x"),
    ("exp(x)' A exp(x)", "x", 1, "exp(x) .* (A + A') exp(x)"),
    ("sum(sigma(A x))", "x", 2, "A' diag(sigmoid(A x) .* (1 - sigmoid(A x)) .* (1 - 2 sigmoid(A x))) A"),
    ("sigma(x)' A sigma(x)", "x", 1, "sigmoid(x) .* (1 - sigmoid(x)) .* (A + A') sigmoid(x)"),
    ("(a' x)/(b' x)", "x", 2, "(2 (a' x) b b' - b' x (b a' + a b'))/(b' x)^3"),
    ("(A .* (x a')) b", "x", 1, "diag(A (a .* b))"),
    ("(A .* (x x')) b", "x", 1, "diag(A (x .* b)) + diag(x) A diag(b)"),
    ("||vec(W)||", "W", 1, "W/||vec(W)||"),
    ("||kron(W, b)||^2", "W", 1, "2 ||b||^2 W"),
    ("tr((A + t B)^2)", "t", 1, "2 tr(B (A + t B))"),
    ("tr((A + t B)^3)", "t", 1, "3 tr(B (A + t B)^2)"),
    ("sum(log(exp(A W) 1)) - tr(V' A W)", "W", 1, "A' (diag(1 ./ exp(A W) ones(m)) exp(A W) - V)"),
    ("-1/2 logdet(S) - 1/2 (x - a)' S^-1 (x - a)", "S", 1, "1/2 (S^-1 (x - a) (x - a)' S^-1 - S^-1)"),
    ("tr(A S)", "S", 1, "(A + A')/2"),
    ("logdet(S) - tr(A S)", "S", 1, "S^-1 - (A + A')/2"),
    ("x' T^2 x", "T", 1, "2 diag(x.^2 .* diag(T))"),
]


def test_two_sums_over_one_index_are_one():
    source = "sum_{i=1}^N (y_i log(sigma(w' x_i)) + (1 - y_i) log(1 - sigma(w' x_i)))"
    found = gradviz.derive(source, "w", declare="y_i in R")
    assert found.verification
    assert text(found.result) == "sum_{i=1}^{N} (y_i - sigmoid(w' x_i)) x_i"


def test_a_sign_that_all_terms_share_stands_before_the_sum():
    found = gradviz.derive("sum_{i=1}^N ||x_i - mu||", "mu")
    assert text(found.result) == "-sum_{i=1}^{N} (x_i - mu)/||x_i - mu||"


@pytest.mark.parametrize("source", ["max(t, b' x)", "||max(0, A x - b)||^2", "sum(min(x, 2))", "max(t x, a)' b"])
def test_the_function_keeps_the_larger_of_two_as_it_was_written(source):
    found = gradviz.derive(source, "x", declare=SQUARE)
    assert found.verification
    assert text(found.problem.function) == source


def test_a_power_with_a_letter_is_a_sum_over_its_factors():
    found = gradviz.derive("a' X^k b", "X", declare=SQUARE)
    assert found.verification
    assert text(found.result) == "sum_{r=1}^{k} (X^(r - 1))' a b' (X^(k - r))'"
    module: dict[str, Any] = {}
    exec(found.to_numpy(), module)
    rng = np.random.default_rng(3)
    a, b, x = rng.normal(size=3), rng.normal(size=3), rng.normal(size=(3, 3))
    for k in (1, 2, 4):
        powers = [np.linalg.matrix_power(x, r) for r in range(k)]
        expected = sum(np.outer(powers[r].T @ a, powers[k - 1 - r] @ b) for r in range(k))
        assert np.allclose(module["gradient"](a=a, b=b, X=x, k=k), expected)
    assert "only X^k itself" in gradviz.derive("a' X^k b", "X", declare=SQUARE, order=2).cannot


def test_a_printed_module_takes_the_exponent_as_a_parameter():
    module: dict[str, Any] = {}
    exec(gradviz.derive("tr(X^k)", "X").to_numpy(), module)
    x = np.array([[1.0, 2.0], [0.5, -1.0]])
    assert np.allclose(module["gradient"](x, k=3), 3 * (x @ x).T)


@pytest.mark.parametrize(("source", "variable", "order", "answer"), ANSWERS, ids=[f"{r[0]} by {r[1]}" for r in ANSWERS])
def test_the_answer_reads_as_in_a_textbook(source, variable, order, answer):
    found = gradviz.derive(source, variable, declare=SQUARE, order=order)
    assert found.verification
    assert text(found.result) == answer
