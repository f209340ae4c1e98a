"""Identities that make a function of a Kronecker product, a rank-one change or a power simpler before it is
differentiated.

Each gives the differential of the simpler form.
"""

from __future__ import annotations

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, minus, power, times, transposed
from gradviz.algebra.nodes import Differential, Expr, Number
from gradviz.algebra.shapes import Dim
from gradviz.algebra.simplify.matrices import mixed_product
from gradviz.algebra.walk import preorder
from gradviz.calculus.rules.registry import Registry, Varies

__all__ = ["register"]

SOURCE = "Magnus & Neudecker, ch. 2, sec. 4"


def register(rules: Registry) -> None:
    """Add the rules of this family."""

    @rules.add(n.Trace, n.Sum, n.Determinant, n.LogDet, n.Norm, id="product.mixed-kronecker", source=SOURCE)
    def mixed_kronecker(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(kron(A, B) kron(U, V))) = d(tr(kron(A U, B V)))"""
        inner = e.children[0]
        if not isinstance(inner, n.Mul):
            return None
        joined = mixed_product.apply(n.Mul(*map(_turned, inner.children)))
        return None if joined is None else Differential(e.with_children([joined]))

    @rules.add(n.Trace, id="trace.kronecker", source=SOURCE)
    def trace_of_kronecker(e: Expr, varies: Varies) -> Expr | None:
        """tr(kron(A, B)) = tr(A) tr(B)"""
        a, b = _square_parts(e.children[0])
        if a is None or b is None:
            return None
        return Differential(_product(n.Trace(a), n.Trace(b)))

    @rules.add(n.Sum, id="sum.kronecker", source=SOURCE)
    def sum_of_kronecker(e: Expr, varies: Varies) -> Expr | None:
        """sum(kron(A, B)) = sum(A) sum(B)"""
        inner = e.children[0]
        if not isinstance(inner, n.Kronecker):
            return None
        a, b = (part if part.is_scalar else n.Sum(part) for part in inner.children)
        return Differential(_product(a, b))

    @rules.add(n.Norm, id="norm.kronecker", source=SOURCE)
    def norm_of_kronecker(e: Expr, varies: Varies) -> Expr | None:
        """||kron(A, B)|| = ||A|| ||B||"""
        return None if (split := _norms(e)) is None else Differential(split)

    @rules.add(n.Power, id="norm.kronecker-power", source=SOURCE)
    def power_of_norm(e: Expr, varies: Varies) -> Expr | None:
        """||kron(A, B)||^p = ||A||^p ||B||^p"""
        base, exponent = e.children
        split = _norms(base)
        if split is None or varies(exponent):
            return None
        if isinstance(split, n.Power):
            return Differential(power(split.children[0], times(Number(2), exponent)))
        return Differential(n.Mul(*[power(c, exponent) for c in split.children]))

    @rules.add(n.Determinant, id="determinant.kronecker", source=SOURCE)
    def determinant_of_kronecker(e: Expr, varies: Varies) -> Expr | None:
        """det(kron(A, B)) = det(A)^n det(B)^m"""
        a, b = _square_parts(e.children[0])
        if a is None or b is None:
            return None
        m, k = a.shape.rows, b.shape.rows
        return Differential(_product(power(n.Determinant(a), _count(k)), power(n.Determinant(b), _count(m))))

    @rules.add(n.LogDet, id="determinant.log-kronecker", source=SOURCE)
    def log_determinant_of_kronecker(e: Expr, varies: Varies) -> Expr | None:
        """logdet(kron(A, B)) = n logdet(A) + m logdet(B)"""
        a, b = _square_parts(e.children[0])
        if a is None or b is None:
            return None
        m, k = a.shape.rows, b.shape.rows
        return Differential(n.Add(times(_count(k), n.LogDet(a)), times(_count(m), n.LogDet(b))))

    @rules.add(n.Trace, id="power.matrix-trace", source="Matrix Cookbook, eq. 121", parts="U k", within=_of_power)
    def trace_of_power(e: Expr, varies: Varies) -> Expr | None:
        """d(tr(U^k)) = k tr(U^(k-1) d(U))"""
        if not isinstance(e.children[0], n.LetterPower):
            return None
        u, k = e.children[0].children
        return n.Mul(k, n.Trace(n.Mul(n.LetterPower(u, minus(k, n.ONE)), Differential(u))))

    @rules.add(n.Determinant, id="power.determinant", source="Matrix Cookbook, eq. 58", parts="U k", within=_of_power)
    def determinant_of_power(e: Expr, varies: Varies) -> Expr | None:
        """det(U^k) = det(U)^k"""
        if not isinstance(e.children[0], n.LetterPower):
            return None
        u, k = e.children[0].children
        return Differential(n.Power(n.Determinant(u), k))

    @rules.add(n.LogDet, id="power.log-determinant", parts="U k", within=_of_power)
    def log_determinant_of_power(e: Expr, varies: Varies) -> Expr | None:
        """logdet(U^k) = k logdet(U)"""
        if not isinstance(e.children[0], n.LetterPower):
            return None
        u, k = e.children[0].children
        return Differential(n.Mul(k, n.LogDet(u)))

    @rules.add(n.LetterPower, id="power.letter", source="Matrix Cookbook, eq. 91", parts="U k")
    def letter_power(e: Expr, varies: Varies) -> Expr | None:
        """d(U^k) = sum_{r=1}^k U^(r-1) d(U) U^(k-r)"""
        u, k = e.children
        if not isinstance(k, n.DimNumber) or not isinstance(k.dim, str):
            return None
        r = n.DimNumber(_free_letter(e))
        change = n.Mul(n.LetterPower(u, minus(r, n.ONE)), Differential(u), n.LetterPower(u, minus(k, r)))
        return n.IndexedSum(change, str(r.dim), k.dim)

    @rules.add(n.Determinant, n.LogDet, id="determinant.rank-one", source="Matrix Cookbook, eq. 24")
    def rank_one(e: Expr, varies: Varies) -> Expr | None:
        """det(I + a b') = 1 + b' a"""
        inner = e.children[0]
        if not isinstance(inner, n.Add) or len(inner.children) != 2:
            return None
        for one, other in (inner.children, inner.children[::-1]):
            split = factors(other)
            places = [i for i, c in enumerate(split.chain) if i and c.shape.rows == 1]
            if not isinstance(one, n.Identity) or not places:
                continue
            cut = places[0]
            value = times(Number(split.number), *split.scalars, times(*split.chain[cut:], *split.chain[:cut]))
            whole = n.Add(n.ONE, value)
            return Differential(n.Apply(whole, "log") if isinstance(e, n.LogDet) else whole)
        return None


def _free_letter(e: Expr) -> str:
    """A letter for an index that neither a size nor the subscript of a symbol uses."""
    taken: set[str] = set()
    for node in preorder(e):
        taken |= {d for d in node.shape if isinstance(d, str)}
        if isinstance(node, n.DimNumber):
            taken.add(str(node.dim))
        elif isinstance(node, n.Symbol):
            taken |= set(node.name.partition("_")[2])
    return next(letter for letter in "rsjlhgabcdefimnopqtuvwxyz" if letter not in taken)


def _of_power(e: Expr) -> tuple[Expr, ...]:
    """The U and k of ``tr(U^k)``."""
    return e.children[0].children


def _turned(e: Expr) -> Expr:
    """The transpose of a Kronecker product, factor by factor; anything else as it is."""
    if isinstance(e, n.Transpose) and isinstance(e.children[0], n.Kronecker):
        return transposed(e.children[0])
    return e


def _square_parts(e: Expr) -> tuple[Expr, Expr] | tuple[None, None]:
    """The factors of a Kronecker product of square matrices."""
    if not isinstance(e, n.Kronecker) or any(c.shape.rows != c.shape.cols for c in e.children):
        return None, None
    return e.children[0], e.children[1]


def _norms(e: Expr) -> Expr | None:
    """The norm of a Kronecker product as a product of norms."""
    if not isinstance(e, n.Norm) or not isinstance(e.children[0], n.Kronecker) or e.kind not in ("F", "1", "2"):
        return None
    if any(c.shape.is_matrix for c in e.children[0].children) and e.kind == "2":
        return None
    kinds = ["2" if e.kind == "F" and not c.shape.is_matrix else e.kind for c in e.children[0].children]
    return _product(*[n.Norm(c, kind) for c, kind in zip(e.children[0].children, kinds, strict=True)])


def _product(a: Expr, b: Expr) -> Expr:
    return power(a, 2) if a is b else n.Mul(a, b)


def _count(dim: Dim) -> Expr:
    return Number(dim) if isinstance(dim, int) else n.DimNumber(dim)
