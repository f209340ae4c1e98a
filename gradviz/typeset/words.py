"""English words for what the engine names: rules, properties, notes and verdicts. The engine itself holds no words."""

from __future__ import annotations

from gradviz.algebra.nodes import Symbol
from gradviz.calculus.derivation import Derivation, Kind, Step, Verification
from gradviz.typeset.rule_words import RULE_WORDS

__all__ = [
    "explanation",
    "has_words",
    "note_words",
    "step_explanation",
    "step_title",
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


def step_title(step: Step) -> str:
    """The name of a step's rule, and where the layout turns what was read off, that it does so."""
    turns = _turning_layout(step)
    if not turns:
        return title(step.rule.id)
    name = (
        "Read off"
        if step.rule.id in ("read-off", "read-off.zero", "read-off.jacobian", "read-off.derivative")
        else title(step.rule.id)
    )
    return f"{name}; {turns} layout: the transpose"


def step_explanation(step: Step) -> str:
    """One sentence on a step, and one on its layout where that turns the answer."""
    said = explanation(step.rule.id, step.rule.formula)
    return f"{said} {_LAYOUT_WORDS[turns]}" if (turns := _turning_layout(step)) else said


_LAYOUT_WORDS = {
    "numerator": "The numerator layout writes the derivative of a scalar as a row, the transpose of the gradient.",
    "denominator": "The denominator layout gives the variable the rows, so it shows the transpose of the Jacobian.",
}


def _turning_layout(step: Step) -> str:
    """The layout for which a step transposes what it reads off, or ""."""
    if not step.subject.transposed or step.before_subject.transposed:
        return ""
    return "numerator" if step.subject.kind is Kind.GRADIENT else "denominator"


def has_words(id: str) -> bool:
    """Whether the rule has a name and a sentence of its own here."""
    return id in RULE_WORDS


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
