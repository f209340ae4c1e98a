"""How far a sum over an index reaches: over the product that follows it, and over later terms that use its index.

``sum_i y_i log(p_i) + (1 - y_i) log(1 - p_i)`` is how likelihoods are printed; the second term can only be meant to
stand under the sign too.
"""

from __future__ import annotations

from gradviz.language.names import canonical_name
from gradviz.language.tokens import CLOSING, OPENING, Token

__all__ = ["with_scopes"]


def with_scopes(tokens: list[Token]) -> list[Token]:
    """The tokens with brackets, of no width, around what stands under a sum if that is more than one product."""
    if not any(t.kind == "INDEXSUM" for t in tokens):
        return tokens
    opened: dict[int, int] = {}
    closed: dict[int, int] = {}
    for start, token in enumerate(tokens):
        if token.kind == "INDEXSUM":
            end = _reach(tokens, start + 1, token.text[0])
            if end is not None:
                opened[start + 1] = opened.get(start + 1, 0) + 1
                closed[end] = closed.get(end, 0) + 1
    if not opened:
        return tokens
    found: list[Token] = []
    for i, token in enumerate(tokens):
        found += [Token("LPAR", "(", token.start, token.start)] * opened.get(i, 0)
        found.append(token)
        found += [Token("RPAR", ")", token.end, token.end)] * closed.get(i, 0)
    return found


def _reach(tokens: list[Token], first: int, index: str) -> int | None:
    """The last token of the last term that uses the index; None if that is the first term."""
    depth, term, used = 0, 0, 0
    rebound = False
    last = None
    i = first
    while i < len(tokens):
        token = tokens[i]
        depth += (token.kind in OPENING) - (token.kind in CLOSING)
        if depth < 0 or (depth == 0 and token.kind in ("COMMA", "SEMICOLON", "EQUAL")):
            break
        if depth == 0 and token.kind in ("PLUS", "MINUS") and i > first and tokens[i - 1].kind not in _WAITING:
            if used == term and term:
                last = i - 1
            term, rebound = term + 1, False
        elif token.kind == "INDEXSUM":
            rebound |= token.text[0] == index
        elif not rebound and _uses(token, index):
            used = term
        i += 1
    return i - 1 if used == term and term else last


_WAITING = frozenset({"CARET", "STAR", "SLASH", "DOTSTAR", "DOTSLASH", "OTIMES", "PLUS", "MINUS", "DOTCARET"})


def _uses(token: Token, index: str) -> bool:
    """Whether a word has the index in its subscript, ``x_i``, or a bracket is followed by it."""
    if token.kind == "SUBSCRIPT":
        return index in token.text
    if token.kind != "WORD" or "_" not in token.text:
        return False
    subscript = canonical_name(token.text).rpartition("_")[2]
    return 0 < len(subscript) <= 2 and index in subscript
