"""Vector functions of two numbers: the image of a grid, the Jacobian at a point, and its determinant as an area."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.numeric.binding import Array, Binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.jets import along
from gradviz.numeric.planes import Plane, View, axis_vector
from gradviz.sentences import say

__all__ = ["PlaneMap", "determinant_and_rank", "extent_of"]

SINGULAR = 1e-13
"""A determinant this many times smaller than its products is what rounding leaves of nought."""

REACH = 6.0
"""Of the middle half of an image's extent: beyond it the image is not followed."""

Line = tuple[Array, Array]


class PlaneMap:
    """A function from the plane of two coordinates to R².

    Parameters
    ----------
    function : an expression with two entries: 2×1 or 1×2.
    variables : its arguments; a state is their ``vec``s, one under the other.
    binding : sizes, constants, and values for the coordinates that are not drawn.
    plane : the two axes of the domain.

    Raises
    ------
    CompileError
        For a function without two entries, or without numbers.
    PlaneError
        For axes that do not belong to the variables.
    """

    def __init__(self, function: Expr, variables: Sequence[Symbol], binding: Binding, plane: Plane) -> None:
        sizes = [binding.size(d) for d in function.shape]
        if sorted(sizes) != [1, 2]:
            raise CompileError(
                say(
                    "a map of the plane has two numbers as value, and this one has {rows}×{columns}",
                    rows=sizes[0],
                    columns=sizes[1],
                )
            )
        self.function, self.variables, self.binding, self.plane = function, tuple(variables), binding, plane
        self._program = compile_expressions([function], self.variables, binding)
        self._sizes = [(binding.size(v.shape.rows), binding.size(v.shape.cols)) for v in self.variables]
        self._offsets = np.cumsum([0, *[r * c for r, c in self._sizes]])
        self.axes: Array = np.stack([axis_vector(a, self.variables, binding) for a in (plane.x, plane.y)])
        origin = np.concatenate([binding.matrix(v).ravel(order="F") for v in self.variables])
        anchor = np.array(plane.anchor) if plane.anchor else np.zeros(origin.size)
        dual = np.linalg.solve(self.axes @ self.axes.T, self.axes)
        self._base: Array = np.asarray(origin - (dual @ (origin - anchor)) @ self.axes)

    def axis_labels(self) -> tuple[str, str]:
        """The names of the domain's axes."""
        return self.plane.x.label(self.binding), self.plane.y.label(self.binding)

    def state(self, x: float, y: float) -> Array:
        """The state at a point, (dimension,)."""
        return self._states(np.array([x]), np.array([y]))[:, 0]

    def value(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Both components at points, in their common shape; NaN where they are undefined."""
        X, Y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
        found = self._program(*self._arguments(self._states(X.ravel(), Y.ravel())))[0].reshape(2, -1)
        return found[0].reshape(X.shape), found[1].reshape(X.shape)

    def jacobian(self, x: Array, y: Array) -> Array:
        """The Jacobian at points, (*shape, 2, 2): rows are components, columns axes; exact to rounding. NaN where the
        map is undefined: ``1/x`` is no derivative of ``log x`` at -1.
        """
        X, Y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
        points = self._arguments(self._states(X.ravel(), Y.ravel()))
        columns = []
        for axis in self.axes:
            value, slope = along(self._program, points, self._arguments(axis[:, None]), 1)[0]
            known = np.isfinite(value.reshape(2, -1)).all(axis=0)
            columns.append(np.where(known, slope.reshape(2, -1), np.nan))
        return np.asarray(np.stack(columns, axis=-1).swapaxes(0, 1).reshape(*X.shape, 2, 2))

    def jacobian_at(self, x: float, y: float) -> Array:
        """The Jacobian at one point, (2, 2); NaN where there is none."""
        return np.asarray(self.jacobian(np.array([x]), np.array([y]))[0])

    def determinant(self, xs: Array, ys: Array) -> Array:
        """The Jacobian's determinant on a grid, (len(ys), len(xs)): the factor of (signed) area."""
        J = self.jacobian(xs[None], ys[:, None])
        with np.errstate(all="ignore"):
            return np.asarray(J[..., 0, 0] * J[..., 1, 1] - J[..., 0, 1] * J[..., 1, 0])

    def grid(self, view: View, lines: int = 21, samples: int = 201) -> tuple[Line, Line]:
        """A view's grid in the domain: the verticals (x constant) and the horizontals (y constant), each one polyline
        with NaN between its lines.
        """
        xs, ys = view.axes(lines, lines)
        along_x, along_y = view.axes(samples, samples)
        vertical = _joined(np.repeat(xs[:, None], samples, axis=1), np.repeat(along_y[None], lines, axis=0))
        horizontal = _joined(np.repeat(along_x[None], lines, axis=0), np.repeat(ys[:, None], samples, axis=1))
        return vertical, horizontal

    def image(self, line: Line) -> Line:
        """The image of a polyline; NaN stays NaN, and points with no image become NaN."""
        x, y = line
        known = np.isfinite(x) & np.isfinite(y)
        u, v = self.value(np.where(known, x, 0.0), np.where(known, y, 0.0))
        drawn = known & np.isfinite(u) & np.isfinite(v)
        return np.where(drawn, u, np.nan), np.where(drawn, v, np.nan)

    def grid_and_image(self, view: View, lines: int = 21, samples: int = 201) -> tuple[list[Line], list[Line]]:
        """`grid`'s verticals and horizontals, where the map is defined, and their images."""
        grid = self.grid(view, lines, samples)
        images = [self.image(line) for line in grid]
        drawn = [np.isfinite(u) for u, _ in images]
        known = [(np.where(k, x, np.nan), np.where(k, y, np.nan)) for (x, y), k in zip(grid, drawn, strict=True)]
        return known, images

    def square(self, x: float, y: float, side: float, samples: int = 41) -> Line:
        """The border of a square whose lower left corner is a point, counter-clockwise and closed."""
        t = np.linspace(0, side, samples)
        one = np.full(samples, side)
        nought = np.zeros(samples)
        px = np.concatenate([t, one, t[::-1], nought])
        py = np.concatenate([nought, t, one, t[::-1]])
        return x + px, y + py

    def parallelogram(self, x: float, y: float, side: float) -> Line:
        """The square's image under the Jacobian at the point: closed, NaN where there is no Jacobian."""
        u, v = (float(c[0]) for c in self.value(np.array([x]), np.array([y])))
        J = self.jacobian_at(x, y)
        corners = J @ (side * np.array([[0.0, 1.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 1.0, 0.0]]))
        return u + corners[0], v + corners[1]

    def area_of_image(self, x: float, y: float, side: float, samples: int = 401) -> float:
        """The signed area that the square's true image encloses (shoelace formula); near ``det J side²`` for small
        sides.
        """
        u, v = self.image(self.square(x, y, side, samples))
        return float(0.5 * np.sum(u * np.roll(v, -1) - np.roll(u, -1) * v))

    def _states(self, x: Array, y: Array) -> Array:
        return np.asarray(self._base[:, None] + self.axes[0][:, None] * x + self.axes[1][:, None] * y)

    def _arguments(self, states: Array) -> list[Array]:
        return [
            states[self._offsets[i] : self._offsets[i + 1]].reshape(cols, rows, -1).swapaxes(0, 1)
            for i, (rows, cols) in enumerate(self._sizes)
        ]


def determinant_and_rank(jacobian: Array) -> tuple[float, int]:
    """The determinant of one Jacobian (2, 2) and its rank, both to rounding: what is singular but for the last bits of
    its entries has the determinant nought, whatever the units of its rows and columns are. NaN and 0 where it is not
    finite.
    """
    if not np.isfinite(jacobian).all():
        return float("nan"), 0
    (a, b), (c, d) = jacobian.tolist()
    if not (a or b or c or d):
        return 0.0, 0
    one, other = a * d, b * c
    found = one - other
    return (0.0, 1) if abs(found) <= SINGULAR * max(abs(one), abs(other)) else (found, 2)


def _joined(x: Array, y: Array) -> Line:
    """Rows of points as one polyline."""
    gap = np.full((len(x), 1), np.nan)
    return np.hstack([x, gap]).ravel()[:-1], np.hstack([y, gap]).ravel()[:-1]


def extent_of(values: Array) -> tuple[float, float]:
    """From the least to the greatest value that is finite, without what a pole throws far away; never empty."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return -1.0, 1.0
    low, q1, q3, high = (float(q) for q in np.quantile(finite, [0, 0.25, 0.75, 1]))
    spread = REACH * (q3 - q1 or high - low)
    low, high = max(low, q1 - spread), min(high, q3 + spread)
    if high > low:
        return low, high
    half = 0.5 * abs(low) or 0.5  # all the same number
    return low - half, high + half
