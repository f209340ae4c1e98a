"""A function along one line: a coordinate of its variables, or a direction through a state."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.numeric.binding import Array, Binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.one_sided import along_or_beside, has_kinks
from gradviz.numeric.planes import Axis, Coordinate, PlaneError, axis_vector
from gradviz.sentences import say

__all__ = ["Curve", "curve_through"]


class Curve:
    """A scalar function of one number ``t``: what a plotted curve and its Taylor polynomials read.

    Parameters
    ----------
    function : a scalar expression.
    variables : the symbols that a state is made of; every other symbol takes its value from `binding`.
    binding : sizes, constants, and the variables' values, which are the first `origin`.
    axis : a `Coordinate`, whose value t is, or a `Direction`, along which t is the distance from the origin.

    Attributes
    ----------
    origin : (dimension,), the state that the line goes through.
    vector : (dimension,), how the state moves as t grows.

    Raises
    ------
    CompileError
        For what has no numbers: a function that is not scalar, a symbol without a value.
    PlaneError
        For an axis that does not belong to the variables.
    """

    def __init__(self, function: Expr, variables: Sequence[Symbol], binding: Binding, axis: Axis) -> None:
        if any(binding.size(d) != 1 for d in function.shape):
            raise CompileError(say("only a scalar function has a curve, and this one is {shape}", shape=function.shape))
        if not variables:
            raise PlaneError(say("A curve needs a variable."))
        self.function = function
        self.variables = tuple(variables)
        self.binding = binding
        self.axis = axis
        self.vector = axis_vector(axis, self.variables, binding)
        self._sizes = [(binding.size(v.shape.rows), binding.size(v.shape.cols)) for v in self.variables]
        self._offsets = np.cumsum([0, *[r * c for r, c in self._sizes]])
        self._program = compile_expressions([function], self.variables, binding)
        self._lay_through(np.concatenate([binding.matrix(v).ravel(order="F") for v in self.variables]))

    def _lay_through(self, state: Array) -> None:
        self.origin: Array = np.array(state, dtype=float)
        self._base: Array = self.origin - self.parameter(self.origin) * self.vector

    def with_origin(self, state: Array) -> Curve:
        """The same function along the parallel line through another state."""
        other = object.__new__(Curve)
        other.__dict__.update(self.__dict__)
        other._lay_through(state)
        return other

    @property
    def has_kinks(self) -> bool:
        """Whether the formula may have points without derivatives where it is defined, as ``|x|`` has at nought."""
        return has_kinks(self._program)

    def label(self) -> str:
        """The name of the axis."""
        return self.axis.label(self.binding)

    def parameter(self, state: Array) -> float:
        """The t of a state: its coordinate, or nought for a direction, which is measured from the origin."""
        if isinstance(self.axis, Coordinate):
            at = self.variables.index(self.axis.symbol)
            return float(state[int(self._offsets[at]) + self.axis.index])
        return float((state - self.origin) @ self.vector)

    def state(self, t: float) -> Array:
        """The state at t, (dimension,)."""
        return np.asarray(self._base + t * self.vector)

    # --- values and derivatives

    def value(self, ts: Array) -> Array:
        """``f(t)``, in the shape of `ts`; NaN or infinite where it is undefined."""
        t = np.asarray(ts, dtype=float)
        return self._program(*self._arguments(self._states(t.ravel())))[0].reshape(t.shape)

    def value_at(self, t: float) -> float:
        """``f(t)`` at one number."""
        return float(self.value(np.array([t]))[0])

    def overflows_at(self, t: float) -> bool:
        """Whether numbers too large for floats keep f from having a value at one number."""
        return self._program.overflows_at(*(a[:, :, 0] for a in self._arguments(self._states(np.array([t])))))

    def coefficients(self, ts: Array, order: int) -> Array:
        """Taylor coefficients ``f^(k)(t)/k!``, (order + 1, *ts.shape), exact to rounding (power series arithmetic).

        NaN from the order on at which there is no derivative.
        """
        t = np.asarray(ts, dtype=float)
        points, moves = self._arguments(self._states(t.ravel())), self._arguments(self.vector[:, None])
        result = along_or_beside(self._program, points, moves, order).reshape(order + 1, *t.shape)
        result[1:, ~np.isfinite(result[0])] = np.nan
        return result

    def derivatives(self, ts: Array, order: int = 2) -> Array:
        """``f, f', f'', ...``, (order + 1, *ts.shape); NaN where they do not exist."""
        found = self.coefficients(ts, order)
        factorial = 1.0
        for k in range(2, order + 1):
            factorial *= k
            found[k] *= factorial
        return found

    def _states(self, t: Array) -> Array:
        return np.asarray(self._base[:, None] + self.vector[:, None] * t)

    def _arguments(self, states: Array) -> list[Array]:
        return [
            states[self._offsets[i] : self._offsets[i + 1]].reshape(cols, rows, -1).swapaxes(0, 1)
            for i, (rows, cols) in enumerate(self._sizes)
        ]


def curve_through(landscape: Landscape, axis: Axis | None = None) -> Curve:
    """The landscape's function along a line through its origin; by default along the plane's first axis."""
    curve = Curve(landscape.function, landscape.variables, landscape.binding, axis or landscape.plane.x)
    return curve.with_origin(landscape.origin)
