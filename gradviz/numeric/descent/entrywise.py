"""Methods that treat each coordinate by itself: one small formula that runs on floats and on arrays alike."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.state import LocalModel, Notes, State, SubStepKind
from gradviz.sentences import say

__all__ = ["ARRAYS", "FLOATS", "Arithmetic", "Entrywise"]

Entry = Callable[..., tuple[Any, ...]]
"""``entry(c, g, x, *slots) -> (x, *slots)``: one coordinate's update, for floats or for arrays of coordinates."""


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The functions in which floats and arrays differ."""

    sqrt: Callable[[Any], Any]
    maximum: Callable[[Any, Any], Any]


FLOATS = Arithmetic(math.sqrt, max)
ARRAYS = Arithmetic(np.sqrt, np.maximum)


@dataclass(frozen=True, slots=True)
class Entrywise(Method):
    """A method whose update of a coordinate needs that coordinate's derivative and its own memory alone.

    Attributes
    ----------
    slots : what the memory of a coordinate begins with.
    """

    slots: ClassVar[tuple[float, ...]] = ()
    quantity_names: ClassVar[tuple[str, ...]] = ("step size",)

    def step_sizes(self, steps: range) -> list[float]:
        """γ_k of many steps."""
        return [self.step_size_at(k) for k in steps]

    def step_size_at(self, k: int) -> float:
        """γ_k."""
        raise NotImplementedError

    def coefficients(self, k: int, gamma: float) -> Any:
        """What the entry's formula needs of the number k of the step and its step size γ_k."""
        return gamma

    def entry(self, arithmetic: Arithmetic) -> Entry:
        """The formula of one coordinate, for floats or arrays."""
        raise NotImplementedError

    def describe(self, notes: Notes, state: State, after: Array, memory: tuple[Any, ...]) -> None:
        """Write the sub-steps down, but for the gradient and the move."""

    def begin(self, oracle: Oracle, x: Array) -> State:
        value, gradient = oracle.gradient(x)
        return State(0, x, value, gradient, tuple(np.full(len(x), s) for s in self.slots))

    def step(self, state: State, oracle: Oracle, notes: Notes | None = None) -> State:
        with np.errstate(all="ignore"):
            x, *memory = self.entry(ARRAYS)(
                self.coefficients(state.k, self.step_size_at(state.k)), state.gradient, state.x, *state.memory
            )
        if notes is not None:
            notes.add(
                SubStepKind.GRADIENT,
                say("Evaluate the gradient here."),
                gradient=state.gradient,
                norm=float(np.linalg.norm(state.gradient)),
            )
            self.describe(notes, state, x, tuple(memory))
            notes.add(SubStepKind.MOVE, say("Move to the next iterate."), state.x, x, step=x - state.x, iterate=x)
            notes.model = LocalModel(state.x, state.value, state.gradient)
        value, gradient = oracle.gradient(x)
        return State(state.k + 1, x, value, gradient, tuple(memory), (self.step_size_at(state.k),))

    def replay(self, state: State, oracle: Oracle) -> State:
        with np.errstate(all="ignore"):
            _, *memory = self.entry(ARRAYS)(
                self.coefficients(state.k, self.step_size_at(state.k)), state.gradient, state.x, *state.memory
            )
        return state._replace(k=state.k + 1, memory=tuple(memory))
