"""First and second derivatives of a compiled function: from expressions where there are some, else from its program.

All are exact to rounding. What the expressions do not give is found by power series through the compiled programs
(`gradviz.numeric.jets`): a Hessian times a direction is the derivative of the gradient's program along it, and
without a gradient ``u'Hv`` comes from second derivatives of f along u, v and u + v. Where a formula has a kink, as
``|x|`` has at nought, expressions say nothing, and power series to all sides tell whether there is a derivative
(`gradviz.numeric.one_sided`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.numeric.binding import Array, Binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.jets import along
from gradviz.numeric.one_sided import along_or_beside, has_kinks, on_a_kink, two_sided
from gradviz.numeric.program import Compiled
from gradviz.sentences import say

__all__ = ["Derivatives"]

SMALL = 6
"""Coordinates up to which a whole symbolic Hessian on a grid is cheaper than its action on two directions."""


WIDER, LEAST_WIDE = 8, 1_000
"""How much larger than the gradient's the arrays of a symbolic Hessian may be; smaller ones do no harm."""


class Derivatives:
    """Derivatives by states, of shape (dimension, points), along given directions.

    Parameters
    ----------
    function : a scalar expression.
    variables : its arguments; a state is their ``vec``s, one under the other.
    binding : sizes and constants.
    gradients : one expression a variable in the variable's shape, or None.
    hessian : by the state, (dimension × dimension), or None.

    Attributes
    ----------
    source : "symbolic", "gradient" or "function": where second derivatives come from.
    gradient_program : computes f and the gradients; None without gradients.
    """

    def __init__(
        self,
        function: Expr,
        variables: Sequence[Symbol],
        binding: Binding,
        gradients: Sequence[Expr] | None,
        hessian: Expr | None,
    ) -> None:
        self.variables = tuple(variables)
        self._sizes = [(binding.size(v.shape.rows), binding.size(v.shape.cols)) for v in variables]
        self._offsets = np.cumsum([0, *[r * c for r, c in self._sizes]])
        self.dimension = int(self._offsets[-1])
        self._function, self._binding, self._gradients = function, binding, gradients
        self.gradient_program: Compiled | None = None
        if gradients is not None:
            self.gradient_program = compile_expressions([function, *gradients], self.variables, binding)
        self._hessian = hessian if hessian is not None and self._fits(hessian) else None
        self._value_program: Compiled | None = None
        self._whole: Compiled | None = None
        self._second: Compiled | None = None

    def _fits(self, hessian: Expr) -> bool:
        try:
            rows, cols = (self._binding.size(d) for d in hessian.shape)
            return rows == cols == self.dimension and bool(
                compile_expressions([hessian], self.variables, self._binding)
            )
        except (KeyError, CompileError):
            return False

    @property
    def source(self) -> str:
        small = self._hessian is not None and self.gradient_program is not None and self.dimension <= SMALL
        if small and not self._too_wide(self.second_order_program()):
            return "symbolic"
        return "gradient" if self.gradient_program is not None else "function"

    def _too_wide(self, program: Compiled) -> bool:
        """Whether a Hessian's program makes arrays out of proportion, as ``X' diag(p) X`` does with many rows of data:
        its action on two directions needs none of them.
        """
        if self.gradient_program is None:
            return False
        return program.widest > WIDER * max(self.gradient_program.widest, self.dimension**2, LEAST_WIDE)

    # --- programs, made when they are first needed

    def _value(self) -> Compiled:
        if self._value_program is None:
            self._value_program = compile_expressions([self._function], self.variables, self._binding)
        return self._value_program

    def second_order_program(self) -> Compiled:
        """f, the gradients and the upper triangle of the Hessian, row by row, in one program.

        Raises
        ------
        CompileError
            Without expressions for the gradient and the Hessian.
        """
        if self._second is None:
            if self._gradients is None or self._hessian is None:
                raise CompileError(say("there is no expression for the Hessian"))
            entries = [
                _entry(self._hessian, i, j) for i in range(1, self.dimension + 1) for j in range(i, self.dimension + 1)
            ]
            self._second = compile_expressions(
                [self._function, *self._gradients, *entries], self.variables, self._binding
            )
        return self._second

    def arguments(self, states: Array) -> list[Array]:
        """One array a variable, (rows, cols, points), from states (dimension, points)."""
        return [
            states[self._offsets[i] : self._offsets[i + 1]].reshape(cols, rows, -1).swapaxes(0, 1)
            for i, (rows, cols) in enumerate(self._sizes)
        ]

    def _flat(self, parts: Sequence[Array]) -> Array:
        """Gradients, one array a variable with the points last, as (dimension, points)."""
        shaped = [
            p.reshape(rows, cols, -1).swapaxes(0, 1).reshape(rows * cols, -1)
            for p, (rows, cols) in zip(parts, self._sizes, strict=True)
        ]
        return shaped[0] if len(shaped) == 1 else np.concatenate(shaped)

    # --- derivatives

    def coefficients(self, states: Array, directions: Array, order: int) -> Array:
        """Taylor coefficients of f along directions (dimension, points or 1), (order + 1, points)."""
        value, *rest = along_or_beside(self._value(), self.arguments(states), self.arguments(directions), order)
        return np.stack([value, *_where_defined(value, rest)])

    def first_order(self, states: Array, axes: Array) -> tuple[Array, list[Array]]:
        """f and its derivatives along each row of `axes` (k, dimension), each (points,); NaN where f has none."""
        with np.errstate(all="ignore"):
            value, first = self._first(states, axes)
            first = _where_defined(value, first)
            kinks = self._kinks(states, value)
            if kinks is not None:
                first = _mended(first, self._on_kinks(states[:, kinks], axes)[0], kinks)
            return value, first

    def _first(self, states: Array, axes: Array) -> tuple[Array, list[Array]]:
        if self.gradient_program is None:
            rows = [self.coefficients(states, a[:, None], 1) for a in axes]
            return rows[0][0], [r[1] for r in rows]
        value, *parts = self.gradient_program(*self.arguments(states))
        gradient = self._flat(parts)
        return value, [_dot(a, gradient) for a in axes]

    def second_order(self, states: Array, axes: Array) -> tuple[Array, list[Array], list[Array]]:
        """f, its derivatives along two axes u and v, and ``u'Hu, u'Hv, v'Hv``, each (points,); NaN where f has none."""
        with np.errstate(all="ignore"):
            value, first, second = self._second_order(states, axes)
            first, second = _where_defined(value, first), _where_defined(value, second)
            kinks = self._kinks(states, value)
            if kinks is not None:
                slopes, bends = self._on_kinks(states[:, kinks], axes)
                first = _mended(first, slopes, kinks)
                second = _mended(second, [bends[0, 0], bends[0, 1], bends[1, 1]], kinks)
            return value, first, second

    @property
    def has_kinks(self) -> bool:
        """Whether f may have points without derivatives where it is defined."""
        return has_kinks(self._value())

    def _kinks(self, states: Array, value: Array) -> NDArray[np.bool_] | None:
        """At which states f is defined and its formula has a kink, where the expressions of its derivatives say
        nothing; None where there are none.
        """
        if not self.has_kinks:
            return None
        found = on_a_kink(self._value(), self.arguments(states)) & np.isfinite(value)
        return found if found.any() else None

    def _on_kinks(self, states: Array, axes: Array) -> tuple[list[Array], Array]:
        """Derivatives along axes (k, dimension) at states on a kink, and second ones, (k, k, points), from all sides;
        NaN where there are none.
        """
        count, points = len(axes), states.shape[1]
        i, j = np.triu_indices(count, 1)
        weights = np.concatenate(
            [np.eye(count), np.eye(count)[i] + np.eye(count)[j], np.eye(count)[i] - np.eye(count)[j]]
        )
        lines = weights @ axes
        found = two_sided(
            self._value(),
            self.arguments(np.repeat(states, len(lines), axis=1)),
            self.arguments(np.tile(lines.T, (1, points))),
            2,
        ).reshape(3, points, len(lines))
        slopes, bends = found[1].T, found[2].T
        first, second = slopes[:count], np.full((count, count, points), np.nan)
        second[i, j] = second[j, i] = (bends[count : count + i.size] - bends[count + i.size :]) / 2
        second[np.arange(count), np.arange(count)] = 2 * bends[:count]
        # Only what is linear, or quadratic, in the direction is a derivative of the function.
        straight = _same(slopes, weights @ first).all(axis=0)
        form = np.einsum("li,ijp,lj->lp", weights, second, weights) / 2
        round_ = straight & _same(bends, form).all(axis=0)
        return list(np.where(straight, first, np.nan)), np.where(round_, second, np.nan)

    def _second_order(self, states: Array, axes: Array) -> tuple[Array, list[Array], list[Array]]:
        u, v = axes
        if self.source == "symbolic":
            value, *parts = self.second_order_program()(*self.arguments(states))
            gradient = self._flat(parts[: len(self.variables)])
            triangle = parts[len(self.variables) :]
            return (
                value,
                [_dot(u, gradient), _dot(v, gradient)],
                [_form(triangle, a, b) for a, b in ((u, u), (u, v), (v, v))],
            )
        if self.gradient_program is None:
            first, second, both = (self.coefficients(states, a[:, None], 2) for a in (u, v, u + v))
            mixed = both[2] - first[2] - second[2]
            return first[0], [first[1], second[1]], [2 * first[2], mixed, 2 * second[2]]
        if states.shape[1] == 1:  # a point, as at each frame of a drag: along both axes in one go
            value, gradient, both_ways = self._moved(states, axes.T)
            value, gradient = value[:1], gradient[:, :1]
            Hu, Hv = both_ways[:, :1], both_ways[:, 1:]
        else:
            (value, gradient, Hu), (_, _, Hv) = (self._moved(states, axis[:, None]) for axis in axes)
        return value, [_dot(u, gradient), _dot(v, gradient)], [_dot(u, Hu), _dot(v, Hu), _dot(v, Hv)]

    def _moved(self, states: Array, directions: Array) -> tuple[Array, Array, Array]:
        """f, its gradient, and the derivative of the gradient along directions (dimension, points or 1)."""
        assert self.gradient_program is not None
        found = along(self.gradient_program, self.arguments(states), self.arguments(directions), 1)
        return found[0][0][0, 0], self._flat([p[0] for p in found[1:]]), self._flat([p[1] for p in found[1:]])

    def hessian_at(self, state: Array) -> Array:
        """The whole Hessian at a state, (dimension, dimension), symmetrised."""
        size = self.dimension
        points, directions = state[:, None], np.eye(size)
        value = self._value()(*self.arguments(points))[0]
        if not np.isfinite(value).all():
            return np.full((size, size), np.nan)
        if self._kinks(points, value.ravel()) is not None:
            with np.errstate(all="ignore"):
                return np.asarray(self._on_kinks(points, directions)[1][:, :, 0])
        if self._hessian is not None and self._whole is None:
            self._whole = compile_expressions([self._hessian], self.variables, self._binding)
        if self._whole is not None and not self._too_wide(self._whole):
            found = self._whole(*self.arguments(points))[0].reshape(size, size)
        elif self.gradient_program is not None:
            moved = along(self.gradient_program, self.arguments(points), self.arguments(directions), 1)
            found = self._flat([p[1] for p in moved[1:]])
        else:
            i, j = np.triu_indices(size)
            pairs = self.coefficients(points, directions[:, i] + directions[:, j] * (i != j), 2)[2]
            found = np.zeros((size, size))
            found[i, j] = found[j, i] = pairs
            single = np.diag(found).copy()
            found = found - single[:, None] - single[None]
            found[np.arange(size), np.arange(size)] = 2 * single
        return np.asarray((found + found.T) / 2)


def _same(found: Array, wanted: Array) -> NDArray[np.bool_]:
    """Whether lines' coefficients (lines, points) are those of one derivative, to rounding."""
    size = np.maximum(np.abs(found), np.abs(wanted)).max(axis=0, initial=0.0)
    return np.asarray(np.abs(found - wanted) <= 1e-9 * size)


def _mended(derivatives: Sequence[Array], found: Sequence[Array], where: NDArray[np.bool_]) -> list[Array]:
    """Derivatives with others put in at some points."""
    mended = [np.array(d) for d in derivatives]
    for whole, part in zip(mended, found, strict=True):
        whole[where] = part
    return mended


def _where_defined(value: Array, derivatives: Sequence[Array]) -> list[Array]:
    """Derivatives with NaN where the function itself is undefined: ``1/x`` says nothing of ``log x`` at x = -1."""
    known = np.isfinite(value)
    return list(derivatives) if known.all() else [np.where(known, d, np.nan) for d in derivatives]


def _entry(matrix: Expr, row: int, col: int) -> Expr:
    """An entry without the rest, where it is written out."""
    if isinstance(matrix, n.Matrix):
        _, cols = matrix.data
        entry: Expr = matrix.children[(row - 1) * cols + col - 1]
        return entry
    return n.Entry(matrix, row, col) if not matrix.is_scalar else matrix


def _dot(axis: Array, gradient: Array) -> Array:
    """``u'g`` at every point, of the entries of u that are not nought."""
    total: Array | None = None
    for i in np.flatnonzero(axis):
        term = gradient[i] if axis[i] == 1 else axis[i] * gradient[i]
        total = term if total is None else total + term
    return np.zeros(gradient.shape[1]) if total is None else total


def _form(triangle: Sequence[Array], u: Array, v: Array) -> Array:
    """``u'Hv`` from the upper triangle of H."""
    size = u.size
    total: Array | None = None
    position = 0
    for i in range(size):
        for j in range(i, size):
            weight = u[i] * v[j] + (u[j] * v[i] if i != j else 0.0)
            if weight:
                term = triangle[position] if weight == 1 else weight * triangle[position]
                total = term if total is None else total + term
            position += 1
    assert total is not None
    return total
