"""What is known of shapes: types of names and parts, equal dimensions and why they are equal, and what clashes.

The rules that say which shape each kind of syntax has are in `gradviz.language.shape_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain, count

from gradviz.algebra.shapes import Dim, Shape, ShapeError, UnificationError, Unifier, dim_product, dim_text
from gradviz.language.syntax import Syntax
from gradviz.sentences import Sentence, phrase, say

__all__ = ["MAX_SIZE", "Clash", "ClashError", "Tie", "Type", "Typing", "snippet"]

MAX_SIZE = 300
"""The largest fixed size; larger ones would only slow the numeric check."""
FREE_NAMES = ["n", "m", "p", "q", "r", "s", "k", "l", "a", "b", "c", "d", "u", "v", "w"]
"""Names for dimensions that nobody named, in the order in which they are handed out."""
MAX_SNIPPET = 40
"""Characters of the text that a message repeats."""


@dataclass(frozen=True, slots=True)
class Type:
    """Two dimension variables, and whether the part is made of numbers alone (a number fits any shape in a sum)."""

    rows: int
    cols: int
    number: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that does not fit.

    The message is a template that may hold ``{shape0}``, ``{shape1}`` for the shapes in `types` in words, ``{size0}``,
    ``{rows0}``, ``{cols0}`` for them in short, ``{part0}`` for what was written, ``{whole}`` for all that is marked,
    and the names in `values`.
    """

    syntax: Syntax
    message: str
    types: tuple[Type, ...] = ()
    parts: tuple[Syntax, ...] = ()
    """What the types belong to."""
    suggestion: str = ""
    until: Syntax | None = None
    """The last part concerned, where the clash spans several."""
    final: bool = False
    """It was understood but cannot be done; reading the names as something else would only hide that."""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two dimensions that something in the text makes equal, and where."""

    a: int
    b: int
    start: int
    end: int


class ClashError(Exception):
    """Something does not fit, and the typing is not patient."""


class Typing:
    """What one attempt at typing knows.

    Parameters
    ----------
    shapes : canonical name -> shape with fixed dimensions, for what was declared or defined.
    kinds : canonical name -> "scalar", "vector" or "matrix", for the rest.
    signatures : unspecified function -> the sizes of its argument and its value, where declared.
    patient : collect every clash; otherwise the first one raises `ClashError`, which makes a search quick.
    """

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        kinds: Mapping[str, str],
        signatures: Mapping[str, tuple[Dim, Dim, Dim]] | None = None,
        *,
        patient: bool = True,
    ) -> None:
        self.patient = patient
        self.unifier = Unifier()
        self.one = self.unifier.fixed(1)
        self.shapes = shapes
        self.kinds = kinds
        self.signatures = signatures or {}
        self.clashes: list[Clash] = []
        self.groups: dict[Syntax, list[list[int]]] = {}
        """Per product: its matrix factors (by position) in chains."""
        self.dots: dict[Syntax, dict[int, int]] = {}
        """Per product: where a dot of two columns begins -> the first factor behind the dot."""
        self.types: dict[Syntax, Type] = {}
        self.ties: list[Tie] = []
        self.squared: set[str] = set()
        """Matrices that are square because nothing else settles their size."""
        self.here: Syntax | None = None
        """The part whose shape is being worked out."""
        self.limits: dict[Syntax, int] = {}
        """Per sum over an index: how far it runs."""
        self._limits: dict[str, list[int]] = {}
        """Per index: the limits of the sums that are open, the innermost last."""
        self._names: dict[str, Type] = {}
        self._fixed: dict[Dim, int] = {1: self.one}
        self._pairs: dict[int, tuple[int, int]] = {}
        """Unknown products of sizes, as in ``vec(X)``: the variable, and the two it is the product of."""

    # --- types of names ---

    def name_type(self, name: str) -> Type:
        """The type of a name, the same at every use."""
        found = self._names.get(name)
        if found is None:
            if name in self.shapes:
                rows, cols = self.shapes[name]
                found = Type(self.dim(rows), self.dim(cols))
            else:
                kind = self.kinds[name]
                found = Type(
                    self.one if kind == "scalar" else self.unifier.variable(),
                    self.unifier.variable() if kind == "matrix" else self.one,
                )
            self._names[name] = found
        return found

    def dim(self, dim: Dim) -> int:
        if dim not in self._fixed:
            self._fixed[dim] = self.unifier.fixed(dim)
        return self._fixed[dim]

    # --- facts about types ---

    def is_one(self, variable: int) -> bool:
        return self.unifier.value(variable) == 1

    def is_scalar(self, t: Type) -> bool:
        return self.is_one(t.rows) and self.is_one(t.cols)

    def same(self, a: int, b: int, between: tuple[Syntax, Syntax] | None = None) -> bool:
        """Try to make two dimensions equal. An unknown one is never one: vectors are not silently scalars.

        `between` is where the text makes them equal; by default the whole of the part that is being worked out.
        """
        if self.is_one(a) != self.is_one(b):
            return False
        first, second = self._pairs.get(a), self._pairs.get(b)
        if (
            first is not None
            and second is not None
            and not (self.same(first[0], second[0]) and self.same(first[1], second[1]))
        ):
            return False
        try:
            self.unifier.unify(a, b)
        except UnificationError:
            return False
        if a != b and self.here is not None and not self.is_one(a):
            first_part, last_part = between or (self.here, self.here)
            self.ties.append(Tie(a, b, first_part.start, last_part.end))
        return True

    def kronecker(self, parts: list[Type]) -> Type:
        """The type of a Kronecker product."""
        rows, cols = parts[0].rows, parts[0].cols
        for t in parts[1:]:
            rows, cols = self.product_of_dims(rows, t.rows), self.product_of_dims(cols, t.cols)
        return Type(rows, cols)

    def product_of_dims(self, a: int, b: int) -> int:
        """The product of two sizes; where one is unknown the product is an unknown of its own."""
        p, q = self.unifier.value(a), self.unifier.value(b)
        if p == 1:
            return b
        if q == 1:
            return a
        if p is not None and q is not None:
            return self.dim(dim_product(p, q))
        pair = self.unifier.variable()
        self._pairs[pair] = (a, b)
        return pair

    def pair_of(self, variable: int) -> tuple[int, int] | None:
        """The two sizes of which an unknown one is the product, or None."""
        return self._pairs.get(variable)

    def scalar(self, *, number: bool = False) -> Type:
        return Type(self.one, self.one, number)

    def clash(
        self,
        syntax: Syntax,
        message: str,
        *types: Type,
        parts: tuple[Syntax, ...] = (),
        suggestion: str = "",
        until: Syntax | None = None,
        final: bool = False,
        values: Mapping[str, object] | None = None,
    ) -> None:
        """Note what does not fit: a template that `message` fills with shapes, sizes, parts and `values`."""
        self.clashes.append(Clash(syntax, message, types, parts, suggestion, until, final, values or {}))
        if not self.patient:
            raise ClashError

    def norm_of(self, syntax: Syntax, argument: Type, kind: str) -> Type | None:
        """A scalar, where the argument has a norm of that kind."""
        if kind == "inf" and not self.is_one(argument.cols) and not self.is_one(argument.rows):
            hint = say("the largest entry of all is max(abs(X))")
            message = phrase("||.||_inf is for vectors, but this is {shape0}")
            self.clash(syntax, message, argument, suggestion=hint, final=True)
            return None
        if kind == "nuc" and (self.is_one(argument.cols) or self.is_one(argument.rows)):
            message = phrase("the nuclear norm is of a matrix, but this is {shape0}")
            self.clash(syntax, message, argument)
            return None
        return self.scalar()

    # --- solutions ---

    def define(self, name: str, t: Type) -> None:
        """Let a name stand for something of a type (a definition)."""
        self._names[name] = t

    def square_up(self, names: list[str]) -> None:
        """Make square the matrices of which one size touches nothing else in the text."""
        uses: dict[int, int] = {}
        for t in self._names.values():
            for root in {self.unifier.root(t.rows), self.unifier.root(t.cols)}:
                uses[root] = uses.get(root, 0) + 1
        # Found before any is made square: a matrix beside one that was is not settled by nothing, but by that one.
        found = []
        for name in names:
            t = self._names[name]
            rows, cols = self.unifier.root(t.rows), self.unifier.root(t.cols)
            free = [d for d in (rows, cols) if self.unifier.value(d) is None and uses[d] == 1]
            if free and rows != cols and not self.is_one(rows) and not self.is_one(cols):
                found.append(name)
        for name in found:
            self.unifier.unify(self._names[name].rows, self._names[name].cols)
            self.squared.add(name)

    def name_free_dimensions(self, order: list[str], taken: set[str]) -> None:
        """Give every unknown dimension a name, the names in `order` first, avoiding those in `taken`."""
        supply = (name for name in chain(FREE_NAMES, (f"n{k}" for k in count(1))) if name not in taken)
        products = {self.unifier.root(pair) for pair in self._pairs}  # and what is equal to them: A in vec(X)' A vec(X)
        for t in (*[self.name_type(name) for name in order], *self.types.values()):
            for variable in (t.cols, t.rows):
                if self.unifier.value(variable) is None and self.unifier.root(variable) not in products:
                    self.unifier.assign(variable, next(supply))
        for _ in self._pairs:  # a product of products waits for its factors
            for pair, (a, b) in self._pairs.items():
                rows, cols = self.unifier.value(a), self.unifier.value(b)
                if self.unifier.value(pair) is None and rows is not None and cols is not None:
                    self.unifier.assign(pair, dim_product(rows, cols))

    def shape(self, t: Type) -> Shape:
        """The solved shape.

        Raises
        ------
        ShapeError
            Where a size is a product of itself and another, as in ``X kron(A, X)``, and no name can be found for it.
        """
        rows, cols = self.unifier.value(t.rows), self.unifier.value(t.cols)
        if rows is None or cols is None:
            raise ShapeError(say("the sizes cannot be settled"))
        return Shape(rows, cols)

    def dim_words(self, variable: int) -> str:
        value = self.unifier.value(variable)
        return "n" if value is None else dim_text(value)

    def shape_words(self, t: Type) -> str:
        """A shape for a message: ``m×n matrix``, ``column with n rows``, ``scalar``."""
        rows, cols = self.dim_words(t.rows), self.dim_words(t.cols)
        if self.is_scalar(t):
            return say("scalar")
        if self.is_one(t.cols):
            return say("{rows}×1 column", rows=rows)
        if self.is_one(t.rows):
            return say("1×{columns} row", columns=cols)
        return say("{rows}×{columns} matrix", rows=rows, columns=cols)

    def message(self, clash: Clash, text: str) -> str:
        """The message of a clash, its shapes and parts put in."""
        fields: dict[str, object] = dict(clash.values)
        for i, t in enumerate(clash.types):
            rows, cols = self.dim_words(t.rows), self.dim_words(t.cols)
            fields |= {f"size{i}": f"{rows}×{cols}", f"rows{i}": rows, f"cols{i}": cols}
            fields[f"shape{i}"] = self.shape_words(t)
        for i, part in enumerate(clash.parts):
            fields[f"part{i}"] = snippet(text, part.start, part.end)
        end = clash.until.end if clash.until is not None else clash.syntax.end
        fields["whole"] = snippet(text, clash.syntax.start, end)
        return Sentence(clash.message, {name: value for name, value in fields.items() if f"{{{name}" in clash.message})


def snippet(text: str, start: int, end: int) -> str:
    """A piece of the text for a message, without the commands that only dress LaTeX, cut in the middle where it is
    long.
    """
    piece = " ".join(text[start:end].split())
    if "\\" in piece:
        piece = _balanced(_FONT.sub("", piece))
    return piece if len(piece) <= MAX_SNIPPET else f"{piece[:16]} … {piece[-16:]}"


_FONT = re.compile(
    r"\\(?:mathbf|boldsymbol|bm|mathrm|mathsf|mathit|mathcal|left|right|bigl?|bigr?|Bigl?|Bigr?)(?![A-Za-z])\s*"
)


def _balanced(piece: str) -> str:
    """The piece without braces that open or close outside it, and without those around one letter or command."""
    kept = dict(enumerate(piece))
    open_: list[int] = []
    for i, c in enumerate(piece):
        if c == "{":
            open_.append(i)
        elif c == "}":
            if open_:
                start = open_.pop()
                dresses = piece[start - 1 : start] in ("^", "_") or _COMMAND.search(piece, 0, start) is not None
                if _ALONE.fullmatch(piece, start + 1, i) and not dresses:
                    kept[start] = " " if piece[start - 1 : start].isalpha() else ""
                    kept[i] = ""
            else:
                del kept[i]
    for i in open_:
        del kept[i]
    return "".join(kept.values())


_COMMAND = re.compile(r"\\(?:hat|bar|tilde|dot|widehat|widetilde|overline|sqrt|frac|text|operatorname)\s*\Z")
_ALONE = re.compile(r"\s*(?:\\[A-Za-z]+|[A-Za-z])\s*")
