"""Functions to compute with, written as nodes, and random expressions."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import hypothesis.strategies as st

from gradviz.algebra import nodes as n
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import MINUS_ONE, ONE, Add, Apply, Expr, Mul, Number, Power, Symbol
from gradviz.algebra.shapes import SCALAR

x, y = Symbol("x", SCALAR), Symbol("y", SCALAR)
A = Symbol("A", ("n", "n"))
S = Symbol("S", ("n", "n"), frozenset({"positive definite"}))
X = Symbol("X", ("m", "n"))
w = Symbol("w", ("n", 1))
b = Symbol("b", ("m", 1))
r = Symbol("r", (1, "n"))
W = Symbol("W", ("n", "n"))
TWO = Number(2)


def minus(a: Expr, b: Expr) -> Expr:
    return Add(a, Mul(MINUS_ONE, b))


ROSENBROCK = Add(Power(minus(ONE, x), TWO), Mul(Number(100), Power(minus(y, Power(x, TWO)), TWO)))
ROSENBROCK_GRADIENT = {
    x: Add(Mul(Number(-2), minus(ONE, x)), Mul(Number(-400), x, minus(y, Power(x, TWO)))),
    y: Mul(Number(200), minus(y, Power(x, TWO))),
}
RESIDUAL = minus(b, Mul(X, w))
LEAST_SQUARES = Power(n.Norm(RESIDUAL, "2"), TWO)
LEAST_SQUARES_GRADIENT = {w: Mul(Number(-2), n.Transpose(X), RESIDUAL)}
MARGIN = n.Hadamard(Mul(MINUS_ONE, b), Mul(X, w))
LOGISTIC = n.Sum(Apply(Add(n.Fill(ONE, "m", 1), Apply(MARGIN, "exp")), "log"))
LOGISTIC_GRADIENT = {w: Mul(MINUS_ONE, n.Transpose(X), n.Hadamard(b, Apply(MARGIN, "sigmoid")))}
BOWL = Mul(n.Transpose(w), A, w)
BOWL_GRADIENT = {w: Mul(Add(A, n.Transpose(A)), w)}
BARRIER = minus(Add(x, y), Add(Apply(x, "log"), Apply(y, "log")))
BARRIER_GRADIENT = {x: minus(ONE, n.Quotient(ONE, x)), y: minus(ONE, n.Quotient(ONE, y))}

SHAPES = {
    "scalar": SCALAR,
    "column": ("n", 1),
    "row": (1, "n"),
    "square": ("n", "n"),
    "data": ("m", "n"),
    "tall": ("m", 1),
}
LEAVES: dict[str, list[Expr]] = {
    "scalar": [x, y, TWO, Number(Fraction(-3, 4)), n.Constant("pi"), n.DimNumber("n")],
    "column": [w, n.Ones("n", 1), n.Unit(2, "n"), n.Zero("n", 1)],
    "row": [r, n.Transpose(w)],
    "square": [A, S, W, n.Identity("n")],
    "data": [X],
    "tall": [b, Mul(X, w)],
}
EVERYWHERE = sorted(
    f.name
    for f in FUNCTIONS.values()
    if f.domain == "real" and f.name not in {"exp", "sinh", "cosh", "tan", "step", "sign"}
)


@cache  # or the strategies would be built anew for every path through them
def expressions(kind: str, depth: int = 3) -> st.SearchStrategy[Expr]:
    """Random expressions of a kind of shape, defined everywhere (or NaN in both opinions)."""
    leaf = st.sampled_from(LEAVES[kind])
    if depth == 0:
        return leaf

    def of(other: str) -> st.SearchStrategy[Expr]:
        return st.deferred(lambda: expressions(other, depth - 1))

    same = of(kind)
    rows, cols = n.Shape(*SHAPES[kind])
    choices: list[st.SearchStrategy[Expr]] = [
        leaf,
        st.lists(same, min_size=2, max_size=3).map(lambda parts: Add(*parts)),
        st.tuples(same, same).map(lambda p: minus(*p)),
        st.tuples(of("scalar"), same).map(lambda p: Mul(*p)),
        st.tuples(same, of("scalar")).map(lambda p: n.Quotient(*p)),
        st.tuples(same, st.sampled_from(EVERYWHERE)).map(lambda p: Apply(*p)),
        st.tuples(same, same).map(lambda p: n.Hadamard(*p)),
        of("scalar").map(lambda e: n.Fill(e, rows, cols)),
    ]
    if kind == "scalar":
        choices += [
            st.tuples(same, st.sampled_from([-2, -1, 2, 3, 4, 7])).map(lambda p: Power(p[0], Number(p[1]))),
            st.tuples(of("row"), of("column")).map(lambda p: Mul(*p)),
            st.tuples(of("row"), of("square"), of("column")).map(lambda p: Mul(*p)),
            st.tuples(of("tall"), of("tall")).map(lambda p: n.Inner(*p)),
            of("square").map(n.Trace),
            of("square").map(n.Determinant),
            of("data").map(n.Sum),
            of("column").map(n.LogSumExp),
            st.tuples(of("tall"), st.sampled_from("12")).map(lambda p: n.Norm(*p)),
            of("square").map(lambda e: n.Norm(e, "F")),
            of("column").map(lambda e: n.Entry(e, 2, 1)),
            of("square").map(lambda e: n.Entry(e, 1, 2)),
        ]
    if kind == "column":
        choices += [
            st.tuples(of("square"), same).map(lambda p: Mul(*p)),
            of("row").map(n.Transpose),
            of("square").map(n.DiagonalOf),
            same.map(n.Softmax),
            st.tuples(of("square"), of("square"), same).map(lambda p: Mul(*p)),
        ]
    if kind == "square":
        choices += [
            same.map(n.Transpose),
            same.map(n.RowSoftmax),
            st.tuples(same, same).map(lambda p: Mul(*p)),
            st.tuples(of("column"), of("row")).map(lambda p: Mul(*p)),
            of("column").map(n.Diag),
            st.tuples(same, st.sampled_from([2, 3, 5])).map(lambda p: n.MatrixPower(*p)),
        ]
    if kind == "tall":
        choices.append(st.tuples(of("data"), of("column")).map(lambda p: Mul(*p)))
    return st.one_of(choices)
