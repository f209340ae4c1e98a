"""Numbers for the symbols: what turns a formula into something that can be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.properties import facts
from gradviz.algebra.shapes import SCALAR, Dim, DimProduct
from gradviz.numeric.labels import labels_for
from gradviz.sentences import say

__all__ = ["Array", "Binding", "Value", "default_binding", "dimension_names", "size_of"]

Array = NDArray[np.float64]
Value = float | Array

PLOTTED = 2
"""Size of a dimension of a plotted variable: a plane is what a screen shows."""
ROWS = 10
"""Size of every other dimension: enough rows of data to look like data, few enough to read."""


@dataclass(frozen=True)
class Binding:
    """Sizes for the dimensions and values for the symbols.

    Attributes
    ----------
    dims : dimension name -> size.
    values : symbol name -> value: a float for a scalar, shape (n,) for a column vector, (1, n) for a row,
        (m, n) for a matrix.
    labels : the names of the columns that are labels of data, each with its kind (`gradviz.numeric.labels`).
    """

    dims: dict[str, int] = field(default_factory=dict)
    values: dict[str, Value] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def size(self, dim: Dim) -> int:
        """The number that a dimension stands for.

        Raises
        ------
        KeyError
            When the dimension has no size here.
        """
        return size_of(dim, self.dims)

    def value(self, symbol: Symbol) -> Value:
        """The value of a symbol; KeyError when it has none."""
        return self.values[symbol.name]

    def matrix(self, symbol: Symbol) -> Array:
        """The value as a (rows, cols) array.

        Raises
        ------
        KeyError
            When the symbol has no value.
        ValueError
            When the value does not have the symbol's shape.
        """
        rows, cols = (self.size(d) for d in symbol.shape)
        given = np.asarray(self.values[symbol.name], dtype=float)
        if given.size != rows * cols:
            raise ValueError(
                say(
                    "{name} is {rows}×{columns}, but its value has {n} entries",
                    name=symbol.name,
                    rows=rows,
                    columns=cols,
                    n=given.size,
                )
            )
        return given.reshape(rows, cols)

    def with_value(self, name: str, value: Value) -> Binding:
        """The same binding with another value for one symbol."""
        return replace(self, values={**self.values, name: value})


def size_of(dim: Dim, dims: Mapping[str, int]) -> int:
    """The number that a dimension stands for; KeyError when a name has no size."""
    if isinstance(dim, int):
        return dim
    if isinstance(dim, DimProduct):
        size = dim.coefficient
        for name in dim.names:
            size *= dims[name]
        return size
    return dims[dim]


def dimension_names(symbols: Sequence[Symbol]) -> list[str]:
    """The named dimensions of some symbols, in the order in which they are met."""
    found: dict[str, None] = {}
    for symbol in symbols:
        for dim in symbol.shape:
            if isinstance(dim, DimProduct):
                found.update(dict.fromkeys(dim.names))
            elif isinstance(dim, str):
                found[dim] = None
    return list(found)


def default_binding(
    symbols: Sequence[Symbol],
    seed: int = 0,
    dims: Mapping[str, int] | None = None,
    variables: Sequence[Symbol] | None = None,
    least: Mapping[str, int] | None = None,
    labels: Mapping[str, str] | None = None,
    given: Mapping[str, Value] | None = None,
) -> Binding:
    """Seeded values that respect what is known of each symbol, rounded so that people can read them.

    Parameters
    ----------
    symbols : every symbol of the function.
    seed : the same seed gives the same values.
    dims : sizes that are already decided.
    variables : the symbols that will be plotted; their dimensions get 2. Without them, every dimension that
        is not the height of a matrix that need not be square counts as plotted.
    given : values that are known already; responses and labels are drawn to fit them.
    labels : columns that are labels, by name, with their kinds; they are drawn as such where there are data.
    least : sizes below which the function does not exist, 3 for the n of ``x_3``; smaller ones are raised.

    Notes
    -----
    A response ``y`` of as many rows as a data matrix ``X`` is drawn near the span of ``X``, so that the
    least-squares fit of one to the other lies in view.
    """
    sizes = dict(dims or {})
    plotted = _plotted_dims(symbols) if variables is None else set(dimension_names(variables))
    for name in dimension_names(symbols):
        size = sizes.get(name, PLOTTED if name in plotted else ROWS)
        sizes[name] = max(size, (least or {}).get(name, size))
    values: dict[str, Value] = {}
    data = _data_matrix(symbols, sizes)
    for symbol in sorted(symbols, key=lambda s: (s is not data, s.name)):
        # A generator for each symbol: another symbol in the text does not change this one's values.
        random = np.random.default_rng([seed, *symbol.name.encode()])
        rows, cols = (size_of(d, sizes) for d in symbol.shape)
        if given and symbol.name in given:
            values[symbol.name] = given[symbol.name]
            continue
        if symbol in (variables or ()):
            drawn = _start(rows, cols, symbol, random)
        elif (
            data is not None and symbol is not data and symbol.shape.is_column and symbol.shape.rows == data.shape.rows
        ):
            inputs = np.asarray(values[data.name])
            if labels and symbol.name in labels:
                drawn = labels_for(labels[symbol.name], inputs, random)
            else:
                drawn = _response(inputs, random, facts(symbol))
        elif labels and symbol.name in labels:
            drawn = labels_for(labels[symbol.name], random.standard_normal((rows, 2)), random)
        else:
            drawn = _draw(rows, cols, facts(symbol), random)
        values[symbol.name] = _stored(symbol, drawn)
    return Binding(sizes, values, dict(labels or {}))


def _stored(symbol: Symbol, matrix: Array) -> Value:
    if symbol.shape == SCALAR:
        return float(matrix[0, 0])
    return matrix[:, 0] if symbol.shape.is_column else matrix


def _plotted_dims(symbols: Sequence[Symbol]) -> set[str]:
    heights = {s.shape.rows for s in symbols if s.shape.is_matrix and s.shape.rows != s.shape.cols}
    return {d for d in dimension_names(symbols) if d not in heights}


def _data_matrix(symbols: Sequence[Symbol], sizes: Mapping[str, int]) -> Symbol | None:
    """A tall matrix: rows of data."""
    for symbol in symbols:
        rows, cols = (size_of(d, sizes) for d in symbol.shape)
        if rows > cols > 1:
            return symbol
    return None


def _start(rows: int, cols: int, symbol: Symbol, random: np.random.Generator) -> Array:
    """A variable begins somewhere off the origin, where there is a gradient to see."""
    if facts(symbol):
        return _draw(rows, cols, facts(symbol), random)
    if rows > 1 and cols > 1:  # of full rank: it may stand in a determinant or under an inverse
        return np.asarray(np.tri(rows, cols, -1) * 0.5 + np.triu(np.ones((rows, cols)), 1) - 1.5 * np.eye(rows, cols))
    return np.resize([-1.5, 1.0], rows * cols).reshape(rows, cols)


def _response(data: Array, random: np.random.Generator, known: frozenset[str]) -> Array:
    weights = np.resize([1.0, -0.5, 0.75], data.shape[1])
    drawn = data @ weights + 0.3 * random.standard_normal(data.shape[0])
    return np.asarray(np.round(np.abs(drawn) + 0.1 if "positive" in known else drawn, 2)[:, None])


def _draw(rows: int, cols: int, known: frozenset[str], random: np.random.Generator) -> Array:
    if rows == cols == 1:
        number = float(random.uniform(0.5, 2.0))
        return np.array([[round(number, 1)]])
    if rows != cols:
        drawn = random.standard_normal((rows, cols))
        if "positive" in known:
            drawn = np.abs(drawn) + 0.1
        elif "nonnegative" in known:
            drawn = np.abs(drawn)
        return np.round(drawn, 2)
    if "orthogonal" in known:
        if "diagonal" in known:
            return np.diag(random.choice([-1.0, 1.0], rows))
        if "symmetric" in known:  # a reflection
            normal = random.standard_normal((rows, 1))
            return np.asarray(np.eye(rows) - 2 * normal @ normal.T / float((normal**2).sum()))
        orthogonal, triangular = np.linalg.qr(random.standard_normal((rows, rows)))
        return np.asarray(orthogonal * np.sign(np.diag(triangular)))
    if "diagonal" in known:
        return np.asarray(np.diag(np.round(random.uniform(0.5, 2.5, rows), 1)))
    # Mostly the diagonal: invertible, and x'Ax is a bowl, which is the picture to begin with.
    noise = random.standard_normal((rows, rows)) * 0.5 / np.sqrt(max(rows / 2, 1))
    if "positive" in known:
        noise = np.abs(noise) + 0.1
    if "positive semidefinite" in known:
        half = np.eye(rows) + noise
        drawn = np.round(half @ half.T, 1)
        while np.linalg.eigvalsh(drawn)[0] < 0.1:  # rounding may have cost it its definiteness
            drawn += 0.5 * np.eye(rows)
        return np.asarray(drawn)
    drawn = np.round(1.5 * np.eye(rows) + noise, 1)
    if "symmetric" in known:
        drawn = np.round((drawn + drawn.T) / 2, 2)
    return np.asarray(drawn)
