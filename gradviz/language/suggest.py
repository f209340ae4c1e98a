"""Suggestions for words that are nearly known."""

from __future__ import annotations

from difflib import get_close_matches

from gradviz.language.names import FUNCTION_NAMES, GREEK
from gradviz.sentences import say

__all__ = ["MISSING", "joined_function", "nearest_function"]

MISSING = {
    **dict.fromkeys(("argmax", "argmin", "arg", "lim"), say("type the function itself")),
    **dict.fromkeys(("triu", "tril"), say("write M .* X with a constant matrix M of ones and noughts")),
    "chol": say("declare the factor instead, S = L L', and differentiate by L"),
    "adj": say("write det(X) inv(X)"),
    "cross": say("write A x with the matrix A of the cross product by a"),
    "cumsum": say("write A x with a constant triangular matrix A of ones"),
    "median": say("a median has no derivative worth the name"),
    "mod": say("a remainder has no derivative worth the name"),
    "rank": say("a rank has no derivative worth the name"),
    "sup": say("max(x) is the largest entry"),
    "svd": say("singular values are not known"),
    "eigs": say("eigenvalues are not known"),
    "cond": say("the condition number is not known"),
    "atan2": say("where x > 0 it is arctan(y/x)"),
}
"""Words that people expect and that mean nothing here -> what to do instead."""


def nearest_function(word: str) -> str | None:
    """The known function spelt most like `word`, if any is close."""
    close = get_close_matches(word, FUNCTION_NAMES, n=1, cutoff=0.7)
    return close[0] if close else None


def joined_function(word: str) -> str | None:
    """A name and the letters that were typed against it, set apart: ``sinx`` as ``sin x``, ``lambdax`` as
    ``lambda x``.
    """
    for greek in GREEK:
        if len(greek) > 3 and word.startswith(greek) and 0 < len(word) - len(greek) <= 2:
            return f"{greek} {' '.join(word[len(greek) :])}"
        if len(greek) > 3 and word.endswith(greek) and 0 < len(word) - len(greek) <= 2:
            return f"{' '.join(word[: -len(greek)])} {greek}"
    if word.startswith("ln") and len(word) == 3:
        return f"ln {word[2]}"
    for length in range(len(word) - 1, 1, -1):
        head, tail = word[:length], word[length:]
        if head in FUNCTION_NAMES and (length > 2 or tail.isupper()) and len(tail) <= 2:
            return f"{head} {' '.join(tail)}"
    return None
