"""The answer in the form in which a textbook prints it."""

from __future__ import annotations

from gradviz.algebra.nodes import Expr
from gradviz.algebra.rewriting import Rule, rewrite
from gradviz.algebra.simplify import COMPACT, RECOGNISE
from gradviz.algebra.walk import Path
from gradviz.calculus.trail import Trail

__all__ = ["simplify_line"]


def simplify_line(trail: Trail) -> None:
    """Write the answer as a textbook prints it; rewrites by one rule in a row make one step."""
    last: list[Rule] = []

    def record(rule: Rule, before: Expr, after: Expr, path: Path) -> None:
        if last and last[0] != rule:
            trail.close(last[0])
            last.clear()
        last.append(rule)
        trail.small(rule, after)

    for rules in (COMPACT, (*COMPACT, *RECOGNISE)):  # fractions must be whole before functions are recognised in them
        rewrite(trail.expression, rules, record)
    trail.close(last[0] if last else None)
