"""Unicode as people type and paste it: raised and lowered characters, fractions, letters of the mathematical alphabets.

`normalised` changes characters one for one, so that every place in the text stays where it is; the patterns and tables
are for the scanner.
"""

from __future__ import annotations

import re
import unicodedata

from gradviz.language.tokens import Token

__all__ = [
    "FRACTIONS",
    "INDEX_SUM",
    "LOWERED",
    "RAISED",
    "RAISED_AS_ASCII",
    "lowered",
    "normalised",
    "raised",
    "root",
    "without_lowered",
]

_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", "0123456789aehijklmnoprstuvxβγρφχ", strict=True))
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿᵏⁱʲᵐᵖᵗᵈᴺᴹᴷᵀˣ", "0123456789-+nkijmptdNMKTx", strict=True))
LOWERED = "".join(_LOWERED)
RAISED = "".join(_RAISED)
RAISED_AS_ASCII = str.maketrans(_RAISED)
FRACTIONS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅛": "1/8"}
"""One sign -> the number it means, as `fractions.Fraction` reads it."""
INDEX_SUM = rf"[∑Σ][ᵢⱼₖₗₘₙₚₛₜ]+(?:₌₁)?(?:[{RAISED}]+)?"
"""``∑ᵢ₌₁ⁿ``, ``∑ᵢⱼ``."""

_ACCENTS = {"\u0302": "_hat", "\u0304": "_bar", "\u0303": "_tilde", "\u0307": "_dot"}
"""Marks that stand on the letter before them, as they come out of PDF files."""
_ALPHABETS = re.compile("[\U0001d400-\U0001d7ffℎℓℝ]")
_SAME = {"ℎ": "h", "ℓ": "l", "ℝ": "R"}


def normalised(text: str) -> str:
    """The text with bold, italic, ... letters and digits of the mathematical alphabets as plain ones."""
    return _ALPHABETS.sub(lambda m: _SAME.get(m.group()) or _plain(m.group()), text)


def _plain(letter: str) -> str:
    found = unicodedata.normalize("NFKC", letter)
    return found if len(found) == 1 else letter


def lowered(word: str) -> str:
    """A word with its lowered characters as ASCII: ``x₁`` is ``x1`` and ``xᵢ`` is ``x_i``."""
    for mark, name in _ACCENTS.items():
        word = word.replace(mark, name)
    letters = without_lowered(word)
    tail = "".join(_LOWERED[c] for c in word[len(letters) :])
    if not tail:
        return word
    return letters + tail if tail.isdigit() else f"{letters}_{tail}"


def without_lowered(word: str) -> str:
    """The word up to its lowered characters."""
    return word.rstrip(LOWERED)


def raised(token: Token) -> list[Token] | None:
    """``²``, ``⁻¹``, ``ⁿ``, ``⁻ᵀ`` as a caret and what follows it; None for a sign without a number."""
    text = "".join(_RAISED[c] for c in token.text)
    tokens: list[Token] = []
    transposed = text.endswith("T")
    if transposed:
        text = text[:-1]
        text = text + "1" if text in ("-", "+") else text
    sign = text[:1] if text[:1] in ("-", "+") else ""
    body = text.removeprefix(sign)
    if not (body.isdigit() or (len(body) == 1 and body.isalpha()) or (transposed and not text)):
        return None
    if body:
        tokens.append(Token("CARET", "^", token.start, token.start))
        if sign:
            tokens.append(Token("MINUS" if sign == "-" else "PLUS", sign, token.start, token.start + 1))
        tokens.append(Token("NUMBER" if body.isdigit() else "WORD", body, token.start, token.end))
    if transposed:
        tokens.append(Token("PRIME", "'", token.end - 1, token.end))
    return tokens


def index_sum(text: str) -> tuple[str, str]:
    """The indices and the upper limit of ``∑ᵢⱼ₌₁ⁿ``."""
    indices = "".join(_LOWERED[c] for c in text[1:] if c in _LOWERED and _LOWERED[c].isalpha())
    upper = "".join(_RAISED[c] for c in text[1:] if c in _RAISED)
    return indices, upper


def root(token: Token) -> list[Token]:
    """``√x`` and ``√2``: the root of the one thing that follows; before a bracket it is a function."""
    inner = token.text[1:].strip()
    if not inner:
        return [Token("WORD", "sqrt", token.start, token.end)]
    at = token.end - len(inner)
    return [
        Token("WORD", "sqrt", token.start, token.start + 1),
        Token("LPAR", "(", token.start, at),
        Token("NUMBER" if inner[0].isdigit() else "WORD", inner, at, token.end),
        Token("RPAR", ")", token.end, token.end),
    ]
