"""Expressions as JSON: the same object comes back, and nothing else comes in."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.algebra.serialise import from_data, to_data
from tests.algebra.test_nodes import BUILT
from tests.bounds import bounded
from tests.strategies import any_expressions

x = n.Symbol("x", ("n", 1))
A = n.Symbol("A", ("n", "n"), frozenset({"positive definite", "diagonal"}))
SCALAR_ROW = ["Symbol", [], ["s", {"shape": [1, 1]}, {"set": []}]]
MATRIX_ROW = ["Symbol", [], ["A", {"shape": ["n", "n"]}, {"set": []}]]


def through_json(*roots: Expr) -> list[Expr]:
    return from_data(json.loads(json.dumps(to_data(*roots))))


@pytest.mark.parametrize("build", [build for build, _ in BUILT.values()], ids=BUILT)
def test_every_kind_of_node_comes_back_as_itself(build):
    assert through_json(build()) == [build()]


@given(st.lists(any_expressions(), min_size=1, max_size=3))
def test_random_expressions_come_back_as_themselves(roots):
    assert through_json(*roots) == roots


def test_properties_and_shared_parts_survive():
    part = n.Mul(A, x)
    data = to_data(n.Hadamard(part, part), part)
    assert len(data["nodes"]) == 4
    assert through_json(part)[0].children[0].properties == {"positive definite", "diagonal"}


def test_a_dag_is_written_once_for_each_node():
    e: Expr = x
    for _ in range(100):
        e = n.Hadamard(e, e)
    assert len(to_data(e)["nodes"]) == 101
    assert through_json(e) == [e]


def nested_shape(depth: int) -> dict:
    data: dict = {"shape": [1, 1]}
    for _ in range(depth):
        data = {"shape": [data, 1]}
    return data


def one(name, children=(), fields=(), before=()):
    return {"nodes": [*before, [name, list(children), list(fields)]], "roots": [len(before)]}


NOT_EXPRESSIONS = {
    "nothing": None,
    "a number": 5,
    "a text": "x",
    "a list": [],
    "an empty object": {},
    "no roots": {"nodes": []},
    "nodes that are a text": {"nodes": "abc", "roots": []},
    "roots that are no list": {"nodes": [SCALAR_ROW], "roots": 0},
    "root beyond": {"nodes": [SCALAR_ROW], "roots": [1]},
    "root before": {"nodes": [SCALAR_ROW], "roots": [-1]},
    "root true": {"nodes": [SCALAR_ROW, SCALAR_ROW], "roots": [True]},
    "root that is no position": {"nodes": [SCALAR_ROW], "roots": [0.0]},
    "child that comes later": {"nodes": [["Transpose", [1], []], SCALAR_ROW], "roots": [0]},
    "child itself": one("Transpose", [0]),
    "child before the first": one("Transpose", [-1], before=[SCALAR_ROW]),
    "child that is a text": one("Transpose", ["0"], before=[SCALAR_ROW]),
    "unknown class": one("System"),
    "the base class": one("Expr"),
    "a class that is no text": one(["Number"], [], [1]),
    "a dunder": one("__class__"),
    "row of two": {"nodes": [["Number", []]], "roots": [0]},
    "too few fields": one("Identity"),
    "too many fields": one("Identity", [], ["n", "n"]),
    "too few children": one("Quotient", [0], before=[SCALAR_ROW]),
    "too many children": one("Transpose", [0, 0], before=[SCALAR_ROW]),
    "children of a leaf": one("Identity", [0], ["n"], before=[SCALAR_ROW]),
    "number from a float": one("Number", [], [1.5]),
    "number from a text": one("Number", [], ["1e999999999"]),
    "infinite number": one("Number", [], [float("inf")]),
    "not a number": one("Number", [], [float("nan")]),
    "division by zero": one("Number", [], [{"fraction": ["1", "0"]}]),
    "number with a million digits": one("Number", [], [{"fraction": ["9" * 10**6, "1"]}]),
    "number with an exponent": one("Number", [], [{"fraction": ["1e9", "1"]}]),
    "size nought": one("Identity", [], [0]),
    "negative size": one("Identity", [], [-3]),
    "no size": one("Identity", [], [None]),
    "broken size": one("Identity", [], [1.5]),
    "true size": one("Identity", [], [True]),
    "list as a size": one("Identity", [], [[1]]),
    "code as a size": one("DimNumber", [], ["import os"]),
    "product of sizes with nought": one("Identity", [], [{"dim": [0, ["n"]]}]),
    "deep shapes": one("Identity", [], [nested_shape(5000)]),
    "code as a name": one("Symbol", [], ["x\n'; import os", {"shape": [1, 1]}, {"set": []}]),
    "number as a name": one("Symbol", [], [5, {"shape": [1, 1]}, {"set": []}]),
    "empty name": one("Symbol", [], ["", {"shape": [1, 1]}, {"set": []}]),
    "dunder name": one("Symbol", [], ["__import__", {"shape": [1, 1]}, {"set": []}]),
    "unknown property": one("Symbol", [], ["x", {"shape": [1, 1]}, {"set": ["nonsense"]}]),
    "properties in a text": one("Symbol", [], ["x", {"shape": [1, 1]}, {"set": "symmetric"}]),
    "shape of three": one("Symbol", [], ["x", {"shape": [1, 1, 1]}, {"set": []}]),
    "plain shape": one("Symbol", [], ["x", [1, 1], {"set": []}]),
    "two tags": one("Symbol", [], ["x", {"shape": [1, 1], "set": []}, {"set": []}]),
    "unknown function": one("Apply", [0], ["__import__"], before=[SCALAR_ROW]),
    "unknown constant": one("Constant", [], ["tau"]),
    "unknown norm": one("Norm", [0], ["9"], before=[SCALAR_ROW]),
    "broken exponent": one("MatrixPower", [0], [2.5], before=[MATRIX_ROW]),
    "exponent one": one("MatrixPower", [0], [1], before=[MATRIX_ROW]),
    "huge exponent": one("MatrixPower", [0], [10**18], before=[MATRIX_ROW]),
    "negative matrix": one("Matrix", [0], [-1, -1], before=[SCALAR_ROW]),
    "entry outside": one("Entry", [0], [2, 1], before=[SCALAR_ROW]),
    "shapes that do not fit": one("Add", [0, 1], before=[SCALAR_ROW, MATRIX_ROW]),
    "empty sum": one("Add"),
    "empty entrywise product": one("Hadamard"),
}


@pytest.mark.parametrize("data", NOT_EXPRESSIONS.values(), ids=NOT_EXPRESSIONS)
def test_what_cannot_have_been_written_here_is_refused_at_once(data):
    with bounded(5), pytest.raises(ValueError, match=r".") as caught:
        from_data(data)
    assert type(caught.value).__module__ != "json"


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats()
    | st.sampled_from(["Number", "Symbol", "x", "n", "1", ""]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["nodes", "roots", "shape", "set", "fraction", "dim"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(json_values)
def test_any_json_is_an_expression_or_refused(data):
    try:
        roots = from_data(data)
    except ValueError:
        return
    assert through_json(*roots) == roots


@given(any_expressions(2), st.data())
def test_a_damaged_file_is_an_expression_or_refused(e, data):
    written = json.loads(json.dumps(to_data(e)))
    row = data.draw(st.sampled_from(written["nodes"]))
    row[data.draw(st.integers(0, 2))] = data.draw(json_values)
    try:
        roots = from_data(written)
    except ValueError:
        return
    assert through_json(*roots) == roots
