"""The tokens that the scanner makes and the grammar reads."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

__all__ = ["CLOSING", "OPENING", "OPERAND_END", "Token"]

OPENING = frozenset({"LPAR", "LSQB", "LBRACE", "LANGLE", "NORMOPEN", "BAROPEN", "INDEX"})
CLOSING = frozenset({"RPAR", "RSQB", "RBRACE", "RANGLE", "NORMCLOSE", "BARCLOSE"})
OPERAND_END = frozenset(
    {
        "NUMBER",
        "WORD",
        "ONES",
        "PRIME",
        "RPAR",
        "RSQB",
        "RBRACE",
        "RANGLE",
        "NORMCLOSE",
        "NORMSUB",
        "BARCLOSE",
        "METHOD",
    }
)
"""Kinds of tokens: those that open and close brackets, and those with which an operand may end."""


class _Fields(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


class Token(_Fields):
    """A token: its `kind` (a terminal of the grammar), its `text` in normal spelling, and its characters in the
    source.
    """

    __slots__ = ()

    # Lark asks its last token for these; the places are in `start` and `end`.
    start_pos: ClassVar[None] = None
    end_pos: ClassVar[None] = None
    line: ClassVar[None] = None
    column: ClassVar[None] = None
    end_line: ClassVar[None] = None
    end_column: ClassVar[None] = None

    @property
    def type(self) -> str:
        """What lark calls the kind; its parser takes these tokens as they are."""
        return self.kind

    def told(self, kind: str, text: str | None = None) -> Token:
        """The same characters as another kind of token."""
        return Token(kind, self.text if text is None else text, self.start, self.end)
