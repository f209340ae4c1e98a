"""Entrywise products, quotients and diagonal matrices."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from gradviz.algebra import nodes as n
from gradviz.algebra.build import (
    all_ones,
    factors,
    hadamard,
    identity,
    is_one_in_each_entry,
    plus,
    power,
    quotient,
    times,
    transposed,
)  # fmt: skip
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.properties import facts, is_positive
from gradviz.algebra.rewriting import rule
from gradviz.algebra.simplify.collect import bracket, like_terms, size

__all__ = ["RULES", "powers_entrywise"]


@rule("entrywise.plain")
def plain_product(e: Expr) -> Expr | None:
    """1 .* U = U"""
    if not isinstance(e, n.Hadamard):
        return None
    result = hadamard(*e.children)
    ones = any(isinstance(c, n.Ones | n.Fill) or (isinstance(c, n.Mul) and all_ones(*c.children)) for c in e.children)
    return result if result is not e and ones else None


@rule("entrywise.number-out")
def number_out(e: Expr) -> Expr | None:
    """U .* (s V) = s (U .* V)"""
    if not isinstance(e, n.Hadamard):
        return None
    result = hadamard(*e.children)
    return None if result is e else result


@rule("entrywise.diagonal")
def diagonal_times_vector(e: Expr) -> Expr | None:
    """diag(x) y = x .* y"""
    if not isinstance(e, n.Mul) or e.is_scalar:
        return None
    chain = [c for c in e.children if not c.is_scalar]
    if len(chain) > 2 and e.shape.is_column and isinstance(chain[0], n.Diag):
        return times(*[c for c in e.children if c.is_scalar], hadamard(chain[0].children[0], times(*chain[1:])))
    for i, (a, b) in enumerate(pairwise(chain)):
        if isinstance(a, n.Diag) and b.shape.is_column:
            scaled = hadamard(a.children[0], b)
        elif isinstance(b, n.Diag) and a.shape.is_row and all_ones(a):
            scaled = transposed(b.children[0])
        else:
            continue
        return times(*[c for c in e.children if c.is_scalar], *chain[:i], scaled, *chain[i + 2 :])
    return None


@rule("entrywise.diagonals-on-ones")
def diagonals_on_ones(e: Expr) -> Expr | None:
    """(diag(x) U + V diag(y)) ones(n) = diag(x) U ones(n) + V diag(y) ones(n)"""
    if not isinstance(e, n.Mul) or len(e.children) < 2 or not isinstance(e.children[-2], n.Add):
        return None
    *scale, bracket, last = e.children
    summands = [factors(t) for t in bracket.children]
    diagonals = [any(isinstance(end, n.Diag) for end in (s.chain[0], s.chain[-1])) for s in summands if s.chain]
    if not (last.shape.is_column and all_ones(last) and all(s.is_scalar for s in scale)) or not all(diagonals):
        return None
    return times(*scale, plus(*[times(t, last) for t in bracket.children])) if len(diagonals) == len(summands) else None


def _gather(e: Expr, exponents: dict[Expr, Fraction]) -> Expr:
    """Take an entrywise product apart into powers of its factors; the scalars in it are returned as one."""
    scale: list[Expr] = []
    stack: list[tuple[Expr, Fraction]] = [(e, Fraction(1))]
    while stack:
        part, s = stack.pop()
        if part.is_scalar or isinstance(part, n.Fill):
            value = part.children[0] if isinstance(part, n.Fill) else part
            scale.append(value if s == 1 else power(value, s) if s > 0 else quotient(n.ONE, power(value, -s)))
        elif all_ones(*(part.children if isinstance(part, n.Mul) else (part,))):
            continue
        elif isinstance(part, n.Quotient) and s == 1:
            stack += [(quotient(n.ONE, part.children[1]), s), (part.children[0], s)]
        elif isinstance(part, n.Hadamard) and s.denominator == 1:
            stack += [(c, s) for c in reversed(part.children)]
        elif isinstance(part, n.HadamardQuotient) and s.denominator == 1:
            stack += [(part.children[1], -s), (part.children[0], s)]
        elif (k := _exponent_to_join(part, s)) is not None:
            stack.append((part.children[0], s * k))
        elif isinstance(part, n.Mul) and sum(not c.is_scalar for c in part.children) == 1 and s.denominator == 1:
            stack += [(c, s) for c in reversed(part.children)]
        else:
            exponents[part] = exponents.get(part, Fraction(0)) + s
    return times(*scale)


def powers_entrywise(e: Expr) -> dict[Expr, Fraction]:
    """The factors of an entrywise product and their exponents."""
    exponents: dict[Expr, Fraction] = {}
    scale = _gather(e, exponents)
    return exponents if scale is n.ONE else {e: Fraction(1)}


def _exponent_to_join(part: Expr, outer: Fraction) -> Fraction | None:
    """The k of ``(U.^k).^outer = U.^(k outer)`` where that holds: a root of an even power would lose the sign of U."""
    if not isinstance(part, n.HadamardPower):
        return None
    exponent = part.children[1]
    holds = outer.denominator == 1 or is_positive(part.children[0])
    return exponent.value if holds and isinstance(exponent, Number) else None


def _raised(base: Expr, k: Fraction) -> Expr:
    return base if k == 1 else n.HadamardPower(base, Number(k))


@rule("entrywise.rows-scaled")
def rows_scaled(e: Expr) -> Expr | None:
    """(x ones(n)') .* A = diag(x) A"""
    if not isinstance(e, n.Hadamard) or not e.shape.is_matrix:
        return None
    for i, part in enumerate(e.children):
        chain = factors(part).chain
        cuts = [k for k in range(1, len(chain)) if chain[k].shape.is_row]
        if len(cuts) != 1 or factors(part).product() is not part:
            continue
        column, row = times(*chain[: cuts[0]]), times(*chain[cuts[0] :])
        rest = hadamard(*e.children[:i], *e.children[i + 1 :])
        scalars = (Number(factors(part).number), *factors(part).scalars)
        if all_ones(row):
            return times(*scalars, n.Diag(column), rest)
        if all_ones(column):
            return times(*scalars, rest, n.Diag(transposed(row)))
    return None


@rule("entrywise.one-power")
def one_power(e: Expr) -> Expr | None:
    """U .* U = U.^2"""
    return _joined(e) if isinstance(e, n.Hadamard) and not _divides(e) else None


@rule("entrywise.one-quotient")
def one_quotient(e: Expr) -> Expr | None:
    """U .* (V ./ W) = (U .* V) ./ W"""
    if isinstance(e, n.Mul):
        return _over_entries(e)
    return _joined(e) if isinstance(e, n.Hadamard | n.HadamardQuotient) and _divides(e) else None


def _over_entries(e: Expr) -> Expr | None:
    """``s (1 ./ U)`` as ``s ./ U``."""
    split = factors(e)
    if len(split.chain) != 1 or not split.scalars or not isinstance(split.chain[0], n.HadamardQuotient):
        return None
    above, below = split.chain[0].children
    if not is_one_in_each_entry(above):
        return None
    return times(Number(split.number), n.HadamardQuotient(n.Fill(times(*split.scalars), *e.shape), below))


def _divides(e: Expr) -> bool:
    """Whether a factor of an entrywise product is divided by."""
    exponents: dict[Expr, Fraction] = {}
    stack = [e]
    while stack:
        part = stack.pop()
        if isinstance(part, n.HadamardQuotient):
            return True
        if isinstance(part, n.Hadamard):
            stack += part.children
    _gather(e, exponents)
    return any(k < 0 for k in exponents.values())


def _joined(e: Expr) -> Expr | None:
    """The powers of equal factors joined, on one fraction bar; None where that is no shorter."""
    exponents: dict[Expr, Fraction] = {}
    scale = _gather(e, exponents)
    above = [_raised(base, k) for base, k in exponents.items() if k > 0]
    below = [_raised(base, -k) for base, k in exponents.items() if k < 0]
    if not below:
        result = times(scale, hadamard(*above) if above else n.Ones(*e.shape))
    elif above:
        result = times(scale, n.HadamardQuotient(hadamard(*above), hadamard(*below)))
    else:
        split = factors(scale)
        sign = n.MINUS_ONE if split.number < 0 else n.ONE
        scale = times(Number(abs(split.number)), *split.scalars)
        result = times(sign, n.HadamardQuotient(n.Fill(scale, *e.shape), hadamard(*below)))
    return result if result is not e and size(result) <= size(e) else None


@rule("entrywise.diagonal-product")
def diagonal_product(e: Expr) -> Expr | None:
    """diag(x) diag(y) = diag(x .* y)"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i, (a, b) in enumerate(pairwise(chain)):
        if isinstance(a, n.Diag) and isinstance(b, n.Diag):
            joined = n.Diag(hadamard(a.children[0], b.children[0]))
            return times(*[c for c in e.children if c.is_scalar], *chain[:i], joined, *chain[i + 2 :])
    return None


@rule("entrywise.diagonal-of")
def diagonal_of_product(e: Expr) -> Expr | None:
    """diag(x y') = x .* y"""
    if not isinstance(e, n.DiagonalOf):
        return None
    inner = e.children[0]
    if isinstance(inner, n.Transpose):
        return n.DiagonalOf(inner.children[0])
    if isinstance(inner, n.Mul) and size(transposed(inner)) < size(inner):
        return n.DiagonalOf(transposed(inner))
    split = factors(inner)
    scale = (Number(split.number), *split.scalars)
    if len(split.chain) == 1 and isinstance(split.chain[0], n.Diag):
        return times(*scale, split.chain[0].children[0])
    for i in range(1, len(split.chain)):
        if split.chain[i].shape.rows == 1:
            column, row = times(*split.chain[:i]), times(*split.chain[i:])
            return times(*scale, hadamard(column, transposed(row)))
    return None


@rule("entrywise.diagonal-of-multiple")
def diagonal_of_multiple(e: Expr) -> Expr | None:
    """diag(s U) = s diag(U)"""
    if not isinstance(e, n.DiagonalOf):
        return None
    inner = e.children[0]
    if isinstance(inner, n.Quotient) and not inner.children[0].is_scalar:
        return n.Quotient(n.DiagonalOf(inner.children[0]), inner.children[1])
    split = factors(inner)
    if not split.scalars and split.number == 1:
        return None
    return times(Number(split.number), *split.scalars, n.DiagonalOf(times(*split.chain)))


@rule("entrywise.diagonal-of-scaled")
def diagonal_of_scaled(e: Expr) -> Expr | None:
    """diag(A diag(x) B) = (A .* B') x"""
    if not isinstance(e, n.DiagonalOf):
        return None
    split = factors(e.children[0])
    places = [i for i, c in enumerate(split.chain) if isinstance(c, n.Diag)]
    if len(places) != 1 or len(split.chain) < 2:
        return None
    i = places[0]
    x = split.chain[i].children[0]
    left, right = split.chain[:i], split.chain[i + 1 :]
    if left and right:
        result = times(hadamard(times(*left), transposed(times(*right))), x)
    else:
        result = hadamard(x, n.DiagonalOf(times(*left, *right)))
    return times(Number(split.number), *split.scalars, result)


@rule("entrywise.diagonal-of-times-diagonal")
def diagonal_of_times_diagonal(e: Expr) -> Expr | None:
    """diag(U D) = diag(U) .* diag(D)"""
    if not isinstance(e, n.DiagonalOf):
        return None
    found = []
    for term in e.children[0].children if isinstance(e.children[0], n.Add) else e.children:
        split = factors(term)
        ends = [i for i in (0, -1) if len(split.chain) > 1 and "diagonal" in facts(split.chain[i])]
        if not ends:
            return None
        d, rest = split.chain[ends[0]], split.chain[1:] if ends[0] == 0 else split.chain[:-1]
        scale = (Number(split.number), *split.scalars)
        found.append(times(*scale, hadamard(_diagonal(times(*rest)), _diagonal(d))))
    return bracket(*found)


@rule("entrywise.diagonal-of-entrywise")
def diagonal_of_entrywise(e: Expr) -> Expr | None:
    """diag(U .* diag(x)) = diag(U) .* x"""
    if not isinstance(e, n.DiagonalOf) or not isinstance(e.children[0], n.Hadamard):
        return None
    factors_ = e.children[0].children
    if not any(isinstance(c, n.Diag | n.Identity) for c in factors_):
        return None
    return hadamard(*[_diagonal(c) for c in factors_])


@rule("entrywise.diagonal-of-power")
def diagonal_of_power(e: Expr) -> Expr | None:
    """diag(x).^k = diag(x.^k)"""
    if not isinstance(e, n.HadamardPower) or not isinstance(e.children[0], n.Diag):
        return None
    exponent = e.children[1]
    if not isinstance(exponent, Number) or exponent.value <= 0:
        return None
    return n.Diag(n.HadamardPower(e.children[0].children[0], exponent))


def _diagonal(e: Expr) -> Expr:
    if isinstance(e, n.Diag):
        return e.children[0]
    return n.Ones(e.shape.rows, 1) if isinstance(e, n.Identity) else n.DiagonalOf(e)


@rule("entrywise.number-into-diagonal")
def number_into_diagonal(e: Expr) -> Expr | None:
    """s diag(t ./ x) = diag(s t ./ x)"""
    if not isinstance(e, n.Mul):
        return None
    split = factors(e)
    if split.number in (1, -1):
        return None
    for i, c in enumerate(split.chain):
        part = c.children[0] if isinstance(c, n.Diag) else c
        if isinstance(part, n.HadamardQuotient) and isinstance(part.children[0], n.Fill):
            filled = part.children[0].children[0]
            if not isinstance(filled, Number) or filled.value == 1:
                continue
            value = filled.value * split.number
            sign = -1 if value < 0 else 1
            quotient_ = n.HadamardQuotient(n.Fill(Number(abs(value)), *part.shape), part.children[1])
            new = n.Diag(quotient_) if isinstance(c, n.Diag) else quotient_
            return times(Number(sign), *split.scalars, *split.chain[:i], new, *split.chain[i + 1 :])
    return None


@rule("inverse.diagonal", condition="no entry of x is 0")
def inverse_of_diagonal(e: Expr) -> Expr | None:
    """diag(x)^-1 = diag(1 ./ x)"""
    if not isinstance(e, n.Inverse) or not isinstance(e.children[0], n.Diag):
        return None
    x = e.children[0].children[0]
    return n.Diag(n.HadamardQuotient(n.Fill(n.ONE, *x.shape), x))


@rule("entrywise.diag-sum")
def sum_of_diagonals(e: Expr) -> Expr | None:
    """diag(x) + diag(y) = diag(x + y)"""
    if not isinstance(e, n.Add) or e.is_scalar:
        return None
    parts = [factors(t) for t in e.children]
    found = [i for i, p in enumerate(parts) if len(p.chain) == 1 and isinstance(p.chain[0], n.Diag)]
    if len(found) < 2:
        return None
    columns = [times(Number(parts[i].number), *parts[i].scalars, parts[i].chain[0].children[0]) for i in found]
    joined = n.Diag(bracket(*columns))
    return plus(*[joined if i == found[0] else t for i, t in enumerate(e.children) if i not in found[1:]])


@rule("entrywise.common-factor")
def common_factor(e: Expr) -> Expr | None:
    """U .* V + U .* W = U .* (V + W)"""
    if not isinstance(e, n.Add) or e.is_scalar or not any(_is_entrywise(t) for t in e.children):
        return None
    if like_terms.apply(e) is not None:
        return None
    parts: list[tuple[Expr, dict[Expr, Fraction]]] = []
    for term in e.children:
        split = factors(term)
        exponents: dict[Expr, Fraction] = {}
        whole = times(*split.chain)
        if isinstance(whole, n.Hadamard | n.HadamardPower):
            scale = _gather(whole, exponents)
        else:
            scale, exponents = n.ONE, {whole: Fraction(1)}
        if any(k < 0 for k in exponents.values()):
            exponents = {whole: Fraction(1)}
            scale = n.ONE
        parts.append((times(Number(split.number), *split.scalars, scale), exponents))
    places: dict[Expr, list[int]] = {}
    for i, (_, exponents) in enumerate(parts):
        for base in exponents:
            places.setdefault(base, []).append(i)
    for found in sorted(places.values(), key=len, reverse=True):
        if len(found) < 2 or not any(_is_entrywise(e.children[i]) for i in found):
            continue
        shared = dict(parts[found[0]][1])
        for i in found[1:]:
            shared = {base: min(k, parts[i][1].get(base, Fraction(0))) for base, k in shared.items()}
        shared = {base: k for base, k in shared.items() if k > 0}
        rests = [_left_over(*parts[i], shared, e) for i in found]
        joined = hadamard(*[_raised(base, k) for base, k in shared.items()], bracket(*rests))
        if size(joined) < size(n.Add(*[e.children[i] for i in found])):
            return plus(*[joined if i == found[0] else t for i, t in enumerate(e.children) if i not in found[1:]])
    return None


def _is_entrywise(term: Expr) -> bool:
    chain = factors(term).chain
    return len(chain) == 1 and isinstance(chain[0], n.Hadamard | n.HadamardPower)


def _left_over(scale: Expr, exponents: dict[Expr, Fraction], shared: dict[Expr, Fraction], like: Expr) -> Expr:
    """A term of an entrywise product without the factors that it shares with others."""
    left = [_raised(base, k - shared.get(base, Fraction(0))) for base, k in exponents.items() if k != shared.get(base)]
    if left:
        return times(scale, hadamard(*left))
    sign = n.MINUS_ONE if factors(scale).number < 0 else n.ONE
    return times(sign, n.Fill(times(sign, scale), *like.shape))


@rule("entrywise.diag-of-unit")
def diag_of_unit(e: Expr) -> Expr | None:
    """diag(e_k) = e_k e_k'"""
    if not isinstance(e, n.Diag) or not isinstance(e.children[0], n.Unit):
        return None
    unit = e.children[0]
    return n.Mul(unit, n.Transpose(unit))


@rule("entrywise.diagonal-times-unit")
def diagonal_times_unit(e: Expr) -> Expr | None:
    """x .* e_k = x_k e_k"""
    if not isinstance(e, n.Hadamard) or len(e.children) != 2:
        return None
    for unit, other in (e.children, e.children[::-1]):
        known = isinstance(unit, n.Unit) and isinstance(unit.data[0], int)
        if known and unit.shape == other.shape and not isinstance(other, n.Unit):
            return times(n.Entry(other, unit.data[0], 1), unit)
    return None


@rule("entrywise.diag-of-ones")
def diag_of_ones(e: Expr) -> Expr | None:
    """diag(s ones(n)) = s I"""
    if not isinstance(e, n.Diag):
        return None
    if isinstance(e.children[0], n.Fill):
        return times(e.children[0].children[0], identity(e.shape.rows))
    if isinstance(e.children[0], n.Quotient) and isinstance(e.children[0].children[0], n.Ones):
        return n.Quotient(identity(e.shape.rows), e.children[0].children[1])
    split = factors(e.children[0])
    if len(split.chain) == 1 and isinstance(split.chain[0], n.Ones):
        return times(Number(split.number), *split.scalars, identity(e.shape.rows))
    if (split.number != 1 or split.scalars) and split.chain:
        return times(Number(split.number), *split.scalars, n.Diag(times(*split.chain)))
    return None


@rule("entrywise.inner")
def inner_of_quotient(e: Expr) -> Expr | None:
    """x' (y ./ x) = sum(y)"""
    if not isinstance(e, n.Mul) or not e.is_scalar:
        return None
    chain = [c for c in e.children if not c.is_scalar]
    if len(chain) != 2:
        return None
    for row, column in (chain, [transposed(c) for c in reversed(chain)]):
        split = factors(column)
        inner = split.chain[0] if len(split.chain) == 1 else None
        if isinstance(inner, n.HadamardQuotient) and inner.children[1] is transposed(row):
            above = factors(inner.children[0])
            scalars = (*split.scalars, *above.scalars, *[c for c in e.children if c.is_scalar])
            return times(Number(split.number * above.number), *scalars, n.Sum(times(*above.chain)))
    return None


RULES = (
    plain_product, number_out, diagonal_times_vector, diagonals_on_ones, rows_scaled, one_power, one_quotient,
    diagonal_product, diagonal_of_product,
    diagonal_of_multiple, diagonal_of_scaled,
    diagonal_of_times_diagonal, diagonal_of_entrywise, diagonal_of_power, number_into_diagonal,
    inverse_of_diagonal, diagonal_times_unit, diag_of_ones, diag_of_unit, sum_of_diagonals, common_factor,
    inner_of_quotient,
)  # fmt: skip
