"""The trust-region method, its subproblem solved by the dogleg or by Steihaug's conjugate gradients."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.formula import Formula, formula
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.newton import made_definite, note_definite, note_hessian
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.parameters import ParameterError, choice, number
from gradviz.numeric.descent.state import LocalModel, NoStepError, Notes, State, SubStepKind
from gradviz.sentences import say

__all__ = ["TrustRegion", "dogleg", "steihaug"]

SHORTENINGS = 100
SMALLEST = 1e-8
"""Of the dogleg's matrix: the least eigenvalue as a share of the largest."""


def dogleg(gradient: Array, matrix: Array, radius: float) -> Array:
    """The step (d,) along the dogleg to the edge of the region, for a positive definite matrix (Nocedal & Wright 2006,
    sec. 4.1, eq. 4.16).
    """
    steepness = float(np.linalg.norm(gradient))
    downhill = -gradient / steepness
    curvature = float(downhill @ matrix @ downhill)
    if steepness >= radius * curvature:  # the model falls as far as the edge
        return np.asarray(radius * downhill)
    whole = -np.linalg.solve(matrix, gradient)
    if np.linalg.norm(whole) <= radius:
        return np.asarray(whole)
    cauchy = steepness / curvature * downhill
    return np.asarray(cauchy + _to_edge(cauchy, whole - cauchy, radius) * (whole - cauchy))


def steihaug(gradient: Array, matrix: Array, radius: float) -> Array:
    """The step (d,) by conjugate gradients, stopped at the edge of the region or where the curvature is negative.

    For any symmetric matrix (Nocedal & Wright 2006, alg. 7.2).
    """
    z = np.zeros(len(gradient))
    r = gradient.copy()
    p = -r
    size = float(np.linalg.norm(r))
    goal = min(0.5, math.sqrt(size)) * size
    for _ in range(2 * len(gradient)):
        curvature = float(p @ matrix @ p)
        if curvature <= 0:
            return z + _to_edge(z, p, radius) * p
        square = float(r @ r)
        alpha = square / curvature
        ahead = z + alpha * p
        if np.linalg.norm(ahead) >= radius:
            return z + _to_edge(z, p, radius) * p
        z = ahead
        r = r + alpha * (matrix @ p)
        if np.linalg.norm(r) <= goal:
            break
        p = -r + (float(r @ r) / square) * p
    return z


def _to_edge(z: Array, p: Array, radius: float) -> float:
    """The τ >= 0 with ``‖z + τ p‖`` the radius."""
    a, b, c = float(p @ p), float(z @ p), float(z @ z) - radius * radius
    root = math.sqrt(max(b * b - a * c, 0.0))
    # The larger root, without a difference of near numbers.
    return -c / (b + root) if b > 0 else (root - b) / a


def _note_dogleg(notes: Notes, state: State, matrix: Array) -> None:
    """Write the two corners of the dogleg down, be they within the region or not."""
    g = state.gradient
    curvature = float(g @ matrix @ g)
    corners = (
        (
            say("Downhill the model is lowest at the Cauchy point."),
            -float(g @ g) / curvature * g if curvature else None,
        ),
        (say("The model is lowest of all at the Newton point."), -np.linalg.solve(matrix, g)),
    )
    for sentence, corner in corners:
        if corner is not None and np.isfinite(corner).all():
            size = float(np.linalg.norm(corner))
            notes.add(SubStepKind.DIRECTION, sentence, state.x, state.x + corner, direction=corner, norm=size)


def _note_subproblem(notes: Notes, state: State, p: Array, radius: float, subproblem: str) -> None:
    """Write down how the step was found within the region."""
    size = float(np.linalg.norm(p))
    if size < (1 - 1e-9) * radius:
        how = say("The model is low enough within the region.")
    elif subproblem == "dogleg":
        how = say("Go towards the Cauchy point, then towards the Newton point, as far as the region's edge.")
    else:
        how = say("Make the model lower by conjugate gradients, as far as the region's edge.")
    notes.add(SubStepKind.MODEL, how, state.x, state.x + p, radius=radius, direction=p, norm=size)


@dataclass(frozen=True, slots=True)
class TrustRegion(Method):
    """``x_{k+1} = x_k + p`` with the p that makes the quadratic model least within ``‖p‖ <= Δ_k``; Δ shrinks when the
    model was wrong and grows when it was right at the edge.

    A step that does not lower f enough is a trial; the region shrinks until one does.

    Attributes
    ----------
    subproblem : "dogleg" (the Hessian made definite) or "steihaug" (the Hessian as it is).
    radius, largest : the first Δ, and the most it may become.
    eta : the least ratio of the decrease to what the model promised for a step to be taken.
    """

    title: ClassVar[str] = "Trust region"
    source: ClassVar[str] = "Powell 1970; Steihaug 1983; Nocedal & Wright 2006, alg. 4.1, eq. 4.16, alg. 7.2"
    needs: ClassVar[frozenset[str]] = frozenset({"hessian"})
    quantity_names: ClassVar[tuple[str, ...]] = ("trust radius", "trials")
    subproblem: str = choice("dogleg", ("dogleg", "steihaug"), "how the model is made least")
    radius: float = number(1.0, r"\Delta_0", "first trust radius", above=0)
    largest: float = number(100.0, r"\bar\Delta", "largest trust radius", above=0)
    eta: float = number(0.1, r"\eta", "least share of the promised decrease", at_least=0, below=0.25)

    def __post_init__(self) -> None:
        Method.__post_init__(self)
        if self.radius > self.largest:
            raise ParameterError(
                "radius", say("The radius must be at most the largest one, {largest:g}.", largest=self.largest)
            )

    def begin(self, oracle: Oracle, x: Array) -> State:
        value, gradient = oracle.gradient(x)
        return State(0, x, value, gradient, (self.radius,))

    def step(self, state: State, oracle: Oracle, notes: Notes | None = None) -> State:
        (radius,) = state.memory
        g, hessian = state.gradient, oracle.hessian(state.x)
        matrix = made_definite(hessian, SMALLEST) if self.subproblem == "dogleg" else hessian
        changed = False
        if notes is not None:
            notes.add(SubStepKind.GRADIENT, say("Evaluate the gradient here."), gradient=g)
            note_hessian(notes, state, hessian)
            if self.subproblem == "dogleg":
                changed = note_definite(notes, hessian, matrix, SMALLEST)
                _note_dogleg(notes, state, matrix)
        for trial in range(1, SHORTENINGS + 1):
            p = (dogleg if self.subproblem == "dogleg" else steihaug)(g, matrix, radius)
            x = state.x + p
            if np.array_equal(x, state.x):
                break
            if notes is not None:
                _note_subproblem(notes, state, p, radius, self.subproblem)
            promised = -float(g @ p + 0.5 * p @ matrix @ p)
            value = oracle.value(x)
            # Rounding of f hides what a tiny step gains: what both sides lose to it is left out of the ratio.
            slack = 4e-16 * max(abs(state.value), abs(value)) if math.isfinite(value) else 0.0
            ratio = (state.value - value + slack) / (promised + slack) if math.isfinite(value) else -math.inf
            size = float(np.linalg.norm(p))
            used = radius
            if ratio < 0.25:
                radius = size / 4
            elif ratio > 0.75 and size > 0.99 * radius:
                radius = min(2 * radius, self.largest)
            accepted = ratio > self.eta
            if notes is not None:
                notes.add(
                    SubStepKind.TRIAL,
                    say("The model was right enough: take this step.")
                    if accepted
                    else say("The model was wrong here: trust it less far."),
                    state.x,
                    x,
                    accepted,
                    value=value,
                    promised=promised,
                    ratio=ratio,
                )
            if accepted:
                value, gradient = oracle.gradient(x)
                if notes is not None:
                    notes.add(
                        SubStepKind.UPDATE,
                        say("Set the radius by how right the model was."),
                        ratio=ratio,
                        radius=radius,
                    )
                    notes.add(SubStepKind.MOVE, say("Move to the next iterate."), state.x, x, step=p, iterate=x)
                    name = "Hessian made definite" if changed else "Hessian"
                    notes.model = LocalModel(state.x, state.value, g, matrix, name, used)
                return State(state.k + 1, x, value, gradient, (radius,), (used, float(trial)))
        raise NoStepError(say("No radius makes f fall: f is as low as rounding lets it get, or has a kink here."))

    def formula(self) -> Formula:
        return formula(
            [
                (
                    r"p_k = \operatorname{arg\,min}_{\|p\| \le \Delta_k} \nabla @f(@x_k)' p + \tfrac{1}{2} p' B_k p",
                    "p_k = op(\"arg min\", limits: #true)_(norm(p) <= Delta_k) nabla @f (@x_k)' p + 1/2 p' B_k p",
                ),
                (
                    r"\rho_k = \frac{@f(@x_k) - @f(@x_k + p_k)}{m_k(0) - m_k(p_k)}",
                    "rho_k = (@f (@x_k) - @f (@x_k + p_k)) / (m_k (0) - m_k (p_k))",
                ),
                (
                    r"@x_{k+1} = @x_k + p_k \quad \text{if } \rho_k > \eta",
                    '@x_(k+1) = @x_k + p_k quad "if" rho_k > eta',
                ),
            ],
            [
                (r"\Delta_k", "Delta_k", "trust radius"),
                ("B_k", "B_k", "Hessian, made definite for the dogleg"),
                ("m_k", "m_k", "quadratic model of f at iterate k"),
                (r"\rho_k", "rho_k", "how right the model was; the step is taken when it is above η"),
                (r"\eta", "eta", "least share of the promised decrease", "eta"),
            ],
        )
