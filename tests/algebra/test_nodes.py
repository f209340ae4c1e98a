"""Nodes: one object per tree, shapes checked at construction, nothing reordered."""

from __future__ import annotations

import copy
import gc
from fractions import Fraction

import pytest

from gradviz.algebra import nodes as n
from gradviz.algebra.shapes import DimProduct, Shape, ShapeError

s, t = n.Symbol("s", (1, 1)), n.Symbol("t", (1, 1))
x, y, u = n.Symbol("x", ("n", 1)), n.Symbol("y", ("n", 1)), n.Symbol("u", ("m", 1))
r = n.Symbol("r", (1, "n"))
A, B, H = n.Symbol("A", ("n", "n")), n.Symbol("B", ("m", "n")), n.Symbol("H", ("m", "m"))
W = n.Symbol("W", (2, 3))

BUILT = {
    "number": (lambda: n.Number(2), (1, 1)),
    "constant": (lambda: n.Constant("pi"), (1, 1)),
    "dimension": (lambda: n.DimNumber("n"), (1, 1)),
    "identity": (lambda: n.Identity("n"), ("n", "n")),
    "zero": (lambda: n.Zero("m", 1), ("m", 1)),
    "ones": (lambda: n.Ones("m", "n"), ("m", "n")),
    "unit": (lambda: n.Unit(2, "n"), ("n", 1)),
    "commutation": (lambda: n.Commutation("m", "n"), (DimProduct(1, ("m", "n")),) * 2),
    "sum": (lambda: n.Add(x, y), ("n", 1)),
    "product": (lambda: n.Mul(B, A, x), ("m", 1)),
    "product with a scalar inside": (lambda: n.Mul(B, s, x), ("m", 1)),
    "inner as a product": (lambda: n.Mul(n.Transpose(x), y), (1, 1)),
    "outer product": (lambda: n.Mul(x, r), ("n", "n")),
    "quotient": (lambda: n.Quotient(A, s), ("n", "n")),
    "power": (lambda: n.Power(s, t), (1, 1)),
    "matrix power": (lambda: n.MatrixPower(A, 3), ("n", "n")),
    "larger of two": (lambda: n.Larger(A, A, "max"), ("n", "n")),
    "power with a letter": (lambda: n.LetterPower(A, n.DimNumber("k")), ("n", "n")),
    "transpose": (lambda: n.Transpose(B), ("n", "m")),
    "matrix exponential": (lambda: n.MatrixFunction(A, "expm"), ("n", "n")),
    "inverse": (lambda: n.Inverse(A), ("n", "n")),
    "inner": (lambda: n.Inner(B, B), (1, 1)),
    "entrywise product": (lambda: n.Hadamard(B, B), ("m", "n")),
    "entrywise quotient": (lambda: n.HadamardQuotient(x, y), ("n", 1)),
    "entrywise power": (lambda: n.HadamardPower(B, s), ("m", "n")),
    "Kronecker": (lambda: n.Kronecker(B, x), (DimProduct(1, ("m", "n")), "n")),
    "Kronecker of fixed sizes": (lambda: n.Kronecker(W, W), (4, 9)),
    "Kronecker of mixed sizes": (lambda: n.Kronecker(W, A), (DimProduct(2, ("n",)), DimProduct(3, ("n",)))),
    "fill": (lambda: n.Fill(s, "m", "n"), ("m", "n")),
    "trace": (lambda: n.Trace(A), (1, 1)),
    "determinant": (lambda: n.Determinant(A), (1, 1)),
    "logdet": (lambda: n.LogDet(A), (1, 1)),
    "norm": (lambda: n.Norm(x, "2"), (1, 1)),
    "sum of entries": (lambda: n.Sum(B), (1, 1)),
    "logsumexp": (lambda: n.LogSumExp(x), (1, 1)),
    "largest entry": (lambda: n.Extreme(B, "max"), (1, 1)),
    "derivative of a matrix function": (
        lambda: n.FunctionChange(n.Mul(n.Transpose(B), B), n.Identity("n"), "expm"),
        ("n", "n"),
    ),
    "largest eigenvalue": (lambda: n.Eigenvalue(n.Mul(n.Transpose(B), B), "max"), (1, 1)),
    "eigenvector of the smallest eigenvalue": (lambda: n.Eigenvector(n.Mul(n.Transpose(B), B), "min"), ("n", 1)),
    "place of the smallest entry": (lambda: n.ExtremeUnit(B, "min"), ("m", "n")),
    "softmax": (lambda: n.Softmax(x), ("n", 1)),
    "softmax of rows": (lambda: n.RowSoftmax(B), ("m", "n")),
    "apply": (lambda: n.Apply(B, "exp"), ("m", "n")),
    "diag": (lambda: n.Diag(x), ("n", "n")),
    "diagonal of": (lambda: n.DiagonalOf(A), ("n", 1)),
    "vec": (lambda: n.Vec(B), (DimProduct(1, ("m", "n")), 1)),
    "unvec": (lambda: n.Unvec(n.Vec(B), "m", "n"), ("m", "n")),
    "matrix": (lambda: n.Matrix(s, t, s, t, s, t, 2, 3), (2, 3)),
    "entry": (lambda: n.Entry(A, 1, 2), (1, 1)),
    "indexed sum": (lambda: n.IndexedSum(n.Mul(n.Symbol("s_i", (1, 1)), x), "i", "k"), ("n", 1)),
    "unspecified function": (lambda: n.Unspecified(x, "L", 1), (1, 1)),
    "its gradient": (lambda: n.Unspecified(x, "L", 1, 1), ("n", 1)),
    "its Hessian": (lambda: n.Unspecified(x, "L", 1, 2), ("n", "n")),
    "unspecified column": (lambda: n.Unspecified(x, "f", "m"), ("m", 1)),
    "its Jacobian": (lambda: n.Unspecified(x, "f", "m", 1), ("m", "n")),
    "entry at a letter": (lambda: n.Entry(B, "i", "k"), (1, 1)),
    "Kronecker delta": (lambda: n.Delta("k", 1), (1, 1)),
    "partial derivative": (lambda: n.Partial(n.Entry(x, "k", 1), n.Entry(x, "i", 1)), (1, 1)),
    "name of a derivative": (lambda: n.NamedDerivative("f", "u", "n", 1, True), ("n", 1)),
    "differential": (lambda: n.Differential(B), ("m", "n")),
}


@pytest.mark.parametrize(("build", "shape"), BUILT.values(), ids=BUILT)
def test_every_node_has_its_shape_and_is_one_object_however_often_it_is_built(build, shape):
    first = build()
    assert first is build()
    assert first.shape == Shape(*shape)
    assert first.with_children(list(first.children)) is first
    assert copy.copy(first) is copy.deepcopy(first) is first
    if first.children:
        assert type(first)(*first.children, *first.data) is first


def test_every_kind_of_node_is_in_the_table():
    known = {c for c in vars(n).values() if isinstance(c, type) and issubclass(c, n.Expr) and c is not n.Expr}
    assert known == {type(build()) for build, _ in BUILT.values()} | {n.Symbol}


REFUSED = {
    "sum": (lambda: n.Add(x, u), "cannot add n×1 and m×1"),
    "sum of a column and a row": (lambda: n.Add(x, r), "cannot add n×1 and 1×n"),
    "sum of a scalar and a vector": (lambda: n.Add(s, x), "cannot add 1×1 and n×1"),
    "product": (lambda: n.Mul(A, u), "cannot multiply n×n by m×1"),
    "product of columns": (lambda: n.Mul(x, y), "cannot multiply n×1 by n×1"),
    "product past a scalar": (lambda: n.Mul(A, s, u), "cannot multiply"),
    "quotient by a vector": (lambda: n.Quotient(s, x), "only by a scalar"),
    "power of a vector": (lambda: n.Power(x, s), "needs scalars"),
    "power by a matrix": (lambda: n.Power(s, A), "needs scalars"),
    "matrix power": (lambda: n.MatrixPower(B, 2), "square"),
    "power with a letter": (lambda: n.LetterPower(B, n.DimNumber("k")), "square"),
    "matrix for an exponent": (lambda: n.LetterPower(A, A), "exponent is a scalar"),
    "matrix exponential": (lambda: n.MatrixFunction(B, "expm"), "square"),
    "inverse": (lambda: n.Inverse(B), "square matrix, not m×n"),
    "inner": (lambda: n.Inner(x, r), "equal shapes"),
    "entrywise product": (lambda: n.Hadamard(A, B), "equal shapes"),
    "third factor of an entrywise product": (lambda: n.Hadamard(A, A, B), "equal shapes"),
    "entrywise quotient": (lambda: n.HadamardQuotient(x, u), "equal shapes"),
    "entrywise power": (lambda: n.HadamardPower(x, y), "scalar exponent"),
    "fill": (lambda: n.Fill(x, "n", 1), "only a scalar"),
    "trace": (lambda: n.Trace(B), "square"),
    "determinant": (lambda: n.Determinant(x), "square"),
    "logdet": (lambda: n.LogDet(B), "square"),
    "softmax of a row": (lambda: n.Softmax(r), "column"),
    "softmax of the rows of a column": (lambda: n.RowSoftmax(x), "rows"),
    "diag of a matrix": (lambda: n.Diag(A), "column"),
    "diagonal of an oblong matrix": (lambda: n.DiagonalOf(B), "square"),
    "unvec": (lambda: n.Unvec(x, "m", "n"), "fill"),
    "too few entries": (lambda: n.Matrix(s, t, s, 2, 2), "3 entries do not fill 2×2"),
    "no entries": (lambda: n.Matrix(0, 0), "do not fill"),
    "vector as an entry": (lambda: n.Matrix(s, x, 2, 1), "an entry"),
    "entry nought": (lambda: n.Entry(A, 0, 1), "outside"),
    "entry beyond": (lambda: n.Entry(W, 3, 1), "outside"),
    "second index of a column": (lambda: n.Entry(x, 1, 2), "outside"),
    "unit vector nought": (lambda: n.Unit(0, 3), "does not exist"),
    "unit vector beyond": (lambda: n.Unit(4, 3), "does not exist"),
    "column-valued function of a matrix": (lambda: n.Unspecified(A, "L", 2), "needs a scalar or a column"),
}


@pytest.mark.parametrize(("build", "message"), REFUSED.values(), ids=REFUSED)
def test_a_node_whose_shapes_do_not_fit_cannot_be_built(build, message):
    with pytest.raises(ShapeError, match=message):
        build()


@pytest.mark.parametrize(
    "build",
    [
        n.Add,
        n.Mul,
        lambda: n.Constant("tau"),
        lambda: n.MatrixPower(A, 1),
        lambda: n.Norm(x, "3"),
        lambda: n.Norm(x, ""),
    ],
    ids=["empty sum", "empty product", "constant", "power of one", "norm 3", "nameless norm"],
)
def test_senseless_nodes_are_refused(build):
    with pytest.raises(ValueError, match=r"."):
        build()


def test_nodes_keep_the_authors_order_and_grouping():
    left, right = n.Add(n.Add(s, t), s), n.Add(s, n.Add(t, s))
    assert left is not right
    assert n.Add(s, t) is not n.Add(t, s)
    assert n.Mul(s, x) is not n.Mul(x, s)
    assert left.children[0] is n.Add(s, t)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (lambda: n.Symbol("x", ("n", 1)), lambda: n.Symbol("x", ("m", 1))),
        (lambda: n.Symbol("x", ("n", 1)), lambda: n.Symbol("x", (1, "n"))),
        (lambda: n.Symbol("A", ("n", "n")), lambda: n.Symbol("A", ("n", "n"), frozenset({"symmetric"}))),
        (lambda: n.Zero(2, 3), lambda: n.Ones(2, 3)),
        (lambda: n.Norm(B, "F"), lambda: n.Norm(B, "1")),
        (lambda: n.Identity(2), lambda: n.Identity("n")),
        (lambda: n.Apply(s, "sin"), lambda: n.Apply(s, "cos")),
        (lambda: n.Entry(A, 1, 2), lambda: n.Entry(A, 2, 1)),
        (lambda: n.Commutation("m", "n"), lambda: n.Commutation("n", "m")),
        (lambda: n.Number(Fraction(1, 2)), lambda: n.Number(2)),
    ],
)
def test_nodes_that_differ_in_anything_are_different_objects(one, other):
    assert one() is not other()


def test_numbers_are_exact_and_equal_fractions_are_one_object():
    assert n.Number(Fraction(2, 4)) is n.Number(Fraction(1, 2))
    assert n.Number(Fraction("0.1")).value * 10 == 1
    assert n.Number(3) is n.Number(Fraction(3))


def test_nodes_are_immutable():
    with pytest.raises(AttributeError, match="immutable"):
        x.shape = Shape(1, 1)
    with pytest.raises(AttributeError):
        x.other = 1


def test_a_differential_inside_is_known_at_every_level():
    deep = n.Add(x, n.Mul(A, n.Hadamard(y, n.Differential(x))))
    assert deep.has_differential
    assert not n.Add(x, n.Mul(A, y)).has_differential
    assert n.Differential(x).argument is x


def test_the_table_of_nodes_forgets_what_nobody_holds():
    from gradviz.algebra import expression

    name = "only_in_this_test"
    held = n.Mul(n.Number(7), n.Symbol(name, (1, 1)))
    gc.collect()
    before = len(expression._interned)
    del held
    gc.collect()
    assert len(expression._interned) <= before - 2


def test_names_of_declared_facts_are_part_of_a_symbol():
    declared = n.Symbol("A", ("n", "n"), frozenset({"symmetric"}))
    assert declared.properties == {"symmetric"}
    assert declared.name == "A" == repr(declared)
    assert H.properties == frozenset()
