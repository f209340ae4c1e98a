"""Whatever is typed, the answer is an expression or a message, within a second."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from tests.bounds import bounded
from tests.fuzzing import make

LIMIT = 8.0
"""Seconds of CPU time; an idle machine takes a second at most (`benchmarks/language.py`)."""

HOSTILE = {
    "unbalanced": "((x' A x)",
    "unbalanced the other way": "x' A x))",
    "mixed brackets": "(x [y) z]",
    "shapes": "x' A + A x",
    "unknown characters": "x' ♥ A ☃ x",
    "control characters": "x\x00\x01\x02 y",
    "a lone surrogate": "x \ud800 y",
    "right to left": "x \u202e A",
    "empty": "",
    "spaces": " " * 5000,
    "newlines": "\n" * 20_000,
    "100,000 letters": "x" * 100_000,
    "100,000 additions": "x + " * 25_000,
    "100,000 brackets": "(" * 100_000,
    "10,000 nested brackets": "(" * 10_000 + "x" + ")" * 10_000,
    "10,000 nested norms": "||(" * 10_000,
    "10,000 functions": "sin " * 4000 + "x",
    "10,000 transposes": "x" + "'" * 10_000,
    "10,000 exponents": "x" + "^2" * 8000,
    "10,000 signs": "x " + "- " * 9000 + "y",
    "10,000 lines": "u = x\n" * 3000,
    "a long chain of definitions": "\n".join(f"u_{i + 1} = u_{i} + u_{i}" for i in range(800)) + "\nu_800",
    "a doubling chain of definitions": "u_0 = x\n"
    + "\n".join(f"u_{i + 1} = u_{i} .* u_{i}" for i in range(60))
    + "\nu_60",
    "20,000 characters of product": "A " * 9_900 + "x",
    "a wide product of names": " ".join(f"a_{i}" for i in range(2500)),
    "tower": "9^9^9^9",
    "tower in brackets": "9^(9^(9^9))",
    "tower as an exponent": "x^(9^9^9)",
    "tower of a matrix": "A^(9^9^9)",
    "negative tower": "0.1^9^9^9",
    "huge exponent": "x^99999999999999999999999999",
    "huge number": "9" * 10_000,
    "huge decimal": "1e999999999 x",
    "tiny decimal": "1e-999999999 x",
    "huge size": "ones(999999999)' x",
    "huge declared size": "x in R^999999999\nx' x",
    "huge matrix": "A in R^(999999,999999)\ndet(A)",
    "huge index": "x[999999999999]",
    "huge identity": "eye(99999999) x",
    "division by zero": "x/0",
    "a format string": "{0} %s {x!r}",
    "python": "__import__('os').system('true')",
    "latex": "\\input{/etc/passwd}",
    "typst": '#read("/etc/passwd")\nx\' x',
    "html": "<script>alert(1)</script>",
    "quotes": "''''''''",
    "only operators": "+-*/^.^.*./",
    "only commas": ",,,,;;;;",
    "equals": "= = =",
    "declarations only": "x in R^n\n" * 500,
    "facts that end in none": "x' x, " + ", ".join(["x > 0"] * 275) + ", !",
    "properties that end in none": "x' x where " + ", ".join(["A symmetric"] * 145) + ", !",
    "one long property": "x' x where A " + ", ".join(["symmetric"] * 170) + ", !",
    "declaration of a function": "sin in R^n\nsin x",
}


def outcome(text: str, declare: tuple[str, ...] = ()) -> LanguageError | None:
    try:
        with bounded(LIMIT):
            parse(text, declare)
    except LanguageError as error:
        assert error.diagnostics
        for found in error.diagnostics:
            assert found.message
            assert 0 <= found.start <= found.end <= len(error.text)
            assert found.line >= 1
            assert found.column >= 1
            assert found.line <= error.text.count("\n") + 1
        assert len(error.render()) < 20_000
        return error
    return None


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_answered_within_a_second(text):
    outcome(text)


@pytest.mark.parametrize(
    "name",
    [
        "unbalanced", "unbalanced the other way", "mixed brackets", "shapes", "unknown characters", "control characters", "empty",
        "100,000 letters", "100,000 additions", "10,000 nested brackets", "10,000 functions", "tower", "tower in brackets",
        "tower as an exponent", "huge number", "huge decimal", "huge size", "huge declared size", "division by zero", "python",
        "html", "only operators", "equals",
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(name):
    assert outcome(HOSTILE[name]) is not None


@pytest.mark.parametrize("first", range(0, 3_000, 1_000))
def test_mutated_formulas_and_word_salads_are_expressions_or_messages(first):
    """A share of what `benchmarks/fuzz.py` runs a million of."""
    outcomes = [outcome(make(seed)) for seed in range(first, first + 1_000)]
    assert 50 < outcomes.count(None) < 950  # neither all refused at the first character nor all harmless


FOUND = [
    "x in R^n\na in R^n\n||R^n\n||R^=\n||  -xa||C",
    "x in R^n\n=^n\n=^n",
    r"\sum_{klmn}X_{kl}X_tr(A X^-1 B)",
    "X^r(kron(A, X))",
    "x\\in_R^n\nA in R^(n,n)\nx' A x",
    "sum_{i=1}^²{l} log(1 + exp(-y_i <w, x_i>))",
]


@pytest.mark.parametrize("text", FOUND)
def test_what_the_fuzzing_found_stays_mended(text):
    outcome(text)  # neither raises anything but the language's own error nor takes a second


CHANGES = "'()[]|<>^_.,;=+-*/ \n2xA"
TEXTS = [
    "||y - X w||^2 + lambda ||w||_1",
    "x in R^n\nx' A x",
    "log(1 + exp(-y <w, x>))",
    "u = y - X w\nu' u",
    "tr((X' C X)^-1 A)",
    "sum(x .* sigma(W x))",
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_slip_of_the_pen_is_an_expression_or_a_message(text):
    for i in range(len(text)):
        outcome(text[:i] + text[i + 1 :])
        outcome(text[:i])
    source = random.Random(7)
    for _ in range(150):
        i = source.randrange(len(text))
        outcome(text[:i] + source.choice(CHANGES) + text[i:])


@settings(max_examples=150)
@given(st.text(max_size=40))
def test_any_text_is_an_expression_or_a_message(text):
    outcome(text)


@settings(max_examples=100)
@given(st.text(alphabet="xyAR^n(),in '\n=2symetricpov", max_size=40))
def test_any_declaration_is_read_or_refused(line):
    outcome("x' x", (line,))
    outcome(line + "\nx' x")
