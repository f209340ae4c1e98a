"""The untyped tree that the grammar yields: what was written and where, before anyone asks what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

__all__ = ["MAX_DEPTH", "NORMS", "PRODUCT", "SPREAD", "Kind", "Syntax", "row_and_column"]

MAX_DEPTH = 160
"""Levels of the tree; what is deeper is refused before anything has to recurse that far."""

NORMS = frozenset({"", "1", "2", "F", "inf", "nuc"})
"""Norms with a node of their own; another subscript is the exponent of a p-norm, and stands as a second part."""

SPREAD = "spread"
"""The text of a sum in which a scalar is added to every entry, as in Python."""

PRODUCT = "index product"
"""The text of a call that is a product over an index; its argument is the sum of the logarithms."""

Kind = str
"""What was written: "number", "name", "dimension", "bound" (the index of a sum), "infinity", "ones", "hole" (what was
reported already), "sum", "product", "kron", "entrywise", "power", "entrywise power", "transpose", "call", "application"
(of a definition), "unspecified", "density", "norm", "bars", "angle", "matrix", "index", "indexed sum"."""


@dataclass(slots=True, eq=False)
class Syntax:
    """One node. It is never changed; it is not frozen, because a text makes hundreds of them while somebody types.

    Attributes
    ----------
    kind : see `Kind`.
    parts : the operands.
    start, end : its characters in the text; `end` is exclusive.
    text : the name, function or norm kind, where there is one.
    signs : per part, the operator before it: "+" or "-" in a sum; "*", "/" or "" (juxtaposed) in a product; ".*" or
        "./" entrywise.
    number : the value of a number.
    bracketed : whether it stood in round brackets.
    depth : nesting below, so that too deep a text is refused before anything recurses.
    """

    kind: Kind
    parts: tuple[Syntax, ...]
    start: int
    end: int
    text: str = ""
    signs: tuple[str, ...] = ()
    number: Fraction = Fraction(0)
    bracketed: bool = False
    depth: int = field(default=1)


def row_and_column(index: Syntax) -> tuple[int, int] | None:
    """What two digits without a comma are to a matrix: ``A_12`` is in row 1 and column 2; to a column it is the
    twelfth."""
    digits = str(index.number) if index.kind == "number" else ""
    return (int(digits[0]), int(digits[1])) if len(digits) == 2 and digits.isdigit() and "0" not in digits else None
