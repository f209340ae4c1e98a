"""Functions recognised in what is left of them: the logistic function, softmax."""

from __future__ import annotations

from dataclasses import replace

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, hadamard, is_one_in_each_entry, negative, plus, power, quotient, times
from gradviz.algebra.nodes import Apply, Expr, Number
from gradviz.algebra.rewriting import rule
from gradviz.algebra.walk import substitute

__all__ = ["RULES", "one_plus_exp", "turned_difference"]


def one_plus_exp(e: Expr) -> Expr | None:
    """The z of ``1 + e^z``, a scalar or entry by entry."""
    if not isinstance(e, n.Add) or len(e.children) != 2:
        return None
    for one, other in (e.children, e.children[::-1]):
        if is_one_in_each_entry(one) and isinstance(other, Apply) and other.function == "exp":
            return other.children[0]
    return None


@rule("recognise.sigmoid")
def sigmoid(e: Expr) -> Expr | None:
    """e^z/(1 + e^z) = sigma(z)"""
    if not isinstance(e, n.Quotient):
        return None
    numerator, denominator = factors(e.children[0]), factors(e.children[1])
    for i, factor in enumerate(denominator.scalars):
        base, k = factor.children if isinstance(factor, n.Power) else (factor, n.ONE)
        z = one_plus_exp(base)
        if z is None:
            continue
        below = times(Number(denominator.number), *denominator.scalars[:i], *denominator.scalars[i + 1 :])
        above = list(numerator.scalars)
        growth = power(Apply(z, "exp"), k)
        if k is not n.ONE:
            if growth not in above:
                continue
            above[above.index(growth)] = power(Apply(z, "sigmoid"), k)
        elif growth in above:
            above[above.index(growth)] = Apply(z, "sigmoid")
        else:
            above.append(Apply(negative(z), "sigmoid"))
        return quotient(times(Number(numerator.number), *above, *numerator.chain), below)
    return None


@rule("recognise.sigmoid-slope")
def sigmoid_slope(e: Expr) -> Expr | None:
    """e^z/(1 + e^z)^2 = sigma(z) (1 - sigma(z))"""
    if not isinstance(e, n.Quotient):
        return None
    numerator, denominator = factors(e.children[0]), factors(e.children[1])
    for i, factor in enumerate(denominator.scalars):
        if not (isinstance(factor, n.Power) and factor.children[1] is Number(2)):
            continue
        z = one_plus_exp(factor.children[0])
        if z is None or Apply(z, "exp") not in numerator.scalars:
            continue
        value = Apply(negative(z) if factors(z).number < 0 else z, "sigmoid")
        above = [s for s in numerator.scalars if s is not Apply(z, "exp")]
        below = times(Number(denominator.number), *denominator.scalars[:i], *denominator.scalars[i + 1 :])
        slope = (value, n.Add(n.ONE, times(Number(-1), value)))
        return quotient(times(Number(numerator.number), *above, *slope, *numerator.chain), below)
    return None


@rule("recognise.sigmoid-reflected")
def sigmoid_reflected(e: Expr) -> Expr | None:
    """1 - sigma(-z) = sigma(z)"""
    if not isinstance(e, n.Add):
        return None
    ones = [i for i, t in enumerate(e.children) if is_one_in_each_entry(t)]
    for i, term in enumerate(e.children):
        split = factors(term)
        value = split.scalars + split.chain
        if not ones or split.number != -1 or len(value) != 1:
            continue
        (inner,) = value
        if isinstance(inner, Apply) and inner.function == "sigmoid" and factors(inner.children[0]).number < 0:
            turned = Apply(negative(inner.children[0]), "sigmoid")
            return plus(*[turned if k == ones[0] else t for k, t in enumerate(e.children) if k != i])
    return None


@rule("recognise.entrywise-sigmoid")
def entrywise_sigmoid(e: Expr) -> Expr | None:
    """exp(Z) ./ (1 + exp(Z)) = sigma(Z)"""
    if not isinstance(e, n.HadamardQuotient):
        return None
    bar = e.children[1]
    base, k = bar.children if isinstance(bar, n.HadamardPower) else (bar, n.ONE)
    z = one_plus_exp(base)
    if z is None:
        return None
    split = factors(e.children[0])
    inside = (
        split.chain[0].children if len(split.chain) == 1 and isinstance(split.chain[0], n.Hadamard) else split.chain
    )
    growth, value = Apply(z, "exp"), Apply(z, "sigmoid")
    raised = growth if k is n.ONE else n.HadamardPower(growth, k)
    if raised in inside:
        found: tuple[Expr, ...] = (value if k is n.ONE else n.HadamardPower(value, k),)
        at = raised
    elif k is Number(2) and growth in inside:
        value = Apply(negative(z) if factors(z).number < 0 else z, "sigmoid")
        found, at = (value, _one_less(value)), growth
    elif k is n.ONE:
        turned = Apply(negative(z), "sigmoid")
        above = split.chain[0] if len(split.chain) == 1 else times(*split.chain)
        whole = turned if is_one_in_each_entry(above) else hadamard(above, turned)
        return times(Number(split.number), *split.scalars, whole)
    else:
        return None
    place = inside.index(at)
    changed = (*inside[:place], *found, *inside[place + 1 :])
    product = changed[0] if len(changed) == 1 else n.Hadamard(*changed)
    return times(Number(split.number), *split.scalars, product)


@rule("recognise.sigmoid-difference")
def sigmoid_difference(e: Expr) -> Expr | None:
    """sigma(z) - sigma(z)^2 = sigma(z) (1 - sigma(z))"""
    if not isinstance(e, n.Add) or len(e.children) != 2:
        return None
    for first, second in (e.children, e.children[::-1]):
        square = n.Power if first.is_scalar else n.HadamardPower
        split, other = factors(first), factors(second)
        whole, raised = split.scalars + split.chain, other.scalars + other.chain
        for value in whole:
            if not (isinstance(value, Apply) and value.function == "sigmoid"):
                continue
            rest = [v for v in whole if v is not value]
            squared = square(value, Number(2))
            if split.number != -other.number or len(rest) + 1 != len(whole) or squared not in raised:
                continue
            if rest != [v for v in raised if v is not squared] or (rest and not first.is_scalar):
                continue
            slope = (value, _one_less(value))
            return times(Number(split.number), *(slope if first.is_scalar else [n.Hadamard(*slope)]), *rest)
    return None


def _one_less(value: Expr) -> Expr:
    """``1 - sigma(z)``, a scalar or entry by entry."""
    one: Expr = n.ONE if value.is_scalar else n.Fill(n.ONE, *value.shape)
    return n.Add(one, times(Number(-1), value))


_RATIOS = {("sin", "cos"): "tan", ("sinh", "cosh"): "tanh"}


@rule("recognise.tangent")
def tangent(e: Expr) -> Expr | None:
    """sinh(z)/cosh(z) = tanh(z)"""
    if not isinstance(e, n.Quotient | n.HadamardQuotient):
        return None
    above, below = factors(e.children[0]), factors(e.children[1])
    tops = above.scalars if isinstance(e, n.Quotient) else _entrywise_factors(above.chain)
    bottoms = below.scalars if isinstance(e, n.Quotient) else _entrywise_factors(below.chain)
    for i, top in enumerate(tops):
        for j, bottom in enumerate(bottoms):
            if not (isinstance(top, Apply) and isinstance(bottom, Apply)) or top.children != bottom.children:
                continue
            name = _RATIOS.get((top.function, bottom.function))
            if name is None:
                continue
            kept = [*tops[:i], Apply(top.children[0], name), *tops[i + 1 :]]
            left = [*bottoms[:j], *bottoms[j + 1 :]]
            if isinstance(e, n.Quotient):
                numerator = times(Number(above.number), *kept, *above.chain)
                return quotient(numerator, times(Number(below.number), *left))
            numerator = times(Number(above.number), *above.scalars, hadamard(*kept))
            scale = times(Number(below.number), *below.scalars)
            return quotient(n.HadamardQuotient(numerator, hadamard(*left)) if left else numerator, scale)
    return None


def _entrywise_factors(chain: tuple[Expr, ...]) -> tuple[Expr, ...]:
    """The factors of an entrywise product; of a product of matrices none."""
    if len(chain) != 1:
        return ()
    return chain[0].children if isinstance(chain[0], n.Hadamard) else chain


@rule("recognise.softmax")
def softmax(e: Expr) -> Expr | None:
    """exp(x)/sum(exp(x)) = softmax(x)"""
    if not isinstance(e, n.Quotient):
        return None
    numerator, denominator = factors(e.children[0]), factors(e.children[1])
    for i, factor in enumerate(denominator.scalars):
        base, k = (factor.children[0], factor.children[1]) if isinstance(factor, n.Power) else (factor, n.ONE)
        powers = base.children[0] if isinstance(base, n.Sum) else None
        if not (isinstance(powers, Apply) and powers.function == "exp" and powers.shape.is_column):
            continue
        put_in: dict[Expr, Expr] = {powers: n.Softmax(powers.children[0])}
        changed = [substitute(c, put_in) if _linear_in(c, powers) else c for c in numerator.chain]
        count = sum(a is not b for a, b in zip(changed, numerator.chain, strict=True))
        if not count or k is not Number(count):
            continue
        below = times(Number(denominator.number), *denominator.scalars[:i], *denominator.scalars[i + 1 :])
        return quotient(times(Number(numerator.number), *numerator.scalars, *changed), below)
    return None


def _linear_in(factor: Expr, part: Expr) -> bool:
    """Whether a factor is `part`, its transpose, its diagonal matrix or an entrywise product with it."""
    if isinstance(factor, n.Transpose | n.Diag):
        factor = factor.children[0]
    return factor is part or (isinstance(factor, n.Hadamard) and factor.children.count(part) == 1)


@rule("collect.sign-into-difference")
def sign_into_difference(e: Expr) -> Expr | None:
    """-(e_k - p) = p - e_k"""
    split = factors(e)
    if not isinstance(e, n.Mul) or split.number >= 0:
        return None
    whole = (*split.chain, *split.scalars)
    for part in whole:
        if not isinstance(part, n.Add) or len(part.children) != 2:
            continue
        first, second = part.children
        if (isinstance(first, n.Unit) or _one_less_sigmoid(first, second)) and factors(second).number == -1:
            turned = n.Add(negative(second), negative(first))
            rest = [turned if c is part else c for c in (*split.scalars, *split.chain)]
            return times(Number(-split.number), *rest)
    return None


def _turned_difference(e: Expr) -> Expr | None:
    """``-(u - v) = v - u``, of a whole answer."""
    inner = e.children[1] if isinstance(e, n.Mul) and len(e.children) == 2 else e
    if inner is e or e.children[0] is not n.MINUS_ONE or not isinstance(inner, n.Add) or len(inner.children) != 2:
        return None
    first, second = inner.children
    return n.Add(negative(second), negative(first)) if factors(first).number > 0 > factors(second).number else None


turned_difference = replace(sign_into_difference, apply=_turned_difference)
"""The same rule for a whole answer; a term ``-(1 - y)/(1 - p)`` of a sum stays as it is."""


def _one_less_sigmoid(first: Expr, second: Expr) -> bool:
    value = negative(second)
    return first is n.ONE and isinstance(value, Apply) and value.function == "sigmoid"


RULES = (
    sigmoid_reflected, sigmoid_slope, sigmoid, entrywise_sigmoid, sigmoid_difference, tangent, softmax,
    sign_into_difference,
)  # fmt: skip
