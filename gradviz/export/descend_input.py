"""What the options of ``gradviz descend`` say: the function, the start, the limits, the methods."""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gradviz.export.command_line import CannotError, LimitError, WrongError, bound, function_text, named_symbols
from gradviz.export.descend_parameters import method_id, parameters_for

if TYPE_CHECKING:
    from gradviz.numeric.binding import Array
    from gradviz.numeric.descent import Limits, Method, MethodEntry, Run

__all__ = ["Asked", "asked", "descended", "function", "sized"]

SHOWN = 8
"""Coordinates that a summary or a message writes out."""


@dataclass(frozen=True)
class Asked:
    """What is to be done.

    Attributes
    ----------
    landscape, coordinates, name : the function, the names of its coordinates, and its own.
    entries, parameters : the methods, and what each is given.
    start, limits : whence, and how far.
    """

    landscape: Any
    coordinates: list[str]
    name: str
    entries: list[MethodEntry]
    parameters: list[dict[str, Any]]
    start: Array
    limits: Limits


def asked(options: argparse.Namespace) -> Asked:
    """What the options ask for.

    Raises
    ------
    WrongError
        For what cannot be, with the option where it stands.
    CannotError
        For a function that does not descend.
    """
    from gradviz.numeric.descent import Limits, ParameterError, check_batch, checked_start, method_entry, row_count

    try:
        ids = dict.fromkeys(method_id(text) for text in options.method.split(",") if text.strip())
        entries = [method_entry(id) for id in ids or ("",)]
        given = parameters_for(entries, options.parameter)
        for entry, own in zip(entries, given, strict=True):
            entry.make(**own)  # before anything slow
        limits = Limits(count("--steps", options.steps), number("--tolerance", options.tolerance))
        start = checked_start(numbers(options.start))
    except ParameterError as error:
        raise WrongError(at_option(error)) from error
    landscape, coordinates, name = function(options)
    try:
        start = checked_start(start, len(coordinates))
    except ParameterError as error:
        raise WrongError(f"{at_option(error)} They are {', '.join(coordinates[:SHOWN])}.") from error
    try:
        for own in given:
            if "batch" in own:
                check_batch(own["batch"], row_count(landscape))
    except ParameterError as error:
        raise WrongError(at_option(error)) from error
    return Asked(landscape, coordinates, name, entries, given, start, limits)


def at_option(error: Any) -> str:
    """The message with the option that it is about."""
    options = {"start": "--start", "steps": "--steps", "tolerance": "--tolerance", "method": "--method"}
    return f"{options.get(error.parameter, '--parameter ' + error.parameter)}: {error}"


def number(option: str, text: str) -> float:
    try:
        return float(text.replace("−", "-"))
    except ValueError:
        raise WrongError(f"{option}: {text!r} is not a number") from None


def count(option: str, text: str) -> int:
    """A whole number, also as 1e5 or 100,000."""
    value = number(option, text.replace(",", "").replace("_", ""))
    if not (math.isfinite(value) and value.is_integer()):
        raise WrongError(f"{option}: {text!r} is not a whole number")
    return int(value)


def numbers(text: str) -> list[float]:
    found = []
    for part in text.replace("−", "-").replace("(", " ").replace(")", " ").replace(";", ",").replace(",", " ").split():
        try:
            found.append(float(part))
        except ValueError:
            raise WrongError(f"--start: {part!r} is not a number; write all coordinates, such as 1,2") from None
    return found


# --- the method


def sized(entry: MethodEntry, given: dict[str, Any], landscape: Any, start: Array) -> Method:
    """The method; gradient descent with a step size that suits the start, unless one is given."""
    if entry.id == "gradient-descent" and "step_size" not in given:
        from gradviz.numeric.descent import suggested_step_size

        given = {**given, "step_size": suggested_step_size(landscape, start)}
    return entry.make(**given)


def descended(asked: Asked, method: Method) -> Run:
    """The run of a method from the start.

    Raises
    ------
    WrongError
        Where nothing can begin at the start.
    CannotError
        Where the method cannot take a step.
    """
    from gradviz.numeric.descent import StopReason, descend

    found = descend(asked.landscape, asked.start, method, asked.limits)
    if found.reason in (StopReason.OUTSIDE, StopReason.NONFINITE) and not found.steps:
        raise WrongError(f"--start: {found.sentence}")
    if found.reason is StopReason.STALLED and not found.steps:
        raise CannotError(found.remark)
    return found


# --- the function


def function(options: argparse.Namespace) -> tuple[Any, list[str], str]:
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
