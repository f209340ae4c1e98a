"""Brackets multiplied out where that makes the whole shorter, because terms cancel or join."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from weakref import WeakSet

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, hadamard, plus, power, quotient, times, transposed
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.rewriting import Rule, rewrite, rule
from gradviz.algebra.simplify.collect import bracket, letters, size
from gradviz.algebra.simplify.entrywise import powers_entrywise
from gradviz.algebra.simplify.scalars import gather, one_fraction

__all__ = ["denominator_rule", "entrywise_denominator_rule", "expanded", "expansion_rule", "one_sum_rule"]

MAX_TERMS = 12
MAX_SQUARED = 4
"""Terms that the square of a bracket may have."""
MAX_SIZE = 120
"""Longer expressions are left as they are: the attempt costs more than it is likely to gain."""


def expanded(e: Expr) -> list[Expr] | None:
    """The terms of a sum or product with every bracket in it multiplied out; None if there are too many, or no
    bracket.
    """
    found: list[Expr] = []
    changed = False
    for term in e.children if isinstance(e, n.Add) else (e,):
        parts = _multiplied(term)
        if parts is None or len(found) + len(parts) > MAX_TERMS:
            return None
        changed |= len(parts) > 1
        found += parts
    return found if changed else None


def _fractions_multiplied(e: Expr) -> list[Expr] | None:
    """The terms of a product in which only a sum of fractions is multiplied out: ``p q (a/p + b/q)``."""
    if not isinstance(e, n.Mul):
        return None
    for i, factor in enumerate(e.children):
        if isinstance(factor, n.Add) and any(
            isinstance(p, n.Quotient) for t in factor.children for p in (t, *t.children)
        ):
            return [times(*e.children[:i], t, *e.children[i + 1 :]) for t in factor.children]
    return None


def _and_parts(terms: Sequence[Expr]) -> Sequence[Expr]:
    """Terms, and the factors of each."""
    return [part for term in terms for part in (term, *term.children)]


def _multiplied(term: Expr, depth: int = 2) -> list[Expr] | None:
    """The terms of a product; brackets within brackets are opened `depth` levels deep."""
    combine: Callable[..., Expr]
    if isinstance(term, n.Mul):
        combine = times
    elif isinstance(term, n.Hadamard):
        combine = hadamard
    else:
        return list(_terms(term, 0))
    choices = [_terms(c, depth) for c in term.children]
    count = 1
    for choice in choices:
        count *= len(choice)
    return None if count > MAX_TERMS else [combine(*picked) for picked in product(*choices)]


def _terms(factor: Expr, depth: int) -> Sequence[Expr]:
    if isinstance(factor, n.Add):
        if depth == 0:
            return factor.children
        found = [inner for t in factor.children for inner in _terms(t, depth - 1)]
        return found if len(found) <= MAX_TERMS else factor.children
    if (
        depth
        and isinstance(factor, n.Power)
        and factor.children[1] is Number(2)
        and isinstance(factor.children[0], n.Add)
    ):
        squared = _multiplied(n.Mul(factor.children[0], factor.children[0]), depth - 1)
        return squared if squared is not None and len(squared) <= MAX_SQUARED else (factor,)
    if depth and isinstance(factor, n.Quotient) and not factor.is_scalar and isinstance(factor.children[0], n.Add):
        return [quotient(t, factor.children[1]) for t in _terms(factor.children[0], depth - 1)]
    if isinstance(factor, n.Transpose) and isinstance(factor.children[0], n.Add):
        return [transposed(t) for t in factor.children[0].children]
    if depth and isinstance(factor, n.Mul | n.Hadamard):
        inner = _multiplied(factor, depth - 1)
        if inner is not None:
            return inner
    return (factor,)


def expansion_rule(rules: Sequence[Rule]) -> Rule:
    """The rule that multiplies out and keeps the result if, simplified by `rules`, it is shorter."""

    settled: WeakSet[Expr] = WeakSet()  # parts that the rules leave as they are, for all attempts together

    @rule("collect.multiply-out")
    def multiply_out(e: Expr) -> Expr | None:
        """(U + V) W = U W + V W"""
        if isinstance(e, n.Sum) and isinstance(e.children[0], n.Add):
            whole = (
                rewrite(bracket(*[n.Sum(t) for t in e.children[0].children]), rules, normal=settled)
                if size(e) <= MAX_SIZE
                else e
            )
            return whole if size(whole) < size(e) else None
        if not isinstance(e, n.Add | n.Mul | n.Hadamard):
            return None
        if not any(isinstance(c, n.Add) for c in e.children) and not isinstance(e, n.Add):
            return None
        if size(e) > MAX_SIZE:
            return None
        for terms in (expanded(e), _fractions_multiplied(e)):
            if terms is None:
                continue
            shorter = rewrite(bracket(*terms), rules, normal=settled)
            if isinstance(shorter, n.Add):
                shorter = bracket(*shorter.children)
            saved = size(e) - size(shorter)
            # A sign saved is no reason to leave the author's form; that a letter stands there once and not twice is.
            if saved > 1 or (saved >= 0 and letters(shorter) < letters(e)):
                return shorter
        return None

    return multiply_out


def denominator_rule(rules: Sequence[Rule]) -> Rule:
    """The rule that writes fractions over one bar if the result, simplified by `rules`, is shorter."""

    settled: WeakSet[Expr] = WeakSet()  # parts that the rules leave as they are, for all attempts together

    @rule("collect.one-denominator")
    def one_denominator(e: Expr) -> Expr | None:
        """U/v + W/v^2 = (U + W/v)/v"""
        if isinstance(e, n.Quotient):
            return _without_nested(e)
        if not isinstance(e, n.Add) or size(e) > MAX_SIZE or len(e.children) > MAX_TERMS:
            return None
        if not all(isinstance(t, n.Quotient) for t in e.children):
            return None
        below = [_denominator(t) for t in e.children]
        shared = {base: min(d.get(base, Fraction(0)) for d in below) for base in below[0]}
        shared = {base: k for base, k in shared.items() if k > 0}
        if not shared:
            return None
        highest = {base: max(d.get(base, Fraction(0)) for d in below) for d in below for base in d}
        # Of numbers nobody leaves a fraction within a fraction; of vectors A x - (x' A x) x/(x' x) is the shorter form.
        plain = (highest, False) if e.is_scalar else (shared, False)
        shortest = min((_over(bar, e.children, opened) for bar, opened in (plain, (highest, True))), key=size)
        return shortest if size(shortest) < size(e) + e.is_scalar else None

    def _over(bar: dict[Expr, Fraction], parts: Sequence[Expr], opened: bool) -> Expr:
        """The sum of fractions over one bar, its numerator multiplied out or not."""
        whole = times(*[power(base, k) for base, k in bar.items()])
        above: Sequence[Expr] = [_reduced(times(t, whole)) for t in parts]
        if opened:
            above = expanded(bracket(*above)) or above
        return _reduced(quotient(rewrite(bracket(*above), rules, normal=settled), whole))

    def _without_nested(e: Expr) -> Expr | None:
        """``(u + v/w)/z = (u w + v)/(z w)`` of numbers, where that is no longer."""
        inner = e.children[0]
        if not e.is_scalar or not isinstance(inner, n.Add) or size(e) > MAX_SIZE:
            return None
        below = [_denominator(t) for t in inner.children if isinstance(t, n.Quotient)]
        if not below or len(inner.children) > MAX_TERMS:
            return None
        bar = {base: max(d.get(base, Fraction(0)) for d in below) for d in below for base in d}
        found = [_reduced(quotient(_over(bar, inner.children, opened), e.children[1])) for opened in (False, True)]
        shortest = min((_with_equal_sums_cancelled(f) for f in found), key=size)
        return shortest if size(shortest) <= size(e) else None

    return one_denominator


def _with_equal_sums_cancelled(e: Expr) -> Expr:
    """``(u + v)/(w (v + u)) = 1/w``: sums are equal whatever the order of their terms."""
    if not isinstance(e, n.Quotient) or not isinstance(e.children[0], n.Add):
        return e
    wanted = frozenset(e.children[0].children)
    below = factors(e.children[1])
    for i, factor in enumerate(below.scalars):
        if isinstance(factor, n.Add) and frozenset(factor.children) == wanted and len(wanted) == len(factor.children):
            rest = times(Number(below.number), *below.scalars[:i], *below.scalars[i + 1 :])
            return quotient(n.ONE, rest)
    return e


def one_sum_rule(rules: Sequence[Rule]) -> Rule:
    """The rule that joins sums over one index if what is left, simplified by `rules`, is shorter."""

    settled: WeakSet[Expr] = WeakSet()  # parts that the rules leave as they are, for all attempts together

    @rule("sum.join")
    def one_sum(e: Expr) -> Expr | None:
        """sum_i u_i + sum_i v_i = sum_i (u_i + v_i)"""
        if not isinstance(e, n.Add) or size(e) > MAX_SIZE:
            return None
        parts = [factors(t) for t in e.children]
        groups: dict[object, list[int]] = {}
        for i, part in enumerate(parts):
            whole = (*part.scalars, *part.chain)
            if len(whole) == 1 and isinstance(whole[0], n.IndexedSum):
                groups.setdefault(whole[0].data, []).append(i)
        for found in groups.values():
            if len(found) < 2:
                continue
            sums = [(parts[i].number, (*parts[i].scalars, *parts[i].chain)[0]) for i in found]
            body = rewrite(bracket(*[times(Number(k), s.children[0]) for k, s in sums]), rules, normal=settled)
            index, upper = sums[0][1].data
            joined = n.IndexedSum(body, index, upper)
            if size(joined) < size(n.Add(*[e.children[i] for i in found])):
                return plus(*[joined if i == found[0] else t for i, t in enumerate(e.children) if i not in found[1:]])
        return None

    return one_sum


def entrywise_denominator_rule(rules: Sequence[Rule]) -> Rule:
    """The rule that writes entrywise fractions over one bar if the result, simplified by `rules`, is shorter."""

    settled: WeakSet[Expr] = WeakSet()  # parts that the rules leave as they are, for all attempts together

    @rule("collect.one-entrywise-denominator")
    def one_denominator(e: Expr) -> Expr | None:
        """U ./ V + W ./ V.^2 = (U .* V + W) ./ V.^2"""
        if not isinstance(e, n.Add) or e.is_scalar or size(e) > MAX_SIZE:
            return None
        parts = [factors(t) for t in e.children]
        if not all(len(p.chain) == 1 and isinstance(p.chain[0], n.HadamardQuotient) for p in parts):
            return None
        below = [powers_entrywise(p.chain[0].children[1]) for p in parts]
        if not set.intersection(*map(set, below)):
            return None
        highest = {base: max(d.get(base, Fraction(0)) for d in below) for d in below for base in d}
        above = []
        for part, known in zip(parts, below, strict=True):
            missing = [_raised(base, k - known.get(base, Fraction(0))) for base, k in highest.items()]
            top = hadamard(part.chain[0].children[0], *[m for m in missing if m is not None])
            above.append(times(Number(part.number), *part.scalars, top))
        opened = expanded(bracket(*above)) or above
        top = rewrite(bracket(*opened), rules, normal=settled)
        bar = hadamard(*[m for base, k in highest.items() if (m := _raised(base, k, keep=True)) is not None])
        split = factors(top)
        sign = -1 if split.number < 0 else 1
        joined = times(Number(sign), rewrite(n.HadamardQuotient(times(Number(sign), top), bar), rules, normal=settled))
        return joined if size(joined) < size(e) else None

    return one_denominator


def _raised(base: Expr, k: Fraction, *, keep: bool = False) -> Expr | None:
    """``base.^k``, of a root its argument; None for ``k = 0``."""
    if k == 0:
        return None
    if isinstance(base, n.Apply) and base.function == "sqrt" and k % 2 == 0 and not keep:
        base, k = base.children[0], k / 2
    return base if k == 1 else n.HadamardPower(base, Number(k))


def _denominator(e: Expr) -> dict[Expr, Fraction]:
    """The powers of scalars below the bar of a fraction."""
    exponents: dict[Expr, Fraction] = {}
    gather(e.children[1], 1, exponents, [])
    return exponents


def _reduced(e: Expr) -> Expr:
    """A fraction with what cancels cancelled."""
    result = one_fraction.apply(e)
    return e if result is None else result
