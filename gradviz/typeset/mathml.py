"""Expressions as presentation MathML, as word processors take it from the clipboard and browsers draw it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from html import escape

from gradviz.algebra import nodes as n
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Expr, Index, Symbol
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.typeset.greek import LETTERS
from gradviz.typeset.notation import Notation
from gradviz.typeset.structure import Level, Piece, has_star, split_accent, split_name

__all__ = ["MathmlNotation", "mathml", "mathml_symbol", "row", "tokens"]

_TIMES = "<mo>\u2062</mo>"
"""The invisible sign of a product; it is read aloud and tells a screen reader more than nothing."""
_APPLIED = "<mo>\u2061</mo>"
"""The invisible sign between a function and its argument."""
_TRANSPOSE = "<mo>⊤</mo>"
_MINUS = "<mo>−</mo>"
_SECOND = {"epsilon": "ϵ", "varepsilon": "ε", "phi": "ϕ", "varphi": "φ"}
_GREEK = {name: letter for letter, name in LETTERS.items()} | _SECOND
_ACCENTS = {"hat": "^", "bar": "¯", "tilde": "~", "dot": "˙", "ddot": "¨", "check": "ˇ", "breve": "˘"}
_NAMES = {
    "sigmoid": "σ", "expm": "exp", "normcdf": "Φ", "normpdf": "φ", "digamma": "ψ", "trigamma": "ψ₁", "lgamma": "log Γ",
    "log2": "log₂", "log10": "log₁₀",
}  # fmt: skip
_ONE = re.compile(r"<(\w+)[^>]*>[^<]*</\1>")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|\w|[^\w\s]")


def mathml(expr: Expr) -> str:
    """The expression as a ``math`` element."""
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML">{row(MathmlNotation().write(expr))}</math>'


def row(source: str) -> str:
    """One element of what may be several."""
    source = tokens(source)
    return source if _ONE.fullmatch(source) else f"<mrow>{source}</mrow>"


def tokens(source: str) -> str:
    """Elements for plain characters (``-1``, ``1/2``, ``i``); elements stay as they are."""
    if source.startswith("<"):
        return source
    return "".join(_token(part) for part in _TOKEN.findall(source))


def _token(part: str) -> str:
    if part[0].isdigit():
        return f"<mn>{part}</mn>"
    return f"<mi>{part}</mi>" if part.isalpha() else _MINUS if part == "-" else f"<mo>{escape(part)}</mo>"


def _letters(letters: str) -> str:
    letters = _GREEK.get(letters, letters)
    return f"<mn>{letters}</mn>" if letters.isdigit() else f"<mi>{escape(letters)}</mi>"


def mathml_symbol(name: str) -> str:
    """A symbol's name: Greek letters, subscripts, accents and stars as in the other targets."""
    letters, index = split_name(name)
    accent, star, index = split_accent(index)
    base = _letters(letters)
    if accent:
        base = f'<mover accent="true">{base}<mo>{_ACCENTS[accent]}</mo></mover>'
    if index:
        parts = "<mo>,</mo>".join(_letters(part) for part in index.split(","))
        base = f"<msub>{base}{row(parts)}</msub>"
    return f"<msup>{base}<mo>*</mo></msup>" if star else base


class MathmlNotation(Notation):
    """MathML spellings: every source is one or more elements, or plain characters that `tokens` makes elements of."""

    minus = _MINUS
    plus = "<mo>+</mo>"
    binary_minus = _MINUS
    prime = "<mo>′</mo>"
    nabla = "<mo>∇</mo>"
    nabla_squared = "<msup><mo>∇</mo><mn>2</mn></msup>"
    hadamard_sign = "<mo>⊙</mo>"
    hadamard_slash = "<mo>⊘</mo>"
    kronecker_sign = "<mo>⊗</mo>"
    product_under_entrywise = Level.POSTFIX
    sums_behind_fractions = True

    def bracket(self, source: str) -> str:
        return f"<mrow><mo>(</mo>{source}<mo>)</mo></mrow>"

    def number(self, value: Fraction) -> Piece:
        piece = super().number(value)
        return Piece(tokens(piece.source), piece.level)

    def write_Zero(self, node: n.Zero, parts: list[Piece]) -> Piece:
        return Piece("<mn>0</mn>", Level.ATOM)

    def write_LogDet(self, node: n.LogDet, parts: list[Piece]) -> Piece:
        inner = parts[0].source if isinstance(node.children[0], Symbol) else self.bracket(self.whole(parts[0]))
        return Piece(f"<mi>log</mi>{_APPLIED}{self.absolute(f'<mi>det</mi>{_APPLIED}{inner}')}", Level.PRODUCT)

    def symbol(self, name: str) -> str:
        return mathml_symbol(name)

    def symbol_level(self, name: str) -> Level:
        return Level.POSTFIX if has_star(name) else Level.ATOM

    def superscript(self, base: str, exponent: str) -> str:
        return f"<msup>{row(base)}{row(exponent)}</msup>"

    def entrywise_superscript(self, base: str, exponent: str) -> str:
        return f"<msup>{row(base)}<mrow><mo>∘</mo>{tokens(exponent)}</mrow></msup>"

    def subscript(self, base: str, index: str) -> str:
        inner = index.replace(",", "<mo>,</mo>") if index.startswith("<") and "<mo>,</mo>" not in index else index
        return f"<msub>{row(base)}{row(inner)}</msub>"

    def fraction(self, numerator: Piece, denominator: Piece) -> Piece:
        return Piece(f"<mfrac>{row(self.whole(numerator))}{row(self.whole(denominator))}</mfrac>", Level.POSTFIX)

    def scientific(self, mantissa: str, ten: int) -> Piece:
        power = self.superscript("10", str(ten))
        if mantissa == "1":
            return Piece(power, Level.POSTFIX)
        return Piece(f"{tokens(mantissa)}<mo>·</mo>{power}", Level.PRODUCT)

    def call(self, head: str, *arguments: str) -> str:
        inside = "<mo>,</mo>".join(arguments)
        return f"<mrow>{head}{_APPLIED}{self.bracket(inside)}</mrow>"

    def operator(self, name: str) -> str:
        return f"<mi>{_NAMES.get(name, name)}</mi>"

    def function(self, name: str) -> str:
        return f"<mi>{_NAMES.get(name, FUNCTIONS[name].name)}</mi>"

    def indexed_sum(self, index: str, upper: str, body: str) -> str:
        under = f"<mrow>{tokens(index)}<mo>=</mo><mn>1</mn></mrow>"
        return f"<mrow><munderover><mo>∑</mo>{under}{row(upper)}</munderover>{body}</mrow>"

    def join(self, sources: Sequence[str]) -> str:
        out = sources[0]
        for source in sources[1:]:
            out += ("<mo>·</mo>" if source.startswith("<mn>") else _TIMES) + source
        return out

    def transposed(self, base: str) -> str:
        return f"<msup>{row(base)}{_TRANSPOSE}</msup>"

    def inverse_transposed(self, base: str) -> str:
        return f"<msup>{row(base)}<mrow>{_MINUS}{_TRANSPOSE}</mrow></msup>"

    def power_transposed(self, base: str, exponent: str) -> str:
        return f"<msup>{row(base)}<mrow>{tokens(exponent)}{_TRANSPOSE}</mrow></msup>"

    def dim(self, dim: Dim) -> str:
        if isinstance(dim, DimProduct):
            factors = [f"<mn>{dim.coefficient}</mn>"] if dim.coefficient != 1 else []
            return self.join([*factors, *map(mathml_symbol, dim.names)])
        return mathml_symbol(dim) if isinstance(dim, str) else tokens(str(dim))

    def constant(self, name: str) -> str:
        return "<mi>π</mi>" if name == "pi" else f"<mi>{name}</mi>"

    def zero(self, rows: Dim, cols: Dim) -> str:
        return "<mn>0</mn>"

    def ones(self, rows: Dim, cols: Dim) -> str:
        size = self.dim(rows) if cols == 1 else f"{self.dim(rows)}<mo>×</mo>{self.dim(cols)}"
        return f'<msub><mn mathvariant="bold">1</mn>{row(size)}</msub>'

    def unvec(self, stacked: str, rows: Dim, cols: Dim) -> str:
        size = row(f"{self.dim(rows)}<mo>×</mo>{self.dim(cols)}")
        return self.call(f"<msubsup><mi>vec</mi>{size}{row('-1')}</msubsup>", stacked)

    def angle(self, left: str, right: str) -> str:
        return f"<mrow><mo>⟨</mo>{left}<mo>,</mo>{right}<mo>⟩</mo></mrow>"

    delta = "<mi>δ</mi>"
    partial = "<mo>∂</mo>"

    def indices(self, *indices: Index) -> str:
        written = [f"<mn>{i}</mn>" if isinstance(i, int) else f"<mi>{i}</mi>" for i in indices]
        return ("" if all(len(str(i)) == 1 for i in indices) else "<mo>,</mo>").join(written)

    def lettered_entry(self, node: Expr, base: str, indices: str) -> str:
        return self.subscript(self.bracket(base) if base.startswith("<msub>") else base, indices)

    def entry(self, node: Expr, base: str, index: str) -> str:
        if isinstance(node, Symbol) and base.startswith("<msub>"):
            base = self.bracket(base)
        return self.subscript(base, index)

    def root(self, source: str) -> str:
        return f"<msqrt>{source}</msqrt>"

    def absolute(self, source: str) -> str:
        return f"<mrow><mo>|</mo>{source}<mo>|</mo></mrow>"

    def norm(self, source: str, kind: str, argument: Expr) -> str:
        return f"<msub><mrow><mo>‖</mo>{source}<mo>‖</mo></mrow>{row(kind)}</msub>"

    def matrix(self, rows: list[list[str]]) -> str:
        cells = ("".join(f"<mtd>{tokens(cell)}</mtd>" for cell in line) for line in rows)
        table = "".join(f"<mtr>{line}</mtr>" for line in cells)
        return f"<mrow><mo>(</mo><mtable>{table}</mtable><mo>)</mo></mrow>"

    def differential(self, source: str) -> str:
        return f'<mrow><mi mathvariant="normal">d</mi>{source}</mrow>'
