"""A judgement in words. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from gradviz.algebra.nodes import Expr, Number, Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.calculus.answers import Counterexample, Judgement, Verdict
from gradviz.calculus.derivation import Kind
from gradviz.gui.answer.line_reading import JudgedLine
from gradviz.gui.answer.reading import Judged
from gradviz.typeset.text import text
from gradviz.typeset.words import title

__all__ = ["Words", "describe", "describe_line", "numbers"]

MAX_ENTRIES = 24
"""Numbers of one symbol that are listed; larger ones are only described by their size."""

LONGEST_TERM = 120
"""Characters of a term that are repeated."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of an answer: a tone ("ok", "warning", "error"), a title, a sentence."""

    tone: str
    title: str
    sentence: str


def describe(judged: Judged) -> Words:
    """The verdict, and what to do about it."""
    found = judged.judgement
    if judged.corrected:
        reason = f" As it stands it cannot be: {judged.error.message}." if judged.error else ""
        return Words("error", "A transpose is missing or too much", f"{judged.corrected} would be right.{reason}")
    match found.verdict:
        case Verdict.EQUAL:
            return Words("ok", "Correct", _agreement(found))
        case Verdict.LAYOUT:
            return Words("ok", "Correct, in another layout", _layout(found))
        case Verdict.ARRANGED:
            wanted = _shape(found)
            sentence = f"The entries are right, but yours is {found.given} and the layout chosen has {wanted}."
            return Words("ok", "Correct, in another arrangement", sentence)
        case Verdict.STRUCTURE:
            return Words(
                "warning",
                "Right by another convention",
                "The variable has a structure, such as symmetry, that your answer uses otherwise or not at all."
                " With independent entries, or with one entry for each pair, it would be right.",
            )
        case Verdict.ONLY_SYMMETRIC:
            name = found.symbol.name if found.symbol else "the matrix"
            hint = f"Nothing says so; declare {name} symmetric if it is meant to be."
            return Words("warning", f"Right only if {name} is symmetric", hint)
        case Verdict.OTHER:
            by = ", ".join(v.name for v in found.result.subject.variables) if found.result else ""
            return Words("error", "By another variable", f"That is the derivative by {by}.")
        case Verdict.SIGN:
            return Words("error", "The sign is wrong", "Everything else is right.")
        case Verdict.FACTOR:
            return Words("error", "A factor is wrong", _factor(found.factor))
        case Verdict.TRANSPOSE:
            corrected = text(found.corrected) if found.corrected else ""
            return Words("error", "A transpose is missing or too much", f"{corrected} would be right.")
        case Verdict.MISSING_TERM | Verdict.EXTRA_TERM | Verdict.TERM:
            return _term(found)
        case Verdict.SHAPE:
            sentence = f"Your answer is {_size(found.given)}, the derivative is {_shape(found)}."
            return Words("error", "The shape is wrong", sentence)
        case Verdict.UNDEFINED:
            return Words("error", "Not defined", "Your answer has no value where the function has one.")
        case Verdict.WRONG:
            return Words("error", "Not correct", _numbers_differ(found.counterexample))
        case _:
            return Words("warning", "Not judged", "There is no answer here that yours could be compared with.")


def describe_line(judged: JudgedLine) -> Words:
    """The verdict on a line: whether it is right, and by which rule."""
    found, line = judged.judged.judgement, judged.line
    if line.subject.kind is Kind.STATIONARY and not judged.judged.corrected:
        return _stationary(judged)
    if judged.judged.corrected or not found.verdict.is_right:
        words = describe(judged.judged)
        sentence = words.sentence.replace("Your answer", "Your line").replace("the right one", "the right line")
        if found.verdict is Verdict.SHAPE:
            sentence = f"Your line is {_size(found.given)}, the lines of the derivation are {_shape(found)}."
        elif found.verdict is Verdict.WRONG:
            sentence = _numbers_differ(found.counterexample).replace(
                "the derivation's answer", "the derivation's lines"
            )
        return Words(words.tone, words.title, sentence)
    if found.verdict is Verdict.LAYOUT:
        if found.result is not None and found.result.subject.kind in _DERIVATIVES:
            return describe(judged.judged)
        return Words("ok", "Correct, transposed", "Yours is the transpose of the derivation's line.")
    if found.verdict is not Verdict.EQUAL:
        return describe(judged.judged)
    if line.repeats:
        return Words(
            "warning", "Correct, but not further", "It stands in the derivation already, at this line or above."
        )
    names = [title(rule.id) for rule in line.rules]
    if len(names) == 1:
        rule = line.rules[0]
        return Words("ok", f"Correct: {names[0]}", f"{rule.formula}.  {_agreement(found)}" if rule.formula else "")
    if names:
        return Words("ok", f"Correct: {len(names)} steps at once", f"{' → '.join(names)}.  {_agreement(found)}")
    sentence = "The derivation goes another way, and no single rule leads from the line above to yours; it is equal."
    return Words("ok", "Correct", f"{sentence}  {_agreement(found)}")


def _stationary(judged: JudgedLine) -> Words:
    """The verdict on normal equations, or on the point where they hold."""
    found = judged.judged.judgement
    equations = found.result is None or found.result.subject.kind is not Kind.STATIONARY
    if found.verdict is Verdict.EQUAL and equations:
        return Words("ok", "Correct", f"The gradient vanishes where this equation holds. {_agreement(found)}")
    if found.verdict is Verdict.EQUAL:
        return Words("ok", "Correct: there the gradient vanishes", _agreement(found))
    words = describe(judged.judged)
    if found.verdict is Verdict.WRONG:
        sentence = "It does not say that the gradient vanishes." if equations else "There the gradient does not vanish."
        return Words(words.tone, words.title, sentence)
    return words


_DERIVATIVES = (Kind.GRADIENT, Kind.DERIVATIVE, Kind.JACOBIAN, Kind.HESSIAN, Kind.BLOCK)


def numbers(counterexample: Counterexample | None) -> list[dict[str, str]]:
    """The rows of the table "an instance": each a name and its numbers."""
    if counterexample is None:
        return []
    rows = [{"name": name, "value": str(size)} for name, size in counterexample.dims]
    for symbol, values in counterexample.values:
        rows.append({"name": symbol.name, "value": _matrix(symbol, values)})
    at = _entry(counterexample)
    rows.append({"name": f"right answer{at}", "value": f"{counterexample.right:.4g}"})
    rows.append({"name": f"your answer{at}", "value": f"{counterexample.given:.4g}"})
    return rows


def _matrix(symbol: Symbol, values: tuple[tuple[float, ...], ...]) -> str:
    entries = [[f"{value:.3g}" for value in row] for row in values]
    if sum(map(len, entries)) > MAX_ENTRIES:
        return f"{len(entries)}×{len(entries[0])} random numbers"
    if symbol.is_scalar:
        return entries[0][0]
    return "[" + "; ".join(", ".join(row) for row in entries) + "]"


def _agreement(found: Judgement) -> str:
    sizes = "; ".join(dict.fromkeys(", ".join(f"{k} = {v}" for k, v in d.items()) for d in found.dimensions if d))
    at = f" ({sizes})" if sizes else ""
    error = "exactly" if found.error == 0 else f"up to {found.error:.0e}".replace("e-0", "e-")
    return f"It agrees {error} with the derivation at {found.instances} random instances{at}."


def _layout(found: Judgement) -> str:
    assert found.result is not None
    subject = found.result.subject
    if subject.kind is Kind.GRADIENT:
        yours = "denominator" if subject.transposed else "numerator"
    else:
        yours = "numerator" if subject.transposed else "denominator"
    return f"Yours is the transpose of what the chosen layout has: the answer in {yours} layout."


def _factor(factor: Expr | None) -> str:
    if factor is None:
        return ""
    return f"Your answer is {text(factor)} times the right one."


def _term(found: Judgement) -> Words:
    term = text(found.term) if found.term else ""
    if len(term) > LONGEST_TERM:
        term = f"{term[:LONGEST_TERM]}…"
    if found.verdict is Verdict.MISSING_TERM:
        return Words("error", "A term is missing", f"The term {term} is missing; the rest is right.")
    if found.verdict is Verdict.EXTRA_TERM:
        return Words("error", "A term too much", f"Without the term {term} it would be right.")
    if found.should == -1:
        return Words("error", "A sign is wrong", f"The term {term} has the wrong sign; the rest is right.")
    should = text(Number(found.should)) if found.should is not None else ""
    return Words("error", "A coefficient is wrong", f"The term {term} must be {should} times as large.")


def _numbers_differ(counter: Counterexample | None) -> str:
    if counter is None:
        return "At random numbers it differs from the derivation's answer."
    at = _entry(counter).strip()
    place = f"its {at[1:-1]} is" if at else "it is"
    return f"At random numbers {place} {counter.given:.4g}, and should be {counter.right:.4g}."


def _entry(counter: Counterexample) -> str:
    return f" (entry {counter.entry[0]}, {counter.entry[1]})" if counter.values else ""


def _shape(found: Judgement) -> str:
    return _size(found.result.expression.shape) if found.result else ""


def _size(shape: object) -> str:
    return "a scalar" if shape == SCALAR else str(shape)
