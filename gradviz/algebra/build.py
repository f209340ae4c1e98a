"""Smart constructors: what a person does without calling it a step.

`times` pulls numbers and scalars to the front and drops ones and identities, `plus` drops zeros, `transposed`
reverses a product. They are used where the engine *writes* an expression; what the user wrote is built with the
plain nodes and left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import MINUS_ONE, ONE, Expr, Number
from gradviz.algebra.properties import is_symmetric
from gradviz.algebra.shapes import SCALAR, Dim, Shape

__all__ = [
    "Factors", "all_ones", "factors", "hadamard", "identity", "inverse", "is_one_in_each_entry", "is_zero", "minus",
    "negative", "plus", "power", "put_differentials", "quotient", "rebuilt", "terms", "tidy", "times", "trace",
    "transposed", "unvec", "vec", "zero",
]  # fmt: skip


def zero(shape: Shape) -> Expr:
    """The zero of a shape (a number for a scalar)."""
    return n.ZERO if shape == SCALAR else n.Zero(*shape)


def identity(dim: Dim) -> Expr:
    """``I_n``, which for n = 1 is the number one."""
    return ONE if dim == 1 else n.Identity(dim)


def is_zero(e: Expr) -> bool:
    return isinstance(e, n.Zero) or e is n.ZERO


def is_one_in_each_entry(e: Expr) -> bool:
    """Whether `e` is the 1 of ``1 + exp(U)``: the number, or one in every entry of a shape (an identity is not)."""
    return isinstance(e, n.Ones) or (e.children[0] if isinstance(e, n.Fill) else e) is ONE


_UNIT = Fraction(1)
"""The number of a product without one; most have none, and telling that by identity is what makes `times` quick."""
MAX_FLAT = 64
"""Up to so many scalar factors are laid side by side; a shared product of products would have exponentially many."""


@dataclass(frozen=True, slots=True)
class Factors:
    """A product taken apart: a number, scalar factors, and the chain of matrix factors in order."""

    number: Fraction
    scalars: tuple[Expr, ...]
    chain: tuple[Expr, ...]

    def product(self) -> Expr:
        return times(Number(self.number), *self.scalars, *self.chain)


def factors(e: Expr) -> Factors:
    """Take a product apart. A product of matrices that is itself a scalar counts as one scalar factor."""
    number = _UNIT
    scalars: list[Expr] = []
    chain: list[Expr] = []
    stack = [e]
    while stack:
        part = stack.pop()
        if isinstance(part, Number):
            number = part.value if number is _UNIT else number * part.value
        elif isinstance(part, n.Mul) and part.is_scalar and len(scalars) >= MAX_FLAT:
            scalars.append(part)
        elif isinstance(part, n.Mul) and part.is_scalar:
            inner = [c for c in part.children if not c.is_scalar]
            if inner and len(inner) == len(part.children):
                scalars.append(part)
            else:
                stack.extend(reversed([c for c in part.children if c.is_scalar] + ([n.Mul(*inner)] if inner else [])))
        elif isinstance(part, n.Mul):
            stack.extend(reversed(part.children))
        elif part.is_scalar:
            scalars.append(part)
        else:
            chain.append(part)
    return Factors(number, tuple(scalars), tuple(chain))


def times(*parts: Expr) -> Expr:
    """The product with its number in front, then its scalars, then its matrices, then increments of scalars.

    Zeros annihilate, ones and identities vanish, fractions come under one bar. A part that is a 1x1 product of
    matrices stays together as one scalar, so that chains of different parts never mix.
    """
    taken = [factors(part) for part in parts]
    number = _UNIT
    for t in taken:
        if t.number is not _UNIT:
            number = t.number if number is _UNIT else number * t.number
    scalars = [s for t in taken for s in t.scalars]
    chain = [c for t in taken for c in t.chain]
    if any(isinstance(e, n.Quotient) for e in (*scalars, *chain)):
        below = [e.children[1] for e in (*scalars, *chain) if isinstance(e, n.Quotient)]
        above = [e.children[0] if isinstance(e, n.Quotient) else e for e in (*scalars, *chain)]
        return quotient(times(Number(number), *above), times(*below))
    shape = Shape(chain[0].shape.rows, chain[-1].shape.cols) if chain else SCALAR
    if (number is not _UNIT and number == 0) or any(isinstance(e, n.Zero) for e in chain):
        return zero(shape)
    kept = [c for c in chain if not isinstance(c, n.Identity)] or chain[:1]
    if len(kept) == 1 and not scalars and isinstance(kept[0], n.Fill) and isinstance(kept[0].children[0], Number):
        return n.Fill(Number(number * kept[0].children[0].value), *shape)
    scalars.sort(key=_scalar_rank)
    increments = [s for s in scalars if isinstance(s, n.Differential)]
    scalars = [s for s in scalars if not isinstance(s, n.Differential)]
    if not chain and scalars and isinstance(scalars[-1], n.Mul):
        kept = list(scalars.pop().children)
    result = [*scalars, *kept, *increments]
    if not result or (number is not _UNIT and number != 1):
        result.insert(0, Number(number))
    return result[0] if len(result) == 1 else n.Mul(*result)


def _scalar_rank(e: Expr) -> int:
    """Symbols and their powers stand before what is longer, increments last; otherwise the order is the author's."""
    if e.has_differential:
        return 2
    base = e.children[0] if isinstance(e, n.Power) else e
    return 0 if not (base.children or isinstance(base, n.Delta | n.NamedDerivative)) else 1


def terms(e: Expr) -> list[Expr]:
    """The terms of a sum; anything else is its own single term."""
    found: list[Expr] = []
    stack = [e]
    while stack:
        part = stack.pop()
        if isinstance(part, n.Add):
            stack.extend(reversed(part.children))
        else:
            found.append(part)
    return found


def plus(*parts: Expr) -> Expr:
    """The sum without zeros, in the order given."""
    kept = [t for part in parts for t in terms(part) if not is_zero(t)]
    if not kept:
        return zero(parts[0].shape)
    return kept[0] if len(kept) == 1 else n.Add(*kept)


def negative(e: Expr) -> Expr:
    """``-e``, term by term for a sum."""
    if isinstance(e, n.Add):
        return n.Add(*[times(MINUS_ONE, t) for t in e.children])
    return times(MINUS_ONE, e)


def minus(a: Expr, b: Expr) -> Expr:
    return plus(a, negative(b))


def power(base: Expr, exponent: Expr | int | Fraction) -> Expr:
    """``base^exponent`` of scalars; exponents nought and one disappear, numbers are worked out."""
    if not isinstance(exponent, Expr):
        exponent = Number(exponent)
    if exponent is n.ZERO:
        return ONE
    if exponent is ONE or base is ONE:
        return base
    if isinstance(base, Number) and isinstance(exponent, Number) and base.value != 0:
        k = exponent.value
        if k.denominator == 1 and abs(k.numerator) <= 64:  # larger powers stay as they are written
            return Number(base.value**k.numerator)
    return n.Power(base, exponent)


def quotient(numerator: Expr, denominator: Expr) -> Expr:
    """A fraction; division by a number becomes a coefficient."""
    if is_zero(numerator) or denominator is ONE:
        return numerator
    if isinstance(denominator, Number) and denominator.value != 0:
        return times(Number(1 / denominator.value), numerator)
    above, below = _leading_number(numerator), _leading_number(denominator)
    if above is not None and below is not None:
        ratio = above / below
        if (abs(ratio.numerator), ratio.denominator) != (abs(above.numerator), below.numerator):
            top = times(Number(ratio.numerator), *numerator.children[1:])
            bottom = times(Number(ratio.denominator), *denominator.children[1:])
            return n.Quotient(top, bottom) if bottom is not ONE else top
    return n.Quotient(numerator, denominator)


def _leading_number(e: Expr) -> Fraction | None:
    """The whole number in front of a product; None where there is none."""
    first = e.children[0] if isinstance(e, n.Mul) else None
    return first.value if isinstance(first, Number) and first.value.denominator == 1 and first.value != 0 else None


def all_ones(*chain: Expr) -> bool:
    """Whether a product of matrices is one in every entry: ``ones(m, n)``, or ``ones(m) ones(n)'``."""
    bare = [c.children[0] if isinstance(c, n.Transpose) else c for c in chain]
    return all(isinstance(c, n.Ones) for c in bare) and all(c.shape.cols == 1 for c in chain[:-1])


def hadamard(*parts: Expr) -> Expr:
    """The entrywise product with numbers and scalars in front."""
    below = [p.children[1] for p in parts if isinstance(p, n.Quotient)]
    if below:
        return quotient(hadamard(*[p.children[0] if isinstance(p, n.Quotient) else p for p in parts]), times(*below))
    outer: list[Expr] = []
    inner: list[Expr] = []
    for part in parts:
        split = factors(part)
        outer += split.scalars if split.number is _UNIT else (Number(split.number), *split.scalars)
        if len(split.chain) == 1 and isinstance(split.chain[0], n.Hadamard):
            inner += split.chain[0].children
        elif len(split.chain) == 1 and isinstance(split.chain[0], n.Fill):
            outer.append(split.chain[0].children[0])
        elif split.chain and all_ones(*split.chain):
            pass
        elif split.chain:
            inner.append(times(*split.chain))
    if any(is_zero(e) for e in inner):
        return zero(parts[0].shape)
    if not inner:
        return times(*outer, n.Ones(*parts[0].shape)) if parts[0].shape != SCALAR else times(*outer)
    return times(*outer, inner[0] if len(inner) == 1 else n.Hadamard(*inner))


def trace(e: Expr) -> Expr:
    """``tr(e)`` with its coefficient taken out; the trace of a scalar is the scalar."""
    if e.is_scalar:
        return e
    if isinstance(e, n.Quotient):
        return quotient(trace(e.children[0]), e.children[1])
    split = factors(e)
    return times(Number(split.number), *split.scalars, n.Trace(times(*split.chain)))


def unvec(e: Expr, shape: Shape) -> Expr:
    """The matrix of a shape that is stacked in a column; of ``vec(A)`` it is A."""
    if shape.cols == 1:
        return e
    if shape.rows == 1:
        return transposed(e)
    if isinstance(e, n.Quotient):
        return quotient(unvec(e.children[0], shape), e.children[1])
    if isinstance(e, n.Add) and any(isinstance(c, n.Vec) for t in e.children for c in factors(t).chain):
        return plus(*[unvec(t, shape) for t in e.children])
    split = factors(e)
    scale = (Number(split.number), *split.scalars)
    column = times(*split.chain)
    if isinstance(column, n.Vec) and column.children[0].shape == shape:
        return times(*scale, column.children[0])
    if isinstance(column, n.Ones):
        return times(*scale, n.Ones(*shape))
    return times(*scale, n.Unvec(column, *shape))


def vec(e: Expr) -> Expr:
    """The columns of a matrix under each other; a column is its own."""
    if e.shape.cols == 1:
        return e
    if e.shape.rows == 1:
        return transposed(e)
    split = factors(e)
    return times(Number(split.number), *split.scalars, n.Vec(times(*split.chain)))


def inverse(e: Expr) -> Expr:
    if e.is_scalar:
        return quotient(ONE, e)
    if isinstance(e, n.Inverse):
        return e.children[0]
    if isinstance(e, n.Transpose):
        return transposed(inverse(e.children[0]))
    return e if isinstance(e, n.Identity) else n.Inverse(e)


def transposed(e: Expr) -> Expr:
    """``e'`` written as a person would: products reversed, symmetric parts left alone, sums kept together in brackets.

    The walk is iterative: it goes down only through products, fractions and Kronecker products, where it rebuilds.
    """
    done: dict[Expr, Expr] = {}
    stack = [e]
    while stack:
        node = stack[-1]
        if node in done:
            stack.pop()
            continue
        below = [c for c in _transposed_within(node) if c not in done]
        if below:
            stack.extend(below)
            continue
        done[node] = _transposed_node(node, done)
        stack.pop()
    return done[e]


def _transposed_within(node: Expr) -> tuple[Expr, ...]:
    if is_symmetric(node):
        return ()
    match node:
        case n.Mul() | n.Kronecker():
            return node.children
        case n.Quotient():
            return node.children[:1]
        case n.Add() if all(_sheds_transpose(t) for t in node.children):
            return node.children
    return ()


def _sheds_transpose(term: Expr) -> bool:
    """Whether transposing makes a term shorter, or goes inside a Kronecker product."""
    chain = factors(term).chain
    return len(chain) == 1 and (isinstance(chain[0], n.Transpose | n.Kronecker) or is_symmetric(chain[0]))


def _transposed_node(node: Expr, done: dict[Expr, Expr]) -> Expr:
    if is_symmetric(node):
        return node
    match node:
        case n.Transpose():
            return node.children[0]
        case n.Mul():
            return times(*[done[c] for c in reversed(node.children)])
        case n.Add() if all(_sheds_transpose(t) for t in node.children):
            return n.Add(*[done[c] for c in node.children])
        case n.Add() if all(factors(t).number < 0 for t in node.children):
            return times(MINUS_ONE, n.Transpose(negative(node)))  # -(A + B)' rather than (-A - B)'
        case n.Kronecker():
            return n.Kronecker(done[node.children[0]], done[node.children[1]])
        case n.Quotient():
            return n.Quotient(done[node.children[0]], node.children[1])
        case n.Zero() | n.Ones():
            return type(node)(node.shape.cols, node.shape.rows)
        case n.Fill():
            return n.Fill(node.children[0], node.shape.cols, node.shape.rows)
        case n.Commutation():
            return n.Commutation(node.data[1], node.data[0])
    return n.Transpose(node)


_REBUILD: dict[type[Expr], Callable[..., Expr]] = {
    n.Add: plus,
    n.Mul: times,
    n.Quotient: quotient,
    n.Hadamard: hadamard,
    n.Transpose: transposed,
    n.Trace: trace,
    n.Power: power,
    n.Inverse: inverse,
    n.Vec: vec,
}
_LINEAR = (n.Sum, n.IndexedSum, n.Diag, n.DiagonalOf, n.Vec, n.Kronecker, n.HadamardQuotient, n.Entry, n.Differential)


def rebuilt(node: Expr, children: Iterable[Expr]) -> Expr:
    """The node over other children, built with the smart constructor of its kind; linear functions of zero are zero."""
    children = list(children)
    build = _REBUILD.get(type(node))
    if build is not None:
        return build(*children)
    if isinstance(node, _LINEAR) and is_zero(children[0]):
        return zero(node.shape)
    if isinstance(node, n.Kronecker) and is_zero(children[1]):
        return zero(node.shape)
    return node.with_children(children)


def tidy(e: Expr) -> Expr:
    """Rebuild, with the smart constructors, all that holds a differential; what the user wrote stays as it is."""
    return _put_differentials(e, {}, rebuilt)


def put_differentials(e: Expr, replacements: Mapping[Expr, Expr]) -> Expr:
    """Put tidy expressions in for differentials of a tidy expression; only what holds a differential is walked."""
    return _put_differentials(e, replacements, _rebuilt_if_need_be)


def _put_differentials(e: Expr, replacements: Mapping[Expr, Expr], build: Callable[[Expr, list[Expr]], Expr]) -> Expr:
    done: dict[Expr, Expr] = dict(replacements)
    stack = [e]
    while stack:
        node = stack[-1]
        if node in done:
            stack.pop()
        elif not node.has_differential:
            done[node] = node
        elif below := [c for c in node.children if c.has_differential and c not in done]:
            stack.extend(below)
        else:
            done[node] = build(node, [done.get(c, c) for c in node.children])
    return done[e]


_ACTIVE: dict[type[Expr], frozenset[type[Expr]]] = {
    n.Mul: frozenset({n.Mul, n.Quotient, n.Number, n.Identity, n.Zero}),
    n.Hadamard: frozenset({n.Mul, n.Quotient, n.Number, n.Identity, n.Zero, n.Hadamard, n.Fill, n.Ones}),
}
"""Kinds of new children that make a tidy product untidy."""


def _rebuilt_if_need_be(node: Expr, children: list[Expr]) -> Expr:
    """A tidy node over other children: around most of them it stays tidy, and building it plainly is far cheaper."""
    active = _ACTIVE.get(type(node))
    if active is not None and all(
        new is old or not (new.is_scalar or type(new) in active)
        for new, old in zip(children, node.children, strict=True)
    ):
        return node.with_children(children)
    return rebuilt(node, children)
