"""Scalar factors: powers gathered, fractions brought to one bar and cancelled."""

from __future__ import annotations

from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, plus, power, quotient, terms, times
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.rewriting import rule

__all__ = ["RULES"]


def _gather(e: Expr, sign: int, exponents: dict[Expr, Fraction], chain: list[Expr]) -> Fraction:
    """Take a product apart into powers of scalars (`exponents`), a chain of matrices and the number returned."""
    number = Fraction(1)
    stack: list[tuple[Expr, int]] = [(e, sign)]
    while stack:
        part, s = stack.pop()
        if isinstance(part, Number) and part.value != 0:
            number *= part.value**s
        elif isinstance(part, n.Quotient):
            stack += [(part.children[1], -s), (part.children[0], s)]
        elif isinstance(part, n.Mul):
            split = factors(part)
            number *= split.number**s
            if _is_chain(part):
                exponents[part] = exponents.get(part, Fraction(0)) + s
            else:
                stack += [(c, s) for c in reversed((*split.scalars, *split.chain))]
        elif isinstance(part, n.Power) and isinstance(part.children[1], Number):
            base, k = part.children[0], part.children[1].value * s
            compound = isinstance(base, n.Mul | n.Quotient) and not _is_chain(base)
            if k.denominator == 1 and (compound or isinstance(base, n.Power | Number)):
                stack.append((base, int(k)))  # (u v)^k = u^k v^k, (u^j)^k = u^(j k)
                continue
            exponents[base] = exponents.get(base, Fraction(0)) + k
        elif part.is_scalar:
            exponents[part] = exponents.get(part, Fraction(0)) + s
        else:
            chain.append(part)
    return number


def _is_chain(e: Expr) -> bool:
    """A 1x1 product of matrices, which stays together."""
    return isinstance(e, n.Mul) and e.is_scalar and not any(c.is_scalar for c in e.children)


@rule("scalars.sign")
def sign_times_itself(e: Expr) -> Expr | None:
    """sign(u) u = abs(u)"""
    if not isinstance(e, n.Mul):
        return None
    for factor in e.children:
        if isinstance(factor, n.Apply) and factor.function == "sign" and factor.is_scalar:
            rest = list(e.children)
            rest.remove(factor)
            if factor.children[0] in rest:
                rest[rest.index(factor.children[0])] = n.Apply(factor.children[0], "abs")
                return times(*rest)
    return None


@rule("scalars.one-fraction")
def one_fraction(e: Expr) -> Expr | None:
    """u (V/w) = u V/w"""
    if not isinstance(e, n.Mul | n.Quotient | n.Power):
        return None
    if isinstance(e, n.Power) and not (isinstance(e.children[1], Number) and e.children[1].value < 0):
        return None
    exponents: dict[Expr, Fraction] = {}
    chain: list[Expr] = []
    number = _gather(e, 1, exponents, chain)
    above = [power(base, k) for base, k in exponents.items() if k > 0]
    below = [power(base, -k) for base, k in exponents.items() if k < 0]
    if below:
        result = quotient(times(Number(number.numerator), *above, *chain), times(Number(number.denominator), *below))
    else:
        result = times(Number(number), *above, *chain)
    return result if result is not e and result is not times(e) else None


@rule("scalars.join-powers")
def join_powers(e: Expr) -> Expr | None:
    """u^p u^q = u^(p + q)"""
    if not isinstance(e, n.Mul):
        return None
    for i, a in enumerate(e.children):
        if not isinstance(a, n.Power) or isinstance(a.children[1], Number):
            continue
        base, p = a.children
        for j, b in enumerate(e.children):
            whole = b is base or (isinstance(b, n.Power) and b.children[0] is base)
            if i == j or not whole:
                continue
            q = n.ONE if b is base else b.children[1]
            rest = list(e.children)
            rest[min(i, j)] = power(base, _added(p, q))
            del rest[max(i, j)]
            return times(*rest)
    return None


def _added(p: Expr, q: Expr) -> Expr:
    """``p + q`` with its numbers worked out."""
    found = [t for part in (p, q) for t in terms(part)]
    number = sum((t.value for t in found if isinstance(t, Number)), Fraction(0))
    return plus(*[t for t in found if not isinstance(t, Number)], Number(number))


RULES = (one_fraction, join_powers, sign_times_itself)
