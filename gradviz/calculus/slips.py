"""What somebody may have meant who made one slip: an answer with a transpose, a sign, a name or the order changed.

Each function gives the answers that one change makes of one, as far as their shapes allow; which of them is right, if
any, is for `gradviz.calculus.answers` to find out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, permutations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import negative, times
from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.shapes import ShapeError
from gradviz.algebra.walk import Path, part_at, paths_to, replace_at

__all__ = [
    "MAX_ATTEMPTS",
    "factors_added",
    "factors_removed",
    "inverses_toggled",
    "names_exchanged",
    "order_changed",
    "signs_changed",
    "transposes_toggled",
]

MAX_ATTEMPTS = 60
"""How many places are tried."""
MOST_FACTORS = 4
"""Of so many factors every order is tried; of more, neighbours change places."""


def transposes_toggled(answer: Expr) -> Iterator[Expr]:
    """The answer with one transpose more, or one less, wherever the shapes allow it."""
    places = paths_to(answer, lambda e: isinstance(e, n.Transpose) or not e.is_scalar, outermost=False)
    for path in places[:MAX_ATTEMPTS]:
        part = part_at(answer, path)
        if not path and not isinstance(part, n.Transpose):
            continue  # the whole: that is another layout
        yield from _with(answer, path, part.children[0] if isinstance(part, n.Transpose) else n.Transpose(part))


def inverses_toggled(answer: Expr) -> Iterator[Expr]:
    """The answer with one inverse more, or one less; a transpose may come with it, as in ``X^-T``."""
    places = paths_to(answer, lambda e: not e.is_scalar and e.shape.rows == e.shape.cols, outermost=False)
    for path in places[:MAX_ATTEMPTS]:
        part = part_at(answer, path)
        yield from _with(answer, path, part.children[0] if isinstance(part, n.Inverse) else n.Inverse(part))
    for path in places[:MAX_ATTEMPTS]:
        part = part_at(answer, path)
        if not isinstance(part, n.Inverse | n.Transpose):
            yield from _with(answer, path, n.Transpose(n.Inverse(part)))


def signs_changed(answer: Expr) -> Iterator[Expr]:
    """The answer with the sign of one part changed: of a term, a factor, or what a function is of."""
    for path in paths_to(answer, lambda e: not isinstance(e, Number), outermost=False)[:MAX_ATTEMPTS]:
        if path:
            yield from _with(answer, path, negative(part_at(answer, path)))


def names_exchanged(answer: Expr, names: Iterable[Symbol]) -> Iterator[Expr]:
    """The answer with another of the `names` in one place, of the same shape."""
    known = list(names)
    for path in paths_to(answer, lambda e: isinstance(e, Symbol), outermost=False)[:MAX_ATTEMPTS]:
        part = part_at(answer, path)
        for other in known:
            if other is not part and other.shape == part.shape:
                yield from _with(answer, path, other)


def order_changed(answer: Expr) -> Iterator[Expr]:
    """The answer with the factors of one product in another order."""
    products = paths_to(answer, lambda e: isinstance(e, n.Mul) and len(_chain(e)) > 1, outermost=False)
    for path in products[:MAX_ATTEMPTS]:
        product = part_at(answer, path)
        scalars = [c for c in product.children if c.is_scalar]
        for order in islice(_orders(_chain(product)), MAX_ATTEMPTS):
            try:
                changed = times(*scalars, *order)
            except ShapeError:
                continue
            yield from _with(answer, path, changed)


def factors_added(answer: Expr, candidates: Iterable[Expr]) -> Iterator[Expr]:
    """The answer, or a part of it, with one of the candidates as a factor more: from the left or the right, transposed
    or not, or entry by entry.
    """
    known = [candidate for candidate in candidates if not candidate.is_scalar]
    for path in paths_to(answer, lambda e: not isinstance(e, Number), outermost=False)[:MAX_ATTEMPTS]:
        part = part_at(answer, path)
        for candidate in known:
            for changed in _multiplied(part, candidate):
                yield from _with(answer, path, changed)


def _multiplied(part: Expr, factor: Expr) -> Iterator[Expr]:
    """The products of two, in which each of them stands once."""
    if part.shape == factor.shape:
        yield n.Hadamard(factor, part)
    if part.is_scalar:
        yield times(part, factor)
        return
    for turned in (factor, n.Transpose(factor)):
        for pair in ((turned, part), (part, turned)):
            try:
                yield times(*pair)
            except ShapeError:
                continue


def factors_removed(answer: Expr) -> Iterator[Expr]:
    """The answer without one of its factors."""
    if isinstance(answer, n.Mul) and len(answer.children) > 1:
        for at, factor in enumerate(answer.children):
            if not factor.is_scalar:
                try:
                    yield times(*answer.children[:at], *answer.children[at + 1 :])
                except ShapeError:
                    continue


def _chain(product: Expr) -> list[Expr]:
    """The factors whose order matters."""
    return [c for c in product.children if not c.is_scalar]


def _orders(chain: list[Expr]) -> Iterator[list[Expr]]:
    if len(chain) <= MOST_FACTORS:
        yield from (list(order) for order in islice(permutations(chain), 1, None))
        return
    yield chain[::-1]
    for at in range(len(chain) - 1):
        yield [*chain[:at], chain[at + 1], chain[at], *chain[at + 2 :]]


def _with(answer: Expr, path: Path, part: Expr) -> Iterator[Expr]:
    """The answer with another part, if that fits there."""
    try:
        yield replace_at(answer, path, part)
    except ShapeError:
        return
