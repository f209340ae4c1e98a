"""The plane in which a run moved most, and how much of its motion a plane shows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.planes import FIRST_PRINCIPAL, SECOND_PRINCIPAL, Direction, Plane

if TYPE_CHECKING:
    from gradviz.numeric.descent.run import Run

__all__ = ["PrincipalPlane", "percent_shown", "principal_plane", "shown_share"]

SAMPLE = 2_000
"""Iterates that are looked at, evenly spread."""


@dataclass(frozen=True, slots=True)
class PrincipalPlane:
    """The plane in which a run moved most.

    Attributes
    ----------
    origin : (d,), the last finite iterate: the plane goes through it.
    directions : (2, d), orthonormal; the second is nought in one dimension.
    shares : (2,), the share of the motion (of the summed squares of the distances from the mean) along each.
    """

    origin: Array
    directions: Array
    shares: Array

    def project(self, states: Array) -> Array:
        """Coordinates (..., 2) in the plane of states (..., d)."""
        return np.asarray((states - self.origin) @ self.directions.T)

    def plane(self) -> Plane:
        """What a landscape is looked at in."""
        first, second = (tuple(row.tolist()) for row in self.directions)
        return Plane(
            Direction(FIRST_PRINCIPAL, first), Direction(SECOND_PRINCIPAL, second), tuple(self.origin.tolist())
        )


def principal_plane(states: Array) -> PrincipalPlane:
    """The first two principal directions of a trajectory (k + 1, d).

    After Li, Xu, Taylor, Studer & Goldstein 2018, sec. 7.2. States that are not finite are left out. Signs are chosen
    so that the run ends to the right and upwards.
    """
    kept, d = _looked_at(states), states.shape[1]
    directions, shares = np.zeros((2, d)), np.zeros(2)
    if not len(kept):
        return PrincipalPlane(np.zeros(d), np.eye(max(d, 2))[:2, :d], shares)
    scale = float(np.abs(kept).max()) or 1.0
    centred = kept / scale
    centred = centred - centred.mean(axis=0)
    # A long run of few coordinates: the small Gram matrix has the same directions.
    if len(centred) > 4 * d:
        values, vectors = np.linalg.eigh(centred.T @ centred)
        order = np.argsort(values)[::-1]
        squares, found = np.maximum(values[order], 0.0), vectors[:, order].T
    else:
        _, singular, found = np.linalg.svd(centred, full_matrices=False)
        squares = singular**2
    total = float(squares.sum())
    usable = min(2, len(found))
    directions[:usable] = found[:usable]
    if total > 0:
        shares[: min(2, len(squares))] = squares[:2] / total
    directions = _completed(directions, d)
    motion = kept[-1] - kept[0]
    for row in directions:
        if float(row @ motion) < 0:
            row *= -1
    return PrincipalPlane(kept[-1].copy(), directions, shares)


def _completed(directions: Array, d: int) -> Array:
    """Two orthonormal directions, the missing ones taken from the coordinate axes."""
    rows: list[Array] = []
    for candidate in [*directions, *np.eye(d)]:
        rest = candidate - sum((float(candidate @ r) * r for r in rows), np.zeros(d))
        size = float(np.linalg.norm(rest))
        if size > 1e-6 and len(rows) < min(2, d):
            rows.append(rest / size)
    rows += [np.zeros(d)] * (2 - len(rows))
    return np.array(rows)


def shown_share(states: Array, axes: Array) -> float:
    """The share of the motion of a trajectory (k + 1, d), of the summed squares of the distances from the mean, in the
    plane of two axes (2, d); NaN without motion."""
    kept = _looked_at(states)
    if len(kept) < 2:
        return float("nan")
    centred = kept - kept.mean(axis=0)
    total = float((centred**2).sum())
    if not 0 < total < np.inf:
        return float("nan")
    basis, _ = np.linalg.qr(axes.T)
    return float(((centred @ basis) ** 2).sum()) / total


def percent_shown(landscape: Any, *runs: Run) -> str:
    """How many percent of the motion of runs the plane of a landscape shows, such as "97.3".

    "" where it shows all there is, with one or two coordinates, and without motion.
    """
    if landscape.dimension <= 2:
        return ""
    share = shown_share(np.concatenate([run.states for run in runs]), landscape.axes)
    return f"{100 * share:.1f}" if math.isfinite(share) else ""


def _looked_at(states: Array) -> Array:
    """Of the iterates, a sample that is evenly spread, without those that are not finite."""
    if len(states) > SAMPLE:
        states = states[np.linspace(0, len(states) - 1, SAMPLE).round().astype(int)]
    return np.asarray(states[np.isfinite(states).all(axis=1)])
