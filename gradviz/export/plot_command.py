"""``gradviz plot``: pictures of functions without a window."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gradviz.export.command_line import (
    CannotError,
    WrongError,
    add_function,
    add_output,
    add_resolution,
    add_time_limit,
    bound,
    checked_output,
    made,
    named_symbols,
)

if TYPE_CHECKING:
    from gradviz.algebra.nodes import Expr, Symbol
    from gradviz.export.plot_sheet import Sheet
    from gradviz.language.problem import Problem
    from gradviz.numeric.binding import Binding
    from gradviz.numeric.curve import Curve
    from gradviz.numeric.planes import Plane

__all__ = ["add_arguments", "run"]

SUFFIXES = (".png", ".svg", ".pdf", ".csv")
DEFAULT_LAYERS = "heat,contours,field,point"
HALF = 3.0
MAP_VIEW = (-2.0, 2.0, -2.0, 2.0)
MAP_POINT = (0.5, 0.5)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``gradviz plot``; TEXT and --declare are those of every command."""
    add_function(parser)
    parser.add_argument(
        "--plane", nargs=2, metavar=("X", "Y"), help="two coordinates, e.g. w_1 w_3, or two directions: 1,0,1 0,1,0"
    )
    parser.add_argument(
        "--directions",
        choices=("random", "gradient", "curvature"),
        help="a plane of directions through the variables' values: two random ones, the gradient and one at a right "
        "angle to it, or the eigenvectors of the Hessian's largest and smallest eigenvalue",
    )
    parser.add_argument(
        "--through", nargs=3, metavar="POINT", help="the plane through three points, e.g. 0,0,0 1,0,1 0,2,0"
    )
    parser.add_argument(
        "--view", nargs="+", type=float, metavar="N", help="x0 x1 y0 y1; for one variable x0 x1", default=None
    )
    parser.add_argument("--point", nargs="+", type=float, metavar="N", help="where the gradient is drawn")
    parser.add_argument(
        "--layers", default=DEFAULT_LAYERS, metavar="LIST", help=f"some of {_layers()} (default: {DEFAULT_LAYERS})"
    )
    parser.add_argument(
        "--order", type=int, default=1, metavar="N", help="of the Taylor polynomial of a function of one variable"
    )
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    add_resolution(parser)
    add_time_limit(parser)
    add_output(parser, SUFFIXES)


def run(options: argparse.Namespace) -> int:
    """Draw, and write the file.

    Returns
    -------
    0 done; 2 the input is wrong; 3 it cannot be drawn; 4 it is too large, or takes too long. What went wrong is told on
    standard error.
    """
    hint = "ask for fewer layers (--layers contours), give less data, or give it longer with --timeout"
    return made(_content, options, "cannot be drawn", no_result="no picture", hint=hint)


def _layers() -> str:
    # Spelled out here, so that the help needs no NumPy; a test compares it with `plot_figure.LAYERS`.
    return "heat, regions, error, contours, field, streamlines, stationary, hessian, taylor1, taylor2, point"


def _content(options: argparse.Namespace) -> bytes:
    """The bytes of the file."""
    suffix = checked_output(options, SUFFIXES)
    if not 0 <= options.order <= 20:
        raise WrongError("--order is a whole number from 0 to 20")
    layers = _chosen_layers(options.layers)
    from gradviz.algebra.shapes import SCALAR
    from gradviz.language.parser import parse
    from gradviz.numeric.compile import CompileError
    from gradviz.numeric.planes import PlaneError, default_plane

    problem = parse(options.text, options.declare, wanted=options.wrt)
    variables = _variables(problem, options.wrt)
    binding, (function,) = bound([problem.function], problem.symbols, variables, options)
    drawn = _Drawn(problem, function, variables, binding, options, suffix)
    sizes = sorted(binding.size(d) for d in function.shape)
    try:
        plane = default_plane(variables, binding)
        if sizes == [1, 2] and plane is not None:
            return _map_content(drawn, plane)
        if sizes == [1, 2]:
            names = [s.name for s in problem.symbols if s.shape == SCALAR][:2]
            hint = " ".join(f"--wrt {name}" for name in names) if len(names) == 2 else "--wrt, twice"
            raise CannotError(f"its value has two numbers, and a map of the plane takes two: choose them with {hint}")
        if sizes != [1, 1]:
            raise CannotError(
                f"its value is {function.shape}, and a plot shows functions with one number as value, and maps of a "
                f"plane, with two{_if_a_number(variables)}"
            )
        return _curve_content(drawn, layers) if plane is None else _plane_content(drawn, plane, layers)
    except PlaneError as error:
        raise WrongError(str(error)) from error
    except CompileError as error:
        raise CannotError(str(error)) from error


def _if_a_number(variables: Sequence[Symbol]) -> str:
    """What to try where a vector was perhaps meant to be a number."""
    columns = [v.name for v in variables if v.shape.is_column]
    return f'; if {columns[0]} is a number, say so: --declare "{columns[0]} in R"' if columns else ""


@dataclass(frozen=True)
class _Drawn:
    """What is drawn, and what it is written as."""

    problem: Problem
    function: Expr
    variables: Sequence[Symbol]
    binding: Binding
    options: argparse.Namespace
    suffix: str

    @property
    def name(self) -> str:
        return self.problem.name

    @property
    def formula(self) -> str:
        """The function as it was written, as plain text."""
        from gradviz.typeset.text import text

        return text(self.problem.function)

    @property
    def words(self) -> str:
        return f"{self.name} = {self.formula}"

    @property
    def title(self) -> str:
        """As Typst mathematics."""
        from gradviz.typeset.typst import typst, typst_symbol

        return f"{typst_symbol(self.name)} = {typst(self.problem.function)}"

    def written(self, sheet: Sheet) -> bytes:
        """The bytes of the file."""
        if self.suffix == ".svg":
            return sheet.svg()
        return sheet.pdf() if self.suffix == ".pdf" else sheet.png(self.options.ppi)


def _chosen_layers(text: str) -> tuple[str, ...]:
    known = [name.strip() for name in _layers().split(",")]
    chosen = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    for name in chosen:
        if name not in known:
            raise WrongError(f"there is no layer {name!r}; layers are {', '.join(known)}")
    return chosen


def _variables(problem: Problem, names: Sequence[str]) -> list[Symbol]:
    if not names and not problem.variables:
        raise CannotError("the function is constant, so there is no axis to draw it over")
    return named_symbols(problem, names) or list(problem.variables)


def _plane_content(drawn: _Drawn, plane: Plane, layers: Sequence[str]) -> bytes:
    from gradviz.export.plot_planes import chosen_plane
    from gradviz.numeric.landscape import Landscape, View
    from gradviz.numeric.stationary import stationary_points
    from gradviz.numeric.views import suggested_start, suggested_view

    options = drawn.options
    landscape = Landscape(drawn.function, {}, None, drawn.binding, plane, drawn.variables)
    chosen = chosen_plane(landscape, options)
    if chosen is not None:
        landscape = landscape.with_plane(chosen)
    view = suggested_view(landscape) if options.view is None else View(*_rectangle(options.view, 4, "x0 x1 y0 y1"))
    if options.point is None:
        start = landscape.project(suggested_start(landscape, view))
        point = (float(start[0]), float(start[1]))
    else:
        x, y = _numbers(options.point, 2, "--point", "x y")
        point = (x, y)
    found = stationary_points(landscape, view) if "stationary" in layers else None
    if drawn.suffix == ".csv":
        from gradviz.export.plot_data import plane_csv

        return plane_csv(
            landscape,
            view,
            name=drawn.name,
            formula=drawn.formula,
            grid="heat" in layers or "field" in layers,
            contours="contours" in layers,
            stationary=found,
            point=point if "point" in layers else None,
        ).encode("utf-8")
    from gradviz.export.plot_figure import PlaneFigure
    from gradviz.export.plot_look import LOOKS

    figure = PlaneFigure(
        *(landscape, view, layers, point, LOOKS[options.theme], drawn.title, drawn.words),
        name=drawn.name,
        stationary=found,
    )
    return drawn.written(figure.sheet())


def _map_content(drawn: _Drawn, plane: Plane) -> bytes:
    """A map of the plane: the grid, its image, and the Jacobian's parallelogram at the point."""
    from gradviz.export.plot_planes import coordinate_plane
    from gradviz.numeric.plane_map import PlaneMap
    from gradviz.numeric.planes import View

    options = drawn.options
    if options.directions or options.through:
        raise WrongError("--directions and --through are for functions with one number as value")
    if options.plane:
        plane = coordinate_plane(options.plane, drawn.variables, drawn.binding)
    map_ = PlaneMap(drawn.function, drawn.variables, drawn.binding, plane)
    if options.view is not None and len(options.view) == 2:
        raise WrongError(f"--view needs 4 numbers for a map of the plane: x0 x1 y0 y1{_if_a_number(drawn.variables)}")
    view = View(*(_rectangle(options.view, 4, "x0 x1 y0 y1") if options.view is not None else MAP_VIEW))
    x, y = _numbers(options.point, 2, "--point", "x y") if options.point is not None else MAP_POINT
    if drawn.suffix == ".csv":
        from gradviz.export.plot_data import map_csv

        return map_csv(map_, view, name=drawn.name, formula=drawn.formula, point=(x, y)).encode("utf-8")
    from gradviz.export.plot_look import LOOKS
    from gradviz.export.plot_map import map_figure

    look, title, words = LOOKS[options.theme], drawn.title, drawn.words
    return drawn.written(map_figure(map_, view, (x, y), look, title=title, words=words, name=drawn.name))


def _curve_content(drawn: _Drawn, layers: Sequence[str]) -> bytes:
    from gradviz.numeric.curve import Curve
    from gradviz.numeric.planes import line_axis
    from gradviz.numeric.stationary_line import curve_stationary_points

    options, axis = drawn.options, line_axis(drawn.variables)
    assert axis is not None
    if options.plane or options.directions or options.through:
        raise WrongError("a plane needs two coordinates, and the function has one variable")
    curve = Curve(drawn.function, drawn.variables, drawn.binding, axis)
    start, end = -HALF, HALF
    if options.view is not None:
        start, end = _rectangle(options.view, 2, "x0 x1")
    point = _numbers(options.point, 1, "--point", "x")[0] if options.point is not None else _defined(curve, start, end)
    found = curve_stationary_points(curve, start, end).points if "stationary" in layers else ()
    name = drawn.name
    if drawn.suffix == ".csv":
        from gradviz.export.plot_data import curve_csv

        shown = point if "point" in layers else None
        table = curve_csv(curve, start, end, name=name, formula=drawn.formula, point=shown, stationary=found)
        return table.encode("utf-8")
    from gradviz.export.plot_curve import curve_figure
    from gradviz.export.plot_look import LOOKS

    sheet = curve_figure(
        *(curve, start, end, point, LOOKS[options.theme]),
        order=options.order,
        title=drawn.title,
        words=drawn.words,
        name=name,
        stationary=found,
    )
    return drawn.written(sheet)


def _defined(curve: Curve, start: float, end: float) -> float:
    """A point to begin with: a third of the way, or the first after it where the function has a value."""
    for share in (0.35, 0.65, 0.5, 0.8, 0.95, 0.2, 0.05):
        t = start + share * (end - start)
        if math.isfinite(curve.value_at(t)):
            return t
    return start + 0.35 * (end - start)


def _numbers(given: Sequence[float], count: int, option: str, words: str) -> list[float]:
    if len(given) != count:
        raise WrongError(f"{option} needs {count} {'number' if count == 1 else 'numbers'} here: {words}")
    if not all(map(math.isfinite, given)):
        raise WrongError(f"{option}: the numbers must be finite")
    return [float(v) for v in given]


def _rectangle(given: Sequence[float], count: int, words: str) -> list[float]:
    numbers = _numbers(given, count, "--view", words)
    for low, high in zip(numbers[::2], numbers[1::2], strict=True):
        if not high > low or high - low < 1e-12 * max(abs(low), abs(high)):
            raise WrongError(f"--view: {low:g} must be below {high:g}")
    return numbers
