"""What Python's operators do to arrays of one and two axes, worked out on the tree.

There ``x @ A @ x`` is a number, ``x @ A`` has one axis as ``A' x`` has, and a sum spreads what has fewer axes over the
others: a number over every entry, a vector over every row of a matrix.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from fractions import Fraction

from gradviz.algebra.shapes import Shape
from gradviz.language.kinds import conventional_kind
from gradviz.language.names import canonical_name
from gradviz.language.syntax import SPREAD, Syntax

__all__ = ["Axes", "shape_of_axes", "with_sizes"]

_SIZE = re.compile(r"\blen\(\s*(?P<a>\w+)\s*\)|\b(?P<b>\w+)\.shape\[(?P<axis>[01]|-1)\]|\b(?P<c>\w+)\.size\b(?!\()")
_EYE = re.compile(
    r"\b(?:np|numpy|jnp|torch)\.(?:eye|identity)\(\s*"
    r"(?:len\(\s*\w+\s*\)|\w+\.(?:shape\[(?:[01]|-1)\]|size))\s*\)"
)

_SCALARS = frozenset(
    {"tr", "det", "logdet", "sum", "norm", "logsumexp", "mean", "var", "std", "mse_loss", "numel", "nrow", "ncol"}
)
_MATRICES = frozenset({"inv", "matrix_power", "kron", "outer", "eye"})
_FOLDS = frozenset({"sum", "mean", "logsumexp"})
_BOTH = frozenset({"max", "min"})  # of one array a number, of two entry by entry


def shape_of_axes(shape: Shape) -> int:
    """How many axes Python's array of a shape has."""
    return 0 if shape.is_scalar else 1 if shape.is_column else 2


def with_sizes(text: str, shapes: Mapping[str, Shape]) -> str:
    """The text with ``len(y)`` and ``X.shape[1]`` of declared arrays as their sizes, and ``eye(len(y))`` as ``I``.

    Every character keeps its place: what is left over is blank.
    """

    def size(found: re.Match[str]) -> str:
        name = canonical_name(found["a"] or found["b"] or found["c"])
        shape = shapes.get(name)
        if shape is None or (found["c"] and not shape.is_column):
            return found.group()
        said = str(shape.cols if found["axis"] in ("1", "-1") and not shape.is_column else shape.rows)
        return said.ljust(len(found.group())) if len(said) <= len(found.group()) else found.group()

    text = _EYE.sub(lambda found: "I".ljust(len(found.group())), text)
    return _SIZE.sub(size, text)


class Axes:
    """The axes of the parts of a tree, and the tree with Python's products and sums as those of matrices.

    Parameters
    ----------
    known : names, declared or defined -> the axes of their arrays; of other names the convention decides.
    numbers : names of sizes.
    """

    def __init__(self, known: Mapping[str, int], numbers: Collection[str]) -> None:
        self.known = known
        self.numbers = numbers

    def of(self, tree: Syntax) -> int:
        """How many axes a part has, 0 to 2."""
        match tree.kind:
            case "name":
                return self._of_name(tree.text)
            case "sum" | "entrywise" | "kron":
                return max(map(self.of, tree.parts), default=0)
            case "power" | "entrywise power" | "transpose" | "indexed sum":
                return self.of(tree.parts[0])
            case "product":
                chain = [axes for axes in map(self.of, tree.parts) if axes]
                return max(sum(chain) - 2 * (len(chain) - 1), 0) if chain else 0
            case "call":
                return self._of_call(tree)
            case "ones":
                return 1
            case "matrix":
                return 2
        return 0

    def _of_name(self, name: str) -> int:
        if name in self.known:
            return self.known[name]
        if name in self.numbers or name == "pi":
            return 0
        if name == "I" or name.startswith("I_"):
            return 2
        return {"matrix": 2, "vector": 1}.get(conventional_kind(name), 0)

    def _of_call(self, tree: Syntax) -> int:
        axes = [self.of(part) for part in tree.parts]
        if tree.text in _FOLDS and len(axes) == 2:
            return max(axes[0] - 1, 0)
        if tree.text in _SCALARS or (tree.text in _BOTH and len(axes) == 1):
            return 0
        if tree.text in _MATRICES:
            return 2
        if tree.text == "diag":
            return 3 - axes[0] if axes[0] else 0
        if tree.text == "solve":
            return axes[-1]
        if tree.text == "vec":
            return 1
        if tree.text in ("ones", "zeros"):
            return min(len(axes), 2)
        if tree.text == "dot":
            return max(sum(axes) - 2, 0) if all(axes) else max(axes)
        return max(axes, default=0)

    def read(self, tree: Syntax) -> Syntax:
        """The tree with every product by ``@`` and every sum that spreads written out."""
        if tree.parts:
            tree = replace(tree, parts=tuple(map(self.read, tree.parts)))
        if tree.kind == "product" and "·" in tree.signs:
            return self._product(tree)
        if tree.kind == "sum":
            return self._sum(tree)
        if tree.kind == "entrywise":
            return self._in_rows(tree)
        if tree.kind == "call" and tree.text in _FOLDS and len(tree.parts) == 2:
            return self._folded(tree)
        return tree

    def _folded(self, tree: Syntax) -> Syntax:
        """``X.sum(axis=0)`` has one axis, the sums of the columns; of a vector it is the sum of the entries."""
        argument, place = tree.parts
        if self.of(argument) < 2:
            return replace(tree, parts=(argument,))
        axis = -place.parts[0].number if place.kind == "sum" else place.number
        if axis not in (0, 1, -1):
            return tree
        way = replace(place, kind="number", parts=(), signs=(), number=Fraction(1 if axis == 0 else 2))
        folded = replace(tree, parts=(argument, way))
        return _transposed(folded) if axis == 0 else folded

    def _product(self, tree: Syntax) -> Syntax:
        """``x @ A @ y`` as ``x' A y`` and ``x @ A`` as ``A' x``."""
        arrays = [i for i, part in enumerate(tree.parts) if self.of(part)]
        if len(arrays) < 2 or any(tree.signs[i] != "·" for i in arrays[1:]):
            return tree
        parts = list(tree.parts)
        for i in arrays:
            if parts[i].kind == "transpose" and self.of(parts[i]) == 1:
                parts[i] = parts[i].parts[0]  # of one axis the transpose is the array itself
        first, last = parts[arrays[0]], parts[arrays[-1]]
        if self.of(first) != 1:
            return replace(tree, parts=tuple(parts))
        if self.of(last) == 1:
            if len(arrays) > 2 or first.kind == "name":  # <u, v> of two brackets is an inner product as it stands
                parts[arrays[0]] = _transposed(first)
            return replace(tree, parts=tuple(parts))
        turned = [first, *(_transposed(parts[i]) for i in arrays[1:])][::-1]
        for i, part in zip(arrays, turned, strict=True):
            parts[i] = part
        return replace(tree, parts=tuple(parts))

    def _sum(self, tree: Syntax) -> Syntax:
        """A scalar is added to every entry, a vector to every row."""
        axes = [self.of(part) for part in tree.parts]
        tree = self._in_rows(tree)
        numbers = [p for p, a in zip(tree.parts, axes, strict=True) if a == 0]
        spread = any(axes) and numbers and all(map(self._is_number, numbers))
        return replace(tree, text=SPREAD) if spread else tree

    def _in_rows(self, tree: Syntax) -> Syntax:
        """The tree with a vector beside a matrix in every row."""
        axes = [self.of(part) for part in tree.parts]
        if max(axes, default=0) < 2 or 1 not in axes:
            return tree
        rows = [_in_every_row(p) if a == 1 else p for p, a in zip(tree.parts, axes, strict=True)]
        return replace(tree, parts=tuple(rows))

    def _is_number(self, tree: Syntax) -> bool:
        """Whether a part without axes is a number for certain: the mu of ``x - mu`` is one only where that is said."""
        if tree.kind == "name":
            return tree.text in self.known or tree.text == "pi"
        known = tree.kind in ("number", "dimension", "index") or (tree.kind == "call" and tree.text in _SCALARS)
        return known or (bool(tree.parts) and all(map(self._is_number, tree.parts)))


def _transposed(tree: Syntax) -> Syntax:
    if tree.kind == "transpose":
        return tree.parts[0]
    return Syntax("transpose", (tree,), tree.start, tree.end, depth=tree.depth + 1)


def _in_every_row(tree: Syntax) -> Syntax:
    """``1 b'``: the vector b in every row."""
    ones = Syntax("ones", (), tree.start, tree.end)
    row = _transposed(tree)
    return Syntax("product", (ones, row), tree.start, tree.end, signs=("", "·"), bracketed=True, depth=row.depth + 1)
