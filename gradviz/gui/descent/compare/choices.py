"""What is compared: methods, starts, a parameter's values, or basins. Plain data of the document; no Qt, no NumPy."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from gradviz.sentences import say

__all__ = ["GRIDS", "KINDS", "MOST_VALUES", "RESOLUTIONS", "CompareChoices", "CompareError", "Given"]

KINDS = ("methods", "starts", "sweep", "basins")
GRIDS = (2, 3, 4, 5, 6, 8, 10)
"""Starts along a side of the grid."""
RESOLUTIONS = (16, 32, 64, 128)
"""Starts along a side of a map of basins."""
MOST_VALUES = 40
"""Of a parameter in a sweep."""

Given = Mapping[str, float | bool | str]


class CompareError(ValueError):
    """A choice that cannot be. `name` is the part of it, `expected` what it must be."""

    def __init__(self, name: str, expected: str) -> None:
        super().__init__(f"{name} must be {expected}")
        self.name, self.expected = name, expected


@dataclass(frozen=True, slots=True)
class CompareChoices:
    """What is compared.

    Attributes
    ----------
    kind : "methods" from the same start, one method from a grid of "starts", or over a "sweep" of one parameter, or the
        "basins" of attraction of one method.
    methods : the ids of the methods compared.
    tuned : whether a step size that nobody typed is searched for.
    parameters : for methods other than the studio's own, the parameters that differ from their defaults.
    grid : starts along a side of the grid.
    parameter, low, high, count, logarithmic : the sweep: of which parameter, from where to where, how many values, and
        whether by equal factors. "" for the method's first parameter, and NaN-free defaults for the range.
    tolerance : ``‖∇f‖`` that counts as having arrived, in the table.
    resolution : starts along a side of the map of basins.
    """

    kind: str = "methods"
    methods: tuple[str, ...] = ("gradient-descent", "heavy-ball", "adam", "bfgs")
    tuned: bool = True
    parameters: Mapping[str, Given] = field(default_factory=dict)
    grid: int = 3
    parameter: str = ""
    low: float = 0.001
    high: float = 0.1
    count: int = 5
    logarithmic: bool = True
    tolerance: float = 1e-4
    resolution: int = 32

    def to_data(self) -> dict[str, Any]:
        """For a file."""
        data = {f.name: getattr(self, f.name) for f in fields(self)}
        data["methods"] = list(self.methods)
        data["parameters"] = {method: dict(given) for method, given in self.parameters.items()}
        return data

    @classmethod
    def from_data(cls, data: Any) -> CompareChoices:
        """From a file; what is missing gets its default.

        Raises
        ------
        CompareError
            For a value that cannot be.
        """
        if not isinstance(data, dict):
            raise CompareError("", say("a table"))
        found: dict[str, Any] = {}
        for name, allowed in (("kind", KINDS), ("grid", GRIDS), ("resolution", RESOLUTIONS)):
            if name in data:
                if not any(type(data[name]) is type(v) and data[name] == v for v in allowed):
                    raise CompareError(name, say("one of {choices}", choices=", ".join(map(str, allowed))))
                found[name] = data[name]
        if "methods" in data:
            if not _texts(data["methods"]):
                raise CompareError("methods", say("a list of methods"))
            found["methods"] = tuple(dict.fromkeys(data["methods"]))
        if "parameters" in data:
            found["parameters"] = _tables(data["parameters"])
        if "parameter" in data:
            if not isinstance(data["parameter"], str):
                raise CompareError("parameter", say("a name"))
            found["parameter"] = data["parameter"]
        for name in ("low", "high", "tolerance"):
            if name in data:
                if not _number(data[name]) or (name == "tolerance" and not data[name] > 0):
                    raise CompareError(
                        name, say("a positive number") if name == "tolerance" else say("a finite number")
                    )
                found[name] = float(data[name])
        if "count" in data:
            if type(data["count"]) is not int or not 2 <= data["count"] <= MOST_VALUES:
                raise CompareError("count", say("a whole number from 2 to {most}", most=MOST_VALUES))
            found["count"] = data["count"]
        for name in ("logarithmic", "tuned"):
            if name in data:
                if not isinstance(data[name], bool):
                    raise CompareError(name, say("true or false"))
                found[name] = data[name]
        return cls(**found)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) and v for v in value)


def _number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _tables(value: Any) -> dict[str, Given]:
    if not isinstance(value, dict) or not all(isinstance(t, dict) for t in value.values()):
        raise CompareError("parameters", say("a table for each method"))
    for table in value.values():
        for entry in table.values():
            if not (isinstance(entry, bool | str) or _number(entry)):
                raise CompareError("parameters", say("tables of numbers and words"))
    return {method: dict(table) for method, table in value.items()}
