"""Sums over entries are read as products of whole vectors and matrices, with the value that the sum has."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.algebra.walk import symbols
from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.typeset.text import text
from tests import oracle

x, y = (f"{name} in R^n" for name in "xy")
A, B = (f"{name} in R^(n,n)" for name in "AB")
DIMS = {"n": 3, "m": 4, "k": 2}

# text, declarations, as it is read, the sum as Python writes it
SUMS = [
    ("sum_{i=1}^{n} x_i^2", [x], "sum(x.^2)", "sum(x[i]**2 for i in N)"),
    ("sum_i x_i y_i", [x, y], "x' y", "sum(x[i]*y[i] for i in N)"),
    ("sum_i x_i y_i", [x], "x' y", "sum(x[i]*y[i] for i in N)"),
    ("sum_{i,j} A_ij x_i x_j", [], "x' A x", "sum(A[i,j]*x[i]*x[j] for i in N for j in N)"),
    (r"\sum_{i=1}^n\sum_{j=1}^n a_i B_{ij} y_j", [B], "a' B y", "sum(a[i]*B[i,j]*y[j] for i in N for j in N)"),
    ("sum_ij A_ij^2", [A], "sum(A.^2)", "sum(A[i,j]**2 for i in N for j in N)"),
    ("sum_ij A_ij B_ij", [A], "sum(A .* B)", "sum(A[i,j]*B[i,j] for i in N for j in N)"),
    ("sum_ij A_ij B_ji", [A, B], "tr(A B)", "sum(A[i,j]*B[j,i] for i in N for j in N)"),
    ("sum_i A_ii", [A], "tr(A)", "sum(A[i,i] for i in N)"),
    ("sum_ijk A_ij B_jk A_ki", [A, B], "tr(A B A)", "sum(A[i,j]*B[j,k]*A[k,i] for i in N for j in N for k in N)"),
    ("sum_{i} (sum_{j} A_ij x_j - y_i)^2", [A, x, y], "sum((A x - y).^2)",
     "sum((sum(A[i,j]*x[j] for j in N) - y[i])**2 for i in N)"),
    ("sum_ij (x_i - y_j)^2", [x, y], "sum((x ones(n)' - ones(n) y').^2)",
     "sum((x[i]-y[j])**2 for i in N for j in N)"),
    ("sum_ij (A_ij - x_i y_j)^2", [A, x, y], "sum((A - x y').^2)", "sum((A[i,j]-x[i]*y[j])**2 for i in N for j in N)"),
    ("sum_i y_i exp(-x_i^2)/(1 + x_i^2)", [x, y], "sum((y .* exp(-x.^2)) ./ (1 + x.^2))",
     "sum(y[i]*np.exp(-x[i]**2)/(1+x[i]**2) for i in N)"),
    ("-sum_i y_i log(1 + x_i^2)", [x], "-y' log(1 + x.^2)", "-sum(y[i]*np.log(1+x[i]**2) for i in N)"),
    ("sum_i log(sum_j exp(A_ij))", [A], "sum(log(exp(A) ones(n)))",
     "sum(np.log(sum(np.exp(A[i,j]) for j in N)) for i in N)"),
    ("sum_i (A x)_i^2", [A, x], "sum((A x).^2)", "sum((A@x)[i]**2 for i in N)"),
    ("sum_i |x_i| + sum_i max(0, 1 - x_i)", [x], "sum(abs(x)) + sum(max(0, 1 - x))",
     "sum(abs(x[i]) + max(0, 1-x[i]) for i in N)"),
    ("t sum_i x_i A_i1", [A, x], "t x' A e_1", "t*sum(x[i]*A[i,0] for i in N)"),
    ("sum_i x_i A_{1i}", [A, x], "x' A' e_1", "sum(x[i]*A[0,i] for i in N)"),
    ("sum_{i=1}^n sum_{j=1}^m x_i", [x], None, "4*sum(x)"),
    ("sum_{i=1}^n e^(x_i)", [x], "sum(exp(x))", "sum(np.exp(x))"),
    ("∑ᵢ xᵢ yᵢ", [x, y], "x' y", "x@y"),
    ("(sum_i x_i)^2", [x], "sum(x)^2", "sum(x)**2"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "declare", "read", "formula"), SUMS, ids=[f"{row[0]}" for row in SUMS])
def test_a_sum_over_entries_has_the_value_of_the_sum(source, declare, read, formula):
    function = parse(source, declare).function
    if read is not None:
        assert text(function) == read
    rng = np.random.default_rng(3)
    sizes = {d: 3 for s in symbols(function) for d in s.shape if isinstance(d, str)} | {"m": 4}
    values = {s: oracle.sample(s, sizes, rng) for s in symbols(function)}
    names = {s.name: float(v[0, 0]) if s.is_scalar else v[:, 0] if s.shape.is_column else v for s, v in values.items()}
    expected = eval(formula, {"np": np, "N": range(3), **names})  # the table is ours
    np.testing.assert_allclose(oracle.value(function, values, sizes)[0, 0], expected, rtol=1e-12)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("sum_{i=1}^{l} ||x - x_i||^2", "sum_{i=1}^{l} ||x - x_i||^2"),
        ("sum_{i=1}^{l} log(1 + exp(-y_i <w, x_i>))", "sum_{i=1}^{l} log(1 + exp(-y_i <w, x_i>))"),
        ("w in R^n\nsum_{i=1}^{l} (y_i - <w, x_i>)^2", "sum_{i=1}^{l} (y_i - <w, x_i>)^2"),
        ("w in R^n\ny in R^m\nsum_{i=1}^{m} (y_i - <w, x_i>)^2", "sum_{i=1}^{m} (y_i - <w, x_i>)^2"),
        ("x_i in R^n\nsum_{i=1}^{l} x_i' x_i", "sum_{i=1}^{l} x_i' x_i"),
    ],
)
def test_a_family_of_vectors_stays_a_family(source, read):
    assert text(parse(source).function) == read


def test_what_is_wanted_decides_whose_entry_it_is():
    assert text(parse("sum_{i=1}^{n} x_i^2").function) == "sum_{i=1}^{n} x_i^2"
    assert text(parse("sum_{i=1}^{n} x_i^2", wanted=["x"]).function) == "sum(x.^2)"
    assert text(parse("log(sum_j exp(z_j)) - z_1", wanted=["z"]).function) == "log(sum(exp(z))) - z[1]"


@pytest.mark.parametrize(
    ("source", "column", "message"),
    [
        ("sum_{i=1}^{m} x_i", 15, "x is n×1, but the index i runs to m"),
        ("(sum_i x_i) + x_i + x' x", 15, "used outside the sum"),
        ("sum_i i x_i", 7, "it can only choose an entry"),
        ("sum_ijk A_ij A_ik x_j x_k A_il", 1, ""),
        ("sum_i x_i^x_i", 11, "an exponent"),
        ("sum_i norm(x_i)", 7, "can only be added, multiplied"),
    ],
)
def test_entries_that_have_no_form_are_refused_at_their_place(source, column, message):
    with pytest.raises(LanguageError) as caught:
        parse(source, [x, A])
    found = caught.value.diagnostics[0]
    assert message in found.message
    assert found.column == column or not message
