"""MathML: well-formed, of the shape of the formula, with nothing outside its token elements."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

import gradviz
from gradviz.algebra.nodes import Expr
from gradviz.typeset.lines import lines
from gradviz.typeset.mathml import mathml
from tests.reference import TABLE
from tests.typeset import samples

NS = "{http://www.w3.org/1998/Math/MathML}"
CHILDREN = {"mfrac": 2, "msup": 2, "msub": 2, "mover": 2, "msubsup": 3, "munderover": 3}
TOKENS = {"mi", "mn", "mo", "mtext"}


def checked(source: str) -> ET.Element:
    """The tree, after a look at every element: who has text, and how many children."""
    root = ET.fromstring(source)
    assert root.tag == f"{NS}math"
    for element in root.iter():
        name = element.tag.removeprefix(NS)
        assert name in TOKENS | set(CHILDREN) | {"math", "mrow", "msqrt", "mtable", "mtr", "mtd"}
        assert len(element) == CHILDREN.get(name, len(element)), name
        if name in TOKENS:
            assert len(element) == 0
            assert element.text or name == "mtext"
        else:
            assert not (element.text or "").strip(), source
        assert not (element.tail or "").strip(), source
    return root


def spoken(element: ET.Element) -> str:
    """The shape in brackets: ``msup(x, ⊤)``."""
    name = element.tag.removeprefix(NS)
    if name in TOKENS:
        return (element.text or "").replace("\u2062", "").replace("\u2061", "")
    inside = [spoken(child) for child in element]
    if name == "msqrt":
        return f"msqrt({''.join(inside)})"
    if name in CHILDREN:
        return f"{name}({', '.join(inside)})"
    if name in ("mtable", "mtr"):
        return f"{name}[{' '.join(inside)}]"
    return "".join(inside)


@pytest.mark.parametrize("cls", samples.ONE_OF_EACH, ids=lambda c: c.__name__)
def test_every_node_is_written_well(cls: type[Expr]) -> None:
    checked(mathml(samples.ONE_OF_EACH[cls]))


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("x' A x", "msup(x, ⊤)Ax"),
        ("1/(1 + t)", "mfrac(1, 1+t)"),
        ("sqrt(1 + t^2)", "msqrt(1+msup(t, 2))"),
        ("||x||^2", "msup(msub(‖x‖, 2), 2)"),
        ("tr(A^-1)", "tr(msup(A, −1))"),
        ("logdet(A)", "log|detA|"),
        ("[s, t; 1, 0]", "(mtable[mtr[s t] mtr[1 0]])"),
        ("sum_{i=1}^{k} x_i' x", "munderover(∑, i=1, k)msup(msub(x, i), ⊤)x"),
        ("y_hat - 2 x", "mover(y, ^)−2x"),
        ("x .* y", "x⊙y"),
        ("lambda x'x", "λmsup(x, ⊤)x"),
        ("(A + B) x", "(A+B)x"),
        ("-s t", "−st"),
        ("exp(-1/2 t)", "exp(−mfrac(1, 2)t)"),
    ],
)
def test_the_markup_has_the_shape_of_the_formula(text: str, shape: str) -> None:
    function = gradviz.check(text, ["A, B in R^(n,n)", "x, y, y_hat in R^n", "s, t in R"]).function
    assert spoken(checked(mathml(function))) == shape


def test_derivations_are_tables_with_a_row_for_each_line() -> None:
    for row in TABLE[::3]:
        found = gradviz.derive(
            row["text"], row["wrt"], row["declare"], row["order"], layout=row["layout"], structure=row["structure"]
        )
        root = checked(found.to_mathml())
        (table,) = root
        assert table.tag == f"{NS}mtable"
        assert [len(r) for r in table] == [4] * len(lines(found.core))


def test_names_that_hold_signs_of_markup_are_escaped() -> None:
    root = checked(gradviz.derive("log(1 + exp(-t))", "t").to_mathml())
    remarks = [e.text for e in root.iter(f"{NS}mtext") if e.text]
    assert any(">" in remark for remark in remarks)
