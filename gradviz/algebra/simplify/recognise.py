"""Functions recognised in what is left of them: the logistic function, softmax."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, is_one, negative, quotient, times
from gradviz.algebra.nodes import Apply, Expr, Number
from gradviz.algebra.rewriting import rule

__all__ = ["RULES"]


def _one_plus_exp(e: Expr) -> Expr | None:
    """The z of ``1 + e^z``, a scalar or entry by entry."""
    if not isinstance(e, n.Add) or len(e.children) != 2:
        return None
    for one, other in (e.children, e.children[::-1]):
        filled = one.children[0] if isinstance(one, n.Fill) else one
        if (is_one(filled) or isinstance(one, n.Ones)) and isinstance(other, Apply) and other.function == "exp":
            return other.children[0]
    return None


@rule("recognise.sigmoid")
def sigmoid(e: Expr) -> Expr | None:
    """e^z/(1 + e^z) = sigma(z)"""
    if not isinstance(e, n.Quotient):
        return None
    numerator, denominator = factors(e.children[0]), factors(e.children[1])
    for i, factor in enumerate(denominator.scalars):
        z = _one_plus_exp(factor)
        if z is None:
            continue
        below = times(Number(denominator.number), *denominator.scalars[:i], *denominator.scalars[i + 1 :])
        above = list(numerator.scalars)
        growth = Apply(z, "exp")
        if growth in above:
            above[above.index(growth)] = Apply(z, "sigmoid")
        else:
            above.append(Apply(negative(z), "sigmoid"))
        return quotient(times(Number(numerator.number), *above, *numerator.chain), below)
    return None


@rule("recognise.entrywise-sigmoid")
def entrywise_sigmoid(e: Expr) -> Expr | None:
    """exp(Z) ./ (1 + exp(Z)) = sigma(Z)"""
    if not isinstance(e, n.HadamardQuotient):
        return None
    z = _one_plus_exp(e.children[1])
    if z is None:
        return None
    split = factors(e.children[0])
    inside = (
        split.chain[0].children if len(split.chain) == 1 and isinstance(split.chain[0], n.Hadamard) else split.chain
    )
    growth = Apply(z, "exp")
    if growth in inside:
        changed = [Apply(z, "sigmoid") if c is growth else c for c in inside]
        product = changed[0] if len(changed) == 1 else n.Hadamard(*changed)
        return times(Number(split.number), *split.scalars, product)
    return None


@rule("recognise.softmax")
def softmax(e: Expr) -> Expr | None:
    """exp(x)/sum(exp(x)) = softmax(x)"""
    if not isinstance(e, n.Quotient):
        return None
    numerator, denominator = factors(e.children[0]), factors(e.children[1])
    for i, factor in enumerate(denominator.scalars):
        powers = factor.children[0] if isinstance(factor, n.Sum) else None
        if not (
            isinstance(powers, Apply)
            and powers.function == "exp"
            and powers.shape.is_column
            and powers in numerator.chain
        ):
            continue
        chain = [n.Softmax(powers.children[0]) if c is powers else c for c in numerator.chain]
        below = times(Number(denominator.number), *denominator.scalars[:i], *denominator.scalars[i + 1 :])
        return quotient(times(Number(numerator.number), *numerator.scalars, *chain), below)
    return None


RULES = (sigmoid, entrywise_sigmoid, softmax)
