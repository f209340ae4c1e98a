"""Where expressions have values: what the checks need of an evaluator, so that they need not know the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from numpy.typing import NDArray

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.shapes import Dim

__all__ = ["World"]

Array = NDArray[Any]


class World(Protocol):
    """What evaluates at random instances."""

    dims: Mapping[str, int]
    values: Mapping[Symbol, Array]
    directions: Mapping[Symbol, Array]
    members: Mapping[str, int | Array]

    def __call__(self, expr: Expr) -> Array: ...

    def size(self, dim: Dim) -> int: ...

    def like(
        self,
        *,
        values: Mapping[Symbol, Array] | None = None,
        directions: Mapping[Symbol, Array] | None = None,
        members: Mapping[str, int | Array] | None = None,
        derivatives: Mapping[Expr, Array] | None = None,
    ) -> World: ...
