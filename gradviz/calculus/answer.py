"""The answer in the form in which a textbook prints it."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import transposed
from gradviz.algebra.nodes import Expr
from gradviz.algebra.rewriting import Rule, rewrite
from gradviz.algebra.simplify import COMPACT, RECOGNISE
from gradviz.algebra.simplify.matrices import transpose_of_product
from gradviz.algebra.simplify.recognise import turned_difference
from gradviz.algebra.walk import Path, fold
from gradviz.calculus.symmetry import needed_by
from gradviz.calculus.trail import Trail

__all__ = ["simplify_line"]


def _turned(node: Expr, children: list[Expr]) -> Expr:
    """``ones(n)'`` as the row it is."""
    if isinstance(node, n.Transpose) and isinstance(children[0], n.Ones):
        return transposed(children[0])
    return node.with_children(children)


def simplify_line(trail: Trail) -> None:
    """Write the answer as a textbook prints it; rewrites by one rule in a row make one step."""
    last: list[Rule] = []
    turned: dict[Expr, Expr] = {}

    def record(rule: Rule, before: Expr, after: Expr, path: Path) -> None:
        if rule == transpose_of_product and fold(before, _turned, turned) is fold(after, _turned, turned):
            return  # the row of ones, in two spellings that read alike
        if last and last[0] != rule:
            trail.close(last[0])
            last.clear()
        last.append(rule)
        trail.small(rule, after, (), needed_by(rule, before, after, path))

    compact: set[Expr] = set()
    rewrite(trail.expression, COMPACT, record, normal=compact)
    # Fractions are whole now, so that functions are recognised in them.
    rewrite(trail.expression, (*COMPACT, *RECOGNISE), record, later=(compact, RECOGNISE))
    trail.close(last[0] if last else None)
    whole = turned_difference.apply(trail.expression)
    if whole is not None:
        trail.step(turned_difference, whole)
