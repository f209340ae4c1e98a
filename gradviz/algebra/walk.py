"""Walks over expressions. All are iterative, so that nesting ten thousand deep costs memory, not a recursion error."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

from gradviz.algebra.nodes import DimNumber, Entry, Expr, IndexedSum, Symbol, Unit

T = TypeVar("T")
Path = tuple[int, ...]
"""The child indices that lead from a root to a part of it."""


def postorder(*roots: Expr) -> Iterator[Expr]:
    """Each distinct node of all roots once, children before parents."""
    seen: set[Expr] = set()
    for root in roots:
        stack: list[tuple[Expr, bool]] = [(root, False)]
        while stack:
            node, expanded = stack.pop()
            if expanded:
                yield node
            elif node not in seen:
                seen.add(node)
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.children) if child not in seen)


def least_sizes(*roots: Expr) -> dict[str, int]:
    """The least size of each named dimension of which a place is named: 3 for the n of ``x_3`` and of ``e_3``."""
    least: dict[str, int] = {}
    for node in postorder(*roots):
        match node:
            case Entry():
                places = zip(node.data, node.children[0].shape, strict=True)
            case Unit():
                places = zip(node.data[:1], node.data[1:], strict=True)
            case _:
                continue
        for place, dim in places:
            if isinstance(place, int) and isinstance(dim, str):
                least[dim] = max(place, least.get(dim, 1))
    return least


def fold(root: Expr, visit: Callable[[Expr, list[T]], T], memo: dict[Expr, T] | None = None) -> T:
    """Combine an expression bottom-up: `visit(node, results of its children)`; shared parts are visited once.

    A `memo` that is passed in is filled and reused, so that several roots with common parts share the work.
    """
    done: dict[Expr, T] = {} if memo is None else memo
    if root in done:
        return done[root]
    stack = [root]
    while stack:
        node = stack[-1]
        if node in done:
            stack.pop()
            continue
        missing = [child for child in node.children if child not in done]
        if missing:
            stack.extend(reversed(missing))
        else:
            done[node] = visit(node, [done[child] for child in node.children])
            stack.pop()
    return done[root]


def transform(root: Expr, change: Callable[[Expr], Expr]) -> Expr:
    """Rebuild bottom-up, passing each rebuilt node through `change`."""
    return fold(root, lambda node, children: change(node.with_children(children)))


def substitute(root: Expr, replacements: Mapping[Expr, Expr]) -> Expr:
    """Replace whole subexpressions, everywhere at once; what was put in is not searched again."""

    def visit(node: Expr, children: list[Expr]) -> Expr:
        return replacements[node] if node in replacements else node.with_children(children)

    return fold(root, visit)


def symbols(*roots: Expr) -> list[Symbol]:
    """The distinct symbols in the order in which they are first read."""
    return [node for node in preorder(*roots) if isinstance(node, Symbol)]


def preorder(*roots: Expr) -> Iterator[Expr]:
    """Each distinct node of all roots once, in reading order."""
    seen: set[Expr] = set()
    stack = list(reversed(roots))
    while stack:
        node = stack.pop()
        if node not in seen:
            seen.add(node)
            yield node
            stack.extend(reversed(node.children))


def free_indices(root: Expr, memo: dict[Expr, frozenset[str]] | None = None) -> frozenset[str]:
    """The index letters of the families in an expression that none of its own sums binds; needs to know no index
    names.
    """

    def visit(node: Expr, below: list[frozenset[str]]) -> frozenset[str]:
        if isinstance(node, Symbol):
            _, _, subscript = node.name.partition("_")
            return frozenset(subscript) if subscript.isalpha() and len(subscript) <= 3 else frozenset()
        if isinstance(node, DimNumber):
            return frozenset({node.dim} if isinstance(node.dim, str) else ())
        found = frozenset[str]().union(*below)
        return found - {node.index} if isinstance(node, IndexedSum) else found

    return fold(root, visit, memo)


def contains(root: Expr, part: Expr) -> bool:
    """Whether `part` occurs in `root`."""
    return any(node is part for node in preorder(root))


def depends_on(root: Expr, variables: Collection[Expr]) -> bool:
    """Whether any of the variables occurs."""
    return any(node in variables for node in preorder(root))


def node_count(root: Expr) -> int:
    """The number of distinct nodes: what the DAG costs."""
    return sum(1 for _ in postorder(root))


def part_at(root: Expr, path: Path) -> Expr:
    """The part that a path leads to."""
    for index in path:
        root = root.children[index]
    return root


def replace_at(root: Expr, path: Path, part: Expr) -> Expr:
    """The root with another part at the path; everything off the path is shared."""
    spine = [root]
    for index in path:
        spine.append(spine[-1].children[index])
    for parent, index in zip(reversed(spine[:-1]), reversed(path), strict=True):
        part = parent.with_children([*parent.children[:index], part, *parent.children[index + 1 :]])
    return part


def paths_to(root: Expr, wanted: Callable[[Expr], bool], *, outermost: bool = True) -> list[Path]:
    """Paths of all occurrences that satisfy `wanted`, in reading order; by default without those inside another."""
    found: list[Path] = []
    stack: list[tuple[Expr, Path]] = [(root, ())]
    while stack:
        node, path = stack.pop()
        if wanted(node):
            found.append(path)
            if outermost:
                continue
        stack.extend((child, (*path, i)) for i, child in reversed(list(enumerate(node.children))))
    return found
