"""Kronecker deltas collapse the sums over their indices: ``Σ_k δ_ki a_k = a_i``."""

from __future__ import annotations

from collections.abc import Callable

from gradviz.algebra import nodes as n
from gradviz.algebra.build import plus, rebuilt, terms
from gradviz.algebra.nodes import Expr, Index
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.walk import fold, preorder
from gradviz.calculus.components.letters import letters_in, over, put_index
from gradviz.calculus.components.writing import times_entries
from gradviz.calculus.trail import Trail

__all__ = ["COLLAPSE", "SPLIT", "collapse_deltas"]

SPLIT = Rule("components.split", "sum_k (U_k + V_k) = sum_k U_k + sum_k V_k")
COLLAPSE = Rule("components.collapse", "sum_k δ_ki U_k = U_i", "Magnus & Neudecker, ch. 1, sec. 4")
ROUNDS = 40


def collapse_deltas(trail: Trail) -> None:
    """Collapse every sum over an index of a delta; sums of terms are split first where that is needed."""
    for _ in range(ROUNDS):
        before = trail.expression
        trail.step(COLLAPSE, _tidied(before, _collapsed))
        if any(isinstance(e, n.Delta) for e in preorder(trail.expression)):
            trail.step(SPLIT, _tidied(trail.expression, _split))
        if trail.expression is before:
            return


def _tidied(e: Expr, change: Callable[[Expr], Expr]) -> Expr:
    def visit(node: Expr, children: list[Expr]) -> Expr:
        if any(a is not b for a, b in zip(children, node.children, strict=True)):
            whole = isinstance(node, n.Mul) and all(c.is_scalar for c in children)
            summed = isinstance(node, n.IndexedSum) and node.is_scalar
            node = (
                times_entries(*children)
                if whole
                else over(children[0], *node.data)
                if summed
                else rebuilt(node, children)
            )
        return change(node) if isinstance(node, n.IndexedSum) else node

    return fold(e, visit)


def _collapsed(node: Expr) -> Expr:
    """``Σ_k δ_ki U_k = U_i`` where the delta is a factor of what is summed."""
    assert isinstance(node, n.IndexedSum)
    found = _stripped(node.children[0], node.index)
    if found is None:
        return node
    other, rest = found
    return put_index(rest, node.index, other)


def _stripped(e: Expr, letter: str) -> tuple[Index, Expr] | None:
    """The other index of a delta with the letter that is a factor of the expression, and the expression without it."""
    match e:
        case n.Delta() if letter in e.data:
            left, right = e.data
            return (right if left == letter else left), n.ONE
        case n.Mul():
            for k, factor in enumerate(e.children):
                found = _stripped(factor, letter)
                if found is not None:
                    rest = [found[1] if m == k else c for m, c in enumerate(e.children)]
                    return found[0], times_entries(*rest)
        case n.Quotient():
            found = _stripped(e.children[0], letter)
            if found is not None:
                return found[0], rebuilt(e, [found[1], e.children[1]])
        case n.IndexedSum():
            found = _stripped(e.children[0], letter)
            if found is not None and found[0] != e.index:
                return found[0], rebuilt(e, [found[1]])
    return None


def _split(node: Expr) -> Expr:
    """A sum of terms with deltas as a sum for each, brackets that hold a delta of its index multiplied out first."""
    assert isinstance(node, n.IndexedSum)
    parts = terms(_multiplied_out(node.children[0], node.index))
    with_delta = [t for t in parts if any(isinstance(e, n.Delta) for e in preorder(t))]
    if len(parts) == 1 or not with_delta:
        return node if len(parts) == 1 and parts[0] is node.children[0] else n.IndexedSum(plus(*parts), *node.data)
    found: list[Expr] = []
    rest: list[Expr] = []
    for term in parts:
        if term in with_delta:
            found.append(over(term, *node.data))
        else:
            rest.append(term)
    if rest:
        found.append(over(plus(*rest), *node.data))
    return plus(*found)


def _multiplied_out(e: Expr, letter: str) -> Expr:
    match e:
        case n.Mul():
            for k, factor in enumerate(e.children):
                if isinstance(factor, n.Add) and _has_delta(factor, letter):
                    return plus(
                        *[
                            times_entries(*[t if m == k else c for m, c in enumerate(e.children)])
                            for t in factor.children
                        ]
                    )
        case n.Quotient():
            top = _multiplied_out(e.children[0], letter)
            if isinstance(top, n.Add) and _has_delta(top, letter):
                return plus(*[n.Quotient(t, e.children[1]) for t in top.children])
        case n.IndexedSum():
            inner = _multiplied_out(e.children[0], letter)
            if isinstance(inner, n.Add) and _has_delta(inner, letter):
                return plus(*[over(t, *e.data) for t in inner.children])
    return e


def _has_delta(e: Expr, letter: str) -> bool:
    """Whether a delta with the letter, as it stands outside, is inside."""
    return letter in letters_in(e) and any(isinstance(d, n.Delta) and letter in d.data for d in preorder(e))
