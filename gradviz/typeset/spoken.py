"""Expressions as they are read aloud: "two X transpose times the quantity X w minus y", in any of our languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.calculus.derivation import Derivation, Kind
from gradviz.sentences import Sentence, phrase
from gradviz.typeset.lines import Line, SubjectSpelling
from gradviz.typeset.notation import Notation
from gradviz.typeset.structure import Level, Piece, split_accent, split_name
from gradviz.typeset.telling import ENGLISH, Telling

__all__ = ["spoken", "spoken_line"]

_GLUE, _TIE = "\u00a0", "\u2009"
"""Blanks within what is heard as one thing: ``A transpose``; ``x squared``, of which a logarithm would be mistaken."""
_CARDINALS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_PARTS = {2: "half", 3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 8: "eighth", 10: "tenth"}
_OPERATORS = {
    "tr": phrase("the trace"),
    "det": phrase("the determinant"),
    "logdet": phrase("the logarithm of the determinant"),
    "sum": phrase("the sum of the entries"),
    "logsumexp": phrase("the log-sum-exp"),
    "max": phrase("the largest entry"),
    "min": phrase("the smallest entry"),
    "argmax": phrase("the place of the largest entry"),
    "argmin": phrase("the place of the smallest entry"),
    "lambda_max": phrase("the largest eigenvalue"),
    "lambda_min": phrase("the smallest eigenvalue"),
    "v_max": phrase("the eigenvector of the largest eigenvalue"),
    "v_min": phrase("the eigenvector of the smallest eigenvalue"),
    "softmax": phrase("the softmax"),
    "change": phrase("the derivative of {function} at {argument} in the direction {direction}"),
    "diag": phrase("the diagonal"),
    "vec": phrase("the stacked columns"),
    "expm": phrase("the matrix exponential"),
    "sinm": phrase("the matrix sine"),
    "cosm": phrase("the matrix cosine"),
    "logm": phrase("the matrix logarithm"),
    "kron": phrase("the Kronecker product"),
}
_FUNCTIONS = {
    "exp": phrase("the exponential"),
    "log": phrase("the logarithm"),
    "sqrt": phrase("the square root"),
    "sin": phrase("the sine"),
    "cos": phrase("the cosine"),
    "tan": phrase("the tangent"),
    "abs": phrase("the absolute value"),
    "sign": phrase("the sign"),
    "relu": phrase("the positive part"),
    "step": phrase("the step function"),
    "sigmoid": phrase("sigmoid"),
    "log2": phrase("the logarithm to base two"),
    "log10": phrase("the logarithm to base ten"),
    "erf": phrase("the error function"),
    "normcdf": phrase("the normal distribution function"),
    "normpdf": phrase("the normal density"),
    "lgamma": phrase("the logarithm of the gamma function"),
    "digamma": phrase("the digamma function"),
    "trigamma": phrase("the trigamma function"),
}
_NORMS = {
    "1": phrase("the one-norm"),
    "F": phrase("the Frobenius norm"),
    "inf": phrase("the maximum norm"),
    "": phrase("the norm"),
}
_ACCENTS = {
    "hat": phrase("hat"),
    "bar": phrase("bar"),
    "tilde": phrase("tilde"),
    "dot": phrase("dot"),
    "ddot": phrase("double dot"),
    "check": phrase("check"),
    "breve": phrase("breve"),
    "star": phrase("star"),
}


def spoken(expr: Expr, words: Telling = ENGLISH) -> str:
    """The expression in words; what is in brackets is called a quantity, and its end is said unless all ends there."""
    tongue = _tongue(words)
    return tongue.tidied(SpokenNotation(tongue).write(expr))


def spoken_line(line: Line, derivation: Derivation, name: str, words: Telling = ENGLISH) -> str:
    """A whole line in words, its left side included."""
    tongue = _tongue(words)
    left = (
        spoken(line.left, words) if line.left is not None else tongue.spelling.subject(line.subject, derivation, name)
    )
    equation = tongue(phrase("{left} equals {right}"), left=tongue.tidied(left), right=spoken(line.expression, words))
    return tongue.tidied(equation)


class _Tongue:
    """The phrases in one language; a called one is told and filled."""

    def __init__(self, words: Telling) -> None:
        self._words = words
        self._known: dict[str, str] = {}
        self.counts_in_words = words.language == ENGLISH.language
        """Other languages leave the numbers to the voice, which knows their cases and measure words."""
        self.open, self.close = self.template(phrase("the quantity {content}, end of quantity,")).split("{content}")
        self.spelling = self._spelling()

    def template(self, source: str) -> str:
        if source not in self._known:
            self._known[source] = self._words.tell(Sentence(source))
        return self._known[source]

    def __call__(self, source: str, /, **values: str) -> str:
        return self.template(source).format(**values) if values else self.template(source)

    def glued(self, source: str, glue: str = _GLUE, /, **values: str) -> str:
        """The same with the blanks of the phrase, and not those of what fills it, replaced by others."""
        return self.template(source).replace(" ", glue).format(**values)

    def tidied(self, words: str) -> str:
        while words.endswith(self.close):
            words = words.removesuffix(self.close)
        words = words.replace(_GLUE, " ").replace(_TIE, " ")
        return re.sub(r" {2,}", " ", re.sub(r"[,，](?=[,，])", "", words)).strip(" ,，")

    def name(self, name: str) -> str:
        """A symbol: its letter, then what it carries."""
        letters, index = split_name(name)
        accent, star, rest = split_accent(index)
        parts = [letters, self(_ACCENTS[accent]) if accent else "", self(_ACCENTS["star"]) if star else ""]
        said = " ".join(part for part in parts if part)
        return self.index(said, rest) if rest else said

    def index(self, base: str, index: str) -> str:
        return self.glued(phrase("{base} sub {index}"), _TIE, base=base, index=index.replace(",", " "))

    def _spelling(self) -> SubjectSpelling:
        kinds = {kind: self.template(source) for kind, source in _KINDS.items()}
        return SubjectSpelling(
            kinds=kinds,
            many={kind: self.template(source) for kind, source in _MANY.items()},
            stacked=self.template(phrase("the Jacobian of {F} by {V}")),
            stack=(self.template(phrase("the stacked {x}")), self.template(phrase("the stacked {x}"))),
            scalar_hessian=self.template(phrase("the second derivative of {f} by {x}")),
            row_differential=self.template(phrase("d of the gradient of {f} by {x}")),
            slope_differential=self.template(phrase("d of the derivative of {f} by {x}")),
            vec_gradient_differential=self.template(phrase("the stacked columns of d of the gradient of {f}")),
            transposed=self.template(phrase("the transpose of {body}")),
            name=self.name,
            expression=lambda expr: spoken(expr, self._words),
        )


@cache
def _tongue(words: Telling) -> _Tongue:
    return _Tongue(words)


class SpokenNotation(Notation):
    """Words; the grouping is that of the written notation."""

    def __init__(self, tongue: _Tongue) -> None:
        super().__init__()
        self._say = tongue
        self.plus = tongue(phrase(" plus "))
        self.binary_minus = tongue(phrase(" minus "))
        self.minus = tongue(phrase("minus "))
        self.nabla = tongue(phrase("the gradient of "))
        self.nabla_squared = tongue(phrase("the Hessian of "))
        self.hadamard_sign = tongue(phrase(" times entrywise "))
        self.hadamard_slash = tongue(phrase(" divided entrywise by "))
        self.kronecker_sign = tongue(phrase(" Kronecker "))

    def bracket(self, source: str) -> str:
        return f"{self._say.open}{source}{self._say.close}"

    def symbol(self, name: str) -> str:
        return self._say.name(name)

    def number(self, value: Fraction) -> Piece:
        piece = super().number(value)
        if not self._say.counts_in_words:
            return piece
        if value.denominator == 1 and 0 <= value < len(_CARDINALS):
            return Piece(_CARDINALS[int(value)], piece.level)
        if value.denominator in _PARTS and 0 < value.numerator < len(_CARDINALS):
            plural = "" if value.numerator == 1 else "halves" if value.denominator == 2 else "s"
            part = plural if plural == "halves" else _PARTS[value.denominator] + plural
            return Piece(f"{_CARDINALS[value.numerator]} {part}", piece.level)
        return piece

    def scientific(self, mantissa: str, ten: int) -> Piece:
        said = self._say(phrase("{mantissa} times ten to the {exponent}"), mantissa=mantissa, exponent=str(ten))
        return Piece(said, Level.ATOM)

    def superscript(self, base: str, exponent: str) -> str:
        if exponent in ("2", "two"):
            return self._say.glued(phrase("{base} squared"), _TIE, base=base)
        if exponent in ("3", "three"):
            return self._say(phrase("{base} cubed"), base=base)
        if exponent == "-1":
            return self._say.glued(phrase("{base} inverse"), base=base)
        power = exponent.replace("-", self.minus)
        return self._say(phrase("{base} to the power {exponent}"), base=base, exponent=power)

    def exponent(self, node: Expr, piece: Piece) -> str:
        return self.whole(piece)

    def entrywise_superscript(self, base: str, exponent: str) -> str:
        return self._say(phrase("{power} entrywise"), power=self.superscript(base, exponent))

    def subscript(self, base: str, index: str) -> str:
        return self._say.index(base, index)

    def fraction(self, numerator: Piece, denominator: Piece) -> Piece:
        above, below = self.at(numerator, Level.PRODUCT), self.at(denominator, Level.POSTFIX)
        over = self._say(phrase("{numerator} over {denominator}"), numerator=above, denominator=below)
        return Piece(over, Level.PRODUCT)

    def call(self, head: str, *arguments: str) -> str:
        inner = arguments[0]
        for argument in arguments[1:]:
            inner = self._say(phrase("{first} and {second}"), first=inner, second=argument)
        if " " in inner or _TIE in inner:
            said = phrase("{function} of the quantity {content}, end of quantity,")
            return self._say(said, function=head, content=inner)
        return self._say(phrase("{function} of {argument}"), function=head, argument=inner)

    def write_FunctionChange(self, node: n.FunctionChange, parts: list[Piece]) -> Piece:
        at, direction = map(self.whole, parts)
        said = self._say(_OPERATORS["change"], function=self.operator(node.function), argument=at, direction=direction)
        return Piece(said, Level.ATOM)

    def spectral(self, letter: str, kind: str) -> str:
        return self.operator(f"{letter}_{kind}")

    def operator(self, name: str) -> str:
        return self._say(_OPERATORS[name]) if name in _OPERATORS else name

    def function(self, name: str) -> str:
        return self._say(_FUNCTIONS[name]) if name in _FUNCTIONS else name

    def indexed_sum(self, index: str, upper: str, body: str) -> str:
        said = phrase("the sum over {index} from one to {upper} of {body}")
        return self._say(said, index=index, upper=upper, body=body)

    def join(self, sources: Sequence[str]) -> str:
        out = sources[0]
        for source in sources[1:]:
            simple = " " not in source
            out = f"{out} {source}" if simple else self._say(phrase("{left} times {right}"), left=out, right=source)
        return out

    def transposed(self, base: str) -> str:
        return self._say.glued(phrase("{base} transpose"), base=base)

    def inverse_transposed(self, base: str) -> str:
        return self._say.glued(phrase("{base} inverse transpose"), base=base)

    def power_transposed(self, base: str, exponent: str) -> str:
        return self.transposed(self.superscript(base, exponent))

    def dim(self, dim: Dim) -> str:
        return f"{dim.coefficient} {' '.join(dim.names)}" if isinstance(dim, DimProduct) else str(dim)

    def constant(self, name: str) -> str:
        return name

    def write_Identity(self, node: n.Identity, parts: list[Piece]) -> Piece:
        return Piece(self._say(phrase("the identity")), Level.ATOM)

    def zero(self, rows: Dim, cols: Dim) -> str:
        return self._say(phrase("the zero vector") if 1 in (rows, cols) else phrase("the zero matrix"))

    def ones(self, rows: Dim, cols: Dim) -> str:
        return self._say(phrase("the all-ones vector") if 1 in (rows, cols) else phrase("the all-ones matrix"))

    def unvec(self, stacked: str, rows: Dim, cols: Dim) -> str:
        said = phrase("the matrix whose stacked columns are {columns}")
        return self._say(said, columns=self.bracket(stacked))

    def angle(self, left: str, right: str) -> str:
        said = phrase("the inner product of {left} and {right}")
        return self._say(said, left=self.bracket(left), right=self.bracket(right))

    def entry(self, node: Expr, base: str, index: str) -> str:
        return self._say(phrase("entry {index} of {base}"), index=index.replace(",", " "), base=base)

    def norm(self, source: str, kind: str, argument: Expr) -> str:
        return self.call(self._say(_NORMS.get(kind, _NORMS[""])), source)

    def matrix(self, rows: list[list[str]]) -> str:
        said = "; ".join(", ".join(row) for row in rows)
        return self._say(phrase("the matrix with the rows {rows}, end of matrix,"), rows=said)

    def differential(self, source: str) -> str:
        return self._say(phrase("d of {source}"), source=source) if source.startswith(self._say.open) else f"d {source}"

    def root(self, source: str) -> str:
        return self.call(self._say(_FUNCTIONS["sqrt"]), source)


_KINDS = {
    Kind.FUNCTION: "{f}",
    Kind.INCREMENT: phrase("{f} of {x} plus {u}, minus {f} of {x},"),
    Kind.DIFFERENTIAL: "d {f}",
    Kind.VEC_DIFFERENTIAL: phrase("the stacked columns of d {f}"),
    Kind.GRADIENT_DIFFERENTIAL: phrase("d of the gradient of {f}"),
    Kind.GRADIENT: phrase("the gradient of {f} by {x}"),
    Kind.DERIVATIVE: phrase("the derivative of {f} by {x}"),
    Kind.JACOBIAN: phrase("the Jacobian of {f} by {x}"),
    Kind.HESSIAN: phrase("the Hessian of {f} by {x}"),
    Kind.BLOCK: phrase("the Hessian block of {f} by {x} and {y}"),
    Kind.SLICE: phrase("the derivative of {f} by {x} sub {k}"),
    Kind.STATIONARY: phrase("the stationary {x}"),
}
_MANY = {
    Kind.GRADIENT: phrase("the gradient of {f}"),
    Kind.JACOBIAN: phrase("the Jacobian of {f}"),
    Kind.HESSIAN: phrase("the Hessian of {f}"),
}
