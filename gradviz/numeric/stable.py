"""Equal expressions that do not overflow: ``log(1 + e^z)`` is softplus, ``1/(1 + e^z)`` a logistic function.

A picture reaches further out than the person who typed the formula looked: at z = 800 ``e^z/(1 + e^z)`` as
written is not a number. Only what is computed is rewritten, never what is shown.
"""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import is_one_in_each_entry
from gradviz.algebra.nodes import MINUS_ONE, ONE, Expr
from gradviz.algebra.simplify.piecewise import in_branches
from gradviz.algebra.walk import transform

__all__ = ["stabilised"]

_TWO = n.Number(2)


def stabilised(expr: Expr) -> Expr:
    """An expression of the same value wherever both are finite, and finite further out."""
    return transform(expr, _stable)


def _stable(node: Expr) -> Expr:
    match node:
        case n.Larger():
            return in_branches(node)
        case n.Apply() if node.function == "log":
            return _log(node)
        case n.Quotient():
            return _quotient(node.children[0], node.children[1]) or node
        case n.HadamardQuotient():
            return _entrywise_quotient(node) or node
        case n.Power(children=(base, n.Number() as exponent)) if exponent.value < 0:
            return _quotient(ONE, base if exponent.value == -1 else n.Power(base, n.Number(-exponent.value))) or node
        case n.Power(children=(n.Norm(kind="2" | "F") as norm, n.Number() as exponent)) if exponent.value == 2:
            return n.Inner(norm.children[0], norm.children[0])  # smooth at nought, where the norm is not
    return node


def _log(node: Expr) -> Expr:
    argument = node.children[0]
    match argument:
        case n.Sum(children=(n.Apply(function="exp") as powers,)):
            return n.LogSumExp(powers.children[0])
        case n.Apply(function="sigmoid"):
            return n.Mul(MINUS_ONE, n.Apply(_negative(argument.children[0]), "softplus"))
    return _log_of_sum(argument) or node


def _exponent(e: Expr) -> Expr | None:
    """``u`` when `e` is written ``e^u``."""
    if isinstance(e, n.Apply) and e.function == "exp":
        return e.children[0]
    if isinstance(e, n.Power) and e.children[0] is n.Constant("e"):
        return e.children[1]
    return None


def _negative(e: Expr) -> Expr:
    if isinstance(e, n.Mul) and e.children[0] is MINUS_ONE and len(e.children) > 1:
        return e.children[1] if len(e.children) == 2 else n.Mul(*e.children[1:])
    return n.Mul(MINUS_ONE, e)


def _one_plus_power(e: Expr) -> Expr | None:
    """``z`` when `e` is ``1 + e^z``, in either order."""
    if isinstance(e, n.Add) and len(e.children) == 2:
        for one, other in (e.children, e.children[::-1]):
            z = _exponent(other)
            if is_one_in_each_entry(one) and z is not None:
                return z
    return None


def _log_of_sum(e: Expr) -> Expr | None:
    """``log e`` when `e` is a sum of exponentials and positive numbers (or a power of one)."""
    if isinstance(e, n.Power) and isinstance(e.children[1], n.Number):
        inner = _log_of_sum(e.children[0])
        return None if inner is None else n.Mul(e.children[1], inner)
    z = _one_plus_power(e)
    if z is not None:
        return n.Apply(z, "softplus")
    if not isinstance(e, n.Add) or not e.is_scalar:
        return None
    logs: list[Expr] = []
    for term in e.children:
        coefficient, power = term, None
        if isinstance(term, n.Mul) and len(term.children) == 2:
            coefficient, power = term.children[0], _exponent(term.children[1])
        elif (whole := _exponent(term)) is not None:
            coefficient, power = ONE, whole
        if not isinstance(coefficient, n.Number) or coefficient.value <= 0:
            return None
        parts = [p for p in (power, None if coefficient is ONE and power else n.Apply(coefficient, "log")) if p]
        logs.append(parts[0] if len(parts) == 1 else n.Add(*parts))
    return n.LogSumExp(n.Matrix(*logs, len(logs), 1))


def _product(*parts: Expr) -> Expr:
    kept = [p for p in parts if p is not ONE] or [ONE]
    return kept[0] if len(kept) == 1 else n.Mul(*kept)


def _quotient(numerator: Expr, denominator: Expr) -> Expr | None:
    if isinstance(denominator, n.Sum) and (powers := _exponent(denominator.children[0])) is not None:
        return _over_sum_of_powers(numerator, powers)
    if (split := _over_square(numerator, denominator)) is not None:
        return split
    log = _log_of_sum(denominator)
    if log is None:
        return None
    if isinstance(log, n.LogSumExp) and (found := _entries_of_softmax(numerator, log)) is not None:
        return found
    factors = numerator.children if isinstance(numerator, n.Mul) else (numerator,)
    at = next((i for i, f in enumerate(factors) if f.is_scalar and _exponent(f) is not None), None)
    z = _one_plus_power(denominator)
    if at is not None:
        u = _exponent(factors[at])
        assert u is not None
        ratio = (
            n.Apply(u, "sigmoid") if u is z else n.Apply(n.Add(u, n.Mul(MINUS_ONE, log)), "exp")
        )  # e^u/(1 + e^u), or e^(u - log ...)
        return _product(*factors[:at], ratio, *factors[at + 1 :])
    if z is not None:  # w/(1 + e^z)
        return _product(numerator, n.Apply(_negative(z), "sigmoid"))
    return None  # w/huge is zero, as it should be


def _over_square(numerator: Expr, denominator: Expr) -> Expr | None:
    """``a b/s²`` and ``a²/s²``, where s is a sum of exponentials, as ``(a/s) (b/s)``: a second derivative's quotients
    then overflow no sooner than the first's, and are the first's.
    """
    if not (isinstance(denominator, n.Power) and denominator.children[1] is _TWO):
        return None
    base = denominator.children[0]
    log = _log_of_sum(base)
    if not isinstance(log, n.LogSumExp):
        return None
    parts: list[Expr] = []
    for factor in numerator.children if isinstance(numerator, n.Mul) else (numerator,):
        if isinstance(factor, n.Power) and factor.children[1] is _TWO:
            parts += [factor.children[0]] * 2
        else:
            parts.append(factor)
    over = [_entries_of_softmax(part, log) for part in parts]
    chosen = [i for i, part in enumerate(over) if part is not None][:2]
    if len(chosen) < 2:
        return None
    found = [part if i in chosen and part is not None else parts[i] for i, part in enumerate(over)]
    if found[0] is found[-1] and len(found) == 2:
        return n.Power(found[0], _TWO)
    return _product(*found)


def _entries_of_softmax(numerator: Expr, log: n.LogSumExp) -> Expr | None:
    """A numerator of which every term holds one of the denominator's exponentials."""
    exponents = log.children[0]
    terms = []
    for term in numerator.children if isinstance(numerator, n.Add) else (numerator,):
        if isinstance(term, n.Quotient) and _log_of_sum(term.children[1]) is log:  # (a b/s)/s
            over = _over_square(term.children[0], n.Power(term.children[1], _TWO))
            if over is None:
                return None
            terms.append(over)
            continue
        factors = term.children if isinstance(term, n.Mul) else (term,)
        at = next((i for i, f in enumerate(factors) if _exponent(f) in exponents.children), None)
        if at is None:
            return None
        exponent = _exponent(factors[at])
        assert exponent is not None
        position = exponents.children.index(exponent)
        ratio = n.Entry(n.Softmax(exponents), position + 1, 1)
        terms.append(_product(*factors[:at], ratio, *factors[at + 1 :]))
    return terms[0] if len(terms) == 1 else n.Add(*terms)


def _over_sum_of_powers(numerator: Expr, x: Expr) -> Expr | None:
    """``... e^x ... / sum(e^x)``."""
    factors = numerator.children if isinstance(numerator, n.Mul) else (numerator,)
    for i, factor in enumerate(factors):
        if _exponent(factor) is x and x.shape.cols == 1:
            return _product(*factors[:i], n.Softmax(x), *factors[i + 1 :])
    return None


def _entrywise_quotient(node: Expr) -> Expr | None:
    numerator, denominator = node.children
    z = _one_plus_power(denominator)
    if z is None:
        return None
    if is_one_in_each_entry(numerator):
        return n.Apply(_negative(z), "sigmoid")
    if _exponent(numerator) is z:
        return n.Apply(z, "sigmoid")
    factors = numerator.children if isinstance(numerator, n.Hadamard) else (numerator,)
    for i, factor in enumerate(factors):
        if _exponent(factor) is z:
            return n.Hadamard(*factors[:i], n.Apply(z, "sigmoid"), *factors[i + 1 :])
    return n.Hadamard(*factors, n.Apply(_negative(z), "sigmoid"))
