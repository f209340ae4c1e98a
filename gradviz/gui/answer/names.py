"""The names and sizes of a problem, in which an answer is read. No Qt here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest

from gradviz import api
from gradviz.algebra.nodes import Expr, Symbol, Unspecified
from gradviz.algebra.shapes import Dim, DimProduct, Shape
from gradviz.algebra.walk import postorder, preorder, substitute, symbols
from gradviz.calculus.naming import Names
from gradviz.language.diagnostics import Diagnostic, LanguageError
from gradviz.language.names import Vocabulary, canonical_name
from gradviz.language.scanner import scan
from gradviz.sentences import say

__all__ = [
    "NAME",
    "declarations_of",
    "declared",
    "dims_of",
    "error_at",
    "in_names",
    "known_symbols",
    "settled",
    "strange_name",
    "unknown_name",
]

NAME = re.compile(r"[^\W\d_]\w*")
LONGEST_PRODUCT = 3
"""Letters of a word that is taken for a product of names; a longer one is rather a misspelt function."""


_LAMBDA = re.compile(r"(?<![\w\\])(?:lambd|lmbda|lam)(?![^\W_])")
"""How the name that Python keeps for itself is spelt."""
_ENTRY = re.compile(r"(?<![\w\\])(?P<letter>[a-z])(?=_(?:[i-n1-9]{2}(?!\w)|\{\s*[a-z1-9]\s*,?\s*[a-z1-9]\s*\}))")
"""The letter of ``a_ij``."""


def in_names(text: str, known: Mapping[str, Symbol]) -> str:
    """The text with names as the problem has them, no character longer: ``A_ij`` for ``a_ij``, λ for ``lam``."""

    def entry(match: re.Match[str]) -> str:
        letter, matrix = match["letter"], known.get(match["letter"].upper())
        return letter if letter in known or matrix is None or 1 in matrix.shape else letter.upper()

    if "lambda" in known and not {"l", "lam", "lambd", "lmbda"} & known.keys():
        text = _LAMBDA.sub(lambda match: "λ".ljust(len(match.group())), text)
    return _ENTRY.sub(entry, text)


def settled(derivation: api.Derivation, expression: Expr) -> tuple[Expr, Expr]:
    """What was read, in the problem's own symbols: with the names of its definitions, and without them."""
    known = known_symbols(derivation)
    names = {Symbol(name, expr.shape): expr for name, expr in derivation.problem.definitions}
    own = {s: known[s.name] for s in symbols(expression) if s.name in known and s != known[s.name]}
    named = plain = substitute(expression, own) if own else expression
    core = derivation.core
    if core.signals:
        meant = {Symbol(s.name, s.shape): s for s, _ in (*core.definitions, *core.signals)}
        plain = Names(dict(core.definitions), dict(core.signals)).written_out(substitute(plain, meant))
    for symbol, meaning in reversed(names.items()):
        plain = substitute(plain, {symbol: meaning})
    return named, plain


def known_symbols(derivation: api.Derivation) -> dict[str, Symbol]:
    """The names that an answer may hold."""
    problem = derivation.problem
    found = {s.name: s for s in (*derivation.core.variables, *problem.symbols, *problem.unused)}
    for name, expr in problem.definitions:
        found.setdefault(name, Symbol(name, expr.shape))
    for signal, _ in derivation.core.signals:
        found.setdefault(signal.name, Symbol(signal.name, signal.shape))
    return found


def declarations_of(derivation: api.Derivation) -> list[str]:
    """The problem's names as declarations, so that an answer is read in them."""
    shapes = {name: symbol.shape for name, symbol in known_symbols(derivation).items()}
    return [*declared(shapes), *_signatures(derivation)]


def declared(shapes: Mapping[str, Shape]) -> list[str]:
    """Names with their shapes as declarations; what is no name to the language is left out."""
    return [f"{name} in {shape.space}" for name, shape in shapes.items() if NAME.fullmatch(name)]


def _signatures(derivation: api.Derivation) -> list[str]:
    found = {}
    for node in preorder(derivation.problem.function):
        if isinstance(node, Unspecified) and NAME.fullmatch(node.name):
            found[node.name] = f"{node.children[0].shape.space} -> {Shape(node.data[1], 1).space}"
    return [f"{name}: {spaces}" for name, spaces in found.items()]


def dims_of(nodes: object) -> set[Dim]:
    """The names of the sizes."""
    found: set[Dim] = set()
    for node in nodes:  # type: ignore[attr-defined]
        for dim in node.shape:
            found.update(dim.names if isinstance(dim, DimProduct) else (dim,) if isinstance(dim, str) else ())
    return found


def strange_name(derivation: api.Derivation, text: str) -> LanguageError | None:
    """The error that says which name of the text the problem does not know: one in the other case, or the prime of a
    function; None if there is neither.

    Read with a stranger in it, a text may fail for a shape that nobody has thought of: ``2 x'(X w - y)``.
    """
    known = known_symbols(derivation)
    dims = set(map(str, dims_of([*postorder(derivation.problem.function), *derivation.core.variables])))
    tokens = scan(text)[0]
    own = dims | {"e", "I", "pi", "T"} | {t.text.split(" ")[0] for t in tokens if t.kind == "INDEXSUM"}
    vocabulary = Vocabulary(names=set(known))
    for token, after in zip_longest(tokens, tokens[1:]):
        called = after is not None and after.kind == "LPAR"
        if (
            after is not None
            and after.kind == "PRIME"
            and vocabulary.is_function(canonical_name(token.text), called=True)
        ):
            message = say("the derivative of {name} has no sign of its own", name=token.text)
            hint = say("write it out, for example sigma(t) (1 - sigma(t))")
            return error_at(text, token.start, after.end, message, hint)
        if token.kind != "WORD" or vocabulary.is_function(canonical_name(token.text), called=called):
            continue
        letters = re.match(r"[^\W\d_]*", token.text)
        if letters is None or len(letters.group()) > LONGEST_PRODUCT or (called and len(letters.group()) > 1):
            continue
        row = _row(canonical_name(token.text), known)
        if row is not None:
            message = say("{name} has one index, and {matrix} is a matrix", name=token.text, matrix=row)
            hint = say("write its entries {matrix}_ij, or the answer with the whole of {matrix}", matrix=row)
            return error_at(text, token.start, token.end, message, hint)
        for name in sorted(vocabulary.words([token])):
            if not ({name, name.split("_")[0]} & (known.keys() | own)) and (name.lower() in {k.lower() for k in known}):
                return unknown_name(text, name, known)
    return None


def _row(name: str, known: Mapping[str, Symbol]) -> str | None:
    """The matrix of which ``x_i`` or ``X_i`` is to be a row or a column; None for any other name."""
    base, _, index = name.rpartition("_")
    if name in known or len(index) != 1 or not index.islower() or (base.islower() and base in known):
        return None
    return next((other for other in (base, base.upper()) if other in known and 1 not in known[other].shape), None)


def unknown_name(text: str, name: str, known: Mapping[str, Symbol]) -> LanguageError:
    """The error for a name that the problem does not know."""
    places = [m for m in NAME.finditer(text) if canonical_name(m.group()) == name]
    places = places or list(re.finditer(re.escape(name[:1]), text))
    start, end = places[0].span() if places else (0, len(text))
    message = say("{name} does not occur in the problem", name=name)
    hint = say("use one of {names}", names=", ".join(sorted(known)))
    near = next((other for other in sorted(known) if other.lower() == name.lower()), None)
    if near is not None:
        hint = say("did you mean {near}?", near=near)
    return error_at(text, start, end, message, hint)


def error_at(text: str, start: int, end: int, message: str, suggestion: str) -> LanguageError:
    """One finding, and the place that it is about."""
    return LanguageError([Diagnostic.at(text, start, end, message, suggestion)], text)
