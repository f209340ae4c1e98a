"""Kinds and shapes of undeclared names: the conventions, and what the text makes of them."""

from __future__ import annotations

import pytest

from gradviz.language.diagnostics import LanguageError
from gradviz.language.kinds import conventional_kind
from gradviz.language.parser import parse
from tests.bounds import bounded

# text -> "name:rows×cols, ..." in reading order
INFERRED = [
    ("x' A x", "x:n×1, A:n×n"),
    ("||y - X w||^2", "y:m×1, X:m×n, w:n×1"),
    ("a' x", "a:n×1, x:n×1"),
    ("A x", "A:n×n, x:n×1"),
    ("A X B", "A:n×n, X:n×m, B:m×m"),
    # only the size that nothing touches is settled by a square; the layers below keep their own
    ("W3 sigma(W2 sigma(W1 x + b))", "W3:p×p, W2:p×m, W1:m×n, x:n×1, b:m×1"),
    ("tr(A B)", "A:m×n, B:n×m"),
    # a square X needs no inverse of X' X; of an invertible one it is said
    ("(X' X)^-1 X' y", "X:m×n, y:m×1"),
    ("tr((W' S W)^-1 W' B W)", "W:m×n, S:m×m, B:m×m"),
    ("||pinv(X) y||", "X:m×n, y:m×1"),
    ("X invertible\ntr((X' X)^-1)", "X:n×n"),
    ("tr(X' X)", "X:n×n"),
    ("X w + b", "X:m×n, w:n×1, b:m×1"),
    ("sigma(W x + b)", "W:m×n, x:n×1, b:m×1"),
    ("||A - B C||^2", "A:m×n, B:m×p, C:p×n"),
    ("x' (A + B) y", "x:n×1, A:n×m, B:n×m, y:m×1"),
    ("det(A + t B)", "A:n×n, t:1×1, B:n×n"),
    ("kron(A, B)", "A:n×n, B:m×m"),
    ("x y'", "x:n×1, y:m×1"),
    ("A x x' B", "A:n×n, x:n×1, B:n×n"),
    ("a' X b c' X d", "a:m×1, X:m×n, b:n×1, c:m×1, d:n×1"),
    ("t x", "t:1×1, x:n×1"),
    ("A - lambda I", "A:n×n, lambda:1×1"),
    ("x[1] + x[2]", "x:n×1"),
    ("x .* y", "x:n×1, y:n×1"),
    ("x + 1", "x:n×1"),
    # a Greek letter that is transposed or multiplied on the left is a vector after all
    ("theta' x", "theta:n×1, x:n×1"),
    ("||y - X beta||^2", "y:m×1, X:m×n, beta:n×1"),
    ("(x - mu)' (x - mu)", "x:n×1, mu:n×1"),
    # one vector read as a scalar makes the function scalar-valued
    ("log(1 + exp(-y <w, x>))", "y:1×1, w:n×1, x:n×1"),
    ("x' x y", "x:n×1, y:1×1"),
    ("||x|| y", "x:n×1, y:1×1"),
    # nothing but scalars fits
    ("x^2 + 3 x y", "x:1×1, y:1×1"),
    ("sin(x) y + e^(-x^2)", "x:1×1, y:1×1"),
    ("(1-x)^2 + 100 (y-x^2)^2", "x:1×1, y:1×1"),
    ("a b c", "a:1×1, b:1×1, c:1×1"),
    ("x1^2 + x2^2", "x1:1×1, x2:1×1"),
    # numbers decide nothing
    ("3", ""),
    ("2 pi", ""),
    ("2 x", "x:n×1"),
]


@pytest.mark.parametrize(("text", "expected"), INFERRED, ids=[t for t, _ in INFERRED])
def test_shapes_are_inferred_as_a_reader_would(text, expected):
    assert ", ".join(f"{s.name}:{s.shape}" for s in parse(text).symbols) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("x", "vector"), ("w_1", "vector"), ("A", "matrix"), ("W2", "matrix"), ("X_max", "matrix"), ("t", "scalar"), ("t_0", "scalar"),
        ("alpha", "scalar"), ("lambda_1", "scalar"), ("Sigma", "scalar"),
    ],
)  # fmt: skip
def test_conventions(name, kind):
    assert conventional_kind(name) == kind


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("||y - X w||^2", "w"),
        ("||y - X beta||^2", "beta"),
        ("x' A x", "x"),
        ("tr(A X)", "X"),
        ("det A", "A"),
        ("x^2 + y^2", "x y"),
        ("x1^2 + x2^2", "x1 x2"),
        ("a x^2 + b", "x"),
        ("t^2", "t"),
        ("3", ""),
    ],
)
def test_the_customary_variable_is_suggested(text, variables):
    assert [v.name for v in parse(text).variables] == variables.split()


def test_what_was_inferred_is_listed_and_what_was_declared_is_not():
    problem = parse("x in R^n\nx' A x + beta")
    assert problem.declared == {"x"}
    rows = {a.subject: (a.statement, a.reason) for a in problem.assumptions}
    assert set(rows) == {"A", "beta"}
    custom = "an upper-case letter is a matrix by convention"
    assert rows["A"] == ("n×n matrix", f"{custom}; n×n because x is n×1 in x' A x")
    assert rows["beta"][0] == "scalar"
    deviating = {a.subject: a.reason for a in parse("x' x y").assumptions}
    assert "would fit, but the function would not be a scalar" in deviating["y"]


def test_declared_sizes_are_kept_and_free_names_avoid_them():
    problem = parse("A in R^(n,3)\nA x + b + C y")
    shapes = {s.name: str(s.shape) for s in problem.symbols}
    assert shapes["A"] == "n×3"
    assert shapes["x"] == "3×1"
    assert shapes["b"] == "n×1"
    assert shapes["C"] == "n×m"


DECLARED = [
    ("x in R^n", "x", "n×1", ()),
    ("x ∈ ℝ^n", "x", "n×1", ()),
    ("A in R^(m,n)", "A", "m×n", ()),
    ("A in R^{m,n}", "A", "m×n", ()),
    ("A in R^{m×n}", "A", "m×n", ()),
    ("A in R^(3,2)", "A", "3×2", ()),
    ("r in R^(1,n)", "r", "1×n", ()),
    ("x in R^1", "x", "1×1", ()),
    ("t in R", "t", "1×1", ()),
    ("t in R positive", "t", "1×1", ("positive",)),
    ("A in R^(n,n) symmetric", "A", "n×n", ("symmetric",)),
    ("A in R^(n,n) symmetric, positive definite", "A", "n×n", ("symmetric", "positive definite")),
    ("A in R^(n,n) symmetric and invertible", "A", "n×n", ("symmetric", "invertible")),
    ("A in R^(n,n) positive semi-definite", "A", "n×n", ("positive semidefinite",)),
    ("A in R^(n,n) nonsingular", "A", "n×n", ("invertible",)),
    ("X in R^(m,n) full column rank", "X", "m×n", ("full rank",)),
    ("A in R^(n,n) orthogonal  # a remark", "A", "n×n", ("orthogonal",)),
    ("x_1 in R^n", "x_1", "n×1", ()),
    ("beta in R^p", "beta", "p×1", ()),
    ("β in R^p", "beta", "p×1", ()),
    ("x ∈ ℝⁿ", "x", "n×1", ()),
    ("x ∈ ℝ³", "x", "3×1", ()),
    ("A in R^nxm", "A", "n×m", ()),
    ("x in R^n_+", "x", "n×1", ("positive",)),
    ("S in S^n", "S", "n×n", ("symmetric",)),
    ("S in S^n_+", "S", "n×n", ("positive semidefinite",)),
    (r"S \in \mathbb{S}^n_{++}", "S", "n×n", ("positive definite",)),
]


@pytest.mark.parametrize(("line", "name", "shape", "properties"), DECLARED, ids=[row[0] for row in DECLARED])
@pytest.mark.parametrize("place", ["in the text", "beside it"])
def test_declarations_fix_shape_and_properties(line, name, shape, properties, place):
    text = f"2 {name}"
    problem = parse(f"{line}\n{text}") if place == "in the text" else parse(text, [line])
    (symbol,) = problem.symbols
    assert (symbol.name, str(symbol.shape), symbol.properties) == (name, shape, frozenset(properties))


FACTS = [
    ("x' A x + t x' x, A = A', t > 0", "A", "symmetric"),
    ("x' A x + t x' x, A = A', t > 0", "t", "positive"),
    ("x' x + lam a' x where lam > 0", "lambda", "positive"),
    ("A = A'\nx' A x", "A", "symmetric"),
    ("A symmetric\nx' A x", "A", "symmetric"),
    ("let A be symmetric and invertible\nx' A x", "A", "invertible"),
    ("A is positive definite\nx' A x", "A", "positive definite"),
    ("A: diagonal  # a remark\nx' A x", "A", "diagonal"),
    ("Σ ≻ 0\nlog|Σ|", "Sigma", "positive definite"),
    (r"\Sigma \succeq 0" "\ntr(\\Sigma)", "Sigma", "positive semidefinite"),
    ("t > 0\nlog(t)", "t", "positive"),
    ("x' A x, A symmetric", "A", "symmetric"),
    ("x' A x, A in R^(n,n) symmetric, x in R^n", "A", "symmetric"),
    ("f(x) = x' A x where A in R^(n,n) symmetric", "A", "symmetric"),
    ("A in R^(n,n)\nA symmetric\nx' A x", "A", "symmetric"),
]


@pytest.mark.parametrize(("text", "name", "said"), FACTS, ids=[row[0] for row in FACTS])
def test_a_fact_may_stand_beside_the_function(text, name, said):
    symbol = parse(text).symbol(name)
    assert said in symbol.properties
    assert "symmetric" not in said or symbol.shape.rows == symbol.shape.cols


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("A in R^(m,n)\nA symmetric\nsum(A)", 1, "only a square matrix is symmetric"),
        ("A = A A\nx' A x", 5, "A is defined by itself"),
        ("u = v + 1\nv = y + 1\nu", 5, "v is defined further down"),
    ],
)
def test_a_fact_or_definition_that_cannot_be_is_refused(text, column, message):
    with pytest.raises(LanguageError) as caught:
        parse(text)
    assert message in caught.value.diagnostics[0].message
    assert caught.value.diagnostics[0].column == column


def test_one_line_may_declare_several_names():
    problem = parse("x, y in R^n\nA, B in R^(n,n) symmetric\nx' A B y")
    assert {s.name for s in problem.symbols} == {"x", "y", "A", "B"}
    assert all(s.properties == {"symmetric"} for s in problem.symbols if s.shape.is_matrix)


def test_a_declared_symbol_that_does_not_occur_is_kept_aside():
    problem = parse("Z in R^(n,n)\nx' x")
    assert [s.name for s in problem.unused] == ["Z"]
    assert problem.declared_symbol("Z") is problem.unused[0]
    assert problem.declared_symbol("x") is None
    assert problem.symbol("x") is problem.symbols[0]


def test_a_declared_vectors_entries_are_entries():
    from gradviz.algebra import nodes as n

    problem = parse("x in R^2\nx_1 x_2")
    (x,) = problem.symbols
    assert problem.function is n.Mul(n.Entry(x, 1, 1), n.Entry(x, 2, 1))


def test_definitions_are_put_in_and_listed():
    problem = parse("u = y - X w\nv = u .* u\nsum(v)")
    assert [name for name, _ in problem.definitions] == ["u", "v"]
    assert problem.definitions[1][1].children[0] is problem.definitions[0][1]
    assert problem.name == "f"
    assert parse("loss = x' x").name == "loss"


@pytest.mark.parametrize("text", ["A in R^(n,n)\nx in R^m\nA x", "B in R^(m,n)\ntr(B)", "x in R^n\ny in R^m\nx' y"])
def test_declared_shapes_are_never_changed_to_make_a_text_fit(text):
    with pytest.raises(LanguageError):
        parse(text)


def test_a_matrix_exponential_is_not_mistaken_for_an_entrywise_one():
    from gradviz.algebra import nodes as n

    function = parse("e^(t A)", ["A in R^(n,n)", "t in R"]).function
    assert function is parse("expm(t A)", ["A in R^(n,n)", "t in R"]).function
    assert isinstance(function, n.MatrixFunction)
    assert isinstance(parse("e^(t^2)", ["t in R"]).function, n.Apply)


def test_inference_stays_quick_with_many_names():
    names = " + ".join(f"a_{i}' X_{i} b_{i}" for i in range(40))
    with bounded(10):
        assert len(parse(names).symbols) == 120
        with pytest.raises(LanguageError):
            parse("(" + names + ") + x' A + A x")
