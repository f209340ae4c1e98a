"""A derivation as data: a tree of steps, the result they lead to, and the verdict on every one of them.

There are no words here: a step names its rule, and views turn rule ids into explanations.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from gradviz.algebra.nodes import Expr, Symbol
from gradviz.algebra.rewriting import Rule
from gradviz.algebra.walk import Path

__all__ = ["Check", "Derivation", "Kind", "Result", "StationaryPoint", "Step", "Subject", "Verification"]


class Kind(StrEnum):
    """What an expression on a line stands for."""

    FUNCTION = "function"
    ENTRY = "entry"
    """One entry of the function, ``f_i``; by components only."""
    PARTIAL = "partial derivative"
    """``∂f/∂x_i`` by an entry or a scalar, ``∂²f/∂x_i∂x_j`` by two; by components only."""
    INCREMENT = "increment"
    """``f(x + u) - f(x)``; by definition only."""
    DIFFERENTIAL = "differential"
    VEC_DIFFERENTIAL = "vec differential"
    """``vec dF``, for functions or variables that are matrices."""
    GRADIENT_DIFFERENTIAL = "gradient differential"
    """``d grad f``, on the way to a Hessian."""
    GRADIENT = "gradient"
    """Of a scalar function by a vector or matrix; shape of the variable."""
    DERIVATIVE = "derivative"
    """By a scalar variable; shape of the function."""
    JACOBIAN = "jacobian"
    """``d f_i / d x_j`` of a vector by a vector; with a matrix on either side ``d vec F / d (vec X)'``."""
    HESSIAN = "hessian"
    BLOCK = "hessian block"
    """The derivative of the gradient by the first variable, by the second: a block of the Hessian by several."""
    SLICE = "slice"
    """Of a matrix by a vector: ``dF / d x_k``, a matrix for each k; ``e_k`` is the k-th unit vector."""
    STATIONARY = "stationary"
    """The point where the gradient vanishes."""
    PART = "part"
    """A part of the line above, or a name and what it stands for, on a line of its own."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The left side of a line: ``d f``, ``grad_x f``, ...

    Attributes
    ----------
    kind : what the line states.
    variables : the variables it is by (empty for a function).
    transposed : the layout shows the transpose of what the kind names (numerator or denominator layout).
    structure : for a structured variable, how its gradient was taken: "projection" or "free";
        "unrestricted" for the gradient by independent entries that comes first (written G); "" for any other variable.
    part : the left side itself, for `Kind.PART`.
    entries : for `Kind.ENTRY` and `Kind.PARTIAL`, the places (row, column) of the entry of the function, then of each
        variable; an empty place stands for the whole.
    """

    kind: Kind
    variables: tuple[Symbol, ...] = ()
    transposed: bool = False
    structure: str = ""
    part: Expr | None = None
    entries: tuple[tuple[int | str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One named step.

    A step keeps its subject, and then `before` equals `after`; or it changes the subject (reads a gradient off a
    differential, say), and then `before_subject` differs from `subject`.

    Attributes
    ----------
    rule : what was used; its formula, source and condition come with it.
    before, after : whole expressions.
    subject, before_subject : the left sides that belong to them.
    changed_before, changed_after : paths of the parts that differ.
    bindings : the letters of the rule's formula and what they stood for.
    substeps : the same change in smaller steps, from the same `before` to the same `after`, with what they need of
        parts (`Kind.PART`) in between; empty where there are none.
    conditions : what must hold here, in words of the language ("X invertible").
    """

    rule: Rule
    before: Expr
    after: Expr
    subject: Subject
    before_subject: Subject
    changed_before: tuple[Path, ...] = ()
    changed_after: tuple[Path, ...] = ()
    bindings: tuple[tuple[str, Expr], ...] = ()
    substeps: tuple[Step, ...] = ()
    conditions: tuple[str, ...] = ()

    @property
    def keeps_subject(self) -> bool:
        return self.subject == self.before_subject


@dataclass(frozen=True, slots=True)
class Check:
    """The verdict on one step (or on the result): largest relative error over all instances."""

    error: float
    instances: int
    ok: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on a derivation.

    Attributes
    ----------
    steps : one check per top-level step (substeps are folded into their step's check).
    result : the result against a numeric derivative of the function itself.
    dimensions : the sizes that were tried, e.g. ``({"n": 3, "m": 4}, ...)``.
    """

    steps: tuple[Check, ...]
    result: Check
    dimensions: tuple[dict[str, int], ...] = ()

    @property
    def ok(self) -> bool:
        return self.result.ok and all(c.ok for c in self.steps)

    @property
    def error(self) -> float:
        """The largest relative error of all."""
        return max([self.result.error, *(c.error for c in self.steps)])

    def __bool__(self) -> bool:
        return self.ok


@dataclass(frozen=True, slots=True)
class Result:
    """An answer.

    Attributes
    ----------
    subject : what it is, and by which variables.
    expression : in the derivation's layout, without the names of definitions.
    short : the same with the names, where it is much shorter to read so; otherwise None.
    """

    subject: Subject
    expression: Expr
    short: Expr | None = None


@dataclass(frozen=True, slots=True)
class StationaryPoint:
    """The one point where an affine gradient ``H x + c`` vanishes.

    Attributes
    ----------
    variable : x.
    hessian : H, constant.
    right_side : ``-c``, so that the normal equations read ``H x = -c``.
    point : ``-H^-1 c``.
    kind : "minimum", "maximum" (H definite once it is invertible) or "stationary point" (H says no more).
    """

    variable: Symbol
    hessian: Expr
    right_side: Expr
    point: Expr
    kind: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """A derivation: from a function to its derivative by named steps.

    Attributes
    ----------
    function : what was differentiated.
    variables : by what.
    method, layout, order, structure : as asked.
    steps : the lecturer's steps, in order; each opens into substeps.
    results : the answers, one per variable (one for all when the variables are scalars: a stack). Empty when
        `cannot` is set.
    differential : the differential in terms of ``dX``: of a scalar function ``<G, dX>`` with the answer G, of others as
        it stood before it was brought to canonical form; None where a method has none.
    cannot : why the derivation stops short, or None. Nothing above it is untrue.
    verification : the numeric verdict.
    notes : facts worth telling ("f does not depend on X"), as ids with arguments; words belong to views.
    stationary : where the gradient vanishes, if it is affine in its one vector; checked like the steps.
    definitions : the names that the steps use, and what they stand for in terms of earlier symbols; `function`,
        `results` and `differential` are written without them.
    signals : the same for the names that the derivation itself gives to what multiplies an increment.
    """

    function: Expr
    variables: tuple[Symbol, ...]
    method: str
    layout: str
    order: int
    structure: str
    steps: tuple[Step, ...] = ()
    results: tuple[Result, ...] = ()
    differential: Expr | None = None
    cannot: str | None = None
    verification: Verification | None = None
    notes: tuple[str, ...] = field(default=())
    stationary: StationaryPoint | None = None
    definitions: tuple[tuple[Symbol, Expr], ...] = ()
    signals: tuple[tuple[Symbol, Expr], ...] = ()

    @property
    def result(self) -> Expr | None:
        """The answer (the first, when there are several variables); None when it could not be derived."""
        return self.results[0].expression if self.results else None

    def with_(self, **changes: Any) -> Derivation:
        return replace(self, **changes)
