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
    # a later term that uses the index stands under the sum too
    ("-sum_i y_i w' x_i + log(1 + exp(w' x_i)) + w' w", "-sum_{i=1}^{l} (y_i w' x_i + log(1 + exp(w' x_i))) + w' w"),
    ("(sum_i x_i' x_i) + x_i' w", "(sum_{i=1}^{l} x_i' x_i) + x_i' w"),
    ("sum_i sum_j A_ij x_i x_j + x_i b_i", "sum(x .* A x + x .* b)"),
    ("sum_i x_i' x_i + sum_i y_i", "sum_{i=1}^{l} x_i' x_i + sum_{i=1}^{l} y_i"),
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
    # what our own answers are printed as
    (r"tr(A X^{-2\top} + X^{-\top})", "tr(A (X^-2)' + X^-T)"),
    (r"vec(X)^\top (K_{m,n}^\top K_{m,n} + I_{m n}) vec(X), X in R^(m,n)", "vec(X)' (K_mn' K_mn + I) vec(X)"),
    # ones, and scalars that are meant for every entry
    ("x' (I - 1 1'/n) x, x in R^n", "x' (I_n - ones(n) ones(n)'/n) x"),
    (r"x' (I - \frac{1}{n} 11^\top) x, x in R^n", "x' (I_n - 1/n ones(n) ones(n)') x"),
    ("a' (x - mean(x)), x in R^n", "a' (x - sum(x)/n ones(n))"),
    ("a' (x - logsumexp(x))", "a' (x - logsumexp(x) ones(n))"),
    ("sum(sqrt((A x - b).^2 + t))", "sum(sqrt((A x - b).^2 + t ones(m)))"),
    ("sum(log(x.^2 + eps))", "sum(log(x.^2 + epsilon ones(n)))"),
    ("<Y, softmax(X W)>", "<Y, softmax(X W)>"),
    # bars
    (r"\lvert\lvert y - A x \rvert\rvert^2", "||y - A x||^2"),
    (r"\left\lvert\left\lvert x\right\rvert\right\rvert", "||x||"),
    (r"\lvert A\rvert\lvert B\rvert", "det(A) det(B)"),
    (r"[1 - w^\top x]_+", "relu(1 - w' x)"),
    (r"\left(1 - w^\top x\right)_{+}^2", "relu(1 - w' x)^2"),
    (r"\left\lVert X\right\rVert_{\mathrm{F}}^{2} + \|X\|_\text{F}", "||X||_F^2 + ||X||_F"),
    (r"t\log\sum_{i=1}^{n} e^{x_i/t}", "t log(sum_{i=1}^{n} exp(x_i/t))"),
    (r"\|x\|_p", "sum(abs(x).^p)^(1/p)"),
    (r"\|x\|_p^p + \|A x\|_4^4", "sum(abs(x).^p) + sum((A x).^4)"),
    ("norm(x, 3)", "sum(abs(x).^3)^(1/3)"),
    # one reading of a letter: a column in an inner product by itself, Euler's number unless declared
    ("x - 2 (v' x) v", "x - 2 (v' x) v"),
    ("t f'(t)", "t ∇f(t)"),
    (r"-\sum_i y_i \log\mathrm{softmax}(z)_i", "-y' log(softmax(z))"),
    ("x^H A x + x^HAx", "x' A x + x' A x"),
    (r"x^* A x", "x' A x"),
    (r"x^{t} A x", "x' A x"),
    ("(x - x^*)' (x - x^*)", "(x - x_star)' (x - x_star)"),
    ("t a^t", "t a^t"),
    # subscripts side by side, fractions without braces
    ("x' x + lam a' x", "x' x + lambda a' x"),
    ("x' x + lambda_ a' x", "x' x + lambda a' x"),
    ("x' x + lam a' x, lam in R", "x' x + lam a' x"),
    (r"\sum_k y_kz_k", "sum_{k=1}^{l} y_k z_k"),
    (r"\sum_{k=1}^l y_kw^\top x_k", "sum_{k=1}^{l} y_k w' x_k"),
    (r"\sum_{i=1}^n a_ie^{x_i}, x in R^n, a in R^n", "a' exp(x)"),
    (r"\ln\mathcal N(x|\mu,\sigma^2)", "-1/2 log(2 pi sigma^2) - (x - mu)^2/(2 sigma^2)"),
    (r"\ln\mathcal N\left(x\,\middle|\,|t|,1\right), x in R", "-1/2 log(2 pi * 1) - (x - abs(t))^2/(2 * 1)"),
    (r"\sum_{ij}A_{ij}x_ix_j", "x' A x"),
    (r"\frac{x^\top x}2 + \frac\lambda2 x^\top x", "x' x/2 + lambda/2 x' x"),
    # what lays out, and what says what to do
    (r"{\rm tr}(X) \tag{3}", "tr(X)"),
    (r"\boldsymbol{x}^{\!\top}\!\boldsymbol{x} + \text{const.}", "x' x"),
    (r"\begin{equation} f \coloneqq a^\top x, \end{equation}", "a' x"),
    (r"f(x) \stackrel{\text{def}}{=} a^\top x", "a' x"),
    (r"\min_w \|X w - y\|^2", "||X w - y||^2"),
    (r"\hat{w} = \arg\min_{w} \; \|X w - y\|^2", "||X w - y||^2"),
    (r"\operatorname*{arg\,min}_{w\in\mathbb{R}^n} \|X w - y\|^2", "||X w - y||^2"),
    (r"\underset{w}{\text{minimize}} \quad \|X w - y\|^2", "||X w - y||^2"),
    ("argmin_w ||X w - y||^2", "||X w - y||^2"),
    ("d/dx x^2", "x^2"),
    (r"\frac{\partial}{\partial X} \operatorname{tr}(A X) = ?", "tr(A X)"),
    (r"\frac{\partial \log\det X}{\partial X}", "log(det(X))"),
    (r"\nabla_{w} \left( \|w\|^2 + a^\top w \right)", "||w||^2 + a' w"),
    (r"\log p(x|\mu) = -\frac12(x-\mu)^\top(x-\mu)", "-1/2 (x - mu)' (x - mu)"),
    (r"D_{KL}(p\|q)=\sum_i p_i\log(p_i/q_i)", "sum_{i=1}^{l} p_i log(p_i/q_i)"),
    (r"p_\theta(x) = \theta^\top x", "theta' x"),
    (r"f(x) = a^\top x, \quad x \in \mathbb{R}^n", "a' x"),
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
    ("d/dx x^2 + x", "a derivative is not typed", ""),
    (r"\frac{d}{dx} x^2 + x", "a derivative is not typed", ""),
    (r"\nabla_x f(x) = x' A x", "this subscript is not understood", ""),
    (r"\max_i x_i", "says what to do with a function", "type the function itself"),
    (r"f(x) &= x' x \\ &= \|x\|^2", "says the function once more", "keep one"),
    ("sigma'(x)", "is not written with a prime", "write it out"),
    (r"\lambda_{\max}(X)", "not known to be one", "declare it symmetric"),
    # a residual, and what is summed up, are not of scalars
    ("(X w - y)^2", "a vector has no power", "||...||^2"),
    ("(y - X beta)^2", "a vector has no power", "||...||^2"),
    ("sum_i x^2", "nothing under this sum has the index i", "write x_i"),
    ("A/B", "only a scalar can divide", "inv(...)"),
    ("sum(|A x|)", "bars are for numbers", "write abs(...)"),
    ("sum(x log(x))", "two columns do not multiply", "x .* (...)"),
    (r"\|X\|_3", "a p-norm is of a vector", "sum(abs(X).^p)^(1/p)"),
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


def test_a_text_may_name_its_variable():
    for source in (r"\nabla_y x^\top A y", r"\min_{y} x^\top A y", r"\frac{\partial x^\top A y}{\partial y}"):
        assert [v.name for v in parse(source).variables] == ["y"]
    assert [v.name for v in parse("x' A y").variables] == ["x"]


def test_facts_may_stand_behind_the_function():
    for source in ("x' A x where A is symmetric", r"\text{Let } f(x) = x^\top A x \text{ with } A \text{ symmetric}."):
        assert parse(source).symbol("A").properties == {"symmetric"}


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("where A symmetric, B symmetric", {"A": {"symmetric"}, "B": {"symmetric"}}),
        ("where A, B symmetric and t > 0", {"A": {"symmetric"}, "B": {"symmetric"}, "t": {"positive"}}),
        (
            "with A symmetric, positive definite, t positive",
            {"A": {"symmetric", "positive definite"}, "t": {"positive"}},
        ),
        ("where x in R^3, A symmetric; t > 0", {"A": {"symmetric"}, "t": {"positive"}}),
        ("where A symmetric, x in R^3", {"A": {"symmetric"}}),
        ("for symmetric A and B", {"A": {"symmetric"}, "B": {"symmetric"}}),
        ("given a positive definite matrix A", {"A": {"positive definite"}}),
        ("assuming that A and B are symmetric matrices", {"A": {"symmetric"}, "B": {"symmetric"}}),
        (", A symmetric, B is symmetric", {"A": {"symmetric"}, "B": {"symmetric"}}),
    ],
)
def test_several_things_may_be_said_behind_the_function(said, known):
    problem = parse(f"x' (A + t B) x {said}")
    assert {s.name for s in problem.symbols} == {"x", "A", "B", "t"}
    assert {s.name: set(s.properties) for s in problem.symbols if s.properties} == known


@pytest.mark.parametrize("clause", ["where x is nice", "for all x", "with t big", "and y > x", "such that t is large"])
def test_a_clause_that_is_not_understood_is_no_product_of_letters(clause):
    with pytest.raises(LanguageError) as caught:
        parse(f"log(x) + y {clause}")
    assert caught.value.diagnostics[0].start == len("log(x) + y ") or ">" in clause


@pytest.mark.parametrize(
    ("asked", "function", "variable"),
    [
        ("gradient of x' A x", "x' A x", "x"),
        ("Find the gradient of ||A x - b||^2 with respect to x.", "||A x - b||^2", "x"),
        ("what is the derivative of log det X wrt X?", "log(det(X))", "X"),
        ("differentiate tr(A X B) w.r.t. B", "tr(A X B)", "B"),
        ("x' A y, with respect to y", "x' A y", "y"),
    ],
)
def test_what_is_asked_in_words_is_left_out(asked, function, variable):
    problem = parse(asked)
    assert text(problem.function) == function
    assert [v.name for v in problem.variables] == [variable]


@pytest.mark.parametrize("source", ["Hessian of t^2", "the integral of t^2", "log(t) + derivative"])
def test_words_for_a_task_are_no_products_of_letters(source):
    with pytest.raises(LanguageError, match="not understood"):
        parse(source)


@pytest.mark.parametrize("source", ["MSE = 1/n sum (y_i - x_i' w)^2", "sum(x_i^2)", "sum x_j y_j"])
def test_a_sum_over_an_index_says_so(source):
    with pytest.raises(LanguageError) as caught:
        parse(source)
    index = "j" if "j" in source else "i"
    assert caught.value.diagnostics[0].suggestion == f"write sum_{index} for the sum over {index}"


def test_the_entries_of_a_declared_member_are_summed():
    assert text(parse("x_i in R^n\nsum(x_i)").function) == "sum(x_i)"
    assert text(parse("sum_i sum(x_i .* z_i)", ["z_i in R^n"]).function).startswith("sum")


def test_a_declared_e_is_not_eulers_number():
    assert {s.name for s in parse("x' x + e^2", ["e in R"]).symbols} == {"x", "e"}
    assert {s.name for s in parse("x' x + e^2").symbols} == {"x"}


def test_a_matrix_is_raised_to_whole_numbers_only():
    for declared in ("k in R", "p in N"):
        letter = declared[0]
        assert text(parse(f"tr(X^{letter})", [declared]).function) == f"tr(X^{letter})"
    with pytest.raises(LanguageError):
        parse("tr(X^t)", ["t in R"])


def test_words_that_became_products_are_listed():
    notes = {a.subject: a.statement for a in parse("xTAx").assumptions if a.notation}
    assert notes["xTAx"] == "the product x T A x"


def test_a_constant_that_is_only_hinted_at_is_left_out_and_listed():
    assert "+ const." in {a.subject for a in parse("x' x + const.").assumptions}
    own = parse("const in R\nx' x + const")
    assert "const" in {s.name for s in own.symbols}
    assert not [a for a in own.assumptions if "const." in a.subject]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("(A x)_12", "(A x)[12]"), ("(A x)_{12}", "(A x)[12]"), ("x_12 + x' x", "x[12] + x' x"),
        ("(A x)_40", "(A x)[40]"), ("(A B)_35", "(A B)[3,5]"), ("(A B)_{3,5}", "(A B)[3,5]"),
        ("(A B)_{12,3}", "(A B)[12,3]"), ("A_12 x_2 + x' A x", "A[1,2] x[2] + x' A x"),
    ],
)  # fmt: skip
def test_two_digits_are_one_place_of_a_column_and_two_of_a_matrix(typed, printed):
    assert text(parse(typed).function) == printed


def test_an_entry_that_no_check_could_reach_is_refused():
    with pytest.raises(LanguageError, match="further than the check"):
        parse("(A x)_9000")
    assert parse("(A x)_300").function.is_scalar
