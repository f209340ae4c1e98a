"""The reference table: problems with their answers as NumPy formulas, written down by hand from the books named in it.

A row holds the text, declarations, variables, what is asked for, the function and the answer as formulas over arrays
(vectors of shape (n,), matrices two-dimensional; ``s`` is the logistic function, ``K(m, n)`` the commutation matrix,
``lam`` is λ), whether the text needs no declarations (`bare`), and where a textbook's form is expected, that form.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from gradviz.algebra.nodes import Expr, Symbol
from tests import oracle

Row = dict[str, Any]
TABLE: list[Row] = json.loads((Path(__file__).parent / "data" / "reference.json").read_text(encoding="utf-8"))
DIMS = ({"n": 4, "m": 3, "p": 5, "q": 2}, {"n": 3, "m": 5, "p": 2, "q": 4})


def rows(*, ids: bool = False, **wanted: Any) -> list[Any]:
    """The rows, or their names, whose fields have the wanted values."""
    found = [row for row in TABLE if all(row.get(k) == v for k, v in wanted.items())]
    return [row["id"] for row in found] if ids else found


def commutation(m: int, n: int) -> np.ndarray:
    return np.array([e.reshape(m, n, order="F").T.ravel(order="F") for e in np.eye(m * n)]).T


def formula(source: str, values: Mapping[Expr, np.ndarray], dims: Mapping[str, int]) -> np.ndarray:
    """The value of a formula as a two-dimensional array, columns for vectors."""
    names: dict[str, Any] = {"np": np, "s": lambda z: 1 / (1 + np.exp(-z)), "K": commutation, **dims}
    for symbol, value in values.items():
        assert isinstance(symbol, Symbol)
        plain = float(value[0, 0]) if symbol.is_scalar else value[:, 0] if symbol.shape.cols == 1 else value
        names["lam" if symbol.name == "lambda" else symbol.name] = plain
    result = np.asarray(eval(source, names), dtype=float)  # the table is ours
    return result.reshape(-1, 1) if result.ndim < 2 else result


def values_for(symbols: list[Symbol], dims: Mapping[str, int], seed: int) -> dict[Expr, np.ndarray]:
    rng = np.random.default_rng(seed)
    return {symbol: oracle.sample(symbol, dims, rng) for symbol in symbols}
