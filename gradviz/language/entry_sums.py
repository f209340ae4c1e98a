"""Sums over entries, read as products of whole vectors and matrices: ``sum_{i,j} x_i A_ij x_j`` is ``x' A x``.

Below a sum a part that depends on indices is an `Indexed`: a product of factors, each a scalar, a column (one index) or
a matrix (two indices). Summing over an index contracts the factors that carry it; functions of one variable act on
every entry at once. What needs three indices at once has no matrix form and is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gradviz.algebra import nodes as n
from gradviz.algebra.build import transposed
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import MINUS_ONE, Expr, Number
from gradviz.algebra.shapes import Dim, Shape
from gradviz.algebra.walk import preorder, symbols
from gradviz.language.diagnostics import MeaningError
from gradviz.language.shorthands import ENTRYWISE
from gradviz.language.syntax import Syntax
from gradviz.language.typing import Typing
from gradviz.sentences import say

__all__ = ["EntrySums", "has_entries"]

Factor = tuple[Expr, str]
"""A column and its index, or a matrix and its two: ``(A, "ij")``."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """A product that depends on indices.

    Attributes
    ----------
    scalars : factors without an index.
    factors : columns and matrices whose entries are the factors with an index.
    rest : a vector or matrix without an index that the whole multiplies, or None.
    """

    scalars: tuple[Expr, ...] = ()
    factors: tuple[Factor, ...] = ()
    rest: Expr | None = None

    @property
    def indices(self) -> str:
        """The indices that occur, each once, in order."""
        return "".join(dict.fromkeys("".join(indices for _, indices in self.factors)))


def has_entries(tree: Syntax) -> bool:
    """Whether anything in a tree is an entry under the index of a sum."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if part.kind == "bound":
            return True
        waiting += part.parts
    return False


class EntrySums:
    """Reads sums over entries.

    Parameters
    ----------
    build : elaborates what holds no index.
    typing : solved.
    """

    def __init__(self, build: Callable[[Syntax], Expr], typing: Typing) -> None:
        self.build = build
        self.typing = typing
        self.running: list[str] = []

    def expression(self, tree: Syntax) -> Expr:
        """The expression of a whole sum over entries."""
        found = self.value(tree)
        if found.indices:
            index = found.indices[0]
            raise MeaningError(tree, say("the index {index} is used outside the sum that binds it", index=index))
        factors = [*found.scalars, *([found.rest] if found.rest is not None else [])]
        return factors[0] if len(factors) == 1 else n.Mul(*factors) if factors else Number(1)

    def value(self, tree: Syntax) -> Indexed:
        """A part of the sum."""
        if not has_entries(tree):
            return self._free(tree)
        match tree.kind:
            case "indexed sum":
                return self._sum_over(tree)
            case "index":
                return self._entry(tree)
            case "sum":
                return self._sum(tree)
            case "product" | "entrywise":
                return self._product(tree)
            case "power" | "entrywise power":
                return self._power(tree)
            case "call" if tree.text == "log" and tree.parts[0].kind == "call" and tree.parts[0].text == "gamma":
                return _applied(self._merged(tree.parts[0].parts[0]), lambda e: n.Apply(e, "lgamma"))
            case "call" if tree.text in FUNCTIONS:
                return _applied(self._merged(tree.parts[0]), lambda e: n.Apply(e, tree.text))
            case "call" if tree.text in ENTRYWISE:
                return _applied(self._merged(tree.parts[0]), ENTRYWISE[tree.text])
            case "call" if tree.text == "max" and len(tree.parts) == 2:
                (inner,) = [p for p in tree.parts if not (p.kind == "number" and p.number == 0)]
                return _applied(self._merged(inner), _positive_part)
            case "bars":
                return _applied(self._merged(tree.parts[0]), lambda e: n.Apply(e, "abs"))
            case "transpose":
                return self.value(tree.parts[0])
        hint = say("write this part with whole vectors and matrices, or the sum with a family")
        raise MeaningError(tree, say("entries under a sum can only be added, multiplied and put in functions"), hint)

    def _free(self, tree: Syntax) -> Indexed:
        built = self.build(tree)
        for symbol in symbols(built):
            for index in self.running:
                if any(n.is_member(symbol, i) for i in index):
                    message = say(
                        "{name} is one of a family, but the sum over {index} runs over entries",
                        name=symbol.name,
                        index=index,
                    )
                    hint = say("declare the whole (a matrix with these as its columns), or none of the entries")
                    raise MeaningError(tree, message, hint)
        return Indexed(scalars=(built,)) if built.is_scalar else Indexed(rest=built)

    def _entry(self, tree: Syntax) -> Indexed:
        base = self.build(tree.parts[0])
        names = [p.text if p.kind == "bound" else "" for p in tree.parts[1:]]
        fixed = [int(p.number) if p.kind == "number" else 0 for p in tree.parts[1:]]
        if len(names) == 1:
            return Indexed(factors=((base, names[0]),))
        if names[0] == names[1]:
            return Indexed(factors=((n.DiagonalOf(base), names[0]),))
        if not names[1]:
            return Indexed(factors=((n.Mul(base, n.Unit(fixed[1], base.shape.cols)), names[0]),))
        if not names[0]:
            return Indexed(factors=((n.Mul(n.Transpose(base), n.Unit(fixed[0], base.shape.rows)), names[1]),))
        return Indexed(factors=((base, names[0] + names[1]),))

    def _sum(self, tree: Syntax) -> Indexed:
        parts = [self._merged(p) for p in tree.parts]
        if any(p.rest is not None for p in parts):
            raise MeaningError(
                tree, say("vectors cannot be added to entries under a sum"), say("give each its own sum")
            )
        indices = "".join(dict.fromkeys("".join(p.indices for p in parts)))
        if len(indices) > 2:
            raise self._too_many(tree, indices)
        sizes = {i: size for p in parts for e, named in p.factors for i, size in zip(named, e.shape, strict=False)}
        shape = Shape(*(sizes[i] for i in indices), *([1] * (2 - len(indices))))
        terms = []
        for sign, part in zip(tree.signs, parts, strict=True):
            term = _spread(part, indices, shape)
            terms.append(n.Mul(MINUS_ONE, term) if sign == "-" else term)
        whole = terms[0] if len(terms) == 1 else n.Add(*terms)
        return Indexed(factors=((whole, indices),))

    def _product(self, tree: Syntax) -> Indexed:
        scalars: list[Expr] = []
        factors: list[Factor] = []
        rest: Expr | None = None
        for sign, part in zip(tree.signs, tree.parts, strict=True):
            if sign in ("/", "./"):
                divisor = self._merged(part)
                if divisor.rest is not None:
                    raise MeaningError(part, say("only a scalar can divide under a sum"))
                inverse = _applied(
                    divisor, lambda e: n.Power(e, MINUS_ONE) if e.is_scalar else n.HadamardPower(e, MINUS_ONE)
                )
                scalars += inverse.scalars
                factors += inverse.factors
                continue
            found = self.value(part)
            scalars += found.scalars
            factors += found.factors
            if found.rest is not None:
                rest = found.rest if rest is None else n.Mul(rest, found.rest)
        return Indexed(tuple(scalars), tuple(factors), rest)

    def _power(self, tree: Syntax) -> Indexed:
        base, exponent = tree.parts
        if base.kind == "name" and base.text == "e" and has_entries(exponent):
            return _applied(self._merged(exponent), lambda e: n.Apply(e, "exp"))
        if has_entries(exponent):
            raise MeaningError(
                exponent, say("an exponent cannot be an entry under a sum"), say("write exp(... log(...))")
            )
        power = self.build(exponent)
        return _applied(self._merged(base), lambda e: n.Power(e, power) if e.is_scalar else n.HadamardPower(e, power))

    def _sum_over(self, tree: Syntax) -> Indexed:
        index, _, _ = tree.text.partition(" ")
        limit = self.typing.unifier.value(self.typing.limits[tree])
        if limit is None:
            raise MeaningError(
                tree,
                say("nothing says how far {index} runs", index=index),
                say("give the sum a limit: sum_{{{index}=1}}^{{n}}", index=index),
            )
        self.running.append(index)
        inner = self.value(tree.parts[0])
        self.running.pop()
        return self._contracted(inner, index, limit, tree)

    def _contracted(self, value: Indexed, index: str, limit: Dim, tree: Syntax) -> Indexed:
        """The sum over an index: ``sum_j A_ij x_j`` is entry i of ``A x``."""
        columns = [e for e, named in value.factors if named == index]
        others = [(e, named) for e, named in value.factors if index not in named]
        matrices: dict[str, list[Expr]] = {}
        for e, named in value.factors:
            if index in named and len(named) == 2:  # turned so that its columns are counted by the index
                turned = (e, named[0]) if named[1] == index else (transposed(e), named[1])
                matrices.setdefault(turned[1], []).append(turned[0])
        if len(matrices) > 2:
            raise self._too_many(tree, index + "".join(matrices))
        if not columns and not matrices:
            count: Expr = Number(limit) if isinstance(limit, int) else _count(limit)
            return Indexed((count, *value.scalars), value.factors, value.rest)
        rows = [(_hadamard(found), outer) for outer, found in matrices.items()]
        if not rows:
            return Indexed((_total(columns), *value.scalars), tuple(others), value.rest)
        first, outer = rows[0]
        if len(rows) == 1:
            column = _hadamard(columns) if columns else n.Ones(limit, 1)
            return Indexed(value.scalars, (*others, (_product(first, column), outer)), value.rest)
        second, other = rows[1]
        middle = (n.Diag(_hadamard(columns)),) if columns else ()
        return Indexed(
            value.scalars, (*others, (_product(first, *middle, transposed(second)), outer + other)), value.rest
        )

    def _merged(self, tree: Syntax) -> Indexed:
        """A part with one factor for all its indices, at most two of them."""
        value = self.value(tree)
        indices = value.indices
        if len(indices) > 2:
            raise self._too_many(tree, indices)
        if len(value.factors) <= 1:
            return value
        columns: dict[str, list[Expr]] = {}
        matrices: list[Expr] = []
        for e, named in value.factors:
            if len(named) == 1:
                columns.setdefault(named, []).append(e)
            else:
                matrices.append(e if named == indices else transposed(e))
        if len(indices) == 1:
            return Indexed(value.scalars, ((_hadamard(columns[indices]), indices),), value.rest)
        left, right = (_hadamard(columns[i]) if i in columns else None for i in indices)
        if not matrices:
            assert left is not None, "two indices on columns alone"
            assert right is not None, "two indices on columns alone"
            return Indexed(value.scalars, ((n.Mul(left, n.Transpose(right)), indices),), value.rest)
        chain = [_hadamard(matrices)]
        chain = [n.Diag(left), *chain] if left is not None else chain
        chain = [*chain, n.Diag(right)] if right is not None else chain
        return Indexed(value.scalars, ((_product(*chain), indices),), value.rest)

    def _too_many(self, tree: Syntax, indices: str) -> MeaningError:
        message = say(
            "{count} indices at once ({indices}) have no form with vectors and matrices",
            count=len(indices),
            indices=", ".join(indices),
        )
        return MeaningError(tree, message, say("sum over one of them first, or define parts: u = A x"))


def _count(limit: Dim) -> Expr:
    return n.DimNumber(limit) if isinstance(limit, str) else n.Trace(n.Identity(limit))


def _applied(value: Indexed, function: Callable[[Expr], Expr]) -> Indexed:
    """A function of one variable of every entry; the value has been merged."""
    scalar = value.scalars[0] if len(value.scalars) == 1 else n.Mul(*value.scalars) if value.scalars else None
    if not value.factors:
        return Indexed(scalars=(function(scalar if scalar is not None else Number(1)),), rest=value.rest)
    ((whole, indices),) = value.factors
    return Indexed(factors=((function(n.Mul(scalar, whole) if scalar is not None else whole), indices),))


def _spread(value: Indexed, indices: str, shape: Shape) -> Expr:
    """A merged value as an array over the indices; where it lacks one it repeats."""
    scalar = value.scalars[0] if len(value.scalars) == 1 else n.Mul(*value.scalars) if value.scalars else None
    if not value.factors:
        return n.Fill(scalar if scalar is not None else Number(1), *shape)
    ((whole, named),) = value.factors
    if named != indices and len(named) == 2:
        whole = transposed(whole)
    elif named != indices and indices.startswith(named):
        whole = n.Mul(whole, n.Transpose(n.Ones(shape.cols, 1)))
    elif named != indices:
        whole = n.Mul(n.Ones(shape.rows, 1), n.Transpose(whole))
    return n.Mul(scalar, whole) if scalar is not None else whole


def _reciprocal(e: Expr) -> Expr:
    return n.Power(e, MINUS_ONE) if e.is_scalar else n.HadamardPower(e, MINUS_ONE)


def _hadamard(found: list[Expr]) -> Expr:
    """The entrywise product; what divides is written as a divisor."""
    if len(found) == 1:
        return found[0]
    below = [e for e in found if isinstance(e, n.HadamardPower) and e.children[1] is MINUS_ONE]
    if below and len(below) < len(found):
        above = _hadamard([e for e in found if e not in below])
        return n.HadamardQuotient(above, _hadamard([e.children[0] for e in below]))
    if all(e is found[0] for e in found):
        return n.HadamardPower(found[0], Number(len(found)))
    return n.Hadamard(*found)


def _product(*chain: Expr) -> Expr:
    flat: list[Expr] = []
    for e in chain:
        flat += e.children if isinstance(e, n.Mul) and not any(c.is_scalar for c in e.children) else [e]
    return n.Mul(*flat) if len(flat) > 1 else flat[0]


def _transposes(e: Expr) -> int:
    return sum(isinstance(node, n.Transpose) for node in preorder(e))


def _total(columns: list[Expr]) -> Expr:
    """The sum of the entries of the columns' entrywise product, as a person writes it."""
    if len(columns) == 2:
        return _product(transposed(columns[0]), columns[1])
    whole = _hadamard(columns)
    if isinstance(whole, n.DiagonalOf):
        return n.Trace(whole.children[0])
    if isinstance(whole, n.Mul) and isinstance(whole.children[-1], n.Ones):  # all rows of a matrix: all its entries
        inner = _product(*whole.children[:-1]) if len(whole.children) > 2 else whole.children[0]
        if isinstance(inner, n.Hadamard) and len(inner.children) == 2:
            first, second = inner.children
            turned = transposed(second)
            if _transposes(turned) < _transposes(second):  # sum_ij A_ij B_ji
                return n.Trace(_product(first, turned))
        return n.Sum(inner)
    return n.Sum(whole)


def _positive_part(e: Expr) -> Expr:
    """``max(0, U)``."""
    return n.Larger(n.ZERO if e.is_scalar else n.Fill(n.ZERO, *e.shape), e, "max")
