"""Entrywise products, quotients and diagonal matrices."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, hadamard, is_one, times
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.rewriting import rule

__all__ = ["RULES"]


@rule("entrywise.plain")
def plain_product(e: Expr) -> Expr | None:
    """1 .* U = U"""
    if not isinstance(e, n.Hadamard):
        return None
    result = hadamard(*e.children)
    return None if result is e else result


@rule("entrywise.diagonal")
def diagonal_times_vector(e: Expr) -> Expr | None:
    """diag(x) y = x .* y"""
    if not isinstance(e, n.Mul) or e.is_scalar:
        return None
    chain = [c for c in e.children if not c.is_scalar]
    if len(chain) >= 2 and isinstance(chain[-2], n.Diag) and chain[-1].shape.is_column:
        scaled = hadamard(chain[-2].children[0], chain[-1])
        return times(*[c for c in e.children if c.is_scalar], *chain[:-2], scaled)
    return None


@rule("entrywise.one-quotient")
def one_quotient(e: Expr) -> Expr | None:
    """U .* (1 ./ V) = U ./ V"""
    if not isinstance(e, n.Hadamard):
        return None
    for i, c in enumerate(e.children):
        if (
            isinstance(c, n.HadamardQuotient)
            and isinstance(c.children[0], n.Fill)
            and is_one(c.children[0].children[0])
        ):
            return n.HadamardQuotient(hadamard(*e.children[:i], *e.children[i + 1 :]), c.children[1])
    return None


@rule("entrywise.cancel")
def cancel(e: Expr) -> Expr | None:
    """(U .* V) ./ V = U"""
    if not isinstance(e, n.HadamardQuotient):
        return None
    numerator, denominator = e.children
    split = factors(numerator)
    if len(split.chain) != 1:
        return None
    inside = split.chain[0].children if isinstance(split.chain[0], n.Hadamard) else split.chain
    if denominator in inside and len(inside) > 1:
        i = inside.index(denominator)
        return times(Number(split.number), *split.scalars, hadamard(*inside[:i], *inside[i + 1 :]))
    return None


RULES = (plain_product, diagonal_times_vector, one_quotient, cancel)
