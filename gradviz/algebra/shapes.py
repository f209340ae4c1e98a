"""Shapes with symbolic dimensions, and their unification.

A dimension is an integer, a name (``"n"``) or a product of names (``m n``, from Kronecker products and ``vec``). Every
expression has a shape ``rows x cols``: a scalar is ``1 x 1``, a column vector ``n x 1``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = [
    "SCALAR",
    "Dim",
    "DimProduct",
    "Shape",
    "ShapeError",
    "UnificationError",
    "Unifier",
    "dim_product",
    "dim_text",
]


@dataclass(frozen=True, slots=True)
class DimProduct:
    """A product of named dimensions with an integer coefficient, e.g. ``2 m n``; names sorted, so that equal means
    equal.
    """

    coefficient: int
    names: tuple[str, ...]


Dim = int | str | DimProduct


class Shape(NamedTuple):
    """Rows and columns."""

    rows: Dim
    cols: Dim

    @property
    def is_scalar(self) -> bool:
        return self.rows == 1 and self.cols == 1

    @property
    def is_column(self) -> bool:
        """A proper column: one column, and rows that are not the number one."""
        return self.cols == 1 and self.rows != 1

    @property
    def is_row(self) -> bool:
        return self.rows == 1 and self.cols != 1

    @property
    def is_matrix(self) -> bool:
        return self.rows != 1 and self.cols != 1

    @property
    def transposed(self) -> Shape:
        return Shape(self.cols, self.rows)

    @property
    def space(self) -> str:
        """As a declaration has it: ``R``, ``R^n`` of columns, ``R^(n,m)``."""
        sizes = () if self.is_scalar else (self.rows,) if self.cols == 1 else self
        return space_text(*sizes)

    def __str__(self) -> str:
        return f"{dim_text(self.rows)}×{dim_text(self.cols)}"


SCALAR = Shape(1, 1)


class ShapeError(ValueError):
    """Shapes that do not fit; the message names both."""


def _parts(dim: Dim) -> tuple[int, tuple[str, ...]]:
    if isinstance(dim, int):
        return dim, ()
    if isinstance(dim, str):
        return 1, (dim,)
    return dim.coefficient, dim.names


def dim_product(a: Dim, b: Dim) -> Dim:
    """The product of two dimensions in the simplest form that holds it."""
    (p, left), (q, right) = _parts(a), _parts(b)
    names = tuple(sorted(left + right))
    if p * q == 0 or not names:
        return p * q
    if p * q == 1 and len(names) == 1:
        return names[0]
    return DimProduct(p * q, names)


def dim_text(dim: Dim) -> str:
    """``n``, ``3`` or ``2mn``."""
    if isinstance(dim, DimProduct):
        return ("" if dim.coefficient == 1 else str(dim.coefficient)) + "".join(dim.names)
    return str(dim)


def space_text(*sizes: Dim) -> str:
    """``R`` without a size, ``R^n`` with one, ``R^(n,m)`` with two."""
    inner = ",".join(map(dim_text, sizes))
    return "R" if not sizes else f"R^{inner}" if len(sizes) == 1 else f"R^({inner})"


class UnificationError(ShapeError):
    """Two dimensions that cannot be equal."""

    def __init__(self, first: Dim, second: Dim) -> None:
        super().__init__(f"{dim_text(first)} is not {dim_text(second)}")
        self.first, self.second = first, second


class Unifier:
    """Solves equations between dimensions by union-find.

    Variables are integers handed out by `variable`; they live apart from `Dim`, so that a variable is never taken
    for the number it may become. Fixed dimensions (numbers and declared names) equal only themselves.
    """

    def __init__(self) -> None:
        self._parent: list[int] = []
        self._value: list[Dim | None] = []

    def variable(self) -> int:
        """A new unknown dimension."""
        self._parent.append(len(self._parent))
        self._value.append(None)
        return len(self._parent) - 1

    def fixed(self, dim: Dim) -> int:
        """A variable that already stands for `dim`."""
        variable = self.variable()
        self._value[variable] = dim
        return variable

    def root(self, variable: int) -> int:
        while self._parent[variable] != variable:
            self._parent[variable] = self._parent[self._parent[variable]]
            variable = self._parent[variable]
        return variable

    def value(self, variable: int) -> Dim | None:
        """The dimension that `variable` was found to be, or None while it is free."""
        return self._value[self.root(variable)]

    def assign(self, variable: int, dim: Dim) -> None:
        """Let a free variable stand for `dim`, or check that it already does."""
        self.unify(variable, self.fixed(dim))

    def unify(self, a: int, b: int) -> None:
        """Demand that two variables are equal.

        Raises
        ------
        UnificationError
            When both are fixed and differ.
        """
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        first, second = self._value[a], self._value[b]
        if first is not None and second is not None and first != second:
            raise UnificationError(first, second)
        self._parent[b] = a
        if first is None:
            self._value[a] = second
