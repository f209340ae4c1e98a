"""Words and numbers that nobody can have meant as they would be read: reported, and left out as holes.

A hole fits everywhere, so that the rest of the line is still looked at and several mistakes are told at once.
"""

from __future__ import annotations

from gradviz.algebra.functions import FUNCTIONS
from gradviz.language.diagnostics import Diagnostic
from gradviz.language.names import FUNCTION_NAMES, GREEK, Vocabulary, canonical_name, is_primed
from gradviz.language.reading import Reading
from gradviz.language.suggest import MISSING, joined_function, nearest_function
from gradviz.language.tokens import Token
from gradviz.sentences import say

__all__ = ["without_suspects"]


def without_suspects(tokens: list[Token], vocabulary: Vocabulary, reading: Reading) -> list[Token]:
    """The tokens of a line with what was reported replaced by holes."""
    found: list[Token] = []
    single = {t.text for t in tokens if t.kind == "WORD" and len(t.text) == 1}
    i = 0
    while i < len(tokens):
        token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
        end = i + 1
        if token.kind == "WORD":
            problem = _unknown_word(token, after, vocabulary, single) or _primed(tokens, i, vocabulary)
            if problem is not None:
                reading.wrong(token, *problem)
                end = _behind_call(tokens, i)
        elif after is not None and _is_grouped(token, after):
            hint = say(
                "write {number}, or {first} * {second}",
                number=token.text + after.text,
                first=token.text,
                second=int(after.text),
            )
            message = say("two numbers stand side by side")
            reading.errors.append(Diagnostic.at(reading.text, token.start, after.end, message, hint))
            problem, end = (message, hint), i + 2
        else:
            problem = None
        found.append(token if problem is None else Token("HOLE", "", token.start, tokens[end - 1].end))
        i = end
    return found


def _unknown_word(
    token: Token, after: Token | None, vocabulary: Vocabulary, single: set[str]
) -> tuple[str, str] | None:
    """The message and the suggestion for a word that looks like a function: misspelt, unknown, or with its argument
    typed against it.
    """
    name = canonical_name(token.text)
    letters = name.split("_")[0].rstrip("0123456789")
    called = after is not None and after.kind == "LPAR"
    known = name in vocabulary.names or name in vocabulary.dims or letters in GREEK
    if len(letters) < 3 or known or vocabulary.is_function(name, called=True) or set(letters) <= single:
        return None
    message = say("{word!r} is not a known function", word=token.text)
    if letters in ("min", "max", "argmin", "argmax") and "_" in name:
        said = say("{word!r} says what to do with a function", word=token.text)
        return said, say("type the function itself, without it")
    apart = joined_function(name)
    near = nearest_function(name) if called else None
    if name in MISSING:
        return message, MISSING[name]
    if near is not None:
        return message, say("did you mean {near}?", near=near)
    if apart is not None and not called:
        return say("{word!r} is not known", word=token.text), say("did you mean {apart}?", apart=apart)
    if called and after is not None and letters.islower() and token.end == after.start:
        return message, say("if it is a product, write the letters apart: {letters} (...)", letters=" ".join(letters))
    return None


def _primed(tokens: list[Token], i: int, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The message and the suggestion for ``sigma'(x)``, which nobody means as a transpose."""
    name = canonical_name(tokens[i].text)
    function = FUNCTION_NAMES.get(name, "") if vocabulary.is_function(name, called=True) else ""
    if function not in FUNCTIONS or not is_primed(tokens, i):
        return None
    message = say("the derivative of {word} is not written with a prime here", word=tokens[i].text)
    return message, say("write it out, for example sigma(x) .* (1 - sigma(x)) or 1 - tanh(x).^2")


def _behind_call(tokens: list[Token], i: int) -> int:
    """The position behind a word and, where a bracket follows, behind that."""
    i += is_primed(tokens, i)
    if i + 1 >= len(tokens) or tokens[i + 1].kind != "LPAR":
        return i + 1
    depth = 0
    for k in range(i + 1, len(tokens)):
        depth += (tokens[k].kind == "LPAR") - (tokens[k].kind == "RPAR")
        if depth == 0:
            return k + 1
    return len(tokens)


def _is_grouped(token: Token, after: Token) -> bool:
    """Whether two numbers are one with its thousands apart, ``10 000``."""
    numbers = token.kind == after.kind == "NUMBER" and token.text.isdigit() and after.text.isdigit()
    return numbers and len(after.text) == 3 and token.end < after.start
