"""Constants that make a function undefined everywhere: matrices that are to be inverted and have no inverse."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.walk import depends_on, postorder, symbols
from gradviz.numeric.binding import Binding
from gradviz.numeric.compile import CompileError, compile_expressions
from gradviz.sentences import phrase

__all__ = ["singular_constant"]

SMALLEST = 1e-14
"""Of a matrix' largest singular value: a smallest one below it is nought but for rounding."""


def singular_constant(function: Expr, variables: Sequence[Symbol], binding: Binding) -> tuple[Symbol, Expr, str] | None:
    """The first symbol whose value makes a matrix singular that the function inverts or takes the log-determinant of.

    Returns
    -------
    The symbol, the matrix, and what is wrong with it, the template of a sentence with the hole ``{formula}``; None
    where there is no such matrix among those that do not change with the variables.
    """
    for node in postorder(function):
        argument = _must_be_regular(node)
        if argument is None or depends_on(node, variables):
            continue
        used = symbols(argument)
        try:
            matrix = compile_expressions([argument], [], binding)()[0]
        except CompileError:
            continue
        values = np.asarray(matrix, dtype=float).reshape(binding.size(argument.shape.rows), -1)
        if not used or not np.isfinite(values).all():
            continue
        sizes = np.linalg.svd(values, compute_uv=False)
        if sizes[-1] > SMALLEST * sizes[0]:
            continue
        return used[0], argument, _reason(values.size > 1, isinstance(node, n.Inverse))
    return None


def _reason(is_matrix: bool, is_inverse: bool) -> str:
    """What is wrong, with a hole for the formula."""
    if is_matrix and is_inverse:
        return phrase("{formula} is singular: it has no inverse, and the function has no values.")
    if is_matrix:
        return phrase("{formula} is singular: its determinant has no logarithm, and the function has no values.")
    if is_inverse:
        return phrase("{formula} is zero: it has no inverse, and the function has no values.")
    return phrase("{formula} is zero: its determinant has no logarithm, and the function has no values.")


def _must_be_regular(node: Expr) -> Expr | None:
    """The matrix of which a node takes the inverse or the logarithm of the determinant."""
    match node:
        case n.Inverse() | n.LogDet():
            return node.children[0]
        case n.Apply(function="log", children=(n.Determinant() as determinant,)):
            return determinant.children[0]
    return None
