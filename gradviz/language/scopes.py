"""How far a sum over an index reaches: over the product that follows it, and over later terms that use its index.

``sum_i y_i log(p_i) + (1 - y_i) log(1 - p_i)`` is how likelihoods are printed; the second term can only be meant to
stand under the sign too.
"""

from __future__ import annotations

from collections.abc import Collection

from gradviz.language.names import canonical_name
from gradviz.language.tokens import CLOSING, OPENING, Token

__all__ = ["with_scopes", "with_transposes"]


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


def with_transposes(tokens: list[Token], known: Collection[str]) -> list[Token]:
    """The tokens with the transposes of other traditions as primes: ``x^H A x``, ``x^* A x``, ``x^t A x``.

    Over the reals all are the transpose. H, t and the star keep their other meaning where they are declared or stand
    elsewhere too (``t x^t``, ``x - x^*``).
    """
    for letter in ("H", "t"):
        bare = _without_braces(tokens, letter)
        places = [i for i, t in enumerate(bare) if t.kind == "WORD" and t.text[:1] == letter]
        if places and letter not in known and all(_raises_a_factor(bare, i) for i in places):
            tokens = bare
            for i in reversed(places):
                caret, word = tokens[i - 1], tokens[i]
                rest = [Token("WORD", word.text[1:], word.start + 1, word.end)] if len(word.text) > 1 else []
                tokens[i - 1 : i + 1] = [Token("PRIME", "'", caret.start, word.start + 1), *rest]
    names = {t.text for t in tokens if t.kind == "WORD"}
    for name in {t for t in names if t.endswith("_star") and t[:-5] in names and t not in known}:
        places = [i for i, t in enumerate(tokens) if t.text == name]
        if all(_is_followed(tokens, i) for i in places):
            tokens = [
                part
                for t in tokens
                for part in (
                    (
                        Token("WORD", name[:-5], t.start, t.start + len(name) - 5),
                        Token("PRIME", "'", t.start + 1, t.end),
                    )
                    if t.text == name
                    else (t,)
                )
            ]
    return tokens


def _without_braces(tokens: list[Token], letter: str) -> list[Token]:
    """A copy with ``^{t}`` as ``^t``."""
    found = [*tokens]
    for i in range(len(found) - 4, -1, -1):
        kinds = [t.kind for t in found[i : i + 4]]
        if kinds == ["CARET", "LBRACE", "WORD", "RBRACE"] and found[i + 2].text == letter:
            found[i + 1 : i + 4] = [found[i + 2]]
    return found


def _raises_a_factor(tokens: list[Token], i: int) -> bool:
    """Whether the letter at i stands over a single Latin letter, and a capital or that same letter follows it."""
    if i < 2 or tokens[i - 1].kind != "CARET" or tokens[i - 2].kind != "WORD":
        return False
    base, behind = tokens[i - 2].text, tokens[i].text[1:]
    if not behind and i + 1 < len(tokens) and tokens[i + 1].kind == "WORD":
        behind = tokens[i + 1].text
    single = len(base.partition("_")[0]) == 1 and base[0].isascii() and base[0] != "e"
    return single and behind.isascii() and behind[:1].isalpha() and (behind[0].isupper() or behind[0] == base[0])


def _is_followed(tokens: list[Token], i: int) -> bool:
    """Whether a word or a bracket stands directly behind, so that the word is a factor on the left."""
    return i + 1 < len(tokens) and tokens[i + 1].kind in ("WORD", "LPAR")
