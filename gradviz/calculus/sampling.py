"""Random instances: sizes for symbolic dimensions, and values for symbols from the sets that their properties name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.algebra.nodes import DimNumber, Expr, IndexedSum, Symbol
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.algebra.walk import least_sizes, postorder

__all__ = ["dimension_choices", "draw", "style_choices", "with_properties"]

Values = NDArray[Any]

SHIFTED = ("positive", "unit", "negative", "large")
"""How values may be drawn other than around zero: positive; in (0, 1); negative; above 8."""

FEW, MIXTURES = 6, 60
"""Of how many of a function's numbers the neighbourhood is tried, and how many mixtures of such places."""

MANY = 40
"""Of more symbols none is shifted alone: that would be as many evaluations of something large."""


def style_choices(
    symbols: Sequence[Symbol], rng: np.random.Generator, around: str = "plain", numbers: Sequence[float] = ()
) -> Iterator[dict[Symbol, str]]:
    """Ways to draw the values, the freest first: all around zero, one symbol shifted, all shifted, then any mixture;
    then the same in the spans that some `numbers` of the function bound, as 100 does in ``sqrt(x - 100)``.

    A symbol is shifted only where the function asks for it: values that are all positive would hide a lost sign.
    Of "calm" values around zero matrices stretch nothing, so that rounding errors do not grow through many layers; with
    "calm positive" ones nor does anything die out.
    """
    plain = dict.fromkeys(symbols, around)
    yield plain
    for style in SHIFTED if len(symbols) <= MANY else ():
        for symbol in symbols:
            yield plain | {symbol: style}
    for style in SHIFTED:
        yield dict.fromkeys(symbols, style)
    for _ in range(24):
        yield {symbol: str(rng.choice((around, *SHIFTED))) for symbol in symbols}
    spans = _spans(numbers)
    for span in spans if len(symbols) <= MANY else ():
        for symbol in symbols:
            yield plain | {symbol: span}
    for span in spans:
        yield dict.fromkeys(symbols, span)
    for _ in range(MIXTURES if spans else 0):
        yield {symbol: str(rng.choice((around, *SHIFTED, *spans))) for symbol in symbols}


def _spans(numbers: Sequence[float]) -> list[str]:
    """Styles ``low to high``: between neighbours among some numbers and their opposites, around each and beyond it."""
    sizes = sorted({abs(c) for c in numbers if abs(c) > 1 and np.isfinite(c)})[-FEW:]
    ends = [-c for c in reversed(sizes)] + sizes
    found = list(pairwise(ends))
    for c in sizes:
        found += [
            (c, 2 * c),
            (-2 * c, -c),
            (c, c + 1),
            (-c - 1, -c),
            (c - 1, c),
            (-c, 1 - c),
            (c, 100 * c),
            (-100 * c, -c),
        ]
    return [f"{low!r} to {high!r}" for low, high in dict.fromkeys(found)]


def dimension_choices(roots: Sequence[Expr]) -> list[dict[str, int]]:
    """Sizes to try for every named dimension: no two names alike, each order of sizes reversed once, and no name of one
    size only, or a number in its place would pass for it.
    """
    names: dict[str, None] = {}
    for node in postorder(*roots):
        used = (
            node.data[-1:]
            if isinstance(node, DimNumber | IndexedSum)
            else [d for d in node.data if isinstance(d, DimProduct)]
        )
        for dim in (*node.shape, *used):
            names.update(dict.fromkeys(_names(dim)))
    if not names:
        return [{}]
    # Of very many names some are alike, but none in both choices: the periods have no common factor.
    up = {name: 2 + i % 11 for i, name in enumerate(names)}
    first = 3 if len(names) % 2 else 4  # of an even number of names one would meet its own size again
    down = {name: first + i % 13 for i, name in enumerate(reversed(list(names)))}
    least = least_sizes(*roots)
    return [_at_least(up, least), _at_least(down, least)]


def _at_least(sizes: dict[str, int], least: Mapping[str, int]) -> dict[str, int]:
    """The sizes, those raised that are too small for a place that is named; a raised one is like no other."""
    raised = dict(sizes)
    for name, size in least.items():
        if size > raised.get(name, size):
            taken = {other for key, other in raised.items() if key != name}
            raised[name] = next(free for free in count(size) if free not in taken)
    return raised


def _names(dim: Dim) -> tuple[str, ...]:
    if isinstance(dim, DimProduct):
        return dim.names
    return (dim,) if isinstance(dim, str) else ()


def draw(symbol: Symbol, size: tuple[int, int], batch: int, style: str, rng: np.random.Generator) -> Values:
    """Values of shape (batch, rows, cols) with the symbol's properties.

    Free values are drawn in the given style; properties come before it.
    """
    rows, cols = size
    v = rng.normal(size=(batch, rows, cols))
    if style == "positive":
        v = np.abs(v) + 0.3
    elif style == "calm positive":
        v = (np.abs(v) + 0.3) / cols  # the sum of a row is about one
    elif style == "negative":
        v = -np.abs(v) - 0.3
    elif style == "large":
        v = np.abs(v) + 8
    elif style == "calm" and min(size) > 1:
        v = v / (2 * np.sqrt(max(size)))  # the largest singular value is about one at most
    elif style == "unit":
        v = rng.uniform(0.1, 0.9, size=v.shape)
    elif " to " in style:
        low, high = map(float, style.split(" to "))
        v = rng.uniform(low, high, size=v.shape)
    return with_properties(v, symbol.properties)


def with_properties(v: Values, properties: frozenset[str]) -> Values:
    """Values changed so that they have the properties."""
    if "positive" in properties:
        v = np.abs(v) + 0.3
    if v.shape[1] != v.shape[2]:
        return v
    eye = np.eye(v.shape[1])
    if "diagonal" in properties:
        v = v * eye
    if "positive definite" in properties:
        v = v @ v.swapaxes(1, 2) + eye if "diagonal" not in properties else (np.abs(v) + 0.5) * eye
    elif "positive semidefinite" in properties:
        v = v @ v.swapaxes(1, 2)
    elif "symmetric" in properties:
        v = (v + v.swapaxes(1, 2)) / 2
    if "orthogonal" in properties:
        v = np.linalg.qr(v)[0]
    elif "invertible" in properties and "positive definite" not in properties:
        v = v + 2 * eye * np.sign(np.diagonal(v, axis1=1, axis2=2))[:, :, None]
    return v
