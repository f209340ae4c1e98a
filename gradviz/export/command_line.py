"""What the commands share: the time limit and the exit statuses; of those that need numbers also the options of the
function and its values."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from gradviz.algebra.nodes import Expr, Symbol
    from gradviz.language.problem import Problem
    from gradviz.numeric.binding import Binding

__all__ = [
    "CANNOT",
    "DONE",
    "LIMIT",
    "WRONG_INPUT",
    "CannotError",
    "LimitError",
    "WrongError",
    "add_function",
    "add_output",
    "add_resolution",
    "add_time_limit",
    "bound",
    "checked_output",
    "function_text",
    "made",
    "named_symbols",
    "within_limit",
    "write",
]

PPI = (36.0, 1200.0)
DONE, WRONG_INPUT, CANNOT, LIMIT = 0, 2, 3, 4
Result = TypeVar("Result")


class WrongError(Exception):
    """The input is wrong; the message says how."""


class CannotError(Exception):
    """The input is right, and what was asked for does not exist."""


class LimitError(Exception):
    """It is too large; the message says what."""


def add_function(parser: argparse.ArgumentParser) -> None:
    """The options for the function and for the numbers of its symbols."""
    parser.add_argument("text", help="the function, e.g. \"(1-x)^2 + 100 (y-x^2)^2\"; '-' reads it from standard input")
    parser.add_argument("--declare", action="append", default=[], metavar="FACT", help='e.g. "A in R^(2,2) symmetric"')
    parser.add_argument("--wrt", action="append", default=[], metavar="NAME", help="a variable; may be repeated")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help='a number, a matrix such as "A=2 1; 1 3", or a CSV file: A=@data.csv; other symbols are drawn at random',
    )
    parser.add_argument("--seed", type=int, default=0, help="of the random values (default: 0)")


def function_text(options: argparse.Namespace) -> str:
    """The function, from the command line or from standard input."""
    if options.text != "-":
        return str(options.text).removeprefix(" ")
    try:
        return sys.stdin.read()
    except UnicodeDecodeError as error:
        raise WrongError("standard input is not UTF-8 text") from error


def named_symbols(problem: Problem, names: Sequence[str]) -> list[Symbol]:
    """The symbols that --wrt names; WrongError for a name that the function has not."""
    from gradviz.language.names import canonical_name

    found = []
    for name in names:
        symbol = problem.symbol(canonical_name(name.strip()))
        if symbol is None:
            known = ", ".join(s.name for s in problem.symbols)
            raise WrongError(f"--wrt {name}: the function has no such symbol; it has {known or 'none'}")
        found.append(symbol)
    return list(dict.fromkeys(found))


def _chosen_binding(
    symbols: Sequence[Symbol],
    variables: Sequence[Symbol],
    options: argparse.Namespace,
    least: Mapping[str, int],
    labels: Mapping[str, str],
) -> Binding:
    """Sizes and values: those that were given, and random ones."""
    from gradviz.export.plot_values import given_values
    from gradviz.numeric.binding import default_binding

    listed = list(symbols)
    try:
        dims, values = given_values(options.set, listed)
        binding = default_binding(listed, options.seed, dims, list(variables), least, labels)
        for name, value in values.items():
            binding = binding.with_value(name, value)
        for symbol in listed:
            binding.matrix(symbol)
    except ValueError as error:
        raise WrongError(str(error)) from error
    return binding


def bound(
    roots: Sequence[Expr], symbols: Sequence[Symbol], variables: Sequence[Symbol], options: argparse.Namespace
) -> tuple[Binding, list[Expr]]:
    """The binding of some expressions, and the expressions with the sums over families written as matrices."""
    from gradviz.algebra.walk import least_sizes
    from gradviz.numeric.families import FamilyError, stacked_symbols, without_sums
    from gradviz.numeric.labels import label_kinds

    try:
        stacks = stacked_symbols(*roots)
        listed = list(dict.fromkeys(stacks.get(symbol, symbol) for symbol in symbols))
        labels = {stacks.get(s, s).name: kind for s, kind in label_kinds(roots[0], variables).items()}
        binding = _chosen_binding(listed, variables, options, least_sizes(*roots), labels)
        return binding, without_sums(roots, binding, variables)
    except FamilyError as error:
        raise CannotError(str(error)) from error


def add_time_limit(parser: argparse.ArgumentParser) -> None:
    """The option ``--timeout``."""
    from gradviz.export.limited import seconds

    parser.add_argument(
        "--timeout", type=seconds, default=60.0, metavar="SECONDS", help="give up after this (default: 60)"
    )


def add_resolution(parser: argparse.ArgumentParser) -> None:
    """The option ``--ppi``."""
    parser.add_argument("--ppi", type=float, default=200.0, metavar="N", help="pixels per inch of a PNG (default: 200)")


def add_output(parser: argparse.ArgumentParser, suffixes: Sequence[str], *, default: str = "") -> None:
    """The option ``-o``; required unless it is said what there is without it."""
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=not default,
        metavar="FILE",
        help=f"what to write: {', '.join(suffixes)}" + (f" (default: {default})" if default else ""),
    )


def checked_output(options: argparse.Namespace, suffixes: Sequence[str]) -> str:
    """The suffix of the file to write, "" for none; WrongError for one that cannot be, before anything slow."""
    if not PPI[0] <= options.ppi <= PPI[1]:
        raise WrongError(f"--ppi is a number from {PPI[0]:g} to {PPI[1]:g}")
    path: Path | None = options.output
    if path is None:
        return ""
    if path.suffix.lower() not in suffixes:
        raise WrongError(f"no format is known for {path.name!r}; the suffix is one of {', '.join(suffixes)}")
    if path.is_dir():
        raise WrongError(f"{path} cannot be written: it is a folder")
    if not path.parent.is_dir():
        raise WrongError(f"{path} cannot be written: there is no folder {path.parent}")
    return path.suffix.lower()


def made(
    work: Callable[[argparse.Namespace], bytes], options: argparse.Namespace, cannot: str, *, no_result: str, hint: str
) -> int:
    """Make a file's bytes in a process that the time limit and Ctrl-C end, and write the file; see `within_limit`.

    Returns
    -------
    0 done; 2 the input is wrong; 3 it cannot be done; 4 it is too large, or takes too long. What went wrong is told on
    standard error.
    """
    status, content = within_limit(work, options, cannot, no_result=no_result, hint=hint)
    return status if content is None else write(options, content, cannot)


def write(options: argparse.Namespace, content: bytes, cannot: str) -> int:
    """Write the output; the status as of `made`."""
    from gradviz.export.files import write_atomically

    status, message, _ = _outcome(lambda _: write_atomically(options.output, content), options, cannot)
    return _told(status, message)


def within_limit(
    work: Callable[[argparse.Namespace], Result], options: argparse.Namespace, cannot: str, *, no_result: str, hint: str
) -> tuple[int, Result | None]:
    """Do some work in a process that the time limit and Ctrl-C end.

    Parameters
    ----------
    work : a function of a module, whose result is pickled.
    cannot : what is said before the reason of a `CannotError`.
    no_result, hint : what there is not when time is over ("no picture"), and what to do then.

    Returns
    -------
    The status as of `made`, and the result; None where there is none.
    """
    from gradviz.export.limited import EndedError, OutOfTimeError, within

    try:
        options.text = function_text(options)  # the process has no standard input
        status, message, found = within(options.timeout, _guarded, work, options, cannot)
    except WrongError as error:
        return _told(WRONG_INPUT, f"gradviz: {error}"), None
    except OutOfTimeError:
        return _told(LIMIT, f"gradviz: {no_result} within {options.timeout:g} seconds; {hint}"), None
    except EndedError as error:
        return _told(LIMIT, f"gradviz: {error}"), None
    return _told(status, message), found


def _guarded(
    work: Callable[[argparse.Namespace], Result], options: argparse.Namespace, cannot: str
) -> tuple[int, str, Result | None]:
    """The exit status of some work, what went wrong, and what it returned; a defect is told without a traceback.

    Parameters
    ----------
    cannot : what is said before the reason of a `CannotError`, and of a defect.
    """
    try:
        return _outcome(work, options, cannot)
    except Exception as error:
        return CANNOT, f"gradviz: {cannot}: a defect of gradviz stopped it ({type(error).__name__}: {error})", None


def _told(status: int, message: str) -> int:
    if message:
        print(message, file=sys.stderr)
    return status


def _outcome(
    work: Callable[[argparse.Namespace], Result], options: argparse.Namespace, cannot: str
) -> tuple[int, str, Result | None]:
    """The exit status of some work, what went wrong, and what it returned."""
    from gradviz.export.errors import ExportError
    from gradviz.language.diagnostics import LanguageError

    try:
        return DONE, "", work(options)
    except LanguageError as error:
        status, message = WRONG_INPUT, error.render()
    except (WrongError, ExportError) as error:
        status, message = WRONG_INPUT, f"gradviz: {error}"
    except OSError as error:
        status, message = WRONG_INPUT, f"gradviz: {options.output} cannot be written: {error.strerror or error}"
    except CannotError as error:
        status, message = CANNOT, f"gradviz: {cannot}: {error}"
    except LimitError as error:
        status, message = LIMIT, f"gradviz: {error}"
    except (MemoryError, RecursionError, OverflowError):
        status, message = LIMIT, "gradviz: the problem is too large"
    return status, message, None
