"""Matrices and vectors written in entries: ``x' A x = Σ_k Σ_m x_k A_km x_m``."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gradviz.algebra import nodes as n
from gradviz.algebra.build import is_zero, plus, power, quotient, times
from gradviz.algebra.nodes import Expr, Index, Number
from gradviz.algebra.shapes import Dim
from gradviz.algebra.walk import fold
from gradviz.calculus.components.letters import Letters, all_letters, delta, letters_in, over
from gradviz.calculus.kinds_of_parts import called
from gradviz.calculus.rules.registry import Varies
from gradviz.calculus.trail import CannotError, LimitError
from gradviz.sentences import say

__all__ = ["EntryWriter", "times_entries"]

MAX_DEPTH = 60
"""Deeper expressions are not written in entries."""
MAX_NODES = 1500
MAX_POWER = 5
_OPAQUE = (n.Softmax, n.Inverse, n.Determinant, n.LogDet, n.Unspecified)
"""What keeps its matrix argument and has a rule of its own for its entries."""
_NO_ENTRIES = {
    n.RowSoftmax: say("the softmax of each row is differentiated as a whole"),
    n.Kronecker: say("an entry of a Kronecker product needs two indices for one place"),
    n.Vec: say("an entry of vec needs two indices for one place"),
    n.Unvec: say("an entry of unvec needs two indices for one place"),
    n.Commutation: say("an entry of a commutation matrix needs two indices for one place"),
    n.MatrixFunction: say("the entries of a matrix function such as expm have no form that one writes down"),
    n.Eigenvalue: say("an eigenvalue has no form by entries that one writes down"),
    n.Eigenvector: say("an eigenvector has no form by entries that one writes down"),
    n.FunctionChange: say("the entries of a matrix function such as expm have no form that one writes down"),
    n.Extreme: say("which entry is the largest (or smallest) is not told by its place"),
    n.ExtremeUnit: say("which entry is the largest (or smallest) is not told by its place"),
}


def times_entries(*parts: Expr) -> Expr:
    """A product of scalars in which equal neighbours are a square: ``x_k x_k = x_k^2``."""
    whole = times(*parts)
    if not isinstance(whole, n.Mul):
        return whole
    found: list[tuple[Expr, int]] = []
    for factor in whole.children:
        base, exponent = factor, 1
        if (
            isinstance(factor, n.Power)
            and isinstance(factor.children[1], Number)
            and factor.children[1].value.denominator == 1
            and factor.children[1].value > 0
        ):
            base, exponent = factor.children[0], int(factor.children[1].value)
        place = next((i for i, (b, _) in enumerate(found) if b is base and not isinstance(b, Number)), None)
        if place is None or isinstance(base, n.Delta):
            found.append((base, exponent))
        else:
            found[place] = (base, found[place][1] + exponent)
    return times(*[power(base, exponent) for base, exponent in found])


class EntryWriter:
    """Writes expressions in entries.

    Attributes
    ----------
    letters : the index letters of the problem.
    origins : an entry that was written -> the expression and the place it came from, so that the way back finds it.
    """

    def __init__(self, letters: Letters, varies: Varies) -> None:
        self.letters = letters
        self.varies = varies
        self.origins: dict[Expr, tuple[Expr, Index, Index]] = {}
        self._written = 0

    def check(self, e: Expr) -> None:
        """Refuse what is too deep to be written in entries."""
        if fold(e, lambda node, below: 1 + max(below, default=0)) > MAX_DEPTH:
            raise LimitError(
                say("the expression is too deep to be written in entries; use the chain rule, or differentials")
            )

    def scalar(self, e: Expr, used: frozenset[str] = frozenset()) -> Expr:
        """A scalar in entries of its vectors and matrices."""
        return self.entry(e, 1, 1, used)

    def entry(self, e: Expr, i: Index, j: Index, used: frozenset[str]) -> Expr:
        """The entry in row i and column j; the letters that are used are not taken for new sums.

        Raises
        ------
        CannotError
            Where an entry has no form that a person writes.
        """
        self._written += 1
        if self._written > MAX_NODES:
            raise LimitError(say("written in entries the function is too long; name inner parts, or use differentials"))
        used = used | {x for x in (i, j) if isinstance(x, str)}
        found = self._entry(e, i, j, used)
        plain = isinstance(e, n.Add | n.Fill) and not e.is_scalar
        letters = {x for x in (i, j) if isinstance(x, str)}
        if (
            not isinstance(found, n.Entry | n.Delta | n.Number | n.Symbol)
            and not plain
            and letters == letters_in(found)
        ):
            self.origins.setdefault(found, (e, i, j))
        return found

    def _entry(self, e: Expr, i: Index, j: Index, used: frozenset[str]) -> Expr:
        match e:
            case n.Number() | n.Constant() | n.DimNumber():
                return e
            case n.Symbol():
                return e if e.is_scalar else n.Entry(e, i, j)
            case n.Identity():
                return delta(i, j)
            case n.Zero():
                return n.ZERO
            case n.Ones():
                return n.ONE
            case n.Unit():
                return delta(i, e.data[0])
            case n.Fill():
                return self.entry(e.children[0], 1, 1, used)
            case n.Add():
                return plus(*[self.entry(c, i, j, used) for c in e.children])
            case n.Mul():
                return self._product(e.children, i, j, used)
            case n.MatrixPower() if e.exponent <= MAX_POWER:
                return self._product(e.children * e.exponent, i, j, used)
            case n.Transpose():
                return self.entry(e.children[0], j, i, used)
            case n.Hadamard():
                return self._factors([(c, i, j) for c in e.children], used)
            case n.Inner():
                a, b = e.children
                return self._total(a, used, lambda k, m, u: self._factors([(a, k, m), (b, k, m)], u), (a, b))
            case n.Quotient() | n.HadamardQuotient():
                above = self.entry(e.children[0], i, j, used)
                place = (1, 1) if isinstance(e, n.Quotient) else (i, j)
                return quotient(above, self.entry(e.children[1], *place, used | _letters(above)))
            case n.Power() | n.HadamardPower():
                return self._power(e, i, j, used)
            case n.Trace():
                return self._sum(e.children[0].shape.rows, used, lambda k, u: self.entry(e.children[0], k, k, u))
            case n.Sum():
                a = e.children[0]
                return self._total(a, used, lambda k, m, u: self.entry(a, k, m, u), (a,))
            case n.Norm():
                return self._norm(e, used)
            case n.LogSumExp():
                a = e.children[0]
                whole = self._total(a, used, lambda k, m, u: n.Apply(self.entry(a, k, m, u), "exp"), (a,))
                return n.Apply(whole, "log")
            case n.Apply():
                return n.Apply(self.entry(e.children[0], i, j, used), e.function)
            case n.Diag():
                return times(delta(i, j), self.entry(e.children[0], i, 1, used))
            case n.DiagonalOf():
                return self.entry(e.children[0], i, i, used)
            case n.IndexedSum():
                return n.IndexedSum(self.entry(e.children[0], i, j, used | {e.index}), e.index, e.upper)
            case n.Matrix() if isinstance(i, int) and isinstance(j, int):
                return self.entry(e.children[(i - 1) * e.data[1] + j - 1], 1, 1, used)
            case n.Entry() if isinstance(e.row, int) and isinstance(e.col, int):
                return self.entry(e.children[0], e.row, e.col, used)
        if isinstance(e, _OPAQUE) or not self.varies(e):
            return e if e.is_scalar else n.Entry(e, i, j)
        reason = _NO_ENTRIES.get(type(e)) or say(
            "the entries of {part} are not written down one by one", part=called(e)
        )
        raise CannotError(say("{reason}; use the method of differentials", reason=reason))

    # --- products and sums ---

    def _factors(self, parts: Sequence[tuple[Expr, Index, Index]], used: frozenset[str]) -> Expr:
        """Entries multiplied; the sums in different factors have different letters, equal factors become a power."""
        written: list[Expr] = []
        known: dict[tuple[Expr, Index, Index], Expr] = {}
        for e, i, j in parts:
            while isinstance(e, n.Transpose):
                e, i, j = e.children[0], j, i
            if (e, i, j) not in known:
                known[e, i, j] = self.entry(e, i, j, used)
            written.append(known[e, i, j])
            used = used | _letters(written[-1])
        return times_entries(*written)

    def _product(self, children: Sequence[Expr], i: Index, j: Index, used: frozenset[str]) -> Expr:
        """``(A B)_ij = Σ_k A_ik B_kj``."""
        scalars = [(c, 1, 1) for c in children if c.is_scalar]
        chain = [c for c in children if not c.is_scalar]
        if not chain:
            return self._factors(scalars, used)
        places: list[Index] = [i]
        sums: list[tuple[str, Dim]] = []
        for factor in chain[:-1]:
            size = factor.shape.cols
            if size == 1:
                places.append(1)
                continue
            letter = self.letters.new(used)
            used = used | {letter}
            sums.append((letter, size))
            places.append(letter)
        places.append(j)
        parts = [(c, places[k], places[k + 1]) for k, c in enumerate(chain)]
        summed = [part for part in parts if {*part[1:]} & {letter for letter, _ in sums}]
        outside = [*scalars, *[part for part in parts if part not in summed]]
        body = self._factors(summed, used)
        for letter, size in reversed(sums):
            body = _summed(body, letter, size)
        if not outside:
            return body
        return times_entries(self._factors(outside, used | _letters(body)), body)

    def _sum(self, size: Dim, used: frozenset[str], body: Callable[[Index, frozenset[str]], Expr]) -> Expr:
        if size == 1:
            return body(1, used)
        letter = self.letters.new(used)
        return _summed(body(letter, used | {letter}), letter, size)

    def _total(
        self,
        e: Expr,
        used: frozenset[str],
        body: Callable[[Index, Index, frozenset[str]], Expr],
        explicit: Sequence[Expr],
    ) -> Expr:
        """The sum over all entries; of explicit entries it is written out."""
        rows, cols = e.shape
        if any(isinstance(part, n.Matrix) for part in explicit) and isinstance(rows, int) and isinstance(cols, int):
            return plus(*[body(k, m, used) for k in range(1, rows + 1) for m in range(1, cols + 1)])
        return self._sum(rows, used, lambda k, u: self._sum(cols, u, lambda m, v: body(k, m, v)))

    def _norm(self, e: n.Norm, used: frozenset[str]) -> Expr:
        a = e.children[0]
        if e.kind == "1":
            return self._total(a, used, lambda k, m, u: n.Apply(self.entry(a, k, m, u), "abs"), (a,))
        return n.Apply(self._squares(a, used), "sqrt")

    def _squares(self, a: Expr, used: frozenset[str]) -> Expr:
        whole = self._total(a, used, lambda k, m, u: power(self.entry(a, k, m, u), 2), (a,))
        self.origins.setdefault(whole, (n.Power(n.Norm(a, "F" if a.shape.is_matrix else "2"), Number(2)), 1, 1))
        return whole

    def _power(self, e: Expr, i: Index, j: Index, used: frozenset[str]) -> Expr:
        base, exponent = e.children
        if isinstance(base, n.Norm) and base.kind != "1" and isinstance(exponent, Number) and exponent.value % 2 == 0:
            return power(self._squares(base.children[0], used), exponent.value / 2)
        below = self.entry(base, i, j, used)
        return power(below, self.entry(exponent, 1, 1, used | _letters(below)))


def _summed(body: Expr, letter: str, size: Dim) -> Expr:
    """``Σ_k body``; of what k does not touch it is as many times that."""
    if letter not in letters_in(body) and not is_zero(body):
        return times(n.DimNumber(size) if not isinstance(size, int) else Number(size), body)
    return over(body, letter, size)


def _letters(e: Expr) -> frozenset[str]:
    """Every letter in a part, those of its sums too."""
    return frozenset(all_letters(e))
