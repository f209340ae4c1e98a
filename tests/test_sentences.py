"""Sentences are English texts that know how they were made."""

from __future__ import annotations

import json
import pickle
from copy import deepcopy

import pytest

from gradviz.calculus.trail import CannotError
from gradviz.gui.worker import protocol as worker_protocol
from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.sentences import Sentence, counted, joined, listed, say


def test_sentence_is_the_english_text():
    said = say("{name} is declared twice", name="x")
    assert said == "x is declared twice"
    assert (said.source, said.values) == ("{name} is declared twice", {"name": "x"})


def test_braces_are_braces_where_nothing_is_filled_in():
    assert say("write \\frac{a}{b}") == "write \\frac{a}{b}"


@pytest.mark.parametrize(("n", "text"), [(1, "1 term"), (0, "0 terms"), (5, "5 terms")])
def test_counted_sentence_has_two_english_forms_and_one_source(n, text):
    said = counted("{n} term", "{n} terms", n)
    assert said == text
    assert (said.source, said.amount) == ("{n} terms", n)


@pytest.mark.parametrize(
    ("parts", "last", "text"),
    [([], "and", ""), (["a"], "and", "a"), (["a", "b"], "or", "a or b"), (["a", "b", "c"], "and", "a, b and c")],
)
def test_list_of_parts(parts, last, text):
    assert listed(parts, last) == text


def test_joined_sentences_keep_what_can_be_translated():
    both = joined([say("one {n}", n=1), "two"], "; ")
    assert both == "one 1; two"
    assert isinstance(both, Sentence)
    assert isinstance(both.values["part1"], Sentence)


def test_error_keeps_its_sentence():
    said = str(CannotError(say("not by {name}", name="x")))
    assert isinstance(said, Sentence)
    assert said.values == {"name": "x"}


SENTENCES = [
    say("plain"),
    say("{a!r} and {b:,}", a="x'", b=12345),
    counted("{n} step", "{n} steps", 1),
    say("outer {inner}", inner=say("inner {x}", x=2)),
    Sentence("Read off", context="RuleName"),
    joined([say("a"), counted("{n} b", "{n} bs", 3)], "\n"),
]


@pytest.mark.parametrize("said", SENTENCES)
@pytest.mark.parametrize(
    "carry",
    [
        deepcopy,
        lambda s: pickle.loads(pickle.dumps(s)),
        lambda s: Sentence.from_data(json.loads(json.dumps(s.to_data()))),
        lambda s: worker_protocol.Unpacker().feed(worker_protocol.pack({"lines": [{"title": s}]}))[0]["lines"][0][
            "title"
        ],
    ],
    ids=["copy", "pickle", "json", "worker"],
)
def test_sentence_travels_whole(said, carry):
    there = carry(said)
    assert type(there) is Sentence
    assert there == said
    assert there.to_data() == said.to_data()


MISTAKES = ["A x + x'", "foo(x)", "x +", "\\foo x", "A in R^(n,m) symmetric\nA", "(x", "\\sum_{i=1"]


@pytest.mark.parametrize("text", MISTAKES)
def test_what_is_wrong_with_a_text_is_said_in_sentences(text):
    with pytest.raises(LanguageError) as caught:
        parse(text)
    for diagnostic in caught.value.diagnostics:
        assert isinstance(diagnostic.message, Sentence), diagnostic
        assert isinstance(diagnostic.suggestion, Sentence) or not diagnostic.suggestion, diagnostic


def test_what_was_assumed_is_said_in_sentences():
    problem = parse("||y - X w||^2 + lambda sum(abs(w)) + logdet(X' X)")
    assert problem.assumptions
    for assumption in problem.assumptions:
        assert isinstance(assumption.statement, Sentence), assumption
        assert isinstance(assumption.reason, Sentence), assumption
