"""Deep expressions, such as networks of many layers: the chain rule in one pass that costs what the layers cost.

Written out step by step, every layer would repeat the whole line. Here each part is differentiated once, on a line of
its own, and the lines are put together at the end.
"""

from __future__ import annotations

from collections.abc import Collection

from gradviz.algebra import nodes as n
from gradviz.algebra.build import put_differentials, tidy
from gradviz.algebra.nodes import Differential, Expr, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.walk import fold
from gradviz.calculus.derivation import Kind, Step, Subject
from gradviz.calculus.rules.find import rule_for
from gradviz.calculus.rules.registry import Varies
from gradviz.calculus.trail import Trail

__all__ = ["LAYERS", "expand_layers", "is_deep"]

LAYERS = Rule(
    "differential.layers", "d(f(g(x))) = f'(g(x)) d(g(x))", "Magnus & Neudecker, ch. 5, th. 2 (the chain rule)"
)
DEEP = 12
"""More functions than that inside one another are taken in one step."""
MAX_SHOWN = 24
"""Up to so many parts are shown on lines of their own, those nearest to the variable first."""
_FUNCTIONS = (
    n.Apply,
    n.Softmax,
    n.RowSoftmax,
    n.LogSumExp,
    n.Norm,
    n.Unspecified,
    n.Inverse,
    n.Determinant,
    n.LogDet,
    n.Power,
)


def is_deep(e: Expr, varies: Varies) -> bool:
    """Whether many functions that vary stand inside one another."""
    argument = e.children[0] if isinstance(e, Differential) else e

    def visit(node: Expr, below: list[int]) -> int:
        own = isinstance(node, _FUNCTIONS) and varies(node)
        return max(below, default=0) + own

    return fold(argument, visit) > DEEP


def expand_layers(trail: Trail, variables: Collection[Symbol], varies: Varies) -> None:
    """Take the trail from ``d(f)`` to the increments of the variables in one step."""
    done: dict[Expr, Expr] = {}
    shown: list[Step] = []
    stack: list[Expr] = [trail.expression]
    ahead: dict[Expr, Expr] = {}
    while stack:
        whole = stack[-1]
        if whole in done:
            stack.pop()
            continue
        if whole not in ahead:
            step = _one_level(whole, variables, varies)
            ahead[whole] = step.after
            if not step.rule.id.startswith("linear"):
                shown.append(step)
        needed = _open(ahead[whole], variables)
        missing = [d for d in needed if d not in done]
        if missing:
            stack.extend(reversed(missing))
        else:
            done[whole] = put_differentials(ahead[whole], {d: done[d] for d in needed})
            stack.pop()
    after = done[trail.expression]
    shown = shown[::-1][:MAX_SHOWN]
    together = Step(LAYERS, trail.expression, after, trail.subject, trail.subject)
    trail.gather(LAYERS, after, (*shown, together))


def _one_level(whole: Expr, variables: Collection[Symbol], varies: Varies) -> Step:
    """``d(E)`` by the rule of its outermost function, and what is routine after it."""
    assert isinstance(whole, Differential)
    used, result = rule_for(whole, varies)
    subject = Subject(Kind.PART, part=whole)
    return Step(used.rule, whole, tidy(result), subject, subject, bindings=used.bindings(whole.argument))


def _open(e: Expr, variables: Collection[Symbol]) -> list[Expr]:
    """The differentials yet to be taken, in reading order."""
    found: dict[Expr, None] = {}
    seen: set[Expr] = set()
    stack = [e]
    while stack:
        node = stack.pop()
        if node in seen or not node.has_differential:
            continue
        seen.add(node)
        if not isinstance(node, Differential):
            stack.extend(reversed(node.children))
        elif node.argument not in variables:
            found[node] = None
    return list(found)
