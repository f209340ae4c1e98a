"""How far the last row of a typeset line reaches."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from gradviz import api
from gradviz.export.typst_compile import png_pages, svg_pages
from gradviz.gui.worker_ink import last_row_end
from gradviz.typeset.document_typst import derivation_pages

CHIP = 19
"""Points that the name of a rule is high, with what is below it."""
LONG = "x' A x + (a' x)(b' x) - 3 c' B x + ||A x - b||^2 + log(1 + exp(a' x)) + 1/m (x - a)' B (x - c) / (1 + x' x)"


@pytest.mark.parametrize("width", [220, 300, 420])
def test_no_ink_stands_behind_the_end_of_the_last_row(width: int) -> None:
    found = api.derive(LONG, wrt="x", declare=["a, b, c in R^n", "A, B in R^(n,n)", "m in R"])
    free = []
    source = derivation_pages(found.core, width=width).source
    for number, (svg, png) in enumerate(zip(svg_pages(source), png_pages(source, ppi=72), strict=True)):
        inked = np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"))[-CHIP:, :, 3].any(axis=0)
        seen, said = len(inked) - inked[::-1].argmax(), last_row_end(svg.decode())
        assert said >= seen - 1, f"line {number}"
        free.append(width - said)
    assert max(free) > width / 4
