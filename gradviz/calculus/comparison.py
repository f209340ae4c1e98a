"""When two values that were worked out in different ways count as equal.

The difference is measured beside the values themselves, so that a gradient of size 1e-60, as deep networks have, is
held to as many digits as one of size one. What differs in more than the last digits must be explained by rounding: a
term that is small beside the others, as that of ``f + 1e-9 ||w||^2``, must not be wrong unseen. Rounding can spoil a
comparison in two ways: the exact value is nought and both sides are what rounding left of it; or the instance
multiplies rounding errors until no digit is meant, as a chaotic recurrence does. Which it is shows in the spread of the
values under other rounding errors.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.calculus.derivation import Check
from gradviz.sentences import say

__all__ = ["BLURRED", "NOT_FINITE", "TOLERANCE", "all_of", "compare", "over_instances"]

Values = NDArray[Any]

TOLERANCE = 1e-7
"""Largest relative error that passes, and that only where rounding explains it."""
CLOSE = 1e-12
"""So close two sides are equal without a question. Correct steps stay near 1e-15."""
UNDERFLOW = 1e-250
"""Values so small decide nothing: what a numeric derivative multiplies them by makes them nought."""
NOT_FINITE = say("not a number")
BLURRED = say("rounding errors decide at every random instance")
SAFETY = 16
"""How many times the spread of a few values the true rounding error may be."""


def compare(left: Values, right: Values, spread: Callable[[], Values]) -> Check:
    """Whether two sides agree, instance by instance.

    Parameters
    ----------
    left, right : values of shape (batch, rows, cols).
    spread : how far rounding moves the sides at each instance, shape (batch,); asked only where they are not close.

    Returns
    -------
    The largest error of the instances that decide; its reason is `BLURRED` where none does.
    """
    if left.shape != right.shape:
        return Check(
            float("inf"), len(left), False, say("shapes {left} and {right}", left=left.shape[1:], right=right.shape[1:])
        )
    if not (np.isfinite(left).all() and np.isfinite(right).all()):
        return Check(float("inf"), len(left), False, NOT_FINITE)
    difference, scale = _largest(left - right), np.maximum(_largest(left), _largest(right))
    error = np.divide(difference, scale, out=np.zeros_like(difference), where=difference > 0)
    if error.max(initial=0.0) <= CLOSE:
        return Check(float(error.max(initial=0.0)), len(left), True)
    rounding = SAFETY * spread()
    nought = (scale <= rounding) & (rounding <= TOLERANCE)
    explained = (error <= CLOSE) | (difference <= rounding)
    blurred = (~nought & (error > TOLERANCE) & explained) | ((scale < UNDERFLOW) & (error > CLOSE))
    error, explained = np.where(nought, difference, error)[~blurred], explained[~blurred]
    if not len(error):
        return Check(float("inf"), 0, False, BLURRED)
    return Check(float(error.max()), len(error), bool((explained & (error <= TOLERANCE)).all()))


def _largest(values: Values) -> Values:
    """The largest size of an entry at each instance."""
    return np.asarray(np.abs(values).reshape(len(values), -1).max(axis=1, initial=0.0))


def all_of(checks: Sequence[Check]) -> Check:
    """All the checks that one step needs: what is wrong counts before what is not decided."""
    wrong = [c for c in checks if not c.ok and c.reason != BLURRED]
    return max(wrong or checks, key=lambda c: c.error)


def over_instances(checks: Sequence[Check]) -> Check:
    """One check over several sizes: those at which nothing is decided are left out if others decide."""
    if not checks:
        return Check(float("inf"), 0, False, say("nothing was checked"))
    deciding = [c for c in checks if c.reason != BLURRED] or checks
    bad = max(deciding, key=lambda c: c.error)
    return Check(bad.error, sum(c.instances for c in deciding), all(c.ok for c in deciding), bad.reason)
