"""Brackets multiplied out where that makes the whole shorter, because terms cancel or join."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from gradviz.algebra import nodes as n
from gradviz.algebra.build import hadamard, plus, times, transposed
from gradviz.algebra.nodes import Expr
from gradviz.algebra.rewriting import Rule, rewrite, rule
from gradviz.algebra.simplify.collect import size

__all__ = ["expanded", "expansion_rule"]

MAX_TERMS = 12
MAX_SIZE = 120
"""Longer expressions are left as they are: the attempt costs more than it is likely to gain."""


def expanded(e: Expr) -> list[Expr] | None:
    """The terms of a sum or product with every bracket in it multiplied out; None if there are too many, or no
    bracket.
    """
    found: list[Expr] = []
    changed = False
    for term in e.children if isinstance(e, n.Add) else (e,):
        parts = _multiplied(term)
        if parts is None or len(found) + len(parts) > MAX_TERMS:
            return None
        changed |= len(parts) > 1
        found += parts
    return found if changed else None


def _multiplied(term: Expr, depth: int = 2) -> list[Expr] | None:
    """The terms of a product; brackets within brackets are opened `depth` levels deep."""
    combine: Callable[..., Expr]
    if isinstance(term, n.Mul):
        combine = times
    elif isinstance(term, n.Hadamard):
        combine = hadamard
    else:
        return list(_terms(term, 0))
    choices = [_terms(c, depth) for c in term.children]
    count = 1
    for choice in choices:
        count *= len(choice)
    return None if count > MAX_TERMS else [combine(*picked) for picked in product(*choices)]


def _terms(factor: Expr, depth: int) -> Sequence[Expr]:
    if isinstance(factor, n.Add):
        return factor.children
    if isinstance(factor, n.Transpose) and isinstance(factor.children[0], n.Add):
        return [transposed(t) for t in factor.children[0].children]
    if depth and isinstance(factor, n.Mul | n.Hadamard):
        inner = _multiplied(factor, depth - 1)
        if inner is not None:
            return inner
    return (factor,)


def expansion_rule(rules: Sequence[Rule]) -> Rule:
    """The rule that multiplies out and keeps the result if, simplified by `rules`, it is shorter."""

    @rule("collect.multiply-out")
    def multiply_out(e: Expr) -> Expr | None:
        """(U + V) W = U W + V W"""
        if not isinstance(e, n.Add | n.Mul | n.Hadamard):
            return None
        if not any(isinstance(c, n.Add) for c in e.children) and not isinstance(e, n.Add):
            return None
        if size(e) > MAX_SIZE:
            return None
        terms = expanded(e)
        if terms is None:
            return None
        shorter = rewrite(plus(*terms), rules)
        return shorter if size(shorter) + 1 < size(e) else None  # a sign saved is no reason to leave the author's form

    return multiply_out
