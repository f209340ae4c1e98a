"""Gradients by structured matrices: the derivative within symmetric or diagonal matrices, from the unrestricted one."""

from __future__ import annotations

from dataclasses import replace

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, minus, plus, terms, times, transposed
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.properties import facts, is_symmetric
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.simplify.collect import bracket
from gradviz.algebra.simplify.expand import expanded
from gradviz.calculus.derivation import Kind
from gradviz.calculus.trail import CannotError, Trail
from gradviz.sentences import say

__all__ = ["is_structured", "refuse_unsupported", "restrict"]

PROJECT_SYMMETRIC = Rule("structure.symmetric-projection", "G => (G + G')/2", "Magnus & Neudecker, ch. 9")
FREE_SYMMETRIC = Rule("structure.symmetric-free", "G => G + G' - diag(diag(G))", "Matrix Cookbook, eq. 138")
PROJECT_COLUMNS = Rule("structure.symmetric-columns", "J => J (I + K)/2", "Magnus & Neudecker, ch. 3, sec. 7")
FREE_COLUMNS = Rule("structure.symmetric-free-columns", "J => J (I + K - diag(vec(I)))", "Matrix Cookbook, eq. 138")
DIAGONAL_COLUMNS = Rule("structure.diagonal-columns", "J => J diag(vec(I))", "Matrix Cookbook, eq. 142")
UNCHANGED = Rule("structure.unchanged", "G => G")
DIAGONAL = Rule("structure.diagonal", "G => diag(diag(G))", "Matrix Cookbook, eq. 142")


def is_structured(variable: Symbol) -> bool:
    """Whether the entries of a variable depend on one another."""
    return not variable.is_scalar and bool({"symmetric", "orthogonal"} & facts(variable))


def refuse_unsupported(variable: Symbol) -> None:
    """Raise `CannotError` for structures whose derivative has no formula here."""
    if "orthogonal" in facts(variable):
        raise CannotError(
            say(
                "the derivative by an orthogonal matrix is not available; declare {name} without it", name=variable.name
            )
        )


def _is_symmetric(g: Expr) -> bool:
    """Whether g is seen to be symmetric, as it is written or multiplied out."""
    parts = expanded(g)
    return is_symmetric(g) or (parts is not None and is_symmetric(plus(*parts)))


def _with_transpose(g: Expr) -> Expr:
    """``G + G'``, term by term where a term of a bracket in G is symmetric: ``2 (X - A)`` is ``4 X - 2 A - 2 A'``."""
    parts = expanded(g)
    if parts is None or not any(is_symmetric(t) and not t.is_scalar for t in parts):
        return bracket(g, transposed(g))
    return plus(*[times(Number(2), t) if is_symmetric(t) else plus(t, transposed(t)) for t in parts])


def _diagonal_part(g: Expr) -> Expr:
    """``diag(diag(G))``: G without what stands off its diagonal."""
    if "diagonal" in facts(g):
        return g
    split = factors(g)
    if len(split.chain) == 1 and isinstance(split.chain[0], n.Ones):
        return times(Number(split.number), *split.scalars, n.Identity(g.shape.rows))
    return n.Diag(n.DiagonalOf(g))


def restrict(trail: Trail, variable: Symbol, structure: str) -> None:
    """The last steps: from the gradient G (the Jacobian J) by independent entries to the one within the set of
    structured matrices.
    """
    if trail.subject.kind is not Kind.GRADIENT:
        _restrict_columns(trail, variable, structure)
        return
    g = trail.expression
    diagonal = _diagonal_part(g)
    rule: Rule
    result: Expr
    if "diagonal" in facts(variable):
        rule, result = (UNCHANGED, g) if "diagonal" in facts(g) else (DIAGONAL, diagonal)
    elif structure == "free":
        rule, result = (
            FREE_SYMMETRIC,
            minus(times(Number(2), g) if _is_symmetric(g) else _with_transpose(g), diagonal),
        )
    elif _is_symmetric(g):
        rule, result = UNCHANGED, g
    else:
        kept = [t for t in terms(g) if is_symmetric(t)]
        half = n.Quotient(_with_transpose(plus(*[t for t in terms(g) if t not in kept])), Number(2))
        rule, result = PROJECT_SYMMETRIC, plus(*kept, half)
    trail.step(rule, result, replace(trail.subject, structure=structure))


def _restrict_columns(trail: Trail, variable: Symbol, structure: str) -> None:
    """The same for a Jacobian: its columns belong to the stacked entries of the variable."""
    size = variable.shape.rows
    whole = n.Vec(variable).shape.rows
    diagonal = n.Diag(n.Vec(n.Identity(size)))
    both = n.Add(n.Identity(whole), n.Commutation(size, size))
    rule: Rule
    factor: Expr
    if "diagonal" in facts(variable):
        rule, factor = DIAGONAL_COLUMNS, diagonal
    elif structure == "free":
        rule, factor = FREE_COLUMNS, minus(both, diagonal)
    else:
        rule, factor = PROJECT_COLUMNS, n.Quotient(both, Number(2))
    parts = (factor, trail.expression) if trail.subject.transposed else (trail.expression, factor)
    trail.step(rule, times(*parts), replace(trail.subject, structure=structure))
