"""The verdict on an answer that somebody gives, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import Shape
from gradviz.calculus.derivation import Result

__all__ = ["Counterexample", "Judgement", "Verdict"]


class Verdict(StrEnum):
    """What an answer is."""

    EQUAL = "equal"
    LAYOUT = "layout"
    """The transpose of what was asked for."""
    ARRANGED = "arranged"
    """The right entries as a column, or as a matrix, where the layout has them otherwise."""
    STRUCTURE = "structure"
    """Right, but for a variable whose entries are independent (or by the other convention for structured ones)."""
    ONLY_SYMMETRIC = "only symmetric"
    """Right where a matrix of which nothing is said happens to be symmetric."""
    OTHER = "other"
    """The derivative by another of the variables."""
    SIGN = "sign"
    FACTOR = "factor"
    TRANSPOSE = "transpose"
    INVERSE = "inverse"
    """An inverse is missing or too much."""
    INNER_SIGN = "inner sign"
    """A part has the wrong sign: of what a function is of, or within a bracket."""
    NAME = "name"
    """One name stands where another one should."""
    ORDER = "order"
    """The factors of a product stand in the wrong order."""
    MISSING_FACTOR = "missing factor"
    """A vector or matrix is missing from a product, as the inner derivative of the chain rule."""
    EXTRA_FACTOR = "extra factor"
    DIAGONAL = "diagonal"
    """The diagonal of the diagonal matrix that was asked for."""
    MISSING_TERM = "missing term"
    EXTRA_TERM = "extra term"
    TERM = "term"
    """One term has a wrong coefficient."""
    WRONG_TERM = "wrong term"
    """One term stands where the right answer has another one."""
    SHAPE = "shape"
    UNDEFINED = "undefined"
    """The answer has no value where the function has one."""
    WRONG = "wrong"
    UNJUDGED = "unjudged"
    """There is nothing to compare with."""

    @property
    def is_right(self) -> bool:
        return self in (Verdict.EQUAL, Verdict.LAYOUT, Verdict.ARRANGED)


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Numbers for which an answer is wrong.

    Attributes
    ----------
    dims : the sizes.
    values : the symbols and their numbers, as lists of rows.
    entry : row and column of the entry that is off most, from one.
    right, given : that entry of the right answer and of the one that was given.
    """

    dims: tuple[tuple[str, int], ...]
    values: tuple[tuple[Symbol, tuple[tuple[float, ...], ...]], ...]
    entry: tuple[int, int]
    right: float
    given: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on an answer.

    Attributes
    ----------
    verdict : what it is.
    result : the answer of the derivation that it was compared with; None where there is none.
    given : the shape of the answer.
    error : largest relative difference; 0 for an answer that is exactly equal.
    instances : how many random instances were tried.
    dimensions : the sizes that were tried.
    factor : the answer is this many times the right one.
    term : what is missing, superfluous, wrong, or has a wrong coefficient.
    should : by what that term is to be multiplied.
    corrected : the answer with the slip put right.
    symbol : the matrix that would have to be symmetric.
    counterexample : numbers for which the two differ.
    """

    verdict: Verdict
    result: Result | None
    given: Shape
    error: float = 0.0
    instances: int = 0
    dimensions: tuple[dict[str, int], ...] = ()
    factor: Expr | None = None
    term: Expr | None = None
    should: Expr | None = None
    corrected: Expr | None = None
    symbol: Symbol | None = None
    counterexample: Counterexample | None = None
