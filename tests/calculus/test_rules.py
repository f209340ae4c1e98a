"""Every rule has an example that is derived with it and verified."""

from __future__ import annotations

import pytest

import gradviz
from gradviz.algebra.simplify import COMPACT, RECOGNISE
from gradviz.calculus.catalogue import every_rule
from gradviz.calculus.derivation import Step
from gradviz.calculus.pairing import ADJOINTS
from gradviz.calculus.rules import differential_rules
from gradviz.typeset.rule_examples import DECLARATIONS, EXAMPLES


def used_rules(steps: tuple[Step, ...]) -> set[str]:
    found: set[str] = set()
    stack = list(steps)
    while stack:
        step = stack.pop()
        found.add(step.rule.id)
        stack.extend(step.substeps)
    return found


@pytest.mark.parametrize("rule_id", EXAMPLES)
def test_a_rule_is_used_in_its_example_and_the_example_is_verified(rule_id):
    text, variable, *options = EXAMPLES[rule_id]
    derivation = gradviz.derive(text, variable.split(", "), declare=DECLARATIONS, **(options[0] if options else {}))
    assert derivation.cannot is None
    assert derivation.verification
    assert rule_id in used_rules(derivation.steps)


def test_every_rule_has_an_example():
    assert {rule.id for rule in every_rule()} == set(EXAMPLES)


def test_rules_are_named_by_family_and_state_a_formula():
    rules = [*(row.rule for row in differential_rules().all()), *ADJOINTS, *COMPACT, *RECOGNISE]
    assert len({r.id for r in rules}) == len(rules)
    assert set(rules) <= set(every_rule())
    for rule in rules:
        assert "=" in rule.formula
        assert rule.id == rule.id.lower()
        assert rule.family


@pytest.mark.parametrize("row", differential_rules().all(), ids=lambda row: row.rule.id)
def test_the_letters_of_a_formula_are_bound(row):
    left = row.rule.formula.partition(" = ")[0]
    for letter in row.parts:
        assert letter in left
