"""Like terms and common factors in a sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from math import gcd, lcm
from weakref import WeakKeyDictionary

from gradviz.algebra import nodes as n
from gradviz.algebra.build import Factors, factors, identity, is_zero, negative, plus, terms, times, transposed
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.rewriting import rule
from gradviz.algebra.walk import fold

__all__ = ["RULES", "bracket", "letters", "size"]


# A cache over immutable nodes: entries vanish with their node.
_sizes: WeakKeyDictionary[Expr, int] = WeakKeyDictionary()


def size(e: Expr) -> int:
    """How much there is to read: operations, each occurrence counted (shared parts measured once); minus is free."""
    known = _sizes.get(e)
    if known is not None:
        return known
    stack = [e]
    while stack:
        node = stack[-1]
        missing = [c for c in node.children if c not in _sizes]
        if missing:
            stack += missing
            continue
        stack.pop()
        operations = max(1, len(node.children) - 1) if node.children else 0
        if isinstance(node, n.Fill) and isinstance(node.children[0], Number):
            operations = 0  # read as the number
        if isinstance(node, n.Mul) and node.children[0] is n.MINUS_ONE:
            operations -= 1
        _sizes[node] = sum(_sizes[c] for c in node.children) + operations
    return _sizes[e]


def letters(e: Expr) -> int:
    """How many symbols and ones there are to read, each occurrence counted."""
    return fold(e, lambda node, found: sum(found) if node.children else int(isinstance(node, n.Symbol | n.Ones)))


def bracket(*parts: Expr) -> Expr:
    """A sum that the engine writes anew: a positive term first, ``A + A'`` rather than ``A' + A``, a sign that all
    terms share in front.
    """
    found = [t for part in parts for t in terms(part) if not is_zero(t)]
    if len(found) < 2:
        return plus(*parts)
    signs = [_split(t).number < 0 for t in found]
    if all(signs):
        return times(n.MINUS_ONE, bracket(*[negative(t) for t in found]))
    first = signs.index(False)
    found.insert(0, found.pop(first))
    for i, term in enumerate(found):
        if isinstance(term, n.Transpose) and term.children[0] in found[i + 1 :]:
            j = found.index(term.children[0])
            found[i], found[j] = found[j], found[i]
    return n.Add(*found)


MAX_ROTATED = 8
"""Traces of longer products are compared as they are written."""
ScalarKey = Expr | frozenset[Expr]


def _scalar_key(e: Expr) -> ScalarKey:
    """What a scalar is recognised by: a 1x1 product and its transpose are the same number, ``x' y = y' x``."""
    if isinstance(e, n.Mul) and not any(c.is_scalar for c in e.children):
        return frozenset((e, n.Mul(*[transposed(c) for c in reversed(e.children)])))
    if isinstance(e, n.Trace):
        return _turns(e.children[0])
    return e


def _turns(e: Expr) -> ScalarKey:
    """What a trace is recognised by: the products that are left when its factors are rotated or transposed."""
    if not isinstance(e, n.Mul | n.MatrixPower) or any(c.is_scalar for c in e.children):
        return frozenset((e, transposed(e)))
    chain: tuple[Expr, ...] = ()
    for c in e.children if isinstance(e, n.Mul) else (e,):
        chain += (c.children[0],) * c.exponent if isinstance(c, n.MatrixPower) and c.exponent <= MAX_ROTATED else (c,)
    if len(chain) > MAX_ROTATED:
        return frozenset((e, transposed(e)))
    turned = tuple(transposed(c) for c in reversed(chain))
    return frozenset(n.Mul(*way[i:], *way[:i]) for way in (chain, turned) for i in range(len(chain)))


def _key(split: Factors) -> tuple[object, tuple[object, ...]]:
    return frozenset(Counter(_scalar_key(s) for s in split.scalars).items()), _chain_key(split.chain)


MAX_SPELLED = 24
"""Longer powers are compared as they are written."""


def _chain_key(chain: tuple[Expr, ...]) -> tuple[object, ...]:
    """What a product of matrices is recognised by: powers spelt out, entrywise products in any order."""
    if not any(isinstance(c, n.Hadamard | n.MatrixPower | n.Transpose) for c in chain):
        return chain
    found: list[object] = []
    for c in chain:
        turned = isinstance(c, n.Transpose)
        inner = c.children[0] if turned else c
        if isinstance(inner, n.MatrixPower):
            run = factors(inner.children[0])
            if run.scalars or run.number != 1 or inner.exponent * len(run.chain) > MAX_SPELLED:
                found.append(c)
            else:
                spelled = run.chain * inner.exponent
                found += [transposed(f) for f in reversed(spelled)] if turned else spelled
        elif isinstance(inner, n.Hadamard):
            found.append((turned, frozenset(Counter(inner.children).items())))
        else:
            found.append(c)
    return tuple(found)


@rule("collect.like-terms")
def like_terms(e: Expr) -> Expr | None:
    """a U + b U = (a + b) U"""
    if not isinstance(e, n.Add):
        return None
    found: dict[object, tuple[Fraction, Factors]] = {}
    alone: dict[object, Expr] = {}
    for term in e.children:
        split = _with_ones(factors(term))
        key = _key(split)
        before = found.get(key)
        if before is None:
            found[key], alone[key] = (split.number, split), term
        else:
            shorter = before[1] if _length(before[1]) <= _length(split) else split
            found[key] = (before[0] + split.number, shorter)
            alone.pop(key, None)
    if len(found) == len(e.children):
        return None
    filled = any(isinstance(factors(t).chain[-1], n.Fill) for t in e.children if not e.is_scalar)
    joined = [alone.get(key) or _joined(k, s, filled) for key, (k, s) in found.items()]
    return plus(*joined) if factors(joined[0]).number > 0 else bracket(*joined)


def _joined(number: Fraction, split: Factors, filled: bool) -> Expr:
    """A term; a number in every entry is written as one where numbers were added so."""
    if filled and number and not split.scalars and isinstance(split.chain[0], n.Ones):
        return n.Fill(Number(number), *split.chain[0].shape)
    return times(Number(number), *split.scalars, *split.chain)


def _with_ones(split: Factors) -> Factors:
    """A number in every entry as that number times ones."""
    if len(split.chain) != 1 or not isinstance(split.chain[0], n.Fill):
        return split
    value = split.chain[0].children[0]
    ones = (n.Ones(*split.chain[0].shape),)
    if isinstance(value, Number):
        return Factors(split.number * value.value, split.scalars, ones)
    return Factors(split.number, (*split.scalars, value), ones)


def _split(e: Expr) -> Factors:
    """The factors, with the number in the numerator of a fraction, or in every entry, in front."""
    if isinstance(e, n.Quotient) and not e.is_scalar:
        above = factors(e.children[0])
        if above.number != 1:
            return Factors(above.number, (), (n.Quotient(times(*above.scalars, *above.chain), e.children[1]),))
    if isinstance(e, n.Fill) and isinstance(value := e.children[0], Number) and value.value:
        return Factors(value.value, (), (n.Fill(n.ONE, *e.shape),))
    return factors(e)


def _length(split: Factors) -> int:
    return sum(size(part) + 1 for part in (*split.scalars, *split.chain))


def _common_number(parts: list[Factors]) -> Fraction:
    """The number to take out of all terms: their greatest common divisor, negative if the first is."""
    numbers = [p.number for p in parts]
    top = gcd(*(abs(q.numerator) for q in numbers))
    common = Fraction(top, lcm(*(q.denominator for q in numbers)))
    return -common if numbers[0] < 0 and all(q < 0 for q in numbers) else common


@rule("collect.common-scalar")
def common_scalar(e: Expr) -> Expr | None:
    """s U + s V = s (U + V)"""
    if not isinstance(e, n.Add):
        return None
    parts = [_split(t) for t in e.children]
    number = _common_number(parts)
    shared = Counter(_scalar_key(s) for s in parts[0].scalars)
    for part in parts[1:]:
        shared &= Counter(_scalar_key(s) for s in part.scalars)
    if any(not p.scalars and not p.chain for p in parts):
        number = Fraction(1)  # 2 + 2 x stays as it is
    if not shared and (number == 1 or e.is_scalar):  # 3 x^2 - 3 y^2 is how people write it
        return None
    rest = [times(Number(p.number / number), *_without(p.scalars, shared), *p.chain) for p in parts]
    taken = factors(times(Number(number), *_shared_scalars(parts[0].scalars, shared)))
    front = (Number(taken.number),) if taken.number != 1 else ()
    result = times(*front, *taken.scalars, bracket(*rest))
    more = int(any(isinstance(t, n.Fill) for t in e.children))  # 2 (1 - U) rather than 2 - 2 U
    return result if size(result) < size(e) + more else None


@rule("collect.group-by-scalar")
def group_by_scalar(e: Expr) -> Expr | None:
    """s U + t V + s W = s (U + W) + t V"""
    if not isinstance(e, n.Add) or e.is_scalar or len(e.children) < 3:
        return None
    parts = [factors(t) for t in e.children]
    groups: dict[object, list[int]] = {}
    for i, part in enumerate(parts):
        if part.scalars:
            groups.setdefault(frozenset(Counter(_scalar_key(s) for s in part.scalars).items()), []).append(i)
    for found in groups.values():
        if not 1 < len(found) < len(parts):
            continue
        rest = bracket(*[times(Number(parts[i].number), *parts[i].chain) for i in found])
        joined = times(*parts[found[0]].scalars, rest)
        if size(joined) < size(n.Add(*[e.children[i] for i in found])):
            return plus(*[joined if i == found[0] else t for i, t in enumerate(e.children) if i not in found[1:]])
    return None


def _shared_scalars(scalars: tuple[Expr, ...], shared: Counter[ScalarKey]) -> list[Expr]:
    """The shared scalars, spelt as in the first term."""
    kept = Counter(_scalar_key(s) for s in _without(scalars, shared))
    result = []
    for s in scalars:
        if kept[_scalar_key(s)]:
            kept[_scalar_key(s)] -= 1
        else:
            result.append(s)
    return result


def _without(scalars: tuple[Expr, ...], shared: Counter[ScalarKey]) -> list[Expr]:
    """The scalars that are left once the shared ones are taken out."""
    left = Counter(shared)
    kept = []
    for s in scalars:
        if left[_scalar_key(s)]:
            left[_scalar_key(s)] -= 1
        else:
            kept.append(s)
    return kept


def _take_end(parts: list[Factors], *, right: bool) -> Expr | None:
    """Take the longest common run of matrix factors off one end of every term."""
    chains = [p.chain if right else p.chain[::-1] for p in parts]  # so that it is the end of each list either way
    run = 0
    while all(len(c) > run for c in chains) and len({c[-1 - run] for c in chains}) == 1:
        run += 1
    while right and run and any(len(c) > run and _is_row_of_ones(c[-1 - run]) for c in chains):
        run -= 1  # 1' y is a sum, which is not torn apart
    if run == 0:
        return None
    common = chains[0][len(chains[0]) - run :]
    edge = identity(common[0].shape.rows if right else common[0].shape.cols)
    if run == 1 and any(len(c) == run for c in chains):
        return None  # (I + A) x is no shorter to read than x + A x
    rests = []
    for part, chain in zip(parts, chains, strict=True):
        cut = chain[: len(chain) - run] or (edge,)
        rests.append(times(Number(part.number), *part.scalars, *(cut if right else cut[::-1])))
    return times(bracket(*rests), *common) if right else times(*common[::-1], bracket(*rests))


def _is_row_of_ones(e: Expr) -> bool:
    return e.shape.rows == 1 and isinstance(e.children[0] if isinstance(e, n.Transpose) else e, n.Ones)


@rule("collect.common-right")
def common_right(e: Expr) -> Expr | None:
    """A U + B U = (A + B) U"""
    return _common_end(e, right=True)


@rule("collect.common-left")
def common_left(e: Expr) -> Expr | None:
    """U A + U B = U (A + B)"""
    return _common_end(e, right=False)


def _common_end(e: Expr, *, right: bool) -> Expr | None:
    """Take common factors off one end: of the whole sum, or of those terms that share their last factor."""
    if not isinstance(e, n.Add) or e.is_scalar:
        return None
    groups: dict[Expr, list[int]] = {}
    parts = [factors(t) for t in e.children]
    for i, part in enumerate(parts):
        if part.chain:
            parts[i] = part = _turned(part, groups, -1 if right else 0)
            groups.setdefault(part.chain[-1 if right else 0], []).append(i)
    for found in groups.values():
        if len(found) < 2:
            continue
        joined = _take_end([parts[i] for i in found], right=right)
        if joined is None:  # without the terms that hold nothing else
            found = [i for i in found if len(parts[i].chain) > 1]
            joined = _take_end([parts[i] for i in found], right=right) if len(found) > 1 else None
        if joined is None or size(joined) >= size(n.Add(*[e.children[i] for i in found])):
            continue
        return plus(*[joined if i == found[0] else t for i, t in enumerate(e.children) if i not in found[1:]])
    return None


def _turned(part: Factors, seen: Iterable[Expr], end: int) -> Factors:
    """The factors with the sign of a difference at the end turned, if it was seen the other way: ``(b - a) x'`` as
    ``-(a - b) x'``.
    """
    last = part.chain[end]
    inner = last.children[0] if isinstance(last, n.Transpose) else last
    if not isinstance(inner, n.Add):
        return part
    turned = {negative(t) for t in inner.children}
    for other in seen:
        same = type(other) is type(last)
        if same and {*(other.children[0] if isinstance(other, n.Transpose) else other).children} == turned:
            chain = (*part.chain[:-1], other) if end else (other, *part.chain[1:])
            return Factors(-part.number, part.scalars, chain)
    return part


@rule("collect.common-matrix")
def common_matrix(e: Expr) -> Expr | None:
    """s U + t U = (s + t) U"""
    if not isinstance(e, n.Add) or e.is_scalar:
        return None
    groups: dict[tuple[Expr, ...], list[int]] = {}
    parts = [factors(t) for t in e.children]
    for i, part in enumerate(parts):
        groups.setdefault(part.chain, []).append(i)
    for chain, found in groups.items():
        if len(found) > 1:
            joined = times(bracket(*[times(Number(parts[i].number), *parts[i].scalars) for i in found]), *chain)
            if size(joined) < size(e):
                return plus(*[joined if i == found[0] else t for i, t in enumerate(e.children) if i not in found[1:]])
    return None


@rule("collect.common-denominator")
def common_denominator(e: Expr) -> Expr | None:
    """U/c + V/c = (U + V)/c"""
    if not isinstance(e, n.Add):
        return None
    groups: dict[Expr, list[Expr]] = {}
    for term in e.children:
        if isinstance(term, n.Quotient):
            groups.setdefault(term.children[1], []).append(term)
    together = next(((below, found) for below, found in groups.items() if len(found) > 1), None)
    if together is None:
        return None
    below, found = together
    joined = n.Quotient(bracket(*[t.children[0] for t in found]), below)
    return plus(*[joined if t is found[0] else t for t in e.children if t is found[0] or t not in found])


@rule("collect.unvec")
def sum_of_unvec(e: Expr) -> Expr | None:
    """unvec(a) + unvec(b) = unvec(a + b)"""
    if not isinstance(e, n.Add) or e.is_scalar:
        return None
    parts = [factors(t) for t in e.children]
    if not all(len(p.chain) == 1 and isinstance(p.chain[0], n.Unvec) for p in parts):
        return None
    columns = [times(Number(p.number), *p.scalars, p.chain[0].children[0]) for p in parts]
    return n.Unvec(bracket(*columns), *e.shape)


@rule("collect.vec")
def sum_of_vec(e: Expr) -> Expr | None:
    """vec(U) + vec(V) = vec(U + V)"""
    if not isinstance(e, n.Add) or e.is_scalar:
        return None
    parts = [factors(t) for t in e.children]
    if not all(len(p.chain) == 1 and isinstance(p.chain[0], n.Vec) for p in parts):
        return None
    if len({p.chain[0].children[0].shape for p in parts}) != 1:
        return None
    return n.Vec(bracket(*[times(Number(p.number), *p.scalars, p.chain[0].children[0]) for p in parts]))


@rule("transpose.sum")
def transpose_of_sum(e: Expr) -> Expr | None:
    """U' + V' = (U + V)'"""
    if not isinstance(e, n.Add) or e.is_scalar:
        return None
    parts = [factors(t) for t in e.children]
    if all(len(p.chain) == 1 and isinstance(p.chain[0], n.Transpose) for p in parts):
        return n.Transpose(n.Add(*[times(Number(p.number), *p.scalars, p.chain[0].children[0]) for p in parts]))
    if not e.shape.is_matrix or not all(isinstance(c, n.Transpose) for p in parts for c in p.chain):
        return None
    return n.Transpose(n.Add(*[transposed(p.product()) for p in parts]))


RULES = (
    like_terms,
    common_denominator,
    common_matrix,
    group_by_scalar,
    common_right,
    common_left,
    common_scalar,
    transpose_of_sum,
    sum_of_unvec,
    sum_of_vec,
)
