"""Members of a family by which a function is differentiated: ``x_k`` beside a sum over ``x_i``."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.walk import fold, preorder, symbols
from gradviz.language.problem import Problem

__all__ = ["is_relative", "member", "with_free_index"]

_LETTERS = "jklpqrstuvabcdmnoi"


def is_relative(name: str, member: str, indices: Collection[str]) -> bool:
    """Whether a name is that of another member of a family: ``x_j``, ``x_1`` of ``x_i``, but not ``x_0``."""
    (stem, _, place), (other, _, letters) = name.partition("_"), member.partition("_")
    if stem != other or name == member or len(place) != len(letters) or not place.isalnum():
        return False
    differing = [(a, b) for a, b in zip(place, letters, strict=True) if a != b]
    return all(b in indices and a != "0" for a, b in differing)


def member(problem: Problem, name: str) -> Symbol | None:
    """The symbol of a member, ``x_k`` or ``x_2``, of a family that a sum runs over; None if there is no such family."""
    stem, _, place = name.partition("_")
    if len(place) != 1 or place == "0":
        return None
    for node in preorder(problem.function):
        if isinstance(node, n.IndexedSum):
            for symbol in symbols(node.children[0]):
                if symbol.name == f"{stem}_{node.index}":
                    return Symbol(name, symbol.shape, symbol.properties)
    return None


def with_free_index(problem: Problem, name: str) -> Problem:
    """The problem with another letter for the index of sums that bind the one in a name: by ``x_i`` is meant one of
    the members, whatever the sums call theirs.
    """
    _, _, index = name.partition("_")
    bound = {node.index for node in preorder(problem.function) if isinstance(node, n.IndexedSum)}
    if len(index) != 1 or index not in bound or problem.symbol(name) is None:
        return problem
    taken = (
        bound
        | {c for s in problem.symbols for c in (s.name, *s.name.partition("_")[2])}
        | {d for s in problem.symbols for d in s.shape if isinstance(d, str)}
    )
    letter = next((c for c in _LETTERS if c not in taken), None)
    if letter is None or not _renamable(problem.function, index):
        return problem
    function = _renamed(problem.function, index, letter)
    known = {s.name for s in problem.symbols}
    new = tuple(s for s in symbols(function) if s.name not in known)
    return replace(problem, function=function, symbols=(*problem.symbols, *new), definitions=())


def _renamable(function: Expr, index: str) -> bool:
    """Whether only names of members hold the index."""
    return not any(
        isinstance(node, n.Entry | n.Unit | n.Delta | n.DimNumber) and index in node.data for node in preorder(function)
    )


def _renamed(function: Expr, index: str, letter: str) -> Expr:
    """The function with a letter for a bound index; what stands outside the sums keeps its name."""

    def inside(e: Expr) -> Expr:
        return fold(e, lambda node, children: _member_renamed(node, children, index, letter))

    def visit(node: Expr, children: list[Expr]) -> Expr:
        if isinstance(node, n.IndexedSum) and node.index == index:
            return n.IndexedSum(inside(children[0]), letter, node.upper)
        return node.with_children(children) if children else node

    return fold(function, visit)


def _member_renamed(node: Expr, children: list[Expr], index: str, letter: str) -> Expr:
    if isinstance(node, Symbol) and n.is_member(node, index):
        return n.member_at(node, index, letter)
    return node.with_children(children) if children else node
