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
    ("A x", "x", "mixed", "read-off.jacobian", {"J": "A", "x": "x"}),
    ("A x", "x", "denominator", "read-off.jacobian", {"J": "A", "x": "x"}),
    ("t^2", "t", "mixed", "read-off.derivative", {"f'": "2 t", "t": "t"}),
    ("tr(X A X B X)", "X", "mixed", "product", {"U": "X", "V": "A X B X"}),
    ("x' A x", "x", "mixed", "product", {"U": "x'", "V": "A x"}),
    ("x' A x", "x", "mixed", "collect", {"U": "A x", "V": "A' x", "x": "x"}),
    ("x' x + b' x + c' x", "x", "mixed", "linear.sum", {"U": "x' x", "V": "b' x + c' x"}),
    ("||y - X w||^2", "w", "mixed", "power.norm-squared", {"U": "y - X w"}),
    ("||y - X w||^3", "w", "mixed", "power.of-norm", {"U": "y - X w", "p": "3"}),
    ("log(sigma(w' x))", "w", "mixed", "function.log-sigmoid", {"U": "w' x"}),
    ("log(1 - sigma(w' x))", "w", "mixed", "function.log-one-minus-sigmoid", {"U": "w' x"}),
    ("a' log(softmax(A x))", "x", "mixed", "softmax.log", {"U": "A x"}),
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
