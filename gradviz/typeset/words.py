"""English words for what the engine names: rules, properties, notes and verdicts. The engine itself holds no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.calculus.derivation import Derivation, Step, Verification
from gradviz.typeset.rule_words import RULE_WORDS

if TYPE_CHECKING:
    from gradviz.typeset.lines import Line

__all__ = [
    "condition_parts",
    "explanation",
    "has_words",
    "line_conditions",
    "note_words",
    "symbol_words",
    "title",
    "verdict_words",
]


def title(id: str) -> str:
    """A rule's name for people, from its id."""
    known = RULE_WORDS.get(id)
    if known is not None:
        return known[0]
    words = id.rpartition(".")[2] or id
    return words.replace("-", " ").capitalize()


def explanation(id: str, formula: str = "") -> str:
    """One sentence on a rule; its formula where there is no better one."""
    known = RULE_WORDS.get(id)
    return known[1] if known is not None else formula


def has_words(id: str) -> bool:
    """Whether the rule has a name and a sentence of its own here."""
    return id in RULE_WORDS


_LETTER = re.compile(r"(?<!\w)([A-Za-z])(?!\w)")


def condition_parts(step: Step) -> list[list[str | Expr]]:
    """What must hold at a step, in words and expressions: the letters of the rule stand for parts of this line."""
    found: dict[str, list[str | Expr]] = {}
    stack = [step]
    while stack:
        part = stack.pop(0)
        if part.substeps:
            stack = [*part.substeps, *stack]
            continue
        for condition in part.conditions:
            pieces = list(_bound(condition, dict(part.bindings)))
            found.setdefault(repr([p if isinstance(p, str) else id(p) for p in pieces]), pieces)
    remainder = dict(step.bindings).get("r") if step.rule.id == "definition.linear-part" else None
    if remainder is not None:
        found["remainder"] = ["remainder ", remainder]
    return list(found.values())


def line_conditions(line: Line) -> list[list[str | Expr]]:
    """What must hold at a line, of its step or its own."""
    if line.step is not None:
        return condition_parts(line.step)
    return [list(line.given)] if line.given else []


def _bound(condition: str, bindings: dict[str, Expr]) -> Iterator[str | Expr]:
    for i, piece in enumerate(_LETTER.split(condition)):
        if i % 2 and piece in bindings:
            yield bindings[piece]
        elif piece:
            yield piece


def note_words(note: str, name: str) -> str:
    """A note of the engine as a sentence."""
    kind, _, argument = note.partition(":")
    if kind == "independent":
        return f"{name} does not depend on {argument}, so the derivative by it is zero."
    return f"{kind.replace('-', ' ').capitalize()}{': ' + argument if argument else ''}."


def verdict_words(derivation: Derivation) -> str:
    """The numeric verdict as a sentence."""
    found: Verification | None = derivation.verification
    if found is None:
        return "Not verified numerically."
    if derivation.cannot is not None:
        if not all(check.ok for check in found.steps):
            return "Numeric verification failed: a step does not hold."
        return "Every step shown was verified numerically." if found.steps else "There was no step to verify."
    if not found.ok:
        return f"Numeric verification failed: {found.result.reason or 'a step does not hold'}."
    count = found.result.instances
    error = "no error at all" if found.error == 0 else f"a largest relative error of {found.error:.0e}"
    places = "1 random instance" if count == 1 else f"{count} random instances"
    return f"Every step and the result were verified numerically at {places}, with {error}."


def symbol_words(symbol: Symbol) -> str:
    """The declared properties of a symbol, in a fixed order, leaving out what others imply."""
    properties = sorted(symbol.properties)
    return ", ".join(properties)
