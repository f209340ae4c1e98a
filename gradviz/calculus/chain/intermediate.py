"""Intermediate variables: the definitions of the text, or else names for the inner functions of a composition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.walk import free_indices, postorder, preorder
from gradviz.calculus.members import Variation
from gradviz.calculus.naming import Names, named
from gradviz.calculus.rules.registry import Varies

__all__ = ["choose_names"]

_OUTER = (
    n.Apply, n.Softmax, n.RowSoftmax, n.LogSumExp, n.Unspecified, n.Norm, n.Determinant, n.LogDet, n.Inverse,
    n.Extreme, n.Eigenvalue, n.MatrixFunction, n.HadamardPower, n.Inner,
)  # fmt: skip
"""Functions whose arguments are inner functions."""
LETTERS = "uvwzhqgps"


def choose_names(
    function: Expr, variables: Sequence[Symbol], definitions: Sequence[tuple[str, Expr]], name: str
) -> tuple[Expr, Expr, Names]:
    """The function as the author wrote it, the function written with names for its inner functions, and what these
    stand for.
    """
    varies = Variation(variables)
    written, names = named(function, definitions)
    if names.varying(variables):
        return written, written, names
    parts = [*_inner_functions(function, varies)] or [*_last_product(function, varies)]
    taken = {name, *(s.name for s in preorder(function) if isinstance(s, Symbol))}
    taken |= {e.name for e in preorder(function) if isinstance(e, n.Unspecified)} | {v.name for v in variables}
    written, names = named(function, list(zip(_letters(parts, taken), parts, strict=False)))
    return function, written, names


def _letters(parts: Sequence[Expr], taken: set[str]) -> Iterator[str]:
    """A name for each part; the layers of a network are numbered, ``z_1, a_1, z_2, ...``."""
    layers = [p for p in parts if isinstance(p, n.Apply | n.Softmax | n.RowSoftmax) and not p.is_scalar]
    heads = {name.partition("_")[0].rstrip("0123456789") for name in taken}
    if len(layers) > 1 and not heads & {"z", "a"}:
        before = {p.children[0] for p in layers}
        spare = (c for c in LETTERS.replace("z", "") if c not in taken)
        inputs = outputs = 0
        for part in parts:
            if part in layers:
                outputs += 1
                yield f"a_{outputs}"
            elif part in before or not part.is_scalar:
                inputs += 1
                yield f"z_{inputs}"
            else:
                yield next(spare)
        return
    yield from (c for c in LETTERS if c not in taken)
    yield from (f"u_{k}" for k in range(1, len(parts) + 1) if f"u_{k}" not in taken)


def _inner_functions(function: Expr, varies: Varies) -> Iterator[Expr]:
    """The parts worth a name, the innermost first."""
    wanted: set[Expr] = set()
    edges: Counter[Expr] = Counter()
    for node in postorder(function):
        edges.update(c for c in node.children)
        if not varies(node):
            continue
        if isinstance(node, _OUTER):
            wanted.update(node.children)
        elif isinstance(node, n.Power) and not isinstance(node.children[0], n.Norm):
            wanted.add(node.children[0])
        elif isinstance(node, n.Quotient) and all(varies(c) for c in node.children):
            wanted.update(node.children)
        if isinstance(node, n.Apply | n.Softmax | n.RowSoftmax | n.Inverse) and not node.is_scalar:
            wanted.add(node)
    bound = {s.index for s in edges if isinstance(s, n.IndexedSum)} | (
        {function.index} if isinstance(function, n.IndexedSum) else set()
    )
    wanted |= {node for node, count in edges.items() if count > 1}
    for node in postorder(function):
        if (
            node in wanted
            and node is not function
            and varies(node)
            and not _is_plain(node)
            and not free_indices(node) & bound
        ):
            yield node


def _is_plain(e: Expr) -> bool:
    """A symbol, its transpose or entry, or a number times one of them."""
    if isinstance(e, n.Mul) and len(e.children) == 2 and isinstance(e.children[0], n.Number):
        return _is_plain(e.children[1])
    if isinstance(e, n.Transpose | n.Entry | n.IndexedSum | n.Fill):
        return _is_plain(e.children[0]) or isinstance(e, n.IndexedSum)
    return not e.children or isinstance(e, n.Matrix)


def _last_product(function: Expr, varies: Varies) -> Iterator[Expr]:
    """In a product such as ``x' A x`` what stands behind the first factor that varies: ``A x``."""
    inner = function.children[0] if isinstance(function, n.Trace) else function
    if not isinstance(inner, n.Mul):
        return
    chain = [c for c in inner.children if not c.is_scalar]
    first = next((k for k, c in enumerate(chain) if varies(c)), len(chain))
    rest = chain[first + 1 :]
    if len(rest) > 1 and any(varies(c) for c in rest) and len(chain) == len(inner.children):
        yield n.Mul(*rest)
