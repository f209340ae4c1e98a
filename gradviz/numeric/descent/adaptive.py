"""Methods with a step size of its own for each coordinate: AdaGrad, RMSProp, Adam and its kin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.entrywise import Arithmetic, Entry
from gradviz.numeric.descent.first_order import GAMMA, GRADIENT_LETTER, GRADIENT_LINE, Scheduled
from gradviz.numeric.descent.formula import Formula, formula
from gradviz.numeric.descent.parameters import number, step_size_field
from gradviz.numeric.descent.state import Notes, State, SubStepKind
from gradviz.sentences import say

__all__ = ["AMSGrad", "AdaGrad", "Adam", "AdamW", "NAdam", "RMSProp"]

EPSILON = (r"\varepsilon", "epsilon", "keeps the quotient finite", "epsilon")
BETA_1 = (r"\beta_1", "beta_1", "share kept in the average of gradients", "beta1")
BETA_2 = (r"\beta_2", "beta_2", "share kept in the average of their squares", "beta2")
M = ("m_k", "m_k", "average of gradients, 0 at first")
V = ("v_k", "v_k", "average of their squares, entry by entry, 0 at first")
AVERAGES = [
    (r"m_{k+1} = \beta_1 m_k + (1 - \beta_1) g_k", "m_(k+1) = beta_1 m_k + (1 - beta_1) g_k"),
    (r"v_{k+1} = \beta_2 v_k + (1 - \beta_2) g_k^2", "v_(k+1) = beta_2 v_k + (1 - beta_2) g_k^2"),
]
UNBIASED = [
    (r"\hat m = \frac{m_{k+1}}{1 - \beta_1^{k+1}}", "hat(m) = m_(k+1) / (1 - beta_1^(k+1))"),
    (r"\hat v = \frac{v_{k+1}}{1 - \beta_2^{k+1}}", "hat(v) = v_(k+1) / (1 - beta_2^(k+1))"),
]
QUOTIENT = (
    r"@x_{k+1} = @x_k - \gamma_k \frac{\hat m}{\sqrt{\hat v} + \varepsilon}",
    "@x_(k+1) = @x_k - gamma_k hat(m) / (sqrt(hat(v)) + epsilon)",
)
HATS = [
    (r"\hat m", "hat(m)", "average without its bias to 0"),
    (r"\hat v", "hat(v)", "squares without their bias to 0"),
]


def _epsilon(default: float) -> Any:
    return number(default, r"\varepsilon", "keeps the quotient finite", above=0)


def _beta1() -> Any:
    return number(0.9, r"\beta_1", "share kept in the average of gradients", at_least=0, below=1)


def _beta2() -> Any:
    return number(0.999, r"\beta_2", "share kept in the average of squares", at_least=0, below=1)


def _moved(notes: Notes, state: State, after: Array, sentence: str, **numbers: Any) -> None:
    notes.add(SubStepKind.SCALE, sentence, state.x, after, **numbers, scaled=after - state.x)


@dataclass(frozen=True, slots=True)
class AdaGrad(Scheduled):
    """``s_{k+1} = s_k + g_k², x_{k+1} = x_k - γ_k g_k / (√s_{k+1} + ε)``, entry by entry (Duchi, Hazan & Singer 2011).

    Attributes
    ----------
    step_size : γ > 0.
    epsilon : ε > 0.
    """

    title: ClassVar[str] = "AdaGrad"
    source: ClassVar[str] = "Duchi, Hazan & Singer 2011"
    slots: ClassVar[tuple[float, ...]] = (0.0,)
    step_size: float = step_size_field(0.1)
    epsilon: float = _epsilon(1e-10)

    def entry(self, arithmetic: Arithmetic) -> Entry:
        epsilon, sqrt = self.epsilon, arithmetic.sqrt

        def entry(gamma: float, g: Any, x: Any, s: Any) -> tuple[Any, ...]:
            s = s + g * g
            return x - gamma * g / (sqrt(s) + epsilon), s

        return entry

    def describe(self, notes: Notes, state: State, after: Array, memory: tuple[Any, ...]) -> None:
        notes.add(SubStepKind.AVERAGE, say("Add the squares of the derivatives to their sums."), sums=memory[0])
        _moved(
            notes,
            state,
            after,
            say("Divide each derivative by the root of its sum, and scale."),
            step_size=self.step_size_at(state.k),
            divisor=np.sqrt(memory[0]) + self.epsilon,
        )

    def formula(self) -> Formula:
        return formula(
            [
                GRADIENT_LINE,
                ("s_{k+1} = s_k + g_k^2", "s_(k+1) = s_k + g_k^2"),
                (
                    r"@x_{k+1} = @x_k - \gamma_k \frac{g_k}{\sqrt{s_{k+1}} + \varepsilon}",
                    "@x_(k+1) = @x_k - gamma_k g_k / (sqrt(s_(k+1)) + epsilon)",
                ),
            ],
            [GAMMA, EPSILON, ("s_k", "s_k", "sum of squared derivatives, entry by entry, 0 at first"), GRADIENT_LETTER],
        )


@dataclass(frozen=True, slots=True)
class RMSProp(Scheduled):
    """``v_{k+1} = α v_k + (1 - α) g_k², x_{k+1} = x_k - γ_k g_k / (√v_{k+1} + ε)``, entry by entry (Tieleman & Hinton
    2012, lecture 6.5).

    Attributes
    ----------
    step_size : γ > 0.
    decay : α in [0, 1).
    epsilon : ε > 0.
    """

    title: ClassVar[str] = "RMSProp"
    source: ClassVar[str] = "Tieleman & Hinton 2012, lecture 6.5"
    slots: ClassVar[tuple[float, ...]] = (0.0,)
    step_size: float = step_size_field(0.01)
    decay: float = number(0.99, r"\alpha", "share kept in the average of squares", at_least=0, below=1)
    epsilon: float = _epsilon(1e-8)

    def entry(self, arithmetic: Arithmetic) -> Entry:
        alpha, rest, epsilon, sqrt = self.decay, 1 - self.decay, self.epsilon, arithmetic.sqrt

        def entry(gamma: float, g: Any, x: Any, v: Any) -> tuple[Any, ...]:
            v = alpha * v + rest * g * g
            return x - gamma * g / (sqrt(v) + epsilon), v

        return entry

    def describe(self, notes: Notes, state: State, after: Array, memory: tuple[Any, ...]) -> None:
        notes.add(
            SubStepKind.AVERAGE, say("Average the squares of the derivatives."), decay=self.decay, squares=memory[0]
        )
        _moved(
            notes,
            state,
            after,
            say("Divide each derivative by the root of its average, and scale."),
            step_size=self.step_size_at(state.k),
            divisor=np.sqrt(memory[0]) + self.epsilon,
        )

    def formula(self) -> Formula:
        return formula(
            [
                GRADIENT_LINE,
                (r"v_{k+1} = \alpha v_k + (1 - \alpha) g_k^2", "v_(k+1) = alpha v_k + (1 - alpha) g_k^2"),
                (
                    r"@x_{k+1} = @x_k - \gamma_k \frac{g_k}{\sqrt{v_{k+1}} + \varepsilon}",
                    "@x_(k+1) = @x_k - gamma_k g_k / (sqrt(v_(k+1)) + epsilon)",
                ),
            ],
            [GAMMA, (r"\alpha", "alpha", "share kept in the average", "decay"), EPSILON, V, GRADIENT_LETTER],
        )


@dataclass(frozen=True, slots=True)
class Adam(Scheduled):
    """``m = β_1 m + (1 - β_1) g, v = β_2 v + (1 - β_2) g²``, and ``x_{k+1} = x_k - γ_k m̂ / (√v̂ + ε)`` with ``m̂ = m/(1 -
    β_1^{k+1}), v̂ = v/(1 - β_2^{k+1})`` (Kingma & Ba 2015, algorithm 1).

    Attributes
    ----------
    step_size : γ > 0.
    beta1, beta2 : in [0, 1).
    epsilon : ε > 0.
    """

    title: ClassVar[str] = "Adam"
    source: ClassVar[str] = "Kingma & Ba 2015, algorithm 1"
    slots: ClassVar[tuple[float, ...]] = (0.0, 0.0)
    step_size: float = step_size_field(0.01)
    beta1: float = _beta1()
    beta2: float = _beta2()
    epsilon: float = _epsilon(1e-8)

    def coefficients(self, k: int, gamma: float) -> Any:
        """``γ_k/(1 - β_1^{k+1})`` and ``√(1 - β_2^{k+1})``."""
        return gamma / (1 - self.beta1 ** (k + 1)), (1 - self.beta2 ** (k + 1)) ** 0.5

    def entry(self, arithmetic: Arithmetic) -> Entry:
        b1, b2, epsilon, sqrt = self.beta1, self.beta2, self.epsilon, arithmetic.sqrt
        r1, r2 = 1 - b1, 1 - b2

        def entry(c: tuple[float, float], g: Any, x: Any, m: Any, v: Any) -> tuple[Any, ...]:
            gamma, root = c
            m = b1 * m + r1 * g
            v = b2 * v + r2 * g * g
            return x - gamma * m / (sqrt(v) / root + epsilon), m, v

        return entry

    def describe(self, notes: Notes, state: State, after: Array, memory: tuple[Any, ...]) -> None:
        m, v, k = memory[0], memory[1], state.k + 1
        notes.add(
            SubStepKind.MOMENTUM, say("Average the gradients."), state.x, state.x - m, beta1=self.beta1, average=m
        )
        notes.add(SubStepKind.AVERAGE, say("Average the squares of the derivatives."), beta2=self.beta2, squares=v)
        m_hat, v_hat = m / (1 - self.beta1**k), self._squares(memory) / (1 - self.beta2**k)
        notes.add(SubStepKind.UPDATE, say("Take out the bias to 0 of young averages."), average=m_hat, squares=v_hat)
        _moved(
            notes,
            state,
            after,
            say("Divide the average by the root of the squares, and scale."),
            step_size=self.step_size_at(state.k),
            divisor=np.sqrt(v_hat) + self.epsilon,
        )

    def _squares(self, memory: tuple[Any, ...]) -> Array:
        return np.asarray(memory[1])

    def formula(self) -> Formula:
        return formula(
            [GRADIENT_LINE, *AVERAGES, *UNBIASED, QUOTIENT],
            [GAMMA, BETA_1, BETA_2, EPSILON, M, V, *HATS, GRADIENT_LETTER],
        )


@dataclass(frozen=True, slots=True)
class AdamW(Adam):
    """Adam after ``x_k`` is shrunk to ``(1 - γ_k λ) x_k``: weight decay apart from the gradient (Loshchilov & Hutter
    2019, algorithm 2).

    Attributes
    ----------
    weight_decay : λ >= 0.
    """

    title: ClassVar[str] = "AdamW"
    source: ClassVar[str] = "Loshchilov & Hutter 2019, algorithm 2"
    weight_decay: float = number(0.01, r"\lambda", "how fast the variable itself shrinks", at_least=0)

    def coefficients(self, k: int, gamma: float) -> Any:
        """Adam's, and ``1 - γ_k λ``."""
        return (*Adam.coefficients(self, k, gamma), 1 - gamma * self.weight_decay)

    def entry(self, arithmetic: Arithmetic) -> Entry:
        b1, b2, epsilon, sqrt = self.beta1, self.beta2, self.epsilon, arithmetic.sqrt
        r1, r2 = 1 - b1, 1 - b2

        def entry(c: tuple[float, float, float], g: Any, x: Any, m: Any, v: Any) -> tuple[Any, ...]:
            gamma, root, shrink = c
            m = b1 * m + r1 * g
            v = b2 * v + r2 * g * g
            return x * shrink - gamma * m / (sqrt(v) / root + epsilon), m, v

        return entry

    def describe(self, notes: Notes, state: State, after: Array, memory: tuple[Any, ...]) -> None:
        shrunk = state.x * (1 - self.step_size_at(state.k) * self.weight_decay)
        notes.add(
            SubStepKind.DECAY,
            say("Shrink the variable."),
            state.x,
            shrunk,
            weight_decay=self.weight_decay,
            shrunk=shrunk,
        )
        Adam.describe(self, notes, state._replace(x=shrunk), after, memory)

    def formula(self) -> Formula:
        last = (
            r"@x_{k+1} = (1 - \gamma_k \lambda) @x_k - \gamma_k \frac{\hat m}{\sqrt{\hat v} + \varepsilon}",
            "@x_(k+1) = (1 - gamma_k lambda) @x_k - gamma_k hat(m) / (sqrt(hat(v)) + epsilon)",
        )
        letters = [GAMMA, (r"\lambda", "lambda", "weight decay", "weight_decay"), BETA_1, BETA_2, EPSILON, M, V, *HATS]
        return formula([GRADIENT_LINE, *AVERAGES, *UNBIASED, last], [*letters, GRADIENT_LETTER])


@dataclass(frozen=True, slots=True)
class AMSGrad(Adam):
    """Adam with the largest average of squares so far in the place of the present one (Reddi, Kale & Kumar 2018,
    algorithm 2; the bias is taken out as PyTorch does).
    """

    title: ClassVar[str] = "AMSGrad"
    source: ClassVar[str] = "Reddi, Kale & Kumar 2018, algorithm 2"
    slots: ClassVar[tuple[float, ...]] = (0.0, 0.0, 0.0)

    def entry(self, arithmetic: Arithmetic) -> Entry:
        b1, b2, epsilon, sqrt, maximum = self.beta1, self.beta2, self.epsilon, arithmetic.sqrt, arithmetic.maximum
        r1, r2 = 1 - b1, 1 - b2

        def entry(c: tuple[float, float], g: Any, x: Any, m: Any, v: Any, top: Any) -> tuple[Any, ...]:
            gamma, root = c
            m = b1 * m + r1 * g
            v = b2 * v + r2 * g * g
            top = maximum(top, v)
            return x - gamma * m / (sqrt(top) / root + epsilon), m, v, top

        return entry

    def _squares(self, memory: tuple[Any, ...]) -> Array:
        return np.asarray(memory[2])

    def formula(self) -> Formula:
        largest = (r"\tilde v_{k+1} = \max(\tilde v_k, v_{k+1})", "tilde(v)_(k+1) = max(tilde(v)_k, v_(k+1))")
        unbiased = (
            r"\hat v = \frac{\tilde v_{k+1}}{1 - \beta_2^{k+1}}",
            "hat(v) = tilde(v)_(k+1) / (1 - beta_2^(k+1))",
        )
        return formula(
            [GRADIENT_LINE, *AVERAGES, largest, UNBIASED[0], unbiased, QUOTIENT],
            [
                GAMMA,
                BETA_1,
                BETA_2,
                EPSILON,
                M,
                V,
                (r"\tilde v_k", "tilde(v)_k", "largest average of squares so far"),
                *HATS,
                GRADIENT_LETTER,
            ],
        )


@dataclass(frozen=True, slots=True)
class NAdam(Adam):
    """Adam that looks ahead as Nesterov's method does: with ``μ_k = β_1 (1 - 0.96^{k ψ}/2)``, k from 1,
    ``m̂ = μ_{k+1} m/(1 - μ_1···μ_{k+1}) + (1 - μ_k) g/(1 - μ_1···μ_k)`` (Dozat 2016).

    Attributes
    ----------
    momentum_decay : ψ >= 0.
    """

    title: ClassVar[str] = "NAdam"
    source: ClassVar[str] = "Dozat 2016"
    slots: ClassVar[tuple[float, ...]] = (0.0, 0.0, 1.0)
    momentum_decay: float = number(0.004, r"\psi", "how fast the momentum grows to its last value", at_least=0)

    def momentum_at(self, t: int) -> float:
        """``μ_t``, t from 1."""
        return float(self.beta1 * (1 - 0.5 * 0.96 ** (t * self.momentum_decay)))

    def coefficients(self, k: int, gamma: float) -> Any:
        """``γ_k``, ``√(1 - β_2^{k+1})`` and the momenta of this step and the next."""
        root = (1 - self.beta2 ** (k + 1)) ** 0.5
        return gamma, root, self.momentum_at(k + 1), self.momentum_at(k + 2)

    def entry(self, arithmetic: Arithmetic) -> Entry:
        b1, b2, epsilon, sqrt = self.beta1, self.beta2, self.epsilon, arithmetic.sqrt
        r1, r2 = 1 - b1, 1 - b2

        def entry(
            c: tuple[float, float, float, float], g: Any, x: Any, m: Any, v: Any, product: Any
        ) -> tuple[Any, ...]:
            gamma, root, here, ahead = c
            m = b1 * m + r1 * g
            v = b2 * v + r2 * g * g
            product = product * here
            average = (1 - here) * g / (1 - product) + ahead * m / (1 - product * ahead)
            return x - gamma * average / (sqrt(v) / root + epsilon), m, v, product

        return entry

    def describe(self, notes: Notes, state: State, after: Array, memory: tuple[Any, ...]) -> None:
        m, v, product = memory
        here, ahead = self.momentum_at(state.k + 1), self.momentum_at(state.k + 2)
        notes.add(
            SubStepKind.MOMENTUM, say("Average the gradients."), state.x, state.x - m, beta1=self.beta1, average=m
        )
        notes.add(SubStepKind.AVERAGE, say("Average the squares of the derivatives."), beta2=self.beta2, squares=v)
        average = (1 - here) * state.gradient / (1 - product) + ahead * m / (1 - product * ahead)
        v_hat = v / (1 - self.beta2 ** (state.k + 1))
        notes.add(
            SubStepKind.UPDATE,
            say("Look ahead: mix the average with this gradient, and take out the bias."),
            momentum=here,
            next_momentum=ahead,
            average=average,
            squares=v_hat,
        )
        _moved(
            notes,
            state,
            after,
            say("Divide by the root of the squares, and scale."),
            step_size=self.step_size_at(state.k),
            divisor=np.sqrt(v_hat) + self.epsilon,
        )

    def formula(self) -> Formula:
        momentum = (
            r"\mu_k = \beta_1 \left(1 - \tfrac{1}{2} 0.96^{k \psi}\right)",
            "mu_k = beta_1 (1 - 1/2 dot 0.96^(k psi))",
        )
        average = (
            r"\hat m = \frac{\mu_{k+2} m_{k+1}}{1 - \prod_{i=1}^{k+2} \mu_i}"
            r" + \frac{(1 - \mu_{k+1}) g_k}{1 - \prod_{i=1}^{k+1} \mu_i}",
            "hat(m) = (mu_(k+2) m_(k+1)) / (1 - product_(i=1)^(k+2) mu_i)"
            " + ((1 - mu_(k+1)) g_k) / (1 - product_(i=1)^(k+1) mu_i)",
        )
        letters = [
            GAMMA,
            BETA_1,
            BETA_2,
            EPSILON,
            (r"\psi", "psi", "decay of the momentum", "momentum_decay"),
            (r"\mu_k", "mu_k", "momentum of step k, counted from 1"),
            M,
            V,
            *HATS,
            GRADIENT_LETTER,
        ]
        return formula([GRADIENT_LINE, *AVERAGES, momentum, average, UNBIASED[1], QUOTIENT], letters)
