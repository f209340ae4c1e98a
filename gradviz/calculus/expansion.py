"""First half of the method of differentials: expand ``d f`` by rules until only differentials of the variables are
left.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from gradviz.algebra.build import put_differentials, tidy
from gradviz.algebra.nodes import Differential, Expr, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.simplify.collect import size
from gradviz.algebra.walk import contains, fold
from gradviz.calculus.canonical import gather_increments
from gradviz.calculus.derivation import Kind, Subject
from gradviz.calculus.layers import expand_layers, is_deep
from gradviz.calculus.members import Variation
from gradviz.calculus.naming import NAMED, NO_NAMES, PUT_IN, Names
from gradviz.calculus.rules.find import CONSTANT, CONSTANT_RULE, rule_for
from gradviz.calculus.rules.functions import kinks
from gradviz.calculus.rules.registry import DifferentialRule, Varies
from gradviz.calculus.signals import LONG, name_signals
from gradviz.calculus.trail import LimitError, Trail
from gradviz.sentences import say

__all__ = ["CONSTANT", "LINEARITY", "START", "expand"]

START = Rule("differential.take", "f => d(f)", "Magnus & Neudecker, Matrix Differential Calculus, ch. 5")
LINEARITY = Rule("linear", "d(a U + b V + C) = a d(U) + b d(V)", "Magnus & Neudecker, ch. 8")
LIMIT_LENGTH = 2_000


def expand(trail: Trail, variables: Sequence[Symbol], names: Names = NO_NAMES, *, signals: bool = False) -> None:
    """Take the trail from ``d(f)`` to an expression linear in the increments of the variables.

    The differentials of names are taken on lines of their own and put in, the last name first. With `signals`, what
    multiplies them gets names too if the lines grow long otherwise (`gradviz.calculus.signals`).

    Raises
    ------
    CannotError
        At a function that has no rule.
    """
    varying = names.varying(variables)
    start = trail.mark()
    if not _through_names(trail, variables, varying, names, LONG if signals and varying else None):
        trail.back_to(start)
        _through_names(trail, variables, varying, names, None, signals=True)


def _through_names(
    trail: Trail,
    variables: Sequence[Symbol],
    varying: Sequence[Symbol],
    names: Names,
    longest: int | None,
    *,
    signals: bool = False,
) -> bool:
    """Expand the differential of each name in turn; False once a coefficient has more operations than `longest`."""
    inner = frozenset((*variables, *varying))
    varies = Variation(inner)
    function = trail.expression
    _expand(trail, inner, varies)
    for name in reversed(varying):
        increment = Differential(name)
        if not contains(trail.expression, increment):
            continue
        if signals:
            name_signals(trail, name, names, function)
        elif trail.expression.is_scalar:
            gather_increments(trail)
        if longest is not None and size(trail.expression) > longest:
            return False
        aside = Trail(Subject(Kind.PART, part=increment), Differential(names.definitions[name]))
        _expand(aside, inner, varies)
        aside.close()
        aside.step(NAMED, names.abbreviated(aside.expression))
        trail.aside(aside)
        trail.step(PUT_IN, put_differentials(trail.expression, {increment: aside.expression}))
    return True


def _expand(trail: Trail, variables: Collection[Symbol], varies: Varies) -> None:
    """Take the trail from ``d(f)`` to the increments of variables.

    In each round the routine rules (linearity, ``dC = 0``) are applied wherever they can be, then one other rule
    wherever it applies; the routine rules that follow one another make one step. A deep expression is expanded in one
    step, layer by layer.
    """
    if is_deep(trail.expression, varies):
        expand_layers(trail, variables, varies)
        return
    after_product = False
    while True:
        if _written_length(trail.expression) > LIMIT_LENGTH:
            raise LimitError(
                say("written out, the differential is too long; name inner parts, or ask for a smaller problem")
            )
        found = [(d, *rule_for(d, varies)) for d in _open_differentials(trail.expression, variables)]
        routine = [row for row in found if row[1].routine]
        if after_product and any(row[1] is CONSTANT_RULE for row in routine):
            # What the product rule wrote down for a constant factor vanishes in a step of its own: dA = 0.
            _apply(trail, CONSTANT_RULE, [(d, result) for d, rule, result in found if rule is CONSTANT_RULE])
            trail.close(CONSTANT)
            after_product = False
            continue
        if not routine:
            trail.close(LINEARITY)
        if not found:
            return
        used = (routine or found)[0][1]
        _apply(trail, used, [(d, result) for d, rule, result in found if rule.rule == used.rule])
        after_product = used.rule.family == "product"
        if not routine:
            trail.close()


def _written_length(root: Expr) -> int:
    """How many increments there are to write, each occurrence counted; shared parts make this far more than the
    nodes.
    """
    return fold(root, lambda node, below: sum(below) + (1 if isinstance(node, Differential) else 0))


def _open_differentials(root: Expr, variables: Collection[Symbol]) -> list[Differential]:
    """The distinct differentials yet to be taken, in reading order."""
    found: dict[Differential, None] = {}
    stack = [root]
    seen: set[Expr] = set()
    while stack:
        node = stack.pop()
        if node in seen or not node.has_differential:
            continue
        seen.add(node)
        if isinstance(node, Differential):
            if node.argument not in variables:
                found[node] = None
        else:
            stack.extend(reversed(node.children))
    return list(found)


def _apply(trail: Trail, used: DifferentialRule, results: list[tuple[Differential, Expr]]) -> None:
    """Put the results in for their differentials, wherever they stand."""
    first = results[0][0].argument
    after = put_differentials(trail.expression, {d: tidy(result) for d, result in results})
    bindings = (("C", first),) if used is CONSTANT_RULE else used.bindings(first)
    trail.small(used.rule, after, bindings, [c for d, _ in results if (c := kinks(d.argument))])
