"""Power series through compiled programs: against mpmath, against closed forms, against the complex step."""

from __future__ import annotations

from typing import Any

import mpmath
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import expm_frechet

from gradviz.algebra import nodes as n
from gradviz.algebra.nodes import Add, Apply, Expr, Mul, Number, Power
from gradviz.numeric import kernels
from gradviz.numeric.binding import default_binding
from gradviz.numeric.compile import compile_expressions
from gradviz.numeric.evaluate import Evaluator
from gradviz.numeric.jets import along
from gradviz.numeric.series import SERIES
from tests.numeric import expressions as e

SYMBOLS = (e.x, e.y, e.A, e.S, e.X, e.w, e.b, e.r, e.W)
VARIABLES = (e.x, e.y, e.w, e.W)
BINDING = default_binding(SYMBOLS, dims={"n": 3, "m": 5}, variables=VARIABLES)


def coefficients(expr: Expr, at: float, order: int) -> np.ndarray:
    program = compile_expressions([expr], [e.x], BINDING)
    found = along(program, [np.full((1, 1, 1), at)], [np.ones((1, 1, 1))], order)[0]
    return np.array([c.item() for c in found])


def test_every_operation_has_a_twin() -> None:
    assert set(SERIES) == set(kernels.ARRAY)


FUNCTIONS = {
    "exp": (mpmath.exp, 0.4),
    "log": (mpmath.log, 1.7),
    "sqrt": (mpmath.sqrt, 0.8),
    "sin": (mpmath.sin, 0.9),
    "cos": (mpmath.cos, -2.1),
    "tan": (mpmath.tan, 0.5),
    "sinh": (mpmath.sinh, -0.6),
    "cosh": (mpmath.cosh, 1.1),
    "tanh": (mpmath.tanh, 0.7),
    "arcsin": (mpmath.asin, 0.3),
    "arccos": (mpmath.acos, -0.2),
    "arctan": (mpmath.atan, 1.4),
    "arcsinh": (mpmath.asinh, -0.9),
    "arctanh": (mpmath.atanh, 0.2),
    "log2": (lambda t: mpmath.log(t, 2), 1.3),
    "log10": (mpmath.log10, 2.2),
    "erf": (mpmath.erf, 0.6),
    "normcdf": (mpmath.ncdf, -0.8),
    "normpdf": (mpmath.npdf, 0.4),
    "lgamma": (mpmath.loggamma, 1.8),
    "digamma": (mpmath.digamma, 2.3),
    "trigamma": (lambda t: mpmath.psi(1, t), 1.6),
    "sigmoid": (lambda t: 1 / (1 + mpmath.exp(-t)), 0.8),
    "softplus": (lambda t: mpmath.log(1 + mpmath.exp(t)), -0.3),
    "abs": (lambda t: -t, -0.7),
    "relu": (lambda t: t, 0.7),
}
DIFFERENTIATED = {"lgamma": -1, "digamma": 0, "trigamma": 1}
"""Of which mpmath knows each derivative, psi(m + order, t): to take their differences takes it half a minute."""


@pytest.mark.parametrize("name", FUNCTIONS)
def test_coefficients_to_order_twenty_are_mpmaths(name: str) -> None:
    oracle, at = FUNCTIONS[name]
    with mpmath.workdps(60):
        t = mpmath.mpf(at)
        if name in DIFFERENTIATED:
            m = DIFFERENTIATED[name]
            rest = [mpmath.psi(m + order, t) / mpmath.factorial(order) for order in range(1, 21)]
            wanted = [float(c) for c in [oracle(t), *rest]]
        else:
            wanted = [float(c) for c in mpmath.taylor(oracle, t, 20)]
    found = coefficients(Apply(e.x, name), at, 20)
    np.testing.assert_allclose(found, wanted, rtol=1e-9, atol=1e-13 * np.abs(wanted).max())


SYMMETRIC = n.Matrix(Add(n.ONE, Mul(Number(2), e.x)), Apply(e.x, "sin"), Apply(e.x, "sin"), Number(2), 2, 2)
COMPOSED = {
    "a power of a sine": (Power(Apply(e.x, "sin"), Number(5)), lambda t: mpmath.sin(t) ** 5, 0.0),
    "a negative power": (Power(e.x, Number(-3)), lambda t: t**-3, 1.3),
    "a fractional power": (Power(e.x, n.Quotient(Number(2), Number(3))), lambda t: t ** (mpmath.mpf(2) / 3), 0.9),
    "x to the x": (Power(e.x, e.x), lambda t: t**t, 1.2),
    "a large whole power at nought": (Power(e.x, Number(18)), lambda t: t**18, 0.0),
    "a quotient": (
        n.Quotient(Apply(e.x, "exp"), Add(n.ONE, Power(e.x, Number(2)))),
        lambda t: mpmath.exp(t) / (1 + t * t),
        0.3,
    ),
    "the logarithm of a determinant": (
        n.LogDet(n.Matrix(Add(Number(2), e.x), e.x, Power(e.x, Number(2)), Number(3), 2, 2)),
        lambda t: mpmath.log(abs((2 + t) * 3 - t**3)),
        0.4,
    ),
    "a determinant where it is singular": (
        n.Determinant(n.Matrix(e.x, n.ONE, e.x, n.ONE, Apply(e.x, "sin"), n.ONE, e.x, n.ONE, Apply(e.x, "exp"), 3, 3)),
        lambda t: t * mpmath.sin(t) * mpmath.exp(t) + t + t - t * mpmath.sin(t) * t - mpmath.exp(t) - t,
        0.0,
    ),
    "an entry of an inverse": (
        n.Entry(n.Inverse(n.Matrix(Add(Number(2), e.x), e.x, n.ONE, Number(3), 2, 2)), 1, 2),
        lambda t: -t / ((2 + t) * 3 - t),
        0.2,
    ),
    "a norm": (n.Norm(n.Matrix(e.x, n.ONE, Apply(e.x, "exp"), 3, 1), "2"), lambda t: mpmath.sqrt(t * t + 1 + mpmath.exp(2 * t)), 0.1),
    "log-sum-exp": (n.LogSumExp(n.Matrix(e.x, Mul(Number(-2), e.x), 2, 1)), lambda t: mpmath.log(mpmath.exp(t) + mpmath.exp(-2 * t)), 0.3),
    "the largest entry": (n.Extreme(n.Matrix(e.x, Apply(e.x, "exp"), 2, 1), "max"), mpmath.exp, 0.3),
    "the smallest entry": (n.Extreme(n.Matrix(Power(e.x, Number(3)), Apply(e.x, "exp"), 2, 1), "min"), lambda t: t**3, 0.3),
    "softmax of rows": (n.Entry(n.RowSoftmax(n.Matrix(n.ONE, n.ONE, e.x, n.ONE, 2, 2)), 2, 1), lambda t: mpmath.exp(t) / (mpmath.exp(t) + mpmath.e), 0.3),
    "the largest eigenvalue": (n.Eigenvalue(SYMMETRIC, "max"), lambda t: (3 + mpmath.sqrt((2 * t - 1) ** 2 + 4 * mpmath.sin(t) ** 2)) / 2 + t, 0.4),
    "the smallest eigenvalue": (n.Eigenvalue(SYMMETRIC, "min"), lambda t: (3 - mpmath.sqrt((2 * t - 1) ** 2 + 4 * mpmath.sin(t) ** 2)) / 2 + t, 0.4),
    "an entry of an eigenvector": (
        n.Power(n.Entry(n.Eigenvector(SYMMETRIC, "max"), 1, 1), Number(2)),
        lambda t: (1 + (2 * t - 1) / mpmath.sqrt((2 * t - 1) ** 2 + 4 * mpmath.sin(t) ** 2)) / 2,
        0.4,
    ),
    "softmax": (n.Entry(n.Softmax(n.Matrix(e.x, n.ONE, 2, 1)), 1, 1), lambda t: mpmath.exp(t) / (mpmath.exp(t) + mpmath.e), 0.3),
}  # fmt: skip


@pytest.mark.parametrize("name", COMPOSED)
def test_coefficients_of_composed_functions(name: str) -> None:
    expr, oracle, at = COMPOSED[name]
    with mpmath.workdps(80):
        wanted = [float(c) for c in mpmath.taylor(oracle, mpmath.mpf(at), 20)]
    np.testing.assert_allclose(coefficients(expr, at, 20), wanted, rtol=1e-8, atol=1e-12 * np.abs(wanted).max())


@pytest.mark.parametrize(
    ("name", "oracle"),
    [
        ("expm", mpmath.expm),
        ("sinm", mpmath.sinm),
        ("cosm", mpmath.cosm),
        ("sqrtm", mpmath.sqrtm),
        ("logm", mpmath.logm),
    ],
)
def test_coefficients_of_matrix_functions(name: str, oracle: Any) -> None:
    """Of a matrix that does not commute with its derivative, by Cauchy's integral over a circle of 24 points."""
    moved = n.Matrix(Add(Number(3), e.x), Apply(e.x, "sin"), Power(e.x, Number(2)), Number(2), 2, 2)
    found = coefficients(n.Entry(n.MatrixFunction(moved, name), 1, 2), 0.3, 4)
    points, radius = 24, mpmath.mpf("0.1")
    with mpmath.workdps(30):
        circle = [mpmath.expjpi(mpmath.mpf(2 * k) / points) for k in range(points)]
        ts = [mpmath.mpf("0.3") + radius * c for c in circle]
        values = [oracle(mpmath.matrix([[3 + t, mpmath.sin(t)], [t * t, 2]]))[0, 1] for t in ts]
        means = [sum(v / c**j for v, c in zip(values, circle, strict=True)) / points for j in range(5)]
    wanted = [float(mpmath.re(mean / radius**j)) for j, mean in enumerate(means)]
    np.testing.assert_allclose(found, wanted, rtol=1e-9, atol=1e-10)


def test_coefficients_of_a_derivative_of_a_matrix_function() -> None:
    """``d expm(A + s E)/ds`` at s = 0 is the direction's; along x both the point and the direction move."""
    point = n.Matrix(e.x, n.ONE, Number(2), Apply(e.x, "cos"), 2, 2)
    direction = n.Matrix(n.ONE, Power(e.x, Number(2)), e.x, Number(0), 2, 2)
    found = coefficients(n.Entry(n.FunctionChange(point, direction, "expm"), 2, 1), 0.2, 3)

    def change(x: float) -> float:
        a, d = np.array([[x, 1], [2, np.cos(x)]]), np.array([[1, x * x], [x, 0]])
        return float(expm_frechet(a, d, compute_expm=False)[1, 0])

    nodes = np.cos(np.pi * (np.arange(16) + 0.5) / 16) * 0.2
    wanted = np.polynomial.Polynomial.fit(nodes, [change(0.2 + t) for t in nodes], 15).convert().coef[:4]
    np.testing.assert_allclose(found, wanted, rtol=1e-8)


def test_where_an_eigenvalue_is_not_simple_it_has_a_value_and_no_derivative() -> None:
    crossing = n.Matrix(Add(n.ONE, e.x), n.ZERO, n.ZERO, n.ONE, 2, 2)
    found = coefficients(n.Eigenvalue(crossing, "max"), 0.0, 2)
    assert found[0] == 1
    assert np.isnan(found[1:]).all()


def test_a_value_that_is_not_finite_spoils_none_beside_it() -> None:
    stack = np.array([[[2.0, np.nan, 1.0], [0.0] * 3], [[0.0] * 3, [1.0, 1.0, np.inf]]])
    assert kernels.ARRAY["eigenvalue_max"](stack)[0, 0].tolist() == pytest.approx([2, np.nan, np.nan], nan_ok=True)
    np.testing.assert_allclose(kernels.ARRAY["expm"](stack)[:, :, 0], [[np.e**2, 0], [0, np.e]])
    assert np.isnan(kernels.ARRAY["expm"](stack[:, :, 1:])).all()
    signs = np.eye(2)[:, :, None] * np.array([4.0, -4.0, 0.0])
    np.testing.assert_allclose(kernels.ARRAY["sqrtm"](signs)[0, 0], [2, np.nan, np.nan])


def test_a_determinant_of_a_large_matrix() -> None:
    """``det(A + x I)`` is a polynomial whose coefficients are the eigenvalues' elementary symmetric functions."""
    binding = default_binding([e.A, e.x], dims={"n": 9})
    program = compile_expressions([n.Determinant(Add(e.A, Mul(e.x, n.Identity("n"))))], [e.x], binding)
    found = along(program, [np.full((1, 1, 1), 0.3)], [np.ones((1, 1, 1))], 10)[0]
    values = np.linalg.eigvals(np.asarray(binding.values["A"])) + 0.3
    wanted = np.append(np.poly(-values)[::-1].real, 0.0)
    np.testing.assert_allclose([c.item() for c in found], wanted, rtol=1e-8, atol=1e-8 * np.abs(wanted).max())


def test_a_kink_has_a_value_and_no_derivative() -> None:
    found = coefficients(Apply(e.x, "abs"), 0.0, 3)
    assert found[0] == 0
    assert np.isnan(found[1])


def test_a_tie_for_the_largest_entry_has_no_derivative() -> None:
    found = coefficients(n.Extreme(n.Matrix(e.x, Mul(Number(-1), e.x), 2, 1), "max"), 0.0, 1)
    assert found[0] == 0
    assert np.isnan(found[1])


def test_large_arguments_of_a_sigmoid_keep_their_derivative() -> None:
    np.testing.assert_allclose(coefficients(Apply(e.x, "sigmoid"), 50.0, 1)[1], np.exp(-50.0), rtol=1e-12)


@pytest.mark.parametrize("kind", sorted(e.SHAPES))
@settings(max_examples=40)
@given(data=st.data())
def test_first_derivatives_of_random_expressions_are_the_complex_steps(kind: str, data: st.DataObject) -> None:
    expr = data.draw(e.expressions(kind, 2))
    random = np.random.default_rng(3)
    sizes = {v: tuple(BINDING.size(d) for d in v.shape) for v in VARIABLES}
    at = {v: random.standard_normal((*sizes[v], 4)) for v in VARIABLES}
    move = {v: random.standard_normal((*sizes[v], 4)) for v in VARIABLES}
    program = compile_expressions([expr], VARIABLES, BINDING)
    found = along(program, list(at.values()), list(move.values()), 1)[0][1]
    values = {s: np.broadcast_to(BINDING.matrix(s), (4, *BINDING.matrix(s).shape)) for s in SYMBOLS}
    values |= {s: np.moveaxis(v, 2, 0) for s, v in at.items()}
    directions = {s: np.moveaxis(v, 2, 0) for s, v in move.items()}
    with np.errstate(all="ignore"):
        wanted = np.moveaxis(Evaluator(BINDING.dims, values, directions)(n.Differential(expr)), 0, 2)
    known = np.isfinite(wanted) & np.isfinite(found) & (np.abs(wanted) < 1e100)
    scale = np.abs(wanted[known]).max(initial=1.0)
    np.testing.assert_allclose(found[known], wanted[known], rtol=1e-6, atol=1e-7 * scale)
    assert np.isfinite(found[known & (wanted != 0)]).all()


def test_many_points_are_worked_through_in_pieces() -> None:
    program = compile_expressions([Apply(e.x, "sin")], [e.x], BINDING)
    points = np.linspace(-3, 3, 10_001)
    found = along(program, [points[None, None]], [np.ones((1, 1, 1))], 2)[0]
    np.testing.assert_allclose(found[2][0, 0], -np.sin(points) / 2, atol=1e-15)
