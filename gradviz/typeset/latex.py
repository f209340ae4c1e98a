"""Expressions as LaTeX (amsmath)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gradviz.algebra import nodes as n
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.typeset.greek import LETTERS, NAMES
from gradviz.typeset.notation import Notation
from gradviz.typeset.structure import Level, Piece, has_star, split_accent, split_name

__all__ = ["LatexNotation", "escape", "latex", "latex_symbol"]

# Capitals that look like Latin ones have no command; neither has omicron.
_ROMAN_GREEK = dict(
    zip(
        [
            "Alpha",
            "Beta",
            "Epsilon",
            "Zeta",
            "Eta",
            "Iota",
            "Kappa",
            "Mu",
            "Nu",
            "Omicron",
            "Rho",
            "Tau",
            "Chi",
            "omicron",
        ],
        "ABEZHIKMNOPTXo",
        strict=True,
    )
)
_DIFFERENTIAL = r"\mathrm{d}"
_ESCAPES = {
    "\n": " ",
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    '"': r"\textquotedbl{}", "×": r"$\times$", "−": r"$-$", "⊙": r"$\odot$", "⊗": r"$\otimes$", "≠": r"$\neq$",
    "∈": r"$\in$", "∂": r"$\partial$", "∇": r"$\nabla$", "‖": r"$\|$", "≤": r"$\leq$", "≥": r"$\geq$",
    "⊤": r"$\top$", "→": r"$\to$", "·": r"$\cdot$", "“": "``", "”": "''", "’": "'", "–": "--", "—": "---",
    "…": r"\dots{}",
    "²": "$^2$",
}  # fmt: skip


def latex(expr: Expr) -> str:
    """The expression in LaTeX math, e.g. ``2 X^\\top (X w - y)``; needs amsmath."""
    return LatexNotation().write(expr)


def escape(text: str, language: str = "en") -> str:
    """Any text for LaTeX's text mode; letters that LaTeX in this language has no glyph for become question marks."""
    return "".join(
        _ESCAPES.get(c) or (f"${_letters(c)}$" if c in LETTERS else c if _is_plain(c, language) else "?") for c in text
    )


def _is_plain(c: str, language: str) -> bool:
    if language == "ru" and ("\u0400" <= c <= "\u04ff" or c in "«»№"):
        return True
    if language == "zh_CN" and c >= "\u2e80":  # characters and their punctuation, no other scripts lie above
        return True
    return " " <= c <= "~" or "À" <= c <= "ÿ"


def latex_symbol(name: str) -> str:
    """A symbol's name: Greek by name or letter, ``x_1`` with a subscript, more than one letter upright; ``y_hat`` with
    an accent, ``x_star`` with a star.
    """
    letters, index = split_name(name)
    accent, star, index = split_accent(index)
    base = _letters(letters)
    if accent:
        base = rf"\{accent}{{{base}}}"
    return (f"{base}_{{{_index(index)}}}" if index else base) + (r"^\star" if star else "")


def _letters(letters: str) -> str:
    letters = LETTERS.get(letters, letters)
    letters = _ROMAN_GREEK.get(letters, letters)
    if letters in NAMES:
        return "\\" + letters
    return _upright(letters, letters if len(letters) == 1 else rf"\mathrm{{{letters}}}")


def _upright(letters: str, plain: str) -> str:
    return plain if letters.isascii() and letters.isalpha() else rf"\text{{{escape(letters)}}}"


def _index(index: str) -> str:
    return ",".join(part if part.isdigit() else _letters(part) for part in index.split(","))


class LatexNotation(Notation):
    """LaTeX spellings."""

    hadamard_sign = r" \odot "
    hadamard_slash = r" \oslash "
    kronecker_sign = r" \otimes "
    product_under_entrywise = Level.POSTFIX
    sums_behind_fractions = True

    def bracket(self, source: str) -> str:
        return rf"\left({source}\right)" if _is_tall(source) else f"({source})"

    prime = "'"
    nabla = r"\nabla "
    nabla_squared = r"\nabla^2 "

    def symbol(self, name: str) -> str:
        return latex_symbol(name)

    def symbol_level(self, name: str) -> Level:
        return Level.POSTFIX if has_star(name) else Level.ATOM

    def superscript(self, base: str, exponent: str) -> str:
        return f"{base}^{{{exponent}}}" if len(exponent) != 1 else f"{base}^{exponent}"

    def entrywise_superscript(self, base: str, exponent: str) -> str:
        return rf"{base}^{{\circ {exponent}}}"

    def subscript(self, base: str, index: str) -> str:
        return f"{base}_{{{index}}}" if len(index) != 1 else f"{base}_{index}"

    def fraction(self, numerator: Piece, denominator: Piece) -> Piece:
        return Piece(rf"\frac{{{self.whole(numerator)}}}{{{self.whole(denominator)}}}", Level.POSTFIX)

    def scientific(self, mantissa: str, ten: int) -> Piece:
        power = f"10^{{{ten}}}"
        return Piece(power, Level.POSTFIX) if mantissa == "1" else Piece(rf"{mantissa} \cdot {power}", Level.PRODUCT)

    def call(self, head: str, *arguments: str) -> str:
        return head + self.bracket(", ".join(arguments))

    def operator(self, name: str) -> str:
        return r"\det" if name == "det" else rf"\operatorname{{{name}}}"

    def function(self, name: str) -> str:
        return FUNCTIONS[name].latex

    def indexed_sum(self, index: str, upper: str, body: str) -> str:
        return rf"\sum_{{{index}=1}}^{{{upper}}} {body}"

    def join(self, sources: Sequence[str]) -> str:
        out = sources[0]
        for before, source in pairwise(sources):
            if source[0].isdigit():
                out += r" \cdot " + source
            elif before.startswith(_DIFFERENTIAL) or source.startswith(_DIFFERENTIAL):
                out += r" \, " + source
            else:
                out += " " + source
        return out

    def transposed(self, base: str) -> str:
        return rf"{base}^\top"

    def inverse_transposed(self, base: str) -> str:
        return rf"{base}^{{-\top}}"

    def power_transposed(self, base: str, exponent: str) -> str:
        return rf"{base}^{{{exponent}\top}}"

    def dim(self, dim: Dim) -> str:
        if isinstance(dim, DimProduct):
            return self.join(
                ([str(dim.coefficient)] if dim.coefficient != 1 else []) + [latex_symbol(d) for d in dim.names]
            )
        return latex_symbol(dim) if isinstance(dim, str) else str(dim)

    def constant(self, name: str) -> str:
        return r"\pi" if name == "pi" else "e"

    def zero(self, rows: Dim, cols: Dim) -> str:
        return "0"

    def ones(self, rows: Dim, cols: Dim) -> str:
        if cols == 1:
            return self.subscript(r"\mathbf{1}", self.dim(rows))
        return self.subscript(r"\mathbf{1}", rf"{self.dim(rows)} \times {self.dim(cols)}")

    def unvec(self, stacked: str, rows: Dim, cols: Dim) -> str:
        return self.call(rf"\operatorname{{vec}}^{{-1}}_{{{self.dim(rows)} \times {self.dim(cols)}}}", stacked)

    def angle(self, left: str, right: str) -> str:
        if _is_tall(left + right):
            return rf"\left\langle {left}, {right} \right\rangle"
        return rf"\langle {left}, {right} \rangle"

    delta = r"\delta"
    partial = r"\partial "

    def entry(self, node: Expr, base: str, index: str) -> str:
        if "_" in base and isinstance(node, n.Symbol):
            base = f"({base})"
        return self.subscript(base, index.replace(",", "") if len(index) == 3 else index)

    def root(self, source: str) -> str:
        return rf"\sqrt{{{source}}}"

    def absolute(self, source: str) -> str:
        return self._bars("vert", source)

    def _bars(self, bar: str, source: str) -> str:
        return rf"\left\l{bar} {source} \right\r{bar}" if _is_tall(source) else rf"\l{bar} {source} \r{bar}"

    def norm(self, source: str, kind: str, argument: Expr) -> str:
        return f"{self._bars('Vert', source)}_{kind}"

    def write_LogDet(self, node: n.LogDet, parts: list[Piece]) -> Piece:
        inner = parts[0].source if _is_name(node.children[0]) else self.bracket(self.whole(parts[0]))
        return Piece(r"\log " + self._bars("vert", rf"\det {inner}"), Level.PRODUCT)

    def matrix(self, rows: list[list[str]]) -> str:
        return r"\begin{pmatrix} " + r" \\ ".join(" & ".join(row) for row in rows) + r" \end{pmatrix}"

    def differential(self, source: str) -> str:
        return rf"\mathrm{{d}}{source}" if source[0] != "\\" else rf"\mathrm{{d}} {source}"


def _is_tall(source: str) -> bool:
    return r"\frac" in source or r"\begin{pmatrix}" in source


def _is_name(node: Expr) -> bool:
    return isinstance(node, n.Symbol)
