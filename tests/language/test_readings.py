"""What people paste and how it is read: each row was once misread or refused."""

from __future__ import annotations

import pytest

from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.typeset.text import text

READ = [
    # one reading of a name: w_j is an entry of w
    (r"\|y-Xw\|^2 + \lambda \sum_j w_j^2", "||y - X w||^2 + lambda sum(w.^2)"),
    (r"\sum_i (y_i - x_i^T w)^2 + \lambda \sum_j w_j^2", "sum_{i=1}^{l} (y_i - x_i' w)^2 + lambda sum(w.^2)"),
    (r"\sum_{i,j}(A_{ij} - u_i^T v_j)^2", "sum_{i=1}^{l} sum_{j=1}^{l} (A_ij - u_i' v_j)^2"),
    (r"x' A x + \sum_i x_i", "x' A x + sum(x)"),
    (r"\sum_i x_i", "sum_{i=1}^{l} x_i"),
    ("Σᵢ xᵢ²", "sum_{i=1}^{l} x_i^2"),
    # matrices of numbers, numbers
    ("x' [1 -2; 3 -4] x", "x' [1, -2; 3, -4] x"),
    ("[1 2] x", "[1, 2] x"),
    ("e^-t^2", "exp(-t^2)"),
    ("2^-t^2", "2^(-t^2)"),
    # ones, sizes
    ("1' A 1", "ones(n)' A ones(n)"),
    ("1^T x", "ones(n)' x"),
    ("||(I - 1/n ones(n) ones(n)') x||^2", "||(I_n - 1/n ones(n) ones(n)') x||^2"),
    # subscripts
    ("x^T_1 x_2", "x_1' x_2"),
    (r"\|x\|^2_2", "||x||^2"),
    (r"(x - x_0)' H (x - x_0)", "(x - x_0)' H (x - x_0)"),
    (r"\sigma_{\max} A", "sigma_max A"),
    (r"\theta_{\mathrm{MLE}} + 1", "theta_MLE + 1"),
    ("y_hat_k + 1", "y_hat_k + 1"),
    ("softmax(W x)", "softmax(W x)"),
    ("A softmax(B x)", "A softmax(B x)"),
    # capital Greek letters, dots, e
    (r"\|y - \Phi\theta\|^2", "||y - Phi theta||^2"),
    ("tr(ΣΛ)", "tr(Sigma Lambda)"),
    (r"\langle A, B \rangle_F", "<A, B>"),
    (r"\mathbf{x}\cdot\mathbf{y}", "<x, y>"),
    (r"x \cdot A x", "<x, A x>"),
    (r"2 \cdot x' y", "2 x' y"),
    ("x·y + sin(x)", "x y + sin(x)"),
    ("e' e", "e' e"),
    ("dot(x, A y)", "<x, A y>"),
    # functions in other spellings
    (r"\mathrm{ReLU}(Wx+b)", "relu(W x + b)"),
    ("Log(t) + DET(A)", "log(t) + det(A)"),
    ("np.linalg.norm(A @ x - b)**2", "||A x - b||^2"),
    ("x.T @ A @ x", "x' A x"),
    # lines
    ("f(x) = x' A x.", "x' A x"),
    ("f(x) := x' A x;", "x' A x"),
    ("f(x) =\n x' A x", "x' A x"),
    ("|A||B|", "det(A) det(B)"),
    ("∥Ax−b∥₂²", "||A x - b||^2"),
    ("x̂ + x̄", "x_hat + x_bar"),
    (r"\log N(x \mid 0, \Sigma)", "-1/2 n log(2 pi) - 1/2 logdet(Sigma) - 1/2 x' Sigma^-1 x"),
]


@pytest.mark.parametrize(("source", "read"), READ, ids=[row[0] for row in READ])
def test_what_was_misread_is_read(source, read):
    declare = ["t in R"] if " t" in source or "(t" in source or "-t" in source else []
    assert text(parse(source, declare).function) == read


REFUSED = [
    ("10 000 x", "two numbers stand side by side", "write 10000"),
    (r"\mathrm{KL}(p)", "'KL' is not a known function", ""),
    ("lambdax", "'lambdax' is not known", "did you mean lambda x?"),
    ("Xbeta", "'Xbeta' is not known", "did you mean X beta?"),
    (r"\sum_{i<j} x_i x_j", "this range of a sum is not known", "runs over a whole index"),
    ("x_{i+1}", "this subscript is not understood", ""),
    ("d/dx x^2", "a derivative is not typed", ""),
    (r"\frac{d}{dx} x^2", "a derivative is not typed", ""),
    (r"\min_w \|X w - y\|^2", "says what to do with a function", "type the function itself"),
    (r"\arg\min_w \|X w - y\|^2", "type the function itself", ""),
    ("argmin_w ||X w - y||^2", "says what to do with a function", "type the function itself"),
    # nobody means scalars by all that a norm or a transposed bracket holds
    ("||X - y||^2", "the terms of a sum need one shape", ""),
    ("(X - mu)' (X - mu)", "a scalar cannot be added", ""),
    ("||X - t||_F^2", "a scalar cannot be added", "t ones("),
    ("x' A x / x' x", "only a scalar can divide", "put it in brackets: / (x' x)"),
]


@pytest.mark.parametrize(("source", "message", "suggestion"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_cannot_be_meant_says_what_to_write(source, message, suggestion):
    with pytest.raises(LanguageError) as caught:
        parse(source)
    assert message in caught.value.diagnostics[0].message
    assert suggestion in caught.value.diagnostics[0].suggestion


def test_declarations_beside_the_text_may_be_several_facts_and_sets():
    problem = parse("tr(X A) + x' S x", ["X in R^(2,3), A in R^(3,2)", "S is positive-definite", "x in R^n"])
    assert {s.name: str(s.shape) for s in problem.symbols} == {"X": "2×3", "A": "3×2", "x": "n×1", "S": "n×n"}
    assert problem.symbol("S").properties == {"positive definite"}


def test_words_that_became_products_are_listed():
    notes = {a.subject: a.statement for a in parse("xTAx").assumptions if a.notation}
    assert notes["xTAx"] == "the product x T A x"
