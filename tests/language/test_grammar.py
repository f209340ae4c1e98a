"""What is written to what is meant: precedence, juxtaposition, functions without brackets.

Each text is read beside a spelled-out one with the same declarations; both must be the same expression.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from gradviz.algebra import nodes as n
from gradviz.language.parser import parse

DECLARED = [
    "A, B, C, X, S in R^(n,n)",
    "a, b, c, x, y, z in R^n",
    "s, t, lambda, mu, alpha in R",
]  # fmt: skip


def read(text: str) -> n.Expr:
    return parse(text, DECLARED).function


SAME = [
    # transposes and powers bind tightest
    ("x'Ax", "(x') * A * x"),
    ("x^TAx", "x' A x"),
    ("x^T A x", "x' A x"),
    ("xᵀAx", "x' A x"),
    ("ABB'", "A * B * (B')"),
    ("A^-1 x", "inv(A) x"),
    ("A^{-1} x", "inv(A) x"),
    ("A⁻¹ x", "inv(A) x"),
    ("A^-T x", "inv(A)' x"),
    ("A'^-1 x", "inv(A') x"),
    ("A^2 x", "(A^2) x"),
    ("A^-2", "inv(A^2)"),
    ("A^1", "A"),
    ("x''", "(x')'"),
    ("2s^2", "2 * (s^2)"),
    ("-s^2", "-(s^2)"),
    ("s^-1", "s^(-1)"),
    ("s^t^2", "s^(t^2)"),
    ("s^2t", "(s^2) t"),
    ("x.^2", "x .^ (2)"),
    ("x.^-1", "x .^ (-1)"),
    ("s²", "s^2"),
    # products before entrywise products before sums
    ("A x .* b", "(A x) .* b"),
    ("b .* A x", "b .* (A x)"),
    ("a .* b + c", "(a .* b) + c"),
    ("a .* b ./ c", "(a .* b) ./ c"),
    ("x ⊙ y", "x .* y"),
    ("A ⊗ B X", "kron(A, B X)"),
    ("kron(A, B)", "A ⊗ B"),
    ("s/t c", "(s/t) c"),
    ("1/2 s", "(1/2) s"),
    ("s/2 t", "(s/2) t"),
    ("s t/2", "(s t)/2"),
    ("s*-t", "s*(-t)"),
    ("-x + y", "(-x) + y"),
    ("2 3 x", "2 * 3 * x"),
    ("0.5 x", "1/2 x"),
    (".25 x", "1/4 x"),
    ("1e-2 x", "1/100 x"),
    # functions without brackets take the product that follows
    ("log det X", "log(det(X))"),
    ("tr A X B", "tr(A X B)"),
    ("tr A + tr B", "tr(A) + tr(B)"),
    ("tr A' A", "tr((A') A)"),
    ("sin 2s", "sin(2 s)"),
    ("sin s cos s", "sin(s) * cos(s)"),
    ("sin s / cos s", "sin(s) / cos(s)"),
    ("sin^2 s", "sin(s)^2"),
    ("sin^2(s)", "sin(s)^2"),
    ("sin(s)^2", "(sin(s))^2"),
    ("sin(s) t", "(sin(s)) t"),
    ("tr(A) B", "(tr(A)) B"),
    ("det A B", "det(A B)"),
    ("sqrt x' x", "sqrt(x' x)"),
    ("log 2 s + t", "log(2 s) + t"),
    ("exp(-s)", "exp(-(s))"),
    ("ln s", "log(s)"),
    ("trace(A)", "tr(A)"),
    ("Tr(A)", "tr A"),
    ("transpose(A) x", "A' x"),
    ("norm(x)", "||x||"),
    ("norm(x, 1)", "||x||_1"),
    ("norm(A, F)", "||A||_F"),
    ("lse(x)", "logsumexp(x)"),
    ("expit(x)", "sigmoid(x)"),
    ("sigma(x)", "sigmoid(x)"),
    ("asin(s)", "arcsin(s)"),
    # norms, bars, angles
    ("‖x‖²", "||x||^2"),
    ("||x||_2^2", "||x||^2"),
    ("||A||", "||A||_F"),
    ("|| ||x|| y ||", "norm(norm(x) y)"),
    ("|s|", "abs(s)"),
    ("|A|", "det(A)"),
    ("⟨a, x⟩", "<a, x>"),
    # e, pi, brackets, lines
    ("e^s", "exp(s)"),
    ("e^(x' x)", "exp(x' x)"),
    ("2e^-s", "2 exp(-s)"),
    ("{s + t} x", "(s + t) x"),
    ("(x\n + y)", "x + y"),
    ("x + y # a remark", "x + y"),
    ("u = y - A x\n||u||^2", "||y - A x||^2"),
    ("f = x' x", "x' x"),
    ("f(x) = x' x", "x' x"),
    ("g(x, y) = x' y", "x' y"),
    ("u = A x\nv = u .* y\nsum(v)", "sum((A x) .* y)"),
]


@pytest.mark.parametrize(("text", "spelled"), SAME)
def test_a_text_is_read_as_its_spelled_out_form(text, spelled):
    assert read(text) is read(spelled)


# What juxtaposition and entrywise signs are not.
DIFFERENT = [
    ("s/t mu", "s/(t mu)"),
    ("1/2 s", "1/(2 s)"),
    ("s^2t", "s^(2 t)"),
    ("-s^2", "(-s)^2"),
    ("s^t^2", "(s^t)^2"),
    ("sin 2s + t", "sin(2 s + t)"),
    ("x - y - z", "x - (y - z)"),
    ("A B x", "A (B x)"),
    ("x + y", "y + x"),
]


@pytest.mark.parametrize(("text", "other"), DIFFERENT)
def test_grouping_and_order_are_the_authors(text, other):
    assert read(text) is not read(other)


x, t = n.Symbol("x", ("n", 1)), n.Symbol("t", (1, 1))
A = n.Symbol("A", ("n", "n"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-x", n.Mul(n.Number(-1), x)),
        ("x - A x", n.Add(x, n.Mul(n.Number(-1), A, x))),
        ("x - 2 x", n.Add(x, n.Mul(n.Number(-2), x))),
        ("t - 3", n.Add(t, n.Number(-3))),
        ("1 + x", n.Add(n.Fill(n.Number(1), "n", 1), x)),
        ("x - 1", n.Add(x, n.Fill(n.Number(-1), "n", 1))),
        ("1 ./ x", n.HadamardQuotient(n.Fill(n.Number(1), "n", 1), x)),
        ("t ./ x", n.HadamardQuotient(n.Fill(t, "n", 1), x)),
        ("2 .* x", n.Mul(n.Number(2), x)),
        ("A - t I", n.Add(A, n.Mul(n.Number(-1), t, n.Identity("n")))),
        ("I_n x", n.Mul(n.Identity("n"), x)),
        ("1_n' x", n.Mul(n.Ones(1, "n"), x)),
        ("ones(n,n) x", n.Mul(n.Ones("n", "n"), x)),
        ("zeros(n) + x", n.Add(n.Zero("n", 1), x)),
        ("eye(n) x", n.Mul(n.Identity("n"), x)),
        ("n t", n.Mul(n.DimNumber("n"), t)),
        ("pi t", n.Mul(n.Constant("pi"), t)),
        ("e^t e", n.Mul(n.Apply(t, "exp"), n.Constant("e"))),
        ("A^0", n.Identity("n")),
        ("x[2]", n.Entry(x, 2, 1)),
        ("A[1,2]", n.Entry(A, 1, 2)),
        ("x_2 t", n.Mul(n.Entry(x, 2, 1), t)),
        ("A_12 t", n.Mul(n.Entry(A, 1, 2), t)),
        ("[t; 1]", n.Matrix(t, n.Number(1), 2, 1)),
        ("[t, 1; 2, t]", n.Matrix(t, n.Number(1), n.Number(2), t, 2, 2)),
        ("diag(x)", n.Diag(x)),
        ("diag(A)", n.DiagonalOf(A)),
        ("vec(A)", n.Vec(A)),
        ("6/4 t", n.Mul(n.Number(Fraction(3, 2)), t)),
    ],
)
def test_a_text_builds_this_very_expression(text, expected):
    assert parse(text, ["A in R^(n,n)", "x in R^n", "t in R"]).function is expected


def test_a_one_by_one_product_acts_as_a_scalar():
    f = parse("x' y A", ["x, y in R^n", "A in R^(m,m)"]).function
    assert f.shape == ("m", "m")
    assert f.children[0].is_scalar
    row = parse("x y' z", ["x in R^m", "y, z in R^n"]).function
    assert row.shape == ("m", 1)
