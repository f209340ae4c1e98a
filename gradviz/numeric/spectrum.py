"""What the Hessian says: eigenvalues, signature, definiteness, the quadratic form's picture, and regions."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array
from gradviz.numeric.landscape import Landscape
from gradviz.sentences import say

__all__ = ["Definiteness", "Spectrum", "conic", "regions", "spectrum"]

RELATIVE = 1e-10
"""An eigenvalue this many times smaller than the largest counts as nought."""


class Definiteness(IntEnum):
    """The class of a symmetric matrix, and the number that stands for it in a map of regions."""

    UNDEFINED = -1
    ZERO = 0
    POSITIVE_DEFINITE = 1
    NEGATIVE_DEFINITE = 2
    INDEFINITE = 3
    POSITIVE_SEMIDEFINITE = 4
    NEGATIVE_SEMIDEFINITE = 5

    @property
    def words(self) -> str:
        """``positive definite`` and so on."""
        return _WORDS[self]

    @property
    def meaning(self) -> str:
        """What it would say of the function if its gradient vanished there, a sentence."""
        return _MEANING[self]

    @property
    def verdict(self) -> str:
        """What it says of a stationary point, a sentence."""
        return _VERDICT.get(self, self.meaning)


_WORDS = {
    Definiteness.UNDEFINED: say("undefined"),
    Definiteness.ZERO: say("zero"),
    Definiteness.POSITIVE_DEFINITE: say("positive definite"),
    Definiteness.NEGATIVE_DEFINITE: say("negative definite"),
    Definiteness.INDEFINITE: say("indefinite"),
    Definiteness.POSITIVE_SEMIDEFINITE: say("positive semidefinite"),
    Definiteness.NEGATIVE_SEMIDEFINITE: say("negative semidefinite"),
}
_MEANING = {
    Definiteness.UNDEFINED: say("The function has no second derivatives here."),
    Definiteness.ZERO: say("All second derivatives are zero: the second-order test does not decide."),
    Definiteness.POSITIVE_DEFINITE: (
        say("The function curves upwards in every direction: a stationary point here would be a strict minimum.")
    ),
    Definiteness.NEGATIVE_DEFINITE: (
        say("The function curves downwards in every direction: a stationary point here would be a strict maximum.")
    ),
    Definiteness.INDEFINITE: (
        say("The function curves up in one direction and down in another: a stationary point here would be a saddle.")
    ),
    Definiteness.POSITIVE_SEMIDEFINITE: say(
        "The function curves upwards or not at all: the second-order test does not decide."
    ),
    Definiteness.NEGATIVE_SEMIDEFINITE: say(
        "The function curves downwards or not at all: the second-order test does not decide."
    ),
}
_VERDICT = {
    Definiteness.POSITIVE_DEFINITE: (
        say("The function curves upwards in every direction: this stationary point is a strict minimum.")
    ),
    Definiteness.NEGATIVE_DEFINITE: (
        say("The function curves downwards in every direction: this stationary point is a strict maximum.")
    ),
    Definiteness.INDEFINITE: (
        say("The function curves up in one direction and down in another: this stationary point is a saddle.")
    ),
}


@dataclass(frozen=True)
class Spectrum:
    """A Hessian at a point.

    Attributes
    ----------
    matrix : (d, d), symmetric.
    eigenvalues : (d,), increasing; NaN when the matrix is not finite.
    vectors : (d, d), an orthonormal eigenvector a column, in the order of the eigenvalues; the largest entry of each is
        positive.
    kind : the class.
    """

    matrix: Array
    eigenvalues: Array
    vectors: Array
    kind: Definiteness

    @property
    def determinant(self) -> float:
        """The product of the eigenvalues (of a 2×2 matrix ``ac - b²``)."""
        if self.matrix.shape == (2, 2):
            (a, b), (_, c) = self.matrix
            return float(a * c - b * b)
        return float(np.prod(self.eigenvalues))

    @property
    def trace(self) -> float:
        """The sum of the eigenvalues: the Laplacian of f."""
        return float(np.trace(self.matrix))

    @property
    def condition(self) -> float:
        """``max |λ| / min |λ|``; infinite when the matrix is singular, NaN when it is nought or not finite."""
        size = np.abs(self.eigenvalues)
        largest, smallest = float(size.max()), float(size.min())
        if not math.isfinite(largest) or largest == 0:
            return math.nan
        return largest / smallest if smallest > 0 else math.inf

    @property
    def signature(self) -> tuple[int, int, int]:
        """How many eigenvalues are positive, negative and nought (to rounding)."""
        signs = _signs(self.eigenvalues)
        return int((signs > 0).sum()), int((signs < 0).sum()), int((signs == 0).sum())


def spectrum(hessian: Array) -> Spectrum:
    """The spectrum of a symmetric matrix (d, d); of one that is not finite it is NaN and its kind UNDEFINED."""
    matrix = np.asarray((hessian + hessian.T) / 2, dtype=float)
    size = matrix.shape[0]
    if not np.isfinite(matrix).all():
        return Spectrum(matrix, np.full(size, np.nan), np.full((size, size), np.nan), Definiteness.UNDEFINED)
    values, vectors = np.linalg.eigh(matrix)
    largest = vectors[np.abs(vectors).argmax(axis=0), np.arange(size)]
    vectors = vectors * np.where(largest < 0, -1.0, 1.0)
    return Spectrum(matrix, values, vectors, _kind(_signs(values)))


def _signs(eigenvalues: Array) -> Array:
    size = float(np.abs(eigenvalues).max(initial=0.0))
    return np.where(np.abs(eigenvalues) <= RELATIVE * size, 0.0, np.sign(eigenvalues))


def _kind(signs: Array) -> Definiteness:
    up, down = bool((signs > 0).any()), bool((signs < 0).any())
    if up and down:
        return Definiteness.INDEFINITE
    if not (up or down):
        return Definiteness.ZERO
    strict = bool((signs != 0).all())
    if up:
        return Definiteness.POSITIVE_DEFINITE if strict else Definiteness.POSITIVE_SEMIDEFINITE
    return Definiteness.NEGATIVE_DEFINITE if strict else Definiteness.NEGATIVE_SEMIDEFINITE


def regions(
    landscape: Landscape, xs: Array, ys: Array, cancelled: Callable[[], bool] = lambda: False
) -> NDArray[np.int8]:
    """The class of the plane's Hessian on a grid, (len(ys), len(xs)), as values of `Definiteness`."""
    H = landscape.hessian(xs, ys, cancelled)
    a, b, c = H[..., 0, 0], H[..., 0, 1], H[..., 1, 1]
    with np.errstate(all="ignore"):
        # The eigenvalue of the larger size first, the other from the determinant: no cancellation.
        half, gap = (a + c) / 2, np.hypot((a - c) / 2, b)
        far = half + np.where(half < 0, -gap, gap)
        det = a * c - b * b
        near = np.where(far == 0, 0.0, det / np.where(far == 0, 1.0, far))
        near = np.where(np.abs(near) <= RELATIVE * np.abs(far), 0.0, near)
    found = np.full(a.shape, int(Definiteness.UNDEFINED), dtype=np.int8)
    known = np.isfinite(a) & np.isfinite(b) & np.isfinite(c)
    up, down = np.maximum(far, near) > 0, np.minimum(far, near) < 0
    strict = near != 0
    for mask, kind in (
        (~up & ~down, Definiteness.ZERO),
        (up & down, Definiteness.INDEFINITE),
        (up & ~down & strict, Definiteness.POSITIVE_DEFINITE),
        (up & ~down & ~strict, Definiteness.POSITIVE_SEMIDEFINITE),
        (down & ~up & strict, Definiteness.NEGATIVE_DEFINITE),
        (down & ~up & ~strict, Definiteness.NEGATIVE_SEMIDEFINITE),
    ):
        found[known & mask] = int(kind)
    return found


def conic(hessian: Array | Spectrum, radius: float, samples: int = 181) -> tuple[Array, Array]:
    """The curve ``|u'Hu| = c`` around the origin: an ellipse where H is definite, two pairs of branches of hyperbolas
    where it is indefinite, two parallel lines where it is singular.

    Parameters
    ----------
    hessian : (2, 2), or its spectrum.
    radius : the level c is chosen so that the ellipse touches a circle of this radius from within; branches and lines
        end on the circle.
    samples : of an ellipse; half as many of each branch of a hyperbola.

    Returns
    -------
    tuple of arrays
        Horizontal and vertical offsets, NaN between the pieces; empty for a matrix that is nought or not finite.
    """
    found = hessian if isinstance(hessian, Spectrum) else spectrum(hessian)
    sizes = np.abs(found.eigenvalues)
    if not np.isfinite(sizes).all() or not sizes.any():
        return np.empty(0), np.empty(0)
    signs = _signs(found.eigenvalues)
    if signs[0] == 0 or signs[1] == 0:
        pieces = _lines(radius, int(np.argmax(sizes)))
    elif signs[0] == signs[1]:
        a, b = (float(v) for v in radius * np.sqrt(sizes.min() / sizes))
        angle = np.linspace(0, 2 * np.pi, samples)
        pieces = [(a * np.cos(angle), b * np.sin(angle))]
    else:
        level = min(float(sizes.max()) / 9, float(sizes.min()) / 2)
        a, b = (float(v) for v in radius * np.sqrt(level / sizes))
        half = (samples + 1) // 2
        pieces = _branches(radius, a, b, half) + [(q, p) for p, q in _branches(radius, b, a, half)]
    gap = np.array([np.nan])
    along = np.concatenate([part for p, _ in pieces for part in (p, gap)][:-1])
    across = np.concatenate([part for _, q in pieces for part in (q, gap)][:-1])
    offsets = found.vectors @ np.stack([along, across])
    return offsets[0], offsets[1]


def _branches(radius: float, p: float, q: float, samples: int) -> list[tuple[Array, Array]]:
    """``(p cosh t, q sinh t)`` and its mirror image, as far as the circle: ``cosh² t = (radius² + q²)/(p² + q²)``."""
    reach = math.acosh(max(math.sqrt((radius**2 + q**2) / (p**2 + q**2)), 1.0))
    t = np.linspace(-reach, reach, samples)
    return [(side * p * np.cosh(t), q * np.sinh(t)) for side in (1.0, -1.0)]


def _lines(radius: float, curved: int) -> list[tuple[Array, Array]]:
    """Two lines at a right angle to the one axis along which the form is not nought."""
    reach = np.array([-1.0, 0.0, 1.0]) * radius * math.sqrt(8) / 3
    found = []
    for side in (1.0, -1.0):
        beside = np.full(reach.size, side * radius / 3)
        found.append((beside, reach) if curved == 0 else (reach, beside))
    return found
