"""Products of matrices: transposes and inverses combined, what cancels removed."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, identity, inverse, times, transposed
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.properties import facts, is_invertible
from gradviz.algebra.rewriting import rule

__all__ = ["RULES"]


@rule("transpose.product")
def transpose_of_product(e: Expr) -> Expr | None:
    """(U V)' = V' U'"""
    if not isinstance(e, n.Transpose):
        return None
    turned = transposed(e.children[0])
    return None if turned is e else turned


@rule("inverse.product", condition="U and V invertible")
def inverse_of_product(e: Expr) -> Expr | None:
    """(U V)^-1 = V^-1 U^-1"""
    if not isinstance(e, n.Inverse):
        return None
    inner = e.children[0]
    if isinstance(inner, n.Inverse | n.Identity):
        return inverse(inner)
    if not isinstance(inner, n.Mul):
        return None
    split = factors(inner)
    if not all(is_invertible(c) for c in split.chain):
        return None
    scalar = times(Number(split.number), *split.scalars)
    return times(n.Quotient(n.ONE, scalar) if scalar is not n.ONE else n.ONE, *[inverse(c) for c in reversed(split.chain)])


@rule("inverse.orthogonal")
def inverse_of_orthogonal(e: Expr) -> Expr | None:
    """Q^-1 = Q'"""
    if isinstance(e, n.Inverse) and "orthogonal" in facts(e.children[0]):
        return transposed(e.children[0])
    return None


@rule("inverse.cancel")
def cancel(e: Expr) -> Expr | None:
    """U U^-1 = I"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i, (a, b) in enumerate(zip(chain, chain[1:], strict=False)):
        if _inverses(a, b):
            rest = [*chain[:i], identity(a.shape.rows), *chain[i + 2 :]]
            return times(*[c for c in e.children if c.is_scalar], *rest)
    return None


def _inverses(a: Expr, b: Expr) -> bool:
    if isinstance(b, n.Inverse) and b.children[0] is a:
        return True
    if isinstance(a, n.Inverse) and a.children[0] is b:
        return True
    if isinstance(a, n.Transpose) and isinstance(b, n.Transpose):
        return _inverses(b.children[0], a.children[0])
    if isinstance(a, n.Transpose) and a.children[0] is b or isinstance(b, n.Transpose) and b.children[0] is a:
        return "orthogonal" in facts(b)
    return False


@rule("power.matrix-product")
def repeated(e: Expr) -> Expr | None:
    """U U = U^2"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i, (a, b) in enumerate(zip(chain, chain[1:], strict=False)):
        (base_a, j), (base_b, k) = _power(a), _power(b)
        if base_a is base_b and a.shape.rows == a.shape.cols:
            joined = n.MatrixPower(base_a, j + k)
            return times(*[c for c in e.children if c.is_scalar], *chain[:i], joined, *chain[i + 2 :])
    return None


def _power(e: Expr) -> tuple[Expr, int]:
    return (e.children[0], e.exponent) if isinstance(e, n.MatrixPower) else (e, 1)


@rule("scalars.in-front")
def scalar_in_front(e: Expr) -> Expr | None:
    """x (y' z) = (y' z) x"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i in range(len(chain)):
        for j in range(i + 2, len(chain) + 1):
            if chain[i].shape.rows == 1 and chain[j - 1].shape.cols == 1 and j - i < len(chain):
                inner = times(*chain[i:j])
                return times(*[c for c in e.children if c.is_scalar], inner, *chain[:i], *chain[j:])
    return None


@rule("inner.as-product")
def inner_as_product(e: Expr) -> Expr | None:
    """<U, V> = U' V"""
    if not isinstance(e, n.Inner) or e.children[0].shape.cols != 1:
        return None
    return times(transposed(e.children[0]), e.children[1])


RULES = (transpose_of_product, inverse_of_product, inverse_of_orthogonal, cancel, repeated, scalar_in_front)
