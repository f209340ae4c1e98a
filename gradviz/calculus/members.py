"""Derivatives by one member of a family: of ``sum_i f(x_i)`` by ``x_k`` only the term with i = k depends on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.walk import fold, preorder, substitute, symbols
from gradviz.calculus.trail import CannotError
from gradviz.sentences import say

__all__ = ["Variation", "links", "place_of", "term"]


class Variation:
    """A predicate that tells whether an expression depends on any of the variables; each node is looked at once.

    A sum over a family depends on its members.
    """

    def __init__(self, variables: Collection[Symbol]) -> None:
        self.variables = variables
        self._memo: dict[Expr, bool] = {}
        self._members = [v for v in variables if "_" in v.name]

    def __call__(self, e: Expr) -> bool:
        return fold(e, self._visit, self._memo)

    def _visit(self, node: Expr, children: list[bool]) -> bool:
        return any(children) or node in self.variables or self._member(node) is not None

    def _member(self, node: Expr) -> Symbol | None:
        if not self._members or not isinstance(node, n.IndexedSum):
            return None
        return next((v for v in self._members if place_of(v, node) is not None), None)

    def term(self, node: n.IndexedSum) -> Expr | None:
        """The one term of a sum that depends on the variable, if that is a member of the sum's family.

        Raises
        ------
        CannotError
            If it stands in the terms in another place too.
        """
        variable = self._member(node)
        if variable is None:
            return None
        if self(node.children[0]):
            raise CannotError(
                say(
                    "{name} is a member of the sum over {index} and stands in its terms elsewhere too",
                    name=variable.name,
                    index=node.index,
                )
            )
        place = place_of(variable, node)
        assert place is not None, "it is a member"
        found = term(node, place)
        if not self(found):
            raise CannotError(say("{name} is one of a family, but has another shape than it", name=variable.name))
        return found


@cache
def place_of(variable: Symbol, sum_: n.IndexedSum) -> str | None:
    """What the index of a sum is at a member of its family, k for ``x_k`` of ``x_i``; None for any other symbol."""
    (stem, _, subscript) = variable.name.partition("_")
    for member in symbols(sum_.children[0]):
        if not n.is_member(member, sum_.index):
            continue
        name, _, letters = member.name.partition("_")
        if stem != name or len(subscript) != len(letters) or not subscript.isalnum():
            continue
        places = {a for a, b in zip(subscript, letters, strict=True) if b == sum_.index}
        others = all(a == b for a, b in zip(subscript, letters, strict=True) if b != sum_.index)
        if others and len(places) == 1 and places != {"0"}:
            return places.pop()
    return None


def term(sum_: n.IndexedSum, place: str) -> Expr:
    """The term of a sum at one value of its index."""
    body, index = sum_.children[0], sum_.index
    for node in preorder(body):
        letters = node.data if isinstance(node, n.Entry | n.Unit | n.Delta | n.DimNumber) else ()
        if index in letters or (isinstance(node, n.IndexedSum) and node.index in (index, place)):
            raise CannotError(
                say("the term with {index} = {place} of this sum cannot be written", index=index, place=place)
            )
    return substitute(body, {s: n.member_at(s, index, place) for s in symbols(body) if n.is_member(s, index)})


def links(function: Expr, variables: Collection[Symbol]) -> Mapping[Symbol, tuple[str, Symbol]]:
    """Families -> their index and the member that has a symbol of its own, where there are values."""
    found: dict[Symbol, tuple[str, Symbol]] = {}
    members = [v for v in variables if "_" in v.name]
    if members:
        for node in preorder(function):
            if isinstance(node, n.IndexedSum):
                places = {place for v in members if (place := place_of(v, node)) is not None}
                for place in places:
                    own = [s for s in symbols(node.children[0]) if n.is_member(s, node.index)]
                    found |= {s: (node.index, n.member_at(s, node.index, place)) for s in own}
    return found
