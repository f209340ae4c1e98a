"""Named simplification rules, by family, and the sets in which they are used.

`COLLECT` brings a sum to a common form (like terms, common factors); `COMPACT` writes an answer as a textbook prints
it; `RECOGNISE` finds known functions in what is left, and multiplies out where that is shorter.
"""

from __future__ import annotations

from gradviz.algebra.rewriting import Rule
from gradviz.algebra.simplify import (
    changes,
    collect,
    entrywise,
    kroneckers,
    matrices,
    piecewise,
    recognise,
    scalars,
    unstacked,
)
from gradviz.algebra.simplify.expand import (
    denominator_rule,
    entrywise_denominator_rule,
    expansion_rule,
    one_sum_rule,
)
from gradviz.algebra.simplify.rewritten import reflection_rule, sigmoid_rule, softmax_rule

__all__ = ["COLLECT", "COMPACT", "RECOGNISE"]

COLLECT: tuple[Rule, ...] = (*collect.RULES,)
COMPACT: tuple[Rule, ...] = (
    *matrices.RULES,
    *kroneckers.RULES,
    *changes.RULES,
    *unstacked.RULES,
    *entrywise.RULES,
    *piecewise.RULES,
    *scalars.RULES,
    *collect.RULES,
)
_EXPANSION = expansion_rule(COMPACT)
RECOGNISE: tuple[Rule, ...] = (
    *recognise.RULES,
    scalars.pythagoras,
    scalars.transposed_scalar,
    _EXPANSION,
    denominator_rule(COMPACT),
    entrywise_denominator_rule(COMPACT),
    softmax_rule(COMPACT),
    sigmoid_rule(COMPACT),
    reflection_rule((*COMPACT, *recognise.RULES)),
    scalars.common_power,
    one_sum_rule((*COMPACT, *recognise.RULES, _EXPANSION)),
)
