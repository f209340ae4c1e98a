"""Whether a formula may have corners, where there is no gradient and the search for stationary points finds nothing."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Expr
from gradviz.algebra.walk import preorder
from gradviz.sentences import say

__all__ = ["corner_note", "may_have_corners"]


def may_have_corners(function: Expr) -> bool:
    """Whether there is an absolute value, a maximum, a norm that is not squared, ... in a formula."""
    squared = {
        node.children[0]
        for node in preorder(function)
        if isinstance(node, n.Power) and isinstance(node.children[1], n.Number) and node.children[1].value % 2 == 0
    }
    for node in preorder(function):
        match node:
            case n.Larger() | n.Extreme() | n.Eigenvalue() | n.Norm(kind="1"):
                return True
            case n.Norm():
                if node not in squared:
                    return True
            case n.Apply():
                known = FUNCTIONS.get(node.function)
                if known is not None and known.kink and known.domain in ("real", "nonnegative"):
                    return True
    return False


def corner_note(function: Expr) -> str:
    """What a list of stationary points leaves out; "" when it leaves out nothing."""
    if not may_have_corners(function):
        return ""
    return say("Where f has no gradient, as at a corner, a minimum or maximum is not listed.")
