"""From a reply and the document to what is drawn: numbers for the symbols, a plane, and the landscape over it. No
Qt here.

Nothing in this module is imported before the window has been painted: it needs NumPy.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.serialise import from_data
from gradviz.gui.document import Document
from gradviz.numeric.binding import Binding, Value, default_binding
from gradviz.numeric.compile import CompileError
from gradviz.numeric.landscape import Landscape, by_variable, default_plane

__all__ = ["Scene", "build", "values_to_document"]


@dataclass(frozen=True)
class Scene:
    """What the right-hand side shows.

    Attributes
    ----------
    symbols, variables : all symbols of the function, and those that it is differentiated by.
    binding : their values.
    landscape : what is drawn, or None.
    reason : why nothing is drawn, or "".
    key : equal for two scenes that draw the same formula in the same variables.
    """

    symbols: tuple[Symbol, ...]
    variables: tuple[Symbol, ...]
    binding: Binding
    landscape: Landscape | None
    reason: str
    key: tuple[Any, ...]

    @property
    def plotted(self) -> tuple[Symbol, ...]:
        """The symbols whose coordinates are drawn; without a picture, the variables."""
        if self.landscape is None:
            return self.variables
        return tuple(dict.fromkeys(c.symbol for c in (self.landscape.plane.x, self.landscape.plane.y)))

    def has_values_of(self, other: Scene) -> bool:
        """Whether both give their symbols the same numbers."""
        a, b = self.binding, other.binding
        return (
            a.dims == b.dims
            and a.values.keys() == b.values.keys()
            and all(np.array_equal(a.values[name], b.values[name], equal_nan=True) for name in a.values)
        )


def build(expressions: Mapping[str, Any], document: Document) -> Scene:
    """The scene for a reply's expressions with the document's numbers.

    Raises
    ------
    ValueError
        When the reply does not hold expressions.
    """
    roots = iter(from_data(expressions["data"]))
    function = next(roots)
    variables = tuple(_symbols(next(roots) for _ in range(expressions["variables"])))
    gradients = [next(roots) for _ in range(expressions["gradients"])]
    symbols = tuple(_symbols(roots))
    binding = _binding(symbols, variables, document)
    landscape, reason = _landscape(function, variables, gradients, binding)
    return Scene(symbols, variables, binding, landscape, reason, (function, variables, tuple(gradients)))


def values_to_document(binding: Binding) -> dict[str, Any]:
    """A binding's values as the document keeps them."""
    return {name: np.asarray(value).tolist() for name, value in binding.values.items()}


def _symbols(nodes: Any) -> Sequence[Symbol]:
    return [node for node in nodes if isinstance(node, Symbol)]


def _binding(symbols: Sequence[Symbol], variables: Sequence[Symbol], document: Document) -> Binding:
    binding = default_binding(symbols, dims=document.dims, variables=variables)
    for symbol in symbols:
        if symbol.name in document.values:
            value = _fitting(document.values[symbol.name], np.asarray(binding.values[symbol.name]).shape)
            if value is not None:
                binding = binding.with_value(symbol.name, value)
    return binding


def _fitting(value: Any, shape: tuple[int, ...]) -> Value | None:
    """A saved value, if the symbol still has its shape."""
    try:
        array = np.asarray(value, dtype=float)
    except (ValueError, TypeError):
        return None
    if array.shape != shape:
        return None
    return float(array) if shape == () else array


def _landscape(
    function: Expr, variables: Sequence[Symbol], gradients: Sequence[Expr], binding: Binding
) -> tuple[Landscape | None, str]:
    if any(binding.size(d) != 1 for d in function.shape):
        return (
            None,
            f"The function's value is {function.shape}; the plane shows functions with one number as value.",
        )
    plane = default_plane(variables, binding)
    if plane is None:
        return None, "The plane needs two coordinates, and this function is differentiated by one."
    found: dict[Symbol, Expr] = {}
    if len(gradients) == 1:
        found = by_variable(gradients[0], variables)
    elif len(gradients) == len(variables):
        found = dict(zip(variables, gradients, strict=True))
    try:
        return Landscape(function, found, None, binding, plane), ""
    except CompileError as error:
        return None, f"This function cannot be drawn: {error}."
