"""Expressions as plain JSON data: the DAG as a list of nodes, each naming its children by position."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from gradviz.algebra import nodes
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Expr
from gradviz.algebra.properties import DECLARABLE
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


def from_data(data: object) -> list[Expr]:
    """The roots again.

    Raises
    ------
    ValueError
        For anything that `to_data` cannot have written.
    """
    built: list[Expr] = []
    try:
        assert isinstance(data, dict)
        rows, roots = data["nodes"], data["roots"]
        if len(rows) > MAX_NODES:
            raise ValueError(f"more than {MAX_NODES} nodes")
        for name, children, fields in rows:
            parts = [built[_position(c, len(built))] for c in children]
            checks = _FIELDS[name]
            if len(fields) != len(checks):
                raise ValueError(f"{name} has {len(checks)} fields, not {len(fields)}")
            built.append(_CLASSES[name](*parts, *[check(f) for check, f in zip(checks, fields, strict=True)]))
        return [built[_position(r, len(built))] for r in roots]
    except (AssertionError, KeyError, TypeError, IndexError, ShapeError, AttributeError) as error:
        raise ValueError(f"not an expression: {error}") from error


MAX_NODES = 200_000


def _position(value: object, count: int) -> int:
    if type(value) is not int or not 0 <= value < count:
        raise ValueError(f"{value!r} is not the position of an earlier node")
    return value


def _fraction(value: object) -> Fraction:
    top, bottom = _tagged(value, "fraction")
    for digits in (top, bottom):
        if not isinstance(digits, str) or len(digits) > 1000 or not digits.lstrip("-").isdigit():
            raise ValueError(f"not a whole number: {digits!r:.40}")
    if int(bottom) <= 0:
        raise ValueError("a denominator is positive")
    return Fraction(int(top), int(bottom))


def _index(value: object) -> int:
    if type(value) is not int or not 1 <= value <= 10**6:
        raise ValueError(f"not a size or an index: {value!r:.40}")
    return value


def _unit_index(value: object) -> int | str:
    return _name(value) if isinstance(value, str) else _index(value)


def _truth(value: object) -> bool:
    if type(value) is not bool:
        raise ValueError(f"neither true nor false: {value!r:.40}")
    return value


def _order(value: object) -> int:
    if type(value) is not int or not 0 <= value <= 2:
        raise ValueError(f"not an order: {value!r:.40}")
    return value


def _dim(value: object) -> Dim:
    if isinstance(value, dict):
        coefficient, names = _tagged(value, "dim")
        return DimProduct(_index(coefficient), tuple(sorted(_name(x) for x in names)))
    return _name(value) if isinstance(value, str) else _index(value)


def _name(value: object) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise ValueError(f"not a name: {value!r:.40}")
    return value


def _shape(value: object) -> Shape:
    rows, cols = _tagged(value, "shape")
    return Shape(_dim(rows), _dim(cols))


def _properties(value: object) -> frozenset[str]:
    found = frozenset(_tagged(value, "set"))
    if not found <= set(DECLARABLE):
        raise ValueError("not properties")
    return found


def _one_of(known: Iterable[str]) -> Callable[[object], str]:
    names = frozenset(known)

    def check(value: object) -> str:
        if not isinstance(value, str) or value not in names:
            raise ValueError(f"{value!r:.40} is not known here")
        return value

    return check


def _tagged(value: object, tag: str) -> list[Any]:
    if not isinstance(value, dict) or list(value) != [tag] or not isinstance(value[tag], list):
        raise ValueError(f"expected a {tag}")
    return list(value[tag])


_NAME = re.compile(r"[^\W\d_]\w{0,60}")
_Check = Callable[[object], Any]
_FIELDS: dict[str, tuple[_Check, ...]] = dict.fromkeys(_CLASSES, ()) | {
    "Number": (_fraction,),
    "Constant": (_one_of(nodes.Constant.NAMES),),
    "DimNumber": (_dim,),
    "Symbol": (_name, _shape, _properties),
    "Identity": (_dim,),
    "Zero": (_dim, _dim),
    "Ones": (_dim, _dim),
    "Unit": (_unit_index, _dim),
    "Commutation": (_dim, _dim),
    "MatrixPower": (_index,),
    "Fill": (_dim, _dim),
    "Norm": (_one_of(nodes.Norm.KINDS),),
    "Larger": (_one_of(nodes.Extreme.KINDS),),
    "Extreme": (_one_of(nodes.Extreme.KINDS),),
    "Eigenvalue": (_one_of(nodes.Extreme.KINDS),),
    "Eigenvector": (_one_of(nodes.Extreme.KINDS),),
    "ExtremeUnit": (_one_of(nodes.Extreme.KINDS),),
    "Apply": (_one_of(FUNCTIONS),),
    "FunctionChange": (_one_of(nodes.FunctionChange.NAMES),),
    "MatrixFunction": (_one_of(nodes.MatrixFunction.NAMES),),
    "Unvec": (_dim, _dim),
    "Matrix": (_index, _index),
    "Entry": (_unit_index, _unit_index),
    "Delta": (_unit_index, _unit_index),
    "NamedDerivative": (_name, _name, _dim, _dim, _truth),
    "IndexedSum": (_name, _dim),
    "Unspecified": (_name, _dim, _order),
}


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
