"""Parameters of the methods: each with its letter, its meaning, its values, and a message for any other value."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass, field
from typing import Any

from gradviz.numeric.descent.vocabulary import worded
from gradviz.sentences import listed, say

__all__ = [
    "Parameter",
    "ParameterError",
    "StepSizeError",
    "check_parameters",
    "checked_step_size",
    "choice",
    "count",
    "flag",
    "number",
    "parameters_of",
    "parse_step_size",
    "step_size_field",
]


class ParameterError(ValueError):
    """A value that a parameter cannot take.

    Attributes
    ----------
    parameter : the parameter's name, so that a view can show the message at its field.
    """

    def __init__(self, parameter: str, message: str) -> None:
        super().__init__(message)
        self.parameter = parameter


class StepSizeError(ParameterError):
    """A step size that is no step; the message says what is expected."""

    def __init__(self, message: str, parameter: str = "step_size") -> None:
        super().__init__(parameter, message)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What is known of a method's parameter.

    Attributes
    ----------
    name : the field of the method's class.
    letter : as a formula writes it, in LaTeX (``"\\\\beta_1"``); "" for a choice.
    meaning : what it does, in a few words.
    kind : "number", "count", "choice" or "flag".
    low, high : bounds, where there are any; `low_open` and `high_open` exclude the bound itself.
    choices : the values of a choice.
    default : the value it has unless it is given.
    """

    name: str
    letter: str
    meaning: str
    kind: str
    low: float = -math.inf
    high: float = math.inf
    low_open: bool = False
    high_open: bool = False
    choices: tuple[str, ...] = ()
    default: Any = None

    @property
    def words(self) -> str:
        """The name as people read it."""
        return self.name.replace("_", " ")

    def check(self, value: Any) -> None:
        """Raise a `ParameterError` that says what is wrong with a value, if anything is."""
        if self.name == "step_size":
            checked_step_size(value)
            return
        given = {"parameter": worded(self.words), "value": value}
        if self.kind == "choice":
            if value not in self.choices:
                choices = ", ".join(self.choices)
                raise self._error(say("The {parameter} is one of {choices}, not {value!r}.", choices=choices, **given))
            return
        if self.kind == "flag":
            if not isinstance(value, bool):
                raise self._error(say("“{parameter}” is True or False, not {value!r}.", **given))
            return
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._error(say("The {parameter} is a number, not {value!r}.", **given))
        if self.kind == "count" and not isinstance(value, int):
            raise self._error(say("The {parameter} is a whole number, not {value!r}.", **given))
        if math.isnan(value):
            raise self._error(say("The {parameter} is not a number (NaN).", parameter=given["parameter"]))
        below = value <= self.low if self.low_open else value < self.low
        above = value >= self.high if self.high_open else value > self.high
        if below or above or math.isinf(value):
            raise self._error(say("The {parameter} must be {range}, not {value:g}.", range=self._range(), **given))

    def _range(self) -> str:
        parts: list[str] = []
        if self.low > -math.inf:
            low = self.low
            parts.append(say("above {low:g}", low=low) if self.low_open else say("at least {low:g}", low=low))
        if self.high < math.inf:
            high = self.high
            parts.append(say("below {high:g}", high=high) if self.high_open else say("at most {high:g}", high=high))
        return listed(parts) or say("finite")

    def _error(self, message: str) -> ParameterError:
        return ParameterError(self.name, message)


def number(
    default: float,
    letter: str,
    meaning: str,
    *,
    above: float | None = None,
    at_least: float | None = None,
    below: float | None = None,
    at_most: float | None = None,
) -> Any:
    """A dataclass field for a number within bounds."""
    low = above if above is not None else at_least if at_least is not None else -math.inf
    high = below if below is not None else at_most if at_most is not None else math.inf
    known = Parameter("", letter, meaning, "number", low, high, above is not None, below is not None, default=default)
    return field(default=default, metadata={"parameter": known})


def count(default: int, letter: str, meaning: str, *, at_least: int = 1, at_most: float = math.inf) -> Any:
    """A dataclass field for a whole number within bounds."""
    known = Parameter("", letter, meaning, "count", at_least, at_most, default=default)
    return field(default=default, metadata={"parameter": known})


def choice(default: str, choices: tuple[str, ...], meaning: str) -> Any:
    """A dataclass field for one of some words."""
    return field(
        default=default,
        metadata={"parameter": Parameter("", "", meaning, "choice", choices=choices, default=default)},
    )


def flag(default: bool, meaning: str) -> Any:
    """A dataclass field for yes or no."""
    return field(default=default, metadata={"parameter": Parameter("", "", meaning, "flag", default=default)})


def step_size_field(default: float, meaning: str = "how far a step goes along its direction") -> Any:
    """The field of a step size γ > 0."""
    return number(default, r"\gamma", meaning, above=0.0)


def parameters_of(method: Any) -> tuple[Parameter, ...]:
    """The parameters of a method or of its class, in order."""
    return tuple(
        dataclasses.replace(f.metadata["parameter"], name=f.name)
        for f in dataclasses.fields(method)
        if "parameter" in f.metadata
    )


def check_parameters(method: Any) -> None:
    """Raise a `ParameterError` for the first parameter whose value is none it can take."""
    for parameter in parameters_of(method):
        parameter.check(getattr(method, parameter.name))


def parse_step_size(text: str) -> float:
    """A step size as a person types it: ``0.1``, ``1e-3``, ``1/8``, ``0,1``.

    Raises
    ------
    StepSizeError
        With a sentence for the person who typed it.
    """
    cleaned = text.strip().replace("−", "-").replace(",", ".")
    if not cleaned:
        raise StepSizeError(say("Enter a step size, for example 0.1."))
    try:
        numerator, slash, denominator = cleaned.partition("/")
        size = float(numerator) / (float(denominator) if slash else 1.0)
    except ZeroDivisionError:
        raise StepSizeError(say("The step size divides by zero; enter a number such as 0.1.")) from None
    except ValueError:
        raise StepSizeError(
            say("“{text}” is not a number; enter one such as 0.1 or 1e-3.", text=text.strip())
        ) from None
    return checked_step_size(size)


def checked_step_size(size: float) -> float:
    """The size itself, or a `StepSizeError` that says why it is none."""
    if isinstance(size, bool) or not isinstance(size, int | float):
        raise StepSizeError(say("The step size is a number such as 0.1, not {size!r}.", size=size))
    if math.isnan(size):
        raise StepSizeError(say("The step size is not a number (NaN); enter one such as 0.1."))
    if math.isinf(size):
        raise StepSizeError(say("The step size must be finite; enter a number such as 0.1."))
    if size == 0:
        raise StepSizeError(say("With a step size of 0 nothing moves; enter a number above 0."))
    if size < 0:
        raise StepSizeError(say("A negative step size climbs instead of descending; enter a number above 0."))
    return size
