"""Expressions as Typst math, with shapes under the factors and colours on parts where a view asks for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from gradviz.algebra import nodes as n
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Expr
from gradviz.algebra.shapes import Dim, DimProduct
from gradviz.algebra.walk import Path
from gradviz.typeset.greek import LETTERS, NAMES
from gradviz.typeset.notation import Notation
from gradviz.typeset.structure import Level, Piece, has_star, split_accent, split_name

__all__ = ["FRACTIONS", "TypstNotation", "string", "typst", "typst_symbol"]

# Typst's own names of the second forms differ between its versions.
_SIGNS = {"epsilon": "ε", "varepsilon": "ϵ", "theta": "θ", "vartheta": "ϑ", "phi": "φ", "varphi": "ϕ"}
_SHAPE = "limits("
SHORT = 9
"""Characters of a source from which a line may end in it."""
LONG = 40
"""Characters of the source of two factors, or of a fraction, from which a line may end in them."""
# Not `dif`: its own space would replace that of a relation before it.
_DIFFERENTIAL = "upright(d)"
_MARKED = re.compile(r'text\(fill: #rgb\("[^"]*"\), ')
# The names of LaTeX for the two forms of a letter, as users type them.
_ACCENTS = {
    "hat": "hat", "bar": "macron", "tilde": "tilde", "dot": "dot", "ddot": "dot.double", "check": "caron",
    "breve": "breve",
}  # fmt: skip
_VARIANTS = {"epsilon": "ϵ", "varepsilon": "ε", "phi": "ϕ", "varphi": "φ", "vartheta": "ϑ"}


FRACTIONS = r"""#let slashed(a, b, p, q) = {
  let bracketed(part, wanted) = if wanted { $\(#part\)$ } else { part }
  $bracketed(#a, #p) #h(0pt) class("binary", \/) #h(0pt) bracketed(#b, #q)$
}
#let fr(a, b, p, q, room) = {
  if measure($display(frac(#a, #b))$).width <= room { $frac(#a, #b)$ } else { slashed(a, b, p, q) }
}
#let frb(a, b, p, q, room) = {
  if measure($display(frac(#a, #b))$).width <= room { $frac(#a, #b)$ } else { $\(slashed(#a, #b, #p, #q)\)$ }
}
#let fit(a, room) = {
  let wide = measure($display(#a)$).width
  if wide <= room { a } else { $#text(size: room / wide * 1em, $#a$)$ }
}
#let term(a, room) = {
  let whole = $display(#a)$
  if measure(whole).width <= room + 1.2em.to-absolute() { box(whole) } else { a }
}
#let gap(wide) = $#h(wide) class("binary", #box(width: 0pt)) #h(0pt)$
"""
"""What a breakable formula needs in its document, within a context: fractions that are wider than their room stand on
one line, as ``(a + b)/(c + d)``, in brackets where something follows them (`frb`); matrices and roots that are wider
are smaller (`fit`); terms in which no line ends that has room for them (`term`); and a place between factors, or before
a sign, where a line may end (`gap`)."""


def typst(
    expr: Expr,
    *,
    shapes: bool = False,
    marks: Mapping[Path, str] | None = None,
    breakable: bool = False,
    room: str = "300pt",
) -> str:
    """The expression in Typst's math mode (without the dollars).

    Parameters
    ----------
    shapes : write ``n×m`` under each factor of a product (once: not again under a bracket that shows shapes inside).
    breakable : let lines end inside brackets, which then do not grow, between long factors and in fractions that are
        wider than `room` (a length in Typst's code); the document must define `FRACTIONS`.
    marks : colours (``#rrggbb``) of parts, by their paths.
    """
    notation = TypstNotation(shapes=shapes, breakable=breakable, room=room)
    if breakable:
        notation.on_line = _sums_on_the_line(expr)
    return notation.whole(_alone(notation.marked(expr, marks) if marks else notation.piece(expr)))


def _sums_on_the_line(expr: Expr) -> set[Expr]:
    """The sums whose terms stand on the line itself, and not above or below another part."""
    found: set[Expr] = set()
    stack, seen = [expr], {expr}
    while stack:
        node = stack.pop()
        if isinstance(node, n.Add):
            found.add(node)
        if isinstance(node, _ON_THE_LINE):
            stack += [child for child in node.children if child not in seen]
            seen.update(node.children)
    return found


_ON_THE_LINE = (
    n.Add, n.Mul, n.Hadamard, n.HadamardQuotient, n.Kronecker, n.Transpose, n.Trace, n.Sum, n.Differential, n.Diag,
    n.Vec,
)  # fmt: skip
"""What has its parts on the line."""
_SIGNS_TO_BREAK_AT = tuple(f' gap(#0.222em) class("normal", {sign}) #h(0.222em) ' for sign in ("+", "-"))
"""Plus and minus, where a line may end before them and not behind."""


def _alone(piece: Piece) -> Piece:
    """A piece that nothing follows: a fraction needs no brackets there."""
    bare = piece.level == Level.POSTFIX and piece.source.startswith("frb(")
    return replace(piece, source=f"fr({piece.source[4:]}") if bare else piece


def string(text: str) -> str:
    """Any text as a Typst string literal, which is read as text and nothing else."""
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    )
    return f'"{escaped}"'


def typst_symbol(name: str) -> str:
    """A symbol's name: Greek letters by name, ``x_1`` with a subscript, more than one letter upright; ``y_hat`` with
    an accent, ``x_star`` with a star.
    """
    letters, index = split_name(name)
    accent, star, index = split_accent(index)
    base = _letters(letters)
    if accent:
        base = f"{_ACCENTS[accent]}({base})"
    if index:
        base += f"_({' comma '.join(part if part.isdigit() else _letters(part) for part in index.split(','))})"
    return base + ("^star" if star else "")


def _letters(letters: str) -> str:
    letters = LETTERS.get(letters, letters)
    if letters in NAMES:
        return _SIGNS.get(letters, letters)
    return letters if len(letters) == 1 and letters.isalpha() else string(letters)


class TypstNotation(Notation):
    """Typst spellings. Commas are written ``comma``, so that any source can be an argument of a function."""

    hadamard_sign = " ⊙ "
    hadamard_slash = " ⊘ "
    kronecker_sign = " ⊗ "
    product_under_entrywise = Level.POSTFIX
    sums_behind_fractions = True

    def __init__(self, *, shapes: bool = False, breakable: bool = False, room: str = "300pt") -> None:
        super().__init__()
        self.shapes = shapes
        self.breakable = breakable
        self.room = room
        self.on_line: set[Expr] = set()

    def bracket(self, source: str) -> str:
        # An escaped bracket belongs to no pair: it does not grow, and a line may end inside.
        return rf"\({source}\)" if self.breakable else f"({source})"

    def mark(self, piece: Piece, how: str) -> Piece:
        def coloured(source: str) -> str:
            return f"text(fill: #rgb({string(how)}), {source})" if source else ""

        ends = (coloured(piece.ends[0]), coloured(piece.ends[1])) if piece.ends else None
        return replace(piece, source=coloured(piece.source), ends=ends)

    def under(self, node: Expr, source: str) -> str:
        if not self.shapes or node.is_scalar or _SHAPE in source:
            return source
        rows, cols = node.shape
        return f"{_SHAPE}{source})_({self.dim(rows)} times {self.dim(cols)})"

    prime = "'"
    nabla = "nabla "
    nabla_squared = "nabla^2 "

    def symbol(self, name: str) -> str:
        return typst_symbol(name)

    def symbol_level(self, name: str) -> Level:
        return Level.POSTFIX if has_star(name) else Level.ATOM

    def superscript(self, base: str, exponent: str) -> str:
        return f"{_whole(base)}^({exponent})"

    def entrywise_superscript(self, base: str, exponent: str) -> str:
        return f"{_whole(base)}^(∘ {exponent})"

    def subscript(self, base: str, index: str) -> str:
        base = _whole(base) if _CALL.match(base) else base
        return f"{base}_({index.replace(',', ' comma ')})"

    def fraction(self, numerator: Piece, denominator: Piece) -> Piece:
        above, below = self.whole(numerator), self.whole(denominator)
        if not self.breakable or _length(above) + _length(below) < LONG:
            return Piece(f"frac({above}, {below})", Level.POSTFIX)
        brackets = [
            str(piece.negative or piece.level < least).lower()
            for piece, least in ((numerator, Level.PRODUCT), (denominator, Level.POSTFIX))
        ]
        return Piece(f"frb({above}, {below}, #{brackets[0]}, #{brackets[1]}, #({self.room}))", Level.POSTFIX)

    def write_Add(self, node: n.Add, parts: list[Piece]) -> Piece:
        parts = [_alone(part) for part in parts]
        if node not in self.on_line:
            return super().write_Add(node, parts)
        self.plus, self.binary_minus = _SIGNS_TO_BREAK_AT
        try:
            return super().write_Add(node, [self._in_one_piece(part) for part in parts])
        finally:
            del self.plus, self.binary_minus

    def _in_one_piece(self, piece: Piece) -> Piece:
        if len(piece.source) < SHORT or piece.source.startswith("fr("):
            return piece
        return replace(piece, source=f"term({piece.source}, #({self.room}))")

    def scientific(self, mantissa: str, ten: int) -> Piece:
        power = f"10^({ten})"
        return Piece(power, Level.POSTFIX) if mantissa == "1" else Piece(f"{mantissa} dot {power}", Level.PRODUCT)

    def call(self, head: str, *arguments: str) -> str:
        return f"{head} {self.bracket(' comma '.join(arguments))}"

    def operator(self, name: str) -> str:
        return "det" if name == "det" else f"op({string(name)})"

    def function(self, name: str) -> str:
        return FUNCTIONS[name].typst

    def indexed_sum(self, index: str, upper: str, body: str) -> str:
        return f"sum_({index} = 1)^({upper}) {body}"

    def join(self, sources: Sequence[str]) -> str:
        out = sources[0]
        length = _length(out)  # since the last place where a line may end
        for before, source in pairwise(sources):
            length += _length(source)
            if _MARKED.sub("", source)[0].isdigit():
                out += " dot "
            elif self.breakable and length > LONG and not (before.startswith("frac(") and source.startswith("sum_(")):
                length = _length(source)
                out += f" gap(#{_between(before, source)}em) "
            elif _SHAPE in before and _SHAPE in source:
                out += " med "
            elif _is_increment(before) or _is_increment(source) or _MARKED.sub("", source).startswith("attach("):
                out += " thin "
            else:
                out += " "
            out += source
        return out

    def transposed(self, base: str) -> str:
        return f"{_whole(base)}^top"

    def inverse_transposed(self, base: str) -> str:
        return f"{_whole(base)}^(-top)"

    def power_transposed(self, base: str, exponent: str) -> str:
        return f"{_whole(base)}^({exponent} top)"

    def dim(self, dim: Dim) -> str:
        if isinstance(dim, DimProduct):
            return self.join(
                ([str(dim.coefficient)] if dim.coefficient != 1 else []) + [typst_symbol(d) for d in dim.names]
            )
        return typst_symbol(dim) if isinstance(dim, str) else str(dim)

    def constant(self, name: str) -> str:
        return name

    def zero(self, rows: Dim, cols: Dim) -> str:
        return "0"

    def ones(self, rows: Dim, cols: Dim) -> str:
        if cols == 1:
            return f"bold(1)_({self.dim(rows)})"
        return f"bold(1)_({self.dim(rows)} times {self.dim(cols)})"

    def unvec(self, stacked: str, rows: Dim, cols: Dim) -> str:
        return self.call(f'op("vec")^(-1)_({self.dim(rows)} times {self.dim(cols)})', stacked)

    def angle(self, left: str, right: str) -> str:
        if self.breakable and _length(left) + _length(right) > LONG:
            return f'class("opening", ⟨) {left} class("binary", comma) {right} class("closing", ⟩)'
        return f"lr(⟨ {left} comma {right} ⟩)"

    beside = " "
    delta = "delta"
    partial = "partial "

    def entry(self, node: Expr, base: str, index: str) -> str:
        if "_" in base and isinstance(node, n.Symbol):
            base = f"({base})"
        return self.subscript(base, index.replace(",", "") if len(index) == 3 else index)

    def root(self, source: str) -> str:
        return self._fitted(f"sqrt({source})")

    def absolute(self, source: str) -> str:
        return f"abs({source})"

    def norm(self, source: str, kind: str, argument: Expr) -> str:
        if self.breakable and _length(source) > LONG:
            return f'class("opening", ‖) {source} class("closing", ‖)_{kind}'
        return f"norm({source})_{kind}"

    def write_LogDet(self, node: n.LogDet, parts: list[Piece]) -> Piece:
        plain = isinstance(node.children[0], n.Symbol)
        inner = parts[0].source if plain else self.bracket(self.whole(parts[0]))
        return Piece(f"log abs(det {inner})", Level.PRODUCT)

    def matrix(self, rows: list[list[str]]) -> str:
        return self._fitted("mat(" + "; ".join(", ".join(row) for row in rows) + ")")

    def _fitted(self, source: str) -> str:
        """What no line can end in, made smaller where it is wider than its room."""
        return f"fit({source}, #({self.room}))" if self.breakable and _length(source) > LONG else source

    def differential(self, source: str) -> str:
        return f"{_DIFFERENTIAL} {source}"


def _is_increment(source: str) -> bool:
    """Whether a source is a differential, marked or not."""
    return _MARKED.sub("", source).startswith(_DIFFERENTIAL)


_ONE_PIECE = re.compile(r"term\(|, #\((?:room\()?[\d.]+(?:pt|em)\)?\)\)")
_SHAPE_BELOW = re.compile(r"limits\(|\)_\([^()]* times [^()]*\)")


def _length(source: str) -> int:
    """The characters of a source without what is written below its factors, and without colours."""
    seen = _MARKED.sub("", _SHAPE_BELOW.sub("", source) if _SHAPE in source else source)
    return len(_ONE_PIECE.sub("", seen).replace(_SIGNS_TO_BREAK_AT[0], " + ").replace(_SIGNS_TO_BREAK_AT[1], " - "))


def _between(before: str, source: str) -> float:
    """The space between two factors, in ems, where a line may end."""
    before, source = (_MARKED.sub("", part) for part in (before, source))
    wide = _SHAPE in before and _SHAPE in source
    apart = (
        _CALL.match(source) or source[0] == '"' or before[-1] == '"' or _is_increment(before) or _is_increment(source)
    )
    return 0.222 if wide else 0.167 if apart else 0.0


_CALL = re.compile(r'(op\("[^"]*"\)|[a-z]+)(\^\([^()]*\))?(_\([^()]*\))? ')


def _whole(base: str) -> str:
    """A base for a script: a call as one group, so that the script does not part the function from its bracket; one
    that is marked as it stands without the mark, its own script or last bracket beside that of the parent.
    """
    marked = _MARKED.match(base)
    if marked is None or _end(base, marked.end()) != len(base):
        return f"attach({base})" if _CALL.match(base) and not base.endswith(r"\)") else base
    colour, inner = marked.group(), base[marked.end() : -1]
    if (again := _MARKED.match(inner)) and _end(inner, again.end()) == len(inner):
        return _whole(inner)
    if inner.startswith(f"{_DIFFERENTIAL} "):
        return f"{colour}{_DIFFERENTIAL}) {_whole(f'{colour}{inner[len(_DIFFERENTIAL) + 1 :]})')}"
    if (script := _SCRIPT.fullmatch(inner)) and _end(inner, len(script["base"]) + 2) == len(inner):
        return f"{colour}{script['base']})_({colour}{script['index']}))"
    if (norm := _NORM.fullmatch(inner)) and _end(inner, len("norm(")) == len(inner) - len(norm["kind"]) - 1:
        return f"{colour}{norm['base']})_({colour}{norm['kind']}))"
    if inner.endswith(r"\)"):
        return rf"{colour}{inner[:-2]}) {colour}\))"
    return f"attach({base})" if _CALL.match(inner) else base


_SCRIPT = re.compile(r'(?P<base>\w+|"[^"]*")_\((?P<index>.*)\)')
_NORM = re.compile(r'(?P<base>norm\(.*\))_(?P<kind>\w+|"[^"]*")')


def _end(source: str, start: int) -> int:
    """The place behind the bracket that closes the one before `start`."""
    depth, at, quoted = 1, start, False
    while at < len(source) and depth:
        letter = source[at]
        quoted ^= letter == '"'
        if letter == "\\":
            at += 1
        elif not quoted:
            depth += (letter == "(") - (letter == ")")
        at += 1
    return at
