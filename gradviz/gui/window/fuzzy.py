"""How well a few typed letters fit a name: for the command palette. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

__all__ = ["best", "score"]

T = TypeVar("T")


def score(query: str, text: str) -> float | None:
    """Larger is better; None where the letters of the query do not occur in the text in their order.

    Whole words count most, then beginnings of words, then runs of letters; letters far apart count little.
    """
    wanted, there = query.casefold().split(), text.casefold()
    if not wanted:
        return 0.0
    total = 0.0
    for word in wanted:
        found = _word(word, there)
        if found is None:
            return None
        total += found
    return total - 0.01 * len(there)


def _word(word: str, text: str) -> float | None:
    at = text.find(word)
    if at >= 0:
        starts = at == 0 or not text[at - 1].isalnum()
        later = text.find(f" {word}")
        return 10.0 * len(word) + (20.0 if starts or later >= 0 else 0.0) - 0.05 * at
    total, at, run = 0.0, -1, 0
    for letter in word:
        found = text.find(letter, at + 1)
        if found < 0:
            return None
        begins = found == 0 or not text[found - 1].isalnum()
        run = run + 1 if found == at + 1 and at >= 0 else 0
        total += 1.0 + 3.0 * begins + 2.0 * run - 0.05 * (found - at - 1)
        at = found
    return total


def best(query: str, items: Iterable[T], name: Callable[[T], str], most: int = 60) -> list[T]:
    """The items that fit, the best first; equally good ones stay in their order."""
    scored = [(found, item) for item in items if (found := score(query, name(item))) is not None]
    scored.sort(key=lambda pair: -pair[0])
    return [item for _, item in scored[:most]]
