"""Judging an answer that somebody gives: right, right in another layout, or wrong, and how.

An answer is compared with the derivation's own by evaluating both at random instances in several sizes, as the steps
are (see `gradviz.calculus.verify`). Where they differ, the difference is compared with that of the usual mistakes: a
lost sign or factor, a missing transpose, a missing or superfluous term. What fits none of them comes back with the
numbers of one instance where the two differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.algebra import nodes as n
from gradviz.algebra.build import power, terms, times, transposed
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.shapes import Shape, ShapeError
from gradviz.algebra.simplify.expand import expanded
from gradviz.algebra.walk import node_count, part_at, paths_to, postorder, replace_at, symbols
from gradviz.calculus.derivation import Derivation, Kind, Result
from gradviz.calculus.verify import TOLERANCE, random_worlds, value_in

__all__ = ["Counterexample", "Judgement", "Verdict", "compare", "judge"]

Array = NDArray[Any]

MAX_ATTEMPTS = 60
"""How many transposes and terms are tried."""
MAX_NODES = 2000
"""Of a larger answer only equality and factors are judged."""
LARGEST_DENOMINATOR = 64
NEGLIGIBLE = 1e-13


class Verdict(StrEnum):
    """What an answer is."""

    EQUAL = "equal"
    LAYOUT = "layout"
    """The transpose of what was asked for."""
    ARRANGED = "arranged"
    """The right entries as a column, or as a matrix, where the layout has them otherwise."""
    STRUCTURE = "structure"
    """Right, but for a variable whose entries are independent (or by the other convention for structured ones)."""
    ONLY_SYMMETRIC = "only symmetric"
    """Right where a matrix of which nothing is said happens to be symmetric."""
    OTHER = "other"
    """The derivative by another of the variables."""
    SIGN = "sign"
    FACTOR = "factor"
    TRANSPOSE = "transpose"
    MISSING_TERM = "missing term"
    EXTRA_TERM = "extra term"
    TERM = "term"
    """One term has a wrong coefficient."""
    SHAPE = "shape"
    UNDEFINED = "undefined"
    """The answer has no value where the function has one."""
    WRONG = "wrong"
    UNJUDGED = "unjudged"
    """There is nothing to compare with."""

    @property
    def is_right(self) -> bool:
        return self in (Verdict.EQUAL, Verdict.LAYOUT, Verdict.ARRANGED)


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Numbers for which an answer is wrong.

    Attributes
    ----------
    dims : the sizes.
    values : the symbols and their numbers, as lists of rows.
    entry : row and column of the entry that is off most, from one.
    right, given : that entry of the right answer and of the one that was given.
    """

    dims: tuple[tuple[str, int], ...]
    values: tuple[tuple[Symbol, tuple[tuple[float, ...], ...]], ...]
    entry: tuple[int, int]
    right: float
    given: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on an answer.

    Attributes
    ----------
    verdict : what it is.
    result : the answer of the derivation that it was compared with; None where there is none.
    given : the shape of the answer.
    error : largest relative difference; 0 for an answer that is exactly equal.
    instances : how many random instances were tried.
    dimensions : the sizes that were tried.
    factor : the answer is this many times the right one.
    term : what is missing, superfluous, or has a wrong coefficient.
    should : by what that term is to be multiplied.
    corrected : the answer with the transpose put right.
    symbol : the matrix that would have to be symmetric.
    counterexample : numbers for which the two differ.
    """

    verdict: Verdict
    result: Result | None
    given: Shape
    error: float = 0.0
    instances: int = 0
    dimensions: tuple[dict[str, int], ...] = ()
    factor: Expr | None = None
    term: Expr | None = None
    should: Fraction | None = None
    corrected: Expr | None = None
    symbol: Symbol | None = None
    counterexample: Counterexample | None = None


def judge(derivation: Derivation, answer: Expr, which: int = 0) -> Judgement:
    """Compare an answer with that of a derivation.

    Parameters
    ----------
    derivation : finished and verified.
    answer : in the symbols of the derivation's function.
    which : of several answers (one for each variable) the one that is meant.
    """
    if not derivation.results or derivation.results[which].subject.kind is Kind.SLICE:
        return Judgement(Verdict.UNJUDGED, None, answer.shape)
    return compare(derivation, derivation.results[which], answer)


def compare(derivation: Derivation, result: Result, answer: Expr) -> Judgement:
    """Compare an expression with the right side of any line of a derivation.

    Parameters
    ----------
    derivation : finished and verified.
    result : what is right, without the names of definitions; differentials may occur.
    answer : in the symbols of the derivation's function.
    """
    compared = _Comparison(derivation, result, answer)
    verdict = compared.verdict()
    known: dict[str, Any] = {
        "result": result,
        "error": compared.error,
        "instances": sum(len(right) for right in compared.right),
        "dimensions": tuple(dict(world.dims) for world in compared.worlds),
    }
    return Judgement(verdict, given=answer.shape, **(known | compared.found))


class _Comparison:
    """An answer beside the right one, at random instances."""

    def __init__(self, derivation: Derivation, result: Result, answer: Expr) -> None:
        self.derivation, self.result, self.answer = derivation, result, answer
        self.found: dict[str, Any] = {}
        self.error = float("inf")
        worlds = random_worlds(derivation, answer)
        values = [(w, value_in(w, result.expression)) for w in worlds]
        known = [(w, v) for w, v in values if v is not None and np.isfinite(v).all()]
        self.worlds = [w for w, _ in known]
        self.right = [v for _, v in known]

    def of(self, expression: Expr) -> list[Array] | None:
        """Values of an expression at all instances; None if there are none, or not everywhere."""
        found = [value_in(world, expression) for world in self.worlds]
        arrays = [
            np.broadcast_to(v, (len(right), *v.shape[1:]))
            for v, right in zip(found, self.right, strict=True)
            if v is not None and np.isfinite(v).all()
        ]
        return arrays if len(arrays) == len(self.worlds) and arrays else None

    def verdict(self) -> Verdict:
        if not self.worlds:
            return Verdict.UNJUDGED
        given = self.of(self.answer)
        if given is None:
            return Verdict.UNDEFINED
        if _is_zero(given) and self.answer.is_scalar and _is_zero(self.right):
            self.error = 0.0
            return Verdict.EQUAL  # zero is zero in any shape
        rows, cols = self.result.expression.shape
        if _alike(given, self.right):
            self.error = _difference(given, self.right)
            if self.error <= TOLERANCE:
                return Verdict.EQUAL
        turned = [v.swapaxes(1, 2) for v in given]
        if _alike(turned, self.right) and _difference(turned, self.right) <= TOLERANCE:
            self.error = _difference(turned, self.right)
            return Verdict.LAYOUT
        if self._arranged_otherwise(given):
            return Verdict.ARRANGED
        for verdict in self._structures(given):
            return verdict
        if self._transpose_repaired():
            return Verdict.TRANSPOSE
        if self._right_if_symmetric():
            self.found["counterexample"] = self._counterexample(given)
            return Verdict.ONLY_SYMMETRIC
        if self._of_another_variable(given):
            return Verdict.OTHER
        if self.answer.shape not in ((rows, cols), (cols, rows)) or not (
            _alike(given, self.right) or _alike(turned, self.right)
        ):
            return Verdict.SHAPE
        aligned = given if _alike(given, self.right) else turned
        self.found["counterexample"] = self._counterexample(aligned)
        return self._mistake(aligned, is_turned=aligned is turned)

    # --- the same entries elsewhere

    def _arranged_otherwise(self, given: Sequence[Array]) -> bool:
        """The right entries column by column (``vec``), where the answer is a matrix, or the other way round."""
        if _alike(given, self.right) or any(g.size != r.size for g, r in zip(given, self.right, strict=True)):
            return False
        stacked = [v.swapaxes(1, 2).reshape(len(v), -1) for v in given]
        wanted = [v.swapaxes(1, 2).reshape(len(v), -1) for v in self.right]
        error = _difference(stacked, wanted)
        if error <= TOLERANCE:
            self.error = error
        return error <= TOLERANCE

    def _structures(self, given: Sequence[Array]) -> Iterator[Verdict]:
        """For a symmetric variable: with independent entries, or by the other convention."""
        for step in self.derivation.steps:
            if step.before_subject.structure != "unrestricted":
                continue
            plain = self.of(step.before)
            if plain is None or not _alike(plain, given):
                continue
            both = [v + v.swapaxes(1, 2) for v in plain]
            free = [v - v * np.eye(v.shape[1]) / 2 for v in both]
            for candidate in (plain, [v / 2 for v in both], free):
                if _difference(candidate, given) <= TOLERANCE:
                    yield Verdict.STRUCTURE

    def _right_if_symmetric(self) -> bool:
        """The answer is right once one square matrix is symmetric, though nothing says that it is."""
        shape = self.result.expression.shape
        if self.answer.shape != shape:
            return False
        for symbol in symbols(self.derivation.function):
            if symbol.shape.rows != symbol.shape.cols or symbol.is_scalar or "symmetric" in symbol.properties:
                continue
            special = []
            for world in self.worlds:
                value = world.values[symbol]
                values = {**world.values, symbol: (value + value.swapaxes(1, 2)) / 2}
                special.append(type(world)(world.dims, values, world.directions))
            pairs = [(value_in(w, self.answer), value_in(w, self.result.expression)) for w in special]
            left = [a for a, b in pairs if a is not None and b is not None and a.shape == b.shape]
            right = [b for a, b in pairs if a is not None and b is not None and a.shape == b.shape]
            if len(left) == len(special) and _difference(left, right) <= TOLERANCE:
                self.found["symbol"] = symbol
                return True
        return False

    def _of_another_variable(self, given: Sequence[Array]) -> bool:
        for other in self.derivation.results:
            if other is not self.result:
                values = self.of(other.expression)
                if values is not None and _alike(values, given) and _difference(values, given) <= TOLERANCE:
                    self.found["result"] = other
                    return True
        return False

    # --- mistakes

    def _mistake(self, given: Sequence[Array], *, is_turned: bool) -> Verdict:
        constant = self._constant_factor(given)
        if constant is not None:
            self.found["factor"] = Number(constant)
            return Verdict.SIGN if constant == -1 else Verdict.FACTOR
        if _small(self.answer):
            verdict = self._wrong_term(given, transposed(self.answer) if is_turned else self.answer)
            if verdict is not None:
                return verdict
        factor = self._scalar_factor(given)
        if factor is not None:
            self.found["factor"] = factor
            return Verdict.FACTOR
        return Verdict.WRONG

    def _constant_factor(self, given: Sequence[Array]) -> Fraction | None:
        ratios = _ratios(given, self.right)
        return None if ratios is None else _one_number(ratios)

    def _scalar_factor(self, given: Sequence[Array]) -> Expr | None:
        """A scalar that was forgotten or is too much: a symbol, a size, or a scalar part of either answer."""
        ratios = _ratios(given, self.right)
        if ratios is None:
            return None
        for candidate in self._scalars():
            values = self.of(candidate)
            if values is None:
                continue
            scalar = np.concatenate([v[:, 0, 0] for v in values])
            if (np.abs(scalar) < NEGLIGIBLE).any():
                continue
            for exponent in (-1, 1):
                number = _one_number(ratios / scalar**exponent)
                if number is not None:
                    return times(Number(number), power(candidate, exponent))
        return None

    def _scalars(self) -> list[Expr]:
        found: dict[Expr, None] = {}
        for root in (self.result.expression, self.answer, self.derivation.function):
            for node in postorder(root):
                if node.is_scalar and not isinstance(node, Number):
                    found.setdefault(node)
        dims = {name for world in self.worlds for name in world.dims}
        return [*list(found)[:MAX_ATTEMPTS], *(n.DimNumber(name) for name in sorted(dims))]

    def _transpose_repaired(self) -> bool:
        """One transpose more or less makes the answer right."""
        if not _small(self.answer):
            return False
        for attempt in _transposes_toggled(self.answer):
            values = self.of(attempt)
            if values is not None and _alike(values, self.right) and _difference(values, self.right) <= TOLERANCE:
                self.found["corrected"] = attempt
                given = self.of(self.answer)
                if given is not None and _alike(given, self.right):
                    self.found["counterexample"] = self._counterexample(given)
                return True
        return False

    def _wrong_term(self, given: Sequence[Array], answer: Expr) -> Verdict | None:
        """One term is missing, too much, or has a wrong coefficient: the difference is a multiple of it."""
        surplus = [g - r for g, r in zip(given, self.right, strict=True)]
        own, wanted = _terms(answer), _terms(self.result.expression)
        kinds: tuple[tuple[list[Expr], Callable[[Fraction], bool], Verdict], ...] = (
            (wanted, lambda c: c == -1, Verdict.MISSING_TERM),
            (own, lambda c: c == 1, Verdict.EXTRA_TERM),
            (own, lambda c: c not in (0, 1), Verdict.TERM),
        )
        for candidates, fits, verdict in kinds:
            for term in candidates:
                values = self.of(term)
                if values is None or not _alike(values, surplus):
                    continue
                ratios = _ratios(surplus, values)
                multiple = None if ratios is None else _one_number(ratios)
                if multiple is not None and fits(multiple):
                    self.found["term"] = term
                    self.found["should"] = 1 - multiple if verdict is Verdict.TERM else None
                    return verdict
        return None

    def _counterexample(self, given: Sequence[Array]) -> Counterexample | None:
        """The smallest instance at which the difference is plain."""
        sizes = [right[0].size for right in self.right]
        at = int(np.argmin(sizes))
        difference = np.abs(given[at] - self.right[at])
        scale = np.maximum(np.abs(self.right[at]), np.abs(given[at])).max(axis=(1, 2), keepdims=True) + NEGLIGIBLE
        instance, row, col = np.unravel_index(int(np.argmax(difference / scale)), difference.shape)
        world = self.worlds[at]
        nodes = set(postorder(self.answer)) | set(postorder(self.result.expression))
        shown = {s: world.values[s] for s in world.values if s in nodes}
        if any(node.has_differential for node in (self.answer, self.result.expression)):
            shown |= {Symbol(f"d{s.name}", s.shape): world.directions[s] for s in world.directions if s in nodes}
        return Counterexample(
            tuple(sorted(world.dims.items())),
            tuple((s, tuple(map(tuple, value[instance].tolist()))) for s, value in shown.items()),
            (int(row) + 1, int(col) + 1),
            float(self.right[at][instance, row, col]),
            float(given[at][instance, row, col]),
        )


# --- numbers ----------------------------------------------------------------------------------------------------------


def _alike(left: Sequence[Array], right: Sequence[Array]) -> bool:
    return all(a.shape == b.shape for a, b in zip(left, right, strict=True))


def _is_zero(values: Sequence[Array]) -> bool:
    return all(np.abs(v).max(initial=0.0) < NEGLIGIBLE for v in values)


def _difference(left: Sequence[Array], right: Sequence[Array]) -> float:
    """The largest difference, relative to the largest entry of its instance."""
    worst = 0.0
    for a, b in zip(left, right, strict=True):
        axes = tuple(range(1, a.ndim))
        scale = np.maximum(np.abs(a), np.abs(b)).max(axis=axes, initial=0.0)
        gap = np.abs(a - b).max(axis=axes, initial=0.0)
        worst = max(worst, float(np.where(scale > NEGLIGIBLE, gap / np.maximum(scale, NEGLIGIBLE), 0.0).max()))
    return worst


def _ratios(values: Sequence[Array], of: Sequence[Array]) -> Array | None:
    """For each instance the number r with ``values = r of``; None if there is none."""
    found = []
    for v, w in zip(values, of, strict=True):
        square = (w * w).sum(axis=(1, 2))
        if (square < NEGLIGIBLE).any():
            return None
        ratio = (v * w).sum(axis=(1, 2)) / square
        if _difference([v], [ratio[:, None, None] * w]) > TOLERANCE:
            return None
        found.append(ratio)
    return np.concatenate(found) if found else None


def _one_number(ratios: Array) -> Fraction | None:
    """The simple fraction that all ratios are, or None."""
    number = Fraction(float(ratios.mean())).limit_denominator(LARGEST_DENOMINATOR)
    if number == 0 or np.abs(ratios - float(number)).max() > TOLERANCE * abs(float(number)):
        return None
    return number


# --- attempts ---------------------------------------------------------------------------------------------------------


def _small(e: Expr) -> bool:
    return node_count(e) <= MAX_NODES


def _terms(e: Expr) -> list[Expr]:
    """The terms of a sum as it stands, and with its brackets multiplied out."""
    return list(dict.fromkeys([*terms(e), *(expanded(e) or ())]))[:MAX_ATTEMPTS]


def _transposes_toggled(answer: Expr) -> Iterator[Expr]:
    """The answer with one transpose more, or one less, wherever the shapes allow it."""
    places = paths_to(answer, lambda e: isinstance(e, n.Transpose) or not e.is_scalar, outermost=False)
    for path in places[:MAX_ATTEMPTS]:
        part = part_at(answer, path)
        if not path and not isinstance(part, n.Transpose):
            continue  # the whole: that is another layout
        try:
            yield replace_at(answer, path, part.children[0] if isinstance(part, n.Transpose) else n.Transpose(part))
        except ShapeError:
            continue
