"""Judging a line that somebody writes below a derivation: what it is equal to, and which rule leads there.

All lines with one left side are equal, so a line is right if it agrees with them at random instances (see
`gradviz.calculus.answers`), whichever way it was reached. Then the rule is looked for: the derivation's own steps, the
steps inside them, and each rule applied once to the line above.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gradviz.algebra import nodes as n
from gradviz.algebra.build import times, transposed
from gradviz.algebra.nodes import Differential, Expr, Number, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.shapes import ShapeError
from gradviz.algebra.simplify import COMPACT, RECOGNISE
from gradviz.algebra.walk import node_count, part_at, paths_to, replace_at
from gradviz.calculus.alike import alike
from gradviz.calculus.answers import MAX_NODES, Judgement, Verdict, compare
from gradviz.calculus.derivation import Derivation, Kind, Result, Step, Subject
from gradviz.calculus.members import Variation
from gradviz.calculus.pairing import CYCLE, TRANSPOSE_SCALAR
from gradviz.calculus.rules.find import rule_for
from gradviz.calculus.rules.registry import Varies
from gradviz.calculus.trail import CannotError
from gradviz.calculus.verify import written_out

__all__ = ["LineJudgement", "judge_equation", "judge_line", "judge_point"]

MAX_PLACES = 200
"""Parts of a line at which rules are tried."""
MAX_LINES = 60
"""Lines of the derivation with which a line is compared."""
_POINTS = {Verdict.WRONG: 3, Verdict.SHAPE: 4, Verdict.OTHER: 4, Verdict.UNDEFINED: 5, Verdict.UNJUDGED: 6}


@dataclass(frozen=True, slots=True)
class LineJudgement:
    """The verdict on a line.

    Attributes
    ----------
    judgement : the line beside those of the derivation with the same left side.
    subject : that left side.
    step : the number of the derivation's step that ends with this very line; -1 for the function; None where the line
        is none of the derivation's.
    rules : what leads from the line above to this one, in order; empty where no known way was found.
    repeats : the line stands above already.
    """

    judgement: Judgement
    subject: Subject
    step: int | None = None
    rules: tuple[Rule, ...] = ()
    repeats: bool = False


def judge_line(
    derivation: Derivation, line: Expr, above: int = -1, *, named: Expr | None = None, part: Symbol | None = None
) -> LineJudgement:
    """Compare a line with a derivation.

    Parameters
    ----------
    derivation : finished and verified.
    line : in the symbols of the derivation's function, without the names of definitions; differentials may occur.
    above : the number of the step that led to the line above; -1 for the function itself.
    named : the line with the names of definitions, as it was written.
    part : the name of the definition whose differential the line is said to be.
    """
    named = line if named is None else named
    references = _references(derivation, above)
    fitting = [r for r in references if r.expression.has_differential == line.has_differential] or references
    if part is not None:
        fitting = [r for r in fitting if r.subject.part is Differential(part)] or fitting
    # All lines with one left side are equal, so the first of each decides; which term is wrong may need the others.
    by_subject: dict[Subject, Result] = {}
    for reference in fitting:
        by_subject.setdefault(reference.subject, reference)
    firsts = list(by_subject.values())
    others = [reference for reference in fitting if reference not in firsts]
    found = _best(derivation, firsts, line)
    if found is not None and found[0] == _POINTS[Verdict.WRONG]:
        found = _best(derivation, [found[2], *(r for r in others if r.subject == found[2].subject)], line)
    if found is None:
        nothing = Subject(Kind.FUNCTION)
        return LineJudgement(Judgement(Verdict.UNJUDGED, None, line.shape), nothing)
    judgement, subject = found[1], found[2].subject
    if judgement.verdict is not Verdict.EQUAL:
        return LineJudgement(judgement, subject)
    return _explained(derivation, judgement, subject, named, line, above)


def judge_equation(derivation: Derivation, difference: Expr) -> LineJudgement | None:
    """Judge ``L = R``, given as ``L - R``, where the gradient is affine: does it say that the gradient vanishes?

    It does if L - R is the gradient or a multiple of it by a number; None where the derivation has no such equation.
    """
    point = derivation.stationary
    if point is None:
        return None
    found = compare(derivation, derivation.results[0], difference)
    multiple = found.verdict in (Verdict.SIGN, Verdict.FACTOR) and isinstance(found.factor, Number)
    if multiple or found.verdict is Verdict.LAYOUT:
        found = replace(found, verdict=Verdict.EQUAL, error=0.0, factor=None, counterexample=None)
    return LineJudgement(found, Subject(Kind.STATIONARY, (point.variable,)))


def judge_point(derivation: Derivation, point: Expr) -> LineJudgement | None:
    """Judge what is said to be the stationary point; None where the derivation has none."""
    if derivation.stationary is None:
        return None
    subject = Subject(Kind.STATIONARY, (derivation.stationary.variable,))
    return LineJudgement(compare(derivation, Result(subject, derivation.stationary.point), point), subject)


def _best(derivation: Derivation, references: list[Result], line: Expr) -> tuple[int, Judgement, Result] | None:
    """The reference that the line comes nearest to, and how near: 0 is equal."""
    found: tuple[int, Judgement, Result] | None = None
    for reference in references:
        judged = compare(derivation, reference, line)
        points = 0 if judged.verdict is Verdict.EQUAL else 1 if judged.verdict.is_right else 2
        points = _POINTS.get(judged.verdict, points)
        if found is None or points < found[0]:
            found = points, judged, reference
        if not points:
            break
    return found


def _references(derivation: Derivation, above: int) -> list[Result]:
    """The right sides of all lines: that of the line above first, then those that follow, then the earlier ones."""
    plain = written_out(derivation).steps
    lines: list[tuple[Subject, Expr]] = [(Subject(Kind.FUNCTION), derivation.function)]
    lines += [(step.subject, step.after) for step in plain]
    at = max(0, min(above + 1, len(lines) - 1))
    # The next line tells the terms of which one may be missing better than the one above, which may hide them in d().
    following = lines[at + 1 : at + 2] if at + 1 < len(lines) and lines[at + 1][0] == lines[at][0] else []
    ordered = [*following, lines[at], *lines[at + 2 :], *lines[at + 1 : at + 2], *reversed(lines[:at])]
    ordered = [*((r.subject, r.expression) for r in derivation.results), *ordered]
    found = [Result(subject, expression) for subject, expression in ordered if subject.kind is not Kind.SLICE]
    return list(dict.fromkeys(found))[:MAX_LINES]


def _explained(
    derivation: Derivation, judgement: Judgement, subject: Subject, named: Expr, line: Expr, above: int
) -> LineJudgement:
    """The line is right: say how it is reached."""
    steps = derivation.steps

    def ends(step: Step) -> bool:
        return step.subject == subject and any(alike(step.after, written) for written in (named, line))

    for at in range(above + 1, len(steps)):
        if ends(steps[at]):
            rules = tuple(step.rule for step in steps[above + 1 : at + 1])
            return LineJudgement(judgement, subject, at, rules)
    present = steps[above].after if above >= 0 else steps[0].before if steps else derivation.function
    if subject.kind is Kind.FUNCTION and any(alike(present, written) for written in (named, line)):
        return LineJudgement(judgement, subject, -1, repeats=True)
    for at in range(above, -1, -1):
        if ends(steps[at]):
            return LineJudgement(judgement, subject, at, repeats=True)
    for step in steps[above + 1 : above + 2]:
        for number, substep in enumerate(step.substeps):
            if ends(substep):
                return LineJudgement(judgement, subject, None, tuple(s.rule for s in step.substeps[: number + 1]))
    if node_count(present) <= MAX_NODES and present.has_differential == named.has_differential:
        for rule, attempt in _attempts(present, derivation):
            if alike(attempt, named) or alike(attempt, line):
                return LineJudgement(judgement, subject, None, (rule,))
    return LineJudgement(judgement, subject)


def _attempts(line: Expr, derivation: Derivation) -> Iterator[tuple[Rule, Expr]]:
    """Every line that one rule, used at one place, makes of a line."""
    names = tuple(name for name, _ in derivation.definitions)
    variables = (*derivation.variables, *names)
    varies = Variation(variables)
    for path in paths_to(line, lambda e: bool(e.children), outermost=False)[:MAX_PLACES]:
        part = part_at(line, path)
        try:
            for rule, after in _replacements(part, variables, varies):
                yield rule, replace_at(line, path, after)
        except ShapeError:  # split so, the factors of a scalar do not fit
            continue


def _replacements(part: Expr, variables: tuple[Symbol, ...], varies: Varies) -> Iterator[tuple[Rule, Expr]]:
    if isinstance(part, Differential) and part.argument not in variables:
        try:
            used, after = rule_for(part, varies)
        except CannotError:
            return
        yield used.rule, after
        if isinstance(part.argument, n.Mul):  # the product rule, two factors at a time
            chain = part.argument.children
            for at in range(1, len(chain)):
                left, right = times(*chain[:at]), times(*chain[at:])
                yield used.rule, n.Add(n.Mul(Differential(left), right), n.Mul(left, Differential(right)))
        return
    if part.is_scalar and isinstance(part, n.Mul | n.Transpose):
        yield TRANSPOSE_SCALAR, transposed(part)
    if isinstance(part, n.Trace) and isinstance(part.children[0], n.Mul):
        chain = part.children[0].children
        for first in range(1, len(chain)):
            yield CYCLE, n.Trace(times(*chain[first:], *chain[:first]))
    for rule in (*COMPACT, *RECOGNISE):
        replacement = rule.apply(part)
        if replacement is not None:
            yield rule, replacement
