"""Characters to tokens: kinds, places, brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.language.scanner import MAX_LENGTH, MAX_NESTING, scan
from gradviz.language.token_lines import statements


def kinds(text: str) -> list[str]:
    tokens, errors = scan(text)
    assert not errors, errors
    return [t.kind for t in tokens]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x' A x", "WORD PRIME WORD WORD"),
        ("x^2", "WORD CARET NUMBER"),
        ("x**2", "WORD CARET NUMBER"),
        ("x.^2", "WORD DOTCARET NUMBER"),
        ("x.*y", "WORD DOTSTAR WORD"),
        ("x./y", "WORD DOTSLASH WORD"),
        ("2.*x", "NUMBER DOTSTAR WORD"),
        ("3./x", "NUMBER DOTSLASH WORD"),
        ("2.^x", "NUMBER DOTCARET WORD"),
        ("2.5x", "NUMBER WORD"),
        (".5 x", "NUMBER WORD"),
        ("1e-3 x", "NUMBER WORD"),
        ("2e^x", "NUMBER WORD CARET WORD"),
        ("1_n", "ONES"),
        ("1_3'", "ONES PRIME"),
        ("||x||^2", "NORMOPEN WORD NORMCLOSE CARET NUMBER"),
        ("||x||_1", "NORMOPEN WORD NORMCLOSE NORMSUB"),
        ("||X||_F^2", "NORMOPEN WORD NORMCLOSE NORMSUB CARET NUMBER"),
        ("|A| + |B|", "BAROPEN WORD BARCLOSE PLUS BAROPEN WORD BARCLOSE"),
        ("|| ||x|| y ||", "NORMOPEN NORMOPEN WORD NORMCLOSE WORD NORMCLOSE"),
        ("‖x‖", "NORMOPEN WORD NORMCLOSE"),
        ("<a, b>", "LANGLE WORD COMMA WORD RANGLE"),
        ("⟨a, b⟩", "LANGLE WORD COMMA WORD RANGLE"),
        ("A[1,2]", "WORD INDEX NUMBER COMMA NUMBER RSQB"),
        ("[1, 2]", "LSQB NUMBER COMMA NUMBER RSQB"),
        ("A [1; 2]", "WORD LSQB NUMBER SEMICOLON NUMBER RSQB"),
        ("A'[1; 2]", "WORD PRIME LSQB NUMBER SEMICOLON NUMBER RSQB"),
        ("x²", "WORD CARET NUMBER"),
        ("A⁻¹", "WORD CARET MINUS NUMBER"),
        ("xᵀ A", "WORD PRIME WORD"),
        ("A⊤", "WORD PRIME"),
        ("x′ y’", "WORD PRIME WORD PRIME"),
        ("a ⊙ b ∘ c", "WORD DOTSTAR WORD DOTSTAR WORD"),
        ("a ⊘ b", "WORD DOTSLASH WORD"),
        ("A ⊗ B", "WORD OTIMES WORD"),
        ("a · b × c", "WORD STAR WORD STAR WORD"),
        ("a − b – c", "WORD MINUS WORD MINUS WORD"),
        ("x → y", "WORD ARROW WORD"),
        ("x # y + (", "WORD"),
        ("x\ny", "WORD NEWLINE WORD"),
        ("(x\n y)", "LPAR WORD WORD RPAR"),
    ],
)
def test_signs_are_told_apart(text, expected):
    assert kinds(text) == expected.split()


@pytest.mark.parametrize("word", ["x", "x1", "x_1", "w_max", "x_{1,2}", "alpha", "Σ", "β_0", "x₁", "Xw", "Loss"])
def test_a_word_is_one_token_with_its_number_and_subscript(word):
    (token,) = scan(word)[0]
    assert (token.kind, token.start, token.end) == ("WORD", 0, len(word))


def test_subscript_digits_become_plain():
    assert scan("x₁₂")[0][0].text == "x12"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("(x", [(0, 1, "never closed")]),
        ("x)", [(1, 2, "closes nothing")]),
        ("(x]", [(0, 1, "never closed"), (2, 3, "closes nothing")]),
        ("([x)", [(1, 2, "never closed")]),
        ("||x", [(0, 2, "never closed")]),
        ("x + |y", [(4, 5, "never closed")]),
        ("<a, b", [(0, 1, "never closed")]),
        ("a >", [(2, 3, "closes nothing")]),
        ("x % y ? z", [(2, 3, "not understood"), (6, 7, "not understood")]),
        ("é", [(0, 1, "not understood")]),
        ("x_", [(1, 2, "not understood")]),
        ("x\n$%", [(3, 4, "not understood")]),
    ],
)
def test_wrong_characters_and_brackets_are_pointed_at(text, places):
    _, errors = scan(text)
    assert [(e.start, e.end) for e in errors] == [(start, end) for start, end, _ in places]
    for error, (_, _, words) in zip(errors, places, strict=True):
        assert words in error.message


def test_brackets_may_be_nested_as_deep_as_anyone_writes_them():
    assert kinds("(" * MAX_NESTING + "x" + ")" * MAX_NESTING)


@pytest.mark.parametrize("opener", ["(", "[", "{", "<", "||(", "|("])
def test_deeper_nesting_is_refused_with_advice(opener):
    tokens, (error,) = scan(opener * 5000)
    assert tokens == []
    assert "nested" in error.message
    assert "definitions" in error.suggestion


def test_a_text_beyond_the_limit_is_refused_where_the_limit_lies():
    _, (error,) = scan("x + " * 30_000)
    assert (error.start, error.column) == (MAX_LENGTH, MAX_LENGTH + 1)
    assert "120,000 characters" in error.message


def test_there_are_never_more_errors_than_anyone_reads():
    assert len(scan("?" * 5000)[1]) == 20


@given(st.text(max_size=60))
def test_tokens_lie_in_order_within_the_text(text):
    tokens, errors = scan(text)
    for item in (*tokens, *errors):
        assert 0 <= item.start <= item.end <= len(text)
    starts = [t.start for t in tokens]
    assert starts == sorted(starts)


@given(st.text(alphabet="xyAB123 '+-*/^.()[]|<>,\n#_ᵀ²⊙‖", max_size=40))
def test_every_character_is_a_token_space_a_comment_or_an_error(text):
    tokens, errors = scan(text)
    if errors:
        return
    covered = {i for t in tokens for i in range(t.start, t.end)}
    for line_start, line in _lines(text):
        remark = line.startswith(("%", "//"))
        for i, character in enumerate("" if remark else line.partition("#")[0].rstrip(" .,;")):
            assert character.isspace() or line_start + i in covered


def _lines(text):
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def test_lines_become_statements_and_empty_ones_vanish():
    tokens, _ = scan("x\n\n# nothing\ny + (z\n)\n")
    assert [[t.text for t in line] for line in statements(tokens)] == [["x"], ["y", "+", "(", "z", ")"]]
