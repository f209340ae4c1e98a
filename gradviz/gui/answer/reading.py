"""An answer as the user types it: read in the names and shapes of the problem, and judged. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gradviz import api
from gradviz.algebra.nodes import Add, Expr, Symbol, Unspecified
from gradviz.algebra.shapes import Dim, DimProduct, Shape, dim_text
from gradviz.algebra.walk import postorder, preorder, substitute, symbols
from gradviz.calculus.answers import Judgement, Verdict, judge
from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.names import canonical_name
from gradviz.language.parser import parse
from gradviz.sentences import say

__all__ = ["Judged", "check_answer", "declarations_of", "known_symbols", "places_to_transpose", "settled"]

MAX_EDITS = 40
"""How many places of a text that is not understood are tried with a transpose."""
_PROBE = "Qanswer"
_NAME = re.compile(r"[^\W\d_]\w*")


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement, and what it is about.

    Attributes
    ----------
    judgement : see `gradviz.calculus.answers`.
    corrected : the text with the transpose put right, where that is all that is wrong.
    error : why the text as it stands is not understood, where only the corrected one is.
    """

    judgement: Judgement
    corrected: str = ""
    error: Diagnostic | None = None


def check_answer(derivation: api.Derivation, text: str, which: int = 0) -> Judged:
    """Judge an answer.

    Parameters
    ----------
    derivation : finished.
    text : the answer in the language of the problem; its names are the problem's. Lines above the last define names.
    which : of several answers (one for each variable) the one that is meant.

    Raises
    ------
    LanguageError
        Where the answer is not understood or holds a name that the problem does not know.
    """
    if not text.strip():
        raise _error(
            text, 0, 0, say("there is no answer yet"), say("type one, for example {example}", example="2 X'(X w - y)")
        )
    try:
        expression = _read(derivation, text, which)
    except LanguageError as error:
        repaired = _repaired(derivation, text, which)
        if repaired is None:
            raise
        corrected, judgement = repaired
        return Judged(judgement, corrected, error.diagnostics[0])
    return Judged(judge(derivation.core, expression, which))


def _read(derivation: api.Derivation, text: str, which: int) -> Expr:
    """The answer as an expression in the problem's symbols."""
    known = known_symbols(derivation)
    declarations = declarations_of(derivation)
    found = parse(text, declarations)
    expression = found.function
    for symbol in found.symbols:
        if symbol.name not in known:
            raise _unknown(text, symbol.name, known)
    results = derivation.core.results
    if results and _foreign_sizes(expression, derivation):
        expression = _in_shape(text, declarations, results[which].expression.shape) or expression
    return settled(derivation, expression)[1]


def settled(derivation: api.Derivation, expression: Expr) -> tuple[Expr, Expr]:
    """What was read, in the problem's own symbols: with the names of its definitions, and without them."""
    known = known_symbols(derivation)
    names = {Symbol(name, expr.shape): expr for name, expr in derivation.problem.definitions}
    own = {s: known[s.name] for s in symbols(expression) if s.name in known and s != known[s.name]}
    named = plain = substitute(expression, own) if own else expression
    for symbol, meaning in reversed(names.items()):
        plain = substitute(plain, {symbol: meaning})
    return named, plain


def known_symbols(derivation: api.Derivation) -> dict[str, Symbol]:
    """The names that an answer may hold."""
    problem = derivation.problem
    found = {s.name: s for s in (*derivation.core.variables, *problem.symbols, *problem.unused)}
    for name, expr in problem.definitions:
        found.setdefault(name, Symbol(name, expr.shape))
    return found


def declarations_of(derivation: api.Derivation) -> list[str]:
    """The problem's names as declarations, so that an answer is read in them."""
    return [*_declarations(known_symbols(derivation)), *_signatures(derivation)]


def _declarations(known: dict[str, Symbol]) -> Iterator[str]:
    for name, symbol in known.items():
        rows, cols = map(dim_text, symbol.shape)
        space = "R" if symbol.is_scalar else f"R^{rows}" if cols == "1" else f"R^({rows},{cols})"
        if re.fullmatch(r"[^\W\d_]\w*", name):
            yield f"{name} in {space}"


def _signatures(derivation: api.Derivation) -> list[str]:
    found = {}
    for node in preorder(derivation.problem.function):
        if isinstance(node, Unspecified) and _NAME.fullmatch(node.name):
            rows, cols = node.children[0].shape
            sizes = [(rows,) if cols == 1 else (rows, cols), (node.data[1],)]
            found[node.name] = " -> ".join(_space(*size) for size in sizes)
    return [f"{name}: {spaces}" for name, spaces in found.items()]


def _space(*dims: Dim) -> str:
    """``R``, ``R^n`` or ``R^(n,m)``."""
    if len(dims) > 1:
        return f"R^({','.join(map(dim_text, dims))})"
    return "R" if dims[0] == 1 else f"R^{dim_text(dims[0])}"


def _foreign_sizes(expression: Expr, derivation: api.Derivation) -> bool:
    """Whether the answer has a size of its own: ``I`` alone may be of any."""
    function = derivation.problem.function
    own = _dims([*postorder(function), *derivation.core.variables])
    return not _dims(postorder(expression)) <= own


def _dims(nodes: object) -> set[Dim]:
    found: set[Dim] = set()
    for node in nodes:  # type: ignore[attr-defined]
        for dim in node.shape:
            found.update(dim.names if isinstance(dim, DimProduct) else (dim,) if isinstance(dim, str) else ())
    return found


def _in_shape(text: str, declarations: list[str], shape: Shape) -> Expr | None:
    """The answer read as something of this shape; None if it cannot be."""
    rows, cols = map(dim_text, shape)
    *above, last = text.rstrip().split("\n")
    last = last.partition("=")[2] or last
    probe = "\n".join([*above, f"({last}) + {_PROBE}"])
    try:
        function = parse(probe, [*declarations, f"{_PROBE} in R^({rows},{cols})"]).function
    except LanguageError:
        return None
    if not isinstance(function, Add) or len(function.children) < 2:
        return None
    others = [c for c in function.children if not (isinstance(c, Symbol) and c.name == _PROBE)]
    return Add(*others) if len(others) > 1 else others[0]


def _repaired(derivation: api.Derivation, text: str, which: int) -> tuple[str, Judgement] | None:
    """A text that is right but for one transpose, and is not understood without it."""
    for edited in places_to_transpose(text, known_symbols(derivation)):
        try:
            judgement = judge(derivation.core, _read(derivation, edited, which), which)
        except LanguageError:
            continue
        if judgement.verdict is Verdict.EQUAL:
            return edited, judgement
    return None


def places_to_transpose(text: str, known: Mapping[str, Symbol]) -> Iterator[str]:
    """The text with one transpose more, or one less, behind each name of an array and each bracket."""
    places = [m.end() for m in _NAME.finditer(text) if (s := known.get(canonical_name(m.group()))) and not s.is_scalar]
    places += [m.end() for m in re.finditer(r"[)\]]", text)]
    for place in sorted(places)[:MAX_EDITS]:
        has_one = text[place : place + 1] == "'"
        yield text[:place] + (text[place + 1 :] if has_one else "'" + text[place:])


def _unknown(text: str, name: str, known: dict[str, Symbol]) -> LanguageError:
    places = [m for m in _NAME.finditer(text) if canonical_name(m.group()) == name]
    places = places or list(re.finditer(re.escape(name[:1]), text))
    start, end = places[0].span() if places else (0, len(text))
    message = say("{name} does not occur in the problem", name=name)
    return _error(text, start, end, message, say("its names are {names}", names=", ".join(sorted(known))))


def _error(text: str, start: int, end: int, message: str, suggestion: str) -> LanguageError:
    return LanguageError([Diagnostic.at(text, start, end, message, suggestion)], text)
