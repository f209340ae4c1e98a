"""Where two expressions differ: the smallest parts that account for it, on both sides."""

from __future__ import annotations

from collections import Counter

from gradviz.algebra.nodes import Add, Expr, Hadamard, Mul
from gradviz.algebra.walk import Path

__all__ = ["difference"]

MAX_PARTS = 64
"""More parts than that are no help to a reader (and a shared part has exponentially many paths): the whole is named."""


def difference(before: Expr, after: Expr) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Paths of the parts of `before` that are gone and of `after` that are new.

    Sums and products are compared as multisets of operands, everything else position by position. Two equal expressions
    differ nowhere.
    """
    left: list[Path] = []
    right: list[Path] = []
    stack: list[tuple[Expr, Path, Expr, Path]] = [(before, (), after, ())]
    while stack:
        if len(left) + len(right) > MAX_PARTS:
            return ((),), ((),)
        a, here, b, there = stack.pop()
        if a is b:
            continue
        if type(a) is not type(b) or a.data != b.data or not a.children:
            left.append(here)
            right.append(there)
            continue
        if isinstance(a, Add | Mul | Hadamard):
            gone, new = _unmatched(a, b), _unmatched(b, a)
            if len(gone) == len(new) == 1:
                (i,), (j,) = gone, new
                stack.append((a.children[i], (*here, i), b.children[j], (*there, j)))
            elif len(gone) == len(a.children) or len(new) == len(b.children) or not (gone or new):
                left.append(here)
                right.append(there)
            else:
                left += [(*here, i) for i in gone]
                right += [(*there, j) for j in new]
            continue
        for i, (c, d) in enumerate(zip(a.children, b.children, strict=True)):
            stack.append((c, (*here, i), d, (*there, i)))
    return tuple(sorted(left)), tuple(sorted(right))


def _unmatched(a: Expr, b: Expr) -> list[int]:
    """Positions in `a` whose operands have no partner in `b`; a partner in the same place is taken before any other."""
    settled = {i for i, (c, d) in enumerate(zip(a.children, b.children, strict=False)) if c is d}
    supply = Counter(d for i, d in enumerate(b.children) if i not in settled)
    result = []
    for i, child in enumerate(a.children):
        if i in settled:
            continue
        if supply[child]:
            supply[child] -= 1
        else:
            result.append(i)
    return result
