"""Which rule is for a differential."""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import zero
from gradviz.algebra.nodes import Differential, Expr
from gradviz.algebra.rewriting import Rule
from gradviz.calculus.kinds_of_parts import called
from gradviz.calculus.rules import differential_rules
from gradviz.calculus.rules.registry import DifferentialRule, Varies
from gradviz.calculus.trail import CannotError
from gradviz.sentences import say

__all__ = ["CONSTANT", "CONSTANT_RULE", "rule_for"]

CONSTANT = Rule("linear.constant", "d(C) = 0", "Magnus & Neudecker, ch. 8")
CONSTANT_RULE = DifferentialRule(CONSTANT, True, ("C",))


def rule_for(differential: Differential, varies: Varies) -> tuple[DifferentialRule, Expr]:
    """The rule for ``d(E)``, and what it gives one level deep.

    Raises
    ------
    CannotError
        At a function that has no rule.
    """
    argument = differential.argument
    if not varies(argument):
        return CONSTANT_RULE, zero(argument.shape)
    found = differential_rules().find(argument, varies)
    if isinstance(argument, n.MatrixFunction) and found is None:
        raise CannotError(
            say(
                "the differential of a matrix function is an integral, but for {function}(t C) with a constant "
                "matrix C and for tr({function}(U))",
                function=argument.function,
            )
        )
    if isinstance(argument, n.FunctionChange):
        raise CannotError(say("the second derivative of a matrix function has no formula here"))
    if found is None and isinstance(argument, n.LetterPower):
        raise CannotError(
            say("of a matrix power with a letter only X^k itself is differentiated, not X^(k - 1); give k a number")
        )
    if found is None and isinstance(argument, n.Unspecified):
        raise CannotError(
            say("the second derivative of {name}, which has no formula, is no matrix", name=argument.name)
        )
    if found is None:
        raise CannotError(say("there is no rule for the differential of {function}", function=called(argument)))
    return found
