"""The numbers on a scale as texts, with as many digits as tell them apart."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable

from gradviz.numeric.powers_of_ten import with_power

__all__ = ["tick_texts"]

LEAST, MOST = 1e-4, 1e7
"""Sizes between which numbers are written out; beyond them a scale is written with powers of ten."""
SHORT = 1000
"""From one to this, numbers are written out beside powers of ten, too: ``30``, not ``3·10¹``."""
DIGITS = 6


def tick_texts(values: Iterable[float], reach: Iterable[float] = (), *, powers: bool = False) -> list[str]:
    """The values as people write them: ``−2``, ``0.05``, ``250``; or ``5·10⁴``, ``10⁵``, ``1.2·10⁶``.

    Parameters
    ----------
    values : finite numbers.
    reach : other numbers of the same scale, which have a say in the notation and are not written.
    powers : write powers of ten whatever the sizes are.
    """
    known = [float(v) for v in values]
    sizes = [abs(v) for v in [*known, *map(float, reach)] if v and math.isfinite(v)]
    written = [abs(v) for v in known if v]
    if not written:
        return ["0"] * len(known)
    ordered = sorted(set(known))
    gap = min((b - a for a, b in itertools.pairwise(ordered)), default=max(written))
    plain = not powers and min(written) >= LEAST and max(sizes) < MOST
    return [_text(v, gap, plain or (not powers and 1 <= abs(v) < SHORT)) for v in known]


def _text(value: float, gap: float, plain: bool) -> str:
    if value == 0:
        return "0"  # rounding leaves a nought below it, too
    size = math.floor(math.log10(abs(value)))
    # Two digits beyond the first that differs: neighbours are apart, and no digit is made up by rounding.
    digits = min(max(DIGITS, size - math.floor(math.log10(gap)) + 2 if gap > 0 else DIGITS), 15)
    if not plain:
        return with_power(value, digits)
    text = f"{value:.{max(digits - 1 - size, 0)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "−")
