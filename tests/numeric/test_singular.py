"""Constants that leave a function without values are found, and named."""

import numpy as np
import pytest

from gradviz.language.parser import parse
from gradviz.numeric.binding import Binding
from gradviz.numeric.singular import singular_constant

SINGULAR, GOOD = np.array([[1.0, 2.0], [2.0, 4.0]]), np.array([[1.0, 2.0], [2.0, 5.0]])


@pytest.mark.parametrize(
    ("text", "matrix", "told"),
    [
        ("x' inv(A) x", SINGULAR, "A is singular: it has no inverse"),
        ("x' inv(A) x", GOOD, None),
        ("x'x + log det(A)", SINGULAR, "its determinant has no logarithm"),
        ("x' inv(A + A') x", SINGULAR, "it has no inverse"),
        ("x' inv(A + I) x", SINGULAR, None),
        ("x' inv(A + x x') x", SINGULAR, None),  # another matrix at every x
        ("x' A x", SINGULAR, None),
    ],
)
def test_a_singular_constant_is_found(text, matrix, told):
    problem = parse(text, ["A in R^(2,2)", "x in R^2"])
    (x,) = [s for s in problem.symbols if s.name == "x"]
    found = singular_constant(problem.function, [x], Binding({}, {"A": matrix}))
    if told is None:
        assert found is None
    else:
        symbol, _, words = found
        assert symbol.name == "A"
        assert told.removeprefix("A ") in words
