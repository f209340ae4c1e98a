"""Scalar expressions as SymPy expressions: a second opinion on algebra that was not written here.

SymPy is imported when it is first asked for; nothing else in the package imports it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.algebra.walk import fold

__all__ = ["to_sympy"]

_NAMES = {
    "arcsin": "asin", "arccos": "acos", "arctan": "atan", "arcsinh": "asinh", "arctanh": "atanh", "lgamma": "loggamma",
    "abs": "Abs",
}  # fmt: skip

_WRITTEN: dict[str, Callable[[Any, Any], Any]] = {
    "log2": lambda sympy, t: sympy.log(t, 2),
    "log10": lambda sympy, t: sympy.log(t, 10),
    "normcdf": lambda sympy, t: (1 + sympy.erf(t / sympy.sqrt(2))) / 2,
    "normpdf": lambda sympy, t: sympy.exp(-(t**2) / 2) / sympy.sqrt(2 * sympy.pi),
    "trigamma": lambda sympy, t: sympy.polygamma(1, t),
}
"""What SymPy has under another name or not as one function."""


def to_sympy(expr: Expr) -> Any:
    """The SymPy expression of a scalar expression in scalar symbols; symbols are real, or positive where declared so.

    Raises
    ------
    ValueError
        For anything that is not made of scalars, or has no counterpart.
    """
    import sympy

    def visit(node: Expr, parts: list[Any]) -> Any:
        match node:
            case n.Number():
                return sympy.Rational(node.value.numerator, node.value.denominator)
            case n.Constant():
                return {"pi": sympy.pi, "e": sympy.E}[node.name]
            case n.Symbol() if node.is_scalar:
                return sympy.Symbol(node.name, real=True, positive="positive" in node.properties or None)
            case n.Add():
                return sympy.Add(*parts)
            case n.Mul():
                return sympy.Mul(*parts)
            case n.Quotient():
                return parts[0] / parts[1]
            case n.Power():
                return parts[0] ** parts[1]
            case n.Apply() if node.is_scalar and node.function == "sigmoid":
                return 1 / (1 + sympy.exp(-parts[0]))
            case n.Apply() if node.is_scalar and node.function in _WRITTEN:
                return _WRITTEN[node.function](sympy, parts[0])
            case n.Apply() if node.is_scalar and hasattr(sympy, _NAMES.get(node.function, node.function)):
                return getattr(sympy, _NAMES.get(node.function, node.function))(parts[0])
        raise ValueError(f"{type(node).__name__} has no scalar counterpart in SymPy")

    return fold(expr, visit)
