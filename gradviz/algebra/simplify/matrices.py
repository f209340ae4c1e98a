"""Products of matrices: transposes and inverses combined, what cancels removed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, identity, inverse, plus, quotient, terms, times, trace, transposed
from gradviz.algebra.nodes import Expr, Number
from gradviz.algebra.properties import facts, is_invertible, is_symmetric
from gradviz.algebra.rewriting import rule
from gradviz.algebra.shapes import Dim
from gradviz.algebra.simplify.collect import like_terms

__all__ = ["RULES"]


@rule("transpose.product")
def transpose_of_product(e: Expr) -> Expr | None:
    """(U V)' = V' U'"""
    if not isinstance(e, n.Transpose):
        return None
    turned = transposed(e.children[0])
    return None if turned is e else turned


@rule("transpose.own")
def own_transpose(e: Expr) -> Expr | None:
    """(U + V) (U' + V') = (U + V) (U + V)'"""
    if not isinstance(e, n.Mul):
        return None
    for i, (left, right) in enumerate(pairwise(e.children)):
        if not (isinstance(left, n.Add) and isinstance(right, n.Add)) or left.shape.cols != 1 or left.is_scalar:
            continue
        if right.shape.rows == 1 and {transposed(t) for t in right.children} == {*left.children}:
            return n.Mul(*e.children[: i + 1], n.Transpose(left), *e.children[i + 2 :])
    return None


@rule("inverse.product", condition="U and V invertible")
def inverse_of_product(e: Expr) -> Expr | None:
    """(U V)^-1 = V^-1 U^-1"""
    if not isinstance(e, n.Inverse):
        return None
    inner = e.children[0]
    if isinstance(inner, n.Inverse | n.Identity):
        return inverse(inner)
    if not isinstance(inner, n.Mul):
        return None
    split = factors(inner)
    if (split.number != 1 or split.scalars) and not is_invertible(inner):
        taken = times(Number(split.number), *split.scalars)  # (s U)^-1 = s^-1 U^-1
        return times(inverse(taken), inverse(times(*split.chain)))
    if not all(is_invertible(c) for c in split.chain):
        return None
    scalar = times(Number(split.number), *split.scalars)
    return times(
        n.Quotient(n.ONE, scalar) if scalar is not n.ONE else n.ONE, *[inverse(c) for c in reversed(split.chain)]
    )


@rule("inverse.transpose")
def inverse_of_transpose(e: Expr) -> Expr | None:
    """(U' V')^-1 = (V U)^-T"""
    if not isinstance(e, n.Inverse):
        return None
    inner = e.children[0]
    if isinstance(inner, n.Transpose):
        return inverse(inner)
    split = factors(inner)
    if len(split.chain) < 2 or split.scalars or split.number != 1 or is_symmetric(inner):
        return None
    if not all(isinstance(c, n.Transpose) for c in split.chain):
        return None
    return n.Transpose(n.Inverse(transposed(inner)))


@rule("determinant.transpose")
def determinant_of_transpose(e: Expr) -> Expr | None:
    """det(U') = det(U)"""
    if isinstance(e, n.Determinant | n.LogDet) and isinstance(e.children[0], n.Transpose):
        return e.with_children(e.children[0].children)
    return None


@rule("inverse.orthogonal")
def inverse_of_orthogonal(e: Expr) -> Expr | None:
    """Q^-1 = Q'"""
    if isinstance(e, n.Inverse) and "orthogonal" in facts(e.children[0]):
        return transposed(e.children[0])
    return None


@rule("inverse.cancel")
def cancel(e: Expr) -> Expr | None:
    """U U^-1 = I"""
    return _joined(e, lambda k: k == 0)


@rule("power.matrix-product")
def repeated(e: Expr) -> Expr | None:
    """U^j U^k = U^(j+k)"""
    return _joined(e, lambda k: k != 0)


@rule("inverse.cancel-product")
def cancel_product(e: Expr) -> Expr | None:
    """(U V)^-1 U V = I"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i, c in enumerate(chain):
        turned = isinstance(c, n.Transpose)
        inverse_ = c.children[0] if turned else c
        if not isinstance(inverse_, n.Inverse):
            continue
        whole = inverse_.children[0]
        base, k = (whole.children[0], whole.exponent) if isinstance(whole, n.MatrixPower) else (whole, 1)
        inner = transposed(base) if turned else base
        if not isinstance(inner, n.Mul) or any(r.is_scalar for r in inner.children):
            continue
        run = list(inner.children)
        left = _power_of(base, 1 - k)  # (U V)^-k U V = (U V)^(1-k)
        left = transposed(left) if turned else left
        for lo, hi in ((i + 1, i + 1 + len(run)), (i - len(run), i)):
            if lo >= 0 and chain[lo:hi] == run:
                rest = [*chain[: min(lo, i)], left, *chain[max(hi, i + 1) :]]
                return times(*[s for s in e.children if s.is_scalar], *rest)
    return None


@rule("inverse.cancel-factor", condition="U and V invertible")
def cancel_factor(e: Expr) -> Expr | None:
    """(U V)^-1 U = V^-1"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i, c in enumerate(chain):
        turned = isinstance(c, n.Transpose)
        inverse_ = c.children[0] if turned else c
        base = inverse_.children[0] if isinstance(inverse_, n.Inverse) else None
        inner = transposed(base) if turned and base is not None else base
        if not isinstance(inner, n.Mul) or any(r.is_scalar or r.shape.rows != r.shape.cols for r in inner.children):
            continue
        if is_symmetric(inner):
            continue  # (X' X)^-1 X' is left as it is known
        for at, gone in ((i + 1, 0), (i - 1, len(inner.children) - 1)):  # what is left of the product's inverse
            if 0 <= at < len(chain) and chain[at] is inner.children[gone]:
                kept = [r for k, r in enumerate(inner.children) if k != gone]
                rest = [inverse(times(*kept)) if k == i else r for k, r in enumerate(chain) if k != at]
                return times(*[s for s in e.children if s.is_scalar], *rest)
    return None


def _joined(e: Expr, wanted: Callable[[int], bool]) -> Expr | None:
    """Two neighbouring powers of one matrix made one, if the exponent is wanted."""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i, (a, b) in enumerate(pairwise(chain)):
        if a.shape.rows != a.shape.cols:
            continue
        (base, turned, j), (other, other_turned, k) = _as_power(a), _as_power(b)
        if base is other and turned == other_turned and wanted(j + k):
            joined = _power_of(base, j + k)
            joined = transposed(joined) if turned else joined
            return times(*[c for c in e.children if c.is_scalar], *chain[:i], joined, *chain[i + 2 :])
    return None


def _as_power(e: Expr) -> tuple[Expr, bool, int]:
    """``e = base^k`` or its transpose: the base, whether transposed, and k; the inverse of an orthogonal matrix is
    its transpose.
    """
    turned, sign, k = False, 1, 1
    while isinstance(e, n.Transpose | n.Inverse | n.MatrixPower):
        if isinstance(e, n.Transpose):
            turned = not turned
        elif isinstance(e, n.Inverse):
            sign = -sign
        else:
            k *= e.exponent
        e = e.children[0]
    if turned and "orthogonal" in facts(e):
        turned, sign = False, -sign
    return e, turned and not is_symmetric(e), sign * k


def _power_of(base: Expr, k: int) -> Expr:
    if k == 0:
        return identity(base.shape.rows)
    result = base if abs(k) == 1 else n.MatrixPower(base, abs(k))
    return inverse(result) if k < 0 else result


@rule("scalars.in-front")
def scalar_in_front(e: Expr) -> Expr | None:
    """x (y' z) = (y' z) x"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i in range(len(chain)):
        for j in range(i + 2, len(chain) + 1):
            if chain[i].shape.rows == 1 and chain[j - 1].shape.cols == 1 and j - i < len(chain):
                inner = times(*chain[i:j])
                return times(*[c for c in e.children if c.is_scalar], inner, *chain[:i], *chain[j:])
    return None


@rule("sum.of-entries")
def ones_as_sum(e: Expr) -> Expr | None:
    """ones(n)' x = sum(x)"""
    if not isinstance(e, n.Mul) or not e.is_scalar:
        return None
    chain = [c for c in e.children if not c.is_scalar]
    if len(chain) != 2:
        return None
    for one, other in (chain, chain[::-1]):
        if isinstance(one, n.Ones):
            summed = n.Sum(other if other.shape.cols == 1 else transposed(other))
            return times(*[c for c in e.children if c.is_scalar], summed)
    return None


@rule("sum.scalar")
def scalar_out_of_entries(e: Expr) -> Expr | None:
    """sum(s U) = s sum(U)"""
    if not isinstance(e, n.Sum) or e.children[0].is_scalar:
        return None
    inner = e.children[0]
    if isinstance(inner, n.Quotient):
        return n.Quotient(n.Sum(inner.children[0]), inner.children[1])
    if isinstance(inner, n.Fill):
        return times(inner.children[0], n.Sum(n.Ones(*inner.shape)))
    split = factors(inner)
    if (split.number == 1 and not split.scalars) or not split.chain:
        return None
    return times(Number(split.number), *split.scalars, n.Sum(times(*split.chain)))


@rule("sum.of-ones")
def sum_of_ones(e: Expr) -> Expr | None:
    """sum(ones(n)) = n"""
    if not isinstance(e, n.Sum) or not isinstance(e.children[0], n.Ones):
        return None
    return times(*[_count(d) for d in e.children[0].shape])


@rule("softmax.sum")
def sum_of_softmax(e: Expr) -> Expr | None:
    """sum(softmax(x)) = 1"""
    return n.ONE if isinstance(e, n.Sum) and isinstance(e.children[0], n.Softmax) else None


@rule("trace.identity")
def trace_of_identity(e: Expr) -> Expr | None:
    """tr(I_n) = n"""
    return (
        _count(e.children[0].shape.rows) if isinstance(e, n.Trace) and isinstance(e.children[0], n.Identity) else None
    )


@rule("trace.like-terms")
def alike_in_trace(e: Expr) -> Expr | None:
    """tr(A B + B A) = 2 tr(A B)"""
    if not isinstance(e, n.Trace) or not isinstance(e.children[0], n.Add):
        return None
    apart = n.Add(*[trace(t) for t in e.children[0].children])
    found = like_terms.apply(apart)
    if found is None:
        return None
    left = terms(found)
    return found if len(left) == 1 else _in_one_trace(left)


def _in_one_trace(parts: list[Expr]) -> Expr:
    """A sum of traces as the trace of a sum."""
    inside = []
    for part in parts:
        split = factors(part)
        *scalars, last = split.scalars
        assert isinstance(last, n.Trace)
        inside.append(times(Number(split.number), *scalars, last.children[0]))
    return n.Trace(n.Add(*inside))


def _count(dim: Dim) -> Expr:
    return Number(dim) if isinstance(dim, int) else n.DimNumber(dim)


@rule("sum.constant-factor")
def out_of_sum(e: Expr) -> Expr | None:
    """sum_i A u_i = A sum_i u_i"""
    if not isinstance(e, n.IndexedSum):
        return None
    body = e.children[0]
    if isinstance(body, n.Quotient) and not _indexed(body.children[1], e.index):
        return n.Quotient(n.IndexedSum(body.children[0], *e.data), body.children[1])
    if isinstance(body, n.Quotient) and (number := factors(body.children[0]).number) != 1:
        rest = quotient(times(Number(1 / number), body.children[0]), body.children[1])
        return times(Number(number), n.IndexedSum(rest, *e.data))
    split = factors(body)
    free = [s for s in split.scalars if not _indexed(s, e.index)]
    bound = [s for s in split.scalars if _indexed(s, e.index)]
    chain = list(split.chain)
    left: list[Expr] = []
    right: list[Expr] = []
    while len(chain) > 1 and not _indexed(chain[0], e.index):
        left.append(chain.pop(0))
    while len(chain) > 1 and not _indexed(chain[-1], e.index):
        right.insert(0, chain.pop())
    if len(chain) == 1 and bound and not _indexed(chain[0], e.index):
        left.append(chain.pop())
    if (split.number == 1 and not (free or left or right)) or not (bound or chain):
        return None
    return times(Number(split.number), *free, *left, n.IndexedSum(times(*bound, *chain), *e.data), *right)


@rule("sum.of-constant")
def sum_of_constant(e: Expr) -> Expr | None:
    """sum_{i=1}^n u = n u"""
    if not isinstance(e, n.IndexedSum) or _indexed(e.children[0], e.index):
        return None
    return times(_count(e.upper), e.children[0])


def _indexed(e: Expr, index: str) -> bool:
    """Whether members under the index occur outside sums that bind it anew."""
    stack = [e]
    seen: set[Expr] = set()
    while stack:
        node = stack.pop()
        if n.is_member(node, index):
            return True
        if node not in seen and not (isinstance(node, n.IndexedSum) and node.index == index):
            seen.add(node)
            stack.extend(node.children)
    return False


@rule("entries.unit")
def entry_by_unit(e: Expr) -> Expr | None:
    """x' e_k = x_k"""
    if not isinstance(e, n.Mul) or not e.is_scalar:
        return None
    chain = [c for c in e.children if not c.is_scalar]
    if len(chain) != 2:
        return None
    for unit, row in ((chain[1], chain[0]), (transposed(chain[0]), transposed(chain[1]))):
        vector = transposed(row)
        if isinstance(unit, n.Unit) and _has_entry(vector, unit):
            return times(*[c for c in e.children if c.is_scalar], n.Entry(vector, unit.data[0], 1))
    return None


def _has_entry(vector: Expr, unit: n.Unit) -> bool:
    """Whether the entry of a vector at the place of a unit vector is worth a name."""
    return isinstance(unit.data[0], int) and not isinstance(vector, n.Unit | n.Add | n.Ones | n.Matrix)


@rule("kronecker.identities")
def kronecker_of_identities(e: Expr) -> Expr | None:
    """kron(I, I) = I"""
    if isinstance(e, n.Kronecker) and all(isinstance(c, n.Identity) for c in e.children):
        return identity(e.shape.rows)
    return None


@rule("kronecker.mixed-product", source="Magnus & Neudecker, ch. 2, sec. 4")
def mixed_product(e: Expr) -> Expr | None:
    """kron(A, B) kron(C, D) = kron(A C, B D)"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i, (left, right) in enumerate(pairwise(chain)):
        if not (isinstance(left, n.Kronecker) and isinstance(right, n.Kronecker)):
            continue
        (a, b), (c, d) = left.children, right.children
        if a.shape.cols != c.shape.rows or b.shape.cols != d.shape.rows:
            continue
        joined = n.Kronecker(times(a, c), times(b, d))
        return times(*[s for s in e.children if s.is_scalar], *chain[:i], joined, *chain[i + 2 :])
    return None


@rule("kronecker.commuted", source="Magnus & Neudecker, ch. 3, th. 9")
def commuted(e: Expr) -> Expr | None:
    """K kron(A, B) = kron(B, A) K"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i, (left, right) in enumerate(pairwise(chain)):
        if isinstance(left, n.Kronecker) and isinstance(right, n.Commutation):
            b, a = left.children
            if 1 in (a.shape.rows, b.shape.rows) and right.data == (b.shape.cols, a.shape.cols):
                scalars = [s for s in e.children if s.is_scalar]  # the K on the other side is an identity
                return times(*scalars, *chain[:i], n.Kronecker(a, b), *chain[i + 2 :])
        if not (isinstance(left, n.Commutation) and isinstance(right, n.Kronecker)):
            continue
        a, b = right.children
        (m, k), (p, q) = a.shape, b.shape
        if left.data != (p, m):
            continue
        after = [n.Commutation(q, k)] if k != 1 and q != 1 else []
        swapped = [n.Kronecker(b, a), *after]
        return times(*[s for s in e.children if s.is_scalar], *chain[:i], *swapped, *chain[i + 2 :])
    return None


@rule("entries.product")
def product_of_entries(e: Expr) -> Expr | None:
    """[a, b] [c; d] = a c + b d"""
    if not isinstance(e, n.Mul):
        return None
    chain = [c for c in e.children if not c.is_scalar]
    for i, (a, b) in enumerate(pairwise(chain)):
        left, right = _explicit(a), _explicit(b)
        if left is not None and right is not None:
            entries = [
                [plus(*[times(x, y) for x, y in zip(row, col, strict=True)]) for col in zip(*right, strict=True)]
                for row in left
            ]
            joined: Expr = n.Matrix(*[x for row in entries for x in row], len(entries), len(entries[0]))
            if joined.is_scalar:
                joined = entries[0][0]
            return times(*[c for c in e.children if c.is_scalar], *chain[:i], joined, *chain[i + 2 :])
    return None


def _explicit(e: Expr) -> list[list[Expr]] | None:
    """The rows of an explicit matrix, its transpose or a unit vector of known length."""
    if isinstance(e, n.Transpose):
        rows = _explicit(e.children[0])
        return None if rows is None else [list(col) for col in zip(*rows, strict=True)]
    if isinstance(e, n.Matrix):
        _, width = e.data
        return [list(e.children[i : i + width]) for i in range(0, len(e.children), width)]
    if isinstance(e, n.Unit) and isinstance(e.shape.rows, int) and isinstance(e.data[0], int):
        return [[n.ONE if i + 1 == e.data[0] else n.ZERO] for i in range(e.shape.rows)]
    return None


@rule("entries.sum")
def sum_of_entries(e: Expr) -> Expr | None:
    """[a; b] + [c; d] = [a + c; b + d]"""
    if not isinstance(e, n.Add):
        return None
    found = []
    for term in e.children:
        split = factors(term)
        rows = _explicit(split.chain[0]) if len(split.chain) == 1 else None
        if rows is None:
            return None
        found.append([times(Number(split.number), *split.scalars, x) for row in rows for x in row])
    rows_, cols = e.shape
    return n.Matrix(*[plus(*parts) for parts in zip(*found, strict=True)], rows_, cols)


RULES = (
    transpose_of_product, own_transpose, inverse_of_product, inverse_of_transpose, inverse_of_orthogonal, cancel,
    repeated, cancel_product, cancel_factor, scalar_in_front, out_of_sum, sum_of_constant, ones_as_sum,
    scalar_out_of_entries, sum_of_ones, sum_of_softmax, trace_of_identity, alike_in_trace, entry_by_unit,
    kronecker_of_identities, mixed_product, commuted, product_of_entries, sum_of_entries,
    determinant_of_transpose,
)  # fmt: skip
