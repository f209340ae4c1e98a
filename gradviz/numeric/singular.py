"""Constants that make a function undefined everywhere: matrices that are to be inverted and have no inverse."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.walk import depends_on, postorder, symbols
from gradviz.numeric.binding import Binding
from gradviz.numeric.compile import CompileError, compile_expressions

__all__ = ["singular_constant"]

SMALLEST = 1e-14
"""Of a matrix' largest singular value: a smallest one below it is nought but for rounding."""


def singular_constant(function: Expr, variables: Sequence[Symbol], binding: Binding) -> tuple[Symbol, Expr, str] | None:
    """The first symbol whose value makes a matrix singular that the function inverts or takes the log-determinant of.

    Returns
    -------
    The symbol, the matrix, and what is wrong with it, in words that go on from its formula; None where there is no such
    matrix among those that do not change with the variables.
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
        what = "is singular" if values.size > 1 else "is zero"
        lost = "it has no inverse" if isinstance(node, n.Inverse) else "its determinant has no logarithm"
        return used[0], argument, f"{what}: {lost}, and the function has no values."
    return None


def _must_be_regular(node: Expr) -> Expr | None:
    """The matrix of which a node takes the inverse or the logarithm of the determinant."""
    match node:
        case n.Inverse() | n.LogDet():
            return node.children[0]
        case n.Apply(function="log", children=(n.Determinant() as determinant,)):
            return determinant.children[0]
    return None
