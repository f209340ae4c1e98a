"""What every method is: named parameters, a pure step, a formula, a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from gradviz.numeric.binding import Array
from gradviz.numeric.descent.formula import Formula
from gradviz.numeric.descent.oracle import Oracle
from gradviz.numeric.descent.parameters import Parameter, check_parameters, parameters_of
from gradviz.numeric.descent.state import Notes, State

__all__ = ["Method"]


@dataclass(frozen=True, slots=True)
class Method:
    """A descent method: a frozen dataclass of parameters with a pure step.

    Attributes
    ----------
    title : what people call it.
    source : where it is from.
    needs : what it needs of the function beyond the gradient: "hessian", "squares", "rows".
    quantity_names : what each step's `State.quantities` are.

    Raises
    ------
    ParameterError
        On construction, for a value that a parameter cannot take.
    """

    title: ClassVar[str] = ""
    source: ClassVar[str] = ""
    needs: ClassVar[frozenset[str]] = frozenset()
    quantity_names: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        check_parameters(self)

    def parameters(self) -> tuple[Parameter, ...]:
        """What is known of each parameter."""
        return parameters_of(self)

    def formula(self) -> Formula:
        """The update, with ``@x`` and ``@f`` for the names of the variable and the function: call `named` on it."""
        raise NotImplementedError

    def begin(self, oracle: Oracle, x: Array) -> State:
        """The state at a start."""
        value, gradient = oracle.gradient(x)
        return State(0, x, value, gradient)

    def step(self, state: State, oracle: Oracle, notes: Notes | None = None) -> State:
        """The next state; with `notes` the sub-steps are written down.

        Raises
        ------
        NoStepError
            When there is none, with a sentence that says why.
        """
        raise NotImplementedError

    def replay(self, state: State, oracle: Oracle) -> State:
        """The next state's memory, found as cheaply as may be; its iterate, value and gradient come from the record."""
        return self.step(state, oracle)
