"""The steps into which a local derivative opens: ``dw = d(g(u))``, the rules of differentials, and read off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gradviz.algebra.nodes import Differential, Expr, Symbol
from gradviz.calculus.derivation import Derivation, Kind, Step, Subject
from gradviz.calculus.naming import NAMED
from gradviz.calculus.structured import is_structured
from gradviz.calculus.trail import Trail

__all__ = ["local_step", "opened"]

_ANSWERS = (Kind.GRADIENT, Kind.JACOBIAN, Kind.DERIVATIVE)


def local_step(line: Trail, step: Step, found: Derivation, of: str, by: Symbol) -> None:
    """Note the line of a local derivative, with the steps of the method of differentials that lead to it.

    Parameters
    ----------
    step : from the name of the derivative to its value; its rule is kept.
    found : the derivation of the value, as it is before parts of it are written by their names.
    of : the name of what is differentiated.
    """
    line.close()
    line.steps.append(replace(step, substeps=_renamed(step, found, of, by)))
    line.expression, line.subject = step.after, step.subject


def opened(found: Derivation, x: Symbol, after: Expr) -> tuple[Step, ...]:
    """The steps of a derivation of the whole function by its only variable, where they lead to the answer."""
    plain = not found.definitions and found.variables == (x,) and not is_structured(x)
    return found.steps if plain and found.steps and found.steps[-1].after is after else ()


def _renamed(step: Step, found: Derivation, of: str, by: Symbol) -> tuple[Step, ...]:
    """The steps with the name of the part and of its derivative on the left; none where they have other left sides."""
    if found.definitions or found.variables != (by,) or is_structured(by) or len(found.results) != 1:
        return ()
    increment = Subject(Kind.PART, (by,), part=Differential(Symbol(of, found.function.shape)))
    value = Subject(Kind.PART, (by,), part=step.subject.part)

    def about(subject: Subject) -> Subject | None:
        if subject.kind is Kind.DIFFERENTIAL:
            return increment
        return value if subject.kind in (Kind.FUNCTION, *_ANSWERS) and not subject.transposed else None

    steps: list[Step] = []
    for s in _lecturers(found.steps):
        before, after = about(s.before_subject), about(s.subject)
        if before is None or after is None:
            return ()
        if s.before_subject.kind is Kind.FUNCTION:
            s = replace(s, before=step.before, changed_before=(), changed_after=())
        steps.append(replace(s, before_subject=before, subject=after, substeps=()))
    result = found.results[0].expression
    if not steps or steps[-1].after is not result:
        return ()
    if result is not step.after:
        steps.append(Step(NAMED, result, step.after, value, value))
    return tuple(steps)


def _lecturers(steps: Sequence[Step]) -> list[Step]:
    """Each rule on its own, as far as it changes the whole line."""
    found: list[Step] = []
    for s in steps:
        inner = s.substeps
        whole = inner and all(i.subject == s.subject and i.before_subject == s.before_subject for i in inner)
        found += inner if whole else [s]
    return found
