"""What a text means: the typed function, its symbols and what was assumed about them."""

from __future__ import annotations

from dataclasses import dataclass, field

from gradviz.algebra.nodes import Expr, Symbol

__all__ = ["Assumption", "Problem"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that was decided rather than said.

    Attributes
    ----------
    subject : the name or the piece of text it is about.
    statement : what was decided ("n×n matrix").
    reason : why.
    notation : it is about a piece of the text rather than about a symbol.
    """

    subject: str
    statement: str
    reason: str
    notation: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A parsed document.

    Attributes
    ----------
    text : the source.
    name : the function's name, "f" unless the text names it.
    function : the typed expression, definitions put in.
    symbols : every symbol that occurs, in reading order.
    declared : names whose shape the text declares; the others were inferred.
    definitions : name -> expression, in order.
    variables : what the function is most likely meant to be differentiated by.
    assumptions : all that was inferred, for the reader to see and overrule.
    """

    text: str
    name: str
    function: Expr
    symbols: tuple[Symbol, ...]
    declared: frozenset[str]
    definitions: tuple[tuple[str, Expr], ...] = ()
    variables: tuple[Symbol, ...] = ()
    assumptions: tuple[Assumption, ...] = field(default=())
    unused: tuple[Symbol, ...] = field(default=())
    """Declared symbols that do not occur in the function."""

    def symbol(self, name: str) -> Symbol | None:
        """The symbol of that name, or None."""
        return next((s for s in self.symbols if s.name == name), None)

    def declared_symbol(self, name: str) -> Symbol | None:
        """The declared symbol of that name that the function does not contain, or None."""
        return next((s for s in self.unused if s.name == name), None)
