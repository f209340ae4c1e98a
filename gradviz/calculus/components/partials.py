"""Partial derivatives of expressions in entries: one rule a function, its docstring the formula."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gradviz.algebra import nodes as n
from gradviz.algebra.build import minus, negative, plus, power, quotient, rebuilt, times
from gradviz.algebra.functions import derivative
from gradviz.algebra.nodes import Expr, Partial
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.walk import fold, preorder
from gradviz.calculus.components.letters import all_letters, delta, over
from gradviz.calculus.components.writing import EntryWriter, times_entries
from gradviz.calculus.kinds_of_parts import called
from gradviz.calculus.rules.functions import kinks
from gradviz.calculus.rules.registry import Varies
from gradviz.calculus.trail import CannotError, LimitError, Trail
from gradviz.sentences import say

__all__ = ["PARTIAL_RULES", "exchanged", "expand_partials"]

MN = "Magnus & Neudecker, Matrix Differential Calculus, ch. 8"
LIMIT_LENGTH = 3_000


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a rule needs to know beside the body: what varies, how to write entries, and the letters of the line."""

    varies: Varies
    writer: EntryWriter
    used: frozenset[str]


_Rule = Callable[[Expr, Expr, _Setting], Expr | None]
_RULES: list[tuple[Rule, bool, tuple[type[Expr], ...]]] = []


def _rule(
    *nodes: type[Expr], id: str, routine: bool = False, source: str = "", condition: str = ""
) -> Callable[[_Rule], Rule]:
    def make(function: _Rule) -> Rule:
        rule = Rule(f"partial.{id}", (function.__doc__ or "").strip(), source, condition, function)
        _RULES.append((rule, routine, nodes))
        return rule

    return make


@_rule(n.Expr, id="constant", routine=True)
def constant(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (C) = 0"""
    return None if setting.varies(e) else (n.ZERO if e.is_scalar else n.Zero(*e.shape))


@_rule(n.Add, id="sum", routine=True)
def of_sum(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (U + V) = ∂/∂x_i (U) + ∂/∂x_i (V)"""
    return n.Add(*[Partial(c, by) for c in e.children])


@_rule(n.IndexedSum, id="into-sum", routine=True)
def into_sum(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (sum_k U_k) = sum_k ∂/∂x_i (U_k)"""
    assert isinstance(e, n.IndexedSum)
    return n.IndexedSum(Partial(e.children[0], by), e.index, e.upper)


@_rule(n.Matrix, id="entries", routine=True)
def of_entries(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂t ([U; V]) = [∂/∂t (U); ∂/∂t (V)]"""
    return e.with_children([Partial(c, by) for c in e.children])


@_rule(n.Mul, id="constant-factor", routine=True)
def constant_factor(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (C U) = C ∂/∂x_i (U)"""
    varying = [c for c in e.children if setting.varies(c)]
    if len(varying) != 1:
        return None
    return times(*[Partial(c, by) if c is varying[0] else c for c in e.children])


@_rule(n.Quotient, id="constant-denominator", routine=True)
def constant_denominator(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (U/C) = (∂/∂x_i (U))/C"""
    above, below = e.children
    return None if setting.varies(below) else n.Quotient(Partial(above, by), below)


@_rule(n.Mul, id="product")
def product(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (U V) = ∂/∂x_i (U) V + U ∂/∂x_i (V)"""
    found = []
    for k, c in enumerate(e.children):
        if setting.varies(c):
            found.append(times(*[Partial(c, by) if m == k else other for m, other in enumerate(e.children)]))
    return n.Add(*found)


@_rule(n.Quotient, id="quotient")
def of_quotient(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (U/V) = (∂/∂x_i (U) V - U ∂/∂x_i (V))/V^2"""
    above, below = e.children
    if not setting.varies(above):
        return negative(quotient(times(above, Partial(below, by)), power(below, 2)))
    return quotient(minus(times(Partial(above, by), below), times(above, Partial(below, by))), power(below, 2))


@_rule(n.Power, id="power")
def of_power(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (U^p) = p U^(p - 1) ∂/∂x_i (U)"""
    base, exponent = e.children
    if setting.varies(exponent):
        return None
    lower = n.Number(exponent.value - 1) if isinstance(exponent, n.Number) else minus(exponent, n.ONE)
    return times(exponent, power(base, lower), Partial(base, by))


@_rule(n.Power, id="general-power", condition="U > 0")
def general_power(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (U^V) = U^V (∂/∂x_i (V) log(U) + V ∂/∂x_i (U)/U)"""
    base, exponent = e.children
    slope = times(Partial(exponent, by), n.Apply(base, "log"))
    if setting.varies(base):
        slope = plus(slope, quotient(times(exponent, Partial(base, by)), base))
    return times(e, slope)


@_rule(n.Apply, id="function")
def function(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (f(U)) = f'(U) ∂/∂x_i (U)"""
    assert isinstance(e, n.Apply)
    slope = derivative(e.function, e.children[0])
    return None if slope is None else times(slope, Partial(e.children[0], by))


def _letter(setting: _Setting, *more: str) -> str:
    return setting.writer.letters.new(setting.used | set(more))


def _over(size: n.Expr, letter: str, body: Expr) -> Expr:
    return n.IndexedSum(body, letter, size.shape.rows)


@_rule(n.Unspecified, id="unspecified", source=MN + ", th. 12")
def unspecified(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (f(u)) = sum_k ∇f(u)_k ∂/∂x_i (u_k)"""
    assert isinstance(e, n.Unspecified)
    u = e.children[0]
    if e.order == 2 or not e.is_scalar:
        return None
    slope = n.Unspecified(u, e.name, e.data[1], e.order + 1)
    if u.is_scalar:
        return times(slope, Partial(setting.writer.scalar(u, setting.used), by))
    k = _letter(setting)
    inner = setting.writer.entry(u, k, 1, setting.used | {k})
    return _over(u, k, times(n.Entry(slope, k, 1), Partial(inner, by)))


@_rule(n.Entry, id="unspecified-entry", source=MN + ", th. 12")
def unspecified_entry(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_j (f(u)_i) = sum_k J_f(u)_ik ∂/∂x_j (u_k)"""
    assert isinstance(e, n.Entry)
    f = e.children[0]
    if not isinstance(f, n.Unspecified):
        return None
    u, rows = f.children[0], f.data[1]
    if f.order == 2 or (f.order == 1 and rows != 1):
        return None
    slope = n.Unspecified(u, f.name, rows, f.order + 1)
    if u.is_scalar:
        return times(n.Entry(slope, e.row, 1), Partial(setting.writer.scalar(u, setting.used), by))
    k = _letter(setting)
    inner = setting.writer.entry(u, k, 1, setting.used | {k})
    return _over(u, k, times(n.Entry(slope, e.row, k), Partial(inner, by)))


@_rule(n.Entry, id="softmax")
def softmax(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_j (softmax(u)_i) = softmax(u)_i ∂/∂x_j (u_i) - softmax(u)_i sum_k softmax(u)_k ∂/∂x_j (u_k)"""
    assert isinstance(e, n.Entry)
    s = e.children[0]
    if not isinstance(s, n.Softmax):
        return None
    u = s.children[0]
    k = _letter(setting)
    own = Partial(setting.writer.entry(u, e.row, 1, setting.used), by)
    each = Partial(setting.writer.entry(u, k, 1, setting.used | {k}), by)
    return minus(times(e, own), times(e, _over(u, k, times(n.Entry(s, k, 1), each))))


def _by_inverse(e: Expr, by: Expr, setting: _Setting) -> Expr:
    """``Σ_k Σ_m (U^-1)_mk ∂U_km``"""
    u = e.children[0]
    k = _letter(setting)
    m = _letter(setting, k)
    inner = Partial(setting.writer.entry(u, k, m, setting.used | {k, m}), by)
    return _over(u, k, _over(u, m, times(n.Entry(n.Inverse(u), m, k), inner)))


@_rule(
    n.Determinant, id="determinant", source="Laplace's expansion; Magnus & Neudecker, ch. 8", condition="U invertible"
)
def determinant(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (det(U)) = det(U) sum_k sum_m (U^-1)_mk ∂/∂x_i (U_km)"""
    return times(e, _by_inverse(e, by, setting))


@_rule(
    n.LogDet, id="log-determinant", source="Laplace's expansion; Magnus & Neudecker, ch. 8", condition="U invertible"
)
def log_determinant(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i (logdet(U)) = sum_k sum_m (U^-1)_mk ∂/∂x_i (U_km)"""
    return _by_inverse(e, by, setting)


@_rule(n.Entry, id="inverse", source=MN, condition="U invertible")
def inverse(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂/∂x_i ((U^-1)_pq) = -sum_k sum_m (U^-1)_pk ∂/∂x_i (U_km) (U^-1)_mq"""
    assert isinstance(e, n.Entry)
    whole = e.children[0]
    if not isinstance(whole, n.Inverse):
        return None
    u = whole.children[0]
    k = _letter(setting)
    m = _letter(setting, k)
    inner = Partial(setting.writer.entry(u, k, m, setting.used | {k, m}), by)
    return negative(_over(u, k, _over(u, m, times(n.Entry(whole, e.row, k), inner, n.Entry(whole, m, e.col)))))


@_rule(n.Symbol, n.Entry, id="entry")
def entry(e: Expr, by: Expr, setting: _Setting) -> Expr | None:
    """∂x_k/∂x_i = δ_ki"""
    if isinstance(e, n.Symbol):
        return n.ONE if e is by else None
    assert isinstance(e, n.Entry)
    if not isinstance(by, n.Entry) or e.children[0] is not by.children[0]:
        return None
    rows, cols = e.children[0].shape
    both = [delta(e.row, by.row)] if rows != 1 else []
    both += [delta(e.col, by.col)] if cols != 1 else []
    return times(*both)


ELEMENTARY = entry
PARTIAL_RULES: tuple[Rule, ...] = tuple(rule for rule, _, _ in _RULES)
LINEAR = of_sum


def exchanged(e: Expr, replacements: Mapping[Expr, Expr]) -> Expr:
    """Parts exchanged, and what lies above them tidied; equal factors that come together become a power."""

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if node in replacements:
            return replacements[node]
        if all(a is b for a, b in zip(children, node.children, strict=True)):
            return node
        if isinstance(node, n.Mul) and node.is_scalar and all(c.is_scalar for c in children):
            return times_entries(*children)
        if isinstance(node, n.IndexedSum) and node.is_scalar:
            return over(children[0], *node.data)
        return rebuilt(node, children)

    return fold(e, visit)


def expand_partials(trail: Trail, varies: Varies, writer: EntryWriter) -> None:
    """Take the partial derivatives of the line: routine rules wherever they apply make one step, each other rule one.

    Raises
    ------
    CannotError
        At a function without a rule.
    """
    while True:
        line = trail.expression
        if sum(1 for _ in preorder(line)) > LIMIT_LENGTH:
            raise LimitError(
                say("written in entries the derivative is too long; name inner parts, or use differentials")
            )
        setting = _Setting(varies, writer, frozenset(all_letters(line)))
        found = [(p, *_rule_for(p, setting)) for p in preorder(line) if isinstance(p, Partial)]
        if not found:
            break
        routine = [row for row in found if row[2]]
        if not routine:
            trail.close(LINEAR)
        chosen = routine or [row for row in found if row[1] is not ELEMENTARY] or found
        used = chosen[0][1]
        applied = [row for row in found if row[1] is used]
        bindings = _bindings(applied[0][0])
        conditions = [c for p, _, _, _ in applied if (c := kinks(p.children[0]))]
        trail.small(used, exchanged(line, {p: after for p, _, _, after in applied}), bindings, conditions)
        if not routine:
            trail.close()
    trail.close(LINEAR)


def _bindings(partial: Partial) -> tuple[tuple[str, Expr], ...]:
    body = partial.children[0]
    if isinstance(body, n.Mul | n.Quotient) and len(body.children) == 2:
        return ("U", body.children[0]), ("V", body.children[1])
    if isinstance(body, n.Entry) and isinstance(body.children[0], n.Inverse):
        return (("U", body.children[0].children[0]),)
    if isinstance(body, n.Power):
        return ("U", body.children[0]), ("V", body.children[1])
    if isinstance(body, n.Apply | n.Determinant | n.LogDet):
        return (("U", body.children[0]),)
    return ()


def _rule_for(partial: Partial, setting: _Setting) -> tuple[Rule, bool, Expr]:
    body, by = partial.children
    for rule, routine, nodes in _RULES:
        if isinstance(body, nodes):
            after = rule.apply(body, by, setting)
            if after is not None:
                return rule, routine, after
    message = say(
        "there is no rule for the partial derivative of {what}; use the method of differentials", what=called(body)
    )
    raise CannotError(message)
