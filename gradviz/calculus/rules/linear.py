"""Linear operations commute with the differential."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Differential, Expr
from gradviz.calculus.members import Variation
from gradviz.calculus.rules.registry import Registry, Varies

__all__ = ["register"]

MN = "Magnus & Neudecker, Matrix Differential Calculus, ch. 8"


def register(rules: Registry) -> None:
    """Add this family."""

    @rules.add(n.Add, id="linear.sum", source=MN, routine=True, parts="U V")
    def sum_(e: Expr, varies: Varies) -> Expr | None:
        """d(U + V) = d(U) + d(V)"""
        return n.Add(*[Differential(term) for term in e.children])

    @rules.add(n.Mul, id="linear.constant-factor", source=MN, routine=True)
    def constant_factor(e: Expr, varies: Varies) -> Expr | None:
        """d(A U B) = A d(U) B"""
        varying = [i for i, c in enumerate(e.children) if varies(c)]
        if len(varying) != 1:
            return None
        (i,) = varying
        return n.Mul(*e.children[:i], Differential(e.children[i]), *e.children[i + 1 :])

    @rules.add(n.Mul, id="linear.constant-multiple", source=MN, routine=True)
    def constant_multiple(e: Expr, varies: Varies) -> Expr | None:
        """d(c U) = c d(U)"""
        constants = [c for c in e.children if c.is_scalar and not varies(c)]
        rest = [c for c in e.children if c not in constants]
        if not constants or not any(varies(c) for c in rest):
            return None
        return n.Mul(*constants, Differential(n.Mul(*rest)))

    @rules.add(n.Transpose, id="linear.transpose", source=MN, routine=True, parts="U")
    def transpose(e: Expr, varies: Varies) -> Expr | None:
        """d(U') = d(U)'"""
        return n.Transpose(Differential(e.children[0]))

    @rules.add(n.Trace, id="linear.trace", source=MN, routine=True, parts="U")
    def trace(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(U)) = tr(d(U))"""
        return n.Trace(Differential(e.children[0]))

    @rules.add(n.Sum, id="linear.sum-of-entries", routine=True, parts="U")
    def sum_of_entries(e: Expr, varies: Varies) -> Expr | None:
        """d(sum(U)) = sum(d(U))"""
        inner = Differential(e.children[0])
        return inner if inner.is_scalar else n.Sum(inner)

    @rules.add(n.Vec, n.Unvec, n.Fill, id="linear.rearranged", source=MN, routine=True, parts="U")
    def rearranged(e: Expr, varies: Varies) -> Expr | None:
        """d(vec(U)) = vec(d(U))"""
        if isinstance(e, n.Fill) and e.shape.is_column:  # as a product, which is how d(u) ones(n) reads
            return n.Mul(Differential(e.children[0]), n.Ones(*e.shape))
        return e.with_children([Differential(e.children[0])])

    @rules.add(n.Diag, n.DiagonalOf, id="linear.diagonal", source=MN, routine=True, parts="U")
    def diagonal(e: Expr, varies: Varies) -> Expr | None:
        """d(diag(U)) = diag(d(U))"""
        return e.with_children([Differential(e.children[0])])

    @rules.add(n.Entry, id="linear.entry", source=MN, routine=True, parts="u")
    def entry(e: Expr, varies: Varies) -> Expr | None:
        """d(u_i) = (d(u))_i"""
        return e.with_children([Differential(e.children[0])])

    @rules.add(n.IndexedSum, id="sum.one-term")
    def one_term(e: Expr, varies: Varies) -> Expr | None:
        """d(sum_i f(u_i)) = d(f(u_k))"""
        assert isinstance(e, n.IndexedSum)
        found = varies.term(e) if isinstance(varies, Variation) else None
        return None if found is None else Differential(found)

    @rules.add(n.IndexedSum, id="linear.indexed-sum", source=MN, routine=True, parts="u_i")
    def indexed_sum(e: Expr, varies: Varies) -> Expr | None:
        """d(sum_i u_i) = sum_i d(u_i)"""
        return e.with_children([Differential(e.children[0])])

    @rules.add(n.Matrix, id="linear.entries", routine=True)
    def entries(e: Expr, varies: Varies) -> Expr | None:
        """d([u; v]) = [d(u); d(v)]"""
        return e.with_children([Differential(c) for c in e.children])

    @rules.add(n.Quotient, id="linear.constant-denominator", routine=True, parts="U c")
    def constant_denominator(e: Expr, varies: Varies) -> Expr | None:
        """d(U/c) = d(U)/c"""
        numerator, denominator = e.children
        return None if varies(denominator) else n.Quotient(Differential(numerator), denominator)

    @rules.add(n.HadamardQuotient, id="linear.constant-entrywise-denominator", routine=True, parts="U C")
    def constant_entrywise_denominator(e: Expr, varies: Varies) -> Expr | None:
        """d(U ./ C) = d(U) ./ C"""
        numerator, denominator = e.children
        return None if varies(denominator) else n.HadamardQuotient(Differential(numerator), denominator)
