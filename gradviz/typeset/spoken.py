"""Expressions as they are read aloud: "two X transpose times the quantity X w minus y"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.calculus.derivation import Derivation, Kind
from gradviz.typeset.lines import Line, SubjectSpelling
from gradviz.typeset.notation import Notation
from gradviz.typeset.structure import Level, Piece, split_accent, split_name

__all__ = ["spoken", "spoken_line"]

_OPEN, _CLOSE = "the quantity ", ", end of quantity,"
_CARDINALS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
_OPERATORS = {
    "tr": "the trace",
    "det": "the determinant",
    "logdet": "the logarithm of the determinant",
    "sum": "the sum of the entries",
    "logsumexp": "the log-sum-exp",
    "max": "the largest entry",
    "min": "the smallest entry",
    "argmax": "the place of the largest entry",
    "argmin": "the place of the smallest entry",
    "softmax": "the softmax",
    "diag": "the diagonal",
    "vec": "the stacked columns",
    "expm": "the matrix exponential",
    "sinm": "the matrix sine",
    "cosm": "the matrix cosine",
    "kron": "the Kronecker product",
}
_FUNCTIONS = {
    "exp": "the exponential",
    "log": "the logarithm",
    "sqrt": "the square root",
    "sin": "the sine",
    "cos": "the cosine",
    "tan": "the tangent",
    "abs": "the absolute value",
    "sign": "the sign",
    "relu": "the positive part",
    "step": "the step function",
    "sigmoid": "sigmoid",
    "log2": "the logarithm to base two",
    "log10": "the logarithm to base ten",
    "erf": "the error function",
    "normcdf": "the normal distribution function",
    "normpdf": "the normal density",
    "lgamma": "the logarithm of the gamma function",
    "digamma": "the digamma function",
    "trigamma": "the trigamma function",
}


def spoken(expr: Expr) -> str:
    """The expression in words; what is in brackets is called a quantity, and its end is said unless all ends there."""
    return _tidied(SpokenNotation().write(expr))


def spoken_line(line: Line, derivation: Derivation, name: str) -> str:
    """A whole line in words, its left side included."""
    left = spoken(line.left) if line.left is not None else _SPELLING.subject(line.subject, derivation, name)
    return f"{_tidied(left)} equals {spoken(line.expression)}"


def _tidied(words: str) -> str:
    while words.endswith(_CLOSE):
        words = words.removesuffix(_CLOSE)
    return re.sub(r" {2,}", " ", re.sub(r",(?=,)", "", words)).strip(" ,")


def _name(name: str) -> str:
    """A symbol: its letter, then what it carries."""
    letters, index = split_name(name)
    accent, star, rest = split_accent(index)
    parts = [letters, accent, "star" if star else "", f"sub {rest.replace(',', ' ')}" if rest else ""]
    return " ".join(part for part in parts if part)


class SpokenNotation(Notation):
    """Words; the grouping is that of the written notation."""

    plus = " plus "
    binary_minus = " minus "
    minus = "minus "
    nabla = "the gradient of "
    nabla_squared = "the Hessian of "
    hadamard_sign = " times entrywise "
    hadamard_slash = " divided entrywise by "
    kronecker_sign = " Kronecker "

    def bracket(self, source: str) -> str:
        return f"{_OPEN}{source}{_CLOSE}"

    def symbol(self, name: str) -> str:
        return _name(name)

    def number(self, value: Fraction) -> Piece:
        piece = super().number(value)
        if value.denominator == 1 and 0 <= value < len(_CARDINALS):
            return Piece(_CARDINALS[int(value)], piece.level)
        if value.denominator in _PARTS and 0 < value.numerator < len(_CARDINALS):
            plural = "" if value.numerator == 1 else "halves" if value.denominator == 2 else "s"
            part = plural if plural == "halves" else _PARTS[value.denominator] + plural
            return Piece(f"{_CARDINALS[value.numerator]} {part}", piece.level)
        return piece

    def scientific(self, mantissa: str, ten: int) -> Piece:
        return Piece(f"{mantissa} times ten to the {ten}", Level.ATOM)

    def superscript(self, base: str, exponent: str) -> str:
        if exponent in ("2", "two"):
            return f"{base} squared"
        if exponent in ("3", "three"):
            return f"{base} cubed"
        if exponent == "-1":
            return f"{base} inverse"
        return f"{base} to the power {exponent.replace('-', 'minus ')}"

    def exponent(self, node: Expr, piece: Piece) -> str:
        return self.whole(piece)

    def entrywise_superscript(self, base: str, exponent: str) -> str:
        return f"{self.superscript(base, exponent)} entrywise"

    def subscript(self, base: str, index: str) -> str:
        return f"{base} sub {index.replace(',', ' ')}"

    def fraction(self, numerator: Piece, denominator: Piece) -> Piece:
        over = f"{self.at(numerator, Level.PRODUCT)} over {self.at(denominator, Level.POSTFIX)}"
        return Piece(over, Level.PRODUCT)

    def call(self, head: str, *arguments: str) -> str:
        inner = " and ".join(arguments)
        long = re.search(r" (?!sub |transpose\b|inverse\b)", inner) is not None
        return f"{head} of {self.bracket(inner) if long else inner}"

    def operator(self, name: str) -> str:
        return _OPERATORS.get(name, name)

    def function(self, name: str) -> str:
        return _FUNCTIONS.get(name, name)

    def indexed_sum(self, index: str, upper: str, body: str) -> str:
        return f"the sum over {index} from one to {upper} of {body}"

    def join(self, sources: Sequence[str]) -> str:
        out = sources[0]
        for source in sources[1:]:
            simple = re.fullmatch(r"\S+( transpose| inverse| squared| sub \S+)*", source) is not None
            out += (" " if simple else " times ") + source
        return out

    def transposed(self, base: str) -> str:
        return f"{base} transpose"

    def inverse_transposed(self, base: str) -> str:
        return f"{base} inverse transpose"

    def power_transposed(self, base: str, exponent: str) -> str:
        return f"{self.superscript(base, exponent)} transpose"

    def dim(self, dim: Dim) -> str:
        return f"{dim.coefficient} {' '.join(dim.names)}" if isinstance(dim, DimProduct) else str(dim)

    def constant(self, name: str) -> str:
        return name

    def write_Identity(self, node: n.Identity, parts: list[Piece]) -> Piece:
        return Piece("the identity", Level.ATOM)

    def zero(self, rows: Dim, cols: Dim) -> str:
        return "the zero vector" if 1 in (rows, cols) else "the zero matrix"

    def ones(self, rows: Dim, cols: Dim) -> str:
        return "the all-ones vector" if 1 in (rows, cols) else "the all-ones matrix"

    def unvec(self, stacked: str, rows: Dim, cols: Dim) -> str:
        return f"the matrix whose stacked columns are {self.bracket(stacked)}"

    def angle(self, left: str, right: str) -> str:
        return f"the inner product of {self.bracket(left)} and {self.bracket(right)}"

    def entry(self, node: Expr, base: str, index: str) -> str:
        return f"entry {index.replace(',', ' ')} of {base}"

    def norm(self, source: str, kind: str, argument: Expr) -> str:
        names = {"1": "the one-norm", "F": "the Frobenius norm", "inf": "the maximum norm"}
        return self.call(names.get(kind, "the norm"), source)

    def matrix(self, rows: list[list[str]]) -> str:
        return f"the matrix with the rows {'; '.join(', '.join(row) for row in rows)}, end of matrix,"

    def differential(self, source: str) -> str:
        return f"d of {source}" if source.startswith(_OPEN) else f"d {source}"

    def root(self, source: str) -> str:
        return self.call("the square root", source)


_SPELLING = SubjectSpelling(
    kinds={
        Kind.FUNCTION: "{f}",
        Kind.INCREMENT: "{f} of {x} plus {u}, minus {f} of {x},",
        Kind.DIFFERENTIAL: "d {f}",
        Kind.VEC_DIFFERENTIAL: "the stacked columns of d {f}",
        Kind.GRADIENT_DIFFERENTIAL: "d of the gradient of {f}",
        Kind.GRADIENT: "the gradient of {f} by {x}",
        Kind.DERIVATIVE: "the derivative of {f} by {x}",
        Kind.JACOBIAN: "the Jacobian of {f} by {x}",
        Kind.HESSIAN: "the Hessian of {f} by {x}",
        Kind.BLOCK: "the Hessian block of {f} by {x} and {y}",
        Kind.SLICE: "the derivative of {f} by {x} sub {k}",
        Kind.STATIONARY: "the stationary {x}",
    },
    many={
        Kind.GRADIENT: "the gradient of {f}",
        Kind.JACOBIAN: "the Jacobian of {f}",
        Kind.HESSIAN: "the Hessian of {f}",
    },
    stacked="the Jacobian of {F} by {V}",
    stack=("the stacked {x}", "the stacked {x}"),
    scalar_hessian="the second derivative of {f} by {x}",
    row_differential="d of the gradient of {f} by {x}",
    slope_differential="d of the derivative of {f} by {x}",
    vec_gradient_differential="the stacked columns of d of the gradient of {f}",
    transposed="the transpose of {body}",
    name=_name,
    expression=spoken,
)
