"""What must hold at a step, said of the parts that stand there: the letters of a rule's condition are no help to a
reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from gradviz.algebra import nodes as n
from gradviz.algebra.build import factors
from gradviz.algebra.functions import FUNCTIONS
from gradviz.algebra.nodes import Differential, Expr
from gradviz.algebra.walk import preorder
from gradviz.calculus.derivation import Step
from gradviz.calculus.symmetry import SYMMETRIC
from gradviz.sentences import Sentence

if TYPE_CHECKING:
    from gradviz.typeset.lines import Line

__all__ = ["CONDITIONS", "GENERAL_WORDS", "condition_parts", "condition_sentence", "line_conditions"]

Condition = list[str | Expr]

_LETTER = re.compile(r"(?<!\w)([A-Za-z])(?!\w)")
GENERAL_WORDS = {
    "U and V invertible": "the factors are invertible",
    "U invertible": "the matrix is invertible",
    "U nonzero": "the argument of the norm is not 0",
    "no entry of U is 0": "no entry is 0",
    "no eigenvalue of U is zero or negative": "no eigenvalue is zero or negative",
    "no entry of x is 0": "no entry of the diagonal is 0",
    "a > 0": "the base is positive",
    "u > 0": "the argument is positive",
    "U > 0": "the base is positive",
    "every entry of U > 0": "every entry of the base is positive",
    "the extreme entry of U is unique": "the extreme entry is unique",
    "the eigenvalue of U is simple": "the eigenvalue is simple",
    "argument ≠ 0": "the argument is not 0",
    "argument > 0": "the argument is positive",
}
"""The words for a condition where it cannot be seen what it is about."""


CONTEXT = "Condition"
CONDITIONS = (
    *GENERAL_WORDS.values(),
    "{part1} ≠ 0",
    "{part1} > 0",
    "{part1} invertible",
    "{part1} and {part2} invertible",
    "{part1}, {part2} and {part3} invertible",
    "{part1}, {part2}, {part3} and {part4} invertible",
    "{part1} nonzero",
    "{part1} symmetric",
    "no entry of {part1} is 0",
    "no eigenvalue of {part1} is zero or negative",
    "{part1} has no zero entry",
    "every entry of {part1} > 0",
    "every entry of {part1} is positive",
    "the extreme entry of {part1} is unique",
    "the eigenvalue of {part1} is simple",
    "{part1} of full column rank",
    "remainder {part1}",
)
"""The templates of all conditions, to be translated."""


def condition_sentence(parts: Sequence[str | Expr], write: Callable[[Expr], str]) -> Sentence:
    """A condition as one sentence, its expressions written by `write`."""
    template, values = "", dict[str, object]()
    for part in parts:
        if isinstance(part, str):
            template += part
        else:
            values[f"part{len(values) + 1}"] = write(part)
            template += f"{{part{len(values)}}}"
    return Sentence(template, values, CONTEXT)


def condition_parts(step: Step) -> list[Condition]:
    """What must hold at a step, in words and expressions: the letters of the rule stand for parts of this line."""
    found: dict[str, Condition] = {}
    stack = [step]
    while stack:
        part = stack.pop(0)
        if part.substeps:
            stack = [*part.substeps, *stack]
            continue
        for condition in part.conditions:
            for pieces in _said(condition, part):
                found.setdefault(repr([p if isinstance(p, str) else id(p) for p in pieces]), pieces)
    remainder = dict(step.bindings).get("r") if step.rule.id == "definition.linear-part" else None
    if remainder is not None:
        found["remainder"] = ["remainder ", remainder]
    return list(found.values())


def line_conditions(line: Line) -> list[Condition]:
    """What must hold at a line, of its step or its own."""
    if line.step is not None:
        return condition_parts(line.step)
    return [list(line.given)] if line.given else []


def _said(condition: str, step: Step) -> list[Condition]:
    """A condition of a step for each place where the step used it."""
    arguments = [d.children[0] for d in _gone(step) if isinstance(d, Differential | n.Partial)]
    if condition.startswith(SYMMETRIC):
        name = condition.removeprefix(SYMMETRIC)
        symbol = next((e for e in preorder(step.before) if isinstance(e, n.Symbol) and e.name == name), None)
        return [[symbol or name, " symmetric"]]
    if condition.startswith("argument "):
        inner = [e.children[0] for e in arguments if isinstance(e, n.Apply) and FUNCTIONS[e.function].kink == condition]
        said = [_of_argument(u, condition.removeprefix("argument ")) for u in inner]
    elif condition == "the determinant is not 0":
        said = [[e.children[0], " ≠ 0"] for e in arguments if isinstance(e, n.Apply)]
    elif condition == "U and V invertible":
        products = [e.children[0] for e in _gone(step) if isinstance(e, n.Inverse)]
        said = [[*_listed(factors(e).chain), " invertible"] for e in products if isinstance(e, n.Mul)]
    elif condition == "no entry of x is 0":
        diagonals = [e.children[0] for e in _gone(step) if isinstance(e, n.Inverse)]
        said = [["no entry of ", e.children[0], " is 0"] for e in diagonals if isinstance(e, n.Diag)]
    elif condition == "no entry of U is 0" and not step.bindings:
        signs = [e.children[0] for e in _gone(step) if isinstance(e, n.Apply) and e.function == "sign"]
        said = [_of_argument(u, "≠ 0") for u in signs]
    else:
        said = [list(_bound(condition, bindings)) for bindings in _bindings(step, arguments)]
    whole = [pieces for pieces in said if not any(isinstance(p, str) and _LETTER.search(p) for p in pieces)]
    return whole or [[GENERAL_WORDS.get(condition, condition)]]


def _gone(step: Step) -> list[Expr]:
    """The parts of the line that the step did away with."""
    kept = set(preorder(step.after))
    return [e for e in preorder(step.before) if e not in kept]


def _of_argument(u: Expr, relation: str) -> Condition:
    """``argument ≠ 0`` or ``argument > 0`` of a scalar, or of every entry."""
    if u.is_scalar:
        return [u, " " + relation]
    return [u, " has no zero entry"] if relation == "≠ 0" else ["every entry of ", u, " is positive"]


def _listed(parts: list[Expr] | tuple[Expr, ...]) -> Condition:
    """``A``, ``A and B``, ``A, B and C``."""
    out: Condition = []
    for i, part in enumerate(parts):
        out += [*([] if i == 0 else [" and "] if i == len(parts) - 1 else [", "]), part]
    return out


def _bindings(step: Step, arguments: list[Expr]) -> list[dict[str, Expr]]:
    """The letters of the rule at every place where the step used it; a step itself names those of the first."""
    letters, values = [b[0] for b in step.bindings], tuple(b[1] for b in step.bindings)
    first = next((e for e in arguments if e.children[: len(values)] == values), None)
    if first is None or not values:
        return [dict(step.bindings)]
    alike = [e for e in arguments if type(e) is type(first) and len(e.children) >= len(letters)]
    return [dict(zip(letters, e.children, strict=False)) for e in alike]


def _bound(condition: str, bindings: dict[str, Expr]) -> Iterator[str | Expr]:
    for i, piece in enumerate(_LETTER.split(condition)):
        if i % 2 and piece in bindings:
            yield bindings[piece]
        elif piece:
            yield piece
