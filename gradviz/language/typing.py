"""Shapes of an untyped tree, by unification, for one assignment of kinds to the names.

`Typing` walks the tree once, gives every part a type (two dimensions that may still be unknown) and collects every
clash it meets; it does not stop at the first. How products group into chains is recorded for
`gradviz.language.elaborate`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain, count

from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.shapes import Dim, Shape, UnificationError, Unifier, dim_product, dim_text
from gradviz.language.syntax import Syntax

__all__ = ["MAX_SIZE", "Clash", "Type", "Typing"]

MAX_SIZE = 300
"""The largest fixed size; larger ones would only slow the numeric check."""
FREE_NAMES = ["n", "m", "p", "q", "r", "s", "k", "l", "a", "b", "c", "d", "u", "v", "w"]
"""Names for dimensions that nobody named, in the order in which they are handed out."""


@dataclass(frozen=True, slots=True)
class Type:
    """Two dimension variables, and whether the part is made of numbers alone (a number fits any shape in a sum)."""

    rows: int
    cols: int
    number: bool = False


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that does not fit; `message` may hold ``{0}``, ``{1}`` for the shapes in `types`."""

    syntax: Syntax
    message: str
    types: tuple[Type, ...] = ()
    suggestion: str = ""
    until: Syntax | None = None
    """The last part concerned, where the clash spans several."""
    final: bool = False
    """It was understood but cannot be done; reading the names as something else would only hide that."""


class Typing:
    """One attempt at typing.

    Parameters
    ----------
    shapes : canonical name -> shape with fixed dimensions, for what was declared or defined.
    kinds : canonical name -> "scalar", "vector" or "matrix", for the rest.
    signatures : unspecified function -> the sizes of its argument and its value, where declared.
    """

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        kinds: Mapping[str, str],
        signatures: Mapping[str, tuple[Dim, Dim]] | None = None,
    ) -> None:
        self.unifier = Unifier()
        self.one = self.unifier.fixed(1)
        self.shapes = shapes
        self.kinds = kinds
        self.signatures = signatures or {}
        self.clashes: list[Clash] = []
        self.groups: dict[Syntax, list[list[int]]] = {}
        """Per product: its matrix factors (by position) in chains."""
        self.types: dict[Syntax, Type] = {}
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

    def same(self, a: int, b: int) -> bool:
        """Try to make two dimensions equal. An unknown one is never one: vectors are not silently scalars."""
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
        return True

    def scalar(self, *, number: bool = False) -> Type:
        return Type(self.one, self.one, number)

    def clash(
        self,
        syntax: Syntax,
        message: str,
        *types: Type,
        suggestion: str = "",
        until: Syntax | None = None,
        final: bool = False,
    ) -> None:
        self.clashes.append(Clash(syntax, message, types, suggestion, until, final))

    # --- the walk ---

    def type_of(self, syntax: Syntax) -> Type | None:
        """The type of a part, or None after a clash in it. Recursion is bounded by the grammar's depth limit."""
        parts = [self.type_of(p) for p in syntax.parts]
        result: Type | None
        if any(p is None for p in parts):
            result = None
        else:
            method: Callable[..., Type | None] = getattr(self, "_" + syntax.kind.replace(" ", "_"))
            result = method(syntax, parts)
        if result is not None:
            self.types[syntax] = result
        return result

    def _number(self, syntax: Syntax, parts: list[Type]) -> Type:
        return self.scalar(number=True)

    def _dimension(self, syntax: Syntax, parts: list[Type]) -> Type:
        return self.scalar(number=True)

    def _name(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        if syntax.text in self.shapes or syntax.text in self.kinds or syntax.text in self._names:
            return self.name_type(syntax.text)
        if syntax.text in ("pi", "e"):
            return self.scalar(number=True)
        size = self.unifier.variable()  # I, of a size that its surroundings decide
        if syntax.text.startswith("I_"):
            found = self._subscript(syntax, syntax.text[2:])
            if found is None:
                return None
            size = found
        return Type(size, size)

    def _ones(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        if not syntax.text:  # of a size that its surroundings decide
            return Type(self.unifier.variable(), self.one)
        size = self._subscript(syntax, syntax.text)
        return None if size is None else Type(size, self.one)

    def _subscript(self, syntax: Syntax, text: str) -> int | None:
        """The size in ``I_n`` or ``1_3``."""
        if text.isdigit() and not 1 <= int(text) <= MAX_SIZE:
            self.clash(syntax, f"a size is a whole number from 1 to {MAX_SIZE}, or the name of a dimension")
            return None
        return self.dim(int(text) if text.isdigit() else text)

    def _sum(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        shaped = [(s, t) for s, t in zip(syntax.parts, parts, strict=True) if not self.is_scalar(t)]
        if not shaped:
            return self.scalar(number=all(t.number for t in parts))
        first, whole = shaped[0]
        for part, t in zip(syntax.parts, parts, strict=True):
            if self.is_scalar(t):
                if not t.number:
                    name = part.text if part.kind == "name" else "t"
                    hint = f"to add it to every entry, write {name} ones({self.dim_words(whole.rows)})"
                    self.clash(part, "a scalar cannot be added to a {0}", whole, suggestion=hint)
                    return None
            elif not (self.same(t.rows, whole.rows) and self.same(t.cols, whole.cols)):
                hint = ""
                if self.is_one(t.rows) and self.is_one(whole.cols):
                    hint = "transpose one of them with '"
                self.clash(
                    first,
                    "the terms of a sum need one shape, but these are {0} and {1}",
                    whole,
                    t,
                    suggestion=hint,
                    until=part,
                )
                return None
        return Type(whole.rows, whole.cols)

    def _product(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        for sign, part, t in zip(syntax.signs, syntax.parts, parts, strict=True):
            if sign == "/" and not self.is_scalar(t):
                hint = "use ./ to divide entry by entry, or inv(...) for a matrix"
                self.clash(part, "only a scalar can divide, but this is {0}", t, suggestion=hint)
                return None
        groups: list[list[int]] = []
        chains: list[Type] = []
        for i, t in enumerate(parts):
            if self.is_scalar(t):
                continue
            if chains and not self.is_scalar(chains[-1]) and self.same(chains[-1].cols, t.rows):
                groups[-1].append(i)
                chains[-1] = Type(chains[-1].rows, t.cols)
            else:
                groups.append([i])
                chains.append(t)
        self.groups[syntax] = groups
        shaped = [k for k, chain in enumerate(chains) if not self.is_scalar(chain)]
        if not shaped:
            return self.scalar(number=all(t.number for t in parts))
        if len(shaped) > 1:
            self._product_clash(syntax, parts, groups[shaped[0]][-1], groups[shaped[1]][0])
            return None
        return chains[shaped[0]]

    def _product_clash(self, syntax: Syntax, parts: list[Type], i: int, j: int) -> None:
        left, right = syntax.parts[i], syntax.parts[j]
        a, b = parts[i], parts[j]
        message = "these do not multiply: {0} times {1}"
        hint = ""
        if self.is_one(a.cols) and self.is_one(b.cols):
            message = "two columns do not multiply: {0} times {1}"
            names = [p.text if p.kind == "name" else "(...)" for p in (left, right)]
            hint = f"did you mean {names[0]}' {names[1]}, {names[0]} {names[1]}' or {names[0]} .* {names[1]}?"
        elif self.is_one(a.rows) and self.is_one(b.rows):
            hint = "transpose one of the two rows"
        elif not self.is_one(a.cols) and self.is_one(b.rows) and not self.is_one(b.cols):
            hint = "a row cannot follow a matrix: write the column, or transpose the other way"
        self.clash(left, message, a, b, suggestion=hint, until=right)

    def _entrywise(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        shaped = [t for t in parts if not self.is_scalar(t)]
        if not shaped:
            return self.scalar(number=all(t.number for t in parts))
        whole = shaped[0]
        for t, part, sign in zip(parts, syntax.parts, syntax.signs, strict=True):
            if self.is_scalar(t):
                continue
            if not (self.same(t.rows, whole.rows) and self.same(t.cols, whole.cols)):
                self.clash(
                    syntax.parts[0], f"{sign} needs equal shapes, but these are {{0}} and {{1}}", whole, t, until=part
                )
                return None
        return Type(whole.rows, whole.cols)

    def _kron(self, syntax: Syntax, parts: list[Type]) -> Type:
        rows, cols = parts[0].rows, parts[0].cols
        for t in parts[1:]:
            rows, cols = self._dim_product(rows, t.rows), self._dim_product(cols, t.cols)
        return Type(rows, cols)

    def _dim_product(self, a: int, b: int) -> int:
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

    def _transpose(self, syntax: Syntax, parts: list[Type]) -> Type:
        return Type(parts[0].cols, parts[0].rows, parts[0].number)

    def _power(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        base, exponent = parts
        if not self.is_scalar(exponent):
            if base.number and syntax.parts[0].text == "e":
                if self.is_one(exponent.cols) or self.is_one(exponent.rows):  # of a vector it is taken entry by entry
                    return Type(exponent.rows, exponent.cols)
                hint = "for the exponential of every entry write exp(...)"
                message = "the matrix exponential cannot be differentiated yet"
                self.clash(syntax, message, suggestion=hint, final=True)
                return None
            self.clash(syntax.parts[1], "an exponent is a scalar, but this is {0}", exponent)
            return None
        if self.is_scalar(base):
            return self.scalar(number=base.number and exponent.number)
        if self.is_one(base.cols) or self.is_one(base.rows):
            name = syntax.parts[0].text or "x"
            dual = f"{name}' {name}" if self.is_one(base.cols) else f"{name} {name}'"
            hint = f"did you mean {name} .^ 2 (entry by entry) or {dual}?"
            self.clash(syntax, "a vector has no power ({0})", base, suggestion=hint)
            return None
        if not self.same(base.rows, base.cols):
            self.clash(
                syntax, "only a square matrix has a power, but this is {0}", base, suggestion="did you mean .^ ?"
            )
            return None
        return Type(base.rows, base.cols)

    def _entrywise_power(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        base, exponent = parts
        if not self.is_scalar(exponent):
            self.clash(syntax.parts[1], "an exponent is a scalar, but this is {0}", exponent)
            return None
        return Type(base.rows, base.cols, base.number and exponent.number)

    def _norm(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        if syntax.text not in ("", "1", "2", "F"):
            self.clash(syntax, f"the norm {syntax.text!r} is not known", suggestion="known are ||x||, ||x||_1, ||X||_F")
            return None
        if syntax.text == "2" and not self.is_one(parts[0].cols) and not self.is_one(parts[0].rows):
            hint = "the spectral norm is not known; ||X||_F is the Frobenius norm"
            self.clash(syntax, "||.||_2 is for vectors, but this is {0}", parts[0], suggestion=hint)
            return None
        return self.scalar()

    def _bars(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        if self.is_scalar(parts[0]):
            return self.scalar(number=parts[0].number)
        return self._square(syntax, parts[0], "|A|, a determinant,")

    def _square(self, syntax: Syntax, t: Type, what: str) -> Type | None:
        if not self.same(t.rows, t.cols):
            self.clash(syntax, f"{what} needs a square matrix, but this is {{0}}", t)
            return None
        return self.scalar()

    def _angle(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        a, b = parts
        if not (self.same(a.rows, b.rows) and self.same(a.cols, b.cols)):
            self.clash(syntax, "<a, b> needs equal shapes, but these are {0} and {1}", a, b)
            return None
        return self.scalar()

    def _matrix(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        widths = {int(w) for w in syntax.signs}
        if len(widths) > 1:
            self.clash(
                syntax, f"the rows have {' and '.join(map(str, sorted(widths)))} entries; all need the same number"
            )
            return None
        for part, t in zip(syntax.parts, parts, strict=True):
            if not self.is_scalar(t):
                self.clash(part, "an entry of an explicit matrix is a scalar, but this is {0}", t)
                return None
        return Type(self.dim(len(syntax.signs)), self.dim(widths.pop()))

    def _index(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        for index in syntax.parts[1:]:
            if index.kind != "number" or index.number.denominator != 1 or index.number < 1:
                self.clash(index, "an index is a whole number, counted from one")
                return None
        if len(parts) == 2 and not self.is_one(parts[0].cols):
            self.clash(syntax, "an entry of a {0} matrix needs two indices", parts[0], suggestion="A[1,2]")
            return None
        for index, size in zip(syntax.parts[1:], (parts[0].rows, parts[0].cols), strict=False):
            known = self.unifier.value(size)
            if isinstance(known, int) and index.number > known:
                self.clash(index, f"there is no entry {index.number}: {{0}}", parts[0])
                return None
        return self.scalar()

    def _density(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        """``N(x; mu, v)`` of scalars with the variance v, or ``N(x; mu, S)`` of columns with the covariance S."""
        x, mean, spread = parts
        if not (self.is_one(x.cols) and self.same(x.rows, mean.rows) and self.same(x.cols, mean.cols)):
            self.clash(syntax, "N(x; mu, S) needs a column or scalar x and mu of one shape, not {0} and {1}", x, mean)
            return None
        if not (self.same(x.rows, spread.rows) and self.same(x.rows, spread.cols)):
            self.clash(syntax.parts[2], "the covariance belongs to {0}, but this is {1}", x, spread)
            return None
        return self.scalar()

    def _indexed_sum(self, syntax: Syntax, parts: list[Type]) -> Type:
        return Type(parts[0].rows, parts[0].cols)

    def _unspecified(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        """``L(y)`` or a derivative: the shapes of the function are those of its declaration, or a scalar's by
        default.
        """
        argument = parts[0]
        name, order = syntax.text.rstrip("'"), syntax.text.count("'")
        if not self.is_one(argument.cols):
            self.clash(syntax.parts[0], f"{name} takes a scalar or a column, but this is {{0}}", argument)
            return None
        declared = self.signatures.get(name)
        rows = self.one
        if declared is not None:
            source, target = self.dim(declared[0]), self.dim(declared[1])
            if not self.same(argument.rows, source):
                self.clash(syntax.parts[0], f"{name} takes {{1}}, but this is {{0}}", argument, Type(source, self.one))
                return None
            rows = target
        if order == 0:
            return Type(rows, self.one)
        if order == 1:
            return Type(argument.rows, self.one) if self.is_one(rows) else Type(rows, argument.rows)
        return Type(argument.rows, argument.rows)

    # --- functions ---

    def _call(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        name, argument = syntax.text, parts[0]
        if name in ("norm", "ones", "zeros", "kron"):
            if len(parts) > 2 or (name == "kron" and len(parts) != 2):
                self.clash(syntax, f"{name} takes {'two arguments' if name == 'kron' else 'one or two arguments'}")
                return None
        elif name in ("max", "min") and len(parts) == 2:
            return self._relu(syntax, parts)
        elif len(parts) != 1:
            self.clash(syntax, f"{name} takes one argument, but here are {len(parts)}")
            return None
        if name in FUNCTIONS:
            return Type(argument.rows, argument.cols, argument.number)
        match name:
            case "tr" | "det" | "logdet":
                return self._square(syntax, argument, name)
            case "inv":
                return None if self._square(syntax, argument, name) is None else Type(argument.rows, argument.cols)
            case "transpose":
                return Type(argument.cols, argument.rows)
            case "sum" | "logsumexp":
                return self.scalar()
            case "norm":
                return self._norm_call(syntax)
            case "softmax":
                if not self.is_one(argument.cols):
                    self.clash(syntax, "softmax needs a column vector, but this is {0}", argument)
                    return None
                return Type(argument.rows, argument.cols)
            case "vec":
                return Type(self._dim_product(argument.rows, argument.cols), self.one)
            case "diag":
                if self.is_one(argument.cols):
                    return Type(argument.rows, argument.rows)
                return None if self._square(syntax, argument, "diag") is None else Type(argument.rows, self.one)
            case "kron":
                return self._kron(syntax, parts)
            case "ones" | "zeros" | "eye":
                return self._sized(syntax)
        self.clash(
            syntax, f"{name} is known, but cannot be differentiated yet", suggestion="rewrite it with other functions"
        )
        return None

    def _relu(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        """``max(0, x)``."""
        zero = [p.kind == "number" and p.number == 0 for p in syntax.parts]
        if syntax.text != "max" or not any(zero):
            hint = "max(0, x) is known, and so is relu(x)"
            self.clash(syntax, f"{syntax.text} of two arguments is not known yet", suggestion=hint)
            return None
        whole = parts[1] if zero[0] else parts[0]
        return Type(whole.rows, whole.cols)

    def _norm_call(self, syntax: Syntax) -> Type | None:
        if len(syntax.parts) == 2:
            kind = syntax.parts[1]
            if kind.text not in ("1", "2", "F"):
                self.clash(kind, "the kind of a norm is 1, 2 or F")
                return None
        return self.scalar()

    def _sized(self, syntax: Syntax) -> Type | None:
        sizes: list[int] = []
        for part in syntax.parts:
            if part.kind == "number" and part.number.denominator == 1 and part.number >= 1:
                if part.number > MAX_SIZE:
                    message = f"a size above {MAX_SIZE} is not needed to derive"
                    self.clash(part, message, suggestion="use a name, as in ones(n)")
                    return None
                sizes.append(self.dim(int(part.number)))
            elif part.kind in ("dimension", "name"):
                sizes.append(self.dim(part.text))
            else:
                self.clash(part, "a size is a whole number or the name of a dimension")
                return None
        if syntax.text == "eye":
            return Type(sizes[0], sizes[0])
        return Type(sizes[0], sizes[1] if len(sizes) > 1 else self.one)

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
        for name in names:
            t = self._names[name]
            rows, cols = self.unifier.root(t.rows), self.unifier.root(t.cols)
            free = [d for d in (rows, cols) if self.unifier.value(d) is None and uses[d] == 1]
            if free and rows != cols and not self.is_one(rows) and not self.is_one(cols):
                self.unifier.unify(rows, cols)

    def name_free_dimensions(self, order: list[str], taken: set[str]) -> None:
        """Give every unknown dimension a name, the names in `order` first, avoiding those in `taken`."""
        supply = (name for name in chain(FREE_NAMES, (f"n{k}" for k in count(1))) if name not in taken)
        for t in (*[self.name_type(name) for name in order], *self.types.values()):
            for variable in (t.cols, t.rows):
                if self.unifier.value(variable) is None and variable not in self._pairs:
                    self.unifier.assign(variable, next(supply))
        for pair, (a, b) in self._pairs.items():
            rows, cols = self.unifier.value(a), self.unifier.value(b)
            if self.unifier.value(pair) is None and rows is not None and cols is not None:
                self.unifier.assign(pair, dim_product(rows, cols))

    def shape(self, t: Type) -> Shape:
        """The solved shape (every dimension must have a value by now)."""
        rows, cols = self.unifier.value(t.rows), self.unifier.value(t.cols)
        assert rows is not None, "a dimension was left without a name"
        assert cols is not None, "a dimension was left without a name"
        return Shape(rows, cols)

    def dim_words(self, variable: int) -> str:
        value = self.unifier.value(variable)
        return "n" if value is None else dim_text(value)

    def shape_words(self, t: Type) -> str:
        """A shape for a message: ``m×n matrix``, ``column with n rows``, ``scalar``."""
        rows, cols = self.dim_words(t.rows), self.dim_words(t.cols)
        if self.is_scalar(t):
            return "scalar"
        if self.is_one(t.cols):
            return f"{rows}×1 column"
        if self.is_one(t.rows):
            return f"1×{cols} row"
        return f"{rows}×{cols} matrix"
