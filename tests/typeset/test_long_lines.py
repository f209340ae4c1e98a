"""Lines that are longer than their place: broken, never cut off at its edge, and none written over another."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from gradviz import api
from gradviz.export.typst_compile import png_pages
from gradviz.language.parser import parse
from gradviz.typeset.document_typst import derivation_pages
from gradviz.typeset.typst import typst

QUOTIENT = "log(x' A x) / (x' B x + log(1 + exp(a' x)))"
NAMES = """first_layer in R^(m,n)
second_layer in R^(p,m)
target in R^p
first_bias in R^m
||target - second_layer tanh(first_layer x + first_bias)||^2 + sum(log(1 + exp(second_layer tanh(first_layer x))))"""
PLACE = 300.0
MARGIN = 200
"""Points behind the place, in which what sticks out of it is seen."""


def _drawn(source: str) -> list[np.ndarray]:
    """The opacity of each page."""
    return [np.asarray(Image.open(io.BytesIO(page)).convert("RGBA"))[..., 3] for page in png_pages(source, ppi=72)]


@pytest.mark.parametrize(
    ("text", "wrt", "shapes", "place"),
    [
        ("||A x - b||^2 + b' B x", "x", True, 220.0),  # its terms are as wide as the place behind a plus
        ("sum(exp(A x) .* sigma(A x - b))", "x", True, 243.0),
        (f"{QUOTIENT} y' x + 1", "x", False, PLACE),
        (" + ".join(f"log(1 + exp({c}' x))" for c in "abcdghkp"), "x", True, PLACE),
        ("(a' x)(b' x)(c' x)(d' x)(g' x)(h' x)", "x", True, PLACE),
        ("logdet(A + B diag(x) C + D diag(x.^2) E + x x')", "x", False, PLACE),
        ("exp(-(x-1)^2 - y^2) + exp(-(x+1)^2 - (y-1)^2)", None, False, PLACE),
        (NAMES, "x", False, PLACE),
    ],
)
def test_nothing_sticks_out_of_its_place(text: str, wrt: str | None, shapes: bool, place: float) -> None:
    found = api.derive(text, wrt=wrt)
    source = derivation_pages(found.core, width=place, shapes=shapes).source
    wider = source.replace("margin: (x: 2pt,", f"margin: (left: 2pt, right: {MARGIN}pt,")
    assert wider != source
    for number, page in enumerate(_drawn(wider)):
        assert not page[:, -MARGIN + 1 :].any(), f"line {number}"
        assert page.shape[1] <= place + MARGIN + 4


def test_a_line_ends_before_a_sign_and_not_within_a_term_that_has_room() -> None:
    """Places between the width of two terms and that of three are filled alike: no part of the third is put there."""
    found = api.derive(" + ".join(["(x - a)' B (x - c)"] * 3), wrt="x", declare=["B in R^(n,n)", "a, c, x in R^n"])
    inked = [_drawn(derivation_pages(found.core, width=place).source)[0].any(axis=0) for place in (270, 300, 330)]
    assert len({len(ink) - ink[::-1].argmax() for ink in inked}) == 1


def test_fractions_of_one_row_keep_clear_of_those_below() -> None:
    """Between two rows of a line that is broken is a row of pixels without ink."""
    found = api.derive(QUOTIENT, wrt="x")
    paged = derivation_pages(found.core, width=PLACE)
    at = next(n for n, page in enumerate(paged.pages) if page.rule == "power.quotient" or "Quotient" in page.title)
    inked = _drawn(paged.source)[at].any(axis=1)
    inner = inked[inked.argmax() : len(inked) - inked[::-1].argmax()]
    assert not inner.all()


def test_a_fraction_that_may_stand_on_one_line_has_brackets_where_something_follows() -> None:
    declare = [f"{c} in R^n" for c in "abcdxy"]
    fraction = "(a' x + b' x + 1) / (c' x + d' x + 1)"
    alone, term, factor = (
        typst(parse(text, declare).function, breakable=True)
        for text in (fraction, f"{fraction} + y' x", f"{fraction} (y' x + 1)")
    )
    assert alone.startswith("fr(")
    assert term.startswith("fr(")
    assert factor.startswith("frb(")
