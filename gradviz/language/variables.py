"""By what a function is most likely meant to be differentiated, where nobody says."""

from __future__ import annotations

from collections.abc import Sequence

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import SCALAR, Shape

__all__ = ["customary_variables"]

_CUSTOMARY_VECTORS = ("w", "beta", "theta", "x", "b", "z", "u", "v", "s", "mu")
_CUSTOMARY_MATRICES = ("W", "X", "Theta", "W1", "A")
_CUSTOMARY_SCALARS = ("x", "y", "z", "u", "v", "t")
_CUSTOMARY_PAIRS = (("r", "t"), ("s", "t"))
"""Of a map of the plane, as ``[r cos(t); r sin(t)]``; elsewhere r and s beside t are constants."""


def customary_variables(symbols: Sequence[Symbol], shape: Shape | None = None) -> tuple[Symbol, ...]:
    """The customary unknown of a text: its vector (w before x), else its matrix, else all its customary scalars
    together. `shape` is that of the function's value.
    """
    by_name = {s.name: s for s in symbols}
    if shape is not None and (shape.rows, shape.cols) == (2, 1) and len(by_name) == 2:
        for pair in _CUSTOMARY_PAIRS:
            if all(name in by_name and by_name[name].shape == SCALAR for name in pair):
                return tuple(by_name[name] for name in pair)
    vectors = [s for s in symbols if s.shape.is_column]
    matrices = [s for s in symbols if s.shape.is_matrix]
    for names, pool in ((_CUSTOMARY_VECTORS, vectors), (_CUSTOMARY_MATRICES, matrices)):
        for name in names:
            if by_name.get(name) in pool:
                return (by_name[name],)
    if vectors or matrices:
        return ((vectors or matrices)[0],)
    usual = [s for s in symbols if s.name in _CUSTOMARY_SCALARS]
    families = [s for s in symbols if _letters(s) in _CUSTOMARY_SCALARS]
    return tuple(sorted(usual or families, key=_place)) or tuple(symbols)


def _letters(symbol: Symbol) -> str:
    return symbol.name.rstrip("0123456789").rstrip("_")


def _place(symbol: Symbol) -> tuple[int, int]:
    """x before y, and x1 before x2, wherever they stand in the text: so people arrange the entries of a gradient."""
    return _CUSTOMARY_SCALARS.index(_letters(symbol)), int(symbol.name[len(_letters(symbol)) :].strip("_") or 0)
