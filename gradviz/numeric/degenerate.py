"""A higher-order look at a point where the second-order test does not decide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.landscape import Landscape
from gradviz.sentences import joined, say

__all__ = ["Behaviour", "Look", "circle_look", "look_around"]

ANGLES = 2_880
ORDER = 12
RADII = (0.02, 0.01, 0.005)
"""Radii of the circles, in sides of the view."""
SMALL = 1e-9
"""A difference this many times smaller than the largest on its circle counts as nought."""
AGREES = 1e-3
"""How far the Taylor forms may differ from the function on a circle, beside its largest difference there."""
FINER = 24
"""How often the angles around the smallest difference of a circle are sought closer, each time by three."""
SIGNIFICANT = 1e-4
"""A homogeneous form counts as nought when it is this many times smaller than the others on the circle."""


class Behaviour(StrEnum):
    """What the function does around a point."""

    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    SADDLE = "saddle"
    """It goes up and down in turn, with two valleys or more."""
    SHOULDER = "shoulder"
    """It goes down on one side and up on the other: neither an extremum nor a saddle in the usual shape."""
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Look:
    """What ``f - f*`` does on small circles around a point.

    Attributes
    ----------
    behaves : in a word.
    order : the degree of the first form of the Taylor expansion that is not nought; 0 when none was found.
    sign_changes : on a full turn.
    sentence : the same for a person.
    """

    behaves: Behaviour
    order: int
    sign_changes: int
    sentence: str

    @property
    def valleys(self) -> int:
        """The number of sectors in which f is lower than at the point."""
        return self.sign_changes // 2 if self.sign_changes else int(self.behaves is Behaviour.MAXIMUM)


def look_around(landscape: Landscape, x: float, y: float, width: float, height: float) -> Look:
    """Sample f around a stationary point (x, y) of a view of some width and height; never raises."""
    angle = 2 * np.pi * (np.arange(ANGLES) + 0.37) / ANGLES  # no symmetry's axis exactly
    dx, dy = width * np.cos(angle), height * np.sin(angle)
    forms = landscape.coefficients(np.array([x]), np.array([y]), dx, dy, ORDER)
    value = float(landscape.values_at_points(np.array([x]), np.array([y]))[0])
    if not np.isfinite(landscape.plane_hessian_at(landscape.state(x, y))).all():
        forms[1:] = np.nan  # what a function does along lines makes no form then: |x y|

    def direct(radius: float) -> Array:
        with np.errstate(all="ignore"):
            return np.asarray(landscape.values_at_points(x + radius * dx, y + radius * dy) - value)

    def at(radius: float, turned: Array) -> Array:
        px, py = x + radius * width * np.cos(turned), y + radius * height * np.sin(turned)
        with np.errstate(all="ignore"):
            return np.asarray(landscape.values_at_points(px, py) - value)

    look = circle_look(forms, direct)
    one_sided = look.behaves in (Behaviour.MINIMUM, Behaviour.MAXIMUM)
    if one_sided and all(_touches(direct(radius), angle, partial(at, radius)) for radius in RADII[1:]):
        form = (
            [say("The first Taylor form that is not zero has degree {order}.", order=look.order)] if look.order else []
        )
        return replace(look, sentence=joined([*form, _NOT_STRICT[look.behaves]], " "))
    return look


_NOT_STRICT = {
    Behaviour.MINIMUM: say(
        "Nowhere around the point is the function lower, but along some direction it keeps its value: a minimum that"
        " is not strict."
    ),
    Behaviour.MAXIMUM: say(
        "Nowhere around the point is the function higher, but along some direction it keeps its value: a maximum that"
        " is not strict."
    ),
}


def _touches(difference: Array, angle: Array, at: Callable[[Array], Array]) -> bool:
    """Whether a difference of one sign on a circle is nought somewhere between the angles: at the bottom of a kink, as
    of ``|x y|`` on the axes, which are found by ever finer angles around the smallest.
    """
    size = np.abs(difference)
    largest, middle, reach = float(size.max()), float(angle[int(np.argmin(size))]), float(angle[1] - angle[0])
    for _ in range(FINER):
        around = middle + reach * np.linspace(-1, 1, 9)
        found = np.abs(at(around))
        best = int(np.argmin(np.where(np.isfinite(found), found, np.inf)))
        middle, reach = float(around[best]), reach / 3
    return bool(found[best] <= SMALL * largest)


def circle_look(forms: Array, direct: Callable[[float], Array]) -> Look:
    """The look from the Taylor forms on the unit circle (order + 1, angles) and, where they do not serve, from direct
    differences on a circle of a radius: next to a corner (``|x|^3``) the forms are those of one side of it.
    """
    noise = 64 * float(np.finfo(float).eps) * abs(float(forms[0].flat[0]))
    trusted = _serve(forms, direct, noise)
    order = _first_form(forms) if trusted else 0
    counts: list[tuple[int, int, int, int]] = []
    for radius in RADII:
        difference = _on_circle(forms, radius, direct) if trusted else direct(radius)
        if not np.isfinite(difference).all():
            continue
        tolerance = max(SMALL * float(np.abs(difference).max()), 0.0 if trusted else noise)
        signs = np.where(np.abs(difference) <= tolerance, 0, np.sign(difference)).astype(int)
        clear = signs[signs != 0]
        changes = int((clear != np.roll(clear, 1)).sum()) if clear.size else 0
        counts.append((changes, int((signs > 0).any()), int((signs < 0).any()), int((signs == 0).any())))
    if not counts:
        return Look(Behaviour.UNDECIDED, order, 0, say("The function is not defined all around the point."))
    changes, up, down, level = counts[-1]
    if len(counts) > 1 and counts[-1][:3] != counts[-2][:3]:
        return Look(
            Behaviour.UNDECIDED,
            order,
            changes,
            say("What the function does near the point changes from circle to circle."),
        )
    return _look(order, changes, bool(up), bool(down), bool(level))


def _look(order: int, changes: int, up: bool, down: bool, level: bool) -> Look:
    def look(what: Behaviour, count: int, sentence: str) -> Look:
        if order:
            form = say("The first Taylor form that is not zero has degree {order}.", order=order)
            return Look(what, order, count, joined([form, sentence], " "))
        return Look(what, order, count, sentence)

    if up and down:
        valleys = changes // 2
        if valleys == 1:
            sentence = say("Around the point the function goes down on one side and up on the other: no extremum.")
            return look(Behaviour.SHOULDER, changes, sentence)
        sentence = say(
            "Around the point {valleys} valleys and {valleys} hills alternate: it behaves as a saddle.", valleys=valleys
        )
        return look(Behaviour.SADDLE, changes, sentence)
    if level or not (up or down):
        sentence = say("Along some direction the function does not leave its value, as far as can be seen.")
        return look(Behaviour.UNDECIDED, 0, sentence)
    if up:
        sentence = say("All around the point the function is higher: it looks like a minimum.")
        return look(Behaviour.MINIMUM, 0, sentence)
    return look(Behaviour.MAXIMUM, 0, say("All around the point the function is lower: it looks like a maximum."))


def _serve(forms: Array, direct: Callable[[float], Array], noise: float) -> bool:
    """Whether the forms are those of the function all around the point."""
    radius = RADII[-1]
    difference = direct(radius)
    with np.errstate(all="ignore"):
        off = np.abs(_summed(forms, radius) - difference).max()
        return bool(off <= AGREES * np.abs(difference).max() + noise)


def _first_form(forms: Array) -> int:
    with np.errstate(all="ignore"):
        sizes = np.array([float(np.abs(c).max()) * RADII[1] ** k for k, c in enumerate(forms)])[2:]
    known = sizes[np.isfinite(sizes)]
    if known.size == 0 or not known.any():
        return 0
    return int(np.argmax(sizes > SIGNIFICANT * known.max())) + 2


def _on_circle(forms: Array, radius: float, direct: Callable[[float], Array]) -> Array:
    """``f - f*``: summed from the forms, which loses nothing, where the series has settled."""
    terms = forms[2:] * (radius ** np.arange(2, len(forms)))[:, None]
    with np.errstate(all="ignore"):
        total = _summed(forms, radius)
        settled = np.isfinite(total).all() and np.abs(terms[-2:]).max() <= 1e-7 * np.abs(total).max()
    return total if settled else direct(radius)


def _summed(forms: Array, radius: float) -> Array:
    """The forms from the second degree on, the smallest first."""
    with np.errstate(all="ignore"):
        terms = forms[2:] * (radius ** np.arange(2, len(forms)))[:, None]
        return np.asarray(terms[::-1].sum(axis=0))
