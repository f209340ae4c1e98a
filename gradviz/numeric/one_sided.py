"""Derivatives where a formula has a kink: its power series to either side, and what they have in common.

``x |x|`` has a derivative at nought although ``|x|`` has none. To either side of such a point each operation has a
power series: ``|a(s)|`` for small positive s is ``a`` or ``-a``, as the first coefficient of a that is not nought has
it, and the root of ``s^2 (1 + ...)`` is ``s (1 + ...)``. Where the two sides' coefficients agree, up to some order, the
function has that many derivatives along the line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric import kernels, series_scalar
from gradviz.numeric.binding import Array
from gradviz.numeric.jets import NUMBERS, along, rule
from gradviz.numeric.program import Compiled
from gradviz.numeric.series import SERIES, Rule, Series
from gradviz.numeric.series_spectral import is_simple

__all__ = ["along_or_beside", "has_kinks", "on_a_kink", "two_sided"]

AGREE, NOISE = 1e-9, 1e-15
"""How far the coefficients of two sides may differ, beside their own size and beside that of the ones before."""
SPARE = 4
"""Further coefficients that are carried: the root of ``s^2`` has one fewer than it was made from."""


def has_kinks(program: Compiled) -> bool:
    """Whether an operation of a program may have a point without a derivative in its domain."""
    return any(op.name in _TOUCHES for op in program.operations)


def on_a_kink(program: Compiled, points: Sequence[Array]) -> NDArray[np.bool_]:
    """At which points (batch,) an operation of a program sits on its kink."""
    batch = max(a.shape[2] for a in points)
    size = max(1, NUMBERS // program.widest)
    if batch > size:
        parts = [slice(start, start + size) for start in range(0, batch, size)]
        return np.concatenate([on_a_kink(program, _some(points, part)) for part in parts])
    touched = np.zeros(batch, dtype=bool)
    registers: list[Series | None] = [None if c is None else [c] for c in program.template]
    for i, point in enumerate(points):
        registers[i] = [point]
    with np.errstate(all="ignore"):
        for op in program.operations:
            operands = [registers[i] for i in op.inputs]
            touches = _TOUCHES.get(op.name)
            if touches is not None and operands[0] is not None:
                touched = touched | touches(*[o[0] for o in operands if o]).any(axis=(0, 1))
            registers[op.output] = rule(op.name, op.run, SERIES)(0, *operands)
            for register in op.dead:
                registers[register] = None
    return np.asarray(np.broadcast_to(touched, (batch,)))


def along_or_beside(program: Compiled, points: Sequence[Array], directions: Sequence[Array], order: int) -> Array:
    """The Taylor coefficients of a program's first result, a number, along lines, (order + 1, batch): as
    `gradviz.numeric.jets.along` has them, and on a kink as the two sides agree on them.
    """
    found = np.stack([c[0, 0] for c in along(program, points, directions, order)[0]])
    if order == 0 or not has_kinks(program):
        return found
    touched = np.broadcast_to(on_a_kink(program, points), found.shape[1:]) & np.isfinite(found[0])
    if touched.any():
        found = found.copy()
        found[:, touched] = two_sided(program, _some(points, touched), _some(directions, touched), order)
    return found


def two_sided(program: Compiled, points: Sequence[Array], directions: Sequence[Array], order: int) -> Array:
    """The coefficients on which the series to both sides agree, (order + 1, batch); NaN from the first on which they
    differ.
    """
    carried = (4 if order <= 4 else 2) * order + SPARE
    value = along(program, points, directions, 0)[0][0][0, 0]
    after, before = (
        np.stack([c[0, 0] for c in along(program, points, [s * d for d in directions], carried, ONE_SIDED)[0]])
        for s in (1.0, -1.0)
    )
    after, before = after[: order + 1], before[: order + 1] * (-1.0) ** np.arange(order + 1)[:, None]
    with np.errstate(all="ignore"):
        size = np.maximum(np.abs(after), np.abs(before))
        largest = np.fmax.accumulate(size, axis=0)
        same = np.abs(after - before) <= AGREE * size + NOISE * largest
        same[0] &= np.abs(after[0] - value) <= AGREE * np.abs(value) + NOISE
    found = np.where(np.logical_and.accumulate(same, axis=0), (after + before) / 2, np.nan)
    found[0] = value
    return np.asarray(found)


def _some(arrays: Sequence[Array], which: NDArray[np.bool_] | slice) -> list[Array]:
    return [a if a.shape[2] == 1 else a[:, :, which] for a in arrays]


# --- where an operation has a kink --------------------


def _nought(a: Array, *_: Array) -> NDArray[np.bool_]:
    return np.asarray(a == 0)


def _all_nought(a: Array) -> NDArray[np.bool_]:
    return np.asarray((a == 0).all(axis=(0, 1), keepdims=True))


def _no_whole_power(a: Array, p: Array) -> NDArray[np.bool_]:
    return np.asarray((a == 0) & ((p != np.round(p)) | (p < 0)))


def _tied(sign: float) -> Callable[[Array], NDArray[np.bool_]]:
    def touches(a: Array) -> NDArray[np.bool_]:
        largest = (sign * a).max(axis=(0, 1), keepdims=True)
        return np.asarray(np.count_nonzero(sign * a == largest, axis=(0, 1), keepdims=True) > 1)

    return touches


_TOUCHES: dict[str, Callable[..., NDArray[np.bool_]]] = {
    "abs": _nought,
    "relu": _nought,
    "step": _nought,
    "sign": _nought,
    "sqrt": _nought,
    "norm1": _nought,
    "norm2": _all_nought,
    "power": _no_whole_power,
    "largest": _tied(1.0),
    "smallest": _tied(-1.0),
    "eigenvalue_max": lambda a: ~is_simple(a, "max"),
    "eigenvalue_min": lambda a: ~is_simple(a, "min"),
}


# --- series for small positive s --------------------


def _side(a: Series) -> Array:
    """The sign of a series for small positive s; nought where all its coefficients are."""
    sign = np.sign(a[0])
    for c in a[1:]:
        sign = np.where(sign == 0, np.sign(c), sign)
    return np.asarray(sign)


def _kinked(kernel: Callable[[Array], Array], slope: Callable[[Array], Array]) -> Rule:
    def run(order: int, a: Series) -> Series:
        factor = slope(_side(a))
        return [kernel(a[0]), *[factor * c for c in a[1:]]]

    return run


def _level(kernel: Callable[[Array], Array]) -> Rule:
    return lambda order, a: [kernel(_side(a))]


def _root(order: int, a: Series, p: float) -> Series:
    """``a^p`` of ``a = s^m b`` with a b that is not nought: ``s^(m p) b^p``, where a power of s that is not whole has
    no derivatives from its order on.
    """
    regular = series_scalar.real_power(order, a, p)
    shape = np.broadcast_shapes(*(c.shape for c in (*a, *regular)))
    whole = [np.broadcast_to(c, shape) for c in a]
    result = [np.array(np.broadcast_to(c, shape)) for c in regular]
    result += [np.zeros(shape) for _ in range(order + 1 - len(result))]
    left = whole[0] == 0
    for m in range(1, len(whole)):
        here = left & (whole[m] != 0)
        left = left & ~here
        if not here.any():
            continue
        power = m * p
        rest = series_scalar.real_power(order, [c[here] for c in whole[m:]], p)
        rest += [np.zeros(int(here.sum()))] * (order + 1 - len(rest))
        for k in range(order + 1):
            if k < power:  # of what is negative there is no root on this side
                result[k][here] = np.where(np.isfinite(rest[0]), 0.0, np.nan)
            else:
                known = power == round(power) and (len(a) <= order or k - round(power) <= order - m)
                result[k][here] = rest[k - round(power)] if known else np.nan
    if left.any():  # nought as far as it is known
        for k in range(order + 1):
            result[k][left] = 0.0 if len(a) <= order or k < (order + 1) * p else np.nan
    return result


def _sqrt(order: int, a: Series) -> Series:
    return [np.sqrt(a[0]), *_root(order, a, 0.5)[1:]]


def _power(order: int, a: Series, p: Series) -> Series:
    if len(p) == 1 and p[0].size == 1 and len(a) > 1:
        exponent = float(p[0].item())
        if exponent != round(exponent) and exponent > 0:
            return [kernels.power(a[0], p[0]), *_root(order, a, exponent)[1:]]
    return series_scalar.power(order, a, p)


def _norm2(order: int, a: Series) -> Series:
    return [kernels.norm2(a[0]), *_sqrt(order, series_scalar.inner(order, a, a))[1:]]


def _norm1(order: int, a: Series) -> Series:
    return [kernels.total(c) for c in _kinked(np.abs, np.sign)(order, a)]


def _extreme(sign: float) -> Rule:
    """The entry that is the largest (smallest) for small positive s: of several that are equal, the one that grows
    fastest.
    """

    def run(order: int, a: Series) -> Series:
        shape = np.broadcast_shapes(*(c.shape for c in a))
        first = np.ones(shape, dtype=bool)
        for c in a:
            size = np.where(first, sign * np.broadcast_to(c, shape), -np.inf)
            first &= size == size.max(axis=(0, 1), keepdims=True)
        share = first / np.maximum(first.sum(axis=(0, 1), keepdims=True), 1)
        return [kernels.total(share * c) for c in a]

    return run


ONE_SIDED: dict[str, Rule] = {
    **SERIES,
    "abs": _kinked(np.abs, np.sign),
    "relu": _kinked(kernels.ARRAY["relu"], kernels.step),
    "sign": _level(np.sign),
    "step": _level(kernels.step),
    "sqrt": _sqrt,
    "power": _power,
    "norm1": _norm1,
    "norm2": _norm2,
    "largest": _extreme(1.0),
    "smallest": _extreme(-1.0),
}
"""The twins of all operations for small positive s."""
