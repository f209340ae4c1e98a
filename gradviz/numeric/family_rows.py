"""The body of a sum over a family for all members at once: one row a member.

Of ``Σ_i b_i`` the body ``b_i`` is a number, a vector or a product of two vectors, made of members of families and of
what all members share. Its rows are found from the inside out; ``x_i'w`` for all i is ``X w``, ``x_i x_i'w`` is X with
its rows scaled by that, and their sum is ``X'(X w)``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import ONE, Expr, Symbol
from gradviz.algebra.shapes import SCALAR, Dim
from gradviz.algebra.walk import fold

__all__ = ["summed"]

_HALF = n.Number(Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class _Shared:
    """What is the same for all members."""

    value: Expr


@dataclass(frozen=True, slots=True)
class _Rows:
    """A number, a column or a row for each member: row i of `matrix`, times entry i of `scale`, which is a column."""

    matrix: Expr
    lying: bool = False
    scale: Expr | None = None
    squared: Expr | None = None
    """The squares of these numbers, where they are roots."""

    @property
    def whole(self) -> Expr:
        if self.scale is None:
            return self.matrix
        return n.Hadamard(self.scale, self.matrix) if self.is_number else n.Mul(n.Diag(self.scale), self.matrix)

    @property
    def is_number(self) -> bool:
        return self.matrix.shape.cols == 1


@dataclass(frozen=True, slots=True)
class _Outer:
    """``s_i u_i v_i'`` for each member."""

    left: Expr
    right: Expr
    scale: Expr | None = None


@dataclass(frozen=True, slots=True)
class _Terms:
    """Parts that are summed one by one."""

    parts: tuple[_Shared | _Rows | _Outer, ...]


_Value = _Shared | _Rows | _Outer | _Terms | None
"""None: not known for all members at once."""


def summed(node: n.IndexedSum, stacks: Mapping[Symbol, Symbol]) -> Expr | None:
    """The sum as operations on whole stacks of members; None where that is not known.

    Parameters
    ----------
    node : a sum whose body has no other sum in it.
    stacks : the members under its index, each with the symbol of all.
    """
    body = _Body(node.index, node.upper, stacks)
    value = fold(node.children[0], body.visit)
    return None if value is None else body.total(value)


class _Body:
    """Rewrites the body of one sum."""

    def __init__(self, index: str, upper: Dim, stacks: Mapping[Symbol, Symbol]) -> None:
        self.index, self.upper, self.stacks = index, upper, stacks

    def total(self, value: _Shared | _Rows | _Outer | _Terms) -> Expr:
        """The sum over the members."""
        match value:
            case _Terms():
                return n.Add(*[self.total(part) for part in value.parts])
            case _Shared():
                return n.Mul(n.DimNumber(self.upper), value.value)
            case _Outer():
                middle = () if value.scale is None else (n.Diag(value.scale),)
                return n.Mul(n.Transpose(value.left), *middle, value.right)
            case _Rows() if value.is_number:
                return n.Sum(value.whole)
        ones = n.Ones(self.upper, 1) if value.scale is None else value.scale
        return n.Mul(n.Transpose(ones), value.matrix) if value.lying else n.Mul(n.Transpose(value.matrix), ones)

    def visit(self, node: Expr, c: list[_Value]) -> _Value:
        if isinstance(node, Symbol) and node in self.stacks:
            if node.shape.is_matrix:
                return None
            return _Rows(self.stacks[node], lying=node.shape.rows == 1 and node.shape != SCALAR)
        if isinstance(node, n.Unit) and node.data[0] == self.index:
            return _Rows(n.Identity(self.upper)) if node.shape.rows == self.upper else None
        if all(isinstance(v, _Shared) for v in c):
            return _Shared(node)
        if any(v is None for v in c):
            return None
        match node:
            case n.Add():
                return self.sum(c)
            case n.Mul():
                return self.product(node, c)
        rows = [self.rows(v) for v in c]
        first = rows[0]
        if first is None:
            return None
        match node:
            case n.Transpose():
                return _Rows(first.matrix, not first.lying, first.scale) if not first.is_number else first
            case n.Apply():
                return _Rows(n.Apply(first.whole, node.function), first.lying)
            case n.Power(children=(base, _)) if base is n.Constant("e") and rows[1] is not None:
                return _Rows(n.Apply(rows[1].whole, "exp"))
            case n.Power(children=(_, n.Number() as exponent)) if exponent.value == 2 and first.squared is not None:
                return _Rows(first.squared)
            case n.Power(children=(_, exponent)) | n.HadamardPower(children=(_, exponent)) if isinstance(c[1], _Shared):
                return _Rows(n.HadamardPower(first.whole, exponent), first.lying)
            case n.Sum():
                return self.across(first.whole)
            case n.Norm() if node.kind == "1":
                return self.across(n.Apply(first.whole, "abs"))
            case n.Norm() if node.kind in {"2", "F"}:
                squares = self.across(n.HadamardPower(first.whole, n.Number(2))).matrix
                return _Rows(n.HadamardPower(squares, _HALF), squared=squares)
            case n.Entry() if not first.lying:
                return _Rows(n.Mul(first.whole, n.Unit(node.data[0], first.matrix.shape.cols)))
        second = rows[1] if len(rows) == 2 else None
        if second is None:
            return None
        match node:
            case n.Quotient() if first.is_number:
                return _Rows(n.HadamardQuotient(first.whole, second.whole))
            case n.Quotient():
                above = n.Ones(self.upper, 1) if first.scale is None else first.scale
                return _Rows(first.matrix, first.lying, n.HadamardQuotient(above, second.whole))
            case n.Inner():
                return self.across(n.Hadamard(first.whole, second.whole))
            case n.Hadamard():
                return _Rows(n.Hadamard(first.whole, second.whole), first.lying)
            case n.HadamardQuotient():
                return _Rows(n.HadamardQuotient(first.whole, second.whole), first.lying)
        return None

    def rows(self, value: _Value) -> _Rows | None:
        """A value as rows: what all share is repeated for each member."""
        if isinstance(value, _Rows):
            return value
        if not isinstance(value, _Shared):
            return None
        shape = value.value.shape
        if shape == SCALAR:
            return _Rows(n.Ones(self.upper, 1) if value.value is ONE else n.Fill(value.value, self.upper, 1))
        if shape.is_column:
            return _Rows(n.Mul(n.Ones(self.upper, 1), _turned(value.value)))
        return _Rows(n.Mul(n.Ones(self.upper, 1), value.value), lying=True) if shape.rows == 1 else None

    @staticmethod
    def across(matrix: Expr) -> _Rows:
        """The sum along each row."""
        return _Rows(matrix if matrix.shape.cols == 1 else n.Mul(matrix, n.Ones(matrix.shape.cols, 1)))

    def sum(self, c: list[_Value]) -> _Value:
        rows = [self.rows(v) for v in c]
        found = [r for r in rows if r is not None]
        if len(found) == len(c):
            return _Rows(n.Add(*[r.whole for r in found]), found[0].lying)
        parts: list[_Shared | _Rows | _Outer] = []
        for v in c:
            if v is None:
                return None
            parts.extend(v.parts if isinstance(v, _Terms) else [v])
        return _Terms(tuple(parts))

    def product(self, node: n.Mul, c: list[_Value]) -> _Value:
        """Numbers gathered in front; the chain reduced where a pair of neighbours is a number or a vector."""
        shared: list[Expr] = []
        numbers: list[Expr] = []
        chain: list[_Value] = []
        for child, value in zip(node.children, c, strict=True):
            if child.shape != SCALAR:
                chain.append(value)
            elif isinstance(value, _Rows):
                numbers.append(value.whole)
            elif isinstance(value, _Shared):
                shared.append(value.value)
            else:
                return None
        while len(chain) > 1:
            pair = next(
                ((i, v) for i in range(len(chain) - 1) if (v := self.pair(*chain[i : i + 2])) is not None), None
            )
            if pair is None:
                break
            at, value = pair
            chain[at : at + 2] = [value]
            if isinstance(value, _Rows) and value.is_number:
                numbers.append(value.whole)
                del chain[at]
            elif isinstance(value, _Shared) and value.value.shape == SCALAR:
                shared.append(value.value)
                del chain[at]
        scale = None if not numbers else numbers[0] if len(numbers) == 1 else n.Hadamard(*numbers)
        if not chain:
            return None if scale is None else _Rows(n.Mul(*shared, scale) if shared else scale)
        rows = [self.rows(v) for v in chain]
        left, right = rows[0], rows[-1]
        if left is None or right is None:
            return None
        matrix = n.Mul(*shared, left.matrix) if shared else left.matrix
        if len(rows) == 1:
            return _Rows(matrix, left.lying, self.scaled(left.scale, scale))
        if len(rows) == 2 and not left.lying and right.lying:
            return _Outer(matrix, right.matrix, self.scaled(self.scaled(left.scale, right.scale), scale))
        return None

    @staticmethod
    def scaled(a: Expr | None, b: Expr | None) -> Expr | None:
        return b if a is None else a if b is None else n.Hadamard(a, b)

    @staticmethod
    def pair(left: _Value, right: _Value) -> _Value:
        """Two neighbours of a chain as one; None where they make a matrix for each member."""
        match left, right:
            case _Shared(), _Shared():
                return _Shared(n.Mul(left.value, right.value))
            case _Rows(), _Shared() if left.lying:
                return _Rows(n.Mul(left.matrix, right.value), True, left.scale)
            case _Shared(), _Rows() if not right.lying and not left.value.shape.is_column:
                return _Rows(n.Mul(right.matrix, _turned(left.value)), False, right.scale)
            case _Rows(), _Rows() if left.lying and not right.lying:
                return _Body.across(n.Hadamard(left.whole, right.whole))
        return None


def _turned(e: Expr) -> Expr:
    return e.children[0] if isinstance(e, n.Transpose) else n.Transpose(e)
