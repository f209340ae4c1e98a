"""How often a function was evaluated."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Counts"]


@dataclass(frozen=True, slots=True)
class Counts:
    """Evaluations: points at which f, ∇f and the Hessian (or the Jacobian of the residuals) were worked out. A
    mini-batch counts for its share of the rows.
    """

    values: float = 0
    gradients: float = 0
    hessians: float = 0

    @property
    def total(self) -> float:
        """All of them."""
        return self.values + self.gradients + self.hessians

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.values + other.values, self.gradients + other.gradients, self.hessians + other.hessians)

    def __sub__(self, other: Counts) -> Counts:
        return Counts(self.values - other.values, self.gradients - other.gradients, self.hessians - other.hessians)
