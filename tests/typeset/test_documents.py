"""Derivations as documents: what stands on which line, and that both typesetters accept them."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from itertools import pairwise
from typing import Any

import pytest

import gradviz
import gradviz.algebra.simplify
import gradviz.calculus
from gradviz import api
from gradviz.algebra import nodes as n
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.serialise import from_data
from gradviz.algebra.shapes import SCALAR
from gradviz.calculus import derivation as core
from gradviz.calculus.derivation import Derivation, Kind, Result, Step, Subject
from gradviz.calculus.rules.registry import Registry
from gradviz.export.typst_compile import pdf, svg_pages
from gradviz.typeset import words
from gradviz.typeset.document_latex import derivation_latex, derivation_latex_fragment
from gradviz.typeset.document_text import derivation_text
from gradviz.typeset.document_typst import derivation_document, derivation_pages
from gradviz.typeset.lines import lines
from tests.typeset import samples

EXAMPLES = [
    ("||y - X w||^2", "w", {}),
    ("x' A x", "x", {"order": 2}),
    ("A X B", "X", {}),
    ("(1 - x)^2 + 100 (y - x^2)^2", None, {"order": 2}),
    ("logdet(X' X) + a' X^-1 b", "X", {}),
    ("sum(log(1 + exp(-y .* (X w)))) + lambda/2 ||w||^2", "w", {"declare": ["lambda in R"]}),
    ("x' A x", "x", {"method": "definition"}),
    ("tr(A X)", "X", {"declare": ["X in R^(n,n) symmetric"]}),
    ("||y - X w||^2", "w", {"layout": "numerator"}),
    ("t^3", "t", {"order": 2}),
    ("x' A x", "z", {"declare": ["z in R^n"]}),
]


@pytest.fixture(scope="module")
def least_squares() -> api.Derivation:
    return gradviz.derive("||y - X w||^2", wrt="w")


@pytest.mark.parametrize(("text", "wrt", "options"), EXAMPLES, ids=[f"{e[0]} {e[2]}" for e in EXAMPLES])
@pytest.mark.parametrize("level", ["lecturer", "every rule"])
def test_typst_accepts_document_and_pages(text: str, wrt: str | None, options: dict, level: str) -> None:  # type: ignore[type-arg]
    found = gradviz.derive(text, wrt=wrt, **options)
    assert pdf(derivation_document(found.core, found.problem.name, level)).startswith(b"%PDF")
    paged = derivation_pages(
        found.core, name=found.problem.name, level=level, shapes=True, colours={"text": "#112233", "changed": "#cc2200"}
    )
    pictures = svg_pages(paged.source)
    assert len(pictures) == len(paged.pages)
    assert all(picture.startswith(b"<svg") for picture in pictures)


def test_text_shows_function_steps_result_and_verdict(least_squares: api.Derivation) -> None:
    written = derivation_text(least_squares.core)
    assert written.startswith("y in R^m; X in R^(m,n); w in R^n\n")
    assert re.search(r"^f +=\s\|\|y - X w\|\|\^2$", written, re.MULTILINE)
    assert "\n∇_w f = -2 X' (y - X w)\n" in written
    assert "[Squared norm]" in written
    assert "verified numerically" in written


def test_every_rule_shows_at_least_the_lecturers_lines(least_squares: api.Derivation) -> None:
    short, long = lines(least_squares.core), lines(least_squares.core, "every rule")
    assert len(long) > len(short)
    assert {line.depth for line in short} == {0}
    assert 1 in {line.depth for line in long}
    # Each line follows from the line above it.
    for above, line in pairwise(long):
        if line.kind == "step" and line.step is not None:
            assert line.step.before is above.expression


def test_unknown_level_is_refused(least_squares: api.Derivation) -> None:
    with pytest.raises(ValueError, match="unknown level"):
        lines(least_squares.core, "everything")


def test_pages_tell_rule_and_words(least_squares: api.Derivation) -> None:
    pages = derivation_pages(least_squares.core).pages
    assert pages[0].kind == "function"
    assert pages[0].path == ()
    assert pages[0].rule == ""
    step = next(p for p in pages if p.rule == "power.norm-squared")
    assert step.title == "Squared norm"
    assert step.formula == "d(||U||^2) = 2 <U, d(U)>"
    assert step.explanation
    assert next(p for p in pages if p.kind == "result").text == "∇_w f = -2 X' (y - X w)"
    assert json.loads(json.dumps(step.to_data()))["path"] == list(step.path)


def test_equals_signs_of_all_pages_stand_below_each_other(least_squares: api.Derivation) -> None:
    """A blank left side is as wide as the widest: each page is at least that wide, whatever its right side is."""
    paged = derivation_pages(least_squares.core)
    left_only = paged.source.replace("; right }", " }")
    assert left_only != paged.source
    widths = {re.search(r'width="([\d.]+)pt"', picture.decode()).group(1) for picture in svg_pages(left_only)}  # type: ignore[union-attr]
    assert len(widths) == 1


def test_conditions_name_the_part_they_are_about() -> None:
    written = derivation_text(gradviz.derive("logdet(X' X)", wrt="X").core, level="every rule")
    assert "X' X invertible" in written


def test_result_that_is_missing_is_explained() -> None:
    step = Step(
        Rule("differential.take", "d(f)"), samples.x, n.Differential(samples.x),
        Subject(Kind.DIFFERENTIAL, (samples.x,)), Subject(Kind.FUNCTION),
    )  # fmt: skip
    stopped = Derivation(
        samples.x,
        (samples.x,),
        "differential",
        "mixed",
        1,
        "projection",
        steps=(step,),
        cannot="no rule is known for 50% & more",
    )
    assert "Stopped: no rule is known for 50% & more." in derivation_text(stopped)
    assert r"no rule is known for 50\% \& more" in derivation_latex(stopped)
    assert pdf(derivation_document(stopped)).startswith(b"%PDF")
    assert len(svg_pages(derivation_pages(stopped).source)) == 2


def test_hostile_names_do_no_harm_in_documents() -> None:
    evil = n.Symbol('"); #panic("x', SCALAR)
    other = n.Symbol(r"\undefined{%", SCALAR)
    function = n.Mul(evil, other)
    found = Derivation(
        function, (evil,), "differential", "mixed", 1, "projection", notes=(r'independent:#panic("x") \x',),
        results=(Result(Subject(Kind.DERIVATIVE, (evil,)), other),),
    )  # fmt: skip
    assert pdf(derivation_document(found, name='#panic("f")')).startswith(b"%PDF")
    assert svg_pages(derivation_pages(found, name='$#panic("f")').source)
    written = derivation_latex(found, name=r"\undefined")
    assert r"\undefined" not in written


def test_fragment_is_one_aligned_environment(least_squares: api.Derivation) -> None:
    fragment = derivation_latex_fragment(least_squares.core)
    assert fragment.startswith("\\begin{aligned}\n")
    assert fragment.endswith("\n\\end{aligned}")
    assert least_squares._repr_latex_() == f"$${fragment}$$"


def test_json_holds_every_line_and_the_tree(least_squares: api.Derivation) -> None:
    data = json.loads(least_squares.to_json())
    assert data["version"] == 1
    assert data["verification"]["ok"] is True
    assert data["results"][0]["text"] == "-2 X' (y - X w)"
    assert from_data(data["results"][0]["tree"])[0] is least_squares.result
    assert [s["rule"] for s in data["steps"]] == [s.rule.id for s in least_squares.steps]


def all_rules() -> dict[str, Rule]:
    """Every rule that the engine's modules hold."""
    found: list[Rule] = []
    for package in (gradviz.calculus, gradviz.algebra.simplify):
        for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for value in vars(importlib.import_module(info.name)).values():
                found += [value] if isinstance(value, Rule) else []
                found += [row.rule for row in value.all()] if isinstance(value, Registry) else []
    return {rule.id: rule for rule in found}


def test_every_rule_of_the_engine_has_words() -> None:
    """A new rule belongs into gradviz/typeset/rule_words.py."""
    rules = all_rules()
    assert len(rules) > 60
    for text, wrt, options in EXAMPLES:
        stack = list(gradviz.derive(text, wrt=wrt, **options).steps)
        while stack:
            step = stack.pop()
            rules[step.rule.id] = step.rule
            stack.extend(step.substeps)
    assert [f"{id}: {rule.formula}" for id, rule in sorted(rules.items()) if not words.has_words(id)] == []


def test_unknown_rule_gets_its_title_from_its_id() -> None:
    assert words.title("family.some-new-rule") == "Some new rule"
    assert words.explanation("family.some-new-rule", "a = b") == "a = b"


def test_verdict_never_claims_what_was_not_checked() -> None:
    bare = Derivation(samples.x, (samples.x,), "differential", "mixed", 1, "projection")
    assert words.verdict_words(bare) == "Not verified numerically."
    failed = bare.with_(verification=core.Verification((), core.Check(1.0, 8, ok=False, reason="off by 1")))
    assert "failed: off by 1" in words.verdict_words(failed)


# --- what left sides and rules say ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "variable", "layout"),
    [("x' A x", "x", "numerator"), ("tr(A X)", "X", "numerator"), ("A x", "x", "denominator")],
)
def test_a_layout_that_turns_the_answer_says_so_in_every_form(source: str, variable: str, layout: str) -> None:
    derivation = gradviz.derive(source, wrt=variable, layout=layout)
    words = f"{layout} layout: the transpose"
    assert words in derivation.to_text()
    assert words in derivation.to_latex()
    assert words in derivation.to_typst()
    assert words in json.loads(derivation.to_json())["steps"][-1]["title"]
    pages = [page for page in derivation_pages(derivation.core).pages if words in page.title]
    assert len(pages) == 1
    assert f"The {layout} layout" in pages[0].explanation


@pytest.mark.parametrize(("source", "layout"), [("x' A x", "denominator"), ("A x", "numerator"), ("A x", "mixed")])
def test_a_layout_that_turns_nothing_says_nothing(source: str, layout: str) -> None:
    assert "layout" not in gradviz.derive(source, wrt="x", layout=layout).to_text()


LEFT_SIDES: list[tuple[str, str | list[str], dict[str, Any], str]] = [
    ("X b", "X", {}, "∂f/∂vec(X)'"),
    ("x x'", "x", {}, "∂vec(f)/∂x'"),
    ("A X", "X", {}, "∂vec(f)/∂vec(X)'"),
    ("x' A", "x", {}, "∂vec(f)/∂x'"),
    ("kron(x, x)", "x", {}, "J_f(x)"),
    ("t x' x", ["x", "t"], {"order": 2}, "d(∂f/∂t)"),
    ("t x' x", ["x", "t"], {"order": 2}, "d(∇_x f)"),
    ("t^3", "t", {"order": 2}, "d(df/dt)"),
    ("t^3", "t", {"order": 2}, "d²f/dt²"),
    ("a t^3", "t", {}, "∂f/∂t"),
    ("tr(X' X)", "X", {"order": 2}, "vec(d(∇f))"),
]


@pytest.mark.parametrize(("source", "wrt", "options", "left"), LEFT_SIDES, ids=[c[0] + " " + c[3] for c in LEFT_SIDES])
def test_left_sides_stack_only_what_is_no_column(
    source: str, wrt: str | list[str], options: dict[str, Any], left: str
) -> None:
    derivation = gradviz.derive(source, wrt=wrt, **options)
    sides = [line.partition(" = ")[0].strip() for line in derivation.to_text().splitlines()]
    assert left in sides
    assert pdf(derivation.to_typst()).startswith(b"%PDF")


def test_the_denominator_layout_leaves_no_transpose_of_kronecker_products_undone() -> None:
    derivation = gradviz.derive("kron(x, x)", wrt="x", layout="denominator")
    assert derivation.to_text().count("kron(I_n, x') + kron(x', I_n)") == 2


def test_names_with_a_star_can_be_raised_in_documents() -> None:
    for source in ("x_star x_star'", "x_star' A x_star"):
        derivation = gradviz.derive(source, wrt="x_star")
        assert r"x^\star^" not in derivation.to_latex()
        assert pdf(derivation.to_typst()).startswith(b"%PDF")


def test_what_a_step_changes_has_one_colour_on_both_sides_and_neighbours_differ():
    derivation = api.derive("A in R^(n,n)\nx in R^n\nx' A x", wrt="x").core
    source = derivation_pages(derivation, colours={"changed": "#0000aa", "changed too": "#00aa00"}).source
    rows = [row for row in source.split("\n") if row.strip().startswith("row(2")]
    constants, transposes = rows[1:3]
    blue, green = ('text(fill: #rgb("#0000aa"), ', 'text(fill: #rgb("#00aa00"), ')
    assert f"{blue}upright(d) (x^top))" in constants  # what the transpose rule is going to change
    assert f"{blue}upright(d) x^top)" in transposes  # what it made of it
    assert green in transposes  # what the next step is going to change
