"""Newton's method: plain, damped, and with the Hessian made positive definite."""

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

__all__ = ["DampedNewton", "Newton", "is_definite", "made_definite"]

HESSIAN = ("H_k", "H_k", "Hessian at iterate k")
GRADIENT = (r"g_k", "g_k", "gradient at iterate k")


def made_definite(hessian: Array, smallest: float) -> Array:
    """``Q max(|Λ|, δ) Q'`` for ``H = Q Λ Q'``: every curvature of H turned upwards (Nocedal & Wright 2006, sec. 3.4).

    `smallest` is δ as a share of the largest eigenvalue.
    """
    eigenvalues, vectors = np.linalg.eigh(hessian)
    sizes = np.abs(eigenvalues)
    floor = smallest * max(float(sizes.max()), 1e-300)
    return np.asarray((vectors * np.maximum(sizes, floor)) @ vectors.T)


def is_definite(hessian: Array, smallest: float) -> bool:
    """Whether `made_definite` leaves a matrix as it is."""
    eigenvalues = np.linalg.eigvalsh(hessian)
    return bool(eigenvalues[0] > 0 and eigenvalues[0] >= smallest * eigenvalues[-1])


def solved(matrix: Array, gradient: Array) -> Array:
    """``-B^-1 g``; NoStepError where B is singular."""
    try:
        p = -np.linalg.solve(matrix, gradient)
    except np.linalg.LinAlgError:
        raise _singular() from None
    if not math.isfinite(gradient @ p):
        raise _singular()
    return np.asarray(p)


def _singular() -> NoStepError:
    return NoStepError(say("The Hessian is singular here: Newton's step is not defined."))


def note_hessian(notes: Notes, state: State, hessian: Array) -> None:
    """Write the Hessian and its eigenvalues down."""
    notes.add(
        SubStepKind.HESSIAN, say("Evaluate the Hessian here."), hessian=hessian, eigenvalues=np.linalg.eigvalsh(hessian)
    )


def note_definite(notes: Notes, hessian: Array, matrix: Array, smallest: float) -> bool:
    """Write down how a Hessian became a definite `matrix`; whether it had to."""
    if is_definite(hessian, smallest):
        return False
    made = say("Make it positive definite: raise the eigenvalues that are too small.")
    if float(np.linalg.eigvalsh(hessian)[0]) < 0:
        made = say("Make it positive definite: turn negative eigenvalues round.")
    notes.add(SubStepKind.MODEL, made, matrix=matrix)
    return True


@dataclass(frozen=True, slots=True)
class Newton(Method):
    """``x_{k+1} = x_k - H_k^-1 ∇f(x_k)``: to the stationary point of the quadratic model, be it a minimum or not.

    On a quadratic function it is there in one step.
    """

    title: ClassVar[str] = "Newton"
    source: ClassVar[str] = "Nocedal & Wright 2006, sec. 2.2 and 3.3"
    needs: ClassVar[frozenset[str]] = frozenset({"hessian"})
    quantity_names: ClassVar[tuple[str, ...]] = ("smallest eigenvalue",)

    def step(self, state: State, oracle: Oracle, notes: Notes | None = None) -> State:
        hessian = oracle.hessian(state.x)
        p = solved(hessian, state.gradient)
        x = state.x + p
        least = float(np.linalg.eigvalsh(hessian)[0])
        if notes is not None:
            notes.add(SubStepKind.GRADIENT, say("Evaluate the gradient here."), gradient=state.gradient)
            note_hessian(notes, state, hessian)
            solved_for = say("Solve for the minimum of the quadratic model.")
            if not least > 0:
                solved_for = say(
                    "Solve for the stationary point (not a minimum: a curvature is negative) of the quadratic model."
                )
            notes.add(SubStepKind.DIRECTION, solved_for, state.x, x, direction=p)
            notes.add(SubStepKind.MOVE, say("Move there."), state.x, x, step=p, iterate=x)
            notes.model = LocalModel(state.x, state.value, state.gradient, hessian, "Hessian")
        value, gradient = oracle.gradient(x)
        return State(state.k + 1, x, value, gradient, (), (least,))

    def formula(self) -> Formula:
        return formula(
            [
                (r"H_k = \nabla^2 @f(@x_k)", "H_k = nabla^2 @f (@x_k)"),
                (r"@x_{k+1} = @x_k - H_k^{-1} \nabla @f(@x_k)", "@x_(k+1) = @x_k - H_k^(-1) nabla @f (@x_k)"),
            ],
            [HESSIAN],
        )


@dataclass(frozen=True, slots=True)
class DampedNewton(Searching):
    """``x_{k+1} = x_k - α_k B_k^-1 ∇f(x_k)`` with backtracking from α = 1; B_k is the Hessian, made positive definite
    by turning its negative eigenvalues round.

    Attributes
    ----------
    definite : whether the Hessian is made definite; without that an indefinite one may end the run.
    smallest : the least eigenvalue that is left, as a share of the largest.
    c1 : of the backtracking.
    """

    title: ClassVar[str] = "Damped Newton"
    source: ClassVar[str] = "Nocedal & Wright 2006, alg. 3.2 and sec. 3.4"
    needs: ClassVar[frozenset[str]] = frozenset({"hessian"})
    quantity_names: ClassVar[tuple[str, ...]] = ("step length", "trials")
    definite: bool = flag(True, "turn negative eigenvalues of the Hessian round")
    smallest: float = number(1e-8, r"\delta", "least eigenvalue left, as a share of the largest", above=0, below=1)
    c1: float = c1_field()

    def search(self) -> LineSearch:
        return Backtracking(self.c1)

    def direction(self, state: State, oracle: Oracle, notes: Notes | None) -> tuple[Array, Any]:
        hessian = oracle.hessian(state.x)
        if not hessian.any():  # nothing to be made definite
            raise _singular()
        matrix = made_definite(hessian, self.smallest) if self.definite else hessian
        p = solved(matrix, state.gradient)
        if notes is not None:
            note_hessian(notes, state, hessian)
            changed = self.definite and note_definite(notes, hessian, matrix, self.smallest)
            notes.add(
                SubStepKind.DIRECTION,
                say("Solve for the minimum of the quadratic model."),
                state.x,
                state.x + p,
                direction=p,
            )
            name = "Hessian made definite" if changed else "Hessian"
            notes.model = LocalModel(state.x, state.value, state.gradient, matrix, name)
        return p, None

    def formula(self) -> Formula:
        if self.definite:
            matrix = (
                r"B_k = Q \max(|\Lambda|, \delta) Q', \quad \nabla^2 @f(@x_k) = Q \Lambda Q'",
                "B_k = Q max(abs(Lambda), delta) Q', quad nabla^2 @f (@x_k) = Q Lambda Q'",
            )
        else:
            matrix = (r"B_k = \nabla^2 @f(@x_k)", "B_k = nabla^2 @f (@x_k)")
        letters: list[tuple[str, ...]] = [ALPHA, DIRECTION, ("B_k", "B_k", "matrix of the quadratic model"), C1]
        if self.definite:
            letters += [
                ("Q", "Q", "eigenvectors of the Hessian"),
                (r"\Lambda", "Lambda", "its eigenvalues"),
                (r"\delta", "delta", "least eigenvalue left", "smallest"),
            ]
        solve = (r"p_k = -B_k^{-1} \nabla @f(@x_k)", "p_k = -B_k^(-1) nabla @f (@x_k)")
        return formula([matrix, solve, DECREASE, MOVE], letters)

    def remember(
        self, state: State, found: Found, direction: Array, known: Any, notes: Notes | None
    ) -> tuple[Any, ...]:
        return (found.length,)
