"""Functions that are linear on either side of nought: relu, step, abs, sign and ``max(U, V)``, also entry by entry."""

from __future__ import annotations

from collections.abc import Sequence

from gradviz.algebra import nodes as n
from gradviz.algebra.build import hadamard, is_zero, minus, negative, power, times
from gradviz.algebra.nodes import Apply, Expr, Number
from gradviz.algebra.rewriting import rule

__all__ = ["RULES", "in_branches"]


def _parts(e: Expr) -> Sequence[Expr]:
    """The factors of a product of scalars or an entrywise product; a power is its own only factor."""
    if isinstance(e, n.Mul | n.Hadamard):
        return e.children
    return (e,) if isinstance(e, n.Power | n.HadamardPower) else ()


def _put_together(e: Expr, parts: Sequence[Expr]) -> Expr:
    if isinstance(e, n.Mul) or e.is_scalar:
        return times(*parts)
    return hadamard(*parts) if parts else n.Ones(*e.shape)


def _function(e: Expr, name: str) -> tuple[Expr, int] | None:
    """The u and k of ``f(u)^k``, k a positive whole number; of matrices only in entrywise products."""
    k = 1
    if isinstance(e, n.Power | n.HadamardPower):
        exponent = e.children[1]
        if not isinstance(exponent, Number) or exponent.value.denominator != 1 or exponent.value < 1:
            return None
        e, k = e.children[0], exponent.value.numerator
    return (e.children[0], k) if isinstance(e, Apply) and e.function == name else None


def _raised(base: Expr, k: int) -> list[Expr]:
    if k == 0:
        return []
    return [base if k == 1 else power(base, k) if base.is_scalar else n.HadamardPower(base, Number(k))]


def _combined(e: Expr, first: str, second: str, joined: str) -> Expr | None:
    """``first(u)^j second(u)``, two factors of a product, replaced: `joined` tells by what."""
    parts = list(_parts(e))
    for i, part in enumerate(parts):
        found = _function(part, second)
        if found is None or (isinstance(e, n.Mul) and not part.is_scalar):
            continue
        u, k = found
        for j, other in enumerate(parts):
            match = _function(other, first) if first else (u, 1) if other is u else None
            if i == j or match is None or match[0] is not u:
                continue
            rest = [p for m, p in enumerate(parts) if m not in (i, j)]
            spot = min(i, j, len(rest))
            if joined == "first":
                new = [other]
            elif joined == "argument":
                new = [*_raised(Apply(u, first), match[1] - 1), u, *_raised(Apply(u, second), k - 1)]
            else:
                new = [*_raised(Apply(u, second), k - 1), Apply(u, joined)]
            return _put_together(e, [*rest[:spot], *new, *rest[spot:]])
    return None


def in_branches(e: n.Larger, *, first: bool | None = None) -> Expr:
    """``V + relu(U - V)``, or ``V - relu(V - U)`` of the smaller.

    V is the first of the two if `first` is true; by default the number of the two, if there is one, or the second.
    """
    if first is None:
        first = _is_number(e.children[0])
    u, v = e.children[::-1] if first else e.children
    gap: Expr = n.Add(u, _opposite(v)) if e.kind == "max" else n.Add(v, _opposite(u))
    if _is_nought(v):
        gap = u if e.kind == "max" else negative(u)
    above = Apply(gap, "relu")
    if _is_nought(v):
        return above if e.kind == "max" else negative(above)
    return n.Add(v, above) if e.kind == "max" else minus(v, above)


def _opposite(e: Expr) -> Expr:
    return n.Fill(negative(e.children[0]), *e.shape) if isinstance(e, n.Fill) else negative(e)


def _is_number(e: Expr) -> bool:
    return isinstance(e, Number) or (isinstance(e, n.Fill) and isinstance(e.children[0], Number))


def _is_nought(e: Expr) -> bool:
    return is_zero(e.children[0] if isinstance(e, n.Fill) else e)


@rule("entrywise.positive-part")
def positive_part(e: Expr) -> Expr | None:
    """max(0, U) = relu(U)"""
    if not isinstance(e, n.Larger) or e.kind != "max" or not any(map(_is_nought, e.children)):
        return None
    return in_branches(e)


@rule("entrywise.relu-step")
def relu_times_step(e: Expr) -> Expr | None:
    """relu(U) .* step(U) = relu(U)"""
    return _combined(e, "relu", "step", "first")


@rule("entrywise.abs-sign")
def abs_times_sign(e: Expr) -> Expr | None:
    """abs(U) .* sign(U) = U"""
    return _combined(e, "abs", "sign", "argument")


@rule("entrywise.sign-over-abs")
def sign_over_abs(e: Expr) -> Expr | None:
    """sign(U)/abs(U) = 1/U"""
    if not isinstance(e, n.Quotient | n.HadamardQuotient):
        return None
    above, below = e.children
    product = n.Mul if isinstance(e, n.Quotient) else n.Hadamard
    parts = above.children if isinstance(above, product) else (above,)
    if not (isinstance(below, Apply) and below.function == "abs"):
        return None
    (u,) = below.children
    sign = Apply(u, "sign")
    if sign not in parts:
        return None
    one: Expr = n.ONE if u.is_scalar else n.Fill(n.ONE, *u.shape)
    spot = parts.index(sign)
    rest = [*parts[:spot], *parts[spot + 1 :]]
    whole = one if not rest else rest[0] if len(rest) == 1 else product(*rest)
    return type(e)(whole, u)


@rule("scalars.sign")
def sign_times_itself(e: Expr) -> Expr | None:
    """sign(u) u = abs(u)"""
    return _combined(e, "", "sign", "abs")


@rule("entrywise.step-power")
def power_of_step(e: Expr) -> Expr | None:
    """step(U).^2 = step(U)"""
    parts = list(_parts(e))
    for i, part in enumerate(parts):
        found = _function(part, "step")
        if found is None or (isinstance(e, n.Mul) and not part.is_scalar):
            continue
        again = [m for m, p in enumerate(parts) if m != i and (f := _function(p, "step")) and f[0] is found[0]]
        if found[1] > 1 or again:
            once = [Apply(found[0], "step") if m == i else p for m, p in enumerate(parts) if m not in again]
            return _put_together(e, once)
    return None


@rule("entrywise.sign-power", condition="no entry of U is 0")
def square_of_sign(e: Expr) -> Expr | None:
    """sign(U).^2 = 1"""
    parts = list(_parts(e))
    for i, part in enumerate(parts):
        found = _function(part, "sign")
        if found is None or (isinstance(e, n.Mul) and not part.is_scalar):
            continue
        again = [m for m, p in enumerate(parts) if m != i and (f := _function(p, "sign")) and f[0] is found[0]]
        count = found[1] + sum(f[1] for m in again if (f := _function(parts[m], "sign")))
        if count > 1:
            left = _raised(Apply(found[0], "sign"), count % 2)
            kept = [q for m, p in enumerate(parts) if m not in again for q in (left if m == i else [p])]
            return _put_together(e, kept)
    return None


RULES = (
    positive_part,
    relu_times_step,
    abs_times_sign,
    sign_over_abs,
    sign_times_itself,
    power_of_step,
    square_of_sign,
)
