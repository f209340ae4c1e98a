"""Matrices out of what was computed with their stacked columns."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, plus, times, transposed
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.rewriting import rule
from gradviz.algebra.shapes import Shape
from gradviz.algebra.walk import preorder

__all__ = ["RULES"]


@rule("entrywise.unvec")
def entrywise_of_stacked(e: Expr) -> Expr | None:
    """unvec(vec(X).^2) = X.^2"""
    if not isinstance(e, n.Unvec) or _multiplies_stacked(e):
        return None
    return _unstacked(e.children[0], e.shape)


@rule("kronecker.unvec", source="Magnus & Neudecker, ch. 2, th. 2")
def kronecker_of_stacked(e: Expr) -> Expr | None:
    """unvec(kron(A, B) vec(X)) = B X A'"""
    if not isinstance(e, n.Unvec) or not _multiplies_stacked(e):
        return None
    return _unstacked(e.children[0], e.shape)


def _multiplies_stacked(e: Expr) -> bool:
    return any(isinstance(part, n.Kronecker | n.Commutation) for part in preorder(e))


def _unstacked(column: Expr, shape: Shape) -> Expr | None:
    """The matrix of which a column is the stack, or None where it is not written with one."""
    if isinstance(column, n.Ones):
        return n.Ones(*shape)
    if isinstance(column, n.Fill):
        return n.Fill(column.children[0], *shape)
    if isinstance(column, n.Vec):
        return column.children[0] if column.children[0].shape == shape else None
    if isinstance(column, n.Mul):
        return _product_unstacked(column, shape)
    if isinstance(column, n.HadamardPower):
        base = _unstacked(column.children[0], shape)
        return None if base is None else n.HadamardPower(base, column.children[1])
    if not isinstance(column, n.Add | n.Apply | n.Hadamard | n.HadamardQuotient):
        return None
    parts = [_unstacked(c, shape) for c in column.children]
    whole = [p for p in parts if p is not None]
    return column.with_children(whole) if len(whole) == len(parts) else None


def _product_unstacked(column: Expr, shape: Shape) -> Expr | None:
    """``s kron(A, B) vec(X)`` as ``s B X A'``."""
    split = factors(column)
    *before, last = split.chain
    inner = last.children[0] if before and isinstance(last, n.Vec) else None
    if inner is None:
        inner = None if before else _unstacked(last, shape)
    for operator in reversed(before):
        if inner is not None:
            inner = _applied(operator, inner)
    if inner is None or inner.shape != shape:
        return None
    return times(Number(split.number), *split.scalars, inner)


def _applied(operator: Expr, inner: Expr) -> Expr | None:
    """The matrix whose stack is an operator times that of another."""
    if isinstance(operator, n.Add):
        parts = [_applied(t, inner) for t in operator.children]
        found = [p for p in parts if p is not None]
        return plus(*found) if len(found) == len(parts) else None
    split = factors(operator)
    result: Expr | None = inner
    for part in reversed(split.chain):
        if result is None:
            return None
        if isinstance(part, n.Kronecker):
            a, b = part.children
            fits = b.shape.cols == result.shape.rows and a.shape.cols == result.shape.cols
            result = times(b, result, transposed(a)) if fits else None
        elif isinstance(part, n.Commutation):
            result = transposed(result) if part.data == tuple(result.shape) else None
        else:
            result = None
    return None if result is None else times(Number(split.number), *split.scalars, result)


RULES = (entrywise_of_stacked, kronecker_of_stacked)
