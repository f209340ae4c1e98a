"""What a person chose to see of a function: layers, levels, the plane. Plain data of the document; no Qt, no NumPy."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any

from gradviz.sentences import say

__all__ = ["COLOURS", "CONTOURS", "FIELDS", "ChoiceError", "PlaneChoice", "PlotChoices"]

COLOURS = ("value", "definiteness", "error", "none")
CONTOURS = ("automatic", "linear", "logarithmic", "none")
FIELDS = ("scaled", "unit", "streamlines", "none")
HIGHEST_ORDER = 20
MOST_COORDINATES = 100_000
MOST_POINTS = 3


class ChoiceError(ValueError):
    """A saved choice cannot be. `name` is the part of it, `expected` what it must be."""

    def __init__(self, name: str, expected: str) -> None:
        super().__init__(f"{name} must be {expected}")
        self.name, self.expected = name, expected


@dataclass(frozen=True, slots=True)
class PlaneChoice:
    """The plane in which a function of more than two coordinates is looked at.

    Attributes
    ----------
    names : what the axes are called; for coordinates their names, ``w_3``.
    vectors : the directions of the axes, one number for every coordinate of the state; () for coordinates.
    anchor : the state at (0, 0) of a plane of directions.
    through : where in the plane the points are that it was laid through.
    """

    names: tuple[str, str]
    vectors: tuple[tuple[float, ...], ...] = ()
    anchor: tuple[float, ...] = ()
    through: tuple[tuple[float, ...], ...] = ()

    def to_data(self) -> dict[str, Any]:
        data = {"names": list(self.names), "vectors": [list(v) for v in self.vectors], "anchor": list(self.anchor)}
        return data | ({"through": [list(point) for point in self.through]} if self.through else {})

    @classmethod
    def from_data(cls, data: Any) -> PlaneChoice:
        if not isinstance(data, dict):
            raise ChoiceError("plane", "a table")
        names = data.get("names")
        if not isinstance(names, list) or len(names) != 2 or not all(isinstance(n, str) and n for n in names):
            raise ChoiceError("plane.names", say("two names"))
        vectors = data.get("vectors", [])
        if not isinstance(vectors, list) or len(vectors) not in (0, 2):
            raise ChoiceError("plane.vectors", say("two lists of numbers, or none"))
        found = tuple(_numbers("plane.vectors", vector) for vector in vectors)
        anchor = _numbers("plane.anchor", data.get("anchor", []))
        if len({len(v) for v in (*found, *([anchor] if found else []))}) > 1:
            raise ChoiceError("plane.vectors", say("lists of one length, that of the anchor"))
        through = data.get("through", [])
        if not isinstance(through, list) or len(through) > MOST_POINTS:
            raise ChoiceError("plane.through", say("a list of points"))
        points = tuple(_numbers("plane.through", point) for point in through)
        if any(len(point) != 2 for point in points):
            raise ChoiceError("plane.through", say("points of two numbers"))
        return cls((names[0], names[1]), found, anchor if found else (), points if found else ())


@dataclass(frozen=True, slots=True)
class PlotChoices:
    """What the plot shows.

    Attributes
    ----------
    colour : what colours the plane: "value" (the heat map), "definiteness" (of the Hessian), "error" (of the Taylor
        model), or "none".
    contours : how the levels of the contours are spaced, or "none".
    field : how the gradient field is drawn: arrows that are "scaled" by its length or of "unit" length, "streamlines",
        or "none".
    stationary : mark the stationary points.
    hessian : draw the Hessian's eigenvectors and its conic at the point.
    taylor : contours of the Taylor model of this order, 1 or 2; 0 for none.
    aspect : the same scale on both axes.
    order : the order of the Taylor polynomial of a function of one variable.
    plane : the plane looked at; None for the first two coordinates.
    """

    colour: str = "value"
    contours: str = "automatic"
    field: str = "scaled"
    stationary: bool = False
    hessian: bool = False
    taylor: int = 0
    aspect: bool = True
    order: int = 1
    plane: PlaneChoice | None = None

    def to_data(self) -> dict[str, Any]:
        """For a file."""
        data = {f.name: getattr(self, f.name) for f in fields(self)}
        data["plane"] = None if self.plane is None else self.plane.to_data()
        return data

    @classmethod
    def from_data(cls, data: Any) -> PlotChoices:
        """From a file; what is missing gets its default.

        Raises
        ------
        ChoiceError
            For a value that cannot be.
        """
        if not isinstance(data, dict):
            raise ChoiceError("", "a table")
        allowed: dict[str, tuple[Any, ...]] = {
            "colour": COLOURS,
            "contours": CONTOURS,
            "field": FIELDS,
            "stationary": (False, True),
            "hessian": (False, True),
            "taylor": (0, 1, 2),
            "aspect": (False, True),
            "order": tuple(range(HIGHEST_ORDER + 1)),
        }
        found: dict[str, Any] = {}
        for name, values in allowed.items():
            if name not in data:
                continue
            if not any(type(data[name]) is type(v) and data[name] == v for v in values):
                raise ChoiceError(name, say("one of {choices}", choices=", ".join(str(v).lower() for v in values)))
            found[name] = data[name]
        if data.get("plane") is not None:
            found["plane"] = PlaneChoice.from_data(data["plane"])
        return cls(**found)


def _numbers(name: str, value: Any) -> tuple[float, ...]:
    if not isinstance(value, list) or len(value) > MOST_COORDINATES:
        raise ChoiceError(name, say("a list of numbers"))
    for entry in value:
        if isinstance(entry, bool) or not isinstance(entry, int | float) or not math.isfinite(entry):
            raise ChoiceError(name, say("a list of finite numbers"))
    return tuple(float(entry) for entry in value)
