"""Putting data into a binding: fitted to the symbol, or the sizes fitted to the data. No Qt here."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.gui.plot.names import plain_name
from gradviz.gui.plot.values import check_properties
from gradviz.numeric.binding import Array, Binding, Value, default_binding
from gradviz.numeric.data import DataError, fitted
from gradviz.sentences import counted, joined, say

__all__ = ["data_pairs", "own_values", "resized", "with_array"]


def resized(
    binding: Binding,
    symbols: Sequence[Symbol],
    variables: Sequence[Symbol],
    dims: Mapping[str, int],
    seed: int = 0,
    given: Mapping[str, Array] | None = None,
) -> tuple[Binding, list[str]]:
    """The binding with other sizes, and the names of the symbols that were drawn again to fit; responses to what is
    given are drawn from that.
    """
    sizes = {**binding.dims, **dims}
    fresh = default_binding(symbols, seed, sizes, variables, labels=binding.labels, given=given)
    values, drawn = dict(binding.values), []
    for symbol in symbols:
        before = np.asarray(binding.values.get(symbol.name, np.nan))
        if before.shape != np.asarray(fresh.values[symbol.name]).shape:
            values[symbol.name] = fresh.values[symbol.name]
            drawn.append(symbol.name)
    return replace(fresh, values=values), drawn


def own_values(
    binding: Binding, symbols: Sequence[Symbol], variables: Sequence[Symbol], drawn: Mapping[str, Value]
) -> set[str]:
    """The constants whose numbers somebody gave: neither those of a new function nor the `drawn` ones."""
    fresh = default_binding(symbols, 0, binding.dims, variables, labels=binding.labels).values
    return {
        s.name
        for s in symbols
        if s not in variables
        and not any(np.array_equal(binding.values[s.name], known.get(s.name, np.nan)) for known in (fresh, drawn))
    }


def with_array(
    binding: Binding,
    symbols: Sequence[Symbol],
    variables: Sequence[Symbol],
    symbol: Symbol,
    data: Array,
    own: Collection[str] = (),
) -> tuple[Binding, str]:
    """The binding with data as the value of a symbol, and a sentence about what else had to change ("" for nothing).

    Named dimensions take the data's sizes, and the other symbols of such a dimension are drawn again; `own` names those
    whose values somebody gave, which are kept.

    Raises
    ------
    DataError
        When the sizes cannot match; BadValueError when the data is not what was declared of the symbol.
    """
    name = plain_name(symbol.name)
    rows, cols = (binding.size(d) for d in symbol.shape)
    note = ""
    try:
        array = fitted(data, rows, cols, name)
    except DataError as error:
        if symbol.shape.is_column and data.shape[0] == 1:
            data = data.T
        dims = _sizes_for(symbol, data, binding, error)
        given = {symbol.name: data} if symbol.shape.is_matrix else None
        binding, drawn = resized(binding, symbols, variables, dims, given=given)
        if kept := [plain_name(n) for n in drawn if n in own and n != symbol.name]:
            raise DataError(joined([str(error), _kept(kept)], " ")) from None
        array = data
        note = _told(dims, [n for n in drawn if n != symbol.name])
    check_properties(symbol, array)
    value = float(array[0, 0]) if symbol.shape == SCALAR else array[:, 0] if symbol.shape.is_column else array
    return binding.with_value(symbol.name, value if isinstance(value, float) else value.copy()), note


def data_pairs(symbols: Sequence[Symbol]) -> list[tuple[Symbol, Symbol]]:
    """Matrices and the columns of as many rows: what may be inputs and responses."""
    matrices = [s for s in symbols if s.shape.is_matrix and s.shape.rows != s.shape.cols]
    columns = [s for s in symbols if s.shape.is_column]
    return [(X, y) for X in matrices for y in columns if X.shape.rows == y.shape.rows]


def _sizes_for(symbol: Symbol, data: Array, binding: Binding, error: DataError) -> dict[str, int]:
    """Sizes of the named dimensions with which the data is the symbol's value; `error` where there are none."""
    dims: dict[str, int] = {}
    for dim, size in zip(symbol.shape, data.shape, strict=True):
        if isinstance(dim, str):
            if dims.setdefault(dim, size) != size:
                raise DataError(
                    joined([str(error), say("It must be square: both its sizes are {size}.", size=dim)], " ")
                )
        elif binding.size(dim) != size:
            hint = [] if symbol.shape == SCALAR else [say("Its size is declared in the text; change it there.")]
            if symbol.shape.is_column and data.shape[1] > 1:
                hint = [say("A vector takes one column of numbers.")]
            raise DataError(joined([str(error), *hint], " "))
    return dims


def _kept(names: Sequence[str]) -> str:
    return counted(
        "{names} holds values of your own and would not fit; “New random values” gives them up.",
        "{names} hold values of your own and would not fit; “New random values” gives them up.",
        len(names),
        names=", ".join(names),
    )


def _told(dims: Mapping[str, int], drawn: Sequence[str]) -> str:
    sizes = ", ".join(f"{name} = {size}" for name, size in dims.items())
    if not drawn:
        return say("The sizes are now {sizes}.", sizes=sizes)
    names = ", ".join(plain_name(n) for n in drawn)
    return counted(
        "The sizes are now {sizes}; {names} was drawn again to fit.",
        "The sizes are now {sizes}; {names} were drawn again to fit.",
        len(drawn),
        sizes=sizes,
        names=names,
    )
