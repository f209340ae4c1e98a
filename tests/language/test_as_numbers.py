"""What was taken for vectors and may have been meant as numbers."""

from __future__ import annotations

import pytest

from gradviz.language.as_numbers import vectors_that_may_be_numbers
from gradviz.language.parser import parse


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("sin(x)", ("x",)),
        ("log(x) + y", ("x", "y")),
        ("exp(-x) cos(theta) + lambda x", ("x",)),
        ("sin(x)/x", ()),  # numbers already
        ("x in R^2\nsin(x)", ()),  # declared: meant
        ("A sin(x)", ()),
        ("x + ones(3)", ()),
        ("sum(sin(x))", ()),
        ("x' y", ()),
        ("L(x)", ()),
        ("X w", ()),
    ],
)
def test_functions_entry_by_entry_are_functions_of_numbers_too(text: str, names: tuple[str, ...]) -> None:
    assert vectors_that_may_be_numbers(parse(text)) == names
