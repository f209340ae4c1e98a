"""The page of the rules: whole, in order, and current in the docs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gradviz.calculus.catalogue import every_rule
from gradviz.typeset.document_rules import FAMILIES, FORMATS, rules_document, rules_json, rules_markdown, rules_text
from gradviz.typeset.rule_words import RULE_WORDS

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"


def test_every_rule_has_its_entry():
    assert sorted(entry.id for entry in rules_document()) == sorted(rule.id for rule in every_rule())


def test_families_stand_together_in_their_order():
    families = [entry.family for entry in rules_document()]
    assert list(dict.fromkeys(families)) == list(FAMILIES)


@pytest.mark.parametrize("entry", rules_document(), ids=lambda entry: entry.id)
def test_an_entry_is_whole(entry):
    assert entry.title
    assert entry.sentence.endswith(".")
    assert "=" in entry.formula
    assert entry.example
    assert all(name in entry.example for name in entry.variable.split(", ")) or entry.id == "read-off.zero"


@pytest.mark.parametrize("write", FORMATS.values(), ids=FORMATS)
def test_every_format_holds_every_rule(write):
    page = write()
    for entry in rules_document():
        assert entry.title in page
        assert entry.id in page


def test_the_docs_page_is_current():
    """Otherwise: gradviz rules --format markdown -o docs/rules.md"""
    assert PAGE.read_text(encoding="utf-8") == rules_markdown()


def test_the_data_can_be_read_back():
    data = json.loads(rules_json())
    assert [row["id"] for row in data["rules"]] == [entry.id for entry in rules_document()]


def test_no_line_of_the_text_page_is_wider_than_a_terminal_by_much():
    assert max(map(len, rules_text().splitlines())) < 160


def test_words_are_kept_for_no_rule_that_does_not_exist():
    stationary = {rule_id for rule_id in RULE_WORDS if rule_id.startswith("stationary.")}
    assert set(RULE_WORDS) - stationary == {rule.id for rule in every_rule()}
