"""Expressions to write: one of every class of node, and random ones of any size."""

from __future__ import annotations

import random
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.shapes import SCALAR, Shape

A = Symbol("A", ("n", "n"))
B = Symbol("B", ("n", "n"))
S = Symbol("S", ("n", "n"), frozenset({"positive definite"}))
X = Symbol("X", ("m", "n"))
w = Symbol("w", ("n", 1))
x = Symbol("x", ("n", 1))
y = Symbol("y", ("m", 1))
r = Symbol("r", (1, "n"))
s = Symbol("s", SCALAR)
t = Symbol("t", SCALAR)
SYMBOLS = (A, B, S, X, w, x, y, r, s, t)
HALF = Number(Fraction(1, 2))


def minus(a: Expr, b: Expr) -> Expr:
    return n.Add(a, n.Mul(n.MINUS_ONE, b))


RESIDUAL = minus(n.Mul(X, w), y)

ONE_OF_EACH: dict[type[Expr], Expr] = {
    n.Number: Number(Fraction(-3, 2)),
    n.Constant: n.Constant("pi"),
    n.DimNumber: n.DimNumber("n"),
    n.Symbol: x,
    n.Identity: n.Identity("n"),
    n.Zero: n.Zero("n", 1),
    n.Ones: n.Ones("n", 1),
    n.Unit: n.Unit(2, "n"),
    n.Commutation: n.Commutation("m", "n"),
    n.Add: n.Add(x, w),
    n.Mul: n.Mul(Number(2), n.Transpose(X), RESIDUAL),
    n.Quotient: n.Quotient(x, n.Add(t, n.ONE)),
    n.Power: n.Power(n.Norm(RESIDUAL, "2"), Number(2)),
    n.MatrixPower: n.MatrixPower(A, 3),
    n.Larger: n.Larger(A, A, "max"),
    n.LetterPower: n.LetterPower(A, n.Add(n.DimNumber("n"), n.MINUS_ONE)),
    n.MatrixFunction: n.MatrixFunction(A, "expm"),
    n.Transpose: n.Transpose(n.Inverse(A)),
    n.Inverse: n.Inverse(n.Mul(n.Transpose(X), X)),
    n.Inner: n.Inner(A, B),
    n.Hadamard: n.Hadamard(n.Mul(A, x), w),
    n.HadamardQuotient: n.HadamardQuotient(n.Fill(n.ONE, "n", 1), n.Add(n.Fill(n.ONE, "n", 1), n.Apply(x, "exp"))),
    n.HadamardPower: n.HadamardPower(x, Number(2)),
    n.Kronecker: n.Kronecker(A, x),
    n.Fill: n.Fill(t, "n", 1),
    n.Trace: n.Trace(n.Mul(A, B)),
    n.Determinant: n.Determinant(A),
    n.LogDet: n.LogDet(A),
    n.Norm: n.Norm(X, "F"),
    n.Sum: n.Sum(x),
    n.Extreme: n.Extreme(x, "max"),
    n.FunctionChange: n.FunctionChange(A, S, "expm"),
    n.Eigenvalue: n.Eigenvalue(n.Mul(n.Transpose(A), A), "max"),
    n.Eigenvector: n.Eigenvector(n.Mul(n.Transpose(A), A), "min"),
    n.ExtremeUnit: n.ExtremeUnit(x, "min"),
    n.LogSumExp: n.LogSumExp(x),
    n.Softmax: n.Softmax(x),
    n.RowSoftmax: n.RowSoftmax(X),
    n.Apply: n.Apply(n.Mul(A, x), "sigmoid"),
    n.Diag: n.Diag(x),
    n.DiagonalOf: n.DiagonalOf(A),
    n.Vec: n.Vec(X),
    n.Unvec: n.Unvec(n.Vec(X), "m", "n"),
    n.IndexedSum: n.IndexedSum(n.Mul(n.Transpose(Symbol("a_i", ("n", 1))), x), "i", "l"),
    n.Unspecified: n.Unspecified(x, "L", 1, 1),
    n.Matrix: n.Matrix(s, t, Number(1), n.Mul(s, t), 2, 2),
    n.Entry: n.Entry(A, 1, 2),
    n.Delta: n.Delta("k", "i"),
    n.Partial: n.Partial(n.Entry(x, "k", 1), n.Entry(x, "i", 1)),
    n.NamedDerivative: n.NamedDerivative("f", "u", "n", 1, True),
    n.Differential: n.Differential(X),
}


def every_node_class() -> list[type[Expr]]:
    """All concrete classes of nodes that exist."""
    found: list[type[Expr]] = []
    stack = list(Expr.__subclasses__())
    while stack:
        cls = stack.pop()
        found.append(cls)
        stack.extend(cls.__subclasses__())
    return sorted(found, key=lambda c: c.__name__)


class Grower:
    """Grows random expressions of a shape over `SYMBOLS`."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def grow(self, shape: Shape, depth: int) -> Expr:
        if depth == 0:
            return self.leaf(shape)
        kind = "scalar" if shape == SCALAR else "column" if shape.cols == 1 else "row" if shape.rows == 1 else "matrix"
        return self.random.choice([self.common, getattr(self, kind)])(shape, depth - 1)

    def leaf(self, shape: Shape) -> Expr:
        choices = [v for v in SYMBOLS if v.shape == shape]
        choices += [v.children[0] for v in () if v]
        if shape == SCALAR:
            choices += [Number(self.random.choice([-2, -1, 2, 3])), HALF, n.DimNumber("n"), Number(Fraction(-2, 3))]
        else:
            choices += [n.Ones(*shape), n.Fill(Number(2), *shape)]
        if shape.transposed != shape and not choices:
            choices = [n.Transpose(v) for v in SYMBOLS if v.shape == shape.transposed]
        if shape.rows == shape.cols != 1:
            choices.append(n.Identity(shape.rows))
        return self.random.choice(choices)

    def common(self, shape: Shape, depth: int) -> Expr:
        pick = self.random.randrange(10)
        same = lambda: self.grow(shape, depth)  # noqa: E731
        number = lambda: self.grow(SCALAR, depth)  # noqa: E731
        match pick:
            case 0:
                return n.Add(same(), same(), n.Mul(n.MINUS_ONE, same()))
            case 1:
                return n.Add(n.Mul(Number(-2), same()), same())
            case 2:
                return n.Mul(number(), same())
            case 3:
                return n.Mul(same(), number(), n.MINUS_ONE)
            case 4:
                return n.Quotient(same(), n.Add(n.Power(number(), Number(2)), Number(3)))
            case 5:
                return n.Hadamard(same(), same())
            case 6:
                return n.HadamardQuotient(same(), n.Add(n.HadamardPower(same(), Number(2)), n.Fill(n.ONE, *shape)))
            case 7:
                return n.Apply(same(), self.random.choice([f for f in FUNCTIONS if FUNCTIONS[f].domain == "real"]))
            case 8:
                return n.Transpose(self.grow(shape.transposed, depth))
            case _:
                return n.HadamardPower(n.Add(n.HadamardPower(same(), Number(2)), n.Fill(n.ONE, *shape)), HALF)

    def scalar(self, shape: Shape, depth: int) -> Expr:
        column, square = Shape("n", 1), Shape("n", "n")
        wide = Shape("m", "n")
        a = lambda: self.grow(column, depth)  # noqa: E731
        M = lambda: self.grow(square, depth)  # noqa: E731
        options = [
            lambda: n.Mul(n.Transpose(a()), a()),
            lambda: n.Mul(Number(-1), n.Transpose(a()), M(), a()),
            lambda: n.Inner(a(), a()),
            lambda: n.Inner(self.grow(wide, depth), self.grow(wide, depth)),
            lambda: n.Trace(M()),
            lambda: n.Determinant(M()),
            lambda: n.LogDet(n.Add(n.Mul(M(), n.Identity("n")), n.Mul(Number(9), n.Identity("n")))),
            lambda: n.Power(n.Norm(a(), "2"), Number(2)),
            lambda: n.Norm(self.grow(wide, depth), "F"),
            lambda: n.Norm(self.grow(wide, depth), "1"),
            lambda: n.Sum(M()),
            lambda: n.LogSumExp(self.grow(wide, depth)),
            lambda: n.Entry(a(), 2, 1),
            lambda: n.Entry(M(), 1, 2),
            lambda: n.Power(self.grow(SCALAR, depth), Number(3)),
            lambda: n.Power(n.Constant("e"), self.grow(SCALAR, depth)),
        ]
        return self.random.choice(options)()

    def column(self, shape: Shape, depth: int) -> Expr:
        square = Shape(shape.rows, shape.rows)
        options = [
            lambda: n.Mul(self.grow(square, depth), self.grow(shape, depth)),
            lambda: n.Mul(Number(3), self.grow(square, depth), self.grow(square, depth), self.grow(shape, depth)),
            lambda: n.Mul(self.grow(shape, depth), n.Transpose(self.grow(shape, depth)), self.grow(shape, depth)),
            lambda: n.Mul(n.Diag(self.grow(shape, depth)), self.grow(shape, depth)),
            lambda: n.DiagonalOf(self.grow(square, depth)),
            lambda: n.Softmax(self.grow(shape, depth)),
            lambda: n.Mul(self.grow(square, depth), n.Ones(shape.rows, 1)),
            lambda: n.Kronecker(self.grow(shape, depth), self.grow(SCALAR, depth)),
        ]
        return self.random.choice(options)()

    def row(self, shape: Shape, depth: int) -> Expr:
        return n.Mul(self.grow(shape, depth), self.grow(Shape(shape.cols, shape.cols), depth))

    def matrix(self, shape: Shape, depth: int) -> Expr:
        rows, cols = Shape(shape.rows, 1), Shape(1, shape.cols)
        left, right = Shape(shape.rows, shape.rows), Shape(shape.cols, shape.cols)
        options = [
            lambda: n.Mul(self.grow(rows, depth), self.grow(cols, depth)),
            lambda: n.Mul(self.grow(left, depth), self.grow(shape, depth), self.grow(right, depth)),
            lambda: n.Mul(self.grow(left, depth), self.grow(rows, depth), self.grow(cols, depth)),
            lambda: n.Mul(n.Diag(self.grow(rows, depth)), self.grow(shape, depth)),
            lambda: n.Mul(self.grow(left, depth), n.Diag(self.grow(rows, depth)), self.grow(shape, depth)),
            lambda: n.Kronecker(self.grow(rows, depth), self.grow(cols, depth)),
            lambda: n.Kronecker(self.grow(cols, depth), self.grow(rows, depth)),
        ]
        if shape.rows == shape.cols:
            options.append(lambda: n.MatrixPower(self.grow(shape, depth), 2))
            options.append(lambda: n.Inverse(n.Add(n.Mul(Number(5), n.Identity(shape.rows)), self.grow(shape, depth))))
        return self.random.choice(options)()
