"""Nodes with indices or letters: explicit matrices, entries, sums over families, unspecified functions,
``X^k``, ``max(U, V)``."""

from __future__ import annotations

from typing import Any, Self

from gradviz.algebra.expression import Expr
from gradviz.algebra.shapes import SCALAR, Dim, Shape, ShapeError

__all__ = [
    "Delta", "Entry", "Index", "IndexedSum", "Larger", "LetterPower", "Matrix", "NamedDerivative", "Partial",
    "Unspecified",
]  # fmt: skip

Index = int | str
"""The place of an entry, counted from one, or a letter that stands for any place."""


class Matrix(Expr):
    """An explicit vector or matrix of scalar entries, row by row."""

    __slots__ = ()

    def __new__(cls, *parts: Any) -> Self:
        *entries, rows, cols = parts
        if len(entries) != rows * cols or not entries:
            raise ShapeError(f"{len(entries)} entries do not fill {rows}×{cols}")
        for entry in entries:
            if not entry.is_scalar:
                raise ShapeError(f"an entry of an explicit matrix is a scalar, not {entry.shape}")
        return cls._make(tuple(entries), (rows, cols), Shape(rows, cols))


class Entry(Expr):
    """One entry ``A_ij``: places are counted from one, or letters; of a column vector ``x_i`` the second index is 1."""

    __slots__ = ()

    def __new__(cls, argument: Expr, row: Index, col: Index) -> Self:
        for index, size in ((row, argument.shape.rows), (col, argument.shape.cols)):
            if isinstance(index, int) and (index < 1 or (isinstance(size, int) and index > size)):
                raise ShapeError(f"entry {row},{col} is outside {argument.shape}")
        return cls._make((argument,), (row, col), SCALAR)

    @property
    def row(self) -> Index:
        return self.data[0]  # type: ignore[no-any-return]

    @property
    def col(self) -> Index:
        return self.data[1]  # type: ignore[no-any-return]


class Delta(Expr):
    """Kronecker's delta ``δ_ij``: one where the indices are equal, nought elsewhere."""

    __slots__ = ()

    def __new__(cls, left: Index, right: Index) -> Self:
        return cls._make((), (left, right), SCALAR)


class Partial(Expr):
    """``∂/∂x_i (...)``: a partial derivative yet to be taken, by a scalar symbol or by an entry of a symbol whose other
    entries are held constant.
    """

    __slots__ = ()

    def __new__(cls, body: Expr, by: Expr) -> Self:
        if not by.is_scalar or (by.children and not isinstance(by, Entry)):
            raise ShapeError("a partial derivative is by a scalar or by an entry")
        return cls._make((body, by), (), body.shape)


class NamedDerivative(Expr):
    """A derivative by its name: ``∇_u f``, ``∂u/∂x``; what it is equal to stands on a line of its own.

    `of` and `by` are the names of the function and of the variable; a gradient has the shape of the variable and is
    written with a nabla.
    """

    __slots__ = ()

    def __new__(cls, of: str, by: str, rows: Dim, cols: Dim, gradient: bool) -> Self:
        return cls._make((), (of, by, rows, cols, gradient), Shape(rows, cols))


class IndexedSum(Expr):
    """``Σ_{i=1}^{l} body``: the symbols of the body whose subscript holds the index are families, one value for each
    i.
    """

    __slots__ = ()

    def __new__(cls, body: Expr, index: str, upper: Dim) -> Self:
        return cls._make((body,), (index, upper), body.shape)

    @property
    def index(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]

    @property
    def upper(self) -> Dim:
        return self.data[1]  # type: ignore[no-any-return]


class Larger(Expr):
    """The larger (kind ``"max"``) or smaller (``"min"``) of two, entry by entry: ``max(0, 1 - x)``."""

    __slots__ = ()

    def __new__(cls, left: Expr, right: Expr, kind: str) -> Self:
        if kind not in ("max", "min"):
            raise ValueError(f"unknown extreme {kind!r}")
        if left.shape != right.shape:
            raise ShapeError(f"{kind} of two needs equal shapes, not {left.shape} and {right.shape}")
        return cls._make((left, right), (kind,), left.shape)

    @property
    def kind(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]


class LetterPower(Expr):
    """A square matrix to a whole power that is a letter, ``X^k`` or ``X^(k - 1)``: it is like that of a size."""

    __slots__ = ()

    def __new__(cls, base: Expr, exponent: Expr) -> Self:
        if base.shape.rows != base.shape.cols:
            raise ShapeError(f"a matrix power needs a square matrix, not {base.shape}")
        if not exponent.is_scalar:
            raise ShapeError(f"an exponent is a scalar, not {exponent.shape}")
        return cls._make((base, exponent), (), base.shape)


class Unspecified(Expr):
    """A function without a formula, ``L(y)`` or ``f(x)``, or a derivative of it, of one argument: a scalar, a column,
    or for a scalar-valued function a matrix.

    The order says which: 0 the value (a scalar, or a column of `rows`), 1 the first derivative (``∇L(y)`` in the
    shape of the argument, the Jacobian ``J_f(x)`` of a column, ``g'(s)`` of a scalar), 2 the Hessian of a scalar
    function of a column.
    """

    __slots__ = ()

    def __new__(cls, argument: Expr, name: str, rows: Dim, order: int = 0) -> Self:
        size = argument.shape.rows
        if argument.shape.cols != 1 and (rows != 1 or order == 2):
            raise ShapeError(f"{name} needs a scalar or a column, not {argument.shape}")
        if order not in (0, 1, 2) or (order == 2 and rows != 1):
            raise ValueError(
                "of an unspecified function the first derivative is known, of a scalar one also the second"
            )
        if order == 0:
            shape = Shape(rows, 1)
        elif order == 1:
            shape = argument.shape if rows == 1 else Shape(rows, size)
        else:
            shape = Shape(size, size)
        return cls._make((argument,), (name, rows, order), shape)

    @property
    def name(self) -> str:
        return self.data[0]  # type: ignore[no-any-return]

    @property
    def order(self) -> int:
        return self.data[2]  # type: ignore[no-any-return]
