"""How far the last row of a typeset line reaches."""

from __future__ import annotations

import io
import re

import numpy as np
import pytest
from PIL import Image

from gradviz import api
from gradviz.export.typst_compile import png_pages, svg_pages
from gradviz.gui.theme import DARK, LIGHT, Theme
from gradviz.gui.worker.ink import FAINT, Page
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
        seen, said = len(inked) - inked[::-1].argmax(), Page(svg.decode()).last_row_end()
        assert said >= seen - 1, f"line {number}"
        free.append(width - said)
    assert max(free) > width / 4


def test_what_changed_stands_on_a_ground_of_its_own() -> None:
    """Every coloured pixel of the picture lies on one, and the grounds are not much larger."""
    red = "#ff0000"
    found = api.derive(LONG, wrt="x", declare=["a, b, c in R^n", "A, B in R^(n,n)", "m in R"])
    source = derivation_pages(found.core, width=300, colours={"changed": red}).source
    pages = list(zip(svg_pages(source), png_pages(source, ppi=72), strict=True))
    for svg, png in pages[1:8]:
        page, end = Page(svg.decode()), Page(svg.decode()).last_row_end()
        drawn = page.set_off({red})
        assert page.last_row_end() == end == Page(drawn).last_row_end()
        pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGBA")).astype(int)
        coloured = (pixels[..., 0] > 128) & (pixels[..., 3] > 64)
        covered = np.zeros_like(coloured)
        for rect in re.findall(r'<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"', drawn):
            x, y, wide, high = map(float, rect)
            covered[max(int(y), 0) : int(y + high) + 1, max(int(x), 0) : int(x + wide) + 1] = True
        assert coloured.any() == covered.any()
        assert not (coloured & ~covered).any()
        assert not coloured.any() or covered.sum() < 12 * coloured.sum()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_changed_can_be_read_on_its_ground(theme: Theme) -> None:
    def luminance(colour: np.ndarray) -> float:
        linear = np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)
        return float(linear @ [0.2126, 0.7152, 0.0722])

    def rgb(code: str) -> np.ndarray:
        return np.array([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)])

    for ink in (theme.accent, theme.syntax_number):
        light, dark = sorted((luminance(rgb(ink)), luminance(FAINT * rgb(ink) + (1 - FAINT) * rgb(theme.surface))))[
            ::-1
        ]
        assert (light + 0.05) / (dark + 0.05) >= 4.5
