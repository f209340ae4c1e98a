"""An answer as it stands in a program, ``X.T @ (X @ w - y)``, in the language of the problem. No Qt here.

The text is read by Python's own grammar and never run. Products, quotients and sums mean what they mean to NumPy and
PyTorch: ``*`` works entry by entry, ``@`` multiplies, a vector has one axis and is neither a row nor a column.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gradviz.algebra.nodes import Symbol
from gradviz.algebra.shapes import Dim, dim_text
from gradviz.language.names import FUNCTION_NAMES, MATRIX_FUNCTIONS, canonical_name

__all__ = ["from_arrays"]

_MARKS = re.compile(r"@|\.T\b|\.(?:dot|sum|mean|transpose|matmul|shape|size|outer)\b|\b(?:np|numpy|jnp|torch)\.")
"""What no formula on paper has."""
_MODULES = re.compile(r"\b(?:np|numpy|jnp|torch|scipy|special|linalg|nn|functional|F)\.(?=[A-Za-z])")
_SPELLINGS = {
    "sigmoid": "sigma", "expit": "sigma", "absolute": "abs", "matrix_norm": "norm", "vector_norm": "norm",
}  # fmt: skip
_SQUARE = ("inv", "det", "trace", "logdet")
_LONGEST = 4000


class _UnreadError(Exception):
    """This is no formula of arrays, or one that is not known here."""


@dataclass(frozen=True, slots=True)
class _Array:
    """A text in the problem's language, and what NumPy would hold: the sizes along its axes."""

    text: str
    sizes: tuple[Dim, ...] = ()

    @property
    def axes(self) -> int:
        return len(self.sizes)


def from_arrays(text: str, known: Mapping[str, Symbol]) -> str | None:
    """The text in the language of the problem; None for one that is no program's, or not understood.

    Parameters
    ----------
    text : an expression; assignments may stand above it.
    known : the problem's names. A column is an array with one axis.
    """
    if not _MARKS.search(text) or len(text) > _LONGEST:
        return None
    source = re.sub(r"\blambda\b", "lambda_", _MODULES.sub("", text.strip()).replace("^", "**"))
    try:
        tree = ast.parse(source)
        return _Reader(known).read(tree)
    except (_UnreadError, SyntaxError, ValueError, RecursionError, MemoryError):
        return None


class _Reader:
    """Writes what it reads; every part in brackets, so that no rule of precedence matters."""

    def __init__(self, known: Mapping[str, Symbol]) -> None:
        self.names = {canonical_name(name): _named(name, symbol) for name, symbol in known.items()}

    def read(self, tree: ast.Module) -> str:
        *above, last = tree.body
        for statement in above:
            match statement:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    self.names[canonical_name(name)] = self.value(value)
                case _:
                    raise _UnreadError
        match last:
            case ast.Expr(value=value) | ast.Assign(value=value) | ast.Return(value=ast.expr() as value):
                return self.value(value).text
        raise _UnreadError

    def value(self, node: ast.AST) -> _Array:
        match node:
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                return _Array(repr(number))
            case ast.Name(id=name):
                return self._name(name)
            case ast.UnaryOp(op=ast.USub(), operand=part):
                value = self.value(part)
                return _Array(f"(-{value.text})", value.sizes)
            case ast.UnaryOp(op=ast.UAdd(), operand=part):
                return self.value(part)
            case ast.BinOp(left=left, op=op, right=right):
                return _combined(op, self.value(left), self.value(right), right)
            case ast.Attribute(value=part, attr="T" | "mT"):
                return _transposed(self.value(part))
            case ast.Attribute(value=part, attr="size") if self.value(part).axes == 1:
                return _Array(dim_text(self.value(part).sizes[0]))
            case ast.Subscript(value=ast.Attribute(value=part, attr="shape"), slice=ast.Constant(value=int() as axis)):
                return _Array(dim_text(_axis(self.value(part), axis)))
            case ast.Subscript(value=part, slice=ast.Tuple(elts=[first, second])):
                return _with_an_axis(self.value(part), first, second)
            case ast.Call(func=ast.Attribute(value=part, attr=name), args=arguments, keywords=[]):
                return self._called(name, [self.value(part), *map(self.value, arguments)])
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._called(name, [self.value(argument) for argument in arguments])
        raise _UnreadError

    def _name(self, name: str) -> _Array:
        canonical = canonical_name(name).rstrip("_")
        spellings = (canonical, "lambda" if canonical in ("lam", "lambd", "lmbda", "lmbd") else canonical)
        found = next((self.names[spelling] for spelling in spellings if spelling in self.names), None)
        if found is None and canonical == "pi":
            return _Array("pi")
        if found is None and any(name in array.sizes for array in self.names.values()):
            return _Array(name)
        if found is None:
            raise _UnreadError
        return found

    def _called(self, name: str, arguments: list[_Array]) -> _Array:
        name = _SPELLINGS.get(name, name)
        if name in _CALLS:
            expected, call = _CALLS[name]
            if len(arguments) != expected:
                raise _UnreadError
            return call(*arguments)
        if len(arguments) != 1:
            raise _UnreadError
        (a,) = arguments
        if name in _SQUARE and a.axes == 2:
            return _Array(f"{name}({a.text})", a.sizes if name == "inv" else ())
        if name == "norm" and a.axes:
            return _Array(f"norm({a.text})")
        if name == "softmax" and a.axes == 1:
            return _Array(f"softmax({a.text})", a.sizes)
        if name == "logsumexp" and a.axes == 1:
            return _Array(f"logsumexp({a.text})")
        if name in FUNCTION_NAMES and name not in MATRIX_FUNCTIONS:  # entry by entry
            return _Array(f"{name}({a.text})", a.sizes)
        raise _UnreadError


def _named(name: str, symbol: Symbol) -> _Array:
    sizes = symbol.shape
    return _Array(name, () if symbol.is_scalar else (sizes.rows,) if sizes.cols == 1 else (sizes.rows, sizes.cols))


def _axis(a: _Array, axis: int) -> Dim:
    if not -a.axes <= axis < a.axes:
        raise _UnreadError
    return a.sizes[axis]


def _transposed(a: _Array) -> _Array:
    return _Array(f"({a.text})'", a.sizes[::-1]) if a.axes == 2 else a


def _with_an_axis(a: _Array, first: ast.AST, second: ast.AST) -> _Array:
    """``y[:, None]`` is a column, ``y[None, :]`` a row."""
    if a.axes == 1:
        match first, second:
            case ast.Slice(lower=None, upper=None), (ast.Constant(value=None) | ast.Name(id="newaxis")):
                return _Array(a.text, (a.sizes[0], 1))
            case ((ast.Constant(value=None) | ast.Name(id="newaxis")), ast.Slice(lower=None, upper=None)):
                return _Array(f"({a.text})'", (1, a.sizes[0]))
    raise _UnreadError


def _combined(op: ast.operator, a: _Array, b: _Array, right: ast.AST) -> _Array:
    match op:
        case ast.MatMult():
            return _product(a, b)
        case ast.Pow():
            match right:
                case ast.Constant(value=int() | float()):
                    return _Array(f"({a.text}){'.^' if a.axes else '^'}({b.text})", a.sizes)
            raise _UnreadError
        case ast.Add() | ast.Sub():
            sign = "+" if isinstance(op, ast.Add) else "-"
            sizes = a.sizes or b.sizes
            return _Array(f"({_spread(a, sizes).text} {sign} {_spread(b, sizes).text})", sizes)
        case ast.Mult():
            return _times(a, b)
        case ast.Div() if not b.axes:
            return _Array(f"({a.text} / {b.text})", a.sizes)
        case ast.Div():
            return _times(a, _Array(f"(1 ./ {b.text})", b.sizes))
    raise _UnreadError


def _product(a: _Array, b: _Array) -> _Array:
    if not a.axes or not b.axes or a.sizes[-1] != b.sizes[0]:
        raise _UnreadError
    left = f"({a.text})'" if a.axes == 1 else a.text
    sizes = (*a.sizes[:-1], *b.sizes[1:])
    text = f"({left} {b.text})"
    # A row times a matrix is an array with one axis again, which stands for a column here.
    return _Array(f"{text}'" if a.axes == 1 and b.axes == 2 else text, sizes)


def _spread(a: _Array, sizes: tuple[Dim, ...]) -> _Array:
    """A number in every entry of an array of these sizes."""
    if a.sizes == sizes or not sizes:
        return a
    if a.axes:
        raise _UnreadError
    return _Array(f"{a.text} ones({', '.join(map(dim_text, sizes))})", sizes)


def _times(a: _Array, b: _Array) -> _Array:
    """Entry by entry; an axis of one is repeated, and one that is missing comes first."""
    if not a.axes or not b.axes:
        return _Array(f"({a.text} {b.text})", a.sizes or b.sizes)
    if a.sizes == b.sizes:
        return _Array(f"({a.text} .* {b.text})", a.sizes)
    for one, other in ((a, b), (b, a)):
        if other.axes == 2 and one.sizes == (other.sizes[0], 1):
            return _Array(f"(diag({one.text}) {other.text})", other.sizes)
        if other.axes == 2 and one.sizes in (other.sizes[1:], (1, other.sizes[1])):
            weights = one.text if one.axes == 1 else f"({one.text})'"
            return _Array(f"({other.text} diag({weights}))", other.sizes)
    return _outer_of(a, b)


def _outer_of(a: _Array, b: _Array) -> _Array:
    """A column times a row."""
    if a.sizes[1:] == (1,) and b.sizes[:1] == (1,):
        return _Array(f"({a.text} {b.text})", (a.sizes[0], b.sizes[1]))
    if b.sizes[1:] == (1,) and a.sizes[:1] == (1,):
        return _Array(f"({b.text} {a.text})", (b.sizes[0], a.sizes[1]))
    raise _UnreadError


def _outer(a: _Array, b: _Array) -> _Array:
    if a.axes != 1 or b.axes != 1:
        raise _UnreadError
    return _Array(f"({a.text} ({b.text})')", (*a.sizes, *b.sizes))


def _solved(a: _Array, b: _Array) -> _Array:
    if a.axes != 2 or not b.axes or a.sizes[0] != b.sizes[0]:
        raise _UnreadError
    return _Array(f"(({a.text})^-1 {b.text})", (a.sizes[1], *b.sizes[1:]))


def _sum(a: _Array) -> _Array:
    return _Array(f"sum({a.text})")


def _mean(a: _Array) -> _Array:
    sizes = " ".join(map(dim_text, a.sizes))
    return _Array(f"(sum({a.text}) / ({sizes or 1}))")


def _length(a: _Array) -> _Array:
    return _Array(dim_text(_axis(a, 0)))


def _diagonal(a: _Array) -> _Array:
    return _Array(f"diag({a.text})", a.sizes * 2 if a.axes == 1 else a.sizes[:1])


def _square(a: _Array) -> _Array:
    return _times(a, a)


def _identity(a: _Array) -> _Array:
    return _Array(f"I_{a.text}", (a.text, a.text))


def _ones(a: _Array) -> _Array:
    return _Array(f"ones({a.text})", (a.text,))


_CALLS: dict[str, tuple[int, Callable[..., _Array]]] = {
    "dot": (2, _product),
    "matmul": (2, _product),
    "mm": (2, _product),
    "mv": (2, _product),
    "inner": (2, _product),
    "vdot": (2, _product),
    "outer": (2, _outer),
    "solve": (2, _solved),
    "multiply": (2, _times),
    "transpose": (1, _transposed),
    "t": (1, _transposed),
    "sum": (1, _sum),
    "mean": (1, _mean),
    "len": (1, _length),
    "diag": (1, _diagonal),
    "square": (1, _square),
    "eye": (1, _identity),
    "identity": (1, _identity),
    "ones": (1, _ones),
}
