"""Products, quotients and powers."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import minus, plus, power, times
from gradviz.algebra.nodes import MINUS_ONE, ONE, Differential, Expr, Number
from gradviz.calculus.rules.registry import Registry, Varies

__all__ = ["register"]

MN = "Magnus & Neudecker, Matrix Differential Calculus, ch. 8"
FULL_PRODUCT = 3
"""Up to so many factors the product rule is written out with its constant factors; in longer products those are
passed over.
"""


def register(rules: Registry) -> None:
    """Add this family."""

    @rules.add(n.Mul, id="product", source=MN)
    def product(e: Expr, varies: Varies) -> Expr | None:
        """d(U V) = d(U) V + U d(V)"""
        return _leibniz(e, varies)

    @rules.add(n.Hadamard, id="product.entrywise", source=MN)
    def entrywise(e: Expr, varies: Varies) -> Expr | None:
        """d(U .* V) = d(U) .* V + U .* d(V)"""
        return _leibniz(e, varies)

    @rules.add(n.Kronecker, id="product.kronecker", source=MN)
    def kronecker(e: Expr, varies: Varies) -> Expr | None:
        """d(kron(U, V)) = kron(d(U), V) + kron(U, d(V))"""
        return _leibniz(e, varies)

    @rules.add(n.Inner, id="product.inner", source=MN, parts="U V")
    def inner(e: Expr, varies: Varies) -> Expr | None:
        """d(<U, V>) = <d(U), V> + <U, d(V)>"""
        left, right = e.children
        if left is right:
            return n.Mul(Number(2), _paired(left, Differential(right)))
        if not varies(left):
            return _paired(left, Differential(right))
        if not varies(right):
            return _paired(right, Differential(left))
        return n.Add(_paired(right, Differential(left)), _paired(left, Differential(right)))

    @rules.add(n.Quotient, id="quotient.reciprocal", parts="C v")
    def reciprocal(e: Expr, varies: Varies) -> Expr | None:
        """d(C/v) = -C/v^2 d(v)"""
        numerator, v = e.children
        if varies(numerator):
            return None
        return n.Mul(MINUS_ONE, n.Quotient(numerator, power(v, 2)), Differential(v))

    @rules.add(n.Quotient, id="quotient", parts="U v")
    def quotient(e: Expr, varies: Varies) -> Expr | None:
        """d(U/v) = d(U)/v - U/v^2 d(v)"""
        u, v = e.children
        return n.Add(n.Quotient(Differential(u), v), n.Mul(MINUS_ONE, n.Quotient(u, power(v, 2)), Differential(v)))

    @rules.add(n.HadamardQuotient, id="quotient.entrywise", parts="U V")
    def entrywise_quotient(e: Expr, varies: Varies) -> Expr | None:
        """d(U ./ V) = d(U) ./ V - U ./ V.^2 .* d(V)"""
        u, v = e.children
        second = n.Mul(MINUS_ONE, n.Hadamard(n.HadamardQuotient(u, n.HadamardPower(v, Number(2))), Differential(v)))
        return n.Add(n.HadamardQuotient(Differential(u), v), second) if varies(u) else second

    @rules.add(n.Power, id="power.norm-squared", source=MN, parts="U", within=_of_norm)
    def norm_squared(e: Expr, varies: Varies) -> Expr | None:
        """d(||U||^2) = 2 <U, d(U)>"""
        base, exponent = e.children
        if not isinstance(base, n.Norm) or base.kind == "1" or exponent is not Number(2):
            return None
        return n.Mul(Number(2), _paired(base.children[0], Differential(base.children[0])))

    @rules.add(n.Power, id="power.of-norm", source=MN, parts="U p", within=_of_norm, condition="U nonzero")
    def power_of_norm(e: Expr, varies: Varies) -> Expr | None:
        """d(||U||^p) = p ||U||^(p-2) <U, d(U)>"""
        base, p = e.children
        if not isinstance(base, n.Norm) or base.kind == "1" or varies(p):
            return None
        u = base.children[0]
        lowered = Number(p.value - 2) if isinstance(p, Number) else minus(p, Number(2))
        return times(p, power(base, lowered), _paired(u, Differential(u)))

    @rules.add(n.Power, id="power", parts="u p")
    def power_(e: Expr, varies: Varies) -> Expr | None:
        """d(u^p) = p u^(p-1) d(u)"""
        u, p = e.children
        if varies(p):
            return None
        lowered = Number(p.value - 1) if isinstance(p, Number) else minus(p, ONE)
        return times(p, power(u, lowered), Differential(u))

    @rules.add(n.Power, id="power.exponential", parts="a u", condition="a > 0")
    def exponential(e: Expr, varies: Varies) -> Expr | None:
        """d(a^u) = a^u log(a) d(u)"""
        a, u = e.children
        return None if varies(a) else times(e, n.Apply(a, "log"), Differential(u))

    @rules.add(n.Power, id="power.general", parts="u v", condition="u > 0")
    def general(e: Expr, varies: Varies) -> Expr | None:
        """d(u^v) = v u^(v-1) d(u) + u^v log(u) d(v)"""
        u, v = e.children
        return plus(times(v, power(u, minus(v, ONE)), Differential(u)), times(e, n.Apply(u, "log"), Differential(v)))

    @rules.add(n.HadamardPower, id="power.entrywise", parts="U p")
    def entrywise_power(e: Expr, varies: Varies) -> Expr | None:
        """d(U.^p) = p U.^(p-1) .* d(U)"""
        u, p = e.children
        if varies(p):
            return None
        lowered = Number(p.value - 1) if isinstance(p, Number) else minus(p, ONE)
        if lowered is n.ZERO:
            return times(p, Differential(u))
        return times(p, n.Hadamard(u if lowered is ONE else n.HadamardPower(u, lowered), Differential(u)))

    @rules.add(n.HadamardPower, id="power.entrywise-exponent", parts="U p", condition="every entry of U > 0")
    def entrywise_exponent(e: Expr, varies: Varies) -> Expr | None:
        """d(U.^p) = U.^p .* log(U) d(p)"""
        u, p = e.children
        return None if varies(u) else n.Mul(n.Hadamard(e, n.Apply(u, "log")), Differential(p))

    @rules.add(n.HadamardPower, id="power.entrywise-general", parts="U p", condition="every entry of U > 0")
    def entrywise_general(e: Expr, varies: Varies) -> Expr | None:
        """d(U.^p) = p U.^(p-1) .* d(U) + U.^p .* log(U) d(p)"""
        u, p = e.children
        by_base = times(p, n.Hadamard(n.HadamardPower(u, minus(p, ONE)), Differential(u)))
        return plus(by_base, n.Mul(n.Hadamard(e, n.Apply(u, "log")), Differential(p)))

    @rules.add(n.MatrixPower, id="power.matrix", source="Matrix Cookbook, eq. 90", parts="U")
    def matrix_power(e: Expr, varies: Varies) -> Expr | None:
        """d(U^k) = d(U) U^(k-1) + U d(U) U^(k-2) + ... + U^(k-1) d(U)"""
        assert isinstance(e, n.MatrixPower)
        u, k = e.children[0], e.exponent
        return plus(*[times(matrix_power_of(u, i), Differential(u), matrix_power_of(u, k - 1 - i)) for i in range(k)])


def _of_norm(e: Expr) -> tuple[Expr, ...]:
    """The U and p of ``||U||^p``."""
    base, exponent = e.children
    return base.children[0], exponent


def matrix_power_of(base: Expr, k: int) -> Expr:
    """``base^k`` for k >= 0."""
    return n.Identity(base.shape.rows) if k == 0 else base if k == 1 else n.MatrixPower(base, k)


def _leibniz(e: Expr, varies: Varies) -> Expr:
    """One term a factor, the order kept."""
    repeated = _repeated_factors(e, varies)
    if repeated is not None:
        return repeated
    written_out = sum(map(_worth_showing, e.children)) <= FULL_PRODUCT
    shown = [i for i, c in enumerate(e.children) if varies(c) or (written_out and _worth_showing(c))]
    return plus(*[e.with_children([*e.children[:i], Differential(e.children[i]), *e.children[i + 1 :]]) for i in shown])


def _repeated_factors(e: Expr, varies: Varies) -> Expr | None:
    """``d(u u) = 2 u d(u)`` where all that varies is one factor, of scalars or entry by entry."""
    if not isinstance(e, n.Hadamard) and not e.is_scalar:
        return None
    varying = [c for c in e.children if varies(c)]
    first = varying[0]
    if len(varying) < 2 or any(c is not first for c in varying) or (isinstance(e, n.Mul) and not first.is_scalar):
        return None
    rest = list(e.children)
    rest[rest.index(first)] = Differential(first)
    return times(Number(len(varying)), e.with_children(rest))


def _worth_showing(factor: Expr) -> bool:
    return not isinstance(factor, (Number, n.Constant, n.DimNumber, n.Identity, n.Ones))


def _paired(weight: Expr, direction: Expr) -> Expr:
    """``<weight, direction>`` as a product: ``w' d`` of vectors, ``tr(W' D)`` of matrices."""
    if weight.is_scalar:
        return n.Mul(weight, direction)
    if weight.shape.is_column:
        return n.Mul(_transposed(weight), direction)
    if weight.shape.is_row:
        return n.Mul(direction, _transposed(weight))
    return n.Trace(n.Mul(_transposed(weight), direction))


def _transposed(weight: Expr) -> Expr:
    return weight.children[0] if isinstance(weight, n.Transpose) else n.Transpose(weight)
