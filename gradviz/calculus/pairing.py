"""Second half of the method of differentials: bring each term to canonical form by the adjoint identity of each node.

A term is kept as ``L <W, E>``: a matrix L of constants, a weight W and an inner expression E in which the increment
stands. For a scalar E-part the pairing ``<W, E>`` is ``W E`` of scalars, ``W' E`` of columns, ``tr(W' E)`` of
matrices. Peeling the outermost node off E moves it, transposed, to W until E is the increment itself; that is the
gradient's W. Where the function is not scalar, E is peeled forwards into L instead, until E is the increment (then L
is the Jacobian) or a scalar (then the pairing takes over).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, hadamard, identity, quotient, terms, times, trace, transposed, unvec, vec
from gradviz.algebra.nodes import ONE, Differential, Expr, Number
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.shapes import Dim, dim_product
from gradviz.calculus.diagonals import DIAGONAL_RULES, diagonal_of, diagonal_parts
from gradviz.calculus.function_changes import CHANGE_RULES, adjoint_of_change, turned_change
from gradviz.calculus.kinds_of_parts import called
from gradviz.calculus.trail import CannotError
from gradviz.sentences import say

__all__ = ["ADJOINTS", "Term", "peel"]

MN = "Magnus & Neudecker, Matrix Differential Calculus, ch. 2"

REARRANGE = Rule("canonical.rearrange", "s U = U s")
SPLIT = Rule("canonical.distribute", "A (U + V) = A U + A V")
TRANSPOSE_SCALAR = Rule("canonical.transpose-scalar", "s' = s")
TRACE_OF_SCALAR = Rule("canonical.trace-of-scalar", "s = tr(s)", MN)
CYCLE = Rule("canonical.cyclic-trace", "tr(A B) = tr(B A)", MN)
TRANSPOSE_TRACE = Rule("canonical.transpose-trace", "tr(A') = tr(A)", MN)
ENTRYWISE = Rule("canonical.entrywise", "tr(A' (B .* C)) = tr((A .* B)' C)", MN)
ENTRYWISE_VECTOR = Rule("canonical.entrywise-vector", "a' (b .* c) = (a .* b)' c", MN)
ENTRYWISE_QUOTIENT = Rule("canonical.entrywise-quotient", "a' (b ./ c) = (a ./ c)' b")
SUM_IS_ONES = Rule("canonical.sum-of-entries", "sum(x) = ones(n)' x")
DIAGONAL = Rule("canonical.diag", "tr(A' diag(x)) = diag(A)' x", MN)
DIAGONAL_OF = Rule("canonical.diagonal-of", "a' diag(X) = tr(diag(a) X)", MN)
INTO_SUM = Rule("canonical.into-sum", "A sum_i u_i = sum_i A u_i")
ENTRIES = Rule("canonical.entries", "[u; v] = u e_1 + v e_2")
ENTRY = Rule("canonical.entry", "x_i = e_i' x")
FILL = Rule("canonical.fill", "<A, s ones(m, n)> = sum(A) s")
DIVIDE = Rule("canonical.divide", "(U/c) = (1/c) U")
SCALAR_BEHIND = Rule("canonical.scalar-behind", "s a = a s")
SCALAR_IN_FRONT = Rule("canonical.scalar-in-front", "a s = s a")
DIAG_OF_VECTOR = Rule("canonical.entrywise-as-diag", "a .* x = diag(a) x", MN)
RANK_ONE = Rule("canonical.entrywise-rank-one", "(A .* (a b')) c = a .* (A (b .* c))", MN)
VEC_PRODUCT = Rule("canonical.vec-product", "vec(A X B) = kron(B', A) vec(X)", "Magnus & Neudecker, ch. 2, th. 2")
VEC_TRANSPOSE = Rule("canonical.vec-transpose", "vec(X') = K vec(X)", "Magnus & Neudecker, ch. 3, sec. 7")
VEC_DIAG = Rule("canonical.vec-diag", "vec(diag(x)) = diag(vec(I)) kron(ones(n), I) x")
UNVEC = Rule("canonical.unvec", "a' vec(X) = tr(unvec(a)' X)")
KRONECKER = Rule(
    "canonical.kronecker",
    "vec(kron(A, X)) = kron(I, kron(K, I)) kron(vec(A), I) vec(X)",
    "Magnus & Neudecker, ch. 3, th. 10",
)
VEC_ENTRYWISE = Rule("canonical.vec-entrywise", "vec(A .* X) = diag(vec(A)) vec(X)", MN)

ADJOINTS = (
    TRANSPOSE_SCALAR, TRACE_OF_SCALAR, CYCLE, TRANSPOSE_TRACE, ENTRYWISE, ENTRYWISE_VECTOR, ENTRYWISE_QUOTIENT,
    SUM_IS_ONES, DIAGONAL, DIAGONAL_OF, ENTRY, ENTRIES, INTO_SUM, FILL, DIVIDE, SCALAR_BEHIND, SCALAR_IN_FRONT,
    DIAG_OF_VECTOR, RANK_ONE, VEC_PRODUCT, VEC_TRANSPOSE, VEC_ENTRYWISE, VEC_DIAG, UNVEC, KRONECKER, SPLIT, REARRANGE,
    *DIAGONAL_RULES, *CHANGE_RULES,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a differential.

    Attributes
    ----------
    left : L, the constant matrix in front; None for a scalar function.
    weight : W, of the shape of `inner`; None while `inner` is not yet inside a pairing.
    inner : E, linear in one increment.
    stacked : the function is stacked by ``vec``.
    sums : the indexed sums (index and upper end) that the whole term stands in, outermost first.
    traced : the term, a scalar, has been wrapped in a trace and waits to be rotated.
    """

    left: Expr | None
    weight: Expr | None
    inner: Expr
    stacked: bool = False
    traced: bool = False
    sums: tuple[tuple[str, Dim], ...] = ()

    @property
    def finished(self) -> bool:
        return isinstance(self.inner, Differential)

    def shown(self) -> Expr:
        """The term as it stands on the line."""
        if self.weight is not None:
            body = _pairing(self.weight, self.inner)
            if self.traced:
                split = factors(body)
                body = times(Number(split.number), *split.scalars[:-1], n.Trace(split.scalars[-1]))
        else:
            body = n.Vec(self.inner) if self.stacked and self.inner.shape.cols != 1 else self.inner
        return self._summed(body if self.left is None else times(self.left, body))

    def _summed(self, e: Expr) -> Expr:
        for index, upper in reversed(self.sums):
            e = n.IndexedSum(e, index, upper)
        return e

    def coefficient(self) -> Expr:
        """The gradient's share W of a scalar function, the Jacobian's share L (or ``L W'``) of any other."""
        return self._summed(self._member_coefficient())

    def _member_coefficient(self) -> Expr:
        if self.left is None:
            assert self.weight is not None
            return self.weight
        if self.weight is None:
            return self.left
        row = transposed(self.weight if self.weight.shape.cols == 1 else n.Vec(self.weight))
        return times(self.left, row)


def _pairing(weight: Expr, inner: Expr) -> Expr:
    shape = inner.shape
    if shape.is_scalar:
        return times(weight, inner)
    if shape.is_column:
        return times(transposed(weight), inner)
    if shape.is_row:
        return times(inner, transposed(weight))
    return trace(times(transposed(weight), inner))


def peel(term: Term) -> tuple[Rule, list[Term]]:
    """Take the outermost node off the inner expression.

    Raises
    ------
    CannotError
        At a node without an identity here.
    """
    e = term.inner
    if isinstance(e, n.Add):
        return SPLIT, [replace(term, inner=t) for t in terms(e)]
    if isinstance(e, n.IndexedSum):
        return INTO_SUM, [replace(term, inner=e.children[0], sums=(*term.sums, (e.index, e.upper)))]
    if isinstance(e, n.Matrix):
        return ENTRIES, [replace(term, inner=part) for part in _entry_parts(e)]
    if term.weight is None and not e.is_scalar:
        return _forwards(term)
    if term.weight is None:
        return REARRANGE, [replace(term, weight=ONE)]
    adjoint = _ADJOINT.get(type(e))
    if adjoint is None:
        raise CannotError(say("no identity is known that takes the increment out of {node}", node=called(e)))
    rule, weight, inner = adjoint(term.weight, e)
    if rule is TRACE_OF_SCALAR and not term.traced:
        wrapped = replace(term, traced=True)
        if isinstance(factors(_pairing(term.weight, e)).scalars[-1], n.Mul):
            return TRACE_OF_SCALAR, [wrapped]
    return CYCLE if rule is TRACE_OF_SCALAR else rule, [replace(term, weight=weight, inner=inner, traced=False)]


def _entry_parts(e: n.Matrix) -> list[Expr]:
    """``[u, v; w, z] = u e_1 e_1' + v e_1 e_2' + ...``, the entries that vary."""
    rows, cols = e.data
    parts = []
    for k, entry in enumerate(e.children):
        if entry.has_differential:
            column = n.Unit(k // cols + 1, rows) if rows != 1 else ONE
            row = transposed(n.Unit(k % cols + 1, cols)) if cols != 1 else ONE
            parts.append(times(column, row, entry))
    return parts


def _position(e: Expr) -> int:
    """Which child holds the increment."""
    found = [i for i, c in enumerate(e.children) if c.has_differential]
    if len(found) != 1:
        raise CannotError(say("the increment stands twice in one term"))
    return found[0]


# --- pairings: <W, E> -------------------------------------------------------------------------------------------------

Peeled = tuple[Rule, Expr, Expr]


def _product(w: Expr, e: Expr) -> Peeled:
    """``<W, P U Q> = <P' W Q', U>``."""
    i = _position(e)
    u = e.children[i]
    scalars = [c for k, c in enumerate(e.children) if c.is_scalar and k != i]
    if u.is_scalar:
        chain = [c for c in e.children if not c.is_scalar]
        return REARRANGE, times(*scalars, _pairing(w, times(*chain)) if chain else w), u
    before = [transposed(c) for c in reversed(e.children[:i]) if not c.is_scalar]
    after = [transposed(c) for c in reversed(e.children[i + 1 :]) if not c.is_scalar]
    rule = REARRANGE
    if u.shape.is_matrix:
        rule = CYCLE if e.shape.is_matrix else TRACE_OF_SCALAR
    return rule, times(*scalars, *before, w, *after), u


def _transpose(w: Expr, e: Expr) -> Peeled:
    rule = TRANSPOSE_TRACE if e.shape.is_matrix else TRANSPOSE_SCALAR
    return rule, transposed(w), e.children[0]


def _trace(w: Expr, e: Expr) -> Peeled:
    return REARRANGE, times(w, identity(e.children[0].shape.rows)), e.children[0]


def _hadamard(w: Expr, e: Expr) -> Peeled:
    i = _position(e)
    rule = ENTRYWISE if e.shape.is_matrix else ENTRYWISE_VECTOR
    return rule, hadamard(w, *e.children[:i], *e.children[i + 1 :]), e.children[i]


def _hadamard_quotient(w: Expr, e: Expr) -> Peeled:
    split = factors(w)
    weight = n.HadamardQuotient(times(*split.scalars, *split.chain), e.children[1])
    return ENTRYWISE_QUOTIENT, times(Number(split.number), weight), e.children[0]


def _quotient(w: Expr, e: Expr) -> Peeled:
    return REARRANGE, quotient(w, e.children[1]), e.children[0]


def _sum(w: Expr, e: Expr) -> Peeled:
    return SUM_IS_ONES, times(w, n.Ones(*e.children[0].shape)), e.children[0]


def _diag(w: Expr, e: Expr) -> Peeled:
    return DIAGONAL, diagonal_of(w), e.children[0]


def _diagonal_of(w: Expr, e: Expr) -> Peeled:
    return DIAGONAL_OF, n.Diag(w), e.children[0]


def _entry(w: Expr, e: Expr) -> Peeled:
    row, col = e.data
    u = e.children[0]
    weight = times(w, n.Unit(row, u.shape.rows))
    if u.shape.cols != 1:
        weight = times(weight, n.Transpose(n.Unit(col, u.shape.cols)))
    return ENTRY, weight, u


def _fill(w: Expr, e: Expr) -> Peeled:
    return FILL, n.Sum(w), e.children[0]


def _vec(w: Expr, e: Expr) -> Peeled:
    return UNVEC, unvec(w, e.children[0].shape), e.children[0]


def _unvec(w: Expr, e: Expr) -> Peeled:
    return UNVEC, vec(w), e.children[0]


def _kronecker(w: Expr, e: Expr) -> Peeled:
    """``<W, A (x) U> = <unvec(L' vec W), U>`` with ``vec(A (x) U) = L vec U``."""
    operator, u = kronecker_operator(e)
    return KRONECKER, unvec(times(transposed(operator), vec(w)), u.shape), u


def kronecker_operator(e: Expr) -> tuple[Expr, Expr]:
    """L and U with ``vec(e) = L vec(U)``, for a Kronecker product in which U varies (Magnus & Neudecker, ch. 3, th.
    10).
    """
    i = _position(e)
    a, b = e.children
    (m, k), (p, q) = a.shape, b.shape
    shuffle = _kron(
        identity(k), _kron(n.Commutation(q, m) if q != 1 and m != 1 else identity(dim_product(q, m)), identity(p))
    )
    spread = _kron(vec(a), identity(dim_product(p, q))) if i == 1 else _kron(identity(dim_product(m, k)), vec(b))
    return times(shuffle, spread), e.children[i]


def _kron(a: Expr, b: Expr) -> Expr:
    """The Kronecker product, with ones left out and identities joined."""
    if a is ONE:
        return b
    if b is ONE:
        return a
    if isinstance(a, n.Identity) and isinstance(b, n.Identity):
        return identity(dim_product(a.shape.rows, b.shape.rows))
    return n.Kronecker(a, b)


_ADJOINT: dict[type[Expr], Callable[[Expr, Expr], Peeled]] = {
    n.Mul: _product,
    n.Transpose: _transpose,
    n.Trace: _trace,
    n.Hadamard: _hadamard,
    n.HadamardQuotient: _hadamard_quotient,
    n.Quotient: _quotient,
    n.Sum: _sum,
    n.Diag: _diag,
    n.DiagonalOf: _diagonal_of,
    n.Entry: _entry,
    n.Fill: _fill,
    n.Vec: _vec,
    n.Unvec: _unvec,
    n.Kronecker: _kronecker,
    n.FunctionChange: adjoint_of_change,
}


# --- forwards: L E ----------------------------------------------------------------------------------------------------


def _into_left(term: Term, *parts: Expr, inner: Expr) -> Expr:
    """``L`` times the parts; scalars alone scale the identity on the stacked `inner`."""
    left = times(*([term.left] if term.left is not None else []), *parts)
    if not left.is_scalar or inner.is_scalar:
        return left
    return times(left, identity(inner.shape.rows if inner.shape.cols == 1 else n.Vec(inner).shape.rows))


def _forwards(term: Term) -> tuple[Rule, list[Term]]:
    e = term.inner
    turned = turned_change(e)
    if turned is not None:
        return turned[0] or SPLIT, [replace(term, inner=part) for part in turned[1]]
    if e.shape.cols == 1:
        found = _column_forwards(term, e)
        if found is not None:
            return found
    if not term.stacked and e.shape.cols != 1:
        raise CannotError(say("no identity is known that brings {node} to the form J dx", node=called(e)))
    return _stacked_forwards(replace(term, stacked=True), e)  # a column is its own vec


def _column_forwards(term: Term, e: Expr) -> tuple[Rule, list[Term]] | None:
    match e:
        case n.Mul():
            i = _position(e)
            u = e.children[i]
            scalars = [c for k, c in enumerate(e.children) if c.is_scalar and k != i]
            chain = [c for k, c in enumerate(e.children) if not c.is_scalar and k != i]
            if u.is_scalar:
                return SCALAR_BEHIND, [replace(term, left=_into_left(term, *scalars, *chain, inner=u), inner=u)]
            before = [c for c in e.children[:i] if not c.is_scalar]
            after = [c for c in e.children[i + 1 :] if not c.is_scalar]
            if not after:
                return REARRANGE, [replace(term, left=_into_left(term, *scalars, *before, inner=u), inner=u)]
            if u.shape.cols == 1 and after[0].shape.rows == 1:  # u (Q): the bracket is a scalar
                left = _into_left(term, *scalars, times(*after), *before, inner=u)
                return SCALAR_IN_FRONT, [replace(term, left=left, inner=u)]
            if u.shape.is_row:  # P (u Q): the bracket is a scalar
                bracket = n.Mul(u, *after)
                return SCALAR_BEHIND, [
                    replace(term, left=_into_left(term, *scalars, *before, inner=bracket), inner=bracket)
                ]
            if isinstance(u, n.Diag):
                left = _into_left(term, *scalars, *before, n.Diag(times(*after)), inner=u.children[0])
                return DIAG_OF_VECTOR, [replace(term, left=left, inner=u.children[0])]
            scaled = _rank_one(u, times(*after))
            if scaled is not None:
                if scalars or before:
                    term = replace(term, left=_into_left(term, *scalars, *before, inner=scaled))
                return RANK_ONE, [replace(term, inner=scaled)]
            opened = _terms_turned(u)
            if opened is not None:  # each matrix meets the vector before anything is stacked
                if scalars or before:
                    term = replace(term, left=_into_left(term, *scalars, *before, inner=n.Mul(u, *after)))
                return SPLIT, [replace(term, inner=times(t, *after)) for t in opened]
            return VEC_PRODUCT, [_through_vec(term, scalars, before, after, u)]  # a column is its own vec
        case n.Hadamard():
            i = _position(e)
            rest = hadamard(*e.children[:i], *e.children[i + 1 :])
            u = e.children[i]
            return DIAG_OF_VECTOR, [replace(term, left=_into_left(term, n.Diag(rest), inner=u), inner=u)]
        case n.HadamardQuotient():
            inverse_entries = n.HadamardQuotient(n.Fill(ONE, *e.shape), e.children[1])
            u = e.children[0]
            return DIAG_OF_VECTOR, [replace(term, left=_into_left(term, n.Diag(inverse_entries), inner=u), inner=u)]
        case n.Quotient():
            u = e.children[0]
            return DIVIDE, [replace(term, left=_into_left(term, n.Quotient(ONE, e.children[1]), inner=u), inner=u)]
        case n.Fill():
            return SCALAR_BEHIND, [
                replace(term, left=_into_left(term, n.Ones(*e.shape), inner=e.children[0]), inner=e.children[0])
            ]
        case n.Vec():
            return REARRANGE, [replace(term, inner=e.children[0], stacked=True)]
        case n.DiagonalOf():
            diagonal = diagonal_parts(e.children[0])
            return None if diagonal is None else (diagonal[0], [replace(term, inner=t) for t in diagonal[1]])
    return None


def _rank_one(u: Expr, v: Expr) -> Expr | None:
    """``(A .* (a b')) v`` as ``a .* (A (b .* v))``, where the increment stands in a or b; None for anything else."""
    if not isinstance(u, n.Hadamard) or not v.shape.is_column:
        return None
    i = _position(u)
    split = factors(u.children[i])
    cuts = [k for k in range(1, len(split.chain)) if split.chain[k].shape.rows == 1]
    if len(cuts) != 1:
        return None
    a, b = times(*split.chain[: cuts[0]]), transposed(times(*split.chain[cuts[0] :]))
    rest = hadamard(*u.children[:i], *u.children[i + 1 :])
    return times(Number(split.number), *split.scalars, n.Hadamard(a, times(rest, hadamard(b, v))))


def _terms_turned(u: Expr) -> list[Expr] | None:
    """The terms of a sum, of a transposed sum or of an entrywise product with a sum; None for anything else."""
    if isinstance(u, n.Hadamard) and isinstance(u.children[i := _position(u)], n.Add):
        varying = [t for t in terms(u.children[i]) if t.has_differential]
        return [hadamard(*u.children[:i], t, *u.children[i + 1 :]) for t in varying]
    if isinstance(u, n.Add):
        return [t for t in terms(u) if t.has_differential]
    if isinstance(u, n.Transpose) and isinstance(u.children[0], n.Add):
        return [transposed(t) for t in terms(u.children[0]) if t.has_differential]
    return None


def _through_vec(term: Term, scalars: list[Expr], before: list[Expr], after: list[Expr], u: Expr) -> Term:
    """``vec(P U Q) = (Q' (x) P) vec(U)``."""
    operator = _kron(
        transposed(times(*after)) if after else identity(u.shape.cols),
        times(*before) if before else identity(u.shape.rows),
    )
    return replace(term, left=_into_left(term, *scalars, operator, inner=u), inner=u, stacked=True)


def _stacked_forwards(term: Term, e: Expr) -> tuple[Rule, list[Term]]:
    """``L vec(E)``."""
    match e:
        case n.Mul():
            i = _position(e)
            u = e.children[i]
            scalars = [c for k, c in enumerate(e.children) if c.is_scalar and k != i]
            before = [c for c in e.children[:i] if not c.is_scalar]
            after = [c for c in e.children[i + 1 :] if not c.is_scalar]
            if u.is_scalar:
                whole = times(*before, *after)
                return SCALAR_BEHIND, [replace(term, left=_into_left(term, *scalars, vec(whole), inner=u), inner=u)]
            return VEC_PRODUCT, [_through_vec(term, scalars, before, after, u)]
        case n.Transpose():
            u = e.children[0]
            operator = (
                n.Commutation(*u.shape) if u.shape.cols != 1 and u.shape.rows != 1 else identity(n.Vec(u).shape.rows)
            )
            return VEC_TRANSPOSE, [replace(term, left=_into_left(term, operator, inner=u), inner=u)]
        case n.Hadamard():
            i = _position(e)
            rest = hadamard(*e.children[:i], *e.children[i + 1 :])
            u = e.children[i]
            return VEC_ENTRYWISE, [replace(term, left=_into_left(term, n.Diag(n.Vec(rest)), inner=u), inner=u)]
        case n.HadamardQuotient():
            inverse_entries = n.HadamardQuotient(n.Fill(ONE, *e.shape), e.children[1])
            u = e.children[0]
            return VEC_ENTRYWISE, [
                replace(term, left=_into_left(term, n.Diag(n.Vec(inverse_entries)), inner=u), inner=u)
            ]
        case n.Quotient():
            u = e.children[0]
            return DIVIDE, [replace(term, left=_into_left(term, n.Quotient(ONE, e.children[1]), inner=u), inner=u)]
        case n.Fill():
            return SCALAR_BEHIND, [
                replace(term, left=_into_left(term, n.Vec(n.Ones(*e.shape)), inner=e.children[0]), inner=e.children[0])
            ]
        case n.Diag():  # diag(x) = I .* (x 1')
            u = e.children[0]
            size = u.shape.rows
            operator = times(n.Diag(n.Vec(n.Identity(size))), _kron(n.Ones(size, 1), identity(size)))
            return VEC_DIAG, [replace(term, left=_into_left(term, operator, inner=u), inner=u)]
        case n.Kronecker():
            operator, u = kronecker_operator(e)
            return KRONECKER, [replace(term, left=_into_left(term, operator, inner=u), inner=u)]
        case n.DiagonalOf():
            u = e.children[0]
            size = u.shape.rows
            operator = times(_kron(transposed(n.Ones(size, 1)), identity(size)), n.Diag(n.Vec(n.Identity(size))))
            return DIAGONAL_OF, [replace(term, left=_into_left(term, operator, inner=u), inner=u)]
        case n.Unvec() | n.Vec():
            return REARRANGE, [replace(term, inner=e.children[0])]
    raise CannotError(say("no identity is known that brings vec({node}) to the form J vec(dX)", node=called(e)))
