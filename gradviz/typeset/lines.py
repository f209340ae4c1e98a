"""A derivation as lines: what stands left of the equals sign, what stands right of it, and the rule that led there."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors, times, zero
from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.properties import facts
from gradviz.algebra.walk import Path, preorder, symbols
from gradviz.calculus.derivation import Derivation, Kind, Step, Subject
from gradviz.typeset.words import step_title, title

__all__ = ["LEVELS", "Line", "SubjectSpelling", "all_symbols", "lines"]

LEVELS = ("lecturer", "every rule")
"""How much is shown: a lecturer's steps, or each rule in a line of its own."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes
    ----------
    kind : "function" (the first), "definition" (a name in it), "step" (the same left side as above), "subject" (a new
        left side), "result" (an answer, set apart) or "stationary" (where the gradient vanishes).
    subject : what the line is about.
    expression : its right side.
    step : what led here; None for the function, the results and the stationary point.
    path : which step, and which substep of it.
    marks : paths of the parts that are new in this line.
    left : the left side, where it is an expression (the normal equations).
    words : the id of the line's words; the step's rule, where there is a step.
    given : what must hold for the line, as words and expressions, where no step says it.
    """

    kind: str
    subject: Subject
    expression: Expr
    step: Step | None = None
    path: tuple[int, ...] = ()
    marks: tuple[Path, ...] = ()
    left: Expr | None = None
    words: str = ""
    given: tuple[str | Expr, ...] = ()

    @property
    def depth(self) -> int:
        """How far the step lies below a lecturer's step."""
        return max(0, len(self.path) - 1)

    @property
    def title(self) -> str:
        """The name of what was done, for people; "" where nothing was."""
        return step_title(self.step) if self.step is not None else title(self.words) if self.words else ""

    @property
    def shows_left(self) -> bool:
        """Whether the left side is written, or stays blank because it is that of the line above."""
        return self.kind != "step"


def lines(
    derivation: Derivation,
    level: str = "lecturer",
    *,
    results: bool = True,
    opened: Collection[tuple[int, ...]] = (),
) -> list[Line]:
    """The lines in order: the function, the steps at a level of detail, the results.

    Parameters
    ----------
    results : with the answers.
    opened : paths of steps in whose place their substeps are to stand, whatever the level.

    Raises
    ------
    ValueError
        For an unknown level.
    """
    if level not in LEVELS:
        raise ValueError(f"unknown level {level!r}; known are {', '.join(LEVELS)}")
    found = _given(derivation)
    latest: dict[Subject, Expr] = {found[0].subject: found[0].expression}
    for path, step in _steps(derivation.steps, (), level == "every rule", opened):
        above = found[-1]
        continues = step.subject == above.subject and step.before is above.expression
        kind = "step" if continues else "subject"
        known = step.before is latest.get(step.subject) or step.before is step.subject.part
        if step.keeps_subject and not continues and not known:
            # The line goes on from one that is not among those above: repeat where it starts.
            found.append(Line("subject", step.subject, step.before, None, path))
            kind = "step"
        latest[step.subject] = step.after
        marks = step.changed_after if kind == "step" else ()
        found.append(Line(kind, step.subject, step.after, step, path, marks, words=step.rule.id))
    if results:
        found += [Line("result", r.subject, r.short or r.expression) for r in derivation.results]
    return found + _stationary(derivation)


def _given(derivation: Derivation) -> list[Line]:
    """The function as it is written, and what the names in it stand for."""
    written = derivation.function
    if derivation.definitions and derivation.steps:
        written = next((s.before for s in derivation.steps if s.before_subject.kind is Kind.FUNCTION), written)
    definitions = [
        Line("definition", Subject(Kind.PART, part=name), meaning) for name, meaning in derivation.definitions
    ]
    return [Line("function", Subject(Kind.FUNCTION), written), *definitions]


def _stationary(derivation: Derivation) -> list[Line]:
    """The normal equations and their solution."""
    point = derivation.stationary
    if point is None:
        return []
    subject = Subject(Kind.STATIONARY, (point.variable,))
    gradient = derivation.results[0].expression
    equations = times(point.hessian, point.variable)
    solved = f"stationary.{point.kind.replace(' ', '-')}"
    return [
        Line("stationary", subject, zero(gradient.shape), left=gradient, words="stationary.gradient"),
        Line("stationary", subject, point.right_side, left=equations, words="stationary.equations"),
        Line("stationary", subject, point.point, words=solved, given=solvable(point.hessian)),
    ]


def solvable(hessian: Expr) -> tuple[str | Expr, ...]:
    """When the equations have one solution, as far as that is not known: of ``X'X`` people say that X has full column
    rank.
    """
    split = factors(hessian)
    chain = [c for c in split.chain if "invertible" not in facts(c)]
    scalars = [s for s in split.scalars if "positive" not in facts(s)]
    if "invertible" in facts(hessian) or not (chain or scalars):
        return ()
    if not chain:
        return times(*scalars), " ≠ 0"
    if not scalars and len(chain) == 2 and isinstance(chain[0], n.Transpose) and chain[0].children[0] is chain[1]:
        return chain[1], " of full column rank"
    return times(*scalars, *split.chain), " invertible"


def _steps(
    steps: tuple[Step, ...], path: tuple[int, ...], deep: bool, opened: Collection[tuple[int, ...]]
) -> Iterator[tuple[tuple[int, ...], Step]]:
    stack = [((*path, i), s) for i, s in enumerate(steps)][::-1]
    while stack:
        path, step = stack.pop()
        if step.substeps and (deep or path in opened):
            stack += [((*path, i), s) for i, s in enumerate(step.substeps)][::-1]
        else:
            yield path, step


@dataclass(frozen=True, slots=True)
class SubjectSpelling:
    """How a target writes left sides; ``{f}`` is the function, ``{x}`` the variable, ``{u}`` its increment.

    Attributes
    ----------
    kinds : kind -> template; the second variable of a block is ``{y}``, the index of a slice ``{k}``.
    many : kind -> template for several variables at once.
    stacked : the Jacobian of or by a matrix; ``{F}`` and ``{V}`` are the stacked function and variable.
    stack : function and variable (``{x}``) stacked by columns; a column is itself.
    scalar_hessian : of one scalar variable.
    row_differential : of one gradient of several.
    slope_differential : of the derivative by a scalar.
    vec_gradient_differential : of a gradient that is a matrix, stacked.
    transposed : template around another (``{body}``).
    curly, straight : the sign of a derivative, and that of one of a function that is of one number and nothing else.
    name : how a symbol's name is written.
    expression : how an expression is written.
    """

    kinds: Mapping[Kind, str]
    many: Mapping[Kind, str]
    stacked: str
    stack: tuple[str, str]
    scalar_hessian: str
    row_differential: str
    slope_differential: str
    vec_gradient_differential: str
    transposed: str
    name: Callable[[str], str]
    expression: Callable[[Expr], str]
    curly: str = "∂"
    straight: str = "d"

    def subject(self, subject: Subject, derivation: Derivation, name: str) -> str:
        """A left side: ``d f``, ``grad_x f``, ..."""
        if subject.part is not None:
            return self.expression(subject.part)
        if subject.kind in (Kind.ENTRY, Kind.PARTIAL):
            return self.expression(_of_entries(subject, derivation, name))
        by = subject.variables
        template = self.kinds[subject.kind]
        matrix = derivation.function.shape.cols != 1 or any(v.shape.cols != 1 for v in by)
        if subject.kind is Kind.JACOBIAN and matrix:
            template = self.stacked
        elif len(by) != 1 and subject.kind is not Kind.BLOCK:
            template = self.many.get(subject.kind, template)
        elif subject.kind is Kind.GRADIENT_DIFFERENTIAL and len(by) == 1 and by[0].is_scalar:
            template = self.slope_differential
        elif subject.kind is Kind.GRADIENT_DIFFERENTIAL and len(derivation.variables) > 1:
            template = self.row_differential
        elif subject.kind is Kind.VEC_DIFFERENTIAL and derivation.order == 2:
            template = self.vec_gradient_differential
        elif subject.kind is Kind.HESSIAN and by[0].is_scalar:
            template = self.scalar_hessian
        if len(by) == 1 and by[0].is_scalar and not {*symbols(derivation.function)} - {*by}:
            template = template.replace(self.curly, self.straight)
        written = {
            "f": self.name(name),
            "x": self.name(by[0].name) if by else "",
            "y": self.name(by[-1].name) if by else "",
            "u": self.name(_increment(derivation)) if subject.kind is Kind.INCREMENT else "",
            "k": _slice_letter(derivation) if subject.kind is Kind.SLICE else "",
        }
        written["F"] = self._stacked(self.stack[0], written["f"], derivation.function)
        written["V"] = self._stacked(self.stack[1], written["x"], by[0]) if by else ""
        if subject.structure == "unrestricted":  # the gradient by independent entries, before the structure is used
            return self.name("G" if subject.kind is Kind.GRADIENT else "J")
        body = _PLACE.sub(lambda match: written[match.group(1)], template)
        return self.transposed.replace("{body}", body) if subject.transposed else body

    @staticmethod
    def _stacked(template: str, written: str, of: Expr) -> str:
        return written if of.shape.cols == 1 else template.replace("{x}", written)

    def left(self, line: Line, derivation: Derivation, name: str) -> str:
        """The left side of a line; "" where it is that of the line above."""
        if line.left is not None:
            return self.expression(line.left)
        return self.subject(line.subject, derivation, name) if line.shows_left else ""


def _of_entries(subject: Subject, derivation: Derivation, name: str) -> Expr:
    """``f_i``, ``∂f_i/∂x_j`` or ``∂²f/∂x_i∂x_j`` as an expression."""
    f = Symbol(name, derivation.function.shape)
    of: Expr = n.Entry(f, *subject.entries[0]) if subject.entries[0] else f
    places = zip(subject.variables, subject.entries[1:], strict=True)
    by = [n.Entry(v, *place) if place else v for v, place in places]
    return of if not by else n.Partial(of, by[0]) if len(by) == 1 else n.Partial(n.Partial(of, by[1]), by[0])


_PLACE = re.compile(r"\{([fxyukFV])\}")


def _slice_letter(derivation: Derivation) -> str:
    """The letter of the unit vectors in slices."""
    units = (part for step in derivation.steps for letter, part in step.bindings if letter == "e_k")
    return next((str(unit.data[0]) for unit in units), "k")


def _increment(derivation: Derivation) -> str:
    """The name of the increment in a derivation by definition."""
    for step in derivation.steps:
        for letter, part in step.bindings:
            if letter == "u" and step.before_subject.kind is Kind.INCREMENT and isinstance(part, n.Symbol):
                return part.name
    return "u"


def all_symbols(derivation: Derivation) -> list[Symbol]:
    """The symbols of the function in reading order, then variables that do not occur."""
    return list(
        dict.fromkeys([*(e for e in preorder(derivation.function) if isinstance(e, n.Symbol)), *derivation.variables])
    )
