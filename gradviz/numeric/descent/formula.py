"""Update formulas as data: lines and letters that can be set in LaTeX and in Typst, for any name of variable and f."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

__all__ = ["Formula", "Letter", "Line", "formula"]

VARIABLE, FUNCTION = "@x", "@f"
"""What stands in a template for the names of the variable and the function."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of mathematics, without delimiters, in both languages."""

    latex: str
    typst: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a formula.

    Attributes
    ----------
    latex, typst : how it is written.
    meaning : what it is.
    parameter : the name of the method's parameter that it stands for, or "".
    """

    latex: str
    typst: str
    meaning: str
    parameter: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """The update of a method.

    Attributes
    ----------
    lines : from the gradient to the next iterate, in the order in which they are worked out.
    letters : every letter in them but the variable and the function.
    """

    lines: tuple[Line, ...]
    letters: tuple[Letter, ...]

    def named(self, variable: str = "x", function: str = "f", typst: tuple[str, str] | None = None) -> Formula:
        """The formula for another variable and function.

        Parameters
        ----------
        variable, function : their names in LaTeX; a name of one letter is the same in Typst.
        typst : their names in Typst, where they differ.
        """
        in_typst = typst or (variable, function)

        def latex_of(text: str) -> str:
            return text.replace(VARIABLE, variable).replace(FUNCTION, function)

        def typst_of(text: str) -> str:
            return text.replace(VARIABLE, in_typst[0]).replace(FUNCTION, in_typst[1])

        return Formula(
            tuple(Line(latex_of(line.latex), typst_of(line.typst)) for line in self.lines),
            tuple(
                replace(e, latex=latex_of(e.latex), typst=typst_of(e.typst), meaning=latex_of(e.meaning))
                for e in self.letters
            ),
        )

    @property
    def latex(self) -> str:
        """All lines as one aligned block for LaTeX's ``aligned``."""
        body = r" \\ ".join(_aligned(line.latex, (" = ", r" \le ", r" \in ")) for line in self.lines)
        return rf"\begin{{aligned}} {body} \end{{aligned}}"

    @property
    def typst(self) -> str:
        """All lines as one aligned block of a Typst equation."""
        return r" \ ".join(_aligned(line.typst, (" = ", " <= ", " in ")) for line in self.lines)


def _aligned(line: str, relations: tuple[str, ...]) -> str:
    """The line with the mark of alignment before its first relation."""
    places = [line.index(r) for r in relations if r in line]
    return f"{line[: min(places) + 1]}&{line[min(places) + 1 :]}" if places else line


def formula(lines: Sequence[tuple[str, str]], letters: Sequence[tuple[str, ...]]) -> Formula:
    """A formula from pairs (LaTeX, Typst) and letters (LaTeX, Typst, meaning[, parameter])."""
    return Formula(tuple(Line(*pair) for pair in lines), tuple(Letter(*entry) for entry in letters))
