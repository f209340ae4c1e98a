"""Facts about expressions (symmetric, positive definite, ...), inferred upward from what was declared on symbols."""

from __future__ import annotations

from collections import Counter
from weakref import WeakKeyDictionary

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr
from gradviz.algebra.walk import fold

__all__ = ["DECLARABLE", "facts", "is_invertible", "is_nonnegative", "is_positive", "is_symmetric"]

DECLARABLE = (
    "symmetric", "diagonal", "orthogonal", "invertible", "positive definite", "positive semidefinite", "full rank",
    "positive",
)  # fmt: skip
"""What a user may declare; "positive" means every entry is positive."""

Facts = frozenset[str]
_IMPLIED: dict[str, tuple[str, ...]] = {
    "positive definite": ("symmetric", "invertible", "positive semidefinite", "full rank"),
    "positive semidefinite": ("symmetric",),
    "diagonal": ("symmetric",),
    "orthogonal": ("invertible", "full rank"),
    "invertible": ("full rank",),
    "positive": ("nonnegative",),
}
_POSITIVE_VALUED = frozenset({"exp", "cosh", "sigmoid", "softplus", "normcdf", "normpdf", "trigamma"})
_NONNEGATIVE_VALUED = frozenset({"relu", "abs", "sqrt", "step"})
# A cache over immutable nodes: entries vanish with their node.
_cache: WeakKeyDictionary[Expr, Facts] = WeakKeyDictionary()


def facts(expr: Expr) -> Facts:
    """All facts that are known to hold of `expr`; absence says nothing."""
    known = _cache.get(expr)
    if known is None:

        def visit(node: Expr, children: list[Facts]) -> Facts:
            found = _cache.get(node)
            if found is None:
                found = _closure(_own(node, children))
                _cache[node] = found
            return found

        known = fold(expr, visit)
    return known


def is_symmetric(expr: Expr) -> bool:
    return expr.is_scalar or "symmetric" in facts(expr)


def is_invertible(expr: Expr) -> bool:
    return "invertible" in facts(expr)


def is_positive(expr: Expr) -> bool:
    return "positive" in facts(expr)


def is_nonnegative(expr: Expr) -> bool:
    return "nonnegative" in facts(expr)


def _closure(found: set[str]) -> Facts:
    todo = list(found)
    while todo:
        for implied in _IMPLIED.get(todo.pop(), ()):
            if implied not in found:
                found.add(implied)
                todo.append(implied)
    return frozenset(found)


def _own(node: Expr, children: list[Facts]) -> set[str]:
    everywhere = set.intersection(*map(set, children)) if children else set()
    match node:
        case n.Symbol():
            return set(node.properties)
        case n.Number():
            return {"positive"} if node.value > 0 else {"nonnegative"} if node.value == 0 else set()
        case n.Constant() | n.DimNumber() | n.Ones():
            return {"positive"}
        case n.Identity():
            return {"positive definite", "diagonal", "orthogonal"}
        case n.Zero():
            return {"symmetric", "diagonal", "nonnegative"} if node.shape.rows == node.shape.cols else {"nonnegative"}
        case n.Transpose() | n.Inverse():
            lost = {"positive", "nonnegative"} if isinstance(node, n.Inverse) and not node.is_scalar else set()
            return set(children[0]) - lost
        case n.Add():
            kept = {"symmetric", "diagonal", "positive", "nonnegative", "positive definite", "positive semidefinite"}
            found = everywhere & kept
            if _closed_under_transposition(node.children, children):
                found.add("symmetric")
            if _nonnegative_sum(children):
                found.add("positive")
            if "positive semidefinite" in found and any("positive definite" in c for c in children):
                found.add("positive definite")
            return found
        case n.Mul():
            return _product(node, children)
        case n.Quotient():
            both = everywhere & {"positive", "nonnegative"}
            return both | (set(children[0]) & {"symmetric", "diagonal"})
        case n.Power():
            exponent = node.children[1]
            even = isinstance(exponent, n.Number) and exponent.value.denominator == 1 and exponent.value % 2 == 0
            if "positive" in children[0]:
                return {"positive"}
            return {"nonnegative"} if even or "nonnegative" in children[0] else set()
        case n.MatrixFunction():
            kept = set(children[0]) & {"symmetric", "diagonal"}
            if node.function == "sqrtm":
                return set(children[0]) & {
                    "symmetric",
                    "diagonal",
                    "invertible",
                    "positive definite",
                    "positive semidefinite",
                }
            if node.function != "expm":
                return kept
            return kept | ({"positive definite"} if "symmetric" in kept else {"invertible"})
        case n.MatrixPower() | n.LetterPower():
            return set(children[0]) & {"symmetric", "diagonal", "orthogonal", "invertible", "positive definite"}
        case n.Hadamard():
            return everywhere & {
                "symmetric",
                "diagonal",
                "positive",
                "nonnegative",
                "positive definite",
                "positive semidefinite",
            }
        case n.HadamardQuotient():
            return everywhere & {"symmetric", "positive", "nonnegative"}
        case n.Kronecker():
            return everywhere - {"full rank"}
        case n.Apply():
            if node.function in _POSITIVE_VALUED:
                return {"positive"} | (set(children[0]) & {"symmetric"})
            nonnegative = {"nonnegative"} if node.function in _NONNEGATIVE_VALUED else set()
            return nonnegative | (set(children[0]) & {"symmetric"})
        case n.Larger():
            found = everywhere & {"symmetric", "positive", "nonnegative"}
            either = set().union(*children) if node.kind == "max" else set()
            return found | (either & {"positive", "nonnegative"})
        case n.Softmax() | n.RowSoftmax():
            return {"positive"}
        case n.Norm():
            return {"nonnegative"}
        case n.IndexedSum():
            kept = {"symmetric", "diagonal", "positive", "nonnegative", "positive definite", "positive semidefinite"}
            return set(children[0]) & kept
        case n.Eigenvalue():
            definite = {"positive definite": "positive", "positive semidefinite": "nonnegative"}
            return {sign for word, sign in definite.items() if word in children[0]}
        case n.ExtremeUnit():
            return {"nonnegative"}
        case n.Trace() | n.Sum() | n.Fill() | n.Entry() | n.Extreme():
            found = set(children[0]) & {"positive", "nonnegative"}
            if isinstance(node, n.Trace) and "positive definite" in children[0]:
                found.add("positive")
            return found
        case n.Determinant():
            return {"positive"} if "positive definite" in children[0] else set()
        case n.Matrix():
            return _explicit(node, everywhere)
        case n.Diag():
            return {"diagonal"} | ({"positive definite"} if "positive" in children[0] else set())
        case n.Unspecified() if node.order == 2:
            return {"symmetric"}
        case n.Inner():
            return {"nonnegative"} if node.children[0] is node.children[1] else set()
    return set()


def _explicit(node: n.Matrix, everywhere: set[str]) -> set[str]:
    """Of an explicit matrix: what holds of every entry, and symmetry that can be seen."""
    rows, cols = node.data
    found = everywhere & {"positive", "nonnegative"}
    at = {(i, j): node.children[i * cols + j] for i in range(rows) for j in range(cols)}
    if rows == cols != 1 and all(at[i, j] is at[j, i] for i, j in at):
        found.add("symmetric")
        if all(e is n.ZERO for (i, j), e in at.items() if i != j):
            found.add("diagonal")
    return found


def _nonnegative_sum(children: list[Facts]) -> bool:
    """A sum of nonnegative terms with a positive one is positive."""
    return all("nonnegative" in c for c in children) and any("positive" in c for c in children)


def _mates(a: Expr, b: Expr, a_facts: Facts) -> bool:
    """Whether ``a = b'``."""
    if isinstance(a, n.Ones) and isinstance(b, n.Ones):
        return (a.shape.rows, a.shape.cols) == (b.shape.cols, b.shape.rows)
    if isinstance(a, n.Transpose) and a.children[0] is b:
        return True
    if isinstance(b, n.Transpose) and b.children[0] is a:
        return True
    return a is b and "symmetric" in a_facts


def _closed_under_transposition(terms: tuple[Expr, ...], known: list[Facts]) -> bool:
    """Whether every term is symmetric or has its transpose among the terms, as in ``A + A'``."""
    if terms[0].shape.rows != terms[0].shape.cols or terms[0].is_scalar:
        return False
    waiting: Counter[object] = Counter()
    for term, its_facts in zip(terms, known, strict=True):
        if "symmetric" in its_facts:
            continue
        scalars, chain = _spelled(term)
        mate = (
            scalars,
            tuple((base, not turned and not symmetric, symmetric) for base, turned, symmetric in chain[::-1]),
        )
        if waiting[mate]:
            waiting[mate] -= 1
        else:
            waiting[scalars, chain] += 1
    return not waiting.total()


def _spelled(term: Expr) -> tuple[tuple[Expr, ...], tuple[tuple[Expr, bool, bool], ...]]:
    """A product as its scalars and its chain of (matrix, whether transposed, whether symmetric)."""
    parts = term.children if isinstance(term, n.Mul) else (term,)
    chain = []
    for part in parts:
        if part.is_scalar:
            continue
        turned = isinstance(part, n.Transpose)
        base = part.children[0] if turned else part
        symmetric = "symmetric" in facts(base)
        chain.append((base, turned and not symmetric, symmetric))
    return tuple(p for p in parts if p.is_scalar), tuple(chain)


def _product(node: Expr, children: list[Facts]) -> set[str]:
    scalars = [c for e, c in zip(node.children, children, strict=True) if e.is_scalar]
    chain = [(e, c) for e, c in zip(node.children, children, strict=True) if not e.is_scalar]
    found: set[str] = set()
    for sign in ("positive", "nonnegative"):
        if all(sign in c for c in children):
            found.add(sign)
    if not chain:
        return found
    if all("diagonal" in c for _, c in chain):
        found.add("diagonal")
    if all("invertible" in c for _, c in chain) and all("positive" in c for c in scalars):
        found.add("invertible")
    palindrome = all(_mates(a, b, fa) for (a, fa), (b, _) in zip(chain, reversed(chain), strict=True))
    if palindrome and node.shape.rows == node.shape.cols:
        found.add("symmetric")
        # B' S B with S positive (semi)definite; an even palindrome is B' B with S the identity.
        middle = (
            chain[len(chain) // 2][1] if len(chain) % 2 else frozenset({"positive definite", "positive semidefinite"})
        )
        if all("nonnegative" in c for c in scalars) and "positive semidefinite" in middle:
            found.add("positive semidefinite" if not node.is_scalar else "nonnegative")
        if {"positive semidefinite", "invertible"} <= found:
            found.add("positive definite")
    return found
