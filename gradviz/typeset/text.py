"""Expressions as plain text, in the language that users type: ``2 X' (X w - y)``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.typeset.notation import Notation
from gradviz.typeset.structure import Level, Piece

__all__ = ["text"]

# Written directly before a bracket these names would be read as a function.
_CALLABLE = frozenset({"f", "g", "h", "F", "G", "L", "J", "Loss", "phi", "psi", "sigma"})
_PLAIN_EXPONENT = re.compile(r"-?\d+|[A-SU-Za-z]\w*")


def text(expr: Expr) -> str:
    """The expression as a user would type it; reading it again gives an equal expression.

    What the language has no words for (``e_i``, ``K_mn``, differentials) is written in the same style.
    """
    return TextNotation().write(expr)


class TextNotation(Notation):
    """ASCII notation."""

    hadamard_sign = " .* "
    hadamard_slash = " ./ "
    kronecker_sign = " ⊗ "

    def bracket(self, source: str) -> str:
        return f"({source})"

    def symbol(self, name: str) -> str:
        return name

    def superscript(self, base: str, exponent: str) -> str:
        return f"{base}^{self._exponent(exponent)}"

    def entrywise_superscript(self, base: str, exponent: str) -> str:
        return f"{base}.^{self._exponent(exponent)}"

    def _exponent(self, exponent: str) -> str:
        return exponent if _PLAIN_EXPONENT.fullmatch(exponent) else f"({exponent})"

    def scientific(self, mantissa: str, ten: int) -> Piece:
        return Piece(f"{mantissa}e{ten}", Level.ATOM)

    def subscript(self, base: str, index: str) -> str:
        return f"{base}_{index.replace(',', '')}"

    def fraction(self, numerator: Piece, denominator: Piece) -> Piece:
        return Piece(f"{self.at(numerator, Level.PRODUCT)}/{self.at(denominator, Level.POSTFIX)}", Level.PRODUCT)

    def call(self, head: str, *arguments: str) -> str:
        return f"{head}({', '.join(arguments)})"

    def operator(self, name: str) -> str:
        return name

    def function(self, name: str) -> str:
        return name

    def indexed_sum(self, index: str, upper: str, body: str) -> str:
        return f"sum_{{{index}=1}}^{{{upper}}} {body}"

    def join(self, sources: Sequence[str]) -> str:
        out = sources[0]
        for before, source in pairwise(sources):
            swallowed = before in _CALLABLE and source.startswith("(")
            out += (" * " if swallowed or source[0].isdigit() else " ") + source
        return out

    def transposed(self, base: str) -> str:
        return base + "'"

    def inverse_transposed(self, base: str) -> str:
        return base + "^-T"

    def power_transposed(self, base: str, exponent: str) -> str:
        return f"({base}^{exponent})'"

    def write_Transpose(self, node: n.Transpose, parts: list[Piece]) -> Piece:
        if isinstance(node.children[0], n.Transpose):
            return Piece(self.transposed(parts[0].source), Level.POSTFIX)
        return super().write_Transpose(node, parts)

    def write_Inverse(self, node: n.Inverse, parts: list[Piece]) -> Piece:
        if isinstance(node.children[0], n.Transpose):  # A^-T is read as (A^-1)'
            return Piece(f"({parts[0].source})^-1", Level.POSTFIX, inner=parts[0])
        return super().write_Inverse(node, parts)

    def write_Power(self, node: n.Power, parts: list[Piece]) -> Piece:
        return Piece(
            self.superscript(self._power_base(node.children[0], parts[0]), self.exponent(node.children[1], parts[1])),
            Level.POSTFIX,
        )

    def write_Kronecker(self, node: n.Kronecker, parts: list[Piece]) -> Piece:
        return Piece(self.call("kron", *(self.whole(p) for p in parts)), Level.ATOM)

    def write_Identity(self, node: n.Identity, parts: list[Piece]) -> Piece:
        size = node.shape.rows
        return Piece("I" if isinstance(size, DimProduct) else f"I_{size}", Level.ATOM)

    def dim(self, dim: Dim) -> str:
        if isinstance(dim, DimProduct):
            return self.join(([str(dim.coefficient)] if dim.coefficient != 1 else []) + list(dim.names))
        return str(dim)

    def constant(self, name: str) -> str:
        return name

    def zero(self, rows: Dim, cols: Dim) -> str:
        return self._sized("zeros", rows, cols)

    def ones(self, rows: Dim, cols: Dim) -> str:
        return self._sized("ones", rows, cols)

    def _sized(self, name: str, rows: Dim, cols: Dim) -> str:
        return self.call(name, self.dim(rows), *([] if cols == 1 else [self.dim(cols)]))

    def unvec(self, stacked: str, rows: Dim, cols: Dim) -> str:
        return self.call("unvec", stacked, self.dim(rows), self.dim(cols))

    def angle(self, left: str, right: str) -> str:
        return f"<{left}, {right}>"

    def entry(self, node: Expr, base: str, index: str) -> str:
        return f"{base}[{index}]"

    def norm(self, source: str, kind: str, argument: Expr) -> str:
        usual = "2" if argument.shape.cols == 1 or argument.shape.rows == 1 else ""
        if "||" in source:  # an inner || would close the outer one
            return self.call("norm", source) if kind == usual else self.call("norm", source, kind)
        return f"||{source}||" + ("" if kind == usual else f"_{kind}")

    def matrix(self, rows: list[list[str]]) -> str:
        return "[" + "; ".join(", ".join(row) for row in rows) + "]"

    def differential(self, source: str) -> str:
        return "d" + source
