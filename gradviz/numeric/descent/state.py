"""What a method carries from step to step, and a step opened into its sub-steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np

from gradviz.numeric.binding import Array

__all__ = ["LocalModel", "NoStepError", "Notes", "State", "Step", "SubStep", "SubStepKind"]


class State(NamedTuple):
    """Where a method is: all that its next step depends on.

    Attributes
    ----------
    k : the number of steps made.
    x : (d,), the iterate.
    value, gradient : f and ∇f (d,) there.
    memory : the method's own: momentum, averages, a matrix, ...; never changed in place.
    quantities : the numbers of the step that led here, in the order of the method's `quantity_names`.
    """

    k: int
    x: Array
    value: float
    gradient: Array
    memory: tuple[Any, ...] = ()
    quantities: tuple[float, ...] = ()


class NoStepError(ArithmeticError):
    """A method finds no next iterate; the message is a sentence that says why."""


class SubStepKind(StrEnum):
    """What a sub-step does."""

    GRADIENT = "gradient"
    BATCH = "batch"
    HESSIAN = "hessian"
    RESIDUALS = "residuals"
    SCALE = "scale"
    MOMENTUM = "momentum"
    AVERAGE = "average"
    DECAY = "decay"
    DIRECTION = "direction"
    MODEL = "model"
    TRIAL = "trial"
    UPDATE = "update"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class SubStep:
    """A part of a step.

    Attributes
    ----------
    kind : what it does.
    sentence : the same in words.
    numbers : its quantities by name: floats, vectors (d,), matrices (d, d).
    start, end : (d,), the ends of the arrow that shows it on a plot, or None.
    accepted : of a trial: whether it was; None otherwise.
    """

    kind: SubStepKind
    sentence: str
    numbers: Mapping[str, Any] = field(default_factory=dict)
    start: Array | None = None
    end: Array | None = None
    accepted: bool | None = None


@dataclass(frozen=True, slots=True)
class LocalModel:
    """What a method takes f for near an iterate: ``m(x) = f + g'(x - c) + 1/2 (x - c)' B (x - c)``.

    Attributes
    ----------
    centre : (d,), c.
    value, gradient : f and g.
    matrix : (d, d), B; None for a linear model.
    matrix_name : what B is: "Hessian", "J'J", ... "" without one.
    radius : how far the method trusts it, or None.
    """

    centre: Array
    value: float
    gradient: Array
    matrix: Array | None = None
    matrix_name: str = ""
    radius: float | None = None

    @property
    def kind(self) -> str:
        """ "linear" or "quadratic"."""
        return "linear" if self.matrix is None else "quadratic"

    def __call__(self, points: Array) -> Array:
        """The model at one state (d,) or at many (..., d)."""
        offsets = np.asarray(points, dtype=float) - self.centre
        result = self.value + offsets @ self.gradient
        if self.matrix is not None:
            result = result + 0.5 * np.einsum("...i,ij,...j->...", offsets, self.matrix, offsets)
        return np.asarray(result)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a run, opened.

    Attributes
    ----------
    before, after : the states.
    substeps : what happened in between, in order; the last is the move.
    model : what the method took f for, or None.
    """

    before: State
    after: State
    substeps: tuple[SubStep, ...]
    model: LocalModel | None


class Notes:
    """Where a step writes its sub-steps down when somebody looks.

    Attributes
    ----------
    substeps, model : what was written.
    """

    def __init__(self) -> None:
        self.substeps: list[SubStep] = []
        self.model: LocalModel | None = None

    def add(
        self,
        kind: SubStepKind,
        sentence: str,
        start: Array | None = None,
        end: Array | None = None,
        accepted: bool | None = None,
        **numbers: Any,
    ) -> None:
        """Write a sub-step down."""
        self.substeps.append(SubStep(kind, sentence, numbers, start, end, accepted))
