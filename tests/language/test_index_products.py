"""Products over an index under a logarithm, and what is said of those elsewhere and of shifted sums."""

from __future__ import annotations

import pytest

import gradviz
from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.typeset.text import text

READ = [
    (r"\log \prod_i p_i^{y_i}", "sum_{i=1}^{l} log(p_i^y_i)"),
    (r"\log\prod_{i=1}^n p_i - 2", "sum_{i=1}^{n} log(p_i) - 2"),
    ("-ln ∏_{i=1}^n λ exp(-λ x_i)", "-sum_{i=1}^{n} log(lambda exp(-lambda x_i))"),
    (
        r"\log\left(\prod_{i=1}^{n} p_i^{y_i} (1 - p_i)^{1 - y_i}\right)",
        "sum_{i=1}^{n} log(p_i^y_i (1 - p_i)^(1 - y_i))",
    ),
    ("1/n log prod_{i=1}^n p_i", "1/n sum_{i=1}^{n} log(p_i)"),
    (r"\prod_{i=1}^n x_i, x in R^n", "det(diag(x))"),
    (r"\left(\prod_{i=1}^n x_i\right)^2 + a^\top x, x in R^n", "det(diag(x))^2 + a' x"),
    (r"\prod_{i=1}^n (1 - x_i^2), x in R^n", "det(diag(1 - x.^2))"),
    (r"\prod_i \lambda e^{-\lambda x_i} - 2", "exp(sum_{i=1}^{l} log(lambda exp(-lambda x_i))) - 2"),
    ("log(prod_i p_i + 1)", "log(exp(sum_{i=1}^{l} log(p_i)) + 1)"),
    ("A_{11,2} t", "A[11,2] t"),
]


@pytest.mark.parametrize(("source", "read"), READ)
def test_the_logarithm_of_a_product_is_a_sum(source, read):
    assert text(parse(source).function) == read


@pytest.mark.parametrize(
    ("source", "by", "answer"),
    [
        (r"\log\prod_{i=1}^n \lambda e^{-\lambda x_i}", "lambda", "sum_{i=1}^{n} (1/lambda - x_i)"),
        ("log prod_i σ(w' x_i)^(y_i) (1 - σ(w' x_i))^(1 - y_i)", "w", "sum_{i=1}^{l} (y_i - sigmoid(w' x_i)) x_i"),
        ("log(p^y (1 - p)^(1 - y)), p in R, y in R", "p", "y/p - (1 - y)/(1 - p)"),
        ("log(det(X)^a exp(-tr(X))), a in R", "X", "a X^-T - I_n"),
        ("log(t^a exp(-t b)/c^a), a in R, b in R, c in R", "t", "a/t - b"),
        ("log((a' x)^2 exp(b' x))", "x", "2 a/(a' x) + b"),
    ],
)
def test_likelihoods_are_short(source, by, answer):
    found = gradviz.derive(source, by)
    assert found.verification
    assert text(found.result) == answer


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("prod_i", "nothing behind this product"),
        ("sum_{t=2}^T ||x_t - A z_t||^2", "count from one"),
        ("sum_{t=1}^T ||x_t - A x_{t-1}||^2", "name the shifted members"),
        (r"\sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2", "leave the subscript of a function out"),
    ],
)
def test_what_is_not_read_says_what_to_write(source, said):
    with pytest.raises(LanguageError) as caught:
        parse(source)
    assert any(said in f"{d.message} {d.suggestion}" for d in caught.value.diagnostics)
