"""What a person may type for a constant: numbers, tables of them, and what declared properties demand."""

from __future__ import annotations

import math
import re

import numpy as np

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.properties import facts
from gradviz.gui.plot.names import plain_name
from gradviz.numeric.binding import Array
from gradviz.sentences import say

__all__ = ["BadValueError", "check_properties", "parse_number", "parse_table"]


class BadValueError(ValueError):
    """A value that cannot be used; the message is a sentence for the person who typed it."""


def parse_number(text: str) -> float:
    """A finite number: ``2``, ``-0.5``, ``1e-3``, ``1/3``; a comma may be the decimal point."""
    cleaned = text.strip().replace("−", "-").replace(",", ".")
    if not cleaned:
        raise BadValueError(say("A number is missing."))
    numerator, slash, denominator = cleaned.partition("/")
    try:
        number = float(numerator) / (float(denominator) if slash else 1.0)
    except ZeroDivisionError:
        raise BadValueError(say("The number divides by zero.")) from None
    except ValueError:
        raise BadValueError(say("“{text}” is not a number.", text=text.strip())) from None
    if not math.isfinite(number):
        raise BadValueError(say("“{text}” is not a finite number.", text=text.strip()))
    return number


def parse_table(text: str) -> list[list[float]]:
    """Rows of numbers as spreadsheets and NumPy print them: lines of tabs, spaces, semicolons or commas."""
    rows = []
    for line in re.sub(r"[\[\]()]", " ", text).strip().splitlines():
        # A comma is a separator when a space or a number with a point follows; else it is a decimal point.
        pieces = line.split("\t") if "\t" in line else re.split(r",?\s+|;\s*|,(?=-?\d+\.)", line.strip(" ,;"))
        numbers = [parse_number(p) for p in pieces if p.strip()]
        if numbers:
            rows.append(numbers)
    return rows


def check_properties(symbol: Symbol, value: Array) -> None:
    """Raise a `BadValueError` when a matrix (rows, cols) is not what was declared of the symbol."""
    known = facts(symbol)
    name = plain_name(symbol.name)

    def demand(holds: bool, what: str) -> None:
        if not holds:
            raise BadValueError(say("{name} was declared {property}, and this value is not.", name=name, property=what))

    if "positive" in known:
        demand(bool((value > 0).all()), say("positive"))
    if symbol.is_scalar:
        return
    if "diagonal" in known:
        demand(bool(np.array_equal(value, np.diag(np.diag(value)))), say("diagonal"))
    if "symmetric" in known:
        demand(bool(np.allclose(value, value.T, rtol=1e-9, atol=1e-12)), say("symmetric"))
    if "positive definite" in known:
        demand(float(np.linalg.eigvalsh(value)[0]) > 0, say("positive definite"))
    elif "positive semidefinite" in known:
        scale = float(np.abs(value).max())
        demand(float(np.linalg.eigvalsh(value)[0]) >= -1e-12 * scale, say("positive semidefinite"))
    if "orthogonal" in known:
        demand(bool(np.allclose(value @ value.T, np.eye(len(value)), atol=1e-6)), say("orthogonal"))
    elif "invertible" in known:
        demand(int(np.linalg.matrix_rank(value)) == len(value), say("invertible"))
    elif "full rank" in known:
        demand(int(np.linalg.matrix_rank(value)) == min(value.shape), say("of full rank"))
