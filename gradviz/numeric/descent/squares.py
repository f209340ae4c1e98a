"""Sums of squares seen in a function: the residuals r with ``f = Σ r_i² + c``, and their Jacobian."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.walk import postorder
from gradviz.numeric.binding import Array, Binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.jets import along
from gradviz.numeric.program import Compiled

__all__ = ["Residuals", "Square", "find_residuals", "free_value", "is_free", "squares_of"]


@dataclass(frozen=True, slots=True)
class Square:
    """A term ``weight ‖part‖²``."""

    weight: float
    part: Expr


class Residuals:
    """The residuals of a sum of squares.

    Attributes
    ----------
    squares : the terms; the residuals are their parts' entries times the roots of the weights.
    offset : the rest of f, a number.
    dimension : the number of coordinates of a state.
    """

    def __init__(self, squares: Sequence[Square], offset: float, variables: Sequence[Symbol], binding: Binding) -> None:
        self.squares = tuple(squares)
        self.offset = offset
        self._program: Compiled = compile_expressions([s.part for s in squares], variables, binding)
        self._roots = [math.sqrt(s.weight) for s in squares]
        self._sizes = [(binding.size(v.shape.rows), binding.size(v.shape.cols)) for v in variables]
        self.dimension = sum(r * c for r, c in self._sizes)
        self._directions = self._arguments(np.eye(self.dimension))

    def _arguments(self, states: Array) -> list[Array]:
        parts, start = [], 0
        for rows, cols in self._sizes:
            parts.append(states[start : start + rows * cols].reshape(cols, rows, -1).swapaxes(0, 1))
            start += rows * cols
        return parts

    def at(self, x: Array) -> tuple[Array, Array]:
        """The residuals (m,) and their Jacobian (m, d) at a state, exact to rounding."""
        series = along(self._program, self._arguments(x[:, None]), self._directions, 1)
        size = self.dimension
        values = [root * c[0].reshape(-1, size)[:, 0] for root, c in zip(self._roots, series, strict=True)]
        slopes = [root * c[1].reshape(-1, size) for root, c in zip(self._roots, series, strict=True)]
        return np.concatenate(values), np.concatenate(slopes)


def find_residuals(function: Expr, variables: Sequence[Symbol], binding: Binding) -> Residuals | None:
    """The residuals of ``‖r‖²``, ``r'r``, ``Σ r_i²``, sums of them with positive weights; None for anything else."""
    found = squares_of(function, variables, binding)
    if found is None or not found[0]:
        return None
    try:
        return Residuals(*found, variables, binding)
    except CompileError:
        return None


def squares_of(function: Expr, variables: Sequence[Symbol], binding: Binding) -> tuple[list[Square], float] | None:
    """The squares in a function and the constant beside them, or None."""
    squares: list[Square] = []
    offset = 0.0
    left: list[tuple[float, Expr]] = [(1.0, function)]
    while left:
        weight, node = left.pop()
        if isinstance(node, n.Add):
            left += [(weight, term) for term in reversed(node.children)]
            continue
        if is_free(node, variables):
            value = free_value(node, binding)
            if value is None:
                return None
            offset += weight * value
            continue
        taken = _without_weight(node, variables, binding)
        if taken is not None:
            left.append((weight * taken[0], taken[1]))
            continue
        part = _squared(node)
        if part is None or weight < 0:
            return None
        if weight > 0:
            squares.append(Square(weight, part))
    return squares, offset


def is_free(node: Expr, variables: Sequence[Symbol]) -> bool:
    """Whether no variable occurs in it."""
    wanted = set(variables)
    return not any(part in wanted for part in postorder(node))


def free_value(node: Expr, binding: Binding) -> float | None:
    """The value of a scalar without variables; None without one that is finite."""
    try:
        value = compile_expressions([node], [], binding).at()[0]
    except CompileError:
        return None
    number = float(np.asarray(value).item())
    return number if math.isfinite(number) else None


def _without_weight(node: Expr, variables: Sequence[Symbol], binding: Binding) -> tuple[float, Expr] | None:
    """A scalar factor or divisor without variables taken out of a term; None when there is none."""
    if isinstance(node, n.Quotient) and is_free(node.children[1], variables):
        value = free_value(node.children[1], binding)
        return None if not value else (1 / value, node.children[0])
    if not isinstance(node, n.Mul):
        return None
    weight, rest = 1.0, []
    for factor in node.children:
        value = free_value(factor, binding) if factor.is_scalar and is_free(factor, variables) else None
        if value is None:
            rest.append(factor)
        else:
            weight *= value
    if len(rest) == len(node.children) or not rest:
        return None
    return weight, rest[0] if len(rest) == 1 else n.Mul(*rest)


def _squared(node: Expr) -> Expr | None:
    """What a term is the (sum of the) square(s) of, or None."""
    match node:
        case n.Power() if isinstance(node.children[1], n.Number) and node.children[1].value in (2, 4, 6):
            base, half = node.children[0], int(node.children[1].value) // 2
            if half > 1:
                return n.Power(base, n.Number(half))
            if isinstance(base, n.Norm) and base.kind != "1":
                return base.children[0]
            return base
        case n.Inner() if node.children[0] is node.children[1]:
            return node.children[0]
        case n.Mul() if len(node.children) == 2:
            left, right = node.children
            if left is right and left.is_scalar:
                return left
            if isinstance(left, n.Transpose) and left.children[0] is right and right.shape.is_column:
                return right
            if right.shape.cols == 1 and _is_ones(left):
                return _entries_squared(right)
            return None
        case n.Trace():
            product = node.children[0]
            if isinstance(product, n.Mul) and len(product.children) == 2:
                left, right = product.children
                if isinstance(left, n.Transpose) and left.children[0] is right:
                    return right
                if isinstance(right, n.Transpose) and right.children[0] is left:
                    return left
            return None
        case n.Sum():
            return _entries_squared(node.children[0])
    return None


def _is_ones(row: Expr) -> bool:
    return isinstance(row, n.Ones) or (isinstance(row, n.Transpose) and isinstance(row.children[0], n.Ones))


def _entries_squared(node: Expr) -> Expr | None:
    if isinstance(node, n.HadamardPower) and isinstance(node.children[1], n.Number) and node.children[1].value == 2:
        return node.children[0]
    if isinstance(node, n.Hadamard) and len(node.children) == 2 and node.children[0] is node.children[1]:
        return node.children[0]
    return None
