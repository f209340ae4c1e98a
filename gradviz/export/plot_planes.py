"""The plane that ``gradviz plot`` draws: two coordinates, two directions, or the plane through three points."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence

import numpy as np

from gradviz.algebra.nodes import Symbol
from gradviz.export.command_line import WrongError
from gradviz.language.names import canonical_name
from gradviz.numeric.binding import Array, Binding
from gradviz.numeric.landscape import Landscape
from gradviz.numeric.planes import (
    Coordinate,
    Plane,
    curvature_plane,
    directions_plane,
    gradient_plane,
    points_plane,
    random_plane,
)

__all__ = ["chosen_plane", "coordinate_plane"]


def chosen_plane(landscape: Landscape, options: argparse.Namespace) -> Plane | None:
    """The plane that the options ask for, through the variables' values; None where they ask for none.

    Raises
    ------
    WrongError
        For options that exclude each other, names of no coordinate, and vectors of another length than a state.
    PlaneError
        For directions that span no plane.
    """
    if sum(map(bool, (options.plane, options.directions, options.through))) > 1:
        raise WrongError("--plane, --directions and --through exclude each other")
    state = landscape.origin
    if options.through:
        return points_plane(*(_vector(text, landscape, "--through") for text in options.through))
    if options.directions == "random":
        return random_plane(state, options.seed)
    if options.directions == "gradient":
        return gradient_plane(state, landscape.full_gradient_at(state), options.seed)
    if options.directions == "curvature":
        return curvature_plane(state, landscape.hessian_at(state))
    if not options.plane:
        return None
    if any("," in text for text in options.plane):
        first, second = (_vector(text, landscape, "--plane") for text in options.plane)
        return directions_plane(state, first, second)
    return coordinate_plane(options.plane, landscape.variables, landscape.binding)


def coordinate_plane(names: Sequence[str], variables: Sequence[Symbol], binding: Binding) -> Plane:
    """The plane of two coordinates, by name."""
    known = {}
    for symbol in variables:
        for i in range(math.prod(binding.size(d) for d in symbol.shape)):
            coordinate = Coordinate(symbol, i)
            known[coordinate.label(binding).replace("_", "")] = coordinate
    axes = []
    for name in names:
        spelled = canonical_name(name).replace("_", "")
        if spelled not in known:
            labels = [c.label(binding) for c in known.values()]
            shown = ", ".join(labels[:12]) + (", ..." if len(labels) > 12 else "")
            raise WrongError(f"--plane {name}: there is no such coordinate; there are {shown}")
        axes.append(known[spelled])
    if axes[0] == axes[1]:
        raise WrongError("--plane needs two different coordinates")
    return Plane(axes[0], axes[1])


def _vector(text: str, landscape: Landscape, option: str) -> Array:
    try:
        found = np.array([float(part) for part in text.split(",")])
    except ValueError:
        raise WrongError(f"{option} {text}: expected numbers with commas between, as in 1,0,-2") from None
    if found.size != landscape.dimension:
        raise WrongError(
            f"{option} {text}: {found.size} numbers, and a state has {landscape.dimension}: "
            + ", ".join(landscape.coordinates()[:12])
        )
    if not np.isfinite(found).all():
        raise WrongError(f"{option} {text}: the numbers must be finite")
    return found
