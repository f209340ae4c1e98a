"""Every mistake is a message at the very characters it is about, with something to try."""

from __future__ import annotations

import pytest

from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.parser import parse
from tests.bounds import bounded

COLUMNS = "x in R^n\ny in R^n\nz in R^m\nt in R\nB in R^(m,n)\nA in R^(n,n)\n"


def complain(text: str, declare: list[str] | None = None) -> LanguageError:
    with bounded(5), pytest.raises(LanguageError) as caught:
        parse(text, declare or [])
    return caught.value


# text, the marked characters (between « and »), words of the message, words of the suggestion
MARKED = [
    ("«(»x", "never closed", "add ')'"),
    ("x«)»", "closes nothing", "remove it"),
    ("x + «[»y", "never closed", "add ']'"),
    ("«||»x", "never closed", "add '||'"),
    ("x «%» y", "not understood", ""),
    ("x + «*» y", "where a number, a name or a bracket was expected", ""),
    ("«*» x", "where a number, a name or a bracket was expected", ""),
    ("x «+»", "ends after '+'", ""),
    ("x «+»  ", "ends after '+'", ""),
    ("x«^»", "ends after '^'", ""),
    ("«log»", "ends after 'log'", ""),
    ("x + («)»", "where a number", ""),
    ("<a b«>»", "where ',' was expected", ""),
    ("x «,» y", "found ','", ""),
    ("u = y «=» z", "'='", ""),
    ("«=» x", "only a name can stand before '='", "u = ..."),
    ("«2» = x", "only a name can stand before '='", "u = ..."),
    ("A x + «x' A»", "one shape, but `A x` is n×1 and `x' A` is 1×n", "transpose"),
    ("x' A + «A x»", "one shape, but `x' A` is 1×n and `A x` is n×1", "transpose"),
    ("x + «z»", "`x` is n×1 and `z` is m×1", ""),
    ("«x y»", "two columns do not multiply", "x' y, x y' or x .* y"),
    ("«x * y»", "`x` is n×1 and `y` is n×1", "x' y, x y' or x .* y"),
    ("«x z»", "two columns do not multiply: `x` is n×1 and `z` is m×1", "did you mean x z'?"),
    ("«A B»", "`A` is n×n but `B` has m rows", "did you mean A B'?"),
    ("«x' x'»", "two rows do not multiply", "transpose one"),
    ("«A x'»", "`A` is n×n but `x'` is a row, 1×n", "a row cannot follow a matrix"),
    ("t + A «x y»", "two columns do not multiply", "x .* y"),
    ("«B z»", "`B` is m×n but `z` has m rows: `B z` is no product", "B' z"),
    ("t «B z»", "`B z` is no product", "did you mean B' z?"),
    ("«x^2»", "a vector has no power", "x .^ 2"),
    ("1 + «x^2»", "a vector has no power", "x' x"),
    ("«B^2»", "only a square matrix has a power", ".^"),
    ("«tr(B)»", "tr needs a square matrix, but this is m×n matrix", ""),
    ("t «det B»", "det needs a square matrix", ""),
    ("«inv(B)» z", "inv needs a square matrix", ""),
    ("«|B|»", "needs a square matrix", ""),
    ("«diag(B)»", "diag needs a square matrix", ""),
    ("t «norm(B, 1)»", "largest column sum", "sum(abs(X))"),
    ("t «norm(A, 1)»", "its largest column sum", "sum(abs(X))"),
    ("x «softmax(t)»", "softmax needs a column vector, but this is scalar", ""),
    ("x / «y»", "only a scalar can divide, but this is n×1 column", "./"),
    ("«t» + x", "a scalar cannot be added to a n×1 column", "t ones(n)"),
    ("x - «t»", "a scalar cannot be added", "t ones(n)"),
    ("B - «t»", "a scalar cannot be added", "t ones(m, n)"),
    ("x' - «t»", "a scalar cannot be added", "t ones(1, n)"),
    ("«norm(B, inf)» t", "||.||_inf is for vectors, but this is m×n matrix", "max(abs(X))"),
    ("t^«x»", "an exponent is a scalar, but this is n×1 column", ""),
    ("«x .* z»", ".* needs equal shapes, but `x` is n×1 and `z` is m×1", ""),
    ("«<x, z>»", "<a, b> needs equal shapes", ""),
    ("«lambda_min(A)»", "is of a symmetric matrix", "declare it symmetric"),
    ("t + «∞»", "infinity is no number", "norm(x, inf)"),
    ("«||B||_inf»", "||.||_inf is for vectors", "max(abs(X))"),
    ("«tr(A, B)»", "takes one argument, but here are 2", ""),
    ("«sin(x, y)»", "takes one argument, but here are 2", ""),
    ("«kron(A)»", "kron takes two arguments", ""),
    ("A[1,«0»]", "counted from one", ""),
    ("x[«1.5»]", "a whole number", ""),
    ("«A[1]»", "needs two indices", "A[1,2]"),
    ("«[1, 2; 3]»", "the rows have 1 and 2 entries", ""),
    ("[«x»; 1]", "an entry of an explicit matrix is a scalar", ""),
    ("ones(«0»)", "a size is a whole number", ""),
    ("t/«0»", "division by zero", ""),
    ("«A^51»", "too large; the limit is 50", ""),
    ("«A^0.3»", "a matrix power needs a whole number", ".^"),
    ("«A^t»", "a matrix power needs a whole number", ""),
    ("«10^400» t", "too large to work with", "10^300"),
    ("9^«9^9^9»", "too large to work with", ""),
    ("«1e999» t", "too large", ""),
    ("«sim»(t)", "'sim' is not a known function", "did you mean"),
    ("t + «expp»(t)", "'expp' is not a known function", "exp"),
    ("«triu»(A)", "'triu' is not a known function", "M .* X"),
    ("«foo»(x)", "'foo' is not a known function", "letters apart"),
    ("t + «sinx»", "'sinx' is not known", "did you mean sin x?"),
    ("x «mod» t", "is not a known function", "remainder"),
    ("«expm(B)»", "expm needs a square matrix", ""),
    ("«eig(A)»", "cannot be differentiated yet", ""),
    ("y' («)»", "where a number", ""),
]


def _strip(marked: str) -> tuple[str, int, int]:
    start = marked.index("«")
    end = marked.index("»") - 1
    return marked.replace("«", "").replace("»", ""), start, end


@pytest.mark.parametrize(("marked", "message", "suggestion"), MARKED, ids=[m for m, *_ in MARKED])
def test_a_mistake_is_pointed_at_exactly(marked, message, suggestion):
    line, start, end = _strip(marked)
    error = complain(COLUMNS + line)
    found = error.diagnostics[0]
    assert (found.start - len(COLUMNS), found.end - len(COLUMNS)) == (start, end), found
    assert (found.line, found.column) == (7, start + 1)
    assert message in found.message
    assert suggestion in found.suggestion


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("", 1, 1, "no function"),
        ("   \n  ", 1, 1, "no function"),
        ("# nothing", 1, 1, "no function"),
        ("x in R^n", 1, 1, "no function"),
        ("u = ", 1, 3, "nothing follows 'u ='"),
        ("x' x\ny' y", 1, 1, "the function is the last line"),
        ("u = x\nu = y\nu", 2, 1, "already has a meaning"),
        ("x in R^n\nx = 3\nx", 2, 1, "already has a meaning"),
        ("x in R^n\nx in R^m\nx' x", 2, 1, "x"),
        ("x' x\n+ (y", 2, 3, "never closed"),
        ("u = A x\n||u - y|| + v)", 2, 14, "closes nothing"),
        ("x in Q^n\nx", 1, 6, "expected R, R^n or R^(n,m)"),
        ("x in R^0\nx", 1, 8, "'0' is not a size"),
        ("x in R^(n,)\nx", 1, 9, "not a size"),
        ("x in R^(n,m,k)\nx", 1, 9, "two sizes"),
        ("x in R^n wibble\nx", 1, 10, "'wibble' is not known"),
        ("B in R^(m,n) symmetric\nB", 1, 14, "only a square matrix is symmetric"),
        ("y in R^n\n\nx in R^m\n\n  x + y", 5, 7, "one shape"),
        ("x in R^2\nx[3]", 2, 3, "no entry 3"),
        ("1.2.3", 1, 4, ""),
        ("1..2", 1, 3, ""),
        ("||X||_inf", 1, 1, "||.||_inf is for vectors"),
        ("I_0", 1, 1, ""),
        ("x -> y", 1, 3, "found '->'"),
        ("\tx +", 1, 4, "ends after '+'"),
        ("αβ(", 1, 3, "never closed"),
    ],
)
def test_mistakes_have_their_line_and_column(text, line, column, message):
    found = complain(text).diagnostics[0]
    assert (found.line, found.column) == (line, column), found
    assert message in found.message


def test_all_mistakes_are_told_in_reading_order():
    error = complain("(x + ] % y")
    assert [d.column for d in error.diagnostics] == [1, 6, 8]
    shapes = complain("A in R^(n,n)\nB in R^(m,n)\ntr(B) + det(B) + tr(A B)")
    assert [d.column for d in shapes.diagnostics] == sorted(d.column for d in shapes.diagnostics)
    assert len(shapes.diagnostics) >= 2


@pytest.mark.parametrize(
    ("text", "columns"),
    [("x' A x + traec(A) + x^2", [10, 21]), ("tr(B) + sinx + det(B)", [1, 9, 16]), ("10 000 x + x^2 + x' x", [1, 12])],
)
def test_an_unknown_word_does_not_hide_what_else_is_wrong(text, columns):
    assert [d.column for d in complain(text, ["B in R^(2,3)"]).diagnostics] == columns


def test_what_is_unknown_is_not_blamed_for_the_rest():
    assert len(complain("t^2 + foo(t) + (A foo(x))' x").diagnostics) == 2


def test_a_mistake_in_an_extra_declaration_is_shown_in_that_declaration():
    error = complain("x' x", ["x in R^n shiny"])
    assert error.text == "x in R^n shiny"
    assert error.diagnostics[0].column == 10
    assert "not a declaration" in complain("x' x", ["hello"]).diagnostics[0].message


def test_a_diagnostic_is_shown_with_its_line_and_a_caret():
    error = complain("x in R^n\nA in R^(n,n)\nx' A + A x")
    assert error.render().splitlines()[:3] == [
        "line 3, columns 8–10: the terms of a sum need one shape, but `x' A` is 1×n and `A x` is n×1",
        "  x' A + A x",
        "         ^^^",
    ]
    assert "column 8" in str(error)


def test_long_lines_are_cut_around_the_mistake():
    error = complain("x + " * 600 + ")")
    shown = error.render().splitlines()
    assert len(shown[1]) < 120
    caret = shown[2].index("^")
    assert shown[1][caret] == ")"


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(-5, 2, (0, 2)), (3, 99, (3, 5)), (99, 99, (5, 5)), (4, 2, (4, 4))]
)
def test_offsets_are_clipped_to_the_text(start, end, expected):
    found = Diagnostic.at("ab\ncd", start, end, "message")
    assert (found.start, found.end) == expected
    assert found.line in (1, 2)
    found.render("ab\ncd")
