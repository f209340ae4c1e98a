"""Formulas pasted from Python: what its operators mean."""

from __future__ import annotations

import pytest

from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.typeset.text import text

READ = [
    ("np.sum((X @ w - y)**2)", "sum((X w - y).^2)"),
    ("0.5 * np.sum((y - X @ w) ** 2) + lam * np.sum(w**2)", "1/2 sum((y - X w).^2) + lambda sum(w.^2)"),
    ("x @ A @ x", "x' A x"),
    ("2 * x @ A @ x", "2 x' A x"),
    ("-x @ y", "-x' y"),
    ("(A @ x - b) @ (A @ x - b)", "<A x - b, A x - b>"),
    ("x.T @ A @ x", "x' A x"),
    ("-y @ np.log(p)", "-y' log(p)"),
    ("x * y @ b, x in R^n, y in R^n, b in R^n", "<x .* y, b>"),
    ("A * X @ y, A in R^(m,n), X in R^(m,n)", "(A .* X) y"),
    ("np.sum(X * w), X in R^(m,n), w in R^n", "sum(X .* ones(m) w')"),
    ("np.sum(X / w), X in R^(m,n), w in R^n", "sum(X ./ ones(m) w')"),
    # behind an exponent or a divisor a star is no scaling
    ("np.sum(A**2 * B), A in R^(n,n), B in R^(n,n)", "sum(A.^2 .* B)"),
    ("np.sum(A**-2 * B), A in R^(n,n), B in R^(n,n)", "sum(A.^-2 .* B)"),
    ("np.sum(A / 2 * B), A in R^(n,n), B in R^(n,n)", "sum(A/2 .* B)"),
    ("np.sum(A * 2 * B), A in R^(n,n), B in R^(n,n)", "sum(A * 2 .* B)"),
    ("np.sum(-2 * A * B), A in R^(n,n), B in R^(n,n)", "sum(-2 A .* B)"),
    ("np.exp(x) / np.sum(np.exp(x))", "exp(x)/sum(exp(x))"),
    ("np.abs(x) / y, x in R^n, y in R^n", "abs(x) ./ y"),
    ("X.T @ (X @ w - y) / n", "X' (X w - y)/n"),
    ("np.mean((X @ w - y)**2)", "sum((X w - y).^2)/m"),
    ("np.sum(np.log(1 + np.exp(-y * (X @ w))))", "sum(log(1 + exp(-y .* X w)))"),
    ("np.maximum(0, 1 - y * (X @ w))", "max(0, 1 - y .* X w)"),
    ("np.linalg.norm(A @ x - b, ord=2)**2", "||A x - b||^2"),
    ("np.linalg.slogdet(X)[1]", "logdet(X)"),
    ("np.linalg.solve(A, b)", "A^-1 b"),
    ("np.trace(np.linalg.matrix_power(X, 3))", "tr(X^3)"),
    ("np.outer(x, y)", "x y'"),
    ("np.trace(S @ np.outer(x - mu, x - mu))", "tr(S (x - mu) (x - mu)')"),
    ("np.dot(A, x)", "A x"),
    ("np.multiply(x, y)", "x .* y"),
    ("np.sum(loss_i * x), x in R^n, loss_i in R", "sum(loss_i x)"),
    ("np.sum(bias * x)", "sum(bias .* x)"),
    ("torch.sum(X**2)", "sum(X.^2)"),
    ("torch.softmax(W @ x, dim=0)", "softmax(W x)"),
    ("torch.softmax(Q @ K.T / np.sqrt(3), dim=-1) @ V", "softmax(Q K'/sqrt(3)) V"),
    ("jax.nn.softmax(Q @ K.T, axis=0)", "softmax((Q K')')'"),
    ("torch.nn.functional.relu(W @ x) + F.tanh(V @ x)", "relu(W x) + tanh(V x)"),
    ("scipy.special.logsumexp(A @ x)", "logsumexp(A x)"),
    ("scipy.linalg.expm(t * A) @ x", "expm(t A) x"),
    ("np.exp(t)**2", "exp(t)^2"),
    ("(x - y) @ np.linalg.inv(S) @ (x - y)", "(x - y)' S^-1 (x - y)"),
    ("np.exp(x) @ A", "A' exp(x)"),
    ("np.sum(np.tanh(x @ W + b)), W in R^(n,p), b in R^p", "sum(tanh(W' x + b))"),
    ("np.sum((X @ w + t - y)**2), t in R", "sum((X w + t ones(m) - y).^2)"),
    ("np.sum((X @ W + b)**2), X in R^(m,n), W in R^(n,p), b in R^p", "sum((X W + ones(m) b').^2)"),
    ("x - np.mean(x), x in R^n", "x - sum(x)/n ones(n)"),
    ("np.std(x), x in R^n", "sqrt(sum((x - sum(x)/n ones(n)).^2)/n)"),
    ("(x - mu) @ np.linalg.inv(S) @ (x - mu)", "(x - mu)' S^-1 (x - mu)"),
    ("np.sum((x - mu)**2), mu in R", "sum((x - mu ones(n)).^2)"),
    ("np.linalg.slogdet(np.eye(X.shape[0]) + X @ X.T)[1]", "logdet(I_n + X X')"),
    ("np.sum((X @ w - y)**2) / (2 * len(y)), y in R^m", "sum((X w - y).^2)/(2 m)"),
    ("X.shape[1] * np.log(t), X in R^(m,n)", "n log(t)"),
    ("x.T.dot(A).dot(x)", "x' A x"),
    ("x.dot(y)**2", "(x' y)^2"),
    ("((X @ w - y)**2).sum()", "sum((X w - y).^2)"),
    ("X.T.dot(X).trace()", "tr(X' X)"),
]


@pytest.mark.parametrize(("source", "read"), READ)
def test_pythons_operators_act_on_entries(source, read):
    assert text(parse(source).function) == read


@pytest.mark.parametrize(("source", "read"), [("x**2, x in R", "x^2"), ("X * Y", "X Y"), ("2**t", "2^t")])
def test_without_a_sign_of_python_nothing_changes(source, read):
    assert text(parse(source).function) == read


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("np.linalg.solve(A, b), A in R^(m,n), b in R^m", "solve needs a square matrix"),
        ("np.outer(X, y), X in R^(m,n)", "outer needs two columns"),
        ("np.multiply(x, y), x in R^m, y in R^n", "multiply needs equal shapes"),
        ("np.dot(A, x), A in R^(m,n), x in R^m", "dot needs sizes that fit"),
        ("np.linalg.matrix_power(A, x), A in R^(n,n), x in R^n", "an exponent is a scalar"),
    ],
)
def test_what_does_not_fit_is_said(source, said):
    with pytest.raises(LanguageError, match=said):
        parse(source)
