"""How far rounding errors reach: an expression evaluated with a random rounding error in every operation.

The spread of a few such values tells how many digits of the plain value are meant (discrete stochastic arithmetic,
Vignes 1993). Unlike a bound, it stays close to the truth however many operations follow one another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

import numpy as np

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.numeric.evaluate import Array, Evaluator

__all__ = ["Instance", "RoundingEvaluator"]

_EPSILON = float(np.finfo(float).eps)
_UNITS = 4
"""Units in the last place; of a single one too much falls between two numbers."""
_SPREAD = 4
"""Evaluations with other rounding errors."""
_SEED = 20240229
_EXACT = (n.Transpose, n.Vec, n.Unvec, n.Diag, n.DiagonalOf, n.Matrix, n.Entry)
"""Nodes that only move numbers about."""


class RoundingEvaluator(Evaluator):
    """An evaluator in which the operands of every operation are off by some units in the last place, up or down at
    random.

    Parameters
    ----------
    of : where the sizes, values, increments and members are taken from.
    rng : the source of the errors.
    """

    def __init__(self, of: Evaluator, rng: np.random.Generator) -> None:
        super().__init__(of.dims, of.values, of.directions, of.members, of.derivatives)
        self.tile, self.batch, self.links = of.tile, of.batch, of.links
        self._rng = rng

    def like(
        self,
        *,
        values: Mapping[Symbol, Array] | None = None,
        directions: Mapping[Symbol, Array] | None = None,
        members: Mapping[str, int | Array] | None = None,
        derivatives: Mapping[Expr, Array] | None = None,
    ) -> Evaluator:
        """The same with something exchanged, still with rounding errors."""
        plain = super().like(values=values, directions=directions, members=members, derivatives=derivatives)
        return RoundingEvaluator(plain, self._rng)

    def _visit(self, node: Expr, c: list[Array]) -> Array:
        if isinstance(node, n.Softmax):  # where it saturates, its parts cancel one another
            powers = np.exp(self._rounded(c[0] - c[0].real.max(axis=(1, 2), keepdims=True)))
            total = self._rounded(powers.sum(axis=(1, 2), keepdims=True))
            return np.asarray(self._rounded(powers) / total)
        if isinstance(node, n.RowSoftmax):
            powers = np.exp(self._rounded(c[0] - c[0].real.max(axis=2, keepdims=True)))
            return np.asarray(self._rounded(powers) / self._rounded(powers.sum(axis=2, keepdims=True)))
        return super()._visit(node, c if isinstance(node, _EXACT) else [self._rounded(v) for v in c])

    def _rounded(self, value: Array) -> Array:
        if np.iscomplexobj(value):  # the step along the imaginary axis is a number of its own
            return np.asarray(value.real * self._errors(value) + 1j * (value.imag * self._errors(value)))
        return np.asarray(value * self._errors(value))

    def _errors(self, value: Array) -> Array:
        return np.asarray(1 + _UNITS * _EPSILON * self._rng.uniform(-1, 1, size=value.shape))


class Instance(Evaluator):
    """An evaluator that can be asked how its values would be with other rounding errors.

    Attributes
    ----------
    completed : adds the values that are worked out from the others, as those of derivatives with a name; each evaluator
        with other rounding errors works them out for itself.
    """

    completed: Callable[[Evaluator], Evaluator] | None = None

    @cached_property
    def others(self) -> tuple[Evaluator, ...]:
        """A few evaluators of the same instance, each with rounding errors of its own."""
        rng = np.random.default_rng(_SEED)
        plain = [RoundingEvaluator(self, rng) for _ in range(_SPREAD)]
        return tuple(plain if self.completed is None else map(self.completed, plain))
