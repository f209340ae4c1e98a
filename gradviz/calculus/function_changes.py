"""The increment inside ``L(U, E)``, the derivative of a matrix function: out of it into a weight, or before it."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import terms, times, transposed
from gradviz.algebra.nodes import Expr
from gradviz.algebra.rewriting import Rule
from gradviz.calculus.trail import CannotError
from gradviz.sentences import say

__all__ = ["CHANGE_RULES", "adjoint_of_change", "turned_change"]

SOURCE = "Higham, Functions of Matrices, sect. 3.1"
ADJOINT = Rule("canonical.change", "tr(A' L(U, E)) = tr(L(U', A)' E)", SOURCE)
LINEAR = Rule("canonical.change-linear", "L(U, s E) = s L(U, E)", SOURCE)
CHANGE_RULES = (ADJOINT, LINEAR)


def adjoint_of_change(w: Expr, e: Expr) -> tuple[Rule, Expr, Expr]:
    """``<W, L(U, E)> = <L(U', W), E>``: the terms of the series are ``U^i E U^j``, their adjoints ``U'^i W U'^j``."""
    assert isinstance(e, n.FunctionChange)
    argument, direction = e.children
    if argument.has_differential:
        raise CannotError(say("the second derivative of a matrix function has no formula here"))
    return ADJOINT, n.FunctionChange(transposed(argument), w, e.function), direction


def turned_change(e: Expr) -> tuple[Rule | None, list[Expr]] | None:
    """The terms of a derivative of a matrix function, alone or as a factor, whose direction is a sum (no rule of its
    own), or with the increment before it, where that is in a scalar factor of the direction; None where e is nothing
    of the kind.

    Raises
    ------
    CannotError
        Where the increment is a matrix.
    """
    chain = e.children if isinstance(e, n.Mul) else (e,)
    i = next((k for k, c in enumerate(chain) if isinstance(c, n.FunctionChange) and c.has_differential), -1)
    change = chain[i]
    if i < 0 or not isinstance(change, n.FunctionChange):
        return None
    argument, direction = change.children
    if isinstance(direction, n.Add):
        parts: list[Expr] = [n.FunctionChange(argument, t, change.function) for t in terms(direction)]
        return None, [times(*chain[:i], part, *chain[i + 1 :]) for part in parts]
    scalars = [s for s in direction.children if s.is_scalar] if isinstance(direction, n.Mul) else []
    if not any(s.has_differential for s in scalars):
        raise CannotError(
            say(
                "the Jacobian of a matrix function is an integral; scalar functions of it, as {scalar}, are derived",
                scalar="tr(A expm(X))",
            )
        )
    rest = n.FunctionChange(argument, times(*[c for c in direction.children if not c.is_scalar]), change.function)
    return LINEAR, [times(*scalars, *chain[:i], rest, *chain[i + 1 :])]
