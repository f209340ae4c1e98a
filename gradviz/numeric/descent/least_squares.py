"""Gauss–Newton and Levenberg–Marquardt, for sums of squares."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.formula import Formula, formula
from gradviz.numeric.descent.line_search import Backtracking, Found, LineSearch
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.parameters import flag, number
from gradviz.numeric.descent.searching import ALPHA, C1, DECREASE, DIRECTION, MOVE, Searching, c1_field
from gradviz.numeric.descent.state import LocalModel, NoStepError, Notes, State, SubStepKind
from gradviz.sentences import say

__all__ = ["GaussNewton", "LevenbergMarquardt"]

RESIDUALS = (
    r"@f(@x) = r(@x)' r(@x), \quad J_k = \frac{\partial r}{\partial @x'}(@x_k)",
    "@f (@x) = r(@x)' r(@x), quad J_k = (partial r) / (partial @x') (@x_k)",
)
LETTERS: list[tuple[str, ...]] = [
    ("r", "r", "residuals; a number beside their squares changes nothing"),
    ("J_k", "J_k", "Jacobian of the residuals at iterate k"),
]


def _note_residuals(notes: Notes, r: Array, J: Array) -> None:
    notes.add(SubStepKind.RESIDUALS, say("Evaluate the residuals and their Jacobian here."), residuals=r, jacobian=J)


@dataclass(frozen=True, slots=True)
class GaussNewton(Searching):
    """``x_{k+1} = x_k - α_k (J'J)^-1 J'r`` for ``f = r'r``: the residuals taken for linear. Where J has not full column
    rank the shortest step is taken.

    Attributes
    ----------
    damped : backtracking from α = 1; without it α = 1 always.
    c1 : of the backtracking.
    """

    title: ClassVar[str] = "Gauss–Newton"
    source: ClassVar[str] = "Gauss 1809; Nocedal & Wright 2006, sec. 10.3"
    needs: ClassVar[frozenset[str]] = frozenset({"squares"})
    quantity_names: ClassVar[tuple[str, ...]] = ("step length", "trials")
    damped: bool = flag(True, "shorten steps that do not lower f enough")
    c1: float = c1_field()

    def search(self) -> LineSearch:
        return Backtracking(self.c1) if self.damped else _WholeStep()

    def direction(self, state: State, oracle: Oracle, notes: Notes | None) -> tuple[Array, Any]:
        r, J = oracle.residuals(state.x)
        p = -np.linalg.lstsq(J, r, rcond=None)[0]
        if notes is not None:
            _note_residuals(notes, r, J)
            notes.add(
                SubStepKind.DIRECTION,
                say("Solve the linear least squares for the step."),
                state.x,
                state.x + p,
                direction=p,
            )
            notes.model = LocalModel(state.x, state.value, state.gradient, 2 * J.T @ J, "2 J'J")
        return np.asarray(p), None

    def formula(self) -> Formula:
        solve = ("p_k = -(J_k' J_k)^{-1} J_k' r(@x_k)", "p_k = -(J'_k J_k)^(-1) J'_k r(@x_k)")
        if self.damped:
            return formula([RESIDUALS, solve, DECREASE, MOVE], [*LETTERS, ALPHA, C1, DIRECTION])
        return formula([RESIDUALS, solve, ("@x_{k+1} = @x_k + p_k", "@x_(k+1) = @x_k + p_k")], [*LETTERS, DIRECTION])


@dataclass(frozen=True, slots=True)
class _WholeStep(LineSearch):
    """No search: the whole step."""

    def along(self, oracle: Oracle, state: State, direction: Array, first: float, notes: Notes | None = None) -> Found:
        x = state.x + first * direction
        value, gradient = oracle.gradient(x)
        return Found(first, x, value, gradient, 1)


@dataclass(frozen=True, slots=True)
class LevenbergMarquardt(Method):
    """``x_{k+1} = x_k - (J'J + λ I)^-1 J'r`` for ``f = r'r``: λ grows until f falls, and shrinks when the model was
    right (Levenberg 1944, Marquardt 1963; λ by Nielsen 1999).

    Attributes
    ----------
    damping : the first λ, as a share of the largest diagonal entry of J'J.
    """

    title: ClassVar[str] = "Levenberg–Marquardt"
    source: ClassVar[str] = "Levenberg 1944; Marquardt 1963; Nielsen 1999; Madsen, Nielsen & Tingleff 2004, alg. 3.16"
    needs: ClassVar[frozenset[str]] = frozenset({"squares"})
    quantity_names: ClassVar[tuple[str, ...]] = ("damping", "trials")
    damping: float = number(1e-3, r"\tau", "first λ, as a share of the largest entry of J'J", above=0)

    def begin(self, oracle: Oracle, x: Array) -> State:
        value, gradient = oracle.gradient(x)
        _, J = oracle.residuals(x)
        largest = float((J * J).sum(axis=0).max())
        return State(0, x, value, gradient, (self.damping * max(largest, 1e-300), 2.0))

    def step(self, state: State, oracle: Oracle, notes: Notes | None = None) -> State:
        damping, growth = state.memory
        r, J = oracle.residuals(state.x)
        squares, right = J.T @ J, J.T @ r
        if notes is not None:
            _note_residuals(notes, r, J)
        for trial in range(1, 101):
            try:
                p = -np.linalg.solve(squares + damping * np.eye(len(right)), right)
            except np.linalg.LinAlgError:
                damping *= growth
                continue
            x = state.x + p
            if np.array_equal(x, state.x):
                break
            if notes is not None:
                notes.add(
                    SubStepKind.DIRECTION,
                    say("Solve the linear least squares, damped by λ, for the step."),
                    state.x,
                    x,
                    damping=damping,
                    direction=p,
                )
            value = oracle.value(x)
            promised = float(p @ (damping * p - right))  # m(0) - m(p) with m = ‖r + Jp‖²
            ratio = (state.value - value) / promised if promised > 0 else -math.inf
            accepted = ratio > 0
            if notes is not None:
                notes.add(
                    SubStepKind.TRIAL,
                    say("f falls: take this step.") if accepted else say("f does not fall: trust the model less."),
                    state.x,
                    x,
                    accepted,
                    value=value,
                    promised=promised,
                    ratio=ratio,
                )
            if accepted:
                value, gradient = oracle.gradient(x)
                less = damping * max(1 / 3, 1 - (2 * ratio - 1) ** 3) if ratio < 1e3 else damping / 3
                if notes is not None:
                    notes.add(SubStepKind.UPDATE, say("Set λ by how right the model was."), ratio=ratio, damping=less)
                    notes.add(SubStepKind.MOVE, say("Move to the next iterate."), state.x, x, step=p, iterate=x)
                    matrix = 2 * (squares + damping * np.eye(len(p)))
                    notes.model = LocalModel(state.x, state.value, state.gradient, matrix, "2 (J'J + λI)")
                return State(state.k + 1, x, value, gradient, (less, 2.0), (damping, float(trial)))
            damping, growth = damping * growth, growth * 2
        raise NoStepError(say("No damping makes f fall: f is as low as rounding lets it get, or has a kink here."))

    def formula(self) -> Formula:
        return formula(
            [
                RESIDUALS,
                (
                    r"@x_{k+1} = @x_k - (J_k' J_k + \lambda_k I)^{-1} J_k' r(@x_k)",
                    "@x_(k+1) = @x_k - (J'_k J_k + lambda_k I)^(-1) J'_k r(@x_k)",
                ),
            ],
            [
                *LETTERS,
                (r"\lambda_k", "lambda_k", "damping: larger means a shorter step, nearer the negative gradient"),
            ],
        )
