"""A judgement in words. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

from gradviz.algebra.nodes import MINUS_ONE, Expr, Number, Power, Symbol
from gradviz.algebra.shapes import SCALAR
from gradviz.calculus.derivation import Kind
from gradviz.calculus.judgement import Counterexample, Judgement, Verdict
from gradviz.gui.answer.line_reading import JudgedLine
from gradviz.gui.answer.reading import Judged
from gradviz.sentences import counted, joined, say
from gradviz.typeset.text import text
from gradviz.typeset.words import title

__all__ = ["Words", "describe", "describe_line", "numbers"]

MAX_ENTRIES = 24
"""Numbers of one symbol that are listed; larger ones are only described by their size."""

LONGEST_TERM = 120
"""Characters of a term that are repeated."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of an answer.

    Attributes
    ----------
    tone : "ok", "warning" or "error".
    title, sentence : the verdict, and more of it.
    hint : for those who practise, in place of a sentence that gives the right answer away.
    """

    tone: str
    title: str
    sentence: str
    hint: str = ""


def describe(judged: Judged) -> Words:
    """The verdict, and what to do about it."""
    return _describe(judged, is_line=False)


def _describe(judged: Judged, *, is_line: bool) -> Words:
    """The verdict on an answer, or on a line of a derivation."""
    found = judged.judgement
    if judged.corrected:
        sentence = say("{corrected} would be right.", corrected=judged.corrected)
        reason = ""
        if judged.error:
            reason = say("As it stands it cannot be: {reason}.", reason=judged.error.message)
            sentence = joined([sentence, reason], " ")
        if not found.verdict.is_right:
            more = _verdict(found, is_line=is_line)
            rest = say("With {corrected} the shapes fit, but that is not all:", corrected=judged.corrected)
            sentence = joined([rest, joined([more.title, more.sentence], ". "), reason], " ")
        return Words("error", _slip(judged.slip), sentence, joined([reason, _hint(judged.slip)], " "))
    words = _verdict(found, is_line=is_line)
    if judged.reads:
        read = say("Yours is an entry of {matrix}.", matrix=judged.reads)
        hint = joined([read, words.hint], " ") if words.hint else ""
        return Words(words.tone, words.title, joined([read, words.sentence], " "), hint)
    return words


def _slip(verdict: Verdict) -> str:
    """What one change puts right."""
    return {
        Verdict.TRANSPOSE: say("A transpose is missing or too much"),
        Verdict.INVERSE: say("An inverse is missing or too much"),
        Verdict.INNER_SIGN: say("A sign is wrong"),
        Verdict.NAME: say("A name is wrong"),
        Verdict.ORDER: say("The factors stand in the wrong order"),
        Verdict.MISSING_FACTOR: say("A factor is missing"),
        Verdict.EXTRA_FACTOR: say("A factor too much"),
        Verdict.DIAGONAL: say("The diagonal is right"),
    }[verdict]


def _hint(verdict: Verdict) -> str:
    """Where to look, without the right answer."""
    return {
        Verdict.TRANSPOSE: say("Go through the factors and compare their shapes."),
        Verdict.INVERSE: say("Look at which matrices are inverted."),
        Verdict.INNER_SIGN: say("It is inside: in a bracket, or in what a function is of."),
        Verdict.NAME: say("One letter stands where another one should."),
        Verdict.ORDER: say("All the factors are there."),
        Verdict.MISSING_FACTOR: say("A vector or a matrix, such as the inner derivative of the chain rule."),
        Verdict.EXTRA_FACTOR: say("It has been differentiated already."),
        Verdict.DIAGONAL: say("The derivative is a diagonal matrix."),
    }[verdict]


def _verdict(found: Judgement, *, is_line: bool) -> Words:
    match found.verdict:
        case Verdict.EQUAL:
            return Words("ok", say("Correct"), _agreement(found))
        case Verdict.LAYOUT:
            return Words("ok", say("Correct, in another layout"), _layout(found))
        case Verdict.ARRANGED:
            sentence = say(
                "The entries are right, but yours is {given} and the layout chosen has {wanted}.",
                given=found.given,
                wanted=_shape(found),
            )
            return Words("ok", say("Correct, in another arrangement"), sentence)
        case Verdict.STRUCTURE:
            return Words(
                "warning",
                say("Right by another convention"),
                say(
                    "The variable has a structure, such as symmetry, that your answer uses otherwise or not at all."
                    " With independent entries, or with one entry for each pair, it would be right."
                ),
            )
        case Verdict.ONLY_SYMMETRIC:
            return _only_symmetric(found)
        case Verdict.OTHER:
            by = ", ".join(v.name for v in found.result.subject.variables) if found.result else ""
            return Words("error", say("By another variable"), say("That is the derivative by {variable}.", variable=by))
        case Verdict.SIGN:
            return Words("error", say("The sign is wrong"), say("Everything else is right."))
        case Verdict.FACTOR:
            return Words("error", say("A factor is wrong"), _factor(found.factor, is_line))
        case (
            Verdict.TRANSPOSE
            | Verdict.INVERSE
            | Verdict.INNER_SIGN
            | Verdict.NAME
            | Verdict.ORDER
            | Verdict.MISSING_FACTOR
            | Verdict.EXTRA_FACTOR
        ):
            corrected = text(found.corrected) if found.corrected else ""
            sentence = say("{corrected} would be right.", corrected=corrected)
            return Words("error", _slip(found.verdict), sentence, _hint(found.verdict))
        case Verdict.DIAGONAL:
            corrected = text(found.corrected) if found.corrected else ""
            sentence = say("The derivative is a diagonal matrix: {corrected} would be right.", corrected=corrected)
            return Words("error", _slip(found.verdict), sentence, _hint(found.verdict))
        case Verdict.MISSING_TERM | Verdict.EXTRA_TERM | Verdict.TERM | Verdict.WRONG_TERM:
            return _term(found)
        case Verdict.SHAPE:
            return Words("error", say("The shape is wrong"), _other_shape(found, is_line))
        case Verdict.UNDEFINED:
            sentence = say("Your answer has no value where the function has one.")
            if is_line:
                sentence = say("Your line has no value where the function has one.")
            return Words("error", say("Not defined"), sentence)
        case Verdict.WRONG:
            return Words("error", say("Not correct"), _numbers_differ(found.counterexample, is_line))
        case _ if found.result is not None:
            sentence = say("Rounding errors decide at all the random numbers that were tried.")
            return Words("warning", say("Not judged"), sentence)
        case _:
            sentence = say("There is no answer here that yours could be compared with.")
            return Words("warning", say("Not judged"), sentence)


def describe_line(judged: JudgedLine) -> Words:
    """The verdict on a line: whether it is right, and by which rule."""
    found, line = judged.judged.judgement, judged.line
    if line.subject.kind is Kind.STATIONARY and not judged.judged.corrected:
        return _stationary(judged)
    if judged.judged.corrected or not found.verdict.is_right:
        return _describe(judged.judged, is_line=True)
    if found.verdict is Verdict.LAYOUT:
        if found.result is not None and found.result.subject.kind in _DERIVATIVES:
            return describe(judged.judged)
        return Words("ok", say("Correct, transposed"), say("Yours is the transpose of the derivation's line."))
    if found.verdict is not Verdict.EQUAL:
        return describe(judged.judged)
    if line.repeats:
        sentence = say("It stands in the derivation already, at this line or above.")
        return Words("warning", say("Correct, but not further"), sentence)
    names = [title(rule.id) for rule in line.rules]
    if len(names) == 1:
        formula = line.rules[0].formula
        sentence = joined([formula, _agreement(found)], ".  ") if formula else ""
        return Words("ok", say("Correct: {rule}", rule=names[0]), sentence)
    if names:
        sentence = joined([joined(names, " → "), _agreement(found)], ".  ")
        return Words("ok", counted("Correct: {n} step at once", "Correct: {n} steps at once", len(names)), sentence)
    sentence = say(
        "The derivation goes another way, and no single rule leads from the line above to yours; it is equal."
    )
    return Words("ok", say("Correct"), joined([sentence, _agreement(found)], "  "))


def _stationary(judged: JudgedLine) -> Words:
    """The verdict on normal equations, or on the point where they hold."""
    found = judged.judged.judgement
    equations = found.result is None or found.result.subject.kind is not Kind.STATIONARY
    if found.verdict is Verdict.EQUAL and equations:
        sentence = say("The gradient vanishes where this equation holds.")
        return Words("ok", say("Correct"), joined([sentence, _agreement(found)], " "))
    if found.verdict is Verdict.EQUAL:
        return Words("ok", say("Correct: there the gradient vanishes"), _agreement(found))
    words = describe(judged.judged)
    if found.verdict is Verdict.WRONG:
        sentence = say("There the gradient does not vanish.")
        if equations:
            sentence = say("It does not say that the gradient vanishes.")
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
    right, yours = say("right answer"), say("your answer")
    if counterexample.values:
        row, column = counterexample.entry
        right = say("right answer (entry {row}, {column})", row=row, column=column)
        yours = say("your answer (entry {row}, {column})", row=row, column=column)
    rows.append({"name": right, "value": f"{counterexample.right:.4g}"})
    rows.append({"name": yours, "value": f"{counterexample.given:.4g}"})
    return rows


def _matrix(symbol: Symbol, values: tuple[tuple[float, ...], ...]) -> str:
    entries = [[f"{value:.3g}" for value in row] for row in values]
    if sum(map(len, entries)) > MAX_ENTRIES:
        return say("{rows}×{columns} random numbers", rows=len(entries), columns=len(entries[0]))
    if symbol.is_scalar:
        return entries[0][0]
    return "[" + "; ".join(", ".join(row) for row in entries) + "]"


def _agreement(found: Judgement) -> str:
    sizes = "; ".join(dict.fromkeys(", ".join(f"{k} = {v}" for k, v in d.items()) for d in found.dimensions if d))
    at = f" ({sizes})" if sizes else ""
    if found.error == 0:
        return counted(
            "It agrees exactly with the derivation at {n} random instance{sizes}.",
            "It agrees exactly with the derivation at {n} random instances{sizes}.",
            found.instances,
            sizes=at,
        )
    return counted(
        "It agrees up to {error} with the derivation at {n} random instance{sizes}.",
        "It agrees up to {error} with the derivation at {n} random instances{sizes}.",
        found.instances,
        sizes=at,
        error=f"{found.error:.0e}".replace("e-0", "e-"),
    )


def _layout(found: Judgement) -> str:
    assert found.result is not None
    subject = found.result.subject
    if subject.transposed == (subject.kind is Kind.GRADIENT):
        return say("Yours is the transpose of what the chosen layout has: the answer in denominator layout.")
    return say("Yours is the transpose of what the chosen layout has: the answer in numerator layout.")


def _only_symmetric(found: Judgement) -> Words:
    if not found.symbol:
        hint = say("Nothing says so; declare the matrix symmetric if it is meant to be.")
        return Words("warning", say("Right only if the matrix is symmetric"), hint)
    name = found.symbol.name
    hint = say("Nothing says so; declare {name} symmetric if it is meant to be.", name=name)
    return Words("warning", say("Right only if {name} is symmetric", name=name), hint)


def _factor(factor: Expr | None, is_line: bool) -> str:
    if factor is None:
        return ""
    if isinstance(factor, Power) and factor.children[1] is MINUS_ONE:
        return say("The factor {factor} is missing.", factor=text(factor.children[0]))
    if is_line:
        return say("Your line is {factor} times the right line.", factor=text(factor))
    return say("Your answer is {factor} times the right one.", factor=text(factor))


def _term(found: Judgement) -> Words:
    term = text(found.term) if found.term else ""
    if len(term) > LONGEST_TERM:
        term = f"{term[:LONGEST_TERM]}…"
    if found.verdict is Verdict.MISSING_TERM:
        sentence = say("The term {term} is missing; the rest is right.", term=term)
        return Words("error", say("A term is missing"), sentence, say("The rest is right."))
    if found.verdict is Verdict.EXTRA_TERM:
        return Words("error", say("A term too much"), say("Without the term {term} it would be right.", term=term))
    if found.verdict is Verdict.WRONG_TERM:
        return Words("error", say("A term is wrong"), say("The term {term} is wrong; the rest is right.", term=term))
    if found.should is MINUS_ONE:
        sentence = say("The term {term} has the wrong sign; the rest is right.", term=term)
        return Words("error", say("A sign is wrong"), sentence)
    should = text(found.should) if found.should is not None else ""
    sentence = say("The term {term} must be {factor} times as large.", term=term, factor=should)
    if found.should is not None and not isinstance(found.should, Number):
        sentence = say("The term {term} must be multiplied by {factor}.", term=term, factor=should)
    return Words("error", say("A coefficient is wrong"), sentence)


def _numbers_differ(counter: Counterexample | None, is_line: bool) -> str:
    if counter is None and is_line:
        return say("At random numbers it differs from the derivation's lines.")
    if counter is None:
        return say("At random numbers it differs from the derivation's answer.")
    given, right = f"{counter.given:.4g}", f"{counter.right:.4g}"
    if not counter.values:
        return say("At random numbers it is {given}, and should be {right}.", given=given, right=right)
    row, column = counter.entry
    return say(
        "At random numbers its entry {row}, {column} is {given}, and should be {right}.",
        row=row,
        column=column,
        given=given,
        right=right,
    )


def _other_shape(found: Judgement, is_line: bool) -> str:
    given, wanted = _size(found.given), _shape(found)
    if is_line:
        return say("Your line is {given}, the lines of the derivation are {wanted}.", given=given, wanted=wanted)
    return say("Your answer is {given}, the derivative is {wanted}.", given=given, wanted=wanted)


def _shape(found: Judgement) -> str:
    return _size(found.result.expression.shape) if found.result else ""


def _size(shape: object) -> str:
    return say("a scalar") if shape == SCALAR else str(shape)
