"""BFGS and L-BFGS: the curvature learnt from the gradients met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.formula import Formula, formula
from gradviz.numeric.descent.line_search import Found, LineSearch, StrongWolfeSearch
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.parameters import count
from gradviz.numeric.descent.searching import ALPHA, DIRECTION, MOVE, Searching, c1_field, c2_field, check_wolfe
from gradviz.numeric.descent.state import LocalModel, Notes, State, SubStepKind
from gradviz.sentences import counted, say

__all__ = ["BFGS", "LBFGS"]

PAIR = [
    ("s_k", "s_k", "the step made"),
    ("y_k", "y_k", "how the gradient changed along it"),
]
CHANGES = (
    r"s_k = @x_{k+1} - @x_k, \quad y_k = \nabla @f(@x_{k+1}) - \nabla @f(@x_k)",
    "s_k = @x_(k+1) - @x_k, quad y_k = nabla @f (@x_(k+1)) - nabla @f (@x_k)",
)


@dataclass(frozen=True, slots=True)
class _QuasiNewton(Searching):
    """What both share: the strong Wolfe search, which keeps ``s'y > 0``."""

    c1: float = c1_field()
    c2: float = c2_field(0.9)

    def __post_init__(self) -> None:
        Method.__post_init__(self)
        check_wolfe(self.c1, self.c2)

    def search(self) -> LineSearch:
        return StrongWolfeSearch(self.c1, self.c2)

    def first_length(self, state: State, direction: Array) -> float:
        """One; at first a step that moves by at most 1, for the scale of f is not yet known."""
        if state.k:
            return 1.0
        return min(1.0, 1.0 / max(float(np.linalg.norm(direction)), 1e-300))


def _model(state: State, inverse: Array | None, name: str) -> LocalModel:
    """The quadratic model from an approximate inverse Hessian; linear where there is none, or it cannot be inverted."""
    try:
        matrix = None if inverse is None else np.asarray(np.linalg.inv((inverse + inverse.T) / 2), dtype=float)
    except np.linalg.LinAlgError:
        matrix = None
    if matrix is None or not np.isfinite(matrix).all():
        return LocalModel(state.x, state.value, state.gradient)
    return LocalModel(state.x, state.value, state.gradient, matrix, name)


def _pair(state: State, found: Found) -> tuple[Array, Array, float]:
    s, y = found.x - state.x, found.gradient - state.gradient
    return s, y, float(s @ y)


def _usable(s: Array, y: Array, product: float) -> bool:
    """Whether a pair keeps the approximation positive definite beyond rounding."""
    return bool(product > 1e-14 * float(np.linalg.norm(s)) * float(np.linalg.norm(y)))


@dataclass(frozen=True, slots=True)
class BFGS(_QuasiNewton):
    """``x_{k+1} = x_k - α_k H_k ∇f(x_k)`` with an approximation H_k of the inverse Hessian that every step corrects
    (Broyden, Fletcher, Goldfarb & Shanno 1970).

    H begins with I, scaled by ``s'y/y'y`` after the first step.

    Attributes
    ----------
    c1, c2 : of the strong Wolfe search.
    """

    title: ClassVar[str] = "BFGS"
    source: ClassVar[str] = "Nocedal & Wright 2006, alg. 6.1 and eq. 6.17, 6.20"
    quantity_names: ClassVar[tuple[str, ...]] = ("step length", "trials")

    def first_memory(self, x: Array) -> tuple[Any, ...]:
        return (np.eye(len(x)),)

    def direction(self, state: State, oracle: Oracle, notes: Notes | None) -> tuple[Array, Any]:
        (H,) = state.memory
        p = -H @ state.gradient
        if notes is not None:
            notes.add(
                SubStepKind.DIRECTION,
                say("Turn the negative gradient by the approximate inverse Hessian."),
                state.x,
                state.x + p,
                inverse=H,
                direction=p,
            )
            notes.model = _model(state, H, "BFGS approximation")
        return np.asarray(p), None

    def remember(
        self, state: State, found: Found, direction: Array, known: Any, notes: Notes | None
    ) -> tuple[Any, ...]:
        (H,) = state.memory
        s, y, product = _pair(state, found)
        if not _usable(s, y, product):
            if notes is not None:
                notes.add(SubStepKind.UPDATE, say("No curvature is learnt from this step."), s=s, y=y, product=product)
            return (H,)
        if state.k == 0:
            H = (product / float(y @ y)) * H
        rho = 1 / product
        left = np.eye(len(s)) - rho * np.outer(s, y)
        updated = left @ H @ left.T + rho * np.outer(s, s)
        if notes is not None:
            notes.add(
                SubStepKind.UPDATE,
                say("Correct the approximation by what this step tells of the curvature."),
                s=s,
                y=y,
                product=product,
                inverse=updated,
            )
        return (updated,)

    def formula(self) -> Formula:
        return formula(
            [
                (r"p_k = -H_k \nabla @f(@x_k)", "p_k = -H_k nabla @f (@x_k)"),
                MOVE,
                CHANGES,
                (
                    r"H_{k+1} = \left(I - \frac{s_k y_k'}{y_k' s_k}\right) H_k"
                    r" \left(I - \frac{y_k s_k'}{y_k' s_k}\right) + \frac{s_k s_k'}{y_k' s_k}",
                    "H_(k+1) = (I - (s_k y'_k) / (y'_k s_k)) H_k (I - (y_k s'_k) / (y'_k s_k))"
                    " + (s_k s'_k) / (y'_k s_k)",
                ),
            ],
            [ALPHA, DIRECTION, ("H_k", "H_k", "approximate inverse Hessian, I at first"), *PAIR],
        )


@dataclass(frozen=True, slots=True)
class LBFGS(_QuasiNewton):
    """BFGS that keeps the last m pairs (s, y) instead of a matrix (Liu & Nocedal 1989).

    Attributes
    ----------
    pairs : m.
    c1, c2 : of the strong Wolfe search.
    """

    title: ClassVar[str] = "L-BFGS"
    source: ClassVar[str] = "Liu & Nocedal 1989; Nocedal & Wright 2006, alg. 7.4 and 7.5"
    quantity_names: ClassVar[tuple[str, ...]] = ("step length", "trials")
    pairs: int = count(10, "m", "pairs that are kept", at_most=1000)

    def first_memory(self, x: Array) -> tuple[Any, ...]:
        return ((),)

    def direction(self, state: State, oracle: Oracle, notes: Notes | None) -> tuple[Array, Any]:
        (pairs,) = state.memory
        p = -two_loops(pairs, state.gradient)
        if notes is not None:
            count = len(pairs)
            notes.add(
                SubStepKind.DIRECTION,
                counted(
                    "Turn the negative gradient by the {n} pair that is kept.",
                    "Turn the negative gradient by the {n} pairs that are kept.",
                    count,
                )
                if count
                else say("Go along the negative gradient."),
                state.x,
                state.x + p,
                direction=p,
                pairs=float(count),
            )
            d = len(p)
            inverse = np.array([two_loops(pairs, e) for e in np.eye(d)]) if count and d <= 64 else None
            notes.model = _model(state, inverse, "L-BFGS approximation")
        return p, None

    def remember(
        self, state: State, found: Found, direction: Array, known: Any, notes: Notes | None
    ) -> tuple[Any, ...]:
        (pairs,) = state.memory
        s, y, product = _pair(state, found)
        useful = _usable(s, y, product)
        if notes is not None:
            sentence = say("Nothing is learnt from this step.")
            if useful:
                sentence = say("Keep this step and the change of the gradient.")
            notes.add(SubStepKind.UPDATE, sentence, s=s, y=y, product=product)
        return ((*pairs, (s, y, 1 / product))[-self.pairs :],) if useful else (pairs,)

    def formula(self) -> Formula:
        return formula(
            [
                (r"p_k = -H_k \nabla @f(@x_k)", "p_k = -H_k nabla @f (@x_k)"),
                MOVE,
                CHANGES,
                (
                    r"H_k = \operatorname{BFGS}\left(\frac{s_{k-1}' y_{k-1}}{y_{k-1}' y_{k-1}} I;\ "
                    r" (s_i, y_i)_{i = k-m}^{k-1}\right)",
                    "H_k = op(\"BFGS\") ((s'_(k-1) y_(k-1)) / (y'_(k-1) y_(k-1)) I, (s_i, y_i)_(i = k-m)^(k-1))",
                ),
            ],
            [
                ALPHA,
                DIRECTION,
                ("H_k", "H_k", "approximate inverse Hessian, never written out"),
                ("m", "m", "pairs that are kept", "pairs"),
                *PAIR,
            ],
        )


def two_loops(pairs: tuple[tuple[Array, Array, float], ...], gradient: Array) -> Array:
    """``H g`` from the pairs (s, y, 1/s'y), the oldest first (Nocedal & Wright 2006, alg. 7.4)."""
    q = gradient.copy()
    weights = []
    for s, y, rho in reversed(pairs):
        a = rho * float(s @ q)
        weights.append(a)
        q = q - a * y
    if pairs:
        _, y, rho = pairs[-1]
        q = q / (rho * float(y @ y))
    for (s, y, rho), a in zip(pairs, reversed(weights), strict=True):
        q = q + (a - rho * float(y @ q)) * s
    return np.asarray(q)
