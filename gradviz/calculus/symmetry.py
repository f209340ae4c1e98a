"""Where a step transposes a product and a matrix in it stays as it is, because it was declared symmetric."""

from __future__ import annotations

from collections.abc import Iterable

from gradviz.algebra import nodes as n
from gradviz.algebra.build import plus, transposed
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.properties import is_symmetric
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.walk import part_at, substitute, symbols

__all__ = ["SYMMETRIC", "declared_symmetric", "needed_by", "needed_to_transpose", "needed_to_turn"]

SYMMETRIC = "symmetric: "
"""How the condition begins; the name of the matrix follows."""
_SYMMETRIC_FACTS = frozenset({"symmetric", "diagonal", "positive definite", "positive semidefinite"})
_PASSED_THROUGH = (n.Mul, n.Add, n.Trace, n.Quotient, n.Transpose, n.Kronecker, n.Hadamard, n.IndexedSum)


def _declared(e: Expr) -> dict[Expr, Expr]:
    """The symbols that were declared symmetric, each with one of the same name of which nothing is said."""
    found: dict[Expr, Expr] = {}
    for symbol in symbols(e):
        if not symbol.is_scalar and symbol.properties & _SYMMETRIC_FACTS:
            found[symbol] = Symbol(symbol.name, symbol.shape, symbol.properties - _SYMMETRIC_FACTS)
    return found


def declared_symmetric(e: Expr) -> tuple[Symbol, ...]:
    """The symbols that were declared symmetric, in order."""
    return tuple(s for s in _declared(e) if isinstance(s, Symbol))


def _conditions(found: Iterable[Expr]) -> tuple[str, ...]:
    return tuple(SYMMETRIC + s.name for s in found if isinstance(s, Symbol))


def needed_to_transpose(e: Expr) -> tuple[str, ...]:
    """The conditions ("symmetric: A") under which the factors of a product that look the same transposed do so."""
    found: dict[Expr, None] = {}
    if not _declared(e):
        return ()
    stack = [e]
    while stack:
        node = stack.pop()
        if not node.is_scalar and is_symmetric(node):
            declared = _declared(node)
            if declared and not is_symmetric(substitute(node, declared)):
                found |= dict.fromkeys(declared)
        elif isinstance(node, _PASSED_THROUGH):
            stack += [c for c in reversed(node.children) if not c.is_scalar or c.has_differential]
    return _conditions(found)


def needed_to_turn(line: Expr, gradient: Expr) -> tuple[str, ...]:
    """The conditions under which the answer is the transpose of what stands on the line, as both are written."""
    declared = _declared(gradient)
    if not declared:
        return ()
    plain = substitute(line, declared)
    terms_ = [transposed(t) for t in plain.children] if isinstance(plain, n.Add) else [transposed(plain)]
    same = plus(*terms_) is substitute(gradient, declared)
    return () if same else needed_to_transpose(gradient)


def needed_by(rule: Rule, before: Expr, after: Expr, path: tuple[int, ...]) -> tuple[str, ...]:
    """The conditions under which a rule of simplification that transposes does what it did at a path."""
    if rule.family != "transpose" and rule.id != "collect.like-terms":
        return ()
    part = part_at(before, path)
    declared = _declared(part)
    if not declared:
        return ()
    plain = rule.apply(substitute(part, declared))
    if plain is not None and substitute(rule.apply(part) or part, declared) is plain:
        return ()
    return needed_to_transpose(part) or _conditions(declared)
