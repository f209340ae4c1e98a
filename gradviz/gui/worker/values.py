"""The numbers that lines of a derivation stand for, with values for their symbols. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from gradviz import api
from gradviz.algebra.nodes import (
    MINUS_ONE,
    Entry,
    Expr,
    Mul,
    NamedDerivative,
    Partial,
    Symbol,
    Transpose,
    Unspecified,
)
from gradviz.algebra.walk import part_at, preorder, substitute, symbols
from gradviz.calculus.components.letters import letters_in
from gradviz.numeric.binding import Binding
from gradviz.numeric.evaluate import EvaluationError, Evaluator
from gradviz.numeric.families import FamilyError, stacked_symbols, without_sums
from gradviz.sentences import say
from gradviz.typeset.lines import lines
from gradviz.typeset.text import text

__all__ = ["number_text", "values"]

MAX_PARTS = 8
LONGEST_PART = 40
"""Characters of a part; what is longer is hard to find again in the line."""
MAX_ENTRIES = 36
"""Entries of a matrix that are listed; a larger one is told by its size and norm."""


def values(found: api.Derivation, request: Mapping[str, Any]) -> dict[str, Any]:
    """The reply to a request with the ``lines`` and the ``numbers`` of the symbols, each a list of rows.

    Its ``values`` are texts by the lines' numbers, "" for a line that has no number: one with a differential, or with
    a function without a formula. Its ``parts`` are those of what stands inside the lines, "X w = [1; 2]", differentials
    left out. With ``picked``, paths in lines by the lines' numbers, its ``picked`` are the texts of those parts.
    """
    opened = {tuple(path) for path in request.get("opened", ())}
    shown = lines(found.core, request.get("level", "lecturer"), opened=opened)
    numbers = {name: np.asarray(rows, dtype=float) for name, rows in request["numbers"].items()}
    asked = {str(n): shown[n].expression for n in request["lines"] if 0 <= n < len(shown)}
    return {
        "status": "done",
        "values": {number: _told(found, expression, numbers) for number, expression in asked.items()},
        "parts": {number: _parts(found, expression, numbers) for number, expression in asked.items()},
        "picked": {
            number: _told(found, part_at(asked[number], tuple(path)), numbers)
            for number, path in request.get("picked", {}).items()
            if number in asked
        },
    }


def _parts(found: api.Derivation, line: Expr, numbers: Mapping[str, Any]) -> list[str]:
    """The numbers of what stands inside a line, in reading order: the larger parts before those inside them."""
    told: list[str] = []
    for node in preorder(line):
        part = _without_sign(node)
        if node is line or not part.children or part.has_differential or not symbols(part):
            continue
        if isinstance(part, Transpose):
            continue  # the same numbers as below it
        written = text(part)
        value = _told(found, part, numbers) if len(written) <= LONGEST_PART else ""
        if value:
            told.append(f"{written} = {value}")
        if len(told) == MAX_PARTS:
            break
    return told


def _without_sign(part: Expr) -> Expr:
    """Without a minus in front, which belongs to the sum that the part stands in."""
    if isinstance(part, Mul) and part.children[0] is MINUS_ONE and len(part.children) > 1:
        return Mul(*part.children[1:]) if len(part.children) > 2 else part.children[1]
    return part


def _told(found: api.Derivation, expression: Expr, numbers: Mapping[str, Any]) -> str:
    for name, meaning in reversed((*found.core.definitions, *found.core.signals)):
        expression = substitute(expression, {name: meaning})
    unfinished = (Unspecified, Partial, NamedDerivative)
    if expression.has_differential or any(isinstance(node, unfinished) for node in preorder(expression)):
        return ""
    if letters_in(expression):  # it is one number for each place
        return ""
    try:
        stacks = stacked_symbols(expression)
        used = list(dict.fromkeys(stacks.get(symbol, symbol) for symbol in symbols(expression)))
        if any(symbol.name not in numbers for symbol in used):
            return ""
        places = any(isinstance(e, Entry) and not {type(i) for i in e.data} <= {int} for e in preorder(expression))
        if places and stacks:
            return ""
        if not places:
            expression = without_sums([expression], Binding(_sizes(used, numbers)))[0]
        value = Evaluator(_sizes(used, numbers), {s: numbers[s.name][None] for s in used})(expression)[0]
    except (EvaluationError, FamilyError, np.linalg.LinAlgError, ValueError, KeyError):
        return ""
    return number_text(value)


def _sizes(used: Sequence[Symbol], numbers: Mapping[str, Any]) -> dict[str, int]:
    found = {}
    for symbol in used:
        for dim, size in zip(symbol.shape, numbers[symbol.name].shape, strict=True):
            if isinstance(dim, str):
                found[dim] = int(size)
    return found


def number_text(value: Any) -> str:
    """A number, or the entries of a matrix row by row; a large matrix by its size and norm."""
    rows, cols = value.shape
    if rows == cols == 1:
        return f"{value[0, 0]:.6g}"
    if value.size > MAX_ENTRIES:
        return say("{rows}×{columns}, of norm {norm}", rows=rows, columns=cols, norm=f"{np.linalg.norm(value):.6g}")
    return "[" + "; ".join(", ".join(f"{entry:.4g}" for entry in row) for row in value) + "]"
