"""The transposes of other traditions: ``x^H A x``, ``x^* A x``, ``x^t A x``."""

from __future__ import annotations

from collections.abc import Collection

from gradviz.language.tokens import Token

__all__ = ["with_transposes"]


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
