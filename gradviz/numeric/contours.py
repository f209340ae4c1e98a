"""Contour lines, and levels and colours that show a function's structure rather than its largest value."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.numeric.binding import Array
from gradviz.numeric.tick_texts import tick_texts

__all__ = [
    "Scale",
    "contour_lines",
    "contour_points",
    "joined",
    "levels_for",
    "linear_scale",
    "scale_for",
    "ticks_above",
    "ticks_for",
]


ON_A_POLE = 1e6
"""How many times further off than the next one a value is that was taken on a pole."""
HUGE = 1e300
"""Beyond this, differences of two values overflow."""
REACH = 1.4
"""How far an even scale goes from where most values are, in distances from there to the middle one."""
LONGEST = 8
"""Characters of a value beside a colour bar."""
NEGLIGIBLE = 1e-3
"""Of the least level: a value that small is not one that they share."""
NUDGE = 1e-6
"""How far a level is traced from where it is, in distances between levels: see `contour_lines`."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A monotone map of values to [0, 1], for colours and for the spacing of levels.

    Attributes
    ----------
    kind : "linear"; "low" or "high", logarithmic from the lowest (highest) value; "both", logarithmic away
        from `centre`.
    low, high : the values that map to 0 and 1; what lies beyond is clipped.
    centre : where the resolution is finest.
    knee : the distance from `centre` within which the map is about linear.
    under, over : whether some values lie below `low`, above `high`.
    """

    kind: str
    low: float
    high: float
    centre: float = 0.0
    knee: float = 1.0
    under: bool = False
    over: bool = False

    def _bent(self, values: Any) -> Any:
        if self.kind == "linear":
            return values
        return np.arcsinh((values - self.centre) / self.knee)

    def __call__(self, values: Array) -> Array:
        """Values to [0, 1]; NaN stays NaN."""
        with np.errstate(all="ignore"):
            low, high = self._bent(self.low), self._bent(self.high)
            return np.asarray(np.clip((self._bent(values) - low) / ((high - low) or 1.0), 0.0, 1.0))

    def inverse(self, fractions: Array) -> Array:
        """From [0, 1] back to values."""
        low, high = self._bent(self.low), self._bent(self.high)
        bent = low + np.asarray(fractions) * (high - low)
        return np.asarray(bent if self.kind == "linear" else self.centre + self.knee * np.sinh(bent))


def scale_for(values: Array) -> Scale:
    """The scale that suits some values: logarithmic where a few large ones would drown the rest.

    A pole, whose values lie far beyond all others, is left to clipping, so that it does not set the colours.
    """
    finite = np.clip(values[np.isfinite(values)], -HUGE, HUGE)
    if finite.size == 0:
        return Scale("linear", 0.0, 1.0)
    finite = _off_poles(finite)
    low, cut_low, q5, q25, middle, q75, q95, cut_high, high = (
        float(q) for q in np.quantile(finite, [0, 0.005, 0.05, 0.25, 0.5, 0.75, 0.95, 0.995, 1])
    )
    if not high > low:
        return Scale("linear", low - 0.5, high + 0.5)
    # A pole: the extremes lie far beyond the bulk.
    bulk = q95 - q5 or high - low
    bottom = cut_low if low < q5 - 5 * bulk else low
    top = cut_high if high > q95 + 5 * bulk else high
    up, down = top - middle, middle - bottom
    if up > 4 * down:
        knee, reach = _from_the_end(finite - bottom, cut_high - bottom, high - bottom)
        return Scale("low", bottom, bottom + reach, bottom, knee)
    if down > 4 * up:
        knee, reach = _from_the_end(top - finite, top - cut_low, top - low)
        return Scale("high", top - reach, top, top, knee)
    spread = q75 - q25
    if top - bottom > 4 * spread > 0:
        # A saddle, a pole on either side. Zero is where people look for the change of sign.
        centre = 0.0 if q25 < 0 < q75 and abs(middle) < spread / 4 else middle
        return Scale("both", bottom, top, centre, spread)
    return Scale("linear", bottom, top)


def linear_scale(values: Array) -> Scale:
    """A linear scale that resolves the middle half of some values: evenly spaced levels over all of them would leave a
    function with steep sides, as a polynomial has, without lines where its minima lie.
    """
    found = scale_for(values)
    if found.kind == "linear":
        return found
    q25, middle, q75 = (float(q) for q in np.quantile(values[np.isfinite(values)], [0.25, 0.5, 0.75]))
    low, high = found.low, found.high
    if found.kind != "high":
        bulk = middle - low if found.kind == "low" else (q75 - q25) / 2
        high = min(high, found.centre + REACH * bulk)
    if found.kind != "low":
        bulk = found.high - middle if found.kind == "high" else (q75 - q25) / 2
        low = max(low, found.centre - REACH * bulk)
    return Scale("linear", low, high) if high > low else Scale("linear", found.low, found.high)


def _off_poles(values: Array) -> Array:
    """The values without those of a row of the grid that lies on a pole, where 1/x is 1e16 and nothing is between that
    and the others.
    """
    low, q5, middle, q95, high = (float(q) for q in np.quantile(values, [0, 0.05, 0.5, 0.95, 1]))
    if not max(high - middle, middle - low) > ON_A_POLE * (q95 - q5) > 0:
        return values
    away = np.abs(values - middle)
    outer = np.sort(away[away > np.quantile(away, 0.95)])
    leaps = np.flatnonzero(outer[1:] > ON_A_POLE * outer[:-1])
    return values[away <= outer[leaps[0]]] if leaps.size else values


def _from_the_end(distances: Array, most: float, all_of_it: float) -> tuple[float, float]:
    """The knee of a scale that is logarithmic from one end, and how far it reaches.

    The knee is where the values begin, however many decades lie above it. The scale reaches as far as the values
    do when that is little further, in decades, than nearly all of them.
    """
    near = distances[distances > 0]
    knee = max(float(np.quantile(near, 0.02)), all_of_it * 1e-250)
    further = math.asinh(all_of_it / knee) > 1.3 * math.asinh(most / knee)
    return knee, most if further and most > 0 else all_of_it


def levels_for(scale: Scale, count: int = 12) -> Array:
    """About `count` increasing levels, spaced evenly on the scale and rounded to numbers that can be read."""
    if scale.kind == "linear":
        step = _nice((scale.high - scale.low) / (count + 1))
        first = math.ceil(scale.low / step + 1e-9)
        last = math.floor(scale.high / step - 1e-9)
        return np.asarray(np.arange(first, last + 1) * step, dtype=float)
    if scale.kind == "both":  # the centre is a level, and the others lie evenly on either side of it
        centre = float(scale(np.asarray(scale.centre)))
        k = np.arange(-count, count + 1)
        fractions = centre + k / (count + 1)
        fractions = fractions[(fractions > 0.01) & (fractions < 0.99)]
    else:
        fractions = np.arange(1, count + 1) / (count + 1)
    raw = scale.inverse(fractions)
    gaps = np.diff(np.concatenate([[scale.low], raw, [scale.high]]))
    room = np.minimum(gaps[:-1], gaps[1:])
    rounded = [_rounded(float(v), float(r)) for v, r in zip(raw, room, strict=True)]
    return np.unique([v for v in rounded if scale.low < v < scale.high])


def _nice(step: float) -> float:
    """The least 1, 2, 2.5 or 5 times a power of ten that is no more than a fifth below `step`."""
    unit = 10.0 ** math.floor(math.log10(step))
    return next(m * unit for m in (1, 2, 2.5, 5, 10) if m * unit >= 0.8 * step)


def _rounded(value: float, room: float) -> float:
    """The value with as few digits as leave it within a fifth of `room` of where it was."""
    if not room > 0 or not math.isfinite(room):
        return value
    digits = -math.floor(math.log10(room))
    for places in (digits - 1, digits, digits + 1):
        found = round(value, places)
        if abs(found - value) <= room / 5:
            return found
    return value


def ticks_for(scale: Scale, levels: Array, most: float) -> list[tuple[float, str]]:
    """The levels' places on the scale, from 0 to 1, and their texts: as many as stand at least 1/`most` apart."""
    places: list[tuple[float, float]] = []
    for place, level in zip(scale(levels).tolist(), levels.tolist(), strict=True):
        if 0.0 <= place <= 1.0 and (not places or place - places[-1][0] >= 1 / most):
            places.append((place, level))
    texts = tick_texts((level for _, level in places), levels.tolist())
    return [(place, text) for (place, _), text in zip(places, texts, strict=True)]


def ticks_above(scale: Scale, levels: Array, most: float) -> tuple[str, list[tuple[float, str]]]:
    """The same; where the values differ in their last digits only, a round number that they share and that the texts
    leave out; else "".
    """
    ticks = ticks_for(scale, levels, most)
    if len(ticks) < 2 or max(len(text) for _, text in ticks) <= LONGEST:
        return "", ticks
    low, high = float(levels.min()), float(levels.max())
    unit = 10.0 ** math.ceil(math.log10(high - low)) if 0 < high - low < math.inf else 0.0
    base = float(f"{round((low + high) / 2 / unit) * unit:.15g}") if unit else 0.0
    end = float(f"{scale.centre:.12g}")
    if end and scale.kind in ("low", "high"):  # the levels crowd there, by decades
        base = end
    if not base or abs(base) < NEGLIGIBLE * float(np.abs(levels).min()):
        return "", ticks
    places = [place for place, _ in ticks]
    kept = [float(level) for level, place in zip(levels, scale(levels), strict=True) if place in places]
    differences = [float(f"{level - base:.{_known_digits(level - base, base)}g}") for level in kept]
    return tick_texts([base, base + unit])[0], list(zip(places, tick_texts(differences), strict=True))


def _known_digits(difference: float, base: float) -> int:
    """How many digits of a difference from a number are more than that number's rounding, at most six."""
    grains = abs(difference) / math.ulp(base)
    return min(max(int(math.log10(grains)), 1), 6) if grains > 1 else 1


Line = tuple[Array, Array]
"""Abscissae and ordinates; NaN between the pieces."""


def contour_lines(xs: Array, ys: Array, values: Array, levels: Sequence[float] | Array) -> list[Line]:
    """One polyline a level, its pieces separated by NaN.

    Parameters
    ----------
    xs, ys : the grid's coordinates.
    values : (len(ys), len(xs)); cells with a value that is not finite have no contours.

    Notes
    -----
    A level that is the value on a whole row of the grid (``sin(x) y + e^(-x^2) = 1`` at x = 0) is neither above nor
    below it there, and rounding decides which half of the line is found. So each level is traced a little above.
    """
    return [
        (np.empty(0), np.empty(0)) if line is None else (line[:, 0].copy(), line[:, 1].copy())
        for line in _traced(xs, ys, values, levels)
    ]


def contour_points(xs: Array, ys: Array, values: Array, levels: Sequence[float] | Array) -> Array:
    """The lines of `contour_lines` as one polyline, (n, 2), its pieces separated by rows of NaN."""
    gap = np.full((1, 2), np.nan)
    parts = [part for line in _traced(xs, ys, values, levels) if line is not None for part in (line, gap)]
    return np.concatenate(parts[:-1]) if parts else np.empty((0, 2))


def _traced(xs: Array, ys: Array, values: Array, levels: Sequence[float] | Array) -> list[Array | None]:
    """The polyline of each level, (n, 2) with rows of NaN between its pieces, or None."""
    import contourpy

    finite: NDArray[np.bool_] = np.isfinite(values)
    known = values if finite.all() else values[finite]
    wanted = _beside(np.asarray(levels, dtype=float), known)
    if not known.size:
        return [None] * len(wanted)
    low, high = float(known.min()), float(known.max())
    form: Any = contourpy.LineType.ChunkCombinedNan
    no_mask: Any = None
    if known is values:  # what `contour_generator` makes of it, at a tenth of the time for a small grid
        generator: Any = contourpy.SerialContourGenerator(
            *np.meshgrid(xs, ys),
            values,
            no_mask,
            corner_mask=False,
            line_type=form,
            fill_type=contourpy.SerialContourGenerator.default_fill_type,
            quad_as_tri=False,
            z_interp=contourpy.ZInterp.Linear,
        )
    else:
        masked = np.ma.masked_array(values, mask=~finite)
        generator = contourpy.contour_generator(xs, ys, masked, name="serial", line_type=form)
    return [generator.lines(level)[0][0] if low <= level <= high else None for level in wanted.tolist()]


def _beside(levels: Array, values: Array) -> Array:
    """The levels, each moved by a millionth of the distance to the next one."""
    if levels.size > 1:
        ordered = np.unique(levels)
        gaps = np.diff(ordered) if ordered.size > 1 else np.array([0.0])
        nearest = np.minimum(np.append(gaps, gaps[-1]), np.append(gaps[0], gaps))
        return np.asarray(levels + NUDGE * nearest[np.searchsorted(ordered, levels)])
    reach = float(np.ptp(values)) if values.size else 0.0
    return np.asarray(levels + (NUDGE * 1e-3 * reach if math.isfinite(reach) else 0.0))


def joined(lines: Sequence[Line]) -> Line:
    """All lines as one, separated by NaN: one curve draws far faster than many."""
    gap = np.array([np.nan])
    kept = [line for line in lines if line[0].size]
    if not kept:
        return np.empty(0), np.empty(0)
    return (
        np.concatenate([part for x, _ in kept for part in (x, gap)][:-1]),
        np.concatenate([part for _, y in kept for part in (y, gap)][:-1]),
    )
