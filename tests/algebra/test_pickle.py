"""Expressions and rules go through pickle, and come back as what they were."""

from __future__ import annotations

import pickle

import gradviz
from gradviz.algebra.nodes import Add, Apply, Expr, Symbol
from gradviz.algebra.simplify import COMPACT


def test_an_expression_comes_back_as_the_same_object():
    e = gradviz.derive("logdet(X' X) + ||A x - b||^2 - max(x)", "x").core.function
    assert pickle.loads(pickle.dumps(e)) is e


def test_depth_is_no_matter():
    e: Expr = Symbol("t", (1, 1))
    for _ in range(10_000):
        e = Apply(e, "sin")
    assert pickle.loads(pickle.dumps(e)) is e


def test_a_shared_part_is_written_once():
    """A tower of sums ``e + e`` has 2^60 terms as a tree."""
    e: Expr = Symbol("t", (1, 1))
    for _ in range(60):
        e = Add(e, e)
    assert len(pickle.dumps(e)) < 10_000
    assert pickle.loads(pickle.dumps(e)) is e


def test_a_rule_keeps_what_it_says():
    for rule in COMPACT:
        assert pickle.loads(pickle.dumps(rule)) == rule


def test_a_whole_derivation_comes_back():
    found = gradviz.derive("u = y - A x\nu' u", "x").core
    assert pickle.loads(pickle.dumps(found)) == found
