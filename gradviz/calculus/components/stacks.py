"""Derivatives of or by matrices: ``∂F_ij/∂X_kl = A_ik B_lj`` for all places is ``∂vec F/∂(vec X)' = B' ⊗ A``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gradviz.algebra import nodes as n
from gradviz.algebra.build import hadamard, plus, terms, times, transposed, vec
from gradviz.algebra.nodes import Expr, Index
from gradviz.algebra.shapes import Dim
from gradviz.calculus.components.matrices import Converter, Origins, Tensor, multiplied_out
from gradviz.calculus.trail import CannotError

__all__ = ["as_stack"]

REASON = "its indices do not pair off, so it is no Kronecker product; use the method of differentials"


def as_stack(
    e: Expr, of: tuple[Index, Index], by: tuple[Index, Index], sizes: Mapping[str, Dim], origins: Origins
) -> Expr:
    """The Jacobian ``∂vec F/∂(vec X)'`` whose entry for the places (i, j) of F and (k, l) of X the expression is.

    Raises
    ------
    CannotError
        Where a term is no product of one matrix between rows and one between columns.
    """
    return plus(*[_term(t, of, by, sizes, origins) for t in terms(e)])


def _term(
    e: Expr, of: tuple[Index, Index], by: tuple[Index, Index], sizes: Mapping[str, Dim], origins: Origins
) -> Expr:
    try:
        scalars, items = Converter(dict(sizes), origins).contracted(e)
        return times(*scalars, _Slots(items, sizes).assembled(of, by))
    except CannotError:
        parts = multiplied_out(e)
        if parts is None:
            raise
        return plus(*[_term(t, of, by, sizes, origins) for t in parts])


class _Slots:
    """What is left of a term when no index is summed: matrices between two places, vectors at one."""

    def __init__(self, items: Sequence[Tensor], sizes: Mapping[str, Dim]) -> None:
        self.sizes = sizes
        self.matrices = {frozenset(t.indices): t for t in items if len(t.indices) == 2}
        self.vectors: dict[str, list[Expr]] = {}
        for t in items:
            if len(t.indices) == 1:
                self.vectors.setdefault(t.indices[0], []).append(t.value)

    def assembled(self, of: tuple[Index, Index], by: tuple[Index, Index]) -> Expr:
        (i, j), (k, m) = of, by
        pairs = set(self.matrices)
        if len(pairs - {frozenset({i, j}), frozenset({k, m})}) > 0:  # a factor of rows, or of columns, scales them
            above, beside = (self.matrices.pop(frozenset(map(str, p)), None) for p in ((i, j), (k, m)))
            rows = [n.Diag(vec(above.with_rows(str(i)).value))] if above else []
            cols = [n.Diag(vec(beside.with_rows(str(k)).value))] if beside else []
            if rows or cols:
                whole = self.assembled(of, by)
                return times(*rows, *cols) if _is_identity(whole) else times(*rows, whole, *cols)
        if pairs <= {frozenset({i, k}), frozenset({j, m})}:
            return _kronecker(self.between(j, m), self.between(i, k))
        if pairs <= {frozenset({i, m}), frozenset({j, k})}:
            if isinstance(j, int):
                return _kronecker(self.between(i, m), self.between(j, k))
            crossed = _kronecker(self.between(j, k), self.between(i, m))
            if isinstance(k, str) and isinstance(m, str):
                return times(crossed, n.Commutation(self.sizes[k], self.sizes[m]))
            return crossed
        if pairs <= {frozenset({i, j}), frozenset({k, m})}:
            return times(vec(self.between(i, j)), transposed(vec(self.between(k, m))))
        raise CannotError(REASON)

    def between(self, row: Index, col: Index) -> Expr:
        """The matrix with these places, scaled by the vectors that stand there; without one, their outer product."""
        left, right = self.at(row), self.at(col)
        matrix = self.matrices.get(
            frozenset({row, col}) if isinstance(row, str) and isinstance(col, str) else frozenset()
        )
        if matrix is None:
            above = left if left is not None else self.ones(row)
            below = right if right is not None else self.ones(col)
            return times(above, transposed(below))
        value = matrix.with_rows(str(row)).value
        if isinstance(value, n.Identity) and (left is not None or right is not None):
            return n.Diag(hadamard(*[v for v in (left, right) if v is not None]))
        before = [n.Diag(left)] if left is not None else []
        after = [n.Diag(right)] if right is not None else []
        return times(*before, value, *after)

    def at(self, place: Index) -> Expr | None:
        found = self.vectors.get(place, []) if isinstance(place, str) else []
        return hadamard(*found) if found else None

    def ones(self, place: Index) -> Expr:
        return n.Ones(self.sizes[place], 1) if isinstance(place, str) else n.ONE


def _is_identity(e: Expr) -> bool:
    return isinstance(e, n.Identity) or (isinstance(e, n.Kronecker) and all(_is_identity(c) for c in e.children))


def _kronecker(left: Expr, right: Expr) -> Expr:
    return times(left, right) if left.is_scalar or right.is_scalar else n.Kronecker(left, right)
