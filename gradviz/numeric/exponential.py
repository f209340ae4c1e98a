"""The matrix exponential, sine, cosine, square root and logarithm, which NumPy lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

__all__ = [
    "MATRIX_FUNCTIONS",
    "change",
    "matrix_cosine",
    "matrix_exponential",
    "matrix_logarithm",
    "matrix_sine",
    "matrix_square_root",
]

Array = npt.NDArray[Any]
TERMS = 18
MOST_STEPS = 60
LAST_STEPS = 2


def matrix_exponential(a: Array) -> Array:
    """``expm`` of a stack of square matrices (instances, n, n); NaN where an entry is not finite.

    Scaling and squaring with 18 terms of the series (Higham, Functions of Matrices, sect. 10.3), right for complex
    entries too.
    """
    scaled = _scaled(a)
    if scaled is None:
        return np.full_like(a, np.nan)
    b, halvings = scaled
    term = total = np.broadcast_to(np.eye(a.shape[1], dtype=a.dtype), a.shape)
    for k in range(1, TERMS + 1):
        term = term @ b / k
        total = total + term
    for _ in range(halvings):
        total = total @ total
    return total


def matrix_sine(a: Array) -> Array:
    """``sinm = A - A^3/3! + ...`` of a stack of square matrices, as `matrix_exponential`."""
    return _sine_and_cosine(a)[0]


def matrix_cosine(a: Array) -> Array:
    """``cosm = I - A^2/2! + ...`` of a stack of square matrices, as `matrix_exponential`."""
    return _sine_and_cosine(a)[1]


def _sine_and_cosine(a: Array) -> tuple[Array, Array]:
    """Both by their series and the formulas of the double angle (Higham, sect. 12.4).

    Not by ``expm(i A)``: the difference of two exponentials would lose a complex step.
    """
    scaled = _scaled(a)
    if scaled is None:
        return np.full_like(a, np.nan), np.full_like(a, np.nan)
    b, halvings = scaled
    square = -b @ b
    sine = odd = b
    even = np.broadcast_to(np.eye(a.shape[1], dtype=a.dtype), a.shape)
    less = np.zeros_like(a)  # the cosine less the identity, of which doubling keeps all digits
    for k in range(1, TERMS // 2 + 1):
        even = even @ square / ((2 * k - 1) * (2 * k))
        odd = odd @ square / (2 * k * (2 * k + 1))
        less = less + even
        sine = sine + odd
    for _ in range(halvings):
        sine = 2 * (sine + sine @ less)
        less = 2 * (2 * less + less @ less)
    return sine, less + np.eye(a.shape[1])


def matrix_square_root(a: Array) -> Array:
    """The principal square root of a stack of square matrices; NaN where it is not found (an eigenvalue is zero or
    negative).

    The product form of the iteration of Denman and Beavers (Higham, Functions of Matrices, eq. 6.29), which keeps a
    complex step.
    """
    if not np.isfinite(a).all():
        return np.full_like(a, np.nan)
    eye = np.eye(a.shape[1])
    size = np.abs(a.real).sum(axis=1).max(axis=1)[:, None, None]
    root = product = a / np.where(size > 0, size, 1.0)
    settled = 0
    for _ in range(MOST_STEPS):
        try:
            inverse = np.linalg.inv(product)
        except np.linalg.LinAlgError:
            return np.stack([_root_or_nan(one) for one in a]) if len(a) > 1 else np.full_like(a, np.nan)
        root = root @ (eye + inverse) / 2
        product = (eye + (product + inverse) / 2) / 2
        # Two more steps once the real part stands still: the imaginary one follows one behind.
        settled += bool((np.abs(product.real - eye) < 1e-9).all())
        if settled > LAST_STEPS:
            break
    root = root * np.sqrt(size)
    wrong = np.abs((root @ root - a).real).max(axis=(1, 2), keepdims=True) > 1e-6 * (size + 1e-300)
    return np.where(wrong | ~np.isfinite(root), np.nan, root)


def _root_or_nan(a: Array) -> Array:
    return np.asarray(matrix_square_root(a[None])[0])


def matrix_logarithm(a: Array) -> Array:
    """The principal logarithm of a stack of square matrices; NaN where there is none.

    By square roots until the matrix is near the identity, and the series of ``2 artanh((A - I) (A + I)^-1)`` there
    (Higham, Functions of Matrices, sect. 11.5).
    """
    eye = np.eye(a.shape[1])
    roots = 0
    while not (np.abs(a - eye).sum(axis=1) < 0.25).all():
        a = matrix_square_root(a)
        roots += 1
        if roots > MOST_STEPS or not np.isfinite(a).any():
            return np.full_like(a, np.nan)
        a = np.where(np.isfinite(a).all(axis=(1, 2), keepdims=True), a, eye * np.nan)
        if (broken := np.isnan(a).any(axis=(1, 2))).any():
            found = np.full_like(a, np.nan)
            if not broken.all():
                found[~broken] = matrix_logarithm(a[~broken]) * 2.0**roots
            return found
    z = (a - eye) @ np.linalg.inv(a + eye)
    square, power, total = z @ z, z, z
    for k in range(1, TERMS):
        power = power @ square
        total = total + power / (2 * k + 1)
    return np.asarray(2.0 ** (roots + 1) * total)


def _scaled(a: Array) -> tuple[Array, int] | None:
    """A stack divided by ``2^k`` until it is small, and k; None where an entry is not finite."""
    norm = np.abs(a).sum(axis=1).max(initial=0.0)
    if not np.isfinite(norm):
        return None
    halvings = max(0, int(np.ceil(np.log2(max(norm, 1e-300)))) + 4)
    return a / 2.0**halvings, halvings


def change(function: str, a: Array, e: Array) -> Array:
    """The derivative of a matrix function at a stack of matrices in the directions of another, by the function of
    ``[A, E; 0, A]`` (Higham, Functions of Matrices, eq. 3.16).
    """
    size = a.shape[1]
    zero = np.zeros_like(a)
    whole = np.concatenate([np.concatenate([a, e], axis=2), np.concatenate([zero, a], axis=2)], axis=1)
    return MATRIX_FUNCTIONS[function](whole)[:, :size, size:]


MATRIX_FUNCTIONS: Mapping[str, Callable[[Array], Array]] = {
    "expm": matrix_exponential,
    "sinm": matrix_sine,
    "cosm": matrix_cosine,
    "sqrtm": matrix_square_root,
    "logm": matrix_logarithm,
}
"""By the names of the nodes."""
