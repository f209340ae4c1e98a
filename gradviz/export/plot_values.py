"""Values given on the command line: ``a=2``, ``A=2 1; 1 3``, ``X=@data.csv``."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.numeric.binding import Array, Value
from gradviz.numeric.data import DataError, fitted, parse_csv, read_csv

__all__ = ["GivenError", "given_values"]


class GivenError(ValueError):
    """A value that cannot be used; the message says why."""


def given_values(given: Sequence[str], symbols: Sequence[Symbol]) -> tuple[dict[str, int], dict[str, Value]]:
    """Sizes of named dimensions, and values by name.

    Raises
    ------
    GivenError
        For a symbol that there is not, text that is no number, and sizes that do not match.
    """
    by_name = {s.name.replace("_", ""): s for s in symbols}
    dims: dict[str, int] = {}
    arrays: dict[Symbol, Array] = {}
    for entry in given:
        name, equals, text = entry.partition("=")
        symbol = by_name.get(name.strip().replace("_", ""))
        if not equals:
            raise GivenError(f"--set {entry}: expected NAME=VALUE")
        if symbol is None:
            raise GivenError(f"--set {name.strip()}: the function has no such symbol; it has {', '.join(by_name)}")
        arrays[symbol] = _array(name.strip(), text.strip())
    for symbol, array in arrays.items():
        if array.shape[0] == 1 and symbol.shape.is_column and array.shape[1] > 1:
            arrays[symbol] = array = array.T
        for dim, size in zip(symbol.shape, array.shape, strict=True):
            if isinstance(dim, str) and dims.setdefault(dim, size) != size:
                raise GivenError(
                    f"--set {symbol.name}: what is given is {array.shape[0]}×{array.shape[1]}, and {symbol.name} is "
                    f"{symbol.shape}: {dim} would be {size}, and it is {dims[dim]} already{_if_not_square(symbol)}"
                )
    return dims, {s.name: _fitted(s, array, dims) for s, array in arrays.items()}


def _if_not_square(symbol: Symbol) -> str:
    """What to try where a matrix was perhaps taken for a square one."""
    rows, columns = symbol.shape
    return f'; if it is not square, say so: --declare "{symbol.name} in R^(m,n)"' if rows == columns else ""


def _array(name: str, text: str) -> Array:
    try:
        if text.startswith("@"):
            return read_csv(text[1:])[0]
        rows = [row for row in text.strip("[]").replace("\n", ";").split(";") if row.strip()]
        return parse_csv("\n".join(" ".join(row.replace(",", " ").split()) for row in rows))[0]
    except DataError as error:
        raise GivenError(f"--set {name}: {error}") from error


def _fitted(symbol: Symbol, array: Array, dims: dict[str, int]) -> Value:
    sizes = [dim if isinstance(dim, int) else dims.get(dim, 0) if isinstance(dim, str) else 0 for dim in symbol.shape]
    if all(sizes):
        try:
            array = fitted(array, sizes[0], sizes[1], symbol.name)
        except DataError as error:
            raise GivenError(f"--set {symbol.name}: {error}") from error
    if symbol.shape == SCALAR:
        return float(array[0, 0])
    return np.asarray(array[:, 0].copy() if symbol.shape.is_column else array)
