"""Schedules: how the step size γ changes with the number k of the step."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi
from typing import ClassVar

from gradviz.numeric.descent.formula import Formula, formula
from gradviz.numeric.descent.parameters import check_parameters, count, number

__all__ = ["SCHEDULES", "Cosine", "Fixed", "InverseTime", "Schedule", "StepDecay"]


@dataclass(frozen=True, slots=True)
class Schedule:
    """What the step size is multiplied by at step k = 0, 1, 2, ..."""

    title: ClassVar[str] = ""

    def __post_init__(self) -> None:
        check_parameters(self)

    def factor(self, k: int) -> float:
        """The factor of the step from iterate k to iterate k + 1."""
        raise NotImplementedError

    def formula(self) -> Formula:
        """``γ_k`` as a formula."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Fixed(Schedule):
    """``γ_k = γ``."""

    title: ClassVar[str] = "fixed"

    def factor(self, k: int) -> float:
        return 1.0

    def formula(self) -> Formula:
        return formula([(r"\gamma_k = \gamma", "gamma_k = gamma")], [])


@dataclass(frozen=True, slots=True)
class StepDecay(Schedule):
    """``γ_k = γ ρ^⌊k/s⌋``: the step size is cut every so many steps (PyTorch's ``StepLR``)."""

    title: ClassVar[str] = "step decay"
    decay: float = number(0.5, r"\rho", "what the step size is multiplied by", above=0, at_most=1)
    every: int = count(100, "s", "steps between two cuts")

    def factor(self, k: int) -> float:
        return float(self.decay ** (k // self.every))

    def formula(self) -> Formula:
        return formula(
            [(r"\gamma_k = \gamma \rho^{\lfloor k / s \rfloor}", "gamma_k = gamma rho^(floor(k \\/ s))")],
            [(r"\rho", "rho", "decay", "decay"), ("s", "s", "steps between two cuts", "every")],
        )


@dataclass(frozen=True, slots=True)
class Cosine(Schedule):
    """``γ_k = γ (c + (1 - c) (1 + cos(π k/T))/2)`` until k = T, then ``c γ`` (Loshchilov & Hutter 2017, eq. 5, one
    period).
    """

    title: ClassVar[str] = "cosine"
    period: int = count(1000, "T", "steps from the whole step size to the smallest")
    floor: float = number(0.0, "c", "the smallest step size, as a share of the first", at_least=0, at_most=1)

    def factor(self, k: int) -> float:
        if k >= self.period:
            return self.floor
        return self.floor + (1 - self.floor) * (1 + cos(pi * (k / self.period))) / 2

    def formula(self) -> Formula:
        return formula(
            [
                (
                    r"\gamma_k = \gamma \left(c + (1 - c) \frac{1 + \cos(\pi k / T)}{2}\right)",
                    "gamma_k = gamma (c + (1 - c) (1 + cos(pi k \\/ T)) / 2)",
                )
            ],
            [("T", "T", "period", "period"), ("c", "c", "smallest share", "floor")],
        )


@dataclass(frozen=True, slots=True)
class InverseTime(Schedule):
    """``γ_k = γ / (1 + δ k)``: the steps' sum is infinite and their squares' sum finite (Robbins & Monro 1951)."""

    title: ClassVar[str] = "1/t"
    rate: float = number(0.01, r"\delta", "how fast the step size falls", above=0)

    def factor(self, k: int) -> float:
        return 1.0 / (1.0 + self.rate * k)

    def formula(self) -> Formula:
        return formula(
            [(r"\gamma_k = \frac{\gamma}{1 + \delta k}", "gamma_k = gamma / (1 + delta k)")],
            [(r"\delta", "delta", "rate of decay", "rate")],
        )


SCHEDULES: dict[str, type[Schedule]] = {
    "fixed": Fixed,
    "step-decay": StepDecay,
    "cosine": Cosine,
    "inverse-time": InverseTime,
}
"""Every schedule by its id."""
