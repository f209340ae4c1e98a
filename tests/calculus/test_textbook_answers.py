"""Answers in the form in which a textbook prints them, each no longer than it."""

from __future__ import annotations

import pytest

import gradviz
from gradviz.typeset.text import text

SQUARE = ["A, B, X in R^(n,n)", "W in R^(n,m)", "a, b, p, v, w, x, y in R^n", "t in R"]
# text, variable, order -> the answer
ANSWERS = [
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
]


@pytest.mark.parametrize(("source", "variable", "order", "answer"), ANSWERS, ids=[f"{r[0]} by {r[1]}" for r in ANSWERS])
def test_the_answer_reads_as_in_a_textbook(source, variable, order, answer):
    found = gradviz.derive(source, variable, declare=SQUARE, order=order)
    assert found.verification
    assert text(found.result) == answer
