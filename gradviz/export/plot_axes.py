"""Numbers on an axis."""

from __future__ import annotations

import math

from gradviz.numeric.tick_texts import tick_texts

__all__ = ["numbered", "ticks"]


def ticks(low: float, high: float, count: int) -> list[float]:
    """At most about `count` round numbers in [low, high], evenly spaced: multiples of 1, 2 or 5 times a power of ten.

    Nothing where the interval is empty, not finite, or too narrow for floats to tell its numbers apart.
    """
    if not (math.isfinite(low) and math.isfinite(high) and high > low):
        return []
    step = (high - low) / max(count, 1)
    unit = 10.0 ** math.floor(math.log10(step)) if step > 1e-300 else 0.0
    if not unit or step < 1e-13 * max(abs(low), abs(high)):
        return []
    nice = next(m * unit for m in (1, 2, 5, 10) if m * unit >= step * (1 - 1e-9))
    found = [i * nice for i in range(math.ceil(low / nice - 1e-9), math.floor(high / nice + 1e-9) + 1)]
    return [float(f"{value:.12g}") for value in found]


def numbered(low: float, high: float, count: int) -> list[tuple[float, str]]:
    """The same numbers with their texts."""
    values = ticks(low, high, count)
    return list(zip(values, tick_texts(values), strict=True))
