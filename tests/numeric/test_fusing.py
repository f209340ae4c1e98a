"""The loop over many points: fewer operations, the same values."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import MINUS_ONE, Add, Apply, Expr, Mul, Symbol
from gradviz.numeric.binding import Binding
from gradviz.numeric.compile import compile_expressions
from gradviz.numeric.program import Compiled
from tests.numeric import expressions as e

RANDOM = np.random.default_rng(4)
BINDING = Binding({"n": 2, "m": 5}, {"X": RANDOM.standard_normal((5, 2)), "b": RANDOM.standard_normal(5)})
OPPOSITE = Apply(Mul(MINUS_ONE, e.x), "sigmoid")
FAR = np.array([-1e4, -800.0, -720.0, -40.0, -1.0, -1e-9, 0.0, 0.7, 40.0, 720.0, 800.0, 1e4, np.inf, -np.inf, np.nan])


def names(program: Compiled) -> list[str]:
    return [op.name for op in program.grid.operations]


@pytest.mark.parametrize(
    ("exprs", "powers"),
    [
        ([Apply(e.x, "sigmoid")], 0),  # alone it has a kernel of its own
        ([Apply(e.x, "sigmoid"), OPPOSITE], 1),
        ([Apply(e.x, "softplus"), Apply(e.x, "sigmoid"), OPPOSITE], 1),
        ([OPPOSITE, Apply(Mul(MINUS_ONE, e.x), "softplus"), Apply(e.x, "sigmoid")], 1),
        ([Apply(e.x, "softplus"), Apply(Mul(MINUS_ONE, e.x), "softplus"), OPPOSITE], 2),
    ],
)
def test_one_exponential_serves_the_whole_logistic_family(exprs: list[Expr], powers: int) -> None:
    program = compile_expressions(exprs, [e.x], Binding())
    assert names(program).count("capped_exp") == powers
    values = {"sigmoid": expit, "softplus": lambda z: np.logaddexp(0.0, z)}
    for expr, found in zip(exprs, program(FAR), strict=True):
        assert isinstance(expr, Apply)
        sign = 1 if expr.children[0] is e.x else -1
        with np.errstate(all="ignore"):
            wanted = values[expr.function](sign * FAR)
        np.testing.assert_allclose(found, wanted, rtol=1e-14, atol=1e-290)


def test_logistic_regression_takes_one_power_and_one_product_each_way() -> None:
    """Labels, signs and weights go into the data's matrices."""
    program = compile_expressions([e.LOGISTIC, e.LOGISTIC_GRADIENT[e.w]], [e.w], BINDING)
    assert names(program) == [
        "matmul",
        "capped_exp",
        "log1p",
        "maximum",
        "total",
        "add",
        "divide",
        "matmul",
    ]
    X, b = np.asarray(BINDING.values["X"]), np.asarray(BINDING.values["b"]).reshape(5, 1)
    at = RANDOM.standard_normal((2, 9)) * 30
    value, gradient = program(at)
    np.testing.assert_allclose(value, np.logaddexp(0, -b * (X @ at)).sum(axis=0), rtol=1e-13)
    np.testing.assert_allclose(gradient, -X.T @ (b * expit(-b * (X @ at))), rtol=1e-12, atol=1e-14)


def test_what_is_read_elsewhere_is_kept_beside_the_folded_product() -> None:
    product = Mul(e.X, e.w)
    scaled = n.Hadamard(e.b, product)
    both = Mul(n.Transpose(e.X), n.Hadamard(e.b, scaled))
    X, b = np.asarray(BINDING.values["X"]), np.asarray(BINDING.values["b"]).reshape(5, 1)
    at = RANDOM.standard_normal((2, 3))
    results = compile_expressions([product, scaled, both, Mul(MINUS_ONE, scaled)], [e.w], BINDING)(at)
    wanted = [X @ at, b * (X @ at), X.T @ (b * b * (X @ at)), -b * (X @ at)]
    for found, right in zip(results, wanted, strict=True):
        np.testing.assert_allclose(found, right, rtol=1e-13)


def test_a_matrix_beyond_floats_is_not_made() -> None:
    binding = Binding({"n": 2, "m": 5}, {"X": np.full((5, 2), 1e200), "b": np.full(5, 1e200)})
    program = compile_expressions([n.Hadamard(e.b, Mul(e.X, e.w))], [e.w], binding)
    np.testing.assert_allclose(program(np.full((2, 3), 1e-150))[0], np.full((5, 3), 2e250))


def test_a_number_that_varies_spreads_over_a_constant_column() -> None:
    """``A (s b)`` is no product of ``A diag(b)`` with the number s."""
    expr = Mul(n.Transpose(e.X), n.Hadamard(e.b, n.Fill(Apply(e.x, "sin"), "m", 1)))
    scaled = Mul(n.Transpose(e.X), Add(Mul(Apply(e.x, "sin"), e.b), Mul(e.x, e.b)))
    X, b = np.asarray(BINDING.values["X"]), np.asarray(BINDING.values["b"]).reshape(5, 1)
    at = np.array([0.3, -1.2])
    found = compile_expressions([expr, scaled], [e.x], BINDING)(at)
    np.testing.assert_allclose(found[0], X.T @ b * np.sin(at), rtol=1e-13)
    np.testing.assert_allclose(found[1], X.T @ b * (np.sin(at) + at), rtol=1e-13)


def test_opposite_matrices_are_multiplied_once() -> None:
    u = Symbol("u", ("m", 1))
    program = compile_expressions([Mul(n.Transpose(e.X), u), Mul(MINUS_ONE, n.Transpose(e.X), u)], [u], BINDING)
    assert names(program) == ["matmul", "negative"]
    first, second = program(RANDOM.standard_normal((5, 4)))
    np.testing.assert_array_equal(first, -second)
