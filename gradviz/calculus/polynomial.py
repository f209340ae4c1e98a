"""Polynomials in a variable, split by degree in an increment: ``f(x + u) = f(x) + linear in u + higher terms``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from gradviz.algebra import nodes as n
from gradviz.algebra.build import hadamard, quotient, rebuilt, times, trace, transposed
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.walk import fold
from gradviz.calculus.kinds_of_parts import called
from gradviz.calculus.trail import CannotError
from gradviz.sentences import say

__all__ = ["Degrees", "norms_as_products", "split_by_degree"]

MAX_TERMS = 400
Degrees = dict[int, list[Expr]]
"""Degree in the increment -> terms. Degree nought is the expression itself, kept whole."""


def split_by_degree(e: Expr, variable: Symbol, increment: Expr) -> Degrees:
    """Expand ``e`` at ``variable + increment``.

    Raises
    ------
    CannotError
        Where `e` is not a polynomial in the variable.
    """

    def visit(node: Expr, children: list[Degrees]) -> Degrees:
        if node is variable:
            return {0: [variable], 1: [increment]}
        if all(max(c) == 0 for c in children):
            return {0: [node]}
        return {0: [node], **_higher(node, children)}

    return fold(e, visit)


def _higher(node: Expr, children: list[Degrees]) -> Degrees:
    match node:
        case n.Add():
            return _gathered((k, t) for c in children for k, ts in c.items() if k for t in ts)
        case n.Mul():
            return _multiplied(children, times)
        case n.Hadamard():
            return _multiplied(children, hadamard)
        case n.Inner():
            return _multiplied(children, _inner)
        case n.Power() if isinstance(node.children[1], Number):
            return _power(node, children[0])
        case n.MatrixPower():
            return _multiplied([children[0]] * node.exponent, times)
        case n.Quotient() if max(children[1]) == 0:
            return _mapped(children[0], lambda t: quotient(t, node.children[1]))
        case n.Transpose():
            return _mapped(children[0], transposed)
        case n.Trace():
            return _mapped(children[0], trace)
        case n.Fill() if node.shape.is_column:
            return _mapped(children[0], lambda t: times(t, n.Ones(*node.shape)))
        case n.Sum() | n.Vec() | n.Diag() | n.DiagonalOf() | n.Fill() | n.Entry():
            return _mapped(children[0], lambda t: rebuilt(node, [t]))
    raise CannotError(
        say(
            "by definition only polynomials are expanded, and {part} is none; use the method of differentials",
            part=called(node),
        )
    )


def _power(node: Expr, base: Degrees) -> Degrees:
    exponent = node.children[1]
    assert isinstance(exponent, Number)
    k = exponent.value
    if k.denominator != 1 or not 1 <= k <= 8:
        raise CannotError(say("by definition only small whole powers are expanded, not {k}", k=k))
    return _multiplied([base] * int(k), times)


def _inner(a: Expr, b: Expr) -> Expr:
    return times(transposed(a), b) if a.shape.cols == 1 else trace(times(transposed(a), b))


def _mapped(parts: Degrees, change: Callable[[Expr], Expr]) -> Degrees:
    return {k: [change(t) for t in ts] for k, ts in parts.items() if k}


def _multiplied(children: Sequence[Degrees], combine: Callable[..., Expr]) -> Degrees:
    """Every choice of one term a factor, but for the choice of the whole product at degree nought."""
    choices = [[(k, t) for k, ts in c.items() for t in ts] for c in children]
    total = 1
    for choice in choices:
        total *= len(choice)
    if total > MAX_TERMS:
        raise CannotError(say("by definition this would have {n} terms; use the method of differentials", n=total))
    found = []
    for choice_ in product(*choices):
        degree = sum(k for k, _ in choice_)
        if degree:
            found.append((degree, combine(*[t for _, t in choice_])))
    return _gathered(found)


def _gathered(pairs: Iterable[tuple[int, Expr]]) -> Degrees:
    found: Degrees = {}
    for degree, term in pairs:
        found.setdefault(degree, []).append(term)
    return dict(sorted(found.items()))


def norms_as_products(e: Expr) -> Expr:
    """``||U||^2`` written ``<U, U>`` everywhere."""

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if isinstance(node, n.Power) and isinstance(node.children[0], n.Norm) and node.children[1] is Number(2):
            norm = node.children[0]
            if norm.kind != "1":
                inside = children[0].children[0]
                return n.Inner(inside, inside)
        return node.with_children(children)

    return fold(e, visit)
