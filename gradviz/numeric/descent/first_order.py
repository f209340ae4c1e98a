"""Gradient descent with schedules, heavy ball and Nesterov."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.entrywise import Arithmetic, Entry, Entrywise
from gradviz.numeric.descent.formula import Formula, formula
from gradviz.numeric.descent.parameters import number, step_size_field
from gradviz.numeric.descent.schedule import Fixed, Schedule
from gradviz.numeric.descent.state import Notes, State, SubStepKind
from gradviz.sentences import say

__all__ = ["GAMMA", "GRADIENT_LETTER", "GRADIENT_LINE", "GradientDescent", "HeavyBall", "Nesterov", "Scheduled"]

GAMMA = (r"\gamma_k", "gamma_k", "step size", "step_size")
"""The step size in a formula's letters."""
GRADIENT_LINE = (r"g_k = \nabla @f(@x_k)", "g_k = nabla @f (@x_k)")
GRADIENT_LETTER = ("g_k", "g_k", "gradient at iterate k")


@dataclass(frozen=True, slots=True)
class Scheduled(Entrywise):
    """A method with a step size γ and a schedule for it."""

    step_size: float = step_size_field(0.1)
    schedule: Schedule = Fixed()  # noqa: RUF009 - immutable

    def step_sizes(self, steps: range) -> list[float]:
        if isinstance(self.schedule, Fixed):
            return [self.step_size] * len(steps)
        size, factor = self.step_size, self.schedule.factor
        return [size * factor(k) for k in steps]

    def step_size_at(self, k: int) -> float:
        return self.step_size * self.schedule.factor(k)


@dataclass(frozen=True, slots=True)
class GradientDescent(Scheduled):
    """``x_{k+1} = x_k - γ_k ∇f(x_k)`` (Cauchy 1847).

    Attributes
    ----------
    step_size : γ > 0.
    schedule : how it changes with k.
    """

    title: ClassVar[str] = "Gradient descent"
    source: ClassVar[str] = "Cauchy 1847; Nocedal & Wright 2006, sec. 2.2"

    def entry(self, arithmetic: Arithmetic) -> Entry:
        def entry(gamma: float, g: Any, x: Any) -> tuple[Any, ...]:
            return (x - gamma * g,)

        return entry

    def describe(self, notes: Notes, state: State, after: Array, memory: tuple[Any, ...]) -> None:
        gamma = self.step_size_at(state.k)
        notes.add(
            SubStepKind.SCALE,
            say("Scale the negative gradient with the step size."),
            state.x,
            after,
            step_size=gamma,
            scaled=-gamma * state.gradient,
        )

    def formula(self) -> Formula:
        return formula(
            [(r"@x_{k+1} = @x_k - \gamma_k \nabla @f(@x_k)", "@x_(k+1) = @x_k - gamma_k nabla @f (@x_k)")], [GAMMA]
        )


@dataclass(frozen=True, slots=True)
class HeavyBall(Scheduled):
    """Gradient descent with momentum: ``b_{k+1} = μ b_k + ∇f(x_k), x_{k+1} = x_k - γ_k b_{k+1}``, ``b_0 = 0``.

    With a fixed step size this is Polyak's ``x_{k+1} = x_k - γ ∇f(x_k) + μ (x_k - x_{k-1})``.

    Attributes
    ----------
    step_size : γ > 0.
    momentum : μ in [0, 1).
    """

    title: ClassVar[str] = "Momentum (heavy ball)"
    source: ClassVar[str] = "Polyak 1964"
    slots: ClassVar[tuple[float, ...]] = (0.0,)
    momentum: float = number(0.9, r"\mu", "share of the last velocity that is kept", at_least=0, below=1)

    def entry(self, arithmetic: Arithmetic) -> Entry:
        mu = self.momentum

        def entry(gamma: float, g: Any, x: Any, b: Any) -> tuple[Any, ...]:
            b = mu * b + g
            return x - gamma * b, b

        return entry

    def describe(self, notes: Notes, state: State, after: Array, memory: tuple[Any, ...]) -> None:
        gamma, kept = self.step_size_at(state.k), self.momentum * state.memory[0]
        notes.add(
            SubStepKind.MOMENTUM,
            say("Keep a share of the velocity."),
            state.x,
            state.x - gamma * kept,
            momentum=self.momentum,
            kept=kept,
        )
        notes.add(
            SubStepKind.UPDATE,
            say("Add the gradient: the new velocity."),
            state.x - gamma * kept,
            after,
            velocity=memory[0],
        )
        notes.add(
            SubStepKind.SCALE,
            say("Scale the negative velocity with the step size."),
            state.x,
            after,
            step_size=gamma,
            scaled=-gamma * memory[0],
        )

    def formula(self) -> Formula:
        return formula(
            [
                (r"b_{k+1} = \mu b_k + \nabla @f(@x_k)", "b_(k+1) = mu b_k + nabla @f (@x_k)"),
                (r"@x_{k+1} = @x_k - \gamma_k b_{k+1}", "@x_(k+1) = @x_k - gamma_k b_(k+1)"),
            ],
            [GAMMA, (r"\mu", "mu", "momentum", "momentum"), ("b_k", "b_k", "velocity, 0 at first")],
        )


@dataclass(frozen=True, slots=True)
class Nesterov(Scheduled):
    """Nesterov's accelerated gradient, written at the point where the gradient is taken:
    ``b_{k+1} = μ b_k + g_k, x_{k+1} = x_k - γ_k (g_k + μ b_{k+1})`` with ``g_k = ∇f(x_k)``, ``b_0 = 0``.

    The iterate is the point looked ahead to: with ``y_k = x_k + γ μ b_k`` this is ``y_{k+1} = x_k - γ ∇f(x_k)``,
    ``x_{k+1} = y_{k+1} + μ (y_{k+1} - y_k)``.

    Attributes
    ----------
    step_size : γ > 0.
    momentum : μ in [0, 1).
    """

    title: ClassVar[str] = "Nesterov momentum"
    source: ClassVar[str] = "Nesterov 1983; Sutskever, Martens, Dahl & Hinton 2013; PyTorch's SGD(nesterov=True)"
    slots: ClassVar[tuple[float, ...]] = (0.0,)
    momentum: float = number(0.9, r"\mu", "share of the last velocity that is kept", at_least=0, below=1)

    def entry(self, arithmetic: Arithmetic) -> Entry:
        mu = self.momentum

        def entry(gamma: float, g: Any, x: Any, b: Any) -> tuple[Any, ...]:
            b = mu * b + g
            return x - gamma * (g + mu * b), b

        return entry

    def describe(self, notes: Notes, state: State, after: Array, memory: tuple[Any, ...]) -> None:
        gamma = self.step_size_at(state.k)
        middle = state.x - gamma * state.gradient
        notes.add(
            SubStepKind.SCALE,
            say("Step along the negative gradient."),
            state.x,
            middle,
            step_size=gamma,
            scaled=-gamma * state.gradient,
        )
        notes.add(
            SubStepKind.MOMENTUM,
            say("Look ahead along the new velocity."),
            middle,
            after,
            momentum=self.momentum,
            velocity=memory[0],
            ahead=-gamma * self.momentum * memory[0],
        )

    def formula(self) -> Formula:
        return formula(
            [
                GRADIENT_LINE,
                (r"b_{k+1} = \mu b_k + g_k", "b_(k+1) = mu b_k + g_k"),
                (r"@x_{k+1} = @x_k - \gamma_k (g_k + \mu b_{k+1})", "@x_(k+1) = @x_k - gamma_k (g_k + mu b_(k+1))"),
            ],
            [GAMMA, (r"\mu", "mu", "momentum", "momentum"), ("b_k", "b_k", "velocity, 0 at first"), GRADIENT_LETTER],
        )
