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
from gradviz.algebra.walk import least_sizes
from gradviz.gui.documents.document import Document
from gradviz.gui.plot.choices import PlaneChoice
from gradviz.numeric.binding import Binding, Value, default_binding, dimension_names, size_of
from gradviz.numeric.compile import CompileError
from gradviz.numeric.curve import Curve
from gradviz.numeric.families import FamilyError, stacked_symbols, without_sums
from gradviz.numeric.labels import label_kinds
from gradviz.numeric.landscape import Landscape, by_variable
from gradviz.numeric.plane_map import PlaneMap
from gradviz.numeric.planes import Coordinate, Direction, Plane, PlaneError, default_plane, line_axis
from gradviz.numeric.singular import singular_constant
from gradviz.sentences import Sentence, say
from gradviz.typeset.text import text

__all__ = ["Scene", "build", "coordinates", "plane_of", "problem_with", "values_to_document", "with_state"]

MAX_NUMBERS = 1_000_000
"""Of all symbols together; the sizes of a document that came from elsewhere can ask for any memory."""


@dataclass(frozen=True)
class Scene:
    """What the right-hand side shows.

    Attributes
    ----------
    symbols, variables : all symbols of the function, and those that it is differentiated by.
    binding : their values.
    landscape : the scalar function over a plane that is drawn, or None.
    curve : the function of one number that is drawn, or None.
    map : the function from the plane to the plane that is drawn, or None.
    reason : why nothing is drawn, or "".
    key : equal for two scenes that draw the same formula in the same variables.
    """

    symbols: tuple[Symbol, ...]
    variables: tuple[Symbol, ...]
    binding: Binding
    landscape: Landscape | None
    reason: str
    key: tuple[Any, ...]
    curve: Curve | None = None
    map: PlaneMap | None = None

    @property
    def kind(self) -> str:
        """What is drawn: "plane", "curve", "map", or "" for nothing."""
        drawn = {"plane": self.landscape, "curve": self.curve, "map": self.map}
        return next((kind for kind, part in drawn.items() if part is not None), "")

    @property
    def plotted(self) -> tuple[Symbol, ...]:
        """The symbols whose coordinates are drawn, and whose values are therefore not asked for: of a plane of
        directions all variables; without a picture, the variables."""
        if self.curve is not None and isinstance(self.curve.axis, Coordinate):
            return (self.curve.axis.symbol,)
        plane = self.landscape.plane if self.landscape is not None else self.map.plane if self.map is not None else None
        return self.variables if plane is None else plane.symbols or self.variables

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
    hessians = [next(roots) for _ in range(expressions.get("hessians", 0))]
    symbols = tuple(_symbols(roots))
    key = (function, variables, tuple(gradients))
    if (count := _numbers(symbols, document)) > MAX_NUMBERS:
        reason = say(
            "This function cannot be drawn: its symbols hold {count} numbers, and pictures take up to {limit}.",
            count=count,
            limit=MAX_NUMBERS,
        )
        return Scene((), variables, Binding({}, {}), None, reason, key)
    try:
        stacks = stacked_symbols(function, *gradients, *hessians)
        symbols = tuple(dict.fromkeys(stacks.get(s, s) for s in symbols))
        labels = {stacks.get(s, s).name: kind for s, kind in label_kinds(function, variables).items()}
        binding = _binding(symbols, variables, document, least_sizes(function), labels)
        function, *rest = without_sums([function, *gradients, *hessians], binding, variables)
    except FamilyError as error:
        binding = _binding(symbols, variables, document, least_sizes(function))
        return Scene(symbols, variables, binding, None, _cannot(error), key)
    gradients, hessian = rest[: len(gradients)], rest[-1] if hessians else None
    try:
        drawn = _drawn(function, variables, gradients, hessian, binding, document.plot.plane)
    except (CompileError, PlaneError) as error:
        return Scene(symbols, variables, binding, None, _cannot(error), key)
    if isinstance(drawn, str):
        return Scene(symbols, variables, binding, None, drawn, key)
    return Scene(
        symbols,
        variables,
        binding,
        drawn if isinstance(drawn, Landscape) else None,
        "",
        key,
        drawn if isinstance(drawn, Curve) else None,
        drawn if isinstance(drawn, PlaneMap) else None,
    )


def problem_with(scene: Scene, binding: Binding) -> tuple[str, str] | None:
    """A symbol whose value leaves nothing to draw, and why; None when there is none."""
    drawn = scene.landscape or scene.curve or scene.map
    found = singular_constant(drawn.function, scene.variables, binding) if drawn is not None else None
    return None if found is None else (found[0].name, Sentence(found[2], {"formula": text(found[1])}))


def _cannot(error: Exception) -> str:
    reason = str(error)
    if reason.endswith("."):
        return say("This function cannot be drawn: {reason}", reason=reason)
    return say("This function cannot be drawn: {reason}.", reason=reason)


def values_to_document(binding: Binding) -> dict[str, Any]:
    """A binding's values as the document keeps them."""
    return {name: np.asarray(value).tolist() for name, value in binding.values.items()}


def _symbols(nodes: Any) -> Sequence[Symbol]:
    return [node for node in nodes if isinstance(node, Symbol)]


def _numbers(symbols: Sequence[Symbol], document: Document) -> int:
    """How many numbers the symbols hold, in the sizes of the document; a size that it does not name is small."""
    sizes = {name: document.dims.get(name, 1) for name in dimension_names(symbols)}
    return sum(size_of(s.shape.rows, sizes) * size_of(s.shape.cols, sizes) for s in symbols)


def _binding(
    symbols: Sequence[Symbol],
    variables: Sequence[Symbol],
    document: Document,
    least: Mapping[str, int],
    labels: Mapping[str, str] | None = None,
) -> Binding:
    binding = default_binding(symbols, dims=document.dims, variables=variables, least=least, labels=labels)
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


def _drawn(
    function: Expr,
    variables: Sequence[Symbol],
    gradients: Sequence[Expr],
    hessian: Expr | None,
    binding: Binding,
    choice: PlaneChoice | None,
) -> Landscape | Curve | PlaneMap | str:
    """What there is to draw; a sentence where there is nothing."""
    sizes = sorted(binding.size(d) for d in function.shape)
    plane = default_plane(variables, binding)
    if sizes == [1, 2] and plane is not None:
        return PlaneMap(function, variables, binding, plane)
    if sizes == [1, 2]:
        return say(
            "The function's value has two numbers, so it is drawn as a map of the plane, which takes two numbers: "
            "choose two variables beside “by”."
        )
    if sizes != [1, 1]:
        return say(
            "The function's value is {shape}; the plane shows functions with one number as value, and maps of the "
            "plane, with two.",
            shape=function.shape,
        )
    if plane is None:
        axis = line_axis(variables)
        return say("There is no variable to draw over.") if axis is None else Curve(function, variables, binding, axis)
    found: dict[Symbol, Expr] = {}
    if len(gradients) == 1:
        found = by_variable(gradients[0], variables)
    elif len(gradients) == len(variables):
        found = dict(zip(variables, gradients, strict=True))
    landscape = Landscape(function, found, hessian, binding, plane, variables)
    chosen = plane_of(choice, landscape) if choice is not None else None
    return landscape if chosen is None else landscape.with_plane(chosen)


def plane_of(choice: PlaneChoice, landscape: Landscape) -> Plane | None:
    """The plane of a saved choice; None when it does not fit the function."""
    if choice.vectors:
        if len(choice.vectors[0]) != landscape.dimension:
            return None
        x, y = (Direction(name, v) for name, v in zip(choice.names, choice.vectors, strict=True))
        plane = Plane(x, y, choice.anchor, tuple((px, py) for px, py in choice.through))
    else:
        named = {c.label(landscape.binding): c for c in coordinates(landscape)}
        if not all(name in named for name in choice.names):
            return None
        plane = Plane(named[choice.names[0]], named[choice.names[1]])
    try:
        landscape.with_plane(plane)
    except PlaneError:
        return None
    return plane


def coordinates(landscape: Landscape) -> list[Coordinate]:
    """All coordinates of a state, in order."""
    sizes = [
        (v, landscape.binding.size(v.shape.rows) * landscape.binding.size(v.shape.cols)) for v in landscape.variables
    ]
    return [Coordinate(v, i) for v, size in sizes for i in range(size)]


def at_point(scene: Scene, point: tuple[float, float]) -> Binding:
    """The scene's binding, in which what is drawn has its values from the point of the picture: of a curve that is the
    first number, the second is its step."""
    if scene.curve is not None:
        return with_state(scene.curve, scene.curve.state(point[0]))
    drawn = scene.landscape or scene.map
    return scene.binding if drawn is None else with_state(drawn, drawn.state(*point))


def with_state(drawn: Landscape | Curve | PlaneMap, state: np.ndarray) -> Binding:
    """The binding in which the variables have the values of a state."""
    binding, at = drawn.binding, 0
    for symbol in drawn.variables:
        rows, cols = (binding.size(d) for d in symbol.shape)
        part = np.asarray(state[at : at + rows * cols], dtype=float)
        at += rows * cols
        before = np.asarray(binding.values[symbol.name])
        binding = binding.with_value(symbol.name, _shaped(part.reshape(cols, rows).T, before.shape))
    return binding


def _shaped(matrix: np.ndarray, shape: tuple[int, ...]) -> Value:
    return float(matrix[0, 0]) if shape == () else matrix.reshape(shape)
