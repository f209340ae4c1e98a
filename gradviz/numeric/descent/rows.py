"""Sums over rows of data seen in a function: its value and gradient estimated from some of the rows.

``f(w) = Σ_i e_i(w) + rest(w)``, where row i of the data occurs in ``e_i`` alone. A batch B of b out of n rows estimates
it by ``(n/b) Σ_{i in B} e_i + rest``, whose mean over the batches is f.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import SCALAR, Dim
from gradviz.algebra.walk import postorder
from gradviz.numeric.binding import Array, Binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.descent.squares import is_free
from gradviz.numeric.jets import along
from gradviz.numeric.program import Compiled

__all__ = ["Rows", "find_rows"]

BATCH = "b rows"
"""The dimension of a batch; no name that people type has a space in it."""
MOST_PROGRAMS = 4


class Rows:
    """A function as a sum over rows of data.

    Attributes
    ----------
    count : the number n of rows.
    data : the symbols whose rows they are.
    """

    def __init__(
        self, parts: Expr, rest: Expr | None, data: Sequence[tuple[Symbol, Symbol]], dim: Dim, setup: _Setup
    ) -> None:
        self.count = setup.binding.size(dim)
        self.data = tuple(symbol for symbol, _ in data)
        self._values = [setup.binding.matrix(symbol)[:, :, None] for symbol in self.data]
        self._members = tuple(member for _, member in data)
        scale = Symbol("n/b", SCALAR)
        self._estimate = n.Mul(scale, parts) if rest is None else n.Add(n.Mul(scale, parts), rest)
        self._arguments = (*setup.variables, *self._members, scale)
        self._setup = setup
        self._sizes = [(setup.binding.size(v.shape.rows), setup.binding.size(v.shape.cols)) for v in setup.variables]
        self.dimension = sum(r * c for r, c in self._sizes)
        self._directions = self._split(np.eye(self.dimension))
        self._programs: dict[int, Compiled] = {}
        self._program(1)  # a function without a program is told now

    def _split(self, states: Array) -> list[Array]:
        parts, start = [], 0
        for rows, cols in self._sizes:
            parts.append(states[start : start + rows * cols].reshape(cols, rows, -1).swapaxes(0, 1))
            start += rows * cols
        return parts

    def _program(self, size: int) -> Compiled:
        if size not in self._programs:
            if len(self._programs) >= MOST_PROGRAMS:
                self._programs.clear()
            binding = self._setup.binding
            sized = Binding({**binding.dims, BATCH: size}, binding.values)
            self._programs[size] = compile_expressions([self._estimate], self._arguments, sized)
        return self._programs[size]

    def gradient(self, x: Array, indices: Array) -> tuple[float, Array]:
        """f and its gradient (d,) at a state, estimated from the rows with these indices (from 0)."""
        size = len(indices)
        rows = [value[indices] for value in self._values]
        scale = np.full((1, 1, 1), self.count / size)
        still = [np.zeros((1, 1, 1))] * (len(rows) + 1)
        found = along(self._program(size), [*self._split(x[:, None]), *rows, scale], [*self._directions, *still], 1)
        value, slopes = found[0]
        return float(value[0, 0, 0]), np.array(slopes[0, 0])


class _Setup:
    """What a search needs to know."""

    def __init__(self, variables: Sequence[Symbol], binding: Binding) -> None:
        self.variables = tuple(variables)
        self.binding = binding


def find_rows(function: Expr, variables: Sequence[Symbol], binding: Binding) -> Rows | None:
    """The rows of a function, or None where it is not seen to be a sum over rows of data."""
    setup = _Setup(variables, binding)
    terms = list(function.children) if isinstance(function, n.Add) else [function]
    for dim in _candidates(function, setup):
        slicer = _Slicer(dim, setup)
        parts: list[Expr] = []
        rest: list[Expr] = []
        for term in terms:
            sliced = slicer.scalar(term)
            (rest if sliced is None else parts).append(term if sliced is None else sliced)
        # A term that still sees the rows of the data and the variables is no sum over them: f is none either.
        if parts and slicer.members and not any(_mixes(term, dim, setup) for term in rest):
            try:
                return Rows(
                    parts[0] if len(parts) == 1 else n.Add(*parts),
                    None if not rest else rest[0] if len(rest) == 1 else n.Add(*rest),
                    list(slicer.members.items()),
                    dim,
                    setup,
                )
            except CompileError:
                continue
    return None


def _candidates(function: Expr, setup: _Setup) -> list[Dim]:
    """Heights of symbols of data, the tallest first."""
    found: dict[Dim, int] = {}
    for node in postorder(function):
        if isinstance(node, Symbol) and node not in setup.variables:
            try:
                height = setup.binding.size(node.shape.rows)
            except KeyError:
                continue
            if node.shape.rows != 1:  # data may happen to have one row
                found[node.shape.rows] = height
    return sorted(found, key=lambda d: -found[d])


def _mixes(term: Expr, dim: Dim, setup: _Setup) -> bool:
    return not is_free(term, setup.variables) and any(
        isinstance(node, Symbol) and node not in setup.variables and dim in node.shape for node in postorder(term)
    )


class _Slicer:
    """Rewrites a sum over rows as the sum over the rows of a batch.

    Attributes
    ----------
    members : the symbols of data met, each with the symbol of its rows in the batch.
    """

    def __init__(self, dim: Dim, setup: _Setup) -> None:
        self.dim, self.setup = dim, setup
        self.members: dict[Symbol, Symbol] = {}

    def scalar(self, node: Expr) -> Expr | None:
        """A scalar that is a sum over the rows, over those of the batch; None for another."""
        match node:
            case n.Sum():
                inner = self.rows(node.children[0])
                return None if inner is None else n.Sum(inner)
            case n.Norm() if node.kind == "1":
                inner = self.rows(node.children[0])
                return None if inner is None else n.Norm(inner, "1")
            case n.Power() if isinstance(node.children[0], n.Norm) and node.children[0].kind != "1":
                norm, exponent = node.children
                inner = self.rows(norm.children[0])
                if inner is None or not isinstance(exponent, n.Number) or exponent.value != 2:
                    return None
                return n.Power(n.Norm(inner, norm.data[0]), exponent)
            case n.Inner():
                return self.pair(node.children[0], node.children[1], n.Inner)
            case n.Quotient() if is_free(node.children[1], self.setup.variables):
                above = self.scalar(node.children[0])
                return None if above is None else n.Quotient(above, node.children[1])
            case n.Add():
                parts = [self.scalar(term) for term in node.children]
                found = [p for p in parts if p is not None]
                return n.Add(*found) if len(found) == len(parts) else None
            case n.Mul():
                return self.product(node)
        return None

    def product(self, node: n.Mul) -> Expr | None:
        """Factors without variables times a sum over rows: a scalar one, or ``a'b``."""
        free = [f for f in node.children if f.is_scalar and is_free(f, self.setup.variables)]
        rest = [f for f in node.children if f not in free]
        found: Expr | None = None
        if len(rest) == 1:
            found = self.scalar(rest[0])
        elif len(rest) >= 2 and not any(f.is_scalar for f in rest) and isinstance(rest[0], n.Transpose):
            right = rest[1] if len(rest) == 2 else n.Mul(*rest[1:])
            if right.shape.is_column:
                found = self.pair(rest[0].children[0], right, lambda a, b: n.Mul(n.Transpose(a), b))
        elif len(rest) == 2 and isinstance(rest[0], n.Ones) and rest[1].shape.is_column:
            inner = self.rows(rest[1])
            found = None if inner is None else n.Sum(inner)
        if found is None:
            return None
        return n.Mul(*free, found) if free else found

    def pair(self, left: Expr, right: Expr, make: type[n.Inner] | object) -> Expr | None:
        a, b = self.rows(left), self.rows(right)
        assert callable(make)
        return None if a is None or b is None else make(a, b)

    def rows(self, node: Expr) -> Expr | None:
        """The rows of the batch of a matrix with a row for each row of the data; None for another."""
        if node.shape.rows != self.dim:
            return None
        match node:
            case Symbol():
                if node in self.setup.variables or node.shape.cols == self.dim:
                    return None
                return self.members.setdefault(node, Symbol(node.name, (BATCH, node.shape.cols)))
            case n.Ones():
                return n.Ones(BATCH, node.shape.cols)
            case n.Zero():
                return n.Zero(BATCH, node.shape.cols)
            case n.Fill() if node.shape.cols != self.dim:
                return n.Fill(node.children[0], BATCH, node.shape.cols)
            case n.Add() | n.Hadamard() | n.HadamardQuotient():
                parts = [self.rows(child) for child in node.children]
                found = [p for p in parts if p is not None]
                return type(node)(*found) if len(found) == len(parts) else None
            case n.HadamardPower() | n.Quotient():
                base = self.rows(node.children[0])
                return None if base is None else type(node)(base, node.children[1])
            case n.Apply():
                argument = self.rows(node.children[0])
                return None if argument is None else n.Apply(argument, node.function)
            case n.Mul():
                first = next(i for i, f in enumerate(node.children) if f.shape != SCALAR)
                head, before, tail = node.children[first], node.children[:first], node.children[first + 1 :]
                if isinstance(head, n.Diag):
                    rest = [f for f in tail if f.shape != SCALAR]
                    scalars = [*before, *(f for f in tail if f.shape == SCALAR)]
                    if not rest:
                        return None
                    product = rest[0] if len(rest) == 1 else n.Mul(*rest)
                    if product.shape.cols != 1:
                        return None
                    a, b = self.rows(head.children[0]), self.rows(product)
                    if a is None or b is None:
                        return None
                    scaled: Expr = n.Hadamard(a, b)
                    return n.Mul(*scalars, scaled) if scalars else scaled
                rows = self.rows(head)
                return None if rows is None else n.Mul(*before, rows, *tail)
        return None
