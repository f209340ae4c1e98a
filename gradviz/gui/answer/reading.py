"""An answer as the user types it: read in the names and shapes of the problem, and judged. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gradviz import api
from gradviz.algebra.nodes import Add, Expr, Identity, Symbol
from gradviz.algebra.shapes import Shape, ShapeError, dim_text
from gradviz.algebra.walk import postorder, preorder, substitute
from gradviz.calculus.answers import judge
from gradviz.calculus.judgement import Judgement, Verdict
from gradviz.gui.answer.arrays import from_arrays
from gradviz.gui.answer.entries import from_entry
from gradviz.gui.answer.names import (
    declarations_of,
    dims_of,
    error_at,
    in_names,
    known_symbols,
    settled,
    strange_name,
    unknown_name,
)
from gradviz.gui.answer.repair import repair
from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.parser import parse
from gradviz.sentences import say
from gradviz.typeset.text import text as written

__all__ = ["Judged", "check_answer", "right_side"]

_PROBE = "Qanswer"


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, and what it is about.

    Attributes
    ----------
    judgement : see `gradviz.calculus.answers`.
    corrected : the text put right, where the text as it stands is not understood; the judgement is on this one.
    error : why it is not understood.
    slip : what was put right in that text: a transpose, a factor, or the order of factors.
    offer : what the field can hold instead, where the judgement knows it.
    reads : what the answer is in vectors and matrices, where it was given by an entry.
    """

    judgement: Judgement
    corrected: str = ""
    error: Diagnostic | None = None
    slip: Verdict = Verdict.TRANSPOSE
    offer: str = ""
    reads: str = ""


def check_answer(derivation: api.Derivation, text: str, which: int = 0) -> Judged:
    """Judge an answer.

    Parameters
    ----------
    derivation : finished.
    text : the answer in the language of the problem; its names are the problem's. Lines above the last define names.
        A left side, ``∇f = ...``, is left out. An answer with free indices, ``sum_j A_ij x_j``, is an entry of what is
        meant.
    which : of several answers (one for each variable) the one that is meant.

    Raises
    ------
    LanguageError
        Where the answer is not understood or holds a name that the problem does not know.
    """
    if not text.strip():
        raise error_at(
            text, 0, 0, say("there is no answer yet"), say("type one, for example {example}", example="2 X'(X w - y)")
        )

    def judged(answer: str) -> Judgement:
        read = _read(derivation, answer, which)
        found = judge(derivation.core, read, which)
        fitting = _identities_fitted(read, derivation, which) if found.verdict is Verdict.SHAPE else None
        return found if fitting is None else judge(derivation.core, fitting, which)

    program = from_arrays(text, known_symbols(derivation))
    if program is not None:
        try:
            return _offered(judged(program), judged)
        except LanguageError:  # a product of matrices may be written with a star, too
            pass
    text = in_names(text, known_symbols(derivation))
    *above, last = text.split("\n")
    text = "\n".join([*above, _without_nought(last, judged) or right_side(last)])

    try:
        by_entry = from_entry(derivation, text, which)
        if by_entry is not None:
            found = judge(derivation.core, by_entry, which)
            return Judged(found, reads=written(by_entry))
        found = judged(text)
    except LanguageError as error:
        stranger = strange_name(derivation, text)
        if stranger is not None:
            raise stranger from error
        repaired = repair(text, judged, known_symbols(derivation), error.diagnostics[0])
        if repaired is None:
            raise
        return Judged(repaired.judgement, repaired.text, error.diagnostics[0], repaired.slip)
    return _offered(found, judged)


def _offered(found: Judgement, judged: Callable[[str], Judgement]) -> Judged:
    """The judgement, and what to put into the field instead."""
    offer = written(found.corrected) if found.corrected is not None else ""
    try:
        fits = bool(offer) and judged(offer).verdict.is_right
    except LanguageError:  # not everything that can be written can be typed
        fits = False
    return Judged(found, offer=offer if fits else "")


def _identities_fitted(read: Expr, derivation: api.Derivation, which: int) -> Expr | None:
    """The answer with each identity as large as the derivative: ``I`` alone was taken for one of another size."""
    rows, cols = derivation.core.results[which].expression.shape
    known: dict[Expr, Expr] = {part: Identity(rows) for part in preorder(read) if isinstance(part, Identity)}
    if rows != cols or not known:
        return None
    try:
        return substitute(read, known)
    except ShapeError:
        return None


def _without_nought(line: str, judged: Callable[[str], Judgement]) -> str:
    """The left side of ``2 X'(X w - y) = 0``, where the derivative itself stands there; otherwise ""."""
    right = right_side(line)
    if right == line or right.strip() != "0":
        return ""
    left = line[: line.rindex("=")]
    try:
        judged(left)
    except LanguageError:
        return ""
    return left


def right_side(text: str) -> str:
    """The text with blanks in the place of what stands left of its last equals sign, if one stands outside brackets."""
    depth, at = 0, -1
    for place, letter in enumerate(text):
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "=" and depth <= 0 and text[place - 1 : place] not in ("<", ">", ":", "!", "="):
            at = place
    return " " * (at + 1) + text[at + 1 :] if text[at + 1 :].strip() else text


def _read(derivation: api.Derivation, text: str, which: int) -> Expr:
    """The answer as an expression in the problem's symbols."""
    known = known_symbols(derivation)
    declarations = declarations_of(derivation)
    found = parse(text, declarations)
    expression = found.function
    for symbol in found.symbols:
        if symbol.name not in known:
            raise unknown_name(text, symbol.name, known)
    results = derivation.core.results
    if results and _foreign_sizes(expression, derivation):
        expression = _in_shape(text, declarations, results[which].expression.shape) or expression
    return settled(derivation, expression)[1]


def _foreign_sizes(expression: Expr, derivation: api.Derivation) -> bool:
    """Whether the answer has a size of its own: ``I`` alone may be of any."""
    function = derivation.problem.function
    own = dims_of([*postorder(function), *derivation.core.variables])
    return not dims_of(postorder(expression)) <= own


def _in_shape(text: str, declarations: list[str], shape: Shape) -> Expr | None:
    """The answer read as something of this shape; None if it cannot be."""
    rows, cols = map(dim_text, shape)
    *above, last = text.rstrip().split("\n")
    probe = "\n".join([*above, f"({last}) + {_PROBE}"])
    try:
        function = parse(probe, [*declarations, f"{_PROBE} in R^({rows},{cols})"]).function
    except LanguageError:
        return None
    if not isinstance(function, Add) or len(function.children) < 2:
        return None
    others = [c for c in function.children if not (isinstance(c, Symbol) and c.name == _PROBE)]
    return Add(*others) if len(others) > 1 else others[0]
