"""Random well-typed expressions over all nodes, shapes and properties, for hypothesis and for seeded runs.

One maker serves both: it only ever asks to pick one of several options. What it makes is defined for most values:
logarithms and roots get positive arguments, inverses and determinants get well-conditioned ones, and fast-growing
functions get tame ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from gradviz.algebra import nodes as n
from gradviz.algebra.build import identity
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.shapes import SCALAR, Dim, Shape, dim_product

T = TypeVar("T")
Pick = Callable[[Sequence[Any]], Any]


def _symbol(name: str, rows: Dim, cols: Dim, *properties: str) -> Symbol:
    return Symbol(name, (rows, cols), frozenset(properties))


SCALARS = (_symbol("s", 1, 1), _symbol("t", 1, 1), _symbol("p", 1, 1, "positive"))
VECTORS = (_symbol("x", "n", 1), _symbol("y", "n", 1), _symbol("q", "n", 1, "positive"), _symbol("u", "m", 1))
ROWS = (_symbol("r", 1, "n"),)
SQUARE = (
    _symbol("X", "n", "n"),
    _symbol("A", "n", "n"),
    _symbol("S", "n", "n", "symmetric"),
    _symbol("P", "n", "n", "positive definite"),
    _symbol("D", "n", "n", "diagonal"),
    _symbol("Q", "n", "n", "orthogonal"),
    _symbol("G", "n", "n", "invertible"),
)
OBLONG = (_symbol("B", "m", "n"), _symbol("C", "n", "m"), _symbol("H", "m", "m"))
SYMBOLS: tuple[Symbol, ...] = (*SCALARS, *VECTORS, *ROWS, *SQUARE, *OBLONG)
VARIABLES: tuple[Symbol, ...] = (
    *(s for s in SYMBOLS if "orthogonal" not in s.properties and "positive" not in s.properties),
)
"""What random functions are differentiated by."""

COLUMN, ROW, MATRIX = Shape("n", 1), Shape(1, "n"), Shape("n", "n")
SHAPES: tuple[Shape, ...] = (SCALAR, COLUMN, ROW, MATRIX, Shape("m", 1), Shape("m", "n"), Shape("n", "m"))
TAME = ("sin", "cos", "tanh", "sigmoid", "arctan", "softplus")
KINKED = ("abs", "relu")
NUMBERS = (Fraction(2), Fraction(-1), Fraction(1, 2), Fraction(3), Fraction(-2, 3))


class Maker:
    """Makes expressions of a wanted shape.

    Parameters
    ----------
    pick : chooses one of several options.
    smooth : leave out functions with kinks, whose second derivative is zero.
    """

    def __init__(self, pick: Pick, *, smooth: bool = False) -> None:
        self.pick = pick
        self.functions = TAME if smooth else (*TAME, *KINKED)

    def expression(self, shape: Shape, depth: int) -> Expr:
        """An expression of the shape, `depth` operations deep at most."""
        if depth <= 0:
            return self.leaf(shape)
        options = [self.add, self.scaled, self.apply, self.quotient]
        if shape == SCALAR:
            options += [self.product, self.power, *([self.scalar_of_matrix] * 4)]
        else:
            options += [
                self.matmul,
                self.matmul,
                self.hadamard,
                self.hadamard_quotient,
                self.hadamard_power,
                self.transpose,
                self.fill,
            ]
            if shape.cols == 1:
                options += [self.diagonal_of, self.softmax, self.matmul]
            if shape.rows == shape.cols:
                options += [self.inverse, self.matrix_power, self.diag, self.matmul]
        return self.pick(options)(shape, depth - 1)

    # --- leaves ---

    def leaf(self, shape: Shape) -> Expr:
        options: list[Expr] = [s for s in SYMBOLS if s.shape == shape] * 4
        if shape == SCALAR:
            options += [Number(self.pick(NUMBERS)), n.DimNumber("n"), n.Constant("pi")]
        elif shape.rows == shape.cols:
            options += [n.Identity(shape.rows), n.Ones(*shape)]
        else:
            options += [n.Ones(*shape)]
        return self.pick(options)

    # --- any shape ---

    def add(self, shape: Shape, depth: int) -> Expr:
        return n.Add(*[self.expression(shape, depth) for _ in range(self.pick((2, 2, 3)))])

    def scaled(self, shape: Shape, depth: int) -> Expr:
        factor = Number(self.pick(NUMBERS)) if self.pick((True, False)) else self.expression(SCALAR, depth - 1)
        return n.Mul(factor, self.expression(shape, depth))

    def apply(self, shape: Shape, depth: int) -> Expr:
        name = self.pick((*self.functions, "exp", "log", "sqrt"))
        if name in ("log", "sqrt"):
            return n.Apply(self.positive(shape, depth), name)
        if name == "exp":
            return n.Apply(n.Apply(self.expression(shape, depth - 1), "sin"), "exp")
        return n.Apply(self.expression(shape, depth), name)

    def quotient(self, shape: Shape, depth: int) -> Expr:
        return n.Quotient(self.expression(shape, depth), self.positive(SCALAR, depth - 1))

    def positive(self, shape: Shape, depth: int) -> Expr:
        """All entries positive and not near zero."""
        inner = self.expression(shape, depth - 1)
        if shape == SCALAR:
            return self.pick(
                (
                    n.Add(Number(1), n.Power(inner, Number(2))),
                    n.Apply(n.Apply(inner, "sin"), "exp"),
                    n.Add(Number(2), n.Power(n.Norm(self.expression(COLUMN, depth - 1), "2"), Number(2))),
                    n.Add(Number(1), n.Apply(inner, "sigmoid")),
                )
            )
        return self.pick(
            (
                n.Add(n.Fill(Number(1), *shape), n.HadamardPower(inner, Number(2))),
                n.Apply(n.Apply(inner, "tanh"), "exp"),
                n.Add(n.Fill(Number(2), *shape), n.Apply(inner, "cos")),
            )
        )

    # --- scalars ---

    def product(self, shape: Shape, depth: int) -> Expr:
        return n.Mul(*[self.expression(SCALAR, depth) for _ in range(2)])

    def power(self, shape: Shape, depth: int) -> Expr:
        kind = self.pick(("whole", "whole", "root", "general"))
        if kind == "whole":
            return n.Power(self.expression(SCALAR, depth), Number(self.pick((2, 2, 3))))
        if kind == "root":
            return n.Power(
                self.positive(SCALAR, depth), Number(self.pick((Fraction(1, 2), Fraction(-1), Fraction(3, 2))))
            )
        return n.Power(self.positive(SCALAR, depth - 1), n.Apply(self.expression(SCALAR, depth - 1), "sin"))

    def scalar_of_matrix(self, shape: Shape, depth: int) -> Expr:
        kind = self.pick(
            (
                "trace",
                "det",
                "logdet",
                "norm",
                "squared norm",
                "norm1",
                "sum",
                "logsumexp",
                "extreme",
                "inner",
                "entry",
                "form",
                "log det",
                "kron",
            )
        )
        inner = self.pick(SHAPES[1:])
        match kind:
            case "trace":
                return n.Trace(self.expression(self.pick((MATRIX, Shape("m", "m"))), depth))
            case "det":
                return n.Determinant(self.definite(MATRIX, depth))
            case "logdet":
                return n.LogDet(self.definite(MATRIX, depth))
            case "log det":
                return n.Apply(n.Determinant(self.definite(MATRIX, depth)), "log")
            case "norm":
                return n.Norm(self.away_from_zero(inner, depth), "2" if 1 in inner else "F")
            case "squared norm":
                return n.Power(n.Norm(self.expression(inner, depth), "2" if 1 in inner else "F"), Number(2))
            case "norm1" if "abs" in self.functions:
                return n.Norm(self.expression(inner, depth), "1")
            case "extreme" if "abs" in self.functions:
                return n.Extreme(self.expression(inner, depth), self.pick(("max", "min")))
            case "logsumexp":
                return n.LogSumExp(self.expression(inner, depth))
            case "inner":
                return n.Inner(self.expression(inner, depth), self.expression(inner, depth))
            case "entry":
                return n.Entry(self.expression(MATRIX, depth), 1, self.pick((1, 2)))
            case "form":
                left = n.Transpose(self.expression(COLUMN, depth - 1))
                return n.Mul(left, self.expression(MATRIX, depth), self.expression(COLUMN, depth - 1))
            case "kron":
                small = self.pick((COLUMN, ROW, MATRIX))
                return n.Sum(n.Kronecker(self.expression(small, depth - 1), self.expression(inner, depth - 1)))
        return n.Sum(self.expression(inner, depth))

    def away_from_zero(self, shape: Shape, depth: int) -> Expr:
        return n.Add(n.Fill(Number(3), *shape), n.Apply(self.expression(shape, depth), "sin"))

    # --- vectors and matrices ---

    def matmul(self, shape: Shape, depth: int) -> Expr:
        middle = self.pick(("n", "n", "m"))
        factors = [self.expression(Shape(shape.rows, middle), depth), self.expression(Shape(middle, shape.cols), depth)]
        if self.pick((True, False, False)):
            factors.insert(1, self.expression(Shape(middle, middle), depth - 1))
        return n.Mul(*factors)

    def hadamard(self, shape: Shape, depth: int) -> Expr:
        return n.Hadamard(*[self.expression(shape, depth) for _ in range(self.pick((2, 2, 3)))])

    def hadamard_quotient(self, shape: Shape, depth: int) -> Expr:
        return n.HadamardQuotient(self.expression(shape, depth), self.positive(shape, depth - 1))

    def hadamard_power(self, shape: Shape, depth: int) -> Expr:
        if self.pick((True, False)):
            return n.HadamardPower(self.expression(shape, depth), Number(self.pick((2, 3))))
        return n.HadamardPower(
            self.positive(shape, depth), Number(self.pick((Fraction(1, 2), Fraction(-1), Fraction(-3, 2))))
        )

    def transpose(self, shape: Shape, depth: int) -> Expr:
        return n.Transpose(self.expression(shape.transposed, depth))

    def fill(self, shape: Shape, depth: int) -> Expr:
        return n.Fill(self.expression(SCALAR, depth), *shape)

    def diagonal_of(self, shape: Shape, depth: int) -> Expr:
        return n.DiagonalOf(self.expression(Shape(shape.rows, shape.rows), depth))

    def softmax(self, shape: Shape, depth: int) -> Expr:
        return n.Softmax(self.expression(shape, depth))

    def diag(self, shape: Shape, depth: int) -> Expr:
        return n.Diag(self.expression(Shape(shape.rows, 1), depth))

    def inverse(self, shape: Shape, depth: int) -> Expr:
        return n.Inverse(self.definite(shape, depth))

    def matrix_power(self, shape: Shape, depth: int) -> Expr:
        return n.MatrixPower(self.expression(shape, depth - 1), self.pick((2, 3)))

    def definite(self, shape: Shape, depth: int) -> Expr:
        """A matrix that is far from singular."""
        size = shape.rows
        tame = n.Apply(self.expression(Shape(size, size), depth - 1), "sin")
        options: list[Expr] = [
            n.Add(identity(size), n.Mul(n.Transpose(tame), tame)),
            n.Add(n.Mul(Number(9), identity(size)), tame),
        ]
        options += [s for s in SQUARE if s.shape == shape and s.properties & {"positive definite", "invertible"}] * 2
        return self.pick(options)

    def other(self, depth: int) -> Expr:
        """A vector or matrix of a shape of its own: of entries, stacked, or a Kronecker product."""
        kind = self.pick(("entries", "vec", "kron"))
        if kind == "vec":
            return n.Vec(self.expression(self.pick((MATRIX, Shape("m", "n"), ROW)), depth))
        if kind == "kron":
            return n.Kronecker(
                self.expression(self.pick(SHAPES[1:]), depth), self.expression(self.pick(SHAPES[1:]), depth)
            )
        rows, cols = self.pick(((2, 1), (1, 2), (2, 2)))
        return n.Matrix(*[self.expression(SCALAR, depth) for _ in range(rows * cols)], rows, cols)


@st.composite
def expressions(draw: Any, shapes: Sequence[Shape] = SHAPES, max_depth: int = 3, *, smooth: bool = False) -> Expr:
    """A random expression of one of the shapes."""
    maker = Maker(lambda options: draw(st.sampled_from(list(options))), smooth=smooth)
    return maker.expression(draw(st.sampled_from(list(shapes))), draw(st.integers(0, max_depth)))


@st.composite
def any_expressions(draw: Any, max_depth: int = 3) -> Expr:
    """A random expression of any shape, with vec, Kronecker products and explicit matrices at the top too."""
    maker = Maker(lambda options: draw(st.sampled_from(list(options))))
    depth = draw(st.integers(0, max_depth))
    return maker.other(depth) if draw(st.booleans()) else maker.expression(draw(st.sampled_from(list(SHAPES))), depth)


def seeded(seed: int, shapes: Sequence[Shape] = SHAPES, max_depth: int = 4, *, smooth: bool = False) -> Expr:
    """The random expression of a seed; every seed gives the same one on every machine."""
    random = Random(seed)
    maker = Maker(random.choice, smooth=smooth)
    depth = random.choice([*range(1, max_depth + 1), max_depth, max_depth])
    if not smooth and random.random() < 0.1:
        return maker.other(depth - 1)
    return maker.expression(random.choice(list(shapes)), depth)


def variable_of(function: Expr, seed: int) -> Symbol:
    """One of the variables that occur (any, where none occurs), the same for every run."""
    from gradviz.algebra.walk import symbols

    inside = [s for s in symbols(function) if s in VARIABLES]
    return Random(seed).choice(inside or list(VARIABLES))


__all__ = [
    "SHAPES",
    "SYMBOLS",
    "VARIABLES",
    "Maker",
    "any_expressions",
    "dim_product",
    "expressions",
    "seeded",
    "variable_of",
]
