"""Functions to descend on: landscapes of expressions, and quadratics whose iterates are known."""

from __future__ import annotations

import math
import re

import numpy as np

import gradviz
from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Add, Apply, Expr, Mul, Number, Power, Symbol
from gradviz.algebra.walk import symbols
from gradviz.numeric.binding import Binding, default_binding
from gradviz.numeric.curve import Curve
from gradviz.numeric.descent.line import CurveLandscape
from gradviz.numeric.landscape import Landscape, Plane, by_variable, default_plane
from gradviz.numeric.planes import line_axis
from tests.numeric import expressions as e

Array = np.ndarray
TWO = Number(2)


def landscape(function: Expr, gradients: dict[Symbol, Expr], **values: object) -> Landscape:
    """A landscape with seeded values but for those given."""
    found = default_binding(list(symbols(function)), variables=list(gradients))
    binding = Binding(found.dims, {**found.values, **values})  # type: ignore[dict-item]
    plane = default_plane(list(gradients), binding)
    assert isinstance(plane, Plane)
    return Landscape(function, gradients, None, binding, plane)


def rosenbrock() -> Landscape:
    return landscape(e.ROSENBROCK, e.ROSENBROCK_GRADIENT)


def least_squares() -> Landscape:
    return landscape(e.LEAST_SQUARES, e.LEAST_SQUARES_GRADIENT)


def logistic() -> Landscape:
    return landscape(e.LOGISTIC, e.LOGISTIC_GRADIENT)


def barrier() -> Landscape:
    """``x + y - log x - log y``: defined for positive x and y, least at (1, 1)."""
    return landscape(e.BARRIER, e.BARRIER_GRADIENT, x=0.5, y=2.0)


def himmelblau() -> Landscape:
    """``(x² + y - 11)² + (x + y² - 7)²``: four minima of value 0."""
    a = e.minus(Add(Power(e.x, TWO), e.y), Number(11))
    b = e.minus(Add(e.x, Power(e.y, TWO)), Number(7))
    return landscape(
        Add(Power(a, TWO), Power(b, TWO)),
        {
            e.x: Add(Mul(Number(4), e.x, a), Mul(TWO, b)),
            e.y: Add(Mul(TWO, a), Mul(Number(4), e.y, b)),
        },
    )


SCALES = np.array([1.0, 4.0, 9.0, 16.0, 25.0, 36.0, 49.0])


def bowl() -> Landscape:
    """``1/2 Σ s_i x_i² + log Σ e^(x_i)`` of seven coordinates: too many for floats."""
    x, s = Symbol("x", (7, 1)), Symbol("s", (7, 1))
    squares = n.Sum(n.Hadamard(s, n.HadamardPower(x, TWO)))
    function = Add(n.Quotient(squares, TWO), n.LogSumExp(x))
    return landscape(function, {x: Add(n.Hadamard(s, x), n.Softmax(x))}, s=SCALES)


def log_well() -> Landscape:
    """``x² - log x + y²``: defined for positive x alone."""
    function = Add(Power(e.x, TWO), Mul(Number(-1), Apply(e.x, "log")), Power(e.y, TWO))
    gradients: dict[Symbol, Expr] = {
        e.x: e.minus(Mul(TWO, e.x), n.Quotient(Number(1), e.x)),
        e.y: Mul(TWO, e.y),
    }
    return landscape(function, gradients)


def written(text: str) -> Landscape | CurveLandscape:
    """A function of the numbers x, or x and y, with the gradient that the engine derives."""
    names = [v for v in "xy" if re.search(rf"\b{v}\b", text)]
    core = gradviz.derive(text, wrt=names, declare=[f"{v} in R" for v in names]).core
    results = [r.expression for r in core.results]
    if len(names) == 1:
        axis = line_axis(core.variables)
        assert axis is not None
        return CurveLandscape(Curve(core.function, core.variables, Binding({}, {"x": 1.0}), axis))
    gradients = by_variable(results[0], core.variables) if len(results) == 1 else None
    return landscape(core.function, gradients or dict(zip(core.variables, results, strict=True)))


STARTS: dict[str, list[float]] = {
    "rosenbrock": [-1.2, 1.0],
    "himmelblau": [0.5, -1.0],
    "bowl": [1.0, -2.0, 0.5, 1.5, -1.0, 0.25, -0.75],
}
LANDSCAPES = {"rosenbrock": rosenbrock, "himmelblau": himmelblau, "bowl": bowl}


class Quadratic:
    """``f(x) = 1/2 x'Ax - b'x`` with its Hessian; the minimum is ``A^-1 b``."""

    def __init__(self, matrix: Array, right: Array | None = None) -> None:
        self.matrix = np.asarray(matrix, dtype=float)
        self.right = np.zeros(len(self.matrix)) if right is None else right
        self.minimum = np.linalg.solve(self.matrix, self.right)

    @property
    def least(self) -> float:
        return self.value_at(self.minimum)

    def value_at(self, x: Array) -> float:
        return float(0.5 * x @ self.matrix @ x - self.right @ x)

    def gradient_at(self, x: Array) -> tuple[float, Array]:
        return self.value_at(x), self.matrix @ x - self.right

    def hessian_at(self, x: Array) -> Array:
        return self.matrix


def random_quadratic(size: int, condition: float, seed: int = 0) -> Quadratic:
    """With eigenvalues spread evenly from 1 to the condition number."""
    random = np.random.default_rng(seed)
    vectors, _ = np.linalg.qr(random.standard_normal((size, size)))
    matrix = (vectors * np.linspace(1.0, condition, size)) @ vectors.T
    return Quadratic((matrix + matrix.T) / 2, random.standard_normal(size))


class Log:
    """``f(x) = x - log x``, undefined for x < 0, infinite at 0."""

    def gradient_at(self, state: Array) -> tuple[float, Array]:
        x = float(state[0])
        if x == 0:
            return math.inf, np.array([-math.inf])
        return (x - math.log(x), 1 - 1 / state) if x > 0 else (math.nan, np.array([math.nan]))
