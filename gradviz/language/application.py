"""Definitions with arguments: ``h(t) = t^2`` and then ``h(a' x)``, which is ``(a' x)^2``.

The body takes the place of the call, the arguments that of the parameters; what is wrong with the result is reported at
the call.
"""

from __future__ import annotations

from collections.abc import Mapping

from gradviz.language.reading import Reading, Statement
from gradviz.language.syntax import MAX_DEPTH, Syntax
from gradviz.sentences import say

__all__ = ["apply_definitions"]

MAX_NODES = 20_000
"""Nodes of one line, once its definitions are put in."""


def apply_definitions(reading: Reading, names: set[str]) -> None:
    """Put the bodies of the definitions that are applied in place of their calls, and take them off the list."""
    if not names:
        return
    bodies: dict[str, Statement] = {}
    for statement in reading.statements:
        if statement.tree is not None:
            statement.tree = _Application(reading, bodies).applied(statement.tree)
        if statement.name in names and statement is not reading.statements[-1]:
            bodies[statement.name] = statement
    reading.statements = [s for s in reading.statements if s.name not in bodies or s is reading.statements[-1]]


class _Application:
    """Puts definitions into one tree."""

    def __init__(self, reading: Reading, bodies: Mapping[str, Statement]) -> None:
        self.reading = reading
        self.bodies = bodies
        self.sizes: dict[Syntax, int] = {}

    def applied(self, tree: Syntax) -> Syntax:
        parts = [self.applied(p) for p in tree.parts]
        if tree.kind != "application":
            return self._like(tree, parts)
        statement = self.bodies.get(tree.text)
        if statement is None or statement.tree is None:
            self.reading.wrong(
                tree, say("{name} is applied before it is defined", name=tree.text), say("move its line up")
            )
            return tree
        if len(parts) != len(statement.parameters):
            wanted = ", ".join(statement.parameters)
            message = say(
                "{name}({parameters}) takes {wanted} arguments, but here are {found}",
                name=tree.text,
                parameters=wanted,
                wanted=len(statement.parameters),
                found=len(parts),
            )
            self.reading.wrong(tree, message)
            return tree
        arguments = dict(zip(statement.parameters, parts, strict=True))
        return self._put(statement.tree, arguments, tree)

    def _put(self, body: Syntax, arguments: Mapping[str, Syntax], call: Syntax) -> Syntax:
        """The body with arguments for parameters; its own parts get the place of the call."""
        if body.kind == "name" and body.text in arguments:
            return self._like(arguments[body.text], arguments[body.text].parts, bracketed=True)
        parts = [self._put(p, arguments, call) for p in body.parts]
        found = self._like(body, parts, bracketed=True)
        return Syntax(
            found.kind, found.parts, call.start, call.end, found.text, found.signs, found.number, True, found.depth
        )

    def _like(self, tree: Syntax, parts: list[Syntax] | tuple[Syntax, ...], *, bracketed: bool = False) -> Syntax:
        depth = 1 + max((p.depth for p in parts), default=0)
        if depth > MAX_DEPTH:
            message = say("operations are nested more than {limit} deep once definitions are put in", limit=MAX_DEPTH)
            self.reading.wrong(tree, message, say("name parts without arguments: u = ..."))
            self.reading.finish()
        found = Syntax(
            tree.kind, tuple(parts), tree.start, tree.end, tree.text, tree.signs, tree.number,
            bracketed or tree.bracketed, depth,
        )  # fmt: skip
        if self._size(found) > MAX_NODES:
            hint = say("shorten it, or name parts without arguments: u = ...")
            self.reading.wrong(tree, say("too long once its definitions are put in"), hint)
            self.reading.finish()
        return found

    def _size(self, tree: Syntax) -> int:
        """Nodes of the tree, shared ones counted at every use, as every walk over it meets them."""
        if tree not in self.sizes:
            self.sizes[tree] = 1 + sum(self._size(p) for p in tree.parts)
        return self.sizes[tree]
