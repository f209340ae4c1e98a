"""What must hold at a step is said of what stands there, never of the letters of a rule."""

from __future__ import annotations

import re

import pytest

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Symbol
from gradviz.algebra.simplify.entrywise import inverse_of_diagonal
from gradviz.algebra.simplify.matrices import inverse_of_product
from gradviz.algebra.simplify.piecewise import square_of_sign
from gradviz.calculus.catalogue import every_rule
from gradviz.calculus.derivation import Kind, Step, Subject
from gradviz.calculus.engine import derive
from gradviz.typeset.conditions import GENERAL_WORDS, condition_parts
from gradviz.typeset.document_text import condition_text
from tests.strategies import SHAPES, seeded, variable_of

PLACEHOLDER = re.compile(r"(?<!\w)[A-Za-z](?!\w)|argument [≠>]")

SAID = [
    ("||A x - b||_1", "x", "no entry of A x - b is 0"),
    ("||A x - b||", "x", "A x - b nonzero"),
    ("sum(relu(A x - b))", "x", "A x - b has no zero entry"),
    ("sum(abs(A x - b))", "x", "A x - b has no zero entry"),
    ("abs(t)", "t", "t ≠ 0"),
    ("relu(a' x)", "x", "a' x ≠ 0"),
    ("sqrt(x' A x)", "x", "x' A x > 0"),
    ("sum(sqrt(x))", "x", "every entry of x is positive"),
    ("max(A x)", "x", "the extreme entry of A x is unique"),
    ("log(det(X))", "X", "det(X) ≠ 0"),
    ("logdet(X' X)", "X", "X' X invertible"),
    ("x^t", "t", "x > 0"),
    ("x' diag(a)^-1 x", "x", "no entry of a is 0"),
]


@pytest.mark.parametrize(("source", "variable", "condition"), SAID, ids=[s[0] for s in SAID])
def test_a_condition_names_the_expression_it_is_about(source: str, variable: str, condition: str) -> None:
    assert condition in gradviz.derive(source, wrt=variable).to_text(level="every rule")


SOLVED = [
    ("||y - W x||^2", "minimum; W of full column rank"),
    ("(x - m)' P^-1 (x - m)", "minimum"),  # what is known need not be said
    ("||y - W x||^2 + p ||x||^2", "minimum"),
    ("||y - W x||^2 + t ||x||^2", "t I_n + W' W invertible"),
    ("t x' x - m' x", "t ≠ 0"),
    ("t ||y - W x||^2", "t W' W invertible"),
]


@pytest.mark.parametrize(("source", "condition"), SOLVED, ids=[s[0] for s in SOLVED])
def test_the_solution_says_when_it_is_the_only_one(source: str, condition: str) -> None:
    declare = ("m, x in R^n", "p in R positive", "t in R", "P in R^(n,n) positive definite", "W in R^(k,n)")
    written = gradviz.derive(source, wrt="x", declare=declare).to_text()
    (said,) = re.findall(r"\[Solve(?:: the)?;? ?(.*)\]", written)
    assert said == condition


def test_a_fragment_of_latex_says_the_conditions_too() -> None:
    assert r"\text{Log-determinant; $X^\top X$ invertible}" in gradviz.derive("logdet(X' X)", wrt="X").to_latex()


def test_a_condition_is_said_of_every_place_where_the_rule_was_used() -> None:
    written = gradviz.derive("sum(relu(A x)) + sum(relu(B x)) + max(A x) + max(B x)", wrt="x").to_text()
    for place in ("A x", "B x"):
        assert f"{place} has no zero entry" in written
        assert f"the extreme entry of {place} is unique" in written


A, G = (Symbol(name, ("n", "n"), frozenset({"invertible"})) for name in "AG")
v = Symbol("v", ("n", 1))
SIMPLIFIED = [
    (inverse_of_product, n.Inverse(n.Mul(A, G)), "A and G invertible"),
    (inverse_of_diagonal, n.Inverse(n.Diag(v)), "no entry of v is 0"),
    (square_of_sign, n.HadamardPower(n.Apply(v, "sign"), n.Number(2)), "v has no zero entry"),
]


@pytest.mark.parametrize(("rule", "before", "said"), SIMPLIFIED, ids=[c[2] for c in SIMPLIFIED])
def test_rules_that_bind_no_letters_name_what_stood_there(rule: object, before: n.Expr, said: str) -> None:
    after = rule.apply(before)  # type: ignore[attr-defined]
    subject = Subject(Kind.GRADIENT, (v,))
    step = Step(rule, before, after, subject, subject, conditions=(rule.condition,))  # type: ignore[arg-type,attr-defined]
    assert condition_text(step) == [said]


def test_every_condition_has_words_without_letters() -> None:
    conditions = {rule.condition for rule in every_rule()} | {function.kink for function in FUNCTIONS.values()}
    for condition in conditions:
        assert not PLACEHOLDER.search(GENERAL_WORDS.get(condition, condition)), condition


def test_no_condition_of_a_random_derivation_shows_a_letter_of_a_rule() -> None:
    count = 0
    for seed in range(300):
        function = seeded(seed, SHAPES, 3)
        for step in derive(function, [variable_of(function, seed)]).steps:
            for parts in condition_parts(step):
                count += 1
                words = " ".join(part for part in parts if isinstance(part, str))
                assert not PLACEHOLDER.search(words), (seed, parts)
    assert count > 20
