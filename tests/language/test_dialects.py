"""Formulas pasted from R, Julia and MATLAB, and functions that programs have: what they mean."""

from __future__ import annotations

import pytest

from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.typeset.text import text

READ = [
    ("t(x) %*% A %*% x", "x' A x"),
    ("x %*% t(x), x in R^n", "x x'"),
    ("sum((y - X %*% b)^2)", "sum((y - X b).^2)"),
    ("sum(y * (X %*% b) - exp(X %*% b))", "sum(y .* X b - exp(X b))"),
    ("-sum(log(1/(1 + exp(-y * X %*% w))))", "-sum(log(1 ./ (1 + exp(-y .* X w))))"),
    ("sum(A / 2 * B) + sum(A %*% B), A in R^(n,n), B in R^(n,n)", "sum(A ./ 2 .* B) + sum(A B)"),
    ("crossprod(y - X %*% b)", "(y - X b)' (y - X b)"),
    ("t(y) %*% solve(S) %*% y", "y' S^-1 y"),
    ("solve(crossprod(X) + 2 * diag(ncol(X))) %*% t(X) %*% y", "(X' X + 2 I_n)^-1 X' y"),
    ("colSums(X %*% A), X in R^(m,n), A in R^(n,p)", "(X A)' ones(m)"),
    ("sum(beta_hat %*% t(x)), beta_hat in R^n", "sum(beta_hat x')"),
    ("sum(abs2, A*x - b)", "sum((A x - b).^2)"),
    ("sum(log.(1 .+ exp.(-y .* (X*w))))", "sum(log(1 + exp(-y .* X w)))"),
    ("sum((X*w .+ t).^2), t in R, X in R^(m,n)", "sum((X w + t ones(m)).^2)"),
    ("dot(x, A, y)", "x' A y"),
    ("c'*(A\\b)", "c' (A^-1 b)"),
    ("A \\ b", "A^-1 b"),
    ("(X'*X)\\(X'*y), X in R^(m,n)", "(X' X)^-1 (X' y)"),
    ("x.'*A*x", "x' A x"),
    ("A(:)'*X(:), A in R^(m,n), X in R^(m,n)", "vec(A)' vec(X)"),
    ("norm(X*w - y)^2/numel(y)", "||X w - y||^2/m"),
    ("norm(X*w - y)^2/size(X,1)", "||X w - y||^2/m"),
    ("logdet(X'*X + eye(size(X,2))), X in R^(m,n)", "logdet(X' X + I_n)"),
    ("sum(sqrt(sum(X.^2, 2))), X in R^(m,n)", "sum(sqrt(X.^2 ones(n)))"),
    ("mean(X, 1), X in R^(m,n)", "ones(m)' X/m"),
    ("np.sum(X, axis=0), X in R^(m,n)", "(ones(m)' X)'"),
    ("(X - X.mean(axis=0)).sum(), X in R^(m,n)", "sum(X - ones(m) (ones(m)' X/m))"),
    ("torch.logsumexp(z, dim=0) - z @ y", "logsumexp(z) - z' y"),
    ("torch.logsumexp(X @ W, dim=1).sum(), X in R^(m,n), W in R^(n,p)", "sum(log(exp(X W) ones(p)))"),
    ("F.mse_loss(X @ w, y)", "sum((X w - y).^2)/m"),
    ("X.mm(w).pow(2).sum(), X in R^(m,n), w in R^n", "sum((X w).^2)"),
    ("np.logaddexp(0, -y * (X @ w)).sum()", "sum(softplus(-y .* X w))"),
    ("where(x > 0, x, 0), x in R^n", "step(x) .* x"),
    ("where(t <= 1, 1, t^2)", "step(1 - t) + (1 - step(1 - t)) t^2"),
    ("np.where(x @ w > 0, x, 0), x in R^n, w in R^n", "step(x' w) .* x"),
    ("clip(x, 0, 1), x in R^n", "min(max(x, 0), 1)"),
    ("np.max(np.linalg.eigvalsh(S)), S in R^(n,n) symmetric", "lambda_max(S)"),
    ("sum(eig(A)) + prod(eig(A))", "tr(A) + det(A)"),
    ("exp(-norm(x - z)^2/(2 ell^2))", "exp(-||x - z||^2/(2 l^2))"),
    (r"\ell^2 x' x, ell in R", "ell^2 x' x"),
    ("lam_1 x' x + lam_2 sum(x)", "lambda_1 x' x + lambda_2 sum(x)"),
]


@pytest.mark.parametrize(("source", "read"), READ)
def test_a_formula_means_what_it_means_in_its_language(source, read):
    assert text(parse(source).function) == read


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("x %*% y, x in R^n, y in R^n", "two columns do not multiply"),
        ("X\\y, X in R^(m,n), y in R^m", "solve needs a square matrix"),
        ("where(x, 1, 0)", "where takes a condition and two values"),
        ("where(x + y, y, 1, 0), x in R^n, y in R^n", "the condition of where is one comparison"),
        ("sum(X, 3)", "is 1, for each column, or 2, for each row"),
        ("size(X, 3) t", "size(X, 1) is the number of rows"),
        ("x' x <= t", "a function has no '<='"),
        ("dot(x, A, y), x in R^n, y in R^m, A in R^(m,n)", "dot(x, A, y) is x' A y"),
    ],
)
def test_what_does_not_fit_is_said(source, said):
    with pytest.raises(LanguageError) as caught:
        parse(source)
    assert said in str(caught.value)


@pytest.mark.parametrize("source", [r"x^\top A\ x", r"x'\ A\ x"])
def test_a_backslash_before_a_blank_is_a_space_in_latex(source):
    assert text(parse(source).function) == "x' A x"


@pytest.mark.parametrize(
    ("source", "read"), [("np.sum(x)/size, size in R", "sum(x)/size"), ("cond x' x, cond in R", "cond x' x")]
)
def test_a_word_that_is_a_function_before_a_bracket_is_a_name_elsewhere(source, read):
    assert text(parse(source).function) == read
