"""Stochastic and mini-batch gradient descent, where f is a sum over rows of data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.first_order import GAMMA
from gradviz.numeric.descent.formula import Formula, formula
from gradviz.numeric.descent.method import Method
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.parameters import ParameterError, count, number, step_size_field
from gradviz.numeric.descent.schedule import Fixed, Schedule
from gradviz.numeric.descent.state import LocalModel, NoStepError, Notes, State, SubStepKind
from gradviz.sentences import counted, say

__all__ = ["StochasticGradientDescent", "check_batch"]


def check_batch(batch: Any, rows: int | None) -> None:
    """Raise a `ParameterError` for a batch of more rows than the data has; `rows` is None where it is not known."""
    if rows is not None and isinstance(batch, int) and batch > rows:
        raise ParameterError("batch", say("The data has {rows} rows; the batch must be at most that.", rows=rows))


@dataclass(frozen=True, slots=True)
class StochasticGradientDescent(Method):
    """``b_{k+1} = μ b_k + ĝ_k, x_{k+1} = x_k - γ_k b_{k+1}``, where ĝ_k estimates the gradient from a batch of rows
    (Robbins & Monro 1951).

    Every epoch goes through all rows once, in an order drawn anew; the same seed draws the same orders. Values and
    gradients in the record are those of the whole f, and are not counted.

    Attributes
    ----------
    step_size : γ > 0.
    batch : rows in a batch; 1 is stochastic gradient descent.
    momentum : μ in [0, 1).
    seed : of the orders.
    schedule : how the step size changes with k.
    """

    title: ClassVar[str] = "Stochastic gradient descent"
    source: ClassVar[str] = "Robbins & Monro 1951; Bottou, Curtis & Nocedal 2018, alg. 4.1"
    needs: ClassVar[frozenset[str]] = frozenset({"rows"})
    quantity_names: ClassVar[tuple[str, ...]] = ("step size", "estimated value", "error of the gradient")
    step_size: float = step_size_field(0.01)
    batch: int = count(1, "b", "rows in a batch")
    momentum: float = number(0.0, r"\mu", "share of the last velocity that is kept", at_least=0, below=1)
    seed: int = count(0, "", "seed of the order of the rows", at_least=0)
    schedule: Schedule = Fixed()  # noqa: RUF009 - immutable

    def begin(self, oracle: Oracle, x: Array) -> State:
        value, gradient = oracle.uncounted_gradient(x)
        return State(0, x, value, gradient, (np.zeros(len(x)), -1, np.zeros(0, dtype=int)))

    def rows_at(self, k: int, rows: int, known: tuple[int, Any] = (-1, None)) -> tuple[Any, tuple[int, Any]]:
        """The rows (from 0) of the batch of step k, and the epoch with its order for the next call."""
        size = min(self.batch, rows)
        per_epoch = -(-rows // size)
        epoch, part = divmod(k, per_epoch)
        order = known[1] if known[0] == epoch else np.random.default_rng([self.seed, epoch]).permutation(rows)
        return order[part * size : (part + 1) * size], (epoch, order)

    def step(self, state: State, oracle: Oracle, notes: Notes | None = None) -> State:
        rows = oracle.rows
        if rows is None:
            raise NoStepError(say("f is not seen to be a sum over rows of data."))
        b, epoch, order = state.memory
        indices, (epoch, order) = self.rows_at(state.k, rows.count, (epoch, order))
        estimate, g = oracle.batch(state.x, indices)
        gamma = self.step_size * self.schedule.factor(state.k)
        b = self.momentum * b + g
        x = state.x - gamma * b
        error = float(np.linalg.norm(g - state.gradient))
        if notes is not None:
            notes.add(
                SubStepKind.BATCH,
                counted("Draw {n} row of the data.", "Draw {n} rows of the data.", len(indices)),
                rows=indices + 1,
                epoch=epoch + 1,
            )
            notes.add(
                SubStepKind.GRADIENT,
                say("Estimate the gradient from them."),
                gradient=g,
                whole_gradient=state.gradient,
                error=error,
                value=estimate,
            )
            if self.momentum:
                notes.add(SubStepKind.MOMENTUM, say("Keep a share of the velocity and add the estimate."), velocity=b)
            notes.add(
                SubStepKind.SCALE, say("Scale with the step size."), state.x, x, step_size=gamma, scaled=-gamma * b
            )
            notes.add(SubStepKind.MOVE, say("Move to the next iterate."), state.x, x, step=x - state.x, iterate=x)
            notes.model = LocalModel(state.x, estimate, g)
        value, gradient = oracle.uncounted_gradient(x)
        return State(state.k + 1, x, value, gradient, (b, epoch, order), (gamma, estimate, error))

    def formula(self) -> Formula:
        estimate = (
            r"\hat g_k = \frac{n}{b} \sum_{i \in B_k} \nabla @f_i(@x_k)",
            "hat(g)_k = n/b sum_(i in B_k) nabla @f_i (@x_k)",
        )
        letters: list[tuple[str, ...]] = [
            GAMMA,
            (r"\hat g_k", "hat(g)_k", "estimate of the gradient"),
            ("B_k", "B_k", "rows of the batch"),
            ("b", "b", "rows in a batch", "batch"),
            ("n", "n", "rows of the data"),
            ("@f_i", "@f_i", "share of row i in @f"),
        ]
        if not self.momentum:
            move = (r"@x_{k+1} = @x_k - \gamma_k \hat g_k", "@x_(k+1) = @x_k - gamma_k hat(g)_k")
            return formula([estimate, move], letters)
        velocity = (r"v_{k+1} = \mu v_k + \hat g_k", "v_(k+1) = mu v_k + hat(g)_k")
        move = (r"@x_{k+1} = @x_k - \gamma_k v_{k+1}", "@x_(k+1) = @x_k - gamma_k v_(k+1)")
        letters += [(r"\mu", "mu", "momentum", "momentum"), ("v_k", "v_k", "velocity, 0 at first")]
        return formula([estimate, velocity, move], letters)
