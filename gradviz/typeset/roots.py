"""Powers of a matrix by halves, ``X^(1/2)`` and ``X^(-3/2)``, which the nodes spell by the root."""

from __future__ import annotations

from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr

__all__ = ["halves"]


def halves(e: Expr) -> Fraction | None:
    """The 3/2 of ``X^(3/2)``; None for what is no root and no power of one."""
    power, base = (e.exponent, e.children[0]) if isinstance(e, n.MatrixPower) else (1, e)
    return Fraction(power, 2) if isinstance(base, n.MatrixFunction) and base.function == "sqrtm" else None
