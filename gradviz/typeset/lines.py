"""A derivation as lines: what stands left of the equals sign, what stands right of it, and the rule that led there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.walk import Path, preorder
from gradviz.calculus.derivation import Derivation, Kind, Step, Subject

__all__ = ["LEVELS", "SubjectSpelling", "Line", "all_symbols", "left_side", "lines"]

LEVELS = ("lecturer", "every rule")
"""How much is shown: a lecturer's steps, or each rule in a line of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes
    ----------
    kind : "function" (the first), "step" (the same left side as above), "subject" (a new left side), or "result" (an answer, set apart).
    subject : what the line is about.
    expression : its right side.
    step : what led here; None for the function and the results.
    path : which step, and which substep of it.
    marks : paths of the parts that are new in this line.
    """

    kind: str
    subject: Subject
    expression: Expr
    step: Step | None = None
    path: tuple[int, ...] = ()
    marks: tuple[Path, ...] = ()

    @property
    def depth(self) -> int:
        """How far the step lies below a lecturer's step."""
        return max(0, len(self.path) - 1)

    @property
    def shows_left(self) -> bool:
        """Whether the left side is written, or stays blank because it is that of the line above."""
        return self.kind != "step"


def lines(derivation: Derivation, level: str = "lecturer", *, results: bool = True) -> list[Line]:
    """The lines in order: the function, the steps at a level of detail, the results.

    Raises
    ------
    ValueError
        For an unknown level.
    """
    if level not in LEVELS:
        raise ValueError(f"unknown level {level!r}; known are {', '.join(LEVELS)}")
    function = Subject(Kind.FUNCTION)
    found = [Line("function", function, derivation.function)]
    for path, step in _steps(derivation.steps, (), level == "every rule"):
        above = found[-1]
        continues = step.subject == above.subject and step.before is above.expression
        kind = "step" if continues else "subject"
        if step.keeps_subject and not continues:
            # The line goes on from one that is not the last: repeat where it starts.
            found.append(Line("subject", step.subject, step.before, None, path))
            kind = "step"
        marks = step.changed_after if kind == "step" else ()
        found.append(Line(kind, step.subject, step.after, step, path, marks))
    if results:
        found += [Line("result", r.subject, r.expression) for r in derivation.results]
    return found


def _steps(steps: tuple[Step, ...], path: tuple[int, ...], deep: bool) -> Iterator[tuple[tuple[int, ...], Step]]:
    stack = [((*path, i), s) for i, s in enumerate(steps)][::-1]
    while stack:
        path, step = stack.pop()
        if deep and step.substeps:
            stack += [((*path, i), s) for i, s in enumerate(step.substeps)][::-1]
        else:
            yield path, step


@dataclass(frozen=True, slots=True)
class SubjectSpelling:
    """How a target writes left sides; ``{f}`` is the function, ``{x}`` the variable.

    Attributes
    ----------
    kinds : kind -> template.
    many : kind -> template for several variables at once.
    stacked : the Jacobian of or by a matrix.
    scalar_hessian : of one scalar variable.
    transposed : template around another (``{body}``).
    """

    kinds: dict[Kind, str]
    many: dict[Kind, str]
    stacked: str
    scalar_hessian: str
    transposed: str


def left_side(subject: Subject, function: Expr, f: str, variables: list[str], spelling: SubjectSpelling) -> str:
    """The left side of a line, in a target's spelling.

    Parameters
    ----------
    f, variables : the written names of the function and of the subject's variables.
    """
    by = subject.variables
    template = spelling.kinds[subject.kind]
    if subject.kind is Kind.JACOBIAN and (function.shape.cols != 1 or any(v.shape.cols != 1 for v in by)):
        template = spelling.stacked
    elif len(by) != 1:
        template = spelling.many.get(subject.kind, template)
    elif subject.kind is Kind.HESSIAN and by[0].is_scalar:
        template = spelling.scalar_hessian
    body = template.replace("{f}", f).replace("{x}", variables[0] if variables else "")
    return spelling.transposed.replace("{body}", body) if subject.transposed else body


def all_symbols(derivation: Derivation) -> list[Symbol]:
    """The symbols of the function in reading order, then variables that do not occur."""
    return list(dict.fromkeys([*(e for e in preorder(derivation.function) if isinstance(e, n.Symbol)), *derivation.variables]))
