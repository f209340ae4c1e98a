"""A function of one number, as the methods take it."""

from __future__ import annotations

import numpy as np

from gradviz.algebra.nodes import Symbol
from gradviz.numeric.binding import Array
from gradviz.numeric.curve import Curve

__all__ = ["CurveLandscape"]


class CurveLandscape:
    """The states of a `Curve` are its parameters t, (1,).

    Attributes
    ----------
    curve : the function.
    origin : (1,), where the curve's own state is.
    variables : the symbol that t stands for; () for a direction.
    """

    dimension = 1
    has_gradient = True

    def __init__(self, curve: Curve) -> None:
        self.curve = curve
        self.origin: Array = np.array([curve.parameter(curve.origin)])
        self.variables: tuple[Symbol, ...] = curve.variables if len(curve.variables) == 1 else ()

    def coordinates(self) -> list[str]:
        """The name of the one coordinate."""
        return [self.curve.label()]

    def state(self, t: float, _height: float = 0.0) -> Array:
        """The state at a point of the picture; its height says nothing."""
        return np.array([float(t)])

    def project(self, states: Array) -> Array:
        """Where states are in the picture: t and f(t), (2,) or (k, 2)."""
        ts = np.asarray(states, dtype=float)[..., 0]
        with np.errstate(all="ignore"):
            return np.stack([ts, self.curve.value(ts)], axis=-1)

    def value_at(self, state: Array) -> float:
        """``f``; NaN or infinity where it is undefined."""
        return self.curve.value_at(float(state[0]))

    def overflows_at(self, state: Array) -> bool:
        """Whether numbers too large for floats keep f from having a value."""
        return self.curve.overflows_at(float(state[0]))

    def gradient_at(self, state: Array) -> tuple[float, Array]:
        """``f`` and ``(f')``."""
        found = self._derivatives(state, 1)
        return float(found[0, 0]), found[1]

    def hessian_at(self, state: Array) -> Array:
        """``((f''))``."""
        hessian: Array = self._derivatives(state, 2)[2][:, None]
        return hessian

    def _derivatives(self, state: Array, order: int) -> Array:
        return self.curve.derivatives(np.array([float(state[0])]), order)
