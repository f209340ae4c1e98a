"""Functions put in for what they stand for, where the whole is shorter for it: softmax, the logistic function of -z."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from weakref import WeakSet

from gradviz.algebra import nodes as n
from gradviz.algebra.build import negative, power, rebuilt, times
from gradviz.algebra.nodes import Apply, Expr, Number
from gradviz.algebra.rewriting import Rule, rewrite, rule
from gradviz.algebra.simplify.collect import bracket, size
from gradviz.algebra.simplify.expand import MAX_SIZE, expanded
from gradviz.algebra.simplify.recognise import one_plus_exp
from gradviz.algebra.walk import fold, preorder, substitute

__all__ = ["reflection_rule", "sigmoid_rule", "softmax_rule"]


def softmax_rule(rules: Sequence[Rule]) -> Rule:
    """The rule that writes ``exp(x)`` by the softmax if what is left, simplified by `rules`, is shorter."""

    settled: WeakSet[Expr] = WeakSet()  # parts that the rules leave as they are, for all attempts together

    @rule("recognise.by-softmax")
    def by_softmax(e: Expr) -> Expr | None:
        """exp(x) = sum(exp(x)) softmax(x)"""
        if not isinstance(e, n.Add | n.Mul | n.Quotient | n.HadamardQuotient) or size(e) > MAX_SIZE:
            return None
        for total in _denominators(e):
            shorter = rewrite(_with_softmax(e, total), rules, normal=settled)
            if size(shorter) < size(e):
                return shorter
        return None

    return by_softmax


def _denominators(e: Expr) -> list[Expr]:
    """The sums ``sum(exp(x))`` of columns by which something is divided."""
    found: dict[Expr, None] = {}
    for node in preorder(e):
        if isinstance(node, n.Quotient):
            for part in preorder(node.children[1]):
                inner = part.children[0] if isinstance(part, n.Sum) else None
                if isinstance(inner, Apply) and inner.function == "exp" and inner.shape.is_column:
                    found.setdefault(part)
    return list(found)


def _with_softmax(e: Expr, total: Expr) -> Expr:
    """The expression with ``s softmax(x)`` for ``exp(x)``, but in ``s = sum(exp(x))`` itself."""
    powers = total.children[0]
    value = n.Softmax(powers.children[0])
    put_in: dict[Expr, Expr] = {total: total, powers: times(total, value)}
    for node in preorder(e):
        if isinstance(node, n.HadamardPower) and node.children[0] is powers:
            put_in[node] = times(power(total, node.children[1]), n.HadamardPower(value, node.children[1]))
    return _put_in(e, put_in)


def _put_in(e: Expr, replacements: Mapping[Expr, Expr]) -> Expr:
    """The expression with others for some of its parts, built anew only where it changes."""

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if node in replacements:
            return replacements[node]
        same = all(a is b for a, b in zip(children, node.children, strict=True))
        return node if same else rebuilt(node, children)

    return fold(e, visit)


def sigmoid_rule(rules: Sequence[Rule]) -> Rule:
    """The rule that writes ``1 + exp(z)`` by the logistic function if what is left, simplified so, is shorter."""

    settled: WeakSet[Expr] = WeakSet()  # parts that the rules leave as they are, for all attempts together

    @rule("recognise.by-sigmoid")
    def by_sigmoid(e: Expr) -> Expr | None:
        """1 + exp(z) = 1/(1 - sigma(z))"""
        if not isinstance(e, n.Add | n.Mul | n.Hadamard | n.Quotient | n.HadamardQuotient) or size(e) > MAX_SIZE:
            return None
        for whole in [part for part in preorder(e) if isinstance(part, n.Add)]:
            z = one_plus_exp(whole)
            if z is None or not _stands_alone(e, Apply(z, "exp"), whole):
                continue
            shorter = rewrite(_with_sigmoid(e, whole, Apply(z, "exp")), rules, normal=settled)
            if size(shorter) < size(e) and Apply(z, "exp") not in preorder(shorter):
                return shorter
        return None

    return by_sigmoid


def _stands_alone(e: Expr, part: Expr, holder: Expr) -> bool:
    """Whether a part occurs elsewhere than in its holder."""
    return any(part in node.children for node in preorder(e) if node is not holder)


def _with_sigmoid(e: Expr, whole: Expr, growth: Expr) -> Expr:
    """The expression with the logistic function for ``1 + exp(z)`` and ``exp(z)``; of ``-z`` it is that of z."""
    z = growth.children[0]
    value = Apply(negative(z) if _is_turned(z) else z, "sigmoid")
    shares = (_one_less(value), value) if _is_turned(z) else (value, _one_less(value))
    divide = n.Quotient if z.is_scalar else n.HadamardQuotient
    one: Expr = n.ONE if z.is_scalar else n.Fill(n.ONE, *z.shape)
    return _put_in(e, {whole: divide(one, shares[1]), growth: divide(*shares)})


def reflection_rule(rules: Sequence[Rule]) -> Rule:
    """The rule that writes ``sigma(-z)`` by ``sigma(z)`` where both stand in one sum, if the sum is shorter then."""

    settled: WeakSet[Expr] = WeakSet()  # parts that the rules leave as they are, for all attempts together

    @rule("recognise.sigmoid-of-minus")
    def of_minus(e: Expr) -> Expr | None:
        """sigma(-z) = 1 - sigma(z)"""
        if not isinstance(e, n.Add) or size(e) > MAX_SIZE:
            return None
        values = [part for part in preorder(e) if isinstance(part, Apply) and part.function == "sigmoid"]
        for value, other in product(values, values):
            if not _is_minus(other.children[0], value.children[0]):
                continue
            changed = substitute(e, {other: _one_less(value)})
            shorter = rewrite(bracket(*(expanded(changed) or [changed])), rules, normal=settled)
            if size(shorter) < size(e):
                return bracket(*shorter.children) if isinstance(shorter, n.Add) else shorter
        return None

    return of_minus


def _is_turned(z: Expr) -> bool:
    """Whether a minus stands in front."""
    return isinstance(z, n.Mul) and isinstance(z.children[0], Number) and z.children[0].value < 0


def _is_minus(u: Expr, z: Expr) -> bool:
    """Whether ``u = -z``, with the minus in front of u."""
    if not isinstance(u, n.Mul) or u.children[0] is not n.MINUS_ONE:
        return False
    rest = u.children[1:]
    return (rest[0] if len(rest) == 1 else n.Mul(*rest)) is z


def _one_less(value: Expr) -> Expr:
    one: Expr = n.ONE if value.is_scalar else n.Fill(n.ONE, *value.shape)
    return n.Add(one, times(Number(-1), value))
