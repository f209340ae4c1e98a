"""The way back: an expression in entries as an entry of matrices and vectors.

A product under sums is a network: each factor with two indices is an edge, one with one index stands at a node, and a
summed index is contracted by multiplying what meets there (``Σ_k A_ik B_kj = (A B)_ij``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from gradviz.algebra import nodes as n
from gradviz.algebra.build import hadamard, is_one_in_each_entry, plus, power, quotient, times, trace, transposed
from gradviz.algebra.nodes import Expr, Index, Number
from gradviz.algebra.shapes import Dim
from gradviz.calculus.components.letters import all_letters, letters_in, put_index
from gradviz.calculus.trail import CannotError
from gradviz.sentences import say

__all__ = ["Converter", "Origins", "Tensor", "as_matrix", "multiplied_out"]

Origins = Mapping[Expr, tuple[Expr, Index, Index]]


@dataclass(frozen=True, slots=True)
class Tensor:
    """A scalar, a column whose place is the one index, or a matrix whose row and column are the two."""

    value: Expr
    indices: tuple[str, ...] = ()

    def turned(self) -> Tensor:
        return Tensor(transposed(self.value), self.indices[::-1])

    def with_rows(self, letter: str) -> Tensor:
        """The same matrix with its rows at the letter."""
        return self if self.indices[0] == letter else self.turned()


def as_matrix(e: Expr, indices: Sequence[str], sizes: Mapping[str, Dim], origins: Origins) -> Expr:
    """The scalar, column or matrix whose entry at the indices the expression is.

    Raises
    ------
    CannotError
        Where three or more matrices meet at an index.
    """
    converter = Converter(dict(sizes), origins)
    found = converter.shaped(converter.tensor(e), tuple(indices))
    return n.Ones(*found.shape) if isinstance(found, n.Fill) and found.children[0] is n.ONE else found


class Converter:
    """Makes scalars, columns and matrices of parts.

    Attributes
    ----------
    sizes : of the letters that stand in the part.
    origins : what entries were written from.
    """

    def __init__(self, sizes: dict[str, Dim], origins: Origins) -> None:
        self.sizes = sizes
        self.origins = origins

    def shaped(self, t: Tensor, indices: tuple[str, ...]) -> Expr:
        """The value at these indices; what does not depend on one is the same for all of it."""
        missing = [i for i in indices if i not in t.indices]
        if not missing:
            return transposed(t.value) if len(indices) == 2 and t.indices != indices else t.value
        if not t.indices:
            if not indices:
                return t.value
            rows, cols = self.sizes[indices[0]], self.sizes[indices[1]] if len(indices) > 1 else 1
            if t.value is n.ZERO:
                return n.Zero(rows, cols)
            return n.Fill(t.value, rows, cols)
        ones = n.Ones(self.sizes[missing[0]], 1)
        if t.indices[0] == indices[0]:
            return times(t.value, transposed(ones))
        return times(ones, transposed(t.value))

    def tensor(self, e: Expr) -> Tensor:
        origin = self.origins.get(e)
        if origin is not None:
            whole, *places = origin
            letters = tuple(p for p in places if isinstance(p, str))
            straight = whole.is_scalar or (len(letters) == 1 and whole.shape.cols == 1)
            if (straight or len(letters) == 2) and len(set(letters)) == len(letters):
                return Tensor(whole, letters)
        match e:
            case n.Entry() if letters_in(e):
                return self._entry(e)
            case n.Delta():
                return self._delta(e)
            case n.Add():
                return self._together([self.tensor(c) for c in e.children], plus)
            case n.Apply():
                t = self.tensor(e.children[0])
                return Tensor(n.Apply(t.value, e.function), t.indices)
            case n.Power():
                base, exponent = (self.tensor(c) for c in e.children)
                if exponent.indices:
                    raise CannotError(say("an exponent that is not the same for all entries has no matrix form here"))
                raised = power(base.value, exponent.value) if not base.indices else None
                return Tensor(raised or n.HadamardPower(base.value, exponent.value), base.indices)
            case n.Quotient():
                above, below = (self.tensor(c) for c in e.children)
                if not below.indices:
                    return Tensor(quotient(above.value, below.value), above.indices)
                if len(above.indices) == 2 and len(below.indices) == 1:
                    ones = n.Fill(n.ONE, *below.value.shape)
                    return self._joined([], [Tensor(n.HadamardQuotient(ones, below.value), below.indices), above])
                return self._together([above, below], n.HadamardQuotient)
            case n.Mul() | n.IndexedSum() if self._is_family_sum(e):
                assert isinstance(e, n.IndexedSum)
                t = self.tensor(e.children[0])
                return Tensor(n.IndexedSum(t.value, *e.data), t.indices)
            case n.Mul() | n.IndexedSum():
                sizes = dict(self.sizes)
                try:
                    return self._network(e)
                except CannotError:
                    multiplied = multiplied_out(e)
                    if multiplied is None:
                        raise
                    self.sizes = sizes
                    return self._together([self.tensor(t) for t in multiplied], plus)
        return Tensor(e)

    def _is_family_sum(self, e: Expr) -> bool:
        """A sum of the author's own, over the members of a family."""
        return isinstance(e, n.IndexedSum) and e.index not in letters_in(e.children[0])

    def _entry(self, e: n.Entry) -> Tensor:
        a, (row, col) = e.children[0], e.data
        if a.shape.cols == 1:
            return Tensor(a, (row,))
        if a.shape.rows == 1:
            return Tensor(transposed(a), (col,))
        if row == col:
            return Tensor(n.DiagonalOf(a), (row,))
        if isinstance(row, int):
            return Tensor(times(transposed(a), n.Unit(row, a.shape.rows)), (col,))
        if isinstance(col, int):
            return Tensor(times(a, n.Unit(col, a.shape.cols)), (row,))
        return Tensor(a, (row, col))

    def _delta(self, e: n.Delta) -> Tensor:
        letters = [i for i in e.data if isinstance(i, str)]
        size = self.sizes[letters[0]]
        if len(letters) == 1:
            (number,) = (i for i in e.data if isinstance(i, int))
            return Tensor(n.Unit(number, size), (letters[0],))
        return Tensor(n.Identity(size), e.data)

    def _together(self, parts: Sequence[Tensor], combine: Callable[..., Expr]) -> Tensor:
        indices = max((t.indices for t in parts), key=len)
        for t in parts:
            indices += tuple(i for i in t.indices if i not in indices)
        if len(indices) > 2:
            raise CannotError(
                say("a part with more than two indices has no matrix form; use the method of differentials")
            )
        return Tensor(combine(*[self.shaped(t, indices) for t in parts]), indices)

    # --- products under sums ---

    def _network(self, e: Expr) -> Tensor:
        return self._joined(*self.contracted(e))

    def contracted(self, e: Expr) -> tuple[list[Expr], list[Tensor]]:
        """A product under sums with every sum worked out: its scalars, and what has places that are not summed."""
        bound: list[str] = []
        items: list[Tensor] = []
        scalars: list[Expr] = []
        stack = [e]
        while stack:
            part = stack.pop()
            if part in self.origins and part is not e:
                pass
            elif isinstance(part, n.Mul):
                stack.extend(reversed(part.children))
                continue
            elif isinstance(part, n.IndexedSum) and not self._is_family_sum(part):
                letter, body = part.index, part.children[0]
                if letter in self.sizes:
                    new = next(
                        f"k{i}" for i in range(1, 999) if f"k{i}" not in self.sizes | dict.fromkeys(all_letters(e))
                    )
                    letter, body = new, put_index(body, letter, new)
                self.sizes[letter] = part.upper
                bound.append(letter)
                stack.append(body)
                continue
            elif isinstance(part, n.Quotient) and len(letters_in(part.children[0])) > (1 if bound else 2):
                below = self.tensor(part.children[1])
                if below.indices:
                    ones = n.Fill(n.ONE, *below.value.shape)
                    items.append(Tensor(n.HadamardQuotient(ones, below.value), below.indices))
                else:
                    scalars.append(quotient(n.ONE, below.value))
                stack.append(part.children[0])
                continue
            elif (
                isinstance(part, n.Power)
                and isinstance(part.children[1], Number)
                and part.children[1].value == 2
                and isinstance(part.children[0], n.Entry)
                and letters_in(part) & set(bound)
            ):
                items += [self.tensor(part.children[0])] * 2
                continue
            t = self.tensor(part)
            if t.indices:
                items.append(t)
            else:
                scalars.append(t.value)
        while bound:
            items, more = self._contracted(items, bound)
            scalars += more
        return scalars, self._parallel(self._loops(items))

    def _contracted(self, items: list[Tensor], bound: list[str]) -> tuple[list[Tensor], list[Expr]]:
        """One summed index fewer; what became a scalar comes second."""
        items = self._loops(items)

        def cost(letter: str) -> tuple[int, int, int]:
            at = [t for t in items if letter in t.indices]
            matrices = [t for t in at if len(t.indices) == 2]
            return len(matrices), len(at) - len(matrices), -bound.index(letter)

        letter = min(
            bound, key=lambda b: (0 if cost(b)[0] <= 1 else 1, cost(b)[1] if cost(b)[0] > 1 else 0, cost(b)[2])
        )
        if cost(letter)[0] > 2:
            items = self._parallel(items)
        at = [t for t in items if letter in t.indices]
        rest = [t for t in items if letter not in t.indices]
        place = next((k for k, t in enumerate(items) if letter in t.indices), 0)
        before = [t for t in items[:place] if letter not in t.indices]
        after = [t for t in rest if not any(t is b for b in before)]
        vectors = [t.value for t in at if len(t.indices) == 1]
        matrices = [t for t in at if len(t.indices) == 2]
        size = self.sizes.pop(letter)
        bound.remove(letter)
        if not matrices:
            return rest, [_summed(vectors, size)]
        if len(matrices) > 2:
            raise CannotError(
                say("three matrices meet at one index, which has no matrix form; use the method of differentials")
            )
        if len(matrices) == 1:
            (m,) = matrices
            vector = _entrywise(vectors) if vectors else n.Ones(size, 1)
            other = next(i for i in m.indices if i != letter)
            return [*before, Tensor(times(m.with_rows(other).value, vector), (other,)), *after], []
        left, right = matrices
        a = next(i for i in left.indices if i != letter)
        b = next(i for i in right.indices if i != letter)
        middle = [n.Diag(_entrywise(vectors))] if vectors else []
        product = times(left.with_rows(a).value, *middle, right.with_rows(letter).value)
        if a == b:
            if a in bound and not any(a in t.indices for t in rest):
                bound.remove(a)
                del self.sizes[a]
                return rest, [trace(product)]
            return [*before, Tensor(n.DiagonalOf(product), (a,)), *after], []
        return [*before, Tensor(product, (a, b)), *after], []

    def _loops(self, items: list[Tensor]) -> list[Tensor]:
        return [
            Tensor(n.DiagonalOf(t.value), t.indices[:1]) if len(t.indices) == 2 and t.indices[0] == t.indices[1] else t
            for t in items
        ]

    def _parallel(self, items: list[Tensor]) -> list[Tensor]:
        """Matrices with the same two indices multiplied entry by entry."""
        found: list[Tensor] = []
        for t in items:
            same = next(
                (k for k, o in enumerate(found) if len(t.indices) == 2 and set(o.indices) == set(t.indices)), None
            )
            if same is None:
                found.append(t)
            else:
                found[same] = Tensor(
                    hadamard(found[same].value, t.with_rows(found[same].indices[0]).value), found[same].indices
                )
        return found

    def _joined(self, scalars: Sequence[Expr], items: Sequence[Tensor]) -> Tensor:
        """What is left when no index is summed: vectors scale rows and columns, or make an outer product."""
        letters = list(dict.fromkeys(i for t in items for i in t.indices))
        if len(letters) > 2:
            raise CannotError(
                say("a part with more than two indices has no matrix form; use the method of differentials")
            )
        vectors = {i: [t.value for t in items if t.indices == (i,)] for i in letters}
        matrices = [t for t in items if len(t.indices) == 2]
        columns = {i: _entrywise(v) for i, v in vectors.items() if v}
        if not letters:
            return Tensor(times(*scalars))
        if not matrices:
            if len(letters) == 1:
                return Tensor(times(*scalars, columns[letters[0]]), (letters[0],))
            a, b = letters
            return Tensor(times(*scalars, columns[a], transposed(columns[b])), (a, b))
        (matrix,) = matrices
        a, b = matrix.indices
        if isinstance(matrix.value, n.Identity) and columns:
            return Tensor(times(*scalars, n.Diag(_entrywise(list(columns.values())))), (a, b))
        left = [n.Diag(columns[a])] if a in columns else []
        right = [n.Diag(columns[b])] if b in columns else []
        return Tensor(times(*scalars, *left, matrix.value, *right), (a, b))


def multiplied_out(e: Expr) -> list[Expr] | None:
    """The terms of a product, or of a sum of products, in which one factor is a sum of terms; None without such."""
    if isinstance(e, n.Add):
        return list(e.children)
    if isinstance(e, n.IndexedSum):
        inner = multiplied_out(e.children[0])
        return None if inner is None else [n.IndexedSum(t, *e.data) for t in inner]
    if isinstance(e, n.Quotient):
        above = multiplied_out(e.children[0])
        return None if above is None else [quotient(t, e.children[1]) for t in above]
    if isinstance(e, n.Mul):
        for k, factor in enumerate(e.children):
            if isinstance(factor, n.Add):
                return [times(*e.children[:k], t, *e.children[k + 1 :]) for t in factor.children]
    return None


def _entrywise(vectors: Sequence[Expr]) -> Expr:
    """Vectors multiplied entry by entry, on one bar where some divide."""
    below = [v.children[1] for v in vectors if _divides(v)]
    above = [v for v in vectors if not _divides(v)]
    if not below or not above:
        return hadamard(*vectors)
    return n.HadamardQuotient(hadamard(*above), hadamard(*below))


def _divides(vector: Expr) -> bool:
    return isinstance(vector, n.HadamardQuotient) and is_one_in_each_entry(vector.children[0])


def _summed(vectors: Sequence[Expr], size: Dim) -> Expr:
    """``Σ_k u_k v_k = u' v``."""
    if not vectors:
        return Number(size) if isinstance(size, int) else n.DimNumber(size)
    if len(vectors) == 1:
        return n.Sum(vectors[0])
    return times(transposed(vectors[0]), _entrywise(vectors[1:]))
