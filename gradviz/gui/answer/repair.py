"""Answers that are not understood, put right where one slip is all that is wrong. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import Dim, Shape
from gradviz.algebra.walk import node_count
from gradviz.calculus.answers import MAX_NODES
from gradviz.calculus.judgement import Judgement, Verdict
from gradviz.calculus.slips import order_changed, transposes_toggled
from gradviz.gui.answer.names import NAME, declared
from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.names import canonical_name
from gradviz.language.parser import parse
from gradviz.typeset.text import text as written

__all__ = ["Repaired", "repair"]

NEARLY = (Verdict.SIGN, Verdict.FACTOR, Verdict.TERM, Verdict.MISSING_TERM, Verdict.EXTRA_TERM)
"""What may be wrong with a text beside the slip that keeps it from being understood."""
MAX_FACTORS = 8
MAX_EDITS = 40
"""How many places of a text that is not understood are tried with a transpose."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text that is right but for a slip, put right."""

    text: str
    slip: Verdict
    judgement: Judgement


def repair(
    text: str, judged: Callable[[str], Judgement], known: Mapping[str, Symbol], error: Diagnostic
) -> Repaired | None:
    """A text that is not understood, put right: with a transpose more or less, with a factor more where it does not
    fit, or with its factors in another order. What is then right but for a sign, a number or a term comes last.

    Parameters
    ----------
    judged : reads and judges a text.
    known : the names behind which a transpose may stand.
    error : why the text is not understood.
    """
    found: dict[Verdict, Repaired] = {}
    edits = chain(_places_to_transpose(text, known), _before_an_increment(text, known))
    attempts = chain(
        ((edited, Verdict.TRANSPOSE) for edited in edits),
        ((edited, Verdict.MISSING_FACTOR) for edited in _with_a_factor(text, known, error)),
        _in_square_sizes(text, known),
    )
    for edited, slip in attempts:
        try:
            judgement = judged(edited)
        except LanguageError:
            continue
        if judgement.verdict is Verdict.EQUAL:
            return Repaired(edited, slip, judgement)
        found.setdefault(judgement.verdict, Repaired(edited, slip, judgement))
    return next((found[verdict] for verdict in (Verdict.LAYOUT, *NEARLY) if verdict in found), None)


def _with_a_factor(text: str, known: Mapping[str, Symbol], error: Diagnostic) -> Iterator[str]:
    """The text with one factor more at what the message points at: ``lambda w`` for ``lambda``, ``X' y`` for ``y``."""
    start, end = error.start, error.end
    arrays = [name for name, symbol in known.items() if not symbol.is_scalar and NAME.fullmatch(name)]
    for factor in ("I", *arrays[:MAX_FACTORS]):
        yield f"{text[:end]} {factor}{text[end:]}"
        yield f"{text[:start]}{factor} {text[start:]}"
        yield f"{text[:start]}{factor}' {text[start:]}"


def _in_square_sizes(text: str, known: Mapping[str, Symbol]) -> Iterator[tuple[str, Verdict]]:
    """What the text may have been meant to say. Where all sizes are one, its factors fit in any order: read so, it is
    written again with two transposes more or less, or in another order. A vector that stands left of a matrix fits only
    where it is taken for a matrix, too.
    """
    seen: set[Expr] = set()
    for with_vectors in (False, True):
        read = _read_in_squares(text, known, with_vectors=with_vectors)
        if read is None or node_count(read) > MAX_NODES:
            continue
        seen.add(read)
        for change, slip in ((_two_transposes, Verdict.TRANSPOSE), (order_changed, Verdict.ORDER)):
            for attempt in islice(change(read), MAX_EDITS * 4):
                if attempt not in seen:
                    seen.add(attempt)
                    yield written(attempt), slip


def _read_in_squares(text: str, known: Mapping[str, Symbol], *, with_vectors: bool) -> Expr | None:
    def size(dim: Dim, symbol: Symbol) -> Dim:
        return 1 if symbol.is_scalar or (dim == 1 and not with_vectors) else "n"

    shapes = {name: Shape(*(size(dim, symbol) for dim in symbol.shape)) for name, symbol in known.items()}
    try:
        return parse(text, declared(shapes)).function
    except LanguageError:
        return None


def _two_transposes(read: Expr) -> Iterator[Expr]:
    for attempt in transposes_toggled(read):
        yield from transposes_toggled(attempt)


def _before_an_increment(text: str, known: Mapping[str, Symbol]) -> Iterator[str]:
    """``(2 A x)' dx`` for ``2 A x dx``."""
    for found in NAME.finditer(text):
        name = found.group()
        if name[:1] == "d" and name in known and text[: found.start()].strip() and not text[found.end() :].strip():
            yield f"({text[: found.start()].strip()})' {name}"


def _places_to_transpose(text: str, known: Mapping[str, Symbol]) -> Iterator[str]:
    """The text with one transpose more, or one less, behind each name of an array and each bracket."""
    places = [m.end() for m in NAME.finditer(text) if (s := known.get(canonical_name(m.group()))) and not s.is_scalar]
    places += [m.end() for m in re.finditer(r"[)\]]", text)]
    for place in sorted(places)[:MAX_EDITS]:
        has_one = text[place : place + 1] == "'"
        yield text[:place] + (text[place + 1 :] if has_one else "'" + text[place:])
