"""A function over a plane of its coordinates: what every plot and every descent reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.numeric.binding import Array, Binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.derivatives import Derivatives
from gradviz.numeric.planes import Coordinate, Direction, Plane, PlaneError, View, axis_vector, default_plane
from gradviz.sentences import say

__all__ = [
    "Coordinate",
    "Direction",
    "Landscape",
    "Plane",
    "PlaneError",
    "Reading",
    "View",
    "by_variable",
    "default_plane",
]

T = TypeVar("T")
BAND = 16_384
"""Points of a grid that are evaluated between two looks at whether it was cancelled."""
BAND_NUMBERS = 4_000_000
"""The same in numbers of the widest array, which many data make long: some hundredths of a second."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the function does at a point of the plane, for a cursor.

    Attributes
    ----------
    x, y : the point's coordinates in the plane.
    value : f; NaN or infinite where it is undefined.
    gradient : (2,), the derivatives along the plane's axes; NaN where there are none.
    """

    x: float
    y: float
    value: float
    gradient: Array

    @property
    def defined(self) -> bool:
        """Whether f has a finite value here."""
        return bool(np.isfinite(self.value))


def by_variable(stacked: Expr, variables: Sequence[Symbol]) -> dict[Symbol, Expr]:
    """A gradient by several scalars, stacked into a column or a row, as one expression a variable."""
    if len(variables) == 1:
        return {variables[0]: stacked}
    if isinstance(stacked, n.Matrix) and len(stacked.children) == len(variables):
        return dict(zip(variables, stacked.children, strict=True))
    row = stacked.shape.rows == 1
    return {v: n.Entry(stacked, 1, i + 1) if row else n.Entry(stacked, i + 1, 1) for i, v in enumerate(variables)}


class Landscape:
    """A scalar function of all its variables, its derivatives, and the plane in which it is looked at.

    A *state* is one value for every coordinate of every variable: the variables' ``vec``s, one under the
    other. In the plane what lies off it keeps the values of `origin`.

    Parameters
    ----------
    function : a scalar expression.
    gradients : variable -> gradient in the shape of the variable (or its transpose). The variables are its
        keys. Where a gradient is missing there is no field and no descent.
    hessian : the Hessian by all variables, (dimension × dimension), in the order of the state; None, or one of
        another size, has the Hessian worked out from the gradient (see `hessian_source`).
    binding : sizes, the constants, and the variables' values, which are the first `origin`.
    plane : the two axes.
    variables : the symbols that a state is made of, in order; by default the keys of `gradients`, and in any case the
        plane's.

    Attributes
    ----------
    origin : the state that the plane goes through.
    dimension : the number of coordinates of a state.
    axes : (2, dimension), how the state moves along the plane's axes.

    Raises
    ------
    CompileError
        For what has no numbers: a function that is not scalar, a symbol without a value.
    PlaneError
        For axes that do not belong to the variables.
    """

    def __init__(
        self,
        function: Expr,
        gradients: Mapping[Symbol, Expr],
        hessian: Expr | None,
        binding: Binding,
        plane: Plane,
        variables: Sequence[Symbol] = (),
    ) -> None:
        if not function.is_scalar and any(binding.size(d) != 1 for d in function.shape):
            raise CompileError(
                say("only a scalar function is a landscape, and this one is {shape}", shape=function.shape)
            )
        self.function = function
        self.gradients = dict(gradients)
        self.hessian_expression = hessian
        self.binding = binding
        self.variables: tuple[Symbol, ...] = tuple(dict.fromkeys([*(variables or gradients), *plane.symbols]))
        self._sizes = [(binding.size(v.shape.rows), binding.size(v.shape.cols)) for v in self.variables]
        self._offsets = np.cumsum([0, *[r * c for r, c in self._sizes]])
        self.dimension = int(self._offsets[-1])
        self.origin: Array = np.concatenate([binding.matrix(v).ravel(order="F") for v in self.variables])
        self.has_gradient = all(v in gradients for v in self.variables)
        self._value = compile_expressions([function], self.variables, binding)
        shaped = [_in_shape_of(v, gradients[v]) for v in self.variables] if self.has_gradient else None
        self._derivatives = Derivatives(function, self.variables, binding, shaped, hessian)
        self._once: dict[str, Any] = {}
        self._look_at(plane)

    def once(self, name: str, make: Callable[[], T]) -> T:
        """What somebody works out from the function, its derivatives and the binding, worked out when it is first asked
        for. It is the same in every plane, and threads share it.
        """
        if name not in self._once:
            self._once[name] = make()
        return cast(T, self._once[name])

    def _look_at(self, plane: Plane) -> None:
        self.plane = plane
        self.axes: Array = np.stack([axis_vector(a, self.variables, self.binding) for a in (plane.x, plane.y)])
        gram = self.axes @ self.axes.T
        if abs(np.linalg.det(gram)) < 1e-12:
            raise PlaneError(say("the two axes are the same"))
        self._dual: Array = np.asarray(np.linalg.solve(gram, self.axes), dtype=float)
        self._lay_through(self.origin)

    def _lay_through(self, state: Array) -> None:
        self.origin = np.array(state, dtype=float)
        self._anchor = np.array(self.plane.anchor) if self.plane.anchor else np.zeros(self.dimension)
        off = self.origin - self._anchor
        self._base: Array = self.origin - (self._dual @ off) @ self.axes  # the state at (0, 0)

    # --- states

    def state(self, x: float, y: float) -> Array:
        """The state at a point of the plane."""
        found: Array = self._base + x * self.axes[0] + y * self.axes[1]
        for axis, value in ((self.plane.x, x), (self.plane.y, y)):
            if isinstance(axis, Coordinate):  # exactly, whatever the rounding
                found[self._position(axis)] = value
        return found

    def _position(self, coordinate: Coordinate) -> int:
        return int(self._offsets[self.variables.index(coordinate.symbol)]) + coordinate.index

    def project(self, states: Array) -> Array:
        """The plane's coordinates of one state (2,) or of many (k, 2)."""
        if all(isinstance(a, Coordinate) for a in (self.plane.x, self.plane.y)):
            return np.asarray(states[..., [self._position(a) for a in self._coordinates()]])
        return np.asarray((states - self._anchor) @ self._dual.T)

    def _coordinates(self) -> list[Coordinate]:
        return [a for a in (self.plane.x, self.plane.y) if isinstance(a, Coordinate)]

    def components(self, gradients: Array) -> Array:
        """The derivatives along the plane's axes, (2,) or (k, 2), from gradients by the whole state."""
        with np.errstate(invalid="ignore"):  # infinite where a domain ends as that of a root does
            return np.asarray(gradients @ self.axes.T)

    def with_origin(self, state: Array) -> Landscape:
        """The same landscape with the plane laid through another state.

        A state of the plane leaves the plane, and every point's coordinates in it, as they are.
        """
        other = self._copy()
        other._lay_through(state)
        return other

    def with_plane(self, plane: Plane) -> Landscape:
        """The same function looked at in another plane; nothing is compiled anew.

        Raises
        ------
        PlaneError
            For axes that do not belong to the variables.
        """
        other = self._copy()
        other._look_at(plane)
        if plane.anchor:
            other._lay_through(np.array(plane.anchor))
        return other

    def _copy(self) -> Landscape:
        other = object.__new__(Landscape)
        other.__dict__.update(self.__dict__)
        return other

    def coordinates(self) -> list[str]:
        """The names of a state's coordinates."""
        return [
            Coordinate(v, i).label(self.binding)
            for v, (rows, cols) in zip(self.variables, self._sizes, strict=True)
            for i in range(rows * cols)
        ]

    def axis_labels(self) -> tuple[str, str]:
        """The names of the plane's axes."""
        return self.plane.x.label(self.binding), self.plane.y.label(self.binding)

    @property
    def widest(self) -> int:
        """Numbers in the largest array that the value at one point needs: what a point costs."""
        return self._value.widest

    # --- one point

    def value_at(self, state: Array) -> float:
        """``f`` at a state; NaN or infinity where it is undefined."""
        value = self._value.at(*self._split(state))[0]
        return value if isinstance(value, float) else float(np.asarray(value).item())

    def overflows_at(self, state: Array) -> bool:
        """Whether numbers too large for floats keep f from having a value at a state."""
        return self._value.overflows_at(*self._split(state))

    def gradient_at(self, state: Array) -> tuple[float, Array]:
        """``f`` and its gradient, laid out like the state.

        Raises
        ------
        CompileError
            When the landscape has no gradient.
        """
        program = self._derivatives.gradient_program
        if program is None:
            raise CompileError(say("this landscape has no gradient"))
        value, *parts = program.at(*self._split(state))
        flat = [np.asarray(p, dtype=float).ravel(order="F") for p in parts]
        return float(np.asarray(value).item()), np.concatenate(flat)

    def full_gradient_at(self, state: Array) -> Array:
        """The gradient by the whole state, (dimension,); without a gradient by differentiating the compiled function,
        exact to rounding. NaN where there is none.
        """
        _, slopes = self._derivatives.first_order(np.asarray(state, dtype=float)[:, None], np.eye(self.dimension))
        return np.concatenate(slopes)

    def hessian_at(self, state: Array) -> Array:
        """The Hessian by the whole state, (dimension, dimension), symmetric; NaN where there is none."""
        return self._derivatives.hessian_at(np.asarray(state, dtype=float))

    def plane_hessian_at(self, state: Array) -> Array:
        """The Hessian of the function drawn, by the plane's coordinates, (2, 2)."""
        _, _, second = self._derivatives.second_order(np.asarray(state, dtype=float)[:, None], self.axes)
        return np.array([[second[0][0], second[1][0]], [second[1][0], second[2][0]]])

    @property
    def hessian_source(self) -> str:
        """How Hessians in the plane are found: "symbolic", from the expression; "gradient", by the derivative of the
        compiled gradient; "function", by second derivatives of the compiled function. All are exact to rounding.
        """
        return self._derivatives.source

    @property
    def has_kinks(self) -> bool:
        """Whether the formula may have points without derivatives where it is defined, as ``|x|`` has at nought."""
        return self._derivatives.has_kinks

    def read(self, x: float, y: float) -> Reading:
        """Value and gradient at a point of the plane, for a cursor; never raises."""
        value, gx, gy = self.gradient_anywhere(np.array([x]), np.array([y]))
        return Reading(x, y, float(value[0]), np.array([gx[0], gy[0]]))

    def _split(self, state: Array) -> list[Array | float]:
        parts: list[Array | float] = []
        for i, (rows, cols) in enumerate(self._sizes):
            part = state[self._offsets[i] : self._offsets[i + 1]]
            parts.append(float(part[0]) if rows == cols == 1 else part.reshape(cols, rows).T)
        return parts

    # --- many points

    def value(self, xs: Array, ys: Array, cancelled: Callable[[], bool] = lambda: False) -> Array:
        """``f`` on a grid, (len(ys), len(xs)); rows that were not reached before `cancelled` are NaN."""
        return np.asarray(self._by_bands(xs, ys, 1, lambda x, y: self.values_at_points(x, y)[None], cancelled)[0])

    def values_at_points(self, x: Array, y: Array) -> Array:
        """``f`` at points of the plane, in the points' shape."""
        x, y = np.broadcast_arrays(x, y)
        found = self._value(*self._arguments(self._states(x.ravel(), y.ravel())))[0]
        return np.asarray(found.reshape(x.shape))

    def gradient(self, xs: Array, ys: Array) -> tuple[Array, Array, Array]:
        """``f`` and its derivatives along the plane's axes at points (not a grid), in the points' shape.

        Raises
        ------
        CompileError
            When the landscape has no gradient.
        """
        if self._derivatives.gradient_program is None:
            raise CompileError(say("this landscape has no gradient"))
        return self.gradient_anywhere(xs, ys)

    def gradient_anywhere(self, xs: Array, ys: Array) -> tuple[Array, Array, Array]:
        """Like `gradient`; without a gradient by differentiating the compiled function, exact to rounding."""
        X, Y = np.broadcast_arrays(xs, ys)
        value, (gx, gy) = self._derivatives.first_order(self._states(X.ravel(), Y.ravel()), self.axes)
        return value.reshape(X.shape), gx.reshape(X.shape), gy.reshape(X.shape)

    def second_order(self, xs: Array, ys: Array) -> tuple[Array, Array, Array, Array, Array, Array]:
        """``f, f_x, f_y, f_xx, f_xy, f_yy`` along the plane's axes at points (not a grid), in the points' shape."""
        X, Y = np.broadcast_arrays(xs, ys)
        value, first, second = self._derivatives.second_order(self._states(X.ravel(), Y.ravel()), self.axes)
        a, b, c, d, e, f = (v.reshape(X.shape) for v in (value, *first, *second))
        return a, b, c, d, e, f

    def hessian(self, xs: Array, ys: Array, cancelled: Callable[[], bool] = lambda: False) -> Array:
        """The Hessian by the plane's coordinates on a grid, (len(ys), len(xs), 2, 2); NaN where there is none and in
        rows that were not reached before `cancelled`.
        """
        second = self._by_bands(xs, ys, 3, lambda x, y: np.stack(self.second_order(x, y)[3:]), cancelled)
        return np.stack([second[0], second[1], second[1], second[2]], axis=-1).reshape(len(ys), len(xs), 2, 2)

    def coefficients(self, x: Array, y: Array, dx: Array, dy: Array, order: int) -> Array:
        """Taylor coefficients of ``s -> f(x + s dx, y + s dy)`` in the plane at points, (order + 1, points)."""
        x, y, dx, dy = np.broadcast_arrays(*(np.atleast_1d(a).astype(float) for a in (x, y, dx, dy)))
        moves = dx * self.axes[0][:, None] + dy * self.axes[1][:, None]
        return self._derivatives.coefficients(self._states(x, y), moves, order)

    def _by_bands(
        self,
        xs: Array,
        ys: Array,
        count: int,
        evaluate: Callable[[Array, Array], Array],
        cancelled: Callable[[], bool],
    ) -> Array:
        values = np.full((count, len(ys), len(xs)), np.nan)
        rows = max(1, min(BAND, BAND_NUMBERS // self.widest) // len(xs))
        for start in range(0, len(ys), rows):
            if cancelled():
                break
            values[:, start : start + rows] = evaluate(xs[None], ys[start : start + rows, None])
        return values

    def _states(self, x: Array, y: Array) -> Array:
        """States at points of the plane, (dimension, points)."""
        states = np.empty((self.dimension, x.size))
        states[:] = self._base[:, None]
        for axis, vector, values in ((self.plane.x, self.axes[0], x), (self.plane.y, self.axes[1], y)):
            for i in np.flatnonzero(vector):
                if isinstance(axis, Coordinate) and i == self._position(axis):
                    states[i] = values
                else:
                    states[i] += vector[i] * values
        return states

    def _arguments(self, states: Array) -> list[Array]:
        return self._derivatives.arguments(states)


def _in_shape_of(variable: Symbol, gradient: Expr) -> Expr:
    """The gradient in the variable's shape; another layout shows its transpose."""
    if gradient.shape != variable.shape and gradient.shape == variable.shape.transposed:
        return n.Transpose(gradient)
    return gradient
