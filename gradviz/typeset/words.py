"""English words for what the engine names: rules, properties, notes and verdicts. The engine itself holds no words."""

from __future__ import annotations

from collections.abc import Callable

from gradviz.algebra.nodes import Symbol
from gradviz.calculus.derivation import Derivation, Kind, Step, Verification
from gradviz.sentences import Sentence, counted, joined, say
from gradviz.typeset.rule_words import RULE_WORDS

__all__ = [
    "NAMES",
    "SENTENCES",
    "document_heading",
    "explanation",
    "has_words",
    "note_words",
    "step_explanation",
    "step_title",
    "stopped_words",
    "symbol_words",
    "title",
    "verdict_words",
]


NAMES, SENTENCES = "RuleName", "Rule"
"""The contexts of the rules' names and sentences in the translations."""


def title(id: str) -> str:
    """A rule's name for people, from its id."""
    known = RULE_WORDS.get(id)
    if known is not None:
        return Sentence(known[0], context=NAMES)
    words = id.rpartition(".")[2] or id
    return words.replace("-", " ").capitalize()


def explanation(id: str, formula: str = "") -> str:
    """One sentence on a rule; its formula where there is no better one."""
    known = RULE_WORDS.get(id)
    return Sentence(known[1], context=SENTENCES) if known is not None else formula


def step_title(step: Step) -> str:
    """The name of a step's rule, and where the layout turns what was read off, that it does so."""
    turns = _turning_layout(step)
    if not turns:
        return title(step.rule.id)
    name = title(step.rule.id)
    if step.rule.id in ("read-off", "read-off.zero", "read-off.jacobian", "read-off.derivative"):
        name = say("Read off")
    if turns == "numerator":
        return say("{rule}; numerator layout: the transpose", rule=name)
    return say("{rule}; denominator layout: the transpose", rule=name)


def step_explanation(step: Step) -> str:
    """One sentence on a step, and one on its layout where that turns the answer."""
    said = explanation(step.rule.id, step.rule.formula)
    turns = _turning_layout(step)
    return say("{sentence} {layout}", sentence=said, layout=_LAYOUT_WORDS[turns]) if turns else said


_LAYOUT_WORDS = {
    "numerator": say("The numerator layout writes the derivative of a scalar as a row, the transpose of the gradient."),
    "denominator": say(
        "The denominator layout gives the variable the rows, so it shows the transpose of the Jacobian."
    ),
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
        return say(
            "{name} does not depend on {variable}, so the derivative by it is zero.", name=name, variable=argument
        )
    return f"{kind.replace('-', ' ').capitalize()}{': ' + argument if argument else ''}."


def document_heading(derivation: Derivation) -> Callable[[str, str], str]:
    """The title of a document, from the names of the function and of its variables."""
    if derivation.order == 2:
        return lambda f, by: say("Second derivative of {function} by {variables}", function=f, variables=by)
    return lambda f, by: say("Derivative of {function} by {variables}", function=f, variables=by)


def stopped_words(reason: str) -> str:
    """What a document says where the derivation ends too early."""
    return say("Stopped: {reason}.", reason=reason)


def verdict_words(derivation: Derivation) -> str:
    """The numeric verdict as a sentence."""
    found: Verification | None = derivation.verification
    if found is None:
        return say("Not verified numerically.")
    if derivation.cannot is not None:
        if not all(check.ok for check in found.steps):
            return say("Numeric verification failed: a step does not hold.")
        if found.steps:
            return say("Every step shown was verified numerically.")
        return say("There was no step to verify.")
    if not found.ok:
        reason = found.result.reason or say("a step does not hold")
        return say("Numeric verification failed: {reason}.", reason=reason)
    error: str = say("no error at all")
    if found.error:
        error = say("a largest relative error of {error}", error=f"{found.error:.0e}")
    places = counted("{n} random instance", "{n} random instances", found.result.instances)
    return say(
        "Every step and the result were verified numerically at {places}, with {error}.", places=places, error=error
    )


def symbol_words(symbol: Symbol) -> str:
    """The declared properties of a symbol, in a fixed order, leaving out what others imply."""
    return joined([Sentence(word) for word in sorted(symbol.properties)], ", ")
