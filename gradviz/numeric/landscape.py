"""A function over the plane of two of its coordinates: what every plot and every descent reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.numeric.binding import Array, Binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.program import Compiled

__all__ = ["Coordinate", "Landscape", "Plane", "View", "by_variable", "default_plane"]


@dataclass(frozen=True, slots=True)
class Coordinate:
    """One entry of a symbol; `index` counts from nought down the columns, ``vec``-wise."""

    symbol: Symbol
    index: int = 0

    def label(self, binding: Binding) -> str:
        """The coordinate's name in the language users type: ``x``, ``w_2``, ``W_12``."""
        rows, cols = (binding.size(d) for d in self.symbol.shape)
        name = self.symbol.name
        if rows == cols == 1:
            return name
        if cols == 1 or rows == 1:
            return f"{name}_{self.index + 1}"
        row, col = self.index % rows + 1, self.index // rows + 1
        return f"{name}_{row}{col}" if rows < 10 and cols < 10 else f"{name}_{row},{col}"


@dataclass(frozen=True, slots=True)
class Plane:
    """The two coordinates that are drawn."""

    x: Coordinate
    y: Coordinate


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle of the plane."""

    x0: float
    x1: float
    y0: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    def axes(self, columns: int, rows: int) -> tuple[Array, Array]:
        """Evenly spaced coordinates that include the edges."""
        return np.linspace(self.x0, self.x1, columns), np.linspace(self.y0, self.y1, rows)


def default_plane(variables: Sequence[Symbol], binding: Binding) -> Plane | None:
    """The first two coordinates of the variables; None when there is only one."""
    found: list[Coordinate] = []
    for symbol in variables:
        rows, cols = (binding.size(d) for d in symbol.shape)
        order = [0, rows] if rows == 1 or (cols > 1 and rows > 1) else [0, 1]  # a matrix shows its first row
        if rows == 1:
            order = list(range(min(cols, 2)))
        found += [Coordinate(symbol, i) for i in order if i < rows * cols]
        if len(found) >= 2:
            return Plane(found[0], found[1])
    return None


def by_variable(stacked: Expr, variables: Sequence[Symbol]) -> dict[Symbol, Expr]:
    """A gradient by several scalars, stacked into a column or a row, as one expression a variable."""
    if len(variables) == 1:
        return {variables[0]: stacked}
    if isinstance(stacked, n.Matrix) and len(stacked.children) == len(variables):
        return dict(zip(variables, stacked.children, strict=True))
    row = stacked.shape.rows == 1
    return {v: n.Entry(stacked, 1, i + 1) if row else n.Entry(stacked, i + 1, 1) for i, v in enumerate(variables)}


class Landscape:
    """A scalar function of all its variables, its gradient, and the plane in which it is looked at.

    A *state* is one value for every coordinate of every variable: the variables' ``vec``s, one under the
    other. In the plane the other coordinates keep the values of `origin`.

    Parameters
    ----------
    function : a scalar expression.
    gradients : variable -> gradient in the shape of the variable (or its transpose). The variables are its
        keys. Where a gradient is missing there is no field and no descent.
    hessian : not needed yet by any view.
    binding : sizes, the constants, and the variables' values, which are the first `origin`.
    plane : the two coordinates.

    Raises
    ------
    CompileError
        For what has no numbers: a function that is not scalar, a symbol without a value.
    """

    def __init__(
        self,
        function: Expr,
        gradients: Mapping[Symbol, Expr],
        hessian: Expr | None,
        binding: Binding,
        plane: Plane,
    ) -> None:
        if not function.is_scalar and any(binding.size(d) != 1 for d in function.shape):
            raise CompileError(f"only a scalar function is a landscape, and this one is {function.shape}")
        self.function = function
        self.gradients = dict(gradients)
        self.hessian = hessian
        self.binding = binding
        self.plane = plane
        plotted = [plane.x.symbol, plane.y.symbol]
        self.variables: tuple[Symbol, ...] = tuple(dict.fromkeys([*gradients, *plotted]))
        self._sizes = [(binding.size(v.shape.rows), binding.size(v.shape.cols)) for v in self.variables]
        self._offsets = np.cumsum([0, *[r * c for r, c in self._sizes]])
        self.dimension = int(self._offsets[-1])
        self.origin: Array = np.concatenate([binding.matrix(v).ravel(order="F") for v in self.variables])
        self._x, self._y = self._position(plane.x), self._position(plane.y)
        self.has_gradient = all(v in gradients for v in self.variables)
        self._value = compile_expressions([function], self.variables, binding)
        self._gradient: Compiled | None = None
        if self.has_gradient:
            shaped = [_in_shape_of(v, gradients[v]) for v in self.variables]
            self._gradient = compile_expressions([function, *shaped], self.variables, binding)

    # --- states

    def _position(self, coordinate: Coordinate) -> int:
        return int(self._offsets[self.variables.index(coordinate.symbol)]) + coordinate.index

    def state(self, x: float, y: float) -> Array:
        """The state at a point of the plane."""
        state = self.origin.copy()
        state[self._x], state[self._y] = x, y
        return state

    def project(self, states: Array) -> Array:
        """The plane's coordinates of one state (2,) or of many (k, 2)."""
        return np.asarray(states[..., [self._x, self._y]])

    def with_origin(self, state: Array) -> Landscape:
        """The same landscape with the plane laid through another state."""
        other = object.__new__(Landscape)
        other.__dict__.update(self.__dict__)
        other.origin = np.array(state, dtype=float)
        return other

    def coordinates(self) -> list[str]:
        """The names of a state's coordinates."""
        return [
            Coordinate(v, i).label(self.binding)
            for v, (rows, cols) in zip(self.variables, self._sizes, strict=True)
            for i in range(rows * cols)
        ]

    # --- one point

    def value_at(self, state: Array) -> float:
        """``f`` at a state; NaN or infinity where it is undefined."""
        value = self._value.at(*self._split(state))[0]
        return value if isinstance(value, float) else float(np.asarray(value).item())

    def gradient_at(self, state: Array) -> tuple[float, Array]:
        """``f`` and its gradient, laid out like the state.

        Raises
        ------
        CompileError
            When the landscape has no gradient.
        """
        if self._gradient is None:
            raise CompileError("this landscape has no gradient")
        value, *parts = self._gradient.at(*self._split(state))
        flat = [np.asarray(p, dtype=float).ravel(order="F") for p in parts]
        return float(np.asarray(value).item()), np.concatenate(flat)

    def _split(self, state: Array) -> list[Array | float]:
        parts: list[Array | float] = []
        for i, (rows, cols) in enumerate(self._sizes):
            part = state[self._offsets[i] : self._offsets[i + 1]]
            parts.append(float(part[0]) if rows == cols == 1 else part.reshape(cols, rows).T)
        return parts

    # --- many points

    def value(self, xs: Array, ys: Array, cancelled: Callable[[], bool] = lambda: False) -> Array:
        """``f`` on a grid, (len(ys), len(xs)); rows that were not reached before `cancelled` are NaN."""
        values = np.full((len(ys), len(xs)), np.nan)
        rows = max(1, 16_384 // len(xs))
        for start in range(0, len(ys), rows):
            if cancelled():
                break
            band = ys[start : start + rows]
            X, Y = np.broadcast_arrays(xs[None], band[:, None])
            values[start : start + rows] = self._value(*self._batched(X.ravel(), Y.ravel()))[0].reshape(X.shape)
        return values

    def gradient(self, xs: Array, ys: Array) -> tuple[Array, Array, Array]:
        """``f`` and its two partial derivatives in the plane at points (not a grid), in the points' shape."""
        if self._gradient is None:
            raise CompileError("this landscape has no gradient")
        X, Y = np.broadcast_arrays(xs, ys)
        value, *parts = self._gradient(*self._batched(X.ravel(), Y.ravel()))
        components = []
        for coordinate in (self.plane.x, self.plane.y):
            which = self.variables.index(coordinate.symbol)
            rows, cols = self._sizes[which]
            part = parts[which].reshape(rows, cols, -1)
            components.append(part[coordinate.index % rows, coordinate.index // rows].reshape(X.shape))
        return value.reshape(X.shape), components[0], components[1]

    def _batched(self, x: Array, y: Array) -> list[Array]:
        arguments = []
        for i, (rows, cols) in enumerate(self._sizes):
            start, end = int(self._offsets[i]), int(self._offsets[i + 1])
            part = np.empty((end - start, x.size))
            part[:] = self.origin[start:end, None]
            for position, values in ((self._x, x), (self._y, y)):
                if start <= position < end:
                    part[position - start] = values
            arguments.append(part.reshape(cols, rows, -1).swapaxes(0, 1))
        return arguments


def _in_shape_of(variable: Symbol, gradient: Expr) -> Expr:
    """The gradient in the variable's shape; another layout shows its transpose."""
    if gradient.shape != variable.shape and gradient.shape == variable.shape.transposed:
        return n.Transpose(gradient)
    return gradient
