"""The diagonal of a matrix that is linear in an increment, as a vector: without stacking the matrix."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, hadamard, quotient, times, transposed
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.rewriting import Rule

__all__ = ["DIAGONAL_RULES", "diagonal_of", "diagonal_parts"]

SOURCE = "Magnus & Neudecker, ch. 3, sec. 6"
OF_SUM = Rule("canonical.diagonal-of-sum", "diag(U + V) = diag(U) + diag(V)")
OF_TRANSPOSE = Rule("canonical.diagonal-of-transpose", "diag(U') = diag(U)")
OF_OUTER = Rule("canonical.diagonal-of-outer", "diag(a b') = a .* b", SOURCE)
OF_SCALED = Rule("canonical.diagonal-of-scaled", "diag(A diag(x) B) = (A .* B') x", SOURCE)
OF_ENTRYWISE = Rule("canonical.diagonal-of-entrywise", "diag(A .* U) = diag(A) .* diag(U)", SOURCE)
DIAGONAL_RULES = (OF_SUM, OF_TRANSPOSE, OF_OUTER, OF_SCALED, OF_ENTRYWISE)


def diagonal_of(e: Expr) -> Expr:
    """``diag(A)`` as a vector: of ``diag(a)`` it is a, of the identity all ones."""
    if isinstance(e, n.Diag):
        return e.children[0]
    if isinstance(e, n.Identity):
        return n.Ones(e.shape.rows, 1)
    return n.DiagonalOf(e)


def diagonal_parts(u: Expr) -> tuple[Rule, list[Expr]] | None:
    """``diag(U)`` as a sum of vectors that hold the increment less deep; None where it must be stacked."""
    match u:
        case n.Add():
            return OF_SUM, [diagonal_of(t) for t in u.children]
        case n.Transpose():
            return OF_TRANSPOSE, [diagonal_of(u.children[0])]
        case n.Hadamard():
            return OF_ENTRYWISE, [hadamard(*[diagonal_of(c) for c in u.children])]
        case n.Quotient():
            found = diagonal_parts(u.children[0])
            return None if found is None else (found[0], [quotient(t, u.children[1]) for t in found[1]])
        case n.Mul():
            return _of_product(u)
    return None


def _of_product(u: Expr) -> tuple[Rule, list[Expr]] | None:
    split = factors(u)
    scale = (Number(split.number), *split.scalars)
    chain = split.chain
    for i in range(1, len(chain)):
        if chain[i].shape.rows == 1:
            column = hadamard(times(*chain[:i]), transposed(times(*chain[i:])))
            return OF_OUTER, [times(*scale, column)]
    for i, factor in enumerate(chain):
        if not (isinstance(factor, n.Diag) and factor.has_differential):
            continue
        x, left, right = factor.children[0], chain[:i], chain[i + 1 :]
        if left and right:
            return OF_SCALED, [times(*scale, hadamard(times(*left), transposed(times(*right))), x)]
        if left or right:
            return OF_SCALED, [times(*scale, hadamard(diagonal_of(times(*left, *right)), x))]
    return None
