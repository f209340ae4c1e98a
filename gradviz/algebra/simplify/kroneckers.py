"""Sums of Kronecker products."""

from __future__ import annotations

from itertools import combinations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, is_zero, negative, plus, terms, times
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.rewriting import rule
from gradviz.algebra.simplify.collect import bracket

__all__ = ["RULES"]


@rule("kronecker.sum", source="Magnus & Neudecker, ch. 2, sec. 4")
def sum_of_kroneckers(e: Expr) -> Expr | None:
    """kron(A, B) + kron(A, C) = kron(A, B + C)"""
    if not isinstance(e, n.Add) or not any(_split(t) for t in e.children):
        return None
    for i, j in combinations(range(len(e.children)), 2):
        joined = _joined(e.children[i], e.children[j])
        if joined is not None:
            rest = [t for k, t in enumerate(e.children) if k != j]
            return plus(*[joined if k == i else t for k, t in enumerate(rest)])
    return None


def _split(term: Expr) -> tuple[Expr, Expr, Expr] | None:
    """The scalars of a term, and the two factors of the Kronecker product that is the rest."""
    split = factors(term)
    if len(split.chain) != 1 or not isinstance(split.chain[0], n.Kronecker):
        return None
    first, second = split.chain[0].children
    return times(Number(split.number), *split.scalars), first, second


def _identity(term: Expr, like: Expr) -> tuple[Expr, Expr, Expr] | None:
    """An identity as the Kronecker product of two, of the sizes that the square factors of another have."""
    split = factors(term)
    sizes = factors(like).chain[0].children
    if len(split.chain) != 1 or not isinstance(split.chain[0], n.Identity):
        return None
    if any(c.shape.rows != c.shape.cols for c in sizes):
        return None
    return times(Number(split.number), *split.scalars), n.Identity(sizes[0].shape.rows), n.Identity(sizes[1].shape.rows)


def _joined(first: Expr, second: Expr) -> Expr | None:
    """The sum of two terms as one Kronecker product, where they share a factor, up to its sign."""
    one, other = _split(first), _split(second)
    if one is None and other is not None:
        one = _identity(first, second)
    elif other is None and one is not None:
        other = _identity(second, first)
    if one is None or other is None:
        return None
    for side in (1, 2):
        sign = _sign_between(one[side], other[side])
        if sign:
            scaled = times(Number(sign), other[0], other[3 - side])
            rest = bracket(times(one[0], one[3 - side]), scaled)
            if is_zero(rest):
                return n.Zero(*first.shape)
            pair = (one[side], rest) if side == 1 else (rest, one[side])
            return n.Kronecker(*pair)
    return None


def _sign_between(a: Expr, b: Expr) -> int:
    """One where two factors are equal, minus one where they differ in sign, else nought."""
    if a.shape != b.shape:
        return 0
    mine, theirs = set(terms(a)), set(terms(b))
    return 1 if mine == theirs else -1 if mine == {negative(t) for t in theirs} else 0


RULES = (sum_of_kroneckers,)
