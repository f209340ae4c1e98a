"""Would a function of vectors, entry by entry, be a function of numbers too? ``sin(x)`` maps vectors, as lower-case
letters are vectors; who types it may have had a curve in mind.
"""

from __future__ import annotations

from gradviz.algebra.nodes import IndexedSum, Unspecified
from gradviz.algebra.shapes import SCALAR
from gradviz.algebra.walk import preorder
from gradviz.language.diagnostics import LanguageError
from gradviz.language.parser import parse
from gradviz.language.problem import Problem

__all__ = ["vectors_that_may_be_numbers"]

MOST = 4


def vectors_that_may_be_numbers(problem: Problem) -> tuple[str, ...]:
    """The names that were taken for vectors, where the function has a vector as value and would have a number if they
    were numbers; else none. What the text declares was meant, and matrices make vectors of their own.
    """
    symbols = problem.symbols
    if problem.function.shape == SCALAR or problem.declared or problem.definitions or not 0 < len(symbols) <= MOST:
        return ()
    if any(not (s.shape.is_column or s.shape.is_scalar) for s in symbols):
        return ()
    if any(isinstance(node, (IndexedSum, Unspecified)) for node in preorder(problem.function)):
        return ()
    names = tuple(s.name for s in symbols if s.shape != SCALAR)
    try:
        read = parse(problem.text, [f"{name} in R" for name in names])
    except LanguageError:
        return ()
    return names if names and read.function.shape == SCALAR else ()
