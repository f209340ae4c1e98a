"""Expressions as plain JSON data: the DAG as a list of nodes, each naming its children by position."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from gradviz.algebra import nodes
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import Dim, DimProduct, Shape, ShapeError
from gradviz.algebra.walk import postorder

__all__ = ["from_data", "to_data"]

_CLASSES: dict[str, type[Expr]] = {
    c.__name__: c for c in vars(nodes).values() if isinstance(c, type) and issubclass(c, Expr) and c is not Expr
}


def to_data(*roots: Expr) -> dict[str, Any]:
    """``{"nodes": [[class, [children], [data]], ...], "roots": [positions]}``; shared parts are written once."""
    position: dict[Expr, int] = {}
    rows: list[list[Any]] = []
    for root in roots:
        for node in postorder(root):
            if node not in position:
                position[node] = len(rows)
                rows.append([type(node).__name__, [position[c] for c in node.children], [_out(d) for d in node.data]])
    return {"nodes": rows, "roots": [position[r] for r in roots]}


def from_data(data: dict[str, Any]) -> list[Expr]:
    """The roots again.

    Raises
    ------
    ValueError
        For anything that `to_data` cannot have written.
    """
    built: list[Expr] = []
    try:
        for name, children, fields in data["nodes"]:
            if any(not 0 <= c < len(built) for c in children):
                raise ValueError("a node names a child that does not precede it")
            built.append(_CLASSES[name](*[built[c] for c in children], *[_in(d) for d in fields]))
        return [built[r] for r in data["roots"]]
    except (KeyError, TypeError, IndexError, ShapeError, AttributeError) as error:
        raise ValueError(f"not an expression: {error}") from error


def _out(value: Any) -> Any:
    match value:
        case Fraction():
            return {"fraction": [str(value.numerator), str(value.denominator)]}
        case DimProduct():
            return {"dim": [value.coefficient, list(value.names)]}
        case Shape():
            return {"shape": [_out(value.rows), _out(value.cols)]}
        case frozenset():
            return {"set": sorted(value)}
    return value


def _in(value: Any) -> Any:
    if isinstance(value, dict):
        (tag, body), *_ = value.items()
        match tag:
            case "fraction":
                return Fraction(int(body[0]), int(body[1]))
            case "dim":
                return DimProduct(int(body[0]), tuple(map(str, body[1])))
            case "shape":
                return Shape(_dim(_in(body[0])), _dim(_in(body[1])))
            case "set":
                return frozenset(map(str, body))
        raise ValueError(f"unknown tag {tag!r}")
    return value


def _dim(value: Any) -> Dim:
    if not isinstance(value, int | str | DimProduct):
        raise ValueError(f"not a dimension: {value!r}")
    return value
