"""The letters of a formula and what they stand for at a step."""

from __future__ import annotations

import pytest

import gradviz
from gradviz.calculus.derivation import Step
from gradviz.typeset.bindings import shown_bindings
from gradviz.typeset.text import text

SHOWN = [
    ("x' A x", "x", "mixed", "read-off", {"G": "(A + A') x", "X": "x"}),
    ("x' A x", "x", "numerator", "read-off", {"G": "(A + A') x", "X": "x"}),
    ("x' x", "x", "mixed", "product", {"U": "x'", "V": "x"}),
    ("sum(sin(x) .* cos(x))", "x", "mixed", "product.entrywise", {"U": "sin(x)", "V": "cos(x)"}),
    ("tr(A X B)", "X", "mixed", "canonical.cyclic-trace", {"A": "A dX", "B": "B"}),
    ("logdet(X' X)", "X", "mixed", "determinant.log", {"U": "X' X"}),
    ("A x", "x", "mixed", "read-off", {}),
    ("tr(X A X B X)", "X", "mixed", "product", {}),
]


@pytest.mark.parametrize(
    ("source", "variable", "layout", "rule", "expected"), SHOWN, ids=[f"{s[0]} {s[3]}" for s in SHOWN]
)
def test_letters_stand_for_what_is_on_the_line(
    source: str, variable: str, layout: str, rule: str, expected: dict[str, str]
) -> None:
    derivation = gradviz.derive(source, wrt=variable, layout=layout).core
    step = next(s for s in _all(derivation.steps) if s.rule.id == rule)
    assert {letter: text(part) for letter, part in shown_bindings(step)} == expected


def _all(steps: tuple[Step, ...]) -> list[Step]:
    return [inner for s in steps for inner in (s, *_all(s.substeps))]
