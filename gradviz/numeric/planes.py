"""Where a function of many variables is looked at: two coordinates, or two directions through a point."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from gradviz.algebra.nodes import Symbol
from gradviz.numeric.binding import Array, Binding
from gradviz.sentences import say

__all__ = [
    "Axis",
    "Coordinate",
    "Direction",
    "Plane",
    "PlaneError",
    "View",
    "axis_vector",
    "curvature_plane",
    "default_plane",
    "direction_name",
    "directions_plane",
    "gradient_plane",
    "line_axis",
    "points_plane",
    "random_plane",
]


class PlaneError(ValueError):
    """Directions that span no plane; the message says why."""


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
class Direction:
    """A unit vector of the space of states, with a name for the axis."""

    name: str
    vector: tuple[float, ...]

    def label(self, binding: Binding) -> str:
        """The name, as it stands on the axis: ``along ∇f``."""
        return self.name


Axis = Coordinate | Direction


@dataclass(frozen=True, slots=True)
class Plane:
    """The two axes that are drawn.

    Attributes
    ----------
    x, y : coordinates, whose values are the symbols' own, or directions, orthonormal, whose values are the
        distances from `anchor`.
    anchor : the state at (0, 0) of two directions; empty for coordinates.
    through : where in the plane the points are that it was laid through.
    """

    x: Axis
    y: Axis
    anchor: tuple[float, ...] = ()
    through: tuple[tuple[float, float], ...] = ()

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """The symbols of which single coordinates are drawn; none for directions."""
        return tuple(dict.fromkeys(a.symbol for a in (self.x, self.y) if isinstance(a, Coordinate)))


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
        if rows == cols > 1 and "diagonal" in symbol.properties:  # nothing else of it moves
            order = [0, rows + 1]
        found += [Coordinate(symbol, i) for i in order if i < rows * cols]
        if len(found) >= 2:
            return Plane(found[0], found[1])
    return None


def line_axis(variables: Sequence[Symbol]) -> Coordinate | None:
    """The first coordinate of the variables: what a curve is drawn over; None without variables."""
    return Coordinate(variables[0]) if variables else None


def axis_vector(axis: Axis, variables: Sequence[Symbol], binding: Binding) -> Array:
    """How the state moves when the value on an axis grows by one, (dimension,).

    An entry off the diagonal of a symmetric matrix moves together with its mirror image.

    Raises
    ------
    PlaneError
        For a direction of another length than the state, or a coordinate of a symbol that is no variable.
    """
    sizes = [(binding.size(v.shape.rows), binding.size(v.shape.cols)) for v in variables]
    vector = np.zeros(sum(r * c for r, c in sizes))
    if isinstance(axis, Direction):
        if len(axis.vector) != vector.size:
            raise PlaneError(f"{axis.name} has {len(axis.vector)} entries, and a state {vector.size}")
        vector[:] = axis.vector
        return vector
    if axis.symbol not in variables:
        raise PlaneError(say("{name} is not among the variables", name=axis.symbol.name))
    at = tuple(variables).index(axis.symbol)
    start = sum(r * c for r, c in sizes[:at])
    rows, cols = sizes[at]
    if not 0 <= axis.index < rows * cols:
        raise PlaneError(
            say(
                "{name} has {n} entries, and none of number {number}",
                name=axis.symbol.name,
                n=rows * cols,
                number=axis.index + 1,
            )
        )
    vector[start + axis.index] = 1.0
    known = axis.symbol.properties
    if rows == cols and (known & {"symmetric", "positive definite", "positive semidefinite"}):
        row, col = axis.index % rows, axis.index // rows
        vector[start + row * rows + col] = 1.0
    return vector


# --- planes of directions --------------------


def random_plane(state: Array, seed: int = 0) -> Plane:
    """Two random orthonormal directions through a state; the same seed gives the same plane.

    Raises
    ------
    PlaneError
        When the state has fewer than two coordinates.
    """
    drawn = np.random.default_rng(seed).standard_normal((2, state.size))
    names = say("random direction {number}", number=1), say("random direction {number}", number=2)
    return _spanned(state, drawn[0], drawn[1], *names)


def gradient_plane(state: Array, gradient: Array, seed: int = 0) -> Plane:
    """The gradient's direction and a (random, seeded) unit vector at a right angle to it.

    In two dimensions the companion is the gradient turned by 90°, along the contour line.

    Raises
    ------
    PlaneError
        When the gradient is nought or not finite, or the state has fewer than two coordinates.
    """
    size = float(np.linalg.norm(gradient))
    if not math.isfinite(size):
        raise PlaneError(say("The gradient is not defined at the point, so it has no direction."))
    if size == 0:
        raise PlaneError(say("The gradient is zero at the point, so it has no direction."))
    if state.size == 2:
        companion = np.array([-gradient[1], gradient[0]])
    else:
        companion = np.random.default_rng(seed).standard_normal(state.size)
    return _spanned(state, gradient, companion, ALONG, ACROSS)


def curvature_plane(state: Array, hessian: Array) -> Plane:
    """The eigenvectors of the largest and of the smallest eigenvalue of the Hessian.

    Raises
    ------
    PlaneError
        When the Hessian is not finite or the state has fewer than two coordinates.
    """
    if not np.isfinite(hessian).all():
        raise PlaneError(say("The Hessian is not defined at the point, so it has no eigenvectors."))
    values, vectors = np.linalg.eigh((hessian + hessian.T) / 2)
    last = str(values.size).translate(_SUBSCRIPTS)  # numbered, for equal eigenvalues too give two names
    largest, smallest = (f"{value:.4g}".replace("-", "−") for value in (values[-1], values[0]))
    names = (
        say("eigenvector of λ{index} = {value}", index="₁", value=largest),
        say("eigenvector of λ{index} = {value}", index=last, value=smallest),
    )
    return _spanned(state, vectors[:, -1], vectors[:, 0], *names)


ALONG, ACROSS = say("along ∇f"), say("at a right angle to ∇f")
FIRST_PRINCIPAL, SECOND_PRINCIPAL = say("1st principal direction"), say("2nd principal direction")
FROM_FIRST, TOWARDS_THIRD = say("from point 1 to point 2"), say("towards point 3")
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def directions_plane(state: Array, first: Array, second: Array) -> Plane:
    """The plane of two given directions through a state: the first, and what of the second is at a right angle to it.

    Raises
    ------
    PlaneError
        When they are parallel, or one is zero.
    """
    return _spanned(
        state, first, second, say("along direction {number}", number=1), say("along direction {number}", number=2)
    )


def points_plane(first: Array, second: Array, third: Array) -> Plane:
    """The plane through three states: the first at (0, 0), the second on the horizontal axis at its distance.

    Raises
    ------
    PlaneError
        When the three lie on one line.
    """
    plane = _spanned(first, second - first, third - first, FROM_FIRST, TOWARDS_THIRD)
    axes = np.array([axis.vector for axis in (plane.x, plane.y) if isinstance(axis, Direction)])
    through = (axes @ np.array([first, second, third]).T - (axes @ first)[:, None]).T
    return replace(plane, through=tuple((float(x), float(y)) for x, y in through))


def direction_name(name: str) -> str:
    """The sentence that the name of a direction was, before a document kept it; any other name as it is."""
    match name.split():
        case ["random", "direction", number]:
            return say("random direction {number}", number=number)
        case ["along", "direction", number]:
            return say("along direction {number}", number=number)
        case ["eigenvector", "of", eigenvalue, "=", value]:
            return say("eigenvector of λ{index} = {value}", index=eigenvalue.removeprefix("λ"), value=value)
    fixed = (ALONG, ACROSS, FROM_FIRST, TOWARDS_THIRD, FIRST_PRINCIPAL, SECOND_PRINCIPAL)
    return next((sentence for sentence in fixed if sentence == name), name)


def _spanned(state: Array, first: Array, second: Array, first_name: str, second_name: str) -> Plane:
    """Gram and Schmidt's orthonormal directions, each with its largest entry's sign kept as it is given."""
    if state.size < 2:
        raise PlaneError(say("A plane needs at least two coordinates."))
    if not (np.isfinite(first).all() and np.isfinite(second).all()):
        raise PlaneError(say("The directions of the plane are not finite."))
    sizes = float(np.linalg.norm(first)), float(np.linalg.norm(second))
    if min(sizes) == 0:
        raise PlaneError(
            say("Two of the three points are the same.") if "point" in first_name else say("A direction is zero.")
        )
    u = first / sizes[0]
    v = second / sizes[1]
    v = v - (u @ v) * u
    if float(np.linalg.norm(v)) < 1e-9:
        raise PlaneError(
            say("The three points lie on one line.") if "point" in first_name else say("The directions are parallel.")
        )
    v = v / np.linalg.norm(v)
    v = v - (u @ v) * u  # once more, for orthogonality to rounding
    v = v / np.linalg.norm(v)
    return Plane(
        Direction(first_name, tuple(u.tolist())), Direction(second_name, tuple(v.tolist())), tuple(state.tolist())
    )
