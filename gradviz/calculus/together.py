"""The terms of a differential brought to canonical form together: those that use one identity use it on one line."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.build import is_zero, plus, terms
from gradviz.algebra.nodes import ONE, Expr
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.simplify.scalars import gather
from gradviz.algebra.walk import fold
from gradviz.calculus.pairing import DIVIDE, REARRANGE, TRANSPOSE_SCALAR, TRANSPOSE_TRACE, Term, peel
from gradviz.calculus.symmetry import needed_to_transpose
from gradviz.calculus.trail import LimitError, Trail
from gradviz.sentences import say

__all__ = ["LAYERS", "MAX_SUBSTEPS", "canonical_terms"]

MN = "Magnus & Neudecker, Matrix Differential Calculus, ch. 9"
LAYERS = Rule("canonical.layers", "<W, A d(U) B> = <A' W B', d(U)>", MN)
LIMIT_TERMS = 1_000
TOO_MANY = say("the differential has more than {limit} terms", limit=LIMIT_TERMS)
DEEP = 26
"""Increments that stand deeper in a line are brought to its end in one step with substeps."""
VERY_DEEP = 80
"""Beyond this there are no substeps either: each would repeat the whole line."""
MAX_SUBSTEPS = 8
"""Up to so many terms that change alike in one step are changed one by one in its substeps; more are changed at once.
"""


def canonical_terms(trail: Trail, scalar_function: bool, stacked: bool) -> list[Term]:
    """Peel every term; the terms of a line that change by the same identity change in the same step."""
    line = trail.expression.children[0] if isinstance(trail.expression, n.Vec) and stacked else trail.expression
    current = [Term(None, ONE if scalar_function else None, t, stacked) for t in terms(line) if not is_zero(t)]
    depth = _depth(line)
    if depth > VERY_DEEP:
        found = [finished for term in current for finished in _peeled(term)]
        trail.step(LAYERS, plus(*[t.shown() for t in found]))
        return found
    ahead = _Ahead()
    while not all(t.finished for t in current):
        rule = ahead.next_rule(current)
        conditions = _transposing(rule, current, ahead)
        places = [i for i, t in enumerate(current) if ahead.of(t)[0] == rule]
        for i in places if len(places) <= MAX_SUBSTEPS else places[-1:]:
            shown = [t.shown() for t in ahead.moved(current, rule, i)]
            if rule is not None:
                trail.small(rule, plus(*shown), (), conditions)
        if depth <= DEEP:
            trail.close(rule)
        current = ahead.moved(current, rule, len(current))
        if len(current) > LIMIT_TERMS:
            raise LimitError(TOO_MANY)
    trail.close(LAYERS if depth > DEEP else None)
    return current


def _depth(line: Expr) -> int:
    """How deep in the line the increments stand."""
    return fold(line, lambda node, below: 1 + max(below, default=0) if node.has_differential else 0)


def _peeled(term: Term) -> list[Term]:
    """The term taken apart to the end, in one go."""
    found, stack = [], [term]
    while stack:
        term = stack.pop()
        if term.finished:
            found.append(term)
        else:
            stack += peel(term)[1][::-1]
        if len(found) + len(stack) > LIMIT_TERMS:
            raise LimitError(TOO_MANY)
    return found


class _Ahead:
    """What is yet to happen to terms; each is looked at once."""

    def __init__(self) -> None:
        self._next: dict[Term, tuple[Rule | None, list[Term]]] = {}
        self._later: dict[Term, frozenset[Rule]] = {}

    def of(self, term: Term) -> tuple[Rule | None, list[Term]]:
        """The next identity that can be seen, and the term after it."""
        found = self._next.get(term)
        if found is None:
            found = self._next[term] = (None, [term]) if term.finished else _next_visible(term)
        return found

    def next_rule(self, current: Sequence[Term]) -> Rule | None:
        """The identity of the next line: one that no term needs later only, so that all can use it at once."""
        fronts = [self.of(t)[0] for t in current if not t.finished]
        choices = list(dict.fromkeys(fronts))
        if len(choices) == 1:
            return choices[0]
        for rule in choices:
            others = (t for t in current if not t.finished and self.of(t)[0] != rule)
            if not any(rule in self._rules(after) for t in others for after in self.of(t)[1]):
                return rule
        return max(choices, key=fronts.count)

    def moved(self, current: Sequence[Term], rule: Rule | None, upto: int) -> list[Term]:
        """The terms once the rule has been applied up to a position."""
        result: list[Term] = []
        for i, term in enumerate(current):
            its_rule, after = self.of(term)
            result += after if its_rule == rule and i <= upto else [term]
        return result

    def _rules(self, term: Term) -> frozenset[Rule]:
        """All identities that a term has yet to go through."""
        stack = [term]
        while stack:
            last = stack[-1]
            rule, after = self.of(last)
            missing = [t for t in after if t is not last and t not in self._later]
            if missing and last not in self._later:
                stack += missing
                continue
            stack.pop()
            own = frozenset() if rule is None else frozenset({rule})
            self._later[last] = own.union(*(self._later[t] for t in after if t is not last))
        return self._later[term]


def _transposing(rule: Rule | None, current: Sequence[Term], ahead: _Ahead) -> tuple[str, ...]:
    """The symmetry that a transposition in the next line rests on."""
    if rule not in (TRANSPOSE_SCALAR, TRANSPOSE_TRACE):
        return ()
    turned = [t.shown() for t in current if ahead.of(t)[0] == rule]
    return tuple(dict.fromkeys(c for e in turned for c in needed_to_transpose(e)))


def _next_visible(term: Term) -> tuple[Rule | None, list[Term]]:
    """Peel until the line looks different; None with the finished term where nothing more can be seen."""
    before = term.shown()
    while not term.finished:
        rule, after = peel(term)
        if len(after) > 1:
            return rule, after
        (term,) = after
        now = term.shown()
        if now is before or (rule in _ORDER and _same_factors(now, before)):
            continue
        while rule == DIVIDE and not term.finished and peel(term)[0] == DIVIDE:
            (term,) = peel(term)[1]
        return rule, [term]
    return None, [term]


_ORDER = (REARRANGE, DIVIDE)
"""Identities that put factors in another order; where no more than that can be seen they ride along with the next."""


def _same_factors(a: Expr, b: Expr) -> bool:
    """Whether two products differ in the order of their scalars and in how their fractions are nested only."""
    return _loose(a) == _loose(b)


def _loose(e: Expr) -> tuple[object, ...]:
    exponents: dict[Expr, Fraction] = {}
    chain: list[Expr] = []
    number = gather(e, 1, exponents, chain)
    return number, frozenset(exponents.items()), tuple(chain)
