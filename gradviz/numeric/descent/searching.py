"""Methods that choose a direction and search along it, and steepest descent with each of the searches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.formula import Formula, formula
from gradviz.numeric.descent.line_search import Backtracking, ExactSearch, Found, LineSearch, StrongWolfeSearch
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.parameters import ParameterError, number
from gradviz.numeric.descent.state import LocalModel, Notes, State, SubStepKind
from gradviz.sentences import say

__all__ = ["ALPHA", "Armijo", "ExactLineSearch", "Searching", "StrongWolfe", "c1_field", "c2_field", "check_wolfe"]

ALPHA = (r"\alpha_k", "alpha_k", "step length that the line search finds")
STEEPEST = (r"p_k = -\nabla @f(@x_k)", "p_k = -nabla @f (@x_k)")
MOVE = (r"@x_{k+1} = @x_k + \alpha_k p_k", "@x_(k+1) = @x_k + alpha_k p_k")
DIRECTION = ("p_k", "p_k", "direction")
C1 = ("c_1", "c_1", "share of the promised decrease that is asked for", "c1")
C2 = ("c_2", "c_2", "share of the first slope that may be left", "c2")
DECREASE = (
    r"@f(@x_k + \alpha_k p_k) \le @f(@x_k) + c_1 \alpha_k \nabla @f(@x_k)' p_k",
    "@f (@x_k + alpha_k p_k) <= @f (@x_k) + c_1 alpha_k nabla @f (@x_k)' p_k",
)
CURVATURE = (
    r"|\nabla @f(@x_k + \alpha_k p_k)' p_k| \le c_2 |\nabla @f(@x_k)' p_k|",
    "abs(nabla @f (@x_k + alpha_k p_k)' p_k) <= c_2 abs(nabla @f (@x_k)' p_k)",
)


def c1_field(default: float = 1e-4) -> Any:
    """The field of Armijo's constant."""
    return number(default, "c_1", "share of the promised decrease that is asked for", above=0, below=1)


def c2_field(default: float) -> Any:
    """The field of the curvature condition's constant."""
    return number(default, "c_2", "share of the first slope that may be left", above=0, below=1)


def check_wolfe(c1: float, c2: float) -> None:
    """Raise a `ParameterError` unless ``c_1 < c_2``: else there may be no step that meets both conditions."""
    if c1 >= c2:
        raise ParameterError("c2", say("c2 must be above c1 = {c1:g}, not {c2:g}.", c1=c1, c2=c2))


@dataclass(frozen=True, slots=True)
class Searching(Method):
    """A method whose step is a direction and a line search along it."""

    quantity_names: ClassVar[tuple[str, ...]] = ("step length", "trials")

    def search(self) -> LineSearch:
        """The line search."""
        raise NotImplementedError

    def direction(self, state: State, oracle: Oracle, notes: Notes | None) -> tuple[Array, Any]:
        """The direction p (d,), and what `remember` wants to know of it."""
        raise NotImplementedError

    def remember(
        self, state: State, found: Found, direction: Array, known: Any, notes: Notes | None
    ) -> tuple[Any, ...]:
        """The memory after the step."""
        return (found.length,)

    def first_length(self, state: State, direction: Array) -> float:
        """The first trial."""
        return 1.0

    def begin(self, oracle: Oracle, x: Array) -> State:
        value, gradient = oracle.gradient(x)
        return State(0, x, value, gradient, self.first_memory(x))

    def first_memory(self, x: Array) -> tuple[Any, ...]:
        """The memory at the start; the last step length, 0 for none, where nothing else is said."""
        return (0.0,)

    def step(self, state: State, oracle: Oracle, notes: Notes | None = None) -> State:
        if notes is not None:
            notes.add(
                SubStepKind.GRADIENT,
                say("Evaluate the gradient here."),
                gradient=state.gradient,
                norm=float(np.linalg.norm(state.gradient)),
            )
        p, known = self.direction(state, oracle, notes)
        found = self.search().along(oracle, state, p, self.first_length(state, p), notes)
        memory = self.remember(state, found, p, known, notes)
        if notes is not None:
            notes.add(
                SubStepKind.MOVE,
                say("Move to the next iterate."),
                state.x,
                found.x,
                step=found.x - state.x,
                iterate=found.x,
            )
        return State(state.k + 1, found.x, found.value, found.gradient, memory, (found.length, float(found.trials)))


@dataclass(frozen=True, slots=True)
class _Steepest(Searching):
    """Along the negative gradient."""

    def direction(self, state: State, oracle: Oracle, notes: Notes | None) -> tuple[Array, Any]:
        p = -state.gradient
        if notes is not None:
            notes.add(SubStepKind.DIRECTION, say("Go along the negative gradient."), state.x, state.x + p, direction=p)
            notes.model = LocalModel(state.x, state.value, state.gradient)
        return p, None

    def first_length(self, state: State, direction: Array) -> float:
        """Twice the last step length; at first one that moves by at most 1."""
        last = state.memory[0]
        if last > 0:
            return float(2 * last)
        return min(1.0, 1.0 / max(float(np.linalg.norm(direction)), 1e-300))


@dataclass(frozen=True, slots=True)
class ExactLineSearch(_Steepest):
    """``x_{k+1} = x_k - α_k ∇f(x_k)`` with the α_k that makes f least along the line (Cauchy 1847)."""

    title: ClassVar[str] = "Steepest descent, exact line search"
    source: ClassVar[str] = "Cauchy 1847; Nocedal & Wright 2006, sec. 3.3"

    def search(self) -> LineSearch:
        return ExactSearch()

    def formula(self) -> Formula:
        least = (
            r"\alpha_k = \operatorname{arg\,min}_{\alpha > 0} @f(@x_k + \alpha p_k)",
            'alpha_k = op("arg min", limits: #true)_(alpha > 0) @f (@x_k + alpha p_k)',
        )
        return formula([STEEPEST, least, MOVE], [ALPHA, DIRECTION])


@dataclass(frozen=True, slots=True)
class Armijo(_Steepest):
    """``x_{k+1} = x_k - α_k ∇f(x_k)``, α_k shrunk by ρ until f has fallen enough (Armijo 1966).

    The first trial is `first`, later the last step length over ρ, but never more than `first`.

    Attributes
    ----------
    first : the longest trial.
    shrink : ρ in (0, 1).
    c1 : c_1 in (0, 1).
    """

    title: ClassVar[str] = "Backtracking (Armijo)"
    source: ClassVar[str] = "Armijo 1966; Nocedal & Wright 2006, alg. 3.1"
    first: float = number(1.0, r"\bar\alpha", "first trial", above=0)
    shrink: float = number(0.5, r"\rho", "what a trial is multiplied by", above=0, below=1)
    c1: float = c1_field()

    def search(self) -> LineSearch:
        return Backtracking(self.c1, self.shrink)

    def first_length(self, state: State, direction: Array) -> float:
        last = state.memory[0]
        return min(self.first, last / self.shrink) if last > 0 else self.first

    def formula(self) -> Formula:
        return formula(
            [
                STEEPEST,
                (
                    r"\alpha_k \in \{\bar\alpha, \rho\bar\alpha, \rho^2\bar\alpha, \dots\}",
                    "alpha_k in {macron(alpha), rho macron(alpha), rho^2 macron(alpha), dots}",
                ),
                DECREASE,
                MOVE,
            ],
            [
                ALPHA,
                (r"\bar\alpha", "macron(alpha)", "first trial", "first"),
                (r"\rho", "rho", "what a trial is multiplied by", "shrink"),
                C1,
                DIRECTION,
            ],
        )


@dataclass(frozen=True, slots=True)
class StrongWolfe(_Steepest):
    """``x_{k+1} = x_k - α_k ∇f(x_k)``, α_k by the strong Wolfe conditions (Wolfe 1969).

    Attributes
    ----------
    c1, c2 : ``0 < c_1 < c_2 < 1``.
    """

    title: ClassVar[str] = "Steepest descent, strong Wolfe"
    source: ClassVar[str] = "Wolfe 1969; Nocedal & Wright 2006, alg. 3.5 and 3.6"
    c1: float = c1_field()
    c2: float = c2_field(0.4)

    def __post_init__(self) -> None:
        Method.__post_init__(self)
        check_wolfe(self.c1, self.c2)

    def search(self) -> LineSearch:
        return StrongWolfeSearch(self.c1, self.c2)

    def formula(self) -> Formula:
        return formula([STEEPEST, DECREASE, CURVATURE, MOVE], [ALPHA, C1, C2, DIRECTION])
