"""The base of all expressions: immutable, hash-consed, typed.

Building the same tree twice gives the same object, so equality is identity, a shared part is stored once and a deep
network is a DAG that costs what a DAG costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Self
from weakref import WeakValueDictionary

from gradviz.algebra.shapes import SCALAR, Shape, ShapeError

__all__ = ["Expr", "require_same", "require_square"]

# The one table behind hash-consing. It is a cache, not state: entries vanish with the last use of their node.
_interned: WeakValueDictionary[tuple[Any, ...], Expr] = WeakValueDictionary()


class Expr:
    """A node: its `children` (expressions), its `data` (everything else that tells it apart) and its `shape`."""

    __slots__ = ("__weakref__", "children", "data", "has_differential", "is_scalar", "shape")

    IS_DIFFERENTIAL: ClassVar[bool] = False
    children: tuple[Expr, ...]
    data: tuple[Any, ...]
    shape: Shape
    has_differential: bool
    """Whether a differential `d(...)` occurs anywhere inside."""
    is_scalar: bool
    """Whether the shape is 1x1."""

    @classmethod
    def _make(cls, children: tuple[Expr, ...], data: tuple[Any, ...], shape: Shape) -> Self:
        key = (cls, children, data)
        found = _interned.get(key)
        if found is not None:
            return found  # type: ignore[return-value]
        node = object.__new__(cls)
        put = object.__setattr__
        put(node, "children", children)
        put(node, "data", data)
        put(node, "shape", shape)
        put(node, "is_scalar", shape == SCALAR)
        put(node, "has_differential", cls.IS_DIFFERENTIAL or any(c.has_differential for c in children))
        _interned[key] = node
        return node

    def with_children(self, children: Sequence[Expr]) -> Expr:
        """The same kind of node over other children (shapes are checked again)."""
        if len(children) == len(self.children) and all(a is b for a, b in zip(children, self.children, strict=True)):
            return self
        return type(self)(*children, *self.data)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __repr__(self) -> str:
        return self._shown(4)

    def _shown(self, depth: int) -> str:
        """The node and `depth` levels below it; what is deeper or wider is left out."""
        if depth == 0 and self.children:
            return f"{type(self).__name__}(…)"
        parts = [c._shown(depth - 1) for c in self.children[:8]] + [str(d) for d in self.data]
        return f"{type(self).__name__}({', '.join(parts)})"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as a list of nodes, so that depth is no matter; read back, equal trees are one object again."""
        return _from_rows, (_rows(self),)


_Row = tuple[type[Expr], tuple[int, ...], tuple[Any, ...]]


def _rows(root: Expr) -> list[_Row]:
    """Every distinct node once, children first: its class, the places of its children, its data."""
    places: dict[Expr, int] = {}
    rows: list[_Row] = []
    stack = [root]
    while stack:
        node = stack[-1]
        missing = [c for c in node.children if c not in places]
        if missing:
            stack.extend(missing)
            continue
        stack.pop()
        if node not in places:
            places[node] = len(rows)
            rows.append((type(node), tuple(places[c] for c in node.children), node.data))
    return rows


def _from_rows(rows: list[_Row]) -> Expr:
    built: list[Expr] = []
    for cls, children, data in rows:
        built.append(cls(*[built[i] for i in children], *data))
    return built[-1]


def require_square(argument: Expr, what: str) -> None:
    """Raise a `ShapeError` unless a matrix is square."""
    if argument.shape.rows != argument.shape.cols:
        raise ShapeError(f"{what} needs a square matrix, not {argument.shape}")


def require_same(left: Expr, right: Expr, what: str) -> None:
    """Raise a `ShapeError` unless two shapes are equal."""
    if left.shape != right.shape:
        raise ShapeError(f"{what} needs equal shapes, not {left.shape} and {right.shape}")
