"""Which shape each kind of syntax has, by unification, for one assignment of kinds to the names.

`ShapeRules` walks the tree once, gives every part a type (two dimensions that may still be unknown) and collects every
clash it meets; it does not stop at the first. How products group into chains is recorded for
`gradviz.language.elaborate`. The functions are in `gradviz.language.call_rules`.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from gradviz.language.call_rules import call_type, power_norm, square
from gradviz.language.names import COMMUTATION
from gradviz.language.syntax import SPREAD, Syntax, row_and_column
from gradviz.language.typing import MAX_SIZE, Type, Typing
from gradviz.sentences import listed, phrase, say

__all__ = ["ShapeRules"]


class ShapeRules(Typing):
    """One method a kind of syntax: the part and its operands' types to its own type, or None after a clash."""

    def type_of(self, syntax: Syntax) -> Type | None:
        """The type of a part, or None after a clash in it. Recursion is bounded by the grammar's depth limit."""
        if syntax.kind == "indexed sum":
            self._open_index(syntax)
        parts = [self.type_of(p) for p in syntax.parts]
        result: Type | None
        loose = [p for p in syntax.parts if p.kind == "bound"] if syntax.kind != "index" else []
        if loose:
            message = phrase("the index {index} is no number here: it can only choose an entry, as in x_{index}")
            self.clash(
                loose[0],
                message,
                values={"index": loose[0].text},
                suggestion=say("write the numbers as a vector of their own"),
            )
            result = None
        elif any(p is None for p in parts):
            result = None
        else:
            method: Callable[..., Type | None] = getattr(self, "_" + syntax.kind.replace(" ", "_"))
            self.here = syntax
            result = method(syntax, parts)
        if syntax.kind == "indexed sum":
            self._limits[syntax.text.partition(" ")[0]].pop()
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
        commutation = COMMUTATION.fullmatch(syntax.text)
        if commutation is not None:
            size = self.product_of_dims(self.dim(commutation.group(1)), self.dim(commutation.group(2)))
            return Type(size, size)
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
            message = phrase("a size is a whole number from 1 to {limit}, or the name of a dimension")
            self.clash(syntax, message, values={"limit": MAX_SIZE})
            return None
        letters = text.replace(" ", "")
        if len(letters) > 1 and text not in self._fixed and all(c in self._fixed for c in letters):  # I_{m n}
            size = self.dim(letters[0])
            for letter in letters[1:]:
                size = self.product_of_dims(size, self.dim(letter))
            return size
        return self.dim(int(text) if text.isdigit() else text)

    def _sum(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        shaped = [(s, t) for s, t in zip(syntax.parts, parts, strict=True) if not self.is_scalar(t)]
        if not shaped:
            return self.scalar(number=all(t.number for t in parts))
        first, whole = shaped[0]
        for part, t in zip(syntax.parts, parts, strict=True):
            if self.is_scalar(t):
                if not t.number and syntax.text != SPREAD and not self._fills(part, shaped):
                    name = part.text if part.kind == "name" else "t"
                    sizes = [self.dim_words(whole.rows)]
                    if not self.is_one(whole.cols):
                        sizes.append(self.dim_words(whole.cols))
                    hint: str = say(
                        "to add it to every entry, write {name} ones({size})", name=name, size=", ".join(sizes)
                    )
                    if self.same(whole.rows, whole.cols):
                        hint = say(
                            "write {name} I to add it to the diagonal, {name} ones({size}) to add it to every entry",
                            name=name,
                            size=", ".join(sizes),
                        )
                    message = phrase("a scalar cannot be added to a {shape0}, which `{part0}` is")
                    self.clash(part, message, whole, parts=(first,), suggestion=hint)
                    return None
            elif not (self.same(t.rows, whole.rows) and self.same(t.cols, whole.cols)):
                hint = say("transpose one of them with '") if self._equal(t.rows, whole.cols) else ""
                message = phrase("the terms of a sum need one shape, but `{part0}` is {size0} and `{part1}` is {size1}")
                self.clash(part, message, whole, t, parts=(first, part), suggestion=hint)
                return None
        return Type(whole.rows, whole.cols)

    def _fills(self, part: Syntax, shaped: list[tuple[Syntax, Type]]) -> bool:
        """Whether a scalar in a sum of vectors or matrices is clearly meant for every entry: it is a mean, a maximum or
        the like (``x - mean(x)``), or what it is added to is written entry by entry (``x.^2 + t``).
        """
        return _is_reduced(part) or any(_is_entrywise(s) for s, _ in shaped)

    def _product(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        for sign, part, t in zip(syntax.signs, syntax.parts, parts, strict=True):
            if sign == "/" and not self.is_scalar(t):
                hint: str = say("use ./ to divide entry by entry, or inv(...) for a matrix")
                if self.is_one(t.rows):
                    hint = say("to divide by a whole product put it in brackets: / (x' x)")
                self.clash(part, phrase("only a scalar can divide, but this is {shape0}"), t, suggestion=hint)
                return None
        groups: list[list[int]] = []
        chains: list[Type] = []
        skip = 0
        for i, t in enumerate(parts):
            if i < skip or self.is_scalar(t):
                continue
            open_chain = bool(chains) and not self.is_scalar(chains[-1])
            if open_chain and self.same(chains[-1].cols, t.rows, (syntax.parts[groups[-1][-1]], syntax.parts[i])):
                groups[-1].append(i)
                chains[-1] = Type(chains[-1].rows, t.cols)
            elif open_chain and syntax.signs[i] == "·" and (end := self._dotted(syntax, parts, i, chains[-1])):
                self.dots.setdefault(syntax, {})[groups[-1][0]] = i
                groups[-1] += range(i, end)
                chains[-1] = self.scalar()
                skip = end
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

    def _dotted(self, syntax: Syntax, parts: list[Type], i: int, left: Type) -> int:
        """Where the column behind a dot ends, if the dot is an inner product: ``x · A y``; otherwise 0."""
        run, end = parts[i], i + 1
        while end < len(parts) and not syntax.signs[end] and self.same(run.cols, parts[end].rows):
            run, end = Type(run.rows, parts[end].cols), end + 1
        columns = self.is_one(left.cols) and self.is_one(run.cols)
        return end if columns and self.same(left.rows, run.rows) else 0

    def _product_clash(self, syntax: Syntax, parts: list[Type], i: int, j: int) -> None:
        left, right = syntax.parts[i], syntax.parts[j]
        a, b = parts[i], parts[j]
        first, second = (p.text if p.kind == "name" else "(...)" for p in (left, right))
        alone = sum(not self.is_scalar(t) for t in parts) == 2  # in a longer product a neighbour would not fit then
        message = phrase("`{part0}` is {size0} but `{part1}` has {rows1} rows: `{whole}` is no product")
        hint = ""
        if self.is_one(a.cols) and self.is_one(b.cols):
            message = phrase("two columns do not multiply: `{part0}` is {size0} and `{part1}` is {size1}")
            if self._equal(a.rows, b.rows):
                hint = say(
                    "did you mean {first}' {second}, {first} {second}' or {first} .* {second}?",
                    first=first,
                    second=second,
                )
            else:
                hint = say("did you mean {first} {second}'?", first=first, second=second)
        elif self.is_one(a.rows) and self.is_one(b.rows):
            message = phrase("two rows do not multiply: `{part0}` is {size0} and `{part1}` is {size1}")
            hint = say("transpose one of the two rows")
        elif not self.is_one(a.cols) and self.is_one(b.rows) and not self.is_one(b.cols):
            message = phrase("`{part0}` is {size0} but `{part1}` is a row, {size1}: `{whole}` is no product")
            hint = say("a row cannot follow a matrix: write the column, or transpose the other way")
        elif alone and self._equal(a.rows, b.rows):
            hint = say("did you mean {first}' {second}?", first=first, second=second)
        elif alone and self._equal(a.cols, b.cols):
            hint = say("did you mean {first} {second}'?", first=first, second=second)
        self.clash(left, message, a, b, parts=(left, right), suggestion=hint, until=right)

    def _equal(self, a: int, b: int) -> bool:
        """Whether two sizes are known to be equal."""
        return self.unifier.root(a) == self.unifier.root(b) or (
            self.unifier.value(a) is not None and self.unifier.value(a) == self.unifier.value(b)
        )

    def _entrywise(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        shaped = [(s, t) for s, t in zip(syntax.parts, parts, strict=True) if not self.is_scalar(t)]
        if not shaped:
            return self.scalar(number=all(t.number for t in parts))
        first, whole = shaped[0]
        for t, part, sign in zip(parts, syntax.parts, syntax.signs, strict=True):
            if self.is_scalar(t):
                continue
            if not (self.same(t.rows, whole.rows) and self.same(t.cols, whole.cols)):
                message = phrase("{name} needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}")
                self.clash(first, message, whole, t, parts=(first, part), values={"name": sign}, until=part)
                return None
        return Type(whole.rows, whole.cols)

    def _kron(self, syntax: Syntax, parts: list[Type]) -> Type:
        return self.kronecker(parts)

    def _transpose(self, syntax: Syntax, parts: list[Type]) -> Type:
        return Type(parts[0].cols, parts[0].rows, parts[0].number)

    def _power(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        base, exponent = parts
        if not self.is_scalar(exponent):
            if base.number and syntax.parts[0].text == "e":
                if self.is_one(exponent.cols) or self.is_one(exponent.rows):  # of a vector it is taken entry by entry
                    return Type(exponent.rows, exponent.cols)
                if square(self, syntax, exponent, say("e raised to a matrix")) is None:
                    return None
                return Type(exponent.rows, exponent.cols)
            self.clash(syntax.parts[1], phrase("an exponent is a scalar, but this is {shape0}"), exponent)
            return None
        if self.is_scalar(base):
            return self.scalar(number=base.number and exponent.number)
        if self.is_one(base.cols) or self.is_one(base.rows):
            name = syntax.parts[0].text or "x"
            dual = f"{name}' {name}" if self.is_one(base.cols) else f"{name} {name}'"
            hint = say("did you mean {name} .^ 2 (entry by entry) or {dual}?", name=name, dual=dual)
            if syntax.parts[0].kind != "name":
                hint = say("did you mean .^ (entry by entry), or the squared norm ||...||^2?")
            self.clash(
                syntax,
                phrase("a vector has no power, and `{part0}` is {size0}"),
                base,
                parts=(syntax.parts[0],),
                suggestion=hint,
            )
            return None
        if not self.same(base.rows, base.cols):
            self.clash(
                syntax,
                phrase("only a square matrix has a power, but this is {shape0}"),
                base,
                suggestion=say("did you mean .^ ?"),
            )
            return None
        return Type(base.rows, base.cols)

    def _entrywise_power(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        base, exponent = parts
        if not self.is_scalar(exponent):
            self.clash(syntax.parts[1], phrase("an exponent is a scalar, but this is {shape0}"), exponent)
            return None
        return Type(base.rows, base.cols, base.number and exponent.number)

    def _norm(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        if len(parts) == 2:
            return power_norm(self, syntax, parts)
        return self.norm_of(syntax, parts[0], syntax.text)

    def _hole(self, syntax: Syntax, parts: list[Type]) -> Type:
        return self.scalar(number=True)

    def _infinity(self, syntax: Syntax, parts: list[Type]) -> Type:
        return self.scalar(number=True)

    def _bars(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        if self.is_scalar(parts[0]):
            return self.scalar(number=parts[0].number)
        if self.is_one(parts[0].cols) or self.is_one(parts[0].rows):
            hint = say("write abs(...) for the size of every entry, or ||...|| for the norm")
            message = phrase("bars are for numbers and square matrices, but this is {shape0}")
            self.clash(syntax, message, parts[0], suggestion=hint)
            return None
        return square(self, syntax, parts[0], say("|A|, a determinant,"))

    def _angle(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        a, b = parts
        if not (self.same(a.rows, b.rows) and self.same(a.cols, b.cols)):
            message = phrase("<a, b> needs equal shapes, but `{part0}` is {size0} and `{part1}` is {size1}")
            self.clash(syntax, message, a, b, parts=syntax.parts)
            return None
        return self.scalar()

    def _matrix(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        widths = {int(w) for w in syntax.signs}
        if len(widths) > 1:
            counts = listed([str(width) for width in sorted(widths)])
            message = phrase("the rows have {counts} entries; all need the same number")
            self.clash(syntax, message, values={"counts": counts})
            return None
        for part, t in zip(syntax.parts, parts, strict=True):
            if not self.is_scalar(t):
                self.clash(part, phrase("an entry of an explicit matrix is a scalar, but this is {shape0}"), t)
                return None
        return Type(self.dim(len(syntax.signs)), self.dim(widths.pop()))

    def _index(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        base, *indices = syntax.parts
        numbers = [index.number for index in indices]
        if len(indices) == 1 and not self.is_one(parts[0].cols):
            pair = row_and_column(indices[0])
            if pair is None:
                self.clash(syntax, phrase("an entry of a {shape0} needs two indices"), parts[0], suggestion="A[1,2]")
                return None
            indices, numbers = indices * 2, [*map(Fraction, pair)]
        for index, number, size in zip(indices, numbers, (parts[0].rows, parts[0].cols), strict=False):
            if index.kind == "bound":
                open_sums = self._limits.get(index.text)
                if not open_sums:
                    message = phrase("the index {index} is used outside the sum that binds it")
                    self.clash(index, message, values={"index": index.text})
                    return None
                if not self.same(open_sums[-1], size):
                    message = phrase("this is {size0}, but the index {index} runs to {rows1}")
                    if base.kind == "name":
                        message = phrase("{name} is {size0}, but the index {index} runs to {rows1}")
                    values = {"name": base.text, "index": index.text}
                    self.clash(syntax, message, parts[0], Type(open_sums[-1], self.one), values=values)
                    return None
                continue
            if index.kind != "number" or number.denominator != 1 or number < 1:
                message = phrase("an index is a whole number, counted from one, or the index of a sum around it")
                self.clash(index, message)
                return None
            known = self.unifier.value(size)
            if isinstance(known, int) and number > known:
                message = phrase("there is no entry {number}: {shape0}")
                self.clash(index, message, parts[0], values={"number": number})
                return None
            if not isinstance(known, int) and number > MAX_SIZE:
                message = phrase("entry {number} is further than the check of the derivation goes")
                hint = say("take one of the first {count}", count=MAX_SIZE)
                self.clash(index, message, values={"number": number}, suggestion=hint)
                return None
        return self.scalar()

    def _bound(self, syntax: Syntax, parts: list[Type]) -> Type:
        return self.scalar(number=True)

    def _open_index(self, syntax: Syntax) -> None:
        """Let an index run; where the sum has no upper limit, the entries under it settle how far."""
        index, _, upper = syntax.text.partition(" ")
        limit = self.dim(int(upper) if upper.isdigit() else upper) if upper else self.unifier.variable()
        self._limits.setdefault(index, []).append(limit)
        self.limits[syntax] = limit

    def _density(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        """``N(x; mu, v)`` of scalars with the variance v, or ``N(x; mu, S)`` of columns with the covariance S."""
        x, mean, spread = parts
        fits = mean.number or (self.same(x.rows, mean.rows) and self.same(x.cols, mean.cols))
        if not (self.is_one(x.cols) and fits):
            message = phrase("N(x; mu, S) needs a column or scalar x and mu of one shape, not {shape0} and {shape1}")
            self.clash(syntax, message, x, mean)
            return None
        if not (spread.number or (self.same(x.rows, spread.rows) and self.same(x.rows, spread.cols))):
            self.clash(syntax.parts[2], phrase("the covariance belongs to {shape0}, but this is {shape1}"), x, spread)
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
        declared = self.signatures.get(name)
        rows = self.one
        if declared is not None:
            source, target, width = map(self.dim, declared)
            fits = self.same(argument.rows, source)
            fits &= self.same(argument.cols, width) if declared[2] != 1 else self.is_one(argument.cols)
            if not fits:
                message = phrase("{name} takes {shape1}, but this is {shape0}")
                wanted = Type(source, width)
                self.clash(syntax.parts[0], message, argument, wanted, values={"name": name})
                return None
            rows = target
        matrix = not self.is_one(argument.cols)
        if matrix and (order == 2 or not self.is_one(rows)):
            self.clash(syntax, f"of {name}, which takes {{0}}, only the value and the gradient are known", argument)
            return None
        if order == 0:
            return Type(rows, self.one)
        if order == 1:
            return Type(argument.rows, argument.cols) if self.is_one(rows) else Type(rows, argument.rows)
        return Type(argument.rows, argument.rows)

    def _call(self, syntax: Syntax, parts: list[Type]) -> Type | None:
        return call_type(self, syntax, parts)


_REDUCTIONS = frozenset({"mean", "var", "std", "max", "min", "logsumexp", "sum"})
"""Functions of all entries of a vector that are customarily taken off or added to every entry."""


def _is_reduced(part: Syntax) -> bool:
    """Whether a part is made of means, sums and the like, and of numbers."""
    if part.kind == "call" and part.text in _REDUCTIONS and len(part.parts) == 1:
        return True
    if part.kind in ("number", "dimension"):
        return True
    return part.kind in ("product", "sum") and all(map(_is_reduced, part.parts))


def _is_entrywise(part: Syntax) -> bool:
    """Whether a term says by ``.^``, ``.*`` or ``./`` that it is meant entry by entry."""
    if part.kind in ("entrywise", "entrywise power"):
        return True
    if part.kind != "product" or "/" in part.signs:
        return False
    shaped = [p for p in part.parts if p.kind not in ("number", "dimension")]
    return len(shaped) == 1 and _is_entrywise(shaped[0])
