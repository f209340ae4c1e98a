"""Errors in what a user typed, as values a person can act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gradviz.language.syntax import Syntax

__all__ = ["Diagnostic", "LanguageError", "MeaningError"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong.

    Attributes
    ----------
    message : what was found and what was expected.
    start, end : the characters concerned, as offsets into the text; `end` is exclusive.
    line, column : where that is, both counted from one.
    suggestion : one thing to try, or "".
    """

    message: str
    start: int
    end: int
    line: int = 1
    column: int = 1
    suggestion: str = ""

    @classmethod
    def at(cls, text: str, start: int, end: int, message: str, suggestion: str = "") -> Diagnostic:
        """A diagnostic at offsets of `text`, clipped to it."""
        start = max(0, min(start, len(text)))
        end = max(start, min(end, len(text)))
        line = text.count("\n", 0, start) + 1
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        return cls(message, start, end, line, column, suggestion)

    def render(self, text: str) -> str:
        """The message with its line and a caret below the place; long lines are cut around it."""
        lines = text.split("\n")
        line = lines[self.line - 1] if self.line <= len(lines) else ""
        width = max(1, min(self.end - self.start, len(line) - self.column + 1))
        offset = max(0, self.column - 1 - 50)
        shown = line[offset : offset + 100]
        caret = " " * (self.column - 1 - offset) + "^" * min(width, max(1, 100 - (self.column - 1 - offset)))
        hint = f"\n{self.suggestion}" if self.suggestion else ""
        last = self.column + width - 1
        columns = f"column {self.column}" if last == self.column else f"columns {self.column}–{last}"
        return f"line {self.line}, {columns}: {self.message}\n  {shown}\n  {caret}{hint}"


class LanguageError(ValueError):
    """The text is not understood. `diagnostics` holds every error found, the first in reading order first."""

    def __init__(self, diagnostics: Sequence[Diagnostic], text: str = "") -> None:
        super().__init__("; ".join(f"column {d.column}: {d.message}" for d in diagnostics))
        self.diagnostics = tuple(diagnostics)
        self.text = text

    def render(self) -> str:
        return "\n".join(d.render(self.text) for d in self.diagnostics)


class MeaningError(Exception):
    """A part that fits by its shapes but has no meaning that can be worked with."""

    def __init__(self, syntax: Syntax, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.syntax, self.message, self.suggestion = syntax, message, suggestion
