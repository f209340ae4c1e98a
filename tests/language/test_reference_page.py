"""Every example in the tables of docs/language.md is understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gradviz.language.parser import parse

PAGE = (Path(__file__).parents[2] / "docs" / "language.md").read_text(encoding="utf-8")
SHAPES = "t in R\nX in R^(m,n)\n"


def examples() -> list[str]:
    """What stands in code in the first columns of the tables (in all but the last, where there are three)."""
    found = []
    for line in PAGE.splitlines():
        if not line.startswith("| `"):
            continue
        cells = re.split(r"(?<= )\|(?= )", line.strip("|"))
        for cell in cells[: 2 if len(cells) == 3 else 1]:
            found += re.findall(r"`([^`]+)`", cell)
    return found


EXAMPLES = examples()


def test_the_page_has_its_examples():
    assert len(EXAMPLES) > 70


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_page_is_understood(example):
    declares = re.match(r"[ASx] in [RS]", example) is not None
    fact = re.match(r"A symmetric|A = A'|t > 0|Σ ≻ 0|let ", example) is not None
    if declares or fact or example.startswith(("L:", "#", "u =", "h(t)")):
        example += "\nt^2"
    parse(example if " in R" in example or fact else SHAPES.replace("X in R^(m,n)\n", "") + example)
