"""The language of a document: who tells its sentences, and how formulas stand in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["ENGLISH", "Telling"]

_HELD = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True, slots=True)
class Telling:
    """A language.

    Attributes
    ----------
    language : its code, ``en``, ``ru``, ``zh_CN``.
    tell : a sentence in it; any other text as it is.
    """

    language: str = "en"
    tell: Callable[[str], str] = str

    def mixed(self, make: Callable[[Callable[[str], str]], str], escape: Callable[[str], str]) -> str:
        """Source of a sentence that holds formulas.

        Parameters
        ----------
        make : the sentence; it is given a function that takes a formula's source and returns what fills the hole.
        escape : the source of plain words.
        """
        held: list[str] = []

        def hold(source: str) -> str:
            held.append(source)
            return f"\ue000{len(held) - 1}\ue001"

        parts = _HELD.split(self.tell(make(hold)))
        return "".join(held[int(part)] if i % 2 else escape(part) for i, part in enumerate(parts) if part)


ENGLISH = Telling()
