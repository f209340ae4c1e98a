"""Where to look at a function of one number, and where its line is broken."""

from __future__ import annotations

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.curve import Curve

__all__ = ["suggested_range", "unbroken"]

HALF = 4.0
"""Half the interval that is shown when all of it has values."""
_Range = tuple[float, float, float, float]
FLAT = 0.15
"""Of the view's height: turns that are nearer to one another are flattened."""
FOOT = 0.5
"""Of the height between the values that are seen: a lowest or highest one no further out is an end, not a pole."""
STEEP = 25.0
"""How many times the view's height a tangent may rise over its width where the point is at first."""
JUMP = 0.6
"""Of the view's height between neighbouring samples, from which a line may be a pole and is looked at."""


def unbroken(curve: Curve, ts: Array, values: Array, height: float) -> Array:
    """The values with NaN where the line would cross a jump: between neighbours far apart whose middle does not lie
    between them, or lies on one of them."""
    line = np.where(np.isfinite(values), values, np.nan)
    with np.errstate(all="ignore"):
        leaps = np.flatnonzero(np.abs(np.diff(line)) > JUMP * height)
    if not leaps.size or leaps.size > len(ts) // 4:
        return line
    low, high = ts[leaps].copy(), ts[leaps + 1].copy()
    a, b = line[leaps].copy(), line[leaps + 1].copy()
    for _ in range(20):  # a jump stays as high however near one looks; a steep slope does not
        middle = (low + high) / 2
        value = curve.value(middle)
        nearer_low = np.abs(value - a) < np.abs(value - b)
        low, a = np.where(nearer_low, middle, low), np.where(nearer_low, value, a)
        high, b = np.where(nearer_low, high, middle), np.where(nearer_low, b, value)
    with np.errstate(all="ignore"):
        broken = ~(np.abs(a - b) < 0.1 * np.abs(line[leaps] - line[leaps + 1]))
    line[leaps[broken]] = np.nan
    return line


def suggested_range(curve: Curve) -> _Range:
    """The part of the plane that shows what is interesting about a curve: x0, x1, y0, y1."""
    for half in (HALF, 10 * HALF, 1e3 * HALF, 1e4 * HALF):
        ts = np.linspace(-half, half, 401)
        with np.errstate(all="ignore"):
            values = curve.value(ts)
        known = np.isfinite(values)
        if known.any():
            break
    else:
        return -HALF, HALF, -1.0, 1.0
    x0, x1 = float(ts[known].min()), float(ts[known].max())
    for _ in range(3):  # a domain that hardly one sample met
        step = float(ts[1] - ts[0])
        if x1 - x0 > 20 * step:
            break
        closer = np.linspace(x0 - step, x1 + step, 401)
        with np.errstate(all="ignore"):
            found_there = curve.value(closer)
        if not np.isfinite(found_there).any():
            break
        ts, values, known = closer, found_there, np.isfinite(found_there)
        x0, x1, half = float(ts[known].min()), float(ts[known].max()), (x1 - x0) / 2 + step
    if x1 - x0 < half / 50:
        x0, x1 = x0 - half / 4, x1 + half / 4
    pad = 0.05 * (x1 - x0)
    low, middle, high = (float(q) for q in np.quantile(values[known], [0.02, 0.5, 0.98]))
    spread = float(np.quantile(values[known], 0.75) - np.quantile(values[known], 0.25))
    # A pole, or a fast growth, is cut off rather than flattening everything else.
    low, high = max(low, middle - 6 * spread) if spread else low, min(high, middle + 4 * spread) if spread else high
    if not high - low > 1e-12 * max(abs(low), abs(high)):
        low, high = low - 1, high + 1
    here, slope = (float(d) for d in curve.derivatives(np.array([curve.parameter(curve.origin)]), 1)[:, 0])
    steep = abs(slope) * (x1 - x0) > STEEP * (high - low)  # beside a pole
    if not steep and low - (high - low) <= here <= high + (high - low):  # in view, unless that flattened the rest
        low, high = min(low, here), max(high, here)
    margin, room, edge = (share * (high - low) for share in (0.14, FOOT, 0.05))
    least, most = float(values[known].min()), float(values[known].max())
    y0 = min(low - margin, least - edge) if least > low - room else low - margin
    y1 = max(high + margin, most + edge) if most < high + room else high + margin
    found = x0 - pad, x1 + pad, y0, y1
    return _nearer(ts[known], values[known], found) or found


def _nearer(ts: Array, values: Array, view: _Range) -> _Range | None:
    """The part around the turns of a curve that would be flattened by how it grows beyond them, as those of x³ − 2x;
    None where the view shows them well, or there are not two of different height.
    """
    rising = np.sign(np.diff(values))
    turns = np.flatnonzero(rising[1:] * rising[:-1] < 0) + 1
    if len(turns) < 2:
        return None
    heights = values[turns]
    spread = float(np.ptp(heights))
    grows = min(abs(values[0] - heights).min(), abs(values[-1] - heights).min())
    if not 0 < spread < FLAT * (view[3] - view[2]) or grows < spread:
        return None
    low, high = float(heights.min()) - 1.2 * spread, float(heights.max()) + 1.2 * spread
    outside = np.flatnonzero((values < low) | (values > high))
    first = int(outside[outside < turns[0]].max(initial=-1)) + 1
    last = int(outside[outside > turns[-1]].min(initial=len(ts))) - 1
    left, right = float(ts[first]), float(ts[last])
    if right - left < (ts[-1] - ts[0]) / 20:
        return None
    room = 0.12 * (right - left)
    return left - room, right + room, low, high
