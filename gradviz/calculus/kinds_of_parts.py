"""What parts of an expression are called among people, for messages."""

from __future__ import annotations

import re

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.sentences import say

__all__ = ["called"]

_CALLED: dict[type[Expr], str] = {
    n.LogDet: "log det",
    n.LogSumExp: "log-sum-exp",
    n.Softmax: "softmax",
    n.RowSoftmax: "softmax",
    n.Determinant: say("a determinant"),
    n.Inverse: say("an inverse"),
    n.Quotient: say("a fraction"),
    n.HadamardQuotient: say("an entrywise fraction"),
    n.HadamardPower: say("such an entrywise power"),
    n.Power: say("such a power"),
    n.LetterPower: say("a power with a letter"),
    n.MatrixFunction: say("a matrix function"),
    n.FunctionChange: say("the derivative of a matrix function"),
    n.Norm: say("a norm"),
    n.Kronecker: say("a Kronecker product"),
    n.Eigenvalue: say("an eigenvalue"),
    n.Eigenvector: say("an eigenvector"),
    n.Extreme: say("a largest or smallest entry"),
    n.Larger: say("the larger of two"),
    n.Unspecified: say("a function without a formula"),
}


def called(node: Expr) -> str:
    """The name of a function, or words for what a node is."""
    if isinstance(node, n.Apply):
        return node.function
    known = _CALLED.get(type(node))
    return known if known is not None else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(node).__name__).lower()
