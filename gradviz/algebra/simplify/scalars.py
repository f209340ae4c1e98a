"""Scalar factors: powers gathered, fractions brought to one bar and cancelled."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, negative, plus, power, quotient, terms, times, transposed
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.rewriting import rule
from gradviz.algebra.simplify.collect import bracket, size

__all__ = ["RULES", "common_power", "gather", "one_fraction", "pythagoras", "transposed_scalar"]


def gather(e: Expr, sign: int, exponents: dict[Expr, Fraction], chain: list[Expr]) -> Fraction:
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
            if k % 2 == 0 and isinstance(base, n.Apply) and base.function == "sqrt":
                base, k = base.children[0], k / 2  # sqrt(u)^2 = u, as sqrt(u) is there only for u >= 0
            compound = isinstance(base, n.Mul | n.Quotient) and not _is_chain(base)
            if k == 1 and not compound:
                stack.append((base, 1))
                continue
            if k.denominator == 1 and (compound or isinstance(base, n.Power | Number)):
                stack.append((base, int(k)))  # (u v)^k = u^k v^k, (u^j)^k = u^(j k)
                continue
            exponents[base] = exponents.get(base, Fraction(0)) + k
        elif part.is_scalar:
            exponents[part] = exponents.get(part, Fraction(0)) + s
        else:
            chain.append(part)
    return number


def _is_root(e: Expr) -> bool:
    """Whether a power is an even one of a square root."""
    base, exponent = e.children
    even = isinstance(exponent, Number) and exponent.value % 2 == 0
    return even and isinstance(base, n.Apply) and base.function == "sqrt"


def _join_roots(exponents: dict[Expr, Fraction]) -> None:
    """``u/sqrt(u) = sqrt(u)`` and ``u/|u|^2 = 1/u``, where both stand in one product."""
    for base in list(exponents):
        if isinstance(base, n.Apply) and base.function == "abs" and base.children[0] in exponents:
            if exponents[base] % 2 == 0:
                exponents[base.children[0]] += exponents.pop(base)
            continue
        if isinstance(base, n.Apply) and base.function == "sqrt" and base.children[0] in exponents:
            root, whole = exponents[base], exponents[base.children[0]]
            if root * whole < 0 and whole.denominator == 1:
                exponents[base] = root + 2 * whole
                del exponents[base.children[0]]


def _join_exponentials(exponents: dict[Expr, Fraction]) -> None:
    """``exp(u)^j exp(-u)^k = exp(u)^(j - k)``."""
    for base in list(exponents):
        other = n.Apply(negative(base.children[0]), "exp") if isinstance(base, n.Apply) else base
        turned = isinstance(base, n.Apply) and factors(base.children[0]).number < 0
        if turned and base.function == "exp" and other in exponents:  # type: ignore[attr-defined]
            exponents[other] -= exponents.pop(base)


def _is_chain(e: Expr) -> bool:
    """A 1x1 product of matrices, which stays together."""
    return isinstance(e, n.Mul) and e.is_scalar and not any(c.is_scalar for c in e.children)


@rule("scalars.one-fraction")
def one_fraction(e: Expr) -> Expr | None:
    """u (V/w) = u V/w"""
    return _gathered(e)


@rule("scalars.gather-powers")
def gather_powers(e: Expr) -> Expr | None:
    """u^j u^k = u^(j + k)"""
    if any(isinstance(c, n.Quotient) for c in (e, *e.children)) or (isinstance(e, n.Power) and not _is_root(e)):
        return None
    return _gathered(e)


def _gathered(e: Expr) -> Expr | None:
    """The product with every power written once, under one bar."""
    if not isinstance(e, n.Mul | n.Quotient | n.Power):
        return None
    if isinstance(e, n.Power) and not (isinstance(e.children[1], Number) and (e.children[1].value < 0 or _is_root(e))):
        return None
    exponents: dict[Expr, Fraction] = {}
    chain: list[Expr] = []
    number = gather(e, 1, exponents, chain)
    _join_roots(exponents)
    _join_exponentials(exponents)
    result = _product(number, exponents, chain)
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


@rule("collect.common-power")
def common_power(e: Expr) -> Expr | None:
    """u^j V + u^k W = u^j (V + u^(k - j) W)"""
    if not isinstance(e, n.Add):
        return None
    parts: list[tuple[Fraction, dict[Expr, Fraction], list[Expr]]] = []
    for term in e.children:
        exponents: dict[Expr, Fraction] = {}
        chain: list[Expr] = []
        parts.append((gather(term, 1, exponents, chain), exponents, chain))
    first = parts[0][1]
    shared = {base: min(part[1].get(base, Fraction(0)) for part in parts) for base in first}
    shared = {base: k for base, k in shared.items() if k > 0 and not (e.is_scalar and isinstance(base, n.Symbol))}
    if not any(part[1][base] != k for part in parts for base, k in shared.items()):
        return None  # what the terms share in full is another rule's
    rest = []
    for number, exponents, chain in parts:
        left = {base: k - shared.get(base, Fraction(0)) for base, k in exponents.items()}
        rest.append(_product(number, left, chain))
    result = times(*[power(base, k) for base, k in shared.items()], bracket(*rest))
    return result if size(result) < size(e) else None


@rule("collect.transposed-scalar")
def transposed_scalar(e: Expr) -> Expr | None:
    """x' U y + y' V x = x' (U + V') y"""
    if not isinstance(e, n.Add) or not e.is_scalar:
        return None
    parts = [factors(t) for t in e.children]
    chains = [p.scalars[0].children if len(p.scalars) == 1 and _is_chain(p.scalars[0]) else () for p in parts]
    for (i, one), (j, other) in combinations(enumerate(chains), 2):
        if len(one) < 3 or len(other) < 3:
            continue
        turned = tuple(transposed(c) for c in reversed(other))
        if (turned[0], turned[-1]) != (one[0], one[-1]) or parts[i].scalars == parts[j].scalars:
            continue
        middle = [times(Number(p.number), *c[1:-1]) for p, c in ((parts[i], one), (parts[j], turned))]
        joined = times(one[0], bracket(*middle), one[-1])
        if size(joined) < size(n.Add(e.children[i], e.children[j])):
            return plus(*[joined if k == i else t for k, t in enumerate(e.children) if k != j])
    return None


@rule("recognise.pythagoras")
def pythagoras(e: Expr) -> Expr | None:
    """sin(u)^2 V + cos(u)^2 V = V"""
    if not isinstance(e, n.Add) or not e.is_scalar:
        return None
    parts: list[tuple[Fraction, dict[Expr, Fraction], list[Expr]]] = []
    for term in e.children:
        exponents: dict[Expr, Fraction] = {}
        chain: list[Expr] = []
        parts.append((gather(term, 1, exponents, chain), exponents, chain))
    for i, (number, exponents, chain) in enumerate(parts):
        for base, k in exponents.items():
            if not (isinstance(base, n.Apply) and base.function == "sin" and k >= 2):
                continue
            cosine = n.Apply(base.children[0], "cos")
            rest = _without_zeros({**exponents, base: k - 2})
            wanted = _without_zeros({**rest, cosine: rest.get(cosine, Fraction(0)) + 2})
            for j, other in enumerate(parts):
                if other == (number, wanted, chain):
                    joined = _product(number, rest, chain)
                    return plus(*[joined if m == min(i, j) else t for m, t in enumerate(e.children) if m != max(i, j)])
    return None


def _without_zeros(exponents: dict[Expr, Fraction]) -> dict[Expr, Fraction]:
    return {base: k for base, k in exponents.items() if k}


def _product(number: Fraction, exponents: dict[Expr, Fraction], chain: list[Expr]) -> Expr:
    """A number, powers and matrices under one bar."""
    above = [power(base, k) for base, k in exponents.items() if k > 0]
    below = [power(base, -k) for base, k in exponents.items() if k < 0]
    if not below:
        return times(Number(number), *above, *chain)
    return quotient(times(Number(number.numerator), *above, *chain), times(Number(number.denominator), *below))


RULES = (gather_powers, one_fraction, join_powers)
