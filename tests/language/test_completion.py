"""What is offered at the cursor, marked | in the texts."""

from __future__ import annotations

import pytest

from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.properties import DECLARABLE
from gradviz.language import completion
from gradviz.language.completion import MEANINGS, Completion, completions, document_names
from gradviz.language.names import FUNCTION_NAMES, GREEK
from gradviz.language.parser import parse
from gradviz.language.templates import GLYPHS, PLACEHOLDER
from tests.bounds import bounded


def offered(marked: str, *, asked: bool = False) -> list[Completion]:
    cursor = marked.index("|")
    return completions(marked.replace("|", "", 1), cursor, asked=asked)


def labels(marked: str, *, asked: bool = False) -> list[str]:
    return [c.label for c in offered(marked, asked=asked)]


def accepted(marked: str, label: str, *, asked: bool = False) -> str:
    """The text after accepting, with the first place marked."""
    text = marked.replace("|", "", 1)
    found = next(c for c in offered(marked, asked=asked) if c.label == label)
    return (text[: found.start] + found.text + text[found.end :]).replace(PLACEHOLDER, "|", 1)


@pytest.mark.parametrize("name", sorted(set(FUNCTION_NAMES.values())))
def test_every_function_of_the_language_is_offered_with_its_meaning(name: str) -> None:
    found = [c for c in offered(f"{name[:2]}|") if FUNCTION_NAMES.get(c.label) == name]
    assert len(found) == 1
    assert found[0].kind == "function"
    assert MEANINGS.get(name, ("", ""))[1] in found[0].detail


def test_a_function_that_is_new_in_the_tables_appears(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FUNCTIONS, "gudermann", FUNCTIONS["exp"])
    monkeypatch.setitem(FUNCTION_NAMES, "gudermann", "gudermann")
    monkeypatch.setitem(FUNCTION_NAMES, "gd", "gudermann")
    assert [(c.label, c.text) for c in offered("gud|")] == [("gudermann", "gudermann(▢)")]
    assert "gd" in labels("gd|")


def test_meanings_are_of_functions_that_there_are() -> None:
    assert set(MEANINGS) <= set(FUNCTION_NAMES.values())


@pytest.mark.parametrize(
    ("marked", "label", "after"),
    [
        ("tra|", "trace", "trace(|)"),
        ("tra|(A)", "trace", "trace(A)"),
        ("2 lo|", "logdet", "2 logdet(|)"),
        ("kr|", "kron", "kron(|, ▢)"),
        ("as|", "asin", "asin(|)"),
        ("la|", "λ  lambda", "λ"),
        ("hada|", "hadamard", "| ⊙ ▢"),
        ("A in R^(n,n) sy|", "symmetric", "A in R^(n,n) symmetric"),
        ("A in R^(n,n) symmetric, pos|", "positive definite", "A in R^(n,n) symmetric, positive definite"),
        ("A in R^(n,n) positive se|", "positive semidefinite", "A in R^(n,n) positive semidefinite"),
        ("A in R^(n,n) diagonal positive d|", "positive definite", "A in R^(n,n) diagonal positive definite"),
        ("x_max in R^n\nx_m|", "x_max", "x_max in R^n\nx_max"),
        ("weights in R^n\n2 we|' x", "weights", "weights in R^n\n2 weights' x"),
        ("res = y - X w\nnorm(re|)^2", "res", "res = y - X w\nnorm(res)^2"),
        ("beta' X be|", "beta", "beta' X beta"),
        (r"\al|", r"\alpha", "α"),
        (r"x^\to|", r"\top", "xᵀ"),
        (r"x \ti| y", r"\times", "x × y"),
        (r"\fr|", r"\frac", r"\frac{|}{▢}"),
        (r"\f|", "fraction", "(|)/(▢)"),
        (r"\nor|", r"\norm", "‖|‖"),
    ],
)
def test_accepting_gives(marked: str, label: str, after: str) -> None:
    assert accepted(marked, label) == after


@pytest.mark.parametrize(
    "marked",
    [
        "X w|",
        "x|",
        "2|",
        "|",
        "# the tra|ce",
        "tr|ace",
        "A in R|",
        "A in R^n|",
        "zz|",
        "x_1|",
        "A in R^(n,n) symmetric|",
        "x in R^(n) sy|",  # a column is never symmetric
    ],
)
def test_nothing_is_offered_while(marked: str) -> None:
    assert labels(marked) == []


def test_braces_of_a_fraction_are_not_doubled() -> None:
    assert r"\frac" not in labels(r"\frac|{1}{2}")


def test_asked_for_everything_it_starts_with_the_documents_own_names() -> None:
    found = offered("A in R^(n,n) symmetric\nu = A x\nL: R^n -> R\n|", asked=True)
    assert [(c.label, c.kind, c.detail) for c in found[:5]] == [
        ("A", "symbol", "n×n, symmetric"),
        ("u", "definition", "= A x"),
        ("L", "function", "R^n -> R"),
        ("x", "symbol", "of this text"),
        ("n", "dimension", "a size"),
    ]
    assert "trace" in [c.label for c in found]


def test_asked_in_a_declaration_properties_are_offered() -> None:
    assert labels("A in R^(n,n) |", asked=True) == list(DECLARABLE)
    assert labels("A in R^(n,m) |", asked=True) == ["full rank", "positive"]
    assert "symmetric" not in labels("A in R^(n,n) symmetric, |", asked=True)


def test_sizes_are_offered_in_a_declaration() -> None:
    assert labels("X in R^(rows,2)\nA in R^(ro|", asked=False) == ["rows"]
    assert labels("X in R^(rows,2)\nA in R^|", asked=True) == ["rows"]


@pytest.mark.parametrize("marked", ["tr|", "log|", "mu|", "x + y + a + b + ab|s"[:-1], "c a s\nas|"])
def test_a_word_that_is_whole_says_so(marked: str) -> None:
    assert all(c.whole for c in offered(marked))


def test_a_word_that_is_not_whole_says_so() -> None:
    assert not any(c.whole for c in offered("tra|"))


def test_the_word_being_typed_is_no_name_of_the_document() -> None:
    assert "be" not in [n.name for n in document_names("be", 2)]
    assert "beta" in [n.name for n in document_names("beta' x", 0)]


@pytest.mark.parametrize("name", [n for n in GREEK if n in GLYPHS])
def test_greek_letters_are_completed_to_what_is_read_alike(name: str) -> None:
    found = next(c for c in offered(f"{name[:2]}|") if c.label.endswith(f"  {name}"))
    assert parse(f"{found.text}^2").function is parse(f"{name}^2").function


def test_every_template_of_the_expression_kind_is_found_by_a_word() -> None:
    for template in completion.TEMPLATES:
        if not template.line and template.group == "Structure" and template.id not in FUNCTION_NAMES:
            names = (template.id, *template.words)
            called = template.text.partition("(")[0] in FUNCTION_NAMES
            if not called and not any(name in FUNCTION_NAMES for name in names):
                assert any(c.text == template.text for c in offered(f"{template.id[:4]}|")), template.id


@pytest.mark.parametrize(
    "marked", ["((((|", "\\|", "a_|", "α|", "𝐱tra|", "in R^(n,n) sy|", ": R^|", "x in |", "= |", "∈|"]
)
def test_half_written_texts_raise_nothing(marked: str) -> None:
    for asked in (False, True):
        assert isinstance(offered(marked, asked=asked), list)


def test_a_long_text_is_completed_at_once() -> None:
    text = "\n".join(f"u_{i} = A x + {i}" for i in range(400)) + "\nlo"
    with bounded(1):
        assert "logdet" in [c.label for c in completions(text, len(text))]
