"""Expansions, increments and the decay of remainders; models over the plane; the dial."""

from __future__ import annotations

import math

import mpmath
import numpy as np
import pytest

from gradviz.numeric.dial import dial
from gradviz.numeric.plane_model import model_decay, model_error, plane_model
from gradviz.numeric.taylor import decay, expansion, increment, remainders, rounding, step_lengths
from tests.numeric import formulas as f
from tests.numeric.formulas import MONKEY, apply, cos, curve, exp, log, scene, sin, x, y


def test_the_polynomials_of_the_exponential() -> None:
    found = expansion(curve(exp(x)), 0.5)
    assert found.order == 20
    np.testing.assert_allclose(found.coefficients, [math.exp(0.5) / math.factorial(k) for k in range(21)], rtol=1e-13)
    t = np.linspace(-1, 2, 7)
    np.testing.assert_allclose(found(t, 1), math.exp(0.5) * (1 + t - 0.5))
    np.testing.assert_allclose(found(t), np.exp(t), rtol=1e-12)


@pytest.mark.parametrize(
    ("formula", "at", "order", "says"),
    [
        (log(x), -1.0, -1, "not defined"),
        (apply("abs", x), 0.0, 0, "first derivative"),
        (apply("sqrt", x), 0.0, 0, "first derivative"),
        (1 / x, 0.0, -1, "not defined"),
    ],
)
def test_where_there_is_no_expansion_it_says_why(formula: f.F, at: float, order: int, says: str) -> None:
    found = expansion(curve(formula), at)
    assert found.order == order
    assert says in found.reason
    assert np.isnan(found(np.array([at, at + 1]), 1)).all()
    assert math.isnan(decay(curve(formula), at, 1).slope)
    assert np.isnan(remainders(curve(formula), at, 1, np.array([0.1]))).all()


@pytest.mark.parametrize(
    ("formula", "at", "orders"),
    [
        (sin(x), -1.5, range(21)),  # down to 10^-19, and all of them are there
        (sin(x), math.pi, range(1, 21, 2)),  # the sine of the number next to π is no nought
        (cos(x), 0.0, range(0, 21, 2)),
        (exp(3 * log(x)), 1.5, range(4)),  # a cube, by way of two series
    ],
)
def test_the_coefficients_that_are_more_than_rounding(formula: f.F, at: float, orders: range) -> None:
    found, noise = expansion(curve(formula), at), rounding(curve(formula), at)
    assert [k for k, c in enumerate(found.coefficients) if abs(c) > 2 * noise[k]] == list(orders)


HOLES = {
    "sin(t)/t": (sin(x) / x, lambda t: mpmath.sin(t) / t),
    "t/(e^t - 1)": (x / (exp(x) - 1), lambda t: t / (mpmath.exp(t) - 1)),
    "log(1 + t)/t": (log(1 + x) / x, lambda t: mpmath.log(1 + t) / t),
}


@pytest.mark.parametrize("name", HOLES)
def test_next_to_a_hole_only_the_coefficients_that_are_known_are_told(name: str) -> None:
    formula, truth = HOLES[name]
    for at in (1e-5, 0.01, 0.1, 0.3, 1.5):
        found = expansion(curve(formula), at)
        with mpmath.workdps(60):
            wanted = [float(mpmath.re(c)) for c in mpmath.taylor(truth, mpmath.mpf(at), max(found.order, 0))]
        np.testing.assert_allclose(found.coefficients, wanted, atol=1e-4)
        assert (found.order == 20) == (at == 1.5)
        assert found.order >= 1
        assert ("rounding" in found.reason) == (found.order < 20)


CERTAIN = {
    "a power at its zero": ((x - 1) ** 10, 1.0),
    "a long way out": (sin(x), 1e6),
    "fast": (sin(10**6 * x), 1e-6),
    "a sum that is one": (sin(x) ** 2 + cos(x) ** 2, 0.3),
    "a zero of the function": (cos(x), math.pi / 2),
    "small": (exp(-1 / x**2), 0.05),
    "a line": (2 * x + 1, 0.1),
    "beside a kink": (apply("abs", x), 0.1),
    "beside a pole": (apply("tan", x), 1.57079),
}


@pytest.mark.parametrize("name", CERTAIN)
def test_coefficients_that_are_certain_are_all_told(name: str) -> None:
    formula, at = CERTAIN[name]
    assert expansion(curve(formula), at).order == 20


@pytest.mark.parametrize("u", [0.5, 1e-3, -1e-7, 1e-12])
def test_a_remainder_is_not_drowned_in_rounding(u: float) -> None:
    with mpmath.workdps(60):
        a, h = mpmath.mpf(1.1), mpmath.mpf(u)
        wanted = float(mpmath.sin(a + h) - mpmath.sin(a) - mpmath.cos(a) * h)
    found = increment(curve(sin(x)), 1.1, u)
    assert found.remainder == pytest.approx(wanted, rel=1e-6)
    assert found.differential == pytest.approx(math.cos(1.1) * u)
    assert found.delta == pytest.approx(found.differential + found.remainder)
    assert found.ratio == pytest.approx(wanted / u, rel=1e-6)


@pytest.mark.parametrize(
    ("formula", "at", "order", "slope"),
    [
        (sin(x), 0.7, 1, 2),
        (sin(x), 0.7, 5, 6),
        (sin(x), 0.0, 1, 3),  # its second derivative is zero there
        (exp(x) / (1 + x**2), 0.2, 12, 13),
        (x**18, 0.0, 4, 18),
        (log(1 + x**2), 3.0, 2, 3),
        (apply("abs", x) + x, 1.0, 1, math.inf),
        (x**3 - x, 0.4, 3, math.inf),
    ],
)
def test_the_measured_order_of_decay(formula: f.F, at: float, order: int, slope: float) -> None:
    found = decay(curve(formula), at, order)
    assert found.expected == order + 1
    assert found.slope == pytest.approx(slope, abs=0.02)


def test_step_lengths_go_down_by_decades() -> None:
    steps = step_lengths(2.0, 3, 4)
    assert len(steps) == 13
    np.testing.assert_allclose(steps[[0, 4, 12]], [2, 0.2, 0.002])


# --- the plane --------------------

WAVY = sin(x) * exp(y)


def test_the_models_of_a_function_of_two_variables() -> None:
    made = scene(WAVY)
    model = plane_model(made, 0.4, -0.2)
    s, c, g = math.sin(0.4), math.cos(0.4), math.exp(-0.2)
    assert model.order == 2
    np.testing.assert_allclose(model.gradient, [c * g, s * g])
    np.testing.assert_allclose(model.hessian, [[-s * g, c * g], [c * g, s * g]])
    X, Y = np.array([0.5, 0.4]), np.array([0.1, -0.2])
    u, v = X - 0.4, Y + 0.2
    np.testing.assert_allclose(model(X, Y, 1), g * (s + c * u + s * v))
    np.testing.assert_allclose(model(X, Y), g * (s + c * u + s * v + (-s * u**2 + 2 * c * u * v + s * v**2) / 2))


@pytest.mark.parametrize(("order", "slope"), [(1, 2), (2, 3)])
def test_the_error_of_a_model_decays_with_its_order(order: int, slope: int) -> None:
    made = scene(WAVY)
    model = plane_model(made, 0.4, -0.2)
    assert model_decay(made, model, order).slope == pytest.approx(slope, abs=0.02)
    xs, ys = np.linspace(0, 1, 5), np.linspace(-1, 1, 7)
    found = model_error(made, model, xs, ys, order)
    np.testing.assert_allclose(found, np.abs(np.sin(xs) * np.exp(ys)[:, None] - model(xs[None], ys[:, None], order)))


def test_the_decay_where_a_form_vanishes_is_faster() -> None:
    made = scene(MONKEY)
    assert model_decay(made, plane_model(made, 0, 0), 1).slope == pytest.approx(3, abs=0.01)
    made = scene(x**2 + x * y)
    found = model_decay(made, plane_model(made, 1, 2), 2)
    assert found.slope == math.inf
    assert found.reason


@pytest.mark.parametrize(
    ("formula", "order", "says"),
    [(log(x) + y, -1, "not defined"), (apply("abs", x) + y, 0, "no gradient")],
)
def test_a_model_that_is_not_there_says_why(formula: f.F, order: int, says: str) -> None:
    made = scene(formula)
    model = plane_model(made, 0.0, 1.0)
    assert model.order == order
    assert says in model.reason
    assert np.isnan(model(np.array([1.0]), np.array([1.0]))).all()
    assert math.isnan(model_decay(made, model, 2).slope)
    assert says in model_decay(made, model, 2).reason


# --- the dial --------------------


def test_the_dial_is_largest_along_the_gradient_and_flat_along_the_contour() -> None:
    made = scene(WAVY)
    found = dial(made, 0.4, -0.2, 1e-4)
    gradient = math.exp(-0.2) * np.array([math.cos(0.4), math.sin(0.4)])
    assert found.gradient_angle == pytest.approx(0.4)
    assert found.steepest_angle == pytest.approx(0.4, abs=math.radians(1))
    np.testing.assert_allclose(found.increments, found.differentials, atol=1e-8)
    assert found.at(0.4)[1] == pytest.approx(1e-4 * np.linalg.norm(gradient))
    for angle in found.tangent_angles:
        assert found.at(angle)[1] == pytest.approx(0, abs=1e-18)
        assert abs(found.at(angle)[0]) < 1e-8
    wide = dial(made, 0.4, -0.2, 1.0)
    wanted = np.sin(0.4 + np.cos(wide.angles)) * np.exp(-0.2 + np.sin(wide.angles)) - math.sin(0.4) * math.exp(-0.2)
    np.testing.assert_allclose(wide.increments, wanted, atol=1e-14)


def test_the_dial_at_a_stationary_or_undefined_point() -> None:
    assert math.isnan(dial(scene(cos(x) * cos(y)), 0, 0, 0.1).gradient_angle)
    found = dial(scene(log(x) + y), -1, 0, 0.1)
    assert "not defined" in found.reason
    assert math.isnan(found.steepest_angle)
