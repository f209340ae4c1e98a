"""A line of a derivation as the user types it: with differentials, read in the names of the problem. No Qt here.

``dx`` is the increment of x, ``d(A x)`` a differential yet to be taken, and ``du`` that of a definition. The language
itself knows no differentials: here each is read as a symbol of its own, whose name takes as many characters as what
was typed, so that messages point at the right columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from gradviz import api
from gradviz.algebra.build import minus
from gradviz.algebra.nodes import Differential, Expr, Symbol
from gradviz.algebra.shapes import Shape, ShapeError
from gradviz.algebra.walk import substitute, symbols
from gradviz.calculus.judgement import Judgement
from gradviz.calculus.naming import Names
from gradviz.calculus.next_lines import LineJudgement, judge_equation, judge_line, judge_point
from gradviz.gui.answer.names import declarations_of, error_at, in_names, known_symbols, settled, strange_name
from gradviz.gui.answer.reading import Judged, right_side
from gradviz.gui.answer.repair import repair
from gradviz.language.diagnostics import LanguageError
from gradviz.language.names import FUNCTION_NAMES, canonical_name
from gradviz.language.parser import parse
from gradviz.sentences import say

__all__ = ["JudgedLine", "check_line"]

_D = r"(?<![^\W\d_])(?<!\\)(?:\\(?:mathrm|operatorname|text|rm)\s*\{\s*d\s*\}|\\d\b|d)(?:\\[,;:!]|\s)*"
_OPEN = re.compile(_D + r"(?P<word>\\?[^\W\d_]*)\s*(?P<bracket>\\left\s*\(|\()")
_NAME = re.compile(_D + r"\\?(?P<name>[^\W\d_]\w*|[^\W\d_])")
_ATTACHED = re.compile(r"(?<![\w\\])(?P<factors>[^\W\d_]+)d(?P<name>[^\W\d_])(?!\w)")
_LEFT = re.compile(r"^\s*(?P<left>[^=]*?)\s*(?<![=:<>])=(?!=)")
_FUNCTIONS = ("det", "diag", "dot")
"""Functions whose names begin with a d."""
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A verdict on a line.

    Attributes
    ----------
    judged : as for an answer.
    line : which rule leads to it; None where only the corrected text was understood.
    """

    judged: Judged
    line: LineJudgement


def check_line(derivation: api.Derivation, text: str, above: int = -1) -> JudgedLine:
    """Judge a line below that of the step `above` (-1: below the function).

    Raises
    ------
    LanguageError
        Where the line is not understood or holds a name that the problem does not know.
    """
    if not text.strip():
        raise error_at(
            text, 0, 0, say("there is no line yet"), say("type one, for example {example}", example="dx' A x + x' A dx")
        )
    text = in_names(text, known_symbols(derivation))
    try:
        line = _judge(derivation, text, above)
    except LanguageError as error:
        stranger = strange_name(derivation, text)
        if stranger is not None:
            raise stranger from error
        lines: dict[str, LineJudgement] = {}

        def judged(edited: str) -> Judgement:
            lines[edited] = _judge(derivation, edited, above)
            return lines[edited].judgement

        known = known_symbols(derivation)
        repaired = repair(text, judged, {**known, **{f"d{name}": s for name, s in known.items()}}, error.diagnostics[0])
        if repaired is None:
            raise
        return JudgedLine(
            Judged(repaired.judgement, repaired.text, error.diagnostics[0], repaired.slip), lines[repaired.text]
        )
    return JudgedLine(Judged(line.judgement), line)


def _judge(derivation: api.Derivation, text: str, above: int) -> LineJudgement:
    equation = _equation(derivation, text)
    if equation is not None:
        return equation
    sides = right_side(text)  # of a chain a = b = c the last part counts
    left = text[: len(sides) - len(sides.lstrip())].partition("=")[0].strip()
    text = sides
    named = settled(derivation, _read(derivation, text))[0]
    core = derivation.core
    own = {Symbol(s.name, s.shape): s for s, _ in (*core.definitions, *core.signals)}
    named = substitute(named, own) if own else named
    plain = Names(dict(core.definitions), dict(core.signals)).written_out(named)
    plain = settled(derivation, plain)[1]
    part = next((s for s, _ in core.definitions if re.fullmatch(rf"d\s*{re.escape(s.name)}", left)), None)
    return judge_line(core, plain, above, named=named, part=part)


def _equation(derivation: api.Derivation, text: str) -> LineJudgement | None:
    """The verdict on normal equations, ``2 X' X w = 2 X' y``, or on the point where they hold, ``w = ...``.

    None where the line is none of these: its left side is no expression, or nothing is known of a stationary point.
    """
    core, found = derivation.core, _LEFT.match(text)
    if core.stationary is None or found is None or _LEFT.match(text[found.end() :]):
        return None
    left, gap = found["left"], " " * found.end()
    right = gap + text[found.end() :]
    if canonical_name(left.rstrip("*").rstrip("^").strip()) == core.stationary.variable.name:
        return judge_point(core, settled(derivation, _read(derivation, right))[1])
    sides = [side for side in (left, right) if side.strip() != "0" and not side.strip().startswith("zeros(")]
    try:
        read = [settled(derivation, _read(derivation, side))[1] for side in sides]
        difference = minus(*read) if len(read) == 2 else read[0] if read else None
    except (LanguageError, ShapeError):
        return None
    if difference is None or difference.has_differential or difference.shape != core.stationary.variable.shape:
        return None
    return judge_equation(core, difference)


def _read(derivation: api.Derivation, text: str, depth: int = 0) -> Expr:
    """The line as an expression in which differentials are nodes."""
    known = _known(derivation)
    if depth > _MAX_DEPTH:
        raise error_at(
            text, 0, len(text), say("too many differentials inside each other"), say("write the inner ones out")
        )
    stands_for: dict[str, Expr] = {}
    if "d" not in known:
        text = _brackets_taken(derivation, text, stands_for, depth)
    text = _increments_taken(_attached_taken(text, known, stands_for), known, stands_for)
    further = {name: s.shape for name, s in known.items() if name not in known_symbols(derivation)}
    declarations = [*declarations_of(derivation), *(_declared(*row) for row in further.items())]
    declarations += [_declared(name, e.shape) for name, e in stands_for.items()]
    expression = parse(text, declarations).function
    found = symbols(expression)
    for symbol in found:
        if symbol.name not in known and symbol.name not in stands_for:
            raise _unknown(text, symbol.name, sorted(known))
    meant = {symbol: stands_for[symbol.name] for symbol in found if symbol.name in stands_for}
    return substitute(expression, meant) if meant else expression


def _known(derivation: api.Derivation) -> dict[str, Symbol]:
    """The names that a line may hold: those of the problem, and the increment ``u`` of a derivation by definition."""
    found = known_symbols(derivation)
    for symbol in symbols(*(step.after for step in derivation.core.steps)):
        if symbol.name not in found and re.fullmatch(r"[^\W\d_]\w*", symbol.name):
            found[symbol.name] = symbol
    return found


def _brackets_taken(derivation: api.Derivation, text: str, stands_for: dict[str, Expr], depth: int) -> str:
    """The text with a name for each ``d(...)`` and ``d tr(...)``."""
    at = 0
    while found := _OPEN.search(text, at):
        at = found.start() + 1
        if found.group().startswith(_FUNCTIONS) or canonical_name(found["word"].lstrip("\\")) in known_symbols(
            derivation
        ):
            continue  # det(...), or dx (...), a product
        end = _closing(text, found.end())
        if end < 0:
            continue
        inner = found.start("word")
        argument = _read(derivation, " " * inner + text[inner:end], depth + 1)
        name = _fresh(stands_for, text, end - found.start())
        stands_for[name] = Differential(settled(derivation, argument)[0])
        text = text[: found.start()] + name.ljust(end - found.start()) + text[end:]
        at = end
    return text


def _increments_taken(text: str, known: dict[str, Symbol], stands_for: dict[str, Expr]) -> str:
    """The text with a name for each ``dx``."""
    at = 0
    while found := _NAME.search(text, at):
        at = found.start() + 1
        symbol = known.get(canonical_name(found["name"]))
        spaced = text[found.start() + 1 : found.start("name")].strip(" ") == "" and found.group()[1:2] == " "
        whole = found.group()
        if symbol is None or canonical_name(whole) in known or (spaced and "d" in known):
            continue
        name = whole if len(whole) == 2 else _fresh(stands_for, text, len(whole))
        stands_for[name] = Differential(symbol)
        text = text[: found.start()] + name.ljust(len(whole)) + text[found.end() :]
        at = found.start() + len(whole)
    return text


def _attached_taken(text: str, known: dict[str, Symbol], stands_for: dict[str, Expr]) -> str:
    """The text with a letter for each ``dx`` that follows a factor without a space: ``A dx`` for ``Adx``."""

    def apart(found: re.Match[str]) -> str:
        word, factors, symbol = found.group(), found["factors"], known.get(found["name"])
        free = next((c for c in "qzvkjhgpo" if c not in known and c not in stands_for and c not in text), None)
        whole = word in known or word in FUNCTION_NAMES or symbol is None or "d" in known
        if whole or free is None or any(letter not in known for letter in factors):
            return word
        stands_for[free] = Differential(symbol)
        return f"{factors} {free}".ljust(len(word))

    return _ATTACHED.sub(apart, text)


def _fresh(taken: dict[str, Expr], text: str, room: int) -> str:
    """A name of at most `room` characters, at least three, that nothing has."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = (f"Q{first}{second}" for first in "qzvkj" for second in letters)
    return next(name for name in names if name not in taken and name not in text and len(name) <= room)


def _closing(text: str, start: int) -> int:
    """The place behind the bracket that closes the one before `start`; -1 if none does."""
    depth = 1
    for at in range(start, len(text)):
        depth += (text[at] in "([{") - (text[at] in ")]}")
        if not depth:
            return at + 1
    return -1


def _declared(name: str, shape: Shape) -> str:
    return f"{name} in {shape.space}"


def _unknown(text: str, name: str, known: list[str]) -> LanguageError:
    names = say(
        "use {names}; dx is the differential of x, d(...) that of what is in the brackets",
        names=", ".join(known),
    )
    strangers = (m for m in _NAME.finditer(text) if canonical_name(m["name"]) not in known)
    if name == "d" and (found := next(strangers, None)):
        stranger = canonical_name(found["name"])
        return error_at(
            text, found.start(), found.end(), say("{name} does not occur in the problem", name=stranger), names
        )
    place = next((m for m in re.finditer(r"[^\W\d_]\w*", text) if canonical_name(m.group()) == name), None)
    start = place.start() if place else max(0, text.find(name[:1]))
    end = place.end() if place else start + 1
    return error_at(text, start, end, say("{name} does not occur in the problem", name=name), names)
