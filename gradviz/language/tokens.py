"""The tokens that the scanner makes and the grammar reads."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Token"]


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its `kind` (a terminal of the grammar), its `text` in normal spelling, and its characters in the
    source.
    """

    kind: str
    text: str
    start: int
    end: int
