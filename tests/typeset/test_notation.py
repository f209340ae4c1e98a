"""How expressions read: plain text, LaTeX and Typst."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.shapes import SCALAR, DimProduct, Shape
from gradviz.language.parser import parse
from gradviz.numeric.evaluate import Evaluator
from gradviz.typeset.document_text import symbol_text
from gradviz.typeset.latex import escape, latex
from gradviz.typeset.text import text
from gradviz.typeset.typst import typst
from tests.typeset import samples
from tests.typeset.samples import A, B, S, X, minus, r, s, t, w, x, y

T = n.Transpose
NEG = n.MINUS_ONE
X_X = n.Mul(T(X), X)
RESIDUAL = samples.RESIDUAL
BETA = Symbol("beta", SCALAR)

# expression, plain text, LaTeX, Typst
CASES: list[tuple[Expr, str, str, str]] = [
    (n.Mul(Number(2), T(X), RESIDUAL), "2 X' (X w - y)", r"2 X^\top (X w - y)", "2 X^top (X w - y)"),
    (n.Power(n.Norm(RESIDUAL, "2"), Number(2)), "||X w - y||^2", r"\lVert X w - y \rVert_2^2", "norm(X w - y)_2^(2)"),
    (n.Norm(X, "F"), "||X||_F", r"\lVert X \rVert_F", "norm(X)_F"),
    (n.Norm(x, "1"), "||x||_1", r"\lVert x \rVert_1", "norm(x)_1"),
    (T(n.Inverse(A)), "A^-T", r"A^{-\top}", "A^(-top)"),
    (n.Inverse(T(A)), "(A')^-1", r"A^{-\top}", "A^(-top)"),
    (n.Inverse(n.MatrixPower(A, 2)), "A^-2", "A^{-2}", "A^(-2)"),
    (n.Inverse(n.MatrixPower(n.Mul(A, B), 3)), "(A B)^-3", "(A B)^{-3}", "(A B)^(-3)"),
    (T(n.Inverse(n.MatrixPower(A, 2))), "(A^-2)'", r"A^{-2\top}", "A^(-2 top)"),
    (T(n.LetterPower(A, n.Add(n.DimNumber("k"), n.MINUS_ONE))), "(A^(k - 1))'", r"(A^{k - 1})^\top", "(A^(k - 1))^top"),
    (n.Inverse(n.Inverse(n.MatrixPower(A, 2))), "(A^-2)^-1", "(A^{-2})^{-1}", "(A^(-2))^(-1)"),
    (n.Inverse(T(n.MatrixPower(A, 2))), "((A^2)')^-1", r"(A^2)^{-\top}", "(A^(2))^(-top)"),
    (n.MatrixPower(n.Inverse(A), 2), "(A^-1)^2", "(A^{-1})^2", "(A^(-1))^(2)"),
    (n.Inverse(X_X), "(X' X)^-1", r"(X^\top X)^{-1}", "(X^top X)^(-1)"),
    (n.Mul(NEG, RESIDUAL), "-(X w - y)", "-(X w - y)", "-(X w - y)"),
    (n.Mul(NEG, x), "-x", "-x", "-x"),
    (n.Add(x, n.Mul(Number(-2), w)), "x - 2 w", "x - 2 w", "x - 2 w"),
    (n.Add(x, n.Mul(NEG, minus(x, w))), "x - (x - w)", "x - (x - w)", "x - (x - w)"),
    (n.Mul(x, NEG), "x (-1)", "x (-1)", "x (-1)"),
    (n.Mul(t, Number(3)), "t * 3", r"t \cdot 3", "t dot 3"),
    (n.Mul(Number(Fraction(1, 2)), x), "1/2 x", r"\frac{1}{2} x", "frac(1, 2) x"),
    (n.Quotient(x, n.Power(t, Number(2))), "x/t^2", r"\frac{x}{t^2}", "frac(x, t^(2))"),
    (n.Power(t, Number(Fraction(1, 2))), "t^(1/2)", "t^{1/2}", "t^(1/2)"),
    (n.Power(n.Add(t, n.ONE), Number(-1)), "(t + 1)^-1", "(t + 1)^{-1}", "(t + 1)^(-1)"),
    (n.Power(n.Power(t, Number(2)), Number(3)), "(t^2)^3", "(t^2)^3", "(t^(2))^(3)"),
    (n.Power(n.Apply(t, "sin"), Number(2)), "sin(t)^2", r"\sin^2(t)", "sin^(2) (t)"),
    (n.Apply(n.Mul(A, x), "sigmoid"), "sigmoid(A x)", r"\sigma(A x)", "sigma (A x)"),
    (n.Apply(t, "sqrt"), "sqrt(t)", r"\sqrt{t}", "sqrt(t)"),
    (n.Apply(t, "abs"), "abs(t)", r"\lvert t \rvert", "abs(t)"),
    (n.Hadamard(n.Mul(A, x), w), "A x .* w", r"(A x) \odot w", "(A x) ⊙ w"),
    (n.Mul(A, n.Hadamard(x, w)), "A (x .* w)", r"A (x \odot w)", "A (x ⊙ w)"),
    (n.HadamardPower(x, Number(2)), "x.^2", r"x^{\circ 2}", "x^(∘ 2)"),
    (n.Kronecker(T(B), A), "kron(B', A)", r"B^\top \otimes A", "B^top ⊗ A"),
    (
        n.HadamardQuotient(n.Fill(n.ONE, "n", 1), n.Add(n.Fill(n.ONE, "n", 1), n.Apply(x, "exp"))),
        "1 ./ (1 + exp(x))",
        r"1 \oslash (1 + \exp(x))",
        "1 ⊘ (1 + exp (x))",
    ),
    (n.Mul(n.Determinant(A), T(n.Inverse(A))), "det(A) A^-T", r"\det(A) A^{-\top}", "det (A) A^(-top)"),
    (n.LogDet(S), "logdet(S)", r"\log \lvert \det S \rvert", "log abs(det S)"),
    (n.Trace(n.Mul(A, B)), "tr(A B)", r"\operatorname{tr}(A B)", 'op("tr") (A B)'),
    (n.Inner(x, w), "<x, w>", r"\langle x, w \rangle", "lr(⟨ x comma w ⟩)"),
    (
        n.Mul(n.Softmax(x), T(n.Softmax(x))),
        "softmax(x) softmax(x)'",
        r"\operatorname{softmax}(x) \operatorname{softmax}(x)^\top",
        'op("softmax") (x) thin attach(op("softmax") (x))^top',
    ),
    (n.Identity("n"), "I_n", "I_n", "I_(n)"),
    (n.Ones("n", 1), "ones(n)", r"\mathbf{1}_n", "bold(1)_(n)"),
    (n.Ones(1, "n"), "ones(n)'", r"\mathbf{1}_n^\top", "bold(1)_(n)^top"),
    (n.Mul(t, n.Ones("n", 1)), "t ones(n)", r"t \mathbf{1}_n", "t bold(1)_(n)"),
    (
        n.Add(n.Mul(n.Mul(T(x), x), n.Identity("n")), n.Mul(Number(2), x, T(x))),
        "x' x I_n + 2 x x'",
        r"x^\top x I_n + 2 x x^\top",
        "x^top x I_(n) + 2 x x^top",
    ),
    (n.Mul(n.Mul(T(x), x), w), "(x' x) w", r"(x^\top x) w", "(x^top x) w"),
    (n.Mul(A, B, x), "A B x", "A B x", "A B x"),
    (n.Mul(A, n.Mul(B, x)), "A (B x)", "A (B x)", "A (B x)"),
    (n.Mul(n.Mul(A, B), x), "(A B) x", "(A B) x", "(A B) x"),
    (n.Hadamard(n.Hadamard(x, x), x), "(x .* x) .* x", r"(x \odot x) \odot x", "(x ⊙ x) ⊙ x"),
    (n.Mul(A, n.Differential(x)), "A dx", r"A \, \mathrm{d}x", "A thin upright(d) x"),
    (n.Differential(n.Mul(A, x)), "d(A x)", r"\mathrm{d}(A x)", "upright(d) (A x)"),
    (n.Mul(Number(2), BETA), "2 beta", r"2 \beta", "2 beta"),
    (Symbol("w_max", SCALAR), "w_max", r"w_{\mathrm{max}}", 'w_("max")'),
    (Symbol("x1", SCALAR), "x1", "x_{1}", "x_(1)"),
    (Symbol("loss", SCALAR), "loss", r"\mathrm{loss}", '"loss"'),
    (n.Entry(x, 1, 1), "x[1]", "x_1", "x_(1)"),
    (n.Entry(n.Softmax(x), 3, 1), "softmax(x)[3]", r"\operatorname{softmax}(x)_3", 'attach(op("softmax") (x))_(3)'),
    (n.Mul(t, n.LogDet(S)), "t logdet(S)", r"t \log \lvert \det S \rvert", "t log abs(det S)"),
    (n.Quotient(n.Sum(x), n.DimNumber("n")), "sum(x)/n", r"\frac{1}{n} \operatorname{sum}(x)", 'frac(1, n) op("sum") (x)'),
    (n.Quotient(n.Mul(Number(-2), n.Sum(x)), t), "-2 sum(x)/t", r"-\frac{2}{t} \operatorname{sum}(x)",
     '-frac(2, t) op("sum") (x)'),
    (n.Quotient(n.Sum(x), n.Sum(w)), "sum(x)/sum(w)", r"\frac{\operatorname{sum}(x)}{\operatorname{sum}(w)}",
     'frac(op("sum") (x), op("sum") (w))'),
    (n.Power(n.Quotient(n.Sum(x), t), Number(2)), "(sum(x)/t)^2", r"\left(\frac{1}{t} \operatorname{sum}(x)\right)^2",
     '(frac(1, t) op("sum") (x))^(2)'),
    (n.Entry(A, 1, 2), "A[1,2]", "A_{12}", "A_(12)"),
    (n.Matrix(t, n.ONE, n.ZERO, s, 2, 2), "[t, 1; 0, s]",
     r"\begin{pmatrix} t & 1 \\ 0 & s \end{pmatrix}", "mat(t, 1; 0, s)"),
    (n.Number(Fraction(1, 1000)), "0.001", "0.001", "0.001"),
    (n.Number(Fraction(1, 10**9)), "1e-9", "10^{-9}", "10^(-9)"),
    (n.Number(Fraction(37, 100)), "0.37", "0.37", "0.37"),
    (n.Number(Fraction(2, 7)), "2/7", r"\frac{2}{7}", "frac(2, 7)"),
    (n.DimNumber(DimProduct(2, ("m", "n"))), "2 m n", "2 m n", "2 m n"),
    (n.Norm(n.Mul(n.Norm(x, "2"), x), "2"), "norm(||x|| x)",
     r"\lVert \lVert x \rVert_2 x \rVert_2", "norm(norm(x)_2 x)_2"),
]  # fmt: skip


@pytest.mark.parametrize(("expr", "plain", "tex", "typ"), CASES, ids=[c[1] for c in CASES])
def test_expression_reads_as_in_a_textbook(expr: Expr, plain: str, tex: str, typ: str) -> None:
    assert (text(expr), latex(expr), typst(expr)) == (plain, tex, typ)


DIMS = {"n": 3, "m": 4}


def test_text_of_random_expressions_is_read_back_as_an_equal_expression() -> None:
    rng = np.random.default_rng(1)
    values = {v: rng.normal(size=(1, *(DIMS.get(d, d) for d in v.shape))) for v in samples.SYMBOLS}  # type: ignore[call-overload]
    declare = [symbol_text(v) for v in samples.SYMBOLS]
    shapes = [SCALAR, Shape("n", 1), Shape(1, "n"), Shape("n", "n"), Shape("m", "n")]
    compared = 0
    for seed in range(400):
        grower = samples.Grower(seed)
        expr = grower.grow(grower.random.choice(shapes), grower.random.choice([1, 2, 2]))
        written = text(expr)
        again = parse(written, declare).function
        before, after = Evaluator(DIMS, values)(expr), Evaluator(DIMS, values)(again)
        assert before.shape == after.shape, written
        if np.isfinite(before).all():
            compared += 1
            np.testing.assert_allclose(after, before, rtol=1e-7, err_msg=written)
    assert compared > 300


@pytest.mark.parametrize(
    "source",
    [
        "x' A x", "||y - X w||^2", "log(1 + exp(-t <w, x>))", "2 A' (A x - w)", "tr(A B')", "x (x' x)", "A^-1 x",
        "(x' x) (x' w)",
        "(1 - s)^2 + 100 (t - s^2)^2", "-1/2 logdet(S) - 1/2 (x - w)' S^-1 (x - w)", "x .* w ./ (1 + exp(x))",
        "sin(s) t + e^(-s^2)",
    ],
)  # fmt: skip
def test_what_a_user_types_is_written_and_read_back_as_the_same_expression(source: str) -> None:
    declare = [symbol_text(v) for v in samples.SYMBOLS]
    expr = parse(source, declare).function
    assert parse(text(expr), declare).function is expr


def test_a_mark_belongs_to_one_occurrence() -> None:
    marked = typst(n.Add(x, x), marks={(1,): "#ff0000"})
    assert marked == 'x + text(fill: #rgb("#ff0000"), x)'


def test_a_marked_minus_stays_a_minus() -> None:
    marked = typst(n.Add(x, n.Mul(NEG, w)), marks={(1, 0): "#ff0000", (1, 1): "#ff0000"})
    assert marked == 'x - text(fill: #rgb("#ff0000"), w)'


def test_shapes_stand_under_the_factors_of_products() -> None:
    shown = typst(n.Mul(Number(2), T(X), y), shapes=True)
    assert shown == "2 limits(X^top)_(n times m) med limits(y)_(m times 1)"


HOSTILE = ['"); #panic("x', "\\input{x}", "$x$", "a%b", "x_{y}", "#read", "\\", "a\nb", "☃", "Ж"]


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_escaped(name: str) -> None:
    """Whatever a name holds, it is one upright text in LaTeX and string literals in Typst."""
    symbol = Symbol(name, SCALAR)
    outside = "".join(typst(symbol).replace("\\\\", "").replace('\\"', "").split('"')[::2])
    assert set(outside) <= set("_() abxyЖ")
    for command in ("\\input{", "\\input ", "\n"):
        assert command not in latex(symbol)


def test_escape_leaves_plain_text_alone_and_tames_the_rest() -> None:
    assert escape("A of x, 2 times") == "A of x, 2 times"
    assert escape("50% of $5_a & #1 {~^\\}") == (
        r"50\% of \$5\_a \& \#1 \{\textasciitilde{}\textasciicircum{}\textbackslash{}\}"
    )
    assert escape("β") == r"$\beta$"


def test_row_symbol_is_read_back() -> None:
    expr = n.Mul(r, A, x)
    assert parse(text(expr), [symbol_text(v) for v in samples.SYMBOLS]).function is expr


ACCENTED = [
    ("y_hat", r"\hat{y}", "hat(y)"),
    ("x_bar", r"\bar{x}", "macron(x)"),
    ("A_tilde", r"\tilde{A}", "tilde(A)"),
    ("x_dot", r"\dot{x}", "dot(x)"),
    ("x_check", r"\check{x}", "caron(x)"),
    ("x_star", r"x^\star", "x^star"),
    ("beta_hat", r"\hat{\beta}", "hat(beta)"),
    ("y_hat_i", r"\hat{y}_{i}", "hat(y)_(i)"),
    ("x_bar_1", r"\bar{x}_{1}", "macron(x)_(1)"),
    ("x_hat_max", r"\hat{x}_{\mathrm{max}}", 'hat(x)_("max")'),
    ("x_1_star", r"x_{1}^\star", "x_(1)^star"),
    ("x_hat_star", r"\hat{x}^\star", "hat(x)^star"),
    ("x_hatch", r"x_{\mathrm{hatch}}", 'x_("hatch")'),
]


@pytest.mark.parametrize(("name", "tex", "typ"), ACCENTED, ids=[a[0] for a in ACCENTED])
def test_accents_are_written_over_the_letter(name: str, tex: str, typ: str) -> None:
    symbol = Symbol(name, ("n", 1))
    assert latex(symbol) == tex
    assert typst(symbol) == typ
    assert text(symbol) == name


def test_a_star_takes_no_second_superscript() -> None:
    star = Symbol("x_star", ("n", 1))
    assert latex(T(star)) == r"(x^\star)^\top"
    assert typst(n.HadamardPower(star, Number(2))) == "(x^star)^(∘ 2)"


@pytest.mark.parametrize("command", ["hat", "bar", "tilde", "dot", "check"])
def test_what_is_typed_with_an_accent_is_written_with_it(command: str) -> None:
    assert latex(parse(rf"\{command}{{y}}' y", []).function) == rf"\{command}{{y}}^\top y"
