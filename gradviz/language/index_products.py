"""Products over an index: ``log prod_i p_i^(y_i)`` is read as the sum of the logarithms, and elsewhere a product is the
exponential of it.
"""

from __future__ import annotations

from gradviz.language.reading import Reading
from gradviz.language.syntax import PRODUCT
from gradviz.language.tokens import CLOSING, OPENING, Token
from gradviz.sentences import say

__all__ = ["with_sums_of_logarithms"]

_ENDS = frozenset({"PLUS", "MINUS", "COMMA", "SEMICOLON", "EQUAL"})
_WAITING = frozenset({"CARET", "STAR", "SLASH", "DOTSTAR", "DOTSLASH", "DOTCARET"})


def with_sums_of_logarithms(tokens: list[Token], reading: Reading) -> list[Token]:
    """The tokens with ``log prod_i U`` as ``sum_i log(U)``, and any other product over an index as its
    exponential.
    """
    while True:
        at = next((i for i, t in enumerate(tokens) if t.kind == "INDEXPROD"), None)
        if at is None:
            return tokens
        changed = _changed(tokens, at) or _exponential(tokens, at)
        if changed is None:
            reading.wrong(tokens[at], say("there is nothing behind this product"), say("write \\prod_i x_i"))
            return [t.told("HOLE") if t.kind == "INDEXPROD" else t for t in tokens]
        tokens = changed


def _exponential(tokens: list[Token], at: int) -> list[Token] | None:
    """The tokens with ``prod_i U`` as ``PRODUCT(sum_i log(U))``; None where nothing is multiplied."""
    end = _end(tokens, at + 1)
    sign, body = tokens[at], tokens[at + 1 : end]
    if not body:
        return None
    last = body[-1].end
    opening, closing = Token("LPAR", "(", sign.start, sign.end), Token("RPAR", ")", last, last)
    whole = [sign.told("FUNCCALL", PRODUCT), opening, sign.told("INDEXSUM")]
    whole += [sign.told("WORD", "log"), opening, *body, closing, closing]
    return [*tokens[:at], *whole, *tokens[end:]]


def _changed(tokens: list[Token], at: int) -> list[Token] | None:
    """The tokens with one product under its logarithm turned into a sum; None where it stands elsewhere."""
    first = at
    while first and tokens[first - 1].kind in ("LPAR", "LSQB", "LBRACE"):
        first -= 1
    opened = at - first
    if not first or tokens[first - 1].text not in ("log", "ln"):
        return None
    end = _end(tokens, at + 1)
    closing = tokens[end : end + opened]
    if len(closing) < opened or any(t.kind not in CLOSING for t in closing):
        return None  # log(prod_i p_i + 1)
    log, sign, body = tokens[first - 1], tokens[at], tokens[at + 1 : end]
    if not body:
        return None
    inner = [log, Token("LPAR", "(", log.start, log.end), *body, Token("RPAR", ")", body[-1].end, body[-1].end)]
    summed = [sign.told("INDEXSUM"), *inner]
    return [*tokens[: first - 1], *summed, *tokens[end + opened :]]


def _end(tokens: list[Token], i: int) -> int:
    """Where the product ends that begins at i."""
    depth = 0
    while i < len(tokens):
        token = tokens[i]
        depth += (token.kind in OPENING) - (token.kind in CLOSING)
        if depth < 0 or (depth == 0 and token.kind in _ENDS and tokens[i - 1].kind not in _WAITING):
            break
        i += 1
    return i
