"""Lines below a derivation: what reads alike, and what leads to a line."""

from __future__ import annotations

import pytest

from gradviz import api
from gradviz.algebra.nodes import Add, Differential, Mul, Symbol, Transpose
from gradviz.calculus.alike import alike
from gradviz.calculus.next_lines import judge_line
from gradviz.language.parser import parse

SIZES = ["A, B, C in R^(n,n)", "x, y in R^n", "s, t in R"]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("A x + B y", "B y + A x", True),
        ("A x + (B y + C x)", "A x + B y + C x", True),
        ("s t A x", "t s A x", True),
        ("t A x", "A x t", True),
        ("2 (x' A y) x", "(x' A y) 2 x", True),
        ("-(s x/t)", "-s x/t", True),
        ("-x/(2 t)", "-1/2 x/t", True),
        ("x .* y", "y .* x", True),
        ("-(x .* y) ./ (A x)", "(-(x .* y)) ./ (A x)", True),
        ("-(x .* y) ./ (A x)", "(x .* y) ./ (A x)", False),
        ("x' y (x' A y)", "x' y x' A y", True),
        ("x' y x' A", "(x' y) (x' A)", True),
        ("x y' A y", "A x y' y", False),
        ("A B", "B A", False),
        ("A x + A y", "A (x + y)", False),
        ("x' y", "y' x", False),
        ("s x/t", "t x/s", False),
        ("A x - B y", "B y - A x", False),
        ("x' A x", "x' A' x", False),
    ],
)
def test_what_reads_alike(left: str, right: str, same: bool) -> None:
    a, b = (parse(source, SIZES).function for source in (left, right))
    assert alike(a, b) is same


def test_a_line_that_shares_its_parts_a_thousandfold_is_not_written_out() -> None:
    e = parse("A + B", SIZES).function
    for _ in range(60):
        e = Mul(e, e)
    other = parse("B + A", SIZES).function
    for _ in range(60):
        other = Mul(other, other)
    assert not alike(e, other)  # too long to tell; and it ends


def test_the_line_above_decides_which_rules_lead_there() -> None:
    derivation = api.derive("A in R^(n,n)\nx in R^n\nx' A x", wrt="x").core
    x, a = derivation.variables[0], Symbol("A", ("n", "n"))
    dx = Differential(x)
    line = Add(Mul(Transpose(x), a, dx), Mul(Transpose(dx), a, x))
    for above, rules in ((-1, 4), (0, 3), (2, 1)):
        found = judge_line(derivation, line, above)
        assert (found.step, len(found.rules), found.repeats) == (3, rules, False)
    assert judge_line(derivation, line, 3).repeats
