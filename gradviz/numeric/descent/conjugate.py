"""Nonlinear conjugate gradients."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.formula import Formula, formula
from gradviz.numeric.descent.line_search import ExactSearch, Found, LineSearch, StrongWolfeSearch
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.parameters import choice, count
from gradviz.numeric.descent.searching import ALPHA, DIRECTION, MOVE, Searching, c1_field, c2_field, check_wolfe
from gradviz.numeric.descent.state import LocalModel, NoStepError, Notes, State, SubStepKind
from gradviz.sentences import say

__all__ = ["ConjugateGradients"]

VARIANTS = ("Fletcher-Reeves", "Polak-Ribiere+", "Hestenes-Stiefel", "Dai-Yuan")
DOWNHILL = 1e-4
"""The least cosine of the angle to the negative gradient."""
_BETA = {
    "Fletcher-Reeves": (
        r"\beta_k = \frac{g_k' g_k}{g_{k-1}' g_{k-1}}",
        "beta_k = (g'_k g_k) / (g'_(k-1) g_(k-1))",
    ),
    "Polak-Ribiere+": (
        r"\beta_k = \max\left(0, \frac{g_k' (g_k - g_{k-1})}{g_{k-1}' g_{k-1}}\right)",
        "beta_k = max(0, (g'_k (g_k - g_(k-1))) / (g'_(k-1) g_(k-1)))",
    ),
    "Hestenes-Stiefel": (
        r"\beta_k = \frac{g_k' (g_k - g_{k-1})}{p_{k-1}' (g_k - g_{k-1})}",
        "beta_k = (g'_k (g_k - g_(k-1))) / (p'_(k-1) (g_k - g_(k-1)))",
    ),
    "Dai-Yuan": (
        r"\beta_k = \frac{g_k' g_k}{p_{k-1}' (g_k - g_{k-1})}",
        "beta_k = (g'_k g_k) / (p'_(k-1) (g_k - g_(k-1)))",
    ),
}


@dataclass(frozen=True, slots=True)
class ConjugateGradients(Searching):
    """``p_k = -g_k + β_k p_{k-1}, x_{k+1} = x_k + α_k p_k``; on a quadratic function with an exact search it is there
    after as many steps as there are coordinates.

    Where the direction hardly leads downhill, where the search along it fails, and after every `restart` steps, it
    begins anew with ``-g_k``.

    Attributes
    ----------
    variant : what β_k is: Fletcher & Reeves 1964, Polak & Ribière 1969 (not below 0), Hestenes & Stiefel 1952, Dai &
        Yuan 1999.
    search_kind : "exact" or "wolfe".
    restart : 0 for never.
    c1, c2 : of the Wolfe search; ``c_2 < 1/2`` keeps Fletcher & Reeves's directions downhill.
    """

    title: ClassVar[str] = "Nonlinear conjugate gradients"
    source: ClassVar[str] = "Nocedal & Wright 2006, alg. 5.4 and sec. 5.2"
    quantity_names: ClassVar[tuple[str, ...]] = ("step length", "trials")
    variant: str = choice("Polak-Ribiere+", VARIANTS, "how the last direction is weighted")
    search_kind: str = choice("wolfe", ("wolfe", "exact"), "line search")
    restart: int = count(0, "", "steps after which it begins anew; 0 for never", at_least=0)
    c1: float = c1_field()
    c2: float = c2_field(0.1)

    def __post_init__(self) -> None:
        Method.__post_init__(self)
        check_wolfe(self.c1, self.c2)

    def search(self) -> LineSearch:
        return ExactSearch(1e-12) if self.search_kind == "exact" else StrongWolfeSearch(self.c1, self.c2)

    def first_memory(self, x: Array) -> tuple[Any, ...]:
        return (0.0, np.zeros(len(x)), np.zeros(len(x)), 0.0)

    def step(self, state: State, oracle: Oracle, notes: Notes | None = None) -> State:
        try:
            return Searching.step(self, state, oracle, notes)
        except NoStepError:
            if not state.k or not state.memory[1].any():
                raise
            if notes is not None:
                notes.substeps.clear()
            last, gradient, _, slope = state.memory
            anew = state._replace(memory=(last, np.zeros_like(gradient), np.zeros_like(gradient), slope))
            return Searching.step(self, anew, oracle, notes)

    def direction(self, state: State, oracle: Oracle, notes: Notes | None) -> tuple[Array, Any]:
        _, last_gradient, last, _ = state.memory
        g = state.gradient
        beta = 0.0
        if state.k and not (self.restart and state.k % self.restart == 0):
            beta = self.beta(g, last_gradient, last)
        p = -g + beta * last
        # Across the slope, or uphill: the method has jammed.
        if not float(g @ p) < -DOWNHILL * float(np.linalg.norm(g)) * float(np.linalg.norm(p)):
            p, beta = -g, 0.0
        if notes is not None:
            notes.add(SubStepKind.DIRECTION, say("The negative gradient."), state.x, state.x - g, negative_gradient=-g)
            if beta:
                notes.add(
                    SubStepKind.MOMENTUM,
                    say("Add a share of the last direction."),
                    state.x - g,
                    state.x + p,
                    beta=beta,
                    last_direction=last,
                    direction=p,
                )
            elif state.k:
                notes.add(
                    SubStepKind.MOMENTUM, say("Begin anew: no share of the last direction."), beta=0.0, direction=p
                )
            notes.model = LocalModel(state.x, state.value, g)
        return p, None

    def beta(self, g: Array, before: Array, p: Array) -> float:
        """β_k from this gradient, the one before, and the last direction; 0 where it is not defined."""
        y = g - before
        above = float(g @ y) if self.variant in ("Polak-Ribiere+", "Hestenes-Stiefel") else float(g @ g)
        below = float(p @ y) if self.variant in ("Hestenes-Stiefel", "Dai-Yuan") else float(before @ before)
        if below == 0 or not np.isfinite(above / below):
            return 0.0
        beta: float = above / below
        return max(0.0, beta) if self.variant == "Polak-Ribiere+" else beta

    def first_length(self, state: State, direction: Array) -> float:
        """As much decrease as last time, to first order (Nocedal & Wright 2006, sec. 3.5)."""
        last, _, _, slope_then = state.memory
        slope = float(state.gradient @ direction)
        if last > 0 and slope < 0 and slope_then < 0:
            return float(min(max(last * slope_then / slope, 1e-12), 1e6))
        return min(1.0, 1.0 / max(float(np.linalg.norm(direction)), 1e-300))

    def remember(
        self, state: State, found: Found, direction: Array, known: Any, notes: Notes | None
    ) -> tuple[Any, ...]:
        return (found.length, state.gradient, direction, float(state.gradient @ direction))

    def formula(self) -> Formula:
        letters: list[tuple[str, ...]] = [
            ALPHA,
            ("g_k", "g_k", "gradient at iterate k"),
            DIRECTION,
            (r"\beta_k", "beta_k", "share of the last direction, 0 at first"),
        ]
        lines = [
            (r"g_k = \nabla @f(@x_k)", "g_k = nabla @f (@x_k)"),
            _BETA[self.variant],
            (r"p_k = -g_k + \beta_k p_{k-1}", "p_k = -g_k + beta_k p_(k-1)"),
            MOVE,
        ]
        return formula(lines, letters)
