"""Walks: right, iterative at any depth, and as cheap as the DAG."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.algebra import nodes as n
from gradviz.algebra import serialise, walk
from gradviz.algebra.build import tidy, transposed
from gradviz.algebra.difference import difference
from gradviz.algebra.properties import facts
from gradviz.algebra.rewriting import rewrite
from gradviz.algebra.simplify import COMPACT
from gradviz.algebra.simplify.collect import size
from tests.bounds import bounded
from tests.strategies import any_expressions

s, t = n.Symbol("s", (1, 1)), n.Symbol("t", (1, 1))
x, y = n.Symbol("x", ("n", 1)), n.Symbol("y", ("n", 1))
A = n.Symbol("A", ("n", "n"))
DEPTH = 10_000
WIDE_DAG = 200


def deep() -> n.Expr:
    """Ten thousand operations, one inside another."""
    e: n.Expr = x
    for i in range(DEPTH):
        e = n.Add(e, y) if i % 2 else n.Apply(e, "sin")
    return e


def doubled() -> n.Expr:
    """A DAG of 200 nodes that is a tree of 2^200."""
    e: n.Expr = x
    for _ in range(WIDE_DAG):
        e = n.Hadamard(e, e)
    return e


WALKS = {
    "postorder": lambda e: sum(1 for _ in walk.postorder(e)),
    "preorder": lambda e: sum(1 for _ in walk.preorder(e)),
    "fold": lambda e: walk.fold(e, lambda node, below: 1 + max(below, default=0)),
    "transform": lambda e: walk.transform(e, lambda node: node),
    "substitute": lambda e: walk.substitute(e, {x: y}),
    "symbols": walk.symbols,
    "contains": lambda e: walk.contains(e, n.Number(77)),
    "depends_on": lambda e: walk.depends_on(e, [s]),
    "node_count": walk.node_count,
    "facts": facts,
    "transposed": transposed,
    "tidy": tidy,
    "tidy a differential": lambda e: tidy(n.Differential(e)),
    "size": size,
    "difference": lambda e: difference(e, n.Apply(e, "cos")),
    "rewrite": lambda e: rewrite(e, COMPACT),
    "serialise": lambda e: serialise.from_data(json.loads(json.dumps(serialise.to_data(e)))),
    "repr": repr,
}


@pytest.mark.parametrize("name", WALKS)
def test_walks_go_ten_thousand_deep(name):
    WALKS[name](deep())


def test_paths_and_replacement_go_ten_thousand_deep():
    e = deep()
    (path, *_) = walk.paths_to(e, lambda part: part is x)
    assert len(path) == DEPTH
    assert walk.part_at(e, path) is x
    assert walk.replace_at(e, path, x) is e
    assert walk.contains(walk.replace_at(e, path, n.Ones("n", 1)), n.Ones("n", 1))


@pytest.mark.parametrize("name", [name for name in WALKS if name not in ("rewrite", "repr")])
def test_walks_cost_what_the_dag_costs(name):
    e = doubled()
    with bounded(5):
        WALKS[name](e)


def test_walking_orders():
    e = n.Mul(A, n.Add(x, n.Mul(A, y)))
    assert list(walk.preorder(e)) == [e, A, n.Add(x, n.Mul(A, y)), x, n.Mul(A, y), y]
    order = list(walk.postorder(e))
    assert order[-1] is e
    assert all(order.index(c) < order.index(p) for p in order for c in p.children)
    assert walk.symbols(e) == [A, x, y]
    assert walk.node_count(e) == 6


def test_fold_visits_shared_parts_once_and_reuses_a_memo():
    visits = []
    part = n.Apply(x, "exp")
    memo: dict[n.Expr, int] = {}
    first = walk.fold(n.Hadamard(part, part), lambda e, below: visits.append(e) or 1 + sum(below), memo)
    assert (first, len(visits)) == (5, 3)
    assert walk.fold(n.Add(part, x), lambda e, below: visits.append(e) or 1 + sum(below), memo) == 4
    assert len(visits) == 4


def test_substitution_happens_everywhere_at_once():
    swapped = walk.substitute(n.Add(n.Mul(s, t), s), {s: t, t: s})
    assert swapped is n.Add(n.Mul(t, s), t)
    assert walk.substitute(n.Mul(s, x), {s: n.Mul(s, s)}) is n.Mul(n.Mul(s, s), x)  # not searched again
    assert walk.substitute(n.Mul(A, x), {A: n.Identity("n")}) is n.Mul(n.Identity("n"), x)


@given(any_expressions(), st.data())
def test_paths_lead_where_they_say_and_replacing_what_is_there_changes_nothing(e, data):
    wanted = data.draw(st.sampled_from(list(walk.preorder(e))))
    paths = walk.paths_to(e, lambda part: part is wanted, outermost=False)
    assert paths
    for path in paths:
        assert walk.part_at(e, path) is wanted
        assert walk.replace_at(e, path, wanted) is e
    assert walk.contains(e, wanted)


@given(any_expressions(), any_expressions())
def test_difference_accounts_for_every_change(a, b):
    gone, new = difference(a, b)
    assert (not gone and not new) == (a is b)
    for path in gone:
        walk.part_at(a, path)
    for path in new:
        walk.part_at(b, path)


def test_difference_finds_the_smallest_parts():
    before = n.Add(n.Mul(A, x), y)
    assert difference(before, n.Add(n.Mul(A, y), y)) == (((0, 1),), ((0, 1),))
    assert difference(before, n.Add(y, n.Mul(A, x), x)) == ((), ((2,),))
    assert difference(before, n.Apply(y, "exp")) == (((),), ((),))
    assert difference(n.Add(x, y, x), n.Add(x, y)) == (((2,),), ())


def test_difference_is_cheap_on_a_dag_with_one_changed_leaf():
    e: n.Expr = x
    f: n.Expr = y
    for _ in range(21):
        e, f = n.HadamardQuotient(e, e), n.HadamardQuotient(f, f)
    with bounded(5):
        difference(e, f)
