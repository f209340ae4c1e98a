"""What the scanner recognises only to say what to write instead."""

from __future__ import annotations

import re

from gradviz.language.tokens import Token
from gradviz.sentences import say

__all__ = ["REFUSED", "is_moderate", "refusal"]

_RANGES = say("a sum over entries or a family runs over a whole index: \\sum_{i=1}^{n}, or sum_i")
REFUSED = {
    "STOP": (say("a point here means nothing"), say("remove it, or write a product with *")),
    "BAD_SUM": (say("this range of a sum is not known"), _RANGES),
    "BAD_PRODUCT": (
        say("this range of a product is not known"),
        say("a product runs over a whole index: \\prod_{i=1}^{n}, or prod_i"),
    ),
    "BAD_SUBSCRIPT": (
        say("this subscript is not understood"),
        say("a subscript is a letter, a number or a word, as in x_i"),
    ),
}
"""What is recognised only to say what to write instead."""


def refusal(token: Token) -> tuple[str, str]:
    """The message and the suggestion for what is recognised only to say what to write instead."""
    message, hint = REFUSED[token.kind]
    if re.search(r"[a-z]\s*=\s*(?!1\s*\})\d", token.text):
        hint = say("count from one: sum_{t=1}^{n}, with a family of its own (z_t) for what is shifted")
    elif token.kind == "BAD_SUBSCRIPT" and re.fullmatch(r"_\{?\s*[a-z]\s*[-+−]\s*\d+\s*\}?", token.text):
        hint = say("name the shifted members as a family of their own: z_t for x_{t-1}")
    elif token.kind == "BAD_SUBSCRIPT" and token.text in ("_\\", "_{\\theta}"):
        hint = say("leave the subscript of a function out: h(x_i) with h: R^n -> R, or write the model itself: w' x_i")
    return message, hint


def is_moderate(number: str) -> bool:
    """Whether a literal has at most 40 digits and an exponent of at most 300."""
    mantissa, _, exponent = number.lower().partition("e")
    return len(mantissa) <= 41 and (not exponent or (len(exponent) < 6 and abs(int(exponent)) <= 300))
