"""A step size to begin with."""

from __future__ import annotations

import math

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.oracle import Descendable

__all__ = ["DEFAULT_STEP_SIZE", "suggested_step_size"]

DEFAULT_STEP_SIZE = 0.1


def suggested_step_size(landscape: Descendable, state: Array) -> float:
    """About ``1/λ`` for the largest curvature λ at a state: a step that does not overshoot; 0.1 without one.

    The curvature comes from power iteration on differences of gradients; the answer is 1, 2 or 5 times a
    power of ten.
    """
    with np.errstate(all="ignore"):
        _, here = landscape.gradient_at(state)
        if not np.all(np.isfinite(here)):
            return DEFAULT_STEP_SIZE
        direction = np.ones(len(state)) / math.sqrt(len(state))
        if np.any(here):
            direction = direction * 1e-3 + here / np.abs(here).max()
        curvature = 0.0
        step = 1e-5 * (1 + float(np.abs(state).max()))
        for _ in range(12):
            direction = direction / (float(np.linalg.norm(direction)) or 1.0)
            _, there = landscape.gradient_at(state + step * direction)
            image = (there - here) / step
            curvature = float(np.linalg.norm(image))
            if not math.isfinite(curvature) or curvature < 1e-9:
                return DEFAULT_STEP_SIZE
            direction = image
    size = min(max(1 / curvature, 1e-12), 1.0)
    unit = 10.0 ** math.floor(math.log10(size))
    return float(f"{max(m * unit for m in (1, 2, 5) if m * unit <= size * 1.0001):.6g}")
