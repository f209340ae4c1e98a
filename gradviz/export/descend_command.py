"""``gradviz descend``: a descent without a window, as a table or as an animation."""

from __future__ import annotations

import argparse
import math
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gradviz.export.command_line import (
    CannotError,
    LimitError,
    WrongError,
    add_function,
    add_output,
    add_resolution,
    add_time_limit,
    bound,
    checked_output,
    function_text,
    named_symbols,
    within_limit,
    write,
)
from gradviz.export.descend_parameters import given_parameters

if TYPE_CHECKING:
    from gradviz.numeric.binding import Array
    from gradviz.numeric.descent import Method, MethodEntry, Run
    from gradviz.numeric.landscape import View

__all__ = ["add_arguments", "run"]

SUFFIXES = (".csv", ".gif", ".mp4", ".png", ".svg", ".pdf")
FIGURES = (".png", ".svg", ".pdf")
AWAY = 2.0
"""Suggested views: a path that runs away is shown so far."""
FAR = 30.0
"""Of many variables, such a path is shown up to so many times the size of its start."""
SHOWN = 8
"""Coordinates that the summary writes out."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``gradviz descend``; TEXT and --declare are those of every command."""
    add_function(parser)
    parser.add_argument(
        "--method",
        default="gradient-descent",
        metavar="METHOD",
        help="such as adam, newton, bfgs (default: gradient-descent); another word lists them all",
    )
    parser.add_argument(
        "--parameter",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="of the method, by name or letter: gamma=0.1, momentum=0.9, schedule=cosine, schedule.period=500; may be "
        "repeated. Without gamma, gradient descent takes a step size that suits the start",
    )
    parser.add_argument("--start", required=True, metavar="NUMBERS", help='all coordinates in order, e.g. "1,2"')
    parser.add_argument("--steps", default="1000", metavar="N", help="at most so many (default: 1000)")
    parser.add_argument(
        "--tolerance", default="1e-6", metavar="T", help="stop when the gradient's norm is at most this"
    )
    parser.add_argument("--theme", choices=("light", "dark"), default="light", help="of a picture or an animation")
    add_resolution(parser)
    add_time_limit(parser)
    add_output(parser, SUFFIXES, default="a summary")


def run(options: argparse.Namespace) -> int:
    """Descend, write the file, and print how it ended.

    Returns
    -------
    0 done, whatever the reason to stop; 2 the input is wrong; 3 there is no such descent; 4 it is too large, or takes
    too long. What went wrong is told on standard error.
    """
    hint = "ask for fewer steps (--steps), or give it longer with --timeout"
    status, found = within_limit(_descended, options, "no descent", no_result="no descent", hint=hint)
    if found is None:
        return status
    summary, content = found
    if content is not None and (status := write(options, content, "no descent")):
        return status
    print(summary)
    return status


def _descended(options: argparse.Namespace) -> tuple[str, bytes | None]:
    """What is printed, and the bytes of the file if there is to be one."""
    suffix = checked_output(options, SUFFIXES)
    from gradviz.numeric.descent import Limits, ParameterError, StopReason, checked_start, descend, method_entry

    try:
        entry = method_entry(options.method.strip().lower().replace(" ", "-").replace("_", "-"))
        given = given_parameters(entry, options.parameter)
        entry.make(**given)  # before anything slow
        limits = Limits(_count("--steps", options.steps), _number("--tolerance", options.tolerance))
        start = checked_start(_numbers(options.start))
    except ParameterError as error:
        raise WrongError(_at_option(error)) from error
    landscape, coordinates, name = _function(options)
    try:
        start = checked_start(start, len(coordinates))
    except ParameterError as error:
        raise WrongError(f"{_at_option(error)} They are {', '.join(coordinates[:SHOWN])}.") from error
    found = descend(landscape, start, _sized(entry, given, landscape, start), limits)
    if found.reason in (StopReason.OUTSIDE, StopReason.NONFINITE) and not found.steps:
        raise WrongError(f"--start: {found.sentence}")
    if found.reason is StopReason.STALLED and not found.steps:
        raise CannotError(found.remark)
    content = None
    if suffix == ".csv":
        content = found.to_csv(coordinates).encode("utf-8")
    elif suffix in FIGURES:
        content = _drawn(options, _seen(landscape, found), found, entry.title, name)
    elif suffix:
        content = _animated(options, _seen(landscape, found), found, entry.title, name)
    entries = [f"{name} = {value:.8g}" for name, value in zip(coordinates, found.states[-1], strict=True)]
    end = ", ".join(entries[:SHOWN]) + (", ..." if len(entries) > SHOWN else "") + f"; f = {found.values[-1]:.8g}"
    wrote = "" if content is None else f"\nwrote {options.output}"
    return f"{entry.title}: {found.sentence}\n{end}{wrote}", content


def _at_option(error: Any) -> str:
    """The message with the option that it is about."""
    options = {"start": "--start", "steps": "--steps", "tolerance": "--tolerance", "method": "--method"}
    return f"{options.get(error.parameter, '--parameter ' + error.parameter)}: {error}"


def _number(option: str, text: str) -> float:
    try:
        return float(text.replace("−", "-"))
    except ValueError:
        raise WrongError(f"{option}: {text!r} is not a number") from None


def _count(option: str, text: str) -> int:
    """A whole number, also as 1e5 or 100,000."""
    value = _number(option, text.replace(",", "").replace("_", ""))
    if not (math.isfinite(value) and value.is_integer()):
        raise WrongError(f"{option}: {text!r} is not a whole number")
    return int(value)


def _numbers(text: str) -> list[float]:
    found = []
    for part in text.replace("−", "-").replace("(", " ").replace(")", " ").replace(";", ",").replace(",", " ").split():
        try:
            found.append(float(part))
        except ValueError:
            raise WrongError(f"--start: {part!r} is not a number; write all coordinates, such as 1,2") from None
    return found


# --- the method


def _sized(entry: MethodEntry, given: dict[str, Any], landscape: Any, start: Array) -> Method:
    """The method; gradient descent with a step size that suits the start, unless one is given."""
    if entry.id == "gradient-descent" and "step_size" not in given:
        from gradviz.numeric.descent import suggested_step_size

        given = {**given, "step_size": suggested_step_size(landscape, start)}
    return entry.make(**given)


# --- the function


def _function(options: argparse.Namespace) -> tuple[Any, list[str], str]:
    """What to descend on, the names of its coordinates, and its own."""
    from gradviz.api import derive
    from gradviz.numeric.compile import CompileError
    from gradviz.numeric.curve import Curve
    from gradviz.numeric.descent.line import CurveLandscape
    from gradviz.numeric.landscape import Landscape, by_variable
    from gradviz.numeric.planes import PlaneError, default_plane, line_axis

    text = function_text(options)
    found = derive(text, wrt=options.wrt or None, declare=options.declare)
    named_symbols(found.problem, options.wrt)
    if found.cannot is not None:
        message = f"the gradient cannot be derived: {found.cannot}"
        raise LimitError(message) if "limit" in found.core.notes else CannotError(message)
    variables = list(found.core.variables)
    roots = [found.core.function, *(r.expression for r in found.core.results)]
    binding, (function, *results) = bound(roots, found.problem.symbols, variables, options)
    if any(binding.size(d) != 1 for d in function.shape):
        raise CannotError(f"its value is {function.shape}, and only a function with one number as value descends")
    if not variables:
        raise CannotError("the function is constant")
    try:
        plane = default_plane(variables, binding)
        if plane is None:
            axis = line_axis(variables)
            if axis is None:
                raise CannotError("it has no coordinate to move along")
            curve = Curve(function, variables, binding, axis)
            return CurveLandscape(curve), [curve.label()], found.problem.name
        if len(results) == 1:
            gradients = by_variable(results[0], variables)
        else:
            gradients = dict(zip(variables, results, strict=True))
        landscape = Landscape(function, gradients, None, binding, plane, variables)
    except (CompileError, PlaneError) as error:
        raise CannotError(str(error)) from error
    return landscape, list(landscape.coordinates()), found.problem.name


# --- the pictures


def _seen(landscape: Any, found: Run) -> Any:
    """Of many variables: the landscape in the plane in which the run moved most."""
    if landscape.dimension <= 2 or not found.steps:
        return landscape
    from gradviz.numeric.descent.principal import principal_plane

    return landscape.with_plane(principal_plane(_beginning(found)).plane())


def _beginning(found: Run) -> Array:
    """The iterates; of a run that runs away, those that are not far from its start yet."""
    import numpy as np

    states = found.states
    if not _runs_away(found):
        return states
    with np.errstate(all="ignore"):
        far = np.flatnonzero(~(np.abs(states - states[0]).max(axis=1) <= FAR * (1 + np.abs(states[0]).max())))
    return states[: max(2, far[0])] if len(far) else states


def _runs_away(found: Run) -> bool:
    from gradviz.numeric.descent import StopReason

    return found.reason in (StopReason.DIVERGED, StopReason.NONFINITE)


def _animated(options: argparse.Namespace, landscape: Any, found: Run, title: str, name: str) -> bytes:
    from gradviz.export.animation import write_animation
    from gradviz.export.errors import ExportError
    from gradviz.export.plot_look import LOOKS

    view, look = _view(landscape, found), LOOKS[options.theme].base
    with tempfile.TemporaryDirectory() as folder:  # a video is written by a program of its own, into a file
        path = Path(folder) / f"run{options.output.suffix.lower()}"
        try:
            write_animation(path, landscape, found, view=view, look=look, title=title, name=name)
        except ExportError as error:
            raise CannotError(str(error)) from error
        return path.read_bytes()


def _drawn(options: argparse.Namespace, landscape: Any, found: Run, method: str, name: str) -> bytes:
    from gradviz.export.plot_curve import curve_figure
    from gradviz.export.plot_figure import PlaneFigure
    from gradviz.export.plot_look import LOOKS
    from gradviz.numeric.descent.principal import percent_shown
    from gradviz.sentences import counted
    from gradviz.typeset.text import text
    from gradviz.typeset.typst import string

    path, view, look = landscape.project(found.states), _view(landscape, found), LOOKS[options.theme]
    line = landscape.dimension == 1
    words = f"{method} on {text((landscape.curve if line else landscape).function)}: {found.sentence}"
    share = percent_shown(landscape, found)
    part = f"; {share} % of its motion" if share else ""
    title = string(f"{method}, {counted('{n} step', '{n} steps', found.steps)}{part}")
    if line:
        sheet = curve_figure(
            landscape.curve,
            view.x0,
            view.x1,
            None,
            look,
            title=title,
            words=words,
            name=name,
            heights=(view.y0, view.y1),
            path=path,
        )
    else:
        end = (float(path[-1, 0]), float(path[-1, 1]))
        sheet = PlaneFigure(
            landscape, view, ("heat", "contours"), end, look, title, words, name=name, path=path
        ).sheet()
    suffix = options.output.suffix.lower()
    return sheet.svg() if suffix == ".svg" else sheet.pdf() if suffix == ".pdf" else sheet.png(options.ppi)


def _view(landscape: Any, found: Run) -> View:
    """The suggested view of a plane or a curve, widened to the path; of one that runs away, to its beginning.

    Of many variables, what is seen of the function elsewhere says nothing of the minimum: the path fills the view.
    """
    import numpy as np

    from gradviz.numeric.curve_views import suggested_range
    from gradviz.numeric.landscape import View
    from gradviz.numeric.views import suggested_view

    view = View(*suggested_range(landscape.curve)) if landscape.dimension == 1 else suggested_view(landscape)
    many = landscape.dimension > 2
    path = np.asarray(landscape.project(_beginning(found) if many else found.states))
    if _runs_away(found) and not many:
        middle, half = np.array([view.x0 + view.x1, view.y0 + view.y1]) / 2, np.array([view.width, view.height]) / 2
        with np.errstate(all="ignore"):
            away = np.flatnonzero(~(np.abs(path - middle) <= AWAY * half).all(axis=1))
        path = path[: max(1, away[0])] if len(away) else path
    path = path[np.isfinite(path).all(axis=1)]
    x0, y0 = path.min(axis=0).tolist()
    x1, y1 = path.max(axis=0).tolist()
    if many and 0 < (longest := max(x1 - x0, y1 - y0)) < math.inf:
        wide, high = 0.7 * max(x1 - x0, longest / 2), 0.7 * max(y1 - y0, longest / 2)
        x, y = (x0 + x1) / 2, (y0 + y1) / 2
        return View(x - wide, x + wide, y - high, y + high)
    room_x, room_y = 0.08 * (x1 - x0), 0.08 * (y1 - y0)
    widened = View(
        min(view.x0, x0 - room_x), max(view.x1, x1 + room_x), min(view.y0, y0 - room_y), max(view.y1, y1 + room_y)
    )
    return widened if math.isfinite(widened.width * widened.height) else view
