"""``gradviz descend``: a descent without a window, as a table or as an animation."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from gradviz.export.command_line import (
    add_function,
    add_output,
    add_resolution,
    add_time_limit,
    checked_output,
    within_limit,
    write,
)

if TYPE_CHECKING:
    from gradviz.export.descend_input import Asked

__all__ = ["add_arguments", "run"]

SUFFIXES = (".csv", ".gif", ".mp4", ".png", ".svg", ".pdf")
FIGURES = (".png", ".svg", ".pdf")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``gradviz descend``; TEXT and --declare are those of every command."""
    add_function(parser)
    parser.add_argument(
        "--method",
        default="gradient-descent",
        metavar="METHOD",
        help="such as adam, newton, bfgs (default: gradient-descent); another word lists them all. Several, as in "
        "adam,heavy-ball,bfgs, are compared",
    )
    parser.add_argument(
        "--parameter",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="of the method, by name or letter: gamma=0.1, momentum=0.9, schedule=cosine, schedule.period=500; may be "
        "repeated. Without gamma, gradient descent takes a step size that suits the start. Of several methods, "
        "gamma=0.1 is for all that have it, adam.gamma=0.1 for one, and a step size that is not given is searched for",
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
    from gradviz.export.descend_input import asked

    found = asked(options)
    if len(found.entries) > 1:
        from gradviz.export.descend_several import compared

        return compared(options, found, suffix)
    return _single(options, found, suffix)


def _single(options: argparse.Namespace, asked: Asked, suffix: str) -> tuple[str, bytes | None]:
    from gradviz.export.descend_input import SHOWN, descended, sized
    from gradviz.export.descend_pictures import animated, drawn, seen

    entry, landscape, coordinates, name = asked.entries[0], asked.landscape, asked.coordinates, asked.name
    found = descended(asked, sized(entry, asked.parameters[0], landscape, asked.start))
    content = None
    if suffix == ".csv":
        content = found.to_csv(coordinates).encode("utf-8")
    elif suffix:
        draw = drawn if suffix in FIGURES else animated
        content = draw(options, seen(landscape, [found]), found, entry.title, name)
    entries = [f"{name} = {value:.8g}" for name, value in zip(coordinates, found.states[-1], strict=True)]
    end = ", ".join(entries[:SHOWN]) + (", ..." if len(entries) > SHOWN else "") + f"; f = {found.values[-1]:.8g}"
    wrote = "" if content is None else f"\nwrote {options.output}"
    return f"{entry.title}: {found.sentence}\n{end}{wrote}", content
