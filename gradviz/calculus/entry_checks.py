"""Checks of lines about entries: each is evaluated for many places of its free indices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.calculus.derivation import Derivation, Kind, Step, Subject
from gradviz.calculus.world import World

__all__ = ["by_entries", "entry_sides", "gradient_change"]

Array = NDArray[Any]
MAX_PLACES = 6
"""So many choices of the free indices are tried, spread over all of them."""


def by_entries(step: Step) -> bool:
    """Whether a step is about entries."""
    return any(s.kind in (Kind.ENTRY, Kind.PARTIAL) for s in (step.before_subject, step.subject))


def entry_sides(step: Step, world: World, derivation: Derivation) -> tuple[Array, Array]:
    """Two arrays that must agree if the step is right, the tried places side by side.

    The line that follows is compared with the line before where both are about the same entry; where a derivative is
    taken, or all entries are read off, with a complex step of the function (of the first derivative), which knows no
    rule.
    """
    detailed = step.subject if step.subject.entries else step.before_subject
    left: list[Array] = []
    right: list[Array] = []
    for members in _places(detailed, world, derivation):
        at = world.like(members={**world.members, **members})
        if step.keeps_subject:
            left.append(at(step.before))
        else:
            left.append(_expected(step, detailed, at, derivation))
        value = at(step.after)
        if not step.subject.entries:
            heights = [at.size(e.shape.rows) for e in (derivation.function, *detailed.variables)]
            value = _picked(value, step.subject, detailed, members, heights)
        right.append(value)
    return np.concatenate(left, axis=2), np.concatenate(right, axis=2)


def _expected(step: Step, detailed: Subject, at: World, derivation: Derivation) -> Array:
    """What the line after the step must be: an entry of the function, or its numeric derivative."""
    f = _entry(derivation.function, detailed.entries[0])
    if detailed.kind is Kind.ENTRY:
        return at(f)
    by = [_entry(v, place) for v, place in zip(detailed.variables, detailed.entries[1:], strict=True)]
    if len(by) == 1:
        return at(n.Partial(f, by[0]))
    return at(n.Partial(_first(derivation), by[1]))


def _first(derivation: Derivation) -> Expr:
    """The last line about the first derivative, which its own steps have been checked to lead to."""
    lines = [s.after for s in derivation.steps if s.subject.kind is Kind.PARTIAL and len(s.subject.variables) == 1]
    return lines[-1]


def gradient_change(derivation: Derivation, world: World) -> Array:
    """The numeric differential of the gradient, from the last line about the first derivative, entry by entry."""
    line = next(s for s in derivation.steps if s.subject.kind is Kind.PARTIAL)
    letters = [i for i in line.subject.entries[1] if isinstance(i, str)]
    if not letters:
        return world(n.Differential(_first(derivation)))
    count = world.size(n.Vec(line.subject.variables[0]).shape.rows)
    each = [
        world.like(members={**world.members, letters[0]: k})(n.Differential(_first(derivation))) for k in range(count)
    ]
    return np.concatenate(each, axis=1)


def _entry(e: Expr, place: tuple[int | str, ...]) -> Expr:
    return n.Entry(e, *place) if place else e


def _picked(
    value: Array, subject: Subject, detailed: Subject, members: Mapping[str, int], heights: Sequence[int]
) -> Array:
    """The entry of an answer that belongs to the places; matrices of those heights are stacked column by column."""
    if subject.transposed:
        value = value.swapaxes(1, 2)
    spots = [[members[i] if isinstance(i, str) else i - 1 for i in place] for place in detailed.entries]
    of, by = spots[0], spots[1:]
    if subject.kind is Kind.JACOBIAN and not of:  # of an explicit column, all rows at once
        col = by[0][1] * heights[-1] + by[0][0]
        return value[:, :, col : col + 1]
    if subject.kind in (Kind.JACOBIAN, Kind.HESSIAN) and all(by):
        first = of if subject.kind is Kind.JACOBIAN else by[0]
        row, col = first[1] * heights[0] + first[0], by[-1][1] * heights[-1] + by[-1][0]
    elif any(by):
        row, col = by[0]
    elif of:
        row, col = of
    else:
        return value
    return value[:, row : row + 1, col : col + 1]


def _places(subject: Subject, world: World, derivation: Derivation) -> Iterator[dict[str, int]]:
    """Choices of all letters, spread over all there are."""
    sizes: dict[str, int] = {}
    for e, place in zip((derivation.function, *subject.variables), subject.entries, strict=True):
        for size, index in zip(e.shape, place, strict=False):
            if isinstance(index, str):
                sizes[index] = world.size(size)
    every = list(product(*[range(size) for size in sizes.values()]))
    chosen = sorted({round(k) for k in np.linspace(0, len(every) - 1, MAX_PLACES)})
    for k in chosen:
        yield dict(zip(sizes, every[k], strict=True))
