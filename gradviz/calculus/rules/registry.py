"""How the rules of the differential are written down and found.

A rule takes the argument ``U`` of a differential ``d(U)`` and a predicate that tells what varies; it returns what
``d(U)`` equals, one level deep: the differentials of the parts are left to later steps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gradviz.algebra.nodes import Add, Expr
from gradviz.algebra.rewriting import Rule

__all__ = ["DifferentialRule", "Registry", "Varies"]

Varies = Callable[[Expr], bool]
Within = Callable[[Expr], tuple[Expr, ...]]


@dataclass(frozen=True, slots=True)
class DifferentialRule:
    """A rule with what the engine needs to know of it.

    Attributes
    ----------
    rule : the named formula; `rule.apply(argument, varies)` gives the expansion, or None where it does not apply.
    routine : a lecturer does it in passing (linearity, ``dC = 0``), so that it joins the step before it.
    parts : names of the letters in the formula.
    within : the parts of the argument that they are, in order; by default its children.
    """

    rule: Rule
    routine: bool
    parts: tuple[str, ...]
    within: Within | None = None

    def bindings(self, argument: Expr) -> tuple[tuple[str, Expr], ...]:
        """The letters and what they stand for; a sum or product of more parts than letters has its rest in the last."""
        if self.within is not None:
            return tuple(zip(self.parts, self.within(argument), strict=False))
        return tuple(zip(self.parts, self._gathered(argument), strict=False))

    def _gathered(self, argument: Expr) -> tuple[Expr, ...]:
        children, room = argument.children, len(self.parts)
        if room < 2 or len(children) <= room or not isinstance(argument, Add):
            return children
        return (*children[: room - 1], Add(*children[room - 1 :]))


class Registry:
    """Rules by the kind of node they are for, in the order in which they are tried."""

    def __init__(self) -> None:
        self._rules: dict[type[Expr], list[DifferentialRule]] = {}

    def add(
        self,
        *nodes: type[Expr],
        id: str,
        source: str = "",
        condition: str = "",
        routine: bool = False,
        parts: str = "",
        within: Within | None = None,
    ) -> Callable[[Callable[[Expr, Varies], Expr | None]], Rule]:
        """Register a function whose docstring is the formula."""

        def make(function: Callable[[Expr, Varies], Expr | None]) -> Rule:
            rule = Rule(id, (function.__doc__ or "").strip(), source, condition, function)
            for node in nodes:
                self._rules.setdefault(node, []).append(DifferentialRule(rule, routine, tuple(parts.split()), within))
            return rule

        return make

    def find(self, argument: Expr, varies: Varies) -> tuple[DifferentialRule, Expr] | None:
        """The first rule that applies, and what it gives."""
        for candidate in self._rules.get(type(argument), ()):
            result = candidate.rule.apply(argument, varies)
            if result is not None:
                return candidate, result
        return None

    def all(self) -> list[DifferentialRule]:
        """Every rule once, in order of registration."""
        seen: dict[str, DifferentialRule] = {}
        for rules in self._rules.values():
            for row in rules:
                seen.setdefault(row.rule.id, row)
        return list(seen.values())
