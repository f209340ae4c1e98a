"""Judging an answer that somebody gives: right, right in another layout, or wrong, and how.

An answer is compared with the derivation's own by evaluating both at random instances in several sizes, as the steps
are (see `gradviz.calculus.verify`). Where they differ, the difference is compared with that of the usual mistakes: a
lost sign or factor, a missing transpose, a missing or superfluous term. What fits none of them comes back with the
numbers of one instance where the two differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gradviz.algebra import nodes as n
from gradviz.algebra.build import power, terms, times, transposed
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.simplify.expand import expanded
from gradviz.algebra.walk import node_count, postorder, symbols
from gradviz.calculus.comparison import BLURRED, over_instances
from gradviz.calculus.derivation import Check, Derivation, Kind, Result
from gradviz.calculus.judgement import Counterexample, Judgement, Verdict
from gradviz.calculus.slips import (
    MAX_ATTEMPTS,
    factors_added,
    factors_removed,
    inverses_toggled,
    names_exchanged,
    order_changed,
    signs_changed,
    transposes_toggled,
)
from gradviz.calculus.verify import TOLERANCE, agree, random_worlds, value_in
from gradviz.calculus.world import World

__all__ = ["Counterexample", "Judgement", "Verdict", "compare", "judge"]

Array = NDArray[Any]

MAX_NODES = 2000
"""Of a larger answer only equality and factors are judged."""
LARGEST_DENOMINATOR = 64
MOST_FACTORS = 12
"""Parts of the right answer of which each may be the factor that is missing."""
MOST_ATTEMPTS = 1500
"""Changes of one kind that are tried."""


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
        for verdict, arrange in _ARRANGEMENTS:
            if verdict is not Verdict.EQUAL and self.answer.is_scalar:
                break
            found = self._agreement(self.answer, arrange)
            if found.ok:
                self.error = found.error
                return verdict
            if found.reason == BLURRED:
                return Verdict.UNJUDGED
        for verdict in self._structures(given):
            return verdict
        if _is_nought(given):
            self.found["counterexample"] = self._counterexample([np.zeros_like(right) for right in self.right])
            return Verdict.WRONG
        if self._repaired(transposes_toggled(self.answer)):
            return Verdict.TRANSPOSE
        fitting = [arranged for arranged in (given, _turned(given)) if _alike(arranged, self.right)]
        if fitting and self._right_if_symmetric():
            self.found["counterexample"] = self._counterexample(fitting[0])
            return Verdict.ONLY_SYMMETRIC
        if self._of_another_variable(given):
            return Verdict.OTHER
        if not fitting:
            if self.answer.shape.cols == 1 and self._repaired([n.Diag(self.answer)]):
                return Verdict.DIAGONAL
            return self._slip() or Verdict.SHAPE
        self.found["counterexample"] = self._counterexample(fitting[0])
        return self._mistake(fitting[0], is_turned=not _alike(given, self.right))

    def _agreement(self, answer: Expr, arrange: Callable[[Array], Array]) -> Check:
        """Whether an answer, its entries in another arrangement, is the right one at every instance: as strictly as a
        step is judged, so that a term of ``1e-9 x`` is not overlooked.
        """

        def sides(there: World) -> tuple[Array, Array]:
            right = np.asarray(there(self.result.expression))
            given = np.asarray(there(answer))
            if answer.is_scalar and right.shape[1:] != (1, 1) and not given.any():
                return np.zeros_like(right), right  # zero is zero in any shape
            left = arrange(given)
            if arrange is _stacked:
                right = _stacked(right)
            batch = max(len(left), len(right))
            return tuple(np.broadcast_to(v, (batch, *v.shape[1:])) for v in (left, right))  # type: ignore[return-value]

        return over_instances([agree(sides, world) for world in self.worlds])

    # --- the same entries elsewhere

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
        for symbol in symbols(self.derivation.function):
            if symbol.shape.rows != symbol.shape.cols or symbol.is_scalar or "symmetric" in symbol.properties:
                continue
            special = []
            for world in self.worlds:
                value = world.values[symbol]
                values = {**world.values, symbol: (value + value.swapaxes(1, 2)) / 2}
                special.append(type(world)(world.dims, values, world.directions))
            pairs = [(value_in(w, self.answer), value_in(w, self.result.expression)) for w in special]
            known = [(a, b) for a, b in pairs if a is not None and b is not None]
            left, right = [a for a, _ in known], [b for _, b in known]
            if len(known) == len(special) and any(_same(arranged, right) for arranged in (left, _turned(left))):
                self.found["symbol"] = symbol
                return True
        return False

    def _of_another_variable(self, given: Sequence[Array]) -> bool:
        for other in self.derivation.results:
            if other is not self.result:
                values = self.of(other.expression)
                if values is not None and any(_same(values, arranged) for arranged in (given, _turned(given))):
                    self.found["result"] = other
                    return True
        return False

    # --- mistakes

    def _mistake(self, given: Sequence[Array], *, is_turned: bool) -> Verdict:
        constant = self._constant_factor(given)
        if constant not in (None, 1):  # 1: it is off by less than a factor can be told
            self.found["factor"] = Number(constant)
            return Verdict.SIGN if constant == -1 else Verdict.FACTOR
        small = node_count(self.answer) <= MAX_NODES
        if small:
            # Of one product beside another a factor is forgotten rather than a term of what its brackets hold.
            alone = len(terms(self.answer)) == len(terms(self.result.expression)) == 1
            if alone and self._repaired(self._with_a_factor()):
                return Verdict.MISSING_FACTOR
            verdict = self._wrong_term(given, transposed(self.answer) if is_turned else self.answer)
            if verdict is not None:
                return verdict
            if self._repaired(signs_changed(self.answer)):
                return Verdict.INNER_SIGN
        factor = self._scalar_factor(given)
        if factor is not None:
            self.found["factor"] = factor
            return Verdict.FACTOR
        return self._slip() or self._one_term() or Verdict.WRONG

    def _slip(self) -> Verdict | None:
        """What one change of the answer puts right."""
        slips = (
            (Verdict.ORDER, order_changed(self.answer)),
            (Verdict.INVERSE, inverses_toggled(self.answer)),
            (Verdict.MISSING_FACTOR, self._with_a_factor()),
            (Verdict.EXTRA_FACTOR, factors_removed(self.answer)),
            (Verdict.NAME, names_exchanged(self.answer, self._names())),
        )
        return next((verdict for verdict, attempts in slips if self._repaired(attempts)), None)

    def _names(self) -> list[Symbol]:
        return [s for s in symbols(self.derivation.function, self.answer) if s in self.worlds[0].values]

    def _with_a_factor(self) -> Iterator[Expr]:
        return islice(factors_added(self.answer, dict.fromkeys([*self._names(), *self._factors()])), MOST_ATTEMPTS)

    def _factors(self) -> list[Expr]:
        """What the right answer has for factors: of matrix products and of those entry by entry."""
        found: dict[Expr, None] = {}
        for node in postorder(self.result.expression):
            if isinstance(node, n.Mul | n.Hadamard):
                found |= dict.fromkeys(node.children)
            if isinstance(node, n.Hadamard) and len(node.children) > 2:  # a derivative such as a .* (1 - a) is one
                found |= {n.Hadamard(*pair): None for pair in pairwise(node.children)}
        return [factor for factor in found if not factor.is_scalar][:MOST_FACTORS]

    def _one_term(self) -> Verdict | None:
        """All terms but one are terms of the right answer."""
        parts = [v for v in map(self.of, _terms(self.result.expression)) if v is not None]
        wanted = [v for v in parts if not _same(v, self.right)]
        own = terms(self.answer)
        strange = []
        for term in own:
            values = self.of(term)
            same = next((at for at, w in enumerate(wanted) if values is not None and _same(values, w)), None)
            if same is None:
                strange.append(term)
            else:
                del wanted[same]
        if len(strange) != 1 or len(own) == 1:
            return None
        self.found["term"] = strange[0]
        return Verdict.WRONG_TERM

    def _constant_factor(self, given: Sequence[Array]) -> Fraction | None:
        ratios = _ratios(given, self.right)
        return None if ratios is None else _one_number(ratios)

    def _scalar_factor(self, given: Sequence[Array]) -> Expr | None:
        """A scalar that was forgotten or is too much: a symbol, a size, or a scalar part of either answer."""
        ratios = _ratios(given, self.right)
        return None if ratios is None or _one_number(ratios) is not None else self._scalar_of(ratios)

    def _scalar_of(self, ratios: Array) -> Expr | None:
        """The scalar that has these values at the instances."""
        for candidate in self._scalars():
            values = self.of(candidate)
            if values is None:
                continue
            scalar = np.concatenate([v[:, 0, 0] for v in values])
            if (scalar == 0).any():
                continue
            for exponent in (-1, 1, -2, 2):
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

    def _repaired(self, attempts: Iterable[Expr]) -> bool:
        """Whether one of these answers is right, as it stands or transposed; one as it stands is preferred."""
        if node_count(self.answer) > MAX_NODES:
            return False
        transposed_ones = []
        for attempt in attempts:
            values = self.of(attempt)
            if values is None:
                continue
            if _same(values, self.right) and self._agreement(attempt, _as_it_is).ok:
                self.found["corrected"] = attempt
                break
            if _same(_turned(values), self.right) and self._agreement(attempt, _transposed).ok:
                transposed_ones.append(attempt)
        else:
            if not transposed_ones:
                return False
            self.found["corrected"] = transposed_ones[0]
        given = self.of(self.answer)
        if given is not None and _alike(given, self.right):
            self.found["counterexample"] = self._counterexample(given)
        return True

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
                    self.found["should"] = Number(1 - multiple) if verdict is Verdict.TERM else None
                    return verdict
        return self._forgotten_scalar(surplus, own) if len(terms(answer)) > 1 else None

    def _forgotten_scalar(self, surplus: Sequence[Array], own: Sequence[Expr]) -> Verdict | None:
        """One term lacks a scalar, as lambda, or has one too many."""
        for term in own:
            values = self.of(term)
            ratios = _ratios(surplus, values) if values is not None and _alike(values, surplus) else None
            if ratios is not None and (should := self._scalar_of(1 - ratios)) is not None:
                self.found |= {"term": term, "should": should}
                return Verdict.TERM
        return None

    def _counterexample(self, given: Sequence[Array]) -> Counterexample | None:
        """The smallest instance at which the difference is plain."""
        sizes = [right[0].size for right in self.right]
        at = int(np.argmin(sizes))
        difference = np.abs(given[at] - self.right[at])
        scale = np.maximum(np.abs(self.right[at]), np.abs(given[at])).max(axis=(1, 2), keepdims=True)
        instance, row, col = np.unravel_index(
            int(np.argmax(difference / np.where(scale > 0, scale, 1.0))), difference.shape
        )
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


def _same(left: Sequence[Array], right: Sequence[Array]) -> bool:
    return _alike(left, right) and _difference(left, right) <= TOLERANCE


def _is_nought(values: Sequence[Array]) -> bool:
    return not any(v.any() for v in values)


def _as_it_is(value: Array) -> Array:
    return value


def _transposed(value: Array) -> Array:
    return value.swapaxes(1, 2)


def _stacked(value: Array) -> Array:
    """The entries column by column (``vec``)."""
    return value.swapaxes(1, 2).reshape(len(value), -1, 1)


def _turned(values: Sequence[Array]) -> list[Array]:
    return [_transposed(v) for v in values]


_ARRANGEMENTS: tuple[tuple[Verdict, Callable[[Array], Array]], ...] = (
    (Verdict.EQUAL, _as_it_is),
    (Verdict.LAYOUT, _transposed),
    (Verdict.ARRANGED, _stacked),
)


def _difference(left: Sequence[Array], right: Sequence[Array]) -> float:
    """The largest difference, relative to the largest entry of its instance."""
    worst = 0.0
    for a, b in zip(left, right, strict=True):
        axes = tuple(range(1, a.ndim))
        scale = np.maximum(np.abs(a), np.abs(b)).max(axis=axes, initial=0.0)
        gap = np.abs(a - b).max(axis=axes, initial=0.0)
        worst = max(worst, float(np.divide(gap, scale, out=np.zeros_like(gap), where=gap > 0).max(initial=0.0)))
    return worst


def _ratios(values: Sequence[Array], of: Sequence[Array]) -> Array | None:
    """For each instance the number r with ``values = r of``; None if there is none."""
    found = []
    for v, w in zip(values, of, strict=True):
        square = (w * w).sum(axis=(1, 2))
        if not square.all():
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


def _terms(e: Expr) -> list[Expr]:
    """The terms of a sum as it stands, and with its brackets multiplied out."""
    return list(dict.fromkeys([*terms(e), *(expanded(e) or ())]))[:MAX_ATTEMPTS]
