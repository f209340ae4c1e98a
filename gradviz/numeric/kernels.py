"""The operations a compiled expression is made of, each for arrays of shape (rows, cols, batch).

The batch is the last axis: entrywise work runs along contiguous memory, and a constant matrix times all
points is one GEMM. A batch of length one broadcasts against any other. Each scalar operation has a twin on
Python floats, several times faster at one point; a twin may raise where NumPy gives NaN or infinity, and the
caller then takes the other path.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric import special
from gradviz.numeric.matrix_kernels import MATRIX

__all__ = ["ARRAY", "COPYING", "FLOAT", "FRESH", "FUSED", "IN_PLACE", "TAKES_OUT", "TUPLE", "Array", "commutation"]

Array = NDArray[np.float64]
CAP = 700.0
"""An exponent whose power is still a float."""


# --- entrywise --------------------


def sigmoid(z: Array) -> Array:
    """``1/(1 + e^-z)``: where the power overflows, the quotient is the zero it should be."""
    # In place: fresh memory for every part of the formula costs more than the arithmetic.
    result = np.negative(z)
    np.exp(result, out=result)
    result += 1
    return np.asarray(np.reciprocal(result, out=result))


def softplus(z: Array) -> Array:
    """``log(1 + e^z) = max(z, 0) + log(1 + e^-|z|)``."""
    rest = np.abs(z)
    np.negative(rest, out=rest)
    np.exp(rest, out=rest)
    np.log1p(rest, out=rest)
    result = np.maximum(z, 0)
    result += rest
    return np.asarray(result)


def step(z: Array) -> Array:
    return np.heaviside(z, 0.0)


def power(base: Array, exponent: Array) -> Array:
    return np.asarray(np.power(base, exponent))


def cube(z: Array) -> Array:
    return np.asarray(z * z * z)


def fourth(z: Array) -> Array:
    square = z * z
    return np.asarray(square * square)


def capped_exp(z: Array, out: Array | None = None) -> Array:
    """``e^z``, at most ``e^700``: with it neither ``w/(1 + w)`` nor ``max(z, log(1 + w))`` overflows."""
    if z.size and z.max() <= CAP:  # a look at the largest takes less than a pass that writes
        return np.asarray(np.exp(z, out=out))
    result = np.minimum(z, CAP, out=out)
    return np.asarray(np.exp(result, out=result))


# --- products --------------------


def matmul(a: Array, b: Array, out: Array | None = None) -> Array:
    """The matrix product of each pair; `out` is a contiguous array of its size that may be written over."""
    m, k, p = a.shape
    c, q = b.shape[1:]
    if k == 1:
        return np.asarray(np.multiply(a, b, out=out))
    if p == 1:
        flat = None if out is None else out.reshape(m, c * q)
        return np.asarray(np.matmul(a[:, :, 0], b.reshape(k, c * q), out=flat).reshape(m, c, q))
    if q == 1:
        transposed = b[:, :, 0].T
        if m == 1:
            return np.asarray((transposed @ a.reshape(k, p)).reshape(1, c, p))
        return np.asarray(transposed @ a)
    if k <= 4:  # few terms: whole rows at a time beat einsum
        total = np.multiply(a[:, 0, None], b[None, 0], out=out)
        for i in range(1, k):
            total += a[:, i, None] * b[None, i]
        return np.asarray(total)
    return np.asarray(np.einsum("mkb,kcb->mcb", a, b))


def kronecker(a: Array, b: Array) -> Array:
    product = np.einsum("ijb,klb->ikjlb", *_same_batch(a, b))
    i, k, j, m, batch = product.shape
    return np.asarray(product.reshape(i * k, j * m, batch))


def _same_batch(a: Array, b: Array) -> tuple[Array, Array]:
    batch = max(a.shape[2], b.shape[2])
    return np.broadcast_to(a, (*a.shape[:2], batch)), np.broadcast_to(b, (*b.shape[:2], batch))


def inner(a: Array, b: Array) -> Array:
    """The sum of the entrywise product."""
    if a.shape[0] * a.shape[1] <= 4:
        return np.asarray((a * b).sum(axis=(0, 1), keepdims=True))
    return np.asarray(np.einsum("rcb,rcb->b", *_same_batch(a, b))[None, None])


# --- sums and norms --------------------


def total(a: Array) -> Array:
    return np.asarray(a.sum(axis=(0, 1), keepdims=True))


def norm2(a: Array) -> Array:
    """The root of the sum of squares; scaled by the largest entry where the squares overflow or vanish."""
    squares = inner(a, a)
    if np.all((squares > 1e-290) & (squares < 1e290)):
        return np.sqrt(squares)
    top = np.abs(a).max(axis=(0, 1), keepdims=True)
    scale = np.where((top > 0) & (top < np.inf), top, 1.0)
    scaled = a / scale
    return np.asarray(scale * np.sqrt(inner(scaled, scaled)))


def norm1(a: Array) -> Array:
    return np.asarray(np.abs(a).sum(axis=(0, 1), keepdims=True))


def largest(a: Array) -> Array:
    return np.asarray(a.max(axis=(0, 1), keepdims=True))


def smallest(a: Array) -> Array:
    return np.asarray(a.min(axis=(0, 1), keepdims=True))


def largest_unit(a: Array) -> Array:
    """One where the first largest entry stands, nought elsewhere."""
    flat = a.reshape(-1, a.shape[2])
    return np.asarray((np.arange(len(flat))[:, None] == flat.argmax(axis=0)).astype(float).reshape(a.shape))


def smallest_unit(a: Array) -> Array:
    """One where the first smallest entry stands, nought elsewhere."""
    return largest_unit(-a)


def top(a: Array) -> Array:
    """The largest entry, or nought where it is infinite: then nothing needs scaling."""
    largest = a.max(axis=(0, 1), keepdims=True)
    return np.where(np.isfinite(largest), largest, 0.0)


def shifted_exp(a: Array, top: Array) -> Array:
    """``e^(a - top)``: of the largest entry it is one, so nothing overflows. Log-sum-exp and softmax share it."""
    result = a - top
    return np.asarray(np.exp(result, out=result))


def row_softmax(a: Array) -> Array:
    """``e^(a - top)`` of each row over its sum."""
    largest = a.max(axis=1, keepdims=True)
    powers = np.exp(a - np.where(np.isfinite(largest), largest, 0.0))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


# --- matrices --------------------


def transpose(a: Array) -> Array:
    return a.swapaxes(0, 1)


def trace(a: Array) -> Array:
    return np.asarray(np.einsum("iib->b", a)[None, None])


def determinant(a: Array) -> Array:
    if a.shape[0] == 2:
        return np.asarray((a[0, 0] * a[1, 1] - a[0, 1] * a[1, 0])[None, None])
    return np.asarray(np.linalg.det(np.moveaxis(a, 2, 0))[None, None])


def logdet(a: Array) -> Array:
    if a.shape[0] == 2:
        return np.asarray(np.log(np.abs(determinant(a))))
    return np.asarray(np.linalg.slogdet(np.moveaxis(a, 2, 0))[1][None, None])


def inverse(a: Array) -> Array:
    """The inverses; NaN where there is none."""
    if a.shape[0] == 1:
        return np.asarray(1 / a)
    if a.shape[0] == 2:
        det = determinant(a)[0, 0]
        det = np.where(det == 0, np.nan, det)
        return np.stack([np.stack([a[1, 1], -a[0, 1]]), np.stack([-a[1, 0], a[0, 0]])]) / det
    stack = np.moveaxis(a, 2, 0)
    try:
        inverted: Array = np.asarray(np.linalg.inv(stack), dtype=float)
    except np.linalg.LinAlgError:
        inverted = np.array([_inverse_or_nan(matrix) for matrix in stack])
    return np.moveaxis(inverted, 0, 2)


def _inverse_or_nan(matrix: Array) -> Array:
    try:
        return np.asarray(np.linalg.inv(matrix), dtype=float)
    except np.linalg.LinAlgError:
        return np.full_like(matrix, np.nan)


def diag(a: Array) -> Array:
    size = a.shape[0]
    result = np.zeros((size, size, a.shape[2]))
    result[np.arange(size), np.arange(size)] = a[:, 0]
    return result


def diagonal(a: Array) -> Array:
    index = np.arange(a.shape[0])
    return a[index, index][:, None]


def vec(a: Array) -> Array:
    return a.swapaxes(0, 1).reshape(-1, 1, a.shape[2])


def unvec(rows: int, cols: int) -> Callable[[Array], Array]:
    """A column cut into the columns of a matrix."""
    return lambda a: a.reshape(cols, rows, a.shape[2]).swapaxes(0, 1)


def stack(rows: int, cols: int) -> Callable[..., Array]:
    """Scalars into a matrix, row by row."""

    def run(*entries: Array) -> Array:
        batch = max(e.shape[2] for e in entries)
        result = np.empty((rows * cols, batch))
        for i, entry in enumerate(entries):
            result[i] = entry[0, 0]
        return result.reshape(rows, cols, batch)

    return run


def entry(row: int, col: int) -> Callable[[Array], Array]:
    return lambda a: a[row : row + 1, col : col + 1]


def fill(rows: int, cols: int) -> Callable[[Array], Array]:
    return lambda a: np.broadcast_to(a, (rows, cols, a.shape[2]))


def commutation(m: int, k: int) -> Array:
    """``K`` with ``K vec X = vec X'`` for X of shape m x k (Magnus & Neudecker, ch. 3, sec. 7)."""
    order = np.arange(m * k).reshape(k, m).T.ravel()  # vec X' lists X row by row
    return np.eye(m * k)[order]


# --- the tables --------------------

ARRAY: dict[str, Callable[..., Any]] = {
    "add": np.add,
    "subtract": np.subtract,
    "multiply": np.multiply,
    "divide": np.divide,
    "negative": np.negative,
    "power": power,
    "square": np.square,
    "cube": cube,
    "fourth": fourth,
    "reciprocal": np.reciprocal,
    "exp": np.exp,
    "log": np.log,
    "sqrt": np.sqrt,
    "sin": np.sin,
    "cos": np.cos,
    "tan": np.tan,
    "sinh": np.sinh,
    "cosh": np.cosh,
    "tanh": np.tanh,
    "arcsin": np.arcsin,
    "arccos": np.arccos,
    "arctan": np.arctan,
    "arcsinh": np.arcsinh,
    "arctanh": np.arctanh,
    "log2": np.log2,
    "log10": np.log10,
    "erf": special.erf,
    "normcdf": special.normcdf,
    "normpdf": special.normpdf,
    "lgamma": special.lgamma,
    "digamma": special.digamma,
    "trigamma": special.trigamma,
    "sigmoid": sigmoid,
    "softplus": softplus,
    "relu": lambda z: np.maximum(z, 0),
    "step": step,
    "abs": np.abs,
    "sign": np.sign,
    "matmul": matmul,
    "kronecker": kronecker,
    "inner": inner,
    "total": total,
    "norm2": norm2,
    "norm1": norm1,
    "largest": largest,
    "smallest": smallest,
    "largest_unit": largest_unit,
    "smallest_unit": smallest_unit,
    "top": top,
    "shifted_exp": shifted_exp,
    "over": np.divide,
    "row_softmax": row_softmax,
    "transpose": transpose,
    "trace": trace,
    "determinant": determinant,
    "logdet": logdet,
    "inverse": inverse,
    "diag": diag,
    "diagonal": diagonal,
    "vec": vec,
    **MATRIX,
}
"""Operations without parameters."""
FUSED: dict[str, Callable[..., Any]] = {"capped_exp": capped_exp, "log1p": np.log1p, "maximum": np.maximum}
"""Operations that stand only in loops over many points (`gradviz.numeric.fusing`)."""
IN_PLACE = frozenset(name for name, run in ARRAY.items() if isinstance(run, np.ufunc)) | FUSED.keys()
"""Operations that can write their result into an array that is given."""
TAKES_OUT = frozenset({*IN_PLACE, "matmul"})
"""Operations that write into an array of the result's size when they are given one."""
FRESH = frozenset({"matmul", "sigmoid", "softplus", "shifted_exp", "cube", "fourth", "total", "norm1", "stack"})
"""Others whose result is always an array of its own."""
COPYING = (
    IN_PLACE
    | FRESH
    | {"erf", "normcdf", "normpdf", "lgamma", "digamma", "trigamma"}
    | {"power", "inner", "norm2", "top", "relu", "step", "determinant", "logdet", "inverse", "diag"}
    | {"largest", "smallest", "largest_unit", "smallest_unit"}
)
"""Operations whose result never shares memory with an operand."""


def _float_sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z)) if z > -700 else math.exp(z)


def _float_softplus(z: float) -> float:
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


def _float_shifted_exp(entries: Sequence[float], top: float) -> tuple[float, ...]:
    return tuple([math.exp(e - top) for e in entries])


def _float_over(entries: Sequence[float], whole: float) -> tuple[float, ...]:
    return tuple([e / whole for e in entries])


FLOAT: dict[str, Callable[..., Any]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "negative": lambda a: -a,
    "power": math.pow,
    "square": lambda a: a * a,
    "cube": lambda a: a * a * a,
    "fourth": lambda a: a * a * a * a,
    "reciprocal": lambda a: 1 / a,
    "exp": math.exp,
    "log": math.log,
    "sqrt": math.sqrt,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "sinh": math.sinh,
    "cosh": math.cosh,
    "tanh": math.tanh,
    "arcsin": math.asin,
    "arccos": math.acos,
    "arctan": math.atan,
    "arcsinh": math.asinh,
    "arctanh": math.atanh,
    "log2": math.log2,
    "log10": math.log10,
    "erf": math.erf,
    "normcdf": lambda z: 0.5 * math.erfc(-z / math.sqrt(2)),
    "normpdf": lambda z: math.exp(-0.5 * z * z) / math.sqrt(2 * math.pi),
    "lgamma": lambda z: math.lgamma(z) if z > 0 else math.nan,
    "digamma": lambda z: float(special.digamma(np.asarray(z))),
    "trigamma": lambda z: float(special.trigamma(np.asarray(z))),
    "sigmoid": _float_sigmoid,
    "softplus": _float_softplus,
    "relu": lambda z: max(z, 0.0),
    "step": lambda z: 1.0 if z > 0 else 0.0,
    "abs": abs,
    "sign": lambda z: (z > 0) - (z < 0) + 0.0,
}
"""Twins on floats."""
TUPLE: dict[str, Callable[..., Any]] = {
    "top": max,
    "largest": max,
    "smallest": min,
    "shifted_exp": _float_shifted_exp,
    "over": _float_over,
    "total": math.fsum,
}
"""Twins that take a small vector, as a tuple of its entries."""
