"""Suggestions for words that are nearly known."""

from __future__ import annotations

from difflib import get_close_matches

from gradviz.language.names import FUNCTION_NAMES

__all__ = ["nearest_function"]


def nearest_function(word: str) -> str | None:
    """The known function spelt most like `word`, if any is close."""
    close = get_close_matches(word, FUNCTION_NAMES, n=1, cutoff=0.7)
    return close[0] if close else None
