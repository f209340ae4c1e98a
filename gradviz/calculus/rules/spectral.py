"""Eigenvalues of symmetric matrices that are simple, and their eigenvectors."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import minus, times
from gradviz.algebra.nodes import Differential, Expr
from gradviz.calculus.rules.registry import Registry, Varies

__all__ = ["register"]

SOURCE = "Magnus & Neudecker, ch. 8, th. 7"
SIMPLE = "the eigenvalue of U is simple"


def register(rules: Registry) -> None:
    """Add the rules of this family."""

    @rules.add(n.Eigenvalue, id="eigenvalue", source=SOURCE, parts="U", condition=SIMPLE)
    def eigenvalue(e: Expr, varies: Varies) -> Expr | None:
        """d(lambda_max(U)) = v' d(U) v"""
        assert isinstance(e, n.Eigenvalue)
        u = e.children[0]
        if u.is_scalar:
            return Differential(u)
        v = n.Eigenvector(u, e.kind)
        return n.Mul(n.Transpose(v), Differential(u), v)

    @rules.add(n.Eigenvector, id="eigenvalue.vector", source=SOURCE, parts="U", condition=SIMPLE)
    def eigenvector(e: Expr, varies: Varies) -> Expr | None:
        """d(v_max(U)) = (lambda_max(U) I - U + v v')^-1 (I - v v') d(U) v"""
        # On what is orthogonal to v this inverse is the pseudo-inverse of lambda I - U that books have.
        assert isinstance(e, n.Eigenvector)
        u = e.children[0]
        identity = n.Identity(u.shape.rows)
        own = n.Mul(e, n.Transpose(e))
        shifted = n.Add(times(n.Eigenvalue(u, e.kind), identity), times(n.MINUS_ONE, u), own)
        return n.Mul(n.Inverse(shifted), minus(identity, own), Differential(u), e)
