"""The matrix exponential, where its differential is no integral.

In general ``d(expm(U))`` is the integral of ``expm(s U) d(U) expm((1 - s) U)`` over s from 0 to 1. It can be written
down where U and ``d(U)`` commute, and in a trace, which rotates the factors together.
"""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors
from gradviz.algebra.nodes import Differential, Expr
from gradviz.calculus.rules.registry import Registry, Varies

__all__ = ["register"]

SOURCE = "Higham, Functions of Matrices, sect. 10.2"


def register(rules: Registry) -> None:
    """Add the rules of this family."""

    @rules.add(n.Trace, id="exponential.trace", source=SOURCE)
    def trace_of_exponential(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(expm(U))) = tr(expm(U) d(U))"""
        inner = e.children[0]
        if not isinstance(inner, n.MatrixExponential):
            return None
        return n.Trace(n.Mul(inner, Differential(inner.children[0])))

    @rules.add(n.MatrixExponential, id="exponential.multiple", source=SOURCE)
    def exponential_of_multiple(e: Expr, varies: Varies) -> Expr | None:
        """d(expm(t C)) = d(t C) expm(t C)"""
        exponent = e.children[0]
        if any(varies(c) for c in factors(exponent).chain):
            return None
        return n.Mul(Differential(exponent), e)
