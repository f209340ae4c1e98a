"""What a method may ask of a function: values, gradients, Hessians, residuals, rows; and how often it asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.numeric.binding import Array
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.numeric.descent.counts import Counts
from gradviz.numeric.descent.rows import Rows, find_rows
from gradviz.numeric.descent.scalars import ScalarProgram, unrolled
from gradviz.numeric.descent.squares import Residuals, find_residuals
from gradviz.numeric.descent.state import NoStepError
from gradviz.numeric.landscape import Landscape
from gradviz.sentences import say

__all__ = ["Descendable", "Oracle", "capabilities", "row_count"]

FEW = 6
"""Coordinates up to which a point is worked out on floats."""


class Descendable(Protocol):
    """The least a method needs of a landscape. `hessian_at(state)` is used where there is one, else differences of
    gradients; a `Landscape` also offers residuals and rows.
    """

    def gradient_at(self, state: Array) -> tuple[float, Array]:
        """The value and the gradient."""
        ...


class Oracle:
    """A function at states, with a count of the evaluations. It owns working memory: one thread at a time.

    Attributes
    ----------
    landscape : the function.
    values, gradients, hessians : evaluations so far.
    scalar_program : f and its gradient as a program on floats, or None.
    scalar_gradient : (coordinates) -> (f, ∂f/∂x_1, ...) on floats, not counted, or None for many coordinates or
        operations. It raises ArithmeticError or ValueError where a part is undefined.
    """

    def __init__(self, landscape: Descendable) -> None:
        self.landscape = landscape
        self.values: float = 0
        self.gradients: float = 0
        self.hessians: float = 0
        self.scalar_gradient: Callable[..., tuple[float, ...]] | None = None
        self.scalar_program: ScalarProgram | None = None
        self._scalar_value: Callable[..., tuple[float, ...]] | None = None
        self._scalar_hessian: Callable[..., tuple[float, ...]] | None = None
        self._residuals: Residuals | None = None
        self._rows: Rows | None = None
        self._sought: set[str] = set()
        self._hessian_at: Any = getattr(landscape, "hessian_at", None)
        self._value_at: Any = getattr(landscape, "value_at", None)
        if isinstance(landscape, Landscape) and landscape.has_gradient and landscape.dimension <= FEW:
            gradients = [_shaped(v, landscape.gradients[v]) for v in landscape.variables]
            self.scalar_program = _on_floats(landscape, "gradient", [landscape.function, *gradients])
            self.scalar_gradient = None if self.scalar_program is None else self.scalar_program.evaluator()

    @property
    def total(self) -> float:
        """All evaluations so far."""
        return self.values + self.gradients + self.hessians

    @property
    def counts(self) -> Counts:
        """The evaluations so far."""
        return Counts(self.values, self.gradients, self.hessians)

    def value(self, x: Array) -> float:
        """f at a state; NaN or infinity where it is undefined."""
        self.values += 1
        on_floats = self._value_on_floats()
        if on_floats is not None:
            try:
                return on_floats(*x.tolist())[0]
            except (ArithmeticError, ValueError):
                pass
        with np.errstate(all="ignore"):
            if self._value_at is not None:
                return float(self._value_at(x))
            return float(self.landscape.gradient_at(x)[0])

    def _value_on_floats(self) -> Callable[..., tuple[float, ...]] | None:
        """f on floats; compiled when a method first asks for a value alone, which many never do."""
        if "value" not in self._sought:
            self._sought.add("value")
            if isinstance(self.landscape, Landscape) and self.scalar_program is not None:
                program = _on_floats(self.landscape, "value", [self.landscape.function])
                self._scalar_value = None if program is None else program.evaluator()
        return self._scalar_value

    def gradient(self, x: Array) -> tuple[float, Array]:
        """f and its gradient (d,) at a state."""
        self.values += 1
        self.gradients += 1
        return self.uncounted_gradient(x)

    def uncounted_gradient(self, x: Array) -> tuple[float, Array]:
        """The same for the record alone."""
        if self.scalar_gradient is not None:
            try:
                value, *gradient = self.scalar_gradient(*x.tolist())
                return value, np.array(gradient)
            except (ArithmeticError, ValueError):
                pass
        with np.errstate(all="ignore"):
            value, found = self.landscape.gradient_at(x)
        return float(value), np.asarray(found, dtype=float)

    def overflows(self, x: Array) -> bool:
        """Whether numbers too large for floats are why f is not a number at a state, where the landscape can tell."""
        tell: Any = getattr(self.landscape, "overflows_at", None)
        return tell is not None and bool(tell(x))

    def hessian(self, x: Array) -> Array:
        """The Hessian (d, d) at a state, symmetric.

        Raises
        ------
        NoStepError
            Where it is not finite.
        """
        self.hessians += 1
        found = self._hessian_on_floats(x)
        if found is None:
            with np.errstate(all="ignore"):
                found = self._hessian_at(x) if self._hessian_at is not None else self._differences(x)
        found = np.asarray(found, dtype=float)
        if not np.isfinite(found).all():
            raise NoStepError(say("The Hessian is not finite here."))
        return np.asarray((found + found.T) / 2)

    def _hessian_on_floats(self, x: Array) -> Array | None:
        """The Hessian from its expression, where there is one and it is small; None where arrays have to say."""
        if "hessian" not in self._sought:
            self._sought.add("hessian")
            place = self.landscape
            if isinstance(place, Landscape) and place.hessian_expression is not None and place.dimension <= FEW:
                program = _on_floats(place, "hessian", [place.hessian_expression])
                if program is not None and len(program.results) == place.dimension**2:
                    self._scalar_hessian = program.evaluator()
        if self._scalar_hessian is None:
            return None
        try:
            found = np.array(self._scalar_hessian(*x.tolist())).reshape(len(x), len(x))
        except (ArithmeticError, ValueError):
            return None
        return found if np.isfinite(found).all() else None

    def _differences(self, x: Array) -> Array:
        """Central differences of gradients, for functions that offer nothing better."""
        step = 1e-5 * (1 + float(np.abs(x).max()))
        moves = step * np.eye(len(x))
        return np.array([(self.gradient(x + e)[1] - self.gradient(x - e)[1]) / (2 * step) for e in moves])

    @property
    def sum_of_squares(self) -> Residuals | None:
        """The residuals r with ``f = Σ r_i²``, or None where f is not seen to be such a sum."""
        if "squares" not in self._sought:
            self._sought.add("squares")
            if isinstance(self.landscape, Landscape):
                self._residuals = find_residuals(
                    self.landscape.function, self.landscape.variables, self.landscape.binding
                )
        return self._residuals

    def residuals(self, x: Array) -> tuple[Array, Array]:
        """The residuals (m,) and their Jacobian (m, d) at a state; counts as one evaluation of f and of the Jacobian.

        Raises
        ------
        NoStepError
            Where f is not a sum of squares, or they are not finite.
        """
        found = self.sum_of_squares
        if found is None:
            raise NoStepError(say("f is not seen to be a sum of squares."))
        self.values += 1
        self.hessians += 1
        r, J = found.at(x)
        if not (np.isfinite(r).all() and np.isfinite(J).all()):
            raise NoStepError(say("The residuals or their Jacobian are not finite here."))
        return r, J

    @property
    def rows(self) -> Rows | None:
        """f as a sum over rows of data, or None."""
        if "rows" not in self._sought:
            self._sought.add("rows")
            if isinstance(self.landscape, Landscape):
                self._rows = find_rows(self.landscape.function, self.landscape.variables, self.landscape.binding)
        return self._rows

    def batch(self, x: Array, indices: Array) -> tuple[float, Array]:
        """f and its gradient estimated from some rows.

        Raises
        ------
        NoStepError
            Where f is not a sum over rows.
        """
        rows = self.rows
        if rows is None:
            raise NoStepError(say("f is not seen to be a sum over rows of data."))
        share = len(indices) / rows.count
        self.values += share
        self.gradients += share
        return rows.gradient(x, indices)


def capabilities(landscape: Descendable) -> frozenset[str]:
    """What a landscape offers beyond its gradient: "squares" and "rows", for methods that need them."""
    oracle = Oracle(landscape)
    found = {"squares"} if oracle.sum_of_squares is not None else set()
    return frozenset(found | ({"rows"} if oracle.rows is not None else set()))


def row_count(landscape: Descendable) -> int | None:
    """Of how many rows of data f is a sum; None where it is not seen to be one."""
    rows = Oracle(landscape).rows
    return None if rows is None else rows.count


def _on_floats(landscape: Landscape, name: str, expressions: list[Expr]) -> ScalarProgram | None:
    """The program of the landscape's function or of derivatives, compiled once for each landscape."""

    def compiled() -> ScalarProgram | None:
        try:
            return unrolled(compile_expressions(expressions, landscape.variables, landscape.binding))
        except CompileError:
            return None

    program = landscape.once(f"{name} on floats", compiled)
    return None if program is None else program.another()


def _shaped(variable: Symbol, gradient: Expr) -> Expr:
    """The gradient in the variable's shape; another layout shows its transpose."""
    if gradient.shape != variable.shape and gradient.shape == variable.shape.transposed:
        return n.Transpose(gradient)
    return gradient
