"""The command line: derive and check texts, open the app, run its demo.

Exit status: 0 done; 2 the input is wrong; 3 the derivative cannot be derived; 4 the time or size limit was reached;
130 it was stopped by Ctrl-C.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from gradviz.export.command_line import (
    CANNOT,
    DONE,
    LIMIT,
    WRONG_INPUT,
    WrongError,
    add_time_limit,
    function_text,
    within_limit,
)

if TYPE_CHECKING:
    from gradviz.api import Derivation
    from gradviz.language.problem import Problem

__all__ = ["main"]

INTERRUPTED = 130
"""By Ctrl-C, as shells say it."""
CODE = ("numpy", "torch", "jax")
FORMATS = ("text", "latex", "typst", "mathml", "json", *CODE)
SUFFIXES = {
    ".txt": "text", ".tex": "tex", ".typ": "typst", ".mml": "mathml", ".json": "json", ".py": "numpy", ".pdf": "pdf",
    ".svg": "svg", ".png": "png",
}  # fmt: skip
COMMANDS = ("derive", "check", "rules", "demo", "plot", "descend")
RULE_FORMATS = ("text", "markdown", "json")
LEVELS = ("lecturer", "every rule")


class _StopError(Exception):
    """End with a message and an exit status."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns
    -------
    The exit status; what went wrong is told on standard error, without a traceback.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        if arguments and arguments[0] not in COMMANDS and not arguments[0].startswith("-"):
            return _open(arguments)
        if not arguments or arguments[0] == "--worker":  # how a frozen app starts its worker
            return _open(arguments)
        options = _parser().parse_args(_guarded(arguments))
        return int(options.run(options))
    except _StopError as stop:
        print(f"gradviz: {stop}" if stop.status != WRONG_INPUT else str(stop), file=sys.stderr)
        return stop.status
    except KeyboardInterrupt:
        print("gradviz: stopped", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has seen enough
        sys.stderr.close()
        return DONE


def _speak_utf8() -> None:
    """Formulas hold signs that a terminal of another encoding may lack; such signs must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(WRONG_INPUT, f"gradviz: {message}\n")


def _parser() -> argparse.ArgumentParser:
    from gradviz import __version__
    from gradviz.export import descend_command, plot_command

    parser = _Parser(
        prog="gradviz",
        description="Matrix calculus, derived step by step. Without a command the app opens: gradviz [FILE.gradviz].",
    )
    parser.add_argument("--version", action="version", version=f"gradviz {__version__}")
    commands = parser.add_subparsers(required=True, parser_class=_Parser, metavar="COMMAND")

    derive = commands.add_parser("derive", help="derive a function and print the steps")
    _add_text(derive)
    derive.add_argument("--wrt", action="append", default=[], metavar="NAME", help="a variable; may be repeated")
    derive.add_argument("--order", type=int, choices=(1, 2), default=1, help="2 for the Hessian")
    derive.add_argument(
        "--method", choices=("differential", "components", "definition", "chain"), default="differential"
    )
    derive.add_argument("--layout", choices=("mixed", "numerator", "denominator"), default="mixed")
    derive.add_argument("--structure", choices=("projection", "free"), default="projection")
    derive.add_argument("--level", choices=LEVELS, default="lecturer", help="how much detail the steps show")
    derive.add_argument("--format", choices=FORMATS, help="what to print (default: text)")
    derive.add_argument("-o", "--output", type=Path, metavar="FILE", help=f"write a file: {', '.join(SUFFIXES)}")
    add_time_limit(derive)
    derive.set_defaults(run=_derive)

    check = commands.add_parser("check", help="print what the text means: kinds, shapes and assumptions")
    _add_text(check)
    check.add_argument("--format", choices=("text", "json"), default="text", help="json for tools (default: text)")
    check.set_defaults(run=_check)

    rules = commands.add_parser("rules", help="list every rule of the derivations, each with an example")
    rules.add_argument("--format", choices=RULE_FORMATS, default="text", help="how to write it (default: text)")
    rules.add_argument("-o", "--output", type=Path, metavar="FILE", help="write it to a file")
    rules.set_defaults(run=_rules)

    demo = commands.add_parser(
        "demo", help="walk the app through an example without a display; writes files to a folder"
    )
    demo.add_argument("folder", nargs="?", type=Path)
    demo.set_defaults(run=_demo)

    plot = commands.add_parser("plot", help="draw a function: PNG, SVG, PDF, or its numbers as CSV")
    plot_command.add_arguments(plot)
    plot.set_defaults(run=plot_command.run)

    descend = commands.add_parser("descend", help="run a descent: its steps as CSV, or an animation as GIF")
    descend_command.add_arguments(descend)
    descend.set_defaults(run=descend_command.run)
    return parser


def _guarded(arguments: list[str]) -> list[str]:
    """A function that begins with a minus is no option: a blank in front tells argparse so."""
    if arguments[0] not in ("derive", "check", "plot", "descend"):
        return arguments
    return [f" {a}" if _MINUS_TEXT.match(a) else a for a in arguments]


# Options are -h, -o and words after two dashes.
_MINUS_TEXT = re.compile(r"-(?!-|[ho]$|o\S*\.\w+$).")


def _add_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("text", help="the function, e.g. \"x' A x\"; '-' reads it from standard input")
    parser.add_argument(
        "--declare", action="append", default=[], metavar="FACT", help='e.g. "A in R^(n,n) symmetric"; may be repeated'
    )


# --- derive -----------------------------------------------------------------------------------------------------------


def _derive(options: argparse.Namespace) -> int:
    form = _form(options)
    status, found = within_limit(
        partial(_produce, form=form),
        options,
        "cannot be derived",
        no_result="no result",
        hint="ask for fewer variables or a smaller problem, or give it longer with --timeout",
    )
    if found is None:
        return status
    status, content, message = found
    if content:
        if options.output is not None:
            _write(options.output, content)
        else:
            sys.stdout.write(content.decode("utf-8"))
            sys.stdout.flush()
    if status:
        raise _StopError(status, message)
    return DONE


def _form(options: argparse.Namespace) -> str:
    """The form of the output; a file's suffix and ``--format`` must agree."""
    if options.output is None:
        return options.format or "text"
    form = SUFFIXES.get(options.output.suffix.lower())
    if form is None:
        known = ", ".join(SUFFIXES)
        raise _StopError(
            WRONG_INPUT, f"gradviz: no format is known for {options.output.name!r}; the suffix is one of {known}"
        )
    if form in CODE and options.format in CODE:  # .py is any of them
        return str(options.format)
    if options.format is not None and options.format != {"tex": "latex"}.get(form, form):
        raise _StopError(
            WRONG_INPUT, f"gradviz: --format {options.format} does not fit the file {options.output.name!r}"
        )
    return form


def _produce(options: argparse.Namespace, form: str) -> tuple[int, bytes, str]:
    """An exit status, the output, and what to say of it."""
    from gradviz.api import derive

    found = derive(
        options.text,
        wrt=options.wrt or None,
        declare=options.declare,
        order=options.order,
        method=options.method,
        layout=options.layout,
        structure=options.structure,
    )
    status = LIMIT if "limit" in found.core.notes else CANNOT
    if found.cannot is not None and form in CODE:
        return status, b"", f"cannot be derived: {found.cannot}"
    content = _written(found, form, options.level)
    return (DONE, content, "") if found.cannot is None else (status, content, f"cannot be derived: {found.cannot}")


def _written(found: Derivation, form: str, level: str) -> bytes:
    name = found.problem.name
    if form in ("pdf", "svg", "png"):
        from gradviz.export import typst_compile
        from gradviz.typeset.document_typst import derivation_document

        document = derivation_document(found.core, name, level, one_page=form != "pdf")
        if form == "pdf":
            return typst_compile.pdf(document)
        (picture,) = typst_compile.svg_pages(document) if form == "svg" else typst_compile.png_pages(document)
        return picture
    match form:
        case "text":
            written = found.to_text(level)
        case "tex" | "latex":
            from gradviz.typeset.document_latex import derivation_latex

            written = derivation_latex(found.core, name, level)
        case "typst":
            from gradviz.typeset.document_typst import derivation_document

            written = derivation_document(found.core, name, level)
        case "json":
            written = found.to_json() + "\n"
        case "mathml":
            written = found.to_mathml(level)
        case _:
            written = found.to_code(form)
    return written.encode("utf-8")


def _write(path: Path, content: bytes) -> None:
    from gradviz.export.errors import ExportError
    from gradviz.export.files import write_atomically

    try:
        write_atomically(path, content)
    except ExportError as error:
        raise _StopError(WRONG_INPUT, f"gradviz: {error}") from error


# --- check, demo, app -------------------------------------------------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    from gradviz.api import check
    from gradviz.language.diagnostics import LanguageError

    try:
        problem = check(function_text(options), options.declare)
    except WrongError as error:
        raise _StopError(WRONG_INPUT, f"gradviz: {error}") from error
    except LanguageError as error:
        if options.format == "json":
            from gradviz.typeset.problem_json import diagnostics_data

            print(json.dumps(diagnostics_data(error), indent=1, ensure_ascii=False))
            return WRONG_INPUT
        raise _StopError(WRONG_INPUT, error.render()) from error
    if options.format == "json":
        from gradviz.typeset.problem_json import problem_data

        print(json.dumps(problem_data(problem), indent=1, ensure_ascii=False))
    else:
        _print_problem(problem)
    return DONE


def _print_problem(problem: Problem) -> None:
    from gradviz.typeset.document_text import symbol_text
    from gradviz.typeset.text import text

    for name, expression in problem.definitions:
        print(f"{name} = {text(expression)}   ({_shape_words(expression.shape)})")
    print(f"{problem.name} = {text(problem.function)}   ({_shape_words(problem.function.shape)})")
    reasons = {a.subject: a.reason for a in problem.assumptions if not a.notation}
    for symbol in problem.symbols:
        said = f"   (inferred: {reasons[symbol.name]})" if symbol.name in reasons else ""
        print(f"  {symbol_text(symbol)}{said}")
    for assumption in problem.assumptions:
        if assumption.notation:
            print(f"  {assumption.subject}: {assumption.statement} ({assumption.reason})")
    if problem.variables:
        print("  to be differentiated by " + ", ".join(v.name for v in problem.variables))


def _shape_words(shape: object) -> str:
    return "scalar" if str(shape) == "1×1" else str(shape)


def _rules(options: argparse.Namespace) -> int:
    from gradviz.typeset.document_rules import FORMATS

    written = FORMATS[options.format]()
    if options.output is not None:
        _write(options.output, written.encode("utf-8"))
    else:
        print(written, end="")
    return DONE


def _demo(options: argparse.Namespace) -> int:
    from gradviz.gui.demo import main as demo

    return int(demo(options.folder))


def _open(arguments: list[str]) -> int:
    """Open the window, with the file that was named."""
    if len(arguments) > 1:
        raise _StopError(WRONG_INPUT, f"gradviz: one file at a time, please; unexpected {arguments[1]!r}")
    if arguments and not Path(arguments[0]).is_file():
        hint = "" if arguments[0].endswith(".gradviz") else f"; to derive it, use: gradviz derive {arguments[0]!r}"
        raise _StopError(WRONG_INPUT, f"gradviz: there is no file {arguments[0]!r}{hint}")
    from gradviz.gui.app import main as app

    return int(app(arguments))
